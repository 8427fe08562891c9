"""The audit log: every entry there, in order, unchanged, without a secret, or it is said where it is not so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.guard.audit import AuditLog
from schemasync_nb.guard.workdir import WorkDir


@pytest.fixture
def log() -> AuditLog:
    """Five entries over two databases."""
    log = AuditLog(WorkDir())
    for number in range(1, 6):
        log.append(
            "applied", database=f"/data/{number % 2}.db", changes=[f"index:book.i{number}:add"], **{"pass": number}
        )
    return log


def test_an_entry_says_who_when_and_what() -> None:
    log = AuditLog(WorkDir())
    entry = log.append("backup", database="/data/library.db", path=Path("backups/1.db"), rows={"book": 2}, note=None)
    assert log.entries() == [entry]
    assert (
        entry.items() >= {"seq": 1, "pid": os.getpid(), "event": "backup", "path": "backups/1.db", "note": None}.items()
    )
    assert entry["who"].count("@") == 1
    assert abs(datetime.now(UTC) - datetime.fromisoformat(entry["at"])).days == 0
    assert entry["rows"] == {"book": 2}
    assert log.path.stat().st_mode & 0o777 == 0o600


def test_looking_makes_nothing() -> None:
    log = AuditLog(WorkDir())
    assert (log.entries(), log.check()) == ([], ())
    assert not log.workdir.path.exists()


def test_entries_are_chosen_by_database(log: AuditLog) -> None:
    assert [entry["pass"] for entry in log.entries("/data/1.db")] == [1, 3, 5]
    assert [entry["seq"] for entry in log.entries()] == [1, 2, 3, 4, 5]
    assert log.entries("/data/other.db") == []
    assert log.check() == ()


def test_no_secret_gets_in_at_any_depth() -> None:
    log = AuditLog(WorkDir())
    url = "postgresql://reader:s3cr3t@host/db?sslpassword=s3cr3t"
    log.append("begin", database=url, sql=[f"ATTACH '{url}'", {"deep": (url,)}], why=ValueError(url))
    assert "s3cr3t" not in log.path.read_text()
    assert log.check() == ()


def test_what_the_log_states_itself_cannot_be_stated_for_it() -> None:
    with pytest.raises(ValueError, match="hash, seq"):
        AuditLog(WorkDir()).append("applied", seq=3, hash="")


@pytest.mark.parametrize("value", ["ü \u2028 \udcff \x00\n", 1.1, -0.0, 10**40, True, {"2": {"1": []}}, float("inf")])
def test_any_value_hashes_the_same_after_reading(value: Any) -> None:
    log = AuditLog(WorkDir())
    log.append("odd", value=value)
    log.append("next")
    assert log.check() == ()
    assert log.entries()[0]["value"] == value


Lines = list[bytes]


def edited(lines: Lines, number: int) -> Lines:
    return [line.replace(b"index", b"table") if n == number else line for n, line in enumerate(lines, 1)]


def rehashed(lines: Lines, number: int) -> Lines:
    """Edited by someone who knows how the hash of a line is made."""
    import hashlib

    entry = json.loads(edited(lines, number)[number - 1])
    stated = {key: value for key, value in entry.items() if key != "hash"}
    entry["hash"] = hashlib.sha256(json.dumps(stated, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    return [*lines[: number - 1], json.dumps(entry).encode(), *lines[number:]]


@pytest.mark.parametrize(
    ("tamper", "line"),
    [
        (lambda lines: edited(lines, 1), 1),
        (lambda lines: edited(lines, 3), 3),
        (lambda lines: edited(lines, 5), 5),
        (lambda lines: rehashed(lines, 1), 2),
        (lambda lines: rehashed(lines, 3), 4),
        (lambda lines: rehashed(lines, 5), 5),
        (lambda lines: lines[1:], 1),
        (lambda lines: lines[:2] + lines[3:], 3),
        (lambda lines: lines[:4], 5),
        (lambda lines: [], 1),
        (lambda lines: [lines[1], lines[0], *lines[2:]], 1),
        (lambda lines: [*lines[:3], lines[4], lines[3]], 4),
        (lambda lines: lines[:3] + lines[2:], 4),
        (lambda lines: [*lines[:2], b"", *lines[2:]], 3),
        (lambda lines: [*lines[:2], b"garbage", *lines[2:]], 3),
        (lambda lines: [*lines[:2], b"garbage", *lines[3:]], 3),
        (lambda lines: [*lines[:2], b"{}", *lines[2:]], 3),
        (lambda lines: [*lines[:2], lines[2][:-9], *lines[3:]], 3),
        (lambda lines: [*lines[:4], lines[4][:-9]], 5),
        (lambda lines: [*lines, b"garbage"], 6),
    ],
)
def test_what_was_edited_removed_or_moved_is_named_by_its_line(
    log: AuditLog, tamper: Callable[[Lines], Lines], line: int
) -> None:
    """Also after the log went on, which must not heal it."""
    lines = tamper(log.path.read_bytes().splitlines())
    log.path.write_bytes(b"".join(each + b"\n" for each in lines))
    with pytest.raises(SchemaSyncError, match=f"audit.jsonl: line {line}: ") as refused:
        log.check()
    assert len(str(refused.value).splitlines()) == 1
    log.append("next")
    with pytest.raises(SchemaSyncError):
        log.check()


@pytest.mark.parametrize("left", [1, 20, -1])
def test_a_line_that_a_crash_tore_is_reported_and_the_chain_goes_on(log: AuditLog, left: int) -> None:
    whole = log.path.read_bytes()
    torn = whole.splitlines()[-1][:left]
    log.path.write_bytes(whole + torn)
    assert "line 6 was torn by a crash" in log.check()[0]
    entry = log.append("next")
    assert entry["seq"] == 6
    assert len(log.check()) == 1
    assert [entry["seq"] for entry in log.entries()] == [1, 2, 3, 4, 5, 6]
    log.path.write_bytes(log.path.read_bytes().replace(b"\n" + torn + b"\n", b"\nx" + torn + b"\n"))
    with pytest.raises(SchemaSyncError, match="line 6: it was edited"):
        log.check()


def test_a_crash_between_the_line_and_its_line_break_or_head_is_no_damage(log: AuditLog) -> None:
    head = log.head.read_text()
    log.append("next")
    log.path.write_bytes(log.path.read_bytes().removesuffix(b"\n"))
    log.head.write_text(head)
    assert log.check() == ()
    log.append("next")
    assert [entry["seq"] for entry in log.entries()] == list(range(1, 8))
    assert log.check() == ()


@pytest.mark.parametrize("damage", [lambda head: head.unlink(), lambda head: head.write_text("?")])
def test_a_missing_head_is_said(log: AuditLog, damage: Callable[[Path], object]) -> None:
    damage(log.head)
    assert "is missing" in log.check()[0]
    log.append("next")
    assert log.check() == ()


def test_threads_and_processes_write_one_chain(log: AuditLog) -> None:
    code = """
from schemasync_nb.guard.audit import AuditLog, WorkDir
for _ in range(10):
    AuditLog(WorkDir()).append("other")
"""
    others = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: AuditLog(WorkDir()).append("thread"), range(20)))
    assert [other.wait() for other in others] == [0, 0]
    assert [entry["seq"] for entry in log.entries()] == list(range(1, 46))
    assert log.check() == ()


def test_a_kill_at_any_moment_leaves_a_chain_that_goes_on(log: AuditLog) -> None:
    code = """
from schemasync_nb.guard.audit import AuditLog, WorkDir
while True:
    AuditLog(WorkDir()).append("next", text="x" * 10_000)
    print(flush=True)
"""
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
            assert process.stdout
            for _ in range(5):
                process.stdout.readline()
            process.kill()
        log.check()
        log.append("after")
    assert [entry["event"] for entry in log.entries()].count("after") == 3
    log.check()


FULL = """
import resource
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.guard.audit import AuditLog, WorkDir
log = AuditLog(WorkDir())
size = log.path.stat().st_size + 1000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    log.append("too long", text="x" * 5000)
except SchemaSyncError as error:
    print(error)
"""


def test_on_a_full_disk_nothing_is_logged_and_it_is_said(log: AuditLog) -> None:
    before = log.path.read_bytes()
    full = subprocess.run([sys.executable, "-c", FULL], capture_output=True, text=True, check=True)
    assert full.stdout.startswith(f"work directory {log.workdir.path}: ")
    assert len(full.stdout.splitlines()) == 1
    assert log.path.read_bytes() == before
    assert log.check() == ()
