"""The rehearsal: the revision goes up, down and up again on the restored backup, on the real rows."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any

from schemasync_nb.analyze.plan import Plan
from schemasync_nb.apply.gates import Gates
from schemasync_nb.apply.revision import DOWNGRADE
from schemasync_nb.apply.running import Run, Source, run
from schemasync_nb.apply.saving import Backups
from schemasync_nb.apply.usertests import run_tests
from schemasync_nb.database import Database, masked, open_database
from schemasync_nb.engines.engine import Backup, Engine
from schemasync_nb.errors import SchemaSyncError, Stopped
from schemasync_nb.models import Models
from schemasync_nb.verify.orm import orm_check, orm_failures


@dataclass
class Rehearsing:
    """What a rehearsal needs.

    models  for the ORM check; None where nothing is migrated
    tests   a shell command that must succeed on the rehearsed database
    """

    engine: Engine
    backups: Backups
    gates: Gates
    models: Models | None
    tests: str | None

    def up(self, plan: Plan, made: Backup, going: Run) -> None:
        """Rehearse a plan's revision; Refused by the first guardrail that does not hold."""
        self.gates.tell("rehearsing on the restored backup")
        with self.backups.copies(made) as (before, url):
            copy = open_database(url)
            start = time.perf_counter()
            with copy.reading() as connection:
                if self.engine.read(connection).fingerprint != plan.fingerprint:
                    self.gates.refuse("rehearse", "the target changed since the plan was made: analyze again", start)
                known = orm_failures(self.models, connection) if self.models else {}
            back = replace(going, direction=DOWNGRADE, source=Source(before, plan.filled))
            self._go(copy, going, plan.wanted.fingerprint, start)
            lost = self.engine.lost_values(url, before, plan.renamings, plan.filled)
            if lost:
                self.gates.refuse("rehearse", f"values would be lost: {lost[0]}", start)
            self._go(copy, back, plan.fingerprint, start)
            again = self.engine.lost_values(url, before, (), ())
            if again:
                self.gates.refuse("rehearse", f"the way back would not bring every value back: {again[0]}", start)
            self._go(copy, going, plan.wanted.fingerprint, start)
            detail = f"revision {going.revision.id} went up, down and up again on the real rows"
            if self.engine.not_rehearsed:
                detail = f"revision {going.revision.id} went up, down and up again; {self.engine.not_rehearsed}"
            self.gates.passed("rehearse", detail, start)
            if self.models:
                with copy.reading() as connection:
                    gate = orm_check(self.models, connection, known)
                self.gates.close(gate)
            self._user_tests(url.render_as_string(hide_password=False))

    def down(self, entry: dict[str, Any], made: Backup, going: Run) -> None:
        """Rehearse the way back of an applied pass, as the audit log tells it."""
        with self.backups.copies(made) as (_, url):
            start = time.perf_counter()
            copy = open_database(url)
            with copy.reading() as connection:
                if self.engine.read(connection).fingerprint != entry["fingerprint_after"]:
                    self.gates.refuse(
                        "rehearse",
                        "the schema changed since that pass: roll back what came later first, or restore",
                        start,
                    )
            self._go(copy, going, entry["fingerprint_before"], start)
            self.gates.passed("rehearse", f"revision {going.revision.id} went down on the real rows", start)

    def _go(self, copy: Database, going: Run, wanted: str, start: float) -> None:
        try:
            with copy.writing() as connection:
                found = run(connection, going, self.engine, self.gates)
        except Stopped:
            raise
        except SchemaSyncError as error:
            self.gates.refuse("rehearse", f"the {going.direction} fails on the real rows: {error}", start)
        if found.fingerprint != wanted:
            detail = f"the {going.direction} does not lead to the schema that the plan promised"
            self.gates.refuse("rehearse", detail, start)

    def _user_tests(self, url: str) -> None:
        if not self.tests:
            self.gates.skipped("tests", "no tests command was given")
            return
        start = time.perf_counter()
        self.gates.tell(f"running the tests: {masked(self.tests)}")
        failure = run_tests(self.tests, url, self.gates.stop)
        if failure:
            self.gates.refuse("tests", failure, start)
        self.gates.passed("tests", masked(self.tests), start)
