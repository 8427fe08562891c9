"""Migrations between real databases: there and back, with rows, with and without a backup."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from alembic import op
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import URL, Connection, create_engine
from sqlalchemy.exc import IntegrityError

from schemasync_nb.catalog import CONSTRAINTS, INDEX, Catalog, Entry
from schemasync_nb.engines.engine import Fill, Renaming
from schemasync_nb.engines.postgresql.migrate import migration, rename_statements
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table
from schemasync_nb.engines.postgresql.read import read
from schemasync_nb.engines.postgresql.refill import refill
from schemasync_nb.engines.postgresql.session import pinned
from schemasync_nb.engines.postgresql.values import storable
from schemasync_nb.engines.statement import Statement
from schemasync_nb.errors import MigrationError

from ...servers import Server, newest, older

CASES: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "migrations.toml").read_text("utf-8"))
EMPTY = """
DO $$ DECLARE s text; BEGIN
  FOR s IN SELECT quote_ident(nspname) FROM pg_namespace
           WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
    EXECUTE 'DROP SCHEMA ' || s || ' CASCADE';
  END LOOP;
END $$; CREATE SCHEMA public; GRANT ALL ON SCHEMA public TO PUBLIC;
"""


@dataclass
class Database:
    """A database that is emptied and made anew for every case."""

    connection: Connection

    def make(self, *scripts: str) -> Catalog:
        self.connection.rollback()
        for script in (EMPTY, *scripts):
            self.run([script])
        return self.read()

    def run(self, statements: list[str] | tuple[str, ...]) -> None:
        try:
            for sql in statements:
                self.connection.exec_driver_sql(sql, execution_options={"no_parameters": True})
        except Exception as error:
            self.connection.rollback()
            raise AssertionError(f"{sql}\n{error}") from error
        self.connection.commit()

    def migrate(self, statements: list[Statement]) -> Catalog:
        """Run a migration: one transaction, and after it what must be outside."""
        self.run([statement.sql for statement in statements if not statement.outside])
        outside = [statement.sql for statement in statements if statement.outside]
        if outside:
            autocommit = self.connection.execution_options(isolation_level="AUTOCOMMIT")
            for sql in outside:
                autocommit.exec_driver_sql(sql)
            self.connection.rollback()
            self.connection.execution_options(isolation_level="READ COMMITTED")
        return self.read()

    def read(self) -> Catalog:
        pinned(self.connection)
        found = read(self.connection)
        self.connection.rollback()
        return found

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a query; what it writes is undone."""
        pinned(self.connection)
        self.connection.exec_driver_sql("SET LOCAL search_path = public")
        rows = self.connection.exec_driver_sql(sql, execution_options={"no_parameters": True}).all()
        self.connection.rollback()
        return [tuple(row) for row in rows]

    def values(self, table: str, columns: list[str]) -> list[tuple[Any, ...]]:
        """The rows of a table, without those of its children."""
        named = ", ".join(f"{quote(column)}::text" for column in columns)
        only = "ONLY " if self.read().tables[table].facts["partition_by"] is None else ""
        return sorted(self.ask(f"SELECT {named} FROM {only}{quote_table(table)}"), key=repr)


@cache
def server_of(version: str) -> Server | None:
    return {"newest": newest, "older": older}[version]()


@contextmanager
def databases(server: Server) -> Iterator[tuple[Database, Database, Database]]:
    urls: list[URL] = [server.create() for _ in range(3)]
    engines = [create_engine(url) for url in urls]
    connections = [engine.connect() for engine in engines]
    try:
        first, second, third = map(Database, connections)
        yield first, second, third
    finally:
        for connection, engine, url in zip(connections, engines, urls, strict=True):
            connection.close()
            engine.dispose()
            server.drop(url)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("newest", marks=pytest.mark.needs("postgresql")),
        pytest.param("older", marks=pytest.mark.needs("older postgresql")),
    ],
)
def three(request: pytest.FixtureRequest) -> Iterator[tuple[Database, Database, Database]]:
    """A target, a database as it shall be, and what a backup was restored into."""
    server = server_of(request.param)
    assert server is not None
    with databases(server) as found:
        yield found


def stated(catalog: Catalog) -> list[str]:
    return sorted(
        f"{e.kind} {e.table} {e.name} {fact} = {value!r}"
        for e in (*catalog.entries, *catalog.carried)
        for fact, value in (*e.facts.items(), ("", ""))
    )


def assert_same(found: Catalog, wanted: Catalog, statements: list[Statement]) -> None:
    told = ";\n".join(statement.sql for statement in statements)
    a, b = set(stated(found)), set(stated(wanted))
    assert (sorted(a - b), sorted(b - a)) == ([], []), told
    assert found.fingerprint == wanted.fingerprint


def fills_of(case: dict[str, Any]) -> dict[tuple[str, str], Fill]:
    return {(*place.rsplit(".", 1),): Fill(*fill) for place, fill in case.get("fills", {}).items()}  # type: ignore[misc]


@pytest.mark.parametrize("name", CASES)
def test_there_and_back(three: tuple[Database, Database, Database], name: str) -> None:
    """The upgrade reaches the other database's fingerprint and keeps values; the downgrade and its refill undo it."""
    target, model, backup = three
    case = CASES[name]
    both = case.get("both", "")
    wanted = model.make(both, case["b"])
    start = target.make(both, case["a"], case.get("rows", ""))
    backup.make(both, case["a"], case.get("rows", ""))
    assert migration(start, start) == []
    fills = fills_of(case)
    renames = case.get("label_renames", {})
    back_renames = {enum: {new: old for old, new in labels.items()} for enum, labels in renames.items()}

    upgrade = migration(start, wanted, fills, label_renames=renames)
    reached = target.migrate(upgrade)
    assert_same(reached, wanted, upgrade)
    if "absent" in case:
        assert not any(case["absent"] in statement.sql for statement in upgrade)
    for table in reached.tables.keys() & start.tables.keys():
        olds, news = start.columns(table), reached.columns(table)
        kept = [c for c in olds if c in news and olds[c].facts["type"] == news[c].facts["type"]]
        kept = [c for c in kept if (table, c) not in fills and not olds[c].facts["generated"]]
        kept = [c for c in kept if not news[c].facts["generated"] and table + c not in str(renames)]
        if kept and not renames:
            assert target.values(table, kept) == backup.values(table, kept), table
    for query, answers in case.get("asks", {}).items():
        assert [row[0] if row[0] is not None else "None" for row in target.ask(query)] == answers

    downgrade = migration(reached, start, back=True, label_renames=back_renames)
    filled = [(*place, fill.expression, fill.where) for place, fill in fills.items()]
    refilled = refill(start, reached, filled)
    for temporary in refilled.tables:
        rows = backup.ask(temporary.select_sql)
        values = ", ".join(f"({', '.join('NULL' if v is None else literal(v) for v in row)})" for row in rows)
        target.run([temporary.create_sql])
        if values:
            target.run([f"INSERT INTO pg_temp.{quote(temporary.name)} VALUES {values}"])
    target.run([*(statement.sql for statement in downgrade), *refilled.last])
    assert_same(target.read(), start, downgrade)
    for table in start.tables:
        columns = [column.name or "" for column in storable(start, table)]
        if columns:
            assert target.values(table, columns) == backup.values(table, columns), table
    assert not target.ask("SELECT relname FROM pg_class WHERE relpersistence = 't'")


@pytest.mark.parametrize("name", CASES)
def test_back_without_a_backup(three: tuple[Database, Database, Database], name: str) -> None:
    """The downgrade by itself restores the schema over the rows that are there, with stand-in values."""
    target, model, _ = three
    case = CASES[name]
    both = case.get("both", "")
    wanted = model.make(both, case["b"])
    start = target.make(both, case["a"], case.get("rows", ""))
    renames = case.get("label_renames", {})
    back_renames = {enum: {new: old for old, new in labels.items()} for enum, labels in renames.items()}
    reached = target.migrate(migration(start, wanted, fills_of(case), label_renames=renames))
    downgrade = migration(wanted, start, back=True, label_renames=back_renames)
    assert_same(target.migrate(downgrade), start, downgrade)
    assert reached.fingerprint == wanted.fingerprint


def nameless(catalog: Catalog) -> Catalog:
    """The catalog as models state it that name no constraint and no index."""

    def without_name(entry: Entry) -> Entry:
        if entry.kind == INDEX:
            return replace(entry, name=None, sql=entry.sql.replace(f" {quote(entry.name or '')} ON ", " ON ", 1))
        if entry.kind in CONSTRAINTS:
            return replace(entry, name=None, sql=entry.sql.removeprefix(f"CONSTRAINT {quote(entry.name or '')} "))
        return entry

    return catalog.replace(map(without_name, catalog.entries))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "names_matter" not in case])
def test_names_that_models_leave_open(three: tuple[Database, Database, Database], name: str) -> None:
    """What has no name gets one, and the downgrade knows it."""
    target, model, _ = three
    case = CASES[name]
    both = case.get("both", "")
    wanted = nameless(model.make(both, case["b"]))
    start = target.make(both, case["a"], case.get("rows", ""))
    renames = case.get("label_renames", {})
    back_renames = {enum: {new: old for old, new in labels.items()} for enum, labels in renames.items()}
    upgrade = migration(start, wanted, fills_of(case), label_renames=renames)
    assert_same(nameless(target.migrate(upgrade)), wanted, upgrade)
    downgrade = migration(wanted, start, back=True, label_renames=back_renames)
    assert_same(target.migrate(downgrade), start, downgrade)


def test_names_are_those_that_the_server_chooses(three: tuple[Database, Database, Database]) -> None:
    target, model, _ = three
    long = "a_rather_long_name_of_a_table_that_goes_on"
    column = "another_long_name_of_a_column_in_it"
    wanted = model.make(f"""
        CREATE TABLE p (id int PRIMARY KEY, a int UNIQUE, b int CHECK (b > 0), UNIQUE (a, b),
            CHECK (a > b), CHECK (a < 9));
        CREATE TABLE {long} ({column} int REFERENCES p (a), x text, UNIQUE (x, {column}), EXCLUDE (x WITH =));
        CREATE INDEX ON {long} (lower(x), (x || 'a'), {column} DESC);
    """)
    start = target.make()
    statements = migration(start, nameless(wanted))
    assert_same(target.migrate(statements), wanted, statements)


def test_large_tables_are_locked_for_moments_only(three: tuple[Database, Database, Database]) -> None:
    """Keys and checks go in NOT VALID and are validated by a migration of their own, indexes are built outside."""
    target, model, _ = three
    both = "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int, v int, w int);"
    rows = "INSERT INTO p VALUES (1); INSERT INTO t VALUES (1, 1, 1), (1, 2, 2);"
    start = target.make(both, "CREATE INDEX changed ON t (v);", rows)
    wanted = model.make(
        both,
        """
        ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES p, ADD CONSTRAINT c CHECK (v > 0);
        CREATE INDEX i ON t (v); CREATE UNIQUE INDEX u ON t (w); CREATE INDEX changed ON t (v, w);
        CREATE TABLE small (id int REFERENCES p CHECK (id > 0)); CREATE INDEX ON small (id);
        """,
    )
    large = frozenset({"public.t", "public.p"})
    first = migration(start, wanted, large=large)
    outside = [statement.sql for statement in first if statement.outside]
    assert [sql.split(" ON ")[0] for sql in outside] == [
        "CREATE INDEX CONCURRENTLY changed",
        "CREATE INDEX CONCURRENTLY i",
        "CREATE UNIQUE INDEX CONCURRENTLY u",
    ]
    between = target.migrate(first)
    assert {e.name for e in between.entries if e.facts.get("not_valid")} == {"fk", "c"}
    second = migration(between, wanted, large=large)
    assert sorted(statement.sql for statement in second) == [
        "ALTER TABLE public.t VALIDATE CONSTRAINT c",
        "ALTER TABLE public.t VALIDATE CONSTRAINT fk",
    ]
    assert_same(target.migrate(second), wanted, second)
    back = migration(wanted, between, back=True)
    assert_same(target.migrate(back), between, back)


@pytest.mark.parametrize("large", [frozenset(), frozenset({"public.t"})], ids=["small", "large"])
def test_an_invalid_index_is_built_again(three: tuple[Database, Database, Database], large: frozenset[str]) -> None:
    target, model, _ = three
    both = "CREATE TABLE t (v int);"
    target.make(both, "INSERT INTO t VALUES (1), (1);")
    autocommit = target.connection.execution_options(isolation_level="AUTOCOMMIT")
    with pytest.raises(IntegrityError):
        autocommit.exec_driver_sql("CREATE UNIQUE INDEX CONCURRENTLY u ON t (v)")
    target.connection.rollback()
    target.connection.execution_options(isolation_level="READ COMMITTED")
    target.run(["DELETE FROM t"])
    start = target.read()
    wanted = model.make(both, "CREATE UNIQUE INDEX u ON t (v);")
    statements = migration(start, wanted, large=large)
    assert [statement.outside for statement in statements] == [bool(large)] * 2
    assert_same(target.migrate(statements), wanted, statements)
    back = migration(wanted, start, back=True)
    assert [statement.sql for statement in back] == ["DROP INDEX public.u"]  # nothing makes one invalid again


def test_renames(three: tuple[Database, Database, Database]) -> None:
    """Columns and tables, also into a schema that is not there; the way back leaves nothing behind."""
    target, model, _ = three
    start = target.make(
        'CREATE TABLE a (id int PRIMARY KEY, "Old" text); CREATE TABLE b (a_id int REFERENCES a); CREATE SCHEMA there;'
    )
    wanted = model.make(
        """CREATE SCHEMA there; CREATE SCHEMA "New one"; CREATE TABLE "New one".c (id int, "from" text,
        CONSTRAINT a_pkey PRIMARY KEY (id)); CREATE TABLE there.b (parent int);
        ALTER TABLE there.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (parent) REFERENCES "New one".c;"""
    )
    renamings = [
        Renaming("public.a", "Old", "from"),
        Renaming("public.b", "a_id", "parent"),
        Renaming("public.a", None, "New one.c"),
        Renaming("public.b", None, "there.b"),
    ]
    forward, back = rename_statements(renamings, start)
    assert_same(target.migrate(forward), wanted, forward)
    assert_same(target.migrate(back), start, back)
    forward, back = rename_statements([Renaming("public.b", None, "public.z")], start)
    assert [statement.op for statement in forward] == ["op.rename_table('b', 'z', schema='public')"]


def test_partitioning_cannot_be_altered(three: tuple[Database, Database, Database]) -> None:
    target, model, _ = three
    start = target.make("CREATE TABLE t (id int);")
    wanted = model.make("CREATE TABLE t (id int) PARTITION BY HASH (id);")
    with pytest.raises(MigrationError, match=r"^table public\.t: PARTITION BY cannot be altered"):
        migration(start, wanted)


def test_what_alembic_has_an_operation_for(three: tuple[Database, Database, Database]) -> None:
    """The operations do exactly what the statements beside them do."""
    target, model, _ = three
    both = 'CREATE SCHEMA s; CREATE TABLE s.t (id int, v text, "X" int);'
    start = target.make(both, "CREATE INDEX old ON s.t (v); CREATE TABLE s.gone (id int);")
    wanted = model.make(
        both, 'CREATE UNIQUE INDEX i ON s.t (id, v); CREATE INDEX j ON s.t ("X"); CREATE INDEX k ON s.t (lower(v));'
    )
    statements = migration(start, wanted)
    assert [statement.op is None for statement in statements] == [False, False, True, True, False]
    with Operations.context(MigrationContext.configure(target.connection)):
        for statement in statements:
            exec(statement.op or f"op.execute({statement.sql!r})", {"op": op})
    target.connection.commit()
    assert_same(target.read(), wanted, statements)
