"""Run a loop in a child process and kill it at its N-th step, N after N; each time let the next run finish.

python crash_points.py FOLDER ACT STEPS

FOLDER  holds case.db, models.py and policy.json; step N is played in FOLDER/N, where crashed/ keeps what the crash left
ACT     ``run``, or ``rollback`` of a run that went in; ``passes`` keeps a copy of the database after each pass
STEPS   numbers, or ``count``: how many steps there are

A step is whatever leaves the process: an SQL statement on any SQLite connection, a file opened for writing, renamed or
removed. Prints one JSON object a line. Nothing of the package is replaced: Python's audit events and SQLite's own
statement trace, set on every connection as it opens, tell when a step is about to be made.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

import schemasync_nb as ss

FILES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}


class Steps:
    """Counts steps, and dies before the one that was chosen."""

    def __init__(self, folder: Path, fatal: int) -> None:
        self.folder = str(folder)
        self.fatal = fatal
        self.made = 0
        sys.addaudithook(self.hear)
        self.connect = sqlite3.connect
        sqlite3.connect = sqlite3.dbapi2.connect = self.traced

    def step(self, *_: object) -> None:
        self.made += 1
        if self.made == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def traced(self, *arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = self.connect(*arguments, **options)
        connection.set_trace_callback(self.step)
        return connection

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in FILES or (
            event == "open" and self.folder in str(arguments[0]) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        ):
            self.step()


def loop(folder: Path) -> ss.SyncLoop:
    policy = json.loads((folder.parent / "policy.json").read_text())
    return ss.SyncLoop(
        f"sqlite:///{folder / 'case.db'}",
        f"{folder.parent / 'models.py'}:models",
        policy=ss.Policy(**policy),
        workdir=folder / "work",
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


def in_child(what: str, folder: Path, fatal: int | None = None) -> dict[str, Any]:
    """What an act gives, done in a child process; only ``{"killed": ...}`` when it did not live to tell."""
    inward, outward = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            steps = Steps(folder, fatal or 0) if fatal is not None else None
            told = act(what, folder)
            told["steps"] = steps.made if steps else None
        except BaseException as error:  # noqa: BLE001 - a child tells what happened to it, whatever it is
            told = {"raised": f"{type(error).__name__}: {error}"}
        os.write(outward, json.dumps(told).encode())
        os._exit(0)
    os.close(outward)
    with os.fdopen(inward) as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    return json.loads(said) if said else {"killed": os.WTERMSIG(status)}


def prepare(folder: Path, number: str, what: str) -> Path:
    own = folder / number
    own.mkdir()
    shutil.copy(folder / "case.db", own)
    if what == "rollback":
        assert in_child("run", own)["status"] == "in_sync"
    return own


def main() -> None:
    folder, what, steps = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    loop(prepare(folder, f"warm {what} {steps[0]}", "run")).run()  # imports what a run imports, once for all children
    if steps == ["count"]:
        print(json.dumps(in_child(what, prepare(folder, "whole", what), 0)))
        return
    for number in steps:
        own = prepare(folder, number, what)
        crashed = in_child(what, own, int(number))
        (own / "crashed").mkdir()
        for file in own.glob("case.db*"):
            shutil.copy(file, own / "crashed")
        journals = len(list((own / "work").glob("journal-*.json")))
        print(
            json.dumps({"step": int(number), "crash": crashed, "journals": journals, "next": in_child("run", own)}),
            flush=True,
        )


if __name__ == "__main__":
    main()
