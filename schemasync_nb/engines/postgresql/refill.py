"""What brings back from a backup what an upgrade took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from schemasync_nb.catalog import TRIGGER, Catalog, Entry
from schemasync_nb.engines.engine import Overwritten
from schemasync_nb.engines.postgresql.casts import TEXTS, Types, converted, parsed
from schemasync_nb.engines.postgresql.misfits import misfit
from schemasync_nb.engines.postgresql.names import quote, quote_table
from schemasync_nb.engines.postgresql.values import (
    AT_ONCE,
    DROPPED,
    Link,
    create_saved,
    link,
    lost_columns,
    saved_name,
    storable,
)
from schemasync_nb.engines.postgresql.views import silenced

REPLACED = "_schemasync_replaced_"
VALUE, FILLED = "_value", "_filled"


@dataclass(frozen=True)
class TempTable:
    """A temporary table to make in the target, and the query on the restored backup whose rows are copied into it."""

    name: str
    create_sql: str
    select_sql: str


@dataclass(frozen=True)
class Refill:
    """What is made before a downgrade runs, and the statements that run after it."""

    tables: tuple[TempTable, ...]
    last: tuple[str, ...]


def refill(before: Catalog, after: Catalog, overwritten: Iterable[Overwritten] = ()) -> Refill:
    """Pure: tells what a rollback copies from its backup.

    before, after  the catalogs on the two sides of the upgrade
    overwritten    where a backfill set values: they go back where nobody changed them since
    """
    replaced = [*_computed(before, after), *_filled(before, after, overwritten)]
    lost = [found for key in before.tables if (found := _lost(before, after, key, _now(replaced, key))) is not None]
    # one after the other: those before have put their values back when the next one looks for its rows
    replaced = [
        replace(each, number=number, now=_now(replaced[number:], each.column.table))
        for number, each in enumerate(replaced)
    ]
    last = [sql for each in replaced for sql in each.statements(before)]
    return Refill((*lost, *(each.table for each in replaced)), tuple([AT_ONCE.sql, *last] if last else ()))


def _lost(before: Catalog, after: Catalog, key: str, now: Mapping[str, str]) -> TempTable | None:
    name = saved_name(DROPPED, key)
    if key not in after.tables:
        heirs = before.tables[key].facts["partition_by"] is not None  # child tables' rows are their own
        return _temp_table(key, name, Link((), is_key=True), {}, storable(before, key), "" if heirs else "ONLY ")
    columns = lost_columns(after, before, key)
    rows = link(after, before, key)
    return _temp_table(key, name, rows, now, columns) if columns and rows.columns else None


def _temp_table(
    table: str, name: str, rows: Link, now: Mapping[str, str], columns: Sequence[Entry], only: str = ""
) -> TempTable:
    names = [column.name or "" for column in columns]
    values = [*rows.values(now), *(f"{quote(each)}::text AS {quote(each)}" for each in names)]
    select = f"SELECT {', '.join(values)} FROM {only}{quote_table(table)}"
    return TempTable(name, create_saved(name, [*rows.saved, *names]), select)


@dataclass(frozen=True)
class _Replaced:
    """Values of a column that an upgrade replaced by others, with what it replaced them by.

    now  column -> the text that its rows have there when these values go back
    """

    column: Entry
    rows: Link
    filled: str
    where: str
    number: int = 0
    now: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return saved_name(f"{REPLACED}{self.number}_", self.column.table)

    @property
    def table(self) -> TempTable:
        name = quote(self.column.name or "")
        values = [*self.rows.values(self.now), f"{name}::text AS {VALUE}", f"({self.filled})::text AS {FILLED}"]
        where = f" WHERE {self.where}" if self.where else ""
        select = f"SELECT {', '.join(values)} FROM {quote_table(self.column.table)}{where}"
        return TempTable(self.name, create_saved(self.name, [*self.rows.saved, VALUE, FILLED]), select)

    def statements(self, before: Catalog) -> Iterator[str]:
        """The values go back where nobody changed them since; the table's own triggers stay out of it."""
        name = quote(self.column.name or "")
        triggers = [e for e in before.carried if e.kind == TRIGGER and e.table == self.column.table]
        quiet = [silenced(trigger) for trigger in triggers]
        yield from (statement.sql for off, _ in quiet for statement in off)
        update = self.rows.update(self.column.table, self.name, f"{name} = saved.{VALUE}::{self.column.facts['type']}")
        yield f"{update} AND new.{name}::text IS NOT DISTINCT FROM saved.{FILLED}"
        yield from (statement.sql for _, on in quiet for statement in on)
        yield f"DROP TABLE pg_temp.{quote(self.name)}"


def _rows(before: Catalog, after: Catalog, table: str) -> Link:
    """How rows are found once the downgrade has run: it has brought back what was dropped."""
    rows = link(after, before, table)
    every = tuple(column.name or "" for column in storable(before, table))
    return rows if rows.is_key or not rows.columns else replace(rows, columns=every)


def _now(replaced: Iterable[_Replaced], table: str) -> dict[str, str]:
    """Column -> its text where all of these have replaced it and none has gone back."""
    whens: dict[str, list[str]] = defaultdict(list)
    for each in replaced:
        if each.column.table == table:
            whens[each.column.name or ""].append(f"WHEN {each.where or 'true'} THEN ({each.filled})::text")
    return {name: f"CASE {' '.join(when)} ELSE {quote(name)}::text END" for name, when in whens.items()}


def _computed(before: Catalog, after: Catalog) -> Iterator[_Replaced]:
    """Columns that became generated, or whose text another type spells anew: what they held is in the backup only."""
    olds, news = Types.of(before), Types.of(after)
    for key in before.tables:
        if key not in after.tables or not (rows := _rows(before, after, key)).columns:
            continue
        for column in storable(before, key):
            twin = after.columns(key).get(column.name or "")
            if twin is None or (rows.is_key and column.name in rows.columns):
                continue
            types = str(column.facts["type"]), str(twin.facts["type"])
            if twin.facts["generated"] is not None:
                there = converted(str(twin.facts["generated"]), types[1], types[0], news, olds)
                yield _Replaced(column, rows, there or str(twin.facts["generated"]), "")
            elif parsed(types[0]).base in (*TEXTS, "json") and parsed(types[1]).base not in TEXTS:
                yield from _respelled(before, after, column, twin, rows)


def _respelled(before: Catalog, after: Catalog, old: Entry, new: Entry, rows: Link) -> Iterator[_Replaced]:
    """What a text becomes on its way to another type and back, where that is not what it was."""
    olds, news = Types.of(before), Types.of(after)
    name, types = quote(old.name or ""), (str(old.facts["type"]), str(new.facts["type"]))
    if parsed(types[1]).base in news.known:  # the backup need not know the type; and labels are spelled as they are
        return
    there = f"({converted(name, *types, olds, news) or name})::{types[1]}"
    back = f"({converted(there, types[1], types[0], news, olds) or there})::text"
    unfit = misfit(old, new, before, after) or "false"
    yield _Replaced(old, rows, back, f"CASE WHEN {unfit} THEN false ELSE {back} <> {name}::text END")


def _filled(before: Catalog, after: Catalog, overwritten: Iterable[Overwritten]) -> Iterator[_Replaced]:
    olds, news = Types.of(before), Types.of(after)
    for key, column, expression, where in overwritten:
        if not where or key not in before.tables or key not in after.tables:
            continue
        old, new = before.columns(key).get(column), after.columns(key).get(column)
        rows = _rows(before, after, key)
        if old is None or new is None or not rows.columns:
            continue
        types = str(new.facts["type"]), str(old.facts["type"])
        there = f"({expression})::{types[1]}" if types[0] == types[1] else expression
        if types[0] != types[1] and not (news.labels(parsed(types[0])) or news.domain(parsed(types[0]))):
            value = f"({expression})::{types[0]}"
            there = converted(value, types[0], types[1], news, olds) or f"{value}::{types[1]}"
        yield _Replaced(old, rows, there, where)
