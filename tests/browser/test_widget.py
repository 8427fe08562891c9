"""The widget over the real loop, steered by clicks in a real JupyterLab; the database has the last word."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .lab import LabPage, notebook_of
from .widgets import (
    button,
    choose,
    details,
    drift_of,
    place_of,
    press,
    row,
    rows,
    said,
    shows_widget,
    tab,
    table_in_schema,
)

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def test_two_years_of_hot_fixes_are_looked_at_decided_closed_and_opened_again(lab: LabPage, tmp_path: Path) -> None:
    place = place_of("two_years_of_hot_fixes", tmp_path)
    before = drift_of(place)
    lab.open(notebook_of(shows_widget(place), "widget.selection"))
    lab.run_cell(0)
    widget = lab.output(0)

    press(widget, "Detect", "28 changes")
    expect(rows(widget)).to_have_count(12)
    press(widget, "Analyze", "Plan: 15 to the database, 13 waiting")
    expect(details(widget)).to_contain_text("column:books.publisher_id:remove")
    lab.screenshot("widget-changes-light")

    # what is searched for stays while decisions are made
    widget.get_by_role("searchbox").fill("members")
    expect(rows(widget).first).to_contain_text("members")
    found = rows(widget).count()
    assert 1 < found < 12
    button(widget, "Select all found").click()
    expect(widget.get_by_text(f"{found} changes selected")).to_be_visible()
    lab.run_cell(1)
    expect(lab.output(1)).to_contain_text("members")
    assert lab.text(1).count(":") == 1 + 2 * found  # ids, behind the prompt
    button(widget, "Leave it").click()
    expect(said(widget)).to_contain_text(f"Decided: {found} changes: leave it")
    expect(rows(widget)).to_have_count(found)
    expect(rows(widget).first).to_contain_text("ignore")
    lab.screenshot("widget-many-light")
    widget.get_by_role("searchbox").fill("")

    # data goes only after its table's name was typed
    row(widget, "books", "column publisher_id").click()
    expect(details(widget)).to_contain_text("DELETES_DATA")
    button(widget, "Migrate the database").click()
    confirm = widget.locator(".ssnb-confirm")
    expect(confirm).to_contain_text("Type the name of each table")
    lab.screenshot("widget-confirm-light")
    confirm.get_by_role("textbox").fill("books")
    expect(confirm).to_be_hidden()

    # the schema and the table select for each other
    tab(widget, "Schema")
    expect(table_in_schema(widget, "books").locator("rect.ssnb-frame")).to_have_count(1)
    lab.screenshot("widget-schema-light")
    table_in_schema(widget, "copies").click()
    expect(details(widget)).to_contain_text("copies")
    expect(table_in_schema(widget, "books").locator("rect.ssnb-frame")).to_have_count(0)
    tab(widget, "Changes")
    expect(widget.locator("table.ssnb-changes tr.selected").first).to_contain_text("copies")
    tab(widget, "Revision")
    lab.screenshot("widget-revision-light")
    tab(widget, "Changes")

    # whatever still asks is left as it is
    press(widget, "Analyze", "Plan:")
    widget.get_by_role("searchbox").fill("asks you")
    button(widget, "Select all found").click()
    button(widget, "Leave it").click()
    expect(said(widget)).to_contain_text("Decided:")
    widget.get_by_role("searchbox").fill("")
    press(widget, "Run", re.compile("no schema drift after|waiting after"))
    lab.screenshot("widget-run-light")
    lab.dark()
    lab.screenshot("widget-run-dark")
    with closing(sqlite3.connect(place.database)) as connection:
        columns = {name for _, name, *_ in connection.execute("PRAGMA table_info(books)")}
    assert "publisher_id" not in columns

    while drift_of(place).fingerprint != before.fingerprint:
        press(widget, "Roll back", re.compile("Rolled back .* by revision"))
    press(widget, "Analyze", "Plan:")
    lab.screenshot("widget-changes-dark")
    tab(widget, "Schema")
    lab.screenshot("widget-schema-dark")
    assert not lab.errors


def test_a_rename_is_asked_closed_rolled_back_and_saved(lab: LabPage, tmp_path: Path) -> None:
    place = place_of("renamed_column", tmp_path)
    before = drift_of(place)
    lab.open(notebook_of(shows_widget(place)))
    lab.run_all()
    widget = lab.output(0)
    press(widget, "Analyze", "Plan: 2 waiting")
    lab.screenshot("widget-question-light")
    choose(widget, "migrate the database, renamed from telephone")
    expect(said(widget)).to_contain_text("Decided: column:members.phone:add")
    press(widget, "Run", "no schema drift after 1 of 10 passes")
    expect(widget.locator(".picture").first).to_contain_text("in sync")
    assert drift_of(place).in_sync
    press(widget, "Roll back", "Rolled back 1 change by revision")
    assert drift_of(place).fingerprint == before.fingerprint
    press(widget, "Step", "no schema drift after 1 of 10 passes")
    assert drift_of(place).in_sync and not lab.errors

    (cell,) = lab.save().cells
    live, static = (output.data for output in cell.outputs)
    assert WIDGET_VIEW in live and "no schema drift after 1 of 10 passes" in static["text/html"]
    assert "data:image/svg+xml;base64," in static["text/html"] and "<script" not in static["text/html"]
    expect(widget.locator("img[src^='data:image/svg']")).to_be_hidden()

    # without the kernel, the picture is what is left
    lab.reopen()
    expect(lab.output(0).locator("img[src^='data:image/svg']")).to_be_visible()
    lab.screenshot("widget-saved-light")


def test_the_models_follow_the_database_and_come_back(lab: LabPage, tmp_path: Path) -> None:
    place = place_of("hot_fix_column", tmp_path)
    source, content = place.models.read_text(), place.database.read_bytes()
    lab.open(notebook_of(shows_widget(place)))
    lab.run_all()
    widget = lab.output(0)
    press(widget, "Analyze", "Plan: 1 waiting")
    button(widget, "Patch the models").click()
    expect(said(widget)).to_contain_text("Decided: column:members.fax:remove")
    press(widget, "Analyze", "Plan: 1 to the models")
    tab(widget, "Revision")
    expect(widget).to_contain_text("+    fax: Mapped[Optional[str]] = mapped_column(String(20))")
    lab.screenshot("widget-models-light")
    assert place.models.read_text() == source
    press(widget, "Run", "no schema drift after 1 of 10 passes")
    assert "    fax: Mapped[Optional[str]]" in place.models.read_text() and place.database.read_bytes() == content
    expect(widget).to_contain_text("The models' source, as it was patched")
    lab.dark()
    lab.screenshot("widget-models-dark")
    press(widget, "Roll back", "Rolled back 1 change by putting back models.py")
    assert place.models.read_text() == source and not lab.errors


def test_stop_ends_a_long_run_and_trouble_is_one_line(lab: LabPage, tmp_path: Path) -> None:
    place = place_of("missing_column", tmp_path)
    before, pid = drift_of(place), tmp_path / "pid"
    tests = f"echo $$ > {pid}.part; mv {pid}.part {pid}; sleep 600"
    lab.open(notebook_of(shows_widget(place, tests=tests), "print('the kernel', 'is free')"))
    lab.run_cell(0)
    widget = lab.output(0)

    button(widget, "Run").click()
    busy = widget.locator(".ssnb-busy")
    expect(busy).to_contain_text(re.compile(r"▶ Run · apply · running the tests: .*\d s"))
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
    widget.get_by_text("details", exact=True).click()
    expect(widget.get_by_text("DatabaseError:").first).to_be_visible()
    lab.screenshot("widget-trouble")
    assert not lab.errors


def test_production_cannot_be_mistaken_and_is_only_read(lab: LabPage, tmp_path: Path) -> None:
    place = place_of("two_years_of_hot_fixes", tmp_path)
    before = place.database.read_bytes()
    lab.open(notebook_of(shows_widget(place, environment="production")))
    lab.run_all()
    widget = lab.output(0)
    press(widget, "Analyze", "Plan:")
    for name in ("Apply", "Run", "Step", "Roll back"):
        expect(button(widget, name)).to_be_disabled()
    header = widget.locator(".ssnb.production")
    expect(header).to_contain_text("PRODUCTION · read-only")
    expect(header).to_have_css("background-color", "rgb(168, 50, 26)")
    lab.screenshot("widget-production-light")
    lab.dark()
    lab.screenshot("widget-production-dark")
    assert place.database.read_bytes() == before and not lab.errors


HOSTILE_MODELS = """
from sqlalchemy import Column, Integer, MetaData, Table, Text
names = ["<script>window.hurt = 1</script>", "<img src=x onerror='window.hurt = 1'>", 'say "so"', "line\\nbreak",
         "\\u202eright to left", "🦆 duck"]
models = MetaData()
for name in names:
    Table(name, models, Column("id", Integer, primary_key=True), Column(name + " new", Text))
"""


def test_hostile_names_are_shown_and_do_nothing(lab: LabPage, tmp_path: Path) -> None:
    made: dict[str, object] = {}
    exec(HOSTILE_MODELS, made)
    file = tmp_path / "hostile.db"
    with closing(sqlite3.connect(file)) as connection:
        for name in made["names"]:
            quoted = name.replace('"', '""')
            connection.execute(f'CREATE TABLE "{quoted}" (id INTEGER PRIMARY KEY, "{quoted}" TEXT)')
    place = f"loop = ss.SyncLoop('sqlite:///{file}', models, workdir={str(tmp_path / '.schemasync')!r})"
    lab.open(notebook_of(f"{HOSTILE_MODELS}\nimport schemasync_nb as ss\n{place}\nloop.widget()"))
    lab.run_all()
    widget = lab.output(0)
    press(widget, "Analyze", "Plan:")
    expect(rows(widget).first).to_be_visible()
    button(widget, "Select all found").click()
    expect(details(widget)).to_contain_text("<script>window.hurt = 1</script>")
    button(widget, "Migrate the database").click()
    expect(widget.locator(".ssnb-confirm")).to_contain_text("<img src=x onerror='window.hurt = 1'>")
    widget.locator("table.ssnb-changes th button").nth(3).click()  # the list of tables to filter by
    expect(lab.page.locator(".dtcc-dropdown").get_by_text("🦆 duck", exact=True)).to_be_visible()
    lab.screenshot("widget-hostile-light")
    lab.page.keyboard.press("Escape")
    tab(widget, "Schema")
    expect(widget.locator(".ssnb-schema g.node")).to_have_count(6)
    widget.locator(".ssnb-schema g.node").first.click()
    tab(widget, "Record")
    press(widget, "Run", "after")
    lab.screenshot("widget-hostile-run-light")
    assert lab.page.evaluate("window.hurt") is None and not lab.errors
