"""The oracle itself: what it must not miss. A law that cannot fail holds nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ..cases import SQLITE_DRIFT, Case
from .independent import differences
from .rows import held, losses

HARMS = {
    "a row": "DELETE FROM book WHERE id = 10",
    "a value": "UPDATE book SET note = NULL WHERE id = 11",
    "a value's storage class": "UPDATE book SET note = CAST(note AS BLOB) WHERE id = 11",
    "leading zeros": "UPDATE book SET note = '7' WHERE note = '007'",
    "two rows' values exchanged": "UPDATE book SET regal = 3 - regal WHERE id IN (10, 11)",
    "a column": "ALTER TABLE book DROP COLUMN note",
    "a table": "DROP TABLE orphaned",
    "a view": "DROP VIEW book_place",
    "a trigger": "DROP TRIGGER book_in",
    "a trigger's words": "DROP TRIGGER book_in; CREATE TRIGGER book_in AFTER INSERT ON book BEGIN SELECT 1; END",
    "what a view shows": "PRAGMA legacy_alter_table=ON; ALTER TABLE shelf RENAME TO rack; CREATE TABLE shelf (x)",
    "the next number": "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'ticket'",
    "the rowids": "UPDATE orphaned SET rowid = rowid + 1",
    "a parent": "DELETE FROM shelf WHERE id = 2",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    case = next(case for case in SQLITE_DRIFT if case.name.startswith("a renamed column is used by"))
    path = case.make(tmp_path / "library.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            """
            UPDATE book SET note = '007' WHERE id = 11;
            CREATE TABLE orphaned (x TEXT);
            INSERT INTO orphaned VALUES ('x');
            CREATE TABLE ticket (id INTEGER PRIMARY KEY AUTOINCREMENT);
            INSERT INTO ticket VALUES (900);
            DELETE FROM ticket;
            """
        )
    return path


def harmed(path: Path, script: str) -> list[str]:
    before = held(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    return losses(before, held(path), Case("harm", "", ""))


@pytest.mark.parametrize("script", HARMS.values(), ids=HARMS)
def test_a_loss_is_seen(script: str, library: Path) -> None:
    """Each of these is a loss."""
    assert harmed(library, script)


@pytest.mark.parametrize("script", ["", "CREATE INDEX i ON book (note)", "ALTER TABLE book ADD COLUMN x", "REINDEX"])
def test_what_is_no_loss(script: str, library: Path) -> None:
    """None of these is."""
    assert harmed(library, script) == []


def test_a_table_too_many_or_too_few_is_seen(library: Path) -> None:
    """Where one side has no such table, the comparison says so, unless it is told to leave it out."""
    with closing(sqlite3.connect(library)) as one, closing(sqlite3.connect(":memory:")) as other:
        one.backup(other)
        assert differences(one, other) == []
        other.execute("DROP TABLE orphaned")
        assert differences(one, other) and differences(other, one)
        assert differences(one, other, ("orphaned",)) == []
