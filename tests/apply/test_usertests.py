"""The user's tests command: its verdict, and that Stop ends it with everything that it started."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from schemasync_nb.apply.usertests import run_tests

NEVER = threading.Event()
PATIENCE = 60


def test_it_sees_the_rehearsed_database_and_success_says_nothing() -> None:
    assert run_tests('test "$SCHEMASYNC_DATABASE" = sqlite:///copy.db', "sqlite:///copy.db", NEVER) is None


def test_a_failure_is_told_by_its_code_and_its_last_line() -> None:
    assert run_tests("echo first; echo last; exit 3", "sqlite:///copy.db", NEVER) == (
        "'echo first; echo last; exit 3' ended with 3: last"
    )


def test_more_output_than_a_pipe_holds_does_not_block() -> None:
    assert run_tests("head -c 300000 /dev/zero | tr '\\0' 'x\\n'", "sqlite:///copy.db", NEVER) is None


@pytest.mark.parametrize("deaf", ["", "trap '' TERM; "])
def test_stop_ends_the_command_and_its_children(tmp_path: Path, deaf: str) -> None:
    stop, child = threading.Event(), tmp_path / "child"
    command = f"{deaf}sleep 600 & echo $! > {child}.part; mv {child}.part {child}; wait; sleep 600"
    said: list[str | None] = []
    worker = threading.Thread(target=lambda: said.append(run_tests(command, "sqlite:///copy.db", stop)))
    worker.start()
    while not child.exists():
        assert worker.is_alive()
    stop.set()
    worker.join(PATIENCE)
    assert said == [f"{command!r} was stopped"]
    while not _gone(int(child.read_text())):  # a kill is sent, not waited for
        time.sleep(0.05)


def _gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody has collected yet has."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def test_no_password_is_told() -> None:
    said = run_tests("echo postgresql://me:s3cret@host/shop; false", "sqlite://", threading.Event())
    assert said is not None and "s3cret" not in said and "me:***@host" in said
