"""Scratch databases: like their target, gone afterwards, found again when their run was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.pool import NullPool

from schemasync_nb.database import ask
from schemasync_nb.engines.postgresql.servers import (
    COMMENT,
    PREFIX,
    clone,
    connected,
    drop_leftovers,
    leftovers,
    may_create,
    scratch_database,
)
from schemasync_nb.errors import DatabaseError

from ...servers import Server, administration, newest, older


@pytest.fixture(params=[newest, older], ids=["newest", "older"])
def server(request: pytest.FixtureRequest) -> Server:
    found: Server | None = request.param()
    if found is None:
        pytest.fail("no such PostgreSQL on this machine")
    return found


@pytest.fixture
def target(server: Server) -> Iterator[URL]:
    with server.database() as url:
        yield url


def databases(server: Server) -> set[str]:
    return {name for (name,) in administration(server.url).execute("SELECT datname FROM pg_database")}


@contextmanager
def role(server: Server, options: str) -> Iterator[URL]:
    """A role of its own; the server's URL as that role, with a password that must not be shown."""
    name, secret = f"test_{uuid4().hex[:12]}", "s3cr3t:w/rd"
    admin = administration(server.url)
    admin.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{secret}' {options}")
    try:
        yield server.url.set(username=name, password=secret)
    finally:
        admin.execute(f"DROP ROLE {name}")


def told(connection: Connection, sql: str) -> list[object]:
    return [row[0] for row in ask(connection, sql)]


def in_another_process(url: URL) -> tuple[subprocess.Popen[str], str]:
    """A process that holds a scratch database, and the name of that."""
    script = (
        "import sys\n"
        "from sqlalchemy import make_url\n"
        "from schemasync_nb.engines.postgresql.servers import scratch_database\n"
        "with scratch_database(make_url(sys.stdin.readline().strip())) as url:\n"
        "    print(url.database, flush=True)\n"
        "    sys.stdin.readline()\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin and process.stdout
    process.stdin.write(url.render_as_string(hide_password=False) + "\n")
    process.stdin.flush()
    return process, process.stdout.readline().strip()


def end(server: Server, process: subprocess.Popen[str], scratch: str) -> None:
    """Kill a process and wait until the server has noticed."""
    process.send_signal(signal.SIGKILL)
    process.communicate()
    key = int(scratch.removeprefix(PREFIX)[:7], 16)
    held = f"SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid::bigint = {key}"
    while administration(server.url).execute(held).fetchone() is not None:
        time.sleep(0.02)


def test_a_scratch_database_is_there_and_then_it_is_not(server: Server) -> None:
    with scratch_database(server.url) as url:
        assert url.database in databases(server)
        assert url == server.url_of(url.database or "")
        with connected(url) as connection:
            ask(connection, "CREATE TABLE t (a int)")
    assert url.database not in databases(server)


def test_an_exception_drops_it_and_arrives_as_it_was_raised(server: Server, target: URL) -> None:
    engine = create_engine(target, poolclass=NullPool)
    with pytest.raises(ProgrammingError), scratch_database(server.url) as url, engine.connect() as connection:
        connection.execute(text("SELECT nonsense"))
    assert url.database not in databases(server)


def test_it_is_dropped_although_somebody_is_connected(server: Server) -> None:
    with scratch_database(server.url) as url:
        engine = create_engine(url, poolclass=NullPool)
        connection = engine.connect()
        connection.execute(text("SELECT 1"))
    assert url.database not in databases(server)
    connection.invalidate()
    connection.close()


def test_it_has_the_targets_encoding_locale_and_settings(server: Server, target: URL) -> None:
    with connected(target) as connection:
        ask(connection, f'ALTER DATABASE {target.database} SET search_path = "odd, schema", public')
        ask(connection, f"ALTER DATABASE {target.database} SET \"TimeZone\" = 'Asia/Tokyo'")
        ask(connection, f"ALTER DATABASE {target.database} SET default_transaction_read_only = on")
    with connected(target) as connection, scratch_database(server.url, connection) as url, connected(url) as copy:
        settings = "SELECT current_setting('search_path') || current_setting('timezone')"
        assert told(copy, settings) == told(connection, settings) == ['"odd, schema", publicAsia/Tokyo']
        ask(copy, "CREATE TABLE public.written_to (a int)")


LOCALES = {
    "latin": "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'",
    "icu": "LOCALE_PROVIDER icu ICU_LOCALE 'de' ENCODING 'UTF8'",
    "builtin": "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' ENCODING 'UTF8'",
}


@pytest.mark.parametrize("locale", LOCALES)
def test_it_has_every_kind_of_locale(server: Server, locale: str) -> None:
    name = f"test_{uuid4().hex[:12]}"
    admin = administration(server.url)
    try:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 {LOCALES[locale]}")
    except (psycopg.errors.SyntaxError, psycopg.errors.FeatureNotSupported):  # this server does not know that kind
        assert locale in ("icu", "builtin")
        return
    try:
        own = ["oid", "datname", "datfrozenxid", "datminmxid", "datcollversion", "datdba", "datacl"]
        stated = f"SELECT (to_jsonb(d) - ARRAY{own})::text FROM pg_database d WHERE datname = current_database()"
        with ExitStack() as stack:
            connection = stack.enter_context(connected(server.url_of(name)))
            copy = stack.enter_context(connected(stack.enter_context(scratch_database(server.url, connection))))
            assert told(copy, stated) == told(connection, stated)
    finally:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_clone_holds_what_its_source_holds(server: Server) -> None:
    with scratch_database(server.url) as source:
        engine = create_engine(source)
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE t AS SELECT 42 AS a"))
        with clone(source) as url, connected(url) as copy:  # though the pool still holds its connection
            assert told(copy, "SELECT a FROM t") == [42]
            ask(copy, "DROP TABLE t")
        engine.dispose()
        with connected(source) as connection:
            assert told(connection, "SELECT a FROM t") == [42]
        assert url.database not in databases(server)


def test_only_a_scratch_database_is_cloned(server: Server, target: URL) -> None:
    with connected(target) as connection, pytest.raises(DatabaseError, match="only a scratch database"):
        with clone(target):
            pass
        assert told(connection, "SELECT 1") == [1]


def test_what_a_killed_run_left_is_dropped_and_what_lives_is_not(server: Server) -> None:
    living, its = in_another_process(server.url)
    killed, left = in_another_process(server.url)
    with scratch_database(server.url) as ours:
        assert {its, left, ours.database} <= databases(server)
        end(server, killed, left)
        assert not {its, ours.database} & {*leftovers(server.url)}
        assert not {its, ours.database} & {*drop_leftovers(server.url)}
        assert left not in databases(server)
        assert {its, ours.database} <= databases(server)
    living.communicate("\n", timeout=20)
    assert its not in databases(server)


def test_a_leftover_is_ours_by_its_name_and_its_comment(server: Server) -> None:
    """A name that starts like ours is not enough, nor is one that looks like ours with another comment."""
    process, ours = in_another_process(server.url)
    administration(server.url).execute(f"COMMENT ON DATABASE {ours} IS 'kept for the auditors'")
    end(server, process, ours)
    others = [f"{PREFIX}of_mine", f"{PREFIX}{uuid4().hex[:24]}", f"test_{uuid4().hex[:12]}"]
    admin = administration(server.url)
    for name in others:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        admin.execute(f"COMMENT ON DATABASE {name} IS '{COMMENT}'")
    try:
        assert not {ours, *others} & {*drop_leftovers(server.url)}
        assert {ours, *others} <= databases(server)
        admin.execute(f"COMMENT ON DATABASE {ours} IS NULL")  # killed in the middle of making it
        drop_leftovers(server.url)
        assert ours not in databases(server)
    finally:
        for name in (ours, *others):
            admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def test_another_roles_leftovers_are_not_ours(server: Server) -> None:
    process, left = in_another_process(server.url)
    end(server, process, left)
    with role(server, "CREATEDB") as url:
        assert leftovers(url) == []
    drop_leftovers(server.url)
    assert left not in databases(server)


def test_who_may_create(server: Server) -> None:
    with role(server, "CREATEDB") as url:
        with connected(url) as connection:
            assert may_create(connection) == ""
        with scratch_database(url) as scratch, connected(scratch) as connection:
            assert told(connection, "SELECT current_user::text") == [url.username]


def test_who_may_not_is_told_so_in_one_line(server: Server) -> None:
    with role(server, "") as url:
        with connected(url) as connection:
            assert f"ALTER ROLE {url.username} CREATEDB" in may_create(connection)
        with (
            pytest.raises(DatabaseError, match="permission denied to create database") as refused,
            scratch_database(url),
        ):
            pass
    assert len(str(refused.value).splitlines()) == 1
    assert str(url.password) not in str(refused.value)


def test_a_protected_role_may_not(server: Server) -> None:
    """A session that is read-only by its role's default is not made writable behind its owner's back."""
    with role(server, "CREATEDB") as url:
        administration(server.url).execute(f"ALTER ROLE {url.username} SET default_transaction_read_only = on")
        with connected(url) as connection:
            assert "default_transaction_read_only" in may_create(connection)


def test_a_protected_database_does_not_stand_in_the_way(server: Server, target: URL) -> None:
    with connected(target) as connection:
        ask(connection, f"ALTER DATABASE {target.database} SET default_transaction_read_only = on")
    with connected(target) as connection:
        assert may_create(connection) == ""


def test_a_server_that_does_not_answer(server: Server) -> None:
    nowhere = server.url.set(port=1)
    with pytest.raises(DatabaseError, match="refused") as refused:
        leftovers(nowhere)
    assert len(str(refused.value).splitlines()) == 1
    assert str(nowhere.password) not in str(refused.value)
