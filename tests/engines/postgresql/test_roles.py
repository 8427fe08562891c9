"""A copy on another server: its roles are lent there, and go with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import URL

from schemasync_nb.catalog import Catalog
from schemasync_nb.database import open_database
from schemasync_nb.engines.postgresql.backup import backup, unpacked
from schemasync_nb.engines.postgresql.read import read
from schemasync_nb.engines.postgresql.roles import COMMENT
from schemasync_nb.engines.postgresql.servers import drop_leftovers
from schemasync_nb.errors import BackupError

from ...servers import Server, administration, connect, newest, older

OBJECTS = """
CREATE TABLE t (id integer);
ALTER TABLE t OWNER TO {role};
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON t TO {role} USING (true);
CREATE VIEW v AS SELECT id FROM t;
ALTER VIEW v OWNER TO {role};
GRANT SELECT ON v TO {role} WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE {role} GRANT SELECT ON TABLES TO PUBLIC;
"""


def other() -> Server:
    server, there = newest(), older()
    assert server is not None
    if there is None:
        pytest.fail("no second PostgreSQL on this machine")
    return there


def roles_of(server: Server) -> set[str]:
    return {name for (name,) in administration(server.url).execute("SELECT rolname FROM pg_roles").fetchall()}


def rights(catalog: Catalog) -> list[object]:
    """Whose things are, and whom a policy is about; servers of two versions know other privileges."""
    return [(e.name, e.facts.get("owner") or e.facts["sql"]) for e in catalog.carried]


@pytest.fixture
def role() -> Iterator[str]:
    name = f"owner_{uuid4().hex}"
    administration(other().url).execute(f"CREATE ROLE {name}")
    yield name
    administration(other().url).execute(f"DROP ROLE {name}")


@pytest.fixture
def source(role: str) -> Iterator[URL]:
    with other().database() as url:
        with connect(url) as connection:
            connection.execute(OBJECTS.format(role=role))
        yield url


@pytest.mark.needs("older postgresql")
def test_a_copy_on_another_server_is_a_whole_one(source: URL, role: str, tmp_path: Path) -> None:
    server = newest()
    assert server is not None and role not in roles_of(server)
    with open_database(source).reading() as like:
        made, wanted = backup(like, tmp_path / "made.dump"), read(like)
        with unpacked(made, server.url, like) as url, open_database(url).reading() as copy:
            assert role in roles_of(server)
            assert rights(read(copy)) == rights(wanted)
    assert role not in roles_of(server)


@pytest.mark.needs("older postgresql")
def test_roles_that_a_killed_run_left_go_with_the_next_sweep() -> None:
    server = newest()
    assert server is not None
    name = f"left_{uuid4().hex}"
    administration(server.url).execute(f"CREATE ROLE {name} NOLOGIN")
    drop_leftovers(server.url)
    assert name in roles_of(server), "somebody else's role is left alone"
    administration(server.url).execute(f"COMMENT ON ROLE {name} IS '{COMMENT}'")
    drop_leftovers(server.url)
    assert name not in roles_of(server)


@pytest.mark.needs("postgresql")
@pytest.mark.parametrize(
    "adopting",
    [
        "ALTER ROLE {} LOGIN",
        "ALTER ROLE {} PASSWORD 'x'",
        "ALTER ROLE {} CREATEDB",
        "ALTER ROLE {} NOINHERIT",
        "ALTER ROLE {} CONNECTION LIMIT 3",
        "ALTER ROLE {} SET search_path = sales",
        "GRANT {} TO test_reader",
        "GRANT test_reader TO {}",
        "COMMENT ON ROLE {} IS 'the accountants'",
    ],
)
def test_a_lent_role_that_somebody_took_over_stays(postgresql: Server, adopting: str) -> None:
    """What a killed run left may have become the role of people who found it there."""
    name, server = f"adopted_{uuid4().hex}", administration(postgresql.url)
    made = f"CREATE ROLE {name} NOLOGIN; COMMENT ON ROLE {name} IS '{COMMENT}'"
    server.execute(f"{made}; {adopting}".format(name))  # at once: other tests sweep this server too
    try:
        drop_leftovers(postgresql.url)
        assert name in roles_of(postgresql)
    finally:
        server.execute(f"DROP ROLE IF EXISTS {name}")


@pytest.mark.needs("older postgresql")
def test_who_may_not_give_rights_there_is_told(source: URL, tmp_path: Path) -> None:
    server = newest()
    assert server is not None
    name = f"plain_{uuid4().hex}"
    administration(server.url).execute(f"CREATE ROLE {name} LOGIN CREATEDB PASSWORD 'x'")
    try:
        with (
            open_database(source).reading() as like,
            pytest.raises(BackupError, match=r"^view public\.v has an owner .* --scratch-url [^\n]*$"),
            unpacked(backup(like, tmp_path / "made.dump"), server.url.set(username=name, password="x"), like),
        ):
            pass
    finally:
        administration(server.url).execute(f"DROP ROLE {name}")
