"""What a database holds beside that of which entries are made: kinds of object, counted in one query."""

from __future__ import annotations

from collections.abc import Iterable

from schemasync_nb.engines.postgresql.queries import FIRST_OWN, any_of, of_extension

# noun -> catalog and the prefix of its columns, for what lies in schemas and belongs to no extension
_IN_SCHEMAS = {
    "composite type": ("pg_class", "rel", "o.relkind = 'c'"),
    "range type": ("pg_type", "typ", "o.typtype = 'r'"),
    "base type": ("pg_type", "typ", "o.typtype = 'b' AND o.typcategory <> 'A'"),
    "collation": ("pg_collation", "coll", "true"),
    "operator": ("pg_operator", "opr", "true"),
    "operator class": ("pg_opclass", "opc", "true"),
    "text search configuration": ("pg_ts_config", "cfg", "true"),
    "text search dictionary": ("pg_ts_dict", "dict", "true"),
    "statistics object": ("pg_statistic_ext", "stx", "true"),
}

# noun -> FROM and WHERE, for what lies in the database itself
_IN_DATABASE = {
    "event trigger": f"pg_event_trigger o WHERE NOT {of_extension('pg_event_trigger', 'o.oid')}",
    "foreign server": f"pg_foreign_server o WHERE NOT {of_extension('pg_foreign_server', 'o.oid')}",
    "cast": f"""pg_cast o WHERE o.oid >= {FIRST_OWN} AND NOT EXISTS (
                SELECT FROM pg_depend x WHERE x.classid = 'pg_cast'::regclass AND x.objid = o.oid
                   AND x.deptype IN ('e', 'i'))""",  # i: a multirange type comes with one
    "publication": "pg_publication",
}


def counts(version: int, schemas: Iterable[int], tables: Iterable[int]) -> str:
    """Rows of (noun, how many): objects in the schemas, and what tables have that no model can state."""
    there, ours = any_of(schemas), any_of(tables)
    told = {
        "type comment": ("pg_type", "typ", "true"),
        "sequence comment": ("pg_class", "rel", "o.relkind = 'S'"),
    }
    of_tables = {
        "row security setting": f"pg_class c WHERE c.oid = {ours} AND (c.relrowsecurity OR c.relforcerowsecurity)",
        "replica identity": f"pg_class c WHERE c.oid = {ours} AND c.relreplident <> 'd'",
        "tablespace": f"pg_class c WHERE c.oid = {ours} AND c.reltablespace <> 0",
        "column statistics target": f"""pg_attribute a WHERE a.attrelid = {ours} AND a.attnum > 0
             AND NOT a.attisdropped AND a.attstattarget {"IS NOT NULL" if version >= 17 else "<> -1"}""",
        "grant": f"""(
            SELECT c.oid, 0, x.grantee FROM pg_class c, aclexplode(c.relacl) x
             WHERE c.relacl IS NOT NULL AND c.relkind IN ('r', 'p', 'S') AND c.relnamespace = {there}
               AND x.grantee <> c.relowner
             UNION SELECT a.attrelid, a.attnum, x.grantee FROM pg_attribute a, aclexplode(a.attacl) x
             WHERE a.attacl IS NOT NULL AND a.attrelid = {ours}
             UNION SELECT n.oid, 0, x.grantee FROM pg_namespace n, aclexplode(n.nspacl) x
             WHERE n.oid = {there} AND n.oid >= {FIRST_OWN} AND x.grantee <> n.nspowner) g""",
    }
    froms = {
        **_IN_DATABASE,
        **of_tables,
        "extension": f"pg_extension o WHERE o.oid >= {FIRST_OWN} AND o.extnamespace = {there}",
        "default privilege": f"pg_default_acl WHERE defaclnamespace = 0 OR defaclnamespace = {there}",
    }
    for noun, (catalog, prefix, which) in _IN_SCHEMAS.items():
        froms[noun] = f"{catalog} o WHERE {_own(catalog, prefix, there)} AND {which}"
    for noun, (catalog, prefix, which) in told.items():
        about = f"m.classoid = '{catalog}'::regclass AND m.objoid = o.oid AND m.objsubid = 0"
        froms[noun] = f"{catalog} o JOIN pg_description m ON {about} WHERE {_own(catalog, prefix, there)} AND {which}"
    return "\nUNION ALL ".join(f"SELECT '{noun}', count(*) FROM {what}" for noun, what in froms.items())


def _own(catalog: str, prefix: str, schemas: str) -> str:
    return f"o.{prefix}namespace = {schemas} AND NOT {of_extension(catalog, 'o.oid')}"
