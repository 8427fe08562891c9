"""The work directory: private, made only when it is needed, swept of what killed runs left, clear when it cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.guard.durable import replace_text
from schemasync_nb.guard.workdir import WorkDir


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_nothing_is_made_by_looking() -> None:
    workdir = WorkDir()
    assert workdir.path == Path(".schemasync").absolute()
    assert workdir.free_bytes() > 0
    assert repr(workdir)
    assert not workdir.path.exists()


def test_it_is_private_with_all_its_parts_whatever_the_umask() -> None:
    before = os.umask(0)
    try:
        workdir = WorkDir("deep/down/work")
        parts = [workdir.backups(), workdir.revisions(), workdir.revisions() / "versions"]
    finally:
        os.umask(before)
    assert {mode(path) for path in [workdir.path, *parts]} == {0o700}
    assert (workdir.path / ".gitignore").read_text() == "*\n"
    assert not list(workdir.path.glob("*/.gitignore"))
    assert parts == [workdir.path / name for name in ("backups", "revisions", "revisions/versions")]


def test_git_sees_nothing_of_it() -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    (WorkDir().backups() / "library.db").touch()
    status = subprocess.run(["git", "status", "--short", "-uall"], check=True, capture_output=True, text=True)
    assert status.stdout == ""


def test_the_folder_stays_the_same_when_the_current_folder_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    workdir = WorkDir("work")
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    assert workdir.backups().is_relative_to(Path("..").resolve() / "work")


def test_an_empty_folder_is_made_private_and_one_with_other_things_in_it_is_left_alone() -> None:
    Path("empty").mkdir(mode=0o755)
    WorkDir("empty").make()
    assert (mode(Path("empty")), Path("empty/.gitignore").exists()) == (0o700, True)

    Path("project").mkdir(mode=0o755)
    Path("project/models.py").touch()
    backups = WorkDir("project").backups()
    assert (mode(Path("project")), Path("project/.gitignore").exists()) == (0o755, False)
    assert (mode(backups), (backups / ".gitignore").read_text()) == (0o700, "*\n")


def test_an_unwritable_one_is_one_line_that_names_it() -> None:
    Path("a_file").touch()
    with pytest.raises(SchemaSyncError, match="a_file: it is a file: choose another"):
        WorkDir("a_file")
    Path("closed").mkdir(mode=0o555)
    for place in ("a_file/inside", "closed", "/proc/nowhere/work"):
        workdir = WorkDir(place)
        for use in (workdir.make, workdir.backups, workdir.revisions, workdir.scratch().__enter__):
            with pytest.raises(SchemaSyncError, match=f"work directory {workdir.path}: ") as refused:
                use()
            assert len(str(refused.value).splitlines()) == 1
            assert "choose another" in str(refused.value)


def test_scratch_is_gone_afterwards_even_when_what_was_done_in_it_failed() -> None:
    workdir = WorkDir()
    with pytest.raises(ZeroDivisionError), workdir.scratch() as folder:
        (folder / "copy.db").touch()
        assert mode(folder) == 0o700
        _ = 1 / 0
    assert not folder.exists()


LEAVE_BEHIND = """
import os, signal, sys
from schemasync_nb.guard.workdir import WorkDir
with WorkDir("work").scratch() as folder:
    (folder / "copy.db").touch()
    print(folder, flush=True)
    os.kill(os.getpid(), signal.SIGKILL) if sys.argv[1] == "die" else input()
"""


def test_what_a_killed_run_left_goes_and_what_others_use_stays() -> None:
    killed = subprocess.run([sys.executable, "-c", LEAVE_BEHIND, "die"], capture_output=True, text=True, check=False)
    left = Path(killed.stdout.strip())
    assert (left / "copy.db").exists()
    command = [sys.executable, "-c", LEAVE_BEHIND, "live"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin
        assert other.stdout
        in_use = Path(other.stdout.readline().strip())
        (in_use.parent / "notes.txt").touch()
        (in_use.parent / "rehearsal-notes.txt").touch()
        with WorkDir("work").scratch() as mine:
            assert not left.exists()
            assert (in_use / "copy.db").exists()
            assert mine != in_use
        other.stdin.write("\n")
        other.stdin.close()
        assert other.wait() == 0
    assert sorted(path.name for path in in_use.parent.iterdir()) == ["lock", "notes.txt", "rehearsal-notes.txt"]


FULL = """
import resource
from pathlib import Path
from schemasync_nb.guard.durable import replace_text
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    replace_text(Path("text"), "x" * 1000)
except OSError as error:
    print("refused")
"""


def test_a_text_is_replaced_whole_or_not_at_all() -> None:
    replace_text(Path("text"), "old")
    full = subprocess.run([sys.executable, "-c", FULL], capture_output=True, text=True, check=True)
    assert (full.stdout, Path("text").read_text()) == ("refused\n", "old")
    replace_text(Path("text"), "new")
    assert (Path("text").read_text(), os.listdir()) == ("new", ["text"])
