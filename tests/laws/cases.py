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
open       why it does not hold yet: it is part of the torture alone until it does
after      [query, row, row ...]: what a query gives afterwards, a row as its SQL literals

On PostgreSQL also:

base       the folder of a database and models that this case only adds to: its SQL drifts from there, its Python too
borrow     SQL for what the models refer to without making it (schemas aside, which are made unasked)
since      the oldest server on which it can be; newer than the oldest in use, it is left out there
reworded   views and triggers that mention what changed may be worded in another way
undumped   no dump holds what the case is about
beyond     only the engine itself can tell that the two are the same: the independent comparison is not asked
"""

from __future__ import annotations

import sqlite3
import sys
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy
from _pytest.mark import ParameterSet
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
PRELUDES = {
    "sqlite": "",
    "postgresql": """
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects.postgresql import (
    ARRAY, CITEXT, DOMAIN, ENUM, HSTORE, INET, INT4RANGE, INTERVAL, JSONB, NUMRANGE, OID, REGCLASS, TSRANGE,
    TSTZRANGE, TSVECTOR, UUID, ExcludeConstraint,
)

""",
}


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
    open: str = ""
    engine: str = "sqlite"
    base: str = ""
    borrow: str = ""
    since: int = 0
    on_older: bool = False
    reworded: bool = False
    beyond: bool = False
    undumped: bool = False

    def make(self, path: Path) -> Path:
        """The database as a file, with its rows."""
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(self.database)
        return path

    def source(self) -> str:
        """The models as the text of a module."""
        return PRELUDE + PRELUDES[self.engine] + self._of_base("models.py.txt") + self.models.strip() + "\n"

    @property
    def borrowed(self) -> str:
        """What the models refer to without making it."""
        return self._of_base("borrow.sql") + self.borrow

    @property
    def from_base(self) -> str:
        """The script of what this case only adds to."""
        return self._of_base("database.sql")

    def _of_base(self, name: str) -> str:
        return (FOLDER / self.engine / self.base / name).read_text("utf-8") if self.base else ""

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
            kind, name, _ = change_id.split(":") if change_id.count(":") == 2 else ("", "", "")
            old = decision.get("rename_from")
            if old and kind == "table":
                schema, _, _ = name.rpartition(".")
                names.setdefault(f"{schema}.{old}" if schema and "." not in old else old, name)
            elif old and kind == "column" and not self.renamed:
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


SQLALCHEMY_21 = tuple(map(int, sqlalchemy.__version__.split(".")[:2])) >= (2, 1)
SINCE_21 = {"postgresql": ("postgresql_with", "persisted=False")}
"""What can be stated since then: a table's storage parameters, a virtual generated column."""


def read(engine: str, *names: str) -> list[Case]:
    """The cases of these files."""
    files = [FOLDER / engine / f"{name}.toml" for name in names]
    found = [Case(engine=engine, **case) for file in files for case in tomllib.loads(file.read_text("utf-8"))["case"]]
    assert len({case.name for case in found}) == len(found), "two cases have one name"
    return [
        case for case in found if SQLALCHEMY_21 or not any(new in case.source() for new in SINCE_21.get(engine, ()))
    ]


SQLITE = ("tables", "columns", "keys", "constraints", "renames", "carried", "names", "mixed")
POSTGRESQL = sorted({file.stem for file in (FOLDER / "postgresql").glob("*.toml")} - {"same", "different"})
SQLITE_DRIFT = read("sqlite", *SQLITE)
POSTGRESQL_DRIFT = read("postgresql", *POSTGRESQL)
SAME = [*read("sqlite", "same"), *read("postgresql", "same")]
DIFFERENT = [*read("sqlite", "different"), *read("postgresql", "different")]
DRIFT = [*SQLITE_DRIFT, *POSTGRESQL_DRIFT]
OLDER = 15
"""The oldest PostgreSQL in use here."""


def ids(case: Case) -> str:
    """A case's name as pytest shows it."""
    return f"{case.engine}{f' {OLDER}' if case.on_older else ''}: {case.name}"


def everywhere(cases: Iterable[Case], *, every: int = 1, older: int = 5) -> list[ParameterSet]:
    """The cases as parameters, those of PostgreSQL on both of its servers.

    every  of PostgreSQL's, one in so many is part of an ordinary run, the others of the torture
    older  the same for the older server
    """
    found = []
    for at, case in enumerate(cases):
        if case.engine == "sqlite":
            found.append(pytest.param(case, id=ids(case)))
            continue
        rare = [] if at % every == 0 and not case.open else [pytest.mark.torture]
        found.append(pytest.param(case, id=ids(case), marks=[pytest.mark.needs("postgresql"), *rare]))
        if case.since <= OLDER:
            rare = [] if at % older == 0 and not rare else [pytest.mark.torture]
            there = replace(case, on_older=True)
            marks = [pytest.mark.needs("older postgresql"), *rare]
            found.append(pytest.param(there, id=ids(there), marks=marks))
    return found
