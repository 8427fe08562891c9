"""The decision ``models``: the source follows the database, and rollback takes it back."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import schemasync_nb as ss

NOTE, NAME, INDEX, YEAR = (
    "column:books.note:remove",
    "column:authors.name:alter",
    "index:books.ix_books_title:add",
    "column:books.year:add",
)
MIXED = [f"--decide={NOTE}=models", f"--decide={NAME}=models"]
"""The other two go to the database by default."""


def test_mixed_decisions_end_in_no_drift(library: Any, schema: Callable[..., Any]) -> None:
    before = library.models.read_text()
    ran = schema("run", *library.sides, "--yes", "--json", *MIXED)
    assert (ran.code, ran.json["status"]) == (0, "in_sync")
    assert [(each["found"], each["applied"], each["remaining"]) for each in ran.json["passes"]] == [(4, 4, 0)]
    after = library.models.read_text()
    assert [line for line in before.splitlines() if line not in after] == [
        "    name: Mapped[str] = mapped_column(String(80))"
    ]
    assert "name: Mapped[str | None] = mapped_column(String(80))" in after
    assert "note: Mapped[str | None] = mapped_column(Text)" in after
    assert library.ask("SELECT note FROM books ORDER BY id") == [("lent",), (None,)]
    assert {name for (name,) in library.ask("SELECT name FROM pragma_table_info('books')")} >= {"note", "year"}
    assert schema("diff", *library.sides).code == 0


def test_all_changes_by_a_pattern_write_nothing_to_the_database(library: Any, schema: Callable[..., Any]) -> None:
    before = library.bytes()
    ran = schema("run", *library.sides, "--yes", "--json", "--decide=*=models")
    assert (ran.code, ran.json["status"], ran.json["revisions"], ran.json["backups"]) == (0, "in_sync", [], [])
    assert library.bytes() == before
    assert schema("diff", *library.sides).code == 0


def test_a_pass_is_rolled_back_on_both_sides(library: Any, schema: Callable[..., Any]) -> None:
    before, source = schema("diff", *library.sides, "--json").json, library.models.read_bytes()
    assert schema("run", *library.sides, "--yes", *MIXED).code == 0
    assert library.models.read_bytes() != source
    ran = schema("rollback", *library.sides, "--yes")
    assert ran.code == 0, ran.err
    assert ran.out.startswith(f"Rolled back 4 changes on {library.sides[1]} and {library.models.name}:")
    assert schema("diff", *library.sides, "--json").json["changes"] == before["changes"]
    assert library.models.read_bytes() == source
    assert "nothing to roll back" in schema("rollback", *library.sides, "--yes").err
    events = [entry["event"] for entry in schema("log", *library.sides[:2], "--json").json]
    assert events[-2:] == ["downgraded", "put back"] and "patched" in events


def test_a_source_that_was_edited_since_is_not_overwritten(library: Any, schema: Callable[..., Any]) -> None:
    assert schema("run", *library.sides, "--yes", *MIXED).code == 0
    library.models.write_text(library.models.read_text() + "# a remark\n")
    edited, database = library.models.read_bytes(), library.ask("SELECT sql FROM sqlite_master")
    ran = schema("rollback", *library.sides, "--yes")
    assert ran.code == 3 and str(library.models.name) in ran.err and "edited" in ran.err
    assert library.models.read_bytes() == edited and library.ask("SELECT sql FROM sqlite_master") == database


def test_the_diff_is_in_the_plan_before_anything_is_written(
    library: Any, schema: Callable[..., Any], listing: Callable[[], Any]
) -> None:
    before = listing()
    ran = schema("analyze", *library.sides, *MIXED)
    assert "+    note: Mapped[str | None] = mapped_column(Text)" in ran.out and "models' source" in ran.out
    assert "+    note: Mapped" in schema("analyze", *library.sides, *MIXED, "--json").json["patch"]
    assert listing() == before


def test_a_saved_plan_patches_as_it_was_read(library: Any, schema: Callable[..., Any]) -> None:
    assert schema("analyze", *library.sides, *MIXED, "--out", "plan.json").code == 2
    library.models.write_text(library.models.read_text().replace("pass\n", "pass  # edited\n"))
    assert schema("apply", "plan.json", *library.sides, "--yes").code == 0  # only what surrounds the diff matters
    assert "note: Mapped" in library.models.read_text() and "# edited" in library.models.read_text()


def test_production_is_read_and_its_models_follow(library: Any, schema: Callable[..., Any]) -> None:
    before = library.bytes()
    refused = schema("run", *library.sides, "--yes", "--environment", "production", *MIXED)
    assert refused.code == 3 and "note" not in library.models.read_text()  # two changes would go to the database
    line = [*library.sides, "--yes", "--environment", "production", "--decide=*=models"]
    assert schema("run", *line).code == 3 and "note" not in library.models.read_text()
    ran = schema("apply", *line)  # one pass by hand
    assert ran.code == 0, ran.err
    assert library.bytes() == before and "note" in library.models.read_text()


def test_a_source_that_cannot_be_patched_waits(make_library: Callable[..., Any], schema: Callable[..., Any]) -> None:
    library = make_library(
        "CREATE TABLE t1 (id INTEGER NOT NULL PRIMARY KEY, more TEXT);",
        "from sqlalchemy import Column, Integer, MetaData, Table\nmetadata = MetaData()\n"
        "for number in (1,):\n    Table(f't{number}', metadata, Column('id', Integer, primary_key=True))\n",
    )
    source = library.models.read_bytes()
    line = ["--database", library.sides[1], "--models", str(library.models), "--yes", "--json"]
    ran = schema("run", *line, "--decide=column:t1.more:remove=models")
    assert (ran.code, ran.json["status"]) == (2, "waiting")
    (question,) = ran.json["waiting"]
    assert f"{library.models.name}:4" in question["question"]
    assert question["options"] == [{"do": "database"}, {"do": "ignore"}]
    assert library.models.read_bytes() == source


def test_objects_of_the_callers_own_modules(
    library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: Callable[..., Any]
) -> None:
    """What the caller imported stays as it was; the loop sees the files as they are."""
    monkeypatch.syspath_prepend(tmp_path)
    models = __import__(library.models.stem)
    policy = ss.Policy(decisions={"*": "models"})
    loop = ss.SyncLoop(library.sides[1], models.Base, policy=policy, workdir=tmp_path / "work")
    assert loop.run().status == "in_sync"
    assert "note" not in models.Book.__table__.c and schema("diff", *library.sides).code == 0
    loop.rollback()
    assert len(loop.detect().changes) == 4


@pytest.fixture
def project(library: Any, script: Path) -> Path:
    """A project whose Alembic history makes the tables as the models state them."""
    alembic = str(script.with_name("alembic"))
    subprocess.run([alembic, "init", "migrations"], check=True, capture_output=True)
    ini = Path("alembic.ini")
    ini.write_text(re.sub(r"(?m)^sqlalchemy\.url = .*", "sqlalchemy.url = sqlite:///fresh.db", ini.read_text()))
    env = Path("migrations/env.py")
    imported = f"from {library.models.stem} import Base"
    stated = env.read_text().replace("target_metadata = None", f"{imported}\ntarget_metadata = Base.metadata")
    env.write_text(stated)
    for line in (["revision", "--autogenerate", "-m", "first", "--rev-id", "first"], ["upgrade", "head"]):
        subprocess.run([alembic, *line], check=True, capture_output=True)
    library.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    library.execute("INSERT INTO alembic_version VALUES ('first')")
    return Path("migrations")


@pytest.mark.parametrize("decided", [["--decide=*=models"], MIXED], ids=["all", "mixed"])
def test_the_alembic_history_is_told(
    decided: list[str],
    project: Path,
    library: Any,
    script: Path,
    schema: Callable[..., Any],
    console: Callable[..., Any],
) -> None:
    """A database that is made from the history has what the models were told."""
    ran = schema("run", *library.sides, "--yes", "--json", "--migrations", project, *decided)
    assert ran.code == 0, ran.err
    ((noted,),) = library.ask("SELECT version_num FROM alembic_version")
    assert noted != "first"
    if decided != MIXED:  # there the history had already made what the database lacked
        subprocess.run([str(script.with_name("alembic")), "upgrade", "head"], check=True, capture_output=True)
        fresh = ["--database", "sqlite:///fresh.db", *library.sides[2:]]
        assert console("diff", *fresh).code == 0
    for _ in range(2 if decided == MIXED else 1):  # what goes to the database follows in a pass of its own
        back = schema("rollback", *library.sides, "--yes")
        assert back.code == 0, back.err
    assert library.ask("SELECT version_num FROM alembic_version") == [("first",)]
    assert len(list((project / "versions").glob("*.py"))) == (3 if decided == MIXED else 1)


def test_what_a_rename_takes_along_goes_to_the_models(
    make_library: Callable[..., Any], schema: Callable[..., Any]
) -> None:
    """An index over the renamed column is no change of the database's."""
    library = make_library(
        "CREATE TABLE books (id INTEGER NOT NULL PRIMARY KEY, label VARCHAR(9));"
        "CREATE INDEX ix_books_name ON books (label);",
        "from sqlalchemy import Column, Index, Integer, MetaData, String, Table\nmetadata = MetaData()\n"
        'Table(\n    "books",\n    metadata,\n    Column("id", Integer, primary_key=True),\n'
        '    Column("name", String(9)),\n    Index("ix_books_name", "name"),\n)\n',
    )
    before = library.bytes()
    Path("d.json").write_text('{"column:books.name:add": {"do": "models", "rename_from": "label"}}')
    line = ["--database", library.sides[1], "--models", str(library.models), "--yes", "--json"]
    ran = schema("run", *line, "--decisions", "d.json")
    assert (ran.code, ran.json["status"], ran.json["revisions"]) == (0, "in_sync", []), ran.err
    assert library.bytes() == before and '"label"' in library.models.read_text()


def test_the_old_source_put_back_by_hand_opens_the_way_back(library: Any, schema: Callable[..., Any]) -> None:
    before = library.models.read_bytes()
    assert schema("run", *library.sides, "--yes", *MIXED).code == 0
    library.models.write_text(library.models.read_text() + "# a remark\n")
    assert schema("rollback", *library.sides, "--yes").code == 3
    library.models.write_bytes(before)
    assert schema("rollback", *library.sides, "--yes").code == 0
    assert len(schema("diff", *library.sides, "--json").json["changes"]) == 4


@pytest.mark.parametrize("written", [True, False])
def test_a_patch_that_a_crash_cut_short_is_settled(
    written: bool, library: Any, tmp_path: Path, schema: Callable[..., Any]
) -> None:
    """The log ends with what was begun, as a kill leaves it; the file is the new or the old one."""
    before = library.models.read_bytes()
    assert schema("run", *library.sides, "--yes", "--decide=*=models").code == 0
    log = Path(".schemasync/audit.jsonl")
    lines = log.read_text().splitlines(keepends=True)
    begun = next(at for at, line in enumerate(lines) if '"event": "patching"' in line)
    log.write_text("".join(lines[: begun + 1]))
    Path(".schemasync/audit.head").unlink()
    if not written:
        library.models.write_bytes(before)
    ran = schema("run", *library.sides, "--yes")
    assert ("had gone in" if written else "had not gone in") in ran.err
    assert ran.code == (0 if written else 2)
    if written:
        assert schema("rollback", *library.sides, "--yes").code == 0
        assert library.models.read_bytes() == before


def test_two_runs_do_not_write_at_once(library: Any, schema: Callable[..., Any]) -> None:
    loop = ss.SyncLoop(*library.sides[1::2])
    before = library.bytes()
    with loop.application.journal.held():
        ran = schema("run", *library.sides, "--yes", *MIXED)
        assert ran.code == 3 and "another run" in ran.err
        assert library.bytes() == before
    assert schema("run", *library.sides, "--yes", *MIXED).code == 0


def test_what_cannot_be_proved_waits_and_the_rest_goes_in(
    make_library: Callable[..., Any], schema: Callable[..., Any]
) -> None:
    """A line elsewhere holds against the patch of one column, which no editor of its statement can know."""
    library = make_library(
        "CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(30), nick TEXT, born DATE);",
        "from sqlalchemy import Column, Integer, MetaData, String, Table\nmetadata = MetaData()\n"
        "pet = Table('pet', metadata, Column('id', Integer, primary_key=True), Column('name', String(20)))\n"
        "pet.c.name.type = String(20)\n",
    )
    line = ["--database", library.sides[1], "--models", str(library.models), "--yes", "--json"]
    ran = schema("run", *line, "--decide=*=models")
    assert (ran.code, ran.json["status"]) == (2, "waiting")
    (question,) = ran.json["waiting"]
    assert question["id"] == "column:pet.name:alter" and "is still there" in question["question"]
    assert question["options"] == [{"do": "database"}, {"do": "ignore"}]
    patched = library.models.read_text()
    assert "String(30)" not in patched and "nick" in patched and "born" in patched
    assert schema("diff", *line[:4], "--json").json["changes"][0]["id"] == question["id"]
    assert schema("run", *line, "--decide=*=models", "--decide=column:pet.name:alter=ignore").code == 0


def test_models_that_cannot_be_tried_at_all_are_refused(
    make_library: Callable[..., Any], schema: Callable[..., Any]
) -> None:
    library = make_library(
        "CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, name TEXT);",
        "import pathlib\nfrom sqlalchemy import Column, Integer, MetaData, Table\nmetadata = MetaData()\n"
        "pet = Table('pet', metadata, Column('id', Integer, primary_key=True))\n"
        "seen = pathlib.Path('seen')\nassert not seen.exists(), 'only once'\nseen.touch()\n",
    )
    source = library.models.read_bytes()
    line = ["--database", library.sides[1], "--models", str(library.models), "--yes", "--json"]
    ran = schema("run", *line, "--decide=*=models")
    assert (ran.code, ran.json["status"]) == (3, "refused") and "only once" in ran.json["reason"]
    assert library.models.read_bytes() == source
