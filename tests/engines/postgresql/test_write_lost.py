"""What a migration lost is told, and what it kept is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import URL

from schemasync_nb.engines.engine import Renaming
from schemasync_nb.engines.postgresql.lost import lost_values

from ...servers import Server, connect, newest, older

BEFORE = """
CREATE SCHEMA s;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'unused');
CREATE DOMAIN short AS varchar(10);
CREATE TABLE t (id int PRIMARY KEY, a text, n integer, m mood, ms mood[], b boolean, j json, at timestamp, f real,
    p numeric(10,2), v varchar(20), w short, g int GENERATED ALWAYS AS (n + 1) STORED, "Od.d" char(5), d date);
INSERT INTO t (id, a, n, m, ms, b, j, at, f, p, v, w, "Od.d", d)
    SELECT i, 'a' || i % 5, i % 2, (ARRAY['sad', 'ok'])[1 + i % 2]::mood, ARRAY['sad', 'ok']::mood[], i % 2 = 0,
           '{"b": 1,  "a": 2}', timestamp '2020-01-01' + i * interval '1 minute',
           i / 3.0, i / 4.0, i, i, 'x', '2020-01-01'
    FROM generate_series(1, 50) i;
INSERT INTO t (id) VALUES (99);
CREATE TABLE s.keyless (a int, b int);
INSERT INTO s.keyless SELECT i, i FROM generate_series(1, 10) i;
CREATE TABLE parts (at int, v text) PARTITION BY RANGE (at);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
INSERT INTO parts SELECT i, i FROM generate_series(0, 9) i;
CREATE TABLE parent (a int);
CREATE TABLE child () INHERITS (parent);
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (2);
"""
KEPT = {
    "nothing happened": "",
    "rows move about": "UPDATE t SET a = a; UPDATE s.keyless SET a = a WHERE a < 5",
    "a column and a table come": "ALTER TABLE t ADD x int DEFAULT 5; CREATE TABLE u (a int)",
    "a column and a table go": "ALTER TABLE t DROP a; DROP TABLE child",
    "wider": "ALTER TABLE t DROP g, ALTER n TYPE bigint, ALTER v TYPE text, ALTER p TYPE numeric(14,4)",
    "integer to numeric": "ALTER TABLE t DROP g, ALTER n TYPE numeric(8,3)",
    "integer to text": "ALTER TABLE t DROP g, ALTER n TYPE text",
    "integer to boolean": "ALTER TABLE t DROP g, ALTER n TYPE boolean USING n <> 0",
    "boolean to integer": "ALTER TABLE t ALTER b TYPE integer USING b::integer",
    "json to jsonb": "ALTER TABLE t ALTER j TYPE jsonb",
    "timestamp to timestamptz":
        "SET timezone = 'Asia/Tokyo'; ALTER TABLE t ALTER at TYPE timestamptz USING at AT TIME ZONE 'UTC'",
    "real to double precision": "ALTER TABLE t ALTER f TYPE double precision",
    "narrower where all fits":
        "ALTER TABLE t ALTER v TYPE varchar(2), ALTER p TYPE numeric(8,2), ALTER \"Od.d\" TYPE char(2)",
    "char to text": 'ALTER TABLE t ALTER "Od.d" TYPE text',
    "date to timestamp": "ALTER TABLE t ALTER d TYPE timestamp",
    "out of a domain": "ALTER TABLE t ALTER w TYPE varchar(10)",
    "into a domain that is new": "CREATE DOMAIN long AS text CHECK (VALUE <> ''); ALTER TABLE t ALTER v TYPE long",
    "a type that is new": "CREATE EXTENSION citext; ALTER TABLE t ALTER v TYPE citext",
    "enum to text": "ALTER TABLE t ALTER m TYPE text, ALTER ms TYPE text[]",
    "text to an enum that is new":
        "CREATE TYPE x AS ENUM ('a0', 'a1', 'a2', 'a3', 'a4'); ALTER TABLE t ALTER a TYPE x USING a::x",
    "a label renamed": "ALTER TYPE mood RENAME VALUE 'sad' TO 'b''lue'",
    "an enum made again": """CREATE TYPE feeling AS ENUM ('ok', 'sad');
        ALTER TABLE t ALTER m TYPE feeling USING m::text::feeling,
        ALTER ms TYPE feeling[] USING ms::text[]::feeling[]""",
    "a key goes": "ALTER TABLE t DROP CONSTRAINT t_pkey",
    "generated no more": "ALTER TABLE t ALTER g DROP EXPRESSION",
    "generated from now on":
        "ALTER TABLE t DROP n CASCADE; ALTER TABLE t ADD n int GENERATED ALWAYS AS (id * 2) STORED",
}  # fmt: skip
LOST = {
    "DELETE FROM t WHERE id < 3": ["table public.t has 49 rows, 51 before"],
    "INSERT INTO s.keyless VALUES (1, 1)": ["table s.keyless has 11 rows, 10 before"],
    "UPDATE t SET a = 'x' WHERE id <= 7": ["column public.t.a: 7 values changed"],
    "UPDATE t SET a = NULL, n = 7 WHERE id = 7": [
        "column public.t.a: 1 value changed", "column public.t.n: 1 value changed",
    ],
    "UPDATE t SET n = 1 - n WHERE id IN (1, 2)": ["column public.t.n: 2 values changed"],
    "UPDATE t SET id = 100 WHERE id = 99": "column public.t.id: 1 value changed",
    "UPDATE t SET id = -id, a = NULL WHERE id IN (1, 2)": "column public.t.id: 2 values changed",
    "UPDATE s.keyless SET a = 3 WHERE a = 2": ["column s.keyless.a: 1 value changed"],
    "UPDATE s.keyless SET a = 11 - a": ["table s.keyless: values are no longer in the rows they were in"],
    "UPDATE parts SET v = 'x' WHERE at = 3": ["column public.parts.v: 1 value changed"],
    "UPDATE ONLY parent SET a = 3": ["column public.parent.a: 1 value changed"],
    "UPDATE child SET a = 3": ["column public.child.a: 1 value changed"],
    "UPDATE t SET m = 'ok' WHERE m = 'sad'": ["column public.t.m: 25 values changed"],
    "ALTER TABLE t DROP a; ALTER TABLE t ADD a text": ["column public.t.a: 50 values changed"],
    "ALTER TABLE t ALTER v TYPE varchar(1) USING v::varchar(1)":
        ["column public.t.v: its new type does not fit 41 values"],
    "ALTER TABLE t ALTER p TYPE numeric(8,1) USING p::numeric(8,1)": "column public.t.p: ",
    "ALTER TABLE t ALTER at TYPE date": ["column public.t.at: its new type does not fit 50 values"],
    "ALTER TABLE t ALTER at TYPE timestamptz USING at AT TIME ZONE 'Asia/Tokyo'":
        ["column public.t.at: 50 values changed"],
    "ALTER TABLE t ALTER b TYPE integer USING CASE WHEN b THEN 0 ELSE 1 END":
        ["column public.t.b: 51 values changed"],
    "ALTER TABLE t DROP g, ALTER n TYPE text USING 'n'": ["column public.t.n: 51 values changed"],
    "ALTER TABLE t ALTER j TYPE jsonb USING '{}'": ["column public.t.j: 51 values changed"],
    "ALTER TABLE t ALTER m TYPE text USING upper(m::text)": ["column public.t.m: 50 values changed"],
    "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'; UPDATE t SET m = 'ok' WHERE id = 2":
        ["column public.t.m: 1 value changed"],
}  # fmt: skip


@pytest.fixture(params=[newest, older], ids=["newest", "older"])
def server(request: pytest.FixtureRequest) -> Server:
    found: Server | None = request.param()
    if found is None:
        pytest.fail("no such PostgreSQL on this machine")
    return found


@pytest.fixture
def before(server: Server) -> Iterator[URL]:
    with server.database() as url:
        run(url, BEFORE)
        yield url


def run(url: URL, script: str) -> None:
    with connect(url) as connection:
        connection.execute(script)


def test_what_was_kept_is_not_lost(server: Server, before: URL) -> None:
    for what, script in KEPT.items():
        with server.database(before.database or "") as after:
            run(after, script)
            assert lost_values(after, before) == [], what


def test_what_was_lost_is_told(server: Server, before: URL) -> None:
    for script, told in LOST.items():
        with server.database(before.database or "") as after:
            run(after, script)
            lost = lost_values(after, before)
            as_told = lost == told if isinstance(told, list) else any(line.startswith(told) for line in lost)
            assert as_told, (script, lost)


def test_a_renaming_is_followed(server: Server, before: URL) -> None:
    with server.database(before.database or "") as after:
        run(after, 'ALTER TABLE t RENAME a TO z; ALTER TABLE t SET SCHEMA s; ALTER TABLE s.t RENAME TO "u.v"')
        run(after, 'ALTER TABLE s."u.v" RENAME id TO number')
        renamings = [
            Renaming("public.t", "a", "z"), Renaming("public.t", "id", "number"), Renaming("public.t", None, 's."u.v"')
        ]  # fmt: skip
        assert lost_values(after, before, renamings) == []
        run(after, "UPDATE s.\"u.v\" SET z = 'x' WHERE number = 5")
        assert lost_values(after, before, renamings) == ["column public.t.a: 1 value changed"]


def test_what_was_filled_on_purpose_is_not_lost(server: Server, before: URL) -> None:
    with server.database(before.database or "") as after:
        run(after, "UPDATE t SET a = 'x', n = 3")
        filled = [("public.t", "a", "'x'", "a IS NULL")]
        assert lost_values(after, before, (), filled) == ["column public.t.n: 51 values changed"]


def test_both_ways_are_asked_without_a_trace(server: Server, before: URL) -> None:
    """The databases may be on different servers; neither is written to."""
    other = older() if server is newest() else newest()
    assert other is not None
    with other.database() as after:
        run(after, BEFORE)
        for url in (before, after):
            run(url, f"ALTER DATABASE {url.database} SET default_transaction_read_only = on")
        assert lost_values(after, before) == []
        assert lost_values(before, after) == []
