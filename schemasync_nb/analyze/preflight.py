"""The questions that are put to the data before a change goes in: how many rows are in its way, and which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from schemasync_nb.analyze.plan import Finding
from schemasync_nb.catalog import CHECK, COLUMN, FOREIGN_KEY, INDEX, PRIMARY_KEY, TABLE, UNIQUE, Catalog, Entry
from schemasync_nb.database import explained
from schemasync_nb.detect.drift import ADD, RENAME, Change
from schemasync_nb.engines.engine import Engine

SAMPLE = 10


@dataclass(frozen=True)
class Obstacle:
    """A condition that holds for the rows that are in the way of a change.

    problem  what is wrong with them; {rows} stands for their number
    where    SQL over the table's row
    column   the one column whose value a backfill would set; None where it is not one column
    repeats  they have what must be unique in common: one value for all of them would not help
    """

    problem: str
    where: str
    column: str | None
    repeats: bool = False


def preflight(change: Change, database: Catalog, engine: Engine, connection: Connection) -> tuple[Finding, ...]:
    """What the data says to a change; empty when nothing is in its way. Only reads."""
    return tuple(
        finding
        for obstacle in obstacles(change, database, engine)
        if (finding := _ask(change, obstacle, engine, connection)) is not None
    )


def backfill_faults(
    change: Change, backfill: str, database: Catalog, engine: Engine, connection: Connection
) -> tuple[Finding, ...]:
    """What is wrong with a backfill itself: it cannot be evaluated, or it gives NULL where NULL is not allowed."""
    assert change.new is not None
    found: list[Finding] = []
    for obstacle in obstacles(change, database, engine):
        if obstacle.column is None:
            continue
        again = f"({obstacle.where}) AND ({backfill}) IS NULL"
        answer = _ask(change, Obstacle("{rows} for which the backfill gives NULL", again, None), engine, connection)
        if answer is not None and (answer.count == 0 or (change.kind == COLUMN and change.new.facts["not_null"])):
            found.append(answer)
    return tuple(found)


def obstacles(change: Change, database: Catalog, engine: Engine) -> list[Obstacle]:
    """The conditions to ask the data for, before a change."""
    if change.new is None or change.action == RENAME or (change.action == ADD and change.kind == TABLE):
        return []
    return list(_Obstacles(change, database, engine).all())


class _Obstacles:
    def __init__(self, change: Change, database: Catalog, engine: Engine) -> None:
        assert change.new is not None
        self.change = change
        self.new: Entry = change.new
        self.database = database
        self.engine = engine
        self.differing = {name for name, _, _ in change.attributes}

    def all(self) -> Iterator[Obstacle]:
        kind = self.change.kind
        if kind == COLUMN:
            yield from self._column()
        elif kind == TABLE and "strict" in self.differing:
            for column in self.database.of(self.change.table, COLUMN):
                if condition := self.engine.table_misfit(self.new, column):
                    yield Obstacle(f"{{rows}} whose {column.name} would not be kept as it is", condition, column.name)
        elif kind in (UNIQUE, PRIMARY_KEY) or (kind == INDEX and self.new.facts["unique"]):
            yield from self._unique()
        elif kind == FOREIGN_KEY and (
            self.change.action == ADD or self.differing & {"columns", "parent", "parent_columns"}
        ):
            yield from self._orphans()
        elif kind == CHECK and self._has(*(column for _, column in self.new.uses)):
            yield Obstacle("{rows} violating it", f"NOT ({self.new.facts['expression']})", self._only_column())

    def _has(self, *columns: str) -> bool:
        return all(self.database.key(column) in self.database.columns(self.change.table) for column in columns)

    def _only_column(self) -> str | None:
        columns = {column for table, column in self.new.uses if table == self.database.key(self.change.table)}
        return next(iter(columns)) if len(columns) == 1 else None

    def _column(self) -> Iterator[Obstacle]:
        facts = self.new.facts
        name = self.engine.quote(self.new.name or "")
        if self.change.action == ADD:
            if facts["not_null"] and facts["default"] is None and facts.get("generated") is None:
                yield Obstacle("{rows} without a value", "1=1", self.new.name)
            return
        old = self.change.old
        assert old is not None
        if "not_null" in self.differing and facts["not_null"]:
            yield Obstacle("{rows} with NULL", f"{name} IS NULL", self.new.name)
        if "type" in self.differing and (condition := self.engine.misfit(old, self.new)):
            yield Obstacle(f"{{rows}} with a value that does not fit {facts['type']}", condition, self.new.name)
        if "collation" in self.differing:  # a unique key compares by its column's collation
            for entry in self.database.of(self.change.table, UNIQUE, PRIMARY_KEY, INDEX):
                if name in _terms(entry) and entry.facts.get("unique", True):
                    collated = f"{name} COLLATE {facts['collation'] or 'BINARY'}"
                    terms = [collated if term == name else term for term in _terms(entry)]
                    yield self._repeated(terms, entry.facts.get("predicate"))

    def _unique(self) -> Iterator[Obstacle]:
        if not self._has(*(column for _, column in self.new.uses)):
            return
        terms = _terms(self.new)
        if self.change.kind == PRIMARY_KEY:
            missing = " OR ".join(f"({term}) IS NULL" for term in terms)
            yield Obstacle("{rows} with NULL in the key", missing, None)
        yield self._repeated(terms, self.new.facts.get("predicate"))

    def _repeated(self, terms: Sequence[str], predicate: object) -> Obstacle:
        table, key = self.engine.quote(self.change.table), self.engine.row_key(self.database, self.change.table)
        present = " AND ".join(f"({term}) IS NOT NULL" for term in terms)
        among = f"{present} AND ({predicate})" if predicate else present
        first = f"SELECT min({key}) FROM {table} WHERE {among} GROUP BY {', '.join(terms)}"
        return Obstacle(
            "{rows} repeating an earlier one", f"{among} AND {key} NOT IN ({first})", self._only_column(), repeats=True
        )

    def _orphans(self) -> Iterator[Obstacle]:
        facts = self.new.facts
        own, parents = facts["columns"], facts["parent_columns"]
        assert isinstance(own, tuple) and isinstance(parents, tuple)
        if not self._has(*own):
            return
        quote = self.engine.quote
        table, parent = quote(self.change.table), quote(str(facts["parent"]))
        present = " AND ".join(f"{quote(name)} IS NOT NULL" for name in own)
        known = self.database.columns(str(facts["parent"]))
        column = own[0] if len(own) == 1 else None
        if not parents or not all(name in known for name in parents):
            yield Obstacle(f"{{rows}} pointing to {facts['parent']}, which is not there yet", present, column)
            return
        link = " AND ".join(
            f"parent.{quote(theirs)} = {table}.{quote(ours)}" for ours, theirs in zip(own, parents, strict=True)
        )
        yield Obstacle(
            f"{{rows}} with no row in {facts['parent']}",
            f"{present} AND NOT EXISTS (SELECT 1 FROM {parent} AS parent WHERE {link})",
            column,
        )


def _terms(entry: Entry) -> list[str]:
    """What a key or index lists, its order aside."""
    columns = entry.facts["columns"]
    return [term.removesuffix(" DESC") for term in columns] if isinstance(columns, tuple) else []


def _ask(change: Change, obstacle: Obstacle, engine: Engine, connection: Connection) -> Finding | None:
    table = engine.quote(change.old.table if change.old else change.table)
    query = f"SELECT * FROM {table} WHERE {obstacle.where}"
    try:
        count = connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE {obstacle.where}").scalar_one()
        if not count:
            return None
        rows = connection.exec_driver_sql(f"{query} LIMIT {SAMPLE}").mappings().all()
    except SQLAlchemyError as error:
        return Finding(change.id, f"the data cannot be asked: {explained(error)}", 0, (), query)
    return Finding(
        change.id,
        obstacle.problem.format(rows=f"{count:,} row{'' if count == 1 else 's'}"),
        count,
        tuple(dict(row) for row in rows),
        query,
    )
