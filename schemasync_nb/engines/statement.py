"""A statement of a migration, as data: printing it and running it live elsewhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """One step of a migration.

    sql      what the engine executes
    why      the comment over it in the revision; "" continues the step before
    op       the Alembic operation as Python source, where Alembic has one that says exactly this; else
             ``op.execute(sql)``
    outside  it cannot run in a transaction (CREATE INDEX CONCURRENTLY)
    """

    sql: str
    why: str = ""
    op: str | None = None
    outside: bool = False
