"""Random schemas with rows, and the models that a random change makes of them: what is the same for every engine.

Every table has ``c0`` (an integer) and ``c1`` (a text), never NULL and distinct in every row, which keys, uniques and
foreign keys are made of; the other columns come and go, and keep to the family of values that their names tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Column, text
from sqlalchemy.types import SchemaType

from .cases import Case

TABLES = ["t", "order", "Ünï çode", "Mixed"]
RENAMED_TABLE = "renamed"
NEW_NAME = {"n0": "n9", "s0": "s9"}
ACTIONS = [None, "CASCADE", "SET NULL", "RESTRICT"]


@dataclass(frozen=True)
class Palette:
    """What an engine's random schemas are made of; lists that are drawn from.

    types, defaults, backfill, values
               by family, the first letter of a column's name; a value for each of four rows
    converted  families whose values are written otherwise in another type of theirs
    schema     what stands before a table's name in ids
    """

    types: dict[str, list[Any]]
    defaults: dict[str, list[str | None]]
    backfill: dict[str, str]
    values: dict[str, Sequence[Any]]
    optional: list[str]
    checks: list[str]
    indexes: list[str]
    predicates: list[str | None]
    keys: list[str]
    generated: list[str | None]
    converted: str = "n"
    schema: str = ""


@dataclass(frozen=True)
class ColumnSpec:
    name: str
    type: int
    nullable: bool
    default: int

    @property
    def family(self) -> str:
        return self.name[0]

    def make(self, palette: Palette) -> Column[Any]:
        types, defaults = palette.types[self.family], palette.defaults[self.family]
        kind = types[self.type % len(types)]
        default = defaults[self.default % len(defaults)]
        return Column(
            self.name,
            kind.copy() if isinstance(kind, SchemaType) else kind,  # it hangs its CHECK on one column
            nullable=self.nullable,
            server_default=None if default is None else text(default.replace(":", "\\:")),
        )


@dataclass(frozen=True)
class TableSpec:
    """One table; ``parents`` are (table, named, on delete, deferred), each by a column ``r<n>`` of its own."""

    name: str
    key: str
    key_type: bool
    folds: bool
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


def columns(draw: Any, palette: Palette) -> tuple[ColumnSpec, ...]:
    names = draw(st.lists(st.sampled_from(palette.optional), unique=True, max_size=4))
    return tuple(
        ColumnSpec(name, draw(st.integers(0, 4)), draw(st.booleans()), draw(st.integers(0, 4))) for name in names
    )


@st.composite
def tables(draw: Any, palette: Palette, name: str, others: list[str]) -> TableSpec:
    some = lambda values, size: tuple(draw(st.lists(st.sampled_from(values), unique=True, max_size=size)))  # noqa: E731
    named = lambda values: tuple((value, draw(st.booleans())) for value in values)  # noqa: E731
    return TableSpec(
        name,
        draw(st.sampled_from(palette.keys)),
        draw(st.booleans()),
        draw(st.integers(0, 3)) == 0,
        columns(draw, palette),
        draw(st.sampled_from(palette.generated)),
        named(some(["c0", "c1", "c0 c1", "c1 c0"], 2)),
        named(some(palette.checks, 2)),
        tuple(
            (terms, draw(st.sampled_from(palette.predicates)), draw(st.booleans()))
            for terms in some(palette.indexes, 3)
        ),
        tuple(
            (parent, draw(st.booleans()), draw(st.sampled_from(ACTIONS)), draw(st.booleans()))
            for parent in some(others, 2)
        ),
    )


@st.composite
def schemas(draw: Any, palette: Palette) -> tuple[TableSpec, ...]:
    names = draw(st.lists(st.sampled_from(TABLES), unique=True, min_size=1, max_size=4))
    return tuple(draw(tables(palette, name, names)) for name in names)


@st.composite
def pairs_of(draw: Any, palette: Palette) -> Pair:
    """Two schemas of the same names: the second keeps some tables, alters some, and may rename."""
    before = draw(schemas(palette))
    names = draw(st.lists(st.sampled_from(TABLES), unique=True, min_size=1, max_size=4))
    kept = {spec.name: spec for spec in before if draw(st.booleans())}
    after = tuple(
        kept[name]
        if name in kept and {parent for parent, *_ in kept[name].parents} <= set(names)
        else draw(tables(palette, name, names))
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
    in_schema = tuple((palette.schema + a, palette.schema + b) for a, b in renames)
    return Pair(before, after, in_schema, draw(st.sampled_from([4, 3, 1, 0])), draw(st.integers(0, 255)))


def has(specs: tuple[TableSpec, ...], table: str, column: str) -> bool:
    return any(each.name == column for spec in specs if spec.name == table for each in spec.columns)


def with_column_named(spec: TableSpec, old: str, new: str) -> TableSpec:
    renamed = (ColumnSpec(new if c.name == old else c.name, c.type, c.nullable, c.default) for c in spec.columns)
    return TableSpec(**{**vars(spec), "columns": tuple(renamed)})


def with_table_named(spec: TableSpec, old: str, new: str) -> TableSpec:
    parents = tuple((new if parent == old else parent, *rest) for parent, *rest in spec.parents)
    return TableSpec(**{**vars(spec), "parents": parents, "name": new if spec.name == old else spec.name})


def value_of(palette: Palette, column: str, row: int, nulls: int) -> Any:
    """A value for a column; which are NULL is told by the bits of ``nulls``."""
    return None if nulls >> (row + len(column) + ord(column[0])) % 8 & 1 else palette.values[column[0]][row]


def rows_of(palette: Palette, pair: Pair, spec: TableSpec) -> tuple[list[str], list[list[Any]]]:
    """(columns, rows) of a table of the first schema; its references point at rows that are there."""
    references = [f"r{at}" for at in range(len(spec.parents))]
    listed = ["c0", "c1", *(column.name for column in spec.columns), *references]
    rows = []
    for row in range(pair.rows):
        values: list[Any] = [row + 1, f"Key {row}"]
        values += [value_of(palette, column.name, row, pair.nulls if column.nullable else 0) for column in spec.columns]
        values += [
            None if pair.nulls >> at & 1 else 1 + (row * 7 + pair.nulls) % pair.rows for at in range(len(references))
        ]
        rows.append(values)
    return listed, rows


def case_of(palette: Palette, pair: Pair) -> Case:
    """What may be lost on the way, and what may be filled."""
    renames = dict(pair.renames)
    after = {palette.schema + spec.name: spec for spec in pair.after}
    known = {renames.get(palette.schema + each.name, palette.schema + each.name) for each in pair.before}
    lost, filled, overwritten = [], [], []
    for spec in pair.before:
        table = palette.schema + spec.name
        new = after.get(renames.get(table, table))
        if new is None:
            lost.append(table)
            continue
        kept = {column.name: column for column in new.columns}
        for column in spec.columns:
            name = renames.get(f"{table}.{column.name}", column.name).rpartition(".")[2]
            if name not in kept:
                lost.append(f"{table}.{column.name}")
            elif not kept[name].nullable:
                filled.append(f"{table}.{column.name}")
        lost.append(f"{table}.g")
        for at in range(len(spec.parents)):
            if at >= len(new.parents):
                lost.append(f"{table}.r{at}")
            elif palette.schema + new.parents[at][0] not in known:
                overwritten.append(f"{table}.r{at}")  # its rows point into a table that is new and empty
    converted = [
        f"{palette.schema}{spec.name}.{column.name}"
        for spec in pair.before
        for column in spec.columns
        if column.family in palette.converted
    ]
    return Case("pair", "", "", lost=lost, filled=filled, overwritten=overwritten, converted=converted, renamed=renames)


def decision(palette: Palette, change_id: str, pair: Pair) -> dict[str, str]:
    """Everything goes to the database, with a value where one may be needed, and as a rename where it is one."""
    kind, name, action = change_id.split(":")
    decided = {"do": "database"}
    old = next((old for old, new in pair.renames if new == name and action == "add"), None)
    if old:
        decided["rename_from"] = old.rpartition(".")[2]
    if kind == "column" and action in ("add", "alter"):
        family = name.rpartition(".")[2][0]
        if family in palette.backfill:
            decided["backfill"] = palette.backfill[family]
    if kind == "foreign_key" and action in ("add", "alter"):
        decided["backfill"] = "NULL"
    return decided
