"""What a SQLite catalog states, in SQLAlchemy's words: every table with its columns and constraints as Python source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from schemasync_nb.apply.spelling import Call, Node, Phrase, listed, shown, string
from schemasync_nb.catalog import CHECK, COLUMN, FOREIGN_KEY, INDEX, PRIMARY_KEY, UNIQUE, Catalog, Entry
from schemasync_nb.engines.sqlite.entries import affinity, table_entries
from schemasync_nb.engines.sqlite.parse import ColumnText, ConstraintText, parse_index, parse_table
from schemasync_nb.engines.sqlite.tokens import (
    QUOTED,
    STRING,
    WORD,
    Token,
    fold,
    quote,
    text_of,
    unquote,
    without_outer_parentheses,
)

TYPES = {
    "BIGINT": ("BigInteger", "int"),
    "BINARY": ("BINARY", "bytes"),
    "BLOB": ("LargeBinary", "bytes"),
    "BOOLEAN": ("Boolean", "bool"),
    "CHAR": ("CHAR", "str"),
    "CLOB": ("CLOB", "str"),
    "DATE": ("Date", "datetime.date"),
    "DATETIME": ("DateTime", "datetime.datetime"),
    "DECIMAL": ("DECIMAL", "Decimal"),
    "DOUBLE": ("Double", "float"),
    "DOUBLE PRECISION": ("DOUBLE_PRECISION", "float"),
    "FLOAT": ("Float", "float"),
    "INTEGER": ("Integer", "int"),
    "JSON": ("JSON", "Any"),
    "NCHAR": ("NCHAR", "str"),
    "NUMERIC": ("Numeric", "Decimal"),
    "NVARCHAR": ("NVARCHAR", "str"),
    "REAL": ("REAL", "float"),
    "SMALLINT": ("SmallInteger", "int"),
    "TEXT": ("Text", "str"),
    "TIME": ("Time", "datetime.time"),
    "TIMESTAMP": ("TIMESTAMP", "datetime.datetime"),
    "VARBINARY": ("VARBINARY", "bytes"),
    "VARCHAR": ("String", "str"),
}
"""Declared type without its length -> what SQLAlchemy calls it, and what Python gets."""

IMPLIED = frozenset({"Boolean", "Date", "DateTime", "Float", "Integer", "LargeBinary", "Numeric", "String", "Time"})
"""Types that ``Mapped[...]`` brings about by itself."""

ELSEWHERE = "elsewhere"
"""The MetaData, in the generated file, of tables that foreign keys refer to and that are not there."""

_AFFINITIES = {"INTEGER": "int", "TEXT": "str", "REAL": "float", "BLOB": "bytes"}
_DIALECT = sqlite.dialect()
_STRICT_IS_SAID = "strict" in dict(_DIALECT.construct_arguments or ())[sa.Table]  # since SQLAlchemy 2.1


@dataclass
class ColumnWords:
    """A column: its type, what Python gets, its ForeignKey and Computed, its keyword arguments."""

    name: str
    type: Node
    python: str
    nullable: bool
    items: list[Node] = field(default_factory=list)
    options: list[Node] = field(default_factory=list)
    typed_by_key: bool = False

    @property
    def implied(self) -> bool:
        """True when ``Mapped[...]`` says the type, or SQLAlchemy takes the same one from the key's other side."""
        return self.type in IMPLIED and (self.typed_by_key or not self.items or not _refers(self.items))


@dataclass
class TableWords:
    """A table: its columns, its constraints and indexes, its options as (name, value)."""

    name: str
    columns: list[ColumnWords] = field(default_factory=list)
    constraints: list[Node] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)
    keyed: bool = False


@dataclass(frozen=True)
class Key:
    """A foreign key between the spelled names of its ends.

    closes_a_circle  of tables that refer to each other
    parent_is_there  table and columns are in the database
    """

    entry: Entry
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
        """True when "table.column" would be misread, so that the key can be added only when all tables are there."""
        return self.parent_is_there and any("." in name for name in (self.parent, *self.parent_columns))


class Declarations:
    """Every table of a catalog in SQLAlchemy's words.

    tables   in the database's order
    keys     the foreign keys that could be said
    unsaid   a line for each thing that SQLAlchemy cannot say
    """

    def __init__(self, catalog: Catalog) -> None:
        self.unsaid: list[str] = []
        self.catalog = catalog.replace(self._with_names(catalog))
        self.keys = list(self._keys())
        self.tables = [self._table(entry) for entry in self.catalog.tables.values()]

    def _with_names(self, catalog: Catalog) -> Iterator[Entry]:
        nameless = {entry.table for entry in catalog.entries if entry.kind == COLUMN and not (entry.name and entry.table)}
        self.unsaid += [f"table {shown(table)}: a name in it is empty" for table in sorted(nameless)]
        return (entry for entry in catalog.entries if entry.table not in nameless)

    def _keys(self) -> Iterator[Key]:
        leads_to: dict[str, set[str]] = {}
        for entry in self.catalog.entries:
            if entry.kind != FOREIGN_KEY:
                continue
            own, there = self.catalog.columns(entry.table), self.catalog.columns(str(entry.facts["parent"]))
            columns, parent_columns = _tuple(entry, "columns"), _tuple(entry, "parent_columns")
            if len(columns) != len(parent_columns) or not entry.facts["parent"]:
                self.unsaid.append(f"foreign key of table {shown(entry.table)}: {entry.sql!r} refers to no columns that fit")
                continue
            clause = _constraint(entry)
            spelled = [fold(name) for name in clause.parent_columns]
            is_there = all(name in there for name in parent_columns)
            parent = self.catalog.tables.get(fold(clause.parent))
            circle = False
            if is_there and parent and fold(parent.table) != fold(entry.table):
                circle = fold(entry.table) in _reachable(leads_to, fold(parent.table))
                if not circle:
                    leads_to.setdefault(fold(entry.table), set()).add(fold(parent.table))
            yield Key(
                entry,
                tuple(own[name].name or "" for name in columns),
                parent.table if parent else clause.parent,
                tuple(
                    there[name].name or "" if name in there else clause.parent_columns[spelled.index(name)]
                    for name in parent_columns
                ),
                circle,
                is_there,
            )

    def _table(self, entry: Entry) -> TableWords:
        table = TableWords(entry.table)
        self._options(entry, table)
        indexes = self.catalog.of(entry.table, INDEX)
        for column in self.catalog.of(entry.table, COLUMN):
            table.columns.append(_column(column))
        for constraint in self.catalog.of(entry.table, PRIMARY_KEY):
            table.keyed = True
            self._primary_key(constraint, table)
        for key in self.keys:
            if key.table == entry.table and not key.late:
                self._foreign_key(key, table)
        for constraint in self.catalog.of(entry.table, UNIQUE):
            self._unique(constraint, table)
        for constraint in self.catalog.of(entry.table, CHECK):
            table.constraints.append(_check(constraint))
        for index in indexes:
            self._index(index, table)
        return table

    def _options(self, entry: Entry, table: TableWords) -> None:
        if entry.facts["without_rowid"]:
            table.options.append(("sqlite_with_rowid", "False"))
        if entry.facts["strict"] and _STRICT_IS_SAID:
            table.options.append(("sqlite_strict", "True"))
        elif entry.facts["strict"]:
            self.unsaid.append(f"STRICT of table {shown(entry.table)}: SQLAlchemy says it from 2.1 on")

    def _primary_key(self, entry: Entry, table: TableWords) -> None:
        where = f"primary key of table {shown(table.name)}"
        terms, conflict = _tuple(entry, "columns"), entry.facts["on_conflict"]
        spelled = [unquote(term[0]) for term in _constraint(entry).terms]
        columns = [_named(table, name) for name in spelled]
        if any(term != quote(fold(name)) for term, name in zip(terms, spelled, strict=True)):
            self.unsaid.append(f"{where}: the order or collation in {entry.sql!r}")
        name = entry.name
        if entry.facts["autoincrement"]:
            table.options.append(("sqlite_autoincrement", "True"))
            if name:
                self.unsaid.append(f"{where}: its name {shown(name)}, beside AUTOINCREMENT")
            if columns[0].type != "Integer" or any(columns[0].name in key.columns for key in self._keys_of(table)):
                self.unsaid.append(f"{where}: AUTOINCREMENT, because its column has a collation or a foreign key")
            name = None
        in_order = [column for column in table.columns if column in columns] == columns
        if name or not in_order or (conflict and len(columns) > 1):
            items = [*map(string, (column.name for column in columns)), *_stated(name=name, sqlite_on_conflict=conflict)]
            table.constraints.append(Call("PrimaryKeyConstraint", tuple(items)))
            return
        for column in columns:
            column.options += ["primary_key=True", *_stated(sqlite_on_conflict_primary_key=conflict)]

    def _keys_of(self, table: TableWords) -> list[Key]:
        return [key for key in self.keys if key.table == table.name]

    def _foreign_key(self, key: Key, table: TableWords) -> None:
        if len(key.columns) > 1:
            parents = (
                listed(f"{key.parent}.{name}" for name in key.parent_columns)
                if key.parent_is_there
                else Call("", tuple(_elsewhere(key)), "[]")
            )
            table.constraints.append(
                Call("ForeignKeyConstraint", (listed(key.columns), parents, *key_options(key)))
            )
            return
        column = _named(table, key.columns[0])
        target = string(f"{key.parent}.{key.parent_columns[0]}") if key.parent_is_there else _elsewhere(key)[0]
        column.items.append(Call("ForeignKey", (target, *key_options(key))))
        column.typed_by_key = self._gives_type(key)

    def _gives_type(self, key: Key) -> bool:
        """SQLAlchemy takes the column's type from the key's other side: fine where that is the very same."""
        if not key.parent_is_there:
            return False
        ends = [self.catalog.columns(key.table)[fold(key.columns[0])], self.catalog.columns(key.parent)[fold(key.parent_columns[0])]]
        onward = any(fold(other.table) == fold(key.parent) and key.parent_columns[0] in other.columns for other in self.keys)
        return not onward and all(ends[0].facts[fact] == ends[1].facts[fact] for fact in ("type", "collation"))

    def _unique(self, entry: Entry, table: TableWords) -> None:
        terms, conflict = _tuple(entry, "columns"), entry.facts["on_conflict"]
        clause = _constraint(entry)
        plain = [
            _named(table, unquote(tokens[0])) if term == quote(fold(unquote(tokens[0]))) else None
            for term, tokens in zip(terms, clause.terms, strict=True)
        ]
        if len(plain) == 1 and plain[0] and not entry.name:
            plain[0].options += ["unique=True", *_stated(sqlite_on_conflict_unique=conflict)]
            return
        items: list[Node] = [
            string(column.name) if column else _verbatim(tokens) for column, tokens in zip(plain, clause.terms, strict=True)
        ]
        items += _stated(name=entry.name, sqlite_on_conflict=conflict)
        table.constraints.append(Call("UniqueConstraint", tuple(items)))

    def _index(self, entry: Entry, table: TableWords) -> None:
        index = parse_index(entry.sql)
        columns = {fold(column.name): column for column in table.columns}
        terms = [term[:-1] if len(term) > 1 and term[-1].is_word("ASC") else term for term in index.terms]
        plain = [
            columns.get(fold(unquote(term[0]))) if len(term) == 1 and term[0].kind in (WORD, QUOTED, STRING) else None
            for term in terms
        ]
        only = plain[0]
        if len(plain) == 1 and only and not index.predicate and entry.name == f"ix_{table.name}_{only.name}":
            if "unique=True" not in only.options and re.fullmatch(r"\w+", entry.name):
                only.options += ["index=True", *(["unique=True"] if index.unique else [])]
                return
        items: list[Node] = [string(entry.name or "")]
        items += [
            string(column.name) if column else sql_text(text_of(term)) for column, term in zip(plain, terms, strict=True)
        ]
        items += ["unique=True"] if index.unique else []
        if index.predicate:
            items.append(sql_text(text_of(index.predicate), "sqlite_where="))
        table.constraints.append(Call("Index", tuple(items)))


def key_options(key: Key) -> list[Node]:
    """The keyword arguments of a ForeignKey or a ForeignKeyConstraint."""
    facts = key.entry.facts
    options = _stated(name=key.entry.name, ondelete=facts["on_delete"], onupdate=facts["on_update"])
    if facts["deferred"]:
        options += ["deferrable=True", 'initially="DEFERRED"']
    return options + (["use_alter=True"] if key.closes_a_circle else [])


def sql_text(sql: str, keyword: str = "") -> Node:
    """SQL as ``text()``, or as ``literal_column()`` where text() would take a part of it for a parameter."""
    escaped = _as_text(sql)
    return Call(f"{keyword}text", (Phrase(escaped),)) if escaped is not None else _literal(sql, keyword)


def _as_text(sql: str) -> str | None:
    for written in (sql, re.sub(r"(?<![:\w\\]):(?=\w)", r"\\:", sql)):
        if str(sa.text(written).compile(dialect=_DIALECT)) == sql:
            return written
    return None


def _literal(sql: str, keyword: str = "") -> Node:
    return Call(f"{keyword}literal_column", (Phrase(sql),))


def _column(entry: Entry) -> ColumnWords:
    clause = parse_table(f"CREATE TABLE t ({entry.sql})").columns[0]
    type_, python = _type(entry, clause)
    column = ColumnWords(entry.name or "", type_, python, not entry.facts["not_null"])
    if clause.generated:
        sql = text_of(clause.generated)
        written = _as_text(sql)
        expression = Phrase(written) if written is not None else _literal(sql)
        column.items.append(Call("Computed", (expression, f"persisted={clause.stored}")))
    if entry.facts["default"] is not None:
        column.options.append(_default(clause.default))
    column.options += _stated(sqlite_on_conflict_not_null=entry.facts["on_conflict"])
    return column


def _type(entry: Entry, clause: ColumnText) -> tuple[Node, str]:
    declared = str(entry.facts["type"])
    match = re.fullmatch(r"([A-Z ]+)(?:\((\d+)(?:, (\d+))?\))?", declared)
    if match and match[1] in TYPES:
        name, python = TYPES[match[1]]
        arguments = [argument for argument in match.groups()[1:] if argument]
        collation = {"collation": clause.collation} if entry.facts["collation"] else {}
        try:
            made = getattr(sa, name)(*map(int, arguments), **collation).compile(dialect=_DIALECT)
        except TypeError:  # this type takes no such arguments
            made = ""
        back = table_entries(f"CREATE TABLE t (a {made})")[1]
        if all(back.facts[fact] == entry.facts[fact] for fact in ("type", "collation")):
            items = (*arguments, *_stated(**collation))
            return Call(name, items) if items else name, python
    python = _AFFINITIES.get(affinity(declared), "Any") if declared else "Any"
    spelled = text_of(clause.type) if any(token.kind != WORD and token.kind in (QUOTED, STRING) for token in clause.type) else declared
    if entry.facts["collation"]:
        spelled += f" COLLATE {quote(clause.collation or '')}"
    return Call("Declared", (string(spelled),)), python


def _default(parts: Sequence[Token]) -> Node:
    inner = without_outer_parentheses(parts)
    words = ("TRUE", "FALSE", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME")
    if len(inner) == 1 and inner[0].kind in (STRING, QUOTED, WORD) and not inner[0].is_word(*words):
        return f"server_default={string(unquote(inner[0]))}"
    return sql_text(text_of(parts), "server_default=")


def _check(entry: Entry) -> Node:
    sql = text_of(_constraint(entry).expression)
    written = _as_text(sql)
    expression = Phrase(written) if written is not None else _literal(sql)
    return Call("CheckConstraint", (expression, *_stated(name=entry.name)))


def _verbatim(term: Sequence[Token]) -> Node:
    """A column of UNIQUE with its order or collation, past SQLAlchemy's quoting."""
    return Call("column", (Call("quoted_name", (string(text_of(term)), "quote=False")),))


def _elsewhere(key: Key) -> list[Node]:
    table = f"{ELSEWHERE}.tables[{string(key.parent)}]"
    return [f"{table}.c[{string(name)}]" for name in key.parent_columns]


def _refers(items: Sequence[Node]) -> bool:
    return any(isinstance(item, Call) and item.head == "ForeignKey" for item in items)


def _stated(**options: object) -> list[Node]:
    """Keyword arguments for what is not None, their values being strings."""
    return [f"{name}={string(str(value))}" for name, value in options.items() if value is not None]


def _constraint(entry: Entry) -> ConstraintText:
    return parse_table(f"CREATE TABLE t ({entry.sql})").constraints[0]


def _named(table: TableWords, name: str) -> ColumnWords:
    return next(column for column in table.columns if fold(column.name) == fold(name))


def _tuple(entry: Entry, fact: str) -> tuple[str, ...]:
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
