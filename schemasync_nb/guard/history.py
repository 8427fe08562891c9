"""What was done, read from the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from os import PathLike
from pathlib import Path
from typing import Any, ClassVar

from schemasync_nb.arguments import require
from schemasync_nb.errors import BackupError, Refused
from schemasync_nb.report import Report, count


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
        return f"{count(len(self.entries), 'entry')} in the audit log"

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
        """The entry of one backup, by file name or path; the last one when none is named.

        Refused where none was made, BackupError for a name that none has.
        """
        known = {Path(entry["backup"]).name: entry for entry in self.backups}
        none = "no backup of this database is in this work directory"
        if named is None:
            if not known:
                raise Refused(f"{none}, so there is nothing to put back: the next pass makes one")
            return self.backups[-1]
        require("backup", named, (str, PathLike), "the file name of a backup")
        if not known:
            raise BackupError(f"backup {named}: {none}: name another (workdir)")
        name = Path(named).name
        if name not in known:
            (near,) = get_close_matches(name, known, 1, 0)
            raise BackupError(f"backup {named}: not known for this database: name one that is, such as {near}")
        return known[name]
