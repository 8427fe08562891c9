"""The first models file for a whole SQLite database, written from its catalog as a person would write it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy.orm import DeclarativeBase

from schemasync_nb.apply.declare import ELSEWHERE, IMPLIED, TYPES, ColumnWords, Declarations, Key, TableWords, key_options
from schemasync_nb.apply.relate import Relationship, relationships
from schemasync_nb.apply.spelling import (
    INDENT,
    Call,
    Node,
    camel,
    commented,
    flat,
    free,
    identifier,
    laid_out,
    listed,
    shown,
    singular,
    string,
)
from schemasync_nb.catalog import TRIGGER, Catalog

DECLARED = '''class Declared(UserDefinedType[Any]):
    """A column type as the database declares it, where SQLAlchemy has none that does."""

    cache_ok = True

    def __init__(self, spelling: str) -> None:
        self.spelling = spelling

    def get_col_spec(self, **kw: Any) -> str:
        return self.spelling'''

MODULES = {
    "decimal": {"Decimal"},
    "typing": {"Any"},
    "sqlalchemy": {name for name, _ in TYPES.values()}
    | set(
        """CheckConstraint Column Computed ForeignKey ForeignKeyConstraint Index MetaData PrimaryKeyConstraint Table
        UniqueConstraint column literal_column quoted_name text""".split()
    ),
    "sqlalchemy.orm": {"DeclarativeBase", "Mapped", "mapped_column", "relationship"},
    "sqlalchemy.types": {"UserDefinedType"},
}
RESERVED = {"Base", "Declared", "datetime", ELSEWHERE, *dir(__builtins__), *(name for names in MODULES.values() for name in names)}
"""Names that mean something at the top of the file."""

SPECIAL = {*dir(DeclarativeBase), "metadata", "registry", "type_annotation_map", "Mapped", "mapped_column", "relationship", "list"}
"""Names that mean something in a class."""
