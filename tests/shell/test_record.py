"""What was done and the way back: status, log, backups, restore, rollback, clean; and verify."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FILL = ["--backfill", "authors.name='unknown'"]


@pytest.fixture
def closed(library: Any, schema: Callable[..., Any]) -> Any:
    """The library after one pass that closed its drift, values of a column dropped."""
    Path("d.json").write_text('{"column:books.note:remove": {"do": "database"}}')
    line = ["--yes", "--decisions", "d.json", "--allow", "DELETES_DATA", *FILL]
    assert schema("run", *library.sides, *line).code == 0
    return library


def database(library: Any) -> list[str]:
    return list(library.sides[:2])


def test_looking_makes_nothing(library: Any, schema: Callable[..., Any], listing: Callable[[], Any]) -> None:
    before = listing()
    for command in ("status", "log", "backups"):
        for more in ([], ["--json"]):
            ran = schema(command, *database(library), *more)
            assert (ran.code, ran.err) == (0, "")
    assert "nothing was done yet" in schema("status", *database(library)).out
    assert schema("clean").code == 0
    assert listing() == before


def test_status(closed: Any, schema: Callable[..., Any]) -> None:
    facts = schema("status", *database(closed), "--json").json
    assert facts.keys() == {"database", "environment", "entries", "backups", "interrupted", "last"}
    assert (facts["environment"], facts["entries"], facts["backups"], facts["interrupted"]) == (
        "development",
        4,
        1,
        False,
    )
    assert facts["last"]["event"] == "applied" and len(facts["last"]["changes"]) == 4
    text = schema("status", *database(closed)).out
    assert "last: applied" in text and "column:books.note:remove" in text


def test_log(closed: Any, schema: Callable[..., Any]) -> None:
    entries = schema("log", *database(closed), "--json").json
    assert [entry["event"] for entry in entries] == ["backup", "applying", "applied", "pass"]
    applied = entries[2]
    assert applied["decisions"]["column:books.note:remove"] == {"do": "database"}
    assert any("year" in sql for sql in applied["sql"])
    assert applied["fingerprint_before"] != applied["fingerprint_after"] and applied["who"] and applied["backup"]
    assert "applied" in schema("log", *database(closed)).out


def test_a_log_that_was_tampered_with_is_an_error_that_names_the_line(closed: Any, schema: Callable[..., Any]) -> None:
    log = Path(".schemasync/audit.jsonl")
    lines = log.read_text().splitlines()
    lines[1] = json.dumps(json.loads(lines[1]) | {"who": "nobody@nowhere"})
    log.write_text("\n".join(lines) + "\n")
    ran = schema("log", *database(closed))
    assert (ran.code, ran.out) == (1, "") and "line 2" in ran.complaint


def test_the_log_is_of_one_database(closed: Any, make_library: Callable[..., Any], schema: Callable[..., Any]) -> None:
    other = make_library(name="other")
    assert schema("log", *database(other), "--json").json == []
    assert schema("rollback", *other.sides, "--yes").code == 3


def test_backups(closed: Any, schema: Callable[..., Any]) -> None:
    (backup,) = schema("backups", *database(closed), "--json").json
    assert backup.keys() == {"backup", "at", "size", "rows", "sha256"} and backup["rows"] == 4
    assert Path(backup["backup"]).stat().st_size == backup["size"]
    assert Path(backup["backup"]).name in schema("backups", *database(closed)).out


def test_rollback_brings_back_what_was_dropped_and_keeps_what_came_since(
    closed: Any, schema: Callable[..., Any]
) -> None:
    closed.execute("INSERT INTO books VALUES (3, 'Persuasion', 1, 1817)")
    ran = schema("rollback", *closed.sides, "--yes", "--json")
    assert ran.code == 0 and len(ran.json["undone"]) == 4
    assert closed.ask("SELECT title, note FROM books") == [("Emma", "lent"), ("Ulysses", None), ("Persuasion", None)]
    assert len(schema("diff", *closed.sides, "--json").json["changes"]) == 4
    assert schema("rollback", *closed.sides, "--yes").code == 3


def test_rollback_is_refused_where_the_schema_changed_since(closed: Any, schema: Callable[..., Any]) -> None:
    closed.execute("ALTER TABLE books ADD COLUMN later TEXT")
    before = closed.bytes()
    ran = schema("rollback", *closed.sides, "--yes")
    assert ran.code == 3 and "changed since" in ran.err and closed.bytes() == before


def test_restore_says_what_it_discards_and_wants_a_yes(closed: Any, schema: Callable[..., Any]) -> None:
    closed.execute("INSERT INTO authors VALUES (3, 'Woolf')")
    before = closed.bytes()
    ran = schema("restore", *database(closed))
    assert ran.code == 3 and "table authors: 3 rows now, 2 in the backup" in ran.err
    assert ran.err.splitlines()[-1].endswith("--yes") and closed.bytes() == before
    ran = schema("restore", *database(closed), "--yes", "--json")
    assert ran.code == 0 and "table authors: 3 rows now, 2 in the backup" in ran.json["discarded"]
    assert closed.ask("SELECT name FROM authors") == [("Austen",), (None,)]
    assert closed.ask("SELECT note FROM books") == [("lent",), (None,)]
    saved = schema("backups", *database(closed), "--json").json[-1]["backup"]
    assert schema("restore", Path(saved).name, *database(closed), "--yes").code == 0
    assert closed.ask("SELECT name FROM authors") == [("Austen",), ("unknown",), ("Woolf",)]


@pytest.mark.parametrize("command", ["restore", "rollback"])
def test_production_is_neither_restored_nor_rolled_back(
    command: str, closed: Any, schema: Callable[..., Any], listing: Callable[[], Any]
) -> None:
    sides = closed.sides if command == "rollback" else database(closed)
    before = listing()
    ran = schema(command, *sides, "--yes", "--environment", "production")
    assert ran.code == 3 and "production is read-only" in ran.complaint and listing() == before


def test_an_unknown_backup(closed: Any, schema: Callable[..., Any]) -> None:
    ran = schema("restore", "nonsense.db", *database(closed), "--yes")
    assert ran.code == 1 and "nonsense.db" in ran.complaint and "pass1.db" in ran.complaint


def test_a_backup_where_none_was_made(library: Any, schema: Callable[..., Any]) -> None:
    """A name that is none is bad input; that there is nothing to put back is said as ``rollback`` says it."""
    ran = schema("restore", "nonsense.db", *database(library), "--yes")
    assert ran.code == 1 and "backup nonsense.db: no backup of this database" in ran.complaint
    ran = schema("restore", *database(library), "--yes")
    assert ran.code == 3 and "nothing to put back: the next pass makes one" in ran.complaint


def test_a_damaged_backup_never_reaches_the_database(closed: Any, schema: Callable[..., Any]) -> None:
    backup = Path(schema("backups", *database(closed), "--json").json[0]["backup"])
    content = bytearray(backup.read_bytes())
    content[-100] ^= 0xFF
    backup.write_bytes(content)
    before = closed.bytes()
    ran = schema("restore", *database(closed), "--yes")
    assert ran.code == 1 and backup.name in ran.err and closed.bytes() == before


def test_clean_removes_what_a_killed_run_left(library: Any, schema: Callable[..., Any], script: Path) -> None:
    line = [script, "run", *library.sides, "--yes", "--tests", "echo x > begun; exec sleep 60"]
    before = library.bytes()
    with subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as ran:
        while not Path("begun").exists():
            assert ran.poll() is None
            time.sleep(0.05)
        ran.kill()
    left = list(Path(".schemasync/scratch").glob("rehearsal-*"))
    assert left and library.bytes() == before
    removed = schema("clean", "--json").json["removed"]
    assert len(removed) == len(left) and not list(Path(".schemasync/scratch").glob("rehearsal-*"))
    assert schema("run", *library.sides, "--yes").code == 2
    assert schema("clean").out.startswith("removed 0")


def test_verify(library: Any, closed: Any, schema: Callable[..., Any]) -> None:
    ran = schema("verify", *closed.sides)
    assert ran.code == 0 and ran.out.startswith("No schema drift") and "ORM check passed" in ran.out
    facts = schema("verify", *closed.sides, "--json").json
    assert facts["in_sync"] is True and facts["orm"]["outcome"] == "passed"
    closed.execute("ALTER TABLE books DROP COLUMN year")
    ran = schema("verify", *closed.sides, "--json")
    assert ran.code == 2 and ran.json["orm"]["outcome"] == "refused" and "year" in ran.json["orm"]["detail"]


def test_verify_refuses_models_that_do_not_work_though_the_schema_is_right(
    in_sync: Any, schema: Callable[..., Any]
) -> None:
    in_sync.models.write_text(
        in_sync.models.read_text()
        .replace("import DeclarativeBase", "import relationship, DeclarativeBase")
        .replace("    year:", "    publisher = relationship('Publisher')\n    year:")
    )
    ran = schema("verify", *in_sync.sides)
    assert ran.code == 3 and "Publisher" in ran.out
