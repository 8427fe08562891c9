"""Columns of the models that come, go, change or get another name, so that they say what the database has."""

from __future__ import annotations

from typing import Any

import libcst as cst

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.attributes import read_by_class, read_by_words
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.names import Names
from schemasync_nb.apply.patch.places import ColumnPlace, TablePlace
from schemasync_nb.apply.patch.reading import column_name, target_of
from schemasync_nb.apply.patch.restating import implied, restate
from schemasync_nb.apply.patch.source import Source, Waits, inside
from schemasync_nb.apply.patch.sqlmodels import field_items
from schemasync_nb.apply.patch.statements import append_statement, drop_statement
from schemasync_nb.apply.patch.style import Style, column_statements
from schemasync_nb.catalog import CHECK, FOREIGN_KEY, INDEX, UNIQUE
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, Change
from schemasync_nb.engines.spelling import Call, Node, flat, free, identifier, string
from schemasync_nb.engines.words import ColumnWords
from schemasync_nb.policy import MODELS

SPECIAL = {"metadata", "registry", "type_annotation_map", "query", "query_class"}
"""Names that mean something in a class of models."""


def add_column(change: Change, editing: Editing) -> None:
    """The database has it, the models get it: behind the last column of its class or Table."""
    assert change.old is not None
    words = editing.said.column(change.old)
    table = editing.locator.table(change.table)
    editing.refuse_unsaid(words.unsaid, table.source, table.node)
    style, names = editing.style(table), editing.names(table.source)
    if table.place is None:
        _into_call(table, words, style, names)
        place = ColumnPlace(table, words.name)
    else:
        read = read_by_words(
            editing.said.table(editing.drift.database.tables[editing.drift.database.key(change.table)])
        )
        place = _into_class(table, words, read, style, names, editing)
    key = editing.drift.database.key
    editing.locator.added[key(change.table), key(words.name)] = place


def remove_column(change: Change, editing: Editing) -> None:
    """The models have it, the database does not: its statement goes, with the comment right above it."""
    assert change.new is not None
    place = editing.locator.column(change.table, change.new.name or "")
    if place.owner is None:
        call = place.table.call
        place.source.replace(call, lists.removed(call, list(call.args).index(place.argument)))
        return
    if place.owner != place.table.place:
        others = _disagreeing(change, place, editing)
        if others:
            where = place.source.place(place.statement)
            raise Waits(
                f"{where}: {others[0]} has column {place.name} from {'.'.join(place.owner.names)} too and keeps it"
            )
    drop_statement(place)
    _settle_with(change, place, editing)


def _settle_with(change: Change, place: ColumnPlace, editing: Editing) -> None:
    """What the column alone stated went with it."""
    key = editing.drift.models.key
    own = frozenset({(key(change.table), key(place.name))})
    for each in editing.drift.changes:
        if each.kind in (UNIQUE, FOREIGN_KEY, INDEX, CHECK) and each.action == ADD and each.new is not None:
            uses = {use for use in each.new.uses if use[0] == key(change.table)}
            decided = editing.decisions.get(each.id)
            if key(each.table) == key(change.table) and uses <= own and (decided is None or decided.do == MODELS):
                editing.settled.add(each.id)


def alter_column(change: Change, editing: Editing) -> None:
    """Each thing in which the two differ is said as the database has it."""
    assert change.old is not None and change.new is not None
    place = own_place(change, editing.locator.column(change.table, change.new.name or ""), editing)
    restate(place, change.new, change.old, editing)


# a column that comes


def _into_call(table: TablePlace, words: ColumnWords, style: Style, names: Names) -> None:
    items: list[Node] = [string(words.name), words.type, *words.items, *words.options, *_null(words, style)]
    column = names.expression(flat(Call(style.constructor.rpartition(".")[2], tuple(items))), style.prefix)
    if isinstance(column, cst.Call):
        column = column.with_changes(func=cst.parse_expression(style.constructor))
    if style.constructor == "Column":
        names.spelled("Column")
    call = table.call
    there = [at for at, arg in enumerate(call.args) if column_name(arg.value) is not None]
    at = there[-1] + 1 if there else sum(arg.keyword is None for arg in call.args)
    table.source.replace(table.call, lists.inserted(call, cst.Arg(column), at))


def _into_class(
    table: TablePlace, words: ColumnWords, read: set[str], style: Style, names: Names, editing: Editing
) -> ColumnPlace:
    """``read``: names that the columns to come read in the class."""
    assert table.place is not None
    node = table.place.node
    attribute = attribute_for(words.name, table, read)
    text = statement_text(attribute, words, table, style, names, editing)
    line = cst.parse_statement(text, config=table.source.module.config_for_parsing)
    append_statement(table.place, line, list(column_statements(node, style.sqlmodel)))
    return ColumnPlace(table, words.name, table.place, attribute)


def attribute_for(name: str, table: TablePlace, read: set[str]) -> str:
    """What a class may call a new column: its name, or the nearest that is free."""
    nearest = identifier(name, "column")
    taken = {each for each in dir(table.cls) if not each.startswith("__")} | SPECIAL
    assert table.place is not None
    taken |= {*_assigned(table.place.node), *read_by_class(table.place.node), *read}
    return free(f"{nearest}_", taken) if nearest in taken else nearest


def _assigned(node: cst.ClassDef) -> list[str]:
    return [
        name
        for statement in node.body.body
        if isinstance(statement, cst.SimpleStatementLine)
        for part in statement.body
        if (name := target_of(part))
    ]


def statement_text(
    attribute: str, words: ColumnWords, table: TablePlace, style: Style, names: Names, editing: Editing
) -> str:
    """The statement of a new column, on one line."""
    named = [string(words.name)] if attribute != words.name or style.names else []
    if style.sqlmodel:
        return _field_text(attribute, words, style, names)
    type_: list[Node] = [words.type]
    if style.annotated and not style.explicit and implied(words, table, editing):
        type_ = []
    null = _null(words, style) if not style.annotated else []
    items: list[Node] = [*named, *type_, *words.items, *words.options, *null]
    constructor = style.constructor or names.spelled("mapped_column")
    call = names.expression(flat(Call("f", tuple(items))), style.prefix) if items else None
    if isinstance(call, cst.Call):
        call = call.with_changes(func=cst.parse_expression(constructor))
    code = cst.Module([]).code_for_node(call) if call else f"{constructor}()"
    if not style.annotated:
        return f"{attribute} = {code}"
    lead = f"{attribute}: {names.spelled('Mapped')}[{annotation(words.python, words.nullable, style, names)}]"
    return f"{lead} = {code}" if items or style.empty_call else lead


def _field_text(attribute: str, words: ColumnWords, style: Style, names: Names) -> str:
    """The same as SQLModel has it."""
    lead = f"{attribute}: {annotation(words.python, words.nullable, style, names)}"
    other = words.name if words.name != attribute else None
    items = field_items(words.type, words.nullable, words.items, words.options, other)
    if items in ([], ["default=None"]):
        return f"{lead} = None" if items else lead
    call = names.expression(f"Field({', '.join(items)})", style.prefix)
    return f"{lead} = {cst.Module([]).code_for_node(call)}"


def annotation(python: str, nullable: bool, style: Style, names: Names) -> str:
    """What stands in ``Mapped[...]``."""
    inner = cst.Module([]).code_for_node(names.expression(python))
    if not nullable:
        return inner
    return f"{names.spelled('Optional')}[{inner}]" if style.optional else f"{inner} | None"


def _null(words: ColumnWords, style: Style) -> list[Node]:
    if "primary_key=True" in words.options:
        return []
    if words.nullable:
        return ["nullable=True"] if style.states_null else []
    return ["nullable=False"]


# a column that changes


def own_place(change: Change, place: ColumnPlace, editing: Editing) -> ColumnPlace:
    """Where to change a column: where it stands, or in the table's own class where others share it and disagree."""
    if place.owner is None or place.owner == place.table.place:
        return place
    if not _disagreeing(change, place, editing):
        return place
    assert place.table.place is not None and place.attribute is not None
    table = place.table.place
    line = place.statement.deep_clone().with_changes(leading_lines=[], trailing_whitespace=cst.TrailingWhitespace())
    if table.source is not place.source:
        _import_alike(line, place, table.source, editing)
    append_statement(table, line, list(column_statements(table.node)))
    return ColumnPlace(place.table, place.name, table, place.attribute)


def _import_alike(line: cst.CSTNode, place: ColumnPlace, source: Source, editing: Editing) -> None:
    """Import into another file what a statement reads."""
    here, there = editing.names(place.source), editing.names(source)
    for name in dict.fromkeys(each.value for each in inside(line) if isinstance(each, cst.Name)):
        origin = here.origin(name)
        if origin is not None and there.bound(name, origin) is None:
            if origin.startswith("."):
                raise Waits(f"{place.source.place(place.statement)}: {name} cannot be imported into {source.label}")
            there.add(name, origin)


def _disagreeing(change: Change, place: ColumnPlace, editing: Editing) -> list[str]:
    """The other tables that share the column and are not changed alike; where there are none, all are settled."""
    assert place.owner is not None
    alike, others = [], []
    for table in editing.locator.users(place.owner):
        if table.fullname == place.table.table.fullname or place.name not in table.c:
            continue
        same = [
            each
            for each in editing.changes
            if each.kind == change.kind
            and each.action == change.action
            and each.new is not None
            and editing.drift.database.key(each.new.name) == editing.drift.database.key(place.name)
            and editing.locator.model_table(each.table).fullname == table.fullname
            and _facts(each) == _facts(change)
        ]
        if same:
            alike.append(same[0].id)
        else:
            others.append(table.fullname)
    if not others:
        editing.settled |= set(alike)
    return others


def _facts(change: Change) -> tuple[Any, Any]:
    return (change.old.facts if change.old else None, change.new.facts if change.new else None)


COLUMN_EDITS = {REMOVE: add_column, ADD: remove_column, ALTER: alter_column}
"""What must happen to the database -> what happens to the models instead."""
