"""The declared environment: what may be written to, and what never."""

from __future__ import annotations

from schemasync_nb.arguments import require
from schemasync_nb.database import Database, masked
from schemasync_nb.errors import Refused, SchemaSyncError

DEVELOPMENT, STAGING, PRODUCTION = "development", "staging", "production"
ENVIRONMENTS = (DEVELOPMENT, STAGING, PRODUCTION)


def settle(environment: str | None, database: Database) -> str | None:
    """The environment as declared; undeclared, SQLite is development and a server stays None."""
    if environment is None:
        return DEVELOPMENT if database.dialect_name == "sqlite" else None
    require("environment", environment, str, f"one of {', '.join(ENVIRONMENTS)}")
    name = environment.strip().lower()
    if name not in ENVIRONMENTS:
        raise SchemaSyncError(f"environment {masked(environment)!r} is unknown: use one of {', '.join(ENVIRONMENTS)}")
    return name


def require_writable(environment: str | None, what: str) -> None:
    """Refused unless the environment is one that may be written to; ``what`` is the act, as in ``applying``."""
    if environment == PRODUCTION:
        raise Refused(
            f"production is read-only: {what} was refused: hand the revision to your usual pipeline, or work on a copy"
        )
    if environment not in ENVIRONMENTS:
        raise Refused(
            f"the environment of this database is not declared: {what} was refused: declare the environment,"
            f" {DEVELOPMENT} or {STAGING}"
        )
