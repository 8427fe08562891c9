"""What the models refer to without making it, and what happens as they are made."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    DDL,
    URL,
    BigInteger,
    CheckConstraint,
    Column,
    Computed,
    Enum,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    event,
    text,
)
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.types import UserDefinedType

from ...servers import Server
from .comparing import compared, make, orders, unequal
from .reading import run


class Address(UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **kw: Any) -> str:
        return "address"


LENT = """
    CREATE SCHEMA lib;
    CREATE EXTENSION citext SCHEMA lib;
    CREATE EXTENSION hstore;
    CREATE EXTENSION pg_trgm SCHEMA lib;
    CREATE TYPE size AS ENUM ('s', 'm');
    CREATE TYPE address AS (street text, size size);
    CREATE DOMAIN word AS text CHECK (VALUE <> '');
    CREATE TYPE lib.span AS RANGE (SUBTYPE = float8);
    CREATE COLLATION plain (LC_COLLATE = 'C', LC_CTYPE = 'C');
    CREATE TEXT SEARCH CONFIGURATION lib.words (COPY = english);
    CREATE TABLE counted (id serial PRIMARY KEY);
    CREATE TABLE elsewhere (code varchar(7) PRIMARY KEY);
    CREATE FUNCTION made_up(word) RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN $1; END';
    CREATE FUNCTION is_good(text) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$ SELECT $1 <> '' $$;
"""


def borrowing() -> MetaData:
    """Models that hang on what they do not make; the last column lets nothing be settled without making the table."""
    metadata = MetaData()
    Table("parent", metadata, Column("id", BigInteger, primary_key=True))
    Table(
        "borrowing",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("insensitive", pg.CITEXT, server_default="X"),
        Column("pairs", pg.HSTORE),
        Column("lives", Address()),
        Column("size", pg.ENUM("s", "m", name="size", create_type=False), server_default="m"),
        Column("word", pg.DOMAIN("word", Text, create_type=False), server_default="w"),
        Column("n", Integer, server_default=text("nextval('counted_id_seq')")),
        Column("made_up", Text, server_default=text("made_up('x')")),
        Column("collated", Text(collation="plain")),
        Column("vector", pg.TSVECTOR, Computed("to_tsvector('lib.words', made_up)", persisted=True)),
        Column("outside", String(7), ForeignKey("elsewhere.code")),
        Column("parent", ForeignKey("parent.id")),
        CheckConstraint("is_good(made_up)", name="good"),
        CheckConstraint("insensitive = 'abc'"),
        Index("alike", "made_up", postgresql_using="gin", postgresql_ops={"made_up": "gin_trgm_ops"}),
        Index("good_ones", text("is_good(made_up)")),
    )
    return metadata


def test_what_the_models_refer_to_is_borrowed(empty: URL, server: Server) -> None:
    """Extensions, types, functions, collations, sequences and tables that only the target has."""
    run(empty, LENT)
    name = str(empty.database)
    run(empty, f'ALTER DATABASE "{name}" SET search_path = public, lib')
    outside = borrowing()
    Table("elsewhere", outside, Column("code", String(7), primary_key=True))
    make(outside, empty)
    found, result = compared(borrowing(), empty, server.url)
    assert result.notes == ()
    mine = [line for line in unequal(found, result.catalog) if "counted" not in line and "elsewhere" not in line]
    assert mine == []
    assert result.proofs["scratch"] > 10


def test_a_borrowed_function_may_take_a_type_of_the_models(empty: URL, server: Server) -> None:
    """Neither can be made before the other is: the type first, then the function, then the table."""
    run(empty, "CREATE TYPE mood AS ENUM ('ok'); CREATE DOMAIN word AS text")
    run(empty, "CREATE FUNCTION fine(mood, word) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true'")
    models = orders(Column("mood", Enum("ok", name="mood")), CheckConstraint("fine(mood, note)"))
    make(models, empty)
    found, result = compared(models, empty, server.url)
    assert [line for line in unequal(found, result.catalog) if "word" not in line] == []
    assert result.exact


def test_what_listens_for_a_table_being_made_runs_in_scratch(empty: URL, server: Server) -> None:
    """A listener makes an index and a trigger: the target has them too, so there is no drift."""

    def listening() -> MetaData:
        metadata = orders()
        made = DDL(
            "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
            "CREATE TRIGGER stamped BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION stamp();"
            "CREATE INDEX made_beside ON orders (note)"
        )
        event.listen(metadata.tables["orders"], "after_create", made)
        Table("quiet", metadata, Column("id", Integer, primary_key=True))
        return metadata

    make(listening(), empty)
    found, result = compared(listening(), empty, server.url)
    assert unequal(found, result.catalog) == []
    assert result.exact


def test_what_a_listener_refers_to_is_borrowed(empty: URL, server: Server) -> None:
    """No text of the models names the function: where making the table fails, all that the target has is lent."""
    run(empty, "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
    stamped = "CREATE TRIGGER stamped BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION stamp()"
    models = orders(CheckConstraint("qty > 0"))
    event.listen(models.tables["orders"], "after_create", DDL(stamped))
    make(models, empty)
    found, result = compared(models, empty, server.url)
    assert unequal(found, result.catalog) == []
    assert result.exact


def test_whoever_listens_for_the_whole_has_the_whole_made(empty: URL, server: Server) -> None:
    def listening() -> MetaData:
        metadata = orders(CheckConstraint("qty > 0"))
        event.listen(metadata, "after_create", DDL("ALTER TABLE orders ADD extra integer"))
        return metadata

    make(listening(), empty)
    found, result = compared(listening(), empty, server.url)
    assert unequal(found, result.catalog) == []
