"""Drift cases as data: tests/cases/<engine>/*.toml.

database   an SQL script that makes the database, with rows
models     Python source that defines the models; ``metadata`` and ``Base`` are given
expect     the ids that detect reports (``about``: only the kinds, where two readings are fair)
decisions  change id -> decision, as in a decisions file
allow      hazards that are allowed
outcome    ``in_sync`` (unless said otherwise) or ``waiting``
waits      ids that remain when waiting; ``some_remain``: some do, which is the reader's choice
unasked    what waits needs another hand (a view that must be changed first): there is no decision to offer
ignored    ids that remain because they were settled as "leave it"
lost       columns and tables whose values may go, and come back by a rollback
overwritten, filled, converted
           columns whose values are replaced for good; whose NULLs are filled; whose storage class alone changes
renamed    old -> new name of tables and columns, where the decisions do not say it all
after      [query, row, row ...]: what a query gives afterwards, a row as its SQL literals
"""

from __future__ import annotations

import sqlite3
import sys
import tomllib
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import uuid4

from sqlalchemy import MetaData

FOLDER = Path(__file__).parent.parent / "cases"

PRELUDE = """
from sqlalchemy import *
from sqlalchemy import types
from sqlalchemy.orm import *

metadata = MetaData()


class Base(DeclarativeBase):
    metadata = metadata

"""


@dataclass(frozen=True)
class Case:
    """One pair of a database and models, with what must come of it."""

    name: str
    database: str
    models: str
    expect: list[str] | None = None
    about: tuple[str, ...] = ()
    decisions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    allow: list[str] = field(default_factory=list)
    outcome: str = "in_sync"
    waits: list[str] = field(default_factory=list)
    some_remain: bool = False
    unasked: bool = False
    ignored: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    overwritten: list[str] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    converted: list[str] = field(default_factory=list)
    renamed: Mapping[str, str] = field(default_factory=dict)
    after: list[list[str]] = field(default_factory=list)

    def make(self, path: Path) -> Path:
        """The database as a file, with its rows."""
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(self.database)
        return path

    def source(self) -> str:
        """The models as the text of a module."""
        return PRELUDE + self.models.strip() + "\n"

    def load(self) -> Any:
        """The models as a person passes them: a MetaData, or a list of them."""
        name = f"models_{uuid4().hex}"
        module = sys.modules[name] = ModuleType(name)  # annotations are looked up in modules
        exec(compile(self.source(), f"<models of {self.name}>", "exec"), module.__dict__)
        return module.__dict__.get("models", module.__dict__["metadata"])

    @property
    def new_names(self) -> dict[str, str]:
        """Old -> new name of every table and column that the decisions rename; columns as old_table.column."""
        names = dict(self.renamed)
        for change_id, decision in self.decisions.items():
            if old := decision.get("rename_from"):
                kind, name, _ = change_id.split(":")
                if kind == "table":
                    names.setdefault(old, name)
                elif not self.renamed:
                    table, _, column = name.rpartition(".")
                    names.setdefault(f"{table}.{old}", f"{table}.{column}")
        return names


def merged(models: Any) -> MetaData:
    """One MetaData of one or several."""
    if isinstance(models, MetaData):
        return models
    whole = MetaData()
    for metadata in models:
        for table in metadata.tables.values():
            table.to_metadata(whole)
    return whole


def read(*names: str) -> list[Case]:
    """The cases of these files, or of all that are about drift."""
    files = [FOLDER / "sqlite" / f"{name}.toml" for name in names]
    found = [Case(**case) for file in files for case in tomllib.loads(file.read_text("utf-8"))["case"]]
    assert len({case.name for case in found}) == len(found), "two cases have one name"
    return found


DRIFT = read("tables", "columns", "keys", "constraints", "renames", "carried", "names", "mixed")
SAME = read("same")
DIFFERENT = read("different")


def ids(case: Case) -> str:
    """A case's name as pytest shows it."""
    return case.name
