"""Law 5: a failure or a kill -9 at any point leaves the target in its old or its new state, or in one from which the
next run converges; the journal says which. Nothing is half done in silence."""

from __future__ import annotations

import itertools
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

import schemasync_nb as ss

from .around import surround
from .cases import DRIFT, Case, ids, merged
from .independent import differences, made
from .rows import Held, held, losses

PLAYER = Path(__file__).with_name("crash_points.py")
BY_NAME = {case.name: case for case in DRIFT}
FIXES = BY_NAME["two years of hot fixes"]
DROPPED = BY_NAME["a column is removed with the index, the CHECK, the unique and the foreign key on it"]
CASES = [
    DROPPED,
    surround(BY_NAME["every table of a cascade is rebuilt in one pass"]),
    BY_NAME["a renamed column is used by an index, a CHECK, a key, a generated column, a view and a trigger"],
    BY_NAME["a table is removed when that was decided and allowed"],
    BY_NAME["NULLs are filled by a backfill and NOT NULL goes in"],
]


def lay_out(case: Case, folder: Path) -> Path:
    case.make(folder / "case.db")
    (folder / "models.py").write_text(case.source() + "\nmodels = metadata\n", encoding="utf-8")
    (folder / "policy.json").write_text(json.dumps({"decisions": case.decisions, "allow": case.allow}))
    return folder


def play(folder: Path, act: str, *steps: str) -> list[dict[str, Any]]:
    command = [sys.executable, str(PLAYER), str(folder), act, *steps]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@dataclass(frozen=True)
class Whole:
    """An act that nothing disturbed: the target before, every schema that it passes through, and its steps."""

    before: Held
    schemas: set[frozenset[tuple[str, str, str]]]
    steps: int


def whole(case: Case, folder: Path, act: str) -> Whole:
    lay_out(case, folder)
    for name in ("passes", act):
        (told,) = play(folder, name, "count")
        assert "raised" not in told, told
        (folder / "whole").rename(folder / f"whole {name}")
    stages = [folder / "case.db", *sorted(folder.glob("whole */*.db"))]
    return Whole(held(stages[0]), {held(path).schema for path in stages}, told["steps"])


def check(case: Case, folder: Path, act: str, steps: slice) -> None:
    undisturbed = whole(case, folder, act)
    numbers = range(1, undisturbed.steps + 1)[steps]
    for told in play(folder, act, *map(str, numbers)):
        own = folder / str(told["step"])
        assert told["crash"] == {"killed": signal.SIGKILL}, told
        crashed = held(own / "crashed" / "case.db")
        assert crashed.schema in undisturbed.schemas, f"step {told['step']}: half done"
        if act == "run":
            assert losses(undisturbed.before, crashed, case) == [], told
        assert told["next"].get("status") == "in_sync", told
        assert not list((own / "work").glob("journal-*.json"))
        after = held(own / "case.db")
        assert losses(undisturbed.before, after, case) == []
        with closing(sqlite3.connect(own / "case.db")) as have, closing(made(merged(case.load()))) as want:
            assert differences(have, want) == []
        check_the_way_back(case, own, undisturbed.before, after, bool(told["journals"]))
        shutil.rmtree(own)


def check_the_way_back(case: Case, folder: Path, before: Held, after: Held, interrupted: bool) -> None:
    loop = ss.SyncLoop(f"sqlite:///{folder / 'case.db'}", case.load(), workdir=folder / "work")
    events = [entry["event"] for entry in loop.history.entries if entry["event"] not in ("backup", "refused")]
    ends = [then for event, then in itertools.pairwise(events) if event == "applying"]
    assert set(ends) <= {"applied", "rolled back", "downgraded"}, "the journal says which"
    assert len(ends) == events.count("applying")
    assert not interrupted or "settled after a crash" in {entry.get("outcome") for entry in loop.history.entries}
    for _ in range(events.count("applied") - events.count("downgraded")):
        loop.rollback()
    assert losses(before, held(folder / "case.db"), case, through=after) == []


def test_law_5(tmp_path: Path) -> None:
    """Killed at some of its steps, from the first to the last: old or new, and the next run converges."""
    check(DROPPED, tmp_path, "run", slice(30, None, 50))


def test_law_5_of_a_rollback(tmp_path: Path) -> None:
    """The same for a rollback."""
    check(DROPPED, tmp_path, "rollback", slice(50, None, 90))


@pytest.mark.torture
@pytest.mark.parametrize("act", ["run", "rollback"])
@pytest.mark.parametrize("case", CASES, ids=ids)
def test_law_5_at_every_step(case: Case, act: str, tmp_path: Path) -> None:
    """Killed at each of its steps."""
    check(case, tmp_path, act, slice(None))


@pytest.mark.torture
def test_law_5_at_every_step_of_many_passes(tmp_path: Path) -> None:
    """The same where a run takes more than one pass."""
    check(FIXES, tmp_path, "run", slice(None))


MANY_ROWS = replace(
    BY_NAME["a parent is rebuilt and its cascading children survive"],
    database=BY_NAME["a parent is rebuilt and its cascading children survive"].database
    + """
WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
INSERT INTO member SELECT i, 'member number ' || i FROM n;
INSERT INTO loan SELECT id + 100, id FROM member;
""",
)


def schema_run(folder: Path) -> list[str]:
    script = str(Path(sys.executable).with_name("schema"))
    models = f"{folder / 'models.py'}:models"
    return [script, "run", "--database", f"sqlite:///{folder / 'case.db'}", "--models", models,
            "--environment", "development", "--workdir", str(folder / "work"), "--yes", "--json"]  # fmt: skip


def killed(folder: Path, moment: str, delay: float) -> bool:
    """Start ``schema run``, kill it when a file that matches ``moment`` is there and a delay is over."""
    with subprocess.Popen(schema_run(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not list((folder / "work").glob(moment)):
            time.sleep(0.001)
        time.sleep(delay)
        alive = process.poll() is None
        process.kill()
    return alive


def converges(folder: Path, before: Held) -> None:
    crashed = folder / "crashed"
    crashed.mkdir()
    for file in folder.glob("case.db*"):
        shutil.copy(file, crashed)
    assert losses(before, held(crashed / "case.db"), MANY_ROWS) == []
    done = subprocess.run(schema_run(folder), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["status"] == "in_sync"
    assert losses(before, held(folder / "case.db"), MANY_ROWS) == []


@pytest.mark.parametrize("moment", ["backups/*", "journal-*.json"])
def test_law_5_in_the_shell(moment: str, tmp_path: Path) -> None:
    """``schema run`` is killed when its first backup appears, and when its journal does: the next run converges."""
    before = held(lay_out(MANY_ROWS, tmp_path) / "case.db")
    assert killed(tmp_path, moment, 0)
    converges(tmp_path, before)


@pytest.mark.torture
@pytest.mark.parametrize("thirtieth", range(30))
@pytest.mark.parametrize("moment", ["backups/*", "journal-*.json"])
def test_law_5_in_the_shell_at_any_time(moment: str, thirtieth: int, tmp_path: Path) -> None:
    """The same a little later, again and again; a run that was too fast to be killed converged by itself."""
    before = held(lay_out(MANY_ROWS, tmp_path) / "case.db")
    killed(tmp_path, moment, thirtieth / 60 if moment == "backups/*" else thirtieth / 300)
    converges(tmp_path, before)
