"""What can go wrong with a change, before anybody has asked the data: a tuple of small rules and a loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from schemasync_nb.catalog import CHECK, COLUMN, FOREIGN_KEY, INDEX, PRIMARY_KEY, TABLE, UNIQUE
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, RENAME, Change
from schemasync_nb.engines.engine import Engine
from schemasync_nb.policy import HAZARDS

Rule = Callable[[Change, Engine], bool]


def with_hazards(change: Change, engine: Engine) -> Change:
    """The same change with the hazards that its kind brings on this engine, the dangerous first."""
    found = set(_hazards(change, engine))
    return replace(change, hazards=tuple(name for name in HAZARDS if name in found))


def _hazards(change: Change, engine: Engine) -> Iterator[str]:
    for name, rule in RULES:
        if rule(change, engine):
            yield name


def _differs(change: Change, *facts: str) -> bool:
    return any(name in facts for name, _, _ in change.attributes)


def _deletes_data(change: Change, engine: Engine) -> bool:
    if change.kind == TABLE:
        return change.action == REMOVE
    if change.kind == COLUMN and change.old is not None:
        stored = change.old.facts.get("generated") is None  # a generated value can be made again
        becomes_generated = change.new is not None and change.new.facts.get("generated") is not None
        return stored and (change.action == REMOVE or becomes_generated)
    return False


def _data_dependent(change: Change, engine: Engine) -> bool:
    new = change.new
    if new is None or change.action == RENAME:
        return False
    if change.kind == COLUMN:
        if change.action == ADD:
            return bool(new.facts["not_null"]) and new.facts["default"] is None and new.facts.get("generated") is None
        return _differs(change, "type") or (_differs(change, "not_null") and bool(new.facts["not_null"]))
    if change.kind in (UNIQUE, PRIMARY_KEY, CHECK):
        return True
    if change.kind == FOREIGN_KEY:
        return change.action == ADD or _differs(change, "columns", "parent", "parent_columns")
    if change.kind == TABLE:
        return change.action == ALTER
    return change.kind == INDEX and bool(new.facts.get("unique"))


def _rewrites_table(change: Change, engine: Engine) -> bool:
    return engine.rewrites(change.kind, change.action, change.old, change.new)


def _blocks_writes(change: Change, engine: Engine) -> bool:
    makes_index = change.kind == INDEX and change.action != REMOVE
    return makes_index or _rewrites_table(change, engine)


def _breaks_old_code(change: Change, engine: Engine) -> bool:
    if change.kind in (TABLE, COLUMN) and change.action in (REMOVE, RENAME):
        return True
    if change.kind != COLUMN:
        return False
    if change.action == ADD:
        return _data_dependent(change, engine)  # an old INSERT does not name the column
    return _differs(change, "type", "generated") or _data_dependent(change, engine)


RULES: tuple[tuple[str, Rule], ...] = (
    ("DELETES_DATA", _deletes_data),
    ("DATA_DEPENDENT", _data_dependent),
    ("REWRITES_TABLE", _rewrites_table),
    ("BLOCKS_WRITES", _blocks_writes),
    ("BREAKS_OLD_CODE", _breaks_old_code),
    ("NOT_TRANSACTIONAL", lambda change, engine: not engine.transactional),
)
