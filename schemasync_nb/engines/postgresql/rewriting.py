"""Which changes copy their table, row for row (postgresql.org/docs, "ALTER TABLE", Notes)."""

from __future__ import annotations

import re

from schemasync_nb.catalog import COLUMN, ENUM, TABLE, Entry

_SIZED = re.compile(r"(character varying|numeric|timestamp|time|bit varying)(?:\(([\d,]+)\))?(.*)").fullmatch
_FOR_EACH_ROW = ("nextval(", "random(", "gen_random_uuid(", "uuid_generate", "clock_timestamp(", "timeofday(")


def rewrites(kind: str, action: str, old: Entry | None, new: Entry | None) -> bool:
    """True when every row is written anew."""
    if action in ("remove", "rename") or new is None:
        return False
    if kind == COLUMN:
        return _added(new) if old is None else _altered(old, new)
    if kind == TABLE:
        return old is not None and old.facts["unlogged"] != new.facts["unlogged"]
    return kind == ENUM and old is not None and not _in_place(old, new)


def _added(new: Entry) -> bool:
    facts = new.facts
    numbered = facts["identity"] is not None or facts["serial"] is not None
    stored = facts["generated"] is not None and bool(facts["stored"])
    return numbered or stored or any(call in str(facts["default"]) for call in _FOR_EACH_ROW)


def _altered(old: Entry, new: Entry) -> bool:
    if old.facts["generated"] != new.facts["generated"] and new.facts["generated"] is not None:
        return True
    return old.facts["type"] != new.facts["type"] and not _same_bytes(str(old.facts["type"]), str(new.facts["type"]))


def _same_bytes(old: str, new: str) -> bool:
    """A longer or unlimited type of the same name, or text for varchar, leaves the values as they lie."""
    if old.startswith("character varying") and new in ("text", "character varying"):
        return True
    if old == "text":
        return new == "character varying"
    was, becomes = _SIZED(old), _SIZED(new)
    if was is None or becomes is None or (was[1], was[3]) != (becomes[1], becomes[3]):
        return False
    if was[2] is None or becomes[2] is None:
        return becomes[2] is None
    before, after = ([int(number) for number in sizes.split(",")] for sizes in (was[2], becomes[2]))
    return after[0] >= before[0] and after[1:] == before[1:]


def _in_place(old: Entry, new: Entry) -> bool:
    """Labels that are added, or renamed where they stand, leave the rows as they are."""
    before, after = old.facts["labels"], new.facts["labels"]
    assert isinstance(before, tuple) and isinstance(after, tuple)
    kept = tuple(label for label in after if label in before)
    return kept == before or len(before) == len(after)
