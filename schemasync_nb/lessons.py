"""What ships with the package to learn from: the sample database with its drift scenarios, and the notebooks."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

from schemasync_nb.database import explained
from schemasync_nb.errors import IN_SYNC, DecisionError, SchemaSyncError

HERE = Path(__file__).parent
FIRST = "two_years_of_hot_fixes"


@dataclass(frozen=True)
class Place:
    """A sample database that was built: its file, the models, and what closes its drift.

    decisions  a decisions file; None where nothing needs deciding
    allow      the hazards to allow with them
    repair     SQL by which a person puts the rows right that are in the way; None where none are
    """

    folder: Path
    database: Path
    models: Path
    decisions: Path | None
    allow: tuple[str, ...]
    repair: Path | None

    def put_right(self) -> None:
        """Execute the repair, as somebody would in a shell of the database."""
        if self.repair:
            with closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
                connection.executescript(self.repair.read_text(encoding="utf-8"))


def shipped(name: str) -> Path:
    """A folder that lies in the wheel, or beside the package in a checkout."""
    for folder in (HERE / name, HERE.parent / name):
        if folder.is_dir():
            return folder
    raise SchemaSyncError(f"{name}: it did not come with this installation: install schemasync-nb from its wheel")


def _part(name: str) -> ModuleType:
    """A module of the sample database's package, wherever that lies."""
    folder = shipped("sample_db")
    if folder.parent == HERE:
        return importlib.import_module(f"schemasync_nb.sample_db.{name}")
    if str(folder.parent) not in sys.path:  # a checkout: the package lies beside ours
        sys.path.append(str(folder.parent))
    return importlib.import_module(f"sample_db.{name}")


def scenarios() -> tuple[Any, ...]:
    """The drift scenarios, easiest first."""
    found: tuple[Any, ...] = _part("scenarios").scenarios()
    return found


def tell_scenarios(out: TextIO) -> int:
    """Print the scenarios: level, name, and what happened."""
    for scenario in scenarios():
        print(f"{scenario.level}  {scenario.name}", file=out)
        print(textwrap.fill(scenario.happened, 100, initial_indent="     ", subsequent_indent="     "), file=out)
    return IN_SYNC


def sample(name: str | None, folder: Path, out: TextIO) -> Place:
    """Build the sample database with one scenario's drift into a folder, with its models and decisions beside it."""
    known = {scenario.name: scenario for scenario in scenarios()}
    scenario = known.get(name or FIRST)
    if scenario is None:
        near = get_close_matches(str(name), known, 1)
        raise DecisionError(
            f"scenario {name!r} is not known: "
            + (f"did you mean {near[0]}" if near else "schema demo --list tells them")
        )
    database = folder / f"{scenario.name}.db"
    if database.exists():
        raise DecisionError(f"{database}: it exists already: remove it, or name another --folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _part("build").build(database, scenario.name)
        place = Place(
            folder,
            database,
            Path(shutil.copy(shipped("sample_db") / "models.py", folder / "models.py")),
            _copied(scenario.decisions, folder / f"{scenario.name}.decisions.json"),
            scenario.allow,
            _copied(scenario.repair, folder / f"{scenario.name}.repair.sql"),
        )
    except OSError as error:
        raise SchemaSyncError(f"{explained(error, str(folder))}: name another --folder") from None
    print(f"{scenario.title} (level {scenario.level})", file=out)
    for text in (scenario.happened, f"Look for: {scenario.look_for}"):
        print(textwrap.fill(text, 100, initial_indent="  ", subsequent_indent="  "), file=out)
    print(f"\n  database   {place.database}\n  models     {place.models}:Base", file=out)
    for word, path in (("decisions", place.decisions), ("repair", place.repair)):
        if path:
            print(f"  {word:<9}  {path}", file=out)
    print(file=out)
    return place


def _copied(file: Path | None, to: Path) -> Path | None:
    return Path(shutil.copy(file, to)) if file else None


def open_lab(folder: Path, options: Sequence[str], out: TextIO) -> int:
    """Copy the lessons and open JupyterLab on them; SchemaSyncError says what to install when it is missing.

    options  JupyterLab's own, such as ``--no-browser``
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise SchemaSyncError('JupyterLab is not installed: pip install "schemasync-nb[lab]"')
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SchemaSyncError(f"{explained(error, str(folder))}: name another --folder") from None
    for notebook in sorted(shipped("notebooks").glob("*.ipynb")):
        if (folder / notebook.name).exists():
            print(f"{notebook.name} is here already and stays as it is", file=out)
        else:
            shutil.copy(notebook, folder / notebook.name)
    out.flush()
    command = [sys.executable, "-m", "jupyterlab", f"--notebook-dir={folder}", *options]
    return subprocess.run(command, check=False).returncode
