"""The catalog that the models state, as far as a reflected one can be compared with it.

What reflection does not tell for certain is taken over from the database as it was found: so it is no difference.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Sequences
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    FetchedValue,
    ForeignKeyConstraint,
    Identity,
    Index,
    MetaData,
    Sequence,
    Table,
    UniqueConstraint,
    inspect,
)
from sqlalchemy.exc import CompileError, IdentifierError, NoReferencedColumnError, NoReferencedTableError, SAWarning
from sqlalchemy.schema import Constraint, CreateTable
from sqlalchemy.sql.elements import ClauseElement, UnaryExpression

from schemasync_nb.catalog import CHECK, COLUMN, FOREIGN_KEY, INDEX, PRIMARY_KEY, UNIQUE, Catalog, Entry, Fact
from schemasync_nb.engines.engine import Stated
from schemasync_nb.engines.generic import defaults, types
from schemasync_nb.engines.generic.read import UNKNOWN, VERSION_TABLE, attempt, schemas_of
from schemasync_nb.engines.generic.shapes import (
    COLUMNS_ALONE,
    EXPRESSION,
    Home,
    action,
    check_entry,
    column_entry,
    foreign_key_entry,
    home_of,
    index_entry,
    key_entry,
    split,
    table_entry,
)
from schemasync_nb.engines.generic.types import MYSQL

CONSTRAINTS_AND_INDEXES = (PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, INDEX)
HOW = (
    "compared by SQLAlchemy's reflection: expressions (of defaults, CHECKs, generated columns and indexes), collations,"
    " options of tables and indexes, order within an index, deferrability and enum types are not compared"
)


def stated(
    metadata: MetaData, connection: Connection, database: Catalog, schemas: Sequences[str] | None = None
) -> Stated:
    """What the models state; never exact. Only reads."""
    home = home_of(connection)
    compared = schemas_of(connection, home, schemas)
    translated = connection.get_execution_options().get("schema_translate_map") or {}
    entries: list[Entry] = []
    left_out: set[str] = set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # create_all will warn again
        unread = _unread(connection, home, database)
        for _, table in sorted(metadata.tables.items()):
            named = translated.get(table.schema, table.schema)
            schema = home.schema(home.normal(named)) if named else None
            if schema not in compared:
                left_out.add(str(schema or home.default))
            elif table.name != VERSION_TABLE:
                entries += _Table(table, home, database, translated, unread).entries()
    notes = [HOW]
    if unread:
        kinds = ", ".join(kind.replace("_", " ") for kind in CONSTRAINTS_AND_INDEXES if kind in unread)
        notes.append(f"not compared either, because this dialect does not reflect it: {kinds}")
    notes += [f"schema {schema} is not compared: name it in Policy(schemas=[...])" for schema in sorted(left_out)]
    catalog = Catalog(database.engine, tuple(entries), folds=False)
    return Stated(catalog, exact=False, notes=tuple(notes))


def _unread(connection: Connection, home: Home, database: Catalog) -> frozenset[str]:
    """The kinds of objects that the dialect cannot reflect, asked of any one table."""
    if home.dialect.name in COLUMNS_ALONE:
        return frozenset(CONSTRAINTS_AND_INDEXES)
    if not database.tables:
        return frozenset()
    inspector, (schema, name) = inspect(connection), split(next(iter(database.tables)))
    asked = {CHECK: inspector.get_check_constraints, FOREIGN_KEY: inspector.get_foreign_keys}
    return frozenset(
        kind for kind, ask in asked.items() if attempt(ask, table_name=name, schema=schema or None) is None
    )


class _Table:
    """One table of the models, beside what the database has under its name."""

    def __init__(
        self, table: Table, home: Home, database: Catalog, translated: Mapping[Any, Any], unread: frozenset[str]
    ) -> None:
        self.table = table
        self.home = home
        self.dialect = home.dialect
        self.database = database
        self.translated = translated
        self.unread = unread
        self.name = self._spelled(table.schema, table.name)
        self.found = database.of(self.name)
        self.there = self.name in database.tables
        self.known = {entry.name or "": entry for entry in self.found if entry.kind == COLUMN}
        self.names = [entry.name for entry in self.found if entry.kind != COLUMN and entry.name]

    def entries(self) -> list[Entry]:
        """The table and all that belongs to it."""
        parts = [self._column(column) for column in self.table.columns]
        keys = list(self._foreign_keys())
        parts += [*self._primary(), *self._uniques(), *keys, *self._checks()]
        parts += self._indexes(keys)
        comment = self.table.comment or None if self.dialect.supports_comments else None
        entry = table_entry(self.home, self.name, parts, comment)
        return [entry if self.there else self._as_made(entry), *parts]

    def _as_made(self, entry: Entry) -> Entry:
        try:
            sql = str(CreateTable(self.table).compile(dialect=self.dialect)).strip()
        except CompileError:
            return entry
        return Entry(entry.kind, entry.table, None, entry.facts, sql)

    # names

    def _spelled(self, schema: str | None, name: str) -> str:
        schema = self.translated.get(schema, schema)
        own = self.home.spelled(self.home.normal(schema) if schema else None, self.home.normal(name))
        return self.home.same_table(own, self.database.tables)

    def _named(self, column: Column[Any]) -> str:
        return self.home.same_column(self.home.normal(column.name), self.known)

    def _name_of(self, item: Constraint | Index) -> str | None:
        """The name that the models state, as the server would have it."""
        if item.name is None:
            return None
        try:
            name = self.dialect.identifier_preparer.format_constraint(item, _alembic_quote=False)
        except IdentifierError:
            name = item.name if isinstance(item.name, str) else None
        return self.home.same_column(self.home.normal(name), self.names) if name else None

    def _match(self, name: str | None, columns: tuple[str, ...], kinds: Iterable[Entry]) -> Entry | None:
        """What the database has for a key: that of this name, else one over these columns."""
        candidates = list(kinds)
        named = next((entry for entry in candidates if name and entry.name == name), None)
        return named or next((entry for entry in candidates if entry.facts["columns"] == columns), None)

    def _of(self, *kinds: str) -> list[Entry]:
        return [entry for entry in self.found if entry.kind in kinds]

    # columns

    def _column(self, column: Column[Any]) -> Entry:
        name = self._named(column)
        found = self.known[name].facts if name in self.known else None
        kind = types.type_of(column.type, self.dialect)
        facts: dict[str, Fact] = {
            "type": str(kind or UNKNOWN),
            "not_null": (not column.nullable or column.primary_key) and column.computed is None,
            "default": None,
            "generated": self._text(column.computed.sqltext) if column.computed is not None else None,
            "identity": self._identity(column, found),
            "comment": column.comment or None if self.dialect.supports_comments else None,
        }
        if column.computed is None:
            facts["default"] = self._default(column, found, kind)
        if found is not None:
            was = None if found["type"] == UNKNOWN else types.parsed(str(found["type"]))
            if types.alike(was, kind, self.dialect):
                facts["type"] = found["type"]
            if facts["generated"] is not None and found["generated"] is not None:
                facts["generated"] = found["generated"]
        return column_entry(self.home, self.name, name, facts)

    def _default(self, column: Column[Any], found: Mapping[str, Fact] | None, kind: types.Type | None) -> Fact:
        there = found["default"] if found else None
        opaque = isinstance(column.server_default, FetchedValue) and not column.server_default.has_argument
        if opaque and not isinstance(column.server_default, Identity):
            return there
        try:
            compiler: Any = self.dialect.ddl_compiler
            rendered = compiler(self.dialect, None).get_column_default_string(column)
        except CompileError:
            return there
        default = defaults.stated_default(rendered)
        same = defaults.alike(str(there) if there is not None else None, default, kind)
        return there if same else default

    def _identity(self, column: Column[Any], found: Mapping[str, Fact] | None) -> Fact:
        sequence = isinstance(column.default, Sequence) and self.dialect.supports_sequences
        counts = column is self.table.autoincrement_column and not sequence
        if self.dialect.name in MYSQL:
            given = column.server_default is not None and not isinstance(column.server_default, Identity)
            return "auto_increment" if counts and not given else None
        if column.identity is not None and self.dialect.supports_identity_columns:
            return "identity"
        if self.dialect.name == "mssql":
            return "identity" if counts else None
        return found["identity"] if found else None

    def _text(self, expression: ClauseElement) -> str:
        try:
            return str(expression.compile(dialect=self.dialect, compile_kwargs={"literal_binds": True}))
        except CompileError:
            return str(expression)

    # keys

    def _primary(self) -> Iterator[Entry]:
        columns = tuple(map(self._named, self.table.primary_key.columns))
        if not columns or PRIMARY_KEY in self.unread:
            return
        found = next(iter(self._of(PRIMARY_KEY)), None)
        name = self._name_of(self.table.primary_key)
        if found is not None:
            there = found.facts["columns"]
            if self.dialect.name in MYSQL and isinstance(there, tuple) and set(there) == set(columns):
                counted = [self._named(c) for c in [self.table.autoincrement_column] if c is not None]
                columns = there if counted == [there[0]] else columns  # create_all puts that column first
            name = name if found.name else None
        yield key_entry(self.home, PRIMARY_KEY, self.name, None if self.dialect.name in MYSQL else name, columns)

    def _uniques(self) -> Iterator[Entry]:
        stated = [item for item in self.table.constraints if isinstance(item, UniqueConstraint)]
        if UNIQUE in self.unread:
            return
        for item in sorted(stated, key=lambda each: [column.name for column in each.columns]):
            yield from self._unique(item, tuple(map(self._named, item.columns)), UNIQUE)

    def _unique(self, item: UniqueConstraint | Index, columns: tuple[str, ...], kind: str) -> Iterator[Entry]:
        """A unique constraint or index: a server keeps one as the other, and a dialect may reflect both as one."""
        name = self._name_of(item)
        uniques = [entry for entry in self._of(UNIQUE, INDEX) if entry.facts.get("unique", True)]
        found = self._match(name, columns, uniques)
        if item._ddl_if is not None and found is None:
            return
        if found is not None:
            kind, name = found.kind, name if found.name else None
        if kind == INDEX:
            yield index_entry(self.home, self.name, name, columns, True)
        else:
            yield key_entry(self.home, UNIQUE, self.name, name, columns)

    def _foreign_keys(self) -> Iterator[Entry]:
        if FOREIGN_KEY in self.unread:
            return
        stated = self.table.foreign_key_constraints
        for item in sorted(stated, key=lambda each: (each.column_keys, str(each.elements[0].target_fullname))):
            columns = tuple(map(self._named, item.columns))
            parent, parent_columns = self._parent(item)
            name, found = self._name_of(item), None
            alike = [e for e in self._of(FOREIGN_KEY) if e.facts["columns"] == columns and e.facts["parent"] == parent]
            found = self._match(name, columns, alike)
            if item._ddl_if is not None and found is None:
                continue
            actions = [action(word, self.dialect) for word in (item.ondelete, item.onupdate)]
            if self.dialect.name == "oracle":
                actions[1] = ""  # it knows no ON UPDATE
            name = name if found is None or found.name else None
            yield foreign_key_entry(
                self.home, self.name, name, columns, parent, parent_columns, (actions[0], actions[1])
            )

    def _parent(self, item: ForeignKeyConstraint) -> tuple[str, tuple[str, ...]]:
        tokens = [element.target_fullname.rpartition(".") for element in item.elements]
        schema, _, table = tokens[0][0].rpartition(".")
        try:
            referred = item.referred_table
            schema, table = referred.schema or "", referred.name
            names = [element.column.name for element in item.elements]
        except (NoReferencedTableError, NoReferencedColumnError):
            names = [name for _, _, name in tokens]
        spelled = self._spelled(schema or None, table)
        known = self.database.columns(spelled)
        return spelled, tuple(self.home.same_column(self.home.normal(name), known) for name in names)

    def _checks(self) -> Iterator[Entry]:
        """Named checks are known by their names; one without a name may be any that the database has."""
        if CHECK in self.unread:
            return
        left = self._of(CHECK)
        unnamed = False
        beside = [item for column in self.table.columns for item in column.constraints]  # MariaDB forgets their names
        for item in sorted((*self.table.constraints, *beside), key=lambda each: str(each.name)):
            if not isinstance(item, CheckConstraint):
                continue
            name = self._name_of(item)
            found = next((entry for entry in left if name and entry.name == name), None)
            if found is not None:
                left.remove(found)
                yield found
            elif name is None or item in beside or item._type_bound or item._ddl_if is not None:
                unnamed = True
            else:
                yield check_entry(self.home, self.name, name, self._text(item.sqltext))
        if unnamed:
            yield from left

    def _indexes(self, keys: Sequences[Entry]) -> Iterator[Entry]:
        if INDEX in self.unread:
            return
        stated: set[str | None] = set()
        for item in sorted(self.table.indexes, key=lambda each: str(each.name)):
            terms = [self._term(expression) for expression in item.expressions]
            if not terms:
                continue
            name = self._name_of(item)
            stated.add(name)
            columns = tuple(term or EXPRESSION for term in terms)
            if item.unique and None not in terms:
                yield from self._unique(item, columns, INDEX)
                continue
            found = next((entry for entry in self._of(INDEX) if entry.name == name), None)
            if item._ddl_if is not None and found is None:
                continue
            if found is not None and None in terms and found.facts["unique"] == bool(item.unique):
                yield found
            else:
                yield index_entry(self.home, self.name, name, terms, bool(item.unique))
        if self.dialect.name in MYSQL:
            yield from self._made_for(keys, stated)

    def _term(self, expression: Any) -> str | None:
        while isinstance(expression, UnaryExpression):  # a.desc()
            expression = expression.element
        return self._named(expression) if isinstance(expression, Column) else None

    def _made_for(self, keys: Sequences[Entry], stated: set[str | None]) -> Iterator[Entry]:
        """Indexes that InnoDB made for a foreign key, under its name or that of its first column."""
        names = {key.facts["columns"]: key.name for key in self._of(FOREIGN_KEY)}
        for entry in self._of(INDEX):
            columns = entry.facts["columns"]
            if not isinstance(columns, tuple) or entry.name in stated or entry.facts["unique"]:
                continue
            wanted = any(key.facts["columns"] == columns for key in keys)
            if wanted and entry.name in (names.get(columns), columns[0]):
                yield entry
