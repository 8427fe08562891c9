"""The proof of a patch: a fresh process imports the patched sources, and what it finds is what the patch left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from sqlalchemy import URL, MetaData, Table

from schemasync_nb.apply.patch.follow import foretold
from schemasync_nb.apply.patch.making import ModelPatch
from schemasync_nb.database import Database
from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.engines import engine_for
from schemasync_nb.models import Models
from schemasync_nb.policy import Policy

SECONDS = 300
"""How long a process may take to import the models and compare them."""


def prove(
    patch: ModelPatch,
    drift: Drift,
    database: Database,
    models: Models,
    policy: Policy,
    scratch_url: str | None,
    environment: str | None = None,
) -> str:
    """ "" when the patched models differ from the database in exactly what the patch leaves; else why not, in one line.

    The files are not touched: the process lays the new texts over them.
    """
    if patch.cells:
        return "the models are in a notebook's cell: put the new text into it, run it and detect again"
    how = _how_to_load(models)
    if how is None:
        return f"{models.source}: the models cannot be imported in another process: give package.module:attr"
    with _reachable(database) as url:
        request = {
            **how,
            "url": url,
            "scratch_url": scratch_url,
            "environment": environment,
            "policy": policy.to_json(),
            "files": [[str(file.path.resolve()), file.after, file.encoding] for file in patch.files],
        }
        answer = _asked(request)
    if "error" in answer:
        return f"the patched models cannot be used: {answer['error']}"
    engine = engine_for(database, policy, scratch_url=scratch_url, environment=environment)
    left = foretold(drift, {*patch.changes}, patch.renames, models, engine)
    return _difference([change for change in left if not policy.ignores(change.id)], answer["changes"])


def told(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """What is compared of changes, as JSON has it."""
    stated = [{"id": each.id, "attributes": each.attributes} for each in changes]
    plain: list[dict[str, Any]] = json.loads(json.dumps(stated, default=list))
    return plain


def _difference(left: list[Change], found: list[dict[str, Any]]) -> str:
    expected = {each["id"]: each["attributes"] for each in told(left)}
    there = {each["id"]: each["attributes"] for each in found}
    for change_id in there:
        if change_id not in expected:
            return f"with the patch {change_id} is still there or new"
        if there[change_id] != expected[change_id]:
            return f"with the patch {change_id} is another change than before"
    gone = [change_id for change_id in expected if change_id not in there]
    return f"with the patch {gone[0]} is gone, which was not asked for" if gone else ""


def _asked(request: dict[str, Any]) -> dict[str, Any]:
    """What the process answers; the request goes by its input, because a URL holds a password."""
    command = [sys.executable, "-m", "schemasync_nb.apply.patch.trial"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            command, input=json.dumps(request), capture_output=True, encoding="utf-8", errors="replace",
            env=environment, timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"error": f"importing and comparing them took more than {SECONDS} seconds"}
    try:
        answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, json.JSONDecodeError):
        return {"error": f"the process that imports them ended with {done.returncode}"}
    return answer


@contextmanager
def _reachable(database: Database) -> Iterator[str]:
    """A URL by which another process reaches the database: a copy in a file for one in memory."""
    if not database.in_memory:
        url = URL.create("sqlite", database=str(database.path)) if database.path else database.url
        yield url.render_as_string(hide_password=False)
        return
    import sqlite3

    with TemporaryDirectory(prefix="schemasync-") as folder:
        path = Path(folder) / "copy.db"
        copy = sqlite3.connect(path)
        try:
            with database.reading() as connection:
                driver: Any = connection.connection.driver_connection
                driver.backup(copy)
        finally:
            copy.close()
        yield f"sqlite:///{path}"


def _how_to_load(models: Models) -> dict[str, Any] | None:
    """What another process needs to load the same models; None where they have no importable name."""
    how: dict[str, Any] = {"path": sys.path, "folder": os.getcwd()}
    if models.ref is not None:
        return {**how, "ref": models.ref}
    names = [name for part in models.parts if (name := _name_of(part, models))]
    if len(names) < len(models.parts):
        return None
    modules = [name for name, module in models.modules.items() if name != "__main__" and _holds(module, models)]
    return {**how, "modules": modules, "refs": names}


def _name_of(metadata: MetaData, models: Models) -> str | None:
    """``module:attribute`` of a MetaData or of what has it."""
    found = []
    for name, module in models.modules.items():
        place = name
        if name == "__main__":
            file = vars(module).get("__file__")
            place = str(Path(file).resolve()) if file else ""
        for attribute, value in list(vars(module).items()):
            if not place or attribute.startswith("__") or isinstance(value, Table):
                continue
            holds = (
                value is metadata or vars(value).get("metadata") is metadata if hasattr(value, "__dict__") else False
            )
            of_class = (value, vars(value).get("__table__")) if isinstance(value, type) else ()  # or of its table alone
            if value is metadata or holds or any(getattr(each, "metadata", None) is metadata for each in of_class):
                found.append((hasattr(value, "__table__"), f"{place}:{attribute}"))
    return min(found, key=lambda each: each[0])[1] if found else None


def _holds(module: ModuleType, models: Models) -> bool:
    """True when a module defines something of the models."""
    name = getattr(module, "__name__", "")
    for value in list(vars(module).values()):
        if isinstance(value, Table) and any(value is each for part in models.parts for each in part.tables.values()):
            return True
        table = vars(value).get("__table__") if isinstance(value, type) and value.__module__ == name else None
        if isinstance(table, Table) and any(table.metadata is part for part in models.parts):
            return True
    return False
