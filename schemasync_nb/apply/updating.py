"""Updating the models' source: proved before, logged, with the way back."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schemasync_nb.analyze.plan import Plan
from schemasync_nb.apply.correction import Way, is_followed, note, way_to
from schemasync_nb.apply.gates import Gates
from schemasync_nb.apply.revision import put_in_place, require_at_head, write_revision
from schemasync_nb.apply.saving import Backups
from schemasync_nb.errors import Refused, SchemaSyncError
from schemasync_nb.guard.audit import AuditLog
from schemasync_nb.models import Models
from schemasync_nb.policy import MODELS, Decision, Policy
from schemasync_nb.report import count

if TYPE_CHECKING:
    from schemasync_nb.apply.patch import ModelPatch


@dataclass(frozen=True)
class Update:
    """A patch of the models' source, and how it is looked at.

    prove  says why the patch does not do what it shall; "" when it does
    way    the statements from what the models said to what the database says, and back
    """

    patch: ModelPatch
    prove: Callable[[], str]
    way: Callable[[], Way]


def decided(plan: Plan) -> dict[str, Decision]:
    """The decisions of the changes by which the models follow."""
    return {item.change.id: item.decision or Decision(MODELS) for item in plan.to_models}


@dataclass
class Updating:
    """What updating the models needs to know.

    migrations  the user's own Alembic script directory: a database that follows it gets a revision that tells the
                history what the models know now, noted as done; None: there is none
    """

    backups: Backups
    gates: Gates
    environment: str | None
    migrations: Path | None

    def __post_init__(self) -> None:
        self.target, self.engine, self.workdir = self.backups.target, self.backups.engine, self.backups.workdir
        self.log = AuditLog(self.workdir)

    def patch(self, plan: Plan, models: Models) -> ModelPatch:
        """The patch of the models' source that a plan asks for. Only reads files."""
        from schemasync_nb.apply.patch import make_patch

        changes = [item.change for item in plan.to_models]
        return make_patch(plan.drift, changes, decided(plan), models, self.engine)

    def update(self, plan: Plan, models: Models, policy: Policy, scratch_url: str | None) -> Update | None:
        """The patch with its proof; None where a plan asks for none, or where no file would change."""
        if not plan.to_models:
            return None
        from schemasync_nb.apply.patch import prove

        patch = self.patch(plan, models)

        def proof() -> str:
            return prove(patch, plan.drift, self.target, models, policy, scratch_url, self.environment)

        def way() -> Way:
            with self.target.reading() as connection:
                return way_to(plan.drift, decided(plan), self.engine, connection)

        return Update(patch, proof, way) if patch.files else None

    def prove(self, update: Update) -> None:
        """Refused unless the patched models leave nothing of these changes, and nothing else moves."""
        start = time.perf_counter()
        self.gates.tell("trying the patched models in a fresh process")
        fault = update.prove()
        if fault:
            self.gates.refuse("models", f"{fault}: decide otherwise for it, or change the source by hand", start)
        files = ", ".join(file.path.name for file in update.patch.files)
        self.gates.passed("models", f"with {files} patched these changes are gone, and nothing else moved", start)

    def follows_history(self) -> bool:
        """Whether a patch is told to the user's Alembic history: the database stands at its head, and may be written
        to. Refused where it stands elsewhere."""
        if self.migrations is None or self.environment == "production":
            return False
        with self.target.reading() as connection:
            return require_at_head(connection, self.migrations)

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
        way = update.way() if self.follows_history() else None
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


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest_of(path: Path) -> str | None:
    return _digest(path.read_bytes()) if path.is_file() else None
