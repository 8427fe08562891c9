"""The reader of the system catalogs: one database with a wide set of features, read as facts."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import URL

from schemasync_nb.engines.postgresql.names import spell

from ...servers import Server, connect
from .reading import Found, catalog_of, run

SERIAL = ("start=1", "increment=1", "minimum=1", "maximum=2147483647", "cache=1", "cycle=no")


def test_tables(features: URL) -> None:
    found = Found(catalog_of(features))
    plain = {"partition_by": None, "unlogged": False, "options": (), "inherits": (), "comment": None}
    assert dict(found("table", "public.parent").facts) == plain
    assert dict(found("table", "public.child").facts) == {**plain, "inherits": ("public.parent",)}
    assert dict(found("table", "public.events").facts) == {**plain, "partition_by": "RANGE (at)"}
    assert dict(found("table", "public.customers").facts) == {**plain, "comment": "who buys"}
    options = ("autovacuum_enabled=false", "fillfactor=70", "toast.autovacuum_enabled=false")
    odd = found("table", '"Mixed.Case"."Select.All"')
    assert dict(odd.facts) == {**plain, "unlogged": True, "options": options}
    assert odd.uses == {('"Mixed.Case"', "")}
    assert found("schema", '"Mixed.Case"').sql == 'CREATE SCHEMA "Mixed.Case"'
    assert not {("table", "public.events_2020", None), ("table", "public.alembic_version", None)} & set(found.entries)


def test_columns(features: URL) -> None:
    found = Found(catalog_of(features))
    plain = {
        "not_null": False,
        "default": None,
        "generated": None,
        "stored": True,
        "identity": None,
        "serial": None,
        "collation": None,
        "comment": None,
    }

    def expect(name: str, type_: str, table: str = "public.customers", **more: Any) -> None:
        assert dict(found("column", table, name).facts) == {**plain, "type": type_, **more}, name

    expect("id", "integer", not_null=True, serial=("type=integer", *SERIAL))
    expect("email", "character varying(50)", not_null=True, comment="it's 100% :unique")
    expect("Name", "text", not_null=True, default="'it''s'::text", collation="C")
    expect("feeling", "public.mood", not_null=True, default="'it''s ok'::public.mood")
    expect("moods", "public.mood[]", default="'{sad}'::public.mood[]")
    expect("price", "numeric(10,2)", default="0")
    expect("nothing", "character varying(5)")
    expect("small", "public.positive", default="NULL::integer")  # or else the domain's own holds
    expect("span", "int4range")
    expect("point", "public.pair")
    expect("attributes", "sales.hstore")
    expect("made", "timestamp with time zone", default="'2019-12-31 22:00:00+00'::timestamp with time zone")
    expect("seen", "timestamp(3) without time zone", default="now()")
    expect("order", "interval", default="'1 day 02:00:00'::interval")
    expect("total", "numeric", generated="(price * (2)::numeric)")
    expect("german", "text", collation="public.german")
    expect("big", "integer", default="0")
    expect("id", "bigint", "public.grown", not_null=True, serial=("type=integer", *SERIAL))
    options = ("start=100", "increment=10", "minimum=5", "maximum=9000", "cache=4", "cycle=yes")
    expect("id", "bigint", "sales.orders", not_null=True, identity=("always", *options))
    expect("line", "integer", "sales.orders", not_null=True, identity=("by default", *SERIAL))
    expect("customer_id", "integer", "sales.orders", default="nextval('public.numbers'::regclass)")
    expect("code", "bigint", "sales.orders", default="(nextval('sales.down'::regclass) * 2)")
    odd = '"Mixed.Case"."Select.All"'
    expect('a"b', '"Mixed.Case"."Odd.Type"', odd, default='\'a\\b\'::"Mixed.Case"."Odd.Type"')
    expect("%d :x", "text", odd, default="'100%s :y'::text")
    assert ("column", odd, "a_name_of_sixty_three_bytes_is_as_long_as_a_name_can_be_here_no") in found.entries
    assert found("column", "public.customers", "total").uses == {
        ("public.customers", ""),
        ("public.customers", "price"),
    }
    assert found("column", "public.customers", "moods").uses == {("public.customers", ""), ("public.mood", "")}
    assert found("column", "sales.orders", "code").uses == {("sales.orders", ""), ("sales.down", "")}
    # a composite or extension's type is no entry, so nothing can hang on it
    assert found("column", "public.customers", "point").uses == {("public.customers", "")}


def test_a_serial_column_is_known_whatever_its_sequence_is_called(empty: URL) -> None:
    run(empty, """CREATE TABLE "a\\b'c""d.e%" ("I\\d" serial, n bigserial)""")
    found = Found(catalog_of(empty))
    table = spell("public", "a\\b'c\"d.e%")
    assert found.facts("column", table, "I\\d", "default", "serial") == [None, ("type=integer", *SERIAL)]
    assert {kind for kind, _, _ in found.entries} == {"schema", "table", "column"}


def test_a_sequence_of_a_column_that_does_not_draw_from_it_stands_alone(empty: URL) -> None:
    run(
        empty,
        "CREATE TABLE dropped (id serial); ALTER TABLE dropped ALTER id DROP DEFAULT;"
        "CREATE TABLE whole (id integer, at integer) PARTITION BY RANGE (at);"
        "CREATE TABLE part (id serial, at integer); ALTER TABLE part ALTER id DROP NOT NULL;"
        "ALTER TABLE whole ATTACH PARTITION part FOR VALUES FROM (1) TO (2)",
    )
    # a partition's own default is the partition's affair, and so is what it draws from
    assert [entry.name for entry in catalog_of(empty).entries if entry.kind == "sequence"] == ["dropped_id_seq"]


def test_columns_come_in_the_order_of_their_table(features: URL) -> None:
    catalog = catalog_of(features)
    assert list(catalog.columns("sales.orders")) == ["id", "line", "customer_id", "code", "other", "during"]


def test_keys_and_checks(features: URL) -> None:
    found = Found(catalog_of(features))
    customers, orders = "public.customers", "sales.orders"
    assert dict(found("primary_key", orders, "orders_pkey").facts) == {
        "columns": ("id", "line"),
        "include": (),
        "deferrable": "",
        "comment": None,
    }
    assert dict(found("unique", customers, "email_key").facts) == {
        "columns": ("email",),
        "include": ("id",),
        "nulls_not_distinct": False,
        "deferrable": "initially deferred",
        "comment": "one each",
    }
    to_customer = found("foreign_key", orders, "to_customer")
    assert dict(to_customer.facts) == {
        "columns": ("customer_id",),
        "parent": customers,
        "parent_columns": ("id",),
        "match": "full",
        "on_update": "CASCADE",
        "on_delete": "SET NULL",
        "deferrable": "deferrable",
        "not_valid": False,
        "comment": None,
    }
    assert to_customer.uses == {(orders, "customer_id"), (customers, ""), (customers, "id")}
    assert found.facts("foreign_key", customers, "to_order", "parent_columns", "not_valid") == [("id", "line"), True]
    check = found("check", customers, "Check me")
    assert dict(check.facts) == {
        "expression": "((price >= (0)::numeric) AND (feeling <> 'sad'::public.mood))",
        "no_inherit": True,
        "not_valid": False,
        "not_enforced": False,
        "comment": None,
    }
    assert check.uses == {(customers, "price"), (customers, "feeling"), ("public.mood", "")}
    assert found.facts("check", customers, "later", "not_valid") == [True]
    exclude = found("exclude", orders, "no_overlap")
    definition = "EXCLUDE USING gist (customer_id WITH =, during WITH &&) WHERE ((customer_id > 0))"
    assert dict(exclude.facts) == {"definition": definition, "deferrable": "deferrable", "comment": None}
    assert exclude.uses == {(orders, "customer_id"), (orders, "during")}
    # a key to a partitioned table has a row of its own for every partition
    assert [e.name for e in found.entries.values() if e.kind == "foreign_key" and e.table == "public.of_events"] == [
        "of_events_id_at_fkey"
    ]


def test_indexes(features: URL) -> None:
    found = Found(catalog_of(features))
    customers = "public.customers"

    def columns(name: str, table: str = customers) -> tuple[str, ...]:
        (terms,) = found.facts("index", table, name, "columns")
        assert isinstance(terms, tuple)
        return terms

    assert columns("plain") == ("email", '"Name"')
    assert columns("ordered") == ("email DESC", "big NULLS FIRST", "price DESC NULLS LAST", "id")
    assert columns("odd") == ('"Name" COLLATE "POSIX" text_pattern_ops', "email varchar_pattern_ops DESC")
    assert columns("expressed") == (
        "lower(email::text)",
        "(price + 1::numeric) DESC",
        'COALESCE("Name", \',)"(\'::text) text_pattern_ops',
    )
    assert columns("of_span") == ("span", "int4range(id, big)")  # range_ops is the default one
    assert columns("Mixed Index", '"Mixed.Case"."Select.All"') == ('"üñí"', '"a""b"')
    assert dict(found("index", customers, "covering").facts) == {
        "unique": True,
        "method": "btree",
        "columns": ("big",),
        "include": ("price", "Name"),
        "predicate": "(big IS NOT NULL)",
        "nulls_not_distinct": False,
        "options": (),
        "invalid": False,
    }
    assert found.facts("index", customers, "of_tags", "method") == ["gin"]
    assert found.facts("index", customers, "ordered", "options") == [("fillfactor=80",)]
    expressed = found("index", customers, "expressed")
    assert expressed.uses == {(customers, c) for c in ("email", "price", "Name", "feeling")} | {("public.mood", "")}
    # on the partitioned table and its partitions alike
    assert (
        found("index", "public.events", "on_events").sql == "CREATE INDEX on_events ON public.events USING btree (note)"
    )
    assert ("index", customers, "email_key") not in found.entries


def test_operator_classes_that_are_the_default_of_another_type_are_stated(empty: URL) -> None:
    run(
        empty,
        "CREATE TABLE t (c varchar, a text); CREATE INDEX i ON t (c bpchar_ops, a); CREATE INDEX j ON t (c text_ops)",
    )
    found = Found(catalog_of(empty))
    assert found.facts("index", "public.t", "i", "columns") == [("c bpchar_ops", "a")]
    assert found.facts("index", "public.t", "j", "columns") == [("c",)]


def test_types_and_sequences(features: URL) -> None:
    catalog = catalog_of(features)
    found = Found(catalog)
    assert dict(found("enum", "public", "mood").facts) == {"labels": ("sad", "it's ok", "curious", "happy")}
    assert found.facts("enum", '"Mixed.Case"', "Odd.Type", "labels") == [("a\\b", "%s")]
    assert dict(found("domain", "public", "positive").facts) == {
        "type": "integer",
        "not_null": True,
        "default": "1",
        "collation": None,
        "checks": ('"small one" CHECK ((VALUE < 100))', "positive_check CHECK ((VALUE > 0))"),
    }
    assert found.facts("domain", "public", "word", "type", "collation") == ["character varying(20)", "C"]
    assert found("domain", "sales", "feeling").uses == {("sales", ""), ("public.mood", "")}
    assert dict(found("sequence", "public", "numbers").facts) == {
        "type": "integer",
        "start": 10,
        "increment": 5,
        "minimum": 10,
        "maximum": 1000,
        "cache": 3,
        "cycle": True,
    }
    tied = found("sequence", "public", "tied")  # owned by a column that does not draw from it
    assert tied.uses == {("public", ""), ("public.customers", ""), ("public.customers", "big")}
    # what belongs to a column or an extension is none of its own
    assert {(e.kind, e.name) for e in catalog.entries if e.kind in ("enum", "domain", "sequence")} == {
        ("enum", "mood"),
        ("enum", "Odd.Type"),
        ("domain", "positive"),
        ("domain", "feeling"),
        ("domain", "word"),
        ("sequence", "numbers"),
        ("sequence", "down"),
        ("sequence", "tied"),
    }


def test_what_only_newer_versions_know(features: URL, server: Server) -> None:
    found = Found(catalog_of(features))
    if server.version >= 15:
        assert found.facts("unique", "public.since_15", "since_15_a_key", "nulls_not_distinct") == [True]
        assert found.facts("index", "public.since_15", "one_null", "nulls_not_distinct") == [True]
        assert found.facts("foreign_key", "public.since_15", "partly", "on_delete") == ["SET NULL (b)"]
    if server.version >= 18:
        table = "public.since_18"
        assert found.facts("column", table, "b", "generated", "stored") == ["(a + 1)", False]
        assert found.facts("column", table, "c", "not_null") == ["not valid"]
        assert found.facts("check", table, "told", "not_enforced", "not_valid") == [True, True]
        assert found.facts("foreign_key", table, "believed", "not_enforced") == [True]
        assert found.facts("primary_key", table, "key", "period") == [True]
        assert found("primary_key", table, "key").sql == "CONSTRAINT key PRIMARY KEY (a, during WITHOUT OVERLAPS)"
        (of_18,) = (e for e in found.entries.values() if e.kind == "foreign_key" and e.table == "public.of_18")
        assert of_18.facts["period"] is True


def test_uses_name_nothing_that_the_catalog_does_not_have(features: URL) -> None:
    """Whatever names something unknown would be taken for broken."""
    for catalog in (catalog_of(features), catalog_of(features, ["sales"])):
        assert catalog.entries
        assert [(e.kind, e.name, e.uses - catalog.known) for e in catalog.entries if e.uses - catalog.known] == []


def test_an_index_that_was_not_finished_is_invalid(empty: URL) -> None:
    run(empty, "CREATE TABLE t (a integer); INSERT INTO t VALUES (1), (1)")
    with pytest.raises(Exception, match="could not create unique index"), connect(empty) as connection:
        connection.execute("CREATE UNIQUE INDEX CONCURRENTLY broken ON t (a)")
    assert Found(catalog_of(empty)).facts("index", "public.t", "broken", "invalid", "unique") == [True, True]
