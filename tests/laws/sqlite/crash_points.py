"""Run a loop in a child process and kill it at its N-th step, N after N; each time let the next run finish.

python crash_points.py FOLDER ACT STEPS

FOLDER  holds case.db, models.py and policy.json, perhaps an Alembic script directory called migrations; step N is
        played in FOLDER/N, where crashed/ keeps what the crash left
ACT     ``run``, or ``rollback`` of a run that went in; ``passes`` keeps a copy of the database after each pass
STEPS   numbers, or ``count``: how many steps there are

A step is whatever leaves the process: an SQL statement on any SQLite connection, a file opened for writing, renamed or
removed. Prints one JSON object a line. SQLite's own statement trace, set on every connection as it opens, tells of
the statements.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from functools import partial
from pathlib import Path
from typing import Any

import schemasync_nb as ss

sys.path.insert(0, str(Path(__file__).parents[1]))
from crashing import Steps, in_child


def traced(steps: Steps) -> None:
    """Let every statement on a SQLite connection that is opened from now on be a step."""
    connect = sqlite3.connect

    def tracing(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **options)
        connection.set_trace_callback(steps.step)
        return connection

    sqlite3.connect = sqlite3.dbapi2.connect = tracing


def loop(folder: Path) -> ss.SyncLoop:
    policy = json.loads((folder.parent / "policy.json").read_text())
    return ss.SyncLoop(
        f"sqlite:///{folder / 'case.db'}",
        f"{folder.parent / 'models.py'}:models",
        policy=ss.Policy(**policy),
        workdir=folder / "work",
        migrations=folder / "migrations" if (folder / "migrations").exists() else None,
    )


def act(what: str, folder: Path) -> dict[str, Any]:
    if what == "rollback":
        rolled = loop(folder).rollback()
        return {"status": "rolled back", "applied": len(rolled.changes)}
    running = loop(folder)
    if what == "passes":
        while running.step().status == "running":
            shutil.copy(folder / "case.db", folder / f"after-pass-{len(running.state.passes)}.db")
        return {"status": running.state.status}
    state = running.run()
    return {"status": state.status, "reason": state.reason}


def dying(what: str, folder: Path, fatal: int) -> dict[str, Any]:
    """Act in this process and die at a step; 0: count the steps."""
    steps = Steps(folder, fatal)
    traced(steps)
    told = act(what, folder)
    return {**told, "steps": steps.made}


def prepare(folder: Path, number: str, what: str) -> Path:
    own = folder / number
    own.mkdir()
    shutil.copy(folder / "case.db", own)
    if (folder / "migrations").exists():
        shutil.copytree(folder / "migrations", own / "migrations")
    if what == "rollback":
        assert in_child(lambda: act("run", own))["status"] == "in_sync"
    return own


def main() -> None:
    folder, what, steps = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    loop(prepare(folder, f"warm {what} {steps[0]}", "run")).run()  # imports what a run imports, once for all children
    if steps == ["count"]:
        print(json.dumps(in_child(lambda: dying(what, prepare(folder, "whole", what), 0))))
        return
    for number in steps:
        own = prepare(folder, number, what)
        crashed = in_child(partial(dying, what, own, int(number)))
        (own / "crashed").mkdir()
        for file in own.glob("case.db*"):
            shutil.copy(file, own / "crashed")
        journals = len(list((own / "work").glob("journal-*.json")))
        print(
            json.dumps(
                {
                    "step": int(number),
                    "crash": crashed,
                    "journals": journals,
                    "next": in_child(partial(act, "run", own)),
                }
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()
