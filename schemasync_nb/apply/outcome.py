"""What applying gives: the revision, its rehearsal, and what was done to the target."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemasync_nb.guard.gate import Gate
from schemasync_nb.report import Report, code_html, fold


@dataclass(frozen=True)
class Revision(Report):
    """An Alembic revision file.

    id      Alembic's revision identifier
    path    where the file lies: the user's own versions folder, or the work directory's
    source  its Python text
    """

    id: str
    path: Path
    source: str

    def headline(self) -> str:
        return f"Revision {self.id}: {self.path.name}"

    def rows(self) -> list[dict[str, Any]]:
        return [{"revision": self.id, "file": self.path.name, "lines": self.source.count("\n")}]

    def body_html(self) -> str:
        return code_html(self.source, "python")


@dataclass(frozen=True)
class Applied(Report):
    """What a pass did to the target.

    changes      ids of the changes that went in; empty when nothing could
    fingerprint  of the target afterwards
    undone       this was a rollback
    backup       the proved backup taken before; None when nothing was written
    """

    changes: tuple[str, ...]
    fingerprint: str
    revision: Revision | None = None
    backup: Path | None = None
    gates: tuple[Gate, ...] = ()
    reason: str = ""
    undone: bool = False

    def headline(self) -> str:
        if not self.changes:
            return f"Nothing was applied: {self.reason}"
        plural = "" if len(self.changes) == 1 else "s"
        done = "Rolled back" if self.undone else "Applied"
        return f"{done} {len(self.changes)} change{plural} by revision {self.revision.id if self.revision else '-'}"

    def rows(self) -> list[dict[str, Any]]:
        return [
            {"check": g.name, "outcome": g.outcome, "detail": g.detail, "seconds": round(g.seconds, 2)}
            for g in self.gates
        ]

    def body_html(self) -> str:
        return super().body_html() + (fold("revision", self.revision.body_html()) if self.revision else "")
