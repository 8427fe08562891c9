"""What ships with the package to learn from: the sample database with its drift scenarios, and the notebooks."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

from schemasync_nb.errors import DecisionError, SchemaSyncError

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Place:
    """A sample database that was built: its file, the models, and the decisions that close its drift."""

    folder: Path
    database: Path
    models: Path
    decisions: Path | None


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
    """Print the scenarios, a line each."""
    for scenario in scenarios():
        print(f"{scenario.level}  {scenario.name:<26} {scenario.happened}", file=out)
    return 0


def sample(name: str | None, folder: Path, out: TextIO) -> Place:
    """Build the sample database with one scenario's drift into a folder, with its models and decisions beside it."""
    known = {scenario.name: scenario for scenario in scenarios()}
    scenario = known.get(name or "two_years_of_hot_fixes") or (next(iter(known.values())) if name is None else None)
    if scenario is None:
        raise DecisionError(f"scenario {name!r} is not known: schema demo --list tells them")
    folder.mkdir(parents=True, exist_ok=True)
    place = Place(folder, folder / f"{scenario.name}.db", folder / "models.py", None)
    if place.database.exists():
        raise DecisionError(f"{place.database}: it exists already: remove it, or name another --folder")
    _part("build").build(place.database, scenario.name)
    shutil.copy(shipped("sample_db") / "models.py", place.models)
    if scenario.decisions:
        place = Place(
            folder,
            place.database,
            place.models,
            Path(shutil.copy(scenario.decisions, folder / f"{scenario.name}.decisions.json")),
        )
    print(
        f"{scenario.title} (level {scenario.level})\n  {scenario.happened}\n  Look for: {scenario.look_for}", file=out
    )
    print(f"  database {place.database}, models {place.models}:Base\n", file=out)
    return place


def open_lab(folder: Path, out: TextIO) -> int:
    """Copy the lessons and open JupyterLab on them; SchemaSyncError says what to install when it is missing."""
    if importlib.util.find_spec("jupyterlab") is None:
        raise SchemaSyncError('JupyterLab is not installed: pip install "schemasync-nb[lab]"')
    folder.mkdir(parents=True, exist_ok=True)
    for notebook in sorted(shipped("notebooks").glob("*.ipynb")):
        if (folder / notebook.name).exists():
            print(f"{notebook.name} is here already and stays as it is", file=out)
        else:
            shutil.copy(notebook, folder / notebook.name)
    return subprocess.run([sys.executable, "-m", "jupyterlab", f"--notebook-dir={folder}"], check=False).returncode
