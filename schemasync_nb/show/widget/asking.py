"""What the widget asks: a question with its options, a decision for many, and a name before data goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import ipywidgets as ui

from schemasync_nb.analyze.plan import Question
from schemasync_nb.policy import DATABASE, IGNORE, MODELS
from schemasync_nb.report import count, one_line, text_html
from schemasync_nb.show.widget.detail import losses_html
from schemasync_nb.show.widget.standing import SIDES, Standing, option_words

ICONS = {DATABASE: "database", MODELS: "file-code-o", IGNORE: "eye-slash"}
NAMED = 12
"""Tables that are named at once where data would go; the others come when these are typed."""


class DecisionBar(ui.HBox):  # type: ignore[misc]  # ipywidgets ships no types
    """One decision for every selected change, and the way to the next question."""

    def __init__(self, decide: Callable[[str], None], ask_next: Callable[[], None]) -> None:
        self._words = ui.HTML()
        self.sides = {side: self._side(side, decide) for side in SIDES}
        self.next = ui.Button(icon="question-circle", layout=ui.Layout(width="auto"))
        self.next.on_click(lambda _: ask_next())
        parts = [self._words, *self.sides.values(), self.next]
        super().__init__(parts, layout=ui.Layout(flex_flow="row wrap", align_items="center"))

    def show(self, selected: int, asking: int, *, working: bool) -> None:
        """How many changes are selected, and how many ask."""
        words = f"{count(selected, 'change')} selected:" if selected else "Nothing is selected"
        self._words.value = f'<div class="ssnb">{words}</div>'
        for button in self.sides.values():
            button.disabled = working or not selected
        self.next.description = f"Next question ({asking})" if asking else "No open question"
        self.next.button_style = "info" if asking else ""
        self.next.disabled = not asking

    def _side(self, side: str, decide: Callable[[str], None]) -> ui.Button:
        button = ui.Button(description=SIDES[side].capitalize(), icon=ICONS[side], layout=ui.Layout(width="auto"))
        button.tooltip = f'decide "{side}" for every selected change'
        button.on_click(lambda _: decide(side))
        return button


class QuestionForm(ui.VBox):  # type: ignore[misc]
    """The question of a change with its options; a backfill can be edited before it is taken."""

    def __init__(self, decide: Callable[[str, Mapping[str, Any]], None]) -> None:
        self._decide = decide
        self.question: Question | None = None
        self._words = ui.HTML()
        self.options = ui.RadioButtons(layout=ui.Layout(width="auto"))
        wide = ui.Layout(width="min(40em, 100%)", display="none")
        self.backfill = ui.Text(description="filled with", layout=wide, continuous_update=False)
        left = ui.Layout(width="auto", align_self="flex-start")
        self.taken = ui.Button(description="Decide", icon="check", button_style="info", layout=left)
        self.options.observe(lambda _: self._chosen(), "value")
        self.taken.on_click(lambda _: self.take())
        super().__init__([self._words, self.options, self.backfill, self.taken])
        self.add_class("ssnb-asks")
        self.layout.display = "none"

    def show(self, question: Question | None, *, working: bool) -> None:
        """Ask this; None: nothing. What is chosen already stays while the question is the same."""
        if question != self.question:
            self.question = question
            self.layout.display = "none" if question is None else None
            options = question.options if question else ()
            self._words.value = f'<div class="ssnb"><b>{text_html(question.question)}</b></div>' if question else ""
            self.options.options = [(option_words(option), at) for at, option in enumerate(options)]
            self.options.value = None
            self._chosen()
        for part in (self.options, self.backfill):
            part.disabled = working
        self.taken.disabled = working or self.option is None

    @property
    def option(self) -> dict[str, Any] | None:
        """The chosen decision, with the backfill as it stands; None while nothing is chosen."""
        if self.question is None or self.options.value is None:
            return None
        option = dict(self.question.options[self.options.value])
        return option | {"backfill": self.backfill.value} if "backfill" in option else option

    def take(self) -> None:
        """Hand the chosen decision on."""
        option = self.option
        if self.question is not None and option is not None:
            self._decide(self.question.id, option)

    def _chosen(self) -> None:
        option = self.question.options[self.options.value] if self.question and self.options.value is not None else {}
        self.backfill.value = option.get("backfill", "")
        self.backfill.layout.display = None if "backfill" in option else "none"
        self.taken.disabled = not option


class ConfirmBox(ui.VBox):  # type: ignore[misc]
    """What would be destroyed, table by table: a table's name is typed before any of its data goes.

    typed  called with the table whose name was typed
    """

    def __init__(self, typed: Callable[[str], None], leave: Callable[[], None]) -> None:
        self._typed = typed
        self.losses: dict[str, Sequence[Standing]] = {}
        self._words = ui.HTML()
        self.name = ui.Text(placeholder="the table's name", layout=ui.Layout(width="min(26em, 100%)"))
        self.name.observe(lambda _: self._look(), "value")
        self._leave = ui.Button(description="Rather not", icon="times", layout=ui.Layout(width="auto"))
        self._leave.tooltip = "leave these changes undecided"
        self._leave.on_click(lambda _: leave())
        super().__init__([self._words, ui.HBox([self.name, self._leave])])
        self.add_class("ssnb-confirm")
        self.layout.display = "none"

    def show(self, losses: Iterable[tuple[str, Sequence[Standing]]], *, working: bool) -> None:
        """Ask for these tables; none: nothing is asked."""
        self.losses = dict(losses)
        self.layout.display = None if self.losses else "none"
        self.name.disabled = self._leave.disabled = working
        now = dict(list(self.losses.items())[:NAMED])
        later = len(self.losses) - len(now)
        more = f"<p>and {count(later, 'more table')} after these</p>" if later else ""
        self._words.value = (
            f'<div class="ssnb"><p class="trouble">⚠ This destroys data of {count(len(self.losses), "table")}. '
            f"Type the name of each table to let it go in:</p>{losses_html(now)}{more}</div>"
        )

    def _look(self) -> None:
        as_shown = {one_line(table): table for table in self.losses}  # a line break cannot be typed
        table = as_shown.get(self.name.value.strip())
        if table is not None:
            self.name.value = ""
            self._typed(table)
