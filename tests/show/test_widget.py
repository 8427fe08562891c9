"""The widget's logic without a browser, over a loop whose steps a test says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from schemasync_nb.analyze.plan import WAITS, Item, Plan, Question
from schemasync_nb.detect.drift import Drift
from schemasync_nb.errors import DecisionError, Refused
from schemasync_nb.loop import FAILED, IN_SYNC, RUNNING, LoopState, Pass
from schemasync_nb.policy import Decision
from schemasync_nb.report import Report
from schemasync_nb.show.dot import Picture
from schemasync_nb.show.er_diff import er_diff
from schemasync_nb.show.widget import UNDECIDED, LoopWidget, option_words

ID = "column:books.title:alter"
OPTIONS = ({"do": "database", "backfill": "'untitled'"}, {"do": "ignore"})
HOSTILE = "<script>alert(1)</script>"
PATIENCE = 60


class TinyLoop:
    """The widget's protocol over real results; ``trouble`` is raised by the next step, ``gate`` holds steps back."""

    def __init__(self, drift: Drift, environment: str | None = "development") -> None:
        self.state = LoopState("sqlite:///library.db", environment, 10)
        self.drift: Drift | None = None
        self.plan: Plan | None = None
        self.decided: list[tuple[str, Any]] = []
        self.allowed: list[str] = []
        self.trouble: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.stopped = False
        self.watchers: list[Callable[[LoopState], None]] = []
        self._found = drift

    def detect(self) -> Drift:
        assert self.gate.wait(PATIENCE)
        if self.trouble:
            raise self.trouble
        self.drift = self._found
        return self.drift

    def analyze(self) -> Plan:
        question = Question(ID, f"2 rows are NULL: {HOSTILE}", OPTIONS)
        drift = self.detect()
        items = tuple(
            Item(change, Decision("database"), WAITS, "not allowed", "", "")
            for change in drift.changes
            if change.hazards and not self.allowed
        )
        self.plan = Plan(drift, items, (question,), self._found.models, (), ())
        return self.plan

    def apply(self) -> Report:
        return self.detect()

    verify = rollback = apply

    def run(self) -> LoopState:
        self.move(status=RUNNING, current="detect")
        self.detect()
        self.move(current=None, status=IN_SYNC, passes=(Pass(1, 1, 1, 0, "in_sync"),))
        return self.state

    def decide(self, change_id: str, decision: Any) -> None:
        if decision.get("backfill") == " ":
            raise DecisionError(f"decision for {change_id}: the backfill is empty; say an SQL expression")
        self.decided.append((change_id, decision))

    def allow(self, *hazards: str) -> None:
        self.allowed.extend(hazards)

    def stop(self) -> None:
        self.stopped = True
        self.gate.set()

    def watch(self, callback: Callable[[LoopState], None]) -> Callable[[], None]:
        self.watchers.append(callback)
        return lambda: self.watchers.remove(callback)

    def er_diff(self) -> Picture:
        return er_diff(self._found)

    def move(self, **facts: Any) -> None:
        self.state = replace(self.state, **facts)
        for watcher in self.watchers:
            watcher(self.state)


@pytest.fixture
def loop(drifts: dict[str, Drift]) -> TinyLoop:
    return TinyLoop(drifts["column_altered"])


@pytest.fixture
def widget(loop: TinyLoop) -> Iterator[LoopWidget]:
    widget = LoopWidget(loop)
    yield widget
    loop.stop()
    assert widget.wait(PATIENCE)
    widget.close()


def press(widget: LoopWidget, name: str) -> None:
    widget.start(name)
    assert widget.wait(PATIENCE)


def everything(widget: LoopWidget) -> str:
    """The HTML of every part of the widget."""
    parts, found = [widget], []
    while parts:
        part = parts.pop()
        found.append(str(getattr(part, "value", "")))
        parts.extend(getattr(part, "children", ()))
    return "\n".join(found)


def test_a_step_shows_its_result_and_the_schema(widget: LoopWidget) -> None:
    press(widget, "detect")
    assert isinstance(widget.result, Drift)
    assert "1 change: 1 to alter" in everything(widget) and "VARCHAR(200)" in everything(widget)


def test_every_button_calls_its_method(widget: LoopWidget) -> None:
    for name, button in widget.buttons.items():
        button.click()
        assert widget.wait(PATIENCE) and widget.result is not None, name


def test_what_the_loop_says_while_it_works_is_shown(widget: LoopWidget, loop: TinyLoop) -> None:
    loop.gate.clear()
    widget.start("run")
    while "▶ Detect" not in everything(widget):
        assert widget.busy
    loop.gate.set()
    assert widget.wait(PATIENCE)
    assert "pass 1: 1 found, 1 applied, 0 remaining (in sync)" in everything(widget)
    assert "✓ Detect" in everything(widget) and "no schema drift after 1 of 10 passes" in everything(widget)


def test_one_thing_at_a_time_and_stop_ends_it(widget: LoopWidget, loop: TinyLoop) -> None:
    loop.gate.clear()
    widget.start("detect")
    assert widget.busy and all(button.disabled for button in widget.buttons.values())
    widget.start("analyze")
    assert "One thing at a time" in everything(widget) and loop.plan is None
    widget.stop()
    assert widget.wait(PATIENCE) and loop.stopped
    assert not widget.busy and not any(button.disabled for button in widget.buttons.values())


def test_trouble_is_one_line_and_the_widget_goes_on(widget: LoopWidget, loop: TinyLoop) -> None:
    loop.trouble = Refused(f"the target changed {HOSTILE}\nsince the plan was made: analyze again")
    press(widget, "apply")
    said = everything(widget)
    assert "✗ the target changed &lt;script&gt;" in said and HOSTILE not in said
    loop.trouble = None
    press(widget, "detect")
    assert "✗" not in widget._message.value


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_is_said_without_its_words_and_reaches_the_log(widget: LoopWidget, loop: TinyLoop) -> None:
    loop.trouble = ValueError("postgresql://app:secret@db")
    press(widget, "detect")
    assert "detect: unexpected ValueError" in everything(widget) and "secret" not in everything(widget)
    assert not widget.busy


def test_a_run_that_failed_is_shown_as_trouble(
    widget: LoopWidget, loop: TinyLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "run", lambda: replace(loop.state, status=FAILED, reason="disk full"))
    press(widget, "run")
    assert "✗ failed after 0 of 10 passes: disk full" in everything(widget)


def test_a_question_is_answered_by_its_options(widget: LoopWidget, loop: TinyLoop) -> None:
    press(widget, "analyze")
    (row,) = widget._questions.children
    assert [words for words, _ in row.choice.options] == [
        "decide …",
        "migrate the database, filled with 'untitled'",
        "leave it",
    ]
    assert row.option is None and row.backfill.layout.display == "none"
    row.choice.value = 0
    assert loop.decided == [(ID, OPTIONS[0])] and row.backfill.layout.display is None
    row.backfill.value = "'?'"
    assert loop.decided[-1] == (ID, {"do": "database", "backfill": "'?'"})
    row.choice.value = 1
    assert loop.decided[-1] == (ID, {"do": "ignore"}) and row.backfill.layout.display == "none"
    row.choice.value = UNDECIDED
    assert len(loop.decided) == 3
    assert f"Decided: {ID}: leave it" in everything(widget)


def test_a_decision_that_cannot_be_used_is_said(widget: LoopWidget) -> None:
    press(widget, "analyze")
    (row,) = widget._questions.children
    row.choice.value = 0
    row.backfill.value = " "
    assert "✗ decision for column:books.title:alter: the backfill is empty" in everything(widget)


def test_a_hazard_is_allowed_by_typing_its_name(drifts: dict[str, Drift]) -> None:
    loop = TinyLoop(drifts["column_removed"])
    widget = LoopWidget(loop)
    press(widget, "analyze")
    row = widget._questions.children[0]
    assert "Type DELETES_DATA to allow it" in everything(widget)
    row.typed.value = "yes"
    assert loop.allowed == []
    row.typed.value = "DELETES_DATA"
    assert loop.allowed == ["DELETES_DATA"] and "DELETES_DATA is allowed" in everything(widget)
    press(widget, "analyze")
    assert "Type DELETES_DATA" not in everything(widget)
    widget.close()


def test_a_choice_is_kept_while_the_questions_are_the_same(widget: LoopWidget) -> None:
    press(widget, "analyze")
    widget._questions.children[0].choice.value = 1
    press(widget, "analyze")
    assert widget._questions.children[0].choice.value == 1


def test_production_is_unmistakable_and_writes_nothing(drifts: dict[str, Drift]) -> None:
    widget = LoopWidget(TinyLoop(drifts["column_altered"], "production"))
    assert 'class="ssnb production"' in everything(widget) and "PRODUCTION" in everything(widget)
    press(widget, "detect")
    disabled = {name for name, button in widget.buttons.items() if button.disabled}
    assert disabled == {"apply", "run", "rollback"}
    widget.close()


def test_a_saved_notebook_shows_the_last_state_without_a_kernel(widget: LoopWidget) -> None:
    press(widget, "detect")
    bundle = widget._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "data:image/svg+xml;base64," in bundle["text/html"] and "VARCHAR(" in bundle["text/html"]
    assert "<script" not in bundle["text/html"] and bundle["text/plain"].startswith("ready after 0 of 10 passes")


def test_hostile_words_are_text_everywhere(drifts: dict[str, Drift]) -> None:
    loop = TinyLoop(drifts["hostile"], HOSTILE)
    loop.state = replace(loop.state, database=HOSTILE, reason=HOSTILE)
    widget = LoopWidget(loop)
    press(widget, "analyze")
    assert HOSTILE not in everything(widget) and "<script" not in widget.static_html()
    widget.close()


def test_a_closed_widget_no_longer_listens(loop: TinyLoop) -> None:
    widget = LoopWidget(loop)
    widget.close()
    widget.close()
    assert loop.watchers == []


def test_decisions_in_words() -> None:
    assert option_words("ignore") == "leave it"
    assert option_words({"do": "database", "rename_from": "phone"}) == "migrate the database, renamed from phone"
