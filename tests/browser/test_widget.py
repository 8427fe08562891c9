"""The widget over the real loop, steered by clicks in a real JupyterLab; the database has the last word."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

import schemasync_nb as ss
from schemasync_nb.lessons import Place, sample

from .lab import PATIENCE, LabPage, notebook_of

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
expect.set_options(timeout=PATIENCE * 1000)


def place_of(scenario: str, folder: Path) -> Place:
    return sample(scenario, folder, io.StringIO())


def models_of(place: Place) -> str:
    return f"{place.models}:Base"


def drift_of(place: Place) -> ss.Drift:
    """What the test's own process reads from the file."""
    return ss.detect_drift(f"sqlite:///{place.database}", models_of(place))


def shows_widget(place: Place, **options: str) -> str:
    """The source of a cell that shows the widget of a new loop."""
    said = "".join(f", {name}={value!r}" for name, value in options.items())
    return (
        "import schemasync_nb as ss\n"
        f"loop = ss.SyncLoop('sqlite:///{place.database}', {models_of(place)!r}, "
        f"workdir={str(place.folder / '.schemasync')!r}{said})\n"
        "loop.widget()"
    )


def button(widget: Locator, name: str) -> Locator:
    """By its words: its name for a screen reader has the icon's character in front."""
    return widget.locator("button", has_text=re.compile(rf"^{name}$"))


def press(widget: Locator, name: str, words: str | re.Pattern[str]) -> None:
    """Clicks, and waits until the widget says these words and is at rest again."""
    button(widget, name).click()
    expect(said(widget)).to_contain_text(words)
    expect(button(widget, "Stop")).to_be_disabled()


def said(widget: Locator) -> Locator:
    return widget.get_by_role("status")


def test_drift_is_found_decided_and_closed_by_clicks_and_opened_again(lab: LabPage, tmp_path: Path) -> None:
    place = place_of("renamed_column", tmp_path)
    before = drift_of(place)
    lab.open(notebook_of(shows_widget(place)))
    lab.run_all()
    widget = lab.output(0)

    press(widget, "Detect", "2 changes")
    expect(widget.locator("table")).to_contain_text("column:members.phone:add")
    press(widget, "Analyze", "Plan: 2 waiting")
    lab.screenshot("widget-question-light")
    question = widget.locator(".widget-hbox", has_text="column:members.phone:add").locator("select").first
    question.select_option("migrate the database, renamed from telephone")
    expect(said(widget)).to_contain_text("Decided: column:members.phone:add")
    press(widget, "Run", "no schema drift after 1 of 10 passes")
    assert drift_of(place).in_sync
    lab.screenshot("widget-in-sync-light")
    lab.dark()
    lab.screenshot("widget-in-sync-dark")

    press(widget, "Roll back", "by revision")
    lab.screenshot("widget-rolled-back-dark")
    assert drift_of(place).fingerprint == before.fingerprint
    press(widget, "Detect", "2 changes")
    press(widget, "Analyze", "Plan: 1 to the database")
    lab.screenshot("widget-question-dark")
    assert not lab.errors

    (cell,) = lab.save().cells
    stored = cell.outputs[-1].data
    assert {WIDGET_VIEW, "text/plain", "text/html"} == set(stored)
    assert "data:image/svg+xml;base64," in stored["text/html"] and "<script" not in stored["text/html"]


def test_stop_ends_a_long_run_and_trouble_is_one_line(lab: LabPage, tmp_path: Path) -> None:
    place = place_of("missing_column", tmp_path)
    before, pid = drift_of(place), tmp_path / "pid"
    tests = f"echo $$ > {pid}.part; mv {pid}.part {pid}; sleep 600"
    lab.open(notebook_of(shows_widget(place, tests=tests), "print('the kernel', 'is free')"))
    lab.run_cell(0)
    widget = lab.output(0)

    button(widget, "Run").click()
    expect(widget.locator(".picture").first).to_contain_text("rehearse")
    while not pid.exists():
        lab.page.wait_for_timeout(100)
    lab.run_cell(1)
    expect(lab.output(1)).to_have_text("the kernel is free")
    expect(button(widget, "Detect")).to_be_disabled()
    lab.screenshot("widget-running")
    button(widget, "Stop").click()
    expect(said(widget)).to_contain_text("stopped: the target is as it was")
    expect(button(widget, "Run")).to_be_enabled()
    lab.screenshot("widget-stopped")
    assert drift_of(place).fingerprint == before.fingerprint
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)

    place.database.write_bytes(b"no database at all, and long enough to be read as one" * 100)
    press(widget, "Detect", "file is not a database")
    assert re.fullmatch("✗ .+", said(widget).inner_text())  # one line
    lab.screenshot("widget-trouble")
    assert not lab.errors


def test_production_cannot_be_mistaken_and_is_only_read(lab: LabPage, tmp_path: Path) -> None:
    place = place_of("two_years_of_hot_fixes", tmp_path)
    before = place.database.read_bytes()
    lab.open(notebook_of(shows_widget(place, environment="production")))
    lab.run_all()
    widget = lab.output(0)
    press(widget, "Analyze", "Plan:")
    for name in ("Apply", "Run", "Roll back"):
        expect(button(widget, name)).to_be_disabled()
    header = widget.locator(".ssnb.production")
    expect(header).to_contain_text("PRODUCTION · read-only")
    expect(header).to_have_css("background-color", "rgb(168, 50, 26)")
    lab.screenshot("widget-production-light")
    lab.dark()
    lab.screenshot("widget-production-dark")
    assert place.database.read_bytes() == before and not lab.errors
