"""The same cases in a fuller house: a view and triggers on every table, and a trigger that no rebuild may fire."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

from ..cases import Case
from .independent import low, quoted, tables


def surround(case: Case) -> Case:
    """The case with a view of each table, and triggers that forbid to insert and to delete."""
    gone = {low(name) for name in case.lost if "." not in name}
    script = []
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(case.database)
        for key, name in tables(connection).items():
            if key in gone:
                continue
            script.append(f"CREATE VIEW {quoted(f'all of {name}')} AS SELECT count(*) AS n FROM {quoted(name)};")
            for event in ("INSERT", "DELETE"):
                script.append(
                    f"CREATE TRIGGER {quoted(f'{event} {name}')} BEFORE {event} ON {quoted(name)} BEGIN"
                    f" SELECT RAISE(ABORT, '{event.lower()} is forbidden') FROM {quoted(name)}; END;"
                )
    return replace(case, name=f"{case.name} (around)", database=case.database.rstrip() + "\n" + "\n".join(script))
