"""The definition of one column in its source: its type, its keyword arguments, its annotation, each set by itself."""

from __future__ import annotations

import libcst as cst
from libcst.helpers import get_full_name_for_node

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.names import Names
from schemasync_nb.apply.patch.places import ColumnPlace
from schemasync_nb.apply.patch.reading import called
from schemasync_nb.apply.patch.references import quoted_alike
from schemasync_nb.apply.patch.source import Waits
from schemasync_nb.apply.patch.style import Style, constructor_call, mapped
from schemasync_nb.engines.spelling import string

ITEMS = (
    *("ForeignKey", "Computed", "Identity", "Sequence", "CheckConstraint", "FetchedValue", "DefaultClause"),
    *("ColumnDefault", "Index", "UniqueConstraint"),
)
"""What a column lists beside its type."""

Arguments = list[tuple[str | None, str]]
"""(keyword or None, source) for each argument."""


class Definition:
    """A column's definition, edited in place; each method leaves all else as it is."""

    def __init__(self, place: ColumnPlace, names: Names, style: Style) -> None:
        self.place = place
        self.names = names
        self.style = style
        self.source = place.source

    @property
    def call(self) -> cst.Call | None:
        """The call that makes the column; None for a bare annotation."""
        if self.place.owner is None:
            value: cst.BaseExpression | None = self.place.argument.value
        else:
            value = self.place.definition.value
        return constructor_call(value)

    @property
    def annotation(self) -> cst.BaseExpression | None:
        """What ``Mapped[...]`` holds; None without one."""
        if self.place.owner is None:
            return None
        part = self.place.definition
        if not isinstance(part, cst.AnnAssign):
            return None
        if (inner := mapped(part)) is not None:
            return inner
        return part.annotation.annotation if self.style.sqlmodel else None

    # keyword arguments

    def keyword(self, name: str) -> cst.Arg | None:
        """A keyword argument that is there."""
        return next((arg for arg in self._args if arg.keyword and arg.keyword.value == name), None)

    def set_keyword(self, name: str, value: str | None) -> None:
        """State a keyword argument in plain words; None takes it out."""
        call = self.call
        there = self.keyword(name)
        if value is None:
            if call is not None and there is not None:
                self._put(call, lists.removed(call, list(call.args).index(there)))
            return
        expression = self.names.expression(value, self.style.prefix)
        call = self._made()
        there = self.keyword(name)
        if there is not None:
            changed = there.with_changes(value=expression)
            self._put(call, lists.replaced(call, list(call.args).index(there), changed))
        else:
            equal = cst.AssignEqual(whitespace_before=lists.BLANK, whitespace_after=lists.BLANK)
            self._put(call, lists.inserted(call, cst.Arg(expression, keyword=cst.Name(name), equal=equal)))

    # positional arguments

    def item(self, head: str) -> cst.Arg | cst.BaseElement | None:
        """What calls ``head`` among the positional arguments: ForeignKey, Identity ..."""
        return next((arg for arg in self._args if arg.keyword is None and called(arg.value) == head), None)

    def set_item(self, head: str, value: str | None) -> None:
        """State ``Identity(...)`` and its like; None takes it out."""
        there = self.item(head)
        if there is None:
            if value is not None:
                self.add_item(value)
        elif value is None:
            self.remove_item(there)
        else:
            new = self.names.expression(value, self.style.prefix)
            if isinstance(new, cst.Call) and isinstance(there.value, cst.Call):
                new = new.with_changes(func=there.value.func)
            self.source.replace(there.value, new)

    def remove_item(self, there: cst.Arg | cst.BaseElement) -> None:
        """Take out a positional argument that is there."""
        call = self.call
        assert call is not None and isinstance(there, cst.Arg)
        self._put(call, lists.removed(call, list(call.args).index(there)))

    def add_item(self, value: str) -> None:
        """State a ForeignKey, an Identity ... behind the positional arguments that are there."""
        expression = self.names.expression(value, self.style.prefix)
        call = self._made()
        at = sum(arg.keyword is None for arg in call.args)
        self._put(call, lists.inserted(call, cst.Arg(expression), at))

    # type

    @property
    def type(self) -> cst.Arg | None:
        """The argument that states the type."""
        if self.style.sqlmodel and called(self.call) == "Field":
            return self.keyword("sa_type")
        for arg in self._args:
            if arg.keyword is None and not arg.star:
                if isinstance(arg.value, cst.SimpleString | cst.ConcatenatedString) or called(arg.value) in ITEMS:
                    continue
                return arg
        return self.keyword("type_")

    def set_type(self, value: str) -> None:
        """State a type in plain words, by the name that the source has for it where that name stays."""
        there = self.type
        if there is None:
            expression = self.names.expression(value, self.style.prefix)
            call = self._made()
            if called(call) == "Field":
                self.set_keyword("sa_type", value)
                return
            at = int(bool(call.args) and isinstance(call.args[0].value, cst.SimpleString) and not call.args[0].keyword)
            self._put(call, lists.inserted(call, cst.Arg(expression), at))
            return
        if called(there.value) == "with_variant":
            raise Waits(f"{self.source.place(self.place.node)}: the type has variants: change it there by hand")
        new = self._retyped(there.value, value)
        call = self._made()
        self._put(call, lists.replaced(call, list(call.args).index(there), there.with_changes(value=new)))

    def _retyped(self, old: cst.BaseExpression, value: str) -> cst.BaseExpression:
        plain = cst.parse_expression(value)
        func = old.func if isinstance(old, cst.Call) else old
        new_func = plain.func if isinstance(plain, cst.Call) else plain
        same = _last(func) == _last(new_func)
        new = self.names.expression(value, self.style.prefix)
        if not same or not isinstance(func, cst.Name | cst.Attribute):
            return new
        if not isinstance(new, cst.Call):
            return old.with_changes(args=[]) if isinstance(old, cst.Call) else old
        if isinstance(old, cst.Call) and len(old.args) == len(new.args):
            args = [
                was if _same(was.value, now.value) else was.with_changes(value=now.value)
                for was, now in zip(old.args, new.args, strict=True)
            ]
            if all(
                (now.keyword and now.keyword.value) in (None, was.keyword and was.keyword.value)
                for was, now in zip(old.args, new.args, strict=True)
            ):
                return old.with_changes(args=args)
        return new.with_changes(func=func)

    # name and annotation

    def set_name(self, name: str) -> None:
        """State the column's name."""
        text = self.names.expression(string(name))
        call = self._made()
        first = call.args[0] if call.args else None
        if named := self.keyword("name"):
            self._put(call, lists.replaced(call, list(call.args).index(named), named.with_changes(value=text)))
        elif first is not None and first.keyword is None and isinstance(first.value, cst.SimpleString):
            new = quoted_alike(first.value, name)
            self._put(call, lists.replaced(call, 0, first.with_changes(value=new)))
        else:
            self._put(call, lists.inserted(call, cst.Arg(text), 0))

    def annotate(self, inner: cst.BaseExpression) -> None:
        """Put another type into the annotation."""
        old = self.annotation
        assert old is not None
        self.source.replace(old, inner)

    def restate(self, head: str, wanted: Arguments, there: Arguments) -> None:
        """Change those arguments of a ForeignKey and its like in which two lists of them differ."""
        item = self.item(head)
        assert item is not None and isinstance(item.value, cst.Call)
        call = item.value
        for at, (one, other) in enumerate(zip(_positional(wanted), _positional(there), strict=False)):
            if one.lower() != other.lower():  # one name in two spellings is no other target
                call = lists.replaced(
                    call, at, call.args[at].with_changes(value=self.names.expression(one, self.style.prefix))
                )
        for name in dict.fromkeys(name for name, _ in [*there, *wanted] if name):
            value = dict(wanted).get(name)
            if value != dict(there).get(name):
                call = with_keyword(
                    call, name, None if value is None else self.names.expression(value, self.style.prefix)
                )
        self.source.replace(item.value, call)

    def bare(self) -> None:
        """An annotation alone where ``mapped_column()`` has nothing left to say, if the file writes it so."""
        call = self.call
        if call is None or call.args or self.style.empty_call or self.annotation is None or self.place.owner is None:
            return
        part = self.place.definition
        if isinstance(part, cst.AnnAssign) and part.value is call:
            self.source.replace(part, part.with_changes(value=None, equal=cst.MaybeSentinel.DEFAULT))

    # the call

    @property
    def _args(self) -> list[cst.Arg]:
        return list(self.call.args) if self.call is not None else []

    def _made(self) -> cst.Call:
        """The call; made where the column was a bare annotation."""
        if self.call is not None:
            return self.call
        name = self.style.constructor or self.names.spelled("mapped_column")
        part = self.place.definition
        assert isinstance(part, cst.AnnAssign)
        call = cst.Call(cst.parse_expression(name))
        if self.style.sqlmodel and part.value is not None:
            call = call.with_changes(args=[_default(part.value)])
        self.source.replace(part, part.with_changes(value=call, equal=cst.AssignEqual()))
        assert self.call is not None
        return self.call

    def _put(self, old: cst.Call, new: cst.Call) -> None:
        self.source.replace(old, new)


def _default(value: cst.BaseExpression) -> cst.Arg:
    equal = cst.AssignEqual(whitespace_before=lists.BLANK, whitespace_after=lists.BLANK)
    return cst.Arg(value, keyword=cst.Name("default"), equal=equal)


def _last(node: cst.BaseExpression) -> str:
    return (get_full_name_for_node(node) or "").rpartition(".")[2]


def _same(one: cst.CSTNode, other: cst.CSTNode) -> bool:
    return cst.Module([]).code_for_node(one) == cst.Module([]).code_for_node(other)


def _positional(arguments: Arguments) -> list[str]:
    return [text for name, text in arguments if name is None]


def with_keyword(call: cst.Call, name: str, value: cst.BaseExpression | None) -> cst.Call:
    """The call with a keyword argument set; None takes it out."""
    at = next((n for n, arg in enumerate(call.args) if arg.keyword and arg.keyword.value == name), None)
    if value is None:
        return call if at is None else lists.removed(call, at)
    if at is not None:
        return lists.replaced(call, at, call.args[at].with_changes(value=value))
    equal = cst.AssignEqual(whitespace_before=lists.BLANK, whitespace_after=lists.BLANK)
    return lists.inserted(call, cst.Arg(value, keyword=cst.Name(name), equal=equal))
