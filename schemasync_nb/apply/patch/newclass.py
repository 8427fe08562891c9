"""The text of a new class, written as its relatives are, with the relationships that its foreign keys make obvious."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

import libcst as cst
import sqlalchemy as sa
from libcst.helpers import get_full_name_for_node
from sqlalchemy.orm import MappedColumn

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.attributes import read_by_words
from schemasync_nb.apply.patch.columns import SPECIAL, annotation, statement_text
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.names import Names
from schemasync_nb.apply.patch.newtable import in_block, options, written
from schemasync_nb.apply.patch.places import ClassPlace, TablePlace
from schemasync_nb.apply.patch.reading import assignment, called, classes_in, target_of
from schemasync_nb.apply.patch.source import Source, Waits, inside
from schemasync_nb.apply.patch.sqlmodels import relationship_items
from schemasync_nb.apply.patch.statements import append_statement
from schemasync_nb.apply.patch.style import column_statements, style_of
from schemasync_nb.engines.spelling import (
    Call,
    camel,
    flat,
    free,
    identifier,
    plural,
    singular,
    snake,
    string,
)
from schemasync_nb.engines.words import ColumnWords, Key, TableWords


@dataclass(frozen=True)
class _Relation:
    """A relationship of the new class.

    parent  the class on the other side; None for the new one itself
    back    its name on the other side, "" where it has none there
    """

    key: Key
    name: str
    parent: ClassPlace | None
    parent_name: str
    back: str
    nullable: bool
    to_one: bool


class NewClass:
    """A class for a table that the database has, to stand in the file of one of its relatives."""

    def __init__(self, words: TableWords, near: TablePlace, editing: Editing) -> None:
        assert near.place is not None and near.cls is not None
        self.words = words
        self.near = near
        self.cls = near.cls
        self.editing = editing
        self.source = near.source
        self.names = editing.names(near.source)
        self.style = style_of(near)
        self.name = self._name()
        self.attributes: dict[str, str] = {}
        for column in words.columns:
            self.attributes[column.name] = self._attribute(column.name)
        self.relations = [each for key in self._keys() if (each := self._relation(key))]

    def text(self) -> str:
        """The class statement."""
        head = [*self._tablename(), *self._table_args()]
        body = [self._fitted(self._column(column)) for column in self.words.columns]
        relations = [self._fitted(self._forward(relation)) for relation in self.relations]
        relations += [
            self._fitted(self._backward(each, self.source)) for each in self.relations if each.back and not each.parent
        ]
        parts = ["\n".join(lines) for lines in (head, body, relations) if lines]
        keywords = ", table=True" if self.style.sqlmodel else ""
        return f"class {self.name}({self._base()}{keywords}):\n" + in_block("\n\n".join(parts), self.source) + "\n"

    def tell_parents(self) -> None:
        """Put the other side of the relationships into the classes that the new one refers to."""
        for relation in self.relations:
            if relation.back and relation.parent is not None:
                self._tell(relation, relation.parent)

    # the head

    def _name(self) -> str:
        taken = {name for names, *_ in classes_in(self.source) for name in names[:1]}
        lines = (each for each in self.source.module.body if isinstance(each, cst.SimpleStatementLine))
        taken |= {target_of(part) or "" for each in lines for part in each.body}
        taken |= {mapper.class_.__name__ for mapper in self.editing.locator._mappers}
        taken |= {place.names[0] for place in self.editing.new_tables.values()}
        whole = camel(self.words.name)
        in_plural = self.cls.__name__ == camel(self.near.table.name) != singular(camel(self.near.table.name))
        return free(whole if in_plural else singular(whole), taken)

    def _base(self) -> str:
        """What the relatives are based on, without what is theirs alone."""
        for place, cls in chain([(self.near.place, self.cls)], self._places()):
            if place is None or place.source is not self.source:
                continue
            arguments = [arg.value for arg in place.node.bases if arg.keyword is None and not arg.star]
            if len(arguments) == len(cls.__bases__):
                for node, base in zip(arguments, cls.__bases__, strict=True):
                    if hasattr(base, "metadata") and "__mapper__" not in vars(base) and not _has_columns(base):
                        return self.source.code(node)
        roots = [base for base in self.cls.__mro__ if hasattr(base, "metadata") and not _has_columns(base)]
        for root in roots:
            if any(names == (root.__name__,) for names, *_ in classes_in(self.source)):
                return str(root.__name__)
            if bound := self.names.bound(root.__name__, root.__module__):
                return bound
        raise Waits(f"{self.source.place(self.near.node)}: the base of class {self.cls.__name__} cannot be told")

    def _places(self) -> Iterator[tuple[ClassPlace, type]]:
        """Where the classes of the models stand, each with the class."""
        for mapper in self.editing.locator._mappers:
            try:
                yield self.editing.locator.class_place(mapper.class_), mapper.class_
            except Waits:
                continue

    def _tablename(self) -> list[str]:
        if self.style.sqlmodel and self.name.lower() == self.words.name:
            return []
        literal = self.editing.said.name_words(self.words.name)
        there = assignment(self.near.node, "__tablename__") if isinstance(self.near.node, cst.ClassDef) else None
        if there is not None and literal.startswith('"') and "'" not in literal:
            part = there.body[0]
            value = part.value if isinstance(part, cst.Assign) else None
            if isinstance(value, cst.SimpleString) and value.quote == "'":
                literal = f"'{literal[1:-1]}'"
        return [f"__tablename__ = {literal}"]

    def _table_args(self) -> list[str]:
        items = list(self.words.constraints)
        stated = options(self.words, self.near)
        dictionary = Call("", tuple(f"{string(name)}: {flat(value)}" for name, value in stated), "{}")
        if items and stated:
            items.append(dictionary)
        if not items and not stated:
            return []
        node = Call("", tuple(items)) if items else dictionary
        indent = self.source.module.default_indent
        return [written(node, self.names, self.style.prefix, lead="__table_args__ = ", indent=indent)]

    # columns

    def _attribute(self, column: str) -> str:
        nearest = identifier(column, "column")
        taken = self._inherited() | set(self.attributes.values()) | read_by_words(self.words)
        return free(f"{nearest}_", taken) if nearest in taken else nearest

    def _inherited(self) -> set[str]:
        """Names that mean something in every class of the models."""
        root = next(base for base in reversed(self.cls.__mro__) if hasattr(base, "metadata"))
        return {name for name in dir(root) if not name.startswith("__")} | SPECIAL

    def _column(self, column: ColumnWords) -> str:
        attribute = self.attributes[column.name]
        keys = [each for each in self.words.columns if "primary_key=True" in each.options]
        refers = any(flat(item).startswith("ForeignKey(") for item in column.items)
        if self.style.sqlmodel and keys == [column] and column.python == "int" and not refers:
            column = replace(column, nullable=True)  # until the database has given the row its number
        return statement_text(attribute, column, self.near, self.style, self.names, self.editing)

    def _fitted(self, text: str) -> str:
        """A statement over as many lines as it needs in a class."""
        return fitted(text, self.source)

    # relationships

    def _keys(self) -> list[Key]:
        return self.editing.said.keys.get(self.words.spelled, [])

    def _relation(self, key: Key) -> _Relation | None:
        """The relationship that a foreign key makes obvious; None where it competes with others."""
        ends = {key.table, key.parent}
        rivals = [other for end in ends for other in self.editing.said.keys.get(end, ())]
        alone = sum({other.table, other.parent} == ends for other in rivals) == 1
        overlapping = any(other is not key and set(other.columns) & set(key.columns) for other in self._keys())
        itself = key.table == key.parent
        if not alone or overlapping or not key.parent_is_there:
            return None
        if itself and (len(key.columns) > 1 or key.columns == key.parent_columns):
            return None
        if (other := self._parent(key)) is None:
            return None
        parent, parent_name, taken = other
        match = re.fullmatch(r"(.+?)(?:(?i:_id)|(?<=[a-z0-9])I[dD])", key.columns[0])
        base = match[1] if len(key.columns) == 1 and match else singular(key.parent_name)
        name = identifier(snake(base), "parent")
        if name in self.attributes.values() or name in self._inherited():
            return None
        to_one = self.editing.said.is_unique(key.table, key.columns)
        own = snake(self.words.name)
        back = identifier(singular(own) if to_one else plural(own), "children")
        back = "children" if itself and name == "parent" else back
        back = "" if back in taken or (itself and back == name) else back
        nullable = any(column.nullable for column in self.words.columns if column.name in key.columns)
        return _Relation(key, name, parent, parent_name, back, nullable, to_one)

    def _parent(self, key: Key) -> tuple[ClassPlace | None, str, set[str]] | None:
        """(the class that a foreign key refers to, its name, the names that are taken there)."""
        if self._cannot_relate(self.source):
            return None
        if key.parent == self.words.spelled:
            return None, self.name, set(self.attributes.values())
        if place := self.editing.new_tables.get(key.parent):
            return place, place.names[-1], {target_of(part) or "" for part in inside(place.node)}
        try:
            parent = self.editing.locator.table(key.parent)
        except Waits:
            return None
        if parent.place is None or parent.cls is None or self._cannot_relate(parent.source):
            return None
        taken = {*dir(parent.cls), *(target_of(part) or "" for part in inside(parent.place.node))}
        return parent.place, parent.cls.__name__, taken

    def _cannot_relate(self, source: Source) -> bool:
        """True where SQLModel could not read the classes that relationships lead to."""
        return self.style.sqlmodel and self.editing.names(source).bound("annotations", "__future__") is not None

    def _forward(self, relation: _Relation) -> str:
        other = relation.parent_name
        arguments = [f"back_populates={string(relation.back)}"] if relation.back else []
        if relation.parent is None:
            target = self.attributes[relation.key.parent_columns[0]]
            arguments.append(f"remote_side={string(f'{self.name}.{target}')}")
        above = relation.parent is not None and relation.parent.source is self.source
        return self._stated(relation.name, other, arguments, relation.nullable, self.source, above=above)

    def _backward(self, relation: _Relation, source: Source) -> str:
        arguments = [f"back_populates={string(relation.name)}"]
        if relation.to_one and (self.style.sqlmodel or not self.style.annotated):
            arguments.append("uselist=False")
        return self._stated(relation.back, self.name, arguments, relation.to_one, source, many=not relation.to_one)

    def _tell(self, relation: _Relation, place: ClassPlace) -> None:
        text = self._backward(relation, place.source)
        line = cst.parse_statement(fitted(text, place.source), config=place.source.module.config_for_parsing)
        there = [each for each in place.node.body.body if _is_relationship(each)]
        if there:
            append_statement(place, line, there)  # type: ignore[arg-type]
        else:
            line = line.with_changes(leading_lines=[cst.EmptyLine(indent=False)])
            append_statement(place, line, list(column_statements(place.node, self.style.sqlmodel)))

    def _stated(
        self,
        name: str,
        other: str,
        arguments: list[str],
        nullable: bool,
        source: Source,
        *,
        many: bool = False,
        above: bool = False,
    ) -> str:
        """``above``: the other class is known where this is written."""
        names = self.editing.names(source)
        word = "Relationship" if self.style.sqlmodel else "relationship"
        constructor = _relationship_in(source, word) or names.spelled(word, self.style.prefix)
        if self.style.sqlmodel:
            call = _code(names.expression(f"X({', '.join(relationship_items(arguments))})"))
            kind = self._related(other, nullable, names, many=many, above=above)
            return f"{name}: {kind} = {call.replace('X(', f'{constructor}(', 1)}"
        if not self.style.annotated:
            items = ", ".join([string(other), *arguments])
            return f"{name} = {_code(names.expression(f'X({items})'))}".replace("= X(", f"= {constructor}(", 1)
        call = _code(names.expression(f"X({', '.join(arguments)})")).replace("X(", f"{constructor}(", 1)
        inner = string(other)
        if many:
            inner = f"{names.bound('List', 'typing') or 'list'}[{inner}]"
        elif nullable:
            optional = names.bound("Optional", "typing") if self.style.optional else None
            inner = f"{optional}[{inner}]" if optional else string(f"{other} | None")
        return f"{name}: {names.spelled('Mapped')}[{inner}] = {call}"

    def _related(self, other: str, nullable: bool, names: Names, *, many: bool, above: bool) -> str:
        """The annotation of SQLModel, which reads no ``"Other | None"``."""
        if many:
            return f"{names.bound('List', 'typing') or 'list'}[{string(other)}]"
        if above:
            return annotation(other, nullable, self.style, names)
        return f"{names.spelled('Optional')}[{string(other)}]" if nullable else string(other)


def fitted(text: str, source: Source) -> str:
    """A statement of a class over as many lines as it needs."""
    statement = cst.parse_statement(text, config=source.module.config_for_parsing)
    width = source.width - len(source.module.default_indent)
    part = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
    call = part.value if isinstance(part, cst.Assign | cst.AnnAssign) else None
    for each in (False, True):
        if not isinstance(call, cst.Call) or not call.args or max(map(len, text.splitlines())) <= width:
            break
        assert part is not None
        text = _code(statement.with_deep_changes(part, value=lists.broken(call, each=each))).rstrip("\n")
    return text


def _code(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


def _has_columns(base: type) -> bool:
    """True for a base that gives columns to the classes made from it."""
    for cls in base.__mro__:
        if any(isinstance(value, sa.Column | MappedColumn) for value in vars(cls).values()):
            return True
        if any("Mapped[" in str(each) for each in vars(cls).get("__annotations__", {}).values()):
            return True
    return False


def _is_relationship(statement: cst.CSTNode) -> bool:
    if not isinstance(statement, cst.SimpleStatementLine):
        return False
    return any(called(getattr(part, "value", None)).lower() == "relationship" for part in statement.body)


def _relationship_in(source: Source, word: str) -> str | None:
    """What the file calls ``relationship``; None where it has none."""
    for node in inside(source.module):
        if called(node) == word and isinstance(node, cst.Call):
            return get_full_name_for_node(node.func)
    return None
