"""The loop's controls. The widget owns no logic: what a person does calls one method of the loop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import ipywidgets as ui
import traitlets

from schemasync_nb.analyze.plan import Plan
from schemasync_nb.apply.outcome import Applied
from schemasync_nb.detect.drift import Drift
from schemasync_nb.engines.engine import Engine
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.loop import FAILED, REFUSED, RUNNING, LoopState
from schemasync_nb.policy import Policy
from schemasync_nb.report import Report, count, text_html
from schemasync_nb.show.dot import Picture
from schemasync_nb.show.flow import flow
from schemasync_nb.show.widget.asking import ConfirmBox, DecisionBar, QuestionForm
from schemasync_nb.show.widget.detail import details_html, revision_html
from schemasync_nb.show.widget.header import (
    duration,
    error_html,
    error_words,
    header_html,
    message_html,
    progress_html,
)
from schemasync_nb.show.widget.losses import Losses
from schemasync_nb.show.widget.saved import Saved
from schemasync_nb.show.widget.schema_picture import SchemaPicture, table_of
from schemasync_nb.show.widget.standing import ASKS, Standing, decided_as, option_words, standings
from schemasync_nb.show.widget.table import ChangesTable
from schemasync_nb.show.widget.worker import Worker

STEPS = {
    "detect": ("Detect", "search", "read both sides and compare them; writes nothing"),
    "analyze": ("Analyze", "list", "decide, ask the data, plan one pass; writes nothing"),
    "apply": ("Apply", "wrench", "back up, rehearse, then make the plan's changes"),
    "verify": ("Verify", "check", "read the database again and try the ORM on it; writes nothing"),
    "run": ("Run", "play", "passes until the exit condition"),
    "step": ("Step", "step-forward", "one pass: detect, analyze, apply, verify"),
    "rollback": ("Roll back", "undo", "undo the last applied pass; what it dropped comes back from its backup"),
}
"""method of the loop -> label, icon, tooltip"""
STEPPER = ("detect", "analyze", "apply", "verify")
WRITING = ("apply", "run", "step", "rollback")


class Loop(Protocol):
    """What the widget needs of a loop. Its methods raise SchemaSyncError on trouble."""

    tell: Callable[[str], None]

    @property
    def state(self) -> LoopState: ...
    @property
    def drift(self) -> Drift | None: ...
    @property
    def plan(self) -> Plan | None: ...
    @property
    def applied(self) -> Applied | None: ...
    @property
    def policy(self) -> Policy: ...
    @property
    def engine(self) -> Engine: ...
    @property
    def history(self) -> Report: ...
    def detect(self) -> Report: ...
    def analyze(self) -> Report: ...
    def apply(self) -> Report: ...
    def verify(self) -> Report: ...
    def run(self) -> Report: ...
    def step(self) -> Report: ...
    def rollback(self) -> Report: ...
    def decide_all(self, decisions: Mapping[str, Any]) -> None: ...
    def allow(self, *hazards: str) -> None: ...
    def stop(self) -> None: ...
    def watch(self, callback: Callable[[LoopState], None]) -> Callable[[], None]: ...
    def er_diff(self, focus: str | None = None) -> Picture: ...


class LoopWidget(ui.VBox):  # type: ignore[misc]  # ipywidgets ships no types
    """The stepper, the flow, the changes with their decisions, the schema and the revision of one loop.

    loop       the loop that it steers
    selection  ids of the selected changes; may be set, and observed as a trait
    result     the last result of a button, or None
    """

    selection = traitlets.Tuple()

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.result: Report | None = None
        self._worker = Worker(self._show_progress)
        self._lock = threading.RLock()  # the worker draws, and so does what a person clicks
        self._doing = self._act = ""
        self._plan: Plan | None = None  # the latest; a decision takes the loop's own away
        self._policy_then = loop.policy  # as it was when that plan was made
        self._losses = Losses()
        self._known: tuple[Standing, ...] = ()
        self._seen: tuple[object, ...] = (None, None, None)  # the loop's results that are shown
        self._pictured: Drift | None = None

        self._header, self._flow, self._message, self._passes = (ui.HTML() for _ in range(4))
        self._details, self._revision, self._record = ui.HTML(), ui.HTML(), ui.HTML()
        self.buttons = {name: self._button(name, *look) for name, look in STEPS.items()}
        about = "stop between two statements; what is under way is rolled back"
        self._stop = ui.Button(description="Stop", icon="stop", tooltip=about, layout=ui.Layout(width="auto"))
        self._stop.button_style = "warning"
        self._stop.on_click(lambda _: self.stop())
        self.table = ChangesTable(self._select)
        self.schema = SchemaPicture(self._pick_table)
        self.bar = DecisionBar(self.decide_selected, self.ask_next)
        self.question = QuestionForm(self.decide)
        self.confirm = ConfirmBox(self.confirm_loss, self._leave_undecided)
        super().__init__()
        self._saved = Saved(self.model_id)
        self._message.add_class("ssnb-message")
        self.children = self._parts()
        self.observe(lambda _: self._show_selection(), "selection")
        self._unwatch = loop.watch(self._follow)
        self._say("Detect comes first; it only reads.")
        self._show_state(loop.state)
        self._refresh()
        self._enable()

    def _parts(self) -> list[ui.Widget]:
        row = ui.Layout(flex_flow="row wrap", align_items="center")
        arrow = '<span class="ssnb ssnb-arrow">›</span>'
        stepper: list[ui.Widget] = []
        for name in STEPPER:
            stepper += [ui.HTML(arrow)] * bool(stepper) + [self.buttons[name]]
        round_trip = [self.buttons["run"], self.buttons["step"], self._stop, self.buttons["rollback"]]
        controls = ui.HBox([ui.HBox(stepper, layout=row), ui.HBox(round_trip, layout=row)], layout=row)
        controls.add_class("ssnb-controls")
        pages = {"Changes": self.table, "Schema": self.schema, "Revision": self._revision, "Record": self._record}
        self.tabs = ui.Tab(list(pages.values()), titles=tuple(pages))
        self.tabs.add_class("ssnb-tabs")
        self.tabs.observe(lambda _: self._show_schema(), "selected_index")
        decisions = ui.VBox([self.bar, self.confirm, self.question, self._details])
        parts = [self._header, controls, self._message, self._flow, self._passes, self.tabs, decisions]
        return [self._saved.style(), *parts]

    # what a person does

    def start(self, name: str) -> None:
        """Call a method of the loop in the worker thread; there is one at a time."""
        if self.busy:
            self._say("One thing at a time: wait for what is under way, or press Stop", trouble=True)
            return
        self._doing, self._act = name, ""
        self._worker.start(name, lambda: self._work(name), self._ended)
        self._enable()
        self._show_progress()

    def stop(self) -> None:
        """Ask the loop to stop; it does so between two statements."""
        self._act = "stopping …"
        self.loop.stop()
        self._show_progress()

    def decide(self, change_id: str, decision: Mapping[str, Any] | str) -> None:
        """Hand a decision to the loop; what destroys data waits until its table's name was typed."""
        self._decide({change_id: decision})

    def decide_selected(self, side: str) -> None:
        """The same decision for every selected change."""
        self._decide({decided_as(standing.change): {"do": side} for standing in self._chosen})

    def confirm_loss(self, table: str) -> None:
        """The table's name was typed: what was decided of it goes to the loop, and its hazards may go in."""
        self._decide(self._losses.typed(table))
        hazards = self._losses.hazards(self._known)
        if hazards:
            self.loop.allow(*hazards)
            self._say(f"Allowed: {', '.join(hazards)}. Analyze or Run takes it up.")
        self._refresh()

    def ask_next(self) -> None:
        """Select the next change that has a question."""
        asking = [standing.change.id for standing in self._known if standing.state == ASKS]
        at = asking.index(self.selection[0]) + 1 if self.selection and self.selection[0] in asking else 0
        self.selection = tuple((asking[at:] or asking)[:1])

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until nothing is under way; False when it still is after ``timeout`` seconds."""
        return self._worker.wait(timeout)

    @property
    def busy(self) -> bool:
        """Whether a method of the loop is under way."""
        return self._worker.busy

    def close(self) -> None:
        """Take the widget off the page; the loop is no longer watched."""
        unwatch, self._unwatch = self._unwatch, lambda: None
        unwatch()
        super().close()

    def _decide(self, decisions: Mapping[str, Any]) -> None:
        by_key = {decided_as(standing.change): standing for standing in self._known}
        stated = {key: {"do": said} if isinstance(said, str) else said for key, said in decisions.items()}
        handed = {key: said for key, said in stated.items() if not self._losses.hold(key, by_key.get(key), said)}
        try:
            if handed:
                self.loop.decide_all(handed)
        except SchemaSyncError as error:
            self._say(str(error), trouble=True)
        else:
            self._say_decided(decisions, len(handed))
        self._refresh()

    def _say_decided(self, decisions: Mapping[str, Any], handed: int) -> None:
        if handed < len(decisions):
            held = len(decisions) - handed
            self._say(f"{count(held, 'decision')} wait{'s' if held == 1 else ''} for the name of a table, below")
        elif decisions:
            (key, decision), *others = decisions.items()
            what = key if not others else count(len(decisions), "change")
            self._say(f"Decided: {what}: {option_words(decision)}. Analyze or Run takes it up.")

    def _leave_undecided(self) -> None:
        self._losses.let_go()
        self._refresh()

    def _select(self, ids: tuple[str, ...]) -> None:
        self.selection = ids

    def _pick_table(self, table: str, more: bool) -> None:
        """A table was clicked in the schema: its changes are selected, beside the others where more are wanted."""
        drift = self.loop.drift
        known = self._known if drift else ()
        picked = [s.change.id for s in known if drift and table == table_of(s.change, drift)]
        self.selection = tuple(dict.fromkeys([*(self.selection if more else ()), *picked]))
        if not picked:
            self._say(f"Nothing changes in {table}")

    # what the worker does

    def _work(self, name: str) -> None:
        outer = self.loop.tell

        def tell(line: str) -> None:
            outer(line)
            self._act = line
            self._show_progress()

        self.loop.tell = tell
        try:
            self.result = result = getattr(self.loop, name)()
            ended_badly = isinstance(result, LoopState) and result.status in (REFUSED, FAILED)
            self._say_last(f"{result.headline()} ({duration(self._worker.seconds)})", trouble=ended_badly)
        except Exception as error:  # noqa: BLE001  nothing that a callback raises reaches the notebook by itself
            self._say_last(error_words(name, error), trouble=True, details=error_html(error))
        finally:
            self.loop.tell = outer

    def _ended(self) -> None:
        self._drawn(lambda: self._show_state(self.loop.state))
        self._drawn(self._refresh)
        self._enable()
        self._drawn(lambda: self._saved.update(self.loop.state, self._last))

    def _follow(self, state: LoopState) -> None:
        """The loop moved, in whichever thread."""
        if state.current or state.status != RUNNING:  # not the moment between two steps
            self._drawn(lambda: self._show_state(state))
        results = (self.loop.drift, self.loop.plan, self.loop.applied)
        if any(now is not before for now, before in zip(results, self._seen, strict=True)):
            self._drawn(self._refresh)

    def _drawn(self, draw: Callable[[], None]) -> None:
        """Draw; what goes wrong there is told, and never stops the loop."""
        try:
            with self._lock:
                draw()
        except Exception as error:  # noqa: BLE001  as in _work
            self._say(error_words("showing it", error), trouble=True, details=error_html(error))

    # what is shown

    @property
    def _last(self) -> Report:
        return self.result or self.loop.state

    @property
    def _chosen(self) -> list[Standing]:
        chosen = set(self.selection)
        return [standing for standing in self._known if standing.change.id in chosen]

    def _show_state(self, state: LoopState) -> None:
        self._header.value = header_html(state)
        self._flow.value = flow(state, caption=False).inline()
        lines = "".join(f"<li>{text_html(done.line())}</li>" for done in state.passes)
        self._passes.value = f'<div class="ssnb ssnb-passes"><ul>{lines}</ul></div>' if lines else ""
        self._show_progress()

    def _show_progress(self) -> None:
        with self._lock:
            if self._doing:
                seconds = self._worker.seconds
                self._message.value = progress_html(self.loop.state, self._doing, self._act, seconds)

    def _refresh(self) -> None:
        """Show the loop's results as they are now."""
        with self._lock:
            loop, drift = self.loop, self.loop.drift
            if loop.plan is not None and loop.plan is not self._plan:
                self._plan, self._policy_then = loop.plan, loop.policy
            elif self._plan and (drift is None or self._plan.drift.database is not drift.database):
                self._plan = None
            self._seen = (drift, loop.plan, loop.applied)
            self._known = standings(drift, self._plan, loop.policy, self._policy_then, self._losses.held)
            self._show_schema()
            self._show_revision()
            self._record.value = loop.history._repr_html_()
            ids = {standing.change.id for standing in self._known}
            kept = tuple(change_id for change_id in self.selection if change_id in ids)
            first = next((s.change.id for s in self._known if s.state == ASKS), None)
            self.selection = kept or ((first,) if first else ())
            self._show_selection()

    def _show_selection(self) -> None:
        with self._lock:
            chosen, drift, working = self._chosen, self.loop.drift, self.busy
            self.table.show(self._known, self.selection)
            asking = [standing for standing in self._known if standing.state == ASKS]
            self.bar.show(len(chosen), len(asking), working=working)
            asks = next((s.question for s in chosen if s.question and s.state == ASKS), None)
            self.question.show(asks, working=working)
            losses = self._losses.asked(self._known)
            self.confirm.show(losses.items(), working=working)
            self._details.value = details_html(chosen, drift, self.loop.engine) if drift else ""
            self._show_schema()

    def _show_schema(self) -> None:
        """The schema where its tab is in front: it is drawn anew when there is another drift, or another focus."""
        drift = self.loop.drift
        if self.tabs.selected_index != list(self.tabs.titles).index("Schema"):
            return
        with self._lock:
            if drift is not self._pictured:
                self.schema.show(self.loop.er_diff() if drift else None, drift)
                self._pictured = drift
            tables = [table_of(standing.change, drift) for standing in self._chosen] if drift else []
            if tables and not any(map(self.schema.has, tables)):
                self.schema.show(self.loop.er_diff(focus=tables[0]), drift)
            self.schema.mark(tables)

    def _show_revision(self) -> None:
        self._revision.value = revision_html(self.loop.plan, self.loop.applied, self.loop.engine)

    def _say(self, words: str, *, trouble: bool = False, details: str = "") -> None:
        self._message.value = message_html(words, trouble=trouble, details=details)

    def _say_last(self, words: str, *, trouble: bool = False, details: str = "") -> None:
        """The last word of what was under way: no other thread's word on its progress comes after it."""
        with self._lock:
            self._doing = ""
            self._say(words, trouble=trouble, details=details)

    def _enable(self) -> None:
        working = self.busy
        production = self.loop.state.environment == "production"
        for name, button in self.buttons.items():
            button.disabled = working or (production and name in WRITING)
        self._stop.disabled = not working
        self._drawn(self._show_selection)

    def _button(self, name: str, words: str, icon: str, about: str) -> ui.Button:
        button = ui.Button(description=words, icon=icon, tooltip=about, layout=ui.Layout(width="auto"))
        button.button_style = "primary" if name == "run" else ""
        button.on_click(lambda _: self.start(name))
        return button

    # what is left without a kernel

    def _ipython_display_(self) -> None:
        live = super()._repr_mimebundle_()
        bundle = live[0] if isinstance(live, tuple) else live
        self._saved.display(dict(bundle) | {"text/plain": repr(self)}, self.loop.state, self._last)

    def __repr__(self) -> str:
        return f"<LoopWidget {self.loop.state.database}: {self.loop.state.headline()}>"
