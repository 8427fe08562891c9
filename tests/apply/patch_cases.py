"""Cases of models that are patched to their database's side, as folders: tests/cases/patch/<style>_<change>/.

database.sql    makes the database, which is right
models.py       the models, which are behind; or a package, or several files
decisions.json  change id -> decision, as in a decisions file
expected/       the files that the patch changes, as it leaves them, byte for byte
case.toml       where there is more to say:

engine     "postgresql"; SQLite unless said otherwise
models     what the models are loaded by; "models.py" unless said otherwise
remains    ids of the changes that are not for the models, and are there afterwards
waits      change id -> a piece of the reason why it cannot be patched: file and line
read_only  the file cannot be written
later      text that is put at the end of the file after the models were loaded
open       why it does not hold yet
"""

from __future__ import annotations

import shutil
import sqlite3
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from schemasync_nb.policy import Decision, read_decisions

from ..servers import connect, newest

FOLDER = Path(__file__).parent.parent / "cases" / "patch"
OWN = ("case.toml", "database.sql", "decisions.json")


@dataclass(frozen=True)
class PatchCase:
    """One folder; the fields are the keys of its case.toml."""

    folder: Path
    engine: str = "sqlite"
    models: str = "models.py"
    remains: list[str] = field(default_factory=list)
    waits: Mapping[str, str] = field(default_factory=dict)
    read_only: bool = False
    later: str = ""
    open: str = ""

    @property
    def decisions(self) -> dict[str, Decision]:
        return read_decisions(self.folder / "decisions.json")

    @property
    def expected(self) -> dict[str, bytes]:
        """The files that change: path -> its new bytes."""
        return contents(self.folder / "expected")

    def lay_out(self, to: Path) -> Path:
        """The models' files as their author has them; the folder they are in."""
        shutil.copytree(self.folder, to, ignore=lambda at, _: (*OWN, "expected") if Path(at) == self.folder else ())
        return to

    def lay_out_expected(self, to: Path) -> Path:
        """The same, as the patch should leave them."""
        self.lay_out(to)
        if (self.folder / "expected").is_dir():
            shutil.copytree(self.folder / "expected", to, dirs_exist_ok=True)
        return to

    @contextmanager
    def database(self, path: Path) -> Iterator[str]:
        """The URL of the database; one on a server is gone afterwards."""
        script = (self.folder / "database.sql").read_text("utf-8")
        if self.engine == "sqlite":
            with closing(sqlite3.connect(path)) as connection:
                connection.executescript(script)
            yield f"sqlite:///{path}"
            return
        server = newest()
        assert server is not None
        with server.database() as url:
            with connect(url) as connection:
                connection.execute(script.encode())
            yield url.render_as_string(hide_password=False)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there; none where there is no such folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def read(folder: Path) -> PatchCase:
    """The case of a folder."""
    stated = folder / "case.toml"
    return PatchCase(folder, **(tomllib.loads(stated.read_text("utf-8")) if stated.exists() else {}))


CASES = [read(path.parent) for path in sorted(FOLDER.glob("*/decisions.json"))]


def everywhere(*, whole: bool = True, every: int = 1) -> list[ParameterSet]:
    """The cases as parameters.

    whole  what is open is expected to fail
    every  one in so many is part of an ordinary run, the others of the slow one
    """
    found = []
    for at, case in enumerate(CASES):
        marks = [pytest.mark.needs("postgresql")] if case.engine == "postgresql" else []
        marks += [pytest.mark.slow] if at % every else []
        marks += [pytest.mark.xfail(reason=case.open, strict=True)] if case.open and whole else []
        found.append(pytest.param(case, id=case.folder.name, marks=marks))
    return found
