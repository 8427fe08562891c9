"""Models with everything that SQLAlchemy can say to PostgreSQL, as lists: a new feature is a new line."""

from __future__ import annotations

import enum
from typing import Any

import sqlalchemy
from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Date,
    DateTime,
    Enum,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    Interval,
    LargeBinary,
    MetaData,
    Numeric,
    PickleType,
    Sequence,
    SmallInteger,
    String,
    Table,
    Text,
    Time,
    Unicode,
    UniqueConstraint,
    Uuid,
    cast,
    column,
    false,
    func,
    literal,
    literal_column,
    null,
    text,
    types,
)
from sqlalchemy.dialects import postgresql as pg

# What SQLAlchemy could not say before 2.1.
NEW = sqlalchemy.__version__ >= "2.1"
INCLUDED: dict[str, Any] = {"postgresql_include": ["x"]} if NEW else {}
STORED: dict[str, Any] = {"postgresql_with": {"fillfactor": 70, "autovacuum_enabled": False}} if NEW else {}
SETS = "SET NULL (y)" if NEW else "SET NULL"


class Color(enum.Enum):
    red = "r"
    green = "g"


class Price(types.TypeDecorator[Any]):
    impl = Numeric(12, 4)
    cache_ok = True


class Document(types.TypeDecorator[Any]):
    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Any) -> Any:
        return dialect.type_descriptor(pg.JSONB())


def mood() -> Enum:
    return Enum("sad", "ok", "it's", name="mood")


def by_value() -> Enum:
    return Enum(Color, name="by_value", schema="sales", values_callable=lambda colors: [each.value for each in colors])


def all_types() -> list[Any]:
    return [
        String(), String(50), Text(), Unicode(10), types.UnicodeText(), types.CHAR(3), types.CHAR(), types.NCHAR(4),
        Numeric(), Numeric(10), Numeric(10, 2), types.DECIMAL(8, 3), Float(), Float(24), Float(53), types.Double(),
        types.REAL(), types.DOUBLE_PRECISION(), SmallInteger(), Integer(), BigInteger(), Boolean(), Date(), Time(),
        Time(timezone=True), DateTime(), DateTime(timezone=True), types.TIMESTAMP(timezone=True),
        pg.TIMESTAMP(precision=3), pg.TIME(precision=2, timezone=True), Interval(), Interval(second_precision=2),
        pg.INTERVAL(fields="DAY TO SECOND", precision=3), pg.INTERVAL(fields="YEAR"), LargeBinary(), PickleType(),
        types.JSON(), pg.JSON(), pg.JSONB(), Uuid(), Uuid(native_uuid=False), pg.UUID(), pg.INET(), pg.CIDR(),
        pg.MACADDR(),
        pg.MACADDR8(), pg.MONEY(), pg.OID(), pg.REGCLASS(), pg.REGCONFIG(), pg.TSVECTOR(), pg.TSQUERY(), pg.BIT(5),
        pg.BIT(varying=True), pg.BIT(7, varying=True), pg.INT4RANGE(), pg.INT8RANGE(), pg.NUMRANGE(), pg.DATERANGE(),
        pg.TSRANGE(), pg.TSTZRANGE(), pg.TSTZMULTIRANGE(), pg.NUMMULTIRANGE(), pg.JSONPATH(), ARRAY(Integer()),
        ARRAY(String(20), dimensions=2), pg.ARRAY(Numeric(5, 1)), ARRAY(DateTime(timezone=True)), Text(collation="C"),
        String(5, collation="POSIX"), ARRAY(Text(collation="C")), Text(collation="default"),
        String().with_variant(pg.JSONB(), "postgresql"), Price(), Document(), ARRAY(Price()),
        Enum("a", "b", native_enum=False, length=10), Enum("long", "longest", native_enum=False), mood(), ARRAY(mood()),
        Enum(Color, name="color"), by_value(), Enum("x", "y", name="Mixed Enum"),
        pg.DOMAIN("plain", String(20)), pg.DOMAIN("never_null", Integer, not_null=True),
        ARRAY(pg.DOMAIN("plain", String(20))),
        pg.DOMAIN("above", Integer, check="VALUE > 0", not_null=True),
        pg.DOMAIN("E-mail", Text, default="@", constraint_name="at", check=text("VALUE LIKE '%@%'"), schema="sales"),
    ]  # fmt: skip


def all_defaults() -> list[tuple[Any, Any]]:
    return [
        (String(20), "x"), (String(20), ""), (Text(), "it's"), (Text(), "100%"), (Text(), text("'50%'")),
        (Text(), "back\\slash"), (Integer(), "0"), (Integer(), text("0")),
        (Integer(), text("-1")), (SmallInteger(), "3"),
        (BigInteger(), text("3000000000")), (BigInteger(), "7"), (Boolean(), text("true")), (Boolean(), "f"),
        (Boolean(), false()), (DateTime(timezone=True), func.now()), (DateTime(), func.current_timestamp()),
        (DateTime(), text("timezone('utc', now())")), (DateTime(), text("(now() at time zone 'utc')")),
        (Date(), func.current_date()), (Date(), text("CURRENT_DATE + 1")), (Date(), "2024-02-29"), (pg.JSONB(), "{}"),
        (pg.JSONB(), text("'{}'::jsonb")), (pg.JSONB(), '{"b":1,"a":[]}'), (types.JSON(), '{"a":1}'),
        (ARRAY(Text()), "{}"), (ARRAY(Integer()), text("ARRAY[1,2]")), (Uuid(), func.gen_random_uuid()), (mood(), "ok"),
        (mood(), text("'ok'::mood")), (Enum(Color, name="color"), Color.red.name), (Numeric(10, 2), text("1.50")),
        (Numeric(10, 2), "1.50"), (Numeric(), text("-1.5")), (Float(), "1.5"), (Float(), text("1e3")),
        (Text(), text("('a' || 'b')")), (Text(), null()), (Text(), literal("lit")), (Text(), func.current_user()),
        (Text(), text("md5(random()::text)")), (String(), text("'a'::text")), (Interval(), "1 day"),
        (Integer(), text("nextval('counter')")), (Integer(), text("nextval('sales.down'::regclass)")), (pg.OID(), "0"),
        (LargeBinary(), text("'\\x00'")), (types.CHAR(3), "ab"), (ARRAY(mood()), "{}"), (Time(), "10:00"),
    ]  # fmt: skip


# over a table of the columns: id, qty, status, note, price, ok, feeling, day
CHECKS: list[tuple[str | None, Any]] = [
    ("qty_positive", "qty > 0"), (None, "qty < 1000"), ("one_of", "status IN ('a','b')"),
    ("just_one", "status in ('a')"),
    (None, "note in ('x', 'y')"), ("spread", "qty >= 0 AND qty < 100"), ("price", "price > 0"),
    ("long", "length(status) > 2"), ("not_empty", "note <> ''"), ("either", "note IS NOT NULL OR qty IS NULL"),
    ("between", "qty between 1 and 5"), ("not_sad", "feeling <> 'sad'"), ("like", "note LIKE 'a%'"),
    ("built", column("qty") != 7), ("in_built", column("status").in_(["a", "b"])), ("ok", "ok"),
    ("cast", "qty::text <> ''"),
    ("dated", "day > '2020-01-01'"), ("case", "CASE WHEN ok THEN qty > 0 ELSE true END"),
    ("regex", "note ~ '^[a-z]+$'"),
]  # fmt: skip


def indexes(table: Table) -> list[Index]:
    c = table.c
    return [
        Index("three", c.a, c.b.desc(), c.note.asc(), unique=True),
        Index("nulls", c.b.desc().nulls_last(), c.ts.nulls_first()),
        Index("lower", func.lower(c.a)),
        Index("lower_text", text("lower(note) DESC"), _table=table),
        Index("lower_desc", func.lower(c.note).desc().nulls_last()),
        Index("plain_text", text("ts DESC NULLS LAST"), _table=table),
        Index("literal", literal_column("b").desc(), _table=table),
        Index("sum", c.b + 1, c.a),
        Index("cast", cast(c.b, Text)),
        Index("coalesce", func.coalesce(c.b, 0)),
        Index("json_key", c.j["a"].astext),
        Index("collated", c.note.collate("C")),
        Index("expression_ops", func.lower(c.note).label("low"), postgresql_ops={"low": "text_pattern_ops"}),
        Index("partial", c.b, postgresql_where=c.b > 5),
        Index("partial_text", c.b, postgresql_where=text("a = 'x' and b is not null")),
        Index("gin", c.j, postgresql_using="gin"),
        Index("gin_path", c.j, postgresql_using="GIN", postgresql_ops={"j": "jsonb_path_ops"}),
        Index("gin_array", c.numbers, postgresql_using="gin"),
        Index("hash", c.b, postgresql_using="hash"),
        Index("brin", c.ts, postgresql_using="brin", postgresql_with={"pages_per_range": 64}),
        Index("gist", c.during, postgresql_using="gist"),
        Index("including", c.b, postgresql_include=["a", "note"]),
        Index("pattern", c.note, postgresql_ops={"note": "text_pattern_ops"}),
        Index("options", c.b, postgresql_with={"fillfactor": 50, "deduplicate_items": False}),
        Index("quoted", c.Mixed, c.order),
        Index("one_null", c.b, c.a, unique=True, postgresql_nulls_not_distinct=True),
        Index("beside", c.order, postgresql_concurrently=True),
    ]


def key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def everything() -> MetaData:
    """All of it; needs the schema ``sales``."""
    m = MetaData()
    Sequence("counter", start=10, increment=5, metadata=m)
    Sequence(
        "down", increment=-1, minvalue=-100, cycle=True, cache=7, data_type=SmallInteger, schema="sales", metadata=m
    )
    Table(
        "types", m, key(), *(Column(f"c{n}", type_) for n, type_ in enumerate(all_types())), comment='it\'s all "types"'
    )
    Table(
        "defaults",
        m,
        Column("id", BigInteger, primary_key=True),
        *(Column(f"c{n}", type_, server_default=default) for n, (type_, default) in enumerate(all_defaults())),
    )
    Table(
        "checks",
        m,
        key(),
        Column("qty", Integer, CheckConstraint("qty > -5")),
        Column("status", String(10)),
        Column("note", Text),
        Column("price", Numeric(10, 2)),
        Column("ok", Boolean(create_constraint=True, name="ok_or_not")),
        Column("feeling", mood()),
        Column("day", Date),
        Column("letter", Enum("a", "b", native_enum=False, create_constraint=True, name="letters")),
        *(CheckConstraint(expression, name=name) for name, expression in CHECKS),
    )
    indexed = Table(
        "indexed",
        m,
        key(),
        Column("a", String(20), index=True),
        Column("b", Integer),
        Column("note", Text, unique=True, index=True),
        Column("j", pg.JSONB),
        Column("ts", DateTime),
        Column("numbers", ARRAY(Integer)),
        Column("during", pg.TSTZRANGE),
        Column("Mixed", Integer),
        Column("order", Integer),
    )
    assert indexes(indexed)
    _keys(m)
    _kinds_of_tables(m)
    return m


def _keys(m: MetaData) -> None:
    Table("small", m, Column("id", SmallInteger, primary_key=True))
    Table(
        "two_keys",
        m,
        Column("a", Integer, primary_key=True, autoincrement=False),
        Column("b", Integer, primary_key=True),
    )
    Table("drawn", m, Column("id", Integer, Sequence("drawn_from", metadata=m), primary_key=True))
    always = Identity(always=True, start=5, increment=2, cycle=True, maxvalue=99)
    Table("identity", m, Column("id", Integer, always, primary_key=True), Column("b", BigInteger, Identity()))
    Table("downwards", m, Column("id", SmallInteger, Identity(increment=-2, minvalue=-50), primary_key=True))
    Table(
        "parent",
        m,
        key(),
        Column("code", String(10), unique=True),
        Column("x", Integer),
        Column("y", Integer),
        UniqueConstraint("x", "y", name="x_y"),
        schema="sales",
    )
    Table(
        "child",
        m,
        key(),
        Column("p", ForeignKey("sales.parent.id", ondelete="CASCADE", onupdate="restrict")),
        Column("q", ForeignKey("sales.parent.code", name="of_code", deferrable=True, initially="DEFERRED")),
        Column("x", Integer),
        Column("y", Integer),
        Column("own", ForeignKey("child.id", ondelete="NO ACTION")),
        ForeignKeyConstraint(["x", "y"], ["sales.parent.x", "sales.parent.y"], match="FULL", ondelete="SET NULL"),
        ForeignKeyConstraint(["x", "y"], ["sales.parent.x", "sales.parent.y"], name="sets", ondelete=SETS),
        UniqueConstraint("x", deferrable=True),
        UniqueConstraint("y", name="one_y", postgresql_nulls_not_distinct=True, **INCLUDED),
        comment="kids",
    )
    b_of_a = ForeignKeyConstraint(["b"], ["circle_b.id"], name="b_of_a", use_alter=True)
    Table("circle_a", m, key(), Column("b", Integer), b_of_a)
    Table("circle_b", m, key(), Column("a", ForeignKey("circle_a.id", name="a_of_b")))
    Table("ring_a", m, key(), Column("b", ForeignKey("ring_b.id", name="ring_ab")))
    Table("ring_b", m, key(), Column("a", ForeignKey("ring_a.id", name="ring_ba")))


def _kinds_of_tables(m: MetaData) -> None:
    doubled = Column("b", Integer, Computed("a * 2", persisted=True))
    Table(
        "generated",
        m,
        key(),
        Column("a", Integer),
        doubled,
        Column("name", String(30)),
        Column("low", Text, Computed("lower(name)", persisted=True)),
    )
    Table(
        "excluding",
        m,
        key(),
        Column("r", pg.TSTZRANGE),
        Column("room", Integer),
        Column("s", pg.INT4RANGE),
        pg.ExcludeConstraint(("r", "&&"), name="plain"),
        pg.ExcludeConstraint(("r", "&&"), ("s", "="), using="gist", where=text("room > 0"), name="where"),
        pg.ExcludeConstraint(("s", "&&"), deferrable=True),
    )
    Table("stored", m, key(), prefixes=["UNLOGGED"], **STORED)
    Table("by_range", m, Column("day", Date, primary_key=True), postgresql_partition_by="RANGE (day)")
    Table("by_hash", m, Column("id", Integer, primary_key=True), postgresql_partition_by="HASH(id)")
    Table("by_expression", m, Column("k", Text), postgresql_partition_by="LIST (lower(k))")
    Table("ancestor", m, key(), Column("x", Text))
    Table("heir", m, Column("y", Integer), postgresql_inherits="ancestor")
    Table(
        "Quoted Table",
        m,
        Column("Id", Integer, primary_key=True),
        Column("a.b", Text),
        Column('q"q', Text),
        Column("naïve", Text, comment="ünï"),
        Column("select", Integer),
        Column("per%cent", Text, server_default="50%"),
        Index("Mixed Index", "Id"),
        CheckConstraint('"Id" > 0', name="Check Id"),
    )
    Table("dot.ted", m, key(), Column("p", ForeignKey("Quoted Table.Id")), schema="sales")
    Table(
        "commented",
        m,
        Column("id", Integer, primary_key=True, comment="key"),
        Column("x", Integer, comment=""),
        UniqueConstraint("x", name="told", comment="unique"),
        CheckConstraint("x > 1", name="told_too", comment="check"),
        comment="",
    )
    Table(
        "t" * 63,
        m,
        Column("y" * 40, Integer, primary_key=True),
        Column("z" * 40, Integer, index=True),
        Column("é" * 40, Integer),
        UniqueConstraint("z" * 40),
    )


def by_convention() -> MetaData:
    """Names that the models make; needs the schema ``sales``."""
    convention = {
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
    m = MetaData(naming_convention=convention, schema="sales")
    Table(
        "users",
        m,
        Column("id", Integer, primary_key=True),
        Column("email", String(100), unique=True),
        Column("kind", Enum("a", "b", name="kind")),
        CheckConstraint("id > 0", name="positive"),
    )
    Table(
        "a_table_with_a_name_that_is_quite_long_already",
        m,
        Column("id", Integer, primary_key=True),
        Column("a_column_with_a_long_name_too", ForeignKey("sales.users.id"), index=True, unique=True),
        Column("flag", Boolean(create_constraint=True, name="flag")),
    )
    return m
