"""The widget as a page of its own under Voilà, and in Notebook 7: nothing of it depends on JupyterLab."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

import schemasync_nb as ss
from schemasync_nb.lessons import shipped

from .lab import CHROMIUM_OPTIONS, PATIENCE, LabServer

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "test-artifacts"
LESSON = "06_with_buttons.ipynb"
expect.set_options(timeout=PATIENCE * 1000)


@contextmanager
def voila(home: Path) -> Iterator[str]:
    """The address of the lesson as a page, as ``make demo-voila`` serves it; ``home`` gets what it writes."""
    log, places = home / "voila.log", ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    own = {place: str(home / place.lower()) for place in places} | {"JUPYTER_PREFER_ENV_PATH": "1"}
    options = f"--no-browser --port={free_port()} --Voila.ip=127.0.0.1"
    command = ["make", "demo-voila", f"VENV={sys.prefix}", f"PLAYGROUND={home}", f"VOILA={options}"]
    command += ["-o", f"{sys.prefix}/.wheel"]  # what is tested is what is installed
    with log.open("w") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | own, stdout=out, stderr=out, start_new_session=True
        )
    try:
        yield address(log, process)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


def free_port() -> int:
    """Voilà takes 0 at its word when it tells its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def address(log: Path, process: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", log.read_text()):
            return found[0]
        time.sleep(0.1)
    raise RuntimeError(f"Voilà did not start:\n{log.read_text()}")


@contextmanager
def page_at(url: str) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what it complains of."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        page = browser.new_page(viewport={"width": 1400, "height": 1200})
        page.set_default_timeout(PATIENCE * 1000)
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        try:
            page.goto(url)
            yield page, complaints
        except BaseException:
            page.screenshot(path=PICTURES / "page-in-trouble.png")
            raise
        finally:
            browser.close()


def button(page: Page | Locator, name: str) -> Locator:
    return page.locator("button", has_text=re.compile(rf"^{name}$"))


def press(page: Page | Locator, name: str, words: str) -> None:
    """Clicks, and waits until the widget says these words and is at rest again."""
    button(page, name).click()
    expect(page.get_by_role("status").first).to_contain_text(words)
    expect(button(page, "Stop")).to_be_disabled()


def drift_in(folder: Path) -> ss.Drift:
    """What this process reads from the lesson's own database."""
    play = folder / "with_buttons"
    return ss.detect_drift(f"sqlite:///{play}/renamed_column.db", f"{play}/models.py:Base")


def test_voila_shows_the_widget_as_a_page_whose_buttons_work(tmp_path: Path) -> None:
    with voila(tmp_path) as url, page_at(url) as (page, complaints):
        expect(button(page, "Detect")).to_be_enabled()
        expect(page.get_by_text("import schemasync_nb")).to_have_count(0)  # the code is not part of the page
        press(page, "Detect", "2 changes")
        expect(page.locator("table", has_text="members").first).to_be_visible()
        press(page, "Analyze", "Plan: 2 waiting")
        page.screenshot(path=PICTURES / "voila.png", full_page=True)
        assert not complaints
    assert len(drift_in(tmp_path).changes) == 2


def wait_for_kernel(page: Page, server: LabServer, notebook: str) -> None:
    """Until the page is connected to an idle kernel, by the server's word; what is run earlier asks for a kernel."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        sessions = page.request.get(f"{server.url}api/sessions?token={server.token}").json()
        kernels = [session["kernel"] for session in sessions if session["path"] == notebook]
        if any(kernel["execution_state"] == "idle" and kernel["connections"] for kernel in kernels):
            return
        page.wait_for_timeout(200)
    raise RuntimeError(f"{notebook}: no kernel became idle")


def test_notebook_7_opens_the_lesson_and_its_widget_works(lab_server: LabServer) -> None:
    name = "in_notebook_7.ipynb"
    shutil.copy(shipped("notebooks") / LESSON, lab_server.folder / name)
    with page_at(f"{lab_server.url}notebooks/{name}?token={lab_server.token}") as (page, complaints):
        page.locator(".jp-Notebook").wait_for()
        wait_for_kernel(page, lab_server, name)
        of_its_own = len(complaints)  # Notebook's, before a cell was run
        page.locator(".lm-MenuBar-item").get_by_text("Run", exact=True).click()
        page.locator(".lm-Menu-item").filter(has=page.get_by_text("Run All Cells", exact=True)).last.click()
        widget = page.locator(".jp-OutputArea-output", has=button(page, "Detect")).first
        press(widget, "Detect", "2 changes")
        page.screenshot(path=PICTURES / "notebook-7.png")
        assert not complaints[of_its_own:]
        page.evaluate("window.jupyterapp?.serviceManager.sessions.shutdownAll()")
    assert len(drift_in(lab_server.folder).changes) == 2
