"""What a table states beside its columns: the list of constraints and options in its class or call of Table."""

from __future__ import annotations

import re
from typing import Any

import libcst as cst

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.names import Names
from schemasync_nb.apply.patch.places import TablePlace
from schemasync_nb.apply.patch.reading import assignment
from schemasync_nb.apply.patch.source import Waits
from schemasync_nb.apply.patch.statements import append_statement
from schemasync_nb.engines.spelling import INDENT, Call, Node, fits, flat, laid_out

TABLE_ARGS = "__table_args__"


class TableArgs:
    """``__table_args__`` of a class, or the arguments of a call of Table; edited in place."""

    def __init__(self, table: TablePlace, names: Names, prefix: str) -> None:
        self.table = table
        self.names = names
        self.prefix = prefix
        self.source = table.source

    # what is there

    def calls(self) -> list[cst.Call]:
        """The constraints and indexes that are listed."""
        listing = self._listing()
        if listing is None or isinstance(listing, cst.Dict):
            return []
        return [item.value for item in lists.items(listing) if isinstance(item.value, cst.Call)]

    def option(self, name: str) -> cst.BaseExpression | None:
        """The value of an option of the table."""
        if self.table.place is None:
            found = [arg.value for arg in self.table.call.args if arg.keyword and arg.keyword.value == name]
            return found[0] if found else None
        options = self._options()
        at = _key(options, name) if options else None
        return options.elements[at].value if options and at is not None else None

    # what changes

    def add(self, node: Node) -> None:
        """List one constraint or index more, behind the others."""
        if self.table.place is None:
            call = self.table.call
            at = sum(arg.keyword is None for arg in call.args)
            self.source.replace(call, lists.inserted(call, cst.Arg(self._expression(node, INDENT)), at))
            return
        value = self._listing()
        if value is None:
            self._state(Call("", (node,)))
        elif isinstance(value, cst.Dict):
            element = cst.Element(self._expression(node, self._inner))
            whole = lists.broken(_tuple([element, cst.Element(value)]), each=True)
            self.source.replace(value, whole)
        else:
            items = list(lists.items(value))
            has_options = bool(items) and isinstance(items[-1].value, cst.Dict)
            element = cst.Element(self._expression(node, self._inner))
            new = lists.inserted(value, element, len(items) - 1 if has_options else None)
            self._put(value, new)

    def replace(self, old: cst.Call, node: cst.BaseExpression) -> None:
        """Put another constraint in the place of one."""
        self.source.replace(old, node)

    def remove(self, call: cst.Call) -> None:
        """Take a constraint or index out; an empty list goes as a whole."""
        listing = self._listing()
        assert listing is not None
        items = list(lists.items(listing))
        at = next(n for n, item in enumerate(items) if item.value is call)
        left = [item for item in items if item.value is not call]
        if self.table.place is None:
            self.source.replace(listing, lists.removed(listing, at))
        elif not left:
            self._drop()
        elif len(left) == 1 and isinstance(left[0].value, cst.Dict):
            self.source.replace(listing, left[0].value)
        else:
            self.source.replace(listing, lists.removed(listing, at))

    def set_option(self, name: str, value: str | None) -> None:
        """State an option of the table in plain words; None takes it out."""
        expression = self.names.expression(value, self.prefix) if value is not None else None
        if self.table.place is None:
            self._set_argument(name, expression)
            return
        listing, options = self._listing(), self._options()
        if options is None:
            if expression is None:
                return
            text = flat(Call("", (f'"{name}": {self._code(expression)}',), "{}"))
            if listing is None:
                self._state(text)
            else:
                self._put(listing, lists.inserted(listing, cst.Element(self.names.expression(text, self.prefix))))
            return
        at = _key(options, name)
        if expression is None and at is not None:
            if len(options.elements) > 1:
                self.source.replace(options, lists.removed(options, at))
            elif isinstance(listing, cst.Dict):
                self._drop()
            else:
                assert listing is not None
                self._put(listing, lists.removed(listing, len(lists.items(listing)) - 1))
        elif expression is not None and at is not None:
            self.source.replace(options.elements[at].value, expression)
        elif expression is not None:
            key = self.names.expression(f'"{name}"')
            self.source.replace(options, lists.inserted(options, cst.DictElement(key, expression)))

    # the source

    @property
    def _inner(self) -> str:
        depth = len(self.table.place.names) if self.table.place else 0
        return INDENT * (depth + 1)

    def _expression(self, node: Node, indent: str) -> cst.BaseExpression:
        """A node laid out where it will stand, spelled as the file spells it."""
        outer = len(indent) - len(INDENT)
        text = flat(node)
        if len(indent) + len(text) + 1 > self.source.width:
            text = laid_out(node, indent, trail=",").removeprefix(indent).removesuffix(",")
        lines = text.split("\n")
        return self.names.expression("\n".join([lines[0], *(line[outer:] for line in lines[1:])]), self.prefix)

    def _code(self, node: cst.CSTNode) -> str:
        return self.source.code(node)

    def _listing(self) -> Any:
        """The value of ``__table_args__``, or the call of Table; None where there is no such statement."""
        if self.table.place is None:
            return self.table.call
        node = self.table.place.node
        statement = assignment(node, TABLE_ARGS)
        if statement is None:
            self._refuse_inherited(node)
            return None
        part: Any = statement.body[0]
        if isinstance(part.value, cst.Tuple | cst.Dict):
            return part.value
        raise Waits(f"{self.source.place(statement)}: {TABLE_ARGS} is neither a tuple nor a dict there")

    def _refuse_inherited(self, node: cst.ClassDef) -> None:
        for each in node.body.body:
            if isinstance(each, cst.FunctionDef) and each.name.value == TABLE_ARGS:
                raise Waits(f"{self.source.place(each)}: {TABLE_ARGS} is made by a function")
        for base in (self.table.cls or object).__mro__[1:]:
            if vars(base).get(TABLE_ARGS):
                raise Waits(
                    f"{self.source.place(node)}: {TABLE_ARGS} comes from {base.__qualname__}: it would be hidden"
                )

    def _options(self) -> cst.Dict | None:
        listing = self._listing()
        if isinstance(listing, cst.Dict):
            return listing
        last = lists.items(listing)[-1].value if listing is not None and lists.items(listing) else None
        return last if isinstance(last, cst.Dict) else None

    def _put(self, old: Any, new: Any) -> None:
        fitted = self._fit()
        self.source.replace(old, new)
        listing = self._listing()
        if fitted and not self._fit() and isinstance(listing, cst.Tuple) and not lists.is_broken(listing):
            self.source.replace(listing, lists.broken(listing, each=True))

    def _fit(self) -> bool:
        assert self.table.place is not None
        statement = assignment(self.table.place.node, TABLE_ARGS)
        if statement is None:
            return True
        indent = INDENT * len(self.table.place.names)
        return all(fits(indent + line) for line in self._code(statement).splitlines())

    def _state(self, node: Node) -> None:
        """A new statement, behind ``__tablename__`` or the docstring."""
        assert self.table.place is not None
        indent = INDENT * len(self.table.place.names)
        text = laid_out(node, indent, f"{TABLE_ARGS} = ")
        text = "\n".join(line.removeprefix(indent) for line in text.split("\n"))
        value = self.names.expression(text.removeprefix(f"{TABLE_ARGS} = "), self.prefix)
        line = cst.SimpleStatementLine([cst.Assign([cst.AssignTarget(cst.Name(TABLE_ARGS))], value)])
        name = assignment(self.table.place.node, "__tablename__")
        append_statement(self.table.place, line, [name] if name else [])

    def _drop(self) -> None:
        assert self.table.place is not None
        body = self.table.place.node.body
        statement = assignment(self.table.place.node, TABLE_ARGS)
        kept = [each for each in body.body if each is not statement]
        self.source.replace(body, body.with_changes(body=kept))

    def _set_argument(self, name: str, value: cst.BaseExpression | None) -> None:
        call = self.table.call
        at = next((n for n, arg in enumerate(call.args) if arg.keyword and arg.keyword.value == name), None)
        if value is None:
            if at is not None:
                self.source.replace(call, lists.removed(call, at))
        elif at is not None:
            self.source.replace(call.args[at].value, value)
        else:
            equal = cst.AssignEqual(whitespace_before=lists.BLANK, whitespace_after=lists.BLANK)
            self.source.replace(call, lists.inserted(call, cst.Arg(value, keyword=cst.Name(name), equal=equal)))


def _tuple(elements: list[cst.Element]) -> cst.Tuple:
    return cst.Tuple(elements, lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def _key(options: cst.Dict, name: str) -> int | None:
    for at, element in enumerate(options.elements):
        key = element.key if isinstance(element, cst.DictElement) else None
        if isinstance(key, cst.SimpleString) and key.evaluated_value == name:
            return at
    return None


def signs_of(text: str) -> list[str]:
    """The words and signs of an expression but for parentheses, by which two spellings of it are told to be one."""
    return re.findall(r"\w+|[^\w\s()]+", text.lower())
