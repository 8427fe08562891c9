"""A column of a SQLite catalog in SQLAlchemy's words, its type being the one that compiles to what is declared."""

from __future__ import annotations

import re
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from schemasync_nb.catalog import Entry
from schemasync_nb.engines.spelling import Call, Node, string
from schemasync_nb.engines.sqlite.entries import affinity, table_entries
from schemasync_nb.engines.sqlite.parse import ColumnText
from schemasync_nb.engines.sqlite.tokens import (
    QUOTED,
    STRING,
    WORD,
    Token,
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
"""A declared type without its length -> what SQLAlchemy calls it, and what Python gets."""

DIALECT = sqlite.dialect()


def column_type(entry: Entry, clause: ColumnText) -> tuple[Node, str]:
    """The type that compiles to exactly what is declared, and what Python gets."""
    declared = str(entry.facts["type"])
    match = re.fullmatch(r"([A-Z ]+)(?:\((\d+)(?:, (\d+))?\))?", declared)
    arguments = [argument for argument in match.groups()[1:] if argument] if match else []
    if match and match[1] in TYPES and len(arguments) <= (2 if TYPES[match[1]][1] == "Decimal" else 1):
        type_, python = TYPES[match[1]]
        collation = {"collation": clause.collation} if entry.facts["collation"] else {}
        try:
            compiled = getattr(sa, type_)(*map(int, arguments), **collation).compile(dialect=DIALECT)
        except TypeError:  # it takes no such arguments
            compiled = ""
        back = table_entries(f"CREATE TABLE t (a {compiled})")[1].facts
        if all(back[fact] == entry.facts[fact] for fact in ("type", "collation")):
            items = (*arguments, *(f"{option}={string(name or '')}" for option, name in collation.items()))
            return Call(type_, items) if items else type_, python
    quoted = any(token.kind in (QUOTED, STRING) for token in clause.type)
    spelling = text_of(clause.type) if quoted else declared
    spelling += f" COLLATE {quote(clause.collation or '')}" if entry.facts["collation"] else ""
    return Call("Declared", (string(spelling),)), _python(declared)


def _python(declared: str) -> str:
    """What SQLite gives back for a type by its affinity, where that is one kind of value."""
    kinds = {"INTEGER": "int", "TEXT": "str", "REAL": "float", "BLOB": "bytes"}
    return kinds.get(affinity(declared), "Any") if declared else "Any"


def default_text(parts: Sequence[Token]) -> str | None:
    """The text that a default is; None where it is an expression."""
    inner = without_outer_parentheses(parts)
    words = ("TRUE", "FALSE", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME")
    if len(inner) == 1 and inner[0].kind in (STRING, QUOTED, WORD) and not inner[0].is_word(*words):
        return unquote(inner[0])
    return None
