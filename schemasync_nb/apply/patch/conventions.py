"""Names that a naming convention makes of the names of tables and columns: what they become when those change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import sqlalchemy as sa
from sqlalchemy.exc import NoReferenceError
from sqlalchemy.sql.elements import conv

Rename = Callable[[sa.Table, str], str]
"""(table, name of one of its columns, or "" for its own) -> the name that it gets; "" where it keeps its own."""

_COLUMN = re.compile(r"(referred_)?column_(\d+)(_?N)?_(name|key|label)")
_KINDS: Mapping[str, type[sa.Constraint] | type[sa.Index]] = {
    "pk": sa.PrimaryKeyConstraint,
    "fk": sa.ForeignKeyConstraint,
    "uq": sa.UniqueConstraint,
    "ck": sa.CheckConstraint,
    "ix": sa.Index,
}


def renamed_by_convention(table: sa.Table, rename: Rename) -> dict[str, str]:
    """Old name -> new name of the constraints and indexes of a table that its convention named."""
    found = {}
    items: list[sa.Constraint | sa.Index] = [*table.constraints, *table.indexes]
    for each in items:
        patterns = [table.metadata.naming_convention.get(key) for key, kind in _KINDS.items() if isinstance(each, kind)]
        pattern = next((pattern for pattern in patterns if isinstance(pattern, str)), None)
        if pattern is None or not isinstance(each.name, conv):
            continue
        was, becomes = (_around(pattern, each, table, way) for way in (_unchanged, rename))
        if was and becomes and each.name.startswith(was[0]) and each.name.endswith(was[-1]):
            stated = each.name[len(was[0]) : len(each.name) - len(was[-1])] if len(was) == 2 else ""
            if was == [each.name] or stated:
                found[str(each.name)] = stated.join(becomes)
    return found


def _unchanged(table: sa.Table, name: str) -> str:
    return ""


def _around(pattern: str, each: sa.Constraint | sa.Index, table: sa.Table, rename: Rename) -> list[str]:
    """The name that a pattern makes: whole, or what stands before and behind a name that is stated; [] where another
    than SQLAlchemy's own words stands in the pattern, or a table is missing."""
    try:
        return (pattern % _Parts(each, table, rename)).split("\0")
    except (KeyError, IndexError, NoReferenceError):
        return []


class _Parts(dict[str, str]):
    """What stands for the words of a pattern (docs.sqlalchemy.org, "Configuring Constraint Naming Conventions")."""

    def __init__(self, each: sa.Constraint | sa.Index, table: sa.Table, rename: Rename) -> None:
        super().__init__(constraint_name="\0", table_name=rename(table, "") or table.name)
        self.own = [(table, column) for column in getattr(each, "columns", ())]
        keys = each.elements if isinstance(each, sa.ForeignKeyConstraint) else []
        self.referred = [(key.column.table, key.column) for key in keys]
        self.rename = rename
        if self.referred:
            parent = self.referred[0][0]
            self["referred_table_name"] = rename(parent, "") or parent.name

    def __missing__(self, word: str) -> str:
        match = _COLUMN.fullmatch(word)
        if match is None:
            raise KeyError(word)
        columns = self.referred if match[1] else self.own
        some = columns if match[3] else [columns[int(match[2])]]
        return ("_" if match[3] == "_N" else "").join(self._said(some, match[4]))

    def _said(self, columns: list[tuple[sa.Table, sa.Column[object]]], what: str) -> Iterator[str]:
        for table, column in columns:
            name = (self.rename(table, column.name) or column.name) if what != "key" else column.key
            schema = [table.schema.replace(".", "_")] if table.schema else []
            yield "_".join([*schema, self.rename(table, "") or table.name, name]) if what == "label" else name
