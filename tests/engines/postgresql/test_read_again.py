"""What was read is enough to make it again: by its own statements, and by a dump."""

from __future__ import annotations

import subprocess
from typing import Any

from sqlalchemy import URL

from schemasync_nb.catalog import CONSTRAINTS, Catalog
from schemasync_nb.engines.postgresql.names import quote, quote_table, split

from ...servers import Server, connect
from .reading import Found, catalog_of, run


def test_views_say_all_that_brings_them_back(features: URL) -> None:
    """Dropped and made again by their statements, everything carried is as it was."""
    before = catalog_of(features)
    views = {entry.name: entry for entry in before.carried if "view" in entry.kind}
    assert set(views) == {"public.names", "sales.of_names", "public.by_key", "sales.sums"}
    names = views["public.names"]
    assert names.facts["options"] == ("security_barrier=true",)
    assert names.facts["grants"] == ("GRANT INSERT ON public.names TO PUBLIC", "GRANT SELECT ON public.names TO PUBLIC")
    assert names.uses == {("public.customers", c) for c in ("", "id", "Name", "feeling", "big")} | {
        ("public.touch()", "")
    }
    assert ("public.names", "") in views["sales.of_names"].uses
    assert ("public.customers", "customers_pkey") in views["public.by_key"].uses  # its GROUP BY needs the key
    run(features, "DROP VIEW public.names, sales.of_names, public.by_key; DROP MATERIALIZED VIEW sales.sums")
    assert catalog_of(features).fingerprint != before.fingerprint
    for name in ("public.names", "sales.of_names", "public.by_key", "sales.sums"):
        run(features, views[name].sql)
    assert catalog_of(features).fingerprint == before.fingerprint


def test_triggers_rules_policies_and_functions_say_all_that_brings_them_back(features: URL) -> None:
    before = catalog_of(features)
    found = Found(before)
    touched = found("trigger", "public.customers", "touched")
    assert touched.facts["then"] == (
        "ALTER TABLE public.customers DISABLE TRIGGER touched",
        "COMMENT ON TRIGGER touched ON public.customers IS 'trigger'",
    )
    assert touched.uses == {("public.customers", c) for c in ("", "email", "big")} | {("public.touch()", "")}
    assert found("function", "", "public.of_mood(public.mood)").uses == {("public.mood", "")}
    taken = "REVOKE EXECUTE ON FUNCTION public.f(integer, text) FROM PUBLIC"
    assert found("function", "", "public.f(integer, text)").facts["grants"] == (taken,)
    run(
        features,
        "DROP TRIGGER touched ON public.customers; DROP RULE rewritten ON public.parent;"
        "DROP POLICY own ON public.customers; DROP FUNCTION public.f, public.of_mood;"
        "DROP PROCEDURE sales.pay; DROP AGGREGATE public.total(integer), public.strange(integer)",
    )
    for kind, table, name in (
        ("trigger", "public.customers", "touched"),
        ("rule", "public.parent", "rewritten"),
        ("policy", "public.customers", "own"),
        ("function", "", "public.f(integer, text)"),
        ("function", "", "public.of_mood(public.mood)"),
        ("function", "", "sales.pay(numeric)"),
        ("function", "", "public.total(integer)"),
        ("function", "", "public.strange(integer)"),
    ):
        run(features, found(kind, table, name).sql)
    assert catalog_of(features).fingerprint == before.fingerprint


def test_default_privileges_give_nothing_to_what_is_made_again(empty: URL) -> None:
    run(
        empty,
        "CREATE TABLE t (id integer); CREATE VIEW v AS SELECT id FROM t; GRANT SELECT ON v TO test_reader;"
        "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';"
        "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO test_owner;"
        "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
    )
    before = catalog_of(empty)
    run(empty, "DROP VIEW v; DROP FUNCTION f")
    for entry in before.carried:
        run(empty, entry.sql)
    assert catalog_of(empty).fingerprint == before.fingerprint


def test_constraints_and_indexes_are_made_again_by_their_statements(features: URL) -> None:
    before = catalog_of(features)
    again = [
        entry
        for entry in before.entries
        if entry.kind in ("index", *CONSTRAINTS) and entry.table in ("public.customers", "sales.orders")
    ]
    assert len(again) > 15
    keys = sorted(again, key=lambda entry: (entry.kind == "foreign_key", entry.kind == "index"))
    with connect(features) as connection:
        connection.execute("DROP VIEW public.by_key")
        for entry in reversed(keys):
            schema, _ = split(entry.table)
            what = f"INDEX {quote(schema)}.{quote(entry.name or '')}"
            where = f"ALTER TABLE {quote_table(entry.table)} DROP CONSTRAINT {quote(entry.name or '')}"
            connection.execute((f"DROP {what}" if entry.kind == "index" else where).encode())
        for entry in keys:
            where = "" if entry.kind == "index" else f"ALTER TABLE {quote_table(entry.table)} ADD "
            connection.execute((where + entry.sql).encode())
        connection.execute("COMMENT ON CONSTRAINT email_key ON public.customers IS 'one each'")
        connection.execute("COMMENT ON INDEX public.plain IS 'index'")
        (view,) = (entry for entry in before.carried if entry.name == "public.by_key")
        connection.execute(view.sql.encode())
    assert catalog_of(features).fingerprint == before.fingerprint


def test_types_sequences_and_tables_are_made_again_by_their_statements(empty: URL, features: URL) -> None:
    source = catalog_of(features)
    kinds = ("schema", "enum", "domain", "sequence")
    wanted = [e for kind in kinds for e in source.entries if e.kind == kind and (kind, e.table) != ("schema", "public")]
    for entry in wanted:
        run(empty, entry.sql)
    run(empty, next(e.sql for e in source.entries if e.kind == "table" and e.table == '"Mixed.Case"."Select.All"'))
    made = catalog_of(empty)

    def facts(catalog: Catalog) -> dict[tuple[str, str, str | None], dict[str, Any]]:
        odd = '"Mixed.Case"."Select.All"'
        kept = (e for e in catalog.entries if e.kind in kinds or (e.table == odd and e.kind != "index"))
        return {(e.kind, e.table, e.name): dict(e.facts) for e in kept}

    assert facts(made) == facts(source)


def test_a_dump_restored_has_the_same_fingerprint(features: URL, server: Server) -> None:
    before = catalog_of(features)
    with server.database() as restored:
        _copy(features, restored, server)
        assert catalog_of(restored).fingerprint == before.fingerprint


def test_what_a_dump_rewrites_it_rewrites_once(empty: URL, server: Server) -> None:
    """A list of varchar constants comes back with casts of its members; nothing else of the table changes."""
    run(
        empty,
        "CREATE TABLE t (kind varchar(9) DEFAULT 'a', note text, CONSTRAINT known CHECK (kind IN ('a', 'b')));"
        "CREATE INDEX partly ON t (note) WHERE kind IN ('a', 'b');"
        "CREATE VIEW v AS SELECT note FROM t WHERE kind IN ('a', 'b')",
    )
    first = catalog_of(empty)
    with server.database() as once, server.database() as twice:
        _copy(empty, once, server)
        _copy(once, twice, server)
        second, third = catalog_of(once), catalog_of(twice)
    old, new = Found(first), Found(second)
    differing = {key for key in old.entries if dict(old(*key).facts) != dict(new(*key).facts)}
    assert differing == {("check", "public.t", "known"), ("index", "public.t", "partly"), ("view", "", "public.v")}
    assert Found(third).entries.keys() == new.entries.keys()
    assert all(dict(entry.facts) == dict(Found(third)(*key).facts) for key, entry in new.entries.items())
    assert first.fingerprint == second.fingerprint  # which is taken of what a dump leaves alone


def _copy(source: URL, target: URL, server: Server) -> None:
    command = [server.program("pg_dump"), "-s", "-d", _plain(source)]
    dump = subprocess.run(command, check=True, capture_output=True).stdout
    command = [server.program("psql"), "-q", "-X", "-v", "ON_ERROR_STOP=1", "-d", _plain(target)]
    subprocess.run(command, check=True, input=dump, capture_output=True)


def _plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
