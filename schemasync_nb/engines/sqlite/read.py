"""The SQLite catalog, from a live database in two queries or predicted from models with none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Dialect, MetaData, Table, create_engine
from sqlalchemy.exc import CompileError, NoReferencedTableError, SQLAlchemyError
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import Column, CreateIndex, CreateTable, ForeignKeyConstraint
from sqlalchemy.types import NullType, SchemaType

from schemasync_nb.catalog import COLUMN, FOREIGN_KEY, PRIMARY_KEY, TRIGGER, VIEW, VIRTUAL_TABLE, Catalog, Entry, Fact
from schemasync_nb.engines.sqlite.entries import Collations, index_entry, table_entries
from schemasync_nb.engines.sqlite.tokens import canonical, fold, names_in, tokens
from schemasync_nb.errors import ModelsError
from schemasync_nb.models import lists_columns

VERSION_TABLE = "alembic_version"

Row = tuple[str, str, str, str | None]
"""type, name, tbl_name, sql: a row of sqlite_master."""

MASTER = "SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
TABLE_LIST = "SELECT name, type FROM pragma_table_list WHERE schema = 'main'"


def read(connection: Connection) -> Catalog:
    """The catalog of the live database. Only reads: two queries, whatever its size."""
    rows: list[Row] = [tuple(row) for row in connection.exec_driver_sql(MASTER)]
    kinds = {row[0]: row[1] for row in connection.exec_driver_sql(TABLE_LIST)}
    return catalog(rows, kinds)


def catalog(rows: Iterable[Row], kinds: dict[str, str]) -> Catalog:
    """A catalog from rows of sqlite_master and the kind of each table (table, virtual, shadow, view)."""
    entries: list[Entry] = []
    indexes: list[tuple[str, str]] = []
    carried: list[Entry] = []
    others: Counter[str] = Counter()
    for kind, name, table, sql in rows:
        if kind in (VIEW, TRIGGER) and sql:
            carried.append(_carried(kind, name, table, sql))
            others[kind] += 1
        elif kind == "table" and sql and fold(name) != VERSION_TABLE:
            sort = kinds.get(name, "table")
            if sort == "table":
                entries.extend(table_entries(sql))
            elif sort == "virtual":
                carried.append(_carried(VIRTUAL_TABLE, name, table, sql))
                others[VIRTUAL_TABLE] += 1
        elif kind == "index" and sql and fold(table) != VERSION_TABLE:
            indexes.append((table, sql))
    collations = _collations_by_table(entries)
    entries += [index_entry(sql, collations[fold(table)]) for table, sql in indexes if fold(table) in collations]
    return Catalog("sqlite", tuple(_settled(entries)), tuple(carried), dict(others))


def _carried(kind: str, name: str, table: str, sql: str) -> Entry:
    parts = tokens(sql)
    # a view belongs to no table; what it mentions is in uses
    uses = frozenset((word, "") for word in names_in(parts))
    return Entry(kind, table if kind == TRIGGER else "", name, {"sql": canonical(parts, "", None)}, sql, uses)


def _collations_by_table(entries: Iterable[Entry]) -> dict[str, Collations]:
    columns: dict[str, list[tuple[str, str]]] = {}
    for entry in entries:
        if entry.kind == COLUMN:
            collation = str(entry.facts["collation"] or "binary")
            columns.setdefault(fold(entry.table), []).append((entry.name or "", collation))
    return {table: tuple(found) for table, found in columns.items()}


def _settled(entries: list[Entry]) -> Iterator[Entry]:
    """``REFERENCES p`` means p's own key: known only when every table is."""
    keys: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        if entry.kind == PRIMARY_KEY:
            terms = entry.facts["columns"]
            assert isinstance(terms, tuple)
            keys[fold(entry.table)] = tuple(re.sub(r"( COLLATE \S+)?( DESC)?$", "", term).strip('"') for term in terms)
    known: set[tuple[Fact, ...]] = set()
    for entry in entries:
        if entry.kind != FOREIGN_KEY:
            yield entry
            continue
        facts, uses = dict(entry.facts), entry.uses
        parent = str(facts["parent"])
        if not facts["parent_columns"] and parent in keys:
            facts["parent_columns"] = keys[parent]
            uses |= {(parent, name) for name in keys[parent]}
        meaning = (fold(entry.table), *facts.values())
        if entry.name or meaning not in known:  # `REFERENCES p` and `REFERENCES p (id)` on one column are one key
            yield Entry(entry.kind, entry.table, entry.name, facts, entry.sql, uses)
        known.add(meaning)


def predict(metadata: MetaData, dialect: Dialect) -> Catalog:
    """The catalog that the models would have, from the very text that CREATE would store.

    Nothing is executed, unless somebody listens for a table being made: then the models are made in memory, because
    only the listener knows what else it makes.
    """
    for table in metadata.tables.values():
        if table.schema not in (None, "main"):
            raise ModelsError(
                f"table {table.fullname}: SQLite has no schemas; map it with schema_translate_map or drop schema="
            )
    if _has_listeners(metadata):
        return _materialised(metadata)
    return catalog(_rows(_with_stubs(metadata), dialect, {table.name for table in metadata.tables.values()}), {})


def _rows(metadata: MetaData, dialect: Dialect, wanted: set[str]) -> Iterator[Row]:
    compiler = dialect.ddl_compiler(dialect, None)  # type: ignore[arg-type]  # one for all: it is dear to make
    for name in sorted(wanted):
        table = metadata.tables.get(name, metadata.tables.get(f"main.{name}"))
        assert table is not None
        try:
            yield "table", name, name, compiler.process(CreateTable(table)).strip()
            for index in sorted(filter(lists_columns, table.indexes), key=lambda index: str(index.name)):
                making = CreateIndex(index)
                if index._ddl_if is None or index._ddl_if._should_execute(making, index, None, compiler=compiler):
                    yield "index", str(index.name), name, compiler.process(making).strip()
        except CompileError as error:
            raise ModelsError(f"table {name}: SQLite cannot express it: {_first_line(error)}") from error


def _with_stubs(metadata: MetaData) -> MetaData:
    """The same metadata, with bare tables for what its foreign keys point to outside of it."""
    try:
        for table in metadata.tables.values():
            for key in table.foreign_keys:
                _ = key.column
    except NoReferencedTableError:
        copy = MetaData(naming_convention=metadata.naming_convention)
        for table in metadata.tables.values():
            table.to_metadata(copy)
        for table in list(copy.tables.values()):
            for constraint in table.constraints:
                if isinstance(constraint, ForeignKeyConstraint):
                    _stub(copy, constraint)
        return copy
    except SQLAlchemyError as error:
        raise ModelsError(f"the models' foreign keys do not resolve: {_first_line(error)}") from error
    return metadata


def _stub(metadata: MetaData, constraint: ForeignKeyConstraint) -> None:
    for element in constraint.elements:
        table, _, column = element.target_fullname.rpartition(".")
        if table not in metadata.tables:
            Table(table, metadata, Column(column, NullType))
        elif column not in metadata.tables[table].c:
            metadata.tables[table].append_column(Column(column, NullType))


def _has_listeners(metadata: MetaData) -> bool:
    """True when DDL events are listened for by somebody other than SQLAlchemy's own types (Enum, Boolean)."""
    things: list[Any] = [metadata, *metadata.tables.values()]
    for thing in things:
        for listener in (*thing.dispatch.before_create, *thing.dispatch.after_create):
            if not isinstance(getattr(listener, "target", None), SchemaType):
                return True
    return False


def _materialised(metadata: MetaData) -> Catalog:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        metadata.create_all(engine)
        with engine.connect() as connection:
            return read(connection)
    except SQLAlchemyError as error:
        raise ModelsError(f"the models cannot be made in a scratch database: {_first_line(error)}") from error
    finally:
        engine.dispose()


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
