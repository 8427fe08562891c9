"""The work directory: backups, revisions and the log. It holds people's data, so it is private."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schemasync_nb.arguments import unfit
from schemasync_nb.database import explained
from schemasync_nb.database.sqlite import writable
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.guard.durable import locked, take


class WorkDir:
    """A folder that is made, with its parts, when something is first put into it; looking makes nothing.

    Made with mode 0700 and a ``.gitignore`` that ignores all of it. A folder that had other things in it before is
    left as it is, and only the parts made in it are private.
    """

    def __init__(self, path: str | os.PathLike[str] = ".schemasync") -> None:
        if not (isinstance(path, str | os.PathLike) and os.fspath(path)):  # "" would be the current folder
            raise unfit("workdir", path, "a folder, such as .schemasync")
        self.path = Path(path).expanduser().absolute()
        with self.explaining():
            if self.path.is_file():
                raise SchemaSyncError(f"work directory {self.path}: it is a file: choose another (workdir)")

    def __repr__(self) -> str:
        return f"<WorkDir {self.path}>"

    def make(self) -> Path:
        """The folder itself, made where it is missing."""
        with self.explaining():
            if self.path.exists() and not writable(self.path):
                raise PermissionError("it is read-only")
            if not self.path.exists() or not any(self.path.iterdir()):
                self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
                _keep_private(self.path)
        return self.path

    def backups(self) -> Path:
        """Where backups lie."""
        return self._part("backups")

    def revisions(self) -> Path:
        """The Alembic script directory of databases that have none; its revisions lie in ``versions`` under it."""
        folder = self._part("revisions")
        with self.explaining():
            (folder / "versions").mkdir(mode=0o700, exist_ok=True)
        return folder

    def sources(self) -> Path:
        """Where the models' files lie as they were before a patch."""
        return self._part("sources")

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for the copies of one rehearsal, gone afterwards; what killed runs left behind goes first."""
        scratch = self._part("scratch")
        # Under one lock, so that nobody sweeps away a folder whose own lock is not held yet.
        with self.explaining(), locked(scratch / "lock"):
            _sweep(scratch)
            folder = Path(tempfile.mkdtemp(prefix="rehearsal-", dir=scratch))
            handle = take(folder / "lock")
        try:
            yield folder
        finally:
            if handle is not None:
                os.close(handle)
            shutil.rmtree(folder, ignore_errors=True)

    def free_bytes(self) -> int:
        """Bytes free on the disk where the work directory lies or will lie."""
        there = next(folder for folder in (self.path, *self.path.parents) if folder.exists())
        with self.explaining():
            return shutil.disk_usage(there).free

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Turn the system's refusals inside into one line that names the work directory."""
        try:
            yield
        except OSError as error:
            way_on = "make it writable, or choose another (workdir)"
            raise SchemaSyncError(f"work directory {self.path}: {explained(error)}: {way_on}") from None

    def _part(self, name: str) -> Path:
        folder = self.make() / name
        with self.explaining():
            folder.mkdir(mode=0o700, exist_ok=True)
            if not (self.path / ".gitignore").exists():
                _keep_private(folder)
        return folder


def _keep_private(folder: Path) -> None:
    folder.chmod(0o700)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _sweep(scratch: Path) -> None:
    """Delete the rehearsal folders whose maker no longer lives; nothing else that lies there."""
    for folder in scratch.glob("rehearsal-*"):
        handle = take(folder / "lock") if folder.is_dir() and not folder.is_symlink() else None
        if handle is not None:
            os.close(handle)
            shutil.rmtree(folder, ignore_errors=True)
