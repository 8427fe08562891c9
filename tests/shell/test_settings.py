"""Options win over variables, variables over the pyproject.toml of the current folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schemasync_nb.errors import DecisionError
from schemasync_nb.settings import settled


def pyproject(text: str) -> None:
    Path("pyproject.toml").write_text(f"[project]\nname = 'app'\n[tool.schemasync]\n{text}\n")


def test_nothing_stated_is_nothing() -> None:
    assert settled({"database": None}) == {}
    Path("pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert settled({}) == {}


def test_each_wins_over_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    pyproject('database = "from file"\nmodels = "from file"\nenvironment = "from file"\nallow = ["DELETES_DATA"]')
    assert settled({}) == dict.fromkeys(("database", "models", "environment"), "from file") | {
        "allow": ["DELETES_DATA"]
    }
    monkeypatch.setenv("SCHEMASYNC_MODELS", "from variable")
    monkeypatch.setenv("SCHEMASYNC_ENVIRONMENT", "from variable")
    found = settled({"environment": "from option", "models": None})
    assert (found["database"], found["models"], found["environment"]) == ("from file", "from variable", "from option")


def test_an_empty_variable_states_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pyproject('database = "from file"')
    monkeypatch.setenv("SCHEMASYNC_DATABASE", "")
    assert settled({})["database"] == "from file"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("databse = 'x'", "'databse'"),
        ("database = 1", "database must be a string"),
        ("ignore = 'table:x'", "ignore must be a list"),
        ("allow = [1]", "allow must be a list of strings"),
        ("database = ", "cannot be read"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(text: str, said: str) -> None:
    pyproject(text)
    with pytest.raises(DecisionError, match=said) as refused:
        settled({})
    assert "pyproject.toml" in str(refused.value) and len(str(refused.value).splitlines()) == 1


def test_a_table_that_is_none() -> None:
    Path("pyproject.toml").write_text("[tool]\nschemasync = 'x'\n")
    with pytest.raises(DecisionError, match="must be a table"):
        settled({})


def test_the_shell_runs_on_variables_alone(library: Any, console: Callable[..., Any]) -> None:
    variables = {"SCHEMASYNC_DATABASE": library.sides[1], "SCHEMASYNC_MODELS": library.sides[3]}
    assert len(console("diff", "--json", **variables).json["changes"]) == 4
    assert console("run", "--yes", SCHEMASYNC_ENVIRONMENT="production", **variables).code == 3
    assert console("run", "--environment", "staging", SCHEMASYNC_ENVIRONMENT="production", **variables).code == 2


def test_the_shell_runs_on_the_file_alone(library: Any, schema: Callable[..., Any]) -> None:
    pyproject(
        f'database = "{library.sides[1]}"\nmodels = "{library.sides[3]}"\nallow = ["DELETES_DATA"]\n'
        'ignore = ["column:authors.*", "index:*"]'
    )
    found = schema("diff", "--json").json
    assert [change["id"] for change in found["changes"]] == ["column:books.note:remove", "column:books.year:add"]
    assert found["ignored"] == 2
    Path("decisions.json").write_text('{"column:books.note:remove": {"do": "database"}}')
    done = schema("run", "--yes", "--decisions", "decisions.json")
    assert done.code == 0 and "2 ignored" in done.out


def test_option_allow_wins_over_the_file(library: Any, schema: Callable[..., Any]) -> None:
    pyproject('allow = ["DELETES_DATA"]')
    Path("decisions.json").write_text('{"column:books.note:remove": {"do": "database"}}')
    line = ["run", *library.sides, "--yes", "--decisions", "decisions.json", "--backfill", "authors.name='?'"]
    waiting = schema(*line, "--allow", "IRREVERSIBLE", "--json")
    assert waiting.code == 2 and [each["id"] for each in waiting.json["waiting"]] == ["column:books.note:remove"]
    assert schema(*line).code == 0
