"""Views, functions, triggers, policies and rules: away where something under them changes, and back as they were."""

from __future__ import annotations

from collections.abc import Iterator

from schemasync_nb.catalog import TRIGGER, VIEW, Entry
from schemasync_nb.engines.postgresql.carried import COMPRESSION, INDEX_COMMENT, STORAGE
from schemasync_nb.engines.postgresql.columns import filled
from schemasync_nb.engines.postgresql.course import Course
from schemasync_nb.engines.postgresql.names import quote, quote_table
from schemasync_nb.engines.postgresql.order import CARRIED, DROP_CARRIED, Act, thing
from schemasync_nb.engines.statement import Statement

KEPT = (STORAGE, COMPRESSION, INDEX_COMMENT)
"""They go by themselves, with the type or the index that has them."""

WORDS = {VIEW: "VIEW", "materialized view": "MATERIALIZED VIEW", "function": "ROUTINE"}


def carried_acts(course: Course) -> Iterator[Act]:
    """The acts on what no model states: dropped where it is in the way, made again as it was."""
    for old, new in course.carried:
        if old is not None and (new is None or thing(old) in course.again) and not _goes_with_its_table(course, old):
            why = f"{_words(old)} {'waits' if new is not None else 'goes'}"
            yield Act(
                DROP_CARRIED,
                () if old.kind in KEPT else (Statement(drop(old), why),),
                leaves=old.uses - {thing(old)},
                ends=frozenset({thing(old)}),
                frees=frozenset({thing(old)}),
            )
        if new is not None and (old is None or thing(new) in course.again) and _has_its_table(course, new):
            yield Act(
                CARRIED,
                (Statement(new.sql, f"{_words(new)}, as it was"),),
                needs=(new.uses - {thing(new)}) | {filled(table) for table, _ in new.uses},
                makes=frozenset({thing(new)}),
                takes=frozenset({thing(new)}),
            )


def drop(entry: Entry) -> str:
    """The statement that drops a carried object."""
    if entry.kind in WORDS:
        name, _, arguments = (entry.name or "").partition("(")
        return f"DROP {WORDS[entry.kind]} {quote_table(name)}{'(' + arguments if arguments else ''}"
    return f"DROP {entry.kind.upper()} {quote(entry.name or '')} ON {quote_table(entry.table)}"


def _goes_with_its_table(course: Course, entry: Entry) -> bool:
    return bool(entry.table) and entry.table in course.before.tables and entry.table not in course.after.tables


def _has_its_table(course: Course, entry: Entry) -> bool:
    return not entry.table or entry.table in course.after.tables or entry.table not in course.before.tables


def _words(entry: Entry) -> str:
    on = f" on {entry.table}" if entry.table else ""
    return f"{entry.kind} {entry.name}{on}"


def quiet(course: Course, table: str) -> tuple[list[Statement], list[Statement]]:
    """Statements that keep a table's own triggers from firing on what the migration writes, and that undo it."""
    off: list[Statement] = []
    on: list[Statement] = []
    for old, new in course.carried:
        if old is None or new is None or old.kind != TRIGGER or old.table != table or thing(old) in course.again:
            continue
        silence, again = silenced(old)
        off += silence
        on += again
    return off, on


def silenced(trigger: Entry) -> tuple[list[Statement], list[Statement]]:
    """Statements that switch one trigger off and on again; none for one that is off."""
    table, name = quote_table(trigger.table), quote(trigger.name or "")
    if f"DISABLE TRIGGER {name}" in trigger.sql or " UPDATE " not in trigger.sql:
        return [], []
    modes = ("ENABLE REPLICA", "ENABLE ALWAYS")
    mode = next((mode for mode in modes if f"{mode} TRIGGER {name}" in trigger.sql), "ENABLE")
    return (
        [Statement(f"ALTER TABLE {table} DISABLE TRIGGER {name}")],
        [Statement(f"ALTER TABLE {table} {mode} TRIGGER {name}")],
    )
