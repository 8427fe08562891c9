"""The plan of one pass: each change with its decision, hazards and the data's answers, and the statements."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from schemasync_nb.catalog import Catalog
from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.engines.engine import Overwritten, Renaming
from schemasync_nb.engines.statement import Statement
from schemasync_nb.policy import Decision
from schemasync_nb.report import Report, code_html, fold, table_html, text_html

GOES_IN, WAITS, MODELS, IGNORED = "goes in", "waits", "models", "ignored"


@dataclass(frozen=True)
class Finding(Report):
    """What the data answered to one question: how many rows are in the way of a change, and some of them.

    count   rows in the way
    sample  up to 10 of them, column -> value
    query   the SELECT that finds all of them
    """

    change_id: str
    problem: str
    count: int
    sample: tuple[dict[str, Any], ...]
    query: str

    def headline(self) -> str:
        return f"{self.problem} ({self.change_id})"

    def rows(self) -> list[dict[str, Any]]:
        return [dict(row) for row in self.sample]


@dataclass(frozen=True)
class Question:
    """What a person must say before a change can go in; each option is a decision, ready for the decisions file."""

    id: str
    question: str
    options: tuple[dict[str, Any], ...]
    evidence: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The object that ``schema run --json`` prints under "waiting"."""
        return {"id": self.id, "question": self.question, "options": list(self.options)}


@dataclass(frozen=True)
class Item:
    """A change as this plan treats it.

    state        ``goes in``, ``waits``, ``models`` (the source is to be patched) or ``ignored``
    reason       why it waits; "" otherwise
    explanation  what the change does, in a sentence
    safer        the safer way, where there is one
    """

    change: Change
    decision: Decision | None
    state: str
    reason: str
    explanation: str
    safer: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Plan(Report):
    """What one pass would do: a frozen value, made for one fingerprint of the target.

    wanted      the schema that the database has when the statements went in
    upgrade     the statements, in order; empty when everything waits or is ignored
    downgrade   the statements back
    questions   what must be answered before the rest can go in
    renamings   tables and columns that keep their values under another name
    filled      where a backfill sets values
    """

    drift: Drift
    items: tuple[Item, ...]
    questions: tuple[Question, ...]
    wanted: Catalog
    upgrade: tuple[Statement, ...]
    downgrade: tuple[Statement, ...]
    renamings: tuple[Renaming, ...] = ()
    filled: tuple[Overwritten, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The schema for which the plan was made; checked before the first write."""
        return self.drift.fingerprint

    @property
    def going_in(self) -> tuple[Change, ...]:
        """The changes that the statements make."""
        return tuple(item.change for item in self.items if item.state == GOES_IN)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every answer of the data, over all changes."""
        return tuple(finding for item in self.items for finding in item.findings)

    columns = dict.fromkeys(("", "change", "state", "decision", "explanation", "hazards", "reason", "safer"), str)
    in_text = ("", "change", "state", "reason", "hazards")

    def headline(self) -> str:
        if not self.items:
            return "Nothing to do: no schema drift"
        counts = Counter(item.state for item in self.items)
        names = {GOES_IN: "to the database", WAITS: "waiting", MODELS: "to the models", IGNORED: "ignored"}
        return "Plan: " + ", ".join(f"{counts[state]} {names[state]}" for state in names if counts[state])

    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "": item.change.symbol,
                "change": item.change.id,
                "state": item.state,
                "decision": item.decision.do if item.decision else "undecided",
                "explanation": item.explanation,
                "hazards": ", ".join(item.change.hazards),
                "reason": item.reason,
                "safer": item.safer,
            }
            for item in self.items
        ]

    def body_html(self) -> str:
        rows = "".join(
            fold(text_html(finding.headline()), table_html(finding.rows()) + code_html(finding.query, "sql"))
            for finding in self.findings
        )
        statements = ";\n".join(statement.sql for statement in self.upgrade)
        return super().body_html() + rows + (fold("SQL", code_html(statements, "sql")) if statements else "")
