"""The one transaction in which a target is changed: all or nothing, one at a time, patient but not without end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from uuid import uuid4

import pytest
from sqlalchemy import URL
from sqlalchemy.exc import OperationalError

from schemasync_nb.database import open_database
from schemasync_nb.engines.postgresql.refill import Refill, TempTable
from schemasync_nb.engines.postgresql.servers import connected
from schemasync_nb.engines.postgresql.write import lock_was_busy, transaction, try_the_lock, with_refill
from schemasync_nb.errors import DatabaseError, MigrationError

from ...servers import Server, administration, connect, newest, older

TABLES = """
CREATE TABLE parents (id int PRIMARY KEY);
CREATE TABLE children (parent int REFERENCES parents DEFERRABLE INITIALLY DEFERRED);
INSERT INTO parents VALUES (1);
"""


@pytest.fixture(params=[newest, older], ids=["newest", "older"])
def server(request: pytest.FixtureRequest) -> Server:
    found: Server | None = request.param()
    if found is None:
        pytest.fail("no such PostgreSQL on this machine")
    return found


@pytest.fixture
def target(server: Server) -> Iterator[URL]:
    with server.database() as url:
        run(url, TABLES)
        yield url


def run(url: URL, script: str) -> None:
    with connect(url) as connection:
        connection.execute(script)


def asked(url: URL, query: str) -> list[object]:
    with connect(url) as connection:
        return [row[0] for row in connection.execute(query)]


SETTINGS = "SELECT name || '=' || setting FROM pg_settings ORDER BY 1"


@pytest.mark.parametrize("outside", [False, True])
def test_what_it_did_is_there_and_the_session_is_as_it_was(target: URL, outside: bool) -> None:
    with open_database(target).writing() as connection:
        before = connection.exec_driver_sql(SETTINGS).scalars().all()
        with transaction(connection, outside=outside):
            assert connection.exec_driver_sql("SHOW timezone").scalar() == "UTC"
            connection.exec_driver_sql("CREATE TABLE public.made (a int)")
        assert connection.exec_driver_sql(SETTINGS).scalars().all() == before
    assert asked(target, "SELECT count(*) FROM made") == [0]


def test_whatever_is_raised_all_is_rolled_back(target: URL) -> None:
    with open_database(target).writing() as connection:
        for error in (ValueError, KeyboardInterrupt):
            with pytest.raises(error), transaction(connection):
                connection.exec_driver_sql("DROP TABLE public.parents CASCADE")
                raise error
        with pytest.raises(Exception, match="division by zero"), transaction(connection):
            connection.exec_driver_sql("DROP TABLE public.parents CASCADE")
            connection.exec_driver_sql("SELECT 1 / 0")
        assert connection.exec_driver_sql("SELECT id FROM parents").scalars().all() == [1]


def test_a_connection_that_is_lost_leaves_nothing(server: Server, target: URL) -> None:
    with pytest.raises(DatabaseError), open_database(target).writing() as connection, transaction(connection):
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        connection.exec_driver_sql("DROP TABLE public.parents CASCADE")
        administration(server.url).execute(f"SELECT pg_terminate_backend({pid})")
        connection.exec_driver_sql("SELECT 1")
    assert asked(target, "SELECT id FROM parents") == [1]


def test_deferred_constraints_are_asked_before_the_commit(target: URL) -> None:
    with open_database(target).writing() as connection:
        with pytest.raises(MigrationError, match="is not present in table") as refused, transaction(connection):
            connection.exec_driver_sql("CREATE TABLE public.made (a int)")
            connection.exec_driver_sql("INSERT INTO public.children VALUES (7)")
        assert len(str(refused.value).splitlines()) == 1
    assert asked(target, "SELECT to_regclass('made')::text") == [None]


def test_an_error_that_was_passed_over_does_not_become_a_silent_rollback(target: URL) -> None:
    """COMMIT of a failed transaction rolls back and says nothing."""
    writing = open_database(target).writing()
    with writing as connection, pytest.raises(MigrationError, match="aborted"), transaction(connection):
        connection.exec_driver_sql("CREATE TABLE public.made (a int)")
        with pytest.raises(Exception, match="division"):
            connection.exec_driver_sql("SELECT 1 / 0")


@pytest.mark.parametrize("outside", [False, True])
def test_one_loop_at_a_time(server: Server, target: URL, outside: bool) -> None:
    first, second = open_database(target), open_database(target)
    with first.writing() as one, second.writing() as other:
        try_the_lock(one)
        with transaction(one, outside=outside):
            for attempt in (lambda: try_the_lock(other), lambda: transaction(other).__enter__()):
                with pytest.raises(
                    DatabaseError, match=r"another schemasync .*server process \d+ of postgres"
                ) as refused:
                    attempt()
                assert str(target.password) not in str(refused.value)
            with pytest.raises(DatabaseError, match="another schemasync"), transaction(other, outside=True):
                pass
            with server.database() as elsewhere, connected(elsewhere) as connection:
                try_the_lock(connection)
        try_the_lock(other)
        with transaction(other):
            other.exec_driver_sql("SELECT 1")


def test_what_cannot_run_in_a_transaction_runs_outside(target: URL) -> None:
    with open_database(target).writing() as connection:
        statement = "CREATE INDEX CONCURRENTLY by_parent ON public.children (parent)"
        with pytest.raises(Exception, match="transaction block"), transaction(connection):
            connection.exec_driver_sql(statement)
        with transaction(connection, outside=True):
            connection.exec_driver_sql(statement)
        assert connection.exec_driver_sql(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = 'by_parent'::regclass"
        ).scalar()


def test_a_lock_that_is_not_to_be_had_is_told_from_other_errors(target: URL) -> None:
    with closing(connect(target)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM parents")
        writing = open_database(target).writing()
        with pytest.raises(DatabaseError) as refused, writing as connection, transaction(connection):
            connection.exec_driver_sql("SET LOCAL lock_timeout = 100")
            connection.exec_driver_sql("DROP TABLE public.parents CASCADE")
    assert lock_was_busy(refused.value)
    writing = open_database(target).writing()
    with pytest.raises(DatabaseError) as refused, writing as connection, transaction(connection):
        connection.exec_driver_sql("DROP TABLE public.nonsense")
    assert not lock_was_busy(refused.value)
    assert not lock_was_busy(ValueError())


def test_a_deadlock_is_a_busy_lock_too(target: URL) -> None:
    with connected(target) as connection, pytest.raises(OperationalError) as refused:
        connection.exec_driver_sql("DO $$ BEGIN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END $$")
    assert lock_was_busy(refused.value)


def test_a_database_that_may_only_be_read_says_so_first(server: Server, target: URL) -> None:
    run(target, f"ALTER DATABASE {target.database} SET default_transaction_read_only = on")
    with open_database(target).writing() as connection, pytest.raises(DatabaseError, match="read-only by default"):
        try_the_lock(connection)


def test_rows_come_back_from_a_backup_whatever_the_settings(server: Server, target: URL) -> None:
    """The two sessions print and read values alike, though the databases say otherwise."""
    name = f'odd "{uuid4().hex[:4]}" %s'
    quoted = '"' + name.replace('"', '""') + '"'
    values = "'1999-12-31 23:59:59.5+02'::timestamptz, '3 days 4 hours'::interval, 1.1::float4, '\\x00ff'::bytea"
    odd = "12.5::money, E'tab\\t \\\\N \\n é'"
    with server.database() as before:
        run(before, f"CREATE TABLE old AS SELECT i, {values}, {odd} AS text FROM generate_series(1, 1000) i")
        run(before, "INSERT INTO old (i) VALUES (0)")
        settle = "ALTER DATABASE {} SET datestyle = '{}'; ALTER DATABASE {} SET intervalstyle = '{}'"
        run(before, settle.format(before.database, "German", before.database, "sql_standard"))
        run(target, settle.format(target.database, "SQL, MDY", target.database, "iso_8601"))
        columns = "i int, at timestamptz, span interval, f float4, b bytea, m money, text text"
        create = f"CREATE TEMP TABLE {quoted} ({columns})"
        table = TempTable(name, create, "SELECT * FROM public.old WHERE i % 2 = 0")
        last = f"CREATE TABLE public.back AS SELECT * FROM pg_temp.{quoted}"
        with open_database(target).writing() as connection:
            with with_refill(connection, before, Refill((table,), (last,))) as (first, then), transaction(connection):
                assert (first, then) == ([], [last])
                connection.exec_driver_sql(last, execution_options={"no_parameters": True})
            assert connection.exec_driver_sql("SELECT count(*) FROM pg_class WHERE relpersistence = 't'").scalar() == 0
        check = "SET datestyle = 'ISO'; SET timezone = 'UTC'; SET intervalstyle = 'postgres'"
        with connect(before) as old, connect(target) as new:
            old.execute(check), new.execute(check)
            rows = old.execute("SELECT old::text FROM old WHERE i % 2 = 0 ORDER BY i").fetchall()
            assert new.execute("SELECT back::text FROM back ORDER BY i").fetchall() == rows
            assert len(rows) == 501


def test_a_refill_that_fails_leaves_nothing(server: Server, target: URL) -> None:
    table = TempTable("saved", "CREATE TEMP TABLE saved (i int)", "SELECT 'x'")
    with server.database() as before, open_database(target).writing() as connection:
        with (
            pytest.raises(Exception, match="invalid input syntax"),
            with_refill(connection, before, Refill((table,), ())),
        ):
            pass
        assert connection.exec_driver_sql("SELECT count(*) FROM pg_class WHERE relpersistence = 't'").scalar() == 0
        try_the_lock(connection)
