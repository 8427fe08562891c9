"""Tables that leave the models: first those that refer to others, and only what nothing needs any more."""

from __future__ import annotations

import libcst as cst
import sqlalchemy as sa

from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.places import TablePlace
from schemasync_nb.apply.patch.reading import called, target_of
from schemasync_nb.apply.patch.references import refuse_if_used
from schemasync_nb.apply.patch.source import Source, Waits, inside
from schemasync_nb.apply.patch.statements import drop_top_statement
from schemasync_nb.catalog import FOREIGN_KEY, TABLE
from schemasync_nb.detect.drift import ADD, REMOVE, Change
from schemasync_nb.models import Models

Statement = cst.SimpleStatementLine | cst.BaseCompoundStatement


def referring_first(models: Models) -> list[str]:
    """The tables of the models, those that refer to others before them as far as no circle forbids it."""
    tables = models.metadata.tables.values()
    refers = {table.fullname: sorted({_referred(key) for key in table.foreign_keys}) for table in tables}
    found: list[str] = []
    pending = [(name, False) for name in refers]
    while pending:
        name, is_left = pending.pop()
        if is_left:
            found.append(name)
        elif name in refers:
            pending += [(name, True), *((each, False) for each in refers.pop(name))]
    return found[::-1]


def _referred(key: sa.ForeignKey) -> str:
    return key.target_fullname.rpartition(".")[0]


def remove_table(change: Change, editing: Editing) -> None:
    """The models have it, the database does not: its class or Table goes, when nothing refers to it any more."""
    assert change.new is not None
    place = editing.locator.table(change.table)
    going = [_statement(each) for each in _going(editing)]
    _refuse_if_last(place, editing)
    _refuse_if_referred(place, editing)
    statement = _statement(place)
    part = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else statement
    name = place.cls.__name__ if place.place and place.cls else target_of(part)
    indexes = [] if place.place or name is None else _own_indexes(place.source, name)
    if name:
        refuse_if_used(name, f"{'class' if place.place else 'table'} {name}", editing.locator, [*going, *indexes])
    for each in [*indexes, statement]:
        drop_top_statement(place.source, each)


def _going(editing: Editing) -> list[TablePlace]:
    """The tables that this patch takes out of the models and that are still there."""
    found = []
    for change in _leaving(editing):
        try:
            found.append(editing.locator.table(change.table))
        except (Waits, StopIteration, IndexError):
            continue
    return found


def _leaving(editing: Editing) -> list[Change]:
    """The tables that this patch takes out of the models, or has taken out."""
    asked = [change for change in editing.changes if change.kind == TABLE and change.action == ADD]
    return [change for change in asked if change.id not in editing.waits and not _is_renamed(change, editing)]


def _is_renamed(change: Change, editing: Editing) -> bool:
    decision = editing.decisions.get(change.id)
    return decision is not None and decision.rename_from is not None


def _refuse_if_last(place: TablePlace, editing: Editing) -> None:
    """Waits where the models would be left without a table: they could not be loaded any more."""
    tables = [change for change in editing.changes if change.kind == TABLE and change.id in editing.done]
    come = sum(change.action == REMOVE for change in tables)
    gone = sum(change.action == ADD and not _is_renamed(change, editing) for change in tables)
    if len(editing.models.metadata.tables) + come - gone == 1:
        where = place.source.place(place.node)
        raise Waits(f"{where}: {place.table.fullname} is the last table of the models: take it out by hand")


def _refuse_if_referred(place: TablePlace, editing: Editing) -> None:
    """Waits where a table that stays has a foreign key to this one that stays too."""
    gone = {editing.locator.model_table(change.table).fullname for change in _leaving(editing)}
    settled = {change.table for change in editing.changes if change.kind == FOREIGN_KEY and change.action == ADD}
    for table in editing.models.metadata.tables.values():
        if table.fullname in gone or table.fullname == place.table.fullname:
            continue
        for key in table.foreign_keys:
            if _referred(key) == place.table.fullname and table.fullname not in settled and table.name not in settled:
                where = place.source.place(place.node)
                raise Waits(
                    f"{where}: table {table.fullname} still refers to {place.table.fullname}: take that out first"
                )


def _statement(place: TablePlace) -> Statement:
    """The statement of the module that states a table."""
    node = place.node
    for statement in place.source.module.body:
        if any(each is node for each in inside(statement)):
            if statement is node or (isinstance(statement, cst.SimpleStatementLine) and len(statement.body) == 1):
                return statement
            break
    raise Waits(f"{place.source.place(node)}: the statement holds more than table {place.table.fullname}")


def _own_indexes(source: Source, name: str) -> list[Statement]:
    """The calls of Index that stand alone and list nothing but columns of a table."""
    found: list[Statement] = []
    for statement in source.module.body:
        part = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
        is_index = isinstance(part, cst.Expr) and called(part.value) == "Index"
        if is_index and any(isinstance(each, cst.Name) and each.value == name for each in inside(statement)):
            found.append(statement)
    return found
