"""A catalog is read once for as long as nothing in it changes, and again after whatever changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import URL, Connection, event

from schemasync_nb.catalog import Catalog
from schemasync_nb.database import open_database
from schemasync_nb.engines.postgresql import read as reading
from schemasync_nb.engines.postgresql.seen import CATALOGS, unless_seen
from schemasync_nb.engines.postgresql.session import pinned

from ...servers import Server, connect

pytestmark = pytest.mark.needs("postgresql")

DATABASE = """
CREATE SCHEMA other;
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN short AS varchar(10) CHECK (length(VALUE) > 1);
CREATE SEQUENCE numbers;
CREATE FUNCTION twice(i int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT i * 2';
CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE parent (id serial PRIMARY KEY, code short UNIQUE);
CREATE TABLE child (id int GENERATED ALWAYS AS IDENTITY, parent_id int REFERENCES parent, m mood DEFAULT 'sad',
                    n int DEFAULT nextval('numbers'), CONSTRAINT positive CHECK (twice(n) > 0));
CREATE INDEX by_n ON child (n) WHERE n > 1;
CREATE VIEW seen AS SELECT id, n FROM child;
CREATE TRIGGER hushed AFTER INSERT ON child EXECUTE FUNCTION quiet();
CREATE POLICY own ON child USING (n > 0);
INSERT INTO parent (code) VALUES ('ab'), ('cd');
"""
CHANGES = [
    "CREATE TABLE another ()",
    "DROP INDEX by_n",
    "ALTER TABLE child ADD COLUMN x int",
    "ALTER TABLE child DROP CONSTRAINT positive",
    "ALTER TABLE child RENAME COLUMN n TO nn",
    "ALTER TABLE child ALTER m SET DEFAULT 'happy'",
    "ALTER TABLE child ALTER n SET NOT NULL",
    "ALTER TABLE child ALTER n SET STATISTICS 10",
    "ALTER TABLE child SET (fillfactor = 50)",
    "ALTER TABLE child SET SCHEMA other",
    "ALTER TABLE child ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE child DISABLE TRIGGER hushed",
    "ALTER FUNCTION twice RENAME TO double",
    "CREATE OR REPLACE FUNCTION twice(i int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT i + i'",
    "ALTER TYPE mood ADD VALUE 'calm' BEFORE 'happy'",
    "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'",
    "ALTER DOMAIN short SET DEFAULT 'xy'",
    "ALTER SEQUENCE numbers MAXVALUE 77",
    "ALTER SEQUENCE numbers OWNED BY child.n",
    "CREATE OR REPLACE VIEW seen AS SELECT id, n FROM child WHERE n > 7",
    "ALTER POLICY own ON child USING (n > 1)",
    "COMMENT ON COLUMN child.n IS 'a number'",
    "GRANT SELECT ON seen TO test_reader",
    "CREATE MATERIALIZED VIEW kept AS SELECT n FROM child",
    "CREATE TABLE heir () INHERITS (parent)",
    "ANALYZE parent",
]


@pytest.fixture
def database(postgresql: Server) -> Iterator[URL]:
    with postgresql.database() as url:
        with connect(url) as connection:
            connection.execute(DATABASE.encode())
        yield url


def read(url: URL) -> Any:
    with open_database(url).reading() as connection:
        return reading.read(connection)


def anew(connection: Connection) -> Catalog:
    return reading._Reading(connection, pinned(connection), None, None).catalog()


def test_what_did_not_change_is_not_read_again(database: URL) -> None:
    first = read(database)
    assert read(database) is first
    with connect(database) as connection:
        connection.execute("INSERT INTO parent (code) VALUES ('ef')")  # rows are nothing to a catalog
    assert read(database) is first


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_read(change: str, database: URL) -> None:
    """And what is told then is what a first reading would tell."""
    first = read(database)
    with connect(database) as connection:
        connection.execute(change.encode())
    second = read(database)
    assert second is not first
    with open_database(database).reading() as connection:
        fresh = anew(connection)
    assert (second.entries, second.carried, second.rows) == (fresh.entries, fresh.carried, fresh.rows)
    assert first != fresh


def test_what_is_rolled_back_was_never_there(database: URL) -> None:
    """A catalog read within a transaction is nobody else's."""
    first = read(database)
    with open_database(database).writing() as connection:
        connection.exec_driver_sql("BEGIN")
        connection.exec_driver_sql("ALTER TABLE child DROP COLUMN n CASCADE")
        within = reading.read(connection)
        connection.exec_driver_sql("ROLLBACK")
    assert within.fingerprint != first.fingerprint
    assert read(database).fingerprint == first.fingerprint


def test_two_databases_are_two(postgresql: Server, database: URL) -> None:
    first = read(database)
    with postgresql.database(template=str(database.database)) as twin:
        with connect(twin) as connection:
            connection.execute("DROP VIEW seen")
        assert read(twin).fingerprint != first.fingerprint
        assert read(database) is first


def test_schemas_that_are_left_out_make_another_reading(database: URL) -> None:
    with open_database(database).reading() as connection:
        assert reading.read(connection, ["other"]).tables == {}
    assert set(read(database).tables) == {"public.child", "public.parent"}


def test_every_catalog_that_is_asked_is_looked_at(database: URL) -> None:
    """A view of the server's (pg_roles, pg_settings) shows what others of its catalogs hold."""
    said: list[str] = []

    def hear(connection: Connection, cursor: Any, statement: str, *_: object) -> None:
        said.append(statement)

    target = open_database(database)
    event.listen(target.source.engine, "before_cursor_execute", hear)
    with target.reading() as connection:
        anew(connection)
    asked = set(re.findall(r"\b(?:FROM|JOIN)\s+(?:pg_catalog\.)?(pg_[a-z_]+)\b(?!\s*\()", "\n".join(said)))
    assert asked - {"pg_database", "pg_settings", "pg_roles"} <= set(CATALOGS)
    assert len(asked) > 15


def test_a_server_that_changes_rows_in_place_is_always_read(database: URL) -> None:
    """Before 14 an index is made valid in place, which no transaction number tells."""
    with open_database(database).reading() as connection:
        made = [unless_seen(connection, 13, None, lambda: anew(connection)) for _ in range(2)]
    assert made[0] is not made[1]
