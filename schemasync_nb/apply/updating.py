"""Updating the models' source: proved before, logged, with the way back."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schemasync_nb.analyze.plan import Plan
from schemasync_nb.apply.correction import Way, is_followed, note, way_to
from schemasync_nb.apply.gates import Gates
from schemasync_nb.apply.halving import most_of
from schemasync_nb.apply.revision import put_in_place, require_at_head, write_revision
from schemasync_nb.apply.saving import Backups
from schemasync_nb.detect.drift import Drift
from schemasync_nb.errors import Refused, SchemaSyncError
from schemasync_nb.guard.audit import AuditLog
from schemasync_nb.models import Models
from schemasync_nb.policy import MODELS, Decision, Policy
from schemasync_nb.report import count

if TYPE_CHECKING:
    from schemasync_nb.apply.patch import ModelPatch


Decisions = Mapping[str, Decision]


@dataclass(frozen=True)
class Update:
    """A patch of the models' source, with what it was made of.

    decisions  of the changes that it is to settle
    """

    patch: ModelPatch
    drift: Drift
    decisions: Decisions
    models: Models
    policy: Policy
    scratch_url: str | None


Unit = tuple[str, ...]
"""Ids of changes that are one edit of the source: both ends of a rename, or one."""


def decided(plan: Plan) -> dict[str, Decision]:
    """The decisions of the changes by which the models follow."""
    return {item.change.id: item.decision or Decision(MODELS) for item in plan.to_models}


@dataclass
class Updating:
    """What updating the models needs to know.

    migrations  the user's own Alembic script directory: a database that follows it gets a revision that tells the
                history what the models know now, noted as done; None: there is none
    unproven    change id -> (decision, why a patch for it was not what it should be), until a source is written
    """

    backups: Backups
    gates: Gates
    environment: str | None
    migrations: Path | None
    unproven: dict[str, tuple[Decision, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.target, self.engine, self.workdir = self.backups.target, self.backups.engine, self.backups.workdir
        self.log = AuditLog(self.workdir)

    def patch(self, plan: Plan, models: Models) -> ModelPatch:
        """The patch of the models' source that a plan asks for. Only reads files."""
        return self._patch(plan.drift, decided(plan), models)

    def _patch(self, drift: Drift, decisions: Decisions, models: Models) -> ModelPatch:
        from schemasync_nb.apply.patch import make_patch

        known = {key: why for key, (said, why) in self.unproven.items() if decisions.get(key) == said}
        asked = [change for change in drift.changes if change.id in decisions and change.id not in known]
        patch = make_patch(drift, asked, decisions, models, self.engine)
        return replace(patch, waits={**patch.waits, **known})

    def update(self, plan: Plan, models: Models, policy: Policy, scratch_url: str | None) -> Update | None:
        """The patch that a plan asks for; None where it asks for none, or where no file would change."""
        if not plan.to_models:
            return None
        patch = self.patch(plan, models)
        return Update(patch, plan.drift, decided(plan), models, policy, scratch_url) if patch.files else None

    def proven(self, update: Update) -> Update:
        """As much of a patch as leaves nothing of its changes and moves nothing else; its ``waits`` says why the others
        are not in it. Refused where the models cannot be tried at all."""
        start = time.perf_counter()
        self.gates.tell("trying the patched models in a fresh process")
        fault = self._fault(update)
        if fault:
            nothing = replace(update, patch=replace(update.patch, changes=(), files=(), cells=()))
            if without := self._fault(nothing):  # the patch is not to blame
                self.gates.refuse("models", f"{without}: decide otherwise, or change the source by hand", start)
            update = self._provable(update, fault)
        files = ", ".join(file.path.name for file in update.patch.files)
        if files:
            self.gates.passed("models", f"with {files} patched these changes are gone, and nothing else moved", start)
        else:
            self.gates.skipped("models", f"no patch does what it should: {fault}")
        return update

    def _fault(self, update: Update) -> str:
        """Why a patch is not what it should be; "" when it is."""
        from schemasync_nb.apply.patch import prove

        where = (update.models, update.policy, update.scratch_url, self.environment)
        return prove(update.patch, update.drift, self.target, *where)

    def _provable(self, update: Update, fault: str) -> Update:
        """The largest part of an update that holds, found by trying parts of it."""
        first = fault  # of the whole, which is known

        def part(ids: Sequence[str]) -> Update:
            decisions = {each: update.decisions[each] for each in ids}
            patch = self._patch(update.drift, decisions, update.models)
            return replace(update, patch=patch, decisions=decisions)

        def fault_of(units: Sequence[Unit]) -> tuple[str, Sequence[Unit]]:
            nonlocal first
            self.gates.check_stop()
            ids = [each for unit in units for each in unit]
            self.gates.tell(f"looking for what can be patched: {len(ids)} of {count(len(asked), 'change')}")
            found, first = first or self._fault(part(ids)), ""
            return found, [unit for unit in units if any(f" {each} " in f"{found} " for each in unit)]

        asked = [each for each in update.decisions if each in update.patch.changes]
        for unit, why in most_of(_units(asked, update), fault_of).items():
            said = f"its patch is not what it should be: {why}"
            self.unproven |= {each: (update.decisions[each], said) for each in unit}
        return part(asked)

    def follows_history(self) -> bool:
        """Whether a patch is told to the user's Alembic history: the database stands at its head, and may be written
        to. Refused where it stands elsewhere."""
        if self.migrations is None or self.environment == "production":
            return False
        with self.target.reading() as connection:
            return require_at_head(connection, self.migrations)

    def _way(self, update: Update) -> Way:
        """The statements from what the models said to what the database says, and back."""
        decisions = {key: said for key, said in update.decisions.items() if key in update.patch.changes}
        with self.target.reading() as connection:
            return way_to(update.drift, decisions, self.engine, connection)

    def told(self, entry: dict[str, Any]) -> Path | None:
        """The revision by which a pass that patched told the history, as the audit log tells it."""
        known = self.log.entries(self.target.identity)
        return next((Path(e["revision"]) for e in known if e["event"] == "told" and e["with"] == entry["seq"]), None)

    def untell_history(self, path: Path) -> None:
        """Note such a revision as not done, and take its file away unless another follows it in the history."""
        if path.exists():
            with self.target.writing() as connection, self.engine.transaction(connection, outside=False):
                note(connection, path, done=False)
            if not is_followed(path):
                path.unlink()

    def write(self, update: Update, number: int, migrated: int | None) -> tuple[Path, ...]:
        """Write the sources, and tell the Alembic history; the files. Where this fails after the database was migrated,
        the next pass finds the changes again.

        number    of the pass
        migrated  the log's entry of what the same pass did to the database; None: nothing
        """
        from schemasync_nb.apply.patch import put_in_place as write_sources

        patch = update.patch
        way = self._way(update) if self.follows_history() else None
        facts = {
            "database": self.target.identity,
            "pass": number,
            "changes": list(patch.changes),
            "diff": patch.diff(),
            "with": migrated,
        }
        planned = [
            {
                "path": str(file.path.resolve()),
                "sha256_before": _digest(file.before.encode(file.encoding)),
                "sha256_after": _digest(file.after.encode(file.encoding)),
            }
            for file in patch.files
        ]
        self.log.append("patching", **facts, files=planned)
        try:
            files = write_sources(patch, self.workdir)
        except SchemaSyncError as error:
            self.log.append("not patched", **facts, outcome=str(error))
            raise Refused(f"the database was migrated, the models were not: {error}") if migrated else error from None
        entry = self.log.append("patched", **facts, files=list(files))
        self.unproven.clear()  # beside other models it may hold
        if way is not None:
            self._tell_history(way, patch.changes, number, entry["seq"])
        return tuple(file.path for file in patch.files)

    def _tell_history(self, way: Way, ids: Sequence[str], number: int, seq: int) -> None:
        """Write a revision for what the database had already, and note it as done."""
        assert self.migrations is not None
        message = f"what the database had already: {ids[0] if len(ids) == 1 else count(len(ids), 'change')}"
        self.backups.save(number)
        with self.workdir.scratch() as drafts:
            draft = write_revision(self.migrations, drafts, self.engine, *way, message)
        path = self.migrations / "versions" / draft.path.name
        put_in_place(replace(draft, path=path))
        try:
            with self.target.writing() as connection, self.engine.transaction(connection, outside=False):
                note(connection, path, done=True)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        self.log.append("told", **{"database": self.target.identity, "with": seq, "revision": str(path)})
        self.gates.tell(f"{path.name} tells the history, and is noted as done")

    def settle(self) -> str | None:
        """Settle what a crash left of a patch: all files or none; in a line, or None where nothing was left."""
        from schemasync_nb.apply.patch import take_back

        known = self.log.entries(self.target.identity)
        last = next((e for e in reversed(known) if e["event"] in ("patching", "patched", "not patched")), None)
        if last is None or last["event"] != "patching":
            return None
        found = [{**file, "backup": self._kept(file)} for file in last["files"]]
        written = [file for file in found if _digest_of(Path(file["path"])) == file["sha256_after"]]
        facts = {key: last[key] for key in ("database", "pass", "changes", "diff", "with")}
        if len(written) == len(found):
            self.log.append("patched", **facts, files=found, outcome="settled after a crash")
            return "an interrupted patch of the models was found: it had gone in"
        outcome = "it had not gone in"
        try:
            take_back(written)
        except Refused as error:  # it is for a person now; the next detection sees what is there
            outcome = str(error)
        self.log.append("not patched", **facts, outcome=outcome)
        return f"an interrupted patch of the models was found: {outcome}"

    def _kept(self, file: dict[str, str]) -> str:
        """Where the old file is kept; "" where it is not."""
        kept = self.workdir.sources().glob(f"*-{Path(file['path']).name}")
        return next((str(each) for each in sorted(kept) if _digest_of(each) == file["sha256_before"]), "")

    def require_unedited(self, entry: dict[str, Any]) -> None:
        """Refused where a source file is neither as a pass left it nor as it was before, or its old text is gone."""
        for file in entry["files"]:
            path, backup = Path(file["path"]), Path(file["backup"])
            if _digest_of(backup) != file["sha256_before"]:
                raise Refused(f"{backup}: it is gone or was edited, so {path} cannot be put back: roll back by hand")
            if _digest_of(path) not in (file["sha256_after"], file["sha256_before"]):
                raise Refused(f"{path}: it was edited since that pass: put {backup} in its place, then roll back again")

    def put_back(self, entry: dict[str, Any]) -> tuple[Path, ...]:
        """Put back the sources that a pass patched, as the audit log tells it; the files."""
        from schemasync_nb.apply.patch import take_back

        take_back(entry["files"])
        facts = {"database": self.target.identity, "changes": entry["changes"], "undoes": entry["seq"]}
        self.log.append("put back", **facts, files=[file["path"] for file in entry["files"]])
        return tuple(Path(file["path"]) for file in entry["files"])


def _units(ids: Sequence[str], update: Update) -> list[Unit]:
    from schemasync_nb.apply.patch import renames_of

    changes = [change for change in update.drift.changes if change.id in ids]
    ends = {come.id: gone.id for come, gone in renames_of(changes, update.decisions, update.drift) if gone.id in ids}
    return [(each, ends[each]) if each in ends else (each,) for each in ids if each not in ends.values()]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest_of(path: Path) -> str | None:
    return _digest(path.read_bytes()) if path.is_file() else None
