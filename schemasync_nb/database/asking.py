"""Asking a database in SQL that somebody else wrote."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, CursorResult

ASKING = "schemasync_asking"


def ask(connection: Connection, sql: str) -> CursorResult[Any]:
    """Execute SQL to the letter: a ``%`` is no placeholder, as psycopg else takes it for one."""
    return connection.exec_driver_sql(sql, execution_options={"no_parameters": True})


@contextmanager
def failing_alone(connection: Connection) -> Iterator[None]:
    """What fails inside leaves the transaction usable: on these servers an error would abort all of it.

    Said by hand: SQLAlchemy's own rolls back to the savepoint and leaves it open, and inside one PostgreSQL exports
    no snapshot.
    """
    if connection.dialect.name not in ("postgresql", "mysql", "mariadb"):
        yield
        return
    connection.exec_driver_sql(f"SAVEPOINT {ASKING}")
    try:
        yield
    except BaseException:
        connection.exec_driver_sql(f"ROLLBACK TO SAVEPOINT {ASKING}")
        raise
    finally:
        connection.exec_driver_sql(f"RELEASE SAVEPOINT {ASKING}")
