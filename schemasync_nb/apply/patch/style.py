"""How a file writes its columns, read from those that are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst
from libcst.helpers import get_full_name_for_node

from schemasync_nb.apply.patch.places import TablePlace
from schemasync_nb.apply.patch.reading import called, classes_in, target_of
from schemasync_nb.apply.patch.source import inside
from schemasync_nb.engines.words import IMPLIED


@dataclass(frozen=True)
class Style:
    """How columns are written.

    annotated    ``Mapped[...]``, or a bare type in SQLModel, says what Python gets
    constructor  ``mapped_column``, ``db.Column``; as the file spells it, "" where none is there to be seen
    prefix       ``sa.``, ``db.``, or ""
    explicit     a type is stated although the annotation implies it
    empty_call   ``= mapped_column()`` where nothing is left to be said
    optional     True for ``Optional[str]``, False for ``str | None``
    states_null  ``nullable=True`` is stated
    names        a column's name is stated although the attribute has it
    sqlmodel     the class is SQLModel's
    """

    annotated: bool
    constructor: str
    prefix: str = ""
    explicit: bool = False
    empty_call: bool = False
    optional: bool = False
    states_null: bool = False
    names: bool = False
    sqlmodel: bool = False


def column_statements(node: cst.ClassDef, sqlmodel: bool = False) -> Iterator[cst.SimpleStatementLine]:
    """The statements of a class that declare columns; those of SQLModel may be bare annotations with a default."""
    for statement in node.body.body:
        parts = statement.body if isinstance(statement, cst.SimpleStatementLine) else ()
        if isinstance(statement, cst.SimpleStatementLine) and any(
            is_column(part) or (sqlmodel and _is_field(part)) for part in parts
        ):
            yield statement


def _is_field(part: cst.CSTNode) -> bool:
    if not isinstance(part, cst.AnnAssign) or (target_of(part) or "__").startswith("__"):
        return False
    words = {each.value for each in inside(part) if isinstance(each, cst.Name)}
    return not words & {"Relationship", "ClassVar"}


def is_column(part: cst.CSTNode) -> bool:
    """True for an assignment that declares a column."""
    name = target_of(part)
    if name is None or name.startswith("__"):
        return False
    value = part.value if isinstance(part, cst.Assign | cst.AnnAssign) else None
    if isinstance(value, cst.Call):
        return constructor_call(value) is not None
    return isinstance(part, cst.AnnAssign) and (mapped(part) is not None) and value is None


def constructor_call(value: cst.CSTNode | None) -> cst.Call | None:
    """The call in a value that makes the column: itself, or what ``column_property`` or ``Field`` holds."""
    if value is None:
        return None
    calls = [each for each in inside(value) if isinstance(each, cst.Call)]
    found = [each for each in calls if called(each) in ("Column", "mapped_column")]
    fields = [each for each in calls if called(each) == "Field"]
    return next(iter(found or fields), None)


def mapped(part: cst.AnnAssign) -> cst.BaseExpression | None:
    """What stands in ``Mapped[...]``."""
    annotation = part.annotation.annotation
    if not isinstance(annotation, cst.Subscript):
        return None
    head = (get_full_name_for_node(annotation.value) or "").rpartition(".")[2]
    index = annotation.slice[0].slice
    return index.value if head == "Mapped" and isinstance(index, cst.Index) else None


def style_of(table: TablePlace) -> Style:
    """How the table's class writes columns; where it has none of its own, how the other classes of its file do."""
    if table.place is None:
        calls = [arg.value for arg in table.call.args if called(arg.value) == "Column"]
        own = get_full_name_for_node(table.call.func) or "Table"
        constructor = _func(calls[0]) if calls else own.removesuffix("Table") + "Column"
        return Style(
            False,
            constructor,
            _prefix(constructor),
            states_null=any(_says(call, "nullable", "True") for call in calls),
        )
    sqlmodel = any(base.__module__.partition(".")[0] == "sqlmodel" for base in (table.cls or object).__mro__)
    parts = _parts(table.place.node)
    has_own = bool(parts)
    if not parts:
        parts = [part for _, node, _ in classes_in(table.source) for part in _parts(node)]
    found = [call for part in parts if (call := constructor_call(part.value))]
    annotated = [part for part in parts if isinstance(part, cst.AnnAssign)]
    constructor = _func(found[0]) if found else ""
    bare = [part for part in annotated if part.value is None]
    is_annotated = len(annotated) * 2 > len(parts) if parts else True
    return Style(
        annotated=is_annotated or sqlmodel,
        constructor=constructor,
        prefix=_prefix(constructor),
        explicit=is_annotated and any(_states_implied(call) for call in found),
        empty_call=is_annotated and not bare and any(not call.args for call in found),
        optional="Optional[" in table.source.before,
        states_null=any(_says(call, "nullable", "True") for call in found),
        names=bool(found) and has_own and all(_first_string(call) for call in found) and not sqlmodel,
        sqlmodel=sqlmodel,
    )


def _parts(node: cst.ClassDef) -> list[cst.Assign | cst.AnnAssign]:
    return [
        part
        for statement in column_statements(node)
        for part in statement.body
        if isinstance(part, cst.Assign | cst.AnnAssign) and is_column(part)
    ]


def _func(call: cst.CSTNode) -> str:
    assert isinstance(call, cst.Call)
    return get_full_name_for_node(call.func) or ""


def _prefix(constructor: str) -> str:
    """``sa.`` of ``sa.Column``; the ORM's own prefix says nothing of types."""
    before, dot, name = constructor.rpartition(".")
    return before + dot if name == "Column" or before == "db" else ""


def _first_string(call: cst.Call) -> bool:
    return bool(call.args) and call.args[0].keyword is None and isinstance(call.args[0].value, cst.SimpleString)


def _states_implied(call: cst.Call) -> bool:
    for arg in call.args:
        if arg.keyword is None and isinstance(arg.value, cst.Name | cst.Attribute):
            return (get_full_name_for_node(arg.value) or "").rpartition(".")[2] in IMPLIED
    return False


def _says(call: cst.CSTNode, keyword: str, value: str) -> bool:
    assert isinstance(call, cst.Call)
    return any(
        arg.keyword is not None
        and arg.keyword.value == keyword
        and isinstance(arg.value, cst.Name)
        and arg.value.value == value
        for arg in call.args
    )
