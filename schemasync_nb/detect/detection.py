"""Detection: both sides read as Catalogs, compared by the cheapest proof that settles each pair."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches

from sqlalchemy import Connection, inspect

from schemasync_nb.catalog import SCHEMA, VIEWS, Catalog
from schemasync_nb.database import Database
from schemasync_nb.detect.drift import Drift
from schemasync_nb.detect.hazards import with_hazards
from schemasync_nb.detect.pairing import numbered, pair
from schemasync_nb.engines.engine import Engine, Stated
from schemasync_nb.errors import DecisionError
from schemasync_nb.models import Models, lists_columns
from schemasync_nb.policy import Policy


def detect(database: Database, models: Models, engine: Engine, policy: Policy | None = None) -> Drift:
    """The drift between a database and its models. Only reads, in one snapshot of the database."""
    with database.reading() as connection, _no_collecting():
        return detect_on(connection, engine, models, policy or Policy(), database.shown)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Catalogs hold no cycles, and walking over them again and again is half of the time that a detection takes."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def detect_on(connection: Connection, engine: Engine, models: Models, policy: Policy, where: str) -> Drift:
    """The same on a connection that is open already."""
    found = engine.read(connection)
    if policy.schemas and found.default_schema:
        _require_known(connection, models, policy.schemas)
    stated = engine.predict(models.metadata, connection, found)
    empty = [
        f"index {index.name} on {table.fullname}: the models state it without a column, so no database can make it"
        for table in models.metadata.tables.values()
        for index in table.indexes
        if not lists_columns(index)
    ]
    return compare(found, replace(stated, notes=(*stated.notes, *empty)), engine, policy, where)


def _require_known(connection: Connection, models: Models, schemas: Iterable[str]) -> None:
    """DecisionError for a schema that neither side has: comparing nothing would look like no drift."""
    known = {*inspect(connection).get_schema_names(), *(t.schema for t in models.metadata.tables.values() if t.schema)}
    for name in schemas:
        if name not in known:
            near = get_close_matches(name, sorted(known), 1)
            way_on = f"did you mean {near[0]}" if near else f"name some of {', '.join(sorted(known))}"
            raise DecisionError(f"schemas: {name!r} is neither in the database nor in the models: {way_on}")


def compare(found: Catalog, models: Stated, engine: Engine, policy: Policy, where: str) -> Drift:
    """The drift between two catalogs of one engine."""
    stated = models.catalog
    views = {found.key(entry.name): "a view" for entry in found.carried if entry.kind in VIEWS}
    apart = {**found.apart, **views}
    mapped = [(entry.table, apart[key]) for key, entry in stated.tables.items() if key in apart]
    if mapped:  # what is mapped there is read through, never made
        stated = stated.replace(entry for entry in stated.entries if stated.key(entry.table) not in apart)
    changes, proofs = pair(found, stated, engine.proof(found))
    settled = tuple(with_hazards(change, engine, found, stated) for change in numbered(changes))
    wanted = {entry.table for entry in stated.entries if entry.kind == SCHEMA}
    others = sum(entry.kind == SCHEMA and entry.table not in wanted for entry in found.entries)
    return Drift(
        changes=tuple(change for change in settled if not policy.ignores(change.id)),
        ignored=tuple(change for change in settled if policy.ignores(change.id)),
        database=replace(found, not_compared={**found.not_compared, "other schema": others}) if others else found,
        models=stated,
        where=where,
        proofs={**models.proofs, **proofs},
        exact=models.exact,
        notes=(
            *models.notes,
            *(f"{name} is {what}: the models read through it, nothing is compared" for name, what in mapped),
        ),
    )
