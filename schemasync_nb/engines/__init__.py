"""The database engines, each in a place of its own."""

from __future__ import annotations

from schemasync_nb.engines.engine import Engine
from schemasync_nb.errors import DatabaseError


def engine_for(dialect: str) -> Engine:
    """The engine that speaks a SQLAlchemy dialect; DatabaseError when it has no place here yet."""
    if dialect == "sqlite":
        from schemasync_nb.engines.sqlite import SQLite

        return SQLite()
    raise DatabaseError(f"{dialect}: this engine is not supported yet; supported is sqlite")
