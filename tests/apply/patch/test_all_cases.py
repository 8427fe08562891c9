"""Law: what the database has can be told to the models; a change that cannot be waits, and nothing else moves.

Every case of SQLite whose models are behind is decided for the models, which are then compared again.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from ...laws.cases import FOLDER, PRELUDE
from .law import what_does_not_wait_is_gone
from .opening import opened

LISTS = {"two MetaData at once"}
"""Models that are a list, which no reference to a file is."""


def cases() -> list[ParameterSet]:
    found = []
    for path in sorted((FOLDER / "sqlite").glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            if case["name"] in LISTS:
                continue
            marks = [pytest.mark.slow] if len(found) % 5 else []
            found.append(pytest.param(case, id=case["name"], marks=marks))
    return found


@pytest.mark.parametrize("case", cases())
def test_what_does_not_wait_is_gone(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "models.py"
    path.write_text(PRELUDE + case["models"], "utf-8")
    found = opened(case["database"], str(path), tmp_path)
    what_does_not_wait_is_gone(found, path, case.get("decisions", {}))
