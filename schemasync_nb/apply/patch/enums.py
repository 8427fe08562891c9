"""The labels of an enum type: in the calls of ``Enum("a", "b")`` that list them, or in the Enum class of Python."""

from __future__ import annotations

import enum
import keyword
from collections.abc import Iterator, Sequence

import libcst as cst
import sqlalchemy as sa

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.enum_types import enum_types
from schemasync_nb.apply.patch.names import Names
from schemasync_nb.apply.patch.places import ClassPlace
from schemasync_nb.apply.patch.reading import called, target_of
from schemasync_nb.apply.patch.references import model_sources, quoted_alike
from schemasync_nb.apply.patch.source import Source, Waits, inside
from schemasync_nb.detect.drift import ALTER, Change
from schemasync_nb.detect.hazards import labels
from schemasync_nb.engines.spelling import string

Statement = cst.SimpleStatementLine


def alter_enum(change: Change, editing: Editing) -> None:
    """Bring the labels that the models state to those of the database; Waits where they are not written out."""
    assert change.old is not None and change.new is not None
    was, now = labels(change.new), labels(change.old)
    types = enum_types(editing.models.metadata, change.new)
    members = {type_.enum_class for type_ in types if type_.enum_class is not None}
    for cls in members:
        type_ = next(type_ for type_ in types if type_.enum_class is cls)
        Members(cls, by_value(type_, change.name), editing).become(now)
    if not types or any(type_.enum_class is None for type_ in types):  # without a column it is a statement of its own
        _edit_calls(change.name or "", was, now, editing)


def by_value(type_: sa.Enum, name: str | None) -> bool:
    """True when the labels are the members' values, False when they are their names."""
    members = list(type_.enum_class.__members__.items())  # type: ignore[union-attr]
    if list(type_.enums) == [name for name, _ in members]:
        return False
    if list(type_.enums) == [member.value for _, member in members]:
        return True
    raise Waits(f"enum {name}: its labels are neither the names nor the values of {type_.enum_class}")


# ---------------------------------------------------------------- lists of labels


def _edit_calls(name: str, was: Sequence[str], now: Sequence[str], editing: Editing) -> None:
    found = False
    for source in list(model_sources(editing.locator)):
        while call := next((each for each in _calls(source, name) if listed(each) == list(was)), None):
            source.replace(call, relabelled(call, now, editing.names(source)))
            found = True
    if not found:
        raise Waits(f"{_near(name, editing)}: the labels of enum {name} are not written out there")


def _calls(source: Source, name: str) -> Iterator[cst.Call]:
    """The calls that make an enum of this name."""
    for node in inside(source.module):
        if isinstance(node, cst.Call) and called(node) in ("Enum", "ENUM", "SQLEnum", "SAEnum") and _name(node) == name:
            yield node


def _name(call: cst.Call) -> str | None:
    value = next((arg.value for arg in call.args if arg.keyword and arg.keyword.value == "name"), None)
    return str(value.evaluated_value) if isinstance(value, cst.SimpleString) else None


def listed(call: cst.Call) -> list[str] | None:
    """The labels that a call lists; None where something else stands among them."""
    values = [arg.value for arg in call.args if arg.keyword is None]
    if any(arg.star for arg in call.args) or not all(isinstance(value, cst.SimpleString) for value in values):
        return None
    return [str(value.evaluated_value) for value in values if isinstance(value, cst.SimpleString)]


def relabelled(call: cst.Call, now: Sequence[str], names: Names) -> cst.Call:
    """The call with these labels; a label that takes another's place stands where that one stood."""
    there = listed(call) or []
    first = next((arg.value for arg in call.args if arg.keyword is None), None)

    def literal(label: str) -> cst.BaseExpression:
        alike = quoted_alike(first, label) if isinstance(first, cst.SimpleString) else None
        return alike or names.expression(string(label))

    if len(there) == len(now):
        for at, label in enumerate(now):
            if there[at] != label:
                call = lists.replaced(call, at, cst.Arg(literal(label)))
        return call
    if [label for label in there if label in now] != [label for label in now if label in there]:
        args = dict(zip(there, call.args, strict=False))
        for _ in there:
            call = lists.removed(call, 0)
        for index, label in enumerate(now):
            value = args[label].value if label in args else literal(label)
            call = lists.inserted(call, cst.Arg(value), index)
        return call
    for label in [label for label in there if label not in now]:
        call = lists.removed(call, (listed(call) or []).index(label))
    for at, label in enumerate(now):
        if label not in there:
            call = lists.inserted(call, cst.Arg(literal(label)), at)
    return call


def _near(name: str, editing: Editing) -> str:
    for source in model_sources(editing.locator):
        for call in _calls(source, name):
            return source.place(call)
    return "the models"


# ---------------------------------------------------------------- classes of Python


class Members:
    """The members of an Enum class, as statements of its source."""

    def __init__(self, cls: type[enum.Enum], valued: bool, editing: Editing) -> None:
        self.place: ClassPlace = editing.locator.class_place(cls)
        self.cls = cls
        self.valued = valued
        self.editing = editing
        self.names = editing.names(self.place.source)

    def become(self, now: Sequence[str]) -> None:
        """Give the class a member for each label, in this order; comments and the other members stay."""
        there = self._statements()
        gone = [label for label in there if label not in now]
        come = [label for label in now if label not in there]
        for label in come:
            self._check(label, gone)
        if self.valued and len(gone) == len(come) and len(there) == len(now):
            self._revalue(there, now)
            return
        for label in gone:
            self._unused(label, there[label])
            self._put([each for each in self._body if each is not self._statements()[label]])
        kept = self._statements()
        if list(kept) != [label for label in now if label in kept]:
            slots = [self._body.index(statement) for statement in kept.values()]
            body = list(self._body)
            for slot, label in zip(slots, [label for label in now if label in kept], strict=True):
                body[slot] = _in_place_of(body[slot], kept[label])
            self._put(body)
        for at, label in enumerate(now):
            if label in come:
                self._insert(label, now[at - 1] if at else None)

    def _revalue(self, there: dict[str, Statement], now: Sequence[str]) -> None:
        """Members keep their names where only their values become others: what refers to them stays right."""
        for label, instead in zip(there, now, strict=True):
            if label != instead:
                statement = self._statements()[label]
                part = statement.body[0]
                assert isinstance(part, cst.Assign | cst.AnnAssign) and part.value is not None
                self.place.source.replace(part.value, self.names.expression(string(instead)))

    @property
    def _body(self) -> list[cst.BaseStatement]:
        return list(self.place.node.body.body)  # type: ignore[arg-type]

    def _put(self, body: list[cst.BaseStatement]) -> None:
        block = self.place.node.body
        if not any(isinstance(each, Statement) for each in body):
            body = [Statement([cst.Pass()])]
        self.place.source.replace(block, block.with_changes(body=body))

    def _statements(self) -> dict[str, Statement]:
        """Label -> the statement that states its member."""
        block = self.place.node.body
        found: dict[str, Statement] = {}
        for statement in block.body if isinstance(block, cst.IndentedBlock) else ():
            if not isinstance(statement, Statement):
                continue
            for part in statement.body:
                if isinstance(part, cst.Assign | cst.AnnAssign) and (label := self._label(part)) is not None:
                    if len(statement.body) > 1:
                        raise Waits(f"{self.place.source.place(statement)}: several members stand on one line")
                    found[label] = statement
        return found

    def _label(self, part: cst.Assign | cst.AnnAssign) -> str | None:
        name = target_of(part)
        if name is None or (name.startswith("_") and name.endswith("_")) or part.value is None:
            return None
        if not self.valued:
            return name
        if isinstance(part.value, cst.SimpleString | cst.ConcatenatedString):
            return str(part.value.evaluated_value)
        if name in self.cls.__members__:
            return str(self.cls[name].value)
        return None

    def _check(self, label: str, gone: Sequence[str]) -> None:
        name = self._member(label)
        ok = name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("_")
        taken = name in self.cls.__members__ and name not in gone
        if not ok or taken or hasattr(enum.Enum, name):
            where = self.place.source.place(self.place.node)
            raise Waits(f"{where}: label {label!r} cannot be a member's name in class {self.cls.__name__}")

    def _member(self, label: str) -> str:
        """The name of a label's member, in the case that the class writes its members in."""
        if not self.valued:
            return label
        name = "_".join("".join(sign if f"a{sign}".isidentifier() else " " for sign in label).split())
        return name if all(each.islower() for each in self.cls.__members__) else name.upper()

    def _value(self, label: str) -> str:
        """The value of a new member, as the others have theirs: the label, lower-cased, counted on, ``auto()``."""
        parts = [statement.body[0] for statement in self._statements().values()]
        values = [part.value for part in parts if isinstance(part, cst.Assign | cst.AnnAssign)]
        if not self.valued and values:
            if all(called(value) == "auto" for value in values):
                return self.place.source.code(values[0])  # type: ignore[arg-type]
            members = self.cls.__members__
            numbers = [member.value for member in members.values() if type(member.value) is int]
            if len(numbers) == len(members):
                return str(max(numbers) + 1)
            if all(member.value == name.lower() for name, member in members.items()):
                return string(label.lower())
        return string(label)

    def _insert(self, label: str, before: str | None) -> None:
        """A new member behind that of another label; before all others without one."""
        there = self._statements()
        value = cst.parse_expression(self._value(label))
        if isinstance(value, cst.SimpleString):
            value = self.names.expression(value.value)
        part = cst.Assign([cst.AssignTarget(cst.Name(self._member(label)))], value)
        statement = Statement([part])
        body = self._body
        if before is not None:
            body.insert(body.index(there[before]) + 1, statement)
        elif there:
            at = body.index(next(iter(there.values())))
            first = body[at]
            assert isinstance(first, Statement)
            comments = [line for line in first.leading_lines if line.comment]
            if len(comments) == 0:
                body[at] = first.with_changes(leading_lines=[])
                statement = statement.with_changes(leading_lines=first.leading_lines)
            body.insert(at, statement)
        else:
            body.append(statement)
        self._put(body)

    def _unused(self, label: str, statement: Statement) -> None:
        """Waits where something still names the member of a label that goes."""
        name = target_of(statement.body[0]) or label
        for source in model_sources(self.editing.locator):
            for node in inside(source.module):
                owner = node.value if isinstance(node, cst.Attribute) and node.attr.value == name else None
                if isinstance(owner, cst.Name) and owner.value == self.cls.__name__:
                    raise Waits(f"{source.place(node)}: {self.cls.__name__}.{name} is still used there")


def _in_place_of(old: cst.BaseStatement, new: Statement) -> Statement:
    """A statement with its own comment, under the blank lines of the one whose place it takes."""
    assert isinstance(old, Statement)
    blanks = [line for line in old.leading_lines if line.comment is None]
    return new.with_changes(leading_lines=[*blanks, *(line for line in new.leading_lines if line.comment)])


ENUM_EDITS = {ALTER: alter_enum}
"""What must happen to the database -> what happens to the models instead."""
