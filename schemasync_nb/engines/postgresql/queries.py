"""The bulk queries on the system catalogs: one a kind of object for the whole database, none a table.

Each is a function of the server's major version and of the oids that it is about, and returns SQL. Names of columns are
those of postgresql.org/docs, "System Catalogs". Only catalogs are read and only printing functions called: nothing of
the target's is evaluated.
"""

from __future__ import annotations

from collections.abc import Iterable

# What initdb made has an oid below this one (access/transam.h, FirstNormalObjectId).
FIRST_OWN = 16384

# Schemas of the server and of temporary tables, one's own and other sessions': no name of a user's may begin with pg_.
SYSTEM_SCHEMA = "(n.nspname LIKE 'pg\\_%' OR n.nspname = 'information_schema')"


def of_extension(catalog: str, oid: str) -> str:
    return (
        f"EXISTS (SELECT FROM pg_depend x WHERE x.classid = '{catalog}'::regclass AND x.objid = {oid}"
        " AND x.deptype = 'e')"
    )


def any_of(oids: Iterable[int]) -> str:
    return f"ANY ('{{{','.join(map(str, oids))}}}'::oid[])"


def _comment(catalog: str, oid: str, subid: str = "0", alias: str = "cm") -> str:
    return (
        f"LEFT JOIN pg_description {alias} ON {alias}.classoid = '{catalog}'::regclass AND {alias}.objoid = {oid}"
        f" AND {alias}.objsubid = {subid}"
    )


# Every relation of every own schema, and a row with no relation for a schema that has none. ``options`` of the toast
# table belong to the table ("Storage Parameters" of CREATE TABLE).
RELATIONS = f"""
SELECT n.oid, n.nspname, c.oid, c.relname, c.relkind, c.relpersistence = 'u', c.relispartition,
       greatest(c.reltuples, 0)::bigint, c.reloptions || ARRAY(SELECT 'toast.' || o FROM unnest(t.reloptions) o),
       CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
       ARRAY(SELECT i.inhparent::bigint FROM pg_inherits i WHERE i.inhrelid = c.oid ORDER BY i.inhseqno),
       {of_extension("pg_class", "c.oid")}, cm.description
  FROM pg_namespace n
  LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
  LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
  {_comment("pg_class", "c.oid")}
 WHERE NOT {SYSTEM_SCHEMA}
 ORDER BY n.nspname, c.relname"""


def columns(version: int, tables: Iterable[int]) -> str:
    """Columns in their order, with the oid of the default so that its dependencies can be found."""
    # since 18 a NOT NULL can be NOT VALID, and attnotnull says nothing about it
    invalid = (
        """EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'n'
                AND NOT k.convalidated AND k.conkey[1] = a.attnum)"""
        if version >= 18
        else "false"
    )
    return f"""
SELECT a.attrelid, a.attnum, a.attname, a.atttypid, format_type(a.atttypid, a.atttypmod), a.attnotnull,
       a.attnotnull AND {invalid},
       d.oid, pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity, cn.nspname, co.collname, cm.description
  FROM pg_attribute a
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
  {_comment("pg_class", "a.attrelid", "a.attnum")}
 WHERE a.attrelid = {any_of(tables)} AND a.attnum > 0 AND NOT a.attisdropped
 ORDER BY a.attrelid, a.attnum"""


def constraints(version: int, tables: Iterable[int]) -> str:
    """Keys, checks and exclusions; what a key to a partitioned table adds for its partitions is left out.

    Plain primary and unique keys come without a definition: printing them takes longer than all the rest.
    """
    of = any_of(tables)
    period = "c.conperiod" if version >= 18 else "false"
    return f"""
SELECT c.oid, c.conindid, c.conrelid, c.conname, c.contype, c.conkey,
       CASE WHEN c.contype NOT IN ('p', 'u') OR {period} THEN pg_get_constraintdef(c.oid) END, c.condeferrable,
       c.condeferred, c.convalidated, c.connoinherit, c.confrelid,
       CASE WHEN c.contype = 'f' AND NOT c.confrelid = {of} THEN ARRAY(
           SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k (num, at)
             JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num ORDER BY k.at) END,
       c.confkey, c.confmatchtype, c.confupdtype, c.confdeltype,
       {"c.confdelsetcols" if version >= 15 else "NULL::int2[]"},
       pg_get_expr(c.conbin, c.conrelid), i.indkey::text,
       {"i.indnullsnotdistinct" if version >= 15 else "false"},
       {"c.conenforced" if version >= 18 else "true"}, {period}, cm.description
  FROM pg_constraint c
  LEFT JOIN pg_index i ON i.indexrelid = c.conindid AND c.contype IN ('p', 'u')
  {_comment("pg_constraint", "c.oid")}
 WHERE c.conrelid = {of} AND c.contype IN ('p', 'u', 'f', 'c', 'x') AND c.conparentid = 0
 ORDER BY c.conrelid, c.contype, c.conname"""


def indexes(version: int, tables: Iterable[int]) -> str:
    """Indexes that back no constraint; key expressions as they are read, and as the whole statement prints them."""

    def expressions(pretty: str) -> str:
        return f"""CASE WHEN i.indexprs IS NOT NULL THEN ARRAY(
           SELECT pg_get_indexdef(i.indexrelid, k, {pretty}) FROM generate_series(1, i.indnkeyatts) k
            WHERE i.indkey[k - 1] = 0 ORDER BY k) END"""

    return f"""
SELECT i.indexrelid, i.indrelid, c.relname, i.indisunique, am.amname, i.indkey::text, i.indnkeyatts::int,
       {expressions("true")}, {expressions("false")},
       pg_get_indexdef(i.indexrelid), pg_get_expr(i.indpred, i.indrelid),
       {"i.indnullsnotdistinct" if version >= 15 else "false"}, c.reloptions, NOT i.indisvalid
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_am am ON am.oid = c.relam
 WHERE i.indrelid = {any_of(tables)}
   AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
 ORDER BY i.indrelid, c.relname"""


# Enums and domains, and the arrays of them: an array is told by its element.
TYPES = f"""
SELECT t.oid, n.nspname, t.typname, t.typtype, t.typelem,
       CASE WHEN t.typtype = 'e' THEN ARRAY(
           SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) END,
       CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END, t.typnotnull,
       pg_get_expr(t.typdefaultbin, 'pg_type'::regclass), cn.nspname, co.collname,
       CASE WHEN t.typtype = 'd' THEN ARRAY(
           SELECT quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) FROM pg_constraint k
            WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY 1) END,
       CASE WHEN t.typtype = 'd' THEN ARRAY(
           SELECT k.oid::bigint FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c') END
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
  LEFT JOIN pg_type b ON b.oid = t.typbasetype
  LEFT JOIN pg_collation co ON co.oid = t.typcollation AND t.typcollation <> b.typcollation
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
 WHERE (t.typtype IN ('e', 'd') OR e.typtype IN ('e', 'd')) AND NOT {SYSTEM_SCHEMA}
   AND NOT {of_extension("pg_type", "t.oid")}
 ORDER BY n.nspname, t.typname"""

# ``draws`` is what pg_get_expr prints for a column's default that is the next value and nothing else: no E'' for a
# backslash, unlike quote_literal.
SEQUENCES = f"""
SELECT c.oid, n.nspname, c.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
       s.seqcache, s.seqcycle, d.refobjid, d.refobjsubid, d.deptype = 'i',
       'nextval(''' || replace(c.oid::regclass::text, '''', '''''') || '''::regclass)' AS draws
  FROM pg_sequence s
  JOIN pg_class c ON c.oid = s.seqrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
                       AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
 WHERE NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_class", "c.oid")}
 ORDER BY n.nspname, c.relname"""


def dependencies(objects: Iterable[int]) -> str:
    """What defaults, and the objects asked for, mention: relations and their columns, types, functions, constraints."""
    # up to 14 a generated column depends on the others itself, from 15 on its pg_attrdef does
    return f"""
SELECT d.classid::regclass::text, d.objid, d.objsubid, d.refclassid::regclass::text, d.refobjid,
       CASE d.refclassid WHEN 'pg_class'::regclass THEN cn.nspname WHEN 'pg_type'::regclass THEN tn.nspname
                         WHEN 'pg_proc'::regclass THEN pn.nspname WHEN 'pg_constraint'::regclass THEN kn.nspname END,
       CASE d.refclassid WHEN 'pg_class'::regclass THEN c.relname
                         WHEN 'pg_type'::regclass THEN coalesce(r.relname, t.typname)
                         WHEN 'pg_proc'::regclass THEN p.proname WHEN 'pg_constraint'::regclass THEN kr.relname END,
       CASE d.refclassid WHEN 'pg_class'::regclass THEN a.attname WHEN 'pg_constraint'::regclass THEN k.conname
                         WHEN 'pg_proc'::regclass THEN oidvectortypes(p.proargtypes) END
  FROM pg_depend d
  LEFT JOIN pg_class c ON d.refclassid = 'pg_class'::regclass AND c.oid = d.refobjid
  LEFT JOIN pg_namespace cn ON cn.oid = c.relnamespace
  LEFT JOIN pg_attribute a ON d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
                          AND a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  LEFT JOIN pg_type y ON d.refclassid = 'pg_type'::regclass AND y.oid = d.refobjid
  LEFT JOIN pg_type t ON t.oid = CASE WHEN y.typcategory = 'A' THEN y.typelem ELSE y.oid END
  LEFT JOIN pg_class r ON r.oid = t.typrelid
  LEFT JOIN pg_namespace tn ON tn.oid = t.typnamespace
  LEFT JOIN pg_proc p ON d.refclassid = 'pg_proc'::regclass AND p.oid = d.refobjid
  LEFT JOIN pg_namespace pn ON pn.oid = p.pronamespace
  LEFT JOIN pg_constraint k ON d.refclassid = 'pg_constraint'::regclass AND k.oid = d.refobjid
  LEFT JOIN pg_class kr ON kr.oid = k.conrelid
  LEFT JOIN pg_namespace kn ON kn.oid = kr.relnamespace
 WHERE d.deptype IN ('n', 'a') AND d.refobjid >= {FIRST_OWN}
   AND d.refclassid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_constraint'::regclass)
   AND (d.classid = 'pg_attrdef'::regclass AND d.deptype = 'n'
        OR d.classid = 'pg_class'::regclass AND d.objsubid > 0 AND d.refobjsubid > 0
        OR d.objid = {any_of(objects)}
           AND NOT (d.classid = 'pg_constraint'::regclass AND d.refclassid = 'pg_class'::regclass))"""


def _acl(held: str, kind: str, owner: str) -> str:
    """Privileges held and those that an object of its kind has by default, each as ``SELECT f reader``."""

    def items(acl: str) -> str:
        return f"""ARRAY(
           SELECT format('%s %s %s', x.privilege_type, x.is_grantable,
                         CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END)
             FROM aclexplode({acl}) x ORDER BY 1)"""

    default = f"acldefault('{kind}', {owner})"
    return f"{items(f'coalesce({held}, {default})')}, {items(default)}"


def _given_by_default(kind: str) -> str:
    """Roles that get privileges on whatever is made (ALTER DEFAULT PRIVILEGES): a recreated object takes them back."""
    return f"""ARRAY(
           SELECT DISTINCT CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END
             FROM pg_default_acl g, aclexplode(g.defaclacl) x WHERE g.defaclobjtype = '{kind}' ORDER BY 1)"""


_GRANTEE = "CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END"

# Views and materialized views, with the statements that follow the one that makes them. A view's owner and privileges
# are its reader's rights, so they come back with it.
VIEWS = f"""
SELECT c.oid, r.oid, n.nspname, c.relname, c.relkind = 'm', pg_get_viewdef(c.oid), c.reloptions,
       quote_ident(pg_get_userbyid(c.relowner)), {_acl("c.relacl", "r", "c.relowner")}, {_given_by_default("r")},
       cm.description, c.relispopulated, quote_ident(am.amname), quote_ident(ts.spcname),
       ARRAY(SELECT format('ALTER VIEW %s ALTER COLUMN %I SET DEFAULT %s', c.oid::regclass, a.attname,
                           pg_get_expr(d.adbin, d.adrelid))
               FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
              WHERE d.adrelid = c.oid ORDER BY a.attnum)
       || ARRAY(SELECT format('COMMENT ON COLUMN %s.%I IS %L', c.oid::regclass, a.attname, m.description)
                  FROM pg_description m JOIN pg_attribute a ON a.attrelid = m.objoid AND a.attnum = m.objsubid
                 WHERE m.classoid = 'pg_class'::regclass AND m.objoid = c.oid AND m.objsubid > 0 ORDER BY a.attnum)
       || ARRAY(SELECT format('GRANT %s (%I) ON %s TO %s%s', x.privilege_type, a.attname, c.oid::regclass, {_GRANTEE},
                              CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                  FROM pg_attribute a, aclexplode(a.attacl) x WHERE a.attrelid = c.oid ORDER BY a.attnum, 1)
       || ARRAY(SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = c.oid ORDER BY 1)
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN'
  LEFT JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
  {_comment("pg_class", "c.oid")}
 WHERE c.relkind IN ('v', 'm') AND NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_class", "c.oid")}
 ORDER BY n.nspname, c.relname"""


def _firing(enabled: str, what: str, name: str) -> str:
    """When a trigger or rule fires, where that is not as it was made."""
    return f"""ARRAY(
           SELECT format('ALTER TABLE %s %s {what} %I', c.oid::regclass,
                         CASE {enabled} WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END,
                         {name})
            WHERE {enabled} <> 'O')"""


def _told(catalog: str, oid: str, what: str, name: str) -> str:
    return f"""ARRAY(
           SELECT format('COMMENT ON {what} %I ON %s IS %L', {name}, c.oid::regclass, m.description)
             FROM pg_description m WHERE m.classoid = '{catalog}'::regclass AND m.objoid = {oid})"""


def attached(version: int) -> str:
    """Triggers, rules and policies, each with its statements; a partition's clone of a trigger is none of its own."""
    return f"""
SELECT 'trigger', t.oid, c.oid, t.tgname,
       ARRAY[pg_get_triggerdef(t.oid)] || {_firing("t.tgenabled", "TRIGGER", "t.tgname")}
       || {_told("pg_trigger", "t.oid", "TRIGGER", "t.tgname")}
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT t.tgisinternal AND NOT {SYSTEM_SCHEMA} {"AND t.tgparentid = 0" if version >= 13 else ""}
   AND NOT {of_extension("pg_trigger", "t.oid")}
UNION ALL
SELECT 'rule', r.oid, c.oid, r.rulename,
       ARRAY[rtrim(pg_get_ruledef(r.oid), ';')] || {_firing("r.ev_enabled", "RULE", "r.rulename")}
       || {_told("pg_rewrite", "r.oid", "RULE", "r.rulename")}
  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE r.rulename <> '_RETURN' AND NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_rewrite", "r.oid")}
UNION ALL
SELECT 'policy', p.oid, c.oid, p.polname,
       ARRAY[format('CREATE POLICY %I ON %s AS %s FOR %s TO %s', p.polname, c.oid::regclass,
                    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                  WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                    (SELECT string_agg(CASE u WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(u)) END, ', '
                                       ORDER BY u) FROM unnest(p.polroles) u))
             || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
             || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')]
       || {_told("pg_policy", "p.oid", "POLICY", "p.polname")}
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT {SYSTEM_SCHEMA}
 ORDER BY 1, 4"""


def _support(option: str, function: str) -> str:
    return f"'{option} = ' || nullif({function}::oid, 0)::regproc"


def _modify(option: str, function: str, modify: str) -> str:
    words = f"CASE {modify} WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END"
    return f"'{option} = ' || CASE WHEN {function} <> 0::regproc THEN {words} END"


# Support functions are printed without their signature: CREATE AGGREGATE finds it by the aggregate's own types.
_AGGREGATE = f"""format('CREATE AGGREGATE %I.%I(%s) (%s)', n.nspname, p.proname,
           coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'), concat_ws(', ',
           'SFUNC = ' || g.aggtransfn, 'STYPE = ' || format_type(g.aggtranstype, NULL),
           'SSPACE = ' || nullif(g.aggtransspace, 0), {_support("FINALFUNC", "g.aggfinalfn")},
           CASE WHEN g.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
           {_modify("FINALFUNC_MODIFY", "g.aggfinalfn", "g.aggfinalmodify")},
           {_support("COMBINEFUNC", "g.aggcombinefn")}, {_support("SERIALFUNC", "g.aggserialfn")},
           {_support("DESERIALFUNC", "g.aggdeserialfn")}, 'INITCOND = ' || quote_literal(g.agginitval),
           {_support("MSFUNC", "g.aggmtransfn")}, {_support("MINVFUNC", "g.aggminvtransfn")},
           'MSTYPE = ' || format_type(nullif(g.aggmtranstype, 0), NULL), 'MSSPACE = ' || nullif(g.aggmtransspace, 0),
           {_support("MFINALFUNC", "g.aggmfinalfn")}, CASE WHEN g.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
           {_modify("MFINALFUNC_MODIFY", "g.aggmfinalfn", "g.aggmfinalmodify")},
           'MINITCOND = ' || quote_literal(g.aggminitval),
           (SELECT format('SORTOP = OPERATOR(%I.%s)', s.nspname, o.oprname) FROM pg_operator o
              JOIN pg_namespace s ON s.oid = o.oprnamespace WHERE o.oid = g.aggsortop),
           'PARALLEL = ' || CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' ELSE 'UNSAFE' END,
           CASE WHEN g.aggkind = 'h' THEN 'HYPOTHETICAL' END))"""

# Functions, procedures and aggregates; a zero-argument aggregate is spelled with a star.
FUNCTIONS = f"""
SELECT p.oid, n.nspname, p.proname, p.prokind,
       CASE WHEN p.prokind = 'a' THEN {_AGGREGATE} ELSE pg_get_functiondef(p.oid) END,
       oidvectortypes(p.proargtypes),
       CASE WHEN p.prokind = 'a' THEN coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')
            ELSE oidvectortypes(p.proargtypes) END,
       quote_ident(pg_get_userbyid(p.proowner)), {_acl("p.proacl", "f", "p.proowner")}, {_given_by_default("f")},
       cm.description
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid
  {_comment("pg_proc", "p.oid")}
 WHERE NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_proc", "p.oid")}
   AND NOT EXISTS (  -- a range type's constructors
       SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i')
 ORDER BY n.nspname, p.proname, 6"""
