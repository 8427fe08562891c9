"""Law 5: a failure or a kill -9 at any point leaves the target in its old or its new state, or in one from which the
next run converges; the journal says which. Nothing is half done in silence."""

from __future__ import annotations

import io
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config

import schemasync_nb as ss

from ..cases import SQLITE_DRIFT, Case, ids, merged
from ..crashing import events_of, silence
from .around import surround
from .independent import differences, made
from .rows import Held, held, losses

PLAYER = Path(__file__).with_name("crash_points.py")
BY_NAME = {case.name: case for case in SQLITE_DRIFT}
FIXES = BY_NAME["two years of hot fixes"]
DROPPED = BY_NAME["a column is removed with the index, the CHECK, the unique and the foreign key on it"]
ADDED = BY_NAME["a NOT NULL column with a default is added over rows"]
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
    problems = [
        f"step {told['step']}: {problem}"
        for told in play(folder, act, *map(str, numbers))
        for problem in problems_of(case, folder / str(told["step"]), act, undisturbed, told)
    ]
    assert not problems, "\n".join(problems)


def problems_of(case: Case, folder: Path, act: str, undisturbed: Whole, told: dict[str, Any]) -> Iterator[str]:
    """What is wrong with what a crash left, with what the next run made of it, and with the way back from there."""
    if told["crash"] != {"killed": signal.SIGKILL}:
        yield f"not killed: {told['crash']}"
    crashed, path = held(folder / "crashed" / "case.db"), folder / "case.db"
    if crashed.schema not in undisturbed.schemas:
        yield "half done"
    if act == "run":
        yield from losses(undisturbed.before, crashed, case)
    # a person says what becomes of a revision of theirs that was rolled back
    behind = act == "rollback" and "alembic upgrade head" in str(told["next"].get("reason"))
    if told["next"].get("status") != "in_sync" and not behind:
        yield f"the next run does not converge: {told['next']}"
        return
    if list((folder / "work").glob("journal-*.json")):
        yield "the journal is not cleared"
    after = held(path)
    yield from losses(undisturbed.before, after, case)
    if not behind:
        with closing(sqlite3.connect(path)) as have, closing(made(merged(case.load()))) as want:
            yield from differences(have, want)
    migrations = folder / "migrations"
    loop = ss.SyncLoop(
        f"sqlite:///{path}",
        case.load(),
        workdir=folder / "work",
        migrations=migrations if migrations.exists() else None,
    )
    yield from silence(loop, told["journals"])
    events = events_of(loop)
    try:
        for _ in range(events.count("applied") - events.count("downgraded")):
            loop.rollback()
    except ss.SchemaSyncError as error:
        yield f"no way back: {error}; {events}"
    else:
        yield from losses(undisturbed.before, held(path), case, through=after)
    shutil.rmtree(folder)


def test_law_5(tmp_path: Path) -> None:
    """Killed at some of its steps, from the first to the last: old or new, and the next run converges."""
    check(DROPPED, tmp_path, "run", slice(30, None, 50))


def test_law_5_of_a_rollback(tmp_path: Path) -> None:
    """The same for a rollback."""
    check(DROPPED, tmp_path, "rollback", slice(50, None, 90))


def with_migrations(case: Case, folder: Path) -> Case:
    """The case in a project that has an Alembic script directory, with its database at the head."""
    script = folder / "migrations"
    told = Config(stdout=io.StringIO())
    told.set_main_option("script_location", str(script))
    told.config_file_name = str(folder / "alembic.ini")
    command.init(told, str(script))
    first = command.revision(told, "first")
    stamp = f"""
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO alembic_version VALUES ('{first.revision}');
"""
    return replace(case, database=case.database + stamp)


def test_law_5_with_migrations_of_ones_own(tmp_path: Path) -> None:
    """The same where the revisions lie in the user's own script directory: a crash leaves no head that is nowhere."""
    check(with_migrations(ADDED, tmp_path), tmp_path, "run", slice(40, None, 50))


@pytest.mark.torture
@pytest.mark.parametrize("act", ["run", "rollback"])
def test_law_5_with_migrations_of_ones_own_at_every_step(act: str, tmp_path: Path) -> None:
    """The same at each step."""
    check(with_migrations(ADDED, tmp_path), tmp_path, act, slice(None))


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
