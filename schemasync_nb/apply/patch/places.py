"""A class, a table or a column where the models state it, as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import libcst as cst
from sqlalchemy import Table

from schemasync_nb.apply.patch.reading import assignment, classes_in, column_name, makes, table_calls, target_of
from schemasync_nb.apply.patch.source import Source


@dataclass(frozen=True)
class ClassPlace:
    """A class statement in a source, by the names that lead to it."""

    source: Source
    names: tuple[str, ...]

    @property
    def node(self) -> cst.ClassDef:
        """The class as it is now."""
        return next(node for names, node, _ in classes_in(self.source) if names == self.names)


@dataclass(frozen=True)
class TablePlace:
    """A table: its class, or the call of Table that makes it, by the name and schema in it.

    cls      the mapped class; None for a table without one
    place    where the class stands; None where a call of Table states the columns
    name     the name that the call gives it, where that is no longer the table's; "" else
    """

    table: Table
    source: Source
    cls: type | None = None
    place: ClassPlace | None = None
    name: str = ""

    @property
    def call(self) -> cst.Call:
        """The call of Table as it is now."""
        calls: list[cst.Call] = [call for call, _ in self.source.found(table_calls)]
        return next(call for call in calls if makes(call, self.table, self.name))

    @property
    def node(self) -> cst.CSTNode:
        """What states the table, as it is now."""
        return self.place.node if self.place else self.call


@dataclass(frozen=True)
class ColumnPlace:
    """A column: the statement of a class that declares it, or its argument in a call of Table.

    owner      where the class stands that declares it: the table's own, a base or a mixin
    attribute  what the class calls it; None in a call of Table
    """

    table: TablePlace
    name: str
    owner: ClassPlace | None = None
    attribute: str | None = None

    @property
    def source(self) -> Source:
        """Where it is written."""
        return self.owner.source if self.owner else self.table.source

    @property
    def cls_states_null(self) -> bool:
        """True when an ``Annotated`` type states nullability, which then holds against the annotation's None."""
        return any(getattr(each, "_has_nullable", False) for each in _annotated(self))

    @property
    def statement(self) -> cst.SimpleStatementLine:
        """The statement of the class, as it is now."""
        assert self.owner and self.attribute
        found = assignment(self.owner.node, self.attribute)
        assert found is not None
        return found

    @property
    def definition(self) -> cst.Assign | cst.AnnAssign:
        """What the statement assigns."""
        return next(each for each in self.statement.body if target_of(each) == self.attribute)  # type: ignore[return-value]

    @property
    def node(self) -> cst.CSTNode:
        """What declares the column, as it is now."""
        return self.statement if self.owner else self.argument

    @property
    def argument(self) -> cst.Arg:
        """The argument of the call of Table."""
        call = self.table.call
        return next(arg for arg in call.args if column_name(arg.value) == self.name)


def _annotated(place: ColumnPlace) -> list[Any]:
    """What the ``Annotated`` type of a column's annotation carries."""
    cls = place.table.cls
    hint = next(
        (
            vars(base)["__annotations__"].get(place.attribute)
            for base in (cls or object).__mro__
            if place.attribute in vars(base).get("__annotations__", {})
        ),
        None,
    )
    return [each for one in _flattened(hint) for each in getattr(one, "__metadata__", ())]


def _flattened(hint: Any) -> Iterator[Any]:
    yield hint
    for each in getattr(hint, "__args__", ()):
        yield from _flattened(each)
