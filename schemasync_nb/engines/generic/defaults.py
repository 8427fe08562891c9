"""Server defaults as reflection and models state them: what is a constant can be compared, what is not cannot."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from schemasync_nb.engines.generic.types import Type

_NUMBERS = re.compile(r"INT|NUM|DEC|FLOAT|DOUBLE|REAL|BOOL|^BIT$")
_TEXTS = re.compile(r"CHAR|TEXT|CLOB|STRING|ENUM")
_CAST = re.compile(r"^('(?:''|[^'])*')::.+$", re.DOTALL)
_LITERAL = re.compile(r"(?:\w+ ?)?'(?:''|\\.|[^'])*'|[+-]?[\d.]+(?:E[+-]?\d+)?|TRUE|FALSE", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"^N?'((?:''|[^'])*)'$", re.DOTALL)


def without_parentheses(text: str) -> str:
    """``((0))`` -> ``0``: SQL Server puts them round every default."""
    text = text.strip()
    while text.startswith("(") and text.endswith(")") and _closes_last(text):
        text = text[1:-1].strip()
    return text


def _closes_last(text: str) -> bool:
    depth = 0
    for at, sign in enumerate(re.sub(r"'(?:''|[^'])*'", lambda quoted: "x" * len(quoted[0]), text)):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if not depth:
            return at == len(text) - 1
    return False


def stated_default(text: str | None) -> str | None:
    """The text of a default; None for none, which ``NULL`` is too."""
    if text is None:
        return None
    bare = without_parentheses(text)
    return None if not bare or re.fullmatch(r"NULL(?:::.+)?", bare, re.IGNORECASE) else bare


def is_literal(text: str) -> bool:
    """True for a default that is a value as it stands; the server evaluates any other."""
    text = re.sub(_CAST, r"\1", text)
    return _LITERAL.fullmatch(text) is not None


def constant(text: str, kind: Type | None) -> str | None:
    """The value of a default that is a number or a text, in one spelling; None for any other."""
    text = re.sub(_CAST, r"\1", text)
    word = kind.word if kind else ""
    quoted = _QUOTED.match(text)
    value = quoted[1].replace("''", "'") if quoted else {"TRUE": "1", "FALSE": "0"}.get(text.upper(), text)
    if _NUMBERS.search(word) and "POINT" not in word and "INTERVAL" not in word:
        value = {"T": "1", "F": "0", "TRUE": "1", "FALSE": "0"}.get(value.upper(), value)
        try:
            number = Decimal(value.strip())
        except InvalidOperation:
            return None
        return str(number.normalize() + 0) if number.is_finite() else None
    if _TEXTS.search(word) and quoted and "\\" not in value:  # a backslash means one thing here, another there
        return value
    return None


def alike(found: str | None, stated: str | None, kind: Type | None) -> bool:
    """True unless the two differ for certain: one is no default or a literal and the other is not, or the values of
    both are known."""
    if found is None or stated is None:
        return found is stated
    if is_literal(found) != is_literal(stated):
        return False
    values = constant(found, kind), constant(stated, kind)
    return found == stated or values[0] == values[1] or None in values
