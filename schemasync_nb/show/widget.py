"""The loop's controls in a notebook. The widget owns no logic: every button calls one method of the loop."""

from __future__ import annotations

import base64
import html
import threading
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import ipywidgets as ui

from schemasync_nb.analyze.plan import WAITS, Plan, Question
from schemasync_nb.detect.drift import Drift
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.loop import FAILED, REFUSED, RUNNING, LoopState
from schemasync_nb.policy import DATABASE, NEED_ALLOWING
from schemasync_nb.report import Report, one_line, page, stylesheet, text_html
from schemasync_nb.show.dot import CANNOT_DRAW, Picture, svg
from schemasync_nb.show.flow import flow, passes_used

STEPS = {
    "detect": ("Detect", "search", "read both sides and compare them; writes nothing"),
    "analyze": ("Analyze", "list", "decide, ask the data, plan one pass; writes nothing"),
    "apply": ("Apply", "wrench", "back up, rehearse, then make the plan's changes"),
    "verify": ("Verify", "check", "read the database again and try the ORM on it; writes nothing"),
    "run": ("Run", "play", "passes until the exit condition"),
    "rollback": ("Roll back", "undo", "undo the last applied pass; what it dropped comes back from its backup"),
}
"""method of the loop -> label, icon, tooltip"""
WRITING = ("apply", "run", "rollback")
# A tab has a ground of its own, which a result on its own paper would stain.
STYLE = f"<style>{stylesheet()}\n.ssnb-tabs .ssnb {{ background: transparent; }}</style>"
UNDECIDED = -1
"""The choice that is none; the others are positions among a question's options."""


class Loop(Protocol):
    """What the widget needs of a loop. Its methods raise SchemaSyncError on trouble."""

    @property
    def state(self) -> LoopState: ...
    @property
    def drift(self) -> Drift | None: ...
    @property
    def plan(self) -> Plan | None: ...
    def detect(self) -> Report: ...
    def analyze(self) -> Report: ...
    def apply(self) -> Report: ...
    def verify(self) -> Report: ...
    def run(self) -> Report: ...
    def rollback(self) -> Report: ...
    def decide(self, change_id: str, decision: Any) -> None: ...
    def allow(self, *hazards: str) -> None: ...
    def stop(self) -> None: ...
    def watch(self, callback: Callable[[LoopState], None]) -> Callable[[], None]: ...
    def er_diff(self) -> Picture: ...


class LoopWidget(ui.VBox):  # type: ignore[misc]  # ipywidgets ships no types
    """Buttons, the flow diagram, the questions that wait, and the last result of one loop.

    loop    the loop that it steers
    result  the last result of a button, or None
    """

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.result: Report | None = None
        self._worker: threading.Thread | None = None
        self._working = False
        self._asked: tuple[tuple[Question, ...], tuple[str, ...]] = ((), ())
        self._header, self._flow, self._message, self._passes = (ui.HTML() for _ in range(4))
        self._result, self._schema = ui.HTML(), ui.HTML()
        # As tall as some five questions: the result stays in view below any number of them
        self._questions = ui.VBox(layout=ui.Layout(max_height="20em", overflow="auto", display="block"))
        self.buttons = {name: self._button(name, *look) for name, look in STEPS.items()}
        about = "stop between two statements; what is under way is rolled back"
        self._stop = ui.Button(description="Stop", icon="stop", tooltip=about, layout=ui.Layout(width="auto"))
        self._stop.button_style = "warning"
        self._stop.on_click(lambda _: self.stop())
        tabs = ui.Tab([self._result, self._schema], titles=("Result", "Schema"))
        tabs.add_class("ssnb-tabs")
        controls = ui.HBox([*self.buttons.values(), self._stop], layout=ui.Layout(flex_flow="row wrap"))
        parts = [self._header, controls, self._message, self._flow, self._passes, self._questions, tabs]
        super().__init__([ui.HTML(STYLE), *parts])
        self._unwatch = loop.watch(self._follow)
        self._say("Detect comes first; it only reads.")
        self._show_state(loop.state)
        self._show_questions()
        self._enable()

    # what a person does

    def start(self, name: str) -> None:
        """Call a method of the loop in the worker thread; there is one at a time."""
        if self.busy:
            self._say("One thing at a time: wait for what is under way, or press Stop", trouble=True)
            return
        self._say(f"{STEPS[name][0]} …")
        self._working = True
        self._enable()
        self._worker = threading.Thread(target=self._work, args=(name,), name=name, daemon=True)
        self._worker.start()

    def stop(self) -> None:
        """Ask the loop to stop; it does so between two statements."""
        self._say("Stopping …")  # first: what the worker says of its end must stay
        self.loop.stop()

    def decide(self, change_id: str, decision: Mapping[str, Any] | str) -> None:
        """Hand a decision to the loop, which looks at it."""
        try:
            self.loop.decide(change_id, decision)
        except SchemaSyncError as error:
            self._say(str(error), trouble=True)
        else:
            self._say(f"Decided: {change_id}: {option_words(decision)}. Analyze or Run takes it up.")

    def allow(self, hazard: str) -> None:
        """Let decided changes with that hazard go in."""
        self.loop.allow(hazard)
        self._say(f"{hazard} is allowed. Analyze or Run takes it up.")

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until nothing is under way; False when it still is after ``timeout`` seconds."""
        if self._worker:
            self._worker.join(timeout)
        return not self.busy

    @property
    def busy(self) -> bool:
        """Whether a method of the loop is under way."""
        return self._working

    def close(self) -> None:
        """Take the widget off the page; the loop is no longer watched."""
        unwatch, self._unwatch = self._unwatch, lambda: None
        unwatch()
        super().close()

    # what the worker does

    def _work(self, name: str) -> None:
        try:
            result: Report = getattr(self.loop, name)()
            self.result = result
            ended_badly = isinstance(result, LoopState) and result.status in (REFUSED, FAILED)
            self._say(result.headline(), trouble=ended_badly)
        except SchemaSyncError as error:
            self._say(str(error), trouble=True)
        except Exception as error:
            # Nothing that a callback raises reaches the notebook by itself: say it here, and let the log have the rest.
            self._say(f"{name}: unexpected {type(error).__name__}; the details are in the kernel's log", trouble=True)
            raise
        finally:
            try:
                self._show_state(self.loop.state)
                self._show_result()
                self._show_questions()
            finally:
                self._working = False
                self._enable()

    # what is shown

    def _follow(self, state: LoopState) -> None:
        if state.current or state.status != RUNNING:  # not the moment between two steps
            self._show_state(state)

    def _show_state(self, state: LoopState) -> None:
        self._header.value = header_html(state)
        self._flow.value = flow(state, caption=False).inline()
        lines = "".join(f"<li>{html.escape(one_line(done.line()))}</li>" for done in state.passes)
        self._passes.value = f'<div class="ssnb"><ol>{lines}</ol></div>' if lines else ""

    def _show_result(self) -> None:
        if self.result is not None:
            self._result.value = self.result._repr_html_()
        self._schema.value = self.loop.er_diff().inline() if self.loop.drift else ""

    def _show_questions(self) -> None:
        questions = self.loop.plan.questions if self.loop.plan else ()
        hazards = self._not_allowed()
        if (questions, hazards) != self._asked:
            self._asked = (questions, hazards)
            asking = [QuestionRow(question, self.decide) for question in questions]
            self._questions.children = [*(AllowRow(hazard, self.allow) for hazard in hazards), *asking]

    def _not_allowed(self) -> tuple[str, ...]:
        """Hazards for which changes wait that are decided already."""
        items = self.loop.plan.items if self.loop.plan else ()
        waiting = [item for item in items if item.state == WAITS and item.decision and item.decision.do == DATABASE]
        return tuple(hazard for hazard in NEED_ALLOWING if any(hazard in item.change.hazards for item in waiting))

    def _say(self, words: str, *, trouble: bool = False) -> None:
        sign, kind = ("✗ ", "trouble") if trouble else ("", "said")
        self._message.value = f'<div class="ssnb {kind}" role="status">{sign}{html.escape(one_line(words))}</div>'

    def _enable(self) -> None:
        production = self.loop.state.environment == "production"
        for name, button in self.buttons.items():
            button.disabled = self._working or (production and name in WRITING)
        self._stop.disabled = not self._working
        for row in self._questions.children:
            row.disabled = self._working

    def _button(self, name: str, words: str, icon: str, about: str) -> ui.Button:
        button = ui.Button(description=words, icon=icon, tooltip=about, layout=ui.Layout(width="auto"))
        button.button_style = "primary" if name == "run" else ""
        button.on_click(lambda _: self.start(name))
        return button

    # what is left without a kernel

    def static_html(self) -> str:
        """The last state as a page that needs neither kernel nor browser code."""
        state = self.loop.state
        try:
            drawn = base64.b64encode(svg(flow(state)).encode()).decode()
            top = f'<img alt="{text_html(state.headline())}" src="data:image/svg+xml;base64,{drawn}">'
        except CANNOT_DRAW:
            top = header_html(state)
        last = self.result or state
        return page(last.headline(), f"{top}\n{last.body_html()}")

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        return bundle | {"text/plain": str(self.loop.state), "text/html": self.static_html()}


class AllowRow(ui.HBox):  # type: ignore[misc]  # ipywidgets ships no types
    """A hazard that must be allowed before decided changes go in; its name is typed, so that no slip is enough."""

    def __init__(self, hazard: str, allow: Callable[[str], None]) -> None:
        self.hazard = hazard
        self._allow = allow
        self.typed = ui.Text(placeholder=hazard, continuous_update=False, layout=ui.Layout(width="22em"))
        self.typed.observe(lambda _: self._taken(), "value")
        words = (
            f'<div class="ssnb trouble">Decided changes wait: {hazard} is not allowed. Type {hazard} to allow it.</div>'
        )
        super().__init__([self.typed, ui.HTML(words)])

    @property
    def disabled(self) -> bool:
        """Whether it can be answered now."""
        return bool(self.typed.disabled)

    @disabled.setter
    def disabled(self, value: bool) -> None:
        self.typed.disabled = value

    def _taken(self) -> None:
        if self.typed.value.strip() == self.hazard:
            self._allow(self.hazard)


class QuestionRow(ui.HBox):  # type: ignore[misc]  # ipywidgets ships no types
    """One question with its options; a backfill can be edited before it is taken."""

    def __init__(self, question: Question, decide: Callable[[str, Mapping[str, Any]], None]) -> None:
        self.question = question
        self._decide = decide
        choices = [("decide …", UNDECIDED), *((option_words(each), i) for i, each in enumerate(question.options))]
        self.choice = ui.Dropdown(options=choices, layout=ui.Layout(width="22em"))
        self.backfill = ui.Text(description="backfill", continuous_update=False, layout=ui.Layout(display="none"))
        self.choice.observe(lambda _: self._chosen(), "value")
        self.backfill.observe(lambda _: self._taken(), "value")
        about = f'<div class="ssnb">{text_html(question.question)} <code>{text_html(question.id)}</code></div>'
        words = ui.HTML(about, layout=ui.Layout(flex="1 1 20em"))
        super().__init__([self.choice, self.backfill, words], layout=ui.Layout(flex_flow="row wrap"))

    @property
    def disabled(self) -> bool:
        """Whether it can be answered now."""
        return bool(self.choice.disabled)

    @disabled.setter
    def disabled(self, value: bool) -> None:
        self.choice.disabled = self.backfill.disabled = value

    @property
    def option(self) -> dict[str, Any] | None:
        """The chosen decision, with the backfill as it stands; None while nothing is chosen."""
        if self.choice.value == UNDECIDED:
            return None
        option = dict(self.question.options[self.choice.value])
        return option | {"backfill": self.backfill.value} if "backfill" in option else option

    def _chosen(self) -> None:
        chosen = self.question.options[self.choice.value] if self.choice.value != UNDECIDED else {}
        self.backfill.layout.display = None if "backfill" in chosen else "none"
        if chosen.get("backfill", self.backfill.value) != self.backfill.value:
            self.backfill.value = chosen["backfill"]  # and so it is taken
        else:
            self._taken()

    def _taken(self) -> None:
        option = self.option
        if option is not None:
            self._decide(self.question.id, option)


def header_html(state: LoopState) -> str:
    """Where this is, always in view; production cannot be mistaken."""
    production = state.environment == "production"
    stated = state.environment or "environment not declared"
    words = "PRODUCTION · read-only: nothing is written from here" if production else stated
    badge = f'<span class="badge">{text_html(words)}</span>'  # in front, where no long name breaks it
    used = f"pass {passes_used(state)} of {state.max_iterations}"
    kind = " production" if production else ""
    return f'<div class="ssnb{kind}">{badge} <b>{text_html(state.database)}</b> {used}</div>'


def option_words(option: Mapping[str, Any] | str) -> str:
    """A decision as a person says it."""
    if isinstance(option, str):
        option = {"do": option}
    words = {"database": "migrate the database", "models": "patch the models", "ignore": "leave it"}
    said = [words.get(str(option.get("do")), str(option.get("do")))]
    if option.get("rename_from"):
        said.append(f"renamed from {option['rename_from']}")
    if option.get("backfill"):
        said.append(f"filled with {option['backfill']}")
    return one_line(", ".join(said))
