"""A database made by a script and models written into a file, as a patch starts from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from schemasync_nb.apply.patch import ModelPatch, make_patch, prove
from schemasync_nb.database import Database, open_database
from schemasync_nb.detect.detection import detect
from schemasync_nb.detect.drift import Drift
from schemasync_nb.engines import engine_for
from schemasync_nb.models import Models, load
from schemasync_nb.policy import MODELS, Decision, Policy

HEAD = """\
from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass
"""


@dataclass(frozen=True)
class Opened:
    """Both sides, with what differs."""

    database: Database
    models: Models
    drift: Drift

    def patch(self, *ids: str, rename_from: Mapping[str, str] = {}) -> ModelPatch:
        """The patch of these changes, or of all."""
        changes = [change for change in self.drift.changes if not ids or change.id in ids]
        decisions = {change.id: Decision(MODELS, rename_from=rename_from.get(change.id)) for change in changes}
        return make_patch(self.drift, changes, decisions, self.models, engine_for(self.database))

    def prove(self, patch: ModelPatch) -> str:
        return prove(patch, self.drift, self.database, self.models, Policy(), None)


def database_of(script: str, path: Path) -> Database:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    return open_database(f"sqlite:///{path}")


def opened(script: str, ref: object, folder: Path) -> Opened:
    """A database in a file, and the models that a reference names."""
    return _compared(database_of(script, folder / "case.db"), ref)


def opened_at(url: str, ref: object) -> Opened:
    """A database that is there, and the models that a reference names."""
    return _compared(open_database(url), ref)


def _compared(database: Database, ref: object) -> Opened:
    models = load(ref)
    return Opened(database, models, detect(database, models, engine_for(database)))


def opened_source(script: str, source: str, folder: Path) -> Opened:
    """The same with the models' source, behind the usual imports."""
    path = folder / "models.py"
    path.write_bytes((HEAD + source).encode())
    return opened(script, str(path), folder)
