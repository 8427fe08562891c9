"""The catalog of a live database by SQLAlchemy's reflection, a kind of object at a time for a whole schema."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Inspector, inspect
from sqlalchemy.engine.interfaces import ReflectedColumn
from sqlalchemy.engine.reflection import ObjectKind
from sqlalchemy.exc import SAWarning

from schemasync_nb.catalog import PRIMARY_KEY, UNIQUE, VIEW, Catalog, Entry, Fact
from schemasync_nb.engines.generic.defaults import is_literal, stated_default, without_parentheses
from schemasync_nb.engines.generic.shapes import (
    COLUMNS_ALONE,
    ONE_SCHEMA,
    Home,
    action,
    check_entry,
    column_entry,
    foreign_key_entry,
    home_of,
    index_entry,
    key_entry,
    table_entry,
)
from schemasync_nb.engines.generic.types import MYSQL, type_of

VERSION_TABLE = "alembic_version"
SYSTEM = re.compile(r"information_schema|sys|guest|db_\w+|pg_\w+|_\w+", re.IGNORECASE)
UNKNOWN = "unknown"
"""The type of a column whose type reflection does not know."""

# What reflection does not read, but can be counted: dev.mysql.com/doc: 28.3 INFORMATION_SCHEMA
_COUNTED = {
    "trigger": "SELECT count(*) FROM information_schema.triggers WHERE trigger_schema = database()",
    "routine": "SELECT count(*) FROM information_schema.routines WHERE routine_schema = database()",
    "event": "SELECT count(*) FROM information_schema.events WHERE event_schema = database()",
}

Reflected = Mapping[str, Any]


def read(connection: Connection, schemas: Sequence[str] | None = None) -> Catalog:
    """The catalog of all own schemas, or of those named. Only reads."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # a type or an index that SQLAlchemy does not know is counted
        return _Reading(connection, schemas).catalog()


def schemas_of(connection: Connection, home: Home, schemas: Sequence[str] | None) -> list[str | None]:
    """The schemas that are compared, the default one by None. Only reads."""
    if schemas is not None:
        return [home.schema(schema) for schema in schemas]
    if home.dialect.name in ONE_SCHEMA:
        return [None]
    known = attempt(inspect(connection).get_schema_names) or []
    return [None, *(name for name in known if name != home.default and not SYSTEM.fullmatch(name))]


def attempt(ask: Callable[..., Any], **options: Any) -> Any:
    """What the dialect reflects; None where it does not."""
    try:
        return ask(**options)
    except NotImplementedError:
        return None


class _Reading:
    def __init__(self, connection: Connection, schemas: Sequence[str] | None) -> None:
        self.connection = connection
        self.home = home_of(connection)
        self.schemas = schemas
        self.inspector: Inspector = inspect(connection)
        self.others: Counter[str] = Counter()
        self.entries: list[Entry] = []
        self.carried: list[Entry] = []

    def catalog(self) -> Catalog:
        for schema in schemas_of(self.connection, self.home, self.schemas):
            self._schema(schema)
        if self.home.dialect.name in MYSQL:
            for noun, query in _COUNTED.items():
                self.others[noun] += self.connection.exec_driver_sql(query).scalar_one()
        found = {noun: count for noun, count in self.others.items() if count}
        return Catalog(self.home.dialect.name, tuple(self.entries), tuple(self.carried), found, folds=False)

    def _schema(self, schema: str | None) -> None:
        columns = self._all("columns", schema) or {}
        whole = self.home.dialect.name not in COLUMNS_ALONE
        keys = (self._all("pk_constraint", schema) or {}) if whole else {}
        parts: dict[str, list[Entry]] = {name: [] for name in sorted(columns) if name != VERSION_TABLE}
        for name, found in parts.items():
            key = (keys.get(name) or {}).get("constrained_columns") or ()
            found += [self._column(self.home.spelled(schema, name), column, key) for column in columns[name]]
            if key:
                key_name = keys[name].get("name")
                found.append(key_entry(self.home, PRIMARY_KEY, self.home.spelled(schema, name), key_name, key))
        for what, shape in (
            ("unique_constraints", self._uniques),
            ("foreign_keys", self._foreign_keys),
            ("check_constraints", self._checks),
            ("indexes", self._indexes),
        ):
            if not whole:
                continue
            for name, reflected in (self._all(what, schema) or {}).items():
                if name in parts:
                    parts[name] += shape(self.home.spelled(schema, name), reflected, parts[name])
        comments = self._all("table_comment", schema) or {}
        for name, found in parts.items():
            comment = (comments.get(name) or {}).get("text") or None
            self.entries += [table_entry(self.home, self.home.spelled(schema, name), found, comment), *found]
        for noun, ask in (
            ("view", self.inspector.get_view_names),
            ("materialized view", self.inspector.get_materialized_view_names),
        ):
            for name in attempt(ask, schema=schema) or ():
                self.others[noun] += 1
                self.carried.append(Entry(VIEW, "", self.home.spelled(schema, name), {}, ""))
        self.others["sequence"] += len(attempt(self.inspector.get_sequence_names, schema=schema) or ())

    def _all(self, what: str, schema: str | None) -> dict[str, Any] | None:
        ask = getattr(self.inspector, f"get_multi_{what}")
        found = attempt(ask, schema=schema, kind=ObjectKind.TABLE)
        return None if found is None else {name: value for (_, name), value in found.items()}

    def _column(self, table: str, reflected: ReflectedColumn, key: Sequence[str]) -> Entry:
        dialect, kind = self.home.dialect, type_of(reflected["type"], self.home.dialect)
        default = stated_default(reflected.get("default"))
        identity: str | None = "identity" if reflected.get("identity") else None
        if dialect.name in MYSQL and reflected.get("autoincrement") is True:
            identity = "auto_increment"
        elif reflected.get("autoincrement") is True and default and not is_literal(default):
            identity, default = "identity", None  # a serial's sequence
        computed = reflected.get("computed")
        facts: dict[str, Fact] = {
            "type": str(kind or UNKNOWN),
            "not_null": (not reflected["nullable"] or reflected["name"] in key) and not computed,
            "default": None if computed else default,
            "generated": without_parentheses(str(computed["sqltext"])) if computed else None,
            "identity": identity,
            "comment": reflected.get("comment") or None,
        }
        self.others["generated expression"] += computed is not None
        self.others["default expression"] += facts["default"] is not None and not is_literal(str(default))
        self.others["type"] += kind is None
        self.others["collation"] += getattr(reflected["type"], "collation", None) is not None
        return column_entry(self.home, table, reflected["name"], facts)

    def _uniques(self, table: str, reflected: Sequence[Reflected], _: object) -> Iterator[Entry]:
        for each in reflected:
            yield key_entry(self.home, UNIQUE, table, each.get("name"), each["column_names"])

    def _foreign_keys(self, table: str, reflected: Sequence[Reflected], _: object) -> Iterator[Entry]:
        for each in reflected:
            parent = self.home.spelled(each.get("referred_schema"), each["referred_table"])
            options = each.get("options") or {}
            actions = tuple(action(options.get(on), self.home.dialect) for on in ("ondelete", "onupdate"))
            yield foreign_key_entry(
                self.home, table, each.get("name"), each["constrained_columns"], parent, each["referred_columns"],
                (actions[0], actions[1]),
            )  # fmt: skip

    def _checks(self, table: str, reflected: Sequence[Reflected], _: object) -> Iterator[Entry]:
        for each in reflected:
            self.others["check expression"] += 1
            yield check_entry(self.home, table, each.get("name"), str(each["sqltext"]))

    def _indexes(self, table: str, reflected: Sequence[Reflected], parts: Sequence[Entry]) -> Iterator[Entry]:
        """The indexes, but for those that a constraint made: some dialects list these too."""
        made = {entry.name for entry in parts if entry.kind in (PRIMARY_KEY, UNIQUE) and entry.name}
        for each in reflected:
            if each["name"] in made or each.get("duplicates_constraint"):
                continue
            self.others["index expression"] += None in each["column_names"]
            yield index_entry(self.home, table, each["name"], each["column_names"], bool(each["unique"]))
