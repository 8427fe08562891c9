"""A column of the models -> the entry that the server would state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Table
from sqlalchemy.schema import Column
from sqlalchemy.sql.schema import IdentityOptions

from schemasync_nb.catalog import COLUMN, Entry, Fact
from schemasync_nb.engines.postgresql.ddl import Speller, clipped
from schemasync_nb.engines.postgresql.defaults import INTEGERS, nextval, predicted_default, sequence_of
from schemasync_nb.engines.postgresql.entries import SequenceRow
from schemasync_nb.engines.postgresql.names import quote, quote_table, spell
from schemasync_nb.engines.postgresql.types import format_type, split_collation

_SERIAL = re.compile(r"(SMALL|BIG|)SERIAL( NOT NULL)?").fullmatch
_SERIAL_TYPE = {"SMALL": "smallint", "": "integer", "BIG": "bigint"}
_WORD = re.compile(r'"((?:[^"]|"")+)"|([A-Za-z_][A-Za-z0-9_$]*)')
_COLLATION = re.compile(r'(?:"((?:[^"]|"")+)"|(\w+))').findall

Uses = frozenset[tuple[str, str]]


class Guess(NamedTuple):
    """A predicted entry; ``open`` are the facts that still hold the models' own words."""

    entry: Entry
    open: tuple[str, ...] = ()


class NamedTypes:
    """Types with a name of their own: those that the models make and those that the database has.

    known  spelled name -> is an enum
    """

    def __init__(self, speller: Speller, known: Mapping[str, bool]) -> None:
        self.speller = speller
        self.known = known

    def of(self, column: Column[Any], spelled: str) -> tuple[str, str, bool] | None:
        """(as printed, its spelled name, is an enum) of a column whose type DDL spells so; None when it is unknown."""
        named = self.speller.named_type(column.type)
        if named is None:
            return None
        base = self.speller.preparer.format_type(named)
        name = spell(self.speller.schema(named), clipped(named.name))
        dimensions = spelled.removeprefix(base)
        if not spelled.startswith(base) or dimensions.strip("[]") or name not in self.known:
            return None
        return quote_table(name) + ("[]" if dimensions else ""), name, self.known[name]


class _Meaning(NamedTuple):
    facts: dict[str, Fact]
    open: tuple[str, ...]
    sql: str
    uses: Uses


class Columns:
    """Columns by what DDL says of them: what is said alike means the same and is worked out once."""

    def __init__(self, speller: Speller, types: NamedTypes, sequences: Iterable[str]) -> None:
        self.speller = speller
        self.types = types
        self.sequences = frozenset(sequences)
        self._meanings: dict[tuple[str, bool], _Meaning] = {}
        self._types: dict[Table, Mapping[str, str]] = {}

    def guess(self, column: Column[Any], table: str) -> Guess | None:
        """The entry of a column; None when it is spelled in a way that is not SQLAlchemy's own."""
        name = clipped(column.name)
        said = self._said(column)
        key = (said, column.primary_key)
        meaning = self._meanings.get(key) if column.computed is None else None
        if meaning is None:
            if said != self._specification(column):
                return None
            meaning = self._meaning(column, said)
            if meaning is None:
                return None
            self._meanings[key] = meaning
        facts = meaning.facts if not column.comment else {**meaning.facts, "comment": column.comment}
        uses = meaning.uses | {(table, "")}
        if column.computed is not None:
            uses |= mentioned(str(facts["generated"]), table, column.table)
        return Guess(Entry(COLUMN, table, name, facts, f"{quote(name)} {meaning.sql}", uses), meaning.open)

    def _specification(self, column: Column[Any]) -> str:
        """What SQLAlchemy's compiler says after the column's name."""
        said = self.speller.compiler.get_column_specification(column)
        return said[len(self.speller.preparer.format_column(column)) + 1 :]

    def _said(self, column: Column[Any]) -> str:
        """The same from its pieces, in a fraction of the time; checked for every text when it is first met."""
        if column.primary_key and column is column.table._autoincrement_column:
            return self._specification(column)
        said = self.speller.type_of(column)
        compiler = self.speller.compiler
        if column.server_default is not None and (default := compiler.get_column_default_string(column)) is not None:
            said += f" DEFAULT {default}"
        if column.computed is not None:
            said += f" {compiler.process(column.computed)}"
        if column.identity is not None:
            said += f" {compiler.process(column.identity)}{' NULL' if column.nullable else ''}"
        elif not column.nullable:
            said += " NOT NULL"
        return said

    def _meaning(self, column: Column[Any], said: str) -> _Meaning | None:
        if serial := _SERIAL(said):
            type_ = _SERIAL_TYPE[serial[1]]
            own = sequence_row("", "", None, type_)
            facts = column_facts(type_, True) | {"serial": (f"type={type_}", *own.options())}
            return _Meaning(facts, (), said.lower(), frozenset())
        compiler = self.speller.compiler
        default = compiler.get_column_default_string(column)
        spelled, collation = split_collation(self.speller.type_of(column))
        open_: list[str] = []
        uses: set[tuple[str, str]] = set()
        printed, is_enum = format_type(spelled), False
        if printed is None:
            if named := self.types.of(column, spelled):
                printed, is_enum = named[0], named[2]
                uses.add((named[1], ""))
            else:
                printed = spelled
                open_.append("type")
        facts = column_facts(printed, not column.nullable or column.primary_key or column.identity is not None)
        if collation is not None:
            facts["collation"] = known_collation(collation)
            if facts["collation"] == "":
                facts["collation"] = collation
                open_.append("collation")
        if default is not None and default.upper() != "NULL":
            predicted = self._default(default, printed, is_enum)
            facts["default"] = predicted or default
            if predicted is None or "type" in open_:
                open_.append("default")
            if predicted and (found := sequence_of(default)):
                uses.add((spell(found[0] or self.speller.default_schema, found[1]), ""))
        if column.computed is not None:
            expression = self.speller.expression(column.computed.sqltext)
            facts["generated"] = expression
            open_.append("generated")
            facts["stored"] = compiler.process(column.computed).endswith("STORED")
        clauses = ""
        if column.identity is not None:
            if printed not in INTEGERS:
                return None
            always = "always" if column.identity.always else "by default"
            own = sequence_row("", "", column.identity, printed)
            facts["identity"] = (always, *own.options())
            clauses = own.clauses()
        return _Meaning(facts, tuple(open_), column_clause(facts, clauses), frozenset(uses))

    def types_of(self, table: Table) -> Mapping[str, str]:
        """Column -> type as printed, of those columns whose type is a built-in one and without a collation."""
        if table not in self._types:
            types = {clipped(column.name): format_type(self.speller.type_of(column)) for column in table.columns}
            self._types[table] = {name: printed for name, printed in types.items() if printed is not None}
        return self._types[table]

    def _default(self, spelled: str, printed_type: str, is_enum: bool) -> str | None:
        if found := sequence_of(spelled):
            schema = found[0] or self.speller.default_schema
            known = spell(schema, found[1]) in self.sequences
            return nextval(schema, found[1]) if known and printed_type in INTEGERS else None
        return predicted_default(spelled, printed_type, is_enum)


def column_facts(type_: str, not_null: bool) -> dict[str, Fact]:
    """The facts of a plain column."""
    return {
        "type": type_,
        "not_null": not_null,
        "default": None,
        "generated": None,
        "stored": True,
        "identity": None,
        "serial": None,
        "collation": None,
        "comment": None,
    }


def column_clause(facts: Mapping[str, Fact], sequence: str = "") -> str:
    """What follows a column's name in CREATE TABLE; ``sequence`` are the options of its identity."""
    clause = str(facts["type"])
    if facts["collation"]:
        collation = str(facts["collation"])
        clause += f" COLLATE {quote_table(collation) if '.' in collation else quote(collation)}"
    if facts["default"] is not None:
        clause += f" DEFAULT {facts['default']}"
    if facts["generated"] is not None:
        clause += f" GENERATED ALWAYS AS ({facts['generated']}) {'STORED' if facts['stored'] else 'VIRTUAL'}"
    if isinstance(facts["identity"], tuple):
        clause += f" GENERATED {facts['identity'][0].upper()} AS IDENTITY{f' ({sequence})' if sequence else ''}"
    return clause + (" NOT NULL" if facts["not_null"] else "")


def known_collation(spelled: str) -> str | None:
    """A collation as facts name it, None for that of the type, "" where only the server knows its schema."""
    parts = [quoted.replace('""', '"') or plain.lower() for quoted, plain in _COLLATION(spelled)]
    if len(parts) == 2:
        return parts[1] if parts[0] == "pg_catalog" else spell(*parts)
    return None if parts == ["default"] else parts[0] if parts[0] in ("C", "POSIX", "ucs_basic") else ""


def sequence_row(schema: str, name: str, options: IdentityOptions | None, type_: str) -> SequenceRow:
    """A sequence of this type, with the server's defaults (postgresql.org/docs, CREATE SEQUENCE)."""

    def said(option: str) -> int | None:
        value = getattr(options, option, None)
        return None if value is None else int(value)

    increment = said("increment") or 1
    low, high, start = said("minvalue"), said("maxvalue"), said("start")
    if low is None:
        low = 1 if increment > 0 else -INTEGERS[type_]
    if high is None:
        high = INTEGERS[type_] - 1 if increment > 0 else -1
    if start is None:
        start = low if increment > 0 else high
    cycle = bool(getattr(options, "cycle", None))
    return SequenceRow(
        0, schema, name, type_, start, increment, low, high, said("cache") or 1, cycle, None, None, None, ""
    )


def mentioned(expression: str, table: str, of: Table) -> Uses:
    """The columns of a table that an expression names."""
    words = _words(expression)
    return frozenset((table, name) for column in of.columns if (name := clipped(column.name)) in words)


@lru_cache(maxsize=4_096)
def _words(expression: str) -> frozenset[str]:
    words = {quoted.replace('""', '"') or plain for quoted, plain in _WORD.findall(expression)}
    return frozenset(words | {word.lower() for word in words})
