"""Measures one thing in this process, which is to be fresh, and prints JSON: seconds, megabytes, what was counted.

Run as ``python measure.py WHAT URL TABLES``. What is imported and the making of the models are not measured.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import create_engine, make_url
from sqlalchemy.pool import NullPool

sys.path.insert(0, str(Path(__file__).parent))
from schemas import metadata_of

ENGINES = {  # what the first call would import
    "sqlite": "schemasync_nb.engines.sqlite",
    "postgresql": "schemasync_nb.engines.postgresql.engine",
}


def megabytes() -> float:
    """The most memory that this process ever held."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would tell the peak of the process that started this one, were it higher
        (peak,) = (line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20  # macOS counts bytes


def timed(work: Callable[[], Any]) -> dict[str, Any]:
    """Seconds, the megabytes by which the peak rose, and what the work counted."""
    before, start = megabytes(), perf_counter()
    count = work()
    return {"seconds": perf_counter() - start, "megabytes": megabytes() - before, "count": count}


def detection(url: str, tables: int) -> dict[str, Any]:
    """The first call in a process, and the second; the count is of changes."""
    from schemasync_nb import detect_drift

    importlib.import_module(ENGINES[make_url(url).get_backend_name()])
    metadata = metadata_of(tables)

    def detect() -> int:
        return len(detect_drift(url, metadata).changes)

    return {"cold": timed(detect), "warm": timed(detect)}


def reading(url: str, tables: int) -> dict[str, Any]:
    """The database's catalog alone; the count is of tables."""
    from schemasync_nb.database import open_database
    from schemasync_nb.engines import engine_for

    database = open_database(url)
    engine = engine_for(database)

    def read() -> int:
        with database.reading() as connection:
            return len(engine.read(connection).tables)

    return {"read": timed(read)}


def alembic(url: str, tables: int) -> dict[str, Any]:
    """Autogenerate with all that it offers to compare; the count is of operations at the top."""
    from alembic.autogenerate import produce_migrations
    from alembic.migration import MigrationContext

    metadata = metadata_of(tables)

    def produce() -> int:
        with create_engine(url, poolclass=NullPool).connect() as connection:
            context = MigrationContext.configure(
                connection, opts={"compare_type": True, "compare_server_default": True}
            )
            operations = produce_migrations(context, metadata).upgrade_ops
            return len(operations.ops) if operations else 0

    return {"alembic": timed(produce)}


MEASURES = {"read": reading, "detect": detection, "alembic": alembic}

if __name__ == "__main__":
    warnings.simplefilter("ignore")  # it is the time that counts here
    what, url, tables = sys.argv[1:]
    print(json.dumps(MEASURES[what](url, int(tables))))
