"""``schema run`` and ``schema diff``: codes, objects, streams, and what each option lets in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

INDEX, YEAR = "index:books.ix_books_title:add", "column:books.year:add"
NOTE, NAME = "column:books.note:remove", "column:authors.name:alter"
FILL = ["--backfill", "authors.name='unknown'"]

CHANGE = {"id", "kind", "action", "table", "name", "before", "after", "hazards"}
PASS = {"iteration", "found", "applied", "remaining", "status"}
RUN = {"status", "iterations", "passes", "remaining", "waiting", "revisions", "backups", "reason"}


@pytest.fixture
def decide(tmp_path: Path) -> Callable[[dict[str, Any]], list[str]]:
    """Write a decisions file; the options that name it."""

    def write(decisions: dict[str, Any]) -> list[str]:
        (tmp_path / "decisions.json").write_text(json.dumps(decisions))
        return ["--decisions", str(tmp_path / "decisions.json")]

    return write


@pytest.fixture
def drop_note(decide: Callable[..., list[str]]) -> list[str]:
    return [*decide({NOTE: {"do": "database"}}), "--allow", "DELETES_DATA"]


def ids(changes: list[dict[str, Any]]) -> set[str]:
    return {change["id"] for change in changes}


# --- diff -----------------------------------------------------------------------------------------------------------


def test_diff(library: Any, console: Callable[..., Any], listing: Callable[[], Any]) -> None:
    before = listing()
    ran = console("diff", *library.sides, "--json")
    assert (ran.code, ran.err) == (2, "")
    assert ran.json.keys() == {"in_sync", "exact", "changes", "ignored", "not_compared"}
    assert (ran.json["in_sync"], ran.json["exact"], ran.json["ignored"], ran.json["not_compared"]) == (
        False,
        True,
        0,
        [],
    )
    assert ids(ran.json["changes"]) == {INDEX, YEAR, NOTE, NAME}
    for change in ran.json["changes"]:
        assert change.keys() == CHANGE
        assert change["action"] in ("add", "remove", "alter") and isinstance(change["hazards"], list)
    text = console("diff", *library.sides)
    assert text.code == 2 and all(change in text.out for change in (INDEX, YEAR, NOTE, NAME))
    assert listing() == before


def test_diff_in_sync(in_sync: Any, schema: Callable[..., Any]) -> None:
    in_sync.execute("CREATE VIEW titles AS SELECT title FROM books")
    assert schema("diff", *in_sync.sides).out == "No schema drift; not compared: 1 view\n"
    found = schema("diff", *in_sync.sides, "--json")
    assert (found.code, found.json["in_sync"], found.json["not_compared"]) == (0, True, ["1 view"])


# --- run: every way out ---------------------------------------------------------------------------------------------


def test_in_sync_at_once(in_sync: Any, console: Callable[..., Any], listing: Callable[[], Any]) -> None:
    before = listing()
    ran = console("run", *in_sync.sides, "--json")
    assert ran.code == 0 and ran.json.keys() == RUN
    assert (ran.json["status"], ran.json["iterations"], ran.json["revisions"]) == ("in_sync", 1, [])
    assert listing() == before, "nothing to do, so not even a work directory"


def test_in_sync_at_the_end(library: Any, console: Callable[..., Any], drop_note: list[str]) -> None:
    ran = console("run", *library.sides, "--yes", *drop_note, *FILL, "--json")
    assert ran.code == 0 and ran.json.keys() == RUN
    done = ran.json
    assert done["status"] == "in_sync" and done["reason"] == "" and done["remaining"] == done["waiting"] == []
    assert done["passes"][0] == {"iteration": 1, "found": 4, "applied": 4, "remaining": 0, "status": "in_sync"}
    assert done["iterations"] == len(done["passes"]) == 1
    for path in (*done["revisions"], *done["backups"]):
        assert Path(path).is_file()
    assert "pass 1: 4 found, 4 applied, 0 remaining" in ran.err
    assert library.ask("SELECT name FROM authors") == [("Austen",), ("unknown",)]
    assert console("diff", *library.sides).code == 0


def test_one_is_one(make_library: Callable[..., Any], schema: Callable[..., Any]) -> None:
    """In what is told of one table with one row, nothing is counted as if it were many."""
    one = make_library(
        "CREATE TABLE authors (id INTEGER NOT NULL PRIMARY KEY); INSERT INTO authors VALUES (1);",
        "from sqlalchemy import *\n\nBase = MetaData()\n"
        'Table("authors", Base, Column("id", Integer, primary_key=True), Column("name", String(80)))\n',
    )
    ran = [schema("run", *one.sides, "--yes", "--max-iterations", "1"), schema("log", *one.sides[:2])]
    ran += [schema("backups", *one.sides[:2]), schema("restore", *one.sides[:2]), schema("verify", *one.sides)]
    told = "\n".join(each.out + each.err for each in ran)
    assert "1 row in 1 table came back" in told
    assert re.findall(r".*\b1 (?:tables|rows|changes|columns|passes|backups|entries|values)\b.*", told) == []


def test_waiting(library: Any, schema: Callable[..., Any]) -> None:
    ran = schema("run", *library.sides, "--yes", "--json")
    assert ran.code == 2 and ran.json.keys() == RUN and ran.json["status"] == "waiting"
    assert ids(ran.json["remaining"]) == {NOTE, NAME}
    assert all(change.keys() == CHANGE for change in ran.json["remaining"])
    assert all(each.keys() == PASS for each in ran.json["passes"])
    assert [each["applied"] for each in ran.json["passes"]] == [2, 0]
    assert {question["id"] for question in ran.json["waiting"]} == {NOTE, NAME}
    assert library.ask("SELECT * FROM books")[0] == (1, "Emma", 1, "lent", None)


def test_decide_says_what_becomes_of_one_change(
    library: Any, schema: Callable[..., Any], decide: Callable[..., list[str]]
) -> None:
    decided = ["--decide", f"{NAME}=ignore", "--decide", f"{NOTE}=database", "--allow", "DELETES_DATA"]
    ran = schema("run", *library.sides, "--yes", *decide({NAME: "database", YEAR: "ignore"}), *decided, "--json")
    assert (ran.code, ran.json["status"], ran.json["remaining"]) == (0, "in_sync", [])  # over the file's word
    assert library.ask("SELECT count(*) FROM pragma_table_info('books') WHERE name IN ('note', 'year')") == [(0,)]
    for wrong in (NOTE, f"{NOTE}=", f"{NOTE}=drop", "=ignore"):
        assert "ID=SIDE" in schema("run", *library.sides, "--decide", wrong).complaint
    assert "not used" in schema("analyze", *library.sides, "--decide", "column:books.nte:remove=ignore").err


def test_the_options_of_a_question_are_decisions(
    library: Any, schema: Callable[..., Any], decide: Callable[..., list[str]]
) -> None:
    """Copied into a decisions file as they are, they end the loop."""
    for question in schema("run", *library.sides, "--json").json["waiting"]:
        assert question.keys() == {"id", "question", "options"} and question["question"]
        for option in question["options"]:
            assert option.keys() <= {"do", "backfill", "rename_from"} and option["do"] in (
                "database",
                "models",
                "ignore",
            )
    waiting = schema("run", *library.sides, "--yes", "--json").json["waiting"]
    first = decide({question["id"]: question["options"][0] for question in waiting})
    assert schema("run", *library.sides, "--yes", *first, "--allow", "DELETES_DATA").code == 0


def test_refused(library: Any, schema: Callable[..., Any]) -> None:
    before = library.bytes()
    ran = schema("run", *library.sides, "--yes", "--json", "--environment", "production")
    assert ran.code == 3 and ran.json.keys() == RUN and ran.json["status"] == "refused"
    assert ids(ran.json["remaining"]) == {INDEX, YEAR, NOTE, NAME}
    assert "production is read-only" in ran.json["reason"]
    assert ran.err.splitlines()[-1] == f"schema: {ran.json['reason']}"
    assert library.bytes() == before


def test_failed(library: Any, schema: Callable[..., Any]) -> None:
    before = library.bytes()
    library.path.chmod(0o400)
    ran = schema("run", *library.sides, "--yes", "--json")
    assert ran.code == 1 and ran.json.keys() == RUN and ran.json["status"] == "failed"
    assert "read-only" in ran.json["reason"] and library.bytes() == before


@pytest.mark.parametrize(
    "line",
    [
        ["--database", "sqlite:///missing.db", "--models", "m.py:Base"],
        ["--database", "bogus://x", "--models", "m.py:Base"],
        ["--decisions", "missing.json"],
        ["--max-iterations", "0"],
        ["--max-iterations", "ten"],
        ["--nonsense"],
        ["--environment", "prod"],
        ["--allow", "NONSENSE"],
    ],
)
def test_the_object_is_there_though_the_loop_could_not_begin(
    line: list[str], library: Any, schema: Callable[..., Any]
) -> None:
    ran = schema("run", *library.sides, *line, "--json")
    assert ran.code == 1 and ran.json.keys() == RUN
    assert (ran.json["status"], ran.json["iterations"]) == ("failed", 0)
    assert ran.complaint == f"schema: {ran.json['reason']}"


def test_exhausted(make_library: Callable[..., Any], schema: Callable[..., Any]) -> None:
    """A rename, and what follows it on the same table in the next pass."""
    library = make_library(DRIFT_BEHIND_A_RENAME)
    line = ["run", *library.sides, "--yes", "--rename", "authors.nom=name"]
    ran = schema(*line, "--max-iterations", "1", "--json")
    assert (ran.code, ran.json["status"], ran.json["iterations"]) == (2, "exhausted", 1)
    assert ran.json["remaining"] and "1 pass" in ran.json["reason"]
    assert schema(*line).code == 0
    assert library.ask("SELECT name FROM authors") == [("Austen",), ("Joyce",)]


DRIFT_BEHIND_A_RENAME = """\
CREATE TABLE authors (id INTEGER NOT NULL PRIMARY KEY, nom VARCHAR(80) NOT NULL);
CREATE TABLE books (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(200) NOT NULL,
    author_id INTEGER NOT NULL REFERENCES authors (id), year INTEGER);
CREATE INDEX ix_books_title ON books (title);
CREATE INDEX ix_authors_nom ON authors (id);
INSERT INTO authors VALUES (1, 'Austen'), (2, 'Joyce');
"""


@pytest.mark.parametrize("more", [[], ["--yes"], ["--json"]])
def test_production_with_drift_is_refused_whatever_is_decided(
    more: list[str], library: Any, schema: Callable[..., Any]
) -> None:
    before = library.bytes()
    assert schema("run", *library.sides, "--environment", "production", *more).code == 3
    assert library.bytes() == before


def test_production_without_drift_is_in_sync(in_sync: Any, schema: Callable[..., Any]) -> None:
    assert schema("run", *in_sync.sides, "--environment", "production").code == 0


# --- streams --------------------------------------------------------------------------------------------------------


def test_progress_goes_to_stderr_alone(library: Any, console: Callable[..., Any], drop_note: list[str]) -> None:
    ran = console("run", *library.sides, "--yes", *drop_note, *FILL)
    assert ran.out.startswith("No schema drift") and len(ran.out.splitlines()) == 1
    for step in ("backup passed", "restore passed", "rehearse passed", "orm passed", "fingerprint passed", "pass 1:"):
        assert step in ran.err


# --- what goes in ---------------------------------------------------------------------------------------------------


def test_without_yes_only_what_is_decided_goes_in(
    library: Any, schema: Callable[..., Any], decide: Callable[..., list[str]]
) -> None:
    before = library.bytes()
    ran = schema("run", *library.sides, "--json")
    assert ran.code == 2 and ids(ran.json["remaining"]) == {INDEX, YEAR, NOTE, NAME}
    assert library.bytes() == before and not Path(".schemasync").exists()
    ran = schema("run", *library.sides, *decide({YEAR: {"do": "database"}}), "--json")
    assert ran.code == 2 and ids(ran.json["remaining"]) == {INDEX, NOTE, NAME}


def test_allowing_decides_nothing_and_deciding_allows_nothing(
    library: Any, schema: Callable[..., Any], decide: Callable[..., list[str]]
) -> None:
    line = ["run", *library.sides, "--yes", "--json"]
    assert NOTE in ids(schema(*line, "--allow", "DELETES_DATA,IRREVERSIBLE").json["remaining"])
    ran = schema(*line, *decide({NOTE: {"do": "database"}}))
    assert ran.code == 2 and NOTE in ids(ran.json["remaining"])
    assert "DELETES_DATA is not allowed" in schema("analyze", *library.sides, *decide({NOTE: "database"})).out


def test_ignored_is_settled_and_counted(
    library: Any, schema: Callable[..., Any], decide: Callable[..., list[str]]
) -> None:
    ran = schema("run", *library.sides, "--yes", *decide({NOTE: {"do": "ignore"}, NAME: {"do": "ignore"}}))
    assert ran.code == 0 and "2 ignored" in ran.out
    assert library.ask("SELECT note FROM books") == [("lent",), (None,)]


def test_a_rename_keeps_the_values(make_library: Callable[..., Any], schema: Callable[..., Any]) -> None:
    library = make_library(DRIFT_BEHIND_A_RENAME.replace("CREATE INDEX ix_authors_nom ON authors (id);", ""))
    waiting = schema("run", *library.sides, "--yes", "--json").json["waiting"]
    question = next(each for each in waiting if each["id"] == "column:authors.name:add")
    assert {"do": "database", "rename_from": "nom"} in question["options"]
    assert schema("run", *library.sides, "--rename", "authors.nom=name").code == 0
    assert library.ask("SELECT name FROM authors") == [("Austen",), ("Joyce",)]


@pytest.mark.parametrize(
    ("more", "note"),
    [
        (
            ["--decisions", "d.json"],
            f"column:book.note:remove was not used: no such change was found: did you mean {NOTE}",
        ),
        (["--backfill", "author.name='x'"], "--backfill author.name was not used"),
        (["--rename", "books.note=books.remark"], "--rename books.note=books.remark was not used"),
    ],
)
def test_what_did_nothing_is_said(more: list[str], note: str, library: Any, schema: Callable[..., Any]) -> None:
    Path("d.json").write_text('{"column:book.note:remove": {"do": "ignore"}}')
    for command in (["run", "--json"], ["analyze", "--json"], ["apply", "--json"]):
        ran = schema(*command, *library.sides, *more)
        (said,) = (line for line in ran.err.splitlines() if line.startswith("note: "))
        assert note in said and ran.code == 2


def test_what_was_used_is_not_said_to_be_unused(library: Any, schema: Callable[..., Any], drop_note: list[str]) -> None:
    ran = schema("run", *library.sides, "--yes", *drop_note, *FILL)
    assert ran.code == 0 and "note:" not in ran.err


# --- guardrails -----------------------------------------------------------------------------------------------------


def test_failing_tests_refuse_and_the_target_is_the_same_to_the_byte(library: Any, console: Callable[..., Any]) -> None:
    before = library.bytes()
    ran = console("run", *library.sides, "--yes", "--json", "--tests", "echo no good; exit 7")
    assert ran.code == 3 and ran.json["status"] == "refused"
    assert "ended with 7: no good" in ran.json["reason"]
    assert library.bytes() == before
    assert not list(Path(".schemasync/revisions/versions").glob("*.py")), "a refused revision does not stay"


def test_the_tests_see_the_rehearsal_database(library: Any, console: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "check.py").write_text(
        "import os, sqlite3, sys\n"
        "url = os.environ['SCHEMASYNC_DATABASE']\n"
        "open('url.txt', 'w').write(url)\n"
        "rows = sqlite3.connect(url.removeprefix('sqlite:///')).execute('SELECT year, note FROM books').fetchall()\n"
        "sys.exit(rows != [(None, 'lent'), (None, None)])\n"
    )
    assert console("run", *library.sides, "--yes", "--tests", f"python3 {tmp_path / 'check.py'}").code == 2
    assert Path("url.txt").read_text().startswith("sqlite:///")
    assert str(library.path) not in Path("url.txt").read_text()
    assert library.ask("SELECT year FROM books") == [(None,), (None,)]


def test_the_work_directory_is_private(library: Any, schema: Callable[..., Any]) -> None:
    assert schema("run", *library.sides, "--yes", "--workdir", "deep/kept").code == 2
    assert Path("deep/kept").stat().st_mode & 0o777 == 0o700
    assert Path("deep/kept/.gitignore").read_text() == "*\n"
    assert not Path(".schemasync").exists()
