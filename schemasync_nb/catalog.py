"""The one shape to which both sides converge: a Catalog is a set of Entries, each an object of a schema.

A reader (the live database) and a predictor (the models) both make a Catalog of the same engine, so that drift is a
comparison of values and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

Fact = str | int | bool | None | tuple[str, ...]
"""A canonical value: two sides that mean the same to the engine have equal facts."""

TABLE = "table"
COLUMN = "column"
PRIMARY_KEY = "primary_key"
FOREIGN_KEY = "foreign_key"
UNIQUE = "unique"
CHECK = "check"
INDEX = "index"
VIEW = "view"
TRIGGER = "trigger"
VIRTUAL_TABLE = "virtual table"

CONSTRAINTS = (PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK)


@dataclass(frozen=True)
class Entry:
    """One object of a schema.

    kind   table, column, primary_key, foreign_key, unique, check, index (or an engine's own: enum, sequence ...)
    table  the table it belongs to, as it is spelled in ids: ``orders``, or ``public.orders`` where there are schemas
    name   None where its maker left it unnamed
    facts  what is compared: attribute -> canonical value
    sql    the clause or statement in its engine's words: shown and executed, never compared
    uses   (table, column) pairs that the object mentions, folded; a column of "" is the table itself
    """

    kind: str
    table: str
    name: str | None
    facts: Mapping[str, Fact]
    sql: str
    uses: frozenset[tuple[str, str]] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))

    def __reduce__(self) -> tuple[object, ...]:
        return (Entry, (self.kind, self.table, self.name, dict(self.facts), self.sql, self.uses))

    def __hash__(self) -> int:
        return hash((self.kind, self.table, self.name, self.sql))


ASCII_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


@dataclass(frozen=True)
class Catalog:
    """A schema as its engine states it.

    entries       what is compared, columns in the order of their tables
    carried       what models cannot express but changes must respect (views, triggers): never proposed for removal
    not_compared  kind -> count of what exists and was not compared
    folds         names that differ in ASCII case alone are one name (SQLite: yes; PostgreSQL: no)
    """

    engine: str
    entries: tuple[Entry, ...]
    carried: tuple[Entry, ...] = ()
    not_compared: Mapping[str, int] = field(default_factory=dict)
    folds: bool = True

    def key(self, name: str | None) -> str:
        """A name as this engine tells names apart; "" for what is unnamed."""
        return (name or "").translate(ASCII_LOWER) if self.folds else name or ""

    @cached_property
    def tables(self) -> dict[str, Entry]:
        """Table entries by key."""
        return {self.key(entry.table): entry for entry in self.entries if entry.kind == TABLE}

    @cached_property
    def _by_table(self) -> dict[str, list[Entry]]:
        grouped: dict[str, list[Entry]] = {}
        for entry in self.entries:
            grouped.setdefault(self.key(entry.table), []).append(entry)
        return grouped

    def of(self, table: str, *kinds: str) -> list[Entry]:
        """The entries of one table, in order; of the given kinds only when kinds are given."""
        return [e for e in self._by_table.get(self.key(table), []) if not kinds or e.kind in kinds]

    def columns(self, table: str) -> dict[str, Entry]:
        """Column entries of a table by key, in order."""
        return {self.key(e.name): e for e in self.of(table, COLUMN)}

    def replace(self, entries: Iterable[Entry], carried: Iterable[Entry] | None = None) -> Catalog:
        """The same catalog with other entries."""
        kept = self.carried if carried is None else tuple(carried)
        return Catalog(self.engine, tuple(entries), kept, self.not_compared, self.folds)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of everything that is compared or carried; column order and spelling do not enter."""
        stated = sorted(
            json.dumps([e.kind, self.key(e.table), self.key(e.name), sorted(e.facts.items())], default=list)
            for e in (*self.entries, *self.carried)
        )
        return hashlib.sha256("\n".join(stated).encode()).hexdigest()
