"""The one transaction in which a database is changed, its locks, and the rows that a way back brings along."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from schemasync_nb.database import ask as execute
from schemasync_nb.database import explained, open_database
from schemasync_nb.engines.postgresql.names import literal, quote
from schemasync_nb.engines.postgresql.session import SETTINGS, ask, pinned
from schemasync_nb.errors import BackupError, DatabaseError, MigrationError

if TYPE_CHECKING:
    from schemasync_nb.engines.postgresql.refill import Refill

LOCK = (0x53594E43, 0)
"""The advisory lock that whoever changes a database holds; the server keeps one for each database."""

IN_TRANSACTION = {
    "lock_timeout": "5s",  # others queue behind who waits for a lock, readers too
    "statement_timeout": "1h",
    "check_function_bodies": "off",
    "client_min_messages": "warning",
}
# What runs alone takes locks that readers and writers pass by, and waits for their transactions to end.
ALONE = {**SETTINGS, "lock_timeout": "10min", "statement_timeout": "0", "client_min_messages": "warning"}

AT_WORK = f"""
SELECT l.pid, a.usename, pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')
FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND (l.classid, l.objid, l.objsubid) = ({LOCK[0]}, {LOCK[1]}, 2)
  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
"""

BUSY = ("55P03", "40P01")
"""lock_not_available and deadlock_detected (postgresql.org/docs, "PostgreSQL Error Codes")."""


@contextmanager
def transaction(connection: Connection, *, outside: bool = False) -> Iterator[None]:
    """The one transaction in which a target is changed. ``connection`` is in driver autocommit.

    outside  no transaction: for what PostgreSQL refuses to run in one

    DatabaseError when another loop is changing this database; MigrationError when a deferred constraint would be
    violated; whatever is raised, all is rolled back.
    """
    with _alone(connection) if outside else _in_one(connection):
        yield


@contextmanager
def _in_one(connection: Connection) -> Iterator[None]:
    execute(connection, "BEGIN ISOLATION LEVEL READ COMMITTED")
    try:
        path = _told(connection, "SHOW search_path")
        pinned(connection)
        # a person's own expressions find what they name without a schema
        _set(connection, {**IN_TRANSACTION, "search_path": path}, local=True)
        if not _told(connection, f"SELECT pg_catalog.pg_try_advisory_xact_lock{LOCK}"):
            raise DatabaseError(_who_is_at_work(connection))
        yield
        try:
            execute(
                connection, "SET CONSTRAINTS ALL IMMEDIATE"
            )  # says it now, and says it when an error was passed over
        except DBAPIError as error:
            raise MigrationError(f"{explained(error)}; rolled back") from error
        execute(connection, "COMMIT")
    except BaseException:
        try:
            execute(connection, "ROLLBACK")
        except SQLAlchemyError:  # lost, or in the middle of what was interrupted: closing it rolls back as well
            connection.invalidate()
        raise


@contextmanager
def _alone(connection: Connection) -> Iterator[None]:
    before = {name: str(_told(connection, f"SELECT pg_catalog.current_setting({literal(name)})")) for name in ALONE}
    if not _told(connection, f"SELECT pg_catalog.pg_try_advisory_lock{LOCK}"):
        raise DatabaseError(_who_is_at_work(connection))
    try:
        _set(connection, ALONE, local=False)
        yield
    finally:
        with suppress(SQLAlchemyError):  # lost, and its lock and settings with it
            _set(connection, before, local=False)
            execute(connection, f"SELECT pg_catalog.pg_advisory_unlock{LOCK}")


def try_the_lock(connection: Connection) -> None:
    """See whether this database can be changed now; DatabaseError says why not."""
    shown = open_database(connection).shown
    if _told(connection, "SELECT pg_catalog.pg_is_in_recovery()"):
        raise DatabaseError(f"{shown}: it is a read-only standby: name the primary server")
    if _told(connection, "SHOW transaction_read_only") == "on":
        way_on = "SET default_transaction_read_only = off for this role or database first"
        raise DatabaseError(f"{shown}: its sessions are read-only by default: {way_on}")
    if not _told(connection, f"SELECT pg_catalog.pg_try_advisory_xact_lock{LOCK}"):
        raise DatabaseError(_who_is_at_work(connection))


def _who_is_at_work(connection: Connection) -> str:
    rows = ask(connection, AT_WORK)
    who = "".join(f" (server process {pid} of {user}, since {since} UTC)" for pid, user, since in rows[:1])
    return f"{open_database(connection).shown}: another schemasync is changing it{who}: wait until it is done"


def lock_was_busy(error: BaseException) -> bool:
    """True when an error, or what it was raised from, is that somebody else held a lock: to be tried again."""
    link: BaseException | None = error
    while link is not None:
        driver: Any = link.orig if isinstance(link, DBAPIError) else link
        if (getattr(driver, "sqlstate", None) or getattr(driver, "pgcode", None)) in BUSY:
            return True
        link = link.__cause__ or link.__context__
    return False


@contextmanager
def with_refill(connection: Connection, before: URL, refill: Refill) -> Iterator[tuple[list[str], list[str]]]:
    """Bring what an upgrade took from a database that holds the backup into temporary tables, and tell the statements
    that put it back: for before its downgrade, and for after. ``connection`` is in driver autocommit.
    """
    if not hasattr(connection.connection.driver_connection, "pgconn"):
        raise BackupError(f"{connection.dialect.driver} cannot stream rows: use postgresql+psycopg, which can")
    names = [f"pg_temp.{quote(table.name)}" for table in refill.tables]
    with open_database(before).reading() as source, transaction(connection):
        path = _told(source, "SHOW search_path")
        pinned(source)
        _set(source, {"statement_timeout": "0", "search_path": path}, local=True)
        for name, table in zip(names, refill.tables, strict=True):
            execute(connection, table.create_sql)
            _copied(source, table.select_sql, connection, name)
            execute(connection, f"ANALYZE {name}")
    try:
        yield [], list(refill.last)
    finally:
        with suppress(SQLAlchemyError):  # lost, and the tables with it
            for name in names:
                execute(connection, f"DROP TABLE IF EXISTS {name}")


def _copied(source: Connection, query: str, target: Connection, table: str) -> None:
    """Stream rows from one database into another; as text, which two pinned sessions read and write alike."""
    reader: Any = source.connection.driver_connection
    writer: Any = target.connection.driver_connection
    with (
        reader.cursor().copy(f"COPY ({query}) TO STDOUT") as rows,
        writer.cursor().copy(f"COPY {table} FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write(row)


def _set(connection: Connection, settings: dict[str, str], *, local: bool) -> None:
    calls = (f"pg_catalog.set_config({literal(n)}, {literal(to)}, {str(local).lower()})" for n, to in settings.items())
    execute(connection, f"SELECT {', '.join(calls)}")


def _told(connection: Connection, sql: str) -> Any:
    return execute(connection, sql).scalar()
