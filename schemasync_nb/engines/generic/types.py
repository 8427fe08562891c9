"""Types as a dialect compiles them, in one spelling; and whether two spellings may be one type.

Reflection gives types back in the server's words, models state them in their own. For MySQL and MariaDB the server's
synonyms are known well enough to be told apart strictly; elsewhere words that a server may have put for one another
count as one type, because a difference that is none is worse here than one that is not seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Dialect
from sqlalchemy.exc import CompileError, SAWarning, UnsupportedCompilationError
from sqlalchemy.types import TypeEngine

MYSQL = ("mysql", "mariadb")

# mariadb.com/docs: Data Types, SQL_MODE and Synonyms; dev.mysql.com/doc: 13.9 Using Data Types from Other Engines
_MYSQL_NAMES = {
    "INTEGER": "INT",
    "BOOL": "TINYINT",
    "BOOLEAN": "TINYINT",
    "NUMERIC": "DECIMAL",
    "DEC": "DECIMAL",
    "FIXED": "DECIMAL",
    "DOUBLE PRECISION": "DOUBLE",
    "REAL": "DOUBLE",
    "CHARACTER": "CHAR",
    "NCHAR": "CHAR",
    "NATIONAL CHAR": "CHAR",
    "NVARCHAR": "VARCHAR",
    "NATIONAL VARCHAR": "VARCHAR",
    "CHARACTER VARYING": "VARCHAR",
}
_DISPLAY_WIDTHS = ("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT", "YEAR")
_MYSQL_ARGUMENTS = {"DECIMAL": "10,0", "CHAR": "1", "BINARY": "1", "BIT": "1"}

_INTEGERS = frozenset({"INT", "INTEGER", "INT2", "INT4", "INT8", "SMALLINT", "BIGINT", "TINYINT", "MEDIUMINT"})
_DECIMALS = frozenset({"NUMBER", "NUMERIC", "DECIMAL", "DEC"})
_FLOATS = frozenset({"FLOAT", "REAL", "DOUBLE", "DOUBLE PRECISION", "FLOAT4", "FLOAT8", "BINARY_DOUBLE"})
_LOGICALS = frozenset({"BOOL", "BOOLEAN", "BIT", "TINYINT", "SMALLINT", "INTEGER", "NUMBER", "CHAR"})
_SAME_WORDS: tuple[frozenset[str], ...] = (
    frozenset({"INT", "INTEGER", "INT4"}),
    frozenset({"BIGINT", "INT8"}),
    frozenset({"SMALLINT", "INT2"}),
    _DECIMALS,
    _FLOATS,
    frozenset({"VARCHAR", "NVARCHAR", "VARCHAR2", "NVARCHAR2", "CHARACTER VARYING", "STRING", "NATIONAL VARCHAR"}),
    frozenset({"CHAR", "NCHAR", "CHARACTER", "BPCHAR"}),
    frozenset({"TEXT", "NTEXT", "CLOB", "NCLOB", "STRING", "LONGTEXT"}),
    frozenset({"BLOB", "BYTEA", "BYTES", "BINARY", "VARBINARY", "RAW", "LONG RAW", "IMAGE"}),
    frozenset({"DATETIME", "DATETIME2", "TIMESTAMP", "TIMESTAMP WITHOUT TIME ZONE"}),
    frozenset({"TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE", "DATETIMEOFFSET"}),
    frozenset({"TIME", "TIME WITHOUT TIME ZONE"}),
    frozenset({"UUID", "UNIQUEIDENTIFIER"}),
    frozenset({"JSON", "JSONB", "VARIANT"}),
)


@dataclass(frozen=True)
class Type:
    """A type in its dialect's words: ``VARCHAR`` and ``50``, ``TIMESTAMP WITH TIME ZONE`` and nothing."""

    word: str
    arguments: str

    def __str__(self) -> str:
        if not self.arguments:
            return self.word
        head, between, tail = re.split(r"( (?:UNSIGNED|WITH).*|$)", self.word, maxsplit=1)
        return f"{head}({self.arguments}){between}{tail}"


def type_of(stated: TypeEngine[object], dialect: Dialect) -> Type | None:
    """A type in one spelling; None where the dialect has no word for it, or reflection did not recognise it."""
    try:
        compiled = str(dialect.type_compiler_instance.process(stated))
    except (CompileError, UnsupportedCompilationError, SAWarning):
        return None
    found = parsed(compiled)
    return _as_mysql_has_it(found, dialect) if dialect.name in MYSQL else found


def parsed(compiled: str) -> Type:
    """The word and the arguments of a compiled type; collation and character set are left out."""
    before, _, rest = compiled.partition("(")
    arguments, after = "", ""
    if rest:
        arguments, _, after = rest.rpartition(")")
    words = re.sub(r"\b(?:COLLATE|CHARACTER SET|CHARSET)\s+\S+", "", f"{before} {after}".upper())
    if "'" not in arguments:  # the labels of an ENUM stay as they are
        arguments = re.sub(r"\s*,\s*", ",", re.sub(r" (?:CHAR|BYTE)$", "", arguments.upper().strip()))
    return Type(" ".join(words.split()), arguments)


def alike(found: Type | None, stated: Type | None, dialect: Dialect) -> bool:
    """True unless the two are different types to the dialect for certain."""
    if found is None or stated is None or found == stated:
        return True
    if dialect.name in MYSQL:
        # TEXT(300) becomes the smallest TEXT that holds so many bytes
        return stated.word in ("TEXT", "BLOB") and bool(stated.arguments) and found.word.endswith(stated.word)
    if found.word == stated.word or any({found.word, stated.word} <= words for words in _SAME_WORDS):
        whole = (found.arguments, stated.arguments)
        return "" in whole or "MAX" in whole or found.word in _FLOATS or _fixed(found) == _fixed(stated)
    words = {found.word, stated.word}
    if dialect.name == "oracle" and "DATE" in words:  # it has no DATETIME, and its DATE holds the time of day
        return words <= {"DATE", "DATETIME"}
    if dialect.name == "oracle" and words <= {"INTEGER", "SMALLINT"}:  # both are NUMBER(38)
        return True
    numbers = words <= _INTEGERS | _DECIMALS and bool(words & _DECIMALS)  # NUMBER(38,0) is what some have for INTEGER
    logical = words <= _LOGICALS and bool(words & {"BOOL", "BOOLEAN", "BIT"})
    lengthless = {"TEXT", "CLOB", "STRING"} & words and not (found.arguments or stated.arguments)
    text = bool(lengthless) and all(word in _SAME_WORDS[5] | _SAME_WORDS[7] for word in words)
    return numbers or logical or text


def _fixed(kind: Type) -> str:
    return kind.arguments.removesuffix(",0") if kind.word in _DECIMALS else kind.arguments


def _as_mysql_has_it(kind: Type, dialect: Dialect) -> Type:
    unsigned = " UNSIGNED" if "UNSIGNED" in kind.word or "ZEROFILL" in kind.word else ""
    stem = kind.word.removesuffix(" ZEROFILL").removesuffix(" UNSIGNED")
    word, arguments = _MYSQL_NAMES.get(stem, stem), kind.arguments
    if word == "JSON" and getattr(dialect, "is_mariadb", False):
        word = "LONGTEXT"  # mariadb.com/docs: JSON is an alias, with a CHECK that it is valid
    if word in _DISPLAY_WIDTHS or (word in ("DATETIME", "TIMESTAMP", "TIME") and arguments == "0"):
        arguments = ""
    elif word == "FLOAT" and arguments.isdigit():
        word, arguments = "FLOAT" if int(arguments) <= 24 else "DOUBLE", ""
    elif word == "DECIMAL" and arguments.isdigit():
        arguments += ",0"
    return Type(word + unsigned, arguments or _MYSQL_ARGUMENTS.get(word, ""))
