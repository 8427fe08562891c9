"""What refers to a table, a column or a class elsewhere in the sources of the models, by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import libcst as cst

from schemasync_nb.apply.patch.locate import Locator
from schemasync_nb.apply.patch.reading import called
from schemasync_nb.apply.patch.source import Source, Waits, children, inside
from schemasync_nb.apply.patch.sqltext import edited
from schemasync_nb.engines.spelling import string

KEYS = ("ForeignKey", "ForeignKeyConstraint")
LISTS = ("UniqueConstraint", "PrimaryKeyConstraint", "Index", "ForeignKeyConstraint", "ExcludeConstraint")

NAMING = ("column", "asc", "desc", "nulls_first", "nulls_last", "nullsfirst", "nullslast")
"""Functions that take a column by its name."""


def model_sources(locator: Locator) -> Iterator[Source]:
    """The sources of the models, and of what was imported from beside them."""
    folders = {file.parent for file in locator.models.files}
    for source in list(locator.sources.values()):  # among them what other models of this process are written in
        if source.path is None or not folders or any(source.path.is_relative_to(folder) for folder in folders):
            yield source
    files = dict.fromkeys(locator.models.files)
    for module in locator.models.modules.values():
        file = vars(module).get("__file__")
        path = Path(file).resolve() if isinstance(file, str) else None
        if path and path.suffix == ".py" and any(path.is_relative_to(folder) for folder in folders):
            files[path] = None
    for path in files:
        if path not in locator.sources and path.is_file():
            yield locator.source(path)


def replace_strings(source: Source, within: cst.CSTNode, becomes: Callable[[str], str | None]) -> None:
    """Put other texts in the place of strings; their quotes stay. What holds the strings is given as it is now."""
    for node in list(inside(within)):
        text = node.evaluated_value if isinstance(node, cst.SimpleString) else None
        new = becomes(text) if isinstance(text, str) else None
        if isinstance(node, cst.SimpleString) and new is not None and new != text:
            source.replace(node, quoted_alike(node, new))


def quoted_alike(node: cst.SimpleString, text: str) -> cst.SimpleString:
    """A string literal in the quotes of another, where the text allows it."""
    has_escapes = node.raw_value != node.evaluated_value or "\\" in text
    fits = "\n" not in text if len(node.quote) == 1 else not text.endswith(node.quote[0])
    if has_escapes or node.quote in text or not fits:
        return node.with_changes(value=string(text))
    return node.with_changes(value=f"{node.prefix}{node.quote}{text}{node.quote}")


def reword(source: Source, parts: Sequence[cst.SimpleString], edits: Sequence[tuple[int, int, str]]) -> None:
    """Replace parts of a text, given as (start, end, new text); it stands in literals one behind the other."""
    start = 0
    for part in parts:
        text = str(part.evaluated_value)
        own = [(at - start, end - start, new) for at, end, new in edits if start <= at and end <= start + len(text)]
        if own:
            source.replace(part, quoted_alike(part, edited(text, own)))
        start += len(text)


def retarget(locator: Locator, old: str, new: str, *, whole: bool) -> None:
    """Foreign keys that refer to ``old`` refer to ``new``.

    old, new  a table as ``MetaData.tables`` calls it; or, when not ``whole``, "table.column"
    """

    def becomes(text: str) -> str | None:
        if text == old:
            return new
        return new + text[len(old) :] if whole and text.startswith(f"{old}.") else None

    for source in list(model_sources(locator)):
        for node in list(inside(source.module)):
            if called(node) in KEYS:
                assert isinstance(node, cst.Call)
                for arg in node.args[:1] if called(node) == "ForeignKey" else node.args[1:2]:
                    replace_strings(source, arg, becomes)
            keyword = node.keyword.value if isinstance(node, cst.Arg) and node.keyword else ""
            if keyword == "foreign_key" or (whole and keyword == "secondary"):
                replace_strings(source, node, becomes)


def rename_in_lists(source: Source, within: cst.CSTNode, old: str, new: str) -> None:
    """Constraints and indexes of a table that list a column by its old name list it by its new one."""
    for node in list(inside(within)):
        if called(node) in LISTS:
            assert isinstance(node, cst.Call)
            first = 1 if called(node) == "Index" else 0  # its name
            last = 1 if called(node) == "ForeignKeyConstraint" else len(node.args)  # the other side
            for name in [name for arg in node.args[first:last] for name in _listed(arg)]:
                if name.evaluated_value == old:
                    source.replace(name, quoted_alike(name, new))


def _listed(arg: cst.Arg) -> Iterator[cst.SimpleString]:
    """The names of columns in an argument of a constraint or an index."""
    keyword = arg.keyword.value if arg.keyword else ""
    if isinstance(arg.value, cst.Dict) and keyword.endswith(("_ops", "_length")):
        keys = (each.key for each in arg.value.elements if isinstance(each, cst.DictElement))
        yield from (key for key in keys if isinstance(key, cst.SimpleString))
    elif not keyword or keyword.endswith("_include"):
        yield from _names(arg.value)


def _names(node: cst.CSTNode, is_name: bool = True) -> Iterator[cst.SimpleString]:
    if isinstance(node, cst.SimpleString) and is_name:
        yield node
    is_name = called(node) in NAMING if isinstance(node, cst.Call) else is_name  # else it is a value
    for each in children(node):
        yield from _names(each, is_name)


def uses_of_class(name: str, locator: Locator, apart: Collection[cst.CSTNode]) -> list[tuple[Source, cst.CSTNode]]:
    """Where a class is named: read, imported, or in a string that relationships and annotations look up.

    apart  statements that do not count
    """
    found: list[tuple[Source, cst.CSTNode]] = []
    for source in model_sources(locator):
        pending: list[cst.CSTNode] = list(source.module.body)
        while pending:
            node = pending.pop(0)
            if any(node is each for each in apart) or _is_docstring(node):
                continue
            if _is_named(node, name):
                found.append((source, node))
            else:
                pending = [*node.children, *pending]
    return found


def _is_docstring(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString | cst.ConcatenatedString)


_LOOKED_UP = re.compile(r"""[\w\s.,|\[\]"'()=]{1,100}""")


def _is_named(node: cst.CSTNode, name: str) -> bool:
    if isinstance(node, cst.Name):
        return node.value == name
    text = node.evaluated_value if isinstance(node, cst.SimpleString) else None
    return isinstance(text, str) and bool(_LOOKED_UP.fullmatch(text)) and name in re.findall(r"\w+", text)


def refuse_if_used(name: str, what: str, locator: Locator, apart: Collection[cst.CSTNode]) -> None:
    """Waits, naming each place, where a class or variable that is to go is still used."""
    uses = uses_of_class(name, locator, apart)
    if uses:
        places = list(dict.fromkeys(source.place(node) for source, node in uses))
        more = f", and at {', '.join(places[1:])}" if len(places) > 1 else ""
        raise Waits(f"{places[0]}: {what} is still used there{more}: take that out first")
