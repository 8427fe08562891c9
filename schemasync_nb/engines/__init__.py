"""The database engines, each in a place of its own."""

from __future__ import annotations

from types import NoneType

from sqlalchemy import URL

from schemasync_nb.arguments import require
from schemasync_nb.database import Database, open_database
from schemasync_nb.engines.engine import Engine
from schemasync_nb.guard.environment import PRODUCTION
from schemasync_nb.policy import SCHEMA_ALONE, Policy


def engine_for(
    database: Database,
    policy: Policy | None = None,
    *,
    scratch_url: str | URL | None = None,
    environment: str | None = None,
) -> Engine:
    """The engine that speaks a database's dialect.

    scratch_url  a server for scratch databases; without it they are made beside the database, never in production
    """
    require("scratch_url", scratch_url, (str, URL, NoneType), "a URL, such as postgresql://user@host/postgres")
    policy = policy or Policy()
    if database.dialect_name == "sqlite":
        from schemasync_nb.engines.sqlite import SQLite

        return SQLite()
    if database.dialect_name == "postgresql":
        from schemasync_nb.engines.postgresql.engine import PostgreSQL

        server = open_database(scratch_url).url if scratch_url else None
        if server is None and environment != PRODUCTION:
            server = database.url
        return PostgreSQL(server, policy.schemas, policy.large_table, policy.rehearse == SCHEMA_ALONE)
    from schemasync_nb.engines.generic import Generic

    return Generic(database.dialect, policy.schemas)
