"""How a file spells what it takes from libraries: its imports are read, joined where a name is missing, and cleared
of names that an edit left without a use."""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from types import ModuleType
from typing import Any

import libcst as cst
import sqlalchemy
from libcst.helpers import get_full_name_for_node

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.reading import target_of
from schemasync_nb.apply.patch.source import Source, Waits, children, inside

MODULES: Mapping[str, Collection[str]] = {
    "sqlalchemy": [
        name
        for name, value in vars(sqlalchemy).items()
        if not name.startswith("_")
        and not isinstance(value, ModuleType)
        and name not in dir(builtins)
        # the package has names of others in it too, such as Any
        and getattr(value, "__module__", type(value).__module__).startswith("sqlalchemy")
    ],
    "sqlalchemy.orm": ("Mapped", "mapped_column", "relationship", "DeclarativeBase"),
    "sqlalchemy.types": ("UserDefinedType",),
    "decimal": ("Decimal",),
    "typing": ("Any", "Optional"),
    "sqlmodel": ("Field", "Relationship"),
    "sqlalchemy.schema": ("conv",),
}
ALIKE = {"ARRAY"}
"""Names of SQLAlchemy itself that do as well as a dialect's own of that name."""
STANDARD = ("datetime", "uuid")
"""Modules of the standard library that words name in full: ``uuid.UUID``."""


class Names:
    """The names of one source; a ``prefix`` (``sa.``, ``db.``) is how its tables are written where one is changed."""

    def __init__(self, source: Source, modules: Mapping[str, Collection[str]]) -> None:
        self.source = source
        own = {name for module, names in modules.items() if module != "sqlalchemy" for name in names} - ALIKE
        self.modules = {**modules, **{key: {*MODULES[key], *modules.get(key, ())} for key in MODULES}}
        self.modules["sqlalchemy"] = set(self.modules["sqlalchemy"]) - own
        self._used = set(_uses(source.original))

    # what the file has

    @property
    def _imports(self) -> Iterator[tuple[cst.SimpleStatementLine, cst.Import | cst.ImportFrom]]:
        """The imports at the top of the file."""
        for statement in self.source.module.body:
            if isinstance(statement, cst.SimpleStatementLine):
                for part in statement.body:
                    if isinstance(part, cst.Import | cst.ImportFrom):
                        yield statement, part

    def bound(self, name: str, module: str) -> str | None:
        """What the file calls a module's name; None where it does not have it."""
        for _, part in self._imports:
            if isinstance(part, cst.ImportFrom) and self._from(part) == module:
                if isinstance(part.names, cst.ImportStar):
                    return name
                for alias in part.names:
                    if alias.evaluated_name == name:
                        return alias.evaluated_alias or name
        return None

    def origin(self, name: str) -> str | None:
        """The module from which the file imports a name under that same name."""
        for _, part in self._imports:
            if isinstance(part, cst.ImportFrom) and not isinstance(part.names, cst.ImportStar):
                for alias in part.names:
                    if alias.evaluated_name == name and alias.evaluated_alias in (None, name):
                        return self._from(part)
        return None

    def bound_module(self, module: str) -> str | None:
        """What the file calls a module itself: ``sa``, ``dt``."""
        parent, _, last = module.rpartition(".")
        for _, part in self._imports:
            if isinstance(part, cst.Import):
                for alias in part.names:
                    if alias.evaluated_name == module:
                        return alias.evaluated_alias or module
            elif parent and self._from(part) == parent and not isinstance(part.names, cst.ImportStar):
                for alias in part.names:
                    if alias.evaluated_name == last:
                        return alias.evaluated_alias or last
        return None

    @cached_property
    def quote(self) -> str:
        """The quotes that the file uses most."""
        strings = [each.value for each in inside(self.source.original) if isinstance(each, cst.SimpleString)]
        single = sum(text.lstrip("rbfuRBFU").startswith("'") for text in strings)
        return "'" if single > len(strings) - single else '"'

    # what is written anew

    def expression(self, text: str, prefix: str = "") -> cst.BaseExpression:
        """An expression in plain words, spelled as this file spells them; missing names are imported."""
        text = text.replace("\n", self.source.module.default_newline)
        parsed = cst.parse_expression(text, config=self.source.module.config_for_parsing)
        words = {each.value for each in inside(parsed) if isinstance(each, cst.Name)}
        stated = {each.name.value for each in self.source.module.body if isinstance(each, cst.ClassDef)}
        if "Declared" in words - stated:
            types = ", ".join(re.findall(r"""Declared\(("[^"]*"|'[^']*')""", text))
            raise Waits(f"{self.source.label}:1: SQLAlchemy has no words for the type {types}")
        spelled = parsed.visit(_Spelling(self, prefix))
        assert isinstance(spelled, cst.BaseExpression)
        return spelled

    def spelled(self, name: str, prefix: str = "") -> str:
        """How this file writes a library's name; imported where it is missing."""
        modules = [module for module, names in self.modules.items() if name in names]
        if not modules:
            return name
        if found := next(filter(None, (self.bound(name, each) for each in modules)), None):
            return found
        module = modules[0]
        if prefix and (module == "sqlalchemy" or (prefix == "db." and module == "sqlalchemy.orm")):
            return prefix + name
        if alias := self.bound_module(module):
            return f"{alias}.{name}"
        above = self.bound_module("sqlalchemy")
        if module == "sqlalchemy.orm" and above and "." not in above and not self._any_from(module):
            return f"{above}.orm.{name}"
        if self.is_taken(name, module):
            return f"{self._module(module)}.{name}"
        self.add(name, module)
        return name

    def _module(self, module: str) -> str:
        """How this file writes a module of which a name cannot be imported; imported for it."""
        if alias := self.bound_module(module):
            return alias
        parent, _, last = module.rpartition(".")
        if parent and not self.is_taken(last, parent):
            self.add(last, parent)
            return last
        alias = "sa" if module == "sqlalchemy" else module.replace(".", "_")
        whole = cst.ImportAlias(_dotted(module), cst.AsName(cst.Name(alias)) if alias != module else None)
        self._add_line(cst.Import([whole]), module)
        return alias

    def is_taken(self, name: str, module: str = "") -> bool:
        """True when the file calls something else so than what it imports from a module."""
        if module and self.bound(name, module) is not None:
            return False
        for _, part in self._imports:
            for alias in () if isinstance(part.names, cst.ImportStar) else part.names:
                if (alias.evaluated_alias or alias.evaluated_name.partition(".")[0]) == name:
                    return True
        return self._states(name)

    def _states(self, name: str) -> bool:
        """True for a class, a function or a variable that the file itself states."""
        for each in self.source.module.body:
            if isinstance(each, cst.ClassDef | cst.FunctionDef) and each.name.value == name:
                return True
            if isinstance(each, cst.SimpleStatementLine) and any(target_of(part) == name for part in each.body):
                return True
        return False

    def member(self, module: str, name: str) -> str:
        """How this file writes ``module.name`` of the standard library."""
        if found := self.bound(name, module):
            return found
        if alias := self.bound_module(module):
            return f"{alias}.{name}"
        if self._any_from(module) and not self.is_taken(name, module):
            self.add(name, module)
            return name
        self._add_line(cst.Import([cst.ImportAlias(cst.Name(module))]), module)
        return f"{module}.{name}"

    def add(self, name: str, module: str) -> None:
        """Import a name: in the line that imports from its module, or in a line of its own."""
        alias = cst.ImportAlias(cst.Name(name))
        for _, part in self._imports:
            is_from = isinstance(part, cst.ImportFrom) and not isinstance(part.names, cst.ImportStar)
            if is_from and isinstance(part, cst.ImportFrom) and self._from(part) == module:
                self.source.replace(part, _joined(part, alias))
                return
        self._add_line(cst.ImportFrom(_dotted(module), [alias]), module)

    def drop_unused(self) -> None:
        """Take out the imports of names that were used before the edits and are no more."""
        gone = self._used - set(_uses(self.source.module))
        while found := next(self._of(gone), None):
            statement, part, alias = found
            if len(lists.items(part)) == 1:
                self._remove_line(statement, part)
            else:
                self.source.replace(part, _without(part, alias))

    def _of(self, gone: Collection[str]) -> Iterator[tuple[cst.SimpleStatementLine, Any, cst.ImportAlias]]:
        for statement, part in self._imports:
            if not isinstance(part.names, cst.ImportStar):
                for alias in part.names:
                    if (alias.evaluated_alias or alias.evaluated_name).partition(".")[0] in gone:
                        yield statement, part, alias

    # the file's lines

    def _from(self, part: cst.ImportFrom) -> str:
        return "." * len(part.relative) + (get_full_name_for_node(part.module) or "" if part.module else "")

    def _any_from(self, module: str) -> bool:
        return any(isinstance(part, cst.ImportFrom) and self._from(part) == module for _, part in self._imports)

    def _add_line(self, part: cst.Import | cst.ImportFrom, module: str) -> None:
        """A new line of imports, where a sorted list of imports would have it."""
        line = cst.SimpleStatementLine([part])
        body = list(self.source.module.body)
        lines = [
            (statement, self._module_of(each), isinstance(each, cst.ImportFrom)) for statement, each in self._imports
        ]
        section = [each for each in lines if _section(each[1]) == _section(module) and not each[1].startswith("__")]
        kinds = [is_from for _, _, is_from in section]
        apart = kinds == sorted(kinds)  # "import ..." stands before all "from ... import ..."
        is_from = isinstance(part, cst.ImportFrom)
        before = [each for each, name, its in section if (apart and its, name) <= (apart and is_from, module)]
        if before:
            at = body.index(before[-1]) + 1
        elif section:
            at = body.index(section[0][0])
            line = line.with_changes(leading_lines=section[0][0].leading_lines)
            body[at] = section[0][0].with_changes(leading_lines=[])
        else:
            earlier = [statement for statement, name, _ in lines if _section(name) < _section(module)]
            at = body.index(earlier[-1]) + 1 if earlier else self._top(body)
            if lines:
                blank = [cst.EmptyLine(indent=False)]
                if earlier:
                    line = line.with_changes(leading_lines=blank)
                elif at < len(body):
                    below = _without_blanks(body[at].leading_lines)
                    line = line.with_changes(leading_lines=[*blank] * (at > 0))
                    body[at] = body[at].with_changes(leading_lines=[*blank, *below])
        body.insert(at, line)
        self.source.replace(self.source.module, self.source.module.with_changes(body=body))

    def _module_of(self, part: cst.Import | cst.ImportFrom) -> str:
        return self._from(part) if isinstance(part, cst.ImportFrom) else part.names[0].evaluated_name

    def _top(self, body: Sequence[cst.CSTNode]) -> int:
        """Behind the docstring and the ``__future__`` imports."""
        at = 0
        for index, statement in enumerate(body):
            if not isinstance(statement, cst.SimpleStatementLine):
                break
            part = statement.body[0]
            is_docstring = index == 0 and isinstance(part, cst.Expr) and isinstance(part.value, cst.SimpleString)
            is_future = isinstance(part, cst.ImportFrom) and self._from(part) == "__future__"
            if not (is_docstring or is_future):
                break
            at = index + 1
        return at

    def _remove_line(self, statement: cst.SimpleStatementLine, part: cst.BaseSmallStatement) -> None:
        module = self.source.module
        if len(statement.body) > 1:
            self.source.replace(
                statement, statement.with_changes(body=[each for each in statement.body if each is not part])
            )
            return
        body = list(module.body)
        at = body.index(statement)
        del body[at]
        if at == 0 and body:
            body[0] = body[0].with_changes(leading_lines=_without_blanks(body[0].leading_lines))
        elif at < len(body) and statement.leading_lines and not body[at].leading_lines:
            body[at] = body[at].with_changes(leading_lines=statement.leading_lines)
        self.source.replace(module, module.with_changes(body=body))


class _Spelling(cst.CSTTransformer):
    """Plain words into a file's own: names of libraries, quotes."""

    def __init__(self, names: Names, prefix: str) -> None:
        self.names = names
        self.prefix = prefix
        self._kept: set[cst.CSTNode | None] = set()  # keywords and attributes, which no import brings

    def visit_Arg(self, node: cst.Arg) -> None:
        self._kept.add(node.keyword)

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        self._kept.add(node.attr)
        return _standard(node) is None

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.BaseExpression:
        if (module := _standard(original_node)) is not None:
            return cst.parse_expression(self.names.member(module, original_node.attr.value))
        return updated_node

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        if original_node in self._kept:
            return updated_node
        spelled = self.names.spelled(original_node.value, self.prefix)
        return updated_node if spelled == original_node.value else cst.parse_expression(spelled)

    def leave_SimpleString(self, original_node: cst.SimpleString, updated_node: cst.SimpleString) -> cst.SimpleString:
        text = updated_node.value
        if self.names.quote == "'" and text.startswith('"') and not {"'", "\\"} & set(text) and text.count('"') == 2:
            return updated_node.with_changes(value=f"'{text[1:-1]}'")
        return updated_node


def _standard(node: cst.Attribute) -> str | None:
    """The module of the standard library of which it is a member."""
    module = node.value.value if isinstance(node.value, cst.Name) else None
    return module if module in STANDARD else None


def _dotted(module: str) -> cst.Name | cst.Attribute:
    first, *rest = module.split(".")
    dotted: cst.Name | cst.Attribute = cst.Name(first)
    for word in rest:
        dotted = cst.Attribute(dotted, cst.Name(word))
    return dotted


def _uses(module: cst.Module) -> Iterator[str]:
    """Names that are read anywhere but in imports, and what ``__all__`` lists."""
    pending: list[cst.CSTNode] = [module]
    while pending:
        node = pending.pop()
        if isinstance(node, cst.Import | cst.ImportFrom):
            continue
        if isinstance(node, cst.Name):
            yield node.value
        elif isinstance(node, cst.SimpleString):  # an annotation, or an entry of __all__
            text = node.evaluated_value
            if isinstance(text, str) and len(text) < 200:
                yield from re.findall(r"\w+", text)
        if isinstance(node, cst.Attribute):
            pending.append(node.value)
        else:
            pending += children(node)


def _without_blanks(lines: Sequence[cst.EmptyLine]) -> list[cst.EmptyLine]:
    first = next((at for at, line in enumerate(lines) if line.comment is not None), len(lines))
    return list(lines[first:])


def _section(module: str) -> int:
    """Where isort puts it: __future__, the standard library, what is installed, what is the project's own."""
    top = module.partition(".")[0]
    if module == "__future__":
        return 0
    if module.startswith("."):
        return 3
    return 1 if top in sys.stdlib_module_names else 2


_ORDERS: tuple[Callable[[str], Any], ...] = (
    lambda name: (not name.isupper() or len(name) < 2, not name[:1].isupper(), name),  # constants, classes, functions
    str.lower,
    str,
)


def _joined(part: cst.ImportFrom, alias: cst.ImportAlias) -> cst.ImportFrom:
    """A line of imports with one name more: where its order has it, at the end where it has no order."""
    assert not isinstance(part.names, cst.ImportStar)
    names = [each.evaluated_name for each in part.names]
    order = next((order for order in _ORDERS if len(names) > 1 and names == sorted(names, key=order)), None)
    if order is None and len(names) == 1:
        order = _ORDERS[0]
    at = sum(order(name) < order(alias.evaluated_name) for name in names) if order else len(names)
    return lists.inserted(part, alias, at)


def _without(part: cst.Import | cst.ImportFrom, alias: cst.ImportAlias) -> cst.Import | cst.ImportFrom:
    if isinstance(part, cst.ImportFrom):
        return lists.removed(part, list(lists.items(part)).index(alias))
    names = [each for each in part.names if each is not alias]
    names[-1] = names[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return part.with_changes(names=names)
