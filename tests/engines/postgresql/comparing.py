"""What the tests of the models' side share: both sides of a database, and what is unequal between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    DateTime,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
)

from schemasync_nb.catalog import Catalog, Entry
from schemasync_nb.engines.engine import Stated
from schemasync_nb.engines.postgresql.read import read
from schemasync_nb.engines.postgresql.stated import stated

from .reading import reading


def make(metadata: MetaData, url: URL, options: Mapping[str, object] | None = None) -> None:
    # an index is built CONCURRENTLY
    engine = create_engine(url, isolation_level="AUTOCOMMIT", execution_options=dict(options or {}))
    try:
        metadata.create_all(engine)
    finally:
        engine.dispose()


def compared(models: MetaData, url: URL, server: URL | None, **more: Any) -> tuple[Catalog, Stated]:
    with reading(url) as connection:
        found = read(connection)
        return found, stated(models, connection, found, server, **more)


def unequal(found: Catalog, models: Catalog) -> list[str]:
    """What has no equal on the other side: ``- `` in the database alone, ``+ `` in the models alone."""
    left = [entry for entry in found.entries if entry.kind != "schema"]
    lines = []
    for entry in models.entries:
        equal = next((other for other in left if same(other, entry)), None)
        if equal is not None:
            left.remove(equal)
        elif entry.kind != "schema":
            lines.append(f"+ {entry.kind} {entry.table}.{entry.name}: {dict(entry.facts)}")
    return lines + [f"- {entry.kind} {entry.table}.{entry.name}: {dict(entry.facts)}" for entry in left]


def same(found: Entry, stated: Entry) -> bool:
    return (found.kind, found.table, found.facts) == (stated.kind, stated.table, stated.facts) and (
        stated.name in (None, found.name)
    )


def orders(*more: Any) -> MetaData:
    metadata = MetaData()
    Table(
        "orders",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("qty", Integer),
        Column("status", String(10)),
        Column("note", Text),
        Column("at", DateTime(timezone=True)),
        *more,
    )
    return metadata
