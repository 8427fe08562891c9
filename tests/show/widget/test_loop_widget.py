"""The widget's logic without a browser: real loops on real databases."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text

import schemasync_nb as ss
from schemasync_nb.detect.drift import Drift
from schemasync_nb.lessons import Place
from schemasync_nb.loop import LoopState
from schemasync_nb.show.widget import LoopWidget

from .conftest import PATIENCE, MakeWidget, everything, press, said, states, text

Library = Callable[..., LoopWidget]

PHONE = "column:members.phone:add"


class Hold:
    """Holds a loop back when it comes to a step, as a slow database would."""

    def __init__(self, loop: ss.SyncLoop, step: str) -> None:
        self.reached, self.go_on, self.step = threading.Event(), threading.Event(), step
        loop.watch(self._hold)

    def _hold(self, state: LoopState) -> None:
        if state.current == self.step and not self.go_on.is_set():
            self.reached.set()
            assert self.go_on.wait(PATIENCE)


def test_steps_made_one_by_one_close_the_drift_and_are_rolled_back(library: Library) -> None:
    widget = library("missing_column")
    press(widget, "detect")
    assert isinstance(widget.result, Drift) and "1 change: 1 to add" in said(widget)
    assert states(widget) == {"column:members.birth_date:add": "found"}
    press(widget, "analyze")
    assert states(widget) == {"column:members.birth_date:add": "goes in"}
    assert "def upgrade()" in text(widget._revision.value) and "would write" in widget._revision.value
    press(widget, "apply")
    assert "Applied 1 change by revision" in said(widget)
    assert widget.loop.applied.revision.path.name in widget._revision.value
    press(widget, "verify")
    assert "No schema drift" in said(widget) and states(widget) == {}
    press(widget, "rollback")
    assert "Rolled back 1 change" in said(widget)
    press(widget, "step")
    assert "no schema drift after 1 of 10 passes" in said(widget)
    press(widget, "run")
    assert "no schema drift after 1 of 10 passes" in said(widget)
    assert "downgraded" in widget._record.value


def test_what_is_under_way_is_shown_with_its_time(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schemasync_nb.show.widget.worker.TICK", 0.01)
    widget = library("missing_column")
    hold = Hold(widget.loop, "analyze")
    widget.start("run")
    assert hold.reached.wait(PATIENCE) and widget.busy
    first = said(widget)
    assert next(True for _ in range(PATIENCE * 100) if said(widget) != first or time.sleep(0.01))
    assert "▶ Run · analyze" in said(widget) and "▶ Analyze" in widget._flow.value
    assert all(button.disabled for button in widget.buttons.values()) and not widget._stop.disabled
    widget.start("detect")
    assert "One thing at a time" in said(widget)
    hold.go_on.set()
    assert widget.wait(PATIENCE)
    assert "pass 1: 1 found, 1 applied, 0 remaining (in sync)" in everything(widget)
    assert widget._stop.disabled and not any(button.disabled for button in widget.buttons.values())


def test_no_word_on_progress_comes_after_the_last_one(library: Library) -> None:
    widget = library("missing_column")
    widget._message.observe(lambda change: 'role="status"' in change.new and widget._show_progress(), "value")
    press(widget, "detect")
    assert "1 change: 1 to add" in said(widget)


@pytest.mark.parametrize(("button", "step"), [("run", "detect"), ("step", "analyze"), ("run", "apply")])
def test_stop_ends_a_run_wherever_it_is_pressed(library: Library, button: str, step: str) -> None:
    widget = library("missing_column")
    before = widget.loop.detect().fingerprint
    hold = Hold(widget.loop, step)
    widget.start(button)
    assert hold.reached.wait(PATIENCE)
    widget.stop()
    assert "stopping" in said(widget)
    hold.go_on.set()
    assert widget.wait(PATIENCE)
    assert "stopped: the target is as it was" in said(widget)
    assert widget.loop.detect().fingerprint == before
    press(widget, "step")
    assert "no schema drift" in said(widget)


def test_trouble_is_one_line_with_its_details_folded(library: Library, place: Callable[[str], Place]) -> None:
    widget = library("missing_column")
    Path(widget.loop.target.url.database).write_bytes(b"no database at all, but long enough for one" * 100)
    press(widget, "detect")
    line, _, details = said(widget).partition("</div>")
    assert "✗ " in line and "file is not a database" in line and "\n" not in line
    assert "<details><summary>details</summary>" in details and "DatabaseError" in details
    assert not widget.busy and not widget.buttons["detect"].disabled


def test_a_bug_is_named_and_shows_no_password(library: Library) -> None:
    def listener(line: str) -> None:
        raise ValueError("postgresql://app:secret@db <script>")

    widget = library("missing_column")
    widget.loop.tell = listener
    press(widget, "apply")
    assert "✗ apply: unexpected ValueError" in said(widget) and "in listener" in said(widget)
    assert "secret" not in everything(widget) and "<script" not in everything(widget)
    assert widget.loop.tell is listener and not widget.busy


def test_what_cannot_be_shown_does_not_stop_the_loop(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = library("missing_column")
    monkeypatch.setattr("schemasync_nb.show.widget.loop_widget.flow", lambda *_, **__: 1 / 0)
    press(widget, "run")
    assert "showing it: unexpected ZeroDivisionError" in said(widget)
    monkeypatch.undo()
    press(widget, "verify")
    assert "No schema drift" in said(widget)


def test_a_rename_is_asked_and_decided(library: Library) -> None:
    widget = library("renamed_column")
    press(widget, "analyze")
    assert widget.selection == (PHONE,)
    assert [words for words, _ in widget.question.options.options] == [
        "migrate the database, renamed from telephone",
        "migrate the database",
        "patch the models",
        "leave it",
    ]
    assert widget.question.taken.disabled
    widget.question.options.value = 0
    widget.question.taken.click()
    assert f"Decided: {PHONE}: migrate the database, renamed from telephone" in said(widget)
    assert states(widget)[PHONE] == "decided, analyze again"
    press(widget, "analyze")
    assert states(widget) == {"column:members.phone:rename": "goes in"}
    widget.selection = ("column:members.phone:rename",)
    assert "RENAME COLUMN telephone TO phone" in text(widget._details.value)
    widget.decide_selected("ignore")
    assert widget.loop.policy.decisions[PHONE].do == "ignore"


def test_a_backfill_is_asked_where_it_is_needed_and_can_be_edited(library: Library) -> None:
    widget = library("lost_not_null")
    press(widget, "analyze")
    assert "Which value shall they get?" in everything(widget) and "rows with NULL" in widget._details.value
    assert widget.question.backfill.layout.display == "none"
    widget.question.options.value = 0
    assert widget.question.backfill.layout.display is None
    widget.question.backfill.value = " "
    widget.question.take()
    assert "✗ decision for column:loans.due_on:alter" in said(widget)
    widget.question.backfill.value = "loaned_on"
    widget.question.take()
    assert widget.loop.policy.decisions["column:loans.due_on:alter"].backfill == "loaned_on"


def test_one_decision_for_many_changes(library: Library) -> None:
    widget = library("two_years_of_hot_fixes")
    press(widget, "analyze")
    asking = [change_id for change_id, state in states(widget).items() if state == "asks you"]
    assert widget.bar.next.description == f"Next question ({len(asking)})"
    widget.selection = tuple(asking)
    widget.bar.sides["ignore"].click()
    assert {widget.loop.policy.decisions[change_id].do for change_id in asking} == {"ignore"}
    assert widget.bar.next.disabled and f"Decided: {len(asking)} changes: leave it" in said(widget)
    press(widget, "run")
    assert "no schema drift" in said(widget)
    assert widget.loop.drift.in_sync and len(widget.loop.drift.ignored) == len(asking)


def test_next_question_goes_round(library: Library) -> None:
    widget = library("renamed_column")
    press(widget, "analyze")
    seen = [widget.selection[0]]
    for _ in range(2):
        widget.bar.next.click()
        seen.append(widget.selection[0])
    assert seen == [PHONE, "column:members.telephone:remove", PHONE]


def test_data_goes_only_after_the_name_of_its_table_was_typed(library: Library) -> None:
    widget = library("hot_fix_column")
    press(widget, "analyze")
    fax = "column:members.fax:remove"
    assert widget.selection == (fax,) and widget.confirm.layout.display == "none"
    widget.bar.sides["database"].click()
    assert fax not in widget.loop.policy.decisions and not widget.loop.policy.allow
    assert states(widget)[fax] == "type its table's name" and "<b>members</b>: column:members.fax" in everything(widget)
    press(widget, "run")
    assert "1 change waits" in said(widget) and fax in {change.id for change in widget.loop.drift.changes}
    widget.confirm.name.value = "member"
    assert fax not in widget.loop.policy.decisions and widget.confirm.layout.display is None
    widget.confirm.name.value = "members"
    assert widget.loop.policy.decisions[fax].do == "database" and widget.loop.policy.allow == ("DELETES_DATA",)
    assert widget.confirm.layout.display == "none"
    press(widget, "run")
    assert "no schema drift" in said(widget)


def test_one_name_lets_no_other_table_go(library: Library, place: Callable[[str], Place]) -> None:
    policy = ss.Policy(decisions={"column:branches.wifi_password:remove": "database"})
    widget = library("two_years_of_hot_fixes", policy=policy)
    press(widget, "analyze")
    assert list(widget.confirm.losses) == ["branches"]
    widget.decide("column:books.publisher_id:remove", "database")
    assert set(widget.confirm.losses) == {"books", "branches"}
    widget.confirm.name.value = "books"
    assert not widget.loop.policy.allow and list(widget.confirm.losses) == ["branches"]
    widget.confirm._leave.click()
    assert list(widget.confirm.losses) == ["branches"]  # it was decided elsewhere: only its name, or another decision
    widget.decide("column:branches.wifi_password:remove", "ignore")
    assert widget.confirm.layout.display == "none"


def test_what_is_rather_not_destroyed_stays_undecided(library: Library) -> None:
    widget = library("leftover_table")
    press(widget, "analyze")
    widget.decide_selected("database")
    assert list(widget.confirm.losses) == ["loans_before_2023"]
    widget.confirm._leave.click()
    assert not widget.confirm.losses and not widget.loop.policy.decisions


def test_what_was_decided_in_another_cell_is_taken_up(library: Library) -> None:
    widget = library("renamed_column")
    widget.loop.analyze()
    assert widget.selection == (PHONE,)
    widget.loop.decide(PHONE, {"do": "database", "rename_from": "telephone"})
    widget.loop.run()
    assert widget.loop.state.status == "in_sync"
    assert states(widget) == {}


def test_a_table_clicked_in_the_schema_selects_its_changes_and_the_other_way_round(library: Library) -> None:
    widget = library("two_years_of_hot_fixes")
    press(widget, "detect")
    assert "<svg" not in widget.schema.drawn  # not drawn before somebody looks
    widget.tabs.selected_index = 1
    assert "<svg" in widget.schema.drawn and widget.schema.marked == []

    def click(table: str, *, more: bool = False) -> None:
        content = {"picked": table, "more": more}
        widget.schema._handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})

    click("copies")
    copies = set(widget.selection)
    assert copies and all(change_id.split(":")[1].startswith("copies") for change_id in copies)
    assert widget.schema.marked == ["copies"] and set(widget.table.selected_rows) == {
        at for at, change_id in enumerate(widget.table._ids) if change_id in copies
    }
    assert all(change_id in widget._details.value for change_id in copies)
    click("fines", more=True)
    assert set(widget.selection) > copies and widget.schema.marked == ["copies", "fines"]
    click("no such table")
    assert set(widget.selection) > copies
    widget.table.selected_rows = [0]
    assert widget.selection == (widget.table._ids[0],) and len(widget.schema.marked) == 1


def test_the_selection_reads_back_and_can_be_watched(library: Library) -> None:
    widget = library("renamed_column")
    heard = []
    widget.observe(lambda change: heard.append(change.new), "selection")
    press(widget, "detect")
    widget.table.selected_rows = [1]
    widget.selection = (PHONE, "no such change")
    assert heard == [("column:members.telephone:remove",), (PHONE, "no such change")]
    assert widget.table.selected_rows == [0] and "1 change selected" in everything(widget)
    press(widget, "detect")
    assert widget.selection == (PHONE,)


def test_production_is_unmistakable_and_writes_nothing(library: Library) -> None:
    widget = library("two_years_of_hot_fixes", environment="production")
    file = Path(widget.loop.target.url.database)
    before = file.read_bytes()
    assert "ssnb-where production" in widget._header.value and "PRODUCTION" in widget._header.value
    press(widget, "analyze")
    assert {name for name, button in widget.buttons.items() if button.disabled} == {"apply", "run", "step", "rollback"}
    assert file.read_bytes() == before


def test_the_picture_that_is_saved_is_the_last_state(library: Library) -> None:
    widget = library("missing_column")
    press(widget, "detect")
    bundle = widget._saved._bundle(widget.loop.state, widget._last)
    assert "data:image/svg+xml;base64," in bundle["text/html"] and "birth_date" in bundle["text/html"]
    assert "<script" not in bundle["text/html"] and bundle["text/plain"].startswith("1 change: 1 to add")
    assert f".ssnb-saved-{widget.model_id} {{ display: none; }}" in everything(widget)


def test_the_offending_rows_are_shown_with_their_query(library: Library) -> None:
    widget = library("orphaned_reservations")
    press(widget, "analyze")
    widget.selection = tuple(finding.change_id for finding in widget.loop.plan.findings)
    shown = text(widget._details.value)
    assert "with no row in" in shown and "NOT EXISTS" in shown and "member_id" in shown


def test_a_closed_widget_no_longer_listens(make_widget: MakeWidget, place: Callable[[str], Place]) -> None:
    built = place("missing_column")
    widget = make_widget(built.url, f"{built.models}:Base")
    widget.close()
    widget.close()
    widget.loop.detect()
    assert widget._known == () and widget.loop._watchers == []


def test_writes_go_to_the_database_itself(library: Library) -> None:
    widget = library("missing_column")
    press(widget, "run")
    with closing(sqlite3.connect(widget.loop.target.url.database)) as connection:
        columns = {name for _, name, *_ in connection.execute("PRAGMA table_info(members)")}
    assert "birth_date" in columns


HOSTILE = "<script>alert(1)</script>"
NAMES = (HOSTILE, 'say "it\'s"', "line\nbreak", "\u202eright to left", "🦆 duck", "&amp; \\n {{x}} ${y}")


def test_hostile_names_are_text_in_every_part(over_sql: Callable[..., LoopWidget]) -> None:
    quoted = [name.replace('"', '""') for name in NAMES]
    tables = ";\n".join(f'CREATE TABLE "{name}" (id INTEGER PRIMARY KEY, "{name}" TEXT)' for name in quoted)
    rows = ";\n".join(f"INSERT INTO \"{name}\" VALUES (1, '{HOSTILE}')" for name in quoted)
    models = MetaData()
    for name in NAMES:
        Table(name, models, Column("id", Integer, primary_key=True), Column(f"{name} new", Text, nullable=False))
    widget = over_sql(f"{tables};\n{rows}", models)
    press(widget, "analyze")
    widget.tabs.selected_index = 1
    for change_id in states(widget):
        widget.selection = (change_id,)
        widget.decide(change_id, "database")
        assert "<script" not in everything(widget)
    widget.confirm.name.value = HOSTILE
    widget.confirm.name.value = "line break"
    assert set(NAMES) - set(widget.confirm.losses) == {HOSTILE, "line\nbreak"}
    press(widget, "run")
    shown = everything(widget) + widget._saved._bundle(widget.loop.state, widget._last)["text/html"]
    at = shown.find("<script")
    assert at < 0, shown[at - 200 : at + 60]
    assert "\u202e" not in shown
    assert "&lt;script&gt;" in shown and "🦆" in shown


def test_a_thousand_changes_stay_usable(over_sql: Callable[..., LoopWidget]) -> None:
    script = ";\n".join(f"CREATE TABLE t{n} (id INTEGER PRIMARY KEY, a{n} TEXT)" for n in range(500))
    models = MetaData()
    for n in range(500):
        Table(f"t{n}", models, Column("id", Integer, primary_key=True), Column("b", Text))
    widget = over_sql(script, models)
    press(widget, "detect")
    began = time.process_time()
    widget.selection = tuple(states(widget))
    widget.bar.sides["ignore"].click()
    assert len(widget.loop.drift.ignored) == len(states(widget)) == 1000
    assert "and 992 more changes" in text(widget._details.value)
    assert time.process_time() - began < PATIENCE / 2
