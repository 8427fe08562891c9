"""Each change with all that is known of it now: what the plan says, and what was decided since."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from schemasync_nb.analyze.plan import GOES_IN, IGNORED, WAITS, Finding, Item, Plan, Question
from schemasync_nb.analyze.plan import MODELS as TO_MODELS
from schemasync_nb.catalog import COLUMN, TABLE
from schemasync_nb.detect.drift import ADD, RENAME, Change, Drift
from schemasync_nb.policy import DATABASE, IGNORE, MODELS, NEED_ALLOWING, Decision, Policy
from schemasync_nb.report import cut, one_line

FOUND, ASKS, CONFIRM, DECIDED = "found", "asks", "confirm", "decided"
"""What a plan does not say: there is none yet; it has a question; a name must be typed; it was decided since."""

STATES = {WAITS: "waits", GOES_IN: "goes in", TO_MODELS: "to the models", IGNORED: "ignored", ASKS: "asks you"} | {
    FOUND: "found",
    CONFIRM: "type its table's name",
    DECIDED: "decided, analyze again",
}
DIFFERENCE = 120
"""Characters of a difference in the table; the details have all of it."""
SIDES = {DATABASE: "migrate the database", MODELS: "patch the models", IGNORE: "leave it"}


@dataclass(frozen=True)
class Standing:
    """A change as it stands.

    decision  the one that holds; None while it is not decided
    state     one of STATES
    item      as the latest plan treats it; None where there was none
    question  what that plan asks about it
    """

    change: Change
    decision: Decision | None
    state: str
    item: Item | None = None
    question: Question | None = None

    @property
    def reason(self) -> str:
        """Why it waits; "" where it does not, or where that may be over."""
        return self.item.reason if self.item and self.state in (WAITS, ASKS, TO_MODELS) else ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rows said."""
        return self.item.findings if self.item else ()

    @property
    def hazards(self) -> tuple[str, ...]:
        """Of what is decided, or would be by default; none where the database stays as it is."""
        stays = self.decision is not None and self.decision.do != DATABASE
        return () if stays else self.change.hazards

    @property
    def destroys(self) -> bool:
        """Whether what it does cannot all be brought back."""
        return any(hazard in NEED_ALLOWING for hazard in self.change.hazards)

    def row(self) -> dict[str, str]:
        """The change as a row of the widget's table."""
        change = self.change
        name = change.name if change.kind != TABLE else ""
        return {
            "": change.symbol,
            "table": one_line(change.table),
            "object": one_line(" ".join(filter(None, (change.kind.replace("_", " "), name)))),
            "difference": cut(change.difference, DIFFERENCE),
            "state": STATES[self.state],
            "decision": self._decided(),
            "hazards": ", ".join(self.hazards),
        }

    def _decided(self) -> str:
        """The decision in a few words."""
        if self.decision is None:
            return ""
        said = {"": self.decision.do, "renamed from": self.decision.rename_from, "filled with": self.decision.backfill}
        return one_line(", ".join(f"{how} {what}".strip() for how, what in said.items() if what))


def standings(
    drift: Drift | None,
    plan: Plan | None,
    policy: Policy,
    policy_then: Policy,
    unconfirmed: Collection[str],
) -> tuple[Standing, ...]:
    """Every change, those that the plan treats as the plan treats them.

    policy_then  the one for which the plan was made
    unconfirmed  ids that wait for a name to be typed
    """
    if plan is None:
        known = (*drift.changes, *drift.ignored) if drift else ()
        items: tuple[Item | None, ...] = (None,) * len(known)
    else:
        items = plan.items
        known = tuple(item.change for item in plan.items)
    questions = {question.id: question for question in plan.questions} if plan else {}
    ignored = {change.id for change in drift.ignored} if drift else set()

    def stands(change: Change, item: Item | None) -> Standing:
        key = decided_as(change)
        decision = policy.decision(key) or (item.decision if item else None)
        question = questions.get(key)
        if change.id in unconfirmed:
            state = CONFIRM
        elif item and policy.decision(key) == policy_then.decision(key):
            state = ASKS if question and item.state == WAITS else item.state
        elif change.id in ignored:
            state = IGNORED
        else:
            state = DECIDED if decision else FOUND
        return Standing(change, decision, state, item, question)

    return tuple(stands(change, item) for change, item in zip(known, items, strict=True))


def decided_as(change: Change) -> str:
    """The id under which a change is decided: a rename of a table or column under that of its add."""
    if change.action == RENAME and change.kind in (TABLE, COLUMN):
        return f"{change.id.removesuffix(RENAME)}{ADD}"
    return change.id


def option_words(option: Mapping[str, Any] | str) -> str:
    """A decision as a person says it."""
    if isinstance(option, str):
        option = {"do": option}
    said = [SIDES.get(str(option.get("do")), str(option.get("do")))]
    if option.get("rename_from"):
        said.append(f"renamed from {option['rename_from']}")
    if option.get("backfill"):
        said.append(f"filled with {option['backfill']}")
    return one_line(", ".join(said))
