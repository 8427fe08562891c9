"""A catalog in SQLAlchemy's words: what all engines have in common, and what each must say of its own."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import Dialect

from schemasync_nb.catalog import CHECK, COLUMN, EXCLUDE, FOREIGN_KEY, INDEX, PRIMARY_KEY, UNIQUE, Catalog, Entry
from schemasync_nb.engines.spelling import Call, Node, Phrase, listed, shown, string
from schemasync_nb.engines.words import ELSEWHERE, ColumnWords, ConstraintWords, Inline, Key, ObjectWords, TableWords

CONVENTIONS = {
    PRIMARY_KEY: ("pk", ("pk_%(table_name)s",)),
    UNIQUE: ("uq", ("uq_%(table_name)s_%(column_0_N_name)s", "uq_%(table_name)s_%(column_0_name)s")),
    FOREIGN_KEY: (
        "fk",
        (
            "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        ),
    ),
}
"""Kind -> its key in ``MetaData(naming_convention=...)``, and the patterns that people use."""

KINDS = (PRIMARY_KEY, FOREIGN_KEY, UNIQUE, CHECK, EXCLUDE, INDEX)
"""What a table lists, in this order."""


class Declarations(ABC):
    """Every table of a catalog in SQLAlchemy's words; single columns, constraints and indexes too.

    conventions  kind -> the pattern by which what is left unnamed is named
    keys         the foreign keys that can be said, by the table that refers
    objects      what tables use by name, in an order in which it can be made
    """

    objects: Sequence[ObjectWords] = ()
    dialect: ClassVar[Dialect]
    modules: ClassVar[Mapping[str, Collection[str]]]
    """Module -> what the words take from it, beside ``MODULES``."""

    def __init__(self, catalog: Catalog, conventions: Mapping[str, str] | None = None) -> None:
        """Without conventions, those that name most constraints of a kind are found, if all of the kind are named."""
        nameless = {e.table for e in catalog.entries if e.kind == COLUMN and not (e.name and e.table)}
        self.nameless = sorted(nameless)
        self.catalog = catalog.replace(entry for entry in catalog.entries if entry.table not in nameless)
        self.conventions = self._found_conventions() if conventions is None else dict(conventions)
        self.keys: dict[str, list[Key]] = {entry.table: [] for entry in self.catalog.tables.values()}
        circles = self._circles()
        self._keys: dict[Entry, Key] = {}
        for entry in self._of(FOREIGN_KEY):
            if not self.meaningless(entry):
                self._keys[entry] = self._key(entry, entry in circles)
                self.keys[entry.table].append(self._keys[entry])

    @cached_property
    def tables(self) -> list[TableWords]:
        """All tables, in the database's order."""
        return [self.table(entry) for entry in self.catalog.tables.values()]

    @cached_property
    def unsaid(self) -> list[str]:
        """A line for each thing that SQLAlchemy cannot say."""
        lines = [f"table {shown(table)}: a name in it is empty" for table in self.nameless]
        lines += self.unsaid_objects()
        lines += [line for entry in self._of(FOREIGN_KEY) if (line := self.meaningless(entry))]
        return lines + [line for table in self.tables for line in table.unsaid]

    # what engines differ in

    @abstractmethod
    def column(self, entry: Entry) -> ColumnWords:
        """What an entry states of the column itself; its constraints are the table's."""

    @abstractmethod
    def constraint(self, entry: Entry) -> ConstraintWords:
        """A key, check, exclusion or index."""

    @abstractmethod
    def own_options(self, entry: Entry, table: TableWords) -> None:
        """Add to a table's words what its own entry states."""

    @abstractmethod
    def place(self, spelled: str) -> tuple[str, str | None]:
        """(name, schema) of a table; no schema where it is the connection's own."""

    @abstractmethod
    def column_names(self, entry: Entry) -> list[str]:
        """The columns of a constraint, without order and collation, as the catalog tells names apart."""

    @abstractmethod
    def key_options(self, entry: Entry, name: str | None) -> list[Node]:
        """The keyword arguments of a foreign key."""

    @abstractmethod
    def defers(self, entry: Entry) -> bool:
        """True when a foreign key is looked at when all rows are there."""

    @abstractmethod
    def leaves_unnamed(self, entry: Entry) -> bool:
        """True when a constraint gets its name although no convention and nobody states it."""

    @abstractmethod
    def quote(self, name: str) -> str:
        """A name as an index lists it."""

    def object_call(self, entry: Entry) -> Call | None:
        """An enum, domain or sequence by itself, without its MetaData; None where SQLAlchemy has no words for it."""
        return None

    def unsaid_objects(self) -> list[str]:
        """A line for each thing beside the tables that SQLAlchemy cannot say."""
        return []

    def meaningless(self, entry: Entry) -> str | None:
        """Why a foreign key cannot be said at all; None where it can."""
        return None

    def parent(self, entry: Entry) -> str:
        """The table that a foreign key refers to, as the catalog spells it."""
        there = self.catalog.tables.get(str(entry.facts["parent"]))
        return there.table if there else str(entry.facts["parent"])

    def is_plain(self, entry: Entry) -> bool:
        """True when a constraint lists nothing but columns."""
        return True

    def name_words(self, name: str) -> str:
        """A name to be given to something."""
        return string(name)

    def stated(self, **options: object) -> list[Node]:
        """Keyword arguments for what is there, as strings."""
        there = {option: str(value) for option, value in options.items() if value}
        return [
            f"{option}={(self.name_words if option == 'name' else string)(value)}" for option, value in there.items()
        ]

    # names

    def name(self, entry: Entry) -> str | None:
        """The name of a constraint where it must be stated."""
        pattern = self.conventions.get(entry.kind)
        if pattern and self.is_plain(entry):
            return None if self._named_by(pattern, entry) == entry.name else entry.name
        return None if self.leaves_unnamed(entry) else entry.name

    def spelled(self, table: str, column: str) -> str:
        """A column as its table spells it."""
        there = self.catalog.columns(table).get(self.catalog.key(column))
        return (there.name if there else None) or column

    def _found_conventions(self) -> dict[str, str]:
        return {kind: pattern for kind in CONVENTIONS if (pattern := self._convention(kind))}

    def _convention(self, kind: str) -> str | None:
        entries = [entry for entry in self._of(kind) if not entry.facts.get("autoincrement")]
        for pattern in CONVENTIONS[kind][1]:
            following = sum(self._named_by(pattern, entry) == entry.name for entry in entries)
            if following > max(1, len(entries) / 2) and all(entry.name for entry in entries):
                return pattern
        return None

    def _named_by(self, pattern: str, entry: Entry) -> str:
        columns = [self.spelled(entry.table, name) for name in self.column_names(entry)]
        parts = {"table_name": self.place(entry.table)[0], "column_0_name": columns[0]}
        parts["column_0_N_name"] = "_".join(columns)
        return pattern % {
            **parts,
            "referred_table_name": self.place(self.parent(entry))[0] if entry.kind == FOREIGN_KEY else "",
        }

    # foreign keys

    def _of(self, kind: str) -> list[Entry]:
        return [entry for entry in self.catalog.entries if entry.kind == kind]

    def _circles(self) -> set[Entry]:
        """The foreign keys without which tables can be made one after the other: rather those that may wait."""
        leads_to: dict[str, set[str]] = {}
        found: set[Entry] = set()
        for entry in sorted(self._of(FOREIGN_KEY), key=self._may_wait):
            child, parent = self.catalog.key(entry.table), str(entry.facts["parent"])
            if child != parent and child in _reachable(leads_to, parent):
                found.add(entry)
            else:
                leads_to.setdefault(child, set()).add(parent)
        return found

    def _may_wait(self, entry: Entry) -> bool:
        own = self.catalog.columns(entry.table)
        return self.defers(entry) or not all(own[name].facts["not_null"] for name in self.column_names(entry))

    def parent_column_names(self, entry: Entry) -> list[str]:
        """The columns that a foreign key refers to, as the parent spells them, or else the key."""
        return [self.spelled(self.parent(entry), name) for name in terms(entry, "parent_columns")]

    def _key(self, entry: Entry, closes_a_circle: bool) -> Key:
        parent = self.parent(entry)
        parent_name, parent_schema = self.place(parent)
        there = self.catalog.columns(parent)
        name = self.name(entry)
        return Key(
            entry=entry,
            name=name,
            columns=tuple(self.spelled(entry.table, column) for column in terms(entry)),
            parent=parent,
            parent_name=parent_name,
            parent_schema=parent_schema,
            parent_columns=tuple(self.parent_column_names(entry)),
            closes_a_circle=closes_a_circle,
            parent_is_there=all(column in there for column in terms(entry, "parent_columns")),
            options=(*self.key_options(entry, name), *(["use_alter=True"] if closes_a_circle else [])),
        )

    def foreign_key(self, entry: Entry, metadata: str = ELSEWHERE) -> ConstraintWords:
        """A foreign key; ``metadata`` is where tables are that cannot be named in a string."""
        key = self._keys.get(entry)
        if key is None:
            return ConstraintWords(None, unsaid=(self.meaningless(entry) or "",))
        targets = tuple(key.targets(metadata))
        call = Call("ForeignKeyConstraint", (listed(key.columns), Call("", targets, "[]"), *key.options))
        if len(key.columns) > 1 or key.late:
            return ConstraintWords(call)
        return ConstraintWords(call, (Inline(key.columns[0], (Call("ForeignKey", (targets[0], *key.options)),)),))

    def gives_type(self, key: Key) -> bool:
        """True when SQLAlchemy finds the type of a key's column on the other side, and it is the same."""
        if not key.parent_is_there:
            return False
        rivals = [other for other in self.keys[key.table] if key.columns[0] in other.columns]
        onward = [other for other in self.keys[key.parent] if key.parent_columns[0] in other.columns]
        if len(rivals) > 1 or onward:
            return False
        here = self.catalog.columns(key.table)[self.catalog.key(key.columns[0])].facts
        there = self.catalog.columns(key.parent)[self.catalog.key(key.parent_columns[0])].facts
        return all(here[fact] == there[fact] for fact in ("type", "collation"))

    def is_unique(self, table: str, columns: Iterable[str]) -> bool:
        """True when a key or index lets no two rows of a table have the same values in these columns."""
        wanted = {self.catalog.key(name) for name in columns}
        quoted = set(map(self.quote, wanted))
        for entry in self.catalog.of(table, PRIMARY_KEY, UNIQUE, INDEX):
            if entry.kind == INDEX:
                if entry.facts["unique"] and entry.facts["predicate"] is None and set(terms(entry)) == quoted:
                    return True
            elif self.is_plain(entry) and set(self.column_names(entry)) == wanted:
                return True
        return False

    # tables

    def table(self, entry: Entry) -> TableWords:
        """A table whole: what its columns can say, they say."""
        columns = [self.column(column) for column in self.catalog.of(entry.table, COLUMN)]
        table = TableWords(entry.table, *self.place(entry.table), columns=columns)
        self.own_options(entry, table)
        for column in columns:
            table.unsaid += column.unsaid
        for kind in KINDS:
            for constraint in self.catalog.of(entry.table, kind):
                self._say(constraint, table)
        for column in columns:
            column.options.sort(key=_rank)
        return table

    def _say(self, entry: Entry, table: TableWords) -> None:
        if entry.kind == PRIMARY_KEY:
            names = {self.spelled(entry.table, name) for name in self.column_names(entry)}
            table.keyed = not self._is_circular(names, table)
        key = self._keys.get(entry)
        if entry.kind == FOREIGN_KEY and (key is None or key.late):
            return
        words = self.constraint(entry)
        table.options += words.options
        table.unsaid += words.unsaid
        named = {column.name: column for column in table.columns}
        for inline in words.inline or words.beside:
            named[inline.column].items += inline.items
            there = named[inline.column].options
            there += [option for option in inline.options if option not in there]
        if key is not None and words.inline:
            named[key.columns[0]].typed_by_key = self.gives_type(key)
        if words.call is not None and not words.inline:
            table.constraints.append(words.call)

    def _is_circular(self, names: set[str], table: TableWords) -> bool:
        """True when a part of a key refers to another part of it: mapped, SQLAlchemy would leave the one out."""
        own = [key for key in self.keys[table.spelled] if key.parent == table.spelled]
        pairs = [pair for key in own for pair in zip(key.columns, key.parent_columns, strict=True)]
        return any(child != parent and {child, parent} <= names for child, parent in pairs)

    # SQL

    def sql_string(self, sql: str) -> Node:
        """SQL where SQLAlchemy takes a string for text(); literal_column() where it would see parameters in it."""
        for written in (sql, re.sub(r"(?<![:\w\\]):(?=\w)", r"\\:", sql)):
            if str(sa.text(written).compile(dialect=self.dialect)) == sql:
                return Phrase(written)
        return Call("literal_column", (Phrase(sql),))

    def sql_text(self, sql: str, keyword: str = "") -> Node:
        """SQL where SQLAlchemy takes an expression."""
        written = self.sql_string(sql)
        if isinstance(written, Phrase):
            return Call(f"{keyword}text", (written,))
        return Call(f"{keyword}literal_column", (Phrase(sql),))


def _rank(option: Node) -> int:
    """Where an option of a column stands: what it is in the table, how it is filled, what is said about it."""
    words = option if isinstance(option, str) else option.head if isinstance(option, Call) else ""
    first = ("autoincrement=", "sqlite_on_conflict_primary_key=", "nullable=", "unique=", "index=")
    if words.startswith("primary_key="):
        return -1
    return 0 if words.startswith(first) else 2 if words.startswith("comment=") else 1


def terms(entry: Entry, fact: str = "columns") -> tuple[str, ...]:
    """A fact that lists something."""
    value = entry.facts[fact]
    return value if isinstance(value, tuple) else ()


def _reachable(leads_to: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        if (table := ahead.pop()) not in found:
            found.add(table)
            ahead += leads_to.get(table, ())
    return found
