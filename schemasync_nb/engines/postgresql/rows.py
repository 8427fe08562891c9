"""How many rows there are, and checksums over them: what proves a backup."""

from __future__ import annotations

from sqlalchemy import Connection

from schemasync_nb.database import ask as execute
from schemasync_nb.engines.postgresql.names import quote, spell
from schemasync_nb.engines.postgresql.session import ask, pinned

# Ordinary tables with the table that they are, or are a partition of; what extensions own comes with the extension.
TABLES = """
SELECT rn.nspname, r.relname, n.nspname, c.relname, c.relkind = 'r'
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_class r
     ON r.oid = CASE WHEN c.relispartition THEN pg_catalog.pg_partition_root(c.oid)::oid ELSE c.oid END
JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
  AND n.nspname <> 'information_schema' AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 1, 2, 3, 4
"""
TABLES_AT_ONCE = 100  # in one query: a round trip each would add up over a slow line
# A row's text is one thing on all servers of one major version, since the session is pinned.
CHECKSUM = "pg_catalog.sum(pg_catalog.hashtextextended((r.*)::text, 0)::numeric)"


def row_counts(connection: Connection) -> dict[str, int]:
    """Spelled table -> rows, partitions counted in their table."""
    return {table: count for table, (count, _) in _summed(connection, "0").items()}


def proof(connection: Connection) -> tuple[dict[str, int], dict[str, str]]:
    """Row counts, and a checksum a table that does not depend on the order of rows; pins the transaction's session."""
    pinned(connection)
    execute(connection, "SET LOCAL statement_timeout = 0")
    execute(
        connection, "SET LOCAL row_security = off"
    )  # rows that a policy hides make it fail instead of being left out
    found = _summed(connection, CHECKSUM)
    return {table: count for table, (count, _) in found.items()}, {
        table: str(checksum) for table, (_, checksum) in found.items()
    }


def _summed(connection: Connection, what: str) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    queries: list[tuple[str, str]] = []
    for root_schema, root, schema, name, holds_rows in ask(connection, TABLES):
        table = spell(root_schema, root)
        found.setdefault(table, (0, 0))
        if holds_rows:
            queries.append((table, f"count(*), {what} FROM ONLY {quote(schema)}.{quote(name)} AS r"))
    for start in range(0, len(queries), TABLES_AT_ONCE):
        some = queries[start : start + TABLES_AT_ONCE]
        numbered = (f"SELECT {at} AS at, {query}" for at, (_, query) in enumerate(some))
        for at, count, checksum in ask(connection, " UNION ALL ".join(numbered)):
            table = some[at][0]
            found[table] = (found[table][0] + count, found[table][1] + int(checksum or 0))
    return found
