"""Random schemas with rows on SQLite, and the models that a random change makes of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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

from ..cases import Case
from ..pairs import Pair, Palette, TableSpec, rows_of
from .independent import quoted

SQLITE = Palette(
    types={
        "n": [Integer(), BigInteger(), SmallInteger(), Text()],
        "s": [Text(), String(20), String(90), Text(collation="NOCASE"), String(20, collation="RTRIM")],
        "f": [Float(), Numeric(8, 2)],
        "b": [LargeBinary()],
        "d": [Date()],
        "o": [Boolean(), Boolean(create_constraint=True)],
    },
    defaults={
        "n": [None, "0", "-7", "(1 + 1)"],
        "s": [None, "'x'", "'it''s :not %s \"{a}\"'", "''", "(upper('x'))"],
        "f": [None, "0.5"],
        "b": [None, "x'00ff'"],
        "d": [None, "CURRENT_DATE", "'2020-01-01'"],
        "o": [None, "1"],
    },
    backfill={"n": "7", "s": "'filled'", "f": "1.5", "b": "x'01'", "d": "'1999-12-31'", "o": "0"},
    values={
        "n": [3, -5, 0, 2**40],
        "s": ["007", "it's\n:x %s", "", "ß😀"],
        "f": [0.5, 1.5, 2.5, 3.5],
        "b": [b"", b"\x00\xff", b"'", b"x"],
        "d": ["2024-02-01", "2024-02-02", "2024-02-03", "2024-02-04"],
        "o": [0, 1, 0, 1],
    },
    optional=["n0", "n1", "s0", "s1", "f0", "b0", "d0", "o0"],
    checks=[
        "c0 > 0",
        "c0 >= 1 AND (c0) < 100000",
        "length(c1) > 0",
        "c1 NOT IN (':x', 'a%s', ''',(')",
        "c0 IS NOT NULL OR c1 <> 'x'",
    ],
    indexes=["c0", "c1", "c1 DESC", "c0, c1 DESC", "lower(c1)", "c1 COLLATE NOCASE", "c0 + 1", "c1 || 'x', c0"],
    predicates=[None, "c0 > 1", "c1 <> 'x' AND c0 IS NOT NULL"],
    keys=["c0", "c0 auto", "c1", "c0 c1", "c1 c0", "c1 without rowid", "none"],
    generated=[None, None, "c0 * 2", "c0 * 2 STORED", "c0 + 1 STORED"],
)


@dataclass(frozen=True)
class PairCase(Case):
    """A pair as a case."""

    pair: Pair | None = None

    def make(self, path: Path) -> Path:
        assert self.pair is not None
        make_database(self.pair, path)
        return path

    def load(self) -> MetaData:
        assert self.pair is not None
        return metadata_of(self.pair.after)


def metadata_of(specs: tuple[TableSpec, ...]) -> MetaData:
    """The models of a schema."""
    metadata = MetaData()
    for spec in specs:
        keys = [word for word in spec.key.split() if word in ("c0", "c1")]
        number: Any = BigInteger() if spec.key_type and spec.key != "c0 auto" else Integer()
        parts: list[Any] = [
            Column("c0", number, primary_key="c0" in keys, autoincrement=False, nullable=False),
            Column(
                "c1", String(50, collation="NOCASE" if spec.folds else None), primary_key="c1" in keys, nullable=False
            ),
        ]
        if keys[:1] == ["c1"] and spec.key_type:
            parts.reverse()
        parts += [column.make(SQLITE) for column in spec.columns]
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
            listed, rows = rows_of(SQLITE, pair, spec)
            marks = ", ".join("?" * len(listed))
            connection.executemany(f"INSERT INTO {table} ({', '.join(listed)}) VALUES ({marks})", rows)
            if spec.name in names:
                connection.execute(f"CREATE VIEW {quoted('v ' + spec.name)} AS SELECT c0, c1 AS key FROM {table}")
                for event in ("INSERT", "DELETE"):
                    connection.execute(
                        f"CREATE TRIGGER {quoted(event + spec.name)} BEFORE {event} ON {table} "
                        f"WHEN {'new' if event == 'INSERT' else 'old'}.c0 > 0"
                        f" BEGIN SELECT RAISE(ABORT, 'forbidden'); END"
                    )
        connection.commit()
