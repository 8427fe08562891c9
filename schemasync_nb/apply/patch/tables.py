"""Tables that come, go or get another name: as classes beside their relatives, or as calls of Table."""

from __future__ import annotations

from typing import Any

import libcst as cst

from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.newclass import NewClass
from schemasync_nb.apply.patch.newtable import table_text
from schemasync_nb.apply.patch.places import ClassPlace, TablePlace
from schemasync_nb.apply.patch.reading import assignment, table_calls, target_of
from schemasync_nb.apply.patch.references import quoted_alike, retarget
from schemasync_nb.apply.patch.removal import remove_table
from schemasync_nb.apply.patch.source import Source, Waits
from schemasync_nb.apply.patch.style import style_of
from schemasync_nb.apply.patch.table_args import TableArgs
from schemasync_nb.catalog import Entry
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, Change
from schemasync_nb.engines.declarations import Declarations
from schemasync_nb.engines.spelling import flat
from schemasync_nb.engines.words import TableWords

Statement = cst.SimpleStatementLine | cst.BaseCompoundStatement


def add_table(change: Change, editing: Editing) -> None:
    """The database has it, the models get it: a class where its relatives are classes and it has a key."""
    assert change.old is not None
    words = editing.said.table(change.old)
    near = _relative(words, editing)
    editing.refuse_unsaid(words.unsaid, near.source, near.node)
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
    every = [each.table for side in (editing.drift.models, editing.drift.database) for each in side.tables.values()]
    where = editing.locator.somewhere
    reason = Waits(f"{where}: table {words.spelled}: the models have no table beside which it could be written")
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
    editing.locator.rename(place.table, removed.old.table, name)


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
    editing.refuse_unsaid(said.unsaid, place.source, place.node)
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
