"""What create_all would say on a connection, piece by piece and without saying it."""

from __future__ import annotations

import copy
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Constraint, ForeignKeyConstraint, Index, MetaData, Table, create_mock_engine
from sqlalchemy.dialects.postgresql import DOMAIN
from sqlalchemy.exc import NoReferencedTableError, SQLAlchemyError
from sqlalchemy.schema import Column, CreateColumn, HasConditionalDDL
from sqlalchemy.sql.compiler import DDLCompiler
from sqlalchemy.types import NullType, SchemaType, TypeDecorator, TypeEngine

from schemasync_nb.engines.postgresql.names import spell
from schemasync_nb.errors import ModelsError

LONGEST = 63
"""NAMEDATALEN - 1: longer names are cut by the server, in bytes."""


class Speller:
    """SQLAlchemy's own compiler, as this connection would use it: its dialect, its schema_translate_map."""

    def __init__(self, connection: Connection) -> None:
        dialect: Any = copy.copy(connection.dialect)
        dialect.paramstyle = "named"  # so that a per cent sign is not doubled for the driver
        dialect._type_memos = weakref.WeakKeyDictionary()
        dialect.identifier_preparer = dialect.preparer(dialect)
        dialect.identifier_preparer.schema_for_object = connection.schema_for_object
        dialect.type_compiler_instance = type(dialect.type_compiler_instance)(dialect)
        self.dialect = dialect
        self.preparer = dialect.identifier_preparer
        self.compiler: DDLCompiler = dialect.ddl_compiler(dialect, None)
        self.types = dialect.type_compiler_instance
        self.default_schema: str = connection.dialect.default_schema_name or "public"
        self.native = type(self.compiler).__module__.startswith("sqlalchemy.dialects.postgresql")
        self._customised: dict[type, bool] = {}

    def schema(self, item: Any) -> str:
        """The schema in which a table, type or sequence lands."""
        return clipped(self.preparer.schema_for_object(item) or self.default_schema)

    def table(self, table: Table) -> str:
        """A table as ids spell it."""
        return spell(self.schema(table), clipped(table.name))

    def name(self, item: Constraint | Index) -> str | None:
        """The name that a constraint or an index gets; None where the server makes it."""
        if item.name is None:
            return None
        try:
            rendered: str | None = self.preparer.format_constraint(item, _alembic_quote=False)
        except SQLAlchemyError as error:
            raise ModelsError(f"{type(item).__name__} {item.name}: {first_line(error)}") from None
        return None if rendered is None else clipped(rendered)

    def expression(self, clause: Any) -> str:
        """A clause as DDL says it."""
        return str(self.compiler.sql_compiler.process(clause, include_table=False, literal_binds=True))

    def type_of(self, column: Column[Any]) -> str:
        """A column's type as DDL says it."""
        return str(self.types.process(column.type, type_expression=column, identifier_preparer=self.preparer))

    def named_type(self, type_: TypeEngine[Any]) -> Any:
        """The ENUM or DOMAIN of a column, found under arrays and decorators; None for a type without a name."""
        impl: Any = type_.dialect_impl(self.dialect)
        while isinstance(impl, TypeDecorator):
            impl = impl.impl_instance.dialect_impl(self.dialect)
        if impl.__visit_name__ == "ARRAY":
            return self.named_type(impl.item_type)
        return impl if impl.__visit_name__ in ("enum", "ENUM", "DOMAIN") and impl.name else None

    def customised(self, item: type) -> bool:
        """True when somebody's @compiles says how such a thing is spelled."""
        if item not in self._customised:
            self._customised[item] = any(
                self.dialect.name in dispatcher.specs
                or getattr(dispatcher.specs.get("default"), "__name__", "") != "_wrap_existing_dispatch"
                for each in item.__mro__
                if (dispatcher := each.__dict__.get("_compiler_dispatcher")) is not None
            )
        return self._customised[item]

    def is_created(self, item: HasConditionalDDL) -> bool:
        """False for a constraint that its ddl_if leaves out here."""
        return bool(item._should_create_for_compiler(self.compiler))  # type: ignore[attr-defined]


def clipped(name: str) -> str:
    """A name as the server keeps it."""
    if len(name) < 16 or len(name.encode()) <= LONGEST:
        return str(name)
    return name.encode()[:LONGEST].decode(errors="ignore")


@dataclass(frozen=True)
class Script:
    """What create_all would execute, in order.

    elements  SQLAlchemy's DDL elements
    opaque    tables of which only their making tells what they become: table -> why
    """

    elements: tuple[Any, ...]
    opaque: dict[Table, str] = field(default_factory=dict)


def script(metadata: MetaData, speller: Speller) -> Script:
    """Play create_all without a database; what listeners, @compiles or a foreign dialect decide is left open."""
    why = ""
    if not speller.native:
        why = "its dialect spells DDL in its own way"
    elif speller.customised(CreateColumn):
        why = "columns are spelled by a @compiles"
    elif is_listened_to(metadata):
        why = "the models listen for being made"
    opaque = {table: why or reason for table in metadata.tables.values() if (reason := why or _opaque(table))}
    said: list[Any] = []
    player = create_mock_engine("postgresql://", lambda element, *_, **__: said.append(element))
    try:
        if not why:
            player._dialect = speller.dialect
            with untouched(metadata):
                metadata.create_all(player, [t for t in metadata.tables.values() if t not in opaque], checkfirst=False)
    except SQLAlchemyError as error:
        raise ModelsError(f"the models cannot be made: {first_line(error)}") from error
    return Script(tuple(said), opaque)


@contextmanager
def untouched(metadata: MetaData) -> Iterator[None]:
    """Give foreign keys back what create_all takes: one that it adds afterwards would be left out of CREATE TABLE."""
    rules = [(key, key._create_rule) for table in metadata.tables.values() for key in table.foreign_key_constraints]
    try:
        yield
    finally:
        for key, rule in rules:
            key._create_rule = rule


def _opaque(table: Table) -> str:
    if is_listened_to(table) or any(map(is_listened_to, table.indexes)):
        return "somebody listens for its being made"
    if getattr(table, "_creator_ddl", None) is not None:
        return "it is made from a query"
    return ""


def is_listened_to(thing: MetaData | Table | Index) -> bool:
    """True when something happens as it is made, by the will of others than SQLAlchemy's own types."""
    listeners: Any = (*thing.dispatch.before_create, *thing.dispatch.after_create)
    return any(map(_is_foreign, listeners))


def _is_foreign(listener: Any) -> bool:
    """False for what SQLAlchemy's own types (Enum, Boolean) listen with."""
    function = getattr(listener, "func", listener)
    owner = getattr(function, "__self__", None) or getattr(listener, "target", None)
    return not isinstance(owner, SchemaType)


def with_stubs(metadata: MetaData) -> tuple[MetaData, frozenset[str]]:
    """The same metadata, with bare tables for what its foreign keys point to outside of it, and the keys of those."""
    try:
        for table in metadata.tables.values():
            for key in table.foreign_keys:
                _ = key.column
    except NoReferencedTableError:
        copied = MetaData(naming_convention=metadata.naming_convention)
        for table in metadata.tables.values():
            twin = table.to_metadata(copied, referred_schema_fn=lambda _, __, ___, schema: schema)
            twin._prefixes = list(table._prefixes)
            for column in table.columns:
                if isinstance(column.type, DOMAIN):  # before 2.1 a copy forgets that it is not to be made
                    copied_type: Any = twin.c[column.key].type
                    copied_type.create_type = column.type.create_type
        for table in list(copied.tables.values()):
            for constraint in table.constraints:
                if isinstance(constraint, ForeignKeyConstraint):
                    _stub(copied, constraint)
        return copied, frozenset(copied.tables.keys() - metadata.tables.keys())
    except SQLAlchemyError as error:
        raise ModelsError(f"the models' foreign keys do not resolve: {first_line(error)}") from error
    return metadata, frozenset()


def _stub(metadata: MetaData, constraint: ForeignKeyConstraint) -> None:
    for element in constraint.elements:
        table, _, column = element.target_fullname.rpartition(".")
        if table not in metadata.tables:
            schema, _, name = table.rpartition(".")
            Table(name, metadata, Column(column, NullType), schema=schema or None)
        elif column not in metadata.tables[table].c:
            metadata.tables[table].append_column(Column(column, NullType))


def first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
