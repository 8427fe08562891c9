"""What a source states, read from its tree alone: classes, calls of Table, assignments."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst
from libcst.helpers import get_full_name_for_node
from sqlalchemy import Table

from schemasync_nb.apply.patch.source import Source, children

LOOPS = (cst.For, cst.While)


def classes(
    node: cst.CSTNode, names: tuple[str, ...] = (), around: str = ""
) -> Iterator[tuple[tuple[str, ...], cst.ClassDef, str]]:
    """(qualified name, class, what it is made in: "" at the top or in another class) for each class statement."""
    for each in children(node):
        yield from _classes_of(each, names, around)


def classes_in(source: Source) -> list[tuple[tuple[str, ...], cst.ClassDef, str]]:
    """The same for all of a source."""
    return source.found(_classes_of)


def _classes_of(
    node: cst.CSTNode, names: tuple[str, ...] = (), around: str = ""
) -> Iterator[tuple[tuple[str, ...], cst.ClassDef, str]]:
    """A class and those inside of it."""
    if isinstance(node, cst.ClassDef):
        yield (*names, node.name.value), node, around
        yield from classes(node.body, (*names, node.name.value), around)
    elif isinstance(node, LOOPS):
        yield from classes(node, names, around or "in a loop")
    elif isinstance(node, cst.FunctionDef):
        inner = (*names, node.name.value, "<locals>")
        yield from classes(node, inner, f"by the function {node.name.value}")
    elif isinstance(node, cst.BaseCompoundStatement | cst.BaseSuite | cst.Else | cst.ExceptHandler | cst.Finally):
        yield from classes(node, names, around)


def table_calls(node: cst.CSTNode, around: str = "") -> Iterator[tuple[cst.Call, str]]:
    """Each call of Table, with what it is made in."""
    if isinstance(node, cst.Call) and (get_full_name_for_node(node.func) or "").rpartition(".")[2] == "Table":
        yield node, around
    if isinstance(node, (*LOOPS, cst.BaseComp)):
        around = around or "in a loop"
    if isinstance(node, cst.FunctionDef):
        around = around or f"by the function {node.name.value}"
    for each in children(node):
        yield from table_calls(each, around)


def assignment(node: cst.ClassDef, attribute: str) -> cst.SimpleStatementLine | None:
    """The statement of a class that assigns an attribute; the last one, as Python reads it."""
    found = None
    for statement in node.body.body:
        parts = statement.body if isinstance(statement, cst.SimpleStatementLine) else ()
        if isinstance(statement, cst.SimpleStatementLine) and any(target_of(each) == attribute for each in parts):
            found = statement
    return found


def target_of(node: cst.CSTNode) -> str | None:
    """The name that an assignment gives its value to."""
    if isinstance(node, cst.AnnAssign) and isinstance(node.target, cst.Name):
        return node.target.value
    if isinstance(node, cst.Assign) and len(node.targets) == 1 and isinstance(node.targets[0].target, cst.Name):
        return node.targets[0].target.value
    return None


def called(node: cst.CSTNode | None) -> str:
    """The last word of what a call calls: ``Column`` of ``sa.Column(...)``; "" for what is no call."""
    if not isinstance(node, cst.Call):
        return ""
    return (get_full_name_for_node(node.func) or "").rpartition(".")[2]


def column_name(node: cst.CSTNode) -> str | None:
    """The name that is written in a call of Column."""
    if called(node) != "Column":
        return None
    assert isinstance(node, cst.Call)
    for arg in node.args:
        if (arg.keyword is None or arg.keyword.value == "name") and isinstance(arg.value, cst.SimpleString):
            return str(arg.value.evaluated_value)
        if arg.keyword is None:
            return None
    return None


def first_argument(call: cst.Call) -> cst.BaseExpression | None:
    return call.args[0].value if call.args else None


def makes(call: cst.Call, table: Table, name: str = "") -> bool:
    """True when a call of Table makes this table, which is called ``name`` there, or else as it is."""
    first = first_argument(call)
    if not isinstance(first, cst.SimpleString) or first.evaluated_value != (name or table.name):
        return False
    schema = next((arg.value for arg in call.args if arg.keyword and arg.keyword.value == "schema"), None)
    if isinstance(schema, cst.SimpleString):
        return schema.evaluated_value == table.schema
    return True


def function_of(node: cst.ClassDef, name: str) -> cst.FunctionDef | None:
    return next(
        (each for each in node.body.body if isinstance(each, cst.FunctionDef) and each.name.value == name), None
    )


def arguments(node: cst.CSTNode) -> list[cst.Arg]:
    return list(node.args) if isinstance(node, cst.Call) else []
