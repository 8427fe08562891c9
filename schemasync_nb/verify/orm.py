"""The ORM check: every mapper configured, every entity selected."""

from __future__ import annotations

import time
from collections.abc import Iterator

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapper, Session, configure_mappers

from schemasync_nb.database import explained
from schemasync_nb.guard.gate import PASSED, REFUSED, Gate
from schemasync_nb.models import Models

ROWS = 1_000


def orm_failures(models: Models, connection: Connection) -> dict[str, str]:
    """What of the models does not work on this database: entity or table -> why. Only reads, ROWS rows of each."""
    failures: dict[str, str] = {}
    mapped: set[str] = set()
    for mapper in _mappers(models):
        mapped |= {str(table) for table in mapper.tables}
        try:
            with Session(connection, join_transaction_mode="rollback_only") as session:
                for _ in session.execute(select(mapper).limit(ROWS)):
                    pass
        except (SQLAlchemyError, LookupError, ValueError, TypeError) as error:
            failures[mapper.class_.__name__] = explained(error)
    for table in models.metadata.tables.values():
        if table.fullname in mapped:
            continue
        try:
            connection.execute(select(table).limit(ROWS)).fetchall()
        except (SQLAlchemyError, LookupError, ValueError, TypeError) as error:
            failures[table.fullname] = explained(error)
    return failures


def _mappers(models: Models) -> Iterator[Mapper[object]]:
    if models.registries:
        configure_mappers()
    for registry in models.registries:
        yield from sorted(registry.mappers, key=lambda mapper: mapper.class_.__name__)


def orm_check(models: Models, connection: Connection, known: dict[str, str] | None = None) -> Gate:
    """The check as a gate.

    known  failures from before a migration: only what is new refuses
    """
    start = time.perf_counter()
    try:
        failures = orm_failures(models, connection)
    except SQLAlchemyError as error:
        return Gate(
            "orm", REFUSED, f"the mappers cannot be configured: {explained(error)}", time.perf_counter() - start
        )
    seconds = time.perf_counter() - start
    fresh = {name: why for name, why in failures.items() if known is None or name not in known}
    total = len(models.metadata.tables)
    if fresh:
        name, why = next(iter(fresh.items()))
        return Gate("orm", REFUSED, f"{name} cannot be selected: {why}", seconds)
    if failures:
        return Gate("orm", PASSED, f"{total} tables; {', '.join(failures)} failed before and still does", seconds)
    return Gate("orm", PASSED, f"every entity of {total} tables configured and selected", seconds)
