"""Applying a plan: backup, restore, rehearsal, checks, and only then the target. The one way to a write."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event

from schemasync_nb.analyze.plan import Plan
from schemasync_nb.apply.outcome import Applied, Revision
from schemasync_nb.apply.revision import DOWNGRADE, UPGRADE, require_at_head, revisions_in, run_revision, write_revision
from schemasync_nb.apply.usertests import run_tests
from schemasync_nb.catalog import Catalog
from schemasync_nb.database import Database, open_database
from schemasync_nb.engines import engine_for
from schemasync_nb.engines.engine import Backup, Engine, Overwritten
from schemasync_nb.errors import BackupError, MigrationError, Refused, SchemaSyncError, Stopped
from schemasync_nb.guard.audit import AuditLog
from schemasync_nb.guard.environment import require_writable
from schemasync_nb.guard.gate import PASSED, REFUSED, SKIPPED, Gate
from schemasync_nb.guard.journal import Journal
from schemasync_nb.guard.workdir import WorkDir
from schemasync_nb.models import Models
from schemasync_nb.verify.orm import orm_check, orm_failures

Tell = Callable[[str], None]


@dataclass(frozen=True)
class _Source:
    """Where a downgrade finds what its upgrade took: the backup from before it, and what was overwritten on purpose."""

    backup: Path
    overwritten: tuple[Overwritten, ...]


@dataclass
class Application:
    """What applying needs to know: the target with its guardrails.

    models      for the ORM check; None where nothing is migrated (a restore)
    migrations  the user's own Alembic script directory; None: the work directory's
    tests       a shell command that must succeed on the rehearsed database
    stop        set by another thread: acts between two statements
    tell        hears what is being done, a line at a time
    seen        hears each gate as it closes
    """

    target: Database
    models: Models | None
    environment: str | None
    workdir: WorkDir
    migrations: Path | None = None
    tests: str | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    tell: Tell = lambda line: None
    seen: Callable[[Gate], None] = lambda gate: None
    gates: list[Gate] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.engine: Engine = engine_for(self.target.dialect_name)
        self.log = AuditLog(self.workdir)
        self.journal = Journal(self.workdir, self.target.identity)

    # the ways in

    def apply(self, plan: Plan, number: int = 1) -> Applied:
        """Make the plan's changes. Refused by a guardrail, or failed: the target is as it was."""
        if plan.items:
            require_writable(self.environment, "applying")
        if not plan.upgrade:
            return Applied((), plan.fingerprint, reason=self._why_nothing(plan))
        self.try_the_lock()
        self.gates = []
        ids = tuple(change.id for change in plan.going_in)
        folder = self.migrations or revisions_in(self.workdir)
        with self._refusals("apply", number, ids):
            with self.target.reading() as connection:
                stamp = self.migrations is not None and require_at_head(connection, folder)
            made = self.save_first(number)
            revision = write_revision(folder, self.engine, plan.upgrade, plan.downgrade, _message(plan))
            try:
                self._rehearse(plan, made, revision, stamp)
            except BaseException:
                revision.path.unlink(missing_ok=True)
                raise
            facts = self._facts(plan, number, made, revision, stamp)
            self._write(UPGRADE, revision, plan.fingerprint, plan.wanted.fingerprint, facts, stamp)
        return Applied(ids, plan.wanted.fingerprint, revision, made.path, tuple(self.gates))

    def rollback(self, entry: dict[str, Any], number: int = 0) -> Applied:
        """Run the downgrade of an applied pass, as the audit log tells it, and refill what it had dropped from its
        backup; rows written since are kept."""
        require_writable(self.environment, "rolling back")
        self.try_the_lock()
        self.gates = []
        path = Path(entry["revision"])
        source = _Source(Path(entry["backup"]), tuple(tuple(filled) for filled in entry.get("filled", ())))
        for needed in (path, source.backup):
            if not needed.exists():
                raise Refused(f"{needed}: it is gone, so the pass cannot be rolled back; restore from a backup instead")
        revision = Revision(path.stem, path, path.read_text(encoding="utf-8"))
        ids = tuple(entry["changes"])
        with self._refusals("rollback", number, ids):
            made = self.save_first(number)
            self._rehearse_back(entry, made, revision, source)
            facts = {
                "pass": number,
                "changes": list(ids),
                "revision": str(path),
                "backup": str(made.path),
                "undoes": entry["seq"],
            }
            self._write(
                DOWNGRADE,
                revision,
                entry["fingerprint_after"],
                entry["fingerprint_before"],
                facts,
                bool(entry.get("stamp")),
                source,
            )
        return Applied(ids, entry["fingerprint_before"], revision, made.path, tuple(self.gates), undone=True)

    def try_the_lock(self) -> None:
        """Read-only, locked, or in somebody's open transaction: said before a backup is made, not after."""
        with self.target.writing() as connection:
            self.engine.try_the_lock(connection)

    # backup and rehearsal

    def save_first(self, number: int = 0) -> Backup:
        """Back the target up, proved by its checksum and row counts, after saying what that takes."""
        self._check_stop()
        with self.target.reading() as connection:
            size = self.engine.size_in_bytes(connection)
            self._say_size(size)
            path = self.workdir.backups() / _backup_name(self.target, number)
            start = time.perf_counter()
            made = self.engine.backup(connection, path)
        rows = sum(made.row_counts.values())
        self._gate("backup", PASSED, f"{made.path.name}, {_bytes(made.size)}, sha256 {made.sha256[:12]}", start)
        self.log.append(
            "backup",
            database=self.target.identity,
            backup=str(made.path),
            sha256=made.sha256,
            size=made.size,
            rows=rows,
        )
        return made

    def _say_size(self, size: int) -> None:
        """Size, time and disk are said first; too little disk is refused before anything is made."""
        free = self.workdir.free_bytes()
        needed = 3 * size  # the backup, its restored copy, and the room that a rebuilt table takes in it
        self.tell(
            f"database {_bytes(size)}; backup and rehearsal take {_bytes(needed)} of {_bytes(free)} free, "
            f"about {1 + size // 50_000_000} s"
        )
        if needed > free:
            raise BackupError(
                f"{self.workdir.path}: {_bytes(needed)} are needed for backup and rehearsal, {_bytes(free)} are free: "
                "free some, or name another --workdir"
            )

    @contextmanager
    def _copy(self, made: Backup) -> Iterator[str]:
        start = time.perf_counter()
        with self.workdir.scratch() as folder:
            try:
                url = self.engine.restore_copy(made, folder / "rehearsal.db")
            except BackupError as error:
                self._gate("restore", REFUSED, str(error), start)
                raise
            rows = sum(made.row_counts.values())
            self._gate("restore", PASSED, f"{rows:,} rows in {len(made.row_counts)} tables came back", start)
            yield url

    def _rehearse(self, plan: Plan, made: Backup, revision: Revision, stamp: bool) -> None:
        self.tell("rehearsing on the restored backup")
        with self._copy(made) as url:
            copy = open_database(url)
            start = time.perf_counter()
            with copy.reading() as connection:
                if self.engine.read(connection).fingerprint != plan.fingerprint:
                    self._refuse("rehearse", "the target changed since the plan was made: analyze again", start)
                known = orm_failures(self.models, connection) if self.models else {}
            self._on_copy(copy, UPGRADE, revision, plan.wanted.fingerprint, stamp, start)
            lost = self.engine.lost_values(url, made.path, plan.renamings, plan.filled)
            if lost:
                self._refuse("rehearse", f"values would be lost: {lost[0]}", start)
            self._on_copy(copy, DOWNGRADE, revision, plan.fingerprint, stamp, start, _Source(made.path, plan.filled))
            again = self.engine.lost_values(url, made.path, (), ())
            if again:
                self._refuse("rehearse", f"the way back would not bring every value back: {again[0]}", start)
            self._on_copy(copy, UPGRADE, revision, plan.wanted.fingerprint, stamp, start)
            detail = f"revision {revision.id} went up, down and up again on the real rows"
            self._gate("rehearse", PASSED, detail, start)
            if self.models:
                with copy.reading() as connection:
                    gate = orm_check(self.models, connection, known)
                self._closed(gate)
            self._user_tests(url)

    def _rehearse_back(self, entry: dict[str, Any], made: Backup, revision: Revision, source: _Source) -> None:
        with self._copy(made) as url:
            start = time.perf_counter()
            copy = open_database(url)
            with copy.reading() as connection:
                if self.engine.read(connection).fingerprint != entry["fingerprint_after"]:
                    self._refuse(
                        "rehearse",
                        "the schema changed since that pass: roll back what came later first, or restore",
                        start,
                    )
            self._on_copy(
                copy, DOWNGRADE, revision, entry["fingerprint_before"], bool(entry.get("stamp")), start, source
            )
            self._gate("rehearse", PASSED, f"revision {revision.id} went down on the real rows", start)

    def _on_copy(
        self,
        copy: Database,
        direction: str,
        revision: Revision,
        wanted: str,
        stamp: bool,
        start: float,
        source: _Source | None = None,
    ) -> None:
        try:
            with copy.writing() as connection:
                found = self._run(connection, direction, revision, stamp, source)
        except Stopped:
            raise
        except SchemaSyncError as error:
            self._refuse("rehearse", f"the {direction} fails on the real rows: {error}", start)
        if found.fingerprint != wanted:
            self._refuse("rehearse", f"the {direction} does not lead to the schema that the plan promised", start)

    def _user_tests(self, url: str) -> None:
        start = time.perf_counter()
        if not self.tests:
            self._gate("tests", SKIPPED, "no tests command was given", start)
            return
        self.tell(f"running the tests: {self.tests}")
        failure = run_tests(self.tests, url, self.stop)
        if failure:
            self._refuse("tests", failure, start)
        self._gate("tests", PASSED, self.tests, start)

    # the target

    def _write(
        self,
        direction: str,
        revision: Revision,
        before: str,
        after: str,
        facts: dict[str, Any],
        stamp: bool,
        source: _Source | None = None,
    ) -> None:
        """The one place where a target is written. Log and journal are on disk before, the log again after."""
        self._check_stop()
        start = time.perf_counter()
        record = {
            **facts,
            "database": self.target.identity,
            "direction": direction,
            "fingerprint_before": before,
            "fingerprint_after": after,
            "stamp": stamp,
        }
        self.log.append("applying", **record)
        self.journal.begin(record)
        self.tell(f"writing to {self.target.shown}")
        try:
            with self.target.writing() as connection:
                found = self._run(connection, direction, revision, stamp, source, before, after)
        except SchemaSyncError as error:
            self.log.append("rolled back", **{**record, "outcome": str(error)})
            self.journal.clear()
            if direction == UPGRADE:  # it never was: left there, it would be a head that no database reaches
                revision.path.unlink(missing_ok=True)
            raise
        self.log.append("applied" if direction == UPGRADE else "downgraded", **record)
        self.journal.clear()
        self._gate("fingerprint", PASSED, f"the target is now {found.fingerprint[:12]}", start)

    def _run(
        self,
        connection: Connection,
        direction: str,
        revision: Revision,
        stamp: bool,
        source: _Source | None,
        before: str | None = None,
        after: str | None = None,
    ) -> Catalog:
        """Run a revision in one transaction; with fingerprints, only from and only to these schemas."""
        refill = self.engine.with_refill(connection, source.backup, source.overwritten) if source else _nothing()
        with refill as (first, last), self.engine.transaction(connection):
            if before is not None and self.engine.read(connection).fingerprint != before:
                raise Refused(
                    f"{self.target.shown}: its schema changed since the plan was made: detect and analyze again"
                )
            with self._stoppable(connection):
                for sql in first:
                    connection.exec_driver_sql(sql)
                run_revision(connection, revision.path, direction, stamp=stamp)
                for sql in last:
                    connection.exec_driver_sql(sql)
            found = self.engine.read(connection)
            if after is not None and found.fingerprint != after:
                raise MigrationError(
                    f"{self.target.shown}: the schema did not become what the plan promised; rolled back"
                )
        return found

    @contextmanager
    def _stoppable(self, connection: Connection) -> Iterator[None]:
        """Stop acts between two statements: the transaction is rolled back as a whole."""

        def look(*_: object) -> None:
            self._check_stop()

        event.listen(connection, "before_cursor_execute", look)
        try:
            yield
        finally:
            event.remove(connection, "before_cursor_execute", look)

    def _check_stop(self) -> None:
        if self.stop.is_set():
            raise Stopped("stopped: the target is as it was")

    # what is said and kept

    def _facts(self, plan: Plan, number: int, made: Backup, revision: Revision, stamp: bool) -> dict[str, Any]:
        decided = {
            item.change.id: item.decision.to_json() for item in plan.items if item.decision and item.state == "goes in"
        }
        return {
            "pass": number,
            "changes": [change.id for change in plan.going_in],
            "decisions": decided,
            "sql": [statement.sql for statement in plan.upgrade],
            "revision": str(revision.path),
            "backup": str(made.path),
            "filled": [list(filled) for filled in plan.filled],
            "environment": self.environment,
        }

    @contextmanager
    def _refusals(self, what: str, number: int, ids: Sequence[str]) -> Iterator[None]:
        try:
            yield
        except Refused as error:
            facts = {"pass": number, "changes": list(ids), "outcome": str(error), "during": what}
            self.log.append("refused", database=self.target.identity, **facts)
            raise

    def _gate(self, name: str, outcome: str, detail: str, start: float) -> None:
        self._closed(Gate(name, outcome, detail, time.perf_counter() - start))

    def _refuse(self, name: str, detail: str, start: float) -> None:
        self._closed(Gate(name, REFUSED, detail, time.perf_counter() - start))

    def _closed(self, gate: Gate) -> None:
        self.gates.append(gate)
        self.seen(gate)
        self.tell(f"{gate.name} {gate.outcome}: {gate.detail}")
        self._check_stop()
        if gate.outcome == REFUSED:
            raise Refused(f"{gate.name}: {gate.detail}")

    def _why_nothing(self, plan: Plan) -> str:
        if not plan.items:
            return "no schema drift"
        waiting = [item for item in plan.items if item.state == "waits"]
        if waiting:
            what = "1 change waits" if len(waiting) == 1 else f"{len(waiting)} changes wait"
            return f"{what}: {waiting[0].change.id}: {waiting[0].reason}"
        return "nothing is decided for the database"


@contextmanager
def _nothing() -> Iterator[tuple[list[str], list[str]]]:
    yield [], []


def _backup_name(target: Database, number: int) -> str:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")[:-3]
    stem = re.sub(r"\W+", "_", target.path.stem if target.path else target.url.database or target.dialect_name)
    return f"{stem[:40]}-{stamp}" + (f"-pass{number}" if number else "") + ".db"


def _message(plan: Plan) -> str:
    ids = [change.id for change in plan.going_in]
    if len(ids) == 1:
        kind, rest = ids[0].split(":", 1)
        thing, action = rest.rsplit(":", 1)
        return f"{action} {kind} {thing}"
    tables = sorted({change.table for change in plan.going_in})
    more = "" if len(tables) <= 3 else f" and {len(tables) - 3} more"
    return f"{len(ids)} changes on {', '.join(tables[:3])}{more}"


def _bytes(size: int) -> str:
    for unit, scale in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= scale:
            return f"{size / scale:.1f} {unit}"
    return f"{size} B"
