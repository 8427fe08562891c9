"""Detection: both sides read as Catalogs, compared by the cheapest proof that settles each pair."""

from __future__ import annotations

from sqlalchemy import Connection

from schemasync_nb.catalog import VIEW, Catalog
from schemasync_nb.database import Database
from schemasync_nb.detect.drift import Drift
from schemasync_nb.detect.hazards import with_hazards
from schemasync_nb.detect.pairing import numbered, pair
from schemasync_nb.engines import engine_for
from schemasync_nb.engines.engine import Engine
from schemasync_nb.models import Models
from schemasync_nb.policy import Policy


def detect(database: Database, models: Models, policy: Policy | None = None) -> Drift:
    """The drift between a database and its models. Only reads, in one snapshot of the database."""
    engine = engine_for(database.dialect_name)
    with database.reading() as connection:
        return detect_on(connection, engine, models, policy or Policy(), database.shown)


def detect_on(connection: Connection, engine: Engine, models: Models, policy: Policy, where: str) -> Drift:
    """The same on a connection that is open already."""
    found = engine.read(connection)
    stated = engine.predict(models.metadata, connection.dialect, found)
    return compare(found, stated, engine, policy, where)


def compare(found: Catalog, stated: Catalog, engine: Engine, policy: Policy, where: str) -> Drift:
    """The drift between two catalogs of one engine."""
    views = {found.key(entry.name): entry.name for entry in found.carried if entry.kind == VIEW}
    mapped = [entry.table for key, entry in stated.tables.items() if key in views]
    if mapped:  # a view mapped as a table is read through, never made
        stated = stated.replace(entry for entry in stated.entries if stated.key(entry.table) not in views)
    changes, proofs = pair(found, stated, engine.proof(found))
    settled = tuple(with_hazards(change, engine) for change in numbered(changes))
    return Drift(
        changes=tuple(change for change in settled if not policy.ignores(change.id)),
        ignored=tuple(change for change in settled if policy.ignores(change.id)),
        database=found,
        models=stated,
        where=where,
        proofs=dict(proofs),
        notes=tuple(f"{name} is a view: the models read through it, nothing is compared" for name in mapped),
    )
