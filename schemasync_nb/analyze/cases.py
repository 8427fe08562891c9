"""What is known of each change while a plan is made."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemasync_nb.analyze.plan import Finding, Question
from schemasync_nb.catalog import ENUM
from schemasync_nb.detect.drift import Change
from schemasync_nb.detect.hazards import labels
from schemasync_nb.engines.engine import Renaming
from schemasync_nb.engines.statement import Statement
from schemasync_nb.errors import DecisionError
from schemasync_nb.policy import DATABASE, Decision


@dataclass
class Case:
    """One change while it is being judged; ``reason`` is set when it must wait."""

    change: Change
    decision: Decision | None
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    question: Question | None = None

    @property
    def goes_in(self) -> bool:
        return not self.reason and self.decision is not None and self.decision.do == DATABASE


@dataclass
class Renames:
    """The renames that were decided: what is renamed, and the changes that become one."""

    renamings: list[Renaming] = field(default_factory=list)
    forward: list[Statement] = field(default_factory=list)
    back: list[Statement] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    absorbed: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)


def renamed_label(change: Change, decision: Decision) -> tuple[str, str] | None:
    """The label of an enum that a decision renames, with its new name; DecisionError when it cannot be one."""
    if change.kind != ENUM or change.old is None or change.new is None or not decision.rename_from:
        return None
    before, after = labels(change.old), labels(change.new)
    added = [label for label in after if label not in before]
    if decision.rename_from not in before or decision.rename_from in after or not added:
        raise DecisionError(
            f"decision for {change.id}: {decision.rename_from!r} is no label that goes while another comes"
        )
    at = before.index(decision.rename_from)
    return decision.rename_from, min(added, key=lambda label: abs(after.index(label) - at))
