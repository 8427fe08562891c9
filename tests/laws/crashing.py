"""What tests of crashes share: a child process that dies at a chosen step, and what the log must say afterwards.

A step is whatever leaves the process: a statement to a database, a file opened for writing, renamed or removed, a
program started. Nothing of the package is replaced: Python's audit events tell of files and programs, the engine's own
hooks of statements, when a step is about to be made. Imports no test, so that a program can use it too.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import schemasync_nb as ss

FILES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}


class Steps:
    """Counts the steps of this process, and dies before the one that was chosen.

    folder  files outside of it are not looked at
    fatal   the number of a step; or patterns, of which each is looked for in what follows the one before: the last one
            says which step is meant; None: no step is
    die     what is done instead of dying at once
    """

    def __init__(self, folder: Path, fatal: int | Sequence[str] | None, die: Callable[[], None] | None = None) -> None:
        self.folder = str(folder)
        self.fatal = fatal if isinstance(fatal, int) else None
        self.patterns = [] if fatal is None or isinstance(fatal, int) else list(fatal)
        self.die = die or kill
        self.made = 0
        sys.addaudithook(self.hear)

    def step(self, what: str) -> None:
        self.made += 1
        if self.patterns and re.search(self.patterns[0], what):
            self.patterns.pop(0)
            if not self.patterns:
                self.die()
        elif self.made == self.fatal:
            self.die()

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in FILES or event == "subprocess.Popen":
            self.step(f"{event} {arguments[1] if event == 'subprocess.Popen' else arguments}")
        elif event == "open" and self.folder in str(arguments[0]) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            self.step(f"open {arguments[0]}")


def kill() -> None:
    """What no process survives or hears coming."""
    os.kill(os.getpid(), signal.SIGKILL)


def in_child(act: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What an act gives, done in a child process; only ``{"killed": ...}`` when it did not live to tell."""
    inward, outward = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            told = act()
        except BaseException as error:  # noqa: BLE001 - a child tells what happened to it, whatever it is
            told = {"raised": f"{type(error).__name__}: {error}"}
        os.write(outward, json.dumps(told).encode())
        os._exit(0)
    os.close(outward)
    with os.fdopen(inward) as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    return json.loads(said) if said else {"killed": os.WTERMSIG(status)}


def events_of(loop: ss.SyncLoop) -> list[str]:
    """What the log says happened to the target, in order."""
    return [entry["event"] for entry in loop.history.entries if entry["event"] not in ("backup", "refused")]


def silence(loop: ss.SyncLoop, journals: int, also: Sequence[str] = ()) -> Iterator[str]:
    """What the log ought to say and does not.

    journals  were there after the crash
    also      other ends that it may tell
    """
    events = events_of(loop)
    ends = {then for event, then in itertools.pairwise([*events, "nothing"]) if event == "applying"}
    if not ends <= {"applied", "rolled back", "downgraded", *also}:
        yield f"the log does not say how it ended: {events}"
    if journals and "settled after a crash" not in {entry.get("outcome") for entry in loop.history.entries}:
        yield f"the log does not say that a crash was settled: {events}"
