"""A real JupyterLab and a page on it: what the browser tests hold in their hands."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbformat import NotebookNode, v4
from nbformat import read as read_notebook
from nbformat import write as write_notebook
from playwright.sync_api import Locator, Page, sync_playwright

# Generous, for a slow machine: reaching it is a failure, not a measurement
PATIENCE = 60  # seconds
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The open notebook's model is asked, since the page draws only the cells that are in view
CODE = "[...jupyterapp.shell.currentWidget.content.model.cells].filter(c => c.type === 'code' && c.sharedModel.source)"
FIRST_COUNT = f"{CODE}[0].executionCount"
ALL_IDLE = f"{CODE}.every(cell => cell.executionState === 'idle')"
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"


class LabServer:
    """A running JupyterLab that knows nothing of the user's own settings; serves `folder`."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "notebooks"
        self.folder.mkdir(parents=True)
        self.token = secrets.token_hex(16)
        self.log = home / "lab.log"
        self.runtime, self.settings = home / "runtime", home / "settings"
        places = {
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "JUPYTERLAB_SETTINGS_DIR": "settings",
            "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
            "IPYTHONDIR": "ipython",
        }
        command = [
            *[sys.executable, "-m", "jupyterlab", "--no-browser", "--ServerApp.ip=127.0.0.1"],
            *["--ServerApp.port=0", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={self.folder}"],
            *[f"--IdentityProvider.token={self.token}", "--LabApp.news_url=None"],
            "--LabApp.expose_app_in_browser=True",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            *(["--allow-root"] if os.geteuid() == 0 else []),
        ]
        environment = os.environ | {name: str(home / place) for name, place in places.items()}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, cwd=self.folder, env=environment, stdout=log, stderr=log, start_new_session=True
            )
        self.url = self._address()

    def _address(self) -> str:
        """The address that the server wrote down for itself once it listens."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            for note in self.runtime.glob("jpserver-*.json"):
                try:
                    return str(json.loads(note.read_text())["url"])
                except json.JSONDecodeError:
                    pass  # still being written
            time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text()}")

    def forget_settings(self) -> None:
        """Takes back what a test chose, such as the theme, and answers the question about news that covers the page."""
        shutil.rmtree(self.settings, ignore_errors=True)
        answer = self.settings / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
        answer.parent.mkdir(parents=True)
        answer.write_text('{"fetchNews": "false"}')

    def stop(self) -> None:
        """Ends the server and, as they are of its process group, what it started."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


class LabPage:
    """One notebook open in the browser; `errors` is what the page has complained of so far."""

    def __init__(self, page: Page, server: LabServer, artifacts: Path) -> None:
        self.page, self.server, self.artifacts = page, server, artifacts
        self.errors: list[str] = []
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    @property
    def panel(self) -> Locator:
        return self.page.locator(PANEL)

    def open(self, notebook: Path | NotebookNode, name: str | None = None) -> None:
        """Copies NOTEBOOK (a file, or cells made by `notebook_of`) into the server's folder and opens it there."""
        name = name or (notebook.name if isinstance(notebook, Path) else f"{secrets.token_hex(4)}.ipynb")
        target = self.server.folder / name
        if isinstance(notebook, Path):
            shutil.copy(notebook, target)
        else:
            write_notebook(notebook, target)
        self.file = target
        self._go()

    def reopen(self) -> None:
        """The notebook as it was saved, without the kernel that ran it."""
        self.page.evaluate("jupyterapp.serviceManager.sessions.shutdownAll()")
        self._go()

    def _go(self) -> None:
        self.page.goto(f"{self.server.url}lab/tree/{self.file.name}?token={self.server.token}&reset")
        self.panel.wait_for()
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        """The status bar's word: the cell toolbar's own indicator says idle before there is a kernel."""
        self.page.locator("#jp-main-statusbar").get_by_text("Python 3 (ipykernel) | Idle").wait_for()

    def run_all(self) -> None:
        """Runs every cell by the menu; returns when all are done, or have been left after one that failed."""
        before = self.page.evaluate(FIRST_COUNT)
        self.menu("Run", "Run All Cells")
        self.page.wait_for_function(f"before => {FIRST_COUNT} !== before && {FIRST_COUNT} && {ALL_IDLE}", arg=before)
        self.wait_until_idle()

    def run_cell(self, cell: int) -> None:
        """Runs the cell at that position (from 0) as a person does; does not wait."""
        self.panel.locator(f".jp-Cell[data-windowed-list-index='{cell}'] .cm-content").click()
        self.page.keyboard.press("Control+Enter")

    def save(self) -> NotebookNode:
        """Saves the notebook by the menu; returns what then lies on disk."""
        before = self.file.read_bytes()
        self.menu("File", "Save Notebook")
        deadline = time.monotonic() + PATIENCE
        while self.file.read_bytes() == before:
            if time.monotonic() > deadline:
                raise RuntimeError(f"{self.file.name} was not saved")
            self.page.wait_for_timeout(100)
        return read_notebook(self.file, as_version=4)

    def menu(self, *path: str) -> None:
        """Clicks through the menu bar: `menu("Run", "Run All Cells")`."""
        self.page.locator("#jp-menu-panel .lm-MenuBar-item").get_by_text(path[0], exact=True).click()
        for label in path[1:]:
            entry = self.page.locator(".lm-Menu-item").filter(has=self.page.get_by_text(label, exact=True)).last
            entry.click()

    def output(self, cell: int) -> Locator:
        """The output area of the cell at that position (from 0), scrolled into view so that it is drawn."""
        area = self.panel.locator(f".jp-Cell[data-windowed-list-index='{cell}'] .jp-Cell-outputArea")
        area.scroll_into_view_if_needed()
        return area

    def text(self, cell: int) -> str:
        """What a person reads below the cell."""
        return self.output(cell).inner_text().strip()

    def dark(self) -> None:
        """Switches to JupyterLab's dark theme and waits until its curtain is up again."""
        self.menu("Settings", "Theme", "JupyterLab Dark")
        self.page.locator("body[data-jp-theme-light='false']").wait_for(state="attached")
        self.page.locator("#jupyterlab-splash").wait_for(state="detached")

    def screenshot(self, name: str) -> Path:
        """A picture of the whole page in `test-artifacts/`, to be looked at by a person."""
        path = self.artifacts / f"{name}.png"
        self.page.screenshot(path=path)
        return path


def notebook_of(*sources: str) -> NotebookNode:
    """A notebook with one code cell per source."""
    return v4.new_notebook(
        cells=[v4.new_code_cell(source) for source in sources],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}},
    )


@contextmanager
def lab_page(server: LabServer, artifacts: Path) -> Iterator[LabPage]:
    """A fresh browser per test: an event loop of Playwright's that outlived it would stand in others' asyncio's way."""
    artifacts.mkdir(exist_ok=True)
    server.forget_settings()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        try:
            yield LabPage(page, server, artifacts)
        finally:
            page.evaluate("window.jupyterapp?.serviceManager.sessions.shutdownAll()")
            browser.close()
