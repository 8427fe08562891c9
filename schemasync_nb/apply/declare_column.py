"""A column of a SQLite catalog in SQLAlchemy's words, its type being the one that compiles to what is declared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from schemasync_nb.apply.spelling import Call, Node, Phrase, string
from schemasync_nb.catalog import Entry
from schemasync_nb.engines.sqlite.entries import affinity, table_entries
from schemasync_nb.engines.sqlite.parse import ColumnText, parse_table
from schemasync_nb.engines.sqlite.tokens import (
    QUOTED,
    STRING,
    WORD,
    Token,
    quote,
    text_of,
    tokens,
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
"""A declared type without its length -> what SQLAlchemy calls it, and what Python gets."""

IMPLIED = frozenset({"Boolean", "Date", "DateTime", "Integer", "LargeBinary", "Numeric", "String", "Time"})
"""Types that ``Mapped[...]`` brings about by itself, whichever SQLAlchemy it is (``float`` is one or the other)."""

DIALECT = sqlite.dialect()


@dataclass
class ColumnWords:
    """A column: its type, what Python gets, its ForeignKey and Computed, its keyword arguments.

    typed_by_key  SQLAlchemy takes the type from the foreign key's other side, and it is the same
    """

    name: str
    type: Node
    python: str
    nullable: bool
    items: list[Node] = field(default_factory=list)
    options: list[Node] = field(default_factory=list)
    typed_by_key: bool = False

    @property
    def implied(self) -> bool:
        """True when a mapped class need not state the type."""
        refers = any(isinstance(item, Call) and item.head == "ForeignKey" for item in self.items)
        return self.type in IMPLIED and (self.typed_by_key or not refers)


def column_words(entry: Entry) -> ColumnWords:
    """What an entry states of the column itself; its constraints are the table's."""
    clause = parse_table(f"CREATE TABLE t ({entry.sql})").columns[0]
    type_, python = _type(entry, clause)
    column = ColumnWords(entry.name or "", type_, python, not entry.facts["not_null"])
    if clause.generated:
        column.items.append(Call("Computed", (sql_string(text_of(clause.generated)), f"persisted={clause.stored}")))
    if entry.facts["default"] is not None:
        column.options.append(_default(clause.default))
    column.options += stated(sqlite_on_conflict_not_null=entry.facts["on_conflict"])
    return column


def _type(entry: Entry, clause: ColumnText) -> tuple[Node, str]:
    """The type that compiles to exactly what is declared, and what Python gets."""
    declared = str(entry.facts["type"])
    match = re.fullmatch(r"([A-Z ]+)(?:\((\d+)(?:, (\d+))?\))?", declared)
    arguments = [argument for argument in match.groups()[1:] if argument] if match else []
    if match and match[1] in TYPES and len(arguments) <= (2 if TYPES[match[1]][1] == "Decimal" else 1):
        name, python = TYPES[match[1]]
        collation = {"collation": clause.collation} if entry.facts["collation"] else {}
        try:
            compiled = getattr(sa, name)(*map(int, arguments), **collation).compile(dialect=DIALECT)
        except TypeError:  # it takes no such arguments
            compiled = ""
        back = table_entries(f"CREATE TABLE t (a {compiled})")[1].facts
        if all(back[fact] == entry.facts[fact] for fact in ("type", "collation")):
            items = (*arguments, *stated(**collation))
            return Call(name, items) if items else name, python
    quoted = any(token.kind in (QUOTED, STRING) for token in clause.type)
    spelling = text_of(clause.type) if quoted else declared
    spelling += f" COLLATE {quote(clause.collation or '')}" if entry.facts["collation"] else ""
    return Call("Declared", (string(spelling),)), _python(declared)


def _python(declared: str) -> str:
    """What SQLite gives back for a type by its affinity, where that is one kind of value."""
    kinds = {"INTEGER": "int", "TEXT": "str", "REAL": "float", "BLOB": "bytes"}
    return kinds.get(affinity(declared), "Any") if declared else "Any"


def _default(parts: Sequence[Token]) -> Node:
    inner = without_outer_parentheses(parts)
    words = ("TRUE", "FALSE", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME")
    if len(inner) == 1 and inner[0].kind in (STRING, QUOTED, WORD) and not inner[0].is_word(*words):
        return f"server_default={string(unquote(inner[0]))}"
    return sql_text(text_of(parts), "server_default=")


def name_words(name: str) -> str:
    """A name to be given to something; marked where it needs quotes and SQLAlchemy would not see it."""
    bare = DIALECT.identifier_preparer.quote(name) == name
    if bare and (name in ("nothing", "returning") or unquote(tokens(name)[0]) != name):  # as a word and a line break
        return f"quoted_name({string(name)}, quote=True)"
    return string(name)


def stated(**options: object) -> list[Node]:
    """Keyword arguments for what is there, as strings."""
    there = {option: str(value) for option, value in options.items() if value}
    return [f"{option}={(name_words if option == 'name' else string)(value)}" for option, value in there.items()]


def sql_string(sql: str) -> Node:
    """SQL where SQLAlchemy takes a string for text(); literal_column() where it would see parameters in it."""
    for written in (sql, re.sub(r"(?<![:\w\\]):(?=\w)", r"\\:", sql)):
        if str(sa.text(written).compile(dialect=DIALECT)) == sql:
            return Phrase(written)
    return Call("literal_column", (Phrase(sql),))


def sql_text(sql: str, keyword: str = "") -> Node:
    """SQL where SQLAlchemy takes an expression."""
    written = sql_string(sql)
    if isinstance(written, Phrase):
        return Call(f"{keyword}text", (written,))
    return Call(f"{keyword}literal_column", (Phrase(sql),))
