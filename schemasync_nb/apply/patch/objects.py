"""Enums, domains, sequences and schemas: most come and go with the tables that use them, some have a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import libcst as cst

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.constraints import restated
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.names import Names
from schemasync_nb.apply.patch.newtable import metadata_of, written
from schemasync_nb.apply.patch.places import TablePlace
from schemasync_nb.apply.patch.reading import called, first_argument, target_of
from schemasync_nb.apply.patch.references import model_sources
from schemasync_nb.apply.patch.source import Source, Waits, children, inside
from schemasync_nb.apply.patch.statements import drop_top_statement
from schemasync_nb.catalog import DOMAIN, ENUM, OF_A_SCHEMA, SEQUENCE, TABLE, Entry
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, Change
from schemasync_nb.engines.spelling import identifier, snake
from schemasync_nb.policy import MODELS

HEADS = {
    ENUM: ("Enum", "ENUM", "SQLEnum", "SAEnum"),
    DOMAIN: ("DOMAIN",),
    SEQUENCE: ("Sequence",),
}
"""Kind of object -> the calls that make one."""

OBJECTS = {head for heads in HEADS.values() for head in heads}

METADATA = "metadata=THE_METADATA_OF_THE_FILE"


def following(editing: Editing) -> set[str]:
    """The ids of the changes that the edits of tables and columns settle: what these use comes and goes with them."""
    done = [change for change in editing.drift.changes if change.id in {*editing.done, *editing.settled}]
    stated = _stated_after(done, editing)
    used = {name for entry in stated for name, column in entry.uses if not column and name != entry.spelled}
    found = set()
    for change in editing.drift.changes:
        entry, decided = change.old or change.new, editing.decisions.get(change.id)
        if change.kind not in OF_A_SCHEMA or entry is None or (decided is not None and decided.do != MODELS):
            continue
        is_used = entry.spelled in used
        comes_along = change.action == REMOVE and is_used
        goes_along = change.action == ADD and not is_used and not _has_own_statement(entry, editing)
        if comes_along or goes_along:
            found.add(change.id)
    return found


def _stated_after(done: list[Change], editing: Editing) -> list[Entry]:
    """What the models state when these changes are settled."""
    models, database = editing.drift.models, editing.drift.database
    gone = {change.table for change in done if change.kind == TABLE and change.new is not None and change.old is None}
    come = [change.table for change in done if change.kind == TABLE and change.new is None]
    replaced = [change.new for change in done]
    stated = [entry for entry in models.entries if entry.table not in gone and entry not in replaced]
    stated += [change.old for change in done if change.old is not None]
    return stated + [entry for table in come for entry in database.of(table)]


def add_object(change: Change, editing: Editing) -> None:
    """The database has it and no table uses it: the models get a statement that makes it, above their tables."""
    assert change.old is not None
    call, what = editing.said.object_call(change.old), f"{change.kind} {change.name}"
    place = next(_places(editing), None)
    if call is None or place is None:
        reason = "SQLAlchemy has no words for it" if call is None else "the models have no table to write it above"
        raise Waits(f"{editing.locator.somewhere}: {what}: {reason}")
    names, prefix = editing.names(place.source), editing.style(place).prefix
    text = written(replace(call, items=(*call.items, METADATA)), names, prefix, lead=f"{_variable(change, names)} = ")
    statement = cst.parse_statement(text.replace(METADATA, f"metadata={metadata_of(place)}"))
    body = list(place.source.module.body)
    at = next(n for n, each in enumerate(body) if any(node is place.node for node in inside(each)))
    blanks = [line for line in body[at].leading_lines if line.comment is None] or [cst.EmptyLine(indent=False)]
    before = body[at - 1] if at else None
    if isinstance(before, cst.SimpleStatementLine) and called(_value(before)) in OBJECTS:
        blanks = []
    body.insert(at, statement.with_changes(leading_lines=blanks))
    place.source.replace(place.source.module, place.source.module.with_changes(body=body))


def _places(editing: Editing) -> Iterator[TablePlace]:
    """Where the models state tables, the first one of a file first."""
    for table in editing.models.metadata.tables.values():
        try:
            place = editing.locator.table(editing.spelled(table))
        except (Waits, StopIteration):
            continue
        yield place


def _variable(change: Change, names: Names) -> str:
    """What a file may call an object: its name, or that and what it is."""
    name = identifier(snake(change.name or ""), change.kind)
    return f"{name}_{change.kind}" if names.is_taken(name) else name


def alter_object(change: Change, editing: Editing) -> None:
    """It is said as the database has it, wherever the models say it."""
    assert change.old is not None and change.new is not None
    said, stated = editing.said.object_call(change.old), editing.stated.object_call(change.new)
    what, found = f"{change.kind} {change.name}", False
    if said is None or stated is None:
        raise Waits(f"{editing.locator.somewhere}: {what}: SQLAlchemy has no words for all of it")
    for source in model_sources(editing.locator):
        for call in [each for each in inside(source.module) if _makes(each, change.new)]:
            assert isinstance(call, cst.Call)
            prefix = source.code(call.func.value) + "." if isinstance(call.func, cst.Attribute) else ""
            new = restated(call, said, stated, editing.names(source), prefix)
            if new.deep_equals(call):
                raise Waits(f"{source.place(call)}: {what} is stated otherwise than it is: change it there by hand")
            source.replace(call, new)
            found = True
    if not found:
        raise Waits(f"{editing.locator.somewhere}: {what} is not written out in the models")


def drop_object(change: Change, editing: Editing) -> None:
    """The models have it, the database does not: its statement goes, when nothing uses it any more."""
    assert change.new is not None
    statements = _statements(change.new, editing)
    what = f"{change.kind} {change.name}"
    if not statements:
        raise Waits(f"{editing.locator.somewhere}: {what} is not written out in the models")
    for source, statement in statements:
        name = target_of(statement.body[0]) or ""
        if change.kind == SEQUENCE:
            _drop_from_columns(name, editing)
        if uses := _uses(name, statement, editing):
            places = ", ".join(dict.fromkeys(each.place(node) for each, node in uses))
            raise Waits(f"{places}: {what} is still used there: take that out first")
        drop_top_statement(source, statement)


def _drop_from_columns(name: str, editing: Editing) -> None:
    """No column takes its numbers from what the database does not have."""
    for source in model_sources(editing.locator):
        for call in [each for each in inside(source.module) if called(each) in ("Column", "mapped_column")]:
            assert isinstance(call, cst.Call)
            for at, arg in enumerate(call.args):
                if arg.keyword is None and isinstance(arg.value, cst.Name) and arg.value.value == name:
                    source.replace(call, lists.removed(call, at))


def drop_unused_objects(editing: Editing) -> None:
    """Take out the variables of types that went with their columns; whatever else names one keeps it."""
    for change in editing.drift.changes:
        if change.kind in HEADS and change.action == ADD and change.new is not None and change.id in editing.settled:
            for source, statement in _statements(change.new, editing):
                name = target_of(statement.body[0])
                if name is not None and not _uses(name, statement, editing):
                    drop_top_statement(source, statement)


def _uses(name: str, apart: cst.CSTNode, editing: Editing) -> list[tuple[Source, cst.CSTNode]]:
    """Where a variable is read or imported, but for one statement."""
    return [
        (source, node)
        for source in model_sources(editing.locator)
        for statement in source.module.body
        for node in (_reads(statement) if statement is not apart else ())
        if node.value == name
    ]


def _reads(node: cst.CSTNode) -> Iterator[cst.Name]:
    """The names that are read in a node: neither attributes nor keywords nor what is assigned to."""
    if isinstance(node, cst.Name):
        yield node
    elif isinstance(node, cst.Attribute | cst.Arg):
        yield from _reads(node.value)
    elif not isinstance(node, cst.AssignTarget):
        skipped = node.target if isinstance(node, cst.AnnAssign) else None
        for each in children(node):
            yield from () if each is skipped else _reads(each)


def _statements(entry: Entry, editing: Editing) -> list[tuple[Source, cst.SimpleStatementLine]]:
    """The statements at the top of a file that make an object."""
    return [
        (source, statement)
        for source in model_sources(editing.locator)
        for statement in source.module.body
        if isinstance(statement, cst.SimpleStatementLine) and len(statement.body) == 1
        if _makes(_value(statement), entry)
    ]


def _value(statement: cst.SimpleStatementLine) -> cst.BaseExpression | None:
    part = statement.body[0]
    return part.value if isinstance(part, cst.Assign | cst.AnnAssign | cst.Expr) else None


def _makes(node: cst.CSTNode | None, entry: Entry) -> bool:
    """True for a call that makes an object."""
    if not isinstance(node, cst.Call) or called(node) not in HEADS[entry.kind]:
        return False
    name, schema = (_literal(_argument(node, keyword)) for keyword in ("name", "schema"))
    if name is None and entry.kind != ENUM:
        name = _literal(first_argument(node))
    return name == entry.name and schema in (None, entry.table)


def _has_own_statement(entry: Entry, editing: Editing) -> bool:
    """True when it is made by itself, and not only for the columns that use it."""
    if entry.kind not in HEADS:
        return False
    calls = (_value(statement) for _, statement in _statements(entry, editing))
    return any(isinstance(call, cst.Call) and _argument(call, "metadata") is not None for call in calls)


def _argument(call: cst.Call, keyword: str) -> cst.BaseExpression | None:
    return next((arg.value for arg in call.args if arg.keyword and arg.keyword.value == keyword), None)


def _literal(node: cst.BaseExpression | None) -> str | None:
    return str(node.evaluated_value) if isinstance(node, cst.SimpleString) else None


OBJECT_EDITS = {REMOVE: add_object, ADD: drop_object, ALTER: alter_object}
"""What must happen to the database -> what happens to the models instead."""
