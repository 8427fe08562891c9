"""Putting a whole backup back, after saying what that discards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from schemasync_nb.apply.application import Application
from schemasync_nb.database import open_database
from schemasync_nb.engines.engine import Backup
from schemasync_nb.errors import BackupError
from schemasync_nb.guard.environment import require_writable


def discards(application: Application, entry: dict[str, Any]) -> list[str]:
    """What a restore would discard: a line for each table whose rows are not those of the backup. Only reads."""
    lines: list[str] = []
    with application.workdir.scratch() as folder:
        url = application.engine.restore_copy(_proved(application, entry), folder / "restored.db")
        with open_database(url).reading() as old, application.target.reading() as now:
            before, after = application.engine.row_counts(old), application.engine.row_counts(now)
            changed = application.engine.read(old).fingerprint != application.engine.read(now).fingerprint
    for table in sorted({*before, *after}):
        if table not in before:
            lines.append(f"table {table} with {after[table]} rows is not in the backup")
        elif before[table] != after.get(table):
            lines.append(f"table {table}: {after.get(table, 'no')} rows now, {before[table]} in the backup")
    return [*(["the schema is another one"] if changed else []), *lines]


def restore(application: Application, entry: dict[str, Any]) -> str:
    """Put a backup back over the target; what is there now is backed up first. Returns what was done, in a line."""
    require_writable(application.environment, "restoring")
    application.try_the_lock()
    saved = application.save_first()
    made = _proved(application, entry)
    with application.workdir.scratch() as folder:
        application.engine.restore_copy(
            made, folder / "restored.db"
        )  # a backup that cannot be restored never touches the target
    facts = {"database": application.target.identity, "backup": str(made.path), "saved": str(saved.path)}
    application.log.append("restoring", **facts)
    with application.target.writing() as connection:
        application.engine.restore_into(connection, made.path)
    application.log.append("restored", **facts)
    return (
        f"{application.target.shown} is as it was at {entry['at']} ({made.path.name}); "
        f"what it was before is in {saved.path.name}"
    )


def _proved(application: Application, entry: dict[str, Any]) -> Backup:
    path = Path(entry["backup"])
    if not path.exists():
        raise BackupError(f"backup {path}: it is gone")
    with open_database(f"sqlite:///{path}").reading() as connection:
        counts = application.engine.row_counts(connection)
    return Backup(path, entry["sha256"], entry["size"], counts)
