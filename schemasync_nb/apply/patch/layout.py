"""Lines that an edit made too long are broken, as a formatter would; those that nobody touched stay."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.reading import classes
from schemasync_nb.apply.patch.source import Source
from schemasync_nb.apply.patch.style import constructor_call


def break_long(source: Source) -> None:
    """Lay the columns of classes out over several lines where an edit left a line too long."""
    before = {id(statement) for statement, _ in _statements(source.original)}
    for statement, depth in list(_statements(source.module)):
        if id(statement) in before:
            continue
        for each in (False, True):  # on one line in between, then each on its own
            call = _call(statement)
            if call is None or _fits(statement, depth, source):
                break
            if lists.is_broken(call) and (not each or len(call.args) == 1):
                continue
            new = statement.deep_replace(call, lists.broken(call, each=each))
            assert isinstance(new, cst.SimpleStatementLine)
            source.replace(statement, new)
            statement = new


def _statements(module: cst.Module) -> Iterator[tuple[cst.SimpleStatementLine, int]]:
    """The statements of classes, with how deep they stand."""
    for names, node, _ in classes(module):
        for statement in node.body.body:
            if isinstance(statement, cst.SimpleStatementLine):
                yield statement, len(names)


def _call(statement: cst.SimpleStatementLine) -> cst.Call | None:
    """The call that makes the statement's column."""
    values = (part.value for part in statement.body if isinstance(part, cst.Assign | cst.AnnAssign))
    return next((call for value in values if (call := constructor_call(value)) is not None), None)


def _fits(statement: cst.SimpleStatementLine, depth: int, source: Source) -> bool:
    lines = source.code(statement).splitlines()
    return all(4 * depth + len(line.partition("  #")[0]) <= source.width for line in lines)
