"""What reflection tells of one table, as Entries: both sides are made here, so that both have the same facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Dialect

from schemasync_nb.catalog import CHECK, COLUMN, FOREIGN_KEY, INDEX, PRIMARY_KEY, TABLE, Entry, Fact, spell
from schemasync_nb.engines.generic.types import MYSQL

# A database is what these call a schema, and what a URL names; or the schema is the user.
WITHOUT_SCHEMAS = (*MYSQL, "sqlite")
ONE_SCHEMA = (*WITHOUT_SCHEMAS, "oracle", "duckdb")
COLUMNS_ALONE = ("duckdb",)  # its dialect reflects no index, and other columns for a key than it has
CASE_COUNTS = ("oracle", "postgresql")  # reflection spells names as these tell them apart


@dataclass(frozen=True)
class Home:
    """Where names stand: the dialect, and its default schema."""

    dialect: Dialect
    default: str | None
    table_case_counts: bool

    @property
    def has_schemas(self) -> bool:
        """True where ids carry a schema."""
        return self.default is not None and self.dialect.name not in WITHOUT_SCHEMAS

    def schema(self, schema: str | None) -> str | None:
        """A schema by its name; the default one by None where nothing has to be named."""
        return None if schema == self.default else schema

    def spelled(self, schema: str | None, name: str) -> str:
        """A table as ids name it."""
        if self.has_schemas:
            return spell(schema or str(self.default), name)
        own = schema is None or schema == self.default
        return spell("", name)[1:] if own else spell(str(schema), name)

    def normal(self, name: str) -> str:
        """A name as reflection spells it: Oracle's ORDERS is orders to SQLAlchemy."""
        normalize = getattr(self.dialect, "normalize_name", None)
        if self.dialect.requires_name_normalize and normalize is not None:
            return str(normalize(name))
        return str(name)

    def same_column(self, name: str, known: Collection[str]) -> str:
        """A column or index as the database spells it, where it has it."""
        return self._same(name, known, self.dialect.name in CASE_COUNTS)

    def same_table(self, spelled: str, known: Collection[str]) -> str:
        """A table as the database spells it, where it has it."""
        return self._same(spelled, known, self.table_case_counts)

    def _same(self, name: str, known: Collection[str], case_counts: bool) -> str:
        if name in known or case_counts:
            return name
        others = [other for other in known if other.casefold() == name.casefold()]
        return others[0] if len(others) == 1 else name


def home_of(connection: Connection) -> Home:
    """Where the names of this connection stand. Only reads."""
    dialect = connection.dialect
    counts = dialect.name in CASE_COUNTS
    if dialect.name in MYSQL:  # 0: files are named as tables are spelled
        counts = connection.exec_driver_sql("SELECT @@lower_case_table_names").scalar() == 0
    return Home(dialect, dialect.default_schema_name, counts)


def table_entry(home: Home, table: str, parts: Sequence[Entry], comment: Fact) -> Entry:
    """A table; its text is composed of its parts, which are entries of their own."""
    body = ",\n  ".join(part.sql for part in parts if part.kind != INDEX)
    sql = f"CREATE TABLE {quoted_table(home.dialect, table)} (\n  {body}\n)"
    return Entry(TABLE, table, None, {"comment": comment}, sql)


def column_entry(home: Home, table: str, name: str, facts: dict[str, Fact]) -> Entry:
    """A column as it may stand in CREATE TABLE."""
    words = [home.dialect.identifier_preparer.quote(name), str(facts["type"])]
    if facts["generated"] is not None:
        words.append(f"GENERATED ALWAYS AS ({facts['generated']})")
    if facts["default"] is not None:
        words.append(f"DEFAULT {facts['default']}")
    if facts["not_null"]:
        words.append("NOT NULL")
    if facts["identity"] is not None:
        words.append(str(facts["identity"]).upper())
    return Entry(COLUMN, table, name, facts, " ".join(words))


def key_entry(home: Home, kind: str, table: str, name: str | None, columns: Sequence[str]) -> Entry:
    """A primary key or unique constraint."""
    clause = f"{'PRIMARY KEY' if kind == PRIMARY_KEY else 'UNIQUE'} ({_list(home, columns)})"
    return Entry(kind, table, name, {"columns": tuple(columns)}, _named(home, name, clause), _uses(table, columns))


def check_entry(home: Home, table: str, name: str | None, expression: str) -> Entry:
    """A CHECK."""
    return Entry(CHECK, table, name, {"expression": expression}, _named(home, name, f"CHECK ({expression})"))


def index_entry(home: Home, table: str, name: str | None, columns: Sequence[str | None], unique: bool) -> Entry:
    """An index; None among its columns stands for an expression."""
    terms = [column or EXPRESSION for column in columns]
    known = [column for column in columns if column]
    quote = home.dialect.identifier_preparer.quote
    listed = ", ".join(quote(column) if column else EXPRESSION for column in columns)
    sql = f"CREATE {'UNIQUE ' if unique else ''}INDEX {quote(name or '')} ON {quoted_table(home.dialect, table)}"
    facts: dict[str, Fact] = {"unique": unique, "columns": tuple(terms), "predicate": None}
    return Entry(INDEX, table, name, facts, f"{sql} ({listed})", _uses(table, known))


EXPRESSION = "(expression)"


def foreign_key_entry(
    home: Home,
    table: str,
    name: str | None,
    columns: Sequence[str],
    parent: str,
    parent_columns: Sequence[str],
    actions: tuple[str, str],
) -> Entry:
    """A foreign key; actions are those ON DELETE and ON UPDATE, "" for the default."""
    facts: dict[str, Fact] = {
        "columns": tuple(columns),
        "parent": parent,
        "parent_columns": tuple(parent_columns),
        "on_delete": actions[0],
        "on_update": actions[1],
    }
    clause = f"FOREIGN KEY ({_list(home, columns)}) REFERENCES {quoted_table(home.dialect, parent)}"
    clause += f" ({_list(home, parent_columns)})" if parent_columns else ""
    clause += "".join(f" ON {on} {action}" for on, action in zip(("DELETE", "UPDATE"), actions, strict=True) if action)
    uses = _uses(table, columns) | _uses(parent, parent_columns) | {(parent, "")}
    return Entry(FOREIGN_KEY, table, name, facts, _named(home, name, clause), uses)


def action(stated: object, dialect: Dialect) -> str:
    """What a foreign key does, "" for nothing; RESTRICT and NO ACTION are one thing to MySQL and MariaDB."""
    word = str(stated or "").upper()
    nothing = ("NO ACTION", "RESTRICT") if dialect.name in MYSQL else ("NO ACTION",)
    return "" if word in nothing else word


def quoted_table(dialect: Dialect, spelled: str) -> str:
    """A table as it may stand in a statement."""
    schema, name = split(spelled)
    quote = dialect.identifier_preparer.quote
    return f"{quote(schema)}.{quote(name)}" if schema else quote(name)


def split(spelled: str) -> tuple[str, str]:
    """``sales.orders`` -> its schema and its name; the schema is "" where there is none."""
    if spelled.endswith('"'):
        schema, _, name = spelled.partition('"')
        return schema.removesuffix("."), name[:-1].replace('""', '"')
    schema, _, name = spelled.rpartition(".")
    return schema, name


def _list(home: Home, names: Iterable[str]) -> str:
    return ", ".join(home.dialect.identifier_preparer.quote(name) for name in names)


def _named(home: Home, name: str | None, clause: str) -> str:
    return f"CONSTRAINT {home.dialect.identifier_preparer.quote(name)} {clause}" if name else clause


def _uses(table: str, columns: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset((table, column) for column in columns)
