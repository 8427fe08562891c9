"""What a read takes in, what it leaves out and counts, and what it leaves alone."""

from __future__ import annotations

import pytest
from sqlalchemy import URL, Column, Integer, MetaData, Table, create_engine, event

import schemasync_nb as ss
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table, spell, split
from schemasync_nb.engines.postgresql.read import read, read_tables
from schemasync_nb.engines.postgresql.session import SETTINGS, ask, pinned
from schemasync_nb.errors import DatabaseError, DecisionError

from ...servers import Server, connect
from .reading import Found, catalog_of, reading, run


@pytest.mark.parametrize(
    ("schema", "name", "spelled", "sql"),
    [
        ("public", "orders", "public.orders", "public.orders"),
        ("public", "Mixed Case", "public.Mixed Case", 'public."Mixed Case"'),
        ("a.b", 'c"d', '"a.b"."c""d"', '"a.b"."c""d"'),
        ("order", "name", "order.name", '"order".name'),
        ("público", "$1", "público.$1", '"público"."$1"'),
        ("public", '".', 'public."""."', 'public."""."'),
    ],
)
def test_a_spelling_is_taken_apart_into_what_it_was_made_of(schema: str, name: str, spelled: str, sql: str) -> None:
    assert spell(schema, name) == spelled
    assert split(spelled) == (schema, name)
    assert quote_table(spelled) == sql


def test_a_schema_that_neither_side_has_is_an_error(empty: URL, server: Server) -> None:
    """Comparing nothing would look like no drift."""
    metadata = MetaData()
    Table("t", metadata, Column("id", Integer, primary_key=True), schema="planned")
    with pytest.raises(DecisionError, match=r"'publc' is neither .* did you mean public"):
        ss.detect_drift(empty, metadata, policy=ss.Policy(schemas=["public", "publc"]))
    drift = ss.detect_drift(empty, metadata, policy=ss.Policy(schemas=["planned"]))
    assert "table:planned.t:add" in [change.id for change in drift.changes]


def test_names_and_strings_are_quoted_as_the_server_quotes_them(empty: URL, server: Server) -> None:
    with reading(empty) as connection:
        words = [word for (word,) in ask(connection, "SELECT word FROM pg_get_keywords()")]
        names = [*words, "a", "A", "a1", "1a", "_", "a$", "a b", 'a"b', "é", "a.b"]
        listed = ", ".join(map(literal, names))
        theirs = [told for (told,) in ask(connection, f"SELECT quote_ident(n) FROM unnest(ARRAY[{listed}]) n")]
        differing = [name for name, told in zip(names, theirs, strict=True) if quote(name) != told]
        assert not differing or server.version < 18, differing
        assert all(quote(name) == f'"{name}"' for name in differing)  # a keyword of a later version
        texts = ["it's", "a\\b", "100%", ":x", "\\'", ""]
        assert [
            text for (text,) in ask(connection, f"SELECT * FROM unnest(ARRAY[{', '.join(map(literal, texts))}])")
        ] == texts


def test_what_is_not_compared_is_counted(features: URL, server: Server) -> None:
    counted = dict(catalog_of(features).not_compared)
    assert counted == {
        "partition": 3,
        "foreign table": 1,
        "foreign server": 1,
        "extension": 2,
        "view": 3,
        "materialized view": 1,
        "function": 5,
        "procedure": 1,
        "aggregate": 2,
        "trigger": 3,
        "rule": 1,
        "policy": 1,
        "row security setting": 1,
        "grant": 1,
        "composite type": 1,
        "range type": 1,
        "collation": 1,
        "statistics object": 1,
        "type comment": 2,
        "index comment": 1,
        "sequence comment": 1,
        "column storage": 1,
        "column statistics target": 1,
        "replica identity": 1,
    }


def test_a_database_of_nothing_has_nothing_that_is_not_compared(empty: URL) -> None:
    catalog = catalog_of(empty)
    assert [(entry.kind, entry.table) for entry in catalog.entries] == [("schema", "public")]
    assert not catalog.carried and not catalog.not_compared and not catalog.rows


def test_only_the_named_schemas_are_read(features: URL) -> None:
    catalog = catalog_of(features, ["sales"])
    assert set(catalog.tables) == {"sales.orders", "sales.orders2"}
    assert {e.table for e in catalog.entries if e.kind in ("schema", "enum", "domain", "sequence")} == {"sales"}
    to_customer = Found(catalog)("foreign_key", "sales.orders", "to_customer")
    assert to_customer.facts["parent"] == "public.customers" and to_customer.facts["parent_columns"] == ("id",)
    # what hangs on the schema's tables is carried from wherever it is
    run(features, "CREATE VIEW public.over AS SELECT id FROM sales.orders; CREATE VIEW public.apart AS SELECT 1 AS one")
    catalog = catalog_of(features, ["sales"])
    carried = {entry.name for entry in catalog.carried}
    assert carried == {"sales.of_names", "sales.sums", "sales.pay(numeric)", "public.over"}
    assert catalog.not_compared["view"] == 1


def test_only_the_named_tables_are_read(features: URL) -> None:
    with reading(features) as connection:
        whole, some = read(connection), read_tables(connection, ["sales.orders", '"Mixed.Case"."Select.All"'])
    assert set(some.tables) == {"sales.orders", '"Mixed.Case"."Select.All"'}
    assert not some.carried and not some.not_compared
    for table in some.tables:
        parts = [(e.kind, e.name, dict(e.facts)) for e in some.of(table)]
        assert parts == [(e.kind, e.name, dict(e.facts)) for e in whole.of(table)]
    assert [e for e in some.entries if e.kind == "enum"] == [e for e in whole.entries if e.kind == "enum"]


def test_reading_twice_gives_one_fingerprint_whatever_the_session_was_set_to(features: URL) -> None:
    first = catalog_of(features)
    settings = {
        "search_path": "public",
        "quote_all_identifiers": "on",
        "timezone": "Asia/Tokyo",
        "datestyle": "German",
        "intervalstyle": "iso_8601",
        "bytea_output": "escape",
        "extra_float_digits": "-5",
    }
    with reading(features) as connection:
        for name, value in settings.items():
            connection.exec_driver_sql(f"SET {name} = {literal(value)}")
        assert read(connection).fingerprint == first.fingerprint


def test_pinning_ends_with_the_transaction(features: URL, server: Server) -> None:
    shown = "SELECT name, setting FROM pg_settings WHERE name NOT LIKE 'transaction%' ORDER BY 1"
    with reading(features) as connection:
        before = ask(connection, shown)
        assert pinned(connection) == server.version
        during = dict(tuple(row) for row in ask(connection, shown))
        assert {name.lower() for name, told in before if during[name] != told} <= set(SETTINGS)
        assert (during["search_path"], during["DateStyle"], during["TimeZone"]) == ("", "ISO, YMD", "UTC")
        connection.rollback()
        assert ask(connection, shown) == before


def test_nothing_of_the_database_is_evaluated_or_written(features: URL) -> None:
    run(
        features,
        "CREATE SEQUENCE public.watch; CREATE FUNCTION public.count_me() RETURNS bigint LANGUAGE sql"
        " AS $$ SELECT nextval('public.watch') $$;"
        "CREATE TABLE public.watched (a bigint DEFAULT nextval('public.watch'), b bigint DEFAULT public.count_me(),"
        " CHECK (public.count_me() > 0)); CREATE VIEW public.watching AS SELECT public.count_me() AS n;"
        "CREATE MATERIALIZED VIEW public.seen AS SELECT public.count_me() AS n WITH NO DATA",
    )
    with reading(features) as connection:
        found = Found(read(connection))
        assert found.facts("column", "public.watched", "b", "default") == ["public.count_me()"]
        assert [tuple(row) for row in ask(connection, "SELECT last_value, is_called FROM public.watch")] == [(1, False)]
        assert ask(connection, "SELECT pg_current_xact_id_if_assigned()::text")[0][0] is None


def test_a_role_without_any_privilege_reads_the_same(features: URL) -> None:
    with reading(features) as connection:
        whole = read(connection).fingerprint
        connection.exec_driver_sql("SET LOCAL ROLE test_reader")
        assert ask(connection, "SELECT has_schema_privilege('sales', 'usage')") == [(False,)]
        assert read(connection).fingerprint == whole


def test_a_read_takes_few_queries_whatever_the_size(features: URL, empty: URL) -> None:
    def count(of: URL) -> int:
        statements: list[str] = []
        with reading(of) as connection:
            event.listen(connection, "before_cursor_execute", lambda *given: statements.append(given[2]))
            read(connection)
        return len(statements)

    assert count(features) == count(empty) <= 14


def test_tables_that_are_nobodys_to_compare_are_named(empty: URL) -> None:
    with connect(empty) as connection:
        connection.execute("""
            CREATE TABLE p (id integer) PARTITION BY LIST (id); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
            CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE f (id integer) SERVER s;
            CREATE EXTENSION citext; CREATE TABLE e (id integer); ALTER EXTENSION citext ADD TABLE e; CREATE TABLE t (id integer);
        """)  # noqa: E501
    with reading(empty) as connection:
        apart = read(connection).apart
    assert apart == {
        "public.p1": "a partition", "public.f": "a foreign table", "public.e": "a table of an extension",
    }  # fmt: skip


def test_temporary_tables_are_nobodys_drift(empty: URL) -> None:
    with connect(empty) as other, reading(empty) as connection:
        other.execute("CREATE TEMPORARY TABLE theirs (id serial PRIMARY KEY)")
        assert [entry.kind for entry in read(connection).entries] == ["schema"]
    engine = create_engine(empty)
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TEMPORARY TABLE mine (id serial PRIMARY KEY)")
        catalog = read(connection)
        assert [entry.kind for entry in catalog.entries] == ["schema"] and not catalog.carried
    engine.dispose()


def test_what_an_extension_owns_is_not_ours(empty: URL) -> None:
    run(
        empty,
        "CREATE EXTENSION hstore; CREATE TABLE mine (id integer); CREATE TABLE theirs (id serial PRIMARY KEY);"
        "CREATE TYPE e AS ENUM ('a'); CREATE VIEW w AS SELECT 1 AS one; CREATE SEQUENCE s;"
        "ALTER EXTENSION hstore ADD TABLE theirs; ALTER EXTENSION hstore ADD TYPE e;"
        "ALTER EXTENSION hstore ADD VIEW w; ALTER EXTENSION hstore ADD SEQUENCE s",
    )
    catalog = catalog_of(empty)
    assert [(e.kind, e.table) for e in catalog.entries] == [
        ("schema", "public"),
        ("table", "public.mine"),
        ("column", "public.mine"),
    ]
    assert not catalog.carried and dict(catalog.not_compared) == {"extension": 1}


def test_rows_are_estimated_with_those_of_partitions(features: URL) -> None:
    run(
        features,
        "INSERT INTO public.events SELECT n, '2020-02-02' FROM generate_series(1, 30) n;"
        "INSERT INTO public.events SELECT n, '2021-02-02' FROM generate_series(1, 12) n;"
        "INSERT INTO public.parent SELECT n FROM generate_series(1, 5) n",
    )
    run(features, "VACUUM ANALYZE public.events_2020, public.events_one, public.parent")
    rows = catalog_of(features).rows
    assert (rows["public.events"], rows["public.parent"], rows["public.child"]) == (42, 5, 0)


def test_a_schema_under_lock_is_told_in_one_line(empty: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    run(empty, "CREATE TABLE t (id integer); CREATE VIEW v AS SELECT id FROM t")
    engine = create_engine(empty)
    with connect(empty) as other, other.transaction(), engine.connect() as connection:
        other.execute("LOCK TABLE t, v IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(DatabaseError, match=f"{empty.database} cannot be read: another session holds a lock"):
            read(connection)
    engine.dispose()
