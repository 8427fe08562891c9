"""Drift: what must happen to a database for it to match its models, as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from schemasync_nb.catalog import TABLE, Catalog, Entry, Fact
from schemasync_nb.report import Report, changes_html, differences_text, list_html, plural

ADD, REMOVE, ALTER, RENAME = "add", "remove", "alter", "rename"
SYMBOLS = {ADD: "+", REMOVE: "-", ALTER: "~", RENAME: "→"}


@dataclass(frozen=True)
class Change:
    """One difference, seen from the database: what must happen to it to match the models.

    id       ``kind:[schema.]table[.name]:action``, stable from run to run
    old/new  the entry in the database, the entry that the models state (None: there is none)
    hazards  names from ``schemasync_nb.analyze.hazards``, the dangerous first
    """

    id: str
    kind: str
    action: str
    table: str
    name: str | None
    old: Entry | None
    new: Entry | None
    hazards: tuple[str, ...] = ()

    @property
    def symbol(self) -> str:
        """``+``, ``-``, ``~`` or ``→``: the action in one character."""
        return SYMBOLS[self.action]

    @property
    def before(self) -> str | None:
        """The object in the database, in its engine's words."""
        return self.old.sql if self.old else None

    @property
    def after(self) -> str | None:
        """The object that the models state, in the engine's words."""
        return self.new.sql if self.new else None

    @property
    def attributes(self) -> tuple[tuple[str, Fact, Fact], ...]:
        """(attribute, in the database, in the models) for each that differs; empty for add and remove."""
        if self.old is None or self.new is None:
            return ()
        names = dict.fromkeys([*self.old.facts, *self.new.facts])
        pairs = ((name, self.old.facts.get(name), self.new.facts.get(name)) for name in names)
        differing = tuple(pair for pair in pairs if pair[1] != pair[2])
        if self.action == RENAME:
            was, becomes = (entry.table if self.kind == TABLE else entry.name for entry in (self.old, self.new))
            return (("name", was, becomes), *differing)
        return differing

    @property
    def difference(self) -> str:
        """What becomes what, attribute by attribute; the whole object where it comes or goes."""
        return differences_text(self.attributes) or self.after or self.before or ""

    def to_json(self) -> dict[str, Any]:
        """The object that ``schema diff --json`` prints for a change."""
        return {
            "id": self.id,
            "kind": self.kind,
            "action": self.action,
            "table": self.table,
            "name": self.name,
            "before": self.before,
            "after": self.after,
            "hazards": list(self.hazards),
        }


@dataclass(frozen=True)
class Drift(Report):
    """All differences between a database and its models, with what was not compared.

    changes   what is not settled, sorted by table
    ignored   changes that a decision or the policy settled as "leave it"
    proofs    how many pairs each proof settled as equal: predicted, equivalent, engine, scratch
    exact     False where the engine could not be asked and the result is therefore approximate

    Its frame: symbol, action, kind, table (the schema, of what belongs to no table), name, database and models (SQL on
    either side), difference, hazards (with commas between), id.
    """

    columns = dict.fromkeys(
        ("", "action", "kind", "table", "name", "database", "models", "difference", "hazards", "id"), str
    )
    in_text = ("", "id", "difference", "hazards")

    changes: tuple[Change, ...]
    database: Catalog
    models: Catalog
    where: str = ""
    ignored: tuple[Change, ...] = ()
    proofs: Mapping[str, int] = field(default_factory=dict)
    exact: bool = True
    notes: tuple[str, ...] = ()

    @property
    def in_sync(self) -> bool:
        """True when no change is left to settle."""
        return not self.changes

    @property
    def not_compared(self) -> tuple[str, ...]:
        """What exists in the database and was not compared, with counts: ``2 triggers``."""
        counts = sorted(self.database.not_compared.items())
        return tuple(f"{n} {kind if n == 1 else plural(kind)}" for kind, n in counts if n)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the database's schema that was read."""
        return self.database.fingerprint

    def headline(self) -> str:
        about = "" if self.exact else " (approximate: the engine could not be asked)"
        tail = f"; {len(self.ignored)} ignored" if self.ignored else ""
        if self.not_compared:
            tail += f"; not compared: {', '.join(self.not_compared)}"
        if self.in_sync:
            return f"No schema drift{about}{tail}"
        counts = Counter(change.action for change in self.changes)
        parts = ", ".join(f"{counts[a]} to {a}" for a in SYMBOLS if counts[a])
        plural = "" if len(self.changes) == 1 else "s"
        return f"{len(self.changes)} change{plural}: {parts}{about}{tail}"

    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "": change.symbol,
                "action": change.action,
                "kind": change.kind,
                "table": change.table,
                "name": change.name,
                "database": change.before,
                "models": change.after,
                "difference": change.difference,
                "hazards": ", ".join(change.hazards),
                "id": change.id,
            }
            for change in self.changes
        ]

    def body_html(self) -> str:
        notes = list_html(self.notes)
        return notes + changes_html(self.rows(), [change.attributes for change in self.changes])

    def to_json(self) -> dict[str, Any]:
        """The object that ``schema diff --json`` prints."""
        return {
            "in_sync": self.in_sync,
            "exact": self.exact,
            "changes": [change.to_json() for change in self.changes],
            "ignored": len(self.ignored),
            "not_compared": list(self.not_compared),
        }
