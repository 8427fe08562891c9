"""Columns in the lists of constraints and indexes: SQLAlchemy looks them up by key, which may be another name."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace

from schemasync_nb.engines.spelling import Call, Node, string

_SKIPPED = {
    **dict.fromkeys(("UniqueConstraint", "PrimaryKeyConstraint", "ForeignKeyConstraint", "ExcludeConstraint"), 0),
    "Index": 1,
}
"""What lists columns -> how many arguments come before them."""


def with_keys(call: Call, listed: Callable[[str], str]) -> Call:
    """A constraint or an index that lists each column as ``listed`` says."""
    head = call.head.rpartition(".")[2]
    if head not in _SKIPPED:
        return call
    first, last = _SKIPPED[head], 1 if head == "ForeignKeyConstraint" else len(call.items)
    items = [_with_keys(item, listed) if first <= at < last else item for at, item in enumerate(call.items)]
    return replace(call, items=tuple(items))


def _with_keys(node: Node, listed: Callable[[str], str]) -> Node:
    if isinstance(node, Call):
        if node.head and not node.head.endswith("_include="):
            return node
        last = len(node.items) if node.brackets == "[]" else 1  # of a tuple, what follows is an operator
        return replace(node, items=tuple(_with_keys(each, listed) for each in node.items[:last]) + node.items[last:])
    if not isinstance(node, str) or not node.startswith(('"', "'")):
        return node
    name = ast.literal_eval(node)
    return node if listed(name) == name else string(listed(name))


def with_targets(node: Node, targets: Mapping[str, str]) -> Node:
    """A foreign key that refers to other columns: "table.name" -> "table.key"."""
    if isinstance(node, Call):
        return replace(node, items=tuple(with_targets(each, targets) for each in node.items))
    is_target = isinstance(node, str) and node.startswith(('"', "'"))
    return string(targets.get(name, name)) if is_target and (name := ast.literal_eval(str(node))) in targets else node
