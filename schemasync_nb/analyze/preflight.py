"""The questions that are put to the data before a change goes in: how many rows are in its way, and which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from schemasync_nb.analyze.plan import Finding
from schemasync_nb.catalog import (
    CHECK,
    COLUMN,
    ENUM,
    EXCLUDE,
    FOREIGN_KEY,
    INDEX,
    PRIMARY_KEY,
    TABLE,
    UNIQUE,
    Entry,
)
from schemasync_nb.database import ask, explained, failing_alone
from schemasync_nb.detect.drift import ADD, RENAME, Change, Drift
from schemasync_nb.detect.hazards import labels, needs_value
from schemasync_nb.engines.engine import Engine
from schemasync_nb.report import count

SAMPLE = 10


@dataclass(frozen=True)
class Obstacle:
    """A condition that holds for the rows that are in the way of a change.

    problem  what is wrong with them; {rows} stands for their number
    where    SQL over the table's row
    column   the one column whose value a backfill would set; None where it is not one column
    repeats  they have what must be unique in common: one value for all of them would not help
    table    whose rows they are, where it is not the table of the change
    """

    problem: str
    where: str
    column: str | None
    repeats: bool = False
    table: str | None = None


def preflight(change: Change, drift: Drift, engine: Engine, connection: Connection) -> tuple[Finding, ...]:
    """What the data says to a change; empty when nothing is in its way. Only reads."""
    return tuple(
        finding
        for obstacle in obstacles(change, drift, engine)
        if (finding := _ask(change, obstacle, engine, connection)) is not None
    )


def backfill_faults(
    change: Change, backfill: str, drift: Drift, engine: Engine, connection: Connection
) -> tuple[Finding, ...]:
    """What is wrong with a backfill itself: it cannot be evaluated, gives NULL where NULL is not allowed, points to no
    row, repeats what must be unique, or breaks a CHECK."""
    assert change.new is not None
    found: list[Finding] = []
    for obstacle in obstacles(change, drift, engine):
        if obstacle.column is None:
            continue
        again = f"({obstacle.where}) AND ({backfill}) IS NULL"
        question = Obstacle("{rows} for which the backfill gives NULL", again, None, table=obstacle.table)
        answer = _ask(change, question, engine, connection)
        if answer is not None and (answer.count == 0 or (change.kind == COLUMN and change.new.facts["not_null"])):
            found.append(answer)
        elif change.kind == COLUMN:
            questions = (
                *_astray(obstacle, backfill, change, drift, engine),
                *_alike(obstacle, backfill, change, drift, engine),
                *_forbidden(obstacle, backfill, change, drift, engine),
            )
            asked = (_look(change, problem, source, connection) for problem, source in questions)
            found += [finding for finding in asked if finding is not None and finding.count]
    return tuple(found)


def _astray(
    obstacle: Obstacle, backfill: str, change: Change, drift: Drift, engine: Engine
) -> Iterator[tuple[str, str]]:
    """Filled values that no parent has."""
    table = engine.quote_table(change.old.table if change.old else change.table)
    for key in drift.models.of(change.table, FOREIGN_KEY):
        parent, theirs = str(key.facts["parent"]), key.facts["parent_columns"]
        if key.facts["columns"] != (obstacle.column,) or not isinstance(theirs, tuple):
            continue
        if theirs and drift.database.key(theirs[0]) in drift.database.columns(parent):
            known = (
                f"SELECT 1 FROM {engine.quote_table(parent)} AS parent WHERE parent.{engine.quote(theirs[0])} = filled"
            )
            values = f"(SELECT ({backfill}) AS filled FROM {table} WHERE {obstacle.where}) AS backfill"
            yield (
                f"{{rows}} for which the backfill points to no row of {parent}",
                f"{values} WHERE filled IS NOT NULL AND NOT EXISTS ({known})",
            )


def _alike(
    obstacle: Obstacle, backfill: str, change: Change, drift: Drift, engine: Engine
) -> Iterator[tuple[str, str]]:
    """Rows that the backfill makes repeat each other in what must be unique."""
    own = engine.quote(obstacle.column or "")
    table = engine.quote_table(change.old.table if change.old else change.table)
    known = {engine.quote(column.name or "") for column in drift.database.of(change.table, COLUMN)}
    filled = f"CASE WHEN {obstacle.where} THEN ({backfill}) ELSE {own} END" if own in known else f"({backfill})"
    for key in drift.models.of(change.table, UNIQUE, PRIMARY_KEY, INDEX):
        terms = engine.terms(key)
        whole = own in terms and known.issuperset(set(terms) - {own}) and key.facts.get("predicate") is None
        if whole and key.facts.get("unique", True):
            names = [f"term_{number}" for number in range(len(terms))]  # a bare number to group by would be a position
            filling = zip(terms, names, strict=True)
            values = ", ".join(f"{filled if term == own else term} AS {name}" for term, name in filling)
            listed, present = ", ".join(names), " AND ".join(f"{name} IS NOT NULL" for name in names)
            yield (
                f"{{rows}} that the backfill makes repeat one another in ({', '.join(terms)})",
                f"(SELECT {listed}, count(*) AS n FROM (SELECT {values} FROM {table}) AS filled"
                f" WHERE {present} GROUP BY {listed}) AS same WHERE n > 1",
            )


def _forbidden(
    obstacle: Obstacle, backfill: str, change: Change, drift: Drift, engine: Engine
) -> Iterator[tuple[str, str]]:
    """Filled values that a CHECK of the models forbids."""
    here, key = drift.database.columns(change.table), drift.database.key
    own, table = key(obstacle.column or ""), engine.quote_table(change.table)
    for check in drift.models.of(change.table, CHECK):
        used = [name for owner, name in sorted(check.uses) if owner == key(change.table) and name]
        if own not in used or any(name not in here for name in used):
            continue
        names = [engine.quote(here[name].name or "") for name in used]
        values = [f"({backfill})" if name == own else quoted for name, quoted in zip(used, names, strict=True)]
        # behind the column itself, a bare literal takes the column's type
        rows = f"SELECT {', '.join(names)} FROM {table} WHERE 1 = 0 UNION ALL "
        rows += f"SELECT {', '.join(values)} FROM {table} WHERE {obstacle.where}"
        rule = str(check.facts["expression"])
        shown = rule.replace("{", "{{").replace("}", "}}")
        yield f"{{rows}} for which the backfill breaks CHECK ({shown})", f"({rows}) AS filled WHERE NOT ({rule})"


def obstacles(change: Change, drift: Drift, engine: Engine) -> list[Obstacle]:
    """The conditions to ask the data for, before a change."""
    if change.new is None or change.action == RENAME or (change.action == ADD and change.kind == TABLE):
        return []
    return list(_Obstacles(change, drift, engine).all())


class _Obstacles:
    def __init__(self, change: Change, drift: Drift, engine: Engine) -> None:
        assert change.new is not None
        self.change = change
        self.new: Entry = change.new
        self.database, self.models = drift.database, drift.models
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
        elif kind == ENUM and self.change.old is not None:
            yield from self._labels(self.change.old)
        elif kind in (UNIQUE, PRIMARY_KEY) or (kind == INDEX and self.new.facts["unique"]):
            yield from self._unique()
        elif kind == FOREIGN_KEY and (
            self.change.action == ADD or self.differing & {"columns", "parent", "parent_columns", "not_valid", "match"}
        ):
            yield from self._orphans()
            yield from self._half_null()
        elif kind == EXCLUDE:
            yield from self._conflicts()
        elif kind == CHECK and self._has(*self._own_columns()):
            yield Obstacle("{rows} violating it", f"NOT ({self.new.facts['expression']})", self._only_column())

    def _has(self, *columns: str) -> bool:
        return all(self.database.key(column) in self.database.columns(self.change.table) for column in columns)

    def _own_columns(self) -> Iterator[str]:
        """The columns of its table that the new object uses; it may use types too."""
        table = self.database.key(self.change.table)
        return (column for of, column in self.new.uses if of == table and column)

    def _only_column(self) -> str | None:
        columns = set(self._own_columns())
        return next(iter(columns)) if len(columns) == 1 else None

    def _column(self) -> Iterator[Obstacle]:
        facts = self.new.facts
        name = self.engine.quote(self.new.name or "")
        if self.change.action == ADD:
            if needs_value(self.new):
                yield Obstacle("{rows} without a value", "1=1", self.new.name)
            return
        old = self.change.old
        assert old is not None
        if "not_null" in self.differing and facts["not_null"]:
            yield Obstacle("{rows} with NULL", f"{name} IS NULL", self.new.name)
        if "type" in self.differing and (condition := self.engine.misfit(old, self.new, self.database, self.models)):
            yield Obstacle(f"{{rows}} with a value that does not fit {facts['type']}", condition, self.new.name)
        collated = self.engine.collated(self.new)
        if "collation" in self.differing and collated:  # a unique key compares by its column's collation
            for entry in self.database.of(self.change.table, UNIQUE, PRIMARY_KEY, INDEX):
                terms = self.engine.terms(entry)
                if name in terms and entry.facts.get("unique", True):
                    yield self._repeated([collated if term == name else term for term in terms], entry)

    def _labels(self, old: Entry) -> Iterator[Obstacle]:
        """Rows that hold a label which goes, in whichever table."""
        gone = [label for label in labels(old) if label not in labels(self.new)]
        for column in self.database.entries:
            if gone and column.kind == COLUMN and (old.spelled, "") in column.uses:
                condition = self.engine.holds_label(old, column, gone)
                if condition:
                    where = f"{column.table}.{column.name}"
                    problem = f"{{rows}} with {' or '.join(map(repr, gone))} in {where}"
                    yield Obstacle(problem, condition, column.name, table=column.table)

    def _unique(self) -> Iterator[Obstacle]:
        if not self._has(*self._own_columns()):
            return
        terms = self.engine.terms(self.new)
        if self.change.kind == PRIMARY_KEY:
            missing = " OR ".join(f"({term}) IS NULL" for term in terms)
            yield Obstacle("{rows} with NULL in the key", missing, None)
        yield self._repeated(terms, self.new)

    def _repeated(self, terms: Sequence[str], entry: Entry) -> Obstacle:
        predicate = entry.facts.get("predicate")
        table, key = self.engine.quote_table(self.change.table), self.engine.row_key(self.database, self.change.table)
        one_null = entry.facts.get("nulls_not_distinct")
        present = "1=1" if one_null else " AND ".join(f"({term}) IS NOT NULL" for term in terms)
        among = f"{present} AND ({predicate})" if predicate else present
        first = f"SELECT min({key}) FROM {table} WHERE {among} GROUP BY {', '.join(terms)}"
        return Obstacle(
            "{rows} repeating an earlier one", f"{among} AND {key} NOT IN ({first})", self._only_column(), repeats=True
        )

    def _conflicts(self) -> Iterator[Obstacle]:
        """Rows that an EXCLUDE over plain columns keeps apart."""
        definition = str(self.new.facts["definition"])
        pairs = re.findall(r'(?:[(,]\s*)("[^"]+"|\w+) WITH ([^\s,)]+)(?=[,)])', definition)
        if not pairs or len(pairs) != definition.count(" WITH ") or " WHERE " in definition:
            return
        table, key = self.engine.quote_table(self.change.table), self.engine.row_key(self.database, self.change.table)
        clash = " AND ".join(f"{table}.{name} {operator} other.{name}" for name, operator in pairs)
        other = f"SELECT 1 FROM {table} AS other WHERE other.{key} <> {table}.{key} AND {clash}"
        if key.isidentifier():
            yield Obstacle("{rows} that exclude one another", f"EXISTS ({other})", None, repeats=True)

    def _half_null(self) -> Iterator[Obstacle]:
        """MATCH FULL wants all of a key's columns, or none of them."""
        own = self.new.facts["columns"]
        if self.new.facts.get("match") == "full" and isinstance(own, tuple) and len(own) > 1 and self._has(*own):
            counted = f"num_nulls({', '.join(map(self.engine.quote, own))})"
            yield Obstacle("{rows} with NULL in one part of the key alone", f"{counted} NOT IN (0, {len(own)})", None)

    def _orphans(self) -> Iterator[Obstacle]:
        facts = self.new.facts
        own, parents = facts["columns"], facts["parent_columns"]
        assert isinstance(own, tuple) and isinstance(parents, tuple)
        if not self._has(*own):
            return
        quote = self.engine.quote
        table, parent = (self.engine.quote_table(name) for name in (self.change.table, str(facts["parent"])))
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


def _ask(change: Change, obstacle: Obstacle, engine: Engine, connection: Connection) -> Finding | None:
    table = engine.quote_table(obstacle.table or (change.old.table if change.old else change.table))
    return _look(change, obstacle.problem, f"{table} WHERE {obstacle.where}", connection)


def _look(change: Change, problem: str, source: str, connection: Connection) -> Finding | None:
    """How many rows a source holds, and some of them; None when there is none."""
    query = f"SELECT * FROM {source}"
    try:
        with failing_alone(connection):
            number = ask(connection, f"SELECT count(*) FROM {source}").scalar_one()
            if not number:
                return None
            rows = ask(connection, f"{query} LIMIT {SAMPLE}").mappings().all()
    except SQLAlchemyError as error:
        return Finding(change.id, f"the data cannot be asked: {explained(error)}", 0, (), query)
    found = problem.format(rows=count(number, "row"))
    return Finding(change.id, found, number, tuple(dict(row) for row in rows), query)
