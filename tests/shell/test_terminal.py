"""In a terminal, what is not decided is asked; on a pseudo-terminal, by typing the answers."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path
from typing import Any

import pytest


def typed(answers: str, script: Path, *line: str) -> tuple[int, str, str]:
    """Run with a terminal as stdin, on which these lines are typed."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, answers.encode())
        done = subprocess.run([script, *line], stdin=theirs, capture_output=True, text=True, check=False)
    finally:
        os.close(ours)
        os.close(theirs)
    return done.returncode, done.stdout, done.stderr


def test_a_terminal_is_asked_and_its_answers_are_done(library: Any, script: Path) -> None:
    """The harmless at once, then each question: the first answer with an expression of one's own, then ignore."""
    code, out, err = typed("y\n1\n'nobody'\n3\n", script, "run", *library.sides)
    assert code == 0 and "1 ignored" in out
    assert "Make 2 changes to" in err and "SQL expression" in err
    assert library.ask("SELECT name FROM authors") == [("Austen",), ("nobody",)]


def test_a_terminal_may_leave_everything_open(library: Any, script: Path) -> None:
    before = library.bytes()
    code, _, _ = typed("n\n\n\n", script, "run", *library.sides)
    assert code == 2 and library.bytes() == before


def test_apply_asks_in_a_terminal(library: Any, script: Path) -> None:
    before = library.bytes()
    assert typed("\n", script, "apply", *library.sides)[0] == 2
    assert library.bytes() == before
    code, out, _ = typed("y\n", script, "apply", *library.sides)
    assert code == 2 and "Applied 2 changes" in out


@pytest.mark.parametrize("more", [["--yes"], ["--json"]])
def test_neither_yes_nor_json_asks(more: list[str], library: Any, script: Path) -> None:
    code, _, err = typed("", script, "run", *library.sides, *more)
    assert code == 2 and "[y/N]" not in err and "Enter" not in err
