"""The one shape to which both sides converge: a Catalog is a set of Entries, each an object of a schema.

A reader (the live database) and a predictor (the models) both make a Catalog of the same engine, so that drift is a
comparison of values and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
EXCLUDE = "exclude"
SCHEMA = "schema"
ENUM = "enum"
DOMAIN = "domain"
SEQUENCE = "sequence"
VIEW = "view"
TRIGGER = "trigger"
MATERIALIZED_VIEW = "materialized view"
VIRTUAL_TABLE = "virtual table"

CONSTRAINTS = (PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUDE)
VIEWS = (VIEW, MATERIALIZED_VIEW)
OF_A_SCHEMA = (SCHEMA, ENUM, DOMAIN, SEQUENCE)  # objects that belong to no table


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

    @property
    def spelled(self) -> str:
        """The object as ids and ``uses`` name it, where it is one of its own: a table, or an object of a schema."""
        return spell(self.table, self.name) if self.kind in OF_A_SCHEMA and self.name else self.table

    def __reduce__(self) -> tuple[object, ...]:
        return (Entry, (self.kind, self.table, self.name, dict(self.facts), self.sql, self.uses))

    def __hash__(self) -> int:
        return hash((self.kind, self.table, self.name, self.sql))


def spell(schema: str, name: str) -> str:
    """An object's name in ids: ``schema.name``, a name in double quotes where it has a dot or a quote itself."""
    plain = "." not in name and '"' not in name
    return f"{schema}.{name}" if plain else f'{schema}."{name.replace(chr(34), chr(34) * 2)}"'


_CAST = re.compile(
    r"""::(?:character\ varying|bit\ varying|double\ precision|time(?:stamp)?(?:\(\d\))?\ with(?:out)?\ time\ zone
    |(?:"[^"]*"|\w+)(?:\.(?:"[^"]*"|\w+))?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*|[()\s]""",
    re.VERBOSE,
)


def _core(sql: str) -> str:
    """SQL without its casts, parentheses and blanks: what a dump and restore move about."""
    return _CAST.sub("", sql)


ASCII_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


@dataclass(frozen=True)
class Catalog:
    """A schema as its engine states it.

    entries       what is compared, columns in the order of their tables
    carried       what models cannot express but changes must respect (views, triggers): never proposed for removal
    not_compared  kind -> count of what exists and was not compared
    folds         names that differ in ASCII case alone are one name (SQLite: yes; PostgreSQL: no)
    rows          table key -> rows as the engine estimates them; {} where it does not
    reworded      facts that hold SQL which the engine says in other words once the schema went through a dump
    apart         tables that are there and are nobody's to compare: table key -> what each is
    default_schema
                  where the connection makes what names no schema; "" where there are none
    """

    engine: str
    entries: tuple[Entry, ...]
    carried: tuple[Entry, ...] = ()
    not_compared: Mapping[str, int] = field(default_factory=dict)
    folds: bool = True
    rows: Mapping[str, int] = field(default_factory=dict)
    reworded: frozenset[str] = frozenset()
    default_schema: str = ""
    apart: Mapping[str, str] = field(default_factory=dict)

    def key(self, name: str | None) -> str:
        """A name as this engine tells names apart; "" for what is unnamed."""
        return (name or "").translate(ASCII_LOWER) if self.folds else name or ""

    @cached_property
    def tables(self) -> dict[str, Entry]:
        """Table entries by key."""
        return {self.key(entry.table): entry for entry in self.entries if entry.kind == TABLE}

    @cached_property
    def known(self) -> frozenset[tuple[str, str]]:
        """Everything that ``Entry.uses`` can name: (table, column), and (object, "")."""
        columns = {(self.key(e.table), self.key(e.name)) for e in self.entries if e.kind == COLUMN}
        objects = {(self.key(e.spelled), "") for e in self.entries if e.kind == TABLE or e.kind in OF_A_SCHEMA}
        return frozenset(columns | objects)

    def names(self, given: str, spelled: str) -> bool:
        """True when what a person typed names this object; a schema before it may be left out."""
        wanted, full = self.key(given), self.key(spelled)
        return wanted == full or (not self.folds and full.endswith(f".{wanted}"))

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
        return replace(self, entries=tuple(entries), carried=kept)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of everything that is compared or carried; column order and spelling do not enter, nor does an index
        that was never finished: no dump has it, and no way back makes it so."""
        stated = sorted(
            json.dumps([e.kind, self.key(e.table), self.key(e.name), sorted(self._said(e))], default=list)
            for e in (*self.entries, *self.carried)
            if not e.facts.get("invalid")
        )
        return hashlib.sha256("\n".join(stated).encode()).hexdigest()

    def _said(self, entry: Entry) -> Iterator[tuple[str, Fact]]:
        for name, fact in entry.facts.items():
            if name in self.reworded and fact is not None:
                fact = (
                    _core(fact)
                    if isinstance(fact, str)
                    else tuple(map(_core, fact))
                    if isinstance(fact, tuple)
                    else fact
                )
            yield name, fact
