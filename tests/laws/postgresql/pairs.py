"""Random schemas with rows on PostgreSQL, and the models that a random change makes of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Date,
    DateTime,
    Enum,
    Float,
    ForeignKeyConstraint,
    Identity,
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
    create_mock_engine,
    text,
)
from sqlalchemy.dialects import postgresql

from ..cases import Case
from ..pairs import Pair, Palette, TableSpec, rows_of

MOOD = Enum("a", "b", "c", name="mood")
FEELING = Enum("c", "b", "a", "d", name="Feeling")

POSTGRESQL = Palette(
    types={
        "n": [Integer(), BigInteger(), SmallInteger(), Text(), Numeric(12, 0)],
        "s": [Text(), String(20), String(90), Text(collation="C"), String(20, collation="POSIX")],
        "f": [Float(), Numeric(8, 2)],
        "b": [LargeBinary()],
        "d": [Date(), DateTime(), DateTime(timezone=True)],
        "o": [Boolean()],
        "e": [MOOD, FEELING, Text()],
        "j": [postgresql.JSONB(), postgresql.JSON()],
        "a": [postgresql.ARRAY(Integer), postgresql.ARRAY(BigInteger)],
    },
    defaults={
        "n": [None, "0", "-7", "1 + 1", "'12'"],
        "s": [None, "'x'", "'it''s :not %s \"{a}\"'", "''", "upper('x')"],
        "f": [None, "0.5"],
        "b": [None, "'\\x00ff'"],
        "d": [None, "CURRENT_DATE", "'2020-01-01'", "now()"],
        "o": [None, "true"],
        "e": [None, "'a'"],
        "j": [None, "'{\"a\": [1, 2]}'"],
        "a": [None, "'{}'", "ARRAY[1, 2]"],
    },
    backfill={
        "n": "7", "s": "'filled'", "f": "1.5", "b": "'\\x01'", "d": "'1999-12-31'", "o": "false", "e": "'b'",
        "j": "'[]'", "a": "'{7}'",
    },
    values={
        "n": [3, -5, 0, 30000],
        "s": ["007", "it's\n:x %s", "", "ß😀"],
        "f": [0.5, 1.5, 2.5, 3.5],
        "b": ["\\x", "\\x00ff", "\\x27", "\\x78"],
        "d": ["2024-02-01", "2024-02-02", "2024-02-03", "2024-02-04"],
        "o": [False, True, False, True],
        "e": ["a", "b", "c", "a"],
        "j": [json.dumps({"b": 1, "a": "it's"}), "[]", "null", '"x"'],
        "a": ["{}", "{1,NULL}", "{3,-5}", "{7}"],
    },
    optional=["n0", "n1", "s0", "s1", "f0", "b0", "d0", "o0", "e0", "e1", "j0", "a0"],
    checks=[
        "c0 > 0",
        "c0 >= 1 AND (c0) < 100000",
        "length(c1) > 0",
        "c1 NOT IN (':x', 'a%s', ''',(')",
        "c0 IS NOT NULL OR c1 <> 'x'",
        "c0 BETWEEN 0 AND 5000",
        "c1 LIKE 'K%'",
        "c0 IN (1, 2, 3, 4) AND c1 IS NOT NULL",
    ],
    indexes=[
        "c0", "c1", "c1 DESC", "c0, c1 DESC NULLS LAST", "lower(c1)", 'c1 COLLATE "C"', "(c0 + 1)", "(c1 || 'x'), c0",
        "c1 text_pattern_ops",
    ],
    predicates=[None, "c0 > 1", "c1 <> 'x' AND c0 IS NOT NULL"],
    keys=["c0", "c0 auto", "c0 identity", "c1", "c0 c1", "c1 c0", "none"],
    generated=[None, None, "c0 * 2", "c0 * 2 STORED", "c0 + 1 STORED"],
    converted="ndj",
    schema="public.",
)  # fmt: skip


@dataclass(frozen=True)
class PairCase(Case):
    """A pair as a case."""

    pair: Pair | None = None

    def load(self) -> MetaData:
        assert self.pair is not None
        return metadata_of(self.pair.after)

    def source(self) -> str:
        return repr(self.pair)


def metadata_of(specs: tuple[TableSpec, ...]) -> MetaData:
    """The models of a schema."""
    metadata = MetaData()
    for spec in specs:
        Table(spec.name, metadata, *parts_of(spec))
    return metadata


def parts_of(spec: TableSpec) -> list[Any]:
    keys = [word for word in spec.key.split() if word in ("c0", "c1")]
    number: Any = BigInteger() if spec.key_type else Integer()
    identity = [Identity(always=spec.key_type)] if "identity" in spec.key else []
    counts: Any = "auto" if {"auto", "identity"} & set(spec.key.split()) else False
    folded = "C" if spec.folds else None
    parts: list[Any] = [
        Column("c0", number, *identity, primary_key="c0" in keys, autoincrement=counts, nullable=False),
        Column("c1", String(50, collation=folded), primary_key="c1" in keys, nullable=False),
    ]
    if keys[:1] == ["c1"] and spec.key_type:
        parts.reverse()
    parts += [column.make(POSTGRESQL) for column in spec.columns]
    if spec.generated:
        expression = spec.generated.removesuffix(" STORED")
        parts.append(Column("g", BigInteger, Computed(expression, persisted="STORED" in spec.generated)))
    uniques = dict(spec.uniques)
    if keys != ["c0"]:
        uniques.setdefault("c0", False)  # foreign keys point to it
    for at, (listed, named) in enumerate(sorted(uniques.items())):
        parts.append(UniqueConstraint(*listed.split(), name=f"uq {spec.name} {at}" if named else None))
    for at, (expression, named) in enumerate(spec.checks):
        parts.append(CheckConstraint(expression.replace(":", "\\:"), name=f"ck {spec.name} {at}" if named else None))
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
        listed_terms = map(text, terms.split(", "))
        parts.append(Index(f"ix {spec.name} {at}", *listed_terms, unique=unique, postgresql_where=where))
    return parts


def database_of(pair: Pair) -> str:
    """A script that makes the first schema with rows, a view and a trigger for each table that stays."""
    said: list[str] = []
    dialect = postgresql.dialect(paramstyle="named")
    engine = create_mock_engine(
        "postgresql://", lambda element, *_, **__: said.append(str(element.compile(dialect=dialect)))
    )
    metadata_of(pair.before).create_all(engine, checkfirst=False)
    names = {spec.name for spec in pair.after} | {old.removeprefix("public.") for old, _ in pair.renames}
    said.append("SET session_replication_role = replica")  # whatever the order in which rows point to one another
    for spec in pair.before:
        table = quoted(spec.name)
        listed, rows = rows_of(POSTGRESQL, pair, spec)
        for row in rows:
            values = ", ".join(map(literal, row))
            said.append(f"INSERT INTO {table} ({', '.join(listed)}) OVERRIDING SYSTEM VALUE VALUES ({values})")
        if {"auto", "identity"} & set(spec.key.split()) and rows:
            said.append(f"SELECT setval(pg_get_serial_sequence({literal(table)}, 'c0'), {len(rows)})")
        if spec.name in names:
            said.append(f"CREATE VIEW {quoted('v ' + spec.name)} AS SELECT c0, c1 AS key FROM {table}")
            said.append(
                f"CREATE FUNCTION {quoted('f ' + spec.name)}() RETURNS trigger LANGUAGE plpgsql"
                " AS $$ BEGIN RAISE EXCEPTION 'forbidden'; END $$"
            )
            said.append(
                f"CREATE TRIGGER guard BEFORE INSERT OR DELETE ON {table} FOR EACH ROW"
                f" EXECUTE FUNCTION {quoted('f ' + spec.name)}()"
            )
    return ";\n".join([*said, "RESET session_replication_role"])


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(value: Any) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int | float) else "'" + value.replace("'", "''") + "'"
