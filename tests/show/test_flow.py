"""The flow diagram and the timeline: made from the loop's state, and saying what it says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from schemasync_nb.guard.gate import PASSED, REFUSED, SKIPPED, Gate
from schemasync_nb.loop import EXHAUSTED, FAILED, IN_SYNC, RUNNING, WAITING, WAYS_OUT, LoopState, Pass
from schemasync_nb.show.dot import svg
from schemasync_nb.show.flow import GATES, flow, passes_used
from schemasync_nb.show.timeline import timeline

SVG = "{http://www.w3.org/2000/svg}"

DONE = tuple(Gate(name, SKIPPED if name == "tests" else PASSED, "seen") for name in GATES)
REHEARSED = (*DONE[:2], Gate("rehearse", REFUSED, "NOT NULL failed: books.title"))
FIRST = Pass(1, 12, 9, 3, "applied", by_kind={"column": 8, "index": 4}, gates=DONE)
READY_STATE = LoopState("sqlite:///library.db", "development", 10)

STATES = {
    "ready": READY_STATE,
    "detecting": replace(READY_STATE, status=RUNNING, current="detect"),
    "rehearsing": replace(READY_STATE, status=RUNNING, current="apply", gates=DONE[:2]),
    "applying": replace(READY_STATE, status=RUNNING, current="apply", passes=(FIRST,), gates=DONE),
    "in_sync": replace(
        READY_STATE,
        status=IN_SYNC,
        passes=(FIRST, Pass(2, 3, 3, 0, "in_sync", by_kind={"column": 3}, gates=DONE)),
        gates=DONE,
    ),
    "nothing_found": replace(READY_STATE, status=IN_SYNC, passes=(Pass(1, 0, 0, 0, "in_sync"),)),
    "waiting": replace(
        READY_STATE,
        status=WAITING,
        reason="3 changes wait",
        passes=(FIRST, Pass(2, 3, 0, 3, "waiting", "3 changes wait", {"column": 3})),
    ),
    "exhausted": replace(READY_STATE, status=EXHAUSTED, max_iterations=1, passes=(FIRST,), gates=DONE),
    "refused": replace(
        READY_STATE, status=REFUSED, passes=(Pass(1, 12, 0, 12, "refused", gates=REHEARSED),), gates=REHEARSED
    ),
    "failed": replace(READY_STATE, status=FAILED, passes=(Pass(1, 12, 0, 12, "failed", gates=DONE),), gates=DONE),
    "production": replace(
        READY_STATE, environment="production", status=REFUSED, passes=(Pass(1, 12, 0, 12, "refused"),)
    ),
}


def texts(state: LoopState) -> set[str]:
    root = ElementTree.fromstring(svg(flow(state)))
    return {"".join(element.itertext()).replace("\u00a0", " ").strip() for element in root.iter(f"{SVG}text")}


@pytest.mark.parametrize("name", sorted(STATES))
def test_diagrams_look_as_they_did(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"flow_{name}.dot", flow(STATES[name]).source.replace("<TR>", "\n<TR>"))


@pytest.mark.parametrize("name", sorted(STATES))
def test_each_step_gate_and_way_out_is_there_and_one_way_out_is_taken(name: str) -> None:
    state = STATES[name]
    said = texts(state)
    assert {"backup", "restore", "rehearse", "orm", "tests", "fingerprint", "guardrails"} <= said
    assert all(any(step in text for text in said) for step in ("Detect", "Analyze", "Apply", "Verify"))
    bold = [line for line in flow(state).source.splitlines() if "penwidth=2.5" in line]
    taken = [way for way in WAYS_OUT if any(f"-> {way} [" in line for line in bold)]
    assert taken == ([state.status] if state.status in WAYS_OUT else [])


def test_counts_stand_on_the_edges() -> None:
    assert {"3 found", "3 going in", "0 remaining", "pass 2 of 10"} <= texts(STATES["in_sync"])
    assert {"3 found", "0 going in", "3 remaining"} <= texts(STATES["waiting"])
    assert "0 going in" not in texts(STATES["refused"])  # they would have, had nothing refused


def test_the_current_step_is_lit_and_guardrails_come_before_the_target() -> None:
    assert "▶ Detect" in texts(STATES["detecting"])
    assert {"✓ Analyze", "Apply"} <= texts(STATES["rehearsing"]) and "▶ Apply" not in texts(STATES["rehearsing"])
    assert "▶ Apply" in texts(STATES["applying"])


def test_gates_are_signed_as_they_ran() -> None:
    summary = flow(STATES["refused"]).summary
    assert "✓ restore: passed, seen" in summary
    assert "✗ rehearse: refused, NOT NULL failed: books.title" in summary
    assert "○ orm: not run" in summary
    assert "– tests: skipped, seen" in flow(STATES["in_sync"]).summary


def test_a_gate_that_is_not_known_here_is_shown_too() -> None:
    assert "quota" in texts(replace(READY_STATE, current="apply", gates=(Gate("quota", PASSED),)))


def test_where_it_runs_and_why_it_stopped_are_in_view() -> None:
    assert {"sqlite:///library.db", "development", "3 changes wait"} <= texts(STATES["waiting"])
    assert "PRODUCTION: read-only" in texts(STATES["production"])
    assert "environment not declared" in texts(replace(READY_STATE, environment=None))


def test_many_passes_are_not_drawn_as_dots() -> None:
    said = texts(replace(READY_STATE, max_iterations=1000))
    assert "no pass yet" in said and not any("○○○" in text for text in said)


def test_what_was_found_is_told_by_kind() -> None:
    state = replace(READY_STATE, passes=(replace(FIRST, by_kind={"enum": 1, "primary_key": 2, "index": 2}),))
    line = "pass 1: 12 found, 9 applied, 3 remaining (applied): 1 enum, 2 primary keys, 2 indexes"
    assert line in flow(state).summary


def test_passes_are_counted_with_the_one_under_way() -> None:
    used = {name: passes_used(state) for name, state in STATES.items()}
    assert (used["ready"], used["detecting"], used["applying"], used["in_sync"]) == (0, 1, 2, 2)


def test_hostile_words_are_text() -> None:
    said = texts(
        replace(READY_STATE, database='<script>alert(1)</script>"]; x', reason="\x1b[0m\\N\n<b>", status=FAILED)
    )
    assert '<script>alert(1)</script>"]; x' in said and "␛[0m\\N <b>" in said


@pytest.mark.parametrize("name", sorted(STATES))
def test_a_timeline_is_the_same_bytes_for_the_same_state(name: str) -> None:
    one, other = (timeline(STATES[name])._repr_svg_() for _ in range(2))
    assert one == other and ElementTree.fromstring(one).tag == f"{SVG}svg"


def test_bars_stand_for_what_was_found_by_kind_and_what_is_left() -> None:
    (axes,) = timeline(STATES["waiting"]).axes
    heights = [[bar.get_height() for bar in bars] for bars in axes.containers]
    assert heights == [[8.0, 3.0], [4.0, 0.0], [3]]
    assert [text.get_text() for text in axes.texts] == ["12", "3", "3"]
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["column", "index"]


def test_no_two_kinds_look_the_same() -> None:
    kinds = {f"kind {number}": 1 for number in range(20)}
    (axes,) = timeline(replace(READY_STATE, passes=(Pass(1, 20, 20, 0, "in_sync", by_kind=kinds),))).axes
    looks = {(bar.get_facecolor(), bar.get_hatch()) for bars in axes.containers[:20] for bar in bars}
    assert len(looks) == 20


def test_changes_whose_kind_is_not_told_are_still_counted() -> None:
    (axes,) = timeline(STATES["refused"]).axes
    assert [bar.get_height() for bar in axes.containers[0]] == [12.0]
    assert axes.get_legend().get_texts()[0].get_text() == "kind not told"


def test_a_plot_shows_itself_without_global_plotting_state() -> None:
    code = (
        "import sys\n"
        "from IPython.core.formatters import DisplayFormatter\n"
        "from schemasync_nb.loop import LoopState\n"
        "from schemasync_nb.show.timeline import timeline\n"
        "data, _ = DisplayFormatter().format(timeline(LoopState('x', None, 10)))\n"
        "print('image/svg+xml' in data, 'matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
