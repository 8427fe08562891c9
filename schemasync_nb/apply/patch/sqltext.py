"""SQL that models state as text: which names in it are a column's, and the same text with other names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst
import sqlalchemy as sa
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import ColumnClause, TextClause

from schemasync_nb.apply.patch.reading import called
from schemasync_nb.apply.patch.source import inside

_TOKEN = re.compile(
    r"""(?P<gap>\s+|--[^\n]*|/\*.*?\*/)
    |(?P<string>[eE]'(?:[^'\\]|\\.|'')*'|(?:\b[xXbBnN])?'(?:[^']|'')*'|\$(?P<tag>\w*)\$.*?\$(?P=tag)\$)
    |(?P<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`)
    |(?P<word>[^\W\d][\w$]*)
    |(?P<sign>\d[\w.]*|::|.)""",
    re.VERBOSE | re.DOTALL,
)
_KEYWORDS = frozenset(
    """all and any as between case cast collate distinct else end escape exists extract false from glob ilike in is
    isnull like not notnull null or select then true when where""".split()  # noqa: SIM905
)
_BEFORE_OTHER_NAMES = frozenset({"::", ":", "AS", "COLLATE", "WITH", "WITHOUT"})
"""What stands before the name of a type, a collation or a parameter."""


@dataclass(frozen=True)
class ColumnNames:
    """New names of one table's columns.

    names   key of the old name -> the new name
    tables  what may stand before a column's name: keys of the table's own names
    key     a name as the engine tells names apart
    quote   a name as SQL must write it
    quotes_stay
            the new name is quoted as the old one was
    """

    names: Mapping[str, str]
    tables: Collection[str]
    key: Callable[[str], str]
    quote: Callable[[str], str]
    quotes_stay: bool = True

    def renamed(self, sql: str) -> str:
        """The SQL with the new names."""
        return edited(sql, self.edits(sql))

    def edits(self, sql: str) -> list[tuple[int, int, str]]:
        """(start, end, new text) of each place where an old name stands, in order; what is quoted stays quoted."""
        tokens = [match for match in _TOKEN.finditer(sql) if match.lastgroup != "gap"]
        found = []
        for at, token in enumerate(tokens):
            new = self._new(token) if token.lastgroup in ("word", "quoted") else None
            if new is not None and self._is_column(tokens, at):
                found.append((*token.span(), new))
        return found

    def _new(self, token: re.Match[str]) -> str | None:
        if token["word"]:
            lower = token["word"].lower()
            new = self.names.get(self.key(lower)) if lower not in _KEYWORDS else None
            return None if new is None else self.quote(new)
        quote = token["quoted"][0]
        new = self.names.get(self.key(token["quoted"][1:-1].replace(quote * 2, quote)))
        if new is None or not self.quotes_stay:
            return None if new is None else self.quote(new)
        return quote + new.replace(quote, quote * 2) + quote

    def _is_column(self, tokens: list[re.Match[str]], at: int) -> bool:
        """False where the name is a function's, a type's, a field's or a parameter's."""
        before = [token[0].upper() for token in tokens[max(at - 2, 0) : at]]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and (after[0] in ("(", ".") or (after.lastgroup == "string" and tokens[at]["word"])):
            return False
        if before[-1:] == ["."]:
            return self.key(before[0].strip('"`').lower()) in self.tables
        return not (before and before[-1] in _BEFORE_OTHER_NAMES) and before != ["EXTRACT", "("]


def edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """A text with some of its parts replaced."""
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


# what the models state


def texts_of(table: sa.Table) -> set[str]:
    """The SQL that a table states as text: in its checks, generated columns, indexes and options."""
    constraints = [*table.constraints, *(each for column in table.columns for each in column.constraints)]
    found = {text for column in table.columns if column.computed for text in _texts(column.computed.sqltext)}
    for constraint in constraints:
        for part in (getattr(constraint, "sqltext", None), getattr(constraint, "where", None)):
            found |= set(_texts(part))
        for expression, *_ in getattr(constraint, "_render_exprs", ()):
            found |= set(_texts(expression))
    for index in table.indexes:
        found |= {text for expression in index.expressions for text in _texts(expression)}
    items: list[sa.Table | sa.Constraint | sa.Index] = [table, *constraints, *table.indexes]
    for each in items:
        for option, value in each.dialect_kwargs.items():
            found |= {value} if isinstance(value, str) and _is_sql(option) else set(_texts(value))
    return found


def _texts(expression: object) -> Iterator[str]:
    if isinstance(expression, sa.ClauseElement):
        for part in visitors.iterate(expression):
            if isinstance(part, TextClause):
                yield part.text
            elif isinstance(part, ColumnClause) and part.is_literal:
                yield part.name


def literals(node: cst.CSTNode) -> Iterator[cst.BaseExpression]:
    """What stands in a source where SQL may stand as text: a literal, or an expression that is none."""
    for each in inside(node):
        if isinstance(each, cst.Call) and called(each) in ("CheckConstraint", "Computed", "text", "literal_column"):
            first = [arg for arg in each.args[:1] if arg.keyword is None]
            for arg in first or [a for a in each.args if a.keyword and a.keyword.value in ("sqltext", "text")]:
                yield arg.value
        elif isinstance(each, cst.Arg) and each.keyword and _is_sql(each.keyword.value):
            yield each.value
        elif isinstance(each, cst.DictElement) and isinstance(each.key, cst.SimpleString):
            yield from [each.value] if _is_sql(str(each.key.evaluated_value)) else []


def _is_sql(option: str) -> bool:
    """True for an option that holds SQL about the columns of its table."""
    return option == "where" or option.endswith(("_where", "_partition_by"))


def parts_of(node: cst.CSTNode) -> list[cst.SimpleString] | None:
    """The literals of which a text consists, one behind the other; None where something else is among them."""
    if isinstance(node, cst.SimpleString):
        return [node] if isinstance(node.evaluated_value, str) else None
    if isinstance(node, cst.ConcatenatedString):
        left, right = parts_of(node.left), parts_of(node.right)
        return None if left is None or right is None else left + right
    return None
