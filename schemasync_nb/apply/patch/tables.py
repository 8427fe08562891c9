"""Tables that come, go or get another name: as classes beside their relatives, or as calls of Table."""

from __future__ import annotations

from typing import Any

import libcst as cst
import sqlalchemy as sa

from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.locate import ClassPlace, TablePlace
from schemasync_nb.apply.patch.newclass import NewClass
from schemasync_nb.apply.patch.newtable import table_text
from schemasync_nb.apply.patch.reading import assignment, called, table_calls, target_of
from schemasync_nb.apply.patch.references import quoted_alike, refuse_if_used, retarget
from schemasync_nb.apply.patch.source import Source, Waits, inside
from schemasync_nb.apply.patch.statements import above, joined
from schemasync_nb.apply.patch.style import style_of
from schemasync_nb.apply.patch.table_args import TableArgs
from schemasync_nb.catalog import FOREIGN_KEY, TABLE, Entry
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, Change
from schemasync_nb.engines.declarations import Declarations
from schemasync_nb.engines.spelling import flat
from schemasync_nb.engines.words import TableWords

Statement = cst.SimpleStatementLine | cst.BaseCompoundStatement


def add_table(change: Change, editing: Editing) -> None:
    """The database has it, the models get it: a class where its relatives are classes and it has a key."""
    assert change.old is not None
    words = editing.said.table(change.old)
    editing.unsaid += words.unsaid
    near = _relative(words, editing)
    if near.place is not None and words.keyed:
        new = NewClass(words, near, editing)
        _insert(near.source, new.text(), editing)
        new.tell_parents()
        editing.new_tables[words.spelled] = ClassPlace(near.source, (new.name,))
    else:
        _insert(near.source, table_text(words, near, editing), editing)


def _relative(words: TableWords, editing: Editing) -> TablePlace:
    """The table beside which a new one is written: one that it refers to, that refers to it, or of its schema."""
    keys = editing.said.keys
    parents = [key.parent for key in keys.get(words.spelled, ())]
    children = [table for table, its in keys.items() if any(key.parent == words.spelled for key in its)]
    alike = [each.spelled for each in editing.said.tables if each.schema == words.schema]
    every = [each.spelled for each in editing.said.tables]
    reason = Waits(f"table {words.spelled}: the models have no table beside which it could be written")
    for spelled in dict.fromkeys([*parents, *children, *reversed(alike), *reversed(every)]):
        if spelled == words.spelled:
            continue
        try:
            place = editing.locator.table(spelled)
        except Waits as why:
            reason = why
            continue
        if place.place is not None or place.cls is None:
            return place
    raise reason


def _insert(source: Source, text: str, editing: Editing) -> None:
    """Put a statement behind the last one that states a table, with as many blank lines before it."""
    body = list(source.module.body)
    stating = [statement for statement in body if _states_table(statement, source, editing)]
    last = stating[-1]
    blanks = [line for line in last.leading_lines if line.comment is None][:2]
    if isinstance(last, cst.ClassDef) and len(blanks) < 2:
        blanks = [cst.EmptyLine(indent=False)] * 2
    new = cst.parse_statement(text, config=source.module.config_for_parsing)
    new = new.with_changes(leading_lines=blanks or [cst.EmptyLine(indent=False)])
    body.insert(body.index(last) + 1, new)
    source.replace(source.module, source.module.with_changes(body=body))


def _states_table(statement: cst.CSTNode, source: Source, editing: Editing) -> bool:
    if isinstance(statement, cst.ClassDef):
        names = {".".join(cls.__qualname__.split(".")[:1]) for cls in _mapped_classes(editing)}
        return statement.name.value in names | {each.names[0] for each in editing.new_tables.values()}
    return isinstance(statement, cst.SimpleStatementLine) and any(True for _ in table_calls(statement))


def _mapped_classes(editing: Editing) -> list[type]:
    return [mapper.class_ for mapper in editing.locator._mappers]


# ---------------------------------------------------------------- a table that goes


def remove_table(change: Change, editing: Editing) -> None:
    """The models have it, the database does not: its class or Table goes, when nothing refers to it any more."""
    assert change.new is not None
    place = editing.locator.table(change.table)
    going = [_statement(each) for each in _going(editing)]
    _refuse_if_referred(place, editing)
    statement = _statement(place)
    part = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else statement
    name = place.cls.__name__ if place.place and place.cls else target_of(part)
    indexes = [] if place.place or name is None else _own_indexes(place.source, name)
    if name:
        refuse_if_used(name, f"{'class' if place.place else 'table'} {name}", editing.locator, [*going, *indexes])
    for each in [*indexes, statement]:
        _drop(place.source, each)


def _going(editing: Editing) -> list[TablePlace]:
    """The tables that this patch takes out of the models and that are still there."""
    found = []
    for change in editing.changes:
        if change.kind == TABLE and change.action == ADD and not _is_renamed(change, editing):
            try:
                found.append(editing.locator.table(change.table))
            except (Waits, StopIteration, IndexError):
                continue
    return found


def _is_renamed(change: Change, editing: Editing) -> bool:
    decision = editing.decisions.get(change.id)
    return decision is not None and decision.rename_from is not None


def _refuse_if_referred(place: TablePlace, editing: Editing) -> None:
    """Waits where a table that stays has a foreign key to this one that stays too."""
    gone = {table.table.fullname for table in _going(editing)}
    settled = {change.table for change in editing.changes if change.kind == FOREIGN_KEY and change.action == ADD}
    for table in editing.models.metadata.tables.values():
        if table.fullname in gone or table.fullname == place.table.fullname:
            continue
        for key in table.foreign_keys:
            if _target(key) == place.table.fullname and table.fullname not in settled and table.name not in settled:
                where = place.source.place(place.node)
                raise Waits(
                    f"{where}: table {table.fullname} still refers to {place.table.fullname}: take that out first"
                )


def _target(key: sa.ForeignKey) -> str:
    return key.target_fullname.rpartition(".")[0]


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


def _drop(source: Source, statement: Statement) -> None:
    """Take a statement out, with the comment right above it; what stands apart above it stays."""
    body = list(source.module.body)
    at = body.index(statement)
    del body[at]
    if at < len(body):
        lines = joined(above(statement), body[at].leading_lines)
        body[at] = body[at].with_changes(leading_lines=lines)
    source.replace(source.module, source.module.with_changes(body=body))


# ---------------------------------------------------------------- a table with another name


def rename_table(added: Change, removed: Change, editing: Editing) -> None:
    """The class stays, so that no code breaks; the table and what refers to it get the database's name."""
    assert added.new is not None and removed.old is not None
    place = editing.locator.table(added.table)
    name, schema = editing.said.place(removed.old.table)
    old = place.table.fullname
    if schema != place.table.schema:
        raise Waits(f"{place.source.place(place.node)}: {old} gets another schema: change that there by hand")
    if place.place is None:
        first = place.call.args[0].value
        assert isinstance(first, cst.SimpleString)
        place.source.replace(first, quoted_alike(first, name))
    else:
        _say_tablename(place, name, editing)
    retarget(editing.locator, old, f"{schema}.{name}" if schema else name, whole=True)


def _say_tablename(place: TablePlace, name: str, editing: Editing) -> None:
    assert place.place is not None
    node = place.place.node
    if (statement := assignment(node, "__tablename__")) is not None:
        part = next(each for each in statement.body if target_of(each) == "__tablename__")
        value = part.value if isinstance(part, cst.Assign | cst.AnnAssign) else None
        if not isinstance(value, cst.SimpleString):
            raise Waits(f"{place.source.place(statement)}: the name of the table is not written out there")
        place.source.replace(value, quoted_alike(value, name))
        return
    text = f"__tablename__ = {flat(editing.said.name_words(name))}"
    line = cst.parse_statement(text, config=place.source.module.config_for_parsing)
    body: list[Any] = list(node.body.body)
    at = int(isinstance(body[0], cst.SimpleStatementLine) and isinstance(body[0].body[0], cst.Expr))
    blank = [cst.EmptyLine(indent=False)]
    if at:
        line = line.with_changes(leading_lines=blank)
    if at < len(body) and not body[at].leading_lines:
        body[at] = body[at].with_changes(leading_lines=blank)
    body.insert(at, line)
    place.source.replace(node.body, node.body.with_changes(body=body))


# ---------------------------------------------------------------- a table that changes as a whole


def alter_table(change: Change, editing: Editing) -> None:
    """The options of the table become the database's: its comment, and what the engine has for it."""
    assert change.old is not None and change.new is not None
    place = editing.locator.table(change.table)
    said, stated = _options(change.old, editing.said), _options(change.new, editing.stated)
    editing.unsaid += said.unsaid
    wanted, there = dict(said.options), dict(stated.options)
    differing = [name for name in {**there, **wanted} if wanted.get(name) != there.get(name)]
    if not differing:
        facts = ", ".join(name for name, _, _ in change.attributes)
        where = place.source.place(place.node)
        raise Waits(f"{where}: SQLAlchemy has no words for {facts} of table {place.table.fullname}")
    args = TableArgs(place, editing.names(place.source), style_of(place).prefix)
    for name in differing:
        value = wanted.get(name)
        args.set_option(name, None if value is None else flat(value))


def _options(entry: Entry, words: Declarations) -> TableWords:
    """What a table's own entry states."""
    table = TableWords(entry.table, *words.place(entry.table))
    words.own_options(entry, table)
    return table


TABLE_EDITS = {REMOVE: add_table, ADD: remove_table, ALTER: alter_table}
"""What must happen to the database -> what happens to the models instead."""
