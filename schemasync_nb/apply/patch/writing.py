"""Put a patch into the files, and take it back: each file holds the old or the new text, whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from schemasync_nb.apply.patch.making import ModelPatch, PatchedFile
from schemasync_nb.apply.patch.source import shown
from schemasync_nb.database import explained
from schemasync_nb.errors import Refused
from schemasync_nb.guard.durable import sync_folder
from schemasync_nb.guard.workdir import WorkDir

Fact = dict[str, str]


def put_in_place(patch: ModelPatch, workdir: WorkDir) -> tuple[Fact, ...]:
    """Write the patched files, each old one kept in the work directory; Refused before the first write.

    Returns a fact for each file, for the log: path, backup, sha256_before, sha256_after.
    """
    for file in patch.files:
        _refuse(file)
    folder = workdir.sources() if patch.files else None
    facts: list[Fact] = []
    try:
        for file in patch.files:
            assert folder is not None
            facts.append(_kept(file, folder))
            _replace(file.path.resolve(), file.after.encode(file.encoding))
    except BaseException as error:
        take_back(facts)
        if isinstance(error, OSError):
            raise Refused(f"the models' source cannot be written: {explained(error)}") from None
        raise
    return tuple(facts)


def take_back(facts: Iterable[Mapping[str, str]]) -> None:
    """Put the old files back; Refused, before the first write, where one is no longer as the patch left it."""
    wanted = list(facts)
    for fact in wanted:
        path, backup = Path(fact["path"]), Path(fact["backup"])
        if not path.is_file() or _digest(path.read_bytes()) not in (fact["sha256_after"], fact["sha256_before"]):
            raise Refused(f"{shown(path)}: it was changed since the patch: put {backup} back by hand")
        if not backup.is_file() or _digest(backup.read_bytes()) != fact["sha256_before"]:
            raise Refused(f"{shown(path)}: its backup {backup} is gone or was changed: correct the file by hand")
    for fact in reversed(wanted):
        if _digest(Path(fact["path"]).read_bytes()) != fact["sha256_before"]:  # else it is as it was
            _replace(Path(fact["path"]), Path(fact["backup"]).read_bytes())


def _refuse(file: PatchedFile) -> None:
    path = file.path.resolve()
    try:
        now = path.read_bytes()
    except OSError as error:
        raise Refused(f"{shown(file.path)}: {error.strerror or error}") from None
    if now != file.before.encode(file.encoding):
        raise Refused(f"{shown(file.path)}: it was changed since the patch was made: run the pass again")
    if not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222:
        raise Refused(f"{shown(file.path)}: it is read-only: make it writable")
    if not os.access(path.parent, os.W_OK):
        raise Refused(f"{shown(file.path)}: its folder is read-only: make it writable")


def _kept(file: PatchedFile, folder: Path) -> Fact:
    """Keep the old file, before it is replaced; what the log says of both."""
    path = file.path.resolve()  # what a link points to is written, the link stays
    before, after = file.before.encode(file.encoding), file.after.encode(file.encoding)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f")
    backup = folder / f"{stamp}-{path.name}"
    handle = os.open(backup, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "wb") as kept:
        kept.write(before)
        kept.flush()
        os.fsync(kept.fileno())
    sync_folder(folder)
    return {
        "path": str(path),
        "backup": str(backup),
        "sha256_before": _digest(before),
        "sha256_after": _digest(after),
    }


def _replace(path: Path, content: bytes) -> None:
    """Put the content in the file's place, with the file's mode and, where that is allowed, its owner."""
    was = path.stat()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, name)
        if hasattr(os, "chown") and (was.st_uid, was.st_gid) != (os.geteuid(), os.getegid()):
            try:
                os.chown(name, was.st_uid, was.st_gid)
            except PermissionError:
                raise Refused(f"{shown(path)}: it belongs to somebody else: let its owner write it") from None
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
