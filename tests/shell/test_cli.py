"""The shell's outside: its help is complete, its streams and codes are kept, and a wrong line is one line."""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import signal
import subprocess
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from schemasync_nb.cli import COMMANDS, EXAMPLES, OPTIONS, parser
from schemasync_nb.commands import COMMANDS as DOING

CONTRACT = {
    "diff": "--database --models --environment --workdir --scratch-url --json",
    "run": "--database --models --environment --max-iterations --yes --allow --decisions --decide --backfill --rename"
    " --tests --rehearse --migrations --workdir --scratch-url --json",
}
NAMED = "diff run analyze apply verify status log backups restore rollback clean models prompt lab demo"


def commands() -> dict[str, argparse.ArgumentParser]:
    (found,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def test_the_commands_are_those_of_the_contract() -> None:
    assert set(COMMANDS) == set(DOING) == set(EXAMPLES) == set(NAMED.split())


@pytest.mark.parametrize("name", CONTRACT)
def test_the_options_are_those_of_the_contract(name: str) -> None:
    flags = {flag for action in commands()[name]._actions for flag in action.option_strings if flag.startswith("--")}
    assert flags == {"--help", *CONTRACT[name].split()}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(
    name: str, schema: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In its help, which says what it does, shows it, and fits a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    helped = schema(name, "--help")
    assert (helped.code, helped.err) == (0, "")
    assert f"schema {name}" in helped.out.split("examples:")[1]
    assert max(map(len, helped.out.splitlines())) <= 80
    for action in commands()[name]._actions:
        assert action.help and (not action.option_strings or action.option_strings[-1] in helped.out)
    assert name in schema("--help").out


def test_every_option_belongs_to_a_command() -> None:
    assert {option for _, options in COMMANDS.values() for option in options} == set(OPTIONS)


def test_what_the_help_shows_can_be_parsed() -> None:
    """Each example, as far as its pipe or the remark behind it."""
    shown = [line.strip() for text in EXAMPLES.values() for line in text.splitlines() if line.startswith("  schema ")]
    assert len(shown) > len(EXAMPLES)
    for line in shown:
        words = shlex.split(re.split(r" \| |  ", line)[0])
        assert parser().parse_args(words[1:]).command == words[1]


def test_help_and_version_as_installed(console: Callable[..., Any]) -> None:
    assert console("--version").out == f"schemasync-nb {version('schemasync-nb')}\n"
    helped = console("--help")
    assert (helped.code, helped.err) == (0, "") and "exit codes" in helped.out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ([], "no command is named"),
        (["nonsense"], "'nonsense'"),
        (["diff", "--nonsense"], "--nonsense"),
        (["diff", "--data", "sqlite:///x.db"], "--data"),  # no abbreviations: a new option would change what they mean
        (["diff", "--database"], "--database"),
        (["run", "--max-iterations", "ten"], "'ten'"),
        (["diff"], "no database is named"),
        (["diff", "--database", "sqlite:///x.db"], "no models is named"),
        (["diff", "--databse", "postgresql://ann:s3cr3t@host/db"], "--databse postgresql://ann:***@host/db"),
    ],
)
def test_a_wrong_line_is_one_line_and_exit_1(
    line: list[str], said: str, console: Callable[..., Any], listing: Callable[[], Any]
) -> None:
    before = listing()
    ran = console(*line)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.complaint and "s3cr3t" not in ran.complaint
    assert listing() == before


def test_a_reader_that_goes_away_is_no_error(script: Path) -> None:
    done = subprocess.run(f"'{script}' demo --list | head -1", shell=True, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("1  ") and done.stderr == ""


def test_a_terminal_without_the_characters_still_shows_every_line(library: Any, console: Callable[..., Any]) -> None:
    library.execute('ALTER TABLE books ADD COLUMN "größe" INTEGER DEFAULT 7')
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    text = console("diff", *library.sides, **ascii_only)
    assert (text.code, text.err) == (2, "") and "\\xf6" in text.out
    found = console("diff", *library.sides, "--json", **ascii_only)
    assert found.out.isascii() and "größe" in [change["name"] for change in found.json["changes"]]


def test_what_would_obey_in_a_terminal_is_made_visible(library: Any, schema: Callable[..., Any]) -> None:
    library.execute('ALTER TABLE books ADD COLUMN "a\x1b[31mb" INTEGER')
    for command in (["diff"], ["analyze"], ["run"]):
        ran = schema(*command, *library.sides)
        assert "\x1b" not in ran.out + ran.err and "a␛[31mb" in ran.out


@pytest.mark.parametrize("width", [80, 120])
def test_text_fits_the_terminal(
    width: int, library: Any, schema: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for what is to be copied whole: ids and answers."""
    monkeypatch.setenv("COLUMNS", str(width))
    lines = schema("diff", *library.sides).out.splitlines() + schema("analyze", *library.sides).out.splitlines()
    assert len(lines) > 20
    assert [line for line in lines if len(line) > width and ":" not in line.split()[0]] == []


def test_ctrl_c_leaves_the_database_as_it_was(library: Any, script: Path) -> None:
    before = library.bytes()
    command = [script, "run", *library.sides, "--yes", "--json", "--tests", "echo begun > begun; sleep 60"]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        while "running the tests" not in running.stderr.readline():
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
    assert running.returncode == 1
    assert err.splitlines()[-1].startswith("schema: interrupted") and "Traceback" not in err
    assert json.loads(out)["status"] == "failed"
    assert library.bytes() == before


def test_a_fault_of_our_own_is_one_line_too(
    library: Any, schema: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("on postgresql://ann:s3cr3t@host/db")

    monkeypatch.setattr("schemasync_nb.sync.detect", fail)
    ran = schema("run", *library.sides, "--json")
    assert ran.code == 1 and ran.json["status"] == "failed"
    assert "unexpected RuntimeError" in ran.complaint and "SCHEMASYNC_DEBUG" in ran.complaint
    assert "s3cr3t" not in ran.out + ran.err
    monkeypatch.setenv("SCHEMASYNC_DEBUG", "1")
    assert "in fail" in schema("run", *library.sides).err


def test_no_command_needs_the_folder_it_runs_in(library: Any, console: Callable[..., Any]) -> None:
    """A folder that cannot be written to is enough to look from."""
    assert console("diff", *library.sides).code == 2
    assert set(os.listdir()) == {"library_models.py", "library.db"}
