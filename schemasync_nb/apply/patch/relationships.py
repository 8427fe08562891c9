"""Relationships that find their way by a foreign key: they need it, and a second key would leave them in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import libcst as cst
from sqlalchemy import Table
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapper, RelationshipProperty

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.definition import with_keyword
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.reading import assignment, called
from schemasync_nb.apply.patch.source import Source, Waits, inside
from schemasync_nb.apply.patch.sqlmodels import with_entry
from schemasync_nb.catalog import Entry
from schemasync_nb.engines.spelling import INDENT, WIDTH, string
from schemasync_nb.models.importing import mappers_of

Relation = RelationshipProperty[Any]


def refuse_needed(entry: Entry, editing: Editing) -> None:
    """Waits where a relationship finds its way by a foreign key of the models that is to go."""
    own = editing.locator.model_table(entry.table)
    parent = editing.locator.model_table(editing.stated.parent(entry))
    columns = {editing.drift.models.key(name) for name in editing.stated.column_names(entry)}
    for relation in _between(own, parent, editing):
        if {editing.drift.models.key(name) for name in _columns(relation, own)} == columns:
            source, statement = _statement(relation, editing)
            what = f"the relationship {relation.key} needs this foreign key"
            raise Waits(f"{source.place(statement)}: {what}: take the relationship out first")


def tell_apart(entry: Entry, editing: Editing) -> None:
    """Where a new foreign key is a second way between two tables, their relationships state which is theirs."""
    try:
        own = editing.locator.model_table(entry.table)
        parent = editing.locator.model_table(editing.said.parent(entry))
    except Waits:  # one of the two is new
        return
    for relation in _between(own, parent, editing):
        if relation._init_args.foreign_keys.argument or not _is_written(relation, editing):
            continue
        child = next((table for table in (own, parent) if _columns(relation, table)), None)
        if child is not None:
            _state_columns(relation, child, editing)


def _between(one: Table, other: Table, editing: Editing) -> Iterator[Relation]:
    """The relationships between two tables for which no join is written; those of the first table first."""
    found: list[tuple[bool, str, Relation]] = []
    for registry in editing.models.registries:
        try:
            registry.configure(cascade=True)
        except SQLAlchemyError:
            continue
        for mapper in mappers_of(registry):
            for relation in mapper.relationships:
                if relation._init_args.primaryjoin.argument is None and relation.parent is mapper:
                    ends = {pair.table.fullname for pairs in relation.local_remote_pairs for pair in pairs}
                    if ends == {one.fullname, other.fullname}:
                        first = _table(mapper) == one.fullname
                        found.append((not first, f"{mapper.class_.__qualname__}.{relation.key}", relation))
    yield from (relation for *_, relation in sorted(found, key=lambda each: each[:2]))


def _table(mapper: Mapper[Any]) -> str:
    return str(getattr(mapper.local_table, "fullname", ""))


def _columns(relation: Relation, table: Table) -> list[str]:
    """The columns of a table by which a relationship refers to the other one."""
    pairs = relation.synchronize_pairs  # (referred, referring)
    return [referring.name for _, referring in pairs if getattr(referring.table, "fullname", "") == table.fullname]


def _statement(relation: Relation, editing: Editing) -> tuple[Source, cst.CSTNode]:
    place = editing.locator.class_place(relation.parent.class_)
    return place.source, assignment(place.node, relation.key) or place.node


def _is_written(relation: Relation, editing: Editing) -> bool:
    """False for the other side of a ``backref``, which follows its own."""
    return isinstance(_statement(relation, editing)[1], cst.SimpleStatementLine)


def _state_columns(relation: Relation, child: Table, editing: Editing) -> None:
    source, statement = _statement(relation, editing)
    call = next((each for each in inside(statement) if called(each).lower() == "relationship"), None)
    mapper = editing.locator.mapper(child)
    if not isinstance(call, cst.Call) or mapper is None:
        what = f"the relationship {relation.key} would no longer know its foreign key"
        raise Waits(f"{source.place(statement)}: {what}: state it there first")
    place = editing.locator.table(editing.spelled(child))
    cls = mapper.class_.__name__
    columns = [f"{cls}.{editing.locator.attribute(place, name)}" for name in _columns(relation, child)]
    text = string(columns[0] if len(columns) == 1 else f"[{', '.join(columns)}]")
    names = editing.names(source)
    if called(call) == "Relationship":
        stated = with_entry(call, "sa_relationship_kwargs", names.expression('"foreign_keys"'), names.expression(text))
        if stated is None:
            raise Waits(f"{source.place(statement)}: sa_relationship_kwargs is not written out there")
    else:
        stated = with_keyword(call, "foreign_keys", names.expression(text))
    fitted = _width(source, statement) <= WIDTH
    source.replace(call, stated)
    statement = _statement(relation, editing)[1]
    if fitted and _width(source, statement) > WIDTH and not lists.is_broken(stated):
        source.replace(stated, lists.broken(stated, each=False))


def _width(source: Source, statement: cst.CSTNode) -> int:
    return max(len(INDENT + line) for line in source.code(statement).strip().splitlines())
