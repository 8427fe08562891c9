"""What the reader's tests share: reading a database as the library does, and finding entries in what was read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, create_engine

from schemasync_nb.catalog import Catalog, Entry
from schemasync_nb.engines.postgresql.read import read

from ...servers import connect


@contextmanager
def reading(url: URL) -> Iterator[Connection]:
    """A connection in a read-only transaction, as the reader is given one."""
    engine = create_engine(url, isolation_level="REPEATABLE READ")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            yield connection
    finally:
        engine.dispose()


def catalog_of(url: URL, schemas: list[str] | None = None) -> Catalog:
    with reading(url) as connection:
        return read(connection, schemas)


def run(url: URL, sql: str) -> None:
    with connect(url) as connection:
        connection.execute(sql.encode())


class Found:
    """Entries by what a test calls them."""

    def __init__(self, catalog: Catalog) -> None:
        self.entries = {(e.kind, e.table, e.name): e for e in (*catalog.entries, *catalog.carried)}

    def __call__(self, kind: str, table: str, name: str | None = None) -> Entry:
        return self.entries[kind, table, name]

    def facts(self, kind: str, table: str, name: str | None, *wanted: str) -> list[Any]:
        facts = self(kind, table, name).facts
        return [facts[each] for each in wanted]
