"""The ORM check: every mapper configured, every entity selected."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import Connection, Select, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from schemasync_nb.database import explained, failing_alone
from schemasync_nb.guard.gate import PASSED, REFUSED, Gate
from schemasync_nb.models import Models
from schemasync_nb.models.importing import mappers_of
from schemasync_nb.report import count

ROWS = 1_000
MAPPERS = "the mappers"


def orm_failures(models: Models, connection: Connection) -> dict[str, str]:
    """What of the models does not work on this database: entity or table -> why. Only reads, ROWS rows of each."""
    failures: dict[str, str] = {}
    mapped: set[str] = set()
    for registry in models.registries:
        try:
            registry.configure(cascade=True)
        except SQLAlchemyError as error:
            failures[MAPPERS] = explained(error)
            continue
        for mapper in sorted(mappers_of(registry), key=lambda mapper: mapper.class_.__name__):
            mapped |= {str(table) for table in mapper.tables}
            if why := _failure(connection, select(mapper)):
                failures[mapper.class_.__name__] = why
    for table in models.metadata.tables.values():
        if table.fullname not in mapped and (why := _failure(connection, select(table))):
            failures[table.fullname] = why
    return failures


def _failure(connection: Connection, statement: Select[Any]) -> str | None:
    try:
        with failing_alone(connection), Session(connection, join_transaction_mode="rollback_only") as session:
            for _ in session.execute(statement.limit(ROWS)):
                pass
    except (SQLAlchemyError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        return explained(error)  # what the driver or a type's conversion says
    return None


def orm_check(models: Models, connection: Connection, known: dict[str, str] | None = None) -> Gate:
    """The check as a gate.

    known  failures from before a migration: only what is new refuses
    """
    start = time.perf_counter()
    failures = orm_failures(models, connection)
    seconds = time.perf_counter() - start
    fresh = {name: why for name, why in failures.items() if name == MAPPERS or name not in (known or {})}
    total = count(len(models.metadata.tables), "table")
    if fresh:
        name, why = next(iter(fresh.items()))
        return Gate("orm", REFUSED, f"{name} cannot be used: {why}", seconds)
    if failures:
        return Gate("orm", PASSED, f"{total}; {', '.join(failures)} failed before and still does", seconds)
    return Gate("orm", PASSED, f"every entity of {total} configured and selected", seconds)
