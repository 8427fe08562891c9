"""Bad input: one line that names the object, the reason and the way on; exit 1; nothing written, nothing made."""

from __future__ import annotations

import json
import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

import schemasync_nb as ss

NAME = "column:authors.name:alter"
FILL = ["--backfill", "authors.name='unknown'"]

DATABASES = {
    "an unknown scheme": ("bogus://host/db", "'bogus' is not a database"),
    "no URL": ("library.db", "did you mean sqlite:///library.db"),
    "a missing file": ("sqlite:///missing.db", "there is no file"),
    "a missing folder": ("sqlite:///missing/x.db", "there is no folder"),
    "a folder": ("sqlite:///folder", "is a folder"),
    "no database": ("sqlite:///folder/notes.txt", "is not a database"),
    "nothing": ("sqlite://", "it would be empty"),
}
MODELS = {
    "a missing file": ("missing.py:Base", "missing.py"),
    "a missing module": ("missing.models:Base", "missing"),
    "no attribute": ("library_models.py:Bas", "Bas"),
    "a name that is nothing of the kind": ("library_models.py:String", "String"),
    "a syntax error": ("broken.py:Base", "broken.py:2: SyntaxError"),
    "an error of theirs": ("raising.py:Base", "raising.py:3: ZeroDivisionError"),
    "an exit": ("leaving.py:Base", "leaving.py:2: SystemExit"),
    "no tables": ("empty.py:Base", "no tables in these models"),
    "a class that forgot its base's tables": ("plain.py:Base", "plain.py"),
}
FILES = {
    "folder/notes.txt": "These are notes, and long enough to be taken for the header of a database file. " * 20,
    "broken.py": "x = 1\ndef f(:\n",
    "raising.py": "x = 1\n\n1 / 0\n",
    "leaving.py": "import sys\nsys.exit(0)\n",
    "empty.py": "from sqlalchemy.orm import DeclarativeBase\nclass Base(DeclarativeBase): pass\n",
    "plain.py": "class Base: pass\n",
}
COMMANDS = [["diff"], ["run", "--yes"], ["analyze"], ["apply", "--yes"], ["verify"]]


@pytest.fixture(autouse=True)
def files(library: Any) -> None:
    for name, text in FILES.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)


@pytest.fixture
def refused(schema: Callable[..., Any], listing: Callable[[], Any]) -> Callable[..., str]:
    """The one line with which a command ends that changed nothing anywhere."""

    def run(*line: object) -> str:
        before = listing()
        ran = schema(*line)
        assert (ran.code, ran.out) == (1, "")
        assert listing() == before
        return str(ran.complaint)

    return run


@pytest.mark.parametrize("what", DATABASES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda line: line[0])
def test_a_database_that_is_none(what: str, command: list[str], library: Any, refused: Callable[..., str]) -> None:
    url, said = DATABASES[what]
    assert said in refused(*command, "--database", url, *library.sides[2:])


@pytest.mark.parametrize("what", MODELS)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda line: line[0])
def test_models_that_are_none(what: str, command: list[str], library: Any, refused: Callable[..., str]) -> None:
    reference, said = MODELS[what]
    assert said in refused(*command, *library.sides[:2], "--models", reference)


@pytest.mark.parametrize("command", ["status", "log", "backups", "models", "restore"])
@pytest.mark.parametrize("what", [what for what in DATABASES if what != "no database"])
def test_what_needs_only_a_database(what: str, command: str, refused: Callable[..., str]) -> None:
    assert DATABASES[what][1] in refused(command, "--database", DATABASES[what][0])


def test_no_models_are_made_of_what_is_no_database(refused: Callable[..., str]) -> None:
    assert "is not a database" in refused("models", "--database", "sqlite:///folder/notes.txt")


DECISIONS = {
    "missing.json": None,
    "not JSON": "do: database",
    "empty": "",
    "a list": '["column:authors.name:alter"]',
    "a number": "7",
    "not text": b"\xff\xfe\x00",
    "an unknown do": json.dumps({NAME: {"do": "perhaps"}}),
    "no do": json.dumps({NAME: {"backfill": "1"}}),
    "a decision that is a list": json.dumps({NAME: ["database"]}),
    "an empty backfill": json.dumps({NAME: {"do": "database", "backfill": " "}}),
    "a backfill that is a number": json.dumps({NAME: {"do": "database", "backfill": 7}}),
}


@pytest.mark.parametrize("what", DECISIONS)
def test_a_malformed_decisions_file(what: str, library: Any, refused: Callable[..., str]) -> None:
    content = DECISIONS[what]
    if content is not None:
        Path("d.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    for command in ("run", "analyze", "apply"):
        assert "decisions file d.json: " in refused(command, *library.sides, "--decisions", "d.json")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--backfill", "authors.name"], "TABLE.COLUMN=SQL"),
        (["--backfill", "name='x'"], "TABLE.COLUMN=SQL"),
        (["--backfill", "=x"], "TABLE.COLUMN=SQL"),
        (["--backfill", "authors.name="], "TABLE.COLUMN=SQL"),
        (["--rename", "old"], "OLD=NEW"),
        (["--rename", "old="], "OLD=NEW"),
        (["--allow", "NONSENSE"], "'NONSENSE' is no hazard"),
        (["--allow", "DELETES_DATA,deletes_data"], "'deletes_data' is no hazard"),
        (["--environment", "prod"], "environment 'prod' is unknown"),
        (["--migrations", "folder"], "alembic init"),
    ],
)
def test_an_option_that_cannot_be_understood(
    line: list[str], said: str, library: Any, refused: Callable[..., str]
) -> None:
    assert said in refused("run", *library.sides, "--yes", *line)


@pytest.mark.parametrize("limit", ["0", "-1"])
def test_a_limit_of_no_pass(limit: str, library: Any, refused: Callable[..., str]) -> None:
    assert "at least one pass" in refused("run", *library.sides, "--max-iterations", limit)


def test_a_rename_from_what_is_not_there(library: Any, schema: Callable[..., Any], listing: Callable[[], Any]) -> None:
    Path("d.json").write_text('{"column:books.year:add": {"do": "database", "rename_from": "yeer"}}')
    before = listing()
    for command in ("run", "analyze", "apply"):
        ran = schema(command, *library.sides, "--decisions", "d.json")
        assert ran.code == 1 and "nothing named 'yeer'" in ran.err.splitlines()[-1]
    assert listing() == before


@pytest.mark.parametrize(
    "expression", ["this is no SQL", "'open", "missing_column", "1); DROP TABLE books; --", "(SELECT", "1, title = 'x'"]
)
def test_a_backfill_that_is_no_sql_changes_nothing(expression: str, library: Any, schema: Callable[..., Any]) -> None:
    before = library.bytes()
    line = ["run", *library.sides, "--backfill", f"authors.name={expression}"]
    Path("d.json").write_text(json.dumps({NAME: {"do": "database"}}))
    ran = schema(*line, "--decisions", "d.json", "--json")
    assert ran.code in (1, 2, 3) and ran.json["status"] in ("waiting", "refused", "failed")
    assert ran.json["reason"] and "\n" not in ran.json["reason"] and "Traceback" not in ran.err
    assert library.bytes() == before


# --- files and disks ------------------------------------------------------------------------------------------------


def test_a_read_only_file(library: Any, schema: Callable[..., Any], listing: Callable[[], Any]) -> None:
    library.path.chmod(0o444)
    before = listing()
    assert schema("diff", *library.sides).code == 2
    ran = schema("run", *library.sides, "--yes")
    assert ran.code == 1 and ran.out == "" and "the file is read-only: make it writable" in ran.err
    assert "the file is read-only" in schema("apply", *library.sides, "--yes").complaint
    assert listing() == before, "said before a backup is made"


@pytest.fixture
def holding(library: Any) -> Iterator[Callable[[str], None]]:
    """Another program that has begun a transaction on the file."""
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        yield lambda how: other.execute(f"BEGIN {how}").close()


def test_a_locked_database(library: Any, holding: Callable[[str], None], refused: Callable[..., str]) -> None:
    holding("EXCLUSIVE")
    assert "database is locked: close the program that holds it" in refused("diff", *library.sides)


def test_a_database_that_somebody_writes_to(
    library: Any, holding: Callable[[str], None], schema: Callable[..., Any]
) -> None:
    holding("IMMEDIATE")
    before = library.bytes()
    assert schema("diff", *library.sides).code == 2
    ran = schema("run", *library.sides, "--yes", "--json")
    assert ran.code == 1 and "is locked" in ran.json["reason"] and library.bytes() == before


WORKDIRS = {
    "a file": "library_models.py",
    "below a file": "library_models.py/work",
    "read-only": "locked",
}


@pytest.mark.parametrize("what", WORKDIRS)
def test_a_work_directory_that_cannot_be_written(
    what: str, library: Any, schema: Callable[..., Any], listing: Callable[[], Any]
) -> None:
    Path("locked").mkdir()
    Path("locked").chmod(0o500)
    before = listing()
    ran = schema("run", *library.sides, "--yes", "--workdir", WORKDIRS[what])
    assert ran.code == 1 and "work directory" in ran.err.splitlines()[-1]
    assert listing() == before
    Path("locked").chmod(0o700)


@pytest.mark.needs("root")
def test_a_disk_that_is_too_small(library: Any, console: Callable[..., Any], tmp_path: Path) -> None:
    """Said before anything is begun."""
    disk = tmp_path / "disk"
    disk.mkdir()
    library.execute("CREATE TABLE bulk (x); INSERT INTO bulk VALUES (zeroblob(300000))")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], check=True)
    try:
        before = library.bytes()
        ran = console("run", *library.sides, "--yes", "--json", "--workdir", disk / "work")
        assert ran.code == 1 and "are needed for backup and rehearsal" in ran.json["reason"]
        assert library.bytes() == before
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("limit", [0, 4_096, 200_000, 700_000])
def test_a_disk_that_is_full_while_it_is_written(limit: int, library: Any, script: Path) -> None:
    """No file may grow beyond a limit: the log's, the backup's, the rehearsal's or the target's write fails."""
    library.execute("CREATE TABLE bulk (x); INSERT INTO bulk VALUES (zeroblob(300000)), (zeroblob(300000))")
    before = library.ask("SELECT sql FROM sqlite_master")
    rows = library.ask("SELECT * FROM books")
    done = subprocess.run(
        [script, "run", *library.sides, "--yes"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert "Traceback" not in done.stderr
    if limit < 700_000:
        assert done.returncode == 1 and done.stderr.splitlines()[-1].startswith("schema: ")
        assert library.ask("SELECT sql FROM sqlite_master") == before
    assert library.ask("SELECT id, title, author_id, note FROM books") == [row[:4] for row in rows]
    assert library.ask("PRAGMA integrity_check") == [("ok",)]
    assert not list(Path(".schemasync/scratch").glob("rehearsal-*"))


# --- passwords ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("database", ["postgresql", "mysql", "mariadb", "oracle", "sqlite"])
def test_no_password_anywhere(
    database: str, library: Any, schema: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"{database}://ann:s3cr3t@127.0.0.1:1/db"
    for debug in ("", "1"):
        monkeypatch.setenv("SCHEMASYNC_DEBUG", debug)
        for command in (["diff", "--json"], ["run", "--yes", "--json"], ["analyze", "--out", "plan.json"], ["status"]):
            models = [] if command == ["status"] else library.sides[2:]
            ran = schema(*command, "--database", url, *models)
            assert "s3cr3t" not in ran.out + ran.err
            assert ran.code == 0 or ran.err.splitlines()[-1].startswith("schema: ")
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or b"s3cr3t" not in path.read_bytes()


def test_a_password_in_a_wrong_place_does_not_show(library: Any, schema: Callable[..., Any]) -> None:
    secret = "postgresql://ann:s3cr3t@127.0.0.1:1/db"
    for line in (
        ["run", *library.sides, "--yes", "--json", "--scratch-url", secret],
        ["diff", *library.sides[:2], "--models", secret],
        ["run", *library.sides, "--decisions", secret],
        ["run", *library.sides, "--backfill", secret],
        ["run", *library.sides, "--rename", secret],
        ["run", *library.sides, "--migrations", secret],
        ["diff", *library.sides, "--environment", secret],
        ["diff", *library.sides, secret],
    ):
        ran = schema(*line)
        assert ran.err and "s3cr3t" not in ran.out + ran.err


def test_a_password_in_a_variable_does_not_show(console: Callable[..., Any]) -> None:
    ran = console("diff", "--models", "m.py:Base", SCHEMASYNC_DATABASE="bogus://ann:s3cr3t@host/db")
    assert "bogus://ann:***@host/db" in ran.complaint


# --- other kinds of database, by the Python way in ------------------------------------------------------------------


def test_a_database_in_memory(library: Any) -> None:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    with engine.begin() as connection:
        for statement in "\n".join(closing_dump(library)).split(";\n"):
            if not statement.startswith(("BEGIN", "COMMIT")):
                connection.exec_driver_sql(statement)
    policy = ss.Policy(backfill={"authors.name": "'?'"}, ignore=["column:books.note"])
    loop = ss.SyncLoop(engine, f"{library.models}:Base", policy=policy, workdir="work")
    assert loop.run().status == "in_sync"
    loop.rollback()
    assert len(loop.detect().changes) == 3
    engine.dispose()


def closing_dump(library: Any) -> list[str]:
    with closing(sqlite3.connect(library.path)) as connection:
        return list(connection.iterdump())


def test_a_file_in_wal_mode_with_rows_not_yet_in_the_file(library: Any, schema: Callable[..., Any]) -> None:
    with closing(sqlite3.connect(library.path)) as other:
        other.execute("PRAGMA journal_mode = WAL").fetchall()
        other.execute("INSERT INTO authors VALUES (3, NULL)")
        other.commit()
        assert Path(f"{library.path}-wal").stat().st_size > 0
        ran = schema("run", *library.sides, "--yes", *FILL, "--json")
        assert {change["id"] for change in ran.json["remaining"]} == {"column:books.note:remove"}
    assert library.ask("SELECT name FROM authors") == [("Austen",), ("unknown",), ("unknown",)]


def test_a_connection_in_a_transaction_is_read_from_and_not_written_to(library: Any) -> None:
    engine = create_engine(library.sides[1])
    with engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO authors VALUES (3, 'Woolf')")
        loop = ss.SyncLoop(connection, f"{library.models}:Base", workdir="work")
        assert len(loop.detect().changes) == 4
        before = library.bytes()
        assert loop.run().status == "failed" and "open transaction" in loop.state.reason
        assert library.bytes() == before
        connection.commit()
        assert loop.run().status == "waiting" and len(loop.remaining) == 2
    engine.dispose()
    assert library.ask("SELECT count(*) FROM authors") == [(3,)]
