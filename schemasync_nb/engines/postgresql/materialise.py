"""Tables of the models made in a scratch database, by SQLAlchemy itself, and read by the same reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import URL, Connection, MetaData, Table
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable

from schemasync_nb.catalog import CONSTRAINTS, OF_A_SCHEMA, SCHEMA, Catalog, Entry
from schemasync_nb.database import open_database
from schemasync_nb.engines.postgresql.borrow import borrowed, settings
from schemasync_nb.engines.postgresql.ddl import Speller, clipped, first_line, is_listened_to, untouched
from schemasync_nb.engines.postgresql.names import quote, quote_table, split
from schemasync_nb.engines.postgresql.predict import Prediction
from schemasync_nb.engines.postgresql.read import read_tables
from schemasync_nb.errors import ModelsError

# What the scratch database lacks although the target has it: the models are not to blame.
_MISSING = {
    "3F000", "42704", "42883", "42P01", "0A000", "58P01", "42501",
}  # fmt: skip


class CannotAsk(Exception):
    """The scratch database could not be given what the models refer to."""


@dataclass(frozen=True)
class Making:
    """What is to be made.

    tables  spelled; everything else that they need is stubbed or borrowed
    path    the search_path in which the models' words are understood
    """

    metadata: MetaData
    tables: frozenset[str]
    prediction: Prediction
    speller: Speller
    path: str

    def models(self) -> list[Table]:
        """The tables to be made, and those that they inherit from."""
        wanted = {self.prediction.tables[spelled] for spelled in self.tables}
        heirs = list(wanted)
        while heirs:
            inherits = heirs.pop().dialect_options["postgresql"].get("inherits") or ()
            parents = (inherits,) if isinstance(inherits, str) else inherits
            heirs += [t for t in self.prediction.tables.values() if t.name in parents and t not in wanted]
            wanted.update(heirs)
        return [table for table in self.metadata.tables.values() if table in wanted]


def made(making: Making, target: Connection, found: Catalog, scratch: URL, everything: bool) -> list[Entry]:
    """The entries of the tables, and of all types and sequences of the models, as the server states them.

    target      what is lacking is borrowed from it; it is only read
    scratch     an empty database
    everything  borrow all there is, not only what the models name
    """
    models = making.models()
    lenders = borrowed(
        target,
        found,
        "\n".join(_ddl(models, making.speller)),
        {making.speller.table(table) for table in models},
        [guess.entry.name or "" for guess in making.prediction.guesses if guess.entry.kind in OF_A_SCHEMA],
        {making.speller.default_schema, *(split(table)[0] for table in making.prediction.tables)},
        everything,
    )
    engine = open_database(scratch).source.engine
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            _make(connection, making, models, lenders, found, target)
        with engine.connect() as connection:
            entries = read_tables(connection, making.tables).entries
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)
        if state in _MISSING:
            raise CannotAsk(_said(error)) from None
        raise ModelsError(f"the models cannot be made in a scratch database: {_said(error)}") from None
    except SQLAlchemyError as error:
        raise ModelsError(f"the models cannot be made in a scratch database: {first_line(error)}") from None
    finally:
        engine.dispose()
    return list(_as_stated(entries, making))


def _said(error: DBAPIError) -> str:
    """What the server says, without the address of a database that is gone by now."""
    return first_line(error.orig if isinstance(error.orig, Exception) else error)


def _ddl(models: Iterable[Table], speller: Speller) -> Iterator[str]:
    """What will be executed, as far as it can be told beforehand: its words say what to borrow."""
    for table in models:
        yield str(CreateTable(table).compile(dialect=speller.dialect))
        yield from (str(CreateIndex(index).compile(dialect=speller.dialect)) for index in table.indexes)


def _make(
    connection: Connection,
    making: Making,
    models: list[Table],
    lenders: list[str],
    found: Catalog,
    target: Connection,
) -> None:
    for statement in settings(making.path):
        _execute(connection, statement)
    lenders = _lend(connection, lenders)
    translated = target.get_execution_options().get("schema_translate_map")
    if translated:
        connection = connection.execution_options(schema_translate_map=translated)
    stubs = list(_stubs(models, making, found))
    with untouched(making.metadata):
        if not is_listened_to(making.metadata):
            making.metadata.create_all(connection, tables=[])  # types and sequences: stubs and functions may need them
            _lend(connection, lenders)
        for statement in stubs:
            _execute(connection, statement)
        making.metadata.create_all(connection, tables=models)


def _lend(connection: Connection, statements: list[str]) -> list[str]:
    """Make what can be made, whatever the order that needs; what is left will be missed by who needs it."""
    while True:
        failed = []
        for statement in statements:
            try:
                _execute(connection, statement)
            except DBAPIError as error:
                if error.connection_invalidated:
                    raise
                failed.append(statement)
        if len(failed) in (0, len(statements)):
            return failed
        statements = failed


def _execute(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement, execution_options={"no_parameters": True}).close()


def _stubs(models: list[Table], making: Making, found: Catalog) -> Iterator[str]:
    """Bare tables for what the foreign keys point to and that is not made: its key columns, unique."""
    types: dict[str, dict[str, str]] = {}
    keys: dict[str, dict[tuple[str, ...], None]] = {}
    predicted = {
        (guess.entry.table, guess.entry.name): str(guess.entry.facts["type"])
        for guess in making.prediction.guesses
        if guess.entry.kind == "column"
    }
    for table in models:
        for constraint in sorted(table.foreign_key_constraints, key=lambda each: str(each.column_keys)):
            parent = constraint.referred_table
            spelled = making.speller.table(parent)
            if parent in models:
                continue
            of_found = found.columns(spelled)
            for element in constraint.elements:
                name = clipped(element.column.name)
                known = predicted.get((spelled, name)) or (
                    str(of_found[name].facts["type"]) if name in of_found else ""
                )
                own = predicted.get((making.speller.table(table), clipped(element.parent.name)))
                types.setdefault(spelled, {})[name] = known or own or making.speller.type_of(element.parent)
            keys.setdefault(spelled, {})[tuple(clipped(e.column.name) for e in constraint.elements)] = None
    for spelled, columns in sorted(types.items()):
        listed = [f"{quote(name)} {type_}" for name, type_ in columns.items()]
        listed += [f"UNIQUE ({', '.join(map(quote, key))})" for key in keys[spelled]]
        yield f"CREATE TABLE {quote_table(spelled)} ({', '.join(listed)})"


def _as_stated(entries: Iterable[Entry], making: Making) -> Iterator[Entry]:
    """Names that the server made become None again; types and sequences that were borrowed are left out."""
    names = _names(making)
    mine = {(g.entry.kind, g.entry.table, g.entry.name) for g in making.prediction.guesses}
    for entry in entries:
        if entry.kind in OF_A_SCHEMA:
            if entry.kind != SCHEMA and (entry.kind, entry.table, entry.name) in mine:
                yield entry
        elif entry.kind in CONSTRAINTS and entry.name not in names[entry.table]:
            yield replace(entry, name=None, sql=entry.sql.removeprefix(f"CONSTRAINT {quote(entry.name or '')} "))
        else:
            yield entry


def _names(making: Making) -> Mapping[str, set[str | None]]:
    """Spelled table -> the names that the models state for its constraints."""
    names: dict[str, set[str | None]] = {}
    for spelled in making.tables:
        table = making.prediction.tables[spelled]
        constraints = [*table.constraints, *(each for column in table.columns for each in column.constraints)]
        names[spelled] = {making.speller.name(constraint) for constraint in constraints}
    return names
