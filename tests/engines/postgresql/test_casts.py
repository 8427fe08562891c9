"""What becomes of values when a type changes: every type into every other, with the values that are hard for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError

from schemasync_nb.catalog import COLUMN, DOMAIN, ENUM, Catalog, Entry
from schemasync_nb.engines.postgresql.casts import using
from schemasync_nb.engines.postgresql.misfits import misfit
from schemasync_nb.engines.postgresql.names import literal
from schemasync_nb.engines.postgresql.session import pinned

from ...servers import newest, older

WHOLE = ["0", "1", "-1", "32767", "32768", "2147483647", "-2147483648"]
TEXT = [
    *WHOLE, "9223372036854775808", "007", "+5", " 7", "1.50", "1e5", "1E-400", "1e400", "NaN", "Infinity", "abc", "",
    "0.1", "0.12345678901234567890123", "12345678.9", "-0", "yes", "TRUE", "off", "2020-02-29", "2021-02-29",
    "2020-13-01", "0000-01-01", "2020-01-01 23:59:59.123456", "2020-01-01T00:00:00Z", "2020-01-01 00:00+02:30", "12:30",
    "24:00", "infinity", "epoch", '{"a": [1, 2.5, "x\\n", null]}', "[1,]", "[1 2]", '{"a":"\\u0000"}', '"\\ud800"',
    '"\\\\ud800"', "V", "S", "nulltrue", '[[[[[[[[[[1]]]]]]]]]]', '{"a":1,"a":2}', "123e99999",
    "11111111-2222-3333-4444-55555555555A", "{11111111-2222-3333-4444-555555555555}", "10.0.0.1/8", "300.1.1.1", "::1",
    "1 day 02:03:04", "3 mons", "é€😀", "ok", "sad", "{a,b}", "'", "a\\b", "%s :x", "x" * 30,
]  # fmt: skip
VALUES = {
    "text": TEXT,
    "character varying(12)": [value for value in TEXT if len(value) <= 12],
    "character(40)": [value for value in TEXT if len(value) <= 40],
    "smallint": WHOLE[:4],
    "integer": WHOLE,
    "bigint": [*WHOLE, "9223372036854775807", "-9223372036854775808", "9007199254740993", "16777217"],
    "numeric": [*WHOLE, "1.5", "0.1", "1e-400", "1e400", "NaN", "99999999.995", "9223372036854775808"],
    "numeric(10,2)": ["0", "1.50", "-99999999.99", "NaN", "0.10"],
    "numeric(4,0)": ["0", "1", "9999", "NaN"],
    "double precision": ["0", "1", "-1.5", "0.1", "1e308", "1e-320", "NaN", "Infinity", "-Infinity", "2147483648"],
    "real": ["0", "1", "0.1", "3e38", "1e-40", "NaN", "Infinity", "16777216"],
    "boolean": ["true", "false"],
    "date": ["2020-02-29", "0044-03-15 BC", "infinity", "5874897-12-31", "4713-01-01 BC"],
    "timestamp without time zone": ["2020-01-01 00:00", "2020-01-01 23:59:59.123456", "infinity", "4713-01-02 BC"],
    "timestamp with time zone": ["2020-01-01 00:00+00", "2020-06-01 02:00+02", "2020-01-01 23:59:59.1+00", "-infinity"],
    "timestamp(3) with time zone": ["2020-01-01 00:00:00.123+00"],
    "time without time zone": ["00:00", "23:59:59.999999", "24:00"],
    "interval": ["1 day 02:03:04", "-3 mons", "0"],
    "json": ['{"a":1, "a":2}', '"\\u0000"', '"\\ud83d\\ude00"', '"\\ud83d"', "1e1000000", "null", '"1e99999"',
             '"\\\\u0000"'],
    "jsonb": ['{"a": 1}', "null", '"x"'],
    "uuid": ["11111111-2222-3333-4444-55555555555a"],
    "bytea": ["\\x", "\\x00", "\\x61c3a9", "\\xff", "\\xeda080", "\\xf09f9880"],
    "inet": ["10.0.0.1", "::1/64"],
    "public.mood": ["ok", "sad", "a b"],
    "public.other": ["ok", "'"],
    "public.positive": ["1", "7"],
    "integer[]": ["{}", "{1,NULL,70000}", "{{1,2},{3,4}}"],
    "smallint[]": ["{1,2}"],
    "text[]": ["{}", "{1,x}", "{ok,sad}", "{NULL}", "{1,2}"],
    "public.mood[]": ["{ok,sad}", "{a b}", "{}"],
    "timestamp without time zone[]": ["{2020-01-01 00:00}", "{}"],
    "timestamp with time zone[]": ["{2020-01-01 00:00+00}", "{NULL}"],
}  # fmt: skip
MADE = """
CREATE TYPE public.mood AS ENUM ('ok', 'sad', 'a b');
CREATE TYPE public.other AS ENUM ('ok', '''');
CREATE DOMAIN public.positive AS integer CONSTRAINT pos CHECK (VALUE > 0);
"""
CATALOG = Catalog(
    "postgresql",
    (
        Entry(ENUM, "public", "mood", {"labels": ("ok", "sad", "a b")}, ""),
        Entry(ENUM, "public", "other", {"labels": ("ok", "'")}, ""),
        Entry(
            DOMAIN,
            "public",
            "positive",
            {"type": "integer", "not_null": False, "checks": ("pos CHECK ((VALUE > 0))",)},
            "",
        ),
    ),
    folds=False,
)
# Text that is read as a value comes back in that type's own spelling.
RESPELLED = ("text", "character varying(12)", "character(40)", "json", "text[]")


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(older, id="older", marks=pytest.mark.needs("older postgresql")),
        pytest.param(newest, id="newest", marks=pytest.mark.needs("postgresql")),
    ],
)
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    server = request.param()
    assert server is not None
    with server.database() as url:
        engine = create_engine(url)
        with engine.connect() as found:
            execute(found, MADE)
            found.commit()
            yield found
        engine.dispose()


def execute(connection: Connection, sql: str) -> list[tuple[object, ...]]:
    result = connection.exec_driver_sql(sql, execution_options={"no_parameters": True})
    return [tuple(row) for row in result] if result.returns_rows else []


def column(type_: str) -> Entry:
    return Entry(COLUMN, "public.t", "v", {"type": type_}, "")


@pytest.mark.parametrize("old", VALUES)
def test_every_type_becomes_every_other(connection: Connection, old: str) -> None:
    """The question never fails; once what it names is away the type changes, and what is left comes back as it was."""
    connection.rollback()
    pinned(connection)
    execute(connection, "SET LOCAL TimeZone = 'America/New_York'")
    wrong = []
    for new in VALUES:
        step = connection.begin_nested()
        try:
            changed = there_and_back(connection, old, new)
        except DBAPIError as error:
            changed = [(str(error).splitlines()[0],)]
        wrong += [f"{old} -> {new}: {changed}"] if changed else []
        step.rollback()
    connection.rollback()
    assert wrong == []


def there_and_back(connection: Connection, old: str, new: str) -> list[tuple[object, ...]]:
    """Values that are not what they were, of those that are said to fit."""
    values = [f"({literal(value)}::{old})" for value in VALUES[old]]
    execute(connection, f"CREATE TABLE public.t (v {old}, was text)")
    execute(connection, f"INSERT INTO public.t VALUES {', '.join(values)}, (NULL)")
    execute(connection, "UPDATE public.t SET was = v::text")
    condition = misfit(column(old), column(new), CATALOG, CATALOG)
    if condition is not None:
        assert execute(connection, f"SELECT count(*) FROM public.t WHERE v IS NULL AND ({condition})") == [(0,)]
        execute(connection, f"DELETE FROM public.t WHERE {condition}")
    if old == new:
        assert execute(connection, "SELECT count(*) FROM public.t") == [(len(values) + 1,)]
    for was, to in ((old, new), (new, old))[: 1 if old in RESPELLED else 2]:
        change = using(column(was), column(to), CATALOG, CATALOG)
        execute(connection, f"ALTER TABLE public.t ALTER v TYPE {to}" + (f" USING {change}" if change else ""))
    if old in RESPELLED:
        return []
    if new == "real":  # what is the same number there
        return (
            execute(connection, "SELECT was, v::text FROM public.t WHERE v::real <> was::real")
            if "double" in old
            else []
        )
    differ = f"v <> was::{old}" if "numeric" in old or old in ("real", "double precision") else "v::text <> was"
    return execute(connection, f"SELECT was, v::text FROM public.t WHERE coalesce({differ}, true) AND was IS NOT NULL")


@pytest.mark.parametrize(
    ("old", "new", "fitting"),
    [
        ("text", "integer", WHOLE),
        ("text", "boolean", ["0", "1", "yes", "TRUE", "off"]),
        ("text", "date", ["2020-02-29"]),
        (
            "text",
            "timestamp with time zone",
            ["2020-01-01 00:00+02:30", "2020-01-01 23:59:59.123456", "2020-01-01T00:00:00Z", "2020-02-29"],
        ),
        ("text", "public.mood", ["ok", "sad"]),
        (
            "text",
            "jsonb",
            [
                *WHOLE,
                *(" 7", "9223372036854775808", "1.50", "0.1", "0.12345678901234567890123", "12345678.9", "-0", "1e5"),
                *('{"a": [1, 2.5, "x\\n", null]}', '"\\\\ud800"', "[[[[[[[[[[1]]]]]]]]]]", '{"a":1,"a":2}'),
                *("1E-400", "1e400"),
            ],
        ),
        ("json", "jsonb", ['{"a":1, "a":2}', '"\\ud83d\\ude00"', "null", '"1e99999"', '"\\\\u0000"']),
        ("bytea", "text", ["\\x", "\\x61c3a9", "\\xf09f9880"]),
        ("integer", "boolean", ["0", "1"]),
        ("integer", "public.positive", ["1", "32767", "32768", "2147483647"]),
        ("numeric", "numeric(10,2)", ["0", "1", "-1", "32767", "32768", "1.5", "0.1", "NaN"]),
        ("double precision", "integer", ["0", "1"]),
        ("public.mood", "public.other", ["ok"]),
        ("text[]", "integer[]", ["{}", "{NULL}", "{1,2}"]),
        ("timestamp without time zone", "date", ["2020-01-01 00:00:00", "infinity", "4713-01-02 00:00:00 BC"]),
    ],
)
def test_what_fits(connection: Connection, old: str, new: str, fitting: list[str]) -> None:
    """Not too strict either: exactly these of the hard values fit."""
    pinned(connection)
    condition = misfit(column(old), column(new), CATALOG, CATALOG)
    values = ", ".join(f"({literal(value)}::{old})" for value in VALUES[old])
    rows = execute(connection, f"SELECT v::text FROM (VALUES {values}) t (v) WHERE NOT coalesce({condition}, false)")
    found = [str(row[0]) for row in rows]
    if old == "numeric":
        found = [value for value in found if value not in ("2147483647", "-2147483648")]
        fitting = [value for value in fitting if value not in WHOLE[5:]]
    assert sorted(found) == sorted(fitting)
    connection.rollback()
