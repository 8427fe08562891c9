"""What can go wrong with a change, before anybody has asked the data: a tuple of small rules and a loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from schemasync_nb.catalog import (
    CHECK,
    COLUMN,
    ENUM,
    FOREIGN_KEY,
    INDEX,
    PRIMARY_KEY,
    SEQUENCE,
    TABLE,
    UNIQUE,
    Catalog,
    Entry,
)
from schemasync_nb.detect.drift import ADD, REMOVE, RENAME, Change
from schemasync_nb.engines.engine import Engine
from schemasync_nb.policy import HAZARDS

Sides = tuple[Catalog, Catalog]
Rule = Callable[[Change, Engine, Sides], bool]


def with_hazards(change: Change, engine: Engine, database: Catalog, models: Catalog) -> Change:
    """The same change with the hazards that its kind brings on this engine, the dangerous first."""
    found = set(_hazards(change, engine, (database, models)))
    if engine.runs_alone(database, change.old, change.new):
        found.add("NOT_TRANSACTIONAL")
    return replace(change, hazards=tuple(name for name in HAZARDS if name in found))


def _hazards(change: Change, engine: Engine, sides: Sides) -> Iterator[str]:
    for name, rule in RULES:
        if rule(change, engine, sides):
            yield name


def needs_value(column: Entry) -> bool:
    """True for a column that a row must be given a value for: nothing else makes one."""
    facts = column.facts
    makers = (facts["default"], facts.get("generated"), facts.get("identity"), facts.get("serial"))
    return bool(facts["not_null"]) and all(maker is None for maker in makers)


def labels(enum: Entry) -> tuple[str, ...]:
    """The labels of an enum type, in order."""
    found = enum.facts["labels"]
    return found if isinstance(found, tuple) else ()


def _differs(change: Change, *facts: str) -> bool:
    return any(name in facts for name, _, _ in change.attributes)


def _deletes_data(change: Change, engine: Engine, sides: Sides) -> bool:
    if change.kind in (TABLE, SEQUENCE):
        return change.action == REMOVE
    if change.kind == COLUMN and change.old is not None:
        stored = change.old.facts.get("generated") is None  # a generated value can be made again
        becomes_generated = change.new is not None and change.new.facts.get("generated") is not None
        return stored and (change.action == REMOVE or becomes_generated)
    return False


def _data_dependent(change: Change, engine: Engine, sides: Sides) -> bool:
    new = change.new
    if new is None or change.action == RENAME:
        return False
    if change.kind == COLUMN:
        if change.action == ADD:
            return needs_value(new)
        return _narrows(change, engine, sides) or (_differs(change, "not_null") and bool(new.facts["not_null"]))
    if change.kind in (UNIQUE, PRIMARY_KEY, CHECK):
        return True
    if change.kind == FOREIGN_KEY:
        return change.action == ADD or _differs(change, "columns", "parent", "parent_columns")
    if change.kind == TABLE:
        return _differs(change, "strict", "without_rowid")
    if change.kind == ENUM and change.old is not None:
        return bool(set(labels(change.old)) - set(labels(new)))
    return change.kind == INDEX and bool(new.facts.get("unique"))


def _narrows(change: Change, engine: Engine, sides: Sides) -> bool:
    """True for a type that does not admit, or changes, some values of the old one."""
    old, new = change.old, change.new
    if old is None or new is None or not _differs(change, "type"):
        return False
    return engine.misfit(old, new, *sides) is not None


def _rewrites_table(change: Change, engine: Engine, sides: Sides) -> bool:
    return engine.rewrites(change.kind, change.action, change.old, change.new)


def _blocks_writes(change: Change, engine: Engine, sides: Sides) -> bool:
    makes_index = change.kind == INDEX and change.action not in (REMOVE, RENAME)
    return makes_index or _rewrites_table(change, engine, sides)


def _breaks_old_code(change: Change, engine: Engine, sides: Sides) -> bool:
    if change.kind in (TABLE, COLUMN) and change.action in (REMOVE, RENAME):
        return True
    if change.kind != COLUMN:
        return False
    if change.action == ADD:
        return _data_dependent(change, engine, sides)  # an old INSERT does not name the column
    if _differs(change, "generated") or _data_dependent(change, engine, sides):
        return True
    return change.old is not None and change.new is not None and not engine.compatible(change.old, change.new)


def _blocks_reads(change: Change, engine: Engine, sides: Sides) -> bool:
    return engine.rewriting_blocks_reads and _rewrites_table(change, engine, sides)


RULES: tuple[tuple[str, Rule], ...] = (
    ("DELETES_DATA", _deletes_data),
    ("DATA_DEPENDENT", _data_dependent),
    ("REWRITES_TABLE", _rewrites_table),
    ("BLOCKS_READS", _blocks_reads),
    ("BLOCKS_WRITES", _blocks_writes),
    ("BREAKS_OLD_CODE", _breaks_old_code),
    ("NOT_TRANSACTIONAL", lambda change, engine, sides: not engine.transactional),
)
