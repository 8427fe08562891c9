"""What a PostgreSQL database holds besides what is compared: every value, every sequence, all that models cannot state."""  # noqa: E501

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from psycopg import Connection, sql
from sqlalchemy import URL

from ...servers import Server, connect
from ..cases import Case
from .dump import Dump, dumped, parsed, spelled

Row = tuple[str | None, ...]
PINNED = ("TimeZone=UTC", "DateStyle=ISO", "IntervalStyle=postgres", "extra_float_digits=3", "bytea_output=hex")


@dataclass(frozen=True)
class Held:
    """What a database holds.

    tables     spelled name -> (columns, rows as text); materialized views too
    sequences  the column that owns it, else its own name -> (last value, whether that was given out)
    invalid    indexes that are not valid, which no dump mentions
    orphans    rows that violate a foreign key
    dump       the whole schema with owners and grants
    schema     its text
    """

    tables: dict[str, tuple[list[str], list[Row]]]
    sequences: dict[str, tuple[int, bool]]
    invalid: frozenset[str]
    orphans: int
    dump: Dump
    schema: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and self.parts == other.parts

    __hash__ = None  # type: ignore[assignment]

    @property
    def parts(self) -> tuple[Any, ...]:
        return self.tables, self.sequences, self.invalid, self.orphans, self.schema


def held(server: Server, url: URL) -> Held:
    """Read all that a database holds."""
    with connect(url) as connection:
        for setting in PINNED:
            connection.execute(f"SET {setting.replace('=', ' = ')}")
        connection.execute("SET search_path = ''")
        tables = {}
        for schema, table, kind, columns in connection.execute(RELATIONS).fetchall():
            tables[spelled(schema, table)] = (
                columns,
                sorted(rows_of(connection, schema, table, kind, columns), key=nulls),
            )
        invalid = connection.execute("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid")
        found = (
            tables,
            sequences_of(connection),
            frozenset(name for (name,) in invalid),
            orphans_of(connection),
        )
    text = dumped(server, url, "--schema-only")
    return Held(*found, parsed(text), text)


RELATIONS = """
SELECT n.nspname, c.relname, c.relkind, array(
    SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  AND (c.relkind <> 'm' OR c.relispopulated) ORDER BY 1, 2
"""  # noqa: E501

SEQUENCES = """
SELECT n.nspname, c.relname, tn.nspname, t.relname, a.attname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE c.relkind = 'S' ORDER BY 1, 2
"""  # noqa: E501

KEYS = """
SELECT n.nspname, c.relname, pn.nspname, p.relname,
  array(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u (num, at) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY at),
  array(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u (num, at) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY at)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0 AND k.convalidated
"""  # noqa: E501


def rows_of(connection: Connection[Any], schema: str, table: str, kind: str, columns: list[str]) -> list[Row]:
    listed = sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(column)) for column in columns)
    only = sql.SQL("" if kind == "p" else "ONLY ")
    query = sql.SQL("SELECT {} FROM {}{}").format(listed, only, sql.Identifier(schema, table))
    return connection.execute(query).fetchall()


def nulls(row: Row) -> tuple[tuple[bool, str], ...]:
    return tuple((value is None, value or "") for value in row)


def sequences_of(connection: Connection[Any]) -> dict[str, tuple[int, bool]]:
    found = {}
    for schema, name, table_schema, table, column in connection.execute(SEQUENCES).fetchall():
        key = f"{spelled(table_schema, table)}.{column}" if table else spelled(schema, name)
        query = sql.SQL("SELECT last_value, is_called FROM {}").format(sql.Identifier(schema, name))
        found[key] = connection.execute(query).fetchone()
    return found


def orphans_of(connection: Connection[Any]) -> int:
    count = 0
    for schema, table, parent_schema, parent, columns, parents in connection.execute(KEYS).fetchall():
        pairs = list(zip(columns, parents, strict=True))
        query = sql.SQL("SELECT count(*) FROM {} c WHERE {} AND NOT EXISTS (SELECT FROM {} p WHERE {})").format(
            sql.Identifier(schema, table),
            sql.SQL(" AND ").join(sql.SQL("c.{} IS NOT NULL").format(sql.Identifier(own)) for own, _ in pairs),
            sql.Identifier(parent_schema, parent),
            sql.SQL(" AND ").join(
                sql.SQL("p.{} = c.{}").format(sql.Identifier(to), sql.Identifier(own)) for own, to in pairs
            ),
        )
        row = connection.execute(query).fetchone()
        assert row is not None
        count += row[0]
    return count


def losses(before: Held, after: Held, case: Case, *, through: Held | None = None) -> list[str]:
    """What was lost on the way, a line each; what the case allows is no loss.

    through  ``after`` is after the way back from here: then only what was overwritten or filled for good differs
    """
    back = through is not None
    new_names = {} if back else case.new_names
    may_go = set(case.overwritten) | (set() if back else set(case.lost))
    found = []
    for table, (columns, rows) in before.tables.items():
        if table in may_go:
            continue
        new_table = new_names.get(table, table)
        if new_table not in after.tables:
            found.append(f"table {table} is gone")
            continue
        new_columns, new_rows = after.tables[new_table]
        pairs = []
        for at, column in enumerate(columns):
            new_column = new_names.get(f"{table}.{column}", f"{new_table}.{column}").removeprefix(f"{new_table}.")
            if f"{table}.{column}" in may_go:
                continue
            if new_column in new_columns:
                pairs.append((at, new_columns.index(new_column)))
            else:
                found.append(f"column {table}.{column} is gone")
        loose = {*case.filled, *([] if back else case.converted)}
        exact = [pair for pair in pairs if f"{table}.{columns[pair[0]]}" not in loose]
        old = sorted((tuple(row[a] for a, _ in exact) for row in rows), key=nulls)
        new = sorted((tuple(row[b] for _, b in exact) for row in new_rows), key=nulls)
        if old != new:
            gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
            found.append(f"{table}: rows were {list(gone)[:5]}, are {list(come)[:5]}")
        for a, b in pairs:
            if f"{table}.{columns[a]}" in loose:
                was, now = (sum(row[at] is not None for row in listed) for at, listed in ((a, rows), (b, new_rows)))
                if now < was:
                    found.append(f"{table}.{columns[a]}: {was} values were there, {now} are")
    found += sequence_losses(before, after, new_names, may_go)
    found += carried_losses(before, after, case, new_names)
    if after.invalid - before.invalid:
        found.append(f"invalid indexes: {sorted(after.invalid - before.invalid)}")
    if after.orphans > before.orphans:
        found.append(f"{after.orphans} rows violate a foreign key, {before.orphans} did")
    return found


def sequence_losses(before: Held, after: Held, new_names: dict[str, str], may_go: set[str]) -> list[str]:
    """Numbers that would be given out again."""
    found = []
    for key, state in before.sequences.items():
        table, _, column = key.rpartition(".")
        new_key = new_names.get(key) or (f"{new_names[table]}.{column}" if table in new_names else key)
        if key in may_go or table in may_go or new_key not in after.sequences:
            continue
        if after.sequences[new_key] != state:
            found.append(f"sequence of {key} was at {state}, is at {after.sequences[new_key]}")
    return found


def carried_losses(before: Held, after: Held, case: Case, new_names: dict[str, str]) -> list[str]:
    """Views, triggers, functions, grants and the like that are gone, say something else, or are new."""
    found = []
    was, now = ({label: sorted(says) for label, says in held.dump.carried.items()} for held in (before, after))
    old_words = {name.rpartition(".")[2] for name in (*new_names, *new_names.values(), *case.lost)}
    for label in sorted({*was, *now}):
        statements = [*was.get(label, []), *now.get(label, [])]
        if was.get(label) == now.get(label):
            continue
        if not (label in was and label in now) and all(" OWNER TO " in each for each in statements):
            continue  # the owner of a table, which comes and goes with it
        if label not in was and ("ATTACH PARTITION" in statements[0] or label.startswith("INDEX ")):
            continue  # a partition gets what its parent gets
        if label in was and label in now and (case.reworded or new_names):
            continue
        if any(re.search(rf"\b{re.escape(word)}\b", each) for word in old_words for each in statements):
            continue
        found.append(f"{label}: was {was.get(label)}, is {now.get(label)}")
    return found
