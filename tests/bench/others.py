"""Programs that others compare two PostgreSQL databases with, timed where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from sqlalchemy import URL

from ..servers import Server

INSTALL = {
    "pg_dump twice + apgdiff": "apgdiff",
    "migra": "migra",
}


def missing() -> list[str]:
    """The programs that this machine lacks."""
    return [program for program in INSTALL.values() if shutil.which(program) is None]


def compared(server: Server, one: URL, other: URL, folder: Path) -> dict[str, float]:
    """Name -> seconds for two databases on one server; what is not installed is left out."""
    found: dict[str, float] = {}
    ways: dict[str, Callable[[], None]] = {
        "pg_dump twice": lambda: dumps(server, one, other, folder),
        "pg_dump twice + apgdiff": lambda: apgdiff(server, one, other, folder),
        "migra": lambda: run("migra", "--unsafe", plain(one), plain(other), code=(0, 2)),
    }
    for name, way in ways.items():
        if name not in INSTALL or shutil.which(INSTALL[name]):
            start = perf_counter()
            way()
            found[name] = perf_counter() - start
    return found


def dumps(server: Server, one: URL, other: URL, folder: Path) -> None:
    for name, url in (("one", one), ("other", other)):
        run(server.program("pg_dump"), "--schema-only", "--file", str(folder / f"{name}.sql"), plain(url))


def apgdiff(server: Server, one: URL, other: URL, folder: Path) -> None:
    dumps(server, one, other, folder)
    run("apgdiff", str(folder / "one.sql"), str(folder / "other.sql"))


def plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def run(*command: str, code: tuple[int, ...] = (0,)) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode in code, f"{command[0]}: {done.stderr[-500:]}"
