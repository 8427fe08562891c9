"""The crash journal: what was being done to a target, written before the first write and cleared after the last."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from schemasync_nb.errors import Refused, SchemaSyncError
from schemasync_nb.guard.durable import replace_text, sync_folder, take
from schemasync_nb.guard.workdir import WorkDir


class Journal:
    """The journal of one target; a record found in it at the start means that the last run did not end.

    target  the database's identity
    """

    def __init__(self, workdir: WorkDir, target: str) -> None:
        self.workdir = workdir
        self.target = target
        self.path = workdir.path / f"journal-{hashlib.sha256(target.encode()).hexdigest()[:12]}.json"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the target against other runs from this work directory; Refused where one is writing to it."""
        self.workdir.make()
        with self.workdir.explaining():
            handle = take(self.path.with_suffix(".lock"))
        if handle is None:
            raise Refused(f"{self.path}: another run is writing to this database: wait until it has ended")
        try:
            yield
        finally:
            os.close(handle)

    def begin(self, record: dict[str, Any]) -> None:
        """Write down what is about to be done, in place of what stood there; it is on the disk when this returns."""
        self.workdir.make()
        text = json.dumps({"target": self.target, **record}, indent=1, default=str)
        with self.workdir.explaining():
            replace_text(self.path, text + "\n")

    def read(self) -> dict[str, Any] | None:
        """What was being done and did not end; None when nothing was. Makes nothing."""
        with self.workdir.explaining():
            if not self.path.exists():
                return None
            written = self.path.read_bytes()
        try:
            record = json.loads(written)
        except ValueError:
            record = None
        if isinstance(record, dict) and record.get("target") == self.target:
            return record
        raise SchemaSyncError(
            f"journal {self.path}: it is damaged, so what the last run did not finish is unknown: look at the database"
            " and its last backup, then delete this file"
        )

    def clear(self) -> None:
        """What was begun has ended."""
        with self.workdir.explaining():
            if self.path.exists():
                self.path.unlink()
                sync_folder(self.path.parent)
