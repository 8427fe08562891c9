"""The crash journal: what is in it was not finished."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.guard.journal import Journal
from schemasync_nb.guard.workdir import WorkDir

RECORD = {"revision": "1a", "direction": "upgrade", "pass": 1, "changes": ["index:book.title:add"], "backup": None}


def test_reading_and_clearing_make_nothing() -> None:
    journal = Journal(WorkDir(), "/data/library.db")
    assert journal.read() is None
    journal.clear()
    assert not journal.workdir.path.exists()


def test_what_was_begun_is_read_until_it_is_cleared() -> None:
    journal = Journal(WorkDir(), "/data/library.db")
    journal.begin({"revision": "0"})
    journal.begin({**RECORD, "backup": Path("backups/1.db")})
    found = Journal(WorkDir(), "/data/library.db").read()
    assert found == {"target": "/data/library.db", **RECORD, "backup": "backups/1.db"}
    journal.clear()
    assert journal.read() is None
    assert journal.workdir.path.exists()


def test_each_target_has_its_own() -> None:
    one, other = Journal(WorkDir(), "/data/library.db"), Journal(WorkDir(), "/data/museum.db")
    one.begin(RECORD)
    assert other.read() is None
    other.begin({"revision": "2b"})
    one.clear()
    assert (other.read() or {})["revision"] == "2b"


def test_it_is_on_the_disk_when_begin_returns() -> None:
    code = f"""
import os, signal
from schemasync_nb.guard.journal import Journal
from schemasync_nb.guard.workdir import WorkDir
Journal(WorkDir(), "library.db").begin({RECORD!r})
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code], check=False)
    assert Journal(WorkDir(), "library.db").read() == {"target": "library.db", **RECORD}


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "3", '{"target": "another.db"}', "\udcff"])
def test_a_damaged_journal_is_an_error_not_an_all_clear(text: str) -> None:
    journal = Journal(WorkDir(), "library.db")
    journal.begin(RECORD)
    journal.path.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(SchemaSyncError, match="damaged") as refused:
        journal.read()
    assert str(journal.path) in str(refused.value)
