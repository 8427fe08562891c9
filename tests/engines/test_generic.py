"""Dialects without a place of their own, compared by reflection: no phantom, and what is planted is found."""

from __future__ import annotations

import enum
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle

from schemasync_nb.database import open_database
from schemasync_nb.detect.detection import detect_on
from schemasync_nb.detect.drift import Drift
from schemasync_nb.engines.generic import Generic, defaults, types
from schemasync_nb.errors import Refused
from schemasync_nb.models import load
from schemasync_nb.policy import Policy

MARIADB = sa.make_url(os.environ.get("SCHEMASYNC_TEST_MARIADB_URL", "mysql+pymysql://root@localhost:3306/"))


@contextmanager
def on_mariadb(name: str) -> Iterator[sa.URL]:
    """A new database, under this name of the dialect."""
    server, database = sa.create_engine(MARIADB), f"test_{uuid4().hex[:16]}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {database} CHARACTER SET utf8mb4")
        try:
            yield MARIADB.set(drivername=f"{name}+{MARIADB.get_driver_name()}", database=database)
        finally:
            connection.exec_driver_sql(f"DROP DATABASE {database}")
    server.dispose()


DIALECTS = [
    pytest.param("mysql", marks=pytest.mark.needs("mariadb")),
    pytest.param("mariadb", marks=pytest.mark.needs("mariadb")),
    pytest.param("postgresql", marks=pytest.mark.needs("postgresql")),
    "sqlite",
]


@pytest.fixture(params=DIALECTS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """An empty database of each dialect that can be had here."""
    if request.param == "sqlite":
        yield from opened(sa.make_url(f"sqlite:///{tmp_path / 'generic.db'}"))
    elif request.param == "postgresql":
        with request.getfixturevalue("postgresql").database() as url:
            yield from opened(url)
    else:
        with on_mariadb(request.param) as url:
            yield from opened(url)


@pytest.fixture
def mariadb() -> Iterator[sa.Engine]:
    with on_mariadb("mysql") as url:
        yield from opened(url)


def opened(url: sa.URL) -> Iterator[sa.Engine]:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    if url.get_backend_name() == "sqlite":
        engine.connect().close()
    yield engine
    engine.dispose()


def drift(engine: sa.Engine, metadata: sa.MetaData, **policy: Any) -> Drift:
    """What a person sees, on a connection that cannot write."""
    stated = Policy(**policy)
    with open_database(engine).reading() as connection:
        generic = Generic(connection.dialect, stated.schemas)
        return detect_on(connection, generic, load(metadata), stated, "here")


def create(engine: sa.Engine, metadata: sa.MetaData) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sa.exc.SAWarning)  # PostgreSQL 15 stores every computed column
        metadata.create_all(engine)


def execute(engine: sa.Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def ids(found: Drift) -> list[str]:
    return sorted(change.id for change in found.changes)


class Colour(enum.Enum):
    RED = "r"
    BLUE = "b"


def wide(schema: str | None = None, metadata: sa.MetaData | None = None) -> sa.MetaData:
    """Something of everything that models can state on all of these dialects."""
    metadata = metadata or sa.MetaData()
    prefix = f"{schema}." if schema else ""
    C, I = sa.Column, sa.Integer  # noqa: E741
    sa.Table(
        "author",
        metadata,
        C("id", I, primary_key=True),
        C("name", sa.String(50), nullable=False, unique=True),
        C("Mixed Case", sa.Unicode(20)),
        C("born", sa.Date, server_default="2020-01-01"),
        C("seen", sa.DateTime, server_default=sa.func.now()),
        C("at", sa.Time),
        C("zoned", sa.DateTime(timezone=True)),
        C("stamp", sa.TIMESTAMP, server_default="2020-01-01"),
        C("rating", sa.Numeric(10, 2), server_default="0"),
        C("amount", sa.Numeric),
        C("whole", sa.Numeric(12)),
        C("float", sa.Float, server_default=sa.text("1e3")),
        C("precise", sa.Float(53)),
        C("double", sa.Double, server_default=sa.text("1.50")),
        C("single", sa.REAL),
        C("big", sa.BigInteger, server_default=sa.text("-7")),
        C("small", sa.SmallInteger, server_default=sa.text("(1)")),
        C("yes", sa.Boolean, server_default=sa.true(), nullable=False),
        C("no", sa.Boolean(create_constraint=True), server_default=sa.false()),
        C("bytes", sa.LargeBinary),
        C("body", sa.Text),
        C("document", sa.JSON),
        C("colour", sa.Enum(Colour)),
        C("label", sa.Enum("a", "it's", "(b)", name="labels")),
        C("letter", sa.Enum("a", "b", name="letters", native_enum=False, create_constraint=True)),
        C("uuid", sa.Uuid),
        C("interval", sa.Interval),
        C("quote", sa.String(20), server_default="it's"),
        C("slash", sa.String(20), server_default="a\\b"),
        C("empty", sa.String(5), server_default=""),
        C("digits", sa.String(5), server_default="007"),
        C("without", sa.String(5), server_default=sa.null()),
        C("base", I, sa.CheckConstraint("base <> 13")),
        C("twice", I, sa.Computed("base * 2")),
        C("kept", I, sa.Computed("base + 1", persisted=True)),
        C("told", I, comment="it's a comment"),
        sa.CheckConstraint("base < 100", name="ck_base"),
        sa.CheckConstraint("base > -100"),
        sa.Index("ix_two", "base", "small"),
        sa.Index("ix_descending", sa.desc("big")),
        sa.Index("uq_small", "small", unique=True),
        comment="who writes",
        schema=schema,
    )
    sa.Table(
        "order",
        metadata,
        C("id", I, primary_key=True),
        C("author_id", sa.ForeignKey(f"{prefix}author.id", ondelete="CASCADE"), index=True),
        C("other", I),
        C("third", sa.ForeignKey(f"{prefix}author.id", ondelete="RESTRICT")),
        C("line", I),
        sa.ForeignKeyConstraint(["other"], [f"{prefix}author.id"], name="fk_other", onupdate="CASCADE"),
        sa.UniqueConstraint("line", "other", name="uq_line"),
        sa.UniqueConstraint("other", "id"),
        schema=schema,
    )
    sa.Table(
        "pair",
        metadata,
        C("x", I, primary_key=True, autoincrement=False),
        C("y", sa.String(10), primary_key=True),
        schema=schema,
    )
    sa.Table(
        "child",
        metadata,
        C("id", sa.BigInteger, sa.Identity(), primary_key=True),
        C("x", I),
        C("y", sa.String(10)),
        C("parent", sa.ForeignKey(f"{prefix}child.id")),
        sa.ForeignKeyConstraint(["x", "y"], [f"{prefix}pair.x", f"{prefix}pair.y"]),
        schema=schema,
    )
    sa.Table("keyless", metadata, C("a", I), C("b", sa.String(5), nullable=False), schema=schema)
    return metadata


def test_what_create_all_makes_has_no_drift(database: sa.Engine) -> None:
    """Law 1: and it never claims to be exact, and says what was not compared."""
    create(database, wide())
    found = drift(database, wide())
    assert ids(found) == []
    assert not found.exact and "approximate" in found.headline()
    assert {"1 default expression", "2 generated expressions"} <= set(found.not_compared)
    assert any("reflection" in note for note in found.notes)


def test_names_made_by_a_convention_are_no_drift(database: sa.Engine) -> None:
    names = {"pk": "pk_%(table_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ix": "i_%(column_0_label)s"}
    names |= {"fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"}
    metadata = wide(metadata=sa.MetaData(naming_convention=names))
    create(database, metadata)
    assert ids(drift(database, metadata)) == []


def test_an_empty_database_wants_every_table(database: sa.Engine) -> None:
    prefix = "public." if database.dialect.name == "postgresql" else ""
    tables = ("author", "child", "keyless", "order", "pair")
    assert ids(drift(database, wide())) == [f"table:{prefix}{name}:add" for name in tables]


@pytest.mark.needs("postgresql")
def test_several_schemas(postgresql: Any) -> None:
    with postgresql.database() as url:
        engine = next(opened(url))
        execute(engine, "CREATE SCHEMA sales", "CREATE TABLE sales.more (a integer)")
        metadata = wide("sales", wide())
        create(engine, metadata)
        assert ids(drift(engine, metadata)) == ["table:sales.more:remove"]
        alone = drift(engine, metadata, schemas=["public"])
        assert ids(alone) == [] and any(note.startswith("schema sales is not compared") for note in alone.notes)


PLANTED = {
    "ALTER TABLE author MODIFY name VARCHAR(40) NOT NULL": "column:author.name:alter",
    "ALTER TABLE author MODIFY big INT DEFAULT -7": "column:author.big:alter",
    "ALTER TABLE author ALTER rating SET DEFAULT 1": "column:author.rating:alter",
    "ALTER TABLE author ALTER quote DROP DEFAULT": "column:author.quote:alter",
    "ALTER TABLE author ALTER seen SET DEFAULT '2020-01-01'": "column:author.seen:alter",
    "ALTER TABLE author ALTER empty SET DEFAULT ' x'": "column:author.empty:alter",
    "ALTER TABLE author MODIFY `Mixed Case` VARCHAR(20) NOT NULL": "column:author.Mixed Case:alter",
    "ALTER TABLE author MODIFY yes TINYINT(1) DEFAULT 1": "column:author.yes:alter",
    "ALTER TABLE author MODIFY amount DECIMAL(10, 1)": "column:author.amount:alter",
    "ALTER TABLE author MODIFY body MEDIUMTEXT": "column:author.body:alter",
    "ALTER TABLE author MODIFY whole DECIMAL(12, 0) UNSIGNED": "column:author.whole:alter",
    "ALTER TABLE author MODIFY label ENUM('a', 'it''s')": "column:author.label:alter",
    "ALTER TABLE author MODIFY told INT COMMENT 'another'": "column:author.told:alter",
    "ALTER TABLE author MODIFY kept INT": "column:author.kept:alter",
    "ALTER TABLE author DROP COLUMN bytes": "column:author.bytes:add",
    "ALTER TABLE author ADD extra INT": "column:author.extra:remove",
    "ALTER TABLE author DROP CONSTRAINT ck_base": "check:author.ck_base:add",
    "ALTER TABLE author COMMENT 'who wrote'": "table:author:alter",
    "DROP INDEX ix_two ON author": "index:author.ix_two:add",
    "DROP INDEX uq_small ON author": "index:author.uq_small:add",
    "CREATE INDEX ix_more ON author (single)": "index:author.ix_more:remove",
    "ALTER TABLE `order` MODIFY id INT NOT NULL": "column:order.id:alter",
    "ALTER TABLE `order` DROP FOREIGN KEY fk_other": "foreign_key:order.fk_other:add",
    "ALTER TABLE `order` DROP INDEX uq_line": "unique:order.uq_line:add",
    "ALTER TABLE keyless ADD PRIMARY KEY (b)": "primary_key:keyless:remove",
    "DROP TABLE child": "table:child:add",
    "ALTER TABLE pair DROP PRIMARY KEY, ADD PRIMARY KEY (y, x)": "primary_key:pair:alter",
    "CREATE TABLE loose (a INT)": "table:loose:remove",
}


@pytest.mark.needs("mariadb")
def test_planted_drift_is_found(mariadb: sa.Engine) -> None:
    """Each by its own id, and nothing else."""
    create(mariadb, wide())
    execute(mariadb, *PLANTED)
    found = drift(mariadb, wide())
    assert ids(found) == sorted(PLANTED.values())
    by_id = {change.id: change for change in found.changes}
    assert by_id["column:author.name:alter"].attributes == (("type", "VARCHAR(40)", "VARCHAR(50)"),)
    assert by_id["column:author.yes:alter"].attributes == (("not_null", False, True),)
    assert by_id["column:order.id:alter"].attributes == (("identity", None, "auto_increment"),)
    assert "BREAKS_OLD_CODE" in by_id["column:author.big:alter"].hazards
    assert "NOT_TRANSACTIONAL" in by_id["table:child:add"].hazards
    assert (by_id["table:child:add"].after or "").startswith("CREATE TABLE child")


@pytest.mark.needs("mariadb")
@pytest.mark.parametrize(
    ("action", "attributes"),
    [
        ("ON DELETE CASCADE ON UPDATE CASCADE", (("on_delete", "CASCADE", ""),)),
        ("ON UPDATE NO ACTION", (("on_update", "", "CASCADE"),)),
    ],
)
def test_a_foreign_key_that_acts_otherwise(mariadb: sa.Engine, action: str, attributes: Any) -> None:
    create(mariadb, wide())
    key = f"ADD CONSTRAINT fk_other FOREIGN KEY (other) REFERENCES author (id) {action}"
    execute(mariadb, "ALTER TABLE `order` DROP FOREIGN KEY fk_other", f"ALTER TABLE `order` {key}")
    (change,) = drift(mariadb, wide()).changes
    assert (change.id, change.attributes) == ("foreign_key:order.fk_other:alter", attributes)


@pytest.mark.needs("mariadb")
def test_other_words_for_the_same_are_no_drift(mariadb: sa.Engine) -> None:
    create(mariadb, wide())
    execute(
        mariadb,
        "ALTER TABLE author MODIFY yes BOOL NOT NULL DEFAULT '1'",
        "ALTER TABLE author MODIFY big BIGINT(5) DEFAULT '-7'",
        "ALTER TABLE author MODIFY rating DEC(10, 2) DEFAULT 0.0",
        "ALTER TABLE author MODIFY amount FIXED",
        "ALTER TABLE author MODIFY `double` REAL DEFAULT '1.5'",
        "ALTER TABLE author MODIFY `Mixed Case` NATIONAL VARCHAR(20) DEFAULT NULL",
        "ALTER TABLE author MODIFY document LONGTEXT",
        "ALTER TABLE author MODIFY seen DATETIME DEFAULT NOW()",
        "ALTER TABLE author CHANGE single `SINGLE` DOUBLE",
        "ALTER TABLE keyless ENGINE=MyISAM",
    )
    execute(mariadb, "ALTER TABLE `order` DROP FOREIGN KEY fk_other")
    key = "FOREIGN KEY (OTHER) REFERENCES author (ID) ON DELETE NO ACTION ON UPDATE CASCADE"
    execute(mariadb, f"ALTER TABLE `order` ADD CONSTRAINT FK_OTHER {key}")
    assert ids(drift(mariadb, wide())) == []


@pytest.mark.needs("mariadb")
def test_what_is_beside_the_tables_is_counted_and_left_alone(mariadb: sa.Engine) -> None:
    execute(
        mariadb,
        "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, place GEOMETRY)",
        "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)",
        "CREATE VIEW v AS SELECT id FROM t",
        "CREATE VIEW w AS SELECT id FROM t",
        "CREATE SEQUENCE s",
        "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 1",
        "CREATE FUNCTION f() RETURNS INT RETURN 1",
    )
    metadata = sa.MetaData()
    sa.Table("t", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("place", sa.Text))
    sa.Table("v", metadata, sa.Column("id", sa.Integer, primary_key=True))
    found = drift(mariadb, metadata)
    assert ids(found) == []
    assert set(found.not_compared) == {"2 views", "1 sequence", "1 trigger", "1 routine", "1 type"}
    assert any("v is a view" in note for note in found.notes)


@pytest.mark.needs("mariadb")
def test_another_database_on_the_server_is_another_schema(mariadb: sa.Engine) -> None:
    """Left out unless it is named: nothing that lies there is proposed for removal."""
    with on_mariadb("mysql") as other:
        execute(next(opened(other)), "CREATE TABLE theirs (a INT)", "CREATE TABLE more (a INT)")
        metadata = sa.MetaData()
        sa.Table("theirs", metadata, sa.Column("a", sa.Integer), schema=other.database)
        found = drift(mariadb, metadata)
        assert ids(found) == []
        assert any(f"schema {other.database} is not compared" in note for note in found.notes)
        assert ids(drift(mariadb, metadata, schemas=[other.database])) == [f"table:{other.database}.more:remove"]


def test_a_name_with_a_dot(database: sa.Engine) -> None:
    metadata = sa.MetaData()
    sa.Table("a.b", metadata, sa.Column("c.d", sa.Integer, primary_key=True), sa.Column("e", sa.ForeignKey("x.id")))
    sa.Table("x", metadata, sa.Column("id", sa.Integer, primary_key=True))
    create(database, metadata)
    assert ids(drift(database, metadata)) == []
    table = next(name for name in read_tables(database) if "a.b" in name)
    quoted = Generic(database.dialect).quote_table(table)
    with database.connect() as connection:
        assert connection.exec_driver_sql(f"SELECT count(*) FROM {quoted}").scalar() == 0


def read_tables(engine: sa.Engine) -> list[str]:
    with engine.connect() as connection:
        return list(Generic(engine.dialect).read(connection).tables)


WORDS = [
    # dialect, as the server has it, as models state it, is it one type
    (oracle.dialect(), oracle.NUMBER(19, 0), sa.BigInteger(), True),
    (oracle.dialect(), sa.INTEGER(), sa.SmallInteger(), True),
    (oracle.dialect(), oracle.NUMBER(10, 2), sa.Numeric(10, 2), True),
    (oracle.dialect(), oracle.NUMBER(10, 3), sa.Numeric(10, 2), False),
    (oracle.dialect(), oracle.DATE(), sa.DateTime(), True),
    (oracle.dialect(), oracle.FLOAT(binary_precision=126), sa.Double(), True),
    (oracle.dialect(), sa.VARCHAR(40), sa.String(50), False),
    (oracle.dialect(), sa.VARCHAR(50), sa.String(50), True),
    (oracle.dialect(), sa.CLOB(), sa.Text(), True),
    (oracle.dialect(), sa.CLOB(), sa.Integer(), False),
    (mssql.dialect(), sa.VARCHAR(50, collation="Latin1_General_CI_AS"), sa.String(50), True),
    (mssql.dialect(), mssql.BIT(), sa.Boolean(), True),
    (mssql.dialect(), sa.FLOAT(53), sa.Float(), True),
    (mssql.dialect(), sa.DECIMAL(10, 2), sa.Numeric(10, 2), True),
    (mssql.dialect(), mssql.DATETIME2(7), sa.DateTime(), True),
    (mssql.dialect(), mssql.DATETIMEOFFSET(7), sa.DateTime(), False),
    (mssql.dialect(), sa.INTEGER(), sa.BigInteger(), False),
    (mssql.dialect(), mssql.UNIQUEIDENTIFIER(), sa.Uuid(), True),
    (mysql.dialect(), mysql.TINYINT(display_width=1), sa.Boolean(), True),
    (mysql.dialect(), mysql.INTEGER(unsigned=True), sa.Integer(), False),
    (mysql.dialect(), mysql.TINYTEXT(), sa.Text(63), True),
    (mysql.dialect(), mysql.TINYTEXT(), sa.Text(), False),
    (mysql.dialect(), mysql.LONGTEXT(), sa.JSON(), False),
    (mysql.dialect(), sa.types.NullType(), sa.JSON(), True),
]


@pytest.mark.parametrize(("dialect", "found", "stated", "same"), WORDS)
def test_types_in_two_words(dialect: Any, found: Any, stated: Any, same: bool) -> None:
    assert types.alike(types.type_of(found, dialect), types.type_of(stated, dialect), dialect) is same


@pytest.mark.parametrize(
    ("kind", "found", "stated", "same"),
    [
        ("INTEGER", "((0))", "0", True),
        ("INTEGER", "'0'", "0", True),
        ("INTEGER", "((0))", "1", False),
        ("NUMERIC(10,2)", "0.00", "'0'", True),
        ("BIT", "((1))", "1", True),
        ("VARCHAR(5)", "(N'a')", "'a'", True),
        ("VARCHAR(5)", "'a'::character varying", "'a'", True),
        ("VARCHAR(5)", "'007'", "'7'", False),
        ("VARCHAR(5)", "'(x)'", "'x'", False),
        ("VARCHAR(5)", "NULL", None, True),
        ("VARCHAR(5)", "(NULL)", "''", False),
        ("DATE", "'2020-01-01 00:00:00'", "'2020-01-01'", True),
        ("DATE", "(getdate())", "CURRENT_TIMESTAMP", True),
        ("DATE", "(getdate())", "'2020-01-01'", False),
        ("INTEGER", "(1) + (2)", "3", False),
    ],
)
def test_defaults_in_two_words(kind: str, found: str, stated: str | None, same: bool) -> None:
    sides = defaults.stated_default(found), defaults.stated_default(stated)
    assert defaults.alike(*sides, types.parsed(kind)) is same


def test_nothing_is_written() -> None:
    """Every way to a write is refused with the one reason."""
    engine: Any = Generic(mssql.dialect())
    assert not engine.writes
    for name, arguments in {
        "rename": 2, "size_in_bytes": 1, "backup": 3, "unpacked": 4, "work_copy": 3, "lost_values": 4, "row_counts": 1,
        "try_the_lock": 1, "transaction": 1, "with_refill": 3, "restore_into": 2,
    }.items():  # fmt: skip
        with pytest.raises(Refused, match=r"^mssql: nothing is applied.* reflection .*Alembic") as refused:
            getattr(engine, name)(*[None] * arguments)
        assert "\n" not in str(refused.value)
