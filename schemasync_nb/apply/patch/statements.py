"""Statements of a class body that come and go, with the comments and blank lines that are theirs."""

from __future__ import annotations

from typing import Any

import libcst as cst

from schemasync_nb.apply.patch.places import ClassPlace, ColumnPlace
from schemasync_nb.apply.patch.reading import target_of
from schemasync_nb.apply.patch.source import Source


def append_statement(place: ClassPlace, line: Any, behind: list[cst.SimpleStatementLine]) -> None:
    """Put a statement behind the last of some; at the head of the class where there are none."""
    body = place.node.body
    statements = list(body.body)
    if behind:
        at = statements.index(behind[-1]) + 1
    else:
        at = 0
        for index, statement in enumerate(statements):
            if isinstance(statement, cst.SimpleStatementLine):
                part = statement.body[0]
                name = target_of(part)
                if (index == 0 and isinstance(part, cst.Expr)) or (name or "").startswith("__"):
                    at = index + 1
        if at and at <= len(statements):
            line = line.with_changes(leading_lines=[cst.EmptyLine(indent=False)])
    only = (
        statements[0].body[0] if len(statements) == 1 and isinstance(statements[0], cst.SimpleStatementLine) else None
    )
    if isinstance(only, cst.Pass):
        statements, at = [], 0
    statements.insert(at, line)
    place.source.replace(body, body.with_changes(body=statements))


def drop_statement(place: ColumnPlace) -> None:
    """Take a column's statement out of its class; the blank line above it goes to what follows."""
    assert place.owner is not None
    statement, body = place.statement, place.owner.node.body
    if len(statement.body) > 1:
        kept = [part for part in statement.body if target_of(part) != place.attribute]
        kept[-1] = kept[-1].with_changes(semicolon=cst.MaybeSentinel.DEFAULT)
        place.source.replace(statement, statement.with_changes(body=kept))
        return
    statements = list(body.body)
    at = statements.index(statement)
    del statements[at]
    if at < len(statements):
        following: Any = statements[at]
        statements[at] = following.with_changes(leading_lines=joined(above(statement), following.leading_lines))
    if not statements:
        statements = [cst.SimpleStatementLine([cst.Pass()])]
    place.source.replace(body, body.with_changes(body=statements))


def drop_top_statement(source: Source, statement: cst.SimpleStatementLine | cst.BaseCompoundStatement) -> None:
    """Take a statement of the module out, with the comment right above it; what stands apart above it stays."""
    body = list(source.module.body)
    at = body.index(statement)
    del body[at]
    if at < len(body):
        lines = joined(above(statement), body[at].leading_lines)
        body[at] = body[at].with_changes(leading_lines=lines)
    source.replace(source.module, source.module.with_changes(body=body))


def above(statement: cst.SimpleStatementLine | cst.BaseCompoundStatement) -> list[cst.EmptyLine]:
    """What stands above a statement but does not belong to it: all up to the last blank line."""
    lines = list(statement.leading_lines)
    blank = [at for at, line in enumerate(lines) if line.comment is None]
    return lines[: blank[-1] + 1] if blank else []


def joined(above: list[cst.EmptyLine], own: Any) -> list[cst.EmptyLine]:
    """Two runs of lines, with one blank line between them where both have one."""
    own = list(own)
    while above and own and above[-1].comment is None and own[0].comment is None:
        above = above[:-1]
    return [*above, *own]
