"""SyncLoop: what a person holds. It ties the loop to its guardrails and to its faces."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

from schemasync_nb.analyze.plan import Plan, Question, SourcePatch
from schemasync_nb.analyze.planner import make_plan
from schemasync_nb.apply.application import Application
from schemasync_nb.apply.gates import Gates
from schemasync_nb.apply.outcome import Applied
from schemasync_nb.apply.restore import restore
from schemasync_nb.apply.revision import require_script_directory
from schemasync_nb.apply.updating import decided
from schemasync_nb.arguments import TAKES, require
from schemasync_nb.catalog import Catalog
from schemasync_nb.database import open_database
from schemasync_nb.detect.detection import detect
from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.engines import engine_for
from schemasync_nb.errors import DecisionError, ModelsError, Refused, SchemaSyncError
from schemasync_nb.guard.audit import AuditLog
from schemasync_nb.guard.environment import require_writable, settle
from schemasync_nb.guard.history import History
from schemasync_nb.guard.workdir import WorkDir
from schemasync_nb.loop import IN_SYNC, READY, RUNNING, WAITING, Loop, LoopState
from schemasync_nb.models import load
from schemasync_nb.policy import MODELS, Policy
from schemasync_nb.verify.orm import orm_check
from schemasync_nb.verify.verification import Verification

if TYPE_CHECKING:
    from graphviz import Digraph
    from matplotlib.figure import Figure
    from sqlalchemy import Connection

    from schemasync_nb.show.replay import Replay
    from schemasync_nb.show.widget import LoopWidget


class SyncLoop(Loop):
    """The Database Schema Sync Loop over one database and its models.

    database        URL, Engine, Connection, or their async twins
    models          DeclarativeBase, MetaData, a list of them, module, ``"package.module:attr"``, ``"models.py:attr"``,
                    alembic.ini
    environment     development, staging or production; a SQLite file is development unless it is said otherwise
    max_iterations  passes at most
    policy          decisions, allowed hazards, what is left alone
    workdir         backups, revisions and the audit log lie here; made with mode 0700 when it is first needed
    migrations      an Alembic script directory of your own, for the revisions
    scratch_url     a server for scratch databases; without it they are made beside the database, never in production
    tests           a shell command that must succeed on the rehearsed database, which it sees as SCHEMASYNC_DATABASE

    Raises SchemaSyncError when the database or the models cannot be used.
    """

    def __init__(
        self,
        database: Any,
        models: Any,
        *,
        environment: str | None = None,
        max_iterations: int = 10,
        policy: Policy | None = None,
        workdir: str | Path = ".schemasync",
        migrations: str | Path | None = None,
        scratch_url: str | None = None,
        tests: str | None = None,
    ) -> None:
        require("max_iterations", max_iterations, int, TAKES["max_iterations"])
        if max_iterations < 1:
            raise DecisionError(f"max_iterations is {max_iterations}: at least one pass is needed")
        require("policy", policy, (Policy, NoneType), TAKES["policy"])
        require("migrations", migrations, (str, PathLike, NoneType), TAKES["migrations"])
        require("tests", tests, (str, NoneType), TAKES["tests"])
        self.target = open_database(database)
        self.models = load(models)
        self.policy = policy or Policy()
        self.environment = settle(environment, self.target)
        self.engine = engine_for(self.target, self.policy, scratch_url=scratch_url, environment=self.environment)
        self._scratch_url = scratch_url
        self.workdir = WorkDir(workdir)
        if migrations:
            require_script_directory(Path(migrations))
        self.tell: Callable[[str], None] = lambda line: None
        self._stop = threading.Event()
        self.application = Application(
            self.target,
            self.engine,
            self.models,
            self.environment,
            self.workdir,
            Path(migrations) if migrations else self.models.script_location,
            tests,
            Gates(self._stop, lambda line: self.tell(line), self.saw),
        )
        self.drift: Drift | None = None
        self.seen: dict[str, Change] = {}  # every change that any detection found
        self.plan: Plan | None = None
        self.applied: Applied | None = None
        self._by_hand: Drift | None = None
        self._began_with: Drift | None = None
        self._told: list[dict[str, Any]] = []  # the passes of this run, as the log tells them
        self._before: frozenset[str] = frozenset()
        super().__init__(LoopState(self.target.shown, self.environment, max_iterations))

    def __repr__(self) -> str:
        return f"<SyncLoop {self.target.shown}: {self.state.headline()}>"

    # the steps, one at a time

    def detect(self) -> Drift:
        """Read both sides and compare them. Writes nothing anywhere."""
        with self.at("detect"):
            drift = self._detect()
        if not self.in_pass:
            self._move(status=READY, reason="", gates=(), found=len(drift.changes), going_in=None)
        return drift

    def _detect(self) -> Drift:
        self.drift = detect(self.target, self.models, self.engine, self.policy)
        self.seen |= {change.id: change for change in (*self.drift.changes, *self.drift.ignored)}
        self.plan = None
        return self.drift

    def analyze(self) -> Plan:
        """Decide, ask the data, and plan one pass. Writes nothing anywhere."""
        drift = self.drift or self.detect()
        with self.at("analyze"), self.target.reading() as connection:
            self.plan = self._plan(drift, connection)
        self._move(going_in=len(self.plan.going_in) + len(self.plan.to_models))
        return self.plan

    def _plan(self, drift: Drift, connection: Connection) -> Plan:
        plan = make_plan(drift, self.engine, connection, self.policy)
        if not plan.to_models:
            return plan
        patch = self.application.updating.patch(plan, self.models)
        along = dict.fromkeys(patch.changes, MODELS) | decided(plan)
        if len(along) > len(plan.to_models):  # what a rename in the models takes along does not go to the database
            plan = make_plan(drift, self.engine, connection, self.policy.deciding(along))
            patch = self.application.updating.patch(plan, self.models)
        return plan.patched_by(patch)

    def apply(self, plan: Plan | None = None) -> Applied:
        """Back up, rehearse, and make the plan's changes. Refused or failed: the database is as it was."""
        if not self.in_pass:
            self._stop.clear()
            self.recover()
        require("plan", plan, (Plan, NoneType), TAKES["plan"])
        plan = plan or self.plan or self.analyze()
        if not self.in_pass:
            self.begin()
        try:
            with self.at("apply"):
                self.applied = self._apply(plan)
        except SchemaSyncError as error:
            if not self.in_pass:
                self.end_by(error)
            raise
        self._began_with = plan.drift
        self._by_hand = plan.drift if self.applied.changes and not self.in_pass else None
        if not (self.applied.changes or self.in_pass):
            left = len(plan.drift.changes)
            self.end(WAITING if left else IN_SYNC, left, 0, left, self.applied.reason if left else "")
        return self.applied

    def _apply(self, plan: Plan) -> Applied:
        update = self.application.updating.update(plan, self.models, self.policy, self._scratch_url)
        applied = self.application.apply(plan, len(self.state.passes) + 1, update)
        if applied.files:
            self._reload()
        elif update and not applied.changes:  # no patch did what it should: now that waits
            with self.target.reading() as connection:
                self.plan = self._plan(plan.drift, connection)
        return applied

    def verify(self) -> Verification:
        """Read the database again, and try the ORM on it. Writes nothing anywhere."""
        with self.at("verify"):
            drift = self._detect()
            with self.target.reading() as connection:
                verification = Verification(drift, orm_check(self.models, connection))
        if self._by_hand is not None and self.applied is not None:  # the steps, made one by one, were a pass too
            found, self._by_hand = self._by_hand.changes, None
            self.end(
                IN_SYNC if drift.in_sync else RUNNING,
                len(found),
                len(self.applied.changes),
                len(drift.changes),
                by_kind=Counter(change.kind for change in found),
                revision=str(self.applied.revision.path) if self.applied.revision else None,
                backup=str(self.applied.backup) if self.applied.backup else None,
            )
        return verification

    # the models' source

    @property
    def patch(self) -> SourcePatch | None:
        """The patch of the models' source that the plan holds; None where nothing is decided that way."""
        return self.plan.patch if self.plan else None

    def _reload(self) -> None:
        """The models as their files say them now; what the caller holds of them stays as it was imported."""
        try:
            self.models = self.application.models = self.models.again()
        except ModelsError as error:  # a base that a library holds knows its tables already
            self.tell(f"the files are written; to see them import the models anew, in another kernel: {error}")

    def decide(self, change_id: str, decision: Any) -> None:
        """Say what shall become of a change: a decision object, or one of database, models, ignore."""
        self.decide_all({change_id: decision})

    def decide_all(self, decisions: Mapping[str, Any]) -> None:
        """Decide many changes at once: change id -> decision."""
        self.policy = self.policy.deciding(decisions)
        if self.drift is not None:
            known = (*self.drift.changes, *self.drift.ignored)
            ignored = {change.id for change in known if self.policy.ignores(change.id)}
            self.drift = replace(
                self.drift,
                changes=tuple(change for change in known if change.id not in ignored),
                ignored=tuple(change for change in known if change.id in ignored),
            )
        self.plan = None

    def allow(self, *hazards: str) -> None:
        """Let changes with these hazards go in, once they are decided."""
        self.policy = replace(self.policy, allow=(*self.policy.allow, *hazards))
        self.plan = None

    def stop(self) -> None:
        """Stop what runs, between two statements; what is under way is rolled back."""
        self._stop.set()

    # the loop

    def step(self) -> LoopState:
        """One pass, to its end or to a way out. Errors end in the state: refused or failed, with the reason."""
        if not self.going_round:
            self._stop.clear()  # within a run, Stop between two passes holds for the next
            self.recover()
        return super().step()

    def run(self) -> LoopState:
        """Passes until there is a way out. Finishes first what a crash left."""
        self._stop.clear()
        self.recover()
        return super().run()

    def found(self) -> Mapping[str, int]:
        self._began_with = self.detect()
        changes = self._began_with.changes
        self._before = frozenset(change.id for change in changes)
        return Counter(change.kind for change in changes)

    def planned(self) -> int:
        plan = self.analyze()
        return len(plan.going_in) + len(plan.to_models)

    def done(self) -> tuple[int, str | None, str | None, str]:
        if self.remaining:  # a whole loop is refused in production; one pass by hand may patch the models from it
            require_writable(self.environment, "running the loop")
        applied = self.apply()
        revision = str(applied.revision.path) if applied.revision else None
        return len(applied.changes), revision, str(applied.backup) if applied.backup else None, applied.reason

    def left(self) -> tuple[int, bool]:
        left = frozenset(change.id for change in self.verify().drift.changes)
        return len(left), left != self._before

    def end(self, *facts: Any, **named: Any) -> None:
        """A pass ended: keep what ``replay`` shows of it, in the log where there is one already."""
        super().end(*facts, **named)
        drift, self._began_with = self._began_with, None
        if drift is None or not drift.changes:
            return
        from schemasync_nb.show.snapshot import told_pass

        told = told_pass(self.state, drift)
        self._told = [*(self._told if told["pass"] > 1 else []), told]
        if self.workdir.path.exists():
            try:
                self.application.log.append("pass", database=self.target.identity, **told)
            except SchemaSyncError as error:  # the pass itself is told by what it wrote
                self.tell(str(error))

    def left_over(self) -> int:
        return len(self.drift.changes) if self.drift else 0

    @property
    def remaining(self) -> tuple[Change, ...]:
        """The changes that were left when the database was last read."""
        return self.drift.changes if self.drift else ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """What waits for a person."""
        return self.plan.questions if self.plan else ()

    # what was done, and the way back

    def recover(self) -> str | None:
        """Settle what a crash left: the journal tells what was under way, the database whether it got in."""
        self.engine.sweep()
        line = self.application.settle() if self.workdir.path.exists() else None
        if line:
            self.tell(line)
        return line

    @property
    def history(self) -> History:
        """Everything that was done to this database from this work directory, from the audit log."""
        log = AuditLog(self.workdir)
        return History(tuple(log.entries(self.target.identity)) if self.workdir.path.exists() else ())

    def rollback(self) -> Applied:
        """Back to before the last applied pass: its downgrade, with what it dropped refilled from its backup, and the
        models' source as it was before."""
        self._stop.clear()
        self.recover()
        undone = {entry["undoes"] for entry in self.history.entries if entry["event"] in ("downgraded", "put back")}
        done = [e for e in self.history.entries if e["event"] in ("applied", "patched") and e["seq"] not in undone]
        if not done:
            raise Refused(f"{self.target.shown}: no applied pass is known in {self.workdir.path}; nothing to roll back")
        self._move(gates=())
        self.applied = self.application.undo(done)
        if self.applied.files:
            self._reload()
        self.drift = self.plan = None
        self._move(status=READY, reason="", passes=(), found=None, going_in=None)
        return self.applied

    def restore(self, backup: str | Path | None = None) -> str:
        """Put a whole backup back (the last one when none is named). What was written since is gone: see
        ``restore_preview``."""
        return restore(self.application, self.history.backup(backup))

    # the faces

    def catalog(self) -> Catalog:
        """The database's schema as it is read."""
        return (self.drift or self.detect()).database

    def er_diff(self, focus: str | None = None, **options: Any) -> Digraph:
        """The drift as one picture: what comes, what goes, what changes.

        focus    a table whose relation tree is shown
        options  ``hops=1``, ``max_tables=40``, ``only_changed=False``, ``side`` ("before" or "after" alone)
        """
        from schemasync_nb.show.er_diff import er_diff

        return er_diff(self.drift or self.detect(), focus=focus, **options)

    def flow(self) -> Digraph:
        """The loop as it stands, as a picture."""
        from schemasync_nb.show.flow import flow

        return flow(self.state)

    def timeline(self) -> Figure:
        """Drift per pass by kind, as a plot."""
        from schemasync_nb.show.timeline import timeline

        return timeline(self.state)

    def replay(self, run: int = -1) -> Replay:
        """A slider through the passes of a run, each as it was then: picture, flow and table; also in a new kernel.

        run  among the runs that the audit log knows, counted as a list counts: -1 is the latest
        """
        from schemasync_nb.show.replay import replay

        logged = [entry for entry in self.history.entries if entry["event"] == "pass"]
        return replay(logged or self._told, self.target.shown, run)

    def widget(self) -> LoopWidget:
        """The controls: run each step, see the differences, decide, apply."""
        from schemasync_nb.show.widget import LoopWidget

        return LoopWidget(self)


def detect_drift(database: Any, models: Any, *, scratch_url: str | None = None, policy: Policy | None = None) -> Drift:
    """The drift between a database and its models, without a loop. Only reads.

    scratch_url  a server for scratch databases; without it they are made beside the database
    """
    require("policy", policy, (Policy, NoneType), TAKES["policy"])
    target = open_database(database)
    return detect(target, load(models), engine_for(target, policy, scratch_url=scratch_url), policy)
