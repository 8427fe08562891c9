"""What models refer to without making it, as statements that make it elsewhere. Everything here only reads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from schemasync_nb.catalog import DOMAIN, ENUM, Catalog
from schemasync_nb.engines.postgresql.names import literal, quote, spell
from schemasync_nb.engines.postgresql.queries import SYSTEM_SCHEMA, of_extension
from schemasync_nb.engines.postgresql.session import ask

_WORD = re.compile(r'"((?:[^"]|"")+)"|([^\W\d][\w$]*)')

EXTENSIONS = """
SELECT format('CREATE EXTENSION IF NOT EXISTS %I SCHEMA %I CASCADE', e.extname, n.nspname)
  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
 WHERE e.extname <> 'plpgsql' ORDER BY e.oid"""

SCHEMAS = f"SELECT format('CREATE SCHEMA IF NOT EXISTS %I', n.nspname) FROM pg_namespace n WHERE NOT {SYSTEM_SCHEMA}"

FUNCTIONS = f"""
SELECT p.proname, pg_get_functiondef(p.oid)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE p.prokind IN ('f', 'p') AND NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_proc", "p.oid")} ORDER BY p.oid"""

# A sequence lends its name alone; one that belongs to a table comes with it where that is made.
SEQUENCES = f"""
SELECT c.relname, format('CREATE SEQUENCE IF NOT EXISTS %I.%I', n.nspname, c.relname), tn.nspname, t.relname
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
                       AND d.refclassid = 'pg_class'::regclass
  LEFT JOIN pg_class t ON t.oid = d.refobjid
  LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
 WHERE c.relkind = 'S' AND NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_class", "c.oid")} ORDER BY c.oid"""

COMPOSITES = f"""
SELECT c.relname, format('CREATE TYPE %I.%I AS (%s)', n.nspname, c.relname, (
         SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
           FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'c' AND NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_type", "c.reltype")} ORDER BY c.oid"""

RANGES = f"""
SELECT t.typname, format('CREATE TYPE %I.%I AS RANGE (SUBTYPE = %s)', n.nspname, t.typname,
                         format_type(r.rngsubtype, NULL))
  FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid JOIN pg_namespace n ON n.oid = t.typnamespace
 WHERE NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_type", "t.oid")} ORDER BY t.oid"""

# What a configuration does is nothing to a statement that names it.
SEARCH_CONFIGURATIONS = f"""
SELECT c.cfgname, format('CREATE TEXT SEARCH CONFIGURATION %I.%I (COPY = pg_catalog.simple)', n.nspname, c.cfgname)
  FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
 WHERE NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_ts_config", "c.oid")} ORDER BY c.oid"""


OPERATORS = f"""
SELECT o.oprname, format('CREATE OPERATOR %I.%s (FUNCTION = %s%s%s)', n.nspname, o.oprname,
                         substring(o.oprcode::regprocedure::text FROM '^(.*)\\('),
                         ', LEFTARG = ' || format_type(nullif(o.oprleft, 0), NULL),
                         ', RIGHTARG = ' || format_type(o.oprright, NULL))
  FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
 WHERE o.oprcode <> 0 AND NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_operator", "o.oid")} ORDER BY o.oid"""


def _collations(version: int) -> str:
    locale = "c.colllocale" if version >= 17 else "c.colliculocale" if version >= 15 else "NULL"
    return f"""
SELECT c.collname, format('CREATE COLLATION %I.%I (PROVIDER = %s, DETERMINISTIC = %s, %s)', n.nspname, c.collname,
         CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END, c.collisdeterministic::text,
         CASE WHEN c.collprovider IN ('i', 'b') THEN format('LOCALE = %L', coalesce({locale}, c.collcollate))
              ELSE format('LC_COLLATE = %L, LC_CTYPE = %L', c.collcollate, c.collctype) END)
  FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
 WHERE NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_collation", "c.oid")} ORDER BY c.oid"""


def borrowed(
    connection: Connection,
    found: Catalog,
    ddl: str,
    tables: Collection[str],
    made: Iterable[str],
    schemas: Iterable[str],
    everything: bool,
) -> list[str]:
    """Statements that make what DDL refers to; their order is not that of their dependencies.

    ddl         what will be executed
    tables      spelled tables that it makes
    made        names of the types and sequences that it makes
    schemas     those in which it makes something
    everything  nobody knows what else will be executed: borrow all there is
    """
    version = int((connection.dialect.server_version_info or (0,))[0])
    made = set(made)
    offered: list[tuple[str, str]] = [
        (entry.name or "", entry.sql)
        for entry in found.entries
        if entry.kind in (ENUM, DOMAIN) and entry.name not in made
    ]
    for query in (COMPOSITES, RANGES, _collations(version), SEARCH_CONFIGURATIONS, SEQUENCES, FUNCTIONS, OPERATORS):
        for name, statement, *owner in ask(connection, query):
            own = None not in owner and bool(owner) and spell(*owner) in tables
            if name not in made and not own:
                offered.append((name, statement))
    statements = [f"CREATE SCHEMA IF NOT EXISTS {quote(schema)}" for schema in schemas]
    statements += [statement for query in (SCHEMAS, EXTENSIONS) for (statement,) in ask(connection, query)]
    words = words_of(ddl)
    taken: dict[str, None] = {}
    growing = True
    while growing:
        wanted = [
            s for name, s in offered if s not in taken and (everything or name in words or _is_sign_in(name, ddl))
        ]
        taken.update(dict.fromkeys(wanted))
        words |= words_of("\n".join(wanted))
        growing = bool(wanted)
    return statements + list(taken)


def _is_sign_in(name: str, ddl: str) -> bool:
    return not any(character.isalnum() for character in name) and name in ddl


def words_of(text: str) -> set[str]:
    """Every word of a text that may be a name, as the server would read it."""
    found = _WORD.findall(text.replace("'", " "))
    return {quoted.replace('""', '"') for quoted, _ in found if quoted} | {plain.lower() for _, plain in found if plain}


def settings(path: str) -> list[str]:
    """How a session is set in which borrowed things and models are made."""
    return [
        f"SELECT set_config('search_path', {literal(path)}, false)",
        "SET check_function_bodies = off",  # what functions do is not borrowed
        "SET synchronous_commit = off",
        "SET timezone = 'UTC'",  # as in the session that reads
    ]
