"""What a SQLite catalog states, in SQLAlchemy's words: its tables, columns and constraints as Python source."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import sqlalchemy as sa

from schemasync_nb.apply.declare_column import (
    DIALECT,
    ColumnWords,
    column_words,
    name_words,
    sql_string,
    sql_text,
    stated,
)
from schemasync_nb.apply.spelling import Call, Node, listed, shown, string
from schemasync_nb.catalog import CHECK, COLUMN, FOREIGN_KEY, INDEX, PRIMARY_KEY, UNIQUE, Catalog, Entry
from schemasync_nb.engines.sqlite.parse import ConstraintText, parse_index, parse_table
from schemasync_nb.engines.sqlite.tokens import QUOTED, STRING, WORD, fold, quote, text_of, unquote

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

STRICT_IS_SAID = "strict" in dict(DIALECT.construct_arguments or ())[sa.Table]  # since SQLAlchemy 2.0.37

ELSEWHERE = "elsewhere"
"""The generated file's MetaData for tables that foreign keys refer to although they are not there."""


@dataclass
class TableWords:
    """A table: its columns, its constraints and indexes, its options as (name, value).

    keyed  it has a key by which a class can be mapped
    """

    name: str
    columns: list[ColumnWords] = field(default_factory=list)
    constraints: list[Node] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)
    keyed: bool = False

    def column(self, name: str) -> ColumnWords:
        """The column of this name, however it is spelled."""
        return next(column for column in self.columns if fold(column.name) == fold(name))


@dataclass(frozen=True)
class Key:
    """A foreign key, with the names of its ends as the tables spell them.

    name             None where it need not be stated
    closes_a_circle  of tables that refer to each other
    parent_is_there  the database has that table with those columns
    """

    entry: Entry
    name: str | None
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]
    closes_a_circle: bool
    parent_is_there: bool

    @property
    def table(self) -> str:
        """The table that refers."""
        return self.entry.table

    @property
    def late(self) -> bool:
        """True when SQLAlchemy would misread "table.column", so that the key is added when all tables are there."""
        return self.parent_is_there and any("." in name for name in (self.parent, *self.parent_columns))

    def options(self) -> list[Node]:
        """The keyword arguments of its ForeignKey or ForeignKeyConstraint."""
        facts = self.entry.facts
        options = stated(name=self.name, ondelete=facts["on_delete"], onupdate=facts["on_update"])
        if facts["deferred"]:
            options += ["deferrable=True", 'initially="DEFERRED"']
        return options + (["use_alter=True"] if self.closes_a_circle else [])

    def targets(self, metadata: str) -> list[str]:
        """The columns it refers to, by way of a MetaData's tables."""
        return [f"{metadata}.tables[{string(self.parent)}].c[{string(name)}]" for name in self.parent_columns]


class Declarations:
    """Every table of a catalog in SQLAlchemy's words.

    tables       in the database's order
    keys         the foreign keys that could be said, by the table that refers
    conventions  kind -> the pattern that names most constraints of a kind of which all are named
    unsaid       a line for each thing that SQLAlchemy cannot say
    """

    def __init__(self, catalog: Catalog) -> None:
        self.unsaid: list[str] = []
        self.catalog = catalog.replace(self._with_names(catalog))
        self.conventions = {kind: pattern for kind in CONVENTIONS if (pattern := self._convention(kind))}
        self.keys: dict[str, list[Key]] = {entry.table: [] for entry in self.catalog.tables.values()}
        circles = self._circles()
        for entry in self._of(FOREIGN_KEY):
            if key := self._key(entry, entry in circles):
                self.keys[entry.table].append(key)
        self.tables = [self._table(entry) for entry in self.catalog.tables.values()]

    def _of(self, kind: str) -> list[Entry]:
        return [entry for entry in self.catalog.entries if entry.kind == kind]

    def _with_names(self, catalog: Catalog) -> list[Entry]:
        columns = [entry for entry in catalog.entries if entry.kind == COLUMN]
        nameless = {column.table for column in columns if not (column.name and column.table)}
        self.unsaid += [f"table {shown(table)}: a name in it is empty" for table in sorted(nameless)]
        return [entry for entry in catalog.entries if entry.table not in nameless]

    def _convention(self, kind: str) -> str | None:
        entries = [entry for entry in self._of(kind) if not entry.facts.get("autoincrement")]
        for pattern in CONVENTIONS[kind][1]:
            following = sum(self._named_by(pattern, entry) == entry.name for entry in entries)
            if following > max(1, len(entries) / 2) and all(entry.name for entry in entries):
                return pattern
        return None

    def _named_by(self, pattern: str, entry: Entry) -> str:
        columns = [self._spelled(entry.table, name) for name in _names(entry)]
        parts = {"table_name": entry.table, "column_0_name": columns[0], "column_0_N_name": "_".join(columns)}
        return pattern % {**parts, "referred_table_name": self._parent(entry) if entry.kind == FOREIGN_KEY else ""}

    def _name(self, entry: Entry) -> str | None:
        pattern = self.conventions.get(entry.kind)
        follows = pattern and _is_plain(entry) and self._named_by(pattern, entry) == entry.name
        return None if follows else entry.name

    def _spelled(self, table: str, column: str) -> str:
        there = self.catalog.columns(table).get(fold(column))
        return (there.name if there else None) or column

    def _parent(self, entry: Entry) -> str:
        there = self.catalog.tables.get(str(entry.facts["parent"]))
        return there.table if there else _constraint(entry).parent

    def _circles(self) -> set[Entry]:
        """The foreign keys without which tables can be made one after the other: rather those that may wait."""
        leads_to: dict[str, set[str]] = {}
        found: set[Entry] = set()
        for entry in sorted(self._of(FOREIGN_KEY), key=self._may_wait):
            child, parent = fold(entry.table), str(entry.facts["parent"])
            if child != parent and child in _reachable(leads_to, parent):
                found.add(entry)
            else:
                leads_to.setdefault(child, set()).add(parent)
        return found

    def _may_wait(self, entry: Entry) -> bool:
        own = self.catalog.columns(entry.table)
        return bool(entry.facts["deferred"]) or not all(own[name].facts["not_null"] for name in _names(entry))

    def _key(self, entry: Entry, closes_a_circle: bool) -> Key | None:
        columns, parent_columns = _terms(entry), _terms(entry, "parent_columns")
        parent = self._parent(entry)
        if len(columns) != len(parent_columns) or not all((parent, *parent_columns)):
            where = f"foreign key of table {shown(entry.table)}"
            self.unsaid.append(f"{where}: {entry.sql!r} means a key that is not there")
            return None
        there = self.catalog.columns(parent)
        as_typed = {fold(name): name for name in _constraint(entry).parent_columns}
        return Key(
            entry=entry,
            name=self._name(entry),
            columns=tuple(self._spelled(entry.table, name) for name in columns),
            parent=parent,
            parent_columns=tuple(self._spelled(parent, as_typed.get(name, name)) for name in parent_columns),
            closes_a_circle=closes_a_circle,
            parent_is_there=all(name in there for name in parent_columns),
        )

    def _table(self, entry: Entry) -> TableWords:
        table = TableWords(entry.table, [column_words(column) for column in self.catalog.of(entry.table, COLUMN)])
        if entry.facts["without_rowid"]:
            table.options.append(("sqlite_with_rowid", "False"))
        if entry.facts["strict"] and STRICT_IS_SAID:
            table.options.append(("sqlite_strict", "True"))
        elif entry.facts["strict"]:
            self.unsaid.append(f"table {shown(entry.table)}: STRICT, before SQLAlchemy 2.0.37")
        for constraint in self.catalog.of(entry.table, PRIMARY_KEY):
            self._primary_key(constraint, table)
        for key in self.keys[table.name]:
            if not key.late:
                self._foreign_key(key, table)
        for constraint in self.catalog.of(entry.table, UNIQUE):
            self._unique(constraint, table)
        for constraint in self.catalog.of(entry.table, CHECK):
            sql = sql_string(text_of(_constraint(constraint).expression))
            table.constraints.append(Call("CheckConstraint", (sql, *stated(name=self._name(constraint)))))
        for index in self.catalog.of(entry.table, INDEX):
            if index.name:
                _index(index, table)
            else:
                self.unsaid.append(f"table {shown(entry.table)}: {index.sql!r} has an empty name")
        return table

    def _primary_key(self, entry: Entry, table: TableWords) -> None:
        where = f"primary key of table {shown(table.name)}"
        conflict, name = entry.facts["on_conflict"], self._name(entry)
        columns = [table.column(column) for column in _names(entry)]
        table.keyed = not self._is_circular({column.name for column in columns}, table)
        if not _is_plain(entry):
            self.unsaid.append(f"{where}: the order or collation in {entry.sql!r}")
        if entry.facts["autoincrement"]:
            table.options.append(("sqlite_autoincrement", "True"))
            if entry.name:
                self.unsaid.append(f"{where}: the name {shown(entry.name)}, because of AUTOINCREMENT")
            if columns[0].type != "Integer" or any(columns[0].name in key.columns for key in self.keys[table.name]):
                self.unsaid.append(f"{where}: AUTOINCREMENT, because its column has a collation or a foreign key")
            name = None
        in_order = [column for column in table.columns if column in columns] == columns
        if name or not in_order or (conflict and len(columns) > 1):
            items = [string(column.name) for column in columns] + stated(name=name, sqlite_on_conflict=conflict)
            table.constraints.append(Call("PrimaryKeyConstraint", tuple(items)))
            for column in columns:
                column.options += ["nullable=True"] if column.nullable else []
        else:
            for column in columns:
                column.options += ["primary_key=True", *stated(sqlite_on_conflict_primary_key=conflict)]

    def _is_circular(self, names: set[str], table: TableWords) -> bool:
        """True when a part of a key refers to another part of it: mapped, SQLAlchemy would leave the one out."""
        own = [key for key in self.keys[table.name] if key.parent == table.name]
        pairs = [pair for key in own for pair in zip(key.columns, key.parent_columns, strict=True)]
        return any(child != parent and {child, parent} <= names for child, parent in pairs)

    def _foreign_key(self, key: Key, table: TableWords) -> None:
        targets = key.targets(ELSEWHERE)
        if key.parent_is_there:
            targets = [string(f"{key.parent}.{name}") for name in key.parent_columns]
        if len(key.columns) > 1:
            items = (listed(key.columns), Call("", tuple(targets), "[]"), *key.options())
            table.constraints.append(Call("ForeignKeyConstraint", items))
            return
        column = table.column(key.columns[0])
        column.items.append(Call("ForeignKey", (targets[0], *key.options())))
        column.typed_by_key = self._gives_type(key)

    def _gives_type(self, key: Key) -> bool:
        if not key.parent_is_there:
            return False
        rivals = [other for other in self.keys[key.table] if key.columns[0] in other.columns]
        onward = [other for other in self.keys[key.parent] if key.parent_columns[0] in other.columns]
        if len(rivals) > 1 or onward:
            return False
        here = self.catalog.columns(key.table)[fold(key.columns[0])].facts
        there = self.catalog.columns(key.parent)[fold(key.parent_columns[0])].facts
        return all(here[fact] == there[fact] for fact in ("type", "collation"))

    def _unique(self, entry: Entry, table: TableWords) -> None:
        conflict, plain = entry.facts["on_conflict"], _is_plain(entry)
        name = self._name(entry)
        columns = [table.column(column) for column in _names(entry)]
        rivals = [other for other in self.catalog.of(entry.table, UNIQUE) if _terms(other) == _terms(entry)]
        if len(columns) == 1 and len(rivals) == 1 and plain and not name:
            columns[0].options += ["unique=True", *stated(sqlite_on_conflict_unique=conflict)]
            return
        items: list[Node] = [string(column.name) for column in columns]
        if not plain:  # past SQLAlchemy's quoting
            written = [string(text_of(term)) for term in _constraint(entry).terms]
            items = [Call("column", (Call("quoted_name", (term, "quote=False")),)) for term in written]
        table.constraints.append(Call("UniqueConstraint", (*items, *stated(name=name, sqlite_on_conflict=conflict))))


def _index(entry: Entry, table: TableWords) -> None:
    index = parse_index(entry.sql)
    names = {fold(column.name): column.name for column in table.columns}
    terms = [term[:-1] if len(term) > 1 and term[-1].is_word("ASC") else term for term in index.terms]
    plain = [
        names.get(fold(unquote(term[0]))) if len(term) == 1 and term[0].kind in (WORD, QUOTED, STRING) else None
        for term in terms
    ]
    if len(plain) == 1 and plain[0] and not index.predicate:
        options = table.column(plain[0]).options
        # with both, SQLAlchemy would make one unique index of the two
        if entry.name == f"ix_{table.name}_{plain[0]}" and "unique=True" not in options:
            options += ["index=True", *(["unique=True"] if index.unique else [])]
            return
    items: list[Node] = [name_words(entry.name or "")]
    items += [string(name) if name else sql_text(text_of(term)) for name, term in zip(plain, terms, strict=True)]
    items += ["unique=True"] if index.unique else []
    items += [sql_text(text_of(index.predicate), "sqlite_where=")] if index.predicate else []
    table.constraints.append(Call("Index", tuple(items)))


@lru_cache(maxsize=10_000)
def _constraint(entry: Entry) -> ConstraintText:
    return parse_table(f"CREATE TABLE t ({entry.sql})").constraints[0]


def _terms(entry: Entry, fact: str = "columns") -> tuple[str, ...]:
    value = entry.facts[fact]
    return value if isinstance(value, tuple) else ()


def _names(entry: Entry) -> list[str]:
    """The folded names of a constraint's columns, without order and collation."""
    if entry.kind == FOREIGN_KEY:
        return list(_terms(entry))
    return [fold(unquote(next(token for token in term if token.text != "("))) for term in _constraint(entry).terms]


def _is_plain(entry: Entry) -> bool:
    """True when a constraint lists nothing but columns."""
    return entry.kind == FOREIGN_KEY or list(_terms(entry)) == [quote(name) for name in _names(entry)]


def _reachable(leads_to: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        if (table := ahead.pop()) not in found:
            found.add(table)
            ahead += leads_to.get(table, ())
    return found
