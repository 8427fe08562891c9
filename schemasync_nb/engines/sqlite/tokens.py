"""SQLite's SQL as tokens, and expressions in one canonical form.

SQLite keeps the text of a statement as it was typed, so two spellings of one schema differ in case, quotes, comments
and white space. Tokens are what its own tokenizer sees (sqlite.org/lang_keywords.html, lang_expr.html).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from schemasync_nb.catalog import ASCII_LOWER
from schemasync_nb.errors import DatabaseError

WORD, QUOTED, STRING, NUMBER, BLOB, SIGN = "word", "quoted", "string", "number", "blob", "sign"

# What stands between two tokens goes with the second; the commonest kinds come first, because this is where time goes.
_TOKEN = re.compile(
    r"""
    (?P<gap> (?: [ \t\n\f\r]+ | --[^\n]* | /\*.*?(?:\*/|\Z) )*+ )
    (?: (?P<word>(?![xX]'[0-9a-fA-F]*')[A-Za-z_\u0080-\U0010ffff][A-Za-z0-9_$\u0080-\U0010ffff]*)
      | (?P<number>0[xX][0-9a-fA-F]+ | (?:[0-9][0-9_]*\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
      | (?P<string>'(?:[^']|'')*')
      | (?P<quoted>"(?:[^"]|"")*" | `(?:[^`]|``)*` | \[[^\]]*\])
      | (?P<blob>[xX]'[0-9a-fA-F]*')
      | (?P<sign>\|\| | ->> | -> | << | >> | <= | >= | == | != | <> | .)
      | \Z
    )
    """,
    re.VERBOSE | re.DOTALL,
)

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

# Words that cannot stand for a name unless they are quoted (sqlite.org/lang_keywords.html), as far as it matters when
# an expression is compared or a name is written.
KEYWORDS = frozenset(
    """add all alter and as autoincrement between case cast check collate commit constraint create cross current_date
    current_time current_timestamp default deferrable delete distinct drop else escape except exists false foreign from
    full glob group having if in index inner insert intersect into is isnull join left like limit match natural not
    nothing notnull null on or order outer primary raise references regexp replace returning right rollback select set
    table then to transaction true union unique update using values when where with""".split()  # noqa: SIM905
)


class Token(NamedTuple):
    """One token: its kind, its text as typed, and whether anything stood between it and the one before."""

    kind: str
    text: str
    spaced: bool

    def is_word(self, *words: str) -> bool:
        """True for one of these keywords, given in upper case."""
        return self.kind == WORD and self.text.upper() in words


def tokens(sql: str) -> list[Token]:
    """The tokens of a statement, without comments and white space."""
    found: list[Token] = []
    for match in _TOKEN.finditer(sql):
        kind = match.lastgroup
        if kind is not None and kind != "gap":
            found.append(Token(kind, match[kind], match.end("gap") > match.start()))
    return found


def fold(name: str) -> str:
    """A name as SQLite tells names apart: ASCII case is nothing, other letters' case is."""
    return name.lower() if name.isascii() else name.translate(ASCII_LOWER)


def unquote(token: Token) -> str:
    """The name that a token spells."""
    if token.kind == QUOTED:
        if token.text[0] == "[":
            return token.text[1:-1]
        quote = token.text[0]
        return token.text[1:-1].replace(quote * 2, quote)
    if token.kind == STRING:  # SQLite lets a string stand for a name
        return token.text[1:-1].replace("''", "'")
    if token.kind == WORD:
        return token.text
    raise DatabaseError(f"a name was expected in SQL text, found {token.text!r}")


def quote(name: str) -> str:
    """A name as it may stand in a statement, quoted only where it must be."""
    if _PLAIN_NAME.fullmatch(name) and fold(name) not in KEYWORDS:
        return name
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A string as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def text_of(parts: Sequence[Token]) -> str:
    """Tokens as typed, comments gone and white space folded to one blank."""
    return "".join((" " if token.spaced and at else "") + token.text for at, token in enumerate(parts))


def without_outer_parentheses(parts: Sequence[Token]) -> list[Token]:
    """``((a > 0))`` -> ``a > 0``; ``(a) > (b)`` stays."""
    inner = list(parts)
    while len(inner) > 2 and inner[0].text == "(" and closing(inner, 0) == len(inner) - 1:
        inner = inner[1:-1]
    return inner


def closing(parts: Sequence[Token], opening: int) -> int:
    """Where the parenthesis that opens at ``opening`` closes; DatabaseError when it does not."""
    depth = 0
    for at in range(opening, len(parts)):
        if parts[at].kind == SIGN:
            depth += {"(": 1, ")": -1}.get(parts[at].text, 0)
            if depth == 0:
                return at
    raise DatabaseError("unbalanced parentheses in SQL text")


def canonical(parts: Sequence[Token], table: str, columns: Collection[str] | None) -> str:
    """An expression in the one form in which it is compared.

    table    the folded name of the table that it belongs to; as a qualifier it says nothing
    columns  the table's folded column names: a "double-quoted" word that is none of them is a string
             (sqlite.org/quirks.html, section 8); None where every such word is a name (views, triggers)
    """
    parts = without_outer_parentheses(parts)
    out: list[str] = []
    for at, token in enumerate(parts):
        before = parts[at - 1] if at else None
        after = parts[at + 1] if at + 1 < len(parts) else None
        if token.kind in (WORD, QUOTED):
            name = fold(unquote(token))
            if name == table and after and after.text == ".":
                continue
            if token.kind == WORD:
                out.append(name)
            elif token.text[0] == '"' and not _names_something(name, columns, before, after):
                out.append(literal(unquote(token)))
            else:
                out.append(quote(name))
        elif token.text == "." and before and before.kind in (WORD, QUOTED) and fold(unquote(before)) == table:
            continue
        else:
            out.append({"==": "=", "!=": "<>"}.get(token.text, token.text))
    return " ".join(out)


def _names_something(name: str, columns: Collection[str] | None, before: Token | None, after: Token | None) -> bool:
    return (
        columns is None
        or name in columns
        or name in ("rowid", "oid", "_rowid_")
        or (after is not None and after.text in ("(", "."))
        or (before is not None and (before.text == "." or before.is_word("COLLATE", "AS")))
    )


def names_in(parts: Sequence[Token]) -> set[str]:
    """The folded words and quoted names in a text: a superset of what it refers to."""
    return {fold(unquote(token)) for token in parts if token.kind in (WORD, QUOTED)}
