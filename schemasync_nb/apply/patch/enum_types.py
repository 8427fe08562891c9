"""The enum types of the models' columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from schemasync_nb.catalog import ENUM, Catalog, Entry
from schemasync_nb.engines.engine import Engine
from schemasync_nb.engines.spelling import Call, string
from schemasync_nb.engines.words import TypeWords


def enum_types(metadata: sa.MetaData, entry: Entry) -> list[sa.Enum]:
    """The types of the columns that are this enum."""
    columns = [column for table in metadata.tables.values() for column in table.columns]
    named = [type_ for column in columns for type_ in _enums(column.type) if type_.name == entry.name]
    if len({type_.schema for type_ in named}) > 1:
        named = [type_ for type_ in named if (type_.schema or entry.table) == entry.table]
    return named


def _enums(type_: Any) -> Iterator[sa.Enum]:
    if isinstance(type_, sa.Enum):
        yield type_
    elif isinstance(type_, sa.ARRAY):
        yield from _enums(type_.item_type)
    elif isinstance(type_, sa.types.TypeDecorator):
        yield from _enums(type_.impl_instance)


def enum_classes(metadata: sa.MetaData, catalog: Catalog, engine: Engine) -> tuple[dict[str, TypeWords], set[type]]:
    """(the enums that a class of Python stands for in the models, by their names in columns; these classes)."""
    words: dict[str, TypeWords] = {}
    classes: set[type] = set()
    for entry in catalog.entries:
        made = [type_ for type_ in enum_types(metadata, entry) if type_.enum_class] if entry.kind == ENUM else []
        if len({type_.enum_class for type_ in made}) == 1 and not made[0].values_callable:
            cls = made[0].enum_class
            assert cls is not None
            schema = [f"schema={string(made[0].schema)}"] if made[0].schema else []
            call = Call("Enum", (cls.__name__, f"name={string(str(made[0].name))}", *schema))
            words[engine.quote_table(entry.spelled)] = TypeWords(call, cls.__name__)
            classes.add(cls)
    return words, classes
