"""From one SQLite catalog to another, as statements.

What ALTER TABLE cannot do follows SQLite's documented procedure (sqlite.org/lang_altertable.html, section 7): a new
table, the rows copied, the old one dropped, the new one renamed, then indexes and triggers again. The way back is the
same function with its catalogs exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from schemasync_nb.catalog import COLUMN, CONSTRAINTS, INDEX, PRIMARY_KEY, TRIGGER, Catalog, Entry
from schemasync_nb.engines.engine import Fills, Overwritten
from schemasync_nb.engines.sqlite.entries import affinity
from schemasync_nb.engines.sqlite.tokens import fold, quote
from schemasync_nb.engines.statement import Statement
from schemasync_nb.errors import MigrationError

NEW = "_schemasync_new_"
DROPPED = "_schemasync_dropped_"
FILLED = "_schemasync_filled"


def migration(before: Catalog, after: Catalog, fills: Fills | None = None, back: bool = False) -> list[Statement]:
    """The statements that lead from one catalog to the other.

    back  this is a downgrade: what the upgrade dropped comes from temporary tables that a rollback filled beforehand
          from its backup; without them, from stand-in values
    """
    return list(_Migration(before, after, fills or {}, back).statements())


def refill(
    before: Catalog, after: Catalog, backup: str, overwritten: Iterable[Overwritten]
) -> tuple[list[Statement], list[Statement]]:
    """What brings back from a backup what an upgrade took: statements for before its downgrade, and for after it.

    before, after  the catalogs on the two sides of the upgrade
    backup         the name under which the backup is attached
    overwritten    where a backfill set values: they go back where nobody changed them since
    """
    first: list[Statement] = []
    last: list[Statement] = []
    way_back = _Migration(after, before, {}, back=True)
    for key, table in before.tables.items():
        source = f"{backup}.{quote(table.table)}"
        if key not in after.tables:
            columns = [quote(column.name or "") for column in way_back.storable(key)]
        else:
            links = way_back.link(key)
            replaced = [c for c in way_back.storable(key) if _is_generated(after.columns(key).get(fold(c.name or "")))]
            last += [_put_back(table.table, source, links, quote(c.name or "")) for c in replaced]
            dropped = [c for c in way_back.storable(key) if fold(c.name or "") not in after.columns(key)]
            if not dropped:
                continue
            columns = [f"{quote(name)} AS {quote('key_' + name)}" for name in links]
            columns += [quote(column.name or "") for column in dropped]
        sql = f"CREATE TEMP TABLE {quote(DROPPED + key)} AS SELECT {', '.join(columns)} FROM {source}"
        first.append(Statement(sql))
    for key, column, expression, where in overwritten:
        if key in before.tables and key in after.tables and where:
            spelled = before.tables[key].table
            here = quote(spelled)
            links = way_back.link(key)
            keys = ", ".join(f"{quote(name)} AS {quote('key_' + name)}" for name in links)  # * has no rowid
            source = f"(SELECT {keys}, *, ({expression}) AS {FILLED} FROM {backup}.{here} AS {here} WHERE {where})"
            unchanged = f" AND {here}.{quote(column)} IS old.{FILLED}"
            last.append(_put_back(spelled, source, links, quote(column), unchanged, "key_"))
    return first, last


def _put_back(
    table: str, source: str, links: Sequence[str], column: str, condition: str = "", prefix: str = ""
) -> Statement:
    here = quote(table)
    link = " AND ".join(f"old.{quote(prefix + name)} IS {here}.{quote(name)}" for name in links)
    found = f"FROM {source} AS old WHERE {link}{condition}"
    return Statement(f"UPDATE main.{here} SET {column} = (SELECT old.{column} {found}) WHERE EXISTS (SELECT 1 {found})")


def _is_generated(column: Entry | None) -> bool:
    return column is not None and column.facts["generated"] is not None


class _Migration:
    def __init__(self, before: Catalog, after: Catalog, fills: Fills, back: bool) -> None:
        self.before = before
        self.after = after
        self.fills = fills
        self.back = back
        self.kept = [key for key in before.tables if key in after.tables]
        self.rebuilt = [key for key in self.kept if self._needs_rebuild(key)]

    def statements(self) -> Iterator[Statement]:
        yield from self._drop_triggers()
        yield from self._drop_indexes()
        for key in self.after.tables:
            if key not in self.before.tables:
                yield from self._create(key)
        for key in self.kept:
            yield from self._rebuild(key) if key in self.rebuilt else self._add_columns(key)
        for key in self.before.tables:
            if key not in self.after.tables:
                table = self.before.tables[key].table
                yield Statement(f"DROP TABLE {quote(table)}", f"drop table {table}", f"op.drop_table({table!r})")
        yield from self._create_indexes()
        yield from self._create_triggers()

    # which way a table takes

    def _needs_rebuild(self, key: str) -> bool:
        old, new = self.before.tables[key], self.after.tables[key]
        if old.facts != new.facts or _stated(self.before.of(key, *CONSTRAINTS)) != _stated(
            self.after.of(key, *CONSTRAINTS)
        ):
            return True
        columns, wanted = self.before.columns(key), self.after.columns(key)
        if any(name not in wanted or column.facts != wanted[name].facts for name, column in columns.items()):
            return True
        if any(table == key for table, _ in self.fills):
            return True
        added = [column for name, column in wanted.items() if name not in columns]
        if self.back and any(column.facts["generated"] is None for column in added):
            return True  # values come back with the column
        return any(not _can_be_added(column) for column in added)

    # indexes and triggers

    def _index_changes(self) -> tuple[list[Entry], list[Entry]]:
        """Indexes to drop beforehand, and indexes to make afterwards."""
        old = {self.before.key(e.name): e for e in self.before.entries if e.kind == INDEX}
        new = {self.after.key(e.name): e for e in self.after.entries if e.kind == INDEX}

        def stays(a: Entry, b: Entry | None) -> bool:
            return b is not None and a.facts == b.facts and fold(a.table) == fold(b.table)

        rebuilt = set(self.rebuilt)
        gone = [e for name, e in old.items() if fold(e.table) in self.after.tables and not stays(e, new.get(name))]
        made = [e for name, e in new.items() if not stays(e, old.get(name)) or fold(e.table) in rebuilt]
        return gone, made

    def _drop_indexes(self) -> Iterator[Statement]:
        for index in self._index_changes()[0]:
            op = f"op.drop_index({index.name!r}, table_name={index.table!r})"
            yield Statement(f"DROP INDEX {quote(index.name or '')}", f"drop index {index.name} on {index.table}", op)

    def _create_indexes(self) -> Iterator[Statement]:
        for index in self._index_changes()[1]:
            why = f"index {index.name} on {index.table}"
            again = fold(index.table) in self.rebuilt and any(
                e.name == index.name for e in self.before.of(index.table, INDEX)
            )
            yield Statement(index.sql, f"{why}, again" if again else f"create {why}", _create_index_op(index))

    def _triggers(self) -> list[Entry]:
        """Triggers that go with a table that is copied, and those that exist on one side only."""
        old = {self.before.key(e.name): e for e in self.before.carried if e.kind == TRIGGER}
        new = {self.after.key(e.name): e for e in self.after.carried if e.kind == TRIGGER}
        return [e for name, e in new.items() if name not in old or fold(e.table) in self.rebuilt]

    def _drop_triggers(self) -> Iterator[Statement]:
        # they would fire, or fail to compile, while their table is being replaced
        before = {self.before.key(e.name) for e in self.before.carried if e.kind == TRIGGER}
        for trigger in self._triggers():
            if self.before.key(trigger.name) in before:
                yield Statement(
                    f"DROP TRIGGER {quote(trigger.name or '')}", f"trigger {trigger.name} waits until its table is back"
                )

    def _create_triggers(self) -> Iterator[Statement]:
        for trigger in self._triggers():
            yield Statement(trigger.sql, f"trigger {trigger.name}, as it was")

    # tables

    def _create(self, key: str) -> Iterator[Statement]:
        table = self.after.tables[key].table
        yield Statement(create_table(self.after, key), f"create table {table}")
        if self.back:
            columns = ", ".join(quote(c.name or "") for c in self.storable(key))
            saved = quote(DROPPED + key)
            yield Statement(
                f"CREATE TEMP TABLE IF NOT EXISTS {saved} AS SELECT {columns} FROM {quote(table)} WHERE 0",
                f"the rows of {table}: a rollback puts them here from its backup",
            )
            yield Statement(f"INSERT INTO {quote(table)} ({columns}) SELECT {columns} FROM temp.{saved}")
            yield Statement(f"DROP TABLE temp.{saved}")

    def storable(self, key: str) -> list[Entry]:
        """The columns of the new table that hold values, generated ones aside."""
        return [column for column in self.after.of(key, COLUMN) if column.facts["generated"] is None]

    def _add_columns(self, key: str) -> Iterator[Statement]:
        known = self.before.columns(key)
        for name, column in self.after.columns(key).items():
            if name not in known:
                why = f"add column {column.table}.{column.name}"
                yield Statement(f"ALTER TABLE {quote(self.before.tables[key].table)} ADD COLUMN {column.sql}", why)

    def _rebuild(self, key: str) -> Iterator[Statement]:
        table = self.before.tables[key].table
        new = NEW + table
        targets, sources = self._copy(key)
        saved = [column for column in self.storable(key) if fold(column.name or "") not in self.before.columns(key)]
        source = quote(table)
        if self.back and saved:
            link = self.link(key)
            values = ", ".join(f"{self._stand_in(key, column)} AS {quote(column.name or '')}" for column in saved)
            keys = ", ".join(f"{source}.{quote(name)} AS {quote('key_' + name)}" for name in link)
            temp = quote(DROPPED + key)
            yield Statement(
                f"CREATE TEMP TABLE IF NOT EXISTS {temp} AS SELECT {keys}, {values} FROM {source} WHERE 0",
                f"values of {table}'s dropped columns: a rollback puts them here from its backup",
            )
            on = " AND ".join(f"{source}.{quote(name)} IS temp.{temp}.{quote('key_' + name)}" for name in link)
            source = f"{source} LEFT JOIN temp.{temp} ON {on}"
            for column in saved:
                name = quote(column.name or "")
                targets.append(name)
                stored = f"temp.{temp}.{name}"
                if column.facts["not_null"]:
                    stored = f"coalesce({stored}, {self._stand_in(key, column)})"
                sources.append(stored)
        yield Statement(create_table(self.after, key, new), f"rebuild table {table}")
        columns = ", ".join(targets)
        yield Statement(f"INSERT INTO {quote(new)} ({columns})\nSELECT {', '.join(sources)}\nFROM {source}")
        if _autoincrement(self.before, key) and _autoincrement(self.after, key):
            old_name, new_name = _text(table), _text(new)
            yield Statement(
                f"DELETE FROM sqlite_sequence WHERE name = {new_name}", "the next number stays the next number"
            )
            yield Statement(
                "INSERT INTO sqlite_sequence (name, seq) "
                f"SELECT {new_name}, seq FROM sqlite_sequence WHERE name = {old_name}"
            )
        yield Statement(f"DROP TABLE {quote(table)}")
        yield Statement(f"ALTER TABLE {quote(new)} RENAME TO {quote(table)}")
        if self.back and saved:
            yield Statement(f"DROP TABLE temp.{quote(DROPPED + key)}")

    def _copy(self, key: str) -> tuple[list[str], list[str]]:
        """Columns of the new table and the expression that each takes from the old one."""
        table = quote(self.before.tables[key].table)
        targets: list[str] = []
        sources: list[str] = []
        old = self.before.columns(key)
        for column in self.storable(key):
            name = fold(column.name or "")
            fill = self.fills.get((key, name))
            if name in old:
                value = f"{table}.{quote(column.name or '')}"
                if fill:
                    value = f"CASE WHEN {fill.where or f'{value} IS NULL'} THEN ({fill.expression}) ELSE {value} END"
            elif fill:
                value = f"({fill.expression})"
            else:
                continue
            targets.append(quote(column.name or ""))
            sources.append(value)
        rowid = self._rowid(key)
        # a rowid is what FTS tables and old programs may point at: it is kept
        alias = rowid_column(self.after, key)
        if rowid and not (alias and alias in map(_plain, map(fold, targets))):
            targets.insert(0, rowid)
            sources.insert(0, f"{table}.{rowid}")
        if not targets:
            raise MigrationError(f"table {key} would keep none of its columns: drop it and make it anew instead")
        return targets, sources

    def _rowid(self, key: str) -> str | None:
        if not (has_rowid(self.before, key) and has_rowid(self.after, key)):
            return None
        taken = {*self.before.columns(key), *self.after.columns(key)}
        return next((name for name in ("rowid", "_rowid_", "oid") if name not in taken), None)

    def link(self, key: str) -> list[str]:
        """The columns by which a row is known again: a key that both sides hold, else the rowid."""
        keys = [key_columns(side, key) for side in (self.before, self.after)]
        stored = [
            {name for name, column in side.columns(key).items() if not _is_generated(column)}
            for side in (self.before, self.after)
        ]
        rowid = self._rowid(key)
        if keys[0] != keys[1] and rowid and rowid_column(self.before, key) == rowid_column(self.after, key):
            return [rowid]
        for names in keys:  # either side's key tells every row apart
            if names and all(name in side for name in names for side in stored):
                return names
        return [rowid] if rowid else sorted(stored[0] & stored[1])

    def _stand_in(self, key: str, column: Entry) -> str:
        """A value for a dropped column that must not be NULL, where no backup is at hand: its default, or one that no
        other row has."""
        if not column.facts["not_null"]:
            return "NULL"
        unique = self._is_unique(key, fold(column.name or ""))
        if column.facts["default"] is not None and not unique:
            return f"({column.facts['default']})"
        rowid = self._rowid(key)
        number = f"-{quote(self.before.tables[key].table)}.{rowid}" if unique and rowid else "0"
        if affinity(str(column.facts["type"])) in ("INTEGER", "REAL", "NUMERIC"):
            return number
        return f"CAST({number} AS TEXT)" if unique else "''"

    def _is_unique(self, key: str, name: str) -> bool:
        for entry in self.after.of(key, "unique", PRIMARY_KEY, INDEX):
            columns = entry.facts["columns"]
            if (
                entry.facts.get("unique", True)
                and isinstance(columns, tuple)
                and [_plain(c) for c in columns] == [name]
            ):
                return True
        return False


def create_table(catalog: Catalog, key: str, name: str | None = None) -> str:
    """The CREATE TABLE of one table, from its entries; under another name when one is given."""
    entries = catalog.of(key)
    table = catalog.tables[key]
    primary = next((e for e in entries if e.kind == PRIMARY_KEY), None)
    inline = _inline_key(catalog, key, primary)
    lines: list[str] = []
    for column in catalog.of(key, COLUMN):
        lines.append(column.sql + (inline if inline and fold(column.name or "") == _key_column(primary) else ""))
    lines += [e.sql for e in entries if e.kind in CONSTRAINTS and not (inline and e is primary)]
    options = [
        word for word, on in (("STRICT", table.facts["strict"]), ("WITHOUT ROWID", table.facts["without_rowid"])) if on
    ]
    body = ",\n  ".join(lines)
    return f"CREATE TABLE {quote(name or table.table)} (\n  {body}\n)" + (f" {', '.join(options)}" if options else "")


def _key_column(primary: Entry | None) -> str:
    columns = primary.facts["columns"] if primary else ()
    return _plain(columns[0]) if isinstance(columns, tuple) and columns else ""


def _inline_key(catalog: Catalog, key: str, primary: Entry | None) -> str:
    """A key that must stand in its column's definition: only there does DESC keep an INTEGER from being the rowid."""
    if primary is None or len(primary.facts["columns"]) != 1:  # type: ignore[arg-type]
        return ""
    column = catalog.columns(key).get(_key_column(primary))
    descending = str(primary.facts["columns"][0]).endswith(" DESC")  # type: ignore[index]
    if column is None or column.facts["type"] != "INTEGER" or not descending:
        return ""
    conflict = primary.facts["on_conflict"]
    return " PRIMARY KEY DESC" + (f" ON CONFLICT {conflict}" if conflict else "")


def _can_be_added(column: Entry) -> bool:
    """ALTER TABLE ADD COLUMN takes it (sqlite.org/lang_altertable.html, section 4)."""
    facts = column.facts
    if facts["generated"] is not None:
        return not facts["stored"]
    if facts["default"] is None:
        return not facts["not_null"]
    constant = re.fullmatch(r"-?[\d.]+|'(?:[^']|'')*'", str(facts["default"])) is not None
    return constant and "DEFAULT (" not in column.sql


def has_rowid(catalog: Catalog, key: str) -> bool:
    """True for a table whose rows have a rowid."""
    return not catalog.tables[key].facts["without_rowid"]


def key_columns(catalog: Catalog, key: str) -> list[str]:
    """The folded columns of a table's primary key; [] when it has none."""
    for primary in catalog.of(key, PRIMARY_KEY):
        terms = primary.facts["columns"]
        return [_plain(term) for term in terms] if isinstance(terms, tuple) else []
    return []


def rowid_column(catalog: Catalog, key: str) -> str | None:
    """The column that is the rowid under another name; None when the rowid stands alone."""
    names = key_columns(catalog, key)
    primary = next(iter(catalog.of(key, PRIMARY_KEY)), None)
    column = catalog.columns(key).get(names[0]) if len(names) == 1 else None
    if primary is None or column is None or not has_rowid(catalog, key) or column.facts["type"] != "INTEGER":
        return None
    terms = primary.facts["columns"]
    return names[0] if isinstance(terms, tuple) and not terms[0].endswith(" DESC") else None


def _autoincrement(catalog: Catalog, key: str) -> bool:
    return any(entry.facts["autoincrement"] for entry in catalog.of(key, PRIMARY_KEY))


def _create_index_op(index: Entry) -> str | None:
    """The Alembic operation, where it says exactly what the statement says."""
    columns = index.facts["columns"]
    assert isinstance(columns, tuple)
    if index.facts["predicate"] is not None or not all(re.fullmatch(r"[a-z_][a-z0-9_]*", term) for term in columns):
        return None
    return f"op.create_index({index.name!r}, {index.table!r}, {list(columns)!r}, unique={index.facts['unique']!r})"


def _stated(entries: Iterable[Entry]) -> list[str]:
    return sorted(repr((e.kind, fold(e.name or ""), sorted(e.facts.items()))) for e in entries)


def _plain(term: str) -> str:
    """The column of an indexed term: ``"order" DESC`` -> ``order``."""
    return re.sub(r"( COLLATE \S+)?( DESC)?$", "", term).strip('"').replace('""', '"')


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
