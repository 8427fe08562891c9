"""The database that the caller names, as an object that can be read and written."""

from __future__ import annotations

import importlib.util
import os
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import quote, quote_plus

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool, SingletonThreadPool

from schemasync_nb.database import sqlite
from schemasync_nb.database.wording import WAYS_ON, explained, masked
from schemasync_nb.errors import DatabaseError

# Server -> (its driver here, the extra that brings it, its port)
SERVERS = {
    "postgresql": ("psycopg", "postgresql", 5432),
    "mysql": ("pymysql", "mysql", 3306),
    "mariadb": ("pymysql", "mysql", 3306),
}
ASYNC_DRIVERS = ("aiosqlite", "asyncpg", "psycopg_async", "aiomysql", "asyncmy")
DATABASES = "SELECT datname FROM pg_catalog.pg_database WHERE datallowconn AND NOT datistemplate ORDER BY datname"
SCHEMES = ", ".join(("sqlite", *SERVERS))


class Database:
    """A database as the contract accepts it; made by ``open_database``.

    source  what opens it
    url     its address; holds the password, so it is never printed
    shown   its address for people, without secrets
    path    the file of an SQLite database; None in memory and on a server
    """

    def __init__(self, source: Engine | Connection, url: URL, shown: str, path: Path | None = None) -> None:
        self.source = source
        self.url = url
        self.shown = shown
        self.path = path
        self._thread = threading.get_ident()

    def __repr__(self) -> str:
        return f"<Database {self.shown}>"

    @property
    def dialect(self) -> Dialect:
        """SQLAlchemy's dialect, for compiling and quoting."""
        return self.source.dialect

    @property
    def dialect_name(self) -> str:
        """``sqlite``, ``postgresql``, ``mysql`` or ``mariadb``."""
        return self.dialect.name

    @property
    def in_memory(self) -> bool:
        """True for an SQLite database without a file."""
        return self.dialect_name == "sqlite" and self.path is None

    @property
    def identity(self) -> str:
        """A stable key without secrets: the file's absolute path, or dialect, host, port and name."""
        if self.path:
            return str(self.path)
        if self.in_memory:
            return f"memory:{os.getpid()}-{id(self.source.engine.pool):x}"
        host = self.url.host or self.url.query.get("host") or "localhost"
        port = self.url.port or self.url.query.get("port") or SERVERS.get(self.dialect_name, ("", "", "default"))[2]
        return f"{self.dialect_name}://{host}:{port}/{self.url.database or ''}"

    def explained(self, error: BaseException) -> str:
        """An error of this database in one line, without its password in any spelling."""
        text, password = explained(error, self.shown), str(self.url.password or "")
        sqlalchemys = quote(password, safe=" +")
        for spelling in {password, quote(password), quote_plus(password), sqlalchemys} if len(password) > 3 else ():
            text = text.replace(spelling, "***")
        missing = f'database "{self.url.database}" does not exist'
        return f"{text}: {self._way_to_a_database()}" if text.endswith(missing) else text

    def _way_to_a_database(self) -> str:
        """What to do where PostgreSQL has none of this name: the nearest that it has, where it can be asked."""
        name = str(self.url.database)
        near: list[str] = []
        server = create_engine(self.url.set(database="postgres"), poolclass=NullPool)
        with suppress(SQLAlchemyError), server.connect() as connection:
            near = get_close_matches(name, connection.exec_driver_sql(DATABASES).scalars(), 1)
        make = f"CREATE DATABASE {self.dialect.identifier_preparer.quote(name)}"
        return f"did you mean {near[0]}" if near else f"correct its name in the URL, or make it: {make}"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which one snapshot is seen and nothing can be written; leaves everything as it was."""
        with self._connection() as connection:
            if self.dialect_name == "sqlite":
                with sqlite.reading(connection, self.shown):
                    yield connection
            else:
                with self._server_reading(connection):
                    yield connection

    @contextmanager
    def writing(self, lock_wait: float = 5.0) -> Iterator[Connection]:
        """A connection in driver autocommit: the caller says BEGIN and COMMIT; what is not committed goes.

        lock_wait  seconds to wait for a lock before "database is locked" (SQLite)

        SQLAlchemy's own transaction is begun on it and means nothing: neither commit() nor rollback() is needed.
        """
        if self.path:
            sqlite.refuse_unwritable(self.path, self.shown)
        with self._connection() as connection:
            if self.dialect_name == "sqlite":
                with sqlite.writing(connection, self.shown, lock_wait):
                    yield connection
            else:
                with self._server_writing(connection):
                    yield connection

    @contextmanager
    def _server_writing(self, connection: Connection) -> Iterator[None]:
        if connection.in_transaction():
            raise DatabaseError(f"{self.shown}: {sqlite.OPEN_TRANSACTION}")
        level = connection.get_isolation_level()
        connection.rollback()  # asking for the level began a transaction
        connection.execution_options(isolation_level="AUTOCOMMIT")
        try:
            yield
        finally:
            connection.rollback()
            connection.execution_options(isolation_level=level)

    @contextmanager
    def _server_reading(self, connection: Connection) -> Iterator[None]:
        if connection.in_transaction():
            raise DatabaseError(f"{self.shown}: {sqlite.OPEN_TRANSACTION}")
        with ExitStack() as stack:
            if getattr(connection.connection.driver_connection, "autocommit", False) is True:  # an Engine made so
                connection.execution_options(isolation_level="REPEATABLE READ")
                stack.callback(connection.execution_options, isolation_level="AUTOCOMMIT")
            stack.callback(connection.begin().rollback)
            if self.dialect_name == "postgresql":
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            elif self.dialect_name in SERVERS:  # DDL goes through a read-only transaction, but not such a session
                stack.callback(connection.exec_driver_sql, "SET SESSION TRANSACTION READ WRITE")
                connection.exec_driver_sql("SET SESSION TRANSACTION READ ONLY")
                connection.exec_driver_sql("START TRANSACTION WITH CONSISTENT SNAPSHOT")
            yield

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        """The caller's own connection, or one that is closed afterwards; errors of the driver become DatabaseErrors."""
        try:
            if isinstance(self.source, Connection):
                yield self.source
            else:
                self._refuse_unusable(self.source)
                with self.source.connect() as connection:
                    yield connection
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise DatabaseError(self.explained(error)) from None

    def _refuse_unusable(self, engine: Engine) -> None:
        if self.dialect_name != "sqlite":
            return
        if self.path:
            sqlite.existing(self.path, self.shown)
        elif isinstance(engine.pool, SingletonThreadPool) and threading.get_ident() != self._thread:
            way_on = WAYS_ON["in that same thread"]
            raise DatabaseError(f"{self.shown}: only the thread that made it sees this database in memory: {way_on}")
        if sqlite.shared_connection_is_busy(engine):
            raise DatabaseError(f"{self.shown}: {sqlite.OPEN_TRANSACTION}")


def open_database(database: object) -> Database:
    """What the caller calls a database, checked and ready to be opened; a missing file is refused, never made.

    database  URL or its text, Engine, Connection, or an async engine or URL (its sync twin is used)
    """
    if isinstance(database, Database):
        return database
    engine = database if isinstance(database, Engine) else getattr(database, "sync_engine", None)
    if isinstance(engine, Engine) and engine.dialect.is_async:
        return _from_url(engine.url)
    if isinstance(database, Engine | Connection):
        return _from_source(database)
    if isinstance(database, URL):
        return _from_url(database)
    if isinstance(database, str | os.PathLike):
        return _from_url(_parsed(os.fspath(database)))
    raise DatabaseError(f"{type(database).__name__} is not a database: give a URL, an Engine or a Connection")


def _parsed(given: str) -> URL:
    text = given.strip()
    before, at, behind = text.rpartition("@")
    shown = f"***@{behind}" if at and "://" not in before else masked(text)
    if "://" not in text and not at:
        path = re.sub(r"^sqlite:/*", "", text) or "library.db"
        raise DatabaseError(f"{shown!r} is not a database URL: did you mean sqlite:///{path}")
    try:
        return make_url(text)
    except (ArgumentError, ValueError):
        raise DatabaseError(f"{shown!r} is not a database URL: write dialect://user:password@host:port/name") from None


def _shown(url: URL) -> str:
    return masked(url.render_as_string(hide_password=True))


def _from_url(url: URL) -> Database:
    shown = _shown(url)
    name, _, driver = url.drivername.partition("+")
    if name == "sqlite":
        return _from_sqlite_url(url, driver, shown)
    if name not in SERVERS:
        return _from_other_url(url, name, shown)
    our_driver, extra, _ = SERVERS[name]
    if driver in ASYNC_DRIVERS or (not driver and importlib.util.find_spec(our_driver)):
        driver = our_driver
        url = url.set(drivername=f"{name}+{driver}")
    patience = {} if "connect_timeout" in url.query else {"connect_timeout": 10}
    try:
        return Database(create_engine(url, poolclass=NullPool, connect_args=patience), url, shown)
    except (ModuleNotFoundError, NoSuchModuleError):
        other = f"leave +{driver} out and " if driver not in ("", our_driver) else ""
        way_on = f'{other}pip install "schemasync-nb[{extra}]"'
        raise DatabaseError(f"{shown}: its driver {driver or our_driver} is not installed: {way_on}") from None
    except (SQLAlchemyError, ValueError, TypeError) as error:
        raise DatabaseError(explained(error, shown)) from None


def _from_other_url(url: URL, name: str, shown: str) -> Database:
    """A database that is only compared, by whatever dialect of SQLAlchemy's is installed."""
    way_on = "did you mean postgresql" if name == "postgres" else f"use one of {SCHEMES}, or install its dialect"
    try:
        return Database(create_engine(url, poolclass=NullPool), url, shown)
    except NoSuchModuleError:
        raise DatabaseError(f"{shown}: {name!r} is not a database this works with: {way_on}") from None
    except ModuleNotFoundError as error:
        raise DatabaseError(f"{shown}: its driver {error.name} is not installed: pip install it") from None
    except (SQLAlchemyError, ValueError, TypeError) as error:
        raise DatabaseError(explained(error, shown)) from None


def _from_sqlite_url(url: URL, driver: str, shown: str) -> Database:
    if driver not in ("", "pysqlite", "aiosqlite"):
        raise DatabaseError(f"{shown}: the driver {driver} is not supported: write sqlite:///{url.database or 'file'}")
    if url.host or url.username:
        raise DatabaseError(f"{shown}: an SQLite URL has no host: did you mean sqlite:///{url.host or ''}")
    path = sqlite.file_of(url)
    if path is None:
        why = "an event loop's database in memory cannot be reached" if driver == "aiosqlite" else "it would be empty"
        way_on = "give the Engine or Connection that filled it, or a file such as sqlite:///library.db"
        raise DatabaseError(f"{shown}: {why}: {way_on}")
    engine = sqlite.engine_for(sqlite.existing(path, shown), url)
    return Database(engine, url, shown, path)


def _from_source(source: Engine | Connection) -> Database:
    url = source.engine.url
    database = Database(source, url, _shown(url))
    if source.dialect.is_async:
        raise DatabaseError(f"{database.shown}: an event loop's connection cannot be used: give its URL or Engine")
    if source.dialect.name != "sqlite":
        return database
    named = sqlite.file_of(url)
    if named and isinstance(source, Engine):
        sqlite.existing(named, database.shown)
    with database._connection() as connection:  # a creator may open another file than the URL names
        database.path = sqlite.file_behind(connection)
    if database.path != named:
        database.shown = f"sqlite:///{database.path}" if database.path else "sqlite://"
    return database
