"""Backups: made before any change, and proved by restoring them."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL

from schemasync_nb.apply.gates import Gates
from schemasync_nb.database import Database
from schemasync_nb.engines.engine import Backup, Engine
from schemasync_nb.errors import BackupError
from schemasync_nb.guard.audit import AuditLog
from schemasync_nb.guard.durable import sync_folder
from schemasync_nb.guard.gate import REFUSED, Gate
from schemasync_nb.guard.workdir import WorkDir
from schemasync_nb.report import count


@dataclass
class Backups:
    """The backups of one database in one work directory."""

    target: Database
    engine: Engine
    workdir: WorkDir
    gates: Gates

    def __post_init__(self) -> None:
        self.log = AuditLog(self.workdir)

    def save(self, number: int = 0) -> Backup:
        """Back the target up, with its checksums and row counts, after saying what that takes.

        number  of the pass for which it is made; 0: for none
        """
        self.gates.check_stop()
        with self.target.reading() as connection:
            size = self.engine.size_in_bytes(connection)
            self._say_size(size)
            path = self.workdir.backups() / f"{_stem(self.target, number)}{self.engine.backup_suffix}"
            start = time.perf_counter()
            with self.workdir.scratch() as folder:  # what a killed run leaves half made is swept away with it
                made = self.engine.backup(connection, folder / path.name, self.gates.stop)
                os.replace(made.path, path)
            sync_folder(path.parent)
            made = replace(made, path=path)
        rows = sum(made.row_counts.values())
        self.gates.passed("backup", f"{made.path.name}, {in_words(made.size)}, sha256 {made.sha256[:12]}", start)
        self.log.append(
            "backup",
            database=self.target.identity,
            backup=str(made.path),
            sha256=made.sha256,
            size=made.size,
            rows=rows,
            row_counts=dict(made.row_counts),
            checksums=dict(made.checksums),
        )
        return made

    def known(self, path: Path) -> Backup:
        """A backup as the log tells it; BackupError where it is gone, or was never made here."""
        entries = [
            e for e in self.log.entries(self.target.identity) if e["event"] == "backup" and e["backup"] == str(path)
        ]
        if not entries or not path.exists():
            raise BackupError(
                f"backup {path}: {'it is gone' if entries else 'the log of this database does not know it'}"
            )
        last = entries[-1]
        return Backup(path, last["sha256"], last["size"], last.get("row_counts", {}), last.get("checksums", {}))

    def unpacked(self, made: Backup, folder: Path) -> AbstractContextManager[URL]:
        """A database that holds what a backup holds."""
        return self.engine.unpacked(made, self.target, folder, self.gates.stop)

    @contextmanager
    def copies(self, made: Backup) -> Iterator[tuple[URL, URL]]:
        """The restored backup, and a copy of it to write to: what proves the backup."""
        start = time.perf_counter()
        with ExitStack() as stack:
            folder = stack.enter_context(self.workdir.scratch())
            try:
                before = stack.enter_context(self.unpacked(made, folder))
                copy = stack.enter_context(self.engine.work_copy(made, before, folder))
            except BackupError as error:
                self.gates.close(Gate("restore", REFUSED, str(error), time.perf_counter() - start))
                raise
            rows, tables = sum(made.row_counts.values()), len(made.row_counts)
            told = self.engine.not_rehearsed or f"{count(rows, 'row')} in {count(tables, 'table')} came back"
            self.gates.passed("restore", told, start)
            yield before, copy

    def _say_size(self, size: int) -> None:
        """Size, time and disk are said first; too little disk is refused before anything is made."""
        free = self.workdir.free_bytes()
        needed = 3 * size  # the backup, its restored copy, and the room that a rebuilt table takes in it
        self.gates.tell(
            f"database {in_words(size)}; backup and rehearsal take {in_words(needed)} of {in_words(free)} free, "
            f"about {1 + size // 50_000_000} s"
        )
        if needed > free:
            raise BackupError(
                f"{self.workdir.path}: {in_words(needed)} are needed for backup and rehearsal, {in_words(free)} are "
                "free: free some, or name another --workdir"
            )


def _stem(target: Database, number: int) -> str:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")[:-3]
    stem = re.sub(r"\W+", "_", target.path.stem if target.path else target.url.database or target.dialect_name)
    return f"{stem[:40]}-{stamp}" + (f"-pass{number}" if number else "")


def in_words(size: int) -> str:
    """A number of bytes as a person says it."""
    for unit, scale in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= scale:
            return f"{size / scale:.1f} {unit}"
    return f"{size} B"
