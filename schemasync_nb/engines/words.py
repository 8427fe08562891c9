"""SQLAlchemy's words for columns, constraints, tables and types, as Python source that is still to be laid out."""

from __future__ import annotations

import builtins
from dataclasses import dataclass, field
from typing import NamedTuple

from schemasync_nb.catalog import Entry
from schemasync_nb.engines.spelling import Call, Node, string

IMPLIED = frozenset({"Boolean", "Date", "DateTime", "Integer", "LargeBinary", "Numeric", "String", "Time", "Uuid"})
"""Types that ``Mapped[...]`` brings about by itself, whichever SQLAlchemy it is (``float`` is one or the other)."""

ELSEWHERE = "elsewhere"
"""The generated file's MetaData for tables that foreign keys refer to although they are not there."""


MODULES: dict[str, set[str]] = {
    "decimal": {"Decimal"},
    "typing": {"Any"},
    "sqlalchemy": {
        *("CheckConstraint", "Column", "Computed", "ForeignKey", "ForeignKeyConstraint", "Index", "MetaData"),
        *("PrimaryKeyConstraint", "Table", "UniqueConstraint", "column", "literal_column", "quoted_name", "text"),
    },
    "sqlalchemy.orm": {"DeclarativeBase", "Mapped", "mapped_column", "relationship"},
    "sqlalchemy.types": {"UserDefinedType"},
}
PLAIN_IMPORTS = ("datetime", "enum", "uuid")
RESERVED = {"Base", "Declared", *PLAIN_IMPORTS, ELSEWHERE, *dir(builtins), *set().union(*MODULES.values())}
"""Names that mean something at the top of the file, whatever the engine."""


class TypeWords(NamedTuple):
    """What stands for a type, and what Python gets."""

    type: Node
    python: str


@dataclass(frozen=True)
class ObjectWords:
    """An enum, domain or sequence, which tables use by a name of the file.

    name    of its variable, or of its class
    call    what the variable is; None where the class says it all
    labels  of the class, which is an Enum of Python's; None where there is no class
    """

    entry: Entry
    name: str
    call: Call | None
    labels: tuple[str, ...] | None = None


@dataclass
class ColumnWords:
    """A column: its type, what Python gets, its ForeignKey and Computed, its keyword arguments.

    typed_by_key  SQLAlchemy takes the type from the foreign key's other side, and it is the same
    unsaid        a line for each thing that SQLAlchemy cannot say
    """

    name: str
    type: Node
    python: str
    nullable: bool
    items: list[Node] = field(default_factory=list)
    options: list[Node] = field(default_factory=list)
    typed_by_key: bool = False
    unsaid: list[str] = field(default_factory=list)

    @property
    def implied(self) -> bool:
        """True when a mapped class need not state the type."""
        refers = any(isinstance(item, Call) and item.head == "ForeignKey" for item in self.items)
        return self.type in IMPLIED and (self.typed_by_key or not refers)


@dataclass(frozen=True)
class Inline:
    """What a column says of a constraint or index: ``ForeignKey(...)``, ``unique=True``."""

    column: str
    items: tuple[Node, ...] = ()
    options: tuple[Node, ...] = ()


@dataclass(frozen=True)
class ConstraintWords:
    """A constraint or an index.

    call     as its table says it: ``UniqueConstraint("a", "b")``; None where SQLAlchemy cannot say it at all
    inline   as its columns say it instead, which is shorter; () where they cannot
    beside   what columns must say beside the call
    options  of the table, which it brings about: (name, value)
    unsaid   a line for each thing that SQLAlchemy cannot say
    """

    call: Call | None
    inline: tuple[Inline, ...] = ()
    beside: tuple[Inline, ...] = ()
    options: tuple[tuple[str, Node], ...] = ()
    unsaid: tuple[str, ...] = ()


@dataclass
class TableWords:
    """A table: its columns, its constraints and indexes, its options as (name, value).

    spelled  as the catalog spells it
    name     without a schema
    schema   None where it is the connection's own
    keyed    it has a key by which a class can be mapped
    after    tables that must be made before it, as ``MetaData.tables`` calls them, foreign keys aside
    """

    spelled: str
    name: str
    schema: str | None = None
    columns: list[ColumnWords] = field(default_factory=list)
    constraints: list[Node] = field(default_factory=list)
    options: list[tuple[str, Node]] = field(default_factory=list)
    keyed: bool = False
    after: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What ``MetaData.tables`` calls it."""
        return key_in_metadata(self.name, self.schema)


@dataclass(frozen=True)
class Key:
    """A foreign key, with the names of its ends as the tables spell them.

    name             None where it need not be stated
    parent           as the catalog spells it
    parent_name      without a schema
    parent_schema    None where it is the connection's own
    closes_a_circle  of tables that refer to each other
    parent_is_there  the database has that table with those columns
    options          the keyword arguments of its ForeignKey or ForeignKeyConstraint
    """

    entry: Entry
    name: str | None
    columns: tuple[str, ...]
    parent: str
    parent_name: str
    parent_schema: str | None
    parent_columns: tuple[str, ...]
    closes_a_circle: bool
    parent_is_there: bool
    options: tuple[Node, ...] = ()

    @property
    def table(self) -> str:
        """The table that refers."""
        return self.entry.table

    @property
    def late(self) -> bool:
        """True when SQLAlchemy would misread "table.column", so that the key is added when all tables are there."""
        return self.parent_is_there and any("." in name for name in (self.parent_name, *self.parent_columns))

    def targets(self, metadata: str) -> list[str]:
        """The columns it refers to: "table.column", or by way of the tables of this MetaData."""
        parent = key_in_metadata(self.parent_name, self.parent_schema)
        if self.parent_is_there and not self.late:
            return [string(f"{parent}.{name}") for name in self.parent_columns]
        return [f"{metadata}.tables[{string(parent)}].c[{string(name)}]" for name in self.parent_columns]


def key_in_metadata(name: str, schema: str | None) -> str:
    """What ``MetaData.tables`` calls a table."""
    return f"{schema}.{name}" if schema else name
