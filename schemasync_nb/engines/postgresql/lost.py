"""What a migration lost: the values of two databases compared, row for row, by checksums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import URL, Connection
from sqlalchemy.exc import DBAPIError

from schemasync_nb.catalog import PRIMARY_KEY, Catalog, Entry
from schemasync_nb.database import ask as execute
from schemasync_nb.database import explained, failing_alone, open_database
from schemasync_nb.engines.engine import Overwritten, Renaming
from schemasync_nb.engines.postgresql.casts import Type, Types, converted, parsed
from schemasync_nb.engines.postgresql.misfits import misfit
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table
from schemasync_nb.engines.postgresql.read import read
from schemasync_nb.engines.postgresql.session import ask, pinned
from schemasync_nb.report import count

RENAMED_LABEL = "a label that was renamed"


def lost_values(
    after: URL, before: URL, renamings: Sequence[Renaming] = (), filled: Sequence[Overwritten] = ()
) -> list[str]:
    """What a migration lost: every table and column that exists before and after must keep its values, row for row.

    Rows are known by their primary key. A value that was converted to another type is kept when the conversion gives
    what is there now, and loses nothing; a column that a decision filled is not compared. Returns a line for each loss.
    """
    with _reading(before) as was, _reading(after) as now:
        old, new = read(was), read(now)
        sides = _Sides(was, now, old, new, Types.of(old), Types.of(new))
        lost: list[str] = []
        for table in sides.old.tables:
            to = next((r.to for r in renamings if r.column is None and r.table == table), table)
            if to in sides.new.tables:
                renamed = {r.column: r.to for r in renamings if r.column and r.table == table}
                skipped = {column for of, column, *_ in filled if of == to}
                lost += _of_table(sides, _pairs(sides, table, to, renamed, skipped))
        return lost


@contextmanager
def _reading(url: URL) -> Iterator[Connection]:
    with open_database(url).reading() as connection:
        pinned(connection)
        execute(connection, "SET LOCAL statement_timeout = 0")
        execute(connection, "SET LOCAL row_security = off")
        yield connection


@dataclass(frozen=True)
class _Sides:
    was: Connection
    now: Connection
    old: Catalog
    new: Catalog
    olds: Types
    news: Types


@dataclass(frozen=True)
class _Pair:
    """A column on both sides, with expressions whose texts are equal where its values were kept."""

    old: Entry
    new: Entry
    was: str
    now: str


@dataclass(frozen=True)
class _Table:
    """A table on both sides.

    key  positions of the columns by which a row is known again; () where there is no such key
    """

    shown: str
    was: str
    now: str
    pairs: tuple[_Pair, ...]
    key: tuple[int, ...]


def _pairs(sides: _Sides, table: str, to: str, renamed: dict[str, str], skipped: set[str]) -> _Table:
    twins = sides.new.columns(to)
    pairs: list[_Pair] = []
    for name, column in sides.old.columns(table).items():
        twin = twins.get(renamed.get(name, name))
        if twin is not None and twin.facts["generated"] is None and twin.name not in skipped:
            pairs.append(_pair(sides, column, twin))
    names = [pair.old.name for pair in pairs]
    keys = [entry.facts["columns"] for entry in sides.old.of(table, PRIMARY_KEY)]
    key = keys[0] if keys and isinstance(keys[0], tuple) and set(keys[0]) <= set(names) else ()
    return _Table(
        table,
        _source(sides.old.tables[table]),
        _source(sides.new.tables[to]),
        tuple(pairs),
        tuple(names.index(name) for name in key),
    )


def _source(table: Entry) -> str:
    """The rows of a table itself: with those of its partitions, without those of what inherits from it."""
    only = "" if table.facts["partition_by"] else "ONLY "
    return f"{only}{quote_table(table.table)}"


def _pair(sides: _Sides, old: Entry, new: Entry) -> _Pair:
    was, now = quote(old.name or ""), quote(new.name or "")
    old_type = sides.olds.stored(parsed(str(old.facts["type"])))
    new_type = sides.news.stored(parsed(str(new.facts["type"])))
    before, after = _labels(sides.olds, old_type), _labels(sides.news, new_type)
    if before is not None or after is not None:  # an enum is compared by its labels: the new type is not there before
        gone = [label for label in before or () if label not in (after or before or ())]
        come = [label for label in after or () if label not in (before or after or ())]
        if gone and come:
            return _Pair(old, new, _folded(was, old_type, gone), _folded(now, new_type, come))
        return _Pair(old, new, f"{was}::text", f"{now}::text")
    if old_type.text != new_type.text:
        was = converted(was, old_type.text, new_type.text, sides.olds, sides.news) or f"{was}::{new_type.text}"
    return _Pair(old, new, was, now)


def _labels(types: Types, type_: Type) -> tuple[str, ...] | None:
    return types.labels(type_.element if type_.array else type_)


def _folded(value: str, type_: Type, labels: Sequence[str]) -> str:
    """The value with one word for all these labels: which of them became which is not known here."""
    if not type_.array:
        listed = ", ".join(map(literal, labels))
        return f"CASE WHEN {value}::text IN ({listed}) THEN {literal(RENAMED_LABEL)} ELSE {value}::text END"
    folded = f"{value}::text[]"
    for label in labels:
        folded = f"array_replace({folded}, {literal(label)}, {literal(RENAMED_LABEL)})"
    return f"{folded}::text"


def _of_table(sides: _Sides, table: _Table) -> list[str]:
    try:
        return _compared(sides, table)
    except DBAPIError:  # a type that was not there before, or a value that its cast refuses
        pass
    try:
        return _compared(sides, replace(table, pairs=tuple(map(_as_text, table.pairs))))
    except DBAPIError as error:
        return [f"table {table.shown}: its values cannot be compared: {explained(error)}"]


def _as_text(pair: _Pair) -> _Pair:
    if pair.old.facts["type"] == pair.new.facts["type"]:
        return pair
    return replace(pair, was=f"{quote(pair.old.name or '')}::text", now=f"{quote(pair.new.name or '')}::text")


def _compared(sides: _Sides, table: _Table) -> list[str]:
    was, now = _sums(sides, table, [range(len(table.pairs))])
    lost = [line for pair in table.pairs if (line := _unfit(sides, table, pair))]
    if was[0] != now[0]:
        return [f"table {table.shown} has {count(now[0], 'row')}, {was[0]} before"]
    if was == now:
        return lost
    alone = [[*(at for at in table.key if at != each), each] for each in range(len(table.pairs))]
    was, now = _sums(sides, table, alone)
    differing = [at for at in range(len(alone)) if was[1 + at] != now[1 + at]]
    for at in differing:
        number = _differing(sides, table, alone[at])
        lost.append(f"column {table.shown}.{table.pairs[at].old.name}: {count(number, 'value')} changed")
    return lost if differing else [*lost, f"table {table.shown}: values are no longer in the rows they were in"]


def _unfit(sides: _Sides, table: _Table, pair: _Pair) -> str:
    """What a conversion loses by itself, as narrowing does; "" when it loses nothing."""
    if pair.old.facts["type"] == pair.new.facts["type"]:
        return ""
    condition = misfit(pair.old, pair.new, sides.old, sides.new)
    if condition is None:
        return ""
    with failing_alone(sides.was):
        ((number,),) = ask(sides.was, f"SELECT count(*) FROM {table.was} WHERE {condition}")
    return f"column {table.shown}.{pair.old.name}: its new type does not fit {count(number, 'value')}" if number else ""


def _sums(sides: _Sides, table: _Table, wanted: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """Before and after: the number of rows, and a checksum for each set of columns; the order of rows is nothing."""
    found = []
    for connection, source, expressions in _queries(sides, table):
        rows = (_hash([expressions[at] for at in columns]) for columns in wanted)
        sums = "".join(f", pg_catalog.sum({row}::numeric)" for row in rows)
        with failing_alone(connection):
            (row,) = ask(connection, f"SELECT count(*){sums} FROM {source}")
        found.append([int(each or 0) for each in row])
    return found[0], found[1]


def _differing(sides: _Sides, table: _Table, columns: Sequence[int]) -> int:
    """How many rows before have no row after with the same values in these columns."""
    with ExitStack() as stack:
        was, now = (
            stack.enter_context(_sorted(connection, _hash([expressions[at] for at in columns]), source))
            for connection, source, expressions in _queries(sides, table)
        )
        count, there = 0, next(now, None)
        for each in was:
            while there is not None and there < each:
                there = next(now, None)
            if there == each:
                there = next(now, None)
            else:
                count += 1
        return count


@contextmanager
def _sorted(connection: Connection, value: str, source: str) -> Iterator[Iterator[int]]:
    streamed = {"no_parameters": True, "stream_results": True, "yield_per": 10_000}
    query = f"SELECT {value} FROM {source} ORDER BY 1"
    with connection.exec_driver_sql(query, execution_options=streamed) as result:
        yield iter(result.scalars())


def _queries(sides: _Sides, table: _Table) -> Iterator[tuple[Connection, str, list[str]]]:
    yield sides.was, table.was, [pair.was for pair in table.pairs]
    yield sides.now, table.now, [pair.now for pair in table.pairs]


def _hash(values: Sequence[str]) -> str:
    return f"pg_catalog.hashtextextended(ROW({', '.join(values)})::text, 0)"
