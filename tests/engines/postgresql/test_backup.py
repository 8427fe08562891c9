"""Backups: one snapshot, proved by restoring it; and a whole backup put back over what became of its database."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import URL, create_engine
from sqlalchemy.pool import NullPool

from schemasync_nb.database import open_database
from schemasync_nb.engines.engine import Backup
from schemasync_nb.engines.postgresql import programs
from schemasync_nb.engines.postgresql.backup import backup, size_in_bytes, unpacked
from schemasync_nb.engines.postgresql.restore import restore_into
from schemasync_nb.engines.postgresql.rows import proof, row_counts
from schemasync_nb.engines.postgresql.servers import connected
from schemasync_nb.errors import BackupError

from ...servers import Server, administration, connect, newest, older, wheel

FEATURES = Path(__file__).with_name("test_backup_features.sql").read_text(encoding="utf-8")
AFTERWARDS = Path(__file__).with_name("test_backup_afterwards.sql").read_text(encoding="utf-8")


@pytest.fixture(params=[newest, older], ids=["newest", "older"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Server:
    found: Server | None = request.param()
    if found is None:
        pytest.fail("no such PostgreSQL on this machine")
    return found


@pytest.fixture
def target(server: Server) -> Iterator[URL]:
    with server.database() as url:
        yield url


@pytest.fixture
def filled(target: URL) -> URL:
    with connect(target) as connection:
        connection.execute(FEATURES)
    return target


def made_of(url: URL, folder: Path) -> Backup:
    with open_database(url).reading() as connection:
        return backup(connection, folder / "made.dump")


def run(url: URL, script: str) -> None:
    with connect(url) as connection:
        connection.execute(script)


def asked(url: URL, query: str) -> list[tuple[Any, ...]]:
    with connect(url) as connection:
        return connection.execute(query).fetchall()


def schema(server: Server, url: URL) -> list[str]:
    """What pg_dump says of a schema: sorted, as restoring may reorder it, and without its random lines."""
    with connect(url) as connection, connected(url) as ours:
        variables = {**programs.environment(ours), "PGDATABASE": connection.info.dbname}
    told = subprocess.run(
        [server.program("pg_dump"), "--schema-only"], env=variables, check=True, capture_output=True, text=True
    )
    random = ("\\restrict ", "\\unrestrict ")
    return sorted(line for line in told.stdout.splitlines() if not line.startswith(random) and "pg_attver" not in line)


def held(url: URL) -> tuple[dict[str, int], dict[str, str]]:
    with open_database(url).reading() as connection:
        return proof(connection)


def test_a_backup_holds_everything_when_it_is_unpacked(server: Server, filled: URL, tmp_path: Path) -> None:
    made = made_of(filled, tmp_path)
    assert made.size == made.path.stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("made")] == ["made.dump"]
    with open_database(filled).reading() as like, unpacked(made, server.url, like) as url:
        assert schema(server, url) == schema(server, filled)
        assert held(url) == held(filled) == (made.row_counts, made.checksums)
        for query in (
            "SELECT last_value FROM sales.numbers",
            "SELECT last_value FROM sales.orders_id_seq",
            "SELECT * FROM sales.totals ORDER BY 1",
            "SELECT lo_get(4711)",
        ):
            assert asked(url, query) == asked(filled, query)


def test_rows_are_counted_by_table(filled: URL) -> None:
    with open_database(filled).reading() as connection:
        assert row_counts(connection) == {
            'public."Odd. ""Name"".t"': 1,
            '"Odd. ""Name"""."t.t"': 7,
            "public.people": 3,
            "sales.orders": 100,
            "public.events": 10,
            "public.animals": 1,
            "public.dogs": 2,
            "public.cache": 1,
            "public.empty": 1,
        }
        assert size_in_bytes(connection) > 1_000_000


def test_a_checksum_knows_values_and_not_their_order(server: Server, target: URL) -> None:
    run(target, "CREATE TABLE t AS SELECT i, i % 7 AS j FROM generate_series(1, 1000) i")
    before = held(target)
    run(target, "CREATE TABLE u AS SELECT * FROM t ORDER BY j DESC; DROP TABLE t; ALTER TABLE u RENAME TO t")
    assert held(target) == before
    run(target, "UPDATE t SET j = 7 - j WHERE i IN (1, 6)")  # the same values in each column
    assert held(target)[0] == before[0]
    assert held(target)[1] != before[1]


def test_a_backup_is_one_snapshot(server: Server, filled: URL, tmp_path: Path) -> None:
    with open_database(filled).reading() as connection:
        assert row_counts(connection)["public.cache"] == 1
        run(filled, "INSERT INTO public.cache VALUES ('later', '')")
        made = backup(connection, tmp_path / "made.dump")
    with unpacked(made, server.url) as url:
        assert asked(url, "SELECT key FROM public.cache") == [("k",)]


def test_of_a_schema_alone(server: Server, filled: URL, tmp_path: Path) -> None:
    made = made_of(filled, tmp_path)
    with unpacked(made, server.url, rows=False) as url:
        assert schema(server, url) == schema(server, filled)
        assert set(held(url)[0].values()) == {0}


def test_a_database_without_a_public_schema(server: Server, target: URL, tmp_path: Path) -> None:
    run(target, "DROP SCHEMA public; CREATE SCHEMA app; CREATE TABLE app.t (a int)")
    made = made_of(target, tmp_path)
    with open_database(target).reading() as like, unpacked(made, server.url, like) as url:
        assert asked(url, "SELECT nspname FROM pg_namespace WHERE nspname IN ('public', 'app')") == [("app",)]


def test_a_changed_file_is_refused(server: Server, filled: URL, tmp_path: Path) -> None:
    made = made_of(filled, tmp_path)
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)
    before = schema(server, filled), held(filled)
    with pytest.raises(BackupError, match="its checksum changed"), unpacked(made, server.url):
        pass
    with open_database(filled).writing() as connection, pytest.raises(BackupError, match="its checksum changed"):
        restore_into(connection, made)
    made.path.unlink()
    with pytest.raises(BackupError, match="No such file"), unpacked(made, server.url):
        pass
    assert (schema(server, filled), held(filled)) == before


def test_other_rows_than_were_backed_up_are_refused(server: Server, filled: URL, tmp_path: Path) -> None:
    made = made_of(filled, tmp_path)
    counted = replace(made, row_counts={**made.row_counts, "public.dogs": 3})
    valued = replace(made, checksums={**made.checksums, "public.dogs": "3"})
    before = schema(server, filled), held(filled)
    for wrong, why in ((counted, "public.dogs has 2 rows"), (valued, "public.dogs has other values")):
        with pytest.raises(BackupError, match=why), unpacked(wrong, server.url):
            pass
        with open_database(filled).writing() as connection, pytest.raises(BackupError, match=why):
            restore_into(connection, wrong)
    assert (schema(server, filled), held(filled)) == before


def test_a_whole_backup_is_put_back(server: Server, filled: URL, tmp_path: Path) -> None:
    """What was made since goes, though it leans on what was there; what went comes back; the session is as before."""
    before, rows = schema(server, filled), held(filled)
    made = made_of(filled, tmp_path)
    run(filled, AFTERWARDS)
    with open_database(filled).writing() as connection:
        restore_into(connection, made)
        assert connection.exec_driver_sql("SHOW search_path").scalar() == '"$user", public'
    assert schema(server, filled) == before
    assert held(filled) == rows == (made.row_counts, made.checksums)
    assert asked(filled, "SELECT oid FROM pg_largeobject_metadata") == [(4711,)]
    assert asked(filled, "SELECT last_value FROM sales.numbers") == [(199,)]


def test_putting_it_back_twice_is_putting_it_back(server: Server, filled: URL, tmp_path: Path) -> None:
    before, rows = schema(server, filled), held(filled)
    made = made_of(filled, tmp_path)
    for _ in range(2):
        with open_database(filled).writing() as connection:
            restore_into(connection, made)
        assert (schema(server, filled), held(filled)) == (before, rows)


def test_extensions_stay_and_later_ones_go(server: Server, target: URL, tmp_path: Path) -> None:
    run(target, "CREATE SCHEMA tools; CREATE EXTENSION hstore SCHEMA tools; CREATE EXTENSION citext")
    run(target, "CREATE TABLE t (a tools.hstore, b citext); INSERT INTO t VALUES ('a=>1', 'B')")
    run(target, "CREATE TABLE tools.x (a int)")
    before = schema(server, target)
    made = made_of(target, tmp_path)
    numbers = "SELECT oid, extname FROM pg_extension ORDER BY 2"
    extensions = asked(target, numbers)
    run(target, "CREATE SCHEMA more; CREATE EXTENSION pg_trgm SCHEMA more; DROP TABLE t; CREATE TABLE tools.y (a int)")
    with open_database(target).writing() as connection:
        restore_into(connection, made)
    assert schema(server, target) == before
    assert asked(target, numbers) == extensions
    with open_database(target).reading() as like, unpacked(made, server.url, like) as url:
        assert schema(server, url) == before


def test_who_reads_a_table_holds_the_restore_up_and_nothing_is_changed(
    server: Server, filled: URL, tmp_path: Path
) -> None:
    made = made_of(filled, tmp_path)
    run(filled, "INSERT INTO public.cache VALUES ('later', '')")
    before = schema(server, filled), held(filled)
    with create_engine(filled, poolclass=NullPool).connect() as reader:
        reader.exec_driver_sql("SELECT * FROM public.cache")
        with open_database(filled).writing() as connection, pytest.raises(BackupError, match="lock timeout"):
            restore_into(connection, made)
    assert (schema(server, filled), held(filled)) == before


RESTORING = """
import json, sys
from pathlib import Path
from schemasync_nb.database import open_database
from schemasync_nb.engines.engine import Backup
from schemasync_nb.engines.postgresql.restore import restore_into
url, path, *facts = json.loads(sys.stdin.readline())
with open_database(url).writing() as connection:
    restore_into(connection, Backup(Path(path), *facts))
"""


def test_who_is_killed_while_putting_it_back_has_changed_nothing(server: Server, filled: URL, tmp_path: Path) -> None:
    made = made_of(filled, tmp_path)
    run(filled, "INSERT INTO public.cache VALUES ('later', '')")
    before = schema(server, filled), held(filled)
    facts = [made.sha256, made.size, dict(made.row_counts), dict(made.checksums)]
    told = json.dumps([filled.render_as_string(hide_password=False), str(made.path), *facts])
    waiting = "SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = '{}')"
    with create_engine(filled, poolclass=NullPool).connect() as reader:
        reader.exec_driver_sql("SELECT * FROM sales.orders")  # dropped after much else
        with subprocess.Popen([sys.executable, "-c", RESTORING], stdin=subprocess.PIPE, text=True) as process:
            assert process.stdin
            process.stdin.write(told + "\n")
            process.stdin.flush()
            while not asked(filled, waiting.format(filled.database)):
                assert process.poll() is None
            process.kill()
    assert (schema(server, filled), held(filled)) == before


def test_on_another_server_everything_has_its_owner(server: Server, filled: URL, tmp_path: Path) -> None:
    made = made_of(filled, tmp_path)
    other = older() if server is newest() else newest()
    assert other is not None
    with open_database(other.url).reading() as like, unpacked(made, server.url, like) as url:
        assert held(url) == held(filled)
        owners = "SELECT relname, relowner::regrole::text, relacl::text FROM pg_class"
        of_public = f"{owners} WHERE relnamespace = 'public'::regnamespace ORDER BY 1"
        assert asked(url, of_public) == asked(filled, of_public)


def test_who_is_no_superuser(server: Server, tmp_path: Path) -> None:
    """What only a superuser may make, and made there, is no part of the copy, and stays when the backup is put back."""
    role, name = f"test_{uuid4().hex[:12]}", f"test_{uuid4().hex[:12]}"
    admin = administration(server.url)
    admin.execute(f"CREATE ROLE {role} LOGIN CREATEDB PASSWORD 'secret'")
    admin.execute(f"CREATE DATABASE {name} OWNER {role} TEMPLATE template0")
    url = server.url_of(name).set(username=role, password="secret")
    try:
        run(server.url_of(name), "CREATE EXTENSION pageinspect; GRANT CREATE ON SCHEMA public TO test_reader")
        run(url, "CREATE EXTENSION hstore; CREATE TABLE t (a hstore); INSERT INTO t VALUES ('a=>1'); CREATE SCHEMA own")
        run(
            url,
            "CREATE VIEW own.v AS SELECT a FROM t; GRANT SELECT ON own.v TO test_reader; CREATE TABLE own.u (a int)",
        )
        before, rows = schema(server, url), held(url)
        made = made_of(url, tmp_path)
        with open_database(url).reading() as like, unpacked(made, url, like) as copy:
            assert held(copy) == rows
            missing = [line for line in before if line not in schema(server, copy)]
            assert all("pageinspect" in line for line in missing)
        run(url, "DROP VIEW own.v; CREATE TABLE later (a int); DELETE FROM t; CREATE SCHEMA later")
        with open_database(url).writing() as connection:
            restore_into(connection, made)
        assert (schema(server, url), held(url)) == (before, rows)
    finally:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        admin.execute(f"DROP ROLE {role}")


def test_newer_programs_restore_into_an_older_server(
    filled: URL, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They set what an older server does not know; a table's owner and grants still come."""
    monkeypatch.setenv(programs.FOLDER, str(wheel()))
    made = made_of(filled, tmp_path)
    with open_database(filled).reading() as like, unpacked(made, server.url, like) as url:
        assert held(url) == held(filled)
        assert schema(server, url) == schema(server, filled)
    with unpacked(made, server.url, rows=False) as url:
        assert set(held(url)[0].values()) == {0}
    before = schema(server, filled)
    with open_database(filled).writing() as connection:
        restore_into(connection, made)
    assert schema(server, filled) == before
