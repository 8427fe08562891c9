"""A plan as a file: saved, reviewed, and applied as it is or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def saved(library: Any, schema: Callable[..., Any]) -> Path:
    """The plan in which the index and the column go in, and the rest waits."""
    ran = schema("analyze", *library.sides, "--out", "plan.json")
    assert (ran.code, ran.err) == (2, "") and "schema apply plan.json" in ran.out
    return Path("plan.json")


def edit(path: Path, **facts: Any) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | facts))


def test_a_plan_says_what_a_reviewer_wants_to_know(saved: Path, library: Any, schema: Callable[..., Any]) -> None:
    plan = json.loads(saved.read_text())
    assert plan == schema("analyze", *library.sides, "--json").json
    assert {change["state"] for change in plan["changes"]} == {"goes in", "waits"}
    assert all(change["explanation"] for change in plan["changes"])
    assert {each["id"] for each in plan["waiting"]} == {"column:books.note:remove", "column:authors.name:alter"}
    assert any("ADD COLUMN year" in sql for sql in plan["upgrade"]) and plan["downgrade"]


def test_it_is_applied_as_it_is(saved: Path, library: Any, schema: Callable[..., Any]) -> None:
    ran = schema("apply", saved, *library.sides, "--json")
    assert ran.code == 2
    assert set(ran.json["applied"]) == {"column:books.year:add", "index:books.ix_books_title:add"}
    assert {change["id"] for change in ran.json["remaining"]} == {
        "column:books.note:remove",
        "column:authors.name:alter",
    }
    assert Path(ran.json["revision"]).is_file() and Path(ran.json["backup"]).is_file()


def test_decisions_travel_in_the_plan(library: Any, schema: Callable[..., Any]) -> None:
    Path("d.json").write_text('{"column:books.note:remove": {"do": "database"}}')
    decided = ["--decisions", "d.json", "--allow", "DELETES_DATA", "--backfill", "authors.name='?'"]
    schema("analyze", *library.sides, *decided, "--out", "plan.json")
    Path("d.json").unlink()
    assert schema("apply", "plan.json", *library.sides).code == 0


def test_it_is_applied_once(saved: Path, library: Any, schema: Callable[..., Any]) -> None:
    schema("apply", saved, *library.sides)
    after = library.bytes()
    assert "schema changed" in schema("apply", saved, *library.sides).complaint
    assert library.bytes() == after


CHANGES = {
    "the database": lambda library, plan: library.execute("CREATE TABLE other (id INTEGER)"),
    "the rows": lambda library, plan: library.execute("INSERT INTO authors VALUES (3, NULL)"),
    "the models": lambda library, plan: library.models.write_text(
        library.models.read_text().replace("year: Mapped[int | None]", "year: Mapped[str | None]")
    ),
    "an upgrade statement": lambda library, plan: edit(plan, upgrade=["DROP TABLE books"]),
    "a downgrade statement": lambda library, plan: edit(plan, downgrade=[]),
    "what a reviewer reads": lambda library, plan: edit(plan, summary="Nothing to do"),
    "the policy": lambda library, plan: edit(plan, policy={"decisions": {"column:books.year:add": {"do": "ignore"}}}),
    "the database's name": lambda library, plan: edit(plan, database="sqlite:///elsewhere.db"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_it_is_refused_when_anything_changed(
    what: str, saved: Path, library: Any, schema: Callable[..., Any], listing: Callable[[], Any]
) -> None:
    CHANGES[what](library, saved)
    before = listing()
    ran = schema("apply", saved, *library.sides)
    assert ran.code == 1 and ran.out == "" and "run schema analyze again" in ran.complaint
    assert listing() == before


@pytest.mark.parametrize(
    "more", [["--allow", "DELETES_DATA"], ["--decisions", "d.json"], ["--backfill", "a.b=c"], ["--rename", "a=b"]]
)
def test_nothing_is_decided_beside_a_plan(
    more: list[str], saved: Path, library: Any, schema: Callable[..., Any]
) -> None:
    ran = schema("apply", saved, *library.sides, *more)
    assert ran.code == 1 and more[0] in ran.complaint


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", "null", "not json", '{"format": 99}', b"\xff\xfe", '{"format": "1"}'],
)
def test_a_file_that_is_no_plan(
    content: str | bytes, library: Any, schema: Callable[..., Any], listing: Callable[[], Any]
) -> None:
    Path("plan.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    before = listing()
    ran = schema("apply", "plan.json", *library.sides)
    assert ran.code == 1 and "plan file plan.json" in ran.complaint and listing() == before


@pytest.mark.parametrize(
    "policy",
    [
        {"nonsense": 1},
        {"decisions": []},
        {"decisions": {"a": 5}},
        {"allow": ["X"]},
        {"renames": 5},
        {"ignore": 7},
        {"backfill": []},
    ],
)
def test_a_plan_whose_policy_cannot_be_read(
    policy: dict[str, Any], saved: Path, library: Any, schema: Callable[..., Any]
) -> None:
    edit(saved, policy=policy)
    ran = schema("apply", saved, *library.sides)
    assert ran.code == 1 and "plan file plan.json" in ran.complaint


def test_a_missing_plan_and_one_that_cannot_be_written(
    library: Any, schema: Callable[..., Any], listing: Callable[[], Any]
) -> None:
    before = listing()
    assert "plan file missing.json" in schema("apply", "missing.json", *library.sides).complaint
    assert "cannot be written" in schema("analyze", *library.sides, "--out", "missing/plan.json").complaint
    assert listing() == before


def test_without_a_plan_one_pass_is_made_now(library: Any, schema: Callable[..., Any]) -> None:
    before = library.bytes()
    ran = schema("apply", *library.sides, "--json")
    assert ran.code == 2 and ran.json["applied"] == [] and "4 changes wait" in ran.json["reason"]
    assert library.bytes() == before
    ran = schema("apply", *library.sides, "--yes")
    assert ran.code == 2 and ran.out.startswith("Applied 2 changes") and '"do": "ignore"' in ran.out
