"""Replay: what the audit log keeps of a pass is enough to show it again, in another kernel too."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import schemasync_nb as ss
from schemasync_nb.detect.drift import Drift
from schemasync_nb.show.er_diff import er_diff
from schemasync_nb.show.flow import flow
from schemasync_nb.show.replay import Replay, replay
from schemasync_nb.show.snapshot import restored, runs, snapshot

HOSTILE = '<script>alert(1)</script>\n"]; x'

DATABASE = """
CREATE TABLE book (id integer PRIMARY KEY NOT NULL, title varchar(50), note text);
CREATE TABLE loan (id integer PRIMARY KEY NOT NULL, book_id integer REFERENCES book (id));
INSERT INTO book (title) VALUES ('Emma'), (NULL);
"""
MODELS = """
from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, String, Table

metadata = MetaData()
Table("book", metadata, Column("id", Integer, primary_key=True), Column("title", String(80), nullable=False))
Table("loan", metadata, Column("id", Integer, primary_key=True), Column("book_id", ForeignKey("book.id")),
      Column("due", Date))
Table("member", metadata, Column("id", Integer, primary_key=True))
"""
TITLE, NOTE = "column:book.title:alter", "column:book.note:remove"
DECISIONS = {TITLE: {"do": "database", "backfill": "'?'"}, NOTE: {"do": "ignore"}}


@pytest.fixture
def new_loop() -> Callable[..., ss.SyncLoop]:
    """A loop over the same two files each time, as a new kernel would make it."""
    Path("models.py").write_text(MODELS)
    with closing(sqlite3.connect("library.db")) as connection:
        connection.executescript(DATABASE)
    return lambda **options: ss.SyncLoop("sqlite:///library.db", "models.py:metadata", **options)


def again(drift: Drift) -> Drift:
    return restored(json.loads(json.dumps(snapshot(drift))))


def test_what_is_kept_of_a_drift_shows_the_same(case: str, drifts: dict[str, Drift]) -> None:
    """Law: a drift and what its snapshot tells have the same rows, headline and picture."""
    drift = drifts[case]
    assert again(drift).rows() == drift.rows() and again(drift).headline() == drift.headline()
    assert again(drift)._repr_html_() == drift._repr_html_()
    assert er_diff(again(drift)).source == er_diff(drift).source


def test_a_large_drift_is_kept_too_and_stays_small(big: Callable[..., Drift]) -> None:
    drift = big(300)
    told = json.dumps(snapshot(drift))
    assert er_diff(again(drift)).source == er_diff(drift).source and again(drift).rows() == drift.rows()
    assert len(told) < 250_000  # of which three quarters are the 300 changes


def ways() -> dict[str, tuple[dict[str, Any], list[str]]]:
    """How a run ends: options of the loop, and the status of each pass."""
    decided = {"policy": ss.Policy(decisions=DECISIONS)}
    return {
        "waiting": ({}, ["applied", "waiting"]),
        "in sync": (decided, ["in_sync"]),
        "exhausted": ({"max_iterations": 1}, ["applied"]),
        "refused": ({**decided, "tests": "exit 3"}, ["refused"]),
    }


@pytest.mark.parametrize("way", sorted(ways()))
def test_a_run_is_shown_as_it_was_in_another_loop(way: str, new_loop: Callable[..., ss.SyncLoop]) -> None:
    options, statuses = ways()[way]
    loop = new_loop(**options)
    first = er_diff(loop.detect()).source
    ended = loop.run()
    shown = new_loop().replay()
    assert [moment.state.passes[-1].status for moment in shown.moments] == statuses
    assert er_diff(shown.moments[0].drift).source == first
    assert shown.moments[-1].state.rows() == ended.rows()
    assert flow(shown.moments[-1].state).source == flow(ended).source


def test_a_new_kernel_shows_what_the_old_one_did(new_loop: Callable[..., ss.SyncLoop]) -> None:
    loop = new_loop()
    loop.run()
    code = (
        "import schemasync_nb as ss\n"
        "shown = ss.SyncLoop('sqlite:///library.db', 'models.py:metadata').replay()\n"
        "print(shown._repr_mimebundle_()['text/plain'])\n"
        "print(shown.static_html())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    here = loop.replay()
    assert done.stdout == f"{here._repr_mimebundle_()['text/plain']}\n{here.static_html()}\n"


def test_the_slider_goes_through_the_passes(new_loop: Callable[..., ss.SyncLoop]) -> None:
    loop = new_loop()
    loop.run()
    shown = loop.replay()
    assert (shown.slider.min, shown.slider.value, shown.slider.max) == (1, 1, 2)
    views = []
    for number in (1, 2):
        shown.slider.value = number
        assert shown.moment is shown.moments[number - 1]
        views.append(parts(shown))
    assert "pass 1: 4 found, 2 applied, 2 remaining" in views[0] and "pass 2: 2 found, 0 applied" in views[1]
    assert "table:member:add" in views[0] and "table:member:add" not in views[1]
    assert "✓ Verify" in views[0] and "waiting" in views[1]


def parts(shown: Replay) -> str:
    """The HTML of what is shown now."""
    found, values = [shown], []
    while found:
        part = found.pop()
        values.append(str(getattr(part, "value", "")))
        found += getattr(part, "children", ())
    return "\n".join(values).replace("<wbr>", "")


def test_a_saved_notebook_keeps_every_pass(new_loop: Callable[..., ss.SyncLoop]) -> None:
    loop = new_loop()
    loop.run()
    bundle = loop.replay()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    page = bundle["text/html"].replace("<wbr>", "")
    assert page.count("data:image/svg+xml;base64,") == 4 and TITLE in page
    assert [line.split(":")[0] for line in bundle["text/plain"].splitlines()[1:]] == ["pass 1", "pass 2"]


def test_every_run_can_be_chosen(new_loop: Callable[..., ss.SyncLoop]) -> None:
    new_loop().run()
    new_loop(policy=ss.Policy(decisions=DECISIONS)).run()
    assert [len(new_loop().replay(run).moments) for run in (0, 1, -1)] == [2, 1, 1]
    with pytest.raises(ss.SchemaSyncError, match="run 2 is not among the 2 that are known"):
        new_loop().replay(2)


def test_steps_made_by_hand_are_a_pass_too(new_loop: Callable[..., ss.SyncLoop]) -> None:
    loop = new_loop()
    for step in (loop.detect, loop.analyze, loop.apply, loop.verify):
        step()
    (moment,) = new_loop().replay().moments
    assert (moment.state.passes[-1].applied, len(moment.drift.changes)) == (2, 4)


def test_a_step_by_hand_that_is_refused_or_does_nothing_says_so(new_loop: Callable[..., ss.SyncLoop]) -> None:
    loop = new_loop(environment="production")
    with pytest.raises(ss.SchemaSyncError, match="read-only"):
        loop.apply()
    assert (loop.state.status, loop.state.passes[-1].status) == ("refused", "refused")
    loop = new_loop(policy=ss.Policy(decisions={"*": "ignore"}))
    assert not loop.apply().changes
    assert loop.state.status == "in_sync"
    loop = new_loop(policy=ss.Policy(defaults=False))
    assert not loop.apply().changes
    assert (loop.state.status, loop.state.passes[-1].remaining) == ("waiting", 4)


def test_a_pass_that_writes_nothing_makes_no_work_directory_and_is_replayed_all_the_same(
    new_loop: Callable[..., ss.SyncLoop],
) -> None:
    left_alone = ("table:member:add", "column:loan.due:add")
    loop = new_loop(policy=ss.Policy(decisions={key: {"do": "ignore"} for key in left_alone}))
    loop.run()
    assert not Path(".schemasync").exists()
    assert [moment.state.status for moment in loop.replay().moments] == ["waiting"]
    with pytest.raises(ss.SchemaSyncError, match="no pass is known here yet"):
        new_loop().replay()


def test_no_password_is_kept(new_loop: Callable[..., ss.SyncLoop]) -> None:
    """Law 7: a default may hold one."""
    with closing(sqlite3.connect("library.db")) as connection:
        connection.execute("ALTER TABLE loan ADD source text DEFAULT 'postgresql://app:hidden-word@db/x'")
    new_loop().run()
    assert "hidden-word" not in Path(".schemasync/audit.jsonl").read_text()
    assert "hidden-word" not in new_loop().replay().static_html()


def test_hostile_words_are_text(drifts: dict[str, Drift], new_loop: Callable[..., ss.SyncLoop]) -> None:
    loop = new_loop()
    loop.run()
    (entries,) = runs(entry for entry in loop.history.entries if entry["event"] == "pass")
    changed = [{**entry, "reason": HOSTILE, "drift": snapshot(drifts["hostile"])} for entry in entries]
    shown = replay(changed, HOSTILE)
    for page in (parts(shown), shown.static_html()):
        assert "<script" not in page and "&lt;script&gt;" in page
    assert HOSTILE not in shown._repr_mimebundle_()["text/plain"]


def test_the_log_stays_whole(new_loop: Callable[..., ss.SyncLoop]) -> None:
    loop = new_loop()
    loop.run()
    assert loop.application.log.check() == ()
    assert [entry["event"] for entry in loop.history.entries] == ["backup", "applying", "applied", "pass", "pass"]
