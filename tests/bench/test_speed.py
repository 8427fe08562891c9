"""How long it takes to compare a database with its models: ours and others' ways, in one run and side by side.

Prints, and asserts nothing about time. SCHEMASYNC_BENCH_TABLES="100,1000" measures these sizes alone.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from ..servers import Server, connect
from . import others
from .results import Result, save, table
from .schemas import CHANGES, changes, metadata_of

SIZES = [int(size) for size in os.environ.get("SCHEMASYNC_BENCH_TABLES", "100,1000,5000").split(",")]
DRIFTED, CHANGED = 1000, 10
OUTPUT = Path(__file__).parents[2] / "bench-output"
RENAMED = sum("RENAME" in change for change in CHANGES) * (CHANGED // len(CHANGES))  # a rename is two changes


def statements(tables: int, dialect: Dialect) -> Iterator[str]:
    """What makes the models' tables, each with its indexes."""
    compiler = dialect.ddl_compiler(dialect, None)
    for made in metadata_of(tables).tables.values():
        parts = [CreateTable(made), *(CreateIndex(index) for index in made.indexes)]
        yield ";\n".join(compiler.process(part) for part in parts)


class OnSQLite:
    """A file for each database."""

    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def made(self, tables: int, drift: Sequence[str] = ()) -> Iterator[str]:
        path = self.folder / f"{tables}-{len(drift)}.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            script = ["BEGIN", *statements(tables, sqlite.dialect()), *drift, "COMMIT;"]
            connection.executescript(";\n".join(script))
        yield f"sqlite:///{path}"
        path.unlink()

    def others(self, url: str) -> dict[str, float]:
        return {}


class OnPostgreSQL:
    """A database for each."""

    name = "postgresql"

    def __init__(self, server: Server, folder: Path) -> None:
        self.server = server
        self.folder = folder

    @contextmanager
    def made(self, tables: int, drift: Sequence[str] = ()) -> Iterator[str]:
        script = [*statements(tables, postgresql.dialect()), *drift]
        with self.server.database() as url:
            with connect(url) as connection:
                for first in range(0, len(script), 100):  # all in one transaction would exhaust the lock table
                    connection.execute(";\n".join(script[first : first + 100]))  # type: ignore[call-overload]
                connection.execute("ANALYZE")
            self.url = url
            yield url.render_as_string(hide_password=False)

    def others(self, url: str) -> dict[str, float]:
        with self.server.database(template=str(self.url.database)) as other:
            return others.compared(self.server, self.url, other, self.folder)


def measured(what: str, url: str, tables: int) -> dict[str, dict[str, Any]]:
    """One measure in a fresh process."""
    program = Path(__file__).with_name("measure.py")
    done = subprocess.run(
        [sys.executable, program, what, url, str(tables)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


def results_of(place: Any, tables: int, drift: Sequence[str] = ()) -> list[Result]:
    """All ways of comparing one database; each repetition has its own turn at all of them."""
    best: dict[str, dict[str, Any]] = {}
    with place.made(tables, drift) as url:
        for _ in range(1 if tables > 1000 else 3):
            for what in ("read", "detect", "alembic"):
                for way, found in measured(what, url, tables).items():
                    if way not in best or found["seconds"] < best[way]["seconds"]:
                        best[way] = found
        elsewhere = {} if drift else place.others(url)
    expected = len(drift) + (RENAMED if drift else 0)
    assert (best["cold"]["count"], best["warm"]["count"]) == (expected, expected)
    assert best["read"]["count"] == tables
    alembics = best["alembic"]["seconds"]
    ours = [
        Result(place.name, tables, len(drift), way, found["seconds"], found["megabytes"], found["seconds"] / alembics)
        for way, found in best.items()
    ]
    return ours + [
        Result(place.name, tables, 0, way, seconds, None, seconds / alembics) for way, seconds in elsewhere.items()
    ]


@pytest.mark.bench
@pytest.mark.needs("postgresql")
def test_speed(postgresql: Server, tmp_path: Path) -> None:
    results: list[Result] = []
    for place in (OnSQLite(tmp_path), OnPostgreSQL(postgresql, tmp_path)):
        drifts = [(tables, []) for tables in SIZES] + [(DRIFTED, changes(DRIFTED, CHANGED))] * (DRIFTED in SIZES)
        for tables, drift in drifts:
            found = results_of(place, tables, drift)
            print(f"\n{table(found)}", flush=True)
            results += found
            save(results, OUTPUT)
    print(f"\nPostgreSQL {postgresql.version}; all of it in {OUTPUT}: results.json, results.png")
    for program in others.missing():
        print(f"not measured here: {program} is not installed")
