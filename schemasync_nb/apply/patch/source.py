"""One file of models as a tree: what is not replaced stays byte for byte as it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from schemasync_nb.engines.spelling import WIDTH

Reader = Callable[[Any], Iterable[Any]]
"""What one looks for in a statement."""


class Waits(Exception):
    """A change that cannot be made in the source; the message is the reason, with file and line."""


class Source:
    """A file, or a notebook's cell, that is being edited.

    path      the file; None for a cell
    label     what a reason calls it
    stale     the file is not the one that was loaded
    encoding  of the file, ``utf-8-sig`` where it begins with a byte order mark
    """

    def __init__(self, content: bytes | str, label: str, path: Path | None = None) -> None:
        self.path = path
        self.label = label
        try:
            self.original = cst.parse_module(content)
        except cst.ParserSyntaxError as error:
            raise Waits(f"{label}:{error.raw_line}: the file is not valid Python: correct that first") from None
        except (UnicodeDecodeError, LookupError) as error:
            raise Waits(f"{label}:1: the file cannot be decoded: {error}") from None
        self.encoding = self.original.encoding
        self.module = self.original
        self.before = self.original.code
        self.stale = False
        self._read: dict[Reader, dict[int, tuple[cst.CSTNode, Any]]] = {}
        self._origins: dict[int, tuple[cst.CSTNode, cst.CSTNode]] = {}  # of what edits made: itself, what it was before

    @classmethod
    def read(cls, path: Path) -> Source:
        """A file from the disk; Waits where it cannot be read or could not be written."""
        label = shown(path)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise Waits(f"{label}:1: {error.strerror or error}") from None
        if not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222:
            raise Waits(f"{label}:1: the file is read-only: make it writable")
        return cls(content, label, path)

    @property
    def after(self) -> str:
        """The text as it is now."""
        return self.module.code

    @property
    def changed(self) -> bool:
        """True when an edit changed anything."""
        return self.module is not self.original and self.after != self.before

    def reads_as(self, module: cst.Module) -> bool:
        """True when the text is that of another tree of this source."""
        if self.module is module:
            return True
        now, then = self.module.body, module.body
        if len(now) != len(then):
            return self.module.code == module.code
        return all(one is other or self.code(one) == self.code(other) for one, other in zip(now, then, strict=True))

    def found(self, reader: Reader) -> list[Any]:
        """What a reader finds in the statements of the module; one that stays as it is is read once."""
        return [each for its in self._by_statement(reader, list) for each in its]

    def _by_statement(self, reader: Reader, collect: Callable[[Iterable[Any]], Any]) -> list[Any]:
        known = self._read.get(reader, {})
        there = {id(each): known.get(id(each)) or (each, collect(reader(each))) for each in self.module.body}
        self._read[reader] = there  # an id is good only while its object lives
        return [its for _, its in there.values()]

    @cached_property
    def width(self) -> int:
        """Columns of a line: what formatters allow by default, or what the file itself goes up to."""
        return max([WIDTH, *(min(len(line), 120) for line in self.before.splitlines())])

    def replace(self, old: cst.CSTNode, new: cst.CSTNode) -> None:
        """Put a node in another's place."""
        if old is new:
            return
        if old is self.module:
            assert isinstance(new, cst.Module)
            self.module = new
            return
        if all(each is not new for each in self._descent(old)):
            self._origins[id(new)] = new, old
        at = next((at for at, ids in enumerate(self._by_statement(_ids, frozenset)) if id(old) in ids), None)
        if at is None:
            self.module = self._replaced(self.module, old, new)
            return
        body = list(self.module.body)
        body[at] = self._replaced(body[at], old, new)
        self.module = self._renewed(self.module, {"body": body})

    def line(self, node: cst.CSTNode) -> int:
        """The line on which a node stood before any edit; 1 for what is new."""
        *_, first = self._descent(node)
        return self._lines.get(id(first), 1)

    def _descent(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """A node, what it was before the last edit of it, and so on."""
        yield node
        while id(node) in self._origins:
            _, node = self._origins[id(node)]
            yield node

    @cached_property
    def _lines(self) -> dict[int, int]:
        positions = MetadataWrapper(self.original, unsafe_skip_copy=True).resolve(PositionProvider)
        return {id(each): at.start.line for each, at in positions.items() if isinstance(at, CodeRange)}

    def place(self, node: cst.CSTNode) -> str:
        """``file:line`` of a node."""
        return f"{self.label}:{self.line(node)}"

    def code(self, node: cst.CSTNode) -> str:
        """The source of a node."""
        return self.module.code_for_node(node)

    def _replaced(self, tree: Any, old: cst.CSTNode, new: cst.CSTNode) -> Any:
        """The tree with one node replaced: only what leads to it is made anew, all else keeps its identity."""
        if tree is old:
            return new
        for name, value in _parts(tree):
            if isinstance(value, cst.CSTNode):
                changed = self._replaced(value, old, new)
                if changed is not value:
                    return self._renewed(tree, {name: changed})
            else:
                for at, each in enumerate(value):
                    changed = self._replaced(each, old, new)
                    if changed is not each:
                        return self._renewed(tree, {name: [*value[:at], changed, *value[at + 1 :]]})
        return tree

    def _renewed(self, node: Any, changes: dict[str, Any]) -> Any:
        renewed = node.with_changes(**changes)
        self._origins[id(renewed)] = renewed, node
        return renewed


_SIGNS = {
    *("comma", "semicolon", "colon", "equal", "dot", "lpar", "rpar", "lbracket", "rbracket", "lbrace", "rbrace"),
    *("header", "footer", "leading_lines", "lines_after_decorators", "trailing_whitespace"),
}
"""Fields that hold signs, blanks and comments, but nothing that is looked for."""


@cache
def _fields(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    names = (each.name for each in fields(kind))
    return tuple(name for name in names if name not in _SIGNS and not name.startswith("whitespace"))


def _parts(node: cst.CSTNode) -> Iterator[tuple[str, Any]]:
    """The fields of a node that hold nodes."""
    for name in _fields(type(node)):
        value = getattr(node, name)
        is_list = isinstance(value, list | tuple)
        if isinstance(value[0] if is_list and value else value, cst.CSTNode):
            yield name, value


def children(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What a node consists of, without signs and blanks."""
    for _, value in _parts(node):
        if isinstance(value, cst.CSTNode):
            yield value
        else:
            yield from value


def inside(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A node and everything in it, in the order of the source."""
    yield node
    for each in children(node):
        yield from inside(each)


def _ids(node: cst.CSTNode) -> Iterator[int]:
    return (id(each) for each in inside(node))


def shown(path: Path) -> str:
    """A path as a person calls it: relative where it lies under the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
