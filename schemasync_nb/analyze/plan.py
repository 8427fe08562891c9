"""The plan of one pass: each change with its decision, hazards and the data's answers, and the statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Protocol

from schemasync_nb.catalog import Catalog
from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.engines.engine import Overwritten, Renaming
from schemasync_nb.engines.statement import Statement
from schemasync_nb.policy import DATABASE, IGNORE, Decision
from schemasync_nb.report import Report, code_html, count, fold, grouped_html, heading, table_html, text_html

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
class Preflight(Report):
    """Everything that the data answered before a pass: what is in the way of which change.

    Its frame: change (an id, as in Drift's), problem, rows (how many), query (the SELECT that finds all of them).
    """

    columns: ClassVar[Mapping[str, type]] = {"change": str, "problem": str, "rows": int, "query": str}
    in_text = ("change", "problem")

    findings: tuple[Finding, ...]

    def headline(self) -> str:
        if not self.findings:
            return "The data is in nobody's way"
        changes = len({finding.change_id for finding in self.findings})
        return f"The data is in the way of {count(changes, 'change')}: {count(len(self.findings), 'finding')}"

    def rows(self) -> list[dict[str, Any]]:
        return [
            {"change": each.change_id, "problem": each.problem, "rows": each.count, "query": each.query}
            for each in self.findings
        ]

    def body_html(self) -> str:
        return "".join(
            fold(text_html(finding.headline()), table_html(finding.rows()) + code_html(finding.query, "sql"))
            for finding in self.findings
        )


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

    @property
    def hazards(self) -> tuple[str, ...]:
        """The hazards of what this plan does with the change; none where the database stays as it is."""
        return () if self.state in (MODELS, IGNORED) else self.change.hazards


class SourcePatch(Protocol):
    """What a plan shows of a patch of the models' source: see ``schemasync_nb.apply.patch``.

    changes  ids of the changes that it settles
    waits    change id -> why it cannot be settled so
    cells    what a person must put into a notebook's cells: nobody else can write there
    """

    @property
    def changes(self) -> tuple[str, ...]: ...
    @property
    def waits(self) -> Mapping[str, str]: ...
    @property
    def cells(self) -> tuple[str, ...]: ...
    def diff(self) -> str: ...
    def body_html(self) -> str: ...


@dataclass(frozen=True)
class Plan(Report):
    """What one pass would do: a frozen value, made for one fingerprint of the target.

    wanted      the schema that the database has when the statements went in
    upgrade     the statements, in order; empty when everything waits or is ignored
    downgrade   the statements back
    questions   what must be answered before the rest can go in
    renamings   tables and columns that keep their values under another name
    filled      where a backfill sets values
    patch       of the models' source, for what is decided that way; None: nothing is

    Its frame: symbol, change (an id, as in Drift's), state, decision, explanation, hazards, reason, safer.
    """

    drift: Drift
    items: tuple[Item, ...]
    questions: tuple[Question, ...]
    wanted: Catalog
    upgrade: tuple[Statement, ...]
    downgrade: tuple[Statement, ...]
    renamings: tuple[Renaming, ...] = ()
    filled: tuple[Overwritten, ...] = ()
    patch: SourcePatch | None = None

    @property
    def fingerprint(self) -> str:
        """The schema for which the plan was made; checked before the first write."""
        return self.drift.fingerprint

    @property
    def outside(self) -> bool:
        """True where no transaction may hold the statements."""
        return any(statement.outside for statement in (*self.upgrade, *self.downgrade))

    @property
    def going_in(self) -> tuple[Change, ...]:
        """The changes that the statements make."""
        return tuple(item.change for item in self.items if item.state == GOES_IN)

    @property
    def to_models(self) -> tuple[Item, ...]:
        """The changes by which the models follow the database."""
        return tuple(item for item in self.items if item.state == MODELS)

    def patched_by(self, patch: SourcePatch) -> Plan:
        """The plan with its patch; what the patch cannot do waits, with the reason and the other ways."""
        options = ({"do": DATABASE}, {"do": IGNORE})
        held = tuple(
            replace(item, state=WAITS, reason=patch.waits[item.change.id])
            if item.state == MODELS and item.change.id in patch.waits
            else item
            for item in self.items
        )
        asked = tuple(
            Question(item.change.id, f"The models' source stays as it is: {item.reason}. What shall be done?", options)
            for item in held
            if item.state == WAITS and item.change.id in patch.waits
        )
        return replace(self, items=held, questions=(*self.questions, *asked), patch=patch)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every answer of the data, over all changes."""
        return tuple(finding for item in self.items for finding in item.findings)

    @property
    def preflight(self) -> Preflight:
        """The answers of the data as a result of their own."""
        return Preflight(self.findings)

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
                "hazards": ", ".join(item.hazards),
                "reason": item.reason,
                "safer": item.safer,
            }
            for item in self.items
        ]

    def body_html(self) -> str:
        changes = (item.change for item in self.items)
        rows = grouped_html(self.rows(), (heading(change.kind, change.table) for change in changes))
        statements = ";\n".join(statement.sql for statement in self.upgrade)
        sql = fold("SQL", code_html(statements, "sql")) if statements else ""
        patch = fold("models' source", self.patch.body_html()) if self.patch else ""
        return rows + self.preflight.body_html() + sql + patch
