"""Arguments of another type: one line names the argument, what it got and what it takes; never a bare TypeError."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Integer, MetaData, Table

import schemasync_nb as ss

PASSES = "give a whole number of passes, such as 10"
MAPPING = "give a mapping"
URL = "postgresql://ann:s3cr3t@host/db"


@pytest.fixture
def sides() -> tuple[str, MetaData]:
    """A database and its models."""
    with closing(sqlite3.connect("library.db")) as connection:
        connection.execute("CREATE TABLE books (id INTEGER NOT NULL PRIMARY KEY)")
    models = MetaData()
    Table("books", models, Column("id", Integer, primary_key=True))
    return "sqlite:///library.db", models


def refusal(call: Any, *arguments: Any, **named: Any) -> str:
    """The one line with which a call is refused that made nothing."""
    before = sorted(Path().rglob("*"))
    with pytest.raises(ss.SchemaSyncError) as refused:
        call(*arguments, **named)
    assert sorted(Path().rglob("*")) == before
    (line,) = str(refused.value).splitlines()
    assert "s3cr3t" not in line
    return line


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"environment": 5}, "environment is 5: give one of development, staging, production"),
        ({"environment": True}, "environment is True: give one of"),
        ({"environment": URL}, "environment 'postgresql://ann:***@host/db' is unknown: use one of"),
        ({"max_iterations": "a"}, f"max_iterations is 'a': {PASSES}"),
        ({"max_iterations": None}, f"max_iterations is None: {PASSES}"),
        ({"max_iterations": 2.5}, f"max_iterations is 2.5: {PASSES}"),
        ({"max_iterations": True}, f"max_iterations is True: {PASSES}"),
        ({"max_iterations": 0}, "max_iterations is 0: at least one pass is needed"),
        ({"policy": {}}, 'policy is of type dict: give a Policy, such as Policy(allow=["DELETES_DATA"])'),
        ({"policy": URL}, "policy is 'postgresql://ann:***@host/db': give a Policy"),
        ({"policy": ss.Policy}, "policy is of type type: give a Policy"),
        ({"workdir": 5}, "workdir is 5: give a folder, such as .schemasync"),
        ({"workdir": None}, "workdir is None: give a folder"),
        ({"workdir": ""}, "workdir is '': give a folder"),
        ({"workdir": "library.db"}, "library.db: it is a file: choose another (workdir)"),
        ({"migrations": 5}, "migrations is 5: give the folder that alembic init made"),
        ({"scratch_url": 5}, "scratch_url is 5: give a URL, such as postgresql://user@host/postgres"),
        ({"tests": ["pytest", "-q"]}, 'tests is of type list: give a shell command, such as "pytest -q"'),
    ],
)
def test_a_loop(sides: Any, named: dict[str, Any], said: str) -> None:
    assert said in refusal(ss.SyncLoop, *sides, **named)
    if named.keys() <= {"policy", "scratch_url"}:
        assert said in refusal(ss.detect_drift, *sides, **named)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"decisions": [1]}, f"decisions is of type list: {MAPPING}"),
        ({"decisions": None}, f"decisions is None: {MAPPING}"),
        ({"decisions": {1: "database"}}, f"a key of decisions is 1: {MAPPING}"),
        ({"decisions": {"a": ss.Decision("databse")}}, "decision for a: \"do\" is 'databse'; use one of database"),
        ({"schemas": 5}, 'schemas is 5: give a list of names, such as ["public"], or None for all'),
        ({"schemas": ["public", 5]}, "schemas[1] is 5: give a list of names"),
        ({"schemas": []}, "schemas is an empty list: give a list of names"),
        ({"schemas": ""}, "schemas is '': give a list of names"),
        ({"allow": 5}, "allow is 5: give a list of hazards, such as ['DELETES_DATA']"),
        ({"allow": {"DELETES_DATA": True}}, "allow is of type dict: give a list of hazards"),
        ({"allow": [["DELETES_DATA"]]}, "allow[0] is of type list: give a list of hazards"),
        ({"allow": "DELETES_DATA,IRREVERSIBLE"}, "'DELETES_DATA,IRREVERSIBLE' is no hazard"),
        ({"backfill": "books.id=1"}, f"backfill is 'books.id=1': {MAPPING} of columns to SQL"),
        ({"backfill": {"books.id": 5}}, f"backfill of 'books.id' is 5: {MAPPING}"),
        ({"backfill": {"id": "5"}}, f"a key of backfill is 'id': {MAPPING}"),
        ({"renames": ["a"]}, f"renames is of type list: {MAPPING} of old names to new ones"),
        ({"renames": {"a": ""}}, f"renames of 'a' is '': {MAPPING}"),
        ({"ignore": None}, 'ignore is None: give a list of patterns of change ids, such as ["table:tmp_*"]'),
        ({"ignore": [" "]}, "ignore[0] is ' ': give a list of patterns"),
        ({"defaults": "no"}, "defaults is 'no': give True or False"),
        ({"large_table": "many"}, "large_table is 'many': give a whole number of rows"),
        ({"rehearse": None}, "rehearse: None is neither 'rows' nor 'schema'"),
    ],
)
def test_a_policy(named: dict[str, Any], said: str) -> None:
    assert said in refusal(ss.Policy, **named)


def test_one_text_stands_for_a_list_of_one_and_any_iterable_is_a_list() -> None:
    policy = ss.Policy(allow="DELETES_DATA", ignore="table:tmp_*", schemas=(name for name in ("public", "sales")))
    assert (policy.allow, policy.ignore) == (("DELETES_DATA",), ("table:tmp_*",))
    assert policy.schemas == ("public", "sales")


def test_what_a_loop_is_told_later(sides: Any) -> None:
    loop = ss.SyncLoop(*sides)
    assert f"decisions is of type list: {MAPPING}" in refusal(loop.decide_all, ["books"])
    assert f"a key of decisions is 5: {MAPPING}" in refusal(loop.decide, 5, "database")
    assert "allow[0] is of type list: give a list of hazards" in refusal(loop.allow, ["DELETES_DATA"])
    assert "plan is of type Drift: give the plan that analyze() returned" in refusal(loop.apply, loop.detect())
    assert 'focus is 5: give the name of a table, such as "orders"' in refusal(loop.er_diff, 5)
    assert "hops is '1': give a whole number of foreign keys" in refusal(loop.er_diff, hops="1")
