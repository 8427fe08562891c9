"""The README says what is there, and what it says runs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from schemasync_nb.cli import COMMANDS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_every_command_is_documented() -> None:
    missing = [name for name in COMMANDS if f"schema {name}" not in README]
    assert missing == []


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (Path(__file__).parent.parent / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make ([\w-]+)`", README) + re.findall(r"\$ make ([\w-]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.slow
def test_the_five_minutes_in_the_shell(tmp_path: Path) -> None:
    """Line by line, as a reader types them; the comments say how the commands end."""
    shell = next(block for block in blocks("console") if "schema demo --list" in block)
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    folder = tmp_path
    ends: dict[str, int] = {}
    for line in shell.splitlines():
        command = line.removeprefix("$ ").partition("  #")[0].strip()
        if command.startswith("cd "):
            folder = folder / command[3:]
        elif command.startswith("export "):
            environment |= dict(pair.split("=", 1) for pair in shlex.split(command)[1:])
        else:
            done = subprocess.run(
                shlex.split(command), cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            ends[command] = done.returncode
            assert done.returncode in (0, 2), (command, done.stderr)
            assert "Traceback" not in done.stderr
            if "No schema drift" in line:
                assert "No schema drift" in done.stdout
    assert [code for command, code in ends.items() if command == "schema run --yes"] == [2]
    assert ends["schema run --yes --decisions renamed_column.decisions.json"] == 0
    assert ends["schema rollback"] == 0


@pytest.mark.slow
def test_the_notebook_code_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from schemasync_nb.lessons import sample

    place = sample("renamed_column", tmp_path, sys.stdout)
    place.database.rename(tmp_path / "library.db")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(blocks("python")[0], names)
    assert names["loop"].state.status == "in_sync"  # type: ignore[attr-defined]
