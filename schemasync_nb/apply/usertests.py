"""The user's own tests, run on the rehearsed database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

from schemasync_nb.database import masked

LOOK_EVERY = 0.1
"""Seconds between two looks at whether to stop."""
LAST_WORDS = 5.0
"""Seconds that a command has to clean up after it was told to end."""


def run_tests(command: str, url: str, stop: threading.Event) -> str | None:
    """Run a shell command that sees the rehearsed database as SCHEMASYNC_DATABASE; None when it succeeds, else why.

    stop  set by another thread: ends the command and everything that it started
    """
    with subprocess.Popen(  # noqa: S602 - the command is the user's own, as in a Makefile
        command,
        shell=True,
        env={**os.environ, "SCHEMASYNC_DATABASE": url},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a process group of its own: a shell that ends leaves its children behind
    ) as running:
        try:
            while True:
                try:
                    out, err = running.communicate(timeout=LOOK_EVERY)
                    break
                except subprocess.TimeoutExpired:
                    if stop.is_set():
                        return masked(f"{command!r} was stopped")
        finally:
            if running.returncode is None:  # Stop, or Ctrl-C, which does not reach another group by itself
                _end(running)
    if running.returncode == 0:
        return None
    said = [line for line in (out + err).splitlines() if line.strip()]
    # masked before it is cut: half of a URL would not be known for one
    return masked(f"{command!r} ended with {running.returncode}") + (f": {masked(said[-1])[:200]}" if said else "")


def _end(running: subprocess.Popen[str]) -> None:
    """End a command with all its children: asked first, then forced."""
    if sys.platform == "win32":
        running.kill()
        return
    os.killpg(running.pid, signal.SIGTERM)
    try:
        running.communicate(timeout=LAST_WORDS)  # until nobody holds its output
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
