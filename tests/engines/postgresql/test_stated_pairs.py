"""Histories that are no drift and differences that are: no phantom, and no wrong "equal"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import (
    URL,
    BigInteger,
    CheckConstraint,
    Column,
    Computed,
    Date,
    DateTime,
    Enum,
    Index,
    Integer,
    Numeric,
    Sequence,
    String,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects import postgresql as pg

from ...servers import Server
from .comparing import compared, make, orders, unequal
from .reading import run

# What history does to a database that was made from the models: models' part, SQL.
HISTORIES: dict[str, tuple[Callable[[], list[Any]], str]] = {
    "a check keeps the casts of the type that a column had": (
        lambda: [CheckConstraint("note IN ('a', 'b')", name="c")],
        """ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ALTER note TYPE varchar(20);
        ALTER TABLE orders ADD CONSTRAINT c CHECK (note IN ('a', 'b')); ALTER TABLE orders ALTER note TYPE text""",
    ),
    "a default keeps the cast of the type that a column had": (
        lambda: [Column("c", Text, server_default="x")],
        """ALTER TABLE orders ALTER c TYPE varchar(9); ALTER TABLE orders ALTER c SET DEFAULT 'x'::varchar;
        ALTER TABLE orders ALTER c TYPE text""",
    ),
    "IN as OR": (
        lambda: [CheckConstraint("status IN ('a', 'b')", name="c")],
        """ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c
        CHECK (status = ANY (ARRAY['a', 'b']))""",
    ),
    "IN as an array literal": (
        lambda: [CheckConstraint("status IN ('a', 'b')", name="c")],
        """ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c
        CHECK (status = ANY ('{a,b}'::text[]))""",
    ),
    "IN as an array of varchar": (
        lambda: [CheckConstraint("status IN ('a', 'b')", name="c")],
        """ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c
        CHECK (status::text = ANY (ARRAY['a'::character varying, 'b'::character varying]::text[]))""",
    ),
    "now() is CURRENT_TIMESTAMP": (
        lambda: [Column("c", DateTime(timezone=True), server_default=func.now())],
        "ALTER TABLE orders ALTER c SET DEFAULT CURRENT_TIMESTAMP",
    ),
    "a predicate in other words": (
        lambda: [Index("part", "qty", postgresql_where=text("qty > 0 AND note IS NOT NULL"))],
        """DROP INDEX part; CREATE INDEX part ON orders (qty) WHERE (((qty) > (0)) AND (NOT note IS NULL))""",
    ),
    "an index key in other words": (
        lambda: [Index("low", text("lower(status)"))],
        "DROP INDEX low; CREATE INDEX low ON orders (lower(status::text))",
    ),
    "a constraint that the models leave unnamed has some name": (
        lambda: [CheckConstraint("qty BETWEEN 1 AND 5"), UniqueConstraint("note")],
        """ALTER TABLE orders RENAME CONSTRAINT orders_qty_check TO positive;
        ALTER TABLE orders RENAME CONSTRAINT orders_note_key TO only_one""",
    ),
    "a serial whose sequence has another name": (
        list,
        "ALTER SEQUENCE orders_id_seq RENAME TO drawn_from",
    ),
    "a table and its column were renamed": (
        lambda: [Column("c", Integer, CheckConstraint("c > 0")), UniqueConstraint("c")],
        """ALTER TABLE orders RENAME TO other; ALTER TABLE other RENAME c TO d;
        ALTER TABLE other RENAME TO orders; ALTER TABLE orders RENAME d TO c""",
    ),
    "columns in another order": (
        lambda: [Column("c", Integer)],
        "ALTER TABLE orders DROP note; ALTER TABLE orders ADD note text",
    ),
    "a default that was dropped is a default NULL": (
        lambda: [Column("c", String(5))],
        "ALTER TABLE orders ALTER c SET DEFAULT NULL",
    ),
    "a generated column in other words": (
        lambda: [Column("g", Integer, Computed("qty * 2 + 1", persisted=True))],
        """ALTER TABLE orders DROP g; ALTER TABLE orders ADD g integer GENERATED ALWAYS AS (((qty * 2) + 1)) STORED""",
    ),
    "identity options that are the defaults": (
        lambda: [Column("n", BigInteger, Sequence("counts", start=1))],
        "ALTER SEQUENCE counts INCREMENT 1 MINVALUE 1 NO CYCLE",
    ),
    "a sequence was used": (list, "SELECT nextval('orders_id_seq') FROM generate_series(1, 9)"),
}


@pytest.mark.parametrize("history", HISTORIES)
def test_a_history_without_drift(empty: URL, history: str) -> None:
    """Found equal without a scratch database: by prediction and EXPLAIN alone."""
    more, sql = HISTORIES[history]
    make(orders(*more()), empty)
    run(empty, sql)
    found, result = compared(orders(*more()), empty, None)
    assert unequal(found, result.catalog) == []
    assert result.exact


# What looks alike and is not: models' part, SQL after it was made.
DIFFERENCES: dict[str, tuple[Callable[[], list[Any]], str]] = {
    "an immutable function of the user's is not its result": (
        lambda: [CheckConstraint("qty > f(1)", name="c")],
        "ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c CHECK (qty > 2)",
    ),
    "an SQL function of the user's is not its body": (
        lambda: [CheckConstraint("above(qty)", name="c")],
        "ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c CHECK (qty > 0)",
    ),
    "an operator of the user's is not its body": (
        lambda: [CheckConstraint("qty +> 0", name="c")],
        "ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c CHECK (qty > 0)",
    ),
    "a default is not cut to the length of its column": (
        lambda: [Column("c", String(3), server_default="abcdef")],
        "ALTER TABLE orders ALTER c SET DEFAULT 'abc'",
    ),
    "a default is not rounded to the scale of its column": (
        lambda: [Column("c", Numeric(5, 1), server_default=text("1.26"))],
        "ALTER TABLE orders ALTER c SET DEFAULT 1.3",
    ),
    "a text that says CURRENT_TIMESTAMP is not one that says now()": (
        lambda: [Column("c", Text, server_default=text("'CURRENT_TIMESTAMP' || note2()"))],
        "ALTER TABLE orders ALTER c SET DEFAULT 'now()' || note2()",
    ),
    "today is not now": (
        lambda: [Column("c", Date, server_default=func.current_date())],
        "ALTER TABLE orders ALTER c SET DEFAULT now()",
    ),
    "upper case in a constant": (
        lambda: [CheckConstraint("status IN ('a', 'b')", name="c")],
        "ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c CHECK (status IN ('a', 'B'))",
    ),
    "NULL passes a CHECK": (
        lambda: [CheckConstraint("qty > 0", name="c")],
        "ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c CHECK (qty > 0 AND qty IS NOT NULL)",
    ),
    "the order of an expression in an index": (
        lambda: [Index("low", text("lower(note) DESC"))],
        "DROP INDEX low; CREATE INDEX low ON orders (lower(note))",
    ),
    "the operator class of an index": (
        lambda: [Index("low", text("lower(note)"))],
        "DROP INDEX low; CREATE INDEX low ON orders (lower(note) text_pattern_ops)",
    ),
    "the collation of an index": (
        lambda: [Index("low", text("lower(note)"))],
        'DROP INDEX low; CREATE INDEX low ON orders (lower(note) COLLATE "C")',
    ),
    "the cast of an index key": (
        lambda: [Index("cast", text("(qty::text)"))],
        'DROP INDEX "cast"; CREATE INDEX "cast" ON orders ((qty::varchar))',
    ),
    "a predicate that holds for more": (
        lambda: [Index("part", "qty", postgresql_where=text("qty > 0"))],
        "DROP INDEX part; CREATE INDEX part ON orders (qty) WHERE qty >= 0",
    ),
    "the type of a serial's sequence": (list, "ALTER SEQUENCE orders_id_seq AS smallint"),
    "a constraint that is not validated": (
        lambda: [CheckConstraint("qty > 0", name="c")],
        "ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c CHECK (qty > 0) NOT VALID",
    ),
    "labels in another order": (
        lambda: [Column("e", Enum("a", "b", name="e"))],
        "ALTER TABLE orders DROP e; DROP TYPE e; CREATE TYPE e AS ENUM ('b', 'a'); ALTER TABLE orders ADD e e",
    ),
    "the check of a domain": (
        lambda: [Column("d", pg.DOMAIN("d", Integer, check="VALUE > 0"))],
        "ALTER DOMAIN d DROP CONSTRAINT d_check; ALTER DOMAIN d ADD CONSTRAINT d_check CHECK (VALUE >= 0)",
    ),
}
FUNCTIONS = """
    CREATE FUNCTION f(integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN $1 + 1; END';
    CREATE FUNCTION above(integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 0';
    CREATE FUNCTION above(integer, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 > $2';
    CREATE OPERATOR +> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = above);
    CREATE FUNCTION note2() RETURNS text VOLATILE LANGUAGE plpgsql AS $$ BEGIN RETURN ''; END $$;
"""


@pytest.mark.parametrize("asked", [True, False], ids=["scratch", "no scratch"])
@pytest.mark.parametrize("difference", DIFFERENCES)
def test_a_difference_is_never_taken_for_equal(empty: URL, server: Server, difference: str, asked: bool) -> None:
    """The worst bug there is: a wrong "equal"."""
    more, sql = DIFFERENCES[difference]
    run(empty, FUNCTIONS)
    make(orders(*more()), empty)
    before, result = compared(orders(*more()), empty, server.url)
    assert unequal(before, result.catalog) == []
    run(empty, sql)
    found, result = compared(orders(*more()), empty, server.url if asked else None)
    assert len(unequal(found, result.catalog)) >= 2
    assert result.exact or not asked
