"""What can go wrong, as one family: every message is one line with the object, the reason and the way on."""

from __future__ import annotations

# What ``schema`` returns to the shell.
IN_SYNC, ERROR, DRIFT, REFUSED = 0, 1, 2, 3


class SchemaSyncError(Exception):
    """The root of every error this package raises on purpose."""

    exit_code = ERROR


class ModelsError(SchemaSyncError):
    """The models cannot be loaded or hold no tables."""


class DatabaseError(SchemaSyncError):
    """The database cannot be reached, read or understood."""


class DecisionError(SchemaSyncError):
    """A decision, a decisions file or a plan file cannot be used as it stands."""


class BackupError(SchemaSyncError):
    """A backup could not be made, found, or proved by restoring it."""


class MigrationError(SchemaSyncError):
    """The database refused a statement; what was under way was rolled back."""


class Stopped(SchemaSyncError):
    """Somebody pressed Stop; what was under way was rolled back."""

    exit_code = DRIFT


class Refused(SchemaSyncError):
    """A guardrail said no; the target is as it was."""

    exit_code = REFUSED
