"""What a SQLite file holds besides its schema: every value with its storage class, every view and trigger."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..cases import Case
from .independent import bare, low, quoted, tables, tree

Value = tuple[str, str]
"""Storage class and value, exactly."""


@dataclass(frozen=True)
class Held:
    """What a database holds.

    tables     folded name -> (folded columns, rows); the implicit rowid is a column called ``<rowid>``
    sequences  folded table -> the highest id that AUTOINCREMENT has given
    texts      view and trigger -> its text
    triggers   (table, trigger), in the order in which they were made, a table at a time
    verdict    of PRAGMA integrity_check (SQLite 3.40 finds a NULL that is none in WITHOUT ROWID tables whose key is not
               their first column)
    failing    what does not compile: (view or table, statement)
    orphans    rows that violate a foreign key
    schema     every statement of sqlite_master
    """

    tables: dict[str, tuple[list[str], list[tuple[Value, ...]]]]
    sequences: dict[str, int]
    texts: dict[str, str]
    triggers: list[tuple[str, str]]
    verdict: frozenset[str]
    failing: frozenset[tuple[str, str]]
    orphans: int
    schema: frozenset[tuple[str, str, str]]


def value(of: Any) -> Value:
    return type(of).__name__, repr(of)


def held(path: Path) -> Held:
    """Read all that a database file holds."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        names = tables(connection)
        master = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY rowid").fetchall()
        triggers = connection.execute(
            "SELECT lower(tbl_name), name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1, rowid"
        )
        counted = any(name == "sqlite_sequence" for _, name, _ in master)
        sequences = connection.execute("SELECT name, max(seq) FROM sqlite_sequence GROUP BY 1") if counted else ()
        return Held(
            {key: columns_and_rows(connection, name) for key, name in names.items()},
            {low(name): top for name, top in sequences if top},
            {name: sql for kind, name, sql in master if kind in ("view", "trigger")},
            triggers.fetchall(),
            frozenset(line for (line,) in connection.execute("PRAGMA integrity_check")),
            frozenset(failing(connection, master)),
            orphans(connection),
            frozenset(master),
        )


def orphans(connection: sqlite3.Connection) -> int:
    try:
        return len(connection.execute("PRAGMA foreign_key_check").fetchall())
    except sqlite3.OperationalError:  # a parent has no unique key for it: every row is one
        return sys.maxsize


def columns_and_rows(connection: sqlite3.Connection, table: str) -> tuple[list[str], list[tuple[Value, ...]]]:
    columns = [row[0] for row in connection.execute("SELECT name FROM pragma_table_xinfo(?)", (table,))]
    folded = [low(column) for column in columns]
    wanted = [quoted(column) for column in columns]
    rowid = implicit_rowid(connection, table, set(folded))
    if rowid:
        folded, wanted = ["<rowid>", *folded], [rowid, *wanted]
    rows = connection.execute(f"SELECT {', '.join(wanted)} FROM {quoted(table)}").fetchall()
    return folded, [tuple(value(each) for each in row) for row in rows]


def implicit_rowid(connection: sqlite3.Connection, table: str, columns: set[str]) -> str | None:
    """A name for the rowid where no column is the rowid."""
    (without_rowid,) = connection.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (table,)).fetchone()
    key = connection.execute("SELECT count(*) FROM pragma_table_info(?) WHERE pk > 0", (table,)).fetchone()[0]
    indexed = connection.execute("SELECT count(*) FROM pragma_index_list(?) WHERE origin = 'pk'", (table,)).fetchone()[
        0
    ]
    if without_rowid or (key and not indexed):
        return None
    return next((name for name in ("rowid", "_rowid_", "oid") if name not in columns), None)


def failing(connection: sqlite3.Connection, master: list[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Views that cannot be read and tables that cannot be written; compiled, not executed."""
    for kind, name, _ in master:
        if kind not in ("view", "table") or name.startswith("sqlite_"):
            continue
        try:
            probes = [f"SELECT * FROM {quoted(name)} LIMIT 1"]
            rows = connection.execute("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", (name,)).fetchall()
            probes += [f"INSERT INTO {quoted(name)} DEFAULT VALUES", f"DELETE FROM {quoted(name)}"]
            if rows:
                sets = ", ".join(f"{quoted(column)} = {quoted(column)}" for (column,) in rows)
                probes.append(f"UPDATE {quoted(name)} SET {sets}")
        except sqlite3.Error:
            yield low(name), "columns"
            continue
        for probe in probes:
            try:
                connection.execute(f"EXPLAIN {probe}").fetchall()
            except sqlite3.Error:
                yield low(name), probe.split()[0]


def losses(before: Held, after: Held, case: Case, *, through: Held | None = None) -> list[str]:
    """What was lost on the way, a line each; what the case allows is no loss.

    through  ``after`` is after the way back from here: then only what was overwritten or filled for good differs, and
             implicit rowids where a key took their place
    """
    rolled_back = through is not None
    new_names = {} if rolled_back else {low(old): low(new) for old, new in case.new_names.items()}
    may_go = {low(name) for name in case.overwritten} | (set() if rolled_back else {low(name) for name in case.lost})
    found = []
    for table, (columns, rows) in before.tables.items():
        new_table = table if table in after.tables else new_names.get(table, table)
        if table in may_go:
            continue
        if new_table not in after.tables:
            found.append(f"table {table} is gone")
            continue
        new_columns, new_rows = after.tables[new_table]
        pairs = []
        for column in columns:
            new_column = new_names.get(f"{table}.{column}", "").removeprefix(f"{new_table}.")
            new_column = column if column in new_columns else new_column
            if column == "<rowid>" and through and not has_rowid(through, table, case):
                continue
            if new_column in new_columns and f"{table}.{column}" not in may_go:
                pairs.append((columns.index(column), new_columns.index(new_column)))
            elif f"{table}.{column}" not in may_go and column != "<rowid>":
                found.append(f"column {table}.{column} is gone")
        loose = {low(name) for name in (*case.filled, *([] if rolled_back else case.converted))}
        exact = [pair for pair in pairs if f"{table}.{columns[pair[0]]}" not in loose]
        old = sorted((tuple(row[a] for a, _ in exact), tuple(row[a] for a, _ in pairs)) for row in rows)
        new = sorted((tuple(row[b] for _, b in exact), tuple(row[b] for _, b in pairs)) for row in new_rows)
        if [row[0] for row in old] != [row[0] for row in new]:
            found.append(f"{table}: rows were {[row[0] for row in old]}, are {[row[0] for row in new]}")
        elif not all(
            holds(a, b) for was, now in zip(old, new, strict=True) for a, b in zip(was[1], now[1], strict=True)
        ):
            found.append(f"{table}: rows were {[row[1] for row in old]}, are {[row[1] for row in new]}")
        kept = table in before.sequences and new_table in after.sequences | sequenced(after)
        if kept and after.sequences.get(new_table) != before.sequences[table]:
            found.append(f"{table}: the sequence was {before.sequences[table]}, is {after.sequences.get(new_table)}")
    if set(before.texts) != set(after.texts):
        found.append(f"views and triggers were {list(before.texts)}, are {list(after.texts)}")
    if not new_names and before.triggers != after.triggers:
        found.append(f"triggers were made in the order {before.triggers}, now in {after.triggers}")
    if not new_names and {k: words(v) for k, v in before.texts.items()} != {
        k: words(v) for k, v in after.texts.items()
    }:
        found.append(f"views and triggers were {before.texts}, are {after.texts}")
    renamed = {new_names.get(table, table): table for table in before.tables}
    broken = {(renamed.get(name, name), probe) for name, probe in after.failing} - before.failing
    if broken:
        found.append(f"no longer compile: {sorted(broken)}")
    if not {line for line in after.verdict if not line.startswith("NULL value in ")} <= {"ok"}:
        found.append(f"damaged: {sorted(after.verdict)}")
    if after.orphans > before.orphans:
        found.append(f"{after.orphans} rows violate a foreign key, {before.orphans} did")
    return found


def words(sql: str) -> list[str]:
    """A statement without its spelling: SQLite itself puts names in quotes when it renames a table."""
    return [bare(token) if token[0] in ("word", "name") else token[1] for token in flat(tree(sql))]


def flat(items: Any) -> Iterator[tuple[str, str]]:
    for item in items:
        if isinstance(item, list):
            yield "sign", "("
            yield from flat(item)
            yield "sign", ")"
        else:
            yield item


def has_rowid(database: Held, table: str, case: Case) -> bool:
    """True when the table, under its new name, has an implicit rowid."""
    new_table = {low(old): low(new) for old, new in case.new_names.items()}.get(table, table)
    return "<rowid>" in database.tables.get(new_table, ([], []))[0]


def sequenced(database: Held) -> dict[str, int]:
    """The tables with AUTOINCREMENT."""
    return {low(name): 0 for kind, name, sql in database.schema if kind == "table" and "autoincrement" in sql.lower()}


def holds(was: Value, now: Value) -> bool:
    """True when the new value is the old one, a NULL filled, or the old one in another storage class."""
    if was == now or was[0] == "NoneType":
        return True
    numbers = {"int", "float"}
    if was[0] in numbers and now[0] in numbers:
        return float(was[1]) == float(now[1])
    return {was[0], now[0]} <= {"int", "float", "str"} and was[1].strip("'") == now[1].strip("'")
