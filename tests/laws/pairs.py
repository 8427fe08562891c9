"""Random schemas with rows, and the models that a random change makes of them.

Every table has ``c0`` (an integer) and ``c1`` (a text), never NULL and distinct in every row, which keys, uniques and
foreign keys are made of; the other columns come and go, and keep to the family of values that their names tell.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Date,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    text,
)

from .cases import Case
from .independent import quoted

TABLES = ["t", "order", "Ünï çode", "Mixed"]
RENAMED_TABLE = "renamed"
TYPES: dict[str, list[Any]] = {
    "n": [Integer(), BigInteger(), SmallInteger()],
    "s": [Text(), String(20), String(90), Text(collation="NOCASE"), String(20, collation="RTRIM")],
    "f": [Float(), Numeric(8, 2)],
    "b": [LargeBinary()],
    "d": [Date()],
    "o": [Boolean()],
}
DEFAULTS: dict[str, list[str | None]] = {
    "n": [None, "0", "-7", "(1 + 1)"],
    "s": [None, "'x'", "'it''s :not %s \"{a}\"'", "''", "(upper('x'))"],
    "f": [None, "0.5"],
    "b": [None, "x'00ff'"],
    "d": [None, "CURRENT_DATE", "'2020-01-01'"],
    "o": [None, "1"],
}
BACKFILL = {"n": "7", "s": "'filled'", "f": "1.5", "b": "x'01'", "d": "'1999-12-31'", "o": "0"}
OPTIONAL = ["n0", "n1", "s0", "s1", "f0", "b0", "d0", "o0"]
NEW_NAME = {"n0": "n9", "s0": "s9"}
CHECKS = [
    "c0 > 0",
    "c0 >= 1 AND (c0) < 100000",
    "length(c1) > 0",
    "c1 NOT IN (':x', 'a%s', ''',(')",
    "c0 IS NOT NULL OR c1 <> 'x'",
]
INDEXES = ["c0", "c1", "c1 DESC", "c0, c1 DESC", "lower(c1)", "c1 COLLATE NOCASE", "c0 + 1", "c1 || 'x', c0"]
PREDICATES = [None, "c0 > 1", "c1 <> 'x' AND c0 IS NOT NULL"]
KEYS = ["c0", "c0 auto", "c1", "c0 c1", "c1 c0", "c1 without rowid", "none"]
ACTIONS = [None, "CASCADE", "SET NULL", "RESTRICT"]


@dataclass(frozen=True)
class ColumnSpec:
    name: str
    type: int
    nullable: bool
    default: int

    @property
    def family(self) -> str:
        return self.name[0]

    def make(self) -> Column[Any]:
        types, defaults = TYPES[self.family], DEFAULTS[self.family]
        default = defaults[self.default % len(defaults)]
        return Column(
            self.name,
            types[self.type % len(types)],
            nullable=self.nullable,
            server_default=None if default is None else text(default.replace(":", "\\:")),
        )


@dataclass(frozen=True)
class TableSpec:
    """One table; ``parents`` are (table, named, on delete, deferred), each by a column ``r<n>`` of its own."""

    name: str
    key: str
    key_type: bool
    columns: tuple[ColumnSpec, ...]
    generated: str | None
    uniques: tuple[tuple[str, bool], ...]
    checks: tuple[tuple[str, bool], ...]
    indexes: tuple[tuple[str, str | None, bool], ...]
    parents: tuple[tuple[str, bool, str | None, bool], ...]


@dataclass(frozen=True)
class Pair:
    """A database to be, and the models that it shall follow; ``renames`` as the decisions say them."""

    before: tuple[TableSpec, ...]
    after: tuple[TableSpec, ...]
    renames: tuple[tuple[str, str], ...]
    rows: int
    nulls: int


def columns(draw: Any) -> tuple[ColumnSpec, ...]:
    names = draw(st.lists(st.sampled_from(OPTIONAL), unique=True, max_size=4))
    return tuple(
        ColumnSpec(name, draw(st.integers(0, 4)), draw(st.booleans()), draw(st.integers(0, 4))) for name in names
    )


@st.composite
def tables(draw: Any, name: str, others: list[str]) -> TableSpec:
    some = lambda values, size: tuple(draw(st.lists(st.sampled_from(values), unique=True, max_size=size)))  # noqa: E731
    named = lambda values: tuple((value, draw(st.booleans())) for value in values)  # noqa: E731
    return TableSpec(
        name,
        draw(st.sampled_from(KEYS)),
        draw(st.booleans()),
        columns(draw),
        draw(st.sampled_from([None, None, "c0 * 2", "c0 * 2 STORED", "c0 + 1 STORED"])),
        named(some(["c0", "c1", "c0 c1", "c1 c0"], 2)),
        named(some(CHECKS, 2)),
        tuple((terms, draw(st.sampled_from(PREDICATES)), draw(st.booleans())) for terms in some(INDEXES, 3)),
        tuple(
            (parent, draw(st.booleans()), draw(st.sampled_from(ACTIONS)), draw(st.booleans()))
            for parent in some(others, 2)
        ),
    )


@st.composite
def schemas(draw: Any) -> tuple[TableSpec, ...]:
    names = draw(st.lists(st.sampled_from(TABLES), unique=True, min_size=1, max_size=4))
    return tuple(draw(tables(name, names)) for name in names)


@st.composite
def pairs(draw: Any) -> Pair:
    """Two schemas of the same names: the second keeps some tables, alters some, and may rename."""
    before = draw(schemas())
    names = draw(st.lists(st.sampled_from(TABLES), unique=True, min_size=1, max_size=4))
    kept = {spec.name: spec for spec in before if draw(st.booleans())}
    after = tuple(
        kept[name]
        if name in kept and {parent for parent, *_ in kept[name].parents} <= set(names)
        else draw(tables(name, names))
        for name in names
    )
    renames = []
    for old, new in NEW_NAME.items():
        for table in names:
            if draw(st.integers(0, 3)) == 0 and has(before, table, old) and has(after, table, old):
                after = tuple(with_column_named(spec, old, new) if spec.name == table else spec for spec in after)
                renames.append((f"{table}.{old}", f"{table}.{new}"))
    both = sorted({spec.name for spec in before} & {spec.name for spec in after})
    if both and draw(st.integers(0, 4)) == 0:
        old = draw(st.sampled_from(both))
        after = tuple(with_table_named(spec, old, RENAMED_TABLE) for spec in after)
        renames = [
            (a, b.replace(f"{old}.", f"{RENAMED_TABLE}.", 1) if a.startswith(f"{old}.") else b) for a, b in renames
        ]
        renames.append((old, RENAMED_TABLE))
    return Pair(before, after, tuple(renames), draw(st.sampled_from([4, 3, 1, 0])), draw(st.integers(0, 255)))


def has(specs: tuple[TableSpec, ...], table: str, column: str) -> bool:
    return any(each.name == column for spec in specs if spec.name == table for each in spec.columns)


def with_column_named(spec: TableSpec, old: str, new: str) -> TableSpec:
    renamed = (ColumnSpec(new if c.name == old else c.name, c.type, c.nullable, c.default) for c in spec.columns)
    return TableSpec(**{**vars(spec), "columns": tuple(renamed)})


def with_table_named(spec: TableSpec, old: str, new: str) -> TableSpec:
    parents = tuple((new if parent == old else parent, *rest) for parent, *rest in spec.parents)
    return TableSpec(**{**vars(spec), "parents": parents, "name": new if spec.name == old else spec.name})


def metadata_of(specs: tuple[TableSpec, ...]) -> MetaData:
    """The models of a schema."""
    metadata = MetaData()
    for spec in specs:
        keys = [word for word in spec.key.split() if word in ("c0", "c1")]
        number: Any = BigInteger() if spec.key_type and spec.key != "c0 auto" else Integer()
        parts: list[Any] = [
            Column("c0", number, primary_key="c0" in keys, autoincrement=False, nullable=False),
            Column("c1", String(50), primary_key="c1" in keys, nullable=False),
        ]
        if keys[:1] == ["c1"] and spec.key_type:
            parts.reverse()
        parts += [column.make() for column in spec.columns]
        if spec.generated:
            expression, _, stored = spec.generated.partition(" STORED")
            parts.append(
                Column("g", Integer, Computed(expression, persisted=stored == "" and "STORED" in spec.generated))
            )
        uniques = dict(spec.uniques)
        if keys != ["c0"]:
            uniques.setdefault("c0", False)  # foreign keys point to it
        for at, (listed, named) in enumerate(sorted(uniques.items())):
            parts.append(UniqueConstraint(*listed.split(), name=f"uq {spec.name} {at}" if named else None))
        for at, (expression, named) in enumerate(spec.checks):
            parts.append(
                CheckConstraint(expression.replace(":", "\\:"), name=f"ck {spec.name} {at}" if named else None)
            )
        for at, (parent, named, action, deferred) in enumerate(spec.parents):
            parts.append(Column(f"r{at}", Integer))
            parts.append(
                ForeignKeyConstraint(
                    [f"r{at}"],
                    [f"{parent}.c0"],
                    name=f"fk {spec.name} {at}" if named else None,
                    ondelete=action,
                    deferrable=deferred or None,
                    initially="DEFERRED" if deferred else None,
                )
            )
        for at, (terms, predicate, unique) in enumerate(spec.indexes):
            where = None if predicate is None else text(predicate)
            parts.append(Index(f"ix {spec.name} {at}", text(terms), unique=unique, sqlite_where=where))
        Table(
            spec.name,
            metadata,
            *parts,
            sqlite_autoincrement=spec.key == "c0 auto",
            sqlite_with_rowid="without" not in spec.key,
        )
    return metadata


def value_of(column: str, row: int, nulls: int) -> Any:
    """A value for a column; which are NULL is told by the bits of ``nulls``."""
    match column[0]:
        case "n":
            value: Any = [3, -5, 0, 2**40][row]
        case "s":
            value = ["007", "it's\n:x %s", "", "ß😀"][row]
        case "f":
            value = row + 0.5
        case "b":
            value = [b"", b"\x00\xff", b"'", b"x"][row]
        case "d":
            value = f"2024-02-0{row + 1}"
        case _:
            value = row % 2
    return None if nulls >> (row + len(column) + ord(column[0])) % 8 & 1 else value


def make_database(pair: Pair, path: Path) -> None:
    """The first schema as a file, with rows, a view and two triggers for each table."""
    engine = create_engine(f"sqlite:///{path}")
    metadata = metadata_of(pair.before)
    metadata.create_all(engine)
    engine.dispose()
    names = {spec.name for spec in pair.after} | {old for old, _ in pair.renames}
    with closing(sqlite3.connect(path)) as connection:
        for spec in pair.before:
            table = quoted(spec.name)
            optional = list(spec.columns)
            references = [f"r{at}" for at in range(len(spec.parents))]
            listed = ["c0", "c1", *(column.name for column in optional), *references]
            for row in range(pair.rows):
                values: list[Any] = [row + 1, f"Key {row}"]
                for column in optional:
                    value = value_of(column.name, row, pair.nulls if column.nullable else 0)
                    values.append(value)
                values += [
                    None if pair.nulls >> at & 1 else 1 + (row * 7 + pair.nulls) % pair.rows
                    for at in range(len(references))
                ]
                marks = ", ".join("?" * len(values))
                connection.execute(f"INSERT INTO {table} ({', '.join(listed)}) VALUES ({marks})", values)
            if spec.name in names:
                connection.execute(f"CREATE VIEW {quoted('v ' + spec.name)} AS SELECT c0, c1 AS key FROM {table}")
                for event in ("INSERT", "DELETE"):
                    connection.execute(
                        f"CREATE TRIGGER {quoted(event + spec.name)} BEFORE {event} ON {table} "
                        f"WHEN {'new' if event == 'INSERT' else 'old'}.c0 > 0"
                        f" BEGIN SELECT RAISE(ABORT, 'forbidden'); END"
                    )
        connection.commit()


def case_of(pair: Pair) -> Case:
    """What may be lost on the way, and what may be filled."""
    renames = dict(pair.renames)
    after = {spec.name: spec for spec in pair.after}
    lost, filled, overwritten = [], [], []
    for spec in pair.before:
        new = after.get(renames.get(spec.name, spec.name))
        if new is None:
            lost.append(spec.name)
            continue
        kept = {column.name: column for column in new.columns}
        for column in spec.columns:
            name = renames.get(f"{spec.name}.{column.name}", column.name).rpartition(".")[2]
            if name not in kept:
                lost.append(f"{spec.name}.{column.name}")
            elif not kept[name].nullable:
                filled.append(f"{spec.name}.{column.name}")
        lost.append(f"{spec.name}.g")
        known = {renames.get(each.name, each.name) for each in pair.before}
        for at in range(len(spec.parents)):
            if at >= len(new.parents):
                lost.append(f"{spec.name}.r{at}")
            elif new.parents[at][0] not in known:
                overwritten.append(f"{spec.name}.r{at}")  # its rows point into a table that is new and empty
    return Case("pair", "", "", lost=lost, filled=filled, overwritten=overwritten, renamed=renames)


def decision(change_id: str, pair: Pair) -> dict[str, str]:
    """Everything goes to the database, with a value where one may be needed, and as a rename where it is one."""
    kind, name, action = change_id.split(":")
    decided = {"do": "database"}
    old = next((old for old, new in pair.renames if new == name and action == "add"), None)
    if old:
        decided["rename_from"] = old.rpartition(".")[2]
    if kind == "column" and action in ("add", "alter"):
        family = name.rpartition(".")[2][0]
        if family in BACKFILL:
            decided["backfill"] = BACKFILL[family]
    if kind == "foreign_key" and action in ("add", "alter"):
        decided["backfill"] = "NULL"
    return decided
