"""The user's own tests, run on the rehearsed database."""

from __future__ import annotations

import os
import subprocess


def run_tests(command: str, url: str) -> str | None:
    """Run a shell command that sees the rehearsed database as SCHEMASYNC_DATABASE; None when it succeeds, else why."""
    environment = {**os.environ, "SCHEMASYNC_DATABASE": url}
    done = subprocess.run(  # noqa: S602 - the command is the user's own, as in a Makefile
        command, shell=True, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode == 0:
        return None
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return f"{command!r} ended with {done.returncode}" + (f": {said[-1][:200]}" if said else "")
