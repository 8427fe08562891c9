"""Drift, plan and questions as a terminal shows them: a few lines for each change, as wide as the terminal is."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from schemasync_nb.analyze.plan import GOES_IN, IGNORED, MODELS, WAITS, Item, Plan, Question
from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.report import differences_text, one_line

TITLES = {GOES_IN: "goes in", MODELS: "for the models' source", WAITS: "waits", IGNORED: "ignored"}
WIDEST, INDENT, LINES = 110, 4, 3
"""Columns at most, columns before what is said about a change, and lines at most of an SQL statement."""


def drift_text(drift: Drift) -> str:
    """Each change: what it does, its id, what differs, and its hazards."""
    blocks = [
        _head(change) + "".join(_said([_difference(change), *_hazards(change.hazards)])) for change in drift.changes
    ]
    return "\n".join([_wrapped(drift.headline()), *blocks])


def plan_text(plan: Plan) -> str:
    """The changes by what becomes of them, the reasons why some wait, and the open questions."""
    lines = [_wrapped(plan.headline())]
    for state, title in TITLES.items():
        items = [_item_text(item) for item in plan.items if item.state == state]
        lines += [f"\n{title}:", *items] if items else []
    lines += [f"\n{question_text(question)}" for question in plan.questions]
    if plan.patch and plan.patch.diff():
        lines.append(f"\nthe models' source:\n{plan.patch.diff().rstrip()}")
    if plan.patch:
        lines += [f"\nput this cell in the place of the one with the models:\n{cell}" for cell in plan.patch.cells]
    return "\n".join(lines)


def question_text(question: Question) -> str:
    """A question with its answers, each as it stands in a decisions file."""
    answers = (json.dumps({question.id: option}, ensure_ascii=False)[1:-1] for option in question.options)
    return "\n".join([_wrapped(f"? {question.question}", 2), *(f"    {answer}" for answer in answers)])


def _item_text(item: Item) -> str:
    said: list[str] = [item.explanation, *_hazards(item.hazards)]
    if item.reason:
        said.append(f"why: {item.reason}")
    if item.state == WAITS:
        said += [f"rows: {finding.query}" for finding in item.findings]
    if item.safer:
        said.append(f"safer: {item.safer}")
    return _head(item.change) + "".join(_said(said))


def _head(change: Change) -> str:
    return f"{change.symbol} {one_line(change.id)}"


def _difference(change: Change) -> str:
    return differences_text(change.attributes) or " → ".join(filter(None, (change.before, change.after)))


def _hazards(hazards: Sequence[str]) -> Iterator[str]:
    if hazards:
        yield f"! {', '.join(hazards)}"


def _said(lines: Iterable[str]) -> Iterator[str]:
    for line in filter(None, lines):
        yield f"\n{' ' * INDENT}{_wrapped(line, INDENT, LINES)}"


def _wrapped(text: str, indent: int = 0, lines: int | None = None) -> str:
    """Text of at most so many lines; those after the first are indented."""
    width = min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    return f"\n{' ' * indent}".join(
        textwrap.wrap(
            one_line(text),
            max(width - indent, 30),
            max_lines=lines,
            placeholder=" …",
            break_long_words=False,
            break_on_hyphens=False,
        )
    )
