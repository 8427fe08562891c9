"""What was done, read from the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from schemasync_nb.errors import Refused
from schemasync_nb.report import Report


@dataclass(frozen=True)
class History(Report):
    """The entries of the audit log for one database, oldest first.

    Its frame: seq, at (UTC), who, event, pass, changes (how many), backup (file), outcome.
    """

    columns: ClassVar[Mapping[str, type]] = {
        "seq": int, "at": datetime, "who": str, "event": str, "pass": int, "changes": int, "backup": str, "outcome": str
    }  # fmt: skip

    entries: tuple[dict[str, Any], ...]

    def headline(self) -> str:
        plural = "y" if len(self.entries) == 1 else "ies"
        return f"{len(self.entries)} entr{plural} in the audit log"

    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "seq": entry["seq"],
                "at": entry["at"],
                "who": entry["who"],
                "event": entry["event"],
                "pass": entry.get("pass"),
                "changes": len(entry["changes"]) if "changes" in entry else None,
                "backup": Path(entry["backup"]).name if entry.get("backup") else None,
                "outcome": entry.get("outcome", ""),
            }
            for entry in self.entries
        ]

    @property
    def backups(self) -> tuple[dict[str, Any], ...]:
        """The entries of backups whose files are still there, oldest first."""
        return tuple(e for e in self.entries if e["event"] == "backup" and Path(e["backup"]).exists())

    def backup(self, named: str | Path | None = None) -> dict[str, Any]:
        """The entry of one backup, by file name or path; the last one when none is named; Refused when unknown."""
        found = [e for e in self.backups if named is None or Path(e["backup"]).name == Path(named).name]
        if not found:
            if named is None or not self.backups:
                raise Refused(f"backup {named or 'wanted'}: none is known for this database in this work directory")
            known = ", ".join(Path(e["backup"]).name for e in self.backups)
            raise Refused(f"backup {named}: not known for this database: name one of {known}")
        return found[-1]
