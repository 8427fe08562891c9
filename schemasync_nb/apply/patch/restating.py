"""A column's definition brought from what the models state to what the database has, thing by thing."""

from __future__ import annotations

import datetime
import decimal
import uuid
from typing import Any

import libcst as cst

from schemasync_nb.apply.patch.definition import Definition
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.places import ColumnPlace, TablePlace
from schemasync_nb.apply.patch.source import Waits
from schemasync_nb.apply.patch.sqlmodels import FieldDefinition
from schemasync_nb.catalog import COLUMN, Entry
from schemasync_nb.engines.spelling import Call, Node, flat
from schemasync_nb.engines.words import ColumnWords

PYTHON = {"Decimal": decimal.Decimal, "datetime": datetime, "Any": Any, "uuid": uuid, "UUID": uuid.UUID}


def implied(words: ColumnWords, table: TablePlace, editing: Editing) -> bool:
    """True when the annotation brings the type about by itself."""
    mapper = editing.locator.mapper(table.table)
    own: dict[Any, Any] = dict(mapper.registry.type_annotation_map) if mapper is not None else {}
    kind = python_type(words.python)
    if own.get(kind) is not None:
        return editing.compiled(own[kind]) == editing.compiled(words.type) is not None
    return words.implied


def python_type(text: str) -> Any:
    """The class that an annotation names; None where it is no plain one."""
    try:
        return eval(text, dict(PYTHON))  # noqa: S307  our own words
    except Exception:  # noqa: BLE001  no plain one
        return None


def restate(place: ColumnPlace, now: Entry, wanted: Entry, editing: Editing) -> None:
    """Change a definition from what the models state to what the database has."""
    said, stated = editing.said.column(wanted), editing.stated.column(now)
    editing.refuse_unsaid(said.unsaid, place.source, place.node)
    differing = {name for name in {*wanted.facts, *now.facts} if wanted.facts.get(name) != now.facts.get(name)}
    definition = editing.definition(place)
    before = place.source.module
    if differing & {"type", "collation"}:
        _set_type(definition, place, now, wanted, editing)
    if "not_null" in differing and said.nullable != stated.nullable:
        _set_null(definition, said.nullable)
    _set_items(definition, said, stated)
    _set_options(definition, said, stated, differing)
    definition.bare()
    by_key = _typed_by_key(definition, now, wanted, editing) and differing <= {"type", "collation"}
    if place.source.module is before and not by_key:
        where = place.source.place(place.node)
        raise Waits(f"{where}: SQLAlchemy has no words for {', '.join(sorted(differing))} of column {place.name}")


def _set_type(definition: Definition, place: ColumnPlace, now: Entry, wanted: Entry, editing: Editing) -> None:
    table = place.table
    said, stated = editing.said.column(wanted), editing.stated.column(now)
    if editing.makes_check(table.table, place.name):
        where = place.source.place(place.node)
        raise Waits(f"{where}: the type of column {place.name} makes a CHECK of its own: change both there by hand")
    if own := editing.own_type(table.table, place.name):
        where = place.source.place(place.node)
        raise Waits(f"{where}: the type of column {place.name} is the project's own {own}: change it there by hand")
    inner, by_key = definition.annotation, _typed_by_key(definition, now, wanted, editing)
    if inner is None:
        if not by_key:
            definition.set_type(flat(said.type))
        return
    bare, optional = _unwrapped(inner)
    old = python_type(cst.Module([]).code_for_node(bare).replace("Decimal", "Decimal"))
    was, becomes = python_type(stated.python), python_type(said.python)
    if was is not becomes and isinstance(bare, cst.Name | cst.Attribute) and _is_plain(bare):
        new = definition.names.expression(said.python)
        definition.annotate(_swapped(inner, bare, new) if optional else new)
    known = old is not None or _is_plain(bare)
    if by_key or (definition.type is None and known and implied(said, table, editing)):
        return
    if definition.type is not None and known and not definition.style.explicit and implied(said, table, editing):
        args = definition.type
        call = definition.call
        if call is not None and not isinstance(args.value, cst.Call) and was is becomes:
            definition.set_type(flat(said.type))
            return
    definition.set_type(flat(said.type))


def _typed_by_key(definition: Definition, now: Entry, wanted: Entry, editing: Editing) -> bool:
    """True when SQLAlchemy takes a column's type from a foreign key's other side, which this patch changes alike."""
    if definition.type is not None:
        return False
    keys = [key for key in editing.stated.keys.get(now.table, ()) if key.columns == (now.name,)]
    if len(keys) != 1 or not editing.stated.gives_type(keys[0]):
        return False
    parent, [column] = keys[0].parent, keys[0].parent_columns
    there = editing.drift.database.columns(parent).get(editing.drift.database.key(column))
    changes = {(change.kind, change.table, change.name) for change in editing.changes if change.old and change.new}
    alike = there is not None and there.facts["type"] == wanted.facts["type"]
    return alike and (COLUMN, parent, column) in changes


def _is_plain(node: cst.BaseExpression) -> bool:
    name = cst.Module([]).code_for_node(node).rpartition(".")[2]
    return name in {
        "int",
        "str",
        "bool",
        "float",
        "bytes",
        "Decimal",
        "datetime",
        "date",
        "time",
        "timedelta",
        "Any",
        "UUID",
        "dict",
        "list",
    }


def _unwrapped(node: cst.BaseExpression) -> tuple[cst.BaseExpression, bool]:
    """(the type without Optional or None, whether there was one of them)."""
    if isinstance(node, cst.Subscript) and cst.Module([]).code_for_node(node.value).rpartition(".")[2] == "Optional":
        index = node.slice[0].slice
        assert isinstance(index, cst.Index)
        return index.value, True
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.BitOr):
        for one, other in ((node.left, node.right), (node.right, node.left)):
            if isinstance(other, cst.Name) and other.value == "None":
                return one, True
    return node, False


def _swapped(tree: cst.BaseExpression, old: cst.CSTNode, new: cst.CSTNode) -> cst.BaseExpression:
    swapped = tree.deep_replace(old, new)
    assert isinstance(swapped, cst.BaseExpression)
    return swapped


def _set_null(definition: Definition, nullable: bool) -> None:
    stated = definition.keyword("nullable")
    inner = definition.annotation
    if inner is not None:
        bare, optional = _unwrapped(inner)
        if nullable and not optional:
            text = definition.source.code(inner)
            new = f"{definition.names.spelled('Optional')}[{text}]" if definition.style.optional else f"{text} | None"
            definition.annotate(cst.parse_expression(new))
        elif not nullable and optional:
            definition.annotate(bare)
        if isinstance(definition, FieldDefinition):
            definition.default_none(nullable)
        if stated is not None or definition.place.cls_states_null:
            definition.set_keyword("nullable", str(nullable))
        return
    if not nullable:
        definition.set_keyword("nullable", "False")
    elif stated is not None and definition.style.states_null:
        definition.set_keyword("nullable", "True")
    elif stated is not None:
        definition.set_keyword("nullable", None)
    else:
        definition.set_keyword("nullable", "True")


def _set_items(definition: Definition, said: ColumnWords, stated: ColumnWords) -> None:
    """Identity, Computed and their like."""
    wanted, there = ({_head(item): flat(item) for item in words.items} for words in (said, stated))
    for head in dict.fromkeys([*there, *wanted]):
        if wanted.get(head) != there.get(head):
            definition.set_item(head, wanted.get(head))


_SAID_BY = {"server_default": {"default", "generated", "serial", "identity"}, "comment": {"comment"}}


def _set_options(definition: Definition, said: ColumnWords, stated: ColumnWords, differing: set[str]) -> None:
    wanted, there = (dict(_option(each) for each in words.options) for words in (said, stated))
    for name in dict.fromkeys([*there, *wanted]):
        if wanted.get(name) != there.get(name) and differing & _SAID_BY.get(name, differing):
            definition.set_keyword(name, wanted.get(name))


def _option(node: Node) -> tuple[str, str]:
    name, _, value = flat(node).partition("=")
    return name, value


def _head(node: Node) -> str:
    return node.head if isinstance(node, Call) else flat(node).partition("(")[0]
