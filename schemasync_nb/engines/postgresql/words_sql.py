"""Expressions as the server prints them -> as a person types them, where the server reads both as the same.

The server adds what it inferred: casts of constants to the type they are compared with, parentheses around every
part, operators for LIKE and IN. What it would infer again is left out here; anything that is not known stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schemasync_nb.engines.postgresql.defaults import INTEGERS
from schemasync_nb.engines.postgresql.types import without_modifier

_TOKEN = re.compile(
    r"""(?P<space>\s*)(?:
    (?P<string>[Ee]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*')
    |(?P<cast>::(?:character\ varying|bit\ varying|double\ precision|time(?:stamp)?(?:\(\d\))?\ with(?:out)?\ time\ zone
       |(?:"[^"]*"|\w+)(?:\.(?:"[^"]*"|\w+))?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*)
    |(?P<number>\d+(?:\.\d+)?(?![\w.]))
    |(?P<name>(?:"(?:[^"]|"")+"|\w+)(?:\.(?:"(?:[^"]|"")+"|\w+))*)
    |(?P<open>[(\[])|(?P<close>[)\]])|(?P<comma>,)
    |(?P<operator>[-+*/<>=~!@\#%^&|`?]+)
    |(?P<other>.))""",
    re.VERBOSE | re.DOTALL,
)

TEXT = frozenset({"text", "character varying"})
NUMERIC = frozenset({"numeric", "double precision"})
_COMPARED = frozenset({"=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*"})
_OF_TEXT = _COMPARED | {"||"}
_OF_NUMBERS = frozenset({"=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/"})
_SPELLED = {"~~": "LIKE", "!~~": "NOT LIKE", "~~*": "ILIKE", "!~~*": "NOT ILIKE"}
_TEXT_FUNCTIONS = frozenset({"lower", "upper", "length", "char_length", "btrim", "ltrim", "rtrim"})


@dataclass(frozen=True)
class Token:
    """A word, sign or constant, or what stands in parentheses; ``space`` stood before it."""

    kind: str
    text: str
    space: str = ""
    inner: tuple[Token, ...] = ()

    def is_(self, *texts: str) -> bool:
        return self.kind in ("name", "operator") and self.text in texts


class _Unbalanced(Exception):
    """Not an expression as the server prints one."""


def readable(sql: str, types: Mapping[str, str], *, bare: bool = True) -> str:
    """An expression as a person types it.

    types  column, as SQL quotes it -> its type as printed
    bare   parentheses around all of it go
    """
    try:
        parts = _simpler(_parsed(sql), types)
    except _Unbalanced:
        return sql
    while bare and len(parts) == 1 and parts[0].kind == "(":
        parts = parts[0].inner
    return _written(parts).strip()


def _parsed(sql: str) -> tuple[Token, ...]:
    stack: list[tuple[Token | None, list[Token]]] = [(None, [])]
    for match in _TOKEN.finditer(sql):
        kind = match.lastgroup or ""
        token = Token(kind, match[0][len(match["space"]) :], match["space"])
        if kind == "open":
            stack.append((token, []))
        elif kind == "close":
            opening, inner = stack.pop()
            if opening is None or opening.text + token.text not in ("()", "[]"):
                raise _Unbalanced
            stack[-1][1].append(Token(opening.text, "", opening.space, tuple(inner)))
        elif kind != "space":
            stack[-1][1].append(token)
    if len(stack) != 1:
        raise _Unbalanced
    return tuple(stack[0][1])


def _written(parts: Sequence[Token]) -> str:
    return "".join(map(_one, parts))


def _one(token: Token) -> str:
    if token.kind not in "([":
        return token.space + token.text
    return f"{token.space}{token.kind}{_written(token.inner)}{')' if token.kind == '(' else ']'}"


def _simpler(parts: tuple[Token, ...], types: Mapping[str, str]) -> tuple[Token, ...]:
    parts = tuple(
        Token(part.kind, part.text, part.space, _simpler(part.inner, types)) if part.kind in "([" else part
        for part in parts
    )
    for rule in (_arguments, _texts, _constants, _lists, _words, _between, _logic, _joined):
        parts = tuple(rule(parts, types))
    return parts


def _type(token: Token | None, types: Mapping[str, str]) -> str | None:
    """The type of a column, its length aside."""
    found = types.get(token.text) if token is not None and token.kind == "name" else None
    return without_modifier(found) if found is not None else None


def _at(parts: Sequence[Token], at: int) -> Token | None:
    return parts[at] if 0 <= at < len(parts) else None


def _arguments(parts: Sequence[Token], types: Mapping[str, str]) -> Iterator[Token]:
    """``round((a - b), 2)`` -> ``round(a - b, 2)``; ``lower((name)::text)`` -> ``lower(name)``."""
    for at, part in enumerate(parts):
        function = _at(parts, at - 1)
        if part.kind != "(" or function is None or function.kind != "name" or part.space:
            yield part
            continue
        inner = part.inner
        if function.text in _TEXT_FUNCTIONS and len(inner) == 2 and inner[1].text == "::text":
            column = inner[0].inner[0] if inner[0].kind == "(" and len(inner[0].inner) == 1 else inner[0]
            if _type(column, types) == "character varying":
                inner = (Token("name", column.text),)
        yield Token("(", "", "", tuple(_unwrapped(inner)))


def _unwrapped(inner: Sequence[Token]) -> Iterator[Token]:
    for at, part in enumerate(inner):
        beside = [each for each in (_at(inner, at - 1), _at(inner, at + 1)) if each is not None]
        if part.kind == "(" and part.inner and all(each.kind == "comma" for each in beside):
            yield _moved(part.inner[0], part.space)
            yield from part.inner[1:]
        else:
            yield part


def _moved(token: Token, space: str) -> Token:
    return Token(token.kind, token.text, space, token.inner)


def _texts(parts: Sequence[Token], types: Mapping[str, str]) -> Iterator[Token]:
    """``(name)::text`` -> ``name`` where a varchar would be taken as text anyway."""
    at = 0
    while at < len(parts):
        part, cast = parts[at], _at(parts, at + 1)
        column = part.inner[0] if part.kind == "(" and len(part.inner) == 1 else part
        is_cast = cast is not None and cast.kind == "cast" and cast.text == "::text"
        if is_cast and _type(column, types) == "character varying":
            beside = (_at(parts, at - 1), _at(parts, at + 2))
            if any(each is not None and each.is_(*_OF_TEXT) for each in beside):
                yield Token("name", column.text, part.space)
                at += 2
                continue
        yield part
        at += 1


def _constants(parts: Sequence[Token], types: Mapping[str, str]) -> Iterator[Token]:
    """``state = 'new'::public.state`` -> ``state = 'new'``; ``price > (0)::numeric`` -> ``price > 0``."""
    at = 0
    while at < len(parts):
        part, cast = parts[at], _at(parts, at + 1)
        if cast is not None and cast.kind == "cast" and _is_inferred(parts, at, cast.text[2:], types):
            inner = part.inner[0] if part.kind == "(" else part
            yield Token(inner.kind, inner.text, part.space)
            at += 2
            continue
        yield part
        at += 1


def _is_inferred(parts: Sequence[Token], at: int, type_: str, types: Mapping[str, str]) -> bool:
    """True when an operator takes the constant at this place for one of this type, be the cast there or not."""
    operator, other, constant = _at(parts, at - 1), _type(_at(parts, at - 2), types), parts[at]
    after = _at(parts, at + 2)
    if operator is None or (after is not None and not after.is_("AND", "OR", "||")):
        return False
    if constant.kind == "(" and len(constant.inner) == 1 and constant.inner[0].kind == "number":
        return type_ in NUMERIC and other == type_ and operator.is_(*_OF_NUMBERS)
    if constant.kind != "string":
        return False
    if operator.is_("||"):
        return type_ == "text" and (other in TEXT or (_at(parts, at - 2) or constant).kind == "(")
    return operator.is_(*_COMPARED) and (other == type_ or (type_ == "text" and other in TEXT))


def _lists(parts: Sequence[Token], types: Mapping[str, str]) -> Iterator[Token]:
    """``state = ANY (ARRAY['a'::text, 'b'::text])`` -> ``state IN ('a', 'b')``."""
    at = 0
    while at < len(parts):
        part, values = parts[at], None
        any_, listed = _at(parts, at + 1), _at(parts, at + 2)
        folded = any_ is not None and ((part.is_("=") and any_.is_("ANY")) or (part.is_("<>") and any_.is_("ALL")))
        if folded and listed is not None and listed.kind == "(":
            values = _values(listed.inner, _type(_at(parts, at - 1), types))
        if values is None:
            yield part
            at += 1
            continue
        yield Token("name", "IN" if part.is_("=") else "NOT IN", " ")
        yield Token("(", "", " ", values)
        at += 3


def _values(inner: Sequence[Token], type_: str | None) -> tuple[Token, ...] | None:
    """The constants of an array that a column of this type is compared with; None where it is something else."""
    if len(inner) == 2 and inner[0].kind == "(" and inner[1].text == "::text[]" and type_ == "character varying":
        inner = inner[0].inner
    if len(inner) != 2 or not inner[0].is_("ARRAY") or inner[1].kind != "[" or type_ is None:
        return None
    found: list[Token] = []
    rest = list(inner[1].inner)
    while rest:
        value = rest.pop(0)
        if value.kind == "(" and rest and rest.pop(0).text == "::text" and type_ == "character varying":
            rest = [*value.inner, *rest]  # as a dump and its restore word it
            value = rest.pop(0)
        cast = rest.pop(0).text if rest and rest[0].kind == "cast" else None
        if cast != f"::{type_}" if value.kind == "string" else (value.kind != "number" or type_ not in INTEGERS):
            return None
        found.append(_moved(value, " " if found else ""))
        if rest:
            found.append(rest.pop(0))
            if found[-1].kind != "comma" or not rest:
                return None
    return tuple(found) if len(found) > 1 else None


def _words(parts: Sequence[Token], types: Mapping[str, str]) -> Iterator[Token]:
    """``name ~~ 'a%'`` -> ``name LIKE 'a%'``."""
    for part in parts:
        spelled = _SPELLED.get(part.text) if part.kind == "operator" else None
        yield part if spelled is None else Token("name", spelled, part.space)


def _between(parts: Sequence[Token], types: Mapping[str, str]) -> Iterator[Token]:
    """``(n >= 1) AND (n <= 5)`` -> ``n BETWEEN 1 AND 5``, where nothing else is joined to it."""
    if len(parts) == 3 and parts[1].is_("AND") and parts[0].kind == parts[2].kind == "(":
        low, high = parts[0].inner, parts[2].inner
        if len(low) == len(high) == 3 and low[1].is_(">=") and high[1].is_("<="):
            plain = all(each.kind in ("number", "string", "name") for each in (low[0], low[2], high[2]))
            if plain and low[0].text == high[0].text and low[0].kind == "name":
                yield Token("name", low[0].text, parts[0].space)
                yield Token("name", "BETWEEN", " ")
                yield from (low[2], Token("name", "AND", " "), high[2])
                return
    yield from parts


def _logic(parts: Sequence[Token], types: Mapping[str, str]) -> Iterator[Token]:
    """``(a > 1) AND (b IS NULL)`` -> ``a > 1 AND b IS NULL``."""
    junctions = ("AND", "OR")
    plain = not any(part.is_("BETWEEN", "CASE") for part in parts)
    for at, part in enumerate(parts):
        beside = [each for each in (_at(parts, at - 1), _at(parts, at + 1)) if each is not None]
        among = plain and part.kind == "(" and beside and all(each.is_(*junctions) for each in beside)
        if among and part.inner and not any(each.is_(*junctions) for each in part.inner):
            yield _moved(part.inner[0], part.space)
            yield from part.inner[1:]
        else:
            yield part


def _joined(parts: Sequence[Token], types: Mapping[str, str]) -> Iterator[Token]:
    """``(a || ' ') || b`` -> ``a || ' ' || b``."""
    first, second = _at(parts, 0), _at(parts, 1)
    if first is not None and first.kind == "(" and second is not None and second.is_("||"):
        operators = {each.text for each in first.inner if each.kind == "operator"}
        if operators == {"||"} and not any(each.kind in ("comma", "other") for each in first.inner):
            yield _moved(first.inner[0], first.space)
            yield from first.inner[1:]
            parts = parts[1:]
    yield from parts
