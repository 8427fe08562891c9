"""Columns as SQLModel writes them: a bare type, ``Field(...)``, and what only SQLAlchemy's Column knows in a dict."""

from __future__ import annotations

import libcst as cst

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.definition import Definition, with_keyword
from schemasync_nb.apply.patch.reading import called
from schemasync_nb.apply.patch.source import Waits
from schemasync_nb.engines.spelling import Node, flat, string

FIELD = {"primary_key", "unique", "index", "nullable", "default", "max_length", "foreign_key", "ondelete", "sa_type"}
"""Keyword arguments of Field itself; all others go to the column."""

IMPLIED = {"Boolean", "Date", "DateTime", "Float", "Integer", "LargeBinary", "Numeric", "String", "Time", "Uuid"}
"""Types that SQLModel takes from the annotation."""

KWARGS = "sa_column_kwargs"


class FieldDefinition(Definition):
    """A column of a SQLModel class."""

    def set_keyword(self, name: str, value: str | None) -> None:
        """State a keyword argument: Field's own, or one for the column."""
        if name in FIELD or called(self.call) == "Column":
            super().set_keyword(name, value)
            return
        there = self.keyword(KWARGS)
        if there is None:
            if value is not None:
                super().set_keyword(KWARGS, f'{{"{name}": {value}}}')
            return
        if not isinstance(there.value, cst.Dict):
            raise Waits(f"{self.source.place(self.place.node)}: {KWARGS} is not written out there")
        options = there.value
        at = next((n for n, each in enumerate(options.elements) if _is_key(each, name)), None)
        if value is None and at is not None and len(options.elements) == 1:
            super().set_keyword(KWARGS, None)
        elif value is None and at is not None:
            self.source.replace(options, lists.removed(options, at))
        elif value is not None and at is not None:
            new = self.names.expression(value, self.style.prefix)
            self.source.replace(options.elements[at].value, new)
        elif value is not None:
            element = cst.DictElement(self.names.expression(f'"{name}"'), self.names.expression(value))
            self.source.replace(options, lists.inserted(options, element))
        self.bare()

    def item(self, head: str) -> cst.Arg | None:
        """The keyword that stands for a ForeignKey."""
        if head == "ForeignKey" and called(self.call) == "Field":
            return self.keyword("foreign_key")
        return super().item(head)

    def add_item(self, value: str) -> None:
        """A ForeignKey by Field's own keywords; Field has none for the others."""
        if called(self.call) == "Column":
            super().add_item(value)
            return
        parsed = cst.parse_expression(value)
        if called(parsed) != "ForeignKey" or not isinstance(parsed, cst.Call):
            raise Waits(f"{self.source.place(self.place.node)}: Field has no words for {value.partition('(')[0]}")
        for arg in parsed.args:
            name = arg.keyword.value if arg.keyword else "foreign_key"
            if name not in FIELD:
                raise Waits(f"{self.source.place(self.place.node)}: Field has no words for {name} of a foreign key")
            super().set_keyword(name, cst.Module([]).code_for_node(arg.value))

    def set_item(self, head: str, value: str | None, there: cst.Arg | None = None) -> None:
        """State or take out a ForeignKey."""
        if called(self.call) == "Column":
            super().set_item(head, value, there)
        elif value is not None:
            self.add_item(value)
        elif head == "ForeignKey":
            for name in ("foreign_key", "ondelete"):
                super().set_keyword(name, None)
            self.bare()

    def restate(self, head: str, wanted: list[tuple[str | None, str]], there: list[tuple[str | None, str]]) -> None:
        """Change Field's keywords for a ForeignKey."""
        if called(self.call) == "Column":
            super().restate(head, wanted, there)
            return
        for name in dict.fromkeys(name for name, _ in [*there, *wanted]):
            value = dict(wanted).get(name)
            if value != dict(there).get(name):
                own = name or "foreign_key"
                if own not in FIELD:
                    raise Waits(f"{self.source.place(self.place.node)}: Field has no words for {own} of a foreign key")
                super().set_keyword(own, value)

    def set_type(self, value: str) -> None:
        """By ``max_length`` where that says it, else by ``sa_type``."""
        if called(self.call) == "Column":
            super().set_type(value)
            return
        length = _length(value)
        bare = cst.Module([]).code_for_node(self.annotation) if self.annotation else ""
        if "str" in bare and (length or value == "String"):
            super().set_keyword("max_length", length)
            super().set_keyword("sa_type", None)
        elif value in IMPLIED:
            super().set_keyword("sa_type", None)
        else:
            super().set_keyword("max_length", None)
            super().set_keyword("sa_type", value)
        self.bare()

    def set_name(self, name: str) -> None:
        """The column's name, apart from the field's."""
        if called(self.call) == "Column":
            super().set_name(name)
            return
        self.set_keyword("name", string(name))

    def default_none(self, wanted: bool) -> None:
        """``None`` as the field's default, where the column takes NULL."""
        part = self.place.definition
        if not isinstance(part, cst.AnnAssign):
            return
        if called(part.value) == "Field":
            field = part.value
            assert isinstance(field, cst.Call)
            there = next((arg for arg in field.args if arg.keyword and arg.keyword.value == "default"), None)
            if wanted and there is None and not any(arg.keyword is None for arg in field.args):
                equal = cst.AssignEqual(whitespace_before=lists.BLANK, whitespace_after=lists.BLANK)
                arg = cst.Arg(cst.Name("None"), keyword=cst.Name("default"), equal=equal)
                self.source.replace(field, lists.inserted(field, arg, 0))
            elif not wanted and there is not None and _is_none(there.value):
                self.source.replace(field, with_keyword(field, "default", None))
                self.bare()
        elif wanted and part.value is None:
            self.source.replace(part, part.with_changes(value=cst.Name("None"), equal=cst.AssignEqual()))
        elif not wanted and _is_none(part.value):
            self.source.replace(part, part.with_changes(value=None, equal=cst.MaybeSentinel.DEFAULT))

    def bare(self) -> None:
        """The default alone, or nothing, where ``Field()`` has nothing left to say."""
        part = self.place.definition
        if not isinstance(part, cst.AnnAssign) or called(part.value) != "Field":
            return
        field = part.value
        assert isinstance(field, cst.Call)
        if not field.args:
            self.source.replace(part, part.with_changes(value=None, equal=cst.MaybeSentinel.DEFAULT))
        elif len(field.args) == 1 and field.args[0].keyword and field.args[0].keyword.value == "default":
            self.source.replace(part, part.with_changes(value=field.args[0].value))


def field_items(type_: Node, nullable: bool, items: list[Node], options: list[Node], name: str | None) -> list[str]:
    """The arguments of Field for a new column."""
    length = _length(flat(type_))
    found = ["default=None"] if nullable else []
    if length:
        found.append(f"max_length={length}")
    elif not (isinstance(type_, str) and type_ in IMPLIED):
        found.append(f"sa_type={flat(type_)}")
    extra = [f'"name": {string(name)}'] if name else []
    for option in options:
        key, _, value = flat(option).partition("=")
        if key in FIELD:
            found.append(flat(option))
        else:
            extra.append(f'"{key}": {value}')
    if items:
        found.append(f"sa_column_args=({', '.join(map(flat, items))},)")
    return [*found, *([f"{KWARGS}={{{', '.join(extra)}}}"] if extra else [])]


def _length(value: str) -> str | None:
    parsed = cst.parse_expression(value)
    if isinstance(parsed, cst.Call) and called(parsed) == "String" and len(parsed.args) == 1:
        arg = parsed.args[0]
        if isinstance(arg.value, cst.Integer):
            return arg.value.value
    return None


def _is_none(node: cst.BaseExpression | None) -> bool:
    return isinstance(node, cst.Name) and node.value == "None"


def _is_key(element: object, name: str) -> bool:
    return (
        isinstance(element, cst.DictElement)
        and isinstance(element.key, cst.SimpleString)
        and element.key.evaluated_value == name
    )
