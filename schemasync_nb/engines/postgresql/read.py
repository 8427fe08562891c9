"""The PostgreSQL catalog of a live database: a dozen queries, whatever its size; nothing of its own is evaluated."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from schemasync_nb.catalog import Catalog, Entry
from schemasync_nb.engines.postgresql import queries
from schemasync_nb.engines.postgresql.carried import attached_entry, function_entry, kept, view_entry
from schemasync_nb.engines.postgresql.entries import (
    Known,
    Row,
    SequenceRow,
    Sequences,
    column_entry,
    constraint_entry,
    domain_entry,
    enum_entry,
    index_entry,
    schema_entry,
    sequence_entry,
    table_entry,
)
from schemasync_nb.engines.postgresql.names import spell
from schemasync_nb.engines.postgresql.seen import unless_seen
from schemasync_nb.engines.postgresql.session import ask, pinned
from schemasync_nb.engines.postgresql.uncompared import counts
from schemasync_nb.errors import DatabaseError

VERSION_TABLE = "alembic_version"

# Facts that hold expressions: a list of constants comes back from a dump with its casts in other places.
REWORDED = frozenset({"expression", "definition", "predicate", "columns", "generated", "checks", "sql", "then"})

LOCK_NOT_AVAILABLE, QUERY_CANCELED = "55P03", "57014"
_TOO_LONG = {
    LOCK_NOT_AVAILABLE: "another session holds a lock on something that is to be read: try again when it is done",
    QUERY_CANCELED: "the system catalogs took too long to answer: try again when the server has less to do",
}


def read(connection: Connection, schemas: Sequence[str] | None = None) -> Catalog:
    """The catalog of all own schemas, or of those named. Only reads, in the transaction that is open."""
    how = None if schemas is None else tuple(schemas), connection.dialect.default_schema_name
    with _guarded(connection):
        version = pinned(connection)
        return unless_seen(connection, version, how, lambda: _Reading(connection, version, schemas, None).catalog())


def read_tables(connection: Connection, tables: Collection[str]) -> Catalog:
    """The entries of these tables, as ids spell them, and all types and sequences; nothing carried, nothing counted."""
    with _guarded(connection):
        return _Reading(connection, pinned(connection), None, tables).catalog()


@contextmanager
def _guarded(connection: Connection) -> Iterator[None]:
    try:
        with _uncollected():
            yield
    except DBAPIError as error:
        reason = _TOO_LONG.get(str(getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)))
        if reason is None:
            raise
        database = connection.engine.url.database
        raise DatabaseError(f"the schema of database {database} cannot be read: {reason}") from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage among a hundred thousand objects that are all kept: it takes longer than making them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Reading:
    """What one read has asked for so far."""

    def __init__(
        self, connection: Connection, version: int, schemas: Sequence[str] | None, tables: Collection[str] | None
    ) -> None:
        self.connection = connection
        self.version = version
        self.whole = tables is None
        self.schemas: dict[int, str] = {}
        self.relations: dict[int, str] = {}
        self.tables: dict[int, Row] = {}
        self.apart: dict[str, str] = {}
        self.others: Counter[str] = Counter()
        self.known = Known()
        self._relations(schemas, tables)
        self._sequences()
        self._types()
        self._columns()
        self.constraints = self._ask(queries.constraints(self.version, self.tables))
        self.indexes = self._ask(queries.indexes(self.version, self.tables))
        self.views = self._ask(queries.VIEWS) if self.whole else []
        self.attached, self.kept = self._attached() if self.whole else ([], [])
        self.functions = self._ask(queries.FUNCTIONS) if self.whole else []
        self.mentioned: dict[tuple[str, int], set[tuple[str, str]]] = defaultdict(set)
        self._dependencies()

    def _ask(self, sql: str) -> Sequence[Row]:
        return ask(self.connection, sql)

    def _attached(self) -> tuple[list[Row], list[Row]]:
        """Triggers, rules and policies; and what is kept of columns and indexes."""
        attached = f"SELECT t.*, NULL FROM ({queries.attached(self.version)}) t"
        rows = self._ask(f"{attached} UNION ALL {kept(self.version, self.tables)} ORDER BY 1, 4")
        return [row[:5] for row in rows if row[1] is not None], [row for row in rows if row[1] is None]

    def _relations(self, schemas: Sequence[str] | None, tables: Collection[str] | None) -> None:
        parents: dict[int, int] = {}
        leaves: list[tuple[int, int]] = []
        rows = self._ask(queries.RELATIONS)
        for row in rows:
            namespace, schema, oid, name, kind, _, partition, estimate, _, _, inherits, of_extension, _ = row
            wanted = schemas is None or schema in schemas
            if wanted:
                self.schemas[namespace] = schema
            if oid is None:
                continue
            spelled = self.relations[oid] = spell(schema, name)
            if partition:
                parents[oid] = inherits[0]
                leaves.append((oid, estimate))
            if not wanted or (kind in "vm" and not of_extension) or name == VERSION_TABLE:
                continue
            if of_extension:
                self.apart[spelled] = "a table of an extension"
            elif partition:
                self.apart[spelled] = "a partition"
                self.others["partition"] += 1
            elif kind == "f":
                self.apart[spelled] = "a foreign table"
                self.others["foreign table"] += 1
            elif tables is None or spelled in tables:
                self.tables[oid] = row
                self.known.tables[oid] = spelled
        self.rows = {self.known.tables[oid]: int(row[7]) for oid, row in self.tables.items()}
        for oid, estimate in leaves:
            root = oid
            while root in parents:
                root = parents[root]
            if root in self.known.tables:  # a partitioned table has as many rows as its partitions
                self.rows[self.known.tables[root]] += estimate

    def _sequences(self) -> None:
        found = [SequenceRow(*row) for row in self._ask(queries.SEQUENCES)]
        owned: dict[tuple[int, int], list[SequenceRow]] = defaultdict(list)
        identity: dict[tuple[int, int], SequenceRow] = {}
        for sequence in found:
            if sequence.table is not None and sequence.column is not None:
                if sequence.internal:
                    identity[sequence.table, sequence.column] = sequence
                else:
                    owned[sequence.table, sequence.column].append(sequence)
        self.sequences = Sequences(identity, owned)
        here = set(self.schemas.values())
        self.standalone = {  # but not those of a partition's or an extension's own columns
            s.oid: s
            for s in found
            if s.schema in here and (s.table is None or s.table in self.tables) and not s.internal
        }

    def _types(self) -> None:
        self.types = self._ask(queries.TYPES)
        here = set(self.schemas.values())
        for oid, schema, name, kind, _, *_ in self.types:
            if kind in "ed" and schema in here:
                self.known.types[oid] = spell(schema, name)
                if kind == "d":
                    self.known.domains.add(oid)
        for oid, _, _, kind, element, *_ in self.types:
            if kind == "b" and element in self.known.types:
                self.known.types[oid] = self.known.types[element]

    def _columns(self) -> None:
        self.columns: dict[int, list[Row]] = defaultdict(list)
        columns = self.known.columns
        for row in self._ask(queries.columns(self.version, self.tables)):
            table, number, name, default = row[0], row[1], row[2], row[8]
            self.columns[table].append(row)
            columns.setdefault(table, {})[number] = name
            if default is not None and (serial := self.sequences.serial(table, number, default)) is not None:
                self.standalone.pop(serial.oid, None)
        self.known.sequences.update({oid: spell(s.schema, s.name) for oid, s in self.standalone.items()})

    def _dependencies(self) -> None:
        asked = [row[0] for row in self.constraints if row[4] in "cx"]
        asked += [row[1] for row in self.constraints if row[4] == "x"]
        asked += [row[0] for row in self.indexes if row[7] or row[10] is not None]
        for row in self.types:
            if row[3] == "d":
                asked += [row[0], *row[12]]
        asked += [row[1] for row in self.views] + [row[1] for row in self.attached]
        asked += [row[0] for row in self.functions]
        for catalog, oid, number, what, other, schema, name, more in self._ask(queries.dependencies(asked)):
            self.known.mentioned.setdefault((catalog, oid, number), []).append((what, other, more))
            if schema is not None:
                spelled = spell(schema, name)
                mentioned = self.mentioned[catalog, oid]
                mentioned.add((f"{spelled}({more})", "") if what == "pg_proc" else (spelled, ""))
                if more is not None and what != "pg_proc":
                    mentioned.add((spelled, more))

    def catalog(self) -> Catalog:
        entries = (*self._of_schemas(), *self._of_tables())
        if not self.whole:
            return Catalog("postgresql", entries, folds=False, rows=self.rows, reworded=REWORDED)
        carried = tuple(self._carried())
        for noun, count in self._ask(counts(self.version, self.schemas, self.tables)):
            self.others[noun] += count
        others = {noun: count for noun, count in self.others.items() if count}
        default_schema = self.connection.dialect.default_schema_name or "public"
        return Catalog(
            "postgresql",
            entries,
            carried,
            others,
            folds=False,
            rows=self.rows,
            reworded=REWORDED,
            default_schema=default_schema,
            apart=self.apart,
        )

    def _of_schemas(self) -> Iterator[Entry]:
        yield from (schema_entry(name) for name in self.schemas.values())
        for row in self.types:
            oid, schema, name, kind, _, labels = row[:6]
            if oid in self.known.types and kind == "e":
                yield enum_entry(schema, name, labels)
            elif oid in self.known.types and kind == "d":
                uses = self.known.uses("pg_type", oid)
                for check in row[12]:
                    uses |= self.known.uses("pg_constraint", check)
                yield domain_entry(row, uses - {(spell(schema, name), "")})
        yield from (sequence_entry(sequence, self.known) for sequence in self.standalone.values())

    def _of_tables(self) -> Iterator[Entry]:
        parts: dict[int, list[Entry]] = {
            oid: [column_entry(row, self.known, self.sequences) for row in self.columns[oid]] for oid in self.tables
        }
        for row in self.constraints:
            parts[row[2]].append(constraint_entry(row, self.known, self.relations))
        for row in self.indexes:
            parts[row[1]].append(index_entry(row, self.known))
        for oid, row in self.tables.items():
            yield table_entry(row, self.known, parts[oid], self.relations)
            yield from parts[oid]

    def _carried(self) -> Iterator[Entry]:
        """What the models cannot state: in the schemas that are compared, or about something in them."""
        here = set(self.schemas.values())
        known = {*self.known.tables.values(), *self.known.types.values()}
        on_views: dict[int, list[Row]] = defaultdict(list)
        views = {row[0]: row for row in self.views}
        for row in self.attached:
            kind, oid, relation, name, statements = row
            if relation in views:
                on_views[relation].append(row)
            elif relation in self.known.tables:
                self.others[kind] += 1
                uses = self._mentioned(("pg_rewrite", "pg_trigger", "pg_policy"), oid)
                yield attached_entry(kind, self.known.tables[relation], name, statements, uses)
        for kind, _, relation, name, statements, of in self.kept:
            table = self.known.tables[relation]
            self.others[kind] += 1
            yield attached_entry(kind, table, name, statements, {(f"{of} {table}" if of else table, name)})
        for row in self.views:
            own = spell(row[2], row[3])
            uses = self._mentioned(("pg_rewrite",), row[1])
            for hung in on_views[row[0]]:
                uses |= self._mentioned(("pg_rewrite", "pg_trigger"), hung[1])
            uses = {(name, column) for name, column in uses if name != own}
            if row[2] in here:
                self.others["materialized view" if row[4] else "view"] += 1
                self.others.update(hung[0] for hung in on_views[row[0]])
            elif not any(name in known for name, _ in uses):
                continue
            yield view_entry(row, [sql for hung in on_views[row[0]] for sql in hung[4]], uses)
        for row in self.functions:
            uses = self._mentioned(("pg_proc",), row[0])
            if row[1] in here:
                self.others[_FUNCTIONS.get(row[3], "function")] += 1
            elif not any(name in known for name, _ in uses):
                continue
            yield function_entry(row, uses)

    def _mentioned(self, catalogs: Sequence[str], oid: int) -> set[tuple[str, str]]:
        return set().union(*(self.mentioned.get((catalog, oid), set()) for catalog in catalogs))


_FUNCTIONS = {"p": "procedure", "a": "aggregate"}
