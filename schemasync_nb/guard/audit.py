"""The audit log: who did what to which database and when, each entry chained to the one before by its hash."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from schemasync_nb.database import masked
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.guard.durable import locked, replace_text
from schemasync_nb.guard.workdir import WorkDir

START = "0" * 64
OURS = frozenset({"seq", "at", "who", "pid", "version", "event", "torn", "previous", "hash"})


class AuditLog:
    """``audit.jsonl`` in the work directory, one JSON object a line; only ever added to.

    ``audit.head`` beside it says how far the log goes, so that entries cut off its end are missed. Who can write both
    files can forge both: the log shows accidents and careless hands, it does not stop an attacker.
    """

    def __init__(self, workdir: WorkDir) -> None:
        self.workdir = workdir
        self.path = workdir.path / "audit.jsonl"
        self.head = workdir.path / "audit.head"

    def append(self, event: str, **facts: Any) -> dict[str, Any]:
        """Add an entry and return it; it is on the disk when this returns. Passwords in texts are masked.

        facts  what JSON can say; ``database``, by which ``entries`` chooses, is the identity of the database
        """
        if OURS & facts.keys():
            raise ValueError(f"the log itself states {', '.join(sorted(OURS & facts.keys()))}")
        self.workdir.make()
        with self.workdir.explaining(), locked(self.workdir.path / "audit.lock"):
            written = self._bytes()
            seq, previous, torn = self._end(written)
            entry = {
                "seq": seq + 1,
                "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "who": f"{_user()}@{platform.node()}",
                "pid": os.getpid(),
                "version": _version(),
                "event": event,
                **_masked(json.loads(json.dumps(facts, default=str))),
                **({"torn": _digest(torn)} if torn else {}),
                "previous": previous,
            }
            entry["hash"] = _hash(entry)
            line_break = b"\n" if written and not written.endswith(b"\n") else b""
            self._write(line_break + json.dumps(entry).encode() + b"\n", len(written), f"{seq + 1} {entry['hash']}\n")
        return entry

    def entries(self, database: str | None = None) -> list[dict[str, Any]]:
        """The entries, oldest first; those of one database when its identity is given. Makes nothing."""
        known = [entry for _, entry in _lines(self._bytes()) if entry is not None]
        return [entry for entry in known if database is None or entry.get("database") == database]

    def check(self) -> tuple[str, ...]:
        """Notes on what a crash left, as a rule none; SchemaSyncError names the first line that is not as written."""
        written = self._bytes()
        lines = _lines(written)
        hashes, notes, torn = [START], list[str](), list[bytes]()
        for number, (line, entry) in enumerate(lines, 1):
            if entry is None:
                torn.append(line)
                notes.append(f"{self.path}: line {number} was torn by a crash while it was written; the chain goes on")
                continue
            if torn and entry.get("torn") != _digest(b"\n".join(torn)):
                raise self._broken(number - len(torn), "it was edited")
            if entry.get("hash") != _hash(entry):
                raise self._broken(number, "it was edited")
            if (entry.get("seq"), entry.get("previous")) != (len(hashes), hashes[-1]):
                raise self._broken(number - len(torn), "it was edited or moved, or lines before it were removed")
            hashes.append(entry["hash"])
            torn = []
        if torn and written.endswith(b"\n"):  # a crash leaves no line break
            raise self._broken(len(lines) - len(torn) + 1, "it was edited")
        last, head = len(hashes) - 1, self._head()
        if head is None:
            return (
                (*notes, f"{self.head} is missing: lines cut off the end would not be seen") if last else tuple(notes)
            )
        if head[0] > last:
            raise self._broken(len(lines) + 1, f"entries {last + 1} to {head[0]} were removed from the end")
        if hashes[head[0]] != head[1]:
            raise self._broken(len(lines), f"the chain is not the one that {self.head.name} knows: it was written anew")
        return tuple(notes)

    def _broken(self, number: int, why: str) -> SchemaSyncError:
        return SchemaSyncError(f"audit log {self.path}: line {number}: {why}: compare the log with a copy of it")

    def _bytes(self) -> bytes:
        with self.workdir.explaining():
            return self.path.read_bytes() if self.path.exists() else b""

    def _head(self) -> tuple[int, str] | None:
        """(seq, hash) of the last entry that was written whole; None where the file is missing or damaged."""
        try:
            seq, digest = self.head.read_text(encoding="utf-8").split()
            return int(seq), digest
        except (FileNotFoundError, ValueError):
            return None

    def _end(self, written: bytes) -> tuple[int, str, bytes]:
        """(seq, hash) to which the next entry is chained, and the bytes behind it that are no entry."""
        torn: list[bytes] = []
        last = (0, START)
        for line, entry in reversed(_lines(written)):
            if entry is not None:
                last = (entry.get("seq", 0), entry.get("hash", START))
                break
            torn.insert(0, line)
        head = self._head()
        seq, digest = head if head and head[0] >= last[0] else last  # the head is older after a crash between the two
        return seq, digest, b"" if written.endswith(b"\n") else b"\n".join(torn)  # else it was no crash

    def _write(self, line: bytes, size: int, head: str) -> None:
        """Write line and head, or leave the log at its size."""
        with open(os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab", buffering=0) as file:
            try:
                while line:
                    line = line[file.write(line) :]
                os.fsync(file.fileno())
                replace_text(self.head, head)
            except OSError:
                file.truncate(size)
                raise


def _lines(written: bytes) -> list[tuple[bytes, dict[str, Any] | None]]:
    """Each line with its entry; None where it is no JSON object."""
    return [(line, _entry(line)) for line in written.removesuffix(b"\n").split(b"\n")] if written else []


def _entry(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None


def _masked(value: Any) -> Any:
    match value:
        case dict():
            return {key: _masked(item) for key, item in value.items()}
        case list():
            return [_masked(item) for item in value]
        case str():
            return masked(value)
        case _:
            return value


def _hash(entry: dict[str, Any]) -> str:
    stated = {key: value for key, value in entry.items() if key != "hash"}
    return _digest(json.dumps(stated, sort_keys=True, separators=(",", ":")).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user id without a name, as containers have it
        return f"uid {os.getuid()}" if hasattr(os, "getuid") else "unknown"


def _version() -> str:
    try:
        return version("schemasync-nb")
    except PackageNotFoundError:
        return "unknown"
