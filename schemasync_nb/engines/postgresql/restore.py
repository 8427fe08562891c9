"""Putting a whole backup back over a database, in one transaction: all that is there goes, all that was there comes.

Not by pg_restore itself: its --clean drops what the backup holds, and fails on what depends on it since. Not by a new
database that takes the name: that would need everybody else to leave, and would lose the grants on the database.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from schemasync_nb.database import ask as execute
from schemasync_nb.engines.engine import Backup
from schemasync_nb.engines.postgresql.backup import archive_of, for_this_role, require_equal, require_unchanged, told_of
from schemasync_nb.engines.postgresql.names import literal, quote
from schemasync_nb.engines.postgresql.session import ask
from schemasync_nb.engines.postgresql.write import transaction

SCHEMAS = """
SELECT n.nspname FROM pg_catalog.pg_namespace n
WHERE n.nspname <> 'information_schema' AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
ORDER BY 1
"""
# Schemas that an extension made or lives in; dropping them would drop it, which not everybody can make again.
EXTENSIONS_SCHEMAS = """
SELECT n.nspname FROM pg_catalog.pg_namespace n
WHERE EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_namespace'::regclass
              AND d.objid = n.oid AND d.deptype = 'e')
   OR EXISTS (SELECT FROM pg_catalog.pg_extension e WHERE e.extnamespace = n.oid)
"""
# They would hear of everything that is dropped; nobody but a superuser has any.
EVENT_TRIGGERS = """
SELECT pg_catalog.format('DROP EVENT TRIGGER %I', t.evtname) FROM pg_catalog.pg_event_trigger t
WHERE (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE (e.classid, e.objid, e.deptype) = (t.tableoid, t.oid, 'e'))
"""
# The server's own objects have lower numbers (FirstNormalObjectId, access/transam.h); no backup holds them.
EXTENSIONS = """
SELECT extname FROM pg_catalog.pg_extension WHERE oid >= 16384 AND pg_catalog.pg_has_role(extowner, 'USAGE')
"""
OBJECTS = """
WITH o (classid, objid) AS (
  SELECT tableoid, oid FROM pg_catalog.pg_publication
  UNION ALL SELECT tableoid, oid FROM pg_catalog.pg_foreign_server
  UNION ALL SELECT tableoid, oid FROM pg_catalog.pg_foreign_data_wrapper
  UNION ALL SELECT tableoid, oid FROM pg_catalog.pg_cast WHERE oid >= 16384
  UNION ALL SELECT tableoid, oid FROM pg_catalog.pg_language WHERE oid >= 16384
  UNION ALL SELECT tableoid, oid FROM pg_catalog.pg_am WHERE oid >= 16384
  UNION ALL
  SELECT d.classid, d.objid
  FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_namespace n ON n.oid = d.refobjid
  WHERE d.refclassid = 'pg_catalog.pg_namespace'::regclass AND n.nspname IN ({schemas})
    AND d.classid NOT IN ('pg_catalog.pg_extension'::regclass, 'pg_catalog.pg_default_acl'::regclass)
)
SELECT 'DROP ' || CASE i.type WHEN 'foreign-data wrapper' THEN 'FOREIGN DATA WRAPPER'
                              WHEN 'statistics object' THEN 'STATISTICS'
                              ELSE pg_catalog.upper(i.type) END || ' IF EXISTS ' || i.identity || ' CASCADE'
FROM o CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.classid, o.objid, 0) i
WHERE i.identity IS NOT NULL
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE (e.classid, e.objid, e.objsubid) = (o.classid, o.objid, 0) AND e.deptype IN ('e', 'i'))
ORDER BY o.classid, o.objid
"""
# Default privileges would be given to every table that comes back, beside those it had.
DEFAULT_PRIVILEGES = """
SELECT pg_catalog.pg_get_userbyid(a.defaclrole), n.nspname, a.defaclobjtype,
       ARRAY(SELECT DISTINCT CASE g.grantee WHEN 0 THEN NULL ELSE pg_catalog.pg_get_userbyid(g.grantee) END
             FROM pg_catalog.aclexplode(a.defaclacl) g)
FROM pg_catalog.pg_default_acl a LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace
ORDER BY 1, 2, 3
"""
KINDS = {"r": "TABLES", "S": "SEQUENCES", "f": "ROUTINES", "T": "TYPES", "n": "SCHEMAS", "L": "LARGE OBJECTS"}
PUBLICS = {"f": "EXECUTE", "T": "USAGE"}  # what everybody may do where nothing else is said


def restore_into(connection: Connection, made: Backup) -> None:
    """Put a whole backup back over this connection's database: all of it and nothing else, or nothing is changed.

    It runs on a connection of its own, proves the rows before it commits, and fails on a lock that is not to be had.
    What no backup of a database holds stays: subscriptions, and the database's own grants and settings.
    """
    require_unchanged(made)
    with connection.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as own:
        try:
            _put_back(own, made)
        finally:
            own.invalidate()  # pg_restore's script leaves settings behind


def _put_back(connection: Connection, made: Backup) -> None:
    archive = archive_of(made, connection)
    contents = for_this_role(archive.contents(), connection)
    with transaction(connection), told_of(made, connection):
        for statement in _emptied(connection, contents):
            execute(connection, statement)
        there = set(execute(connection, SCHEMAS).scalars()) - {"public"}  # which pg_dump never makes
        again = [line for line in contents if not any(f" SCHEMA - {name} " in line for name in there)]
        archive.pour(connection, again, ["--no-subscriptions"])
        require_equal(made, connection)


def _emptied(connection: Connection, contents: Sequence[str]) -> Iterator[str]:
    """The statements that drop all but what extensions own; each is to be executed before the next is asked for."""
    yield from execute(connection, EVENT_TRIGGERS).scalars().all()
    for name in execute(connection, EXTENSIONS).scalars().all():
        if not any(f" EXTENSION - {name} " in f"{line} " for line in contents):
            yield f"DROP EXTENSION {quote(name)} CASCADE"
    staying = {"public", *execute(connection, EXTENSIONS_SCHEMAS).scalars()}
    yield from execute(connection, OBJECTS.format(schemas=", ".join(map(literal, sorted(staying))))).scalars().all()
    schemas = execute(connection, SCHEMAS).scalars().all()
    for name in schemas:
        if name not in staying:
            yield f"DROP SCHEMA {quote(name)} CASCADE"
    if "public" not in schemas and any(" public " in line for line in contents):
        yield "CREATE SCHEMA public"
    yield "SELECT count(pg_catalog.lo_unlink(oid)) FROM pg_catalog.pg_largeobject_metadata"
    for role, schema, kind, grantees in ask(connection, DEFAULT_PRIVILEGES):
        start = f"ALTER DEFAULT PRIVILEGES FOR ROLE {quote(role)}" + (f" IN SCHEMA {quote(schema)}" if schema else "")
        names = ", ".join("PUBLIC" if grantee is None else quote(grantee) for grantee in grantees)
        if names:
            yield f"{start} REVOKE ALL ON {KINDS[kind]} FROM {names}"
        if not schema:
            yield f"{start} GRANT ALL ON {KINDS[kind]} TO {quote(role)}"
        if not schema and kind in PUBLICS:
            yield f"{start} GRANT {PUBLICS[kind]} ON {KINDS[kind]} TO PUBLIC"
