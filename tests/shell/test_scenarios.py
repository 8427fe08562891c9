"""The drift scenarios of the sample database, each from end to end: found, closed, and taken back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, make_url

from schemasync_nb.lessons import Place, _part, sample, scenarios, shipped

from ..servers import Server, connect

SCENARIOS = {engine: {each.name: each for each in scenarios(engine)} for engine in ("sqlite", "postgresql")}
QUICK_ON_A_SERVER = {"another_spelling", "renamed_column", "lost_not_null"}
Case = tuple[str, str]


def cases(wanted: Callable[[Any], bool] = lambda scenario: True) -> list[Any]:
    """(engine, name) of the scenarios that are wanted."""
    found = []
    for engine, known in SCENARIOS.items():
        for scenario in filter(wanted, known.values()):
            on_server = engine == "postgresql"
            slow = scenario.name not in QUICK_ON_A_SERVER if on_server else scenario.level >= 4
            marks = [pytest.mark.slow] * slow + [pytest.mark.needs("postgresql")] * on_server
            found.append(pytest.param((engine, scenario.name), marks=marks, id=f"{engine}-{scenario.name}"))
    return found


@pytest.fixture(scope="module")
def pristine(postgresql: Server) -> Iterator[URL]:
    """The sample without drift, to be copied by TEMPLATE."""
    with postgresql.database() as url:
        _part("build").build_on_server(url, overwrite=True)
        yield url


@pytest.fixture
def built(request: pytest.FixtureRequest) -> Iterator[Callable[[Case], Place]]:
    made: list[URL] = []

    def build(case: Case) -> Place:
        engine, name = case
        if engine == "sqlite":
            return sample(name, Path("play"), StringIO())
        scenario, server = SCENARIOS[engine][name], request.getfixturevalue("postgresql")
        made.append(server.create(template=request.getfixturevalue("pristine").database))
        url = made[-1].render_as_string(hide_password=False)
        _part("build").execute_on_server(url, [scenario.sql])
        models = Path(shutil.copy(shipped("sample_db") / "models.py", "models.py"))
        return Place(Path(), url, None, models, scenario.decisions, scenario.allow, scenario.repair)

    yield build
    for url in made:
        request.getfixturevalue("postgresql").drop(url)


def rows(place: Place) -> dict[str, list[str]]:
    """Table -> its rows with the columns sorted by name: where a column stands is no drift."""
    return rows_of_file(place.database) if place.database else rows_on_server(make_url(place.url))


def rows_of_file(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for table in tables:
            columns = sorted(column[1] for column in connection.execute(f"PRAGMA table_xinfo([{table}])"))
            chosen = ", ".join(f"[{column}]" for column in columns)
            found[table] = [*columns, *sorted(map(repr, connection.execute(f"SELECT {chosen} FROM [{table}]")))]
        return found


def rows_on_server(url: URL) -> dict[str, list[str]]:
    asked = """SELECT table_name, array_agg(column_name::text ORDER BY column_name::text)
                 FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name"""
    with closing(connect(url)) as connection:
        return {
            table: [*columns, *sorted(map(repr, connection.execute(f"SELECT {', '.join(columns)} FROM {table}")))]
            for table, columns in connection.execute(asked).fetchall()
        }


def sides(place: Place) -> list[str]:
    return ["--database", place.url, "--models", f"{place.models}:Base", "--json"]


@pytest.mark.parametrize("case", cases())
def test_a_scenario(case: Case, built: Callable[[Case], Place], schema: Callable[..., Any]) -> None:
    """Its drift is what it says, ends as it says when nobody decides, and ends in sync with its decisions."""
    scenario, place = SCENARIOS[case[0]][case[1]], built(case)
    running = ("run", *sides(place), "--environment", "development", "--yes")
    found = schema("diff", *sides(place))
    assert sorted(change["id"] for change in found.json["changes"]) == sorted(scenario.expect)
    assert (found.code, found.json["exact"]) == (2 if scenario.expect else 0, True)
    before = rows(place)
    undecided = schema(*running)
    assert undecided.json["status"] == scenario.outcome, undecided.json["reason"]
    if place.repair:
        place.put_right()
    decided = ["--decisions", str(place.decisions)] if place.decisions else []
    allowed = ["--allow", ",".join(place.allow)] if place.allow else []
    done = schema(*running, *decided, *allowed)
    assert (done.code, done.json["status"]) == (0, "in_sync"), done.json["reason"]
    if place.repair:
        return  # the rows were changed by hand since
    entries = schema("log", *sides(place)[:2], "--json").json
    applied = [entry for entry in entries if entry["event"] == "applied"]
    for entry in reversed(applied):
        undone = schema("rollback", *sides(place), "--environment", "development", "--yes")
        assert undone.code == 0, undone.err
        last = schema("log", *sides(place)[:2], "--json").json[-1]
        assert last["fingerprint_after"] == entry["fingerprint_before"]
    assert rows(place) == before
    again = schema("diff", *sides(place)).json["changes"]
    assert sorted(change["id"] for change in again) == sorted(scenario.expect)


@pytest.mark.parametrize("case", cases(lambda scenario: scenario.repair))
def test_rows_that_were_put_right_need_no_decision_to_ignore_them(
    case: Case, built: Callable[[Case], Place], schema: Callable[..., Any]
) -> None:
    place = built(case)
    running = ("run", *sides(place), "--environment", "development", "--yes")
    assert schema(*running).code == 2
    place.put_right()
    ran = schema(*running)
    assert (ran.code, schema("diff", *sides(place)).json["ignored"]) == (0, 0), ran.json["reason"]
