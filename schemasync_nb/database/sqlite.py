"""How SQLite files are found, and how a connection to one is made read-only or put under explicit transactions.

Python's sqlite3 begins transactions by itself, before some statements and not before others, and does not roll back
DDL; so both ways of opening switch that off on the driver's connection for as long as they last.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event
from sqlalchemy.pool import NullPool, SingletonThreadPool, StaticPool

from schemasync_nb.database.wording import explained
from schemasync_nb.errors import DatabaseError

MAGIC = b"SQLite format 3\0"
OPEN_TRANSACTION = "the connection has an open transaction: commit or roll back first"


def file_of(url: URL) -> Path | None:
    """The file that an SQLite URL names, absolute; None for a database in memory."""
    name = url.database or ":memory:"
    in_memory = url.query.get("mode") == "memory" or "mode=memory" in name
    if name.startswith("file:"):
        name = unquote(urlsplit(name).path) or ":memory:"
    return None if in_memory or name == ":memory:" else Path(name).resolve()


def existing(path: Path, shown: str) -> Path:
    """The path of a file that is there; looking at a database must never make it."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        missing = f"no file {path}" if path.parent.is_dir() else f"no folder {path.parent}"
        near = _nearest(path)
        way_on = f"did you mean sqlite:///{near}" if near else "correct the path, or make the database first"
        raise DatabaseError(f"{shown}: there is {missing}: {way_on}") from None
    except (OSError, ValueError) as error:
        raise DatabaseError(explained(error, shown)) from None
    if stat.S_ISDIR(mode):
        raise DatabaseError(f"{shown}: {path} is a folder: name the database file in it")
    return path


def _nearest(path: Path) -> Path | None:
    """A database beside a missing one with a name like its name, or the file of an absolute path that lacks a slash."""
    found: list[Path] = []
    with suppress(OSError, ValueError):
        names = os.listdir(path.parent) if path.parent.is_dir() else []
        found += [path.parent / name for name in get_close_matches(path.name, names)]
        found.append(Path("/") / path.relative_to(Path.cwd()))
    return next((file for file in found if _is_database(file)), None)


def _is_database(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC
    return False


def writable(path: Path) -> bool:
    """Whether a file or folder may be written to; one without its owner's write bit may not, even by root."""
    return bool(path.stat().st_mode & stat.S_IWUSR) and os.access(path, os.W_OK)


def refuse_unwritable(path: Path, shown: str) -> None:
    """DatabaseError when the file or its folder is read-only."""
    if not writable(existing(path, shown)):
        raise DatabaseError(f"{shown}: the file is read-only: make it writable first")
    if not writable(path.parent):
        raise DatabaseError(f"{shown}: SQLite keeps its journal beside the file: make {path.parent} writable first")


def engine_for(path: Path, url: URL) -> Engine:
    """An engine that opens the file if it is there and keeps no connection."""
    options = {"mode": "rw", **url.query, "uri": "true"}
    engine = create_engine(URL.create("sqlite", database=path.as_uri(), query=options), poolclass=NullPool)

    @event.listens_for(engine, "do_connect")
    def read_what_cannot_change(dialect: Dialect, record: object, args: list[str], options: object) -> None:
        if _wal_has_no_place(path):
            args[0] += "&immutable=1"

    return engine


def _wal_has_no_place(path: Path) -> bool:
    """Whether SQLite would have to make a WAL beside this file in order to read it, and cannot."""
    try:
        with path.open("rb") as file:
            in_wal_mode = file.read(20)[18:] == b"\x02\x02"
    except OSError:  # SQLite will say so itself
        return False
    return in_wal_mode and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()


def driver_of(connection: Connection) -> Any:
    """The driver's own connection, an ``sqlite3.Connection``."""
    return connection.connection.driver_connection


def file_behind(connection: Connection) -> Path | None:
    """The file that a connection has really open; None in memory."""
    listed = driver_of(connection).execute("PRAGMA database_list").fetchall()
    name = next(row[2] for row in listed if row[1] == "main")
    return Path(name).resolve() if name else None


def shared_connection_is_busy(engine: Engine) -> bool:
    """Whether the pool's only connection is in a transaction, which our giving it back would roll back."""
    record: Any = None
    if isinstance(engine.pool, StaticPool):
        record = vars(engine.pool).get("connection")
    elif isinstance(engine.pool, SingletonThreadPool):
        reference = getattr(engine.pool._conn, "current", None)
        record = reference() if reference else None
    driver = record.driver_connection if record else None
    return driver is not None and _in_transaction(driver)


@contextmanager
def reading(connection: Connection, shown: str) -> Iterator[None]:
    """One snapshot, and no writing, for as long as it lasts; inside the caller's transaction where one is open."""
    driver = driver_of(connection)
    if _in_transaction(driver) and not connection.in_transaction():
        raise DatabaseError(f"{shown}: {OPEN_TRANSACTION}; SQLAlchemy did not begin it")
    with ExitStack() as stack:
        if not (connection.in_transaction() and driver.in_transaction):
            stack.enter_context(_explicit_transactions(connection))
            driver.execute("BEGIN")
        stack.callback(_pragma, driver, "query_only", _pragma(driver, "query_only", 1))
        driver.execute("SELECT 1 FROM sqlite_master").fetchall()  # takes the snapshot; says so when this is no database
        yield


@contextmanager
def writing(connection: Connection, shown: str, lock_wait: float) -> Iterator[None]:
    """No transaction but those that BEGIN begins; what is not committed at the end is rolled back."""
    driver = driver_of(connection)
    if connection.in_transaction() or _in_transaction(driver):
        raise DatabaseError(f"{shown}: {OPEN_TRANSACTION}")
    with ExitStack() as stack:
        stack.callback(_pragma, driver, "busy_timeout", _pragma(driver, "busy_timeout", int(lock_wait * 1000)))
        stack.enter_context(_explicit_transactions(connection))
        yield


@contextmanager
def _explicit_transactions(connection: Connection) -> Iterator[None]:
    """Neither Python's sqlite3 nor a listener on SQLAlchemy's events begins a transaction; what is left open ends."""
    driver = driver_of(connection)
    level, mode = driver.isolation_level, getattr(driver, "autocommit", None)
    with ExitStack() as stack:
        if mode is False:  # Python 3.12: a transaction is always open
            driver.rollback()
            driver.autocommit = True
            stack.callback(setattr, driver, "autocommit", mode)
        driver.isolation_level = None
        stack.callback(setattr, driver, "isolation_level", level)
        if not connection.in_transaction():
            stack.callback(connection.begin().rollback)
        stack.callback(_roll_back, driver)
        _roll_back(driver)  # a listener said BEGIN
        yield


def _roll_back(driver: Any) -> None:
    if driver.in_transaction:
        driver.execute("ROLLBACK")


def _in_transaction(driver: Any) -> bool:
    """Whether someone began a transaction: with Python 3.12's ``autocommit=False`` one is always open."""
    return bool(driver.in_transaction) and getattr(driver, "autocommit", None) is not False


def _pragma(driver: Any, name: str, value: int) -> int:
    """Set a pragma; what it was."""
    (was,) = driver.execute(f"PRAGMA {name}").fetchone()
    driver.execute(f"PRAGMA {name} = {value}").fetchall()
    return int(was)
