"""Views, functions, triggers, rules and policies: what no model states and every change must respect.

So it is with what a column or an index has beside its definition, and loses when it is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from schemasync_nb.catalog import Entry, Fact
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table, spell
from schemasync_nb.engines.postgresql.queries import any_of

Row = Sequence[Any]
Uses = set[tuple[str, str]]

STORAGE, COMPRESSION, INDEX_COMMENT = "column storage", "column compression", "index comment"

_FUNCTIONS = {"p": "PROCEDURE", "a": "AGGREGATE"}


def view_entry(row: Row, attached: Iterable[str], uses: Uses) -> Entry:
    """A view with the statements that give back what is lost when it is dropped; ``attached`` makes its triggers."""
    _, _, schema, name, stored, query, options, owner, acl, by_default, given, comment = row[:12]
    populated, method, tablespace, following = row[12:]
    kind = "MATERIALIZED VIEW" if stored else "VIEW"
    spelled = spell(schema, name)
    view = quote_table(spelled)
    create = f"CREATE {kind} {view}"
    if stored:
        create += f" USING {method}" if method and method != "heap" else ""
    create += f" WITH ({', '.join(sorted(options))})" if options else ""
    create += f" TABLESPACE {tablespace}" if tablespace else ""
    create += f" AS\n{query.rstrip().removesuffix(';')}"
    grants = _grants(view, acl, by_default)
    then = [f"ALTER {kind} {view} OWNER TO {owner}", *_taken_back(view, given, acl, by_default, grants)]
    then += [f"COMMENT ON {kind} {view} IS {literal(comment)}"] if comment is not None else []
    then += [*following, *attached]
    facts: dict[str, Fact] = {
        "sql": create,
        "options": tuple(sorted(options or ())),
        "owner": owner,
        "grants": grants,
        "comment": comment,
        "then": tuple(then),
    }
    create += "\n WITH NO DATA" if stored and not populated else ""  # of its rows, not of the schema: no fact
    return Entry(kind.lower(), "", spelled, facts, ";\n".join((create, *then)), frozenset(uses))


def function_entry(row: Row, uses: Uses) -> Entry:
    _, schema, name, kind, definition, types, signature, owner, acl, by_default, given, comment = row
    what = _FUNCTIONS.get(kind, "FUNCTION")
    target = f"{quote(schema)}.{quote(name)}({signature})"
    on = f"{'FUNCTION' if kind == 'a' else what} {quote(schema)}.{quote(name)}({types})"
    create = definition.rstrip()
    grants = _grants(on, acl, by_default)
    then = [f"ALTER {what} {target} OWNER TO {owner}", *_taken_back(on, given, acl, by_default, grants)]
    then += [f"COMMENT ON {what} {target} IS {literal(comment)}"] if comment is not None else []
    facts: dict[str, Fact] = {
        "sql": create,
        "owner": owner,
        "grants": grants,
        "comment": comment,
        "then": tuple(then),
    }
    spelled = f"{spell(schema, name)}({types})"
    return Entry("function", "", spelled, facts, ";\n".join((create, *then)), frozenset(uses))


def attached_entry(kind: str, table: str, name: str, statements: Sequence[str], uses: Uses) -> Entry:
    """A trigger, rule or policy of a table."""
    facts: dict[str, Fact] = {"sql": statements[0], "then": tuple(statements[1:])}
    return Entry(kind, table, name, facts, ";\n".join(statements), frozenset(uses))


def kept(version: int, tables: Iterable[int]) -> str:
    """The same for what columns and indexes have beside their definitions: rows of (kind, NULL, table, name,
    statements, kind of the constraint or index; NULL for a column).
    """
    of = any_of(tables)
    column = f"""pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = {of} AND a.attnum > 0 AND NOT a.attisdropped"""

    def altered(kind: str, what: str, value: str) -> str:
        return f"""
SELECT '{kind}', NULL::oid, a.attrelid, a.attname,
       ARRAY[format('ALTER TABLE %s ALTER COLUMN %I SET {what} %s', a.attrelid::regclass, a.attname, {value})], NULL
  FROM {column}"""

    words = "WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED'"
    storage = altered(STORAGE, "STORAGE", f"CASE a.attstorage {words} END") + " AND a.attstorage <> t.typstorage"
    methods = "CASE a.attcompression WHEN 'l' THEN 'lz4' ELSE 'pglz' END"
    compression = altered(COMPRESSION, "COMPRESSION", methods) + " AND a.attcompression <> ''"
    comments = f"""
SELECT '{INDEX_COMMENT}', NULL, i.indrelid, c.relname,
       ARRAY[format('COMMENT ON INDEX %s IS %L', m.objoid::regclass, m.description)],
       CASE k.contype WHEN 'p' THEN 'primary_key' WHEN 'u' THEN 'unique' WHEN 'x' THEN 'exclude' ELSE 'index' END
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_description m ON m.classoid = 'pg_class'::regclass AND m.objoid = i.indexrelid AND m.objsubid = 0
  LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
 WHERE i.indrelid = {of}"""
    return " UNION ALL ".join([storage, *([compression] if version >= 14 else []), comments])


def _grants(on: str, acl: Iterable[str], by_default: Iterable[str]) -> tuple[str, ...]:
    """The statements from the privileges that a new object has to those that this one has."""
    held, usual = set(acl), set(by_default)
    taken = sorted(_statement("REVOKE", on, item) for item in usual - held)
    return (*taken, *sorted(_statement("GRANT", on, item) for item in held - usual))


def _taken_back(
    on: str, given: Sequence[str], acl: Iterable[str], by_default: Iterable[str], grants: tuple[str, ...]
) -> list[str]:
    """The same where ALTER DEFAULT PRIVILEGES give something else to a new object: all is said anew."""
    if not given:
        return list(grants)
    roles = {item.split(" ", 2)[2] for item in (*acl, *by_default)} | set(given)
    revoked = [f"REVOKE ALL ON {on} FROM {role}" for role in sorted(roles)]
    return revoked + sorted(_statement("GRANT", on, item) for item in set(acl))


def _statement(verb: str, on: str, item: str) -> str:
    privilege, grantable, role = item.split(" ", 2)
    if verb == "REVOKE":
        return f"REVOKE {privilege} ON {on} FROM {role}"
    return f"GRANT {privilege} ON {on} TO {role}{' WITH GRANT OPTION' if grantable == 't' else ''}"
