"""Python source as a person writes it: names, strings, and calls laid out as a formatter lays them out."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

WIDTH = 88
"""What ruff and black allow a line by default."""

INDENT = "    "


@dataclass(frozen=True)
class Phrase:
    """A string that may be broken at its blanks when it is too long for a line."""

    text: str


@dataclass(frozen=True)
class Call:
    """``head(item, item)``, or by its brackets a list, tuple or dict; the head may hold a keyword: ``where=text``."""

    head: str
    items: tuple[Node, ...]
    brackets: str = "()"


Node = str | Phrase | Call
"""An expression; a str is source that is never broken."""


def string(text: str) -> str:
    """A string literal on one line, in double quotes unless single ones save escapes."""
    body = repr('"' + text)[2:-1]  # with a double quote inside, repr() is sure to choose single ones
    if text.count('"') > text.count("'"):
        return f"'{body}'"
    return '"' + body.replace("\\'", "'").replace('"', '\\"') + '"'


def listed(items: Iterable[str]) -> Call:
    """A list of strings."""
    return Call("", tuple(string(item) for item in items), "[]")


def headed(lead: str, node: Node) -> Node:
    """An expression behind a keyword or a key: ``name=`` or ``"name": ``."""
    if isinstance(node, Phrase):
        return lead + string(node.text)
    return lead + node if isinstance(node, str) else replace(node, head=lead + node.head)


def flat(node: Node) -> str:
    """An expression on one line."""
    if isinstance(node, str):
        return node
    if isinstance(node, Phrase):
        return string(node.text)
    inside = ", ".join(map(flat, node.items))
    if _is_tuple(node) and len(node.items) == 1:
        inside += ","
    return node.head + node.brackets[0] + inside + node.brackets[1]


def _is_tuple(node: Call) -> bool:
    """True for parentheses that call nothing, be they behind a keyword or a key."""
    return node.brackets == "()" and (not node.head or node.head.endswith(("=", " ")))


def laid_out(node: Node, indent: str = "", lead: str = "", trail: str = "") -> str:
    """An expression over as many lines as it needs, behind ``lead`` and before ``trail``."""
    line = indent + lead + flat(node) + trail
    if isinstance(node, str) or fits(line):
        return line
    if isinstance(node, Phrase):
        return "\n".join(indent + string(part) for part in _broken(node.text, len(indent))) + trail
    inner = indent + INDENT
    row = inner + ", ".join(map(flat, node.items))
    if node.brackets == "()" and not _is_tuple(node) and (fits(row) or len(node.items) == 1):
        body = [row] if fits(row) else [laid_out(node.items[0], inner)]
    else:
        body = [laid_out(item, inner, trail=",") for item in node.items]
    return "\n".join([indent + lead + node.head + node.brackets[0], *body, indent + node.brackets[1] + trail])


def fits(line: str) -> bool:
    """True when the line is not too long."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line) <= WIDTH


def _broken(text: str, indented: int) -> list[str]:
    parts = [""]
    for word in re.findall(r"\S*\s+|\S+", text):
        if parts[-1] and not fits(" " * (indented + 1) + string(parts[-1] + word)):  # one for the comma
            parts.append("")
        parts[-1] += word
    return parts


def shown(name: str) -> str:
    """A name in a comment: as it is, or as a literal where it holds anything odd."""
    return name if re.fullmatch(r"[\w.$-]+", name) else string(name)


def identifier(name: str, otherwise: str) -> str:
    """The nearest name that may stand in Python: the name itself where it may, ``otherwise`` where nothing is left."""
    normal = unicodedata.normalize("NFKC", name)  # Python reads its source so
    kept = "".join(sign if f"a{sign}".isidentifier() else " " for sign in normal)
    found = "_".join(kept.split())
    if found.startswith("__"):  # mangled or special in a class
        found = "_" + found.lstrip("_")
    if not found.strip("_"):
        found = otherwise
    if not found.isidentifier():
        found = f"_{found}"
    return f"{found}_" if keyword.iskeyword(found) else found


def free(name: str, taken: Container[str]) -> str:
    """The name, or the name with the first number that makes it new."""
    number = 1
    found = name
    while found in taken:
        number += 1
        found = f"{name}_{number}"
    return found


def snake(name: str) -> str:
    """``OrderItem`` -> ``order_item``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", identifier(name, "table")).lower()


def camel(name: str) -> str:
    """``order_items`` -> ``OrderItems``."""
    words = identifier(name, "table").strip("_").split("_")
    if name.isupper():
        words = [word.lower() for word in words]
    found = "".join(word[:1].upper() + word[1:] for word in words)
    return found if found.isidentifier() and not keyword.iskeyword(found) else f"Table{found}"


_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "indices": "index", "vertices": "vertex",
    "matrices": "matrix", "analyses": "analysis", "aliases": "alias", "biases": "bias", "atlases": "atlas",
    "canvases": "canvas", "movies": "movie", "cookies": "cookie", "caches": "cache", "quizzes": "quiz", "shoes": "shoe",
    "shelves": "shelf", "halves": "half", "wolves": "wolf", "knives": "knife", "wives": "wife", "lives": "life",
    "leaves": "leaf",
}  # fmt: skip
_ALREADY = ("ss", "us", "is", "news", "series", "species")
_ENDINGS = (
    ("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("oes", "o"), ("ouses", "ouse"),
    ("auses", "ause"), ("uses", "us"), ("s", ""),
)  # fmt: skip


def singular(name: str) -> str:
    """The singular of a name's last word, as far as the rules of English go: ``line_items`` -> ``line_item``."""
    start, last = _last_word(name)
    lower = last.lower()
    if lower in _IRREGULAR:
        return start + last[:1] + _IRREGULAR[lower][1:]
    if lower.endswith(_ALREADY) or lower in _IRREGULAR.values() or len(lower) < 4:
        return name
    for ending, instead in _ENDINGS:
        if lower.endswith(ending) and (ending != "ies" or len(lower) > 4):  # ties, pies
            return start + last[: -len(ending)] + instead
    return name


def plural(name: str) -> str:
    """The plural of a name's last word; a plural stays."""
    start, last = _last_word(name)
    if singular(name) != name:
        return name
    for many, one in _IRREGULAR.items():
        if last == one:
            return start + many
    if last.endswith(("series", "species", "news", "data", "staff")):
        return name
    if re.search(r"[^aeiou]y$", last):
        return name[:-1] + "ies"
    if last.endswith("is"):
        return name[:-2] + "es"
    return name + ("es" if last.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _last_word(name: str) -> tuple[str, str]:
    match = re.search(r"[A-Z]?[a-z]+$", name) or re.search(r"[^_]+$", name)
    return (name[: match.start()], match.group()) if match else (name, "")
