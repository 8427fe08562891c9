"""Putting a whole backup back, after saying what that discards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from schemasync_nb.apply.application import Application
from schemasync_nb.database import open_database
from schemasync_nb.guard.environment import require_writable
from schemasync_nb.report import count


def discards(application: Application, entry: dict[str, Any]) -> list[str]:
    """What a restore would discard: a line for each table whose rows are not those of the backup. Only reads."""
    lines: list[str] = []
    engine, made = application.engine, application.backups.known(Path(entry["backup"]))
    with (
        application.workdir.scratch() as folder,
        application.backups.unpacked(made, folder) as url,
        open_database(url).reading() as old,
        application.target.reading() as now,
    ):
        before, after = engine.row_counts(old), engine.row_counts(now)
        changed = engine.read(old).fingerprint != engine.read(now).fingerprint
    for table in sorted({*before, *after}):
        if table not in before:
            lines.append(f"table {table} with {count(after[table], 'row')} is not in the backup")
        elif before[table] != after.get(table):
            rows = count(after[table], "row") if table in after else "no rows"
            lines.append(f"table {table}: {rows} now, {before[table]} in the backup")
    return [*(["the schema is another one"] if changed else []), *lines]


def restore(application: Application, entry: dict[str, Any]) -> str:
    """Put a backup back over the target; what is there now is backed up first. Returns what was done, in a line."""
    require_writable(application.environment, "restoring")
    application.try_the_lock()
    saved = application.backups.save()
    made = application.backups.known(Path(entry["backup"]))
    with (
        application.workdir.scratch() as folder,
        application.backups.unpacked(made, folder) as url,
        application.engine.work_copy(made, url, folder),
    ):
        pass  # a backup that cannot be restored never touches the target
    facts = {"database": application.target.identity, "backup": str(made.path), "saved": str(saved.path)}
    application.log.append("restoring", **facts)
    with application.target.writing() as connection:
        application.engine.restore_into(connection, made)
    application.log.append("restored", **facts)
    return (
        f"{application.target.shown} is as it was at {entry['at']} ({made.path.name}); "
        f"what it was before is in {saved.path.name}"
    )
