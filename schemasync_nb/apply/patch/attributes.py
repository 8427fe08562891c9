"""Names that a new attribute of a class must not take: what stands in the class would read them."""

from __future__ import annotations

import ast

import libcst as cst

from schemasync_nb.engines.spelling import Call, flat
from schemasync_nb.engines.words import TableWords


def read_by_words(table: TableWords) -> set[str]:
    """The names that the columns of a table read where they are declared: ``text``, ``date``."""
    columns = (Call(column.python, (column.type, *column.items, *column.options)) for column in table.columns)
    return {name for column in columns for name in _read(flat(column))}


def read_by_class(node: cst.ClassDef) -> set[str]:
    """The names that the statements of a class read, those of its methods aside."""
    body = [each for each in node.body.body if isinstance(each, cst.SimpleStatementLine)]
    return {name for each in body for name in _read(cst.Module([each.with_changes(leading_lines=[])]).code)}


def _read(source: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(source)))
    names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return names | {node.attr for node in nodes if isinstance(node, ast.Attribute)}
