"""What was done, and the way back: status, log, backups, restore, rollback, clean."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from schemasync_nb.apply.application import Application
from schemasync_nb.apply.gates import Gates
from schemasync_nb.apply.restore import discards
from schemasync_nb.apply.restore import restore as restore_backup
from schemasync_nb.commands.options import WORKDIR, Options, agreed, asks, new_loop, settings_of, show, teller
from schemasync_nb.database import Database, open_database
from schemasync_nb.engines import engine_for
from schemasync_nb.errors import IN_SYNC, Refused
from schemasync_nb.guard.audit import AuditLog
from schemasync_nb.guard.environment import require_writable, settle
from schemasync_nb.guard.history import History
from schemasync_nb.guard.journal import Journal
from schemasync_nb.guard.workdir import WorkDir
from schemasync_nb.report import count

DONE = ("applied", "downgraded", "refused", "rolled back", "restored")


def status(options: Options, out: TextIO, err: TextIO) -> int:
    """Where things stand, from the log and the journal alone."""
    target, workdir, history = recorded(options)
    interrupted = Journal(workdir, target.identity).read() is not None
    last = next((entry for entry in reversed(history.entries) if entry["event"] in DONE), None)
    environment = settle(settings_of(options).get("environment"), target)
    if options.json:
        keys = ("event", "at", "who", "pass", "changes", "outcome")
        facts = {
            "database": target.shown,
            "environment": environment,
            "entries": len(history.entries),
            "backups": len(history.backups),
            "interrupted": interrupted,
            "last": {key: last.get(key) for key in keys} if last else None,
        }
        show(facts, out)
        return IN_SYNC
    show(f"{target.shown} ({environment or 'its environment is not declared'})", out)
    show(f"{history.headline()}, {count(len(history.backups), 'backup')}", out)
    if interrupted:
        show("a pass was interrupted: the next schema run settles it", out)
    if last is None:
        show("nothing was done yet", out)
        return IN_SYNC
    show(f"last: {last['event']} at {last['at']} by {last['who']}", out)
    for line in filter(None, (*last.get("changes", ()), last.get("outcome"))):
        show(f"  {line}", out)
    return IN_SYNC


def log(options: Options, out: TextIO, err: TextIO) -> int:
    """The audit log of this database, its chain checked."""
    _, workdir, history = recorded(options)
    note_breaks(workdir, err)
    show(list(history.entries) if options.json else str(history), out)
    return IN_SYNC


def note_breaks(workdir: WorkDir, err: TextIO) -> None:
    """A note for each place where the chain of the log does not hold."""
    for note in AuditLog(workdir).check() if workdir.path.exists() else ():
        print(f"note: {note}", file=err)


def backups(options: Options, out: TextIO, err: TextIO) -> int:
    """The backups of this database that are still there."""
    target, _, history = recorded(options)
    rows = [{key: entry[key] for key in ("backup", "at", "size", "rows", "sha256")} for entry in history.backups]
    if options.json:
        show(rows, out)
        return IN_SYNC
    show(f"{count(len(rows), 'backup')} of {target.shown}", out)
    for row in rows:
        when = row["at"][:19].replace("T", " ")
        show(f"  {when}  {row['size']:>13,} bytes  {count(row['rows'], 'row'):>16}  {Path(row['backup']).name}", out)
    if rows:
        show(f"in {Path(rows[-1]['backup']).parent}", out)
    return IN_SYNC


def restore(options: Options, out: TextIO, err: TextIO) -> int:
    """A whole backup, put back."""
    target, workdir, history = recorded(options)
    environment = settle(settings_of(options).get("environment"), target)
    require_writable(environment, "restoring")
    entry = history.backup(options.backup)
    engine = engine_for(target, scratch_url=options.scratch_url, environment=environment)
    application = Application(target, engine, None, environment, workdir, gates=Gates(tell=teller(err)))
    lost = discards(application, entry)
    name = Path(entry["backup"]).name
    print(f"Restoring {name} of {entry['at'][:19]} discards:", file=err)
    for line in lost or ["no table and no row; values that were changed since go back"]:
        print(f"  {line}", file=err)
    if not options.yes and not (asks(options) and agreed("Put it back and discard this?", err)):
        raise Refused(f"{target.shown}: nothing was restored: agree to what is discarded with --yes")
    done = restore_backup(application, entry)
    show({"restored": entry["backup"], "discarded": lost} if options.json else done, out)
    return IN_SYNC


def rollback(options: Options, out: TextIO, err: TextIO) -> int:
    """Back to before the last applied pass."""
    loop = new_loop(options, err)
    where = loop.target.shown
    if asks(options) and not agreed(f"Roll back the last pass on {where}?", err):
        raise Refused(f"{where}: nothing was rolled back")
    undone = loop.rollback()
    if options.json:
        show({"undone": undone.changes, "backup": undone.backup}, out)
        return IN_SYNC
    places = [where] if undone.revision or not undone.files else []
    places += [file.name for file in undone.files]
    show(f"Rolled back {count(len(undone.changes), 'change')} on {' and '.join(places)}:", out)
    for change_id in undone.changes:
        show(f"  {change_id}", out)
    return IN_SYNC


def clean(options: Options, out: TextIO, err: TextIO) -> int:
    """What killed runs left in the work directory, and on the server where one is named."""
    workdir = WorkDir(options.workdir or WORKDIR)
    before = _rehearsals(workdir)
    if before:
        with workdir.scratch():  # making a new one sweeps the old ones away
            pass
    gone = sorted(before - _rehearsals(workdir))
    settings = settings_of(options)
    if settings.get("database"):
        target = open_database(settings["database"])
        environment = settle(settings.get("environment"), target)
        gone += engine_for(target, scratch_url=options.scratch_url, environment=environment).sweep()
    show({"removed": gone} if options.json else f"removed {len(gone)} of the copies that killed runs leave", out)
    return IN_SYNC


def _rehearsals(workdir: WorkDir) -> set[str]:
    return {str(folder) for folder in (workdir.path / "scratch").glob("rehearsal-*")}


def recorded(options: Options) -> tuple[Database, WorkDir, History]:
    """The database, and what its work directory tells of it; makes nothing."""
    target = open_database(settings_of(options, "database")["database"])
    workdir = WorkDir(options.workdir or WORKDIR)
    entries = AuditLog(workdir).entries(target.identity) if workdir.path.exists() else []
    return target, workdir, History(tuple(entries))
