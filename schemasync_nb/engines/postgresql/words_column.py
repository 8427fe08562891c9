"""A column of a PostgreSQL catalog in SQLAlchemy's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schemasync_nb.catalog import Entry
from schemasync_nb.engines.postgresql.defaults import INTEGERS, predicted_default
from schemasync_nb.engines.postgresql.predict_column import sequence_row
from schemasync_nb.engines.postgresql.types import without_modifier
from schemasync_nb.engines.postgresql.words_object import Sql, sequence_options
from schemasync_nb.engines.postgresql.words_type import TEXTS, Types
from schemasync_nb.engines.spelling import Call, Node, shown, string
from schemasync_nb.engines.words import ColumnWords

SERIALS = {"smallint": "SMALLSERIAL", "integer": "SERIAL", "bigint": "BIGSERIAL"}

_STRING = re.compile(r"(?P<text>'(?:[^']|'')*')(?:::(?P<type>.+))?", re.DOTALL).fullmatch
_NUMBER = re.compile(r"'(-?[0-9.]+)'::\w+(?: \w+)?").fullmatch


def column_words(entry: Entry, types: Types, sql: Sql, sequences: Mapping[str, str], *, counts: bool) -> ColumnWords:
    """What an entry states of the column itself, but for what it computes.

    sequences  default that takes the next number of a sequence, as printed -> the name of that sequence in the file
    counts     SQLAlchemy makes it a serial unasked
    """
    facts = entry.facts
    collation = None if facts["collation"] is None else str(facts["collation"])
    type_, python = types.words(str(facts["type"]), collation)
    column = ColumnWords(entry.name or "", type_, python, facts["not_null"] is False)
    where = f"column {shown(f'{entry.table}.{entry.name}')}"
    if facts["not_null"] == "not valid":
        column.unsaid.append(f"{where}: NOT NULL is NOT VALID")
    if isinstance(facts["identity"], tuple):
        column.items.append(_identity(facts["identity"], str(facts["type"])))
    if isinstance(facts["serial"], tuple):
        _serial(entry, column, where, counts=counts)
    if facts["default"] is not None:
        column.options.append(default_words(str(facts["default"]), str(facts["type"]), types, sql, sequences))
    column.options += [f"comment={string(str(facts['comment']))}"] if facts["comment"] is not None else []
    return column


def _identity(stated: tuple[str, ...], type_: str) -> Call:
    always, *pairs = stated
    options = sequence_options(_numbers(pairs), type_)
    return Call("Identity", (*(["always=True"] if always == "always" else []), *options))


def _numbers(pairs: list[str]) -> dict[str, int | bool]:
    said = dict(pair.split("=") for pair in pairs)
    return {name: value == "yes" if name == "cycle" else int(value) for name, value in said.items()}


def _serial(entry: Entry, column: ColumnWords, where: str, *, counts: bool) -> None:
    """A serial that SQLAlchemy would not make of itself is one by its type; its numbers cannot be said."""
    stated = entry.facts["serial"]
    assert isinstance(stated, tuple)
    type_ = str(entry.facts["type"])
    usual = sequence_row("", "", None, type_).options() if type_ in INTEGERS else ()
    if stated != (f"type={type_}", *usual):
        column.unsaid.append(f"{where}: the options of its sequence ({', '.join(stated)})")
    if not counts and type_ in SERIALS:
        column.type = Call("Declared", (string(SERIALS[type_]),))
        column.options.append(Call("server_default=FetchedValue", ()))


def default_words(default: str, type_: str, types: Types, sql: Sql, sequences: Mapping[str, str]) -> Node:
    """``server_default=...``: a string, a function or SQL, whichever says the same and is shortest."""
    if default in sequences:
        return Call(f"server_default={sequences[default]}.next_value", ())
    if default == "now()":
        return Call("server_default=func.now", ())
    is_enum = type_.removesuffix("[]") in types.named
    bare = type_ if is_enum else without_modifier(type_)
    if (match := _STRING(default)) and "\\" not in match["text"]:
        text = match["text"][1:-1].replace("''", "'")
        same = match["type"] == bare or (match["type"] in TEXTS and bare in TEXTS)
        if same and (is_enum or bare not in INTEGERS):
            return f"server_default={string(text)}"
    if (number := _NUMBER(default)) and predicted_default(number[1], type_, False) == default:
        default = number[1]
    return sql(default, "server_default=")  # DEFAULT takes some expressions in parentheses only
