"""The CHECK that a type makes by itself: ``Enum("a", "b", create_constraint=True)``, and Boolean alike."""

from __future__ import annotations

import re

import libcst as cst
import sqlalchemy as sa

from schemasync_nb.apply.patch.definition import Definition, with_keyword
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.enums import Members, by_value, listed, relabelled
from schemasync_nb.apply.patch.source import Waits
from schemasync_nb.catalog import CHECK, COLUMN, Entry
from schemasync_nb.detect.drift import Change

_LABEL = r"'(?:[^']|'')*'(?:::[a-z ]+)?"
_LIST = re.compile(rf"{_LABEL}(?:\s*,\s*{_LABEL})*")


def column_of(entry: Entry, editing: Editing) -> sa.Column[object] | None:
    """The column of the models whose type makes a CHECK; None for one that is stated."""
    if entry.kind != CHECK or len(entry.uses) != 1:
        return None
    table, key = editing.locator.model_table(entry.table), editing.drift.models.key
    [(_, name)] = entry.uses
    made = any(getattr(each, "_type_bound", False) for each in table.constraints if _uses(each, name, editing))
    column = next((each for each in table.columns if key(each.name) == name), None)
    return column if made and column is not None and editing.makes_check(table, column.name) else None


def _uses(constraint: sa.Constraint, column: str, editing: Editing) -> bool:
    columns = getattr(constraint, "columns", ())
    return {editing.drift.models.key(each.name) for each in columns} == {column}


def unstate_check(entry: Entry, column: sa.Column[object], editing: Editing) -> None:
    """The type makes no CHECK any more."""
    definition, call = _written(entry, column, editing)
    definition.source.replace(call, with_keyword(call, "create_constraint", None))


def relabel(change: Change, column: sa.Column[object], editing: Editing) -> None:
    """The labels of an Enum become those that the database's CHECK lists; Waits where it is no such list."""
    assert change.new is not None and change.old is not None
    definition, call = _written(change.new, column, editing)
    where = definition.source.place(definition.place.node)
    now = _labels(change.old, change.new)
    if not isinstance(column.type, sa.Enum) or now is None:
        raise Waits(f"{where}: the type of column {column.name} makes this CHECK: change both there by hand")
    cls = column.type.enum_class
    if cls is None:
        if listed(call) != list(column.type.enums):
            raise Waits(f"{where}: the labels of column {column.name} are not written out there")
        new = relabelled(call, now, definition.names)
        definition.source.replace(call, new)
    else:
        _refuse_shared(cls, column, now, where, editing)
        Members(cls, by_value(column.type, column.name), editing).become(now)
    _fit_length(column, now, where, editing)


def _written(entry: Entry, column: sa.Column[object], editing: Editing) -> tuple[Definition, cst.Call]:
    """The column's definition, and the call in it that makes its type."""
    place = editing.locator.column(entry.table, column.name)
    definition = editing.definition(place)
    type_ = definition.type.value if definition.type else None
    shared = place.owner is not None and place.owner != place.table.place
    if not isinstance(type_, cst.Call) or shared:
        where = place.source.place(place.node)
        raise Waits(f"{where}: the type of column {column.name}, which makes this CHECK, is not the column's own")
    return definition, type_


def _labels(old: Entry, new: Entry) -> list[str] | None:
    """The labels of the database's CHECK; None where it says anything else than the models' with other labels."""
    texts = [str(entry.facts["expression"]) for entry in (old, new)]
    lists = [_LIST.findall(text) for text in texts]
    if [len(each) for each in lists] != [1, 1] or len({_LIST.sub("?", text) for text in texts}) != 1:
        return None
    return [label.replace("''", "'") for label in re.findall(r"'((?:[^']|'')*)'", lists[0][0])]


def _refuse_shared(cls: type, column: sa.Column[object], now: list[str], where: str, editing: Editing) -> None:
    """Waits where another column has the same class and keeps its labels."""
    key = editing.drift.models.key
    alike = {
        use
        for each in editing.changes
        if each.kind == CHECK and each.old and each.new and _labels(each.old, each.new) == now
        for use in each.new.uses
    }
    tables = {
        key(entry.table): editing.locator.model_table(entry.table) for entry in editing.drift.models.tables.values()
    }
    for spelled, table in tables.items():
        for other in table.columns:
            shares = getattr(other.type, "enum_class", None) is cls and other is not column
            if shares and (spelled, key(other.name)) not in alike:
                raise Waits(f"{where}: {cls.__name__} is the type of {other} too, which keeps its labels")


def _fit_length(column: sa.Column[object], now: list[str], where: str, editing: Editing) -> None:
    """The length, which follows from the labels where none is stated, becomes that of the database's column."""
    table = editing.spelled(column.table)
    key = editing.drift.database.key
    there = editing.drift.database.columns(table).get(key(column.name))
    stated = re.search(r"\((\d+)\)", str(there.facts["type"])) if there else None
    definition = editing.definition(editing.locator.column(table, column.name))
    call = definition.type.value if definition.type else None
    if stated is None or not isinstance(call, cst.Call):
        return
    if any(arg.keyword and arg.keyword.value == "length" for arg in call.args):
        return
    length, longest = int(stated[1]), max(map(len, now))
    if length < longest:
        raise Waits(f"{where}: column {column.name} of the database is shorter than its labels")
    if length > longest:
        definition.source.replace(call, with_keyword(call, "length", cst.Integer(str(length))))
    for each in editing.drift.changes:
        own = each.kind == COLUMN and (key(each.table), key(each.name)) == (key(table), key(column.name))
        if own and [name for name, *_ in each.attributes] == ["type"]:
            if each not in editing.changes:
                raise Waits(f"{where}: the length of column {column.name} follows its labels: decide {each.id} too")
            editing.settled.add(each.id)
