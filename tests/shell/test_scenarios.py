"""The drift scenarios of the sample database, each from end to end: found, closed, and taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from schemasync_nb.lessons import Place, sample, scenarios

SCENARIOS = {scenario.name: scenario for scenario in scenarios()}
HARDEST = {name for name, scenario in SCENARIOS.items() if scenario.level >= 4}


def every(names: Any) -> list[Any]:
    return [pytest.param(name, marks=pytest.mark.slow if name in HARDEST else ()) for name in names]


def rows(path: Path) -> dict[str, list[str]]:
    """Table -> its rows with the columns sorted by name: where a column stands is no drift."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for table in tables:
            columns = sorted(column[1] for column in connection.execute(f"PRAGMA table_xinfo([{table}])"))
            chosen = ", ".join(f"[{column}]" for column in columns)
            found[table] = [*columns, *sorted(map(repr, connection.execute(f"SELECT {chosen} FROM [{table}]")))]
        return found


@pytest.fixture
def built() -> Callable[[str], Place]:
    return lambda name: sample(name, Path("play"), StringIO())


def sides(place: Place) -> list[str]:
    return ["--database", f"sqlite:///{place.database}", "--models", f"{place.models}:Base", "--json"]


@pytest.mark.parametrize("name", every(SCENARIOS))
def test_a_scenario(name: str, built: Callable[[str], Place], schema: Callable[..., Any]) -> None:
    """Its drift is what it says, ends as it says when nobody decides, and ends in sync with its decisions."""
    scenario, place = SCENARIOS[name], built(name)
    found = schema("diff", *sides(place))
    assert sorted(change["id"] for change in found.json["changes"]) == sorted(scenario.expect)
    assert found.code == (2 if scenario.expect else 0)
    before = rows(place.database)
    undecided = schema("run", *sides(place), "--yes")
    assert undecided.json["status"] == scenario.outcome, undecided.json["reason"]
    if place.repair:
        place.put_right()
    decided = ["--decisions", str(place.decisions)] if place.decisions else []
    allowed = ["--allow", ",".join(place.allow)] if place.allow else []
    done = schema("run", *sides(place), "--yes", *decided, *allowed)
    assert (done.code, done.json["status"]) == (0, "in_sync"), done.json["reason"]
    if place.repair:
        return  # the rows were changed by hand since
    entries = schema("log", *sides(place)[:2], "--json").json
    applied = [entry for entry in entries if entry["event"] == "applied"]
    for entry in reversed(applied):
        undone = schema("rollback", *sides(place), "--yes")
        assert undone.code == 0, undone.err
        last = schema("log", *sides(place)[:2], "--json").json[-1]
        assert last["fingerprint_after"] == entry["fingerprint_before"]
    assert rows(place.database) == before
    again = schema("diff", *sides(place)).json["changes"]
    assert sorted(change["id"] for change in again) == sorted(scenario.expect)


@pytest.mark.parametrize("name", [name for name, scenario in SCENARIOS.items() if scenario.repair])
def test_rows_that_were_put_right_need_no_decision_to_ignore_them(
    name: str, built: Callable[[str], Place], schema: Callable[..., Any]
) -> None:
    place = built(name)
    assert schema("run", *sides(place), "--yes").code == 2
    place.put_right()
    ran = schema("run", *sides(place), "--yes")
    assert (ran.code, schema("diff", *sides(place)).json["ignored"]) == (0, 0), ran.json["reason"]
