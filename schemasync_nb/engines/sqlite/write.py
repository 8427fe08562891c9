"""What touches files and rows: the transaction in which a SQLite database is changed, backup, restore, row proof."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection

from schemasync_nb.catalog import Catalog, Entry
from schemasync_nb.engines.engine import Backup, Overwritten, Renaming
from schemasync_nb.engines.sqlite.migrate import has_rowid, key_columns, refill, rowid_column
from schemasync_nb.engines.sqlite.read import MASTER, TABLE_LIST, catalog, read
from schemasync_nb.engines.sqlite.tokens import fold, literal, quote
from schemasync_nb.errors import BackupError, MigrationError
from schemasync_nb.report import count

BACKUP = "_schemasync_backup"


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The sqlite3 connection under a SQLAlchemy one."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One transaction for DDL and rows alike, after SQLite's documented procedure: keys not enforced while tables are
    replaced, checked before the commit. ``connection`` is in driver autocommit.

    MigrationError when a foreign key would be violated that was not before; whatever is raised, all is rolled back.
    """
    raw = driver_connection(connection)
    if raw.in_transaction:  # an application's own listener may have said BEGIN already
        raw.rollback()
    keys = raw.execute("PRAGMA foreign_keys").fetchone()[0]
    legacy = raw.execute("PRAGMA legacy_alter_table").fetchone()[0]
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("PRAGMA legacy_alter_table=ON")
    try:
        raw.execute("BEGIN IMMEDIATE")
        before = _violations(raw)
        yield
        fresh = sorted(_violations(raw) - before, key=str)
        if fresh:
            table, rowid, parent = fresh[0]
            raise MigrationError(
                f"table {table}: {len(fresh)} foreign key violation(s) would be left, the first at rowid {rowid} "
                f"(no such row in {parent}); nothing was changed"
            )
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    finally:
        raw.execute(f"PRAGMA legacy_alter_table={legacy}")
        raw.execute(f"PRAGMA foreign_keys={keys}")


def try_the_lock(connection: Connection) -> None:
    """Take the write lock and let it go; the driver's error says when it cannot be had."""
    raw = driver_connection(connection)
    if raw.in_transaction:
        raw.rollback()
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("ROLLBACK")


def _violations(raw: sqlite3.Connection) -> set[tuple[Any, ...]]:
    try:
        return {tuple(row[:3]) for row in raw.execute("PRAGMA main.foreign_key_check")}
    except sqlite3.OperationalError as error:  # a key whose parent has no unique index cannot be checked at all
        return {("?", None, str(error))}


@contextmanager
def with_refill(
    connection: Connection, backup: Path, overwritten: Sequence[Overwritten]
) -> Iterator[tuple[list[str], list[str]]]:
    """Attach a backup and tell the statements that bring back from it what an upgrade took."""
    raw = driver_connection(connection)
    if raw.in_transaction:
        raw.rollback()
    first, last = refill(read_file(backup), read(connection), BACKUP, overwritten)
    raw.execute(f"ATTACH DATABASE {literal(str(backup))} AS {BACKUP}")
    try:
        yield [statement.sql for statement in first], [statement.sql for statement in last]
    finally:
        raw.execute(f"DETACH DATABASE {BACKUP}")


def size_in_bytes(connection: Connection) -> int:
    """What a copy of the database takes."""
    raw = driver_connection(connection)
    pages, page = raw.execute("PRAGMA page_count").fetchone()[0], raw.execute("PRAGMA page_size").fetchone()[0]
    return int(pages) * int(page)


def backup(connection: Connection, path: Path) -> Backup:
    """Copy the database by SQLite's backup API, in one snapshot with its row counts; a half-made file never stays."""
    raw = driver_connection(connection)
    partial = path.with_name(path.name + ".partial")
    try:
        with closing(sqlite3.connect(partial)) as copy:
            raw.backup(copy, progress=_patience())
            if copy.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                copy.execute("PRAGMA journal_mode=DELETE")  # one file, whole in itself
            counts = row_counts(copy)
        _sync(partial)
        os.replace(partial, path)
    except (sqlite3.Error, OSError) as error:
        partial.unlink(missing_ok=True)
        raise BackupError(f"backup {path}: {error}; nothing was changed") from error
    return Backup(path, sha256(path), path.stat().st_size, counts)


def _patience(seconds: float = 5.0) -> Callable[[int, int, int], None]:
    """The driver waits for a lock without end; this ends it."""
    deadline = time.monotonic() + seconds

    def progress(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise sqlite3.OperationalError("database is locked")

    return progress


def restore_copy(made: Backup, to: Path) -> None:
    """Restore a backup into a new file and look whether it holds what was backed up; BackupError when not."""
    if sha256(made.path) != made.sha256:
        raise BackupError(f"backup {made.path}: its checksum changed since it was made; nothing was changed")
    try:
        with closing(sqlite3.connect(made.path)) as source, closing(sqlite3.connect(to)) as copy:
            source.backup(copy)
            # compared, not wanted to be "ok": SQLite 3.40 calls sound WITHOUT ROWID tables damaged
            wanted, verdict = (raw.execute("PRAGMA integrity_check").fetchall() for raw in (source, copy))
            if verdict != wanted:
                raise BackupError(
                    f"backup {made.path}: the restored copy is damaged: {verdict[0][0]}; nothing was changed"
                )
            if row_counts(copy) != made.row_counts:
                raise BackupError(f"backup {made.path}: the restored copy has other row counts; nothing was changed")
    except sqlite3.Error as error:
        raise BackupError(f"backup {made.path}: it cannot be restored: {error}; nothing was changed") from error


def restore_into(connection: Connection, path: Path) -> None:
    """Put a whole backup back over the database."""
    try:
        with closing(sqlite3.connect(path)) as source:
            source.backup(driver_connection(connection), progress=_patience())
    except sqlite3.Error as error:
        raise BackupError(f"backup {path}: it cannot be put back: {error}") from error


def read_file(path: Path) -> Catalog:
    """The catalog of a SQLite file."""
    with closing(sqlite3.connect(_read_only(path), uri=True)) as raw:
        return catalog(raw.execute(MASTER).fetchall(), dict(raw.execute(TABLE_LIST).fetchall()))


def row_counts(raw: sqlite3.Connection) -> dict[str, int]:
    """table -> rows, for every ordinary table of the main database; SQLite's own and modules' tables aside."""
    names = [name for name, kind in raw.execute(TABLE_LIST) if kind == "table" and not name.startswith("sqlite_")]
    return {name: raw.execute(f"SELECT count(*) FROM main.{quote(name)}").fetchone()[0] for name in sorted(names)}


def sha256(path: Path) -> str:
    """The checksum of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read_only(path: Path) -> str:
    return f"{path.resolve().as_uri()}?mode=ro"


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def lost_values(
    after: Path, before: Path, renamings: Sequence[Renaming] = (), filled: Sequence[Overwritten] = ()
) -> list[str]:
    """What a migration lost: every table and column that exists before and after must keep its values, row for row.

    Rows are known by their rowid or primary key. A value that only took another storage class ('12' -> 12) is kept;
    where a NULL was filled by a decision, only the others are compared. Returns one line for each loss.
    """
    old, new = read_file(before), read_file(after)
    set_on_purpose = {(table, column) for table, column, *_ in filled}
    lost: list[str] = []
    with closing(sqlite3.connect(_read_only(after), uri=True)) as raw:
        raw.execute(f"ATTACH DATABASE {literal(_read_only(before))} AS {BACKUP}")
        for key, table in old.tables.items():
            renamed = {fold(r.column): fold(r.to) for r in renamings if r.column and fold(r.table) == key}
            to = next((fold(r.to) for r in renamings if r.column is None and fold(r.table) == key), key)
            if to not in new.tables:
                continue
            mine, theirs = f"main.{quote(new.tables[to].table)}", f"{BACKUP}.{quote(table.table)}"
            counts = [raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in (mine, theirs)]
            if counts[0] != counts[1]:
                lost.append(f"table {table.table} has {count(counts[0], 'row')}, {counts[1]} before")
                continue
            link = _link(old, new, key, to, renamed)
            if link is None:
                continue
            for name, column in old.columns(key).items():
                twin = new.columns(to).get(renamed.get(name, name))
                if twin is None or twin.facts["generated"] is not None or (to, fold(twin.name or "")) in set_on_purpose:
                    continue
                a, b = f"a.{quote(twin.name or '')}", f"b.{quote(column.name or '')}"
                differs = f"{a} IS NOT {b}" + _retyped(column, twin, a, b)
                query = f"SELECT count(*) FROM {mine} a JOIN {theirs} b ON {link} WHERE {differs}"
                if number := raw.execute(query).fetchone()[0]:
                    lost.append(f"column {table.table}.{column.name}: {count(number, 'value')} changed")
    return lost


def _retyped(old: Entry, new: Entry, a: str, b: str) -> str:
    if old.facts["type"] == new.facts["type"]:
        return ""
    return f" AND CAST({a} AS TEXT) IS NOT CAST({b} AS TEXT) AND CAST({a} AS NUMERIC) IS NOT CAST({b} AS NUMERIC)"


def _link(old: Catalog, new: Catalog, key: str, to: str, renamed: dict[str, str]) -> str | None:
    """How a row is known again: by its rowid where that means the same on both sides, else by its primary key."""
    alias = rowid_column(old, key)
    if (
        rowid_column(new, to) == (renamed.get(alias, alias) if alias else None)
        and has_rowid(old, key)
        and has_rowid(new, to)
    ):
        taken = {*old.columns(key), *new.columns(to)}
        rowid = next((name for name in ("rowid", "_rowid_", "oid") if name not in taken), None)
        return f"a.{rowid} = b.{rowid}" if rowid else None
    names = key_columns(old, key)
    twins = [renamed.get(name, name) for name in names]
    if not names or any(twin not in new.columns(to) for twin in twins):
        return None
    return " AND ".join(f"a.{quote(t)} = b.{quote(n)}" for t, n in zip(twins, names, strict=True))
