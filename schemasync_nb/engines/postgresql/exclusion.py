"""EXCLUDE constraints as the server prints them, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|[(),]""")
_METHOD = re.compile(r"EXCLUDE USING (\w+) \(")
_OPERATOR = re.compile(r" WITH (OPERATOR\([^()]+\)|[-+*/<>=~!@#%^&|`?]+)$")


class Exclusion(NamedTuple):
    """EXCLUDE: its method, (expression, operator) pairs, predicate; what follows them otherwise is ``rest``."""

    method: str
    terms: list[tuple[str, str]]
    predicate: str | None
    rest: str


def exclusion(definition: str) -> Exclusion | None:
    """An exclusion constraint as pg_get_constraintdef prints it; None where it is printed otherwise."""
    start = _METHOD.match(definition)
    if start is None:
        return None
    listed, end = enclosed(definition, start.end())
    terms = []
    for term in split_terms(listed):
        operator = _OPERATOR.search(term)
        if operator is None:
            return None
        terms.append((term[: operator.start()], operator[1]))
    rest = definition[end:].strip()
    predicate = None
    if " WHERE (" in f" {rest}":
        before, _, after = f" {rest}".partition(" WHERE (")
        predicate, end = enclosed(after, 0)
        rest = f"{before} {after[end:]}".strip()
    return Exclusion(start[1], terms, predicate, rest)


def enclosed(sql: str, start: int) -> tuple[str, int]:
    """(what stands between a parenthesis, which opened just before ``start``, and its other end; where that ends)."""
    depth = 1
    for mark in _MARKS.finditer(sql, start):
        depth += {"(": 1, ")": -1}.get(mark.group(), 0)
        if depth == 0:
            return sql[start : mark.start()], mark.end()
    return sql[start:], len(sql)


def split_terms(sql: str) -> Iterator[str]:
    """What commas separate, outside of parentheses and quotes."""
    depth = start = 0
    for mark in _MARKS.finditer(sql):
        depth += {"(": 1, ")": -1}.get(mark.group(), 0)
        if mark.group() == "," and depth == 0:
            yield sql[start : mark.start()].strip()
            start = mark.end()
    yield sql[start:].strip()
