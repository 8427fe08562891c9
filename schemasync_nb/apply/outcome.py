"""What applying gives: the revision, its rehearsal, and what was done to the target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from schemasync_nb.guard.gate import REFUSED, Gate
from schemasync_nb.report import Report, code_html, count, fold


@dataclass(frozen=True)
class Revision(Report):
    """An Alembic revision file.

    id      Alembic's revision identifier
    path    where the file lies: the user's own versions folder, or the work directory's
    source  its Python text

    Its frame has one row: revision, file, lines (how many).
    """

    columns: ClassVar[Mapping[str, type]] = {"revision": str, "file": str, "lines": int}

    id: str
    path: Path
    source: str

    def headline(self) -> str:
        return f"Revision {self.id}: {self.path.name}"

    def rows(self) -> list[dict[str, Any]]:
        return [{"revision": self.id, "file": self.path.name, "lines": self.source.count("\n")}]

    def body_html(self) -> str:
        return code_html(self.source, "python")


ON_TARGET = ("fingerprint",)
"""Guardrails of the target itself; the others come before it."""
GATES: Mapping[str, type] = {"check": str, "outcome": str, "detail": str, "seconds": float}
"""The columns of guardrails."""


def _gate_rows(gates: Iterable[Gate]) -> list[dict[str, Any]]:
    return [{"check": g.name, "outcome": g.outcome, "detail": g.detail, "seconds": round(g.seconds, 2)} for g in gates]


@dataclass(frozen=True)
class Rehearsal(Report):
    """What was tried on the restored backup, with the real rows, before the target was touched.

    gates  the guardrails that ran there, in order

    Its frame: check, outcome (passed, refused, skipped), detail, seconds.
    """

    columns = GATES

    gates: tuple[Gate, ...]
    revision: Revision | None = None
    backup: Path | None = None

    def headline(self) -> str:
        if not self.gates:
            return "Nothing was rehearsed"
        refused = next((gate for gate in self.gates if gate.outcome == REFUSED), None)
        what = f"revision {self.revision.id}" if self.revision else "the change"
        where = f"on the restored backup {self.backup.name}" if self.backup else "on the restored backup"
        if refused:
            return f"Rehearsal of {what} {where}: {refused.name} refused: {refused.detail}"
        return f"Rehearsed {what} {where}: {count(len(self.gates), 'guardrail')} held"

    def rows(self) -> list[dict[str, Any]]:
        return _gate_rows(self.gates)


@dataclass(frozen=True)
class Applied(Report):
    """What a pass did to the target.

    changes      ids of the changes that went in, to the database or to the models; empty when nothing could
    fingerprint  of the target afterwards
    undone       this was a rollback
    files        source files of the models that were patched, or put back
    diff         of those files, as they were patched
    backup       the proved backup taken before; None when nothing was written

    Its frame: check, outcome (passed, refused, skipped), detail, seconds; one row for each guardrail.
    """

    columns = GATES

    changes: tuple[str, ...]
    fingerprint: str
    revision: Revision | None = None
    backup: Path | None = None
    gates: tuple[Gate, ...] = ()
    reason: str = ""
    undone: bool = False
    files: tuple[Path, ...] = ()
    diff: str = ""

    def headline(self) -> str:
        if not self.changes:
            return f"Nothing was applied: {self.reason}"
        plural = "" if len(self.changes) == 1 else "s"
        done = "Rolled back" if self.undone else "Applied"
        by = f"revision {self.revision.id}" if self.revision else ""
        if self.files:
            names = ", ".join(file.name for file in self.files)
            by += f"{' and ' if by else ''}{'putting back' if self.undone else 'patching'} {names}"
        return f"{done} {len(self.changes)} change{plural} by {by or '-'}"

    def rows(self) -> list[dict[str, Any]]:
        return _gate_rows(self.gates)

    @property
    def rehearsal(self) -> Rehearsal:
        """What was tried first, as a result of its own."""
        return Rehearsal(tuple(g for g in self.gates if g.name not in ON_TARGET), self.revision, self.backup)

    def body_html(self) -> str:
        revision = fold("revision", self.revision.body_html()) if self.revision else ""
        source = fold("models' source", code_html(self.diff, "diff")) if self.diff else ""
        return super().body_html() + revision + source
