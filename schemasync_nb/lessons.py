"""What ships with the package to learn from: the sample database with its drift scenarios, and the notebooks."""

from __future__ import annotations

import importlib
import importlib.util
import os
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

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from schemasync_nb.database import Database, explained, masked, open_database
from schemasync_nb.errors import IN_SYNC, DecisionError, SchemaSyncError

HERE = Path(__file__).parent
FIRST = "two_years_of_hot_fixes"
ENGINES = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Place:
    """A sample database that was built: where it is, the models, and what closes its drift.

    url        its URL, with the password where it has one
    database   its file; None on a server
    decisions  a decisions file; None where nothing needs deciding
    allow      the hazards to allow with them
    repair     SQL by which a person puts the rows right that are in the way; None where none are
    """

    folder: Path
    url: str
    database: Path | None
    models: Path
    decisions: Path | None
    allow: tuple[str, ...]
    repair: Path | None

    def put_right(self) -> None:
        """Execute the repair, as somebody would in a shell of the database."""
        if self.repair is None:
            return
        if self.database:
            with closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
                connection.executescript(self.repair.read_text(encoding="utf-8"))
        else:
            _part("build").execute_on_server(self.url, [self.repair])


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


def scenarios(engine: str = "sqlite") -> tuple[Any, ...]:
    """The drift scenarios that an engine can show, easiest first."""
    found: tuple[Any, ...] = _part("scenarios").scenarios(engine)
    return found


def tell_scenarios(out: TextIO, engine: str = "sqlite") -> int:
    """Print the scenarios: level, name, and what happened."""
    for scenario in scenarios(engine):
        print(f"{scenario.level}  {scenario.name}", file=out)
        print(textwrap.fill(scenario.happened, 100, initial_indent="     ", subsequent_indent="     "), file=out)
    return IN_SYNC


def sample(
    name: str | None, folder: Path, out: TextIO, engine: str = "sqlite", server: str | URL | None = None
) -> Place:
    """Build the sample database with one scenario's drift, and put its models and decisions into a folder.

    server  the PostgreSQL server to build it on; None is one that belongs to the folder, started where needed
    """
    scenario = _scenario(name or FIRST, engine)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        database: Path | None = None
        if engine == "sqlite":
            database = folder / f"{scenario.name}.db"
            url = shown = f"sqlite:///{database}"
            if database.exists():
                raise DecisionError(f"{database}: it exists already: remove it, or name another --folder")
            _part("build").build(database, scenario.name)
        else:
            built = _on_server(scenario.name, folder, server)
            url, shown = built.url.render_as_string(hide_password=False), built.shown
        place = Place(
            folder,
            url,
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
    print(f"\n  database   {place.database or shown}\n  models     {place.models}:Base", file=out)
    for word, path in (("decisions", place.decisions), ("repair", place.repair)):
        if path:
            print(f"  {word:<9}  {path}", file=out)
    print(file=out)
    return place


def _scenario(name: str, engine: str) -> Any:
    known = {scenario.name: scenario for scenario in scenarios(engine)}
    if name in known:
        return known[name]
    elsewhere = [each for each in ENGINES if any(scenario.name == name for scenario in scenarios(each))]
    if elsewhere:
        raise DecisionError(f"scenario {name!r} is about {elsewhere[0]} alone: give --engine {elsewhere[0]}")
    near = get_close_matches(name, known, 1)
    way_on = f"did you mean {near[0]}" if near else "schema demo --list tells them"
    raise DecisionError(f"scenario {name!r} is not known: {way_on}")


def _on_server(name: str, folder: Path, server: str | URL | None) -> Database:
    """The sample as a database of its own, on the server named or on the folder's."""
    if server is not None and not str(server).startswith("postgresql"):
        raise DecisionError(f"--server {masked(str(server))}: a URL that begins with postgresql:// is expected")
    on = open_database(server or _own_server().started(folder))
    database = f"schemasync_demo_{name}"
    made = open_database(on.url.set(database=database))
    try:
        _part("build").build_on_server(made.url, name)
    except FileExistsError:
        way_on = "name another --folder" if server is None else f"DROP DATABASE {database}"
        raise DecisionError(f"{made.shown}: it exists already: {way_on}") from None
    except SQLAlchemyError as error:
        raise SchemaSyncError(made.explained(error)) from None
    return made


def stop_server(folder: Path, out: TextIO) -> int:
    """Stop the server that a demo started for its folder; its databases stay."""
    stopped = _own_server().stopped(folder)
    print("The demo's server is stopped." if stopped else f"{folder}: no server of the demo is running.", file=out)
    return IN_SYNC


def _own_server() -> ModuleType:
    if os.name != "posix":
        raise SchemaSyncError("the demo starts PostgreSQL on Linux and macOS only: name a server with --server URL")
    from schemasync_nb import demo_server

    return demo_server


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
