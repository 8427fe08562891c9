"""Models that are defined in cells, and what SQLAlchemy does when such a cell is run again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, Table
from sqlalchemy.exc import InvalidRequestError

from schemasync_nb.magics.names import fitting, is_models

ALREADY = "is already defined for this MetaData instance"
WAY_ON = (
    "schema: a class cannot be defined twice on one Base: define the Base in the same cell, so that both are new each "
    "time, or begin anew with Base.registry.dispose(); Base.metadata.clear()"
)


class Cells:
    """Watches the cells of one shell.

    ``extend_existing`` adds to a table and removes nothing: what the cell no longer states, or states in other words,
    would stay in the models. Indexes and constraints of the earlier run are therefore taken out; its columns cannot be,
    as the class is mapped onto them, and are told.
    """

    def __init__(self, ipython: Any) -> None:
        self._ipython = ipython
        self._before: dict[Table, tuple[dict[str, Column[Any]], set[Any]]] = {}
        self._stayed: WeakKeyDictionary[Table, list[str]] = WeakKeyDictionary()

    def watch(self) -> None:
        """From now on."""
        self._ipython.events.register("pre_run_cell", self._begins)
        self._ipython.events.register("post_run_cell", self._ended)

    def unwatch(self) -> None:
        """No longer."""
        self._ipython.events.unregister("pre_run_cell", self._begins)
        self._ipython.events.unregister("post_run_cell", self._ended)

    def notes(self, metadata: MetaData) -> Iterator[str]:
        """What is in the models and no longer in the cell that defines them."""
        for table, columns in self._stayed.items():
            if metadata.tables.get(table.key) is table:
                yield (
                    f"table {table.key}: its cell no longer states {', '.join(columns)}, but extend_existing keeps it: "
                    "define the Base in the same cell"
                )

    def _begins(self, info: Any) -> None:
        self._before = {}
        if "class " in info.raw_cell or "Table(" in info.raw_cell:
            for table in self._tables():
                self._before[table] = dict(table.columns), {*table.indexes, *table.constraints}

    def _ended(self, result: Any) -> None:
        if isinstance(result.error_in_exec, InvalidRequestError) and ALREADY in str(result.error_in_exec):
            print(WAY_ON, file=sys.stderr)
        before, self._before = self._before, {}
        for table, (columns, extras) in before.items():
            stayed = [name for name, column in columns.items() if table.columns.get(name) is column]
            if len(stayed) == len(columns):  # not defined again
                continue
            table.indexes -= extras
            table.constraints -= {each for each in extras if not isinstance(each, PrimaryKeyConstraint)}
            if stayed:
                self._stayed[table] = stayed
            else:
                self._stayed.pop(table, None)

    def _tables(self) -> Iterator[Table]:
        names = self._ipython.user_ns
        for name in fitting(names, is_models):
            held = names[name] if isinstance(names[name], list | tuple) else [names[name]]
            for each in held:
                yield from getattr(each, "metadata", each).tables.values()
