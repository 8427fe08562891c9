"""Each change in a sentence, and the safer way where there is one."""

from __future__ import annotations

from schemasync_nb.catalog import COLUMN, FOREIGN_KEY, INDEX, SCHEMA, TABLE, Entry, Fact
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, RENAME, Change

WORDS = {"primary_key": "primary key", "foreign_key": "foreign key", "unique": "unique constraint"}


def explain(change: Change) -> str:
    """What the change does to the database, in one sentence."""
    thing = _thing(change)
    if change.action == ADD:
        return f"The models have {thing}, the database does not: it is made{_as(change.new)}."
    if change.action == REMOVE:
        return f"The database has {thing}, the models do not: it is dropped."
    if change.action == RENAME:
        old = (change.old.table if change.kind == TABLE else change.old.name) if change.old else None
        return f"The {thing} is called {old or 'nothing'} in the database: it is renamed."
    differences = "; ".join(_difference(*each) for each in change.attributes)
    return f"The {thing} differs: {differences}."


def explain_for_models(change: Change, rename_from: str | None) -> str:
    """What the change does to the models' source, where that follows the database, in one sentence."""
    thing = _thing(change)
    if rename_from:
        return f"The {thing} is called {rename_from} in the database: the models call it so too."
    if change.action == ADD:
        return f"The models have {thing}, the database does not: it is taken out of the models."
    if change.action == REMOVE:
        return f"The database has {thing}, the models do not: it is written into the models{_as(change.old)}."
    differences = "; ".join(_difference(name, new, old) for name, old, new in change.attributes)
    return f"The {thing} differs, and the models follow: {differences}."


def _thing(change: Change) -> str:
    noun = WORDS.get(change.kind, change.kind)
    return f"{noun} {change.table}" if change.kind in (TABLE, SCHEMA) else f"{noun} {_label(change)} of {change.table}"


def _label(change: Change) -> str:
    return (
        change.name if change.name and change.kind != "primary_key" else "(" + _columns(change.new or change.old) + ")"
    )


def _columns(entry: Entry | None) -> str:
    columns = entry.facts.get("columns") if entry else ()
    return ", ".join(columns) if isinstance(columns, tuple) else ""


def _as(entry: Entry | None) -> str:
    return f" as {entry.sql}" if entry is not None and entry.kind not in (TABLE, INDEX) else ""


def _difference(name: str, old: Fact, new: Fact) -> str:
    if name == "not_null":
        return "NULL is no longer allowed" if new else "NULL becomes allowed"
    return f"{name.replace('_', ' ')} {_value(old)} becomes {_value(new)}"


def _value(value: Fact) -> str:
    if value in (None, (), ""):
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"({', '.join(value)})" if isinstance(value, tuple) else str(value)


def safer(change: Change) -> str:
    """The safer way to get there; "" where the plain way is safe."""
    if change.action == REMOVE and change.kind in (TABLE, COLUMN):
        return "Stop reading and writing it first; drop it in a later release, when nobody missed it."
    if change.action == RENAME and change.kind in (TABLE, COLUMN):
        return "Where old programs still run: add the new one, copy, switch, and drop the old one later."
    if change.kind == COLUMN and change.action == ADD and "DATA_DEPENDENT" in change.hazards:
        return "Add it with a server default, or nullable first: backfill, then set NOT NULL."
    if change.kind == COLUMN and change.action == ALTER:
        names = {name for name, _, _ in change.attributes}
        if "type" in names and change.hazards:
            return "Add a column of the new type, copy what converts, compare, then switch."
        if "not_null" in names and "DATA_DEPENDENT" in change.hazards:
            return "Backfill the NULLs first, and stop the writer that makes them."
    if change.kind == FOREIGN_KEY and "DATA_DEPENDENT" in change.hazards:
        return "Find the orphans first and decide what each should point to."
    if "DATA_DEPENDENT" in change.hazards:
        return "Look at the rows that are in the way first; change them knowingly."
    if "BLOCKS_WRITES" in change.hazards:
        return "Do it at a quiet hour: writers wait until it is done."
    return ""
