"""Every lesson runs, and shows what it has stored.

`UPDATE_NOTEBOOKS=1 pytest tests/test_notebooks.py` stores what running them gives: read it in the diff.
"""

from __future__ import annotations

import base64
import getpass
import os
import platform
import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
LESSONS = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
assert LESSONS, f"{NOTEBOOKS}: no lessons"

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
PATIENCE = 600  # seconds a cell

# What no two runs share, each with what stands in its place; the rest must be the same
VARYING = (
    (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| UTC|[+-]\d\d:?\d\d)?", "TIME"),
    (r"\b\d{8}T\d{9}\b", "TIME"),
    (r"(?<!\w)\d{12}(?=\b|_)", "REVISION"),
    (r"\bsha256 [0-9a-f]+…?", "sha256 HASH"),
    (r"\b(?=[a-f]*\d)(?:[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{12})\b", "HASH"),
    (r"\b\d+(?:\.\d)? (?:GB|MB|kB|B)\b", "SIZE"),
    (r"\b\d+(?:\.\d+)? s\b", "SECONDS"),
    (r"(?<![\w./:])(?:/[\w.+~-]+)+/", "FOLDER/"),
    (r"(?<=:///)(?:/[\w.+~-]+)+/", "FOLDER/"),
    (r"[ \t]+", " "),  # columns are as wide as what stood in them
)


def masked(text: str) -> str:
    """Text without what varies from run to run."""
    lines = text.splitlines()
    for i, line in enumerate(lines):
        if line.endswith(" seconds"):  # a column of a table
            lines[i + 1 :] = [re.sub(r" +\d+(\.\d+)?$", " SECONDS", below) for below in lines[i + 1 :]]
    text = "\n".join(line.rstrip() for line in lines)
    for pattern, word in VARYING:
        text = re.sub(pattern, word, text)
    return text


def executed(name: str, folder: Path) -> NotebookNode:
    """The lesson with the outputs of a run of its own, as they may be stored anywhere."""
    shutil.copytree(NOTEBOOKS, folder, ignore=shutil.ignore_patterns(".*"), dirs_exist_ok=True)
    notebook = nbformat.read(folder / name, as_version=4)
    ran = nbformat.from_dict(notebook)
    quiet = ["--IPKernelApp.log_level=ERROR"]
    NotebookClient(
        ran,
        timeout=PATIENCE,
        kernel_name="python3",
        extra_arguments=quiet,
        coalesce_streams=True,
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": folder}},
    ).execute()
    for cell, done in zip(code_cells(notebook), code_cells(ran), strict=True):
        cell.execution_count = done.execution_count
        cell.outputs = [impersonal(output, folder) for output in map(without_widget, done.outputs) if output]
    return notebook


def impersonal(value: Any, folder: Path) -> Any:
    """An output without the names of the machine, its user and its folders."""
    if isinstance(value, dict):
        return type(value)({key: impersonal(each, folder) for key, each in value.items()})
    if isinstance(value, list):
        return [impersonal(each, folder) for each in value]
    if isinstance(value, str):
        who = f"{getpass.getuser()}@{platform.node()}"
        for own, word in ((f"{folder}/", ""), (str(folder), "."), (f"{Path.home()}/", "~/"), (who, "you@here")):
            value = value.replace(own, word)
        value = re.sub(r"(?<=\?host=)%2F[\w%.+~-]+", "%2Ftmp%2Fserver", value)  # the socket of the demo's own server
    return value


def without_widget(output: NotebookNode) -> NotebookNode | None:
    """The output for a reader who has no kernel, to whom JupyterLab would show an error; None if nothing is left."""
    if WIDGET_VIEW not in data_of(output):
        return output
    del output.data[WIDGET_VIEW]
    return output if "text/html" in output.data else None


def data_of(output: NotebookNode) -> dict[str, Any]:
    """mimetype -> content; empty for a stream or an error."""
    return dict(output.get("data", {}))


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def seen(cell: NotebookNode) -> list[tuple[str, list[str], str]]:
    """What a cell shows: kind of output, its mimetypes, its text; the pieces of a stream as one."""
    found: list[tuple[str, list[str], str]] = []
    for output in cell.outputs:
        kind = output.get("name", output.output_type)
        data = data_of(output)
        text = output.get("text", data.get("text/plain", ""))
        if output.output_type == "stream" and found and found[-1][0] == kind:
            text = found.pop()[2] + text
        found.append((kind, sorted(data), text))
    return [(kind, mimetypes, masked(text)) for kind, mimetypes, text in found]


@pytest.mark.slow
@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_runs_and_shows_what_it_has_stored(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "1")  # the kernel of this interpreter, not of the user's own settings
    ran = executed(name, tmp_path / "lessons")
    if os.environ.get("UPDATE_NOTEBOOKS") == "1":
        nbformat.write(ran, NOTEBOOKS / name)
    stored = nbformat.read(NOTEBOOKS / name, as_version=4)
    for then, now in zip(code_cells(stored), code_cells(ran), strict=True):
        assert seen(then) == seen(now), f"{name}: cell {then.id}\n{then.source}"


@pytest.mark.parametrize("name", LESSONS)
def test_a_stored_lesson_names_no_folder_of_a_machine(name: str) -> None:
    text = (NOTEBOOKS / name).read_text(encoding="utf-8")
    pictures = re.findall(r"base64,([A-Za-z0-9+/=]+)", text)
    for readable in (re.sub(r"base64,[A-Za-z0-9+/=]+", "", text), *map(decoded, pictures)):
        assert re.findall(r".{0,40}/(?:home|root|tmp|Users|var|work)/.{0,40}", readable) == []


@pytest.mark.parametrize("name", LESSONS)
def test_a_stored_lesson_can_be_read_without_a_kernel_and_without_scripts(name: str) -> None:
    """What GitHub, VS Code, Colab and Databricks have in common: text, HTML and pictures."""
    for cell in code_cells(nbformat.read(NOTEBOOKS / name, as_version=4)):
        assert cell.execution_count, f"{cell.id}: it was not run"
        for output in cell.outputs:
            assert output.output_type != "error", cell.source
            data = data_of(output)
            assert set(data) <= {"text/plain", "text/html", "image/svg+xml"} and ("text/plain" in data or not data)
            drawn = data.get("text/html", "") + data.get("image/svg+xml", "")
            assert not re.search(r"<script|\son\w+=|javascript:", drawn)


def decoded(picture: str) -> str:
    return base64.b64decode(picture).decode(errors="replace")


def test_what_varies_is_masked_and_nothing_else() -> None:
    text = """\
6 entries in the audit log
seq  at                             who       backup
  1  2026-11-22T21:45:34.367+00:00  you@here  half_a_migration-20261122T214534307-pass1.db
sqlite:////srv/ann/first_loop/half.db and /srv/ann/first_loop/261122214534_2_changes.py
half.db: run 1 of 2, 2026-11-22 21:45 UTC, 1 pass
✓ backup: passed, 2.2 MB, sha256 8d3161539c33
fingerprint: the target is now b291d7af4344, about 3 s
check    outcome  detail                                  seconds
restore  passed   20,777 rows in 16 tables came back         0.18
"""
    assert (
        masked(text)
        == """\
6 entries in the audit log
seq at who backup
 1 TIME you@here half_a_migration-TIME-pass1.db
sqlite:///FOLDER/half.db and FOLDER/REVISION_2_changes.py
half.db: run 1 of 2, TIME, 1 pass
✓ backup: passed, SIZE, sha256 HASH
fingerprint: the target is now HASH, about SECONDS
check outcome detail seconds
restore passed 20,777 rows in 16 tables came back SECONDS"""
    )


@pytest.mark.parametrize(
    "text",
    [
        "7 changes: 2 to add, 3 to remove, 2 to alter; not compared: 2 triggers, 1 view",
        "column:rooms.seats:add NOT NULL DATA_DEPENDENT, BREAKS_OLD_CODE",
        "series VARCHAR(20) due 2026-11-22, 4.50 paid, card 00391387790, isbn 9780306406157",
        "pass 1: 4 found, 2 applied, 0 remaining (in sync)",
        "first_loop/half_a_migration.db add/drop sqlite:///first_loop/a.db abcdefabcdef",
    ],
)
def test_what_a_lesson_says_is_not_masked(text: str) -> None:
    assert masked(text) == text
