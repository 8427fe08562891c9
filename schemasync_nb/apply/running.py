"""Running a revision on a database, the copy of a rehearsal or the target, in one transaction where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import URL, Connection

from schemasync_nb.apply.gates import Gates
from schemasync_nb.apply.outcome import Revision
from schemasync_nb.apply.revision import run_revision
from schemasync_nb.catalog import Catalog
from schemasync_nb.database import ask
from schemasync_nb.engines.engine import Engine, Overwritten
from schemasync_nb.errors import MigrationError, Refused


@dataclass(frozen=True)
class Source:
    """Where a downgrade finds what its upgrade took.

    before       a database that holds the backup from before it
    overwritten  what was overwritten on purpose
    """

    before: URL
    overwritten: tuple[Overwritten, ...]


@dataclass(frozen=True)
class Run:
    """A revision and how it is run.

    stamp    it belongs to the history that the database's version table follows
    outside  no transaction may hold it
    """

    revision: Revision
    direction: str
    stamp: bool
    outside: bool = False
    source: Source | None = None


@dataclass(frozen=True)
class Bounds:
    """The target as people call it, and the fingerprints from which and to which alone it may go."""

    shown: str
    before: str
    after: str


def run(connection: Connection, what: Run, engine: Engine, gates: Gates, bounds: Bounds | None = None) -> Catalog:
    """Run a revision, on a copy without bounds; returns the catalog that it led to."""
    source = what.source
    refill = engine.with_refill(connection, source.before, source.overwritten) if source else _nothing()
    with refill as (first, last), engine.transaction(connection, outside=what.outside):
        if bounds and engine.read(connection).fingerprint != bounds.before:
            raise Refused(f"{bounds.shown}: its schema changed since the plan was made: detect and analyze again")
        with gates.stoppable(connection):
            for sql in first:
                ask(connection, sql)
            run_revision(connection, what.revision.path, what.direction, stamp=what.stamp, outside=what.outside)
            for sql in last:
                ask(connection, sql)
        found = engine.read(connection)
        if bounds and found.fingerprint != bounds.after:
            raise MigrationError(f"{bounds.shown}: the schema did not become what the plan promised; rolled back")
    return found


@contextmanager
def _nothing() -> Iterator[tuple[list[str], list[str]]]:
    yield [], []
