"""Columns as SQLModel writes them: a bare type, ``Field(...)``, and what only SQLAlchemy's Column knows in a dict."""

from __future__ import annotations

import libcst as cst

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.definition import Arguments, Definition, with_keyword
from schemasync_nb.apply.patch.reading import called
from schemasync_nb.apply.patch.source import Waits
from schemasync_nb.engines.spelling import Node, flat, string

FIELD = {"primary_key", "unique", "index", "nullable", "default", "max_length", "foreign_key", "ondelete", "sa_type"}
"""Keyword arguments of Field itself; all others go to the column."""

IMPLIED = {"Boolean", "Date", "DateTime", "Float", "Integer", "LargeBinary", "Numeric", "String", "Time", "Uuid"}
"""Types that SQLModel takes from the annotation."""

ARGS = "sa_column_args"
KWARGS = "sa_column_kwargs"


class FieldDefinition(Definition):
    """A column of a SQLModel class."""

    def set_keyword(self, name: str, value: str | None) -> None:
        """State a keyword argument: Field's own, or one for the column."""
        if name in FIELD or called(self.call) == "Column":
            super().set_keyword(name, value)
            return
        expression = None if value is None else self.names.expression(value, self.style.prefix)
        call = self.call if value is None else self._made()
        if call is not None:
            changed = with_entry(call, KWARGS, self.names.expression(string(name)), expression)
            if changed is None:
                raise Waits(f"{self.source.place(self.place.node)}: {KWARGS} is not written out there")
            self._put(call, changed)
        self.bare()

    def item(self, head: str) -> cst.Arg | cst.BaseElement | None:
        """The keyword that stands for a ForeignKey, or what is listed for the column."""
        if called(self.call) != "Field":
            return super().item(head)
        if head == "ForeignKey" and (key := self.keyword("foreign_key")):
            return key
        listing = self._listed()
        return next((each for each in listing.elements if called(each.value) == head), None) if listing else None

    def set_item(self, head: str, value: str | None) -> None:
        """State ``Computed(...)`` and its like for the column; None takes it out."""
        super().set_item(head, value)
        self.bare()

    def add_item(self, value: str) -> None:
        """A ForeignKey by Field's own keywords where they can say it, all else in a list for the column."""
        if called(self.call) == "Column":
            super().add_item(value)
        elif keywords := _key_keywords(value):
            for name, text in keywords.items():
                super().set_keyword(name, text)
        elif listing := self._listed():
            element = cst.Element(self.names.expression(value, self.style.prefix))
            self.source.replace(listing, lists.inserted(listing, element))
        else:
            super().set_keyword(ARGS, f"({value},)")

    def remove_item(self, there: cst.Arg | cst.BaseElement) -> None:
        """Take out a keyword that stands for a ForeignKey, or what is listed for the column."""
        listing = self._listed()
        if called(self.call) == "Column":
            super().remove_item(there)
        elif isinstance(there, cst.Arg):
            for name in ("foreign_key", "ondelete"):
                super().set_keyword(name, None)
        elif listing is not None and len(listing.elements) > 1:
            self.source.replace(listing, lists.removed(listing, list(listing.elements).index(there)))
        else:
            super().set_keyword(ARGS, None)

    def restate(self, head: str, wanted: Arguments, there: Arguments) -> None:
        """Change Field's keywords for a ForeignKey; what they cannot say is said in a list for the column."""
        item = self.item(head)
        if called(self.call) == "Column" or not isinstance(item, cst.Arg):
            super().restate(head, wanted, there)
            return
        value = f"{head}({', '.join(f'{name}={text}' if name else text for name, text in wanted)})"
        keywords = _key_keywords(value)
        if not keywords:
            self.remove_item(item)
            self.add_item(value)
            return
        before = {name or "foreign_key": text for name, text in there}
        for name in dict.fromkeys([*before, *keywords]):
            if keywords.get(name) != before.get(name):
                super().set_keyword(name, keywords.get(name))

    def _listed(self) -> cst.Tuple | cst.List | None:
        """What Field lists for the column; Waits where it is not written out."""
        there = self.keyword(ARGS)
        if there is None:
            return None
        if isinstance(there.value, cst.Tuple | cst.List):
            return there.value
        raise Waits(f"{self.source.place(self.place.node)}: {ARGS} is not written out there")

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
    listed = []
    for item in map(flat, items):
        keywords = _key_keywords(item)
        found += [f"{name}={value}" for name, value in keywords.items()]
        listed += [] if keywords else [item]
    if listed:
        found.append(f"{ARGS}=({', '.join(listed)},)")
    return [*found, *([f"{KWARGS}={{{', '.join(extra)}}}"] if extra else [])]


def relationship_items(arguments: list[str]) -> list[str]:
    """The arguments of Relationship for those of ``relationship``."""
    own = [each for each in arguments if each.startswith("back_populates=")]
    others = [each.partition("=") for each in arguments if each not in own]
    extra = ", ".join(f'"{name}": {value}' for name, _, value in others)
    return [*own, *([f"sa_relationship_kwargs={{{extra}}}"] if extra else [])]


def with_entry(
    call: cst.Call, keyword: str, key: cst.BaseExpression, value: cst.BaseExpression | None
) -> cst.Call | None:
    """The call with an entry set in the dict that is one of its arguments; a value of None takes it out.

    None where the dict is not written out.
    """
    there = next((arg.value for arg in call.args if arg.keyword and arg.keyword.value == keyword), None)
    options = there or cst.Dict([])
    if not isinstance(options, cst.Dict):
        return None
    code = cst.Module([]).code_for_node
    keys = [code(each.key).strip("'\"") if isinstance(each, cst.DictElement) else None for each in options.elements]
    name = code(key).strip("'\"")
    at = keys.index(name) if name in keys else None
    if at is not None:
        element = options.elements[at]
        options = (
            lists.replaced(options, at, element.with_changes(value=value)) if value else lists.removed(options, at)
        )
    elif value is not None:
        options = lists.inserted(options, cst.DictElement(key, value))
    return with_keyword(call, keyword, options if options.elements else None)


def _key_keywords(value: str) -> dict[str, str]:
    """What Field's own keywords say of a ForeignKey; none where they cannot say it, and for all else."""
    parsed = cst.parse_expression(value)
    if not isinstance(parsed, cst.Call) or called(parsed) != "ForeignKey":
        return {}
    code = cst.Module([]).code_for_node
    keywords = {arg.keyword.value if arg.keyword else "foreign_key": code(arg.value) for arg in parsed.args}
    return keywords if keywords.keys() <= {"foreign_key", "ondelete"} else {}


def _length(value: str) -> str | None:
    parsed = cst.parse_expression(value)
    if isinstance(parsed, cst.Call) and called(parsed) == "String" and len(parsed.args) == 1:
        arg = parsed.args[0]
        if isinstance(arg.value, cst.Integer):
            return arg.value.value
    return None


def _is_none(node: cst.BaseExpression | None) -> bool:
    return isinstance(node, cst.Name) and node.value == "None"
