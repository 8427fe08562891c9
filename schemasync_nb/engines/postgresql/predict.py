"""MetaData -> the entries that the server would state, without asking it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import ForeignKeyConstraint, MetaData, PrimaryKeyConstraint, Table, UniqueConstraint
from sqlalchemy.dialects.postgresql import DOMAIN as Domain
from sqlalchemy.dialects.postgresql.named_types import CreateDomainType, CreateEnumType
from sqlalchemy.exc import CompileError, SAWarning
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateSequence, CreateTable
from sqlalchemy.types import ARRAY, TypeDecorator

from schemasync_nb.catalog import DOMAIN, ENUM, SEQUENCE, TABLE, Catalog, Entry, Fact
from schemasync_nb.engines.postgresql.ddl import Speller, clipped, first_line, script
from schemasync_nb.engines.postgresql.defaults import predicted_default
from schemasync_nb.engines.postgresql.entries import Known, enum_entry, schema_entry, sequence_entry
from schemasync_nb.engines.postgresql.names import quote, quote_table, spell, spell_part, split
from schemasync_nb.engines.postgresql.predict_column import (
    Columns,
    Guess,
    NamedTypes,
    known_collation,
    sequence_row,
)
from schemasync_nb.engines.postgresql.predict_constraint import constraint_guess, index_guess, options
from schemasync_nb.engines.postgresql.types import format_type
from schemasync_nb.errors import ModelsError

_PARTITION = re.compile(
    r"(range|list|hash) ?\( ?([a-z_][a-z0-9_]*(?: ?, ?[a-z_][a-z0-9_]*)*) ?\)", re.IGNORECASE
).fullmatch


_KEYS = (PrimaryKeyConstraint, UniqueConstraint)


@dataclass(frozen=True)
class Prediction:
    """What the models say in the server's words, as far as that is known without asking.

    guesses  the entries, each with what is still open about it
    opaque   spelled table -> why only its making tells what it becomes
    tables   spelled table -> the models' own
    """

    guesses: tuple[Guess, ...]
    opaque: dict[str, str]
    tables: dict[str, Table]


def predict(metadata: MetaData, speller: Speller, found: Catalog, stubs: frozenset[str]) -> Prediction:
    """The entries of the models; ``stubs`` are the keys of tables that are there for foreign keys alone. Only reads."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # create_all will warn again
            return _predicted(metadata, speller, found, stubs)
    except CompileError as error:
        raise ModelsError(f"PostgreSQL cannot express the models: {first_line(error)}") from error


def _predicted(metadata: MetaData, speller: Speller, found: Catalog, stubs: frozenset[str]) -> Prediction:
    played = script(metadata, speller)
    tables = {speller.table(table): table for key, table in metadata.tables.items() if key not in stubs}
    opaque = {speller.table(table): why for table, why in played.opaque.items()}
    made = [guess for element in played.elements if (guess := _of_a_schema(element, speller))]
    if any(guess.entry.kind == DOMAIN for guess in made):
        lent = set(_lent_domains(metadata, speller))
        made = [guess for guess in made if _spelled(guess.entry) not in lent]
    known = _enums_and_domains([*found.entries, *(guess.entry for guess in made)])
    sequences = [_spelled(e) for e in (*found.entries, *(guess.entry for guess in made)) if e.kind == SEQUENCE]
    columns = Columns(speller, NamedTypes(speller, known), sequences)
    guesses: list[Guess] = []
    for element in played.elements:
        if isinstance(element, CreateTable | CreateIndex | AddConstraint):
            table: Any = element.element if isinstance(element, CreateTable) else element.element.table
            spelled = speller.table(table)
            if spelled not in tables or spelled in opaque:
                continue
            try:
                of_table = None if speller.customised(type(element)) else _said(element, table, spelled, columns)
            except CompileError as error:
                raise ModelsError(f"table {spelled}: PostgreSQL cannot express it: {first_line(error)}") from error
            if of_table is None:
                opaque[spelled] = "part of it is spelled in a way of its own"
            else:
                guesses += of_table
    schemas = {split(spelled)[0] for spelled in tables} | {split(f"{guess.entry.table}.x")[0] for guess in made}
    first = [Guess(schema_entry(schema)) for schema in sorted(schemas)]
    kept = [guess for guess in guesses if guess.entry.table not in opaque]
    return Prediction((*first, *made, *kept), opaque, tables)


def _said(element: Any, table: Table, spelled: str, columns: Columns) -> list[Guess] | None:
    """The entries that one statement makes; None where somebody else says what they are."""
    if isinstance(element, CreateTable):
        return _table(element, table, spelled, columns)
    if isinstance(element, CreateIndex):
        guess = index_guess(element.element, spelled, columns.speller, partial(columns.types_of, table))
    else:
        guess = constraint_guess(element.element, table, spelled, columns.speller, partial(columns.types_of, table))
    return None if guess is None else [guess]


def _spelled(entry: Entry) -> str:
    return f"{entry.table}.{spell_part(entry.name or '')}"


def _enums_and_domains(entries: Iterable[Entry]) -> dict[str, bool]:
    return {_spelled(entry): entry.kind == ENUM for entry in entries if entry.kind in (ENUM, DOMAIN)}


def _of_a_schema(element: Any, speller: Speller) -> Guess | None:
    """What is made beside the tables: enums, domains, sequences."""
    thing: Any = element.element
    match element:
        case CreateEnumType():
            return Guess(enum_entry(speller.schema(thing), clipped(thing.name), map(str, thing.enums)))
        case CreateDomainType():
            return _domain(thing, speller)
        case CreateSequence():
            said = "bigint" if thing.data_type is None else speller.types.process(thing.data_type)
            row = sequence_row(speller.schema(thing), clipped(thing.name), thing, format_type(said) or said)
            return Guess(sequence_entry(row, Known()))
    return None


def _lent_domains(metadata: MetaData, speller: Speller) -> Iterator[str]:
    """Domains that the models say they do not make; SQLAlchemy before 2.1 forgets that as it adapts the type."""
    for table in metadata.tables.values():
        for column in table.columns:
            type_: Any = column.type
            while isinstance(type_, ARRAY | TypeDecorator):
                type_ = type_.item_type if isinstance(type_, ARRAY) else type_.impl_instance
            if isinstance(type_, Domain) and not type_.create_type:
                yield spell(speller.schema(type_), clipped(str(type_.name)))


def _domain(domain: Domain, speller: Speller) -> Guess:
    schema, name = speller.schema(domain), clipped(str(domain.name))
    said = speller.types.process(domain.data_type)
    base = format_type(said)
    open_ = [] if base else ["type"]
    facts: dict[str, Fact] = {
        "type": base or said,
        "not_null": bool(domain.not_null),
        "default": None,
        "collation": None,
        "checks": (),
    }
    sql = f"CREATE DOMAIN {quote(schema)}.{quote(name)} AS {base or said}"
    if domain.collation is not None:
        facts["collation"] = known_collation(f'"{domain.collation}"') or domain.collation
        open_.append("collation")
    if domain.default is not None:
        default = speller.compiler.render_default_string(domain.default)
        facts["default"] = predicted_default(default, base or said, False) or default
        sql += f" DEFAULT {facts['default']}"
        if facts["default"] == default:
            open_.append("default")
    sql += " NOT NULL" if domain.not_null else ""
    if domain.check is not None:
        # a name given together with NOT NULL goes to that
        named = domain.constraint_name if not domain.not_null else None
        check = f"{quote(clipped(str(named or f'{name}_check')))} CHECK ({speller.expression(domain.check)})"
        facts["checks"] = (check,)
        open_.append("checks")
        sql += f" CONSTRAINT {check}"
    uses = frozenset({(spell_part(schema), "")})
    return Guess(Entry(DOMAIN, spell_part(schema), name, facts, sql, uses), tuple(open_))


def _table(element: CreateTable, table: Table, spelled: str, columns: Columns) -> list[Guess] | None:
    """The entries of a table without its indexes; None where not all of them are spelled as SQLAlchemy does."""
    own = _own(table, spelled)
    if own is None:
        return None
    guesses = [own]
    constraints: list[Any] = []
    for column in table.columns:
        if column.system:
            continue
        guess = columns.guess(column, spelled)
        if guess is None:
            return None
        guesses.append(guess)
        constraints += sorted(column.constraints, key=lambda each: str(each.name))
    types = partial(columns.types_of, table)
    keys = element.include_foreign_key_constraints
    inline = table.foreign_key_constraints if keys is None else {key for key in keys if not key.use_alter}
    constraints += table._sorted_constraints
    for constraint in constraints:
        if not columns.speller.is_created(constraint) or (isinstance(constraint, _KEYS) and not len(constraint)):
            continue
        if isinstance(constraint, ForeignKeyConstraint) and constraint not in inline:
            continue  # added afterwards
        guess = constraint_guess(constraint, table, spelled, columns.speller, types)
        if guess is None:
            return None
        guesses.append(guess)
    return guesses


def _own(table: Table, spelled: str) -> Guess | None:
    """The table's own entry; None where it takes columns from elsewhere or is temporary."""
    given = table.dialect_options["postgresql"]
    prefixes = [str(prefix).upper() for prefix in table._prefixes]
    if given.get("inherits") is not None or prefixes not in ([], ["UNLOGGED"]):
        return None
    stored, certain = options(given.get("with") or {})
    open_ = [] if certain else ["options"]
    partition_by = given.get("partition_by") or None
    if partition_by is not None:
        match = _PARTITION(partition_by.strip())
        if match is None:
            open_.append("partition_by")
        else:
            keys = ", ".join(quote(key.strip().lower()) for key in match[2].split(","))
            partition_by = f"{match[1].upper()} ({keys})"
    facts: dict[str, Fact] = {
        "partition_by": partition_by,
        "unlogged": bool(prefixes),
        "options": stored,
        "inherits": (),
        "comment": table.comment or None,
    }
    sql = f"CREATE {'UNLOGGED ' if prefixes else ''}TABLE {quote_table(spelled)}"
    uses = frozenset({(spell_part(split(spelled)[0]), "")})
    return Guess(Entry(TABLE, spelled, None, facts, sql, uses), tuple(open_))
