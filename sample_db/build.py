"""Builds the sample database: the models' tables, the same rows every time, the extras, and a scenario's drift."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from .models import Base
from .rows import all_rows
from .scenarios import scenario as scenario_named

EXTRAS = Path(__file__).parent / "extras.sqlite.sql"


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


def _create(path: Path) -> None:
    engine = create_engine(URL.create("sqlite", database=str(path)))
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")  # a wrong row fails here, not in a lesson
        connection.exec_driver_sql("PRAGMA synchronous = OFF")  # the file is no one's until it is whole
        for table in Base.metadata.sorted_tables:  # create_all would order the indexes anew in each process
            connection.execute(CreateTable(table))
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                connection.execute(CreateIndex(index))
        for name, rows in all_rows().items():
            connection.execute(Base.metadata.tables[name].insert(), rows)
    engine.dispose()


def _execute(path: Path, scripts: list[Path]) -> None:
    # The scripts say BEGIN and COMMIT themselves.
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for script in scripts:
            connection.executescript(script.read_text(encoding="utf-8"))
