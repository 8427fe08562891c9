"""Builds the sample database: the models' tables, the same rows every time, the extras, and a scenario's drift."""

from __future__ import annotations

import os
import sqlite3
import warnings
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Connection, MetaData, create_engine, make_url
from sqlalchemy.exc import SAWarning
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable

from .models import Base
from .rows import all_rows
from .scenarios import scenario as scenario_named

EXTRAS = Path(__file__).parent / "extras.sqlite.sql"
EXTRAS_POSTGRESQL = Path(__file__).parent / "extras.postgresql.sql"


def build(path: Path, scenario: str | None = None, *, overwrite: bool = False) -> Path:
    """Make the sample database as a SQLite file, drifted as the named scenario says, and return its path.

    FileExistsError when the file is there and may not be overwritten, ValueError for an unknown scenario. The file
    appears whole or not at all.
    """
    path = Path(path)
    scripts = [EXTRAS] if scenario is None else [EXTRAS, scenario_named(scenario).sql]
    if path.exists() and not overwrite:
        raise FileExistsError(f"{path} exists: choose another path, or allow it to be overwritten")
    with TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder:
        half_made = Path(folder) / path.name
        _create(half_made)
        _execute(half_made, scripts)
        for left_over in ("-wal", "-shm", "-journal"):  # of the old file: SQLite would take them for the new one's
            Path(f"{path}{left_over}").unlink(missing_ok=True)
        os.replace(half_made, path)
    return path


def build_on_server(url: str | URL, scenario: str | None = None, *, overwrite: bool = False) -> URL:
    """Make the sample as the PostgreSQL database that the URL names, drifted as the scenario says; return the URL.

    FileExistsError when there is a database of that name and it may not be overwritten, ValueError for an unknown
    scenario. The database appears whole or not at all.
    """
    url = make_url(url)
    scripts = [EXTRAS_POSTGRESQL]
    if scenario is not None:
        scripts.append(scenario_named(scenario, "postgresql").sql)
    half_made = f"{url.database}_{token_hex(4)}"
    server = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with server.connect() as connection:
        quoted, quoted_half_made = map(server.dialect.identifier_preparer.quote, (str(url.database), half_made))
        there = connection.exec_driver_sql("SELECT datname FROM pg_database").scalars().all()
        if url.database in there and not overwrite:
            raise FileExistsError(f"database {url.database} exists: choose another, or allow it to be overwritten")
        connection.exec_driver_sql(f"CREATE DATABASE {quoted_half_made} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            _create_on_server(url.set(database=half_made))
            execute_on_server(url.set(database=half_made), scripts)
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)")
            connection.exec_driver_sql(f"ALTER DATABASE {quoted_half_made} RENAME TO {quoted}")
        except BaseException:
            connection.exec_driver_sql(f"DROP DATABASE {quoted_half_made} WITH (FORCE)")
            raise
    return url


def execute_on_server(url: str | URL, scripts: Sequence[Path]) -> None:
    """Execute files of SQL statements on a PostgreSQL database, each in one transaction."""
    engine = create_engine(url, poolclass=NullPool)
    for script in scripts:
        with engine.begin() as connection:
            text = script.read_text(encoding="utf-8")
            connection.exec_driver_sql(text, execution_options={"no_parameters": True})  # a % is nothing special


def _create(path: Path) -> None:
    engine = create_engine(URL.create("sqlite", database=str(path)))
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")  # a wrong row fails here, not in a lesson
        connection.exec_driver_sql("PRAGMA synchronous = OFF")  # the file is no one's until it is whole
        for table in Base.metadata.sorted_tables:  # create_all would order the indexes anew in each process
            connection.execute(CreateTable(table))
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                connection.execute(CreateIndex(index))
        _insert(connection)
    engine.dispose()


def _create_on_server(url: URL) -> None:
    made = MetaData(naming_convention=Base.metadata.naming_convention)
    for table in Base.metadata.tables.values():
        table.to_metadata(made)  # adding a key by ALTER, SQLAlchemy marks it so that no CREATE TABLE states it any more
    with create_engine(url, poolclass=NullPool).begin() as connection:
        with warnings.catch_warnings():  # before PostgreSQL 18 there is no virtual column: SQLAlchemy says it is stored
            warnings.filterwarnings("ignore", "Computed column .* is being created as 'STORED'", SAWarning)
            made.create_all(connection)
        _insert(connection)
        for table in Base.metadata.sorted_tables:
            if table.autoincrement_column is not None:  # the rows brought their own ids
                column = table.autoincrement_column.name
                sequence = f"pg_get_serial_sequence('{table.name}', '{column}')"
                connection.exec_driver_sql(f"SELECT setval({sequence}, max({column})) FROM {table.name}")


def _insert(connection: Connection) -> None:
    for name, rows in all_rows().items():
        connection.execute(Base.metadata.tables[name].insert(), rows)


def _execute(path: Path, scripts: list[Path]) -> None:
    # The scripts say BEGIN and COMMIT themselves.
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for script in scripts:
            connection.executescript(script.read_text(encoding="utf-8"))
