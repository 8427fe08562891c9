"""Applying a plan: backup, restore, rehearsal, checks, and only then the target. The one way to a write."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from schemasync_nb.analyze.plan import GOES_IN, WAITS, Plan
from schemasync_nb.apply.gates import Gates
from schemasync_nb.apply.outcome import Applied, Revision
from schemasync_nb.apply.rehearsal import Rehearsing
from schemasync_nb.apply.revision import (
    DOWNGRADE,
    UPGRADE,
    put_in_place,
    require_at_head,
    revisions_in,
    write_revision,
)
from schemasync_nb.apply.running import Bounds, Run, Source, run
from schemasync_nb.apply.saving import Backups
from schemasync_nb.apply.updating import Update, Updating
from schemasync_nb.catalog import OF_A_SCHEMA, Catalog
from schemasync_nb.database import Database
from schemasync_nb.engines.engine import Backup, Engine, Overwritten
from schemasync_nb.errors import Refused, SchemaSyncError
from schemasync_nb.guard.audit import AuditLog
from schemasync_nb.guard.environment import require_writable
from schemasync_nb.guard.gate import PASSED, Gate
from schemasync_nb.guard.journal import Journal
from schemasync_nb.guard.workdir import WorkDir
from schemasync_nb.models import Models

ENDS = ("applied", "downgraded", "rolled back", "interrupted")  # what the log says at the end of a write
TRIES, PAUSE = 5, 3.0  # for a lock that somebody else holds; seconds between


@dataclass
class Application:
    """What applying needs to know: the target with its guardrails.

    models      for the ORM check; None where nothing is migrated (a restore)
    migrations  the user's own Alembic script directory; None: the work directory's
    tests       a shell command that must succeed on the rehearsed database
    gates       of the pass under way
    """

    target: Database
    engine: Engine
    models: Models | None
    environment: str | None
    workdir: WorkDir
    migrations: Path | None = None
    tests: str | None = None
    gates: Gates = field(default_factory=Gates)

    def __post_init__(self) -> None:
        self.log = AuditLog(self.workdir)
        self.backups = Backups(self.target, self.engine, self.workdir, self.gates)
        self.updating = Updating(self.backups, self.gates, self.environment, self.migrations)
        self.journal = Journal(self.workdir, self.target.identity)

    # the ways in

    def apply(self, plan: Plan, number: int = 1, update: Update | None = None) -> Applied:
        """Make the plan's changes. Refused by a guardrail, or failed: the target is as it was.

        update  of the models' source: proved first, and written last
        """
        if any(item.state in (GOES_IN, WAITS) for item in plan.items):  # what goes to the models alone writes nothing
            require_writable(self.environment, "applying")
            self._require_an_engine()
        if not plan.upgrade and update is None:
            return Applied((), plan.fingerprint, reason=_why_nothing(plan))
        self.gates.closed.clear()
        applied = Applied((), plan.fingerprint)
        ids = [change.id for change in plan.going_in] + [item.change.id for item in plan.to_models]
        with self._refusals("apply", number, ids):
            migrated = None
            if update:
                proven = self.updating.proven(update)
                applied = replace(applied, reason=_why_nothing(plan.patched_by(proven.patch)))
                update = proven if proven.patch.files else None
            if plan.upgrade and not (update and self.updating.follows_history()):  # else it follows in the next pass
                applied, migrated = self._migrate(plan, number)
            if update:
                with self.journal.held():
                    files = self.updating.write(update, number, migrated)
                ids_in = (*applied.changes, *update.patch.changes)
                applied = replace(applied, changes=ids_in, files=files, diff=update.patch.diff(), reason="")
        return replace(applied, gates=tuple(self.gates.closed))

    def _migrate(self, plan: Plan, number: int) -> tuple[Applied, int]:
        self.try_the_lock()
        folder = self.migrations or revisions_in(self.workdir)
        with self.target.reading() as connection:
            stamp = self.migrations is not None and require_at_head(connection, folder)
        made = self.backups.save(number)
        with self.workdir.scratch() as drafts:
            draft = write_revision(folder, drafts, self.engine, plan.upgrade, plan.downgrade, _message(plan))
            going = Run(draft, UPGRADE, stamp, plan.outside)
            self._rehearsing.up(plan, made, going)
        revision = replace(draft, path=folder / "versions" / draft.path.name)
        bounds = Bounds(self.target.shown, plan.fingerprint, plan.wanted.fingerprint)
        seq = self._write(replace(going, revision=revision), bounds, self._facts(plan, number, made, revision))
        ids = tuple(change.id for change in plan.going_in)
        return Applied(ids, plan.wanted.fingerprint, revision, made.path), seq

    def undo(self, done: Sequence[dict[str, Any]]) -> Applied:
        """Undo the last of what was done, as the audit log tells it, with what the same pass did before."""
        last = done[-1]
        if last["event"] == "applied":
            return self.rollback(last)
        told = self.updating.told(last)
        if told:
            require_writable(self.environment, "rolling back")
        self.updating.require_unedited(last)
        migrated = next((entry for entry in done if entry["seq"] == last["with"]), None)
        if migrated:
            applied = self.rollback(migrated)
        else:
            with self.target.reading() as connection:
                applied = Applied((), self.engine.read(connection).fingerprint)
        if told:
            self.updating.untell_history(told)
        files = self.updating.put_back(last)
        return replace(applied, changes=(*applied.changes, *last["changes"]), files=files, undone=True)

    def rollback(self, entry: dict[str, Any], number: int = 0) -> Applied:
        """Run the downgrade of an applied pass, as the audit log tells it, and refill what it had dropped from its
        backup; rows written since are kept."""
        require_writable(self.environment, "rolling back")
        self.try_the_lock()
        self.gates.closed.clear()
        path = Path(entry["revision"])
        for needed in (path, Path(entry["backup"])):
            if not needed.exists():
                raise Refused(f"{needed}: it is gone, so the pass cannot be rolled back; restore from a backup instead")
        revision = Revision(path.stem, path, path.read_text(encoding="utf-8"))
        ids = tuple(entry["changes"])
        overwritten: tuple[Overwritten, ...] = tuple(tuple(filled) for filled in entry.get("filled", ()))
        with ExitStack() as stack:
            stack.enter_context(self._refusals("rollback", number, ids))
            made = self.backups.save(number)
            folder = stack.enter_context(self.workdir.scratch())
            before = stack.enter_context(self.backups.unpacked(self.backups.known(Path(entry["backup"])), folder))
            source = Source(before, overwritten)
            going = Run(revision, DOWNGRADE, bool(entry.get("stamp")), bool(entry.get("outside")), source)
            self._rehearsing.down(entry, made, going)
            facts = {
                "pass": number,
                "changes": list(ids),
                "revision": str(path),
                "backup": str(made.path),
                "undoes": entry["seq"],
            }
            bounds = Bounds(self.target.shown, entry["fingerprint_after"], entry["fingerprint_before"])
            self._write(going, bounds, facts)
        return Applied(ids, entry["fingerprint_before"], revision, made.path, tuple(self.gates.closed), undone=True)

    @property
    def _rehearsing(self) -> Rehearsing:
        return Rehearsing(self.engine, self.backups, self.gates, self.models, self.tests)

    def settle(self) -> str | None:
        """Settle what a crash left: the journal tells what was under way, the database whether it got in. In a line, or
        None where nothing was left, or where it is no crash and another run is at work."""
        try:
            with self.journal.held():
                lines = [self._settle_database(), self.updating.settle()]
        except Refused:
            return None
        return "; ".join(filter(None, lines)) or None

    def _settle_database(self) -> str | None:
        record = self.journal.read()
        if record is None:
            return None
        with self.target.reading() as connection:
            fingerprint = self.engine.read(connection).fingerprint
        got_in = fingerprint == record["fingerprint_after"]
        event = ("applied" if record["direction"] == UPGRADE else "downgraded") if got_in else "rolled back"
        if record.get("outside") and fingerprint not in (record["fingerprint_after"], record["fingerprint_before"]):
            event = "interrupted"  # no transaction held it: what is there is found by the next detection
        said = self.log.entries(self.target.identity)[-1:]
        if any(entry["event"] in ENDS and entry.get("backup") == record["backup"] for entry in said):
            event = "settled"  # the log says how it ended, the journal alone was left
        self.log.append(event, **{**record, "outcome": "settled after a crash"})
        self.journal.clear()
        if not got_in and record["direction"] == UPGRADE:
            Path(record["revision"]).unlink(missing_ok=True)
        how_far = {"rolled back": "had not gone in", "interrupted": "had gone in half-way"}.get(event, "had gone in")
        return f"an interrupted pass was found: it {how_far}"

    def try_the_lock(self) -> None:
        """Read-only, locked, or in somebody's open transaction: said before a backup is made, not after."""
        with self.target.writing() as connection:
            self.engine.try_the_lock(connection)

    def _require_an_engine(self) -> None:
        if not self.engine.writes:
            raise Refused(
                f"{self.target.shown}: {self.engine.name} is compared by reflection alone, which is approximate, so "
                "nothing is applied: write the revision by hand from this drift"
            )

    # the target

    def _write(self, going: Run, bounds: Bounds, facts: dict[str, Any]) -> int:
        """The one place where a target is written. Journal and log are on disk before, the log again after; the journal
        first, because it names what a crash would leave. Returns the number of the log's entry."""
        self.gates.check_stop()
        with self.journal.held():
            return self._write_alone(going, bounds, facts)

    def _write_alone(self, going: Run, bounds: Bounds, facts: dict[str, Any]) -> int:
        start = time.perf_counter()
        record = {
            **facts,
            "database": self.target.identity,
            "direction": going.direction,
            "fingerprint_before": bounds.before,
            "fingerprint_after": bounds.after,
            "stamp": going.stamp,
            "outside": going.outside,
        }
        self.journal.begin(record)
        self.log.append("applying", **record)
        self.gates.tell(f"writing to {self.target.shown}")
        try:
            if going.direction == UPGRADE:
                put_in_place(going.revision)
            self._patiently(going, bounds)
        except SchemaSyncError as error:
            if self._got_in(bounds):  # the answer to the COMMIT was lost, not the COMMIT
                record["outcome"] = str(error)
            else:
                if going.outside:  # what was made before the failure is there: the next detection finds it
                    self.log.append("interrupted", **{**record, "outcome": str(error)})
                else:
                    self.log.append("rolled back", **{**record, "outcome": str(error)})
                self.journal.clear()
                if going.direction == UPGRADE:  # it never was: left there, it would be a head that no database reaches
                    going.revision.path.unlink(missing_ok=True)
                raise
        entry = self.log.append("applied" if going.direction == UPGRADE else "downgraded", **record)
        self.journal.clear()
        seconds = time.perf_counter() - start
        there = f"the target is now {bounds.after[:12]}"
        self.gates.close(Gate("fingerprint", PASSED, there, seconds), stoppable=False)
        return int(entry["seq"])

    def _got_in(self, bounds: Bounds) -> bool:
        """Whether a write that failed is there all the same. Where that cannot be read, the error goes on, and the
        journal keeps what is needed to settle it."""
        with self.target.reading() as connection:
            return self.engine.read(connection).fingerprint == bounds.after != bounds.before

    def _patiently(self, going: Run, bounds: Bounds) -> Catalog:
        """A lock that somebody holds is waited for shortly, so that others need not queue behind; then again, later."""
        for left in (*range(TRIES - 1, 0, -1), 0):
            try:
                with self.target.writing() as connection:
                    return run(connection, going, self.engine, self.gates, bounds)
            except SchemaSyncError as error:
                if not left or going.outside or not self.engine.lock_was_busy(error):
                    raise
                self.gates.tell(f"somebody holds a lock: {left} more tr{'y' if left == 1 else 'ies'}")
                self.gates.stop.wait(PAUSE)
                self.gates.check_stop()
        raise AssertionError("the last try returns or raises")

    # what is said and kept

    def _facts(self, plan: Plan, number: int, made: Backup, revision: Revision) -> dict[str, Any]:
        decided = {
            item.change.id: item.decision.to_json() for item in plan.items if item.decision and item.state == GOES_IN
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


def _why_nothing(plan: Plan) -> str:
    if not plan.items:
        return "no schema drift"
    waiting = [item for item in plan.items if item.state == WAITS]
    if waiting:
        what = "1 change waits" if len(waiting) == 1 else f"{len(waiting)} changes wait"
        return f"{what}: {waiting[0].change.id}: {waiting[0].reason}"
    if plan.to_models:
        return "the models are in a notebook: put the cell in its place that the plan shows"
    return "nothing is decided for the database"


def _message(plan: Plan) -> str:
    ids = [change.id for change in plan.going_in]
    if len(ids) == 1:
        kind, rest = ids[0].split(":", 1)
        thing, action = rest.rsplit(":", 1)
        return _plain(f"{action} {kind} {thing}")
    tables = sorted({change.table for change in plan.going_in if change.kind not in OF_A_SCHEMA}) or ["types"]
    more = "" if len(tables) <= 3 else f" and {len(tables) - 3} more"
    return _plain(f"{len(ids)} changes on {', '.join(tables[:3])}{more}")


def _plain(message: str) -> str:
    """A message as it may stand in a docstring."""
    return " ".join(message.replace("\\", "/").replace('"', "'").split())
