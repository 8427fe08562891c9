"""Any file of models, any drift: patched to the database's side there is none, and what did not drift is as it was."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from schemasync_nb.apply.patch import make_patch
from schemasync_nb.database import open_database
from schemasync_nb.detect.detection import detect
from schemasync_nb.detect.drift import Drift
from schemasync_nb.engines import engine_for
from schemasync_nb.models import Models, load
from schemasync_nb.policy import MODELS, Decision

KINDS = {
    "INTEGER": ("Integer", "int"),
    "BIGINT": ("BigInteger", "int"),
    "VARCHAR(40)": ("String(40)", "str"),
    "VARCHAR(90)": ("String(90)", "str"),
    "TEXT": ("Text", "str"),
    "DATE": ("Date", "date"),
    "NUMERIC(8, 2)": ("Numeric(8, 2)", "Decimal"),
    "BOOLEAN": ("Boolean", "bool"),
    "FLOAT": ("Float", "float"),
}
DEFAULTS = {None: "", "0": 'server_default=text("0")', "'a b'": 'server_default="a b"', "7": "server_default=text('7')"}
COLUMNS = ("alpha", "beta", "gamma", "delta", "class", "Mixed Case", "text", "order")
TABLES = ("plants", "order", "box")
ANNOTATED, OPTIONAL, BARE, CLASSIC, CORE = STYLES = ("annotated", "optional", "bare", "classic", "core")


@dataclass(frozen=True)
class Column:
    """A column.

    apart   unique by a constraint although there is an index; else the index is unique, as SQLAlchemy has it
    remark  the number of a comment behind it in the source
    """

    name: str
    kind: str
    null: bool = True
    default: str | None = None
    unique: bool = False
    indexed: bool = False
    apart: bool = False
    remark: int = 0

    def sql(self) -> str:
        parts = [f'"{self.name}" {self.kind}', f"DEFAULT {self.default}" if self.default else ""]
        return " ".join(filter(None, [*parts, "" if self.null else "NOT NULL", "UNIQUE" if self.by_constraint else ""]))

    def index_sql(self, table: str) -> str:
        unique = "UNIQUE " if self.unique and not self.by_constraint else ""
        return f'CREATE {unique}INDEX "ix_{table}_{self.name}" ON "{table}" ("{self.name}");'

    @property
    def by_constraint(self) -> bool:
        return self.unique and (self.apart or not self.indexed)


@dataclass(frozen=True)
class Table:
    """A table with an ``id``, and a check of it where there is a number."""

    name: str
    columns: tuple[Column, ...]
    check: int = 0

    def sql(self) -> str:
        lines = ["id INTEGER NOT NULL PRIMARY KEY", *(column.sql() for column in self.columns)]
        lines += [f"CONSTRAINT high_enough CHECK (id > {self.check})"] if self.check else []
        indexes = [column.index_sql(self.name) for column in self.columns if column.indexed]
        return "\n".join([f'CREATE TABLE "{self.name}" (', ",\n".join(lines), ");", *indexes])


columns = st.builds(
    Column,
    name=st.sampled_from(COLUMNS),
    kind=st.sampled_from(sorted(KINDS)),
    null=st.booleans(),
    default=st.sampled_from([None, None, "0", "'a b'", "7"]),
    unique=st.sampled_from([False, False, True]),
    indexed=st.sampled_from([False, False, True]),
    remark=st.integers(0, 2),
)


def tables(name: str) -> st.SearchStrategy[Table]:
    some = st.lists(columns, min_size=1, max_size=5, unique_by=lambda column: column.name).map(tuple)
    return st.builds(Table, name=st.just(name), columns=some, check=st.sampled_from([0, 0, 3]))


schemas = st.lists(st.sampled_from(TABLES), min_size=1, max_size=3, unique=True).flatmap(
    lambda names: st.tuples(*(tables(name) for name in names))
)


@st.composite
def drifted(draw: st.DrawFn, table: Table) -> Table:
    """The same table after hot fixes by hand."""
    found = list(table.columns)
    for _ in range(draw(st.integers(0, 3))):
        fix = draw(st.sampled_from(["add", "remove", "kind", "null", "default", "unique", "indexed", "apart", "check"]))
        at = draw(st.integers(0, len(found) - 1)) if found else -1
        if fix == "check":
            table = replace(table, check=draw(st.sampled_from([0, 3, 8])))
        elif fix == "add":
            new = draw(columns)
            if new.name not in {column.name for column in found}:
                found.append(replace(new, remark=0))
        elif fix == "remove" and len(found) > 1:
            del found[at]
        elif fix in ("kind", "default") and found:
            other = draw(columns)
            found[at] = replace(found[at], **{fix: getattr(other, fix)})
        elif fix == "apart" and found:
            found[at] = replace(found[at], unique=True, indexed=True, apart=True)
        elif fix in ("null", "unique", "indexed") and found:
            found[at] = replace(found[at], **{fix: not getattr(found[at], fix)})
    return replace(table, columns=tuple(found))


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, tuple[Table, ...], tuple[Table, ...]]:
    """(style, the tables of the models, the tables of the database)."""
    models = draw(schemas)
    database = tuple(draw(drifted(table)) for table in models)
    if len(database) > 1 and draw(st.booleans()):
        database = database[:-1]
    spare = [name for name in TABLES if name not in {table.name for table in models}]
    if spare and draw(st.booleans()):
        database = (*database, draw(tables(spare[0])))
    return draw(st.sampled_from(STYLES)), models, database


def source(style: str, schema: Sequence[Table]) -> str:
    """A file of models as somebody may have written it."""
    lines = [
        '"""Whatever there is."""',
        "",
        "from datetime import date",
        "from decimal import Decimal",
        "from typing import Optional",
        "",
        "from sqlalchemy import (BigInteger, Boolean, CheckConstraint, Column, Date, Float,",
        "    Integer, MetaData, Numeric, String, Table, Text, text)",
        "from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column",
        "",
        "metadata = MetaData()   # the only one",
        "",
        "",
    ]
    if style != CORE:
        lines += ["class Base(DeclarativeBase):", "    metadata = metadata", "", ""]
    for number, table in enumerate(schema):
        lines += [*written(style, number, table), "", ""]
    return "\n".join([*lines, f"KNOWN = {number!r}   # counted by hand", ""])


def written(style: str, number: int, table: Table) -> Iterator[str]:
    """One class or Table, with what belongs to nobody in between."""
    if style == CORE:
        yield f"table_{number} = Table("
        yield f'    "{table.name}", metadata,'
        yield '    Column("id", Integer, primary_key=True),'
        for column in table.columns:
            yield f"    Column({called(column, style)}),{remark(column)}"
        if table.check:
            yield f'    CheckConstraint("id > {table.check}", name="high_enough"),'
        yield ")"
        return
    yield f"class Model{number}(Base):"
    yield f"    __tablename__ = '{table.name}'"
    if table.check:
        yield f'    __table_args__ = (CheckConstraint("id > {table.check}", name="high_enough"),)'
    yield "    # its own"
    yield "    size   =  'M'"
    yield ""
    yield "    id = Column(Integer, primary_key=True)" if style == CLASSIC else identity(style)
    for at, column in enumerate(table.columns):
        attribute = f"field_{at}" if not column.name.isidentifier() or column.name in ("class", "text") else column.name
        maker = "Column" if style == CLASSIC else "mapped_column"
        if style in (ANNOTATED, OPTIONAL):
            python = KINDS[column.kind][1]
            optional = f"Optional[{python}]" if style == OPTIONAL else f"{python} | None"
            attribute += f": Mapped[{optional if column.null else python}]"
        yield f"    {attribute} = {maker}({called(column, style)}){remark(column)}"
    yield ""
    yield "    def shout(self) :"
    yield "        return f'{self.id}  !'"


def identity(style: str) -> str:
    annotated = "    id: Mapped[int] = mapped_column(primary_key=True)"
    return annotated if style != BARE else "    id = mapped_column(Integer, primary_key=True)"


def called(column: Column, style: str) -> str:
    parts = [f'"{column.name}"', KINDS[column.kind][0], DEFAULTS[column.default]]
    parts += ["unique=True"] if column.unique else []
    parts += ["index=True"] if column.indexed else []
    parts += ["nullable=False"] if not column.null and style in (BARE, CLASSIC, CORE) else []
    return ", ".join(filter(None, parts))


def remark(column: Column) -> str:
    return f"  # {column.name}: {column.remark}" if column.remark else ""


def may_change(style: str, models: Sequence[Table], database: Sequence[Table]) -> set[str]:
    """The lines of the source that what drifted touches."""
    now = {table.name: table for table in database}
    touched: set[str] = set()
    for number, table in enumerate(models):
        lines = list(written(style, number, table))
        if table.name not in now:
            touched |= set(lines)
            continue
        theirs = {column.name: replace(column, remark=0) for column in now[table.name].columns}
        for column in table.columns:
            if theirs.get(column.name) != replace(column, remark=0):
                touched |= {line for line in lines if f'"{column.name}"' in line}
        if table.check != now[table.name].check or any(column.apart for column in theirs.values()):
            touched |= {line for line in lines if "CheckConstraint" in line}
    return touched


def drift_of(url: str, folder: Path) -> tuple[Drift, Models]:
    models = load(str(folder / "models.py"))
    for registry in models.registries:
        registry.configure()
    database = open_database(url)
    return detect(database, models, engine_for(database)), models


def check(case: tuple[str, tuple[Table, ...], tuple[Table, ...]], folder: Path) -> None:
    style, models, database = case
    before = source(style, models)
    (folder / "models.py").write_text(before, "utf-8")
    script = "\n".join(table.sql() for table in database)
    note(f"{before}\n{script}")
    with closing(sqlite3.connect(folder / "case.db")) as connection:
        connection.executescript(script)
    url = f"sqlite:///{folder / 'case.db'}"
    drift, loaded = drift_of(url, folder)
    decisions = {change.id: Decision(MODELS) for change in drift.changes}
    engine = engine_for(open_database(url))
    patch = make_patch(drift, drift.changes, decisions, loaded, engine)
    note(str(patch))
    assert not patch.waits
    assert sorted(patch.changes) == sorted(decisions)
    assert bool(patch.files) == bool(decisions)
    after = patch.files[0].after if patch.files else before
    (folder / "models.py").write_text(after, "utf-8")
    assert [change.id for change in drift_of(url, folder)[0].changes] == []
    touched = may_change(style, models, database)
    rest = iter(after.splitlines())
    for line in before.splitlines():
        if line.strip() and line not in touched and not line.startswith(("from ", "import ", "    Integer, ")):
            assert line in rest, f"lost, or moved: {line}"


def run(case: tuple[str, tuple[Table, ...], tuple[Table, ...]]) -> None:
    folder = Path(tempfile.mkdtemp(prefix="patch-"))
    try:
        check(case, folder)
    finally:
        shutil.rmtree(folder)


LEAST = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(max_examples=5, deadline=None, suppress_health_check=LEAST)
@given(cases())
def test_any_drift_is_patched(case: tuple[str, tuple[Table, ...], tuple[Table, ...]]) -> None:
    """The law: after a patch of everything there is no drift, and every line that no change touches is as it was."""
    run(case)


@pytest.mark.torture
@settings(max_examples=1500, deadline=None, suppress_health_check=LEAST)
@given(cases())
def test_very_many_drifts_are_patched(case: tuple[str, tuple[Table, ...], tuple[Table, ...]]) -> None:
    run(case)
