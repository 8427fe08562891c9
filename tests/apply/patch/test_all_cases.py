"""Law: what the database has can be told to the models; a change that cannot be waits, and nothing else moves.

Every case of SQLite whose models are behind is decided for the models, which are then compared again.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from schemasync_nb.detect.detection import detect
from schemasync_nb.engines import engine_for
from schemasync_nb.models import load

from ...laws.cases import FOLDER, PRELUDE
from .opening import opened

LISTS = {"two MetaData at once"}
"""Models that are a list, which no reference to a file is."""

OPEN = {
    "a column is renamed under a unique constraint that is renamed with it": "two renames at once",
    "a table is renamed and so is one of its columns": "what follows a rename of a table goes in with the next pass",
    "a table is renamed and its other likely rename is still asked": "the same",
    "a table is renamed and one of its columns is altered": "the same",
    "two tables are added that point to each other": "they go one after the other",
    "a likely rename of a table is asked, not assumed": "no table is left",
    "what looks like a rename is decided to be a new table, and the old one goes": "no table is left",
}


def cases() -> list[ParameterSet]:
    found = []
    for path in sorted((FOLDER / "sqlite").glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            if case["name"] in LISTS:
                continue
            marks = [pytest.mark.xfail(reason=OPEN[case["name"]], strict=True)] if case["name"] in OPEN else []
            marks += [pytest.mark.slow] if len(found) % 5 else []
            found.append(pytest.param(case, id=case["name"], marks=marks))
    return found


@pytest.mark.parametrize("case", cases())
def test_what_does_not_wait_is_gone(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "models.py"
    path.write_text(PRELUDE + case["models"], "utf-8")
    found = opened(case["database"], str(path), tmp_path)
    decided = case.get("decisions", {}).items()
    renames = {
        key: value["rename_from"] for key, value in decided if isinstance(value, dict) and "rename_from" in value
    }
    patch = found.patch(rename_from=renames)
    for file in patch.files:
        file.path.write_text(file.after, "utf-8")
    left = detect(found.database, load(str(path)), engine_for(found.database)).changes
    assert sorted(change.id for change in left) == sorted(patch.waits)
    assert {change.id for change in found.drift.changes} == {*patch.changes, *patch.waits}
