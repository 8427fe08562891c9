"""PostgreSQL as an engine: what the rooms above ask of it, each answered by a file beside this one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, MetaData

from schemasync_nb.catalog import INDEX, Catalog, Entry
from schemasync_nb.database import Database, open_database
from schemasync_nb.engines.engine import Backup, Bench, Fills, Labels, Overwritten, Renaming, Stated
from schemasync_nb.engines.postgresql import backup, names, rows, session, values, write
from schemasync_nb.engines.postgresql.bench import LazyBench
from schemasync_nb.engines.postgresql.lost import lost_values
from schemasync_nb.engines.postgresql.migrate import migration, rename_statements
from schemasync_nb.engines.postgresql.misfits import misfit
from schemasync_nb.engines.postgresql.read import read
from schemasync_nb.engines.postgresql.refill import refill
from schemasync_nb.engines.postgresql.restore import restore_into
from schemasync_nb.engines.postgresql.rewriting import rewrites
from schemasync_nb.engines.postgresql.servers import clone, drop_leftovers
from schemasync_nb.engines.postgresql.stated import stated
from schemasync_nb.engines.postgresql.words import PostgreSQLDeclarations
from schemasync_nb.engines.statement import Statement
from schemasync_nb.engines.words import TypeWords
from schemasync_nb.errors import BackupError

# What a dump and its restore say in other words: casts and parentheses of parsed expressions move about.
REWORDED = frozenset({"expression", "default", "generated", "predicate", "columns", "definition", "checks", "sql"})


class PostgreSQL:
    """What the rooms above need to know of PostgreSQL.

    server       where scratch databases may be made; None: nowhere
    schemas      the schemas that are compared; None: all but the system's
    large_table  rows from which a table is treated gently
    schema_only  rehearse without rows
    """

    name = "postgresql"
    transactional = True
    writes = True
    rewriting_blocks_reads = True
    backup_suffix = ".dump"

    def __init__(
        self,
        server: URL | None,
        schemas: Iterable[str] | None = None,
        large_table: int = 1_000_000,
        schema_only: bool = False,
    ) -> None:
        self.server = server
        self.schemas = None if schemas is None else tuple(schemas)
        self.large_table = large_table
        self.schema_only = schema_only

    @property
    def not_rehearsed(self) -> str:
        """What a rehearsal leaves out; "" when nothing."""
        what = "the rows were not restored, so keys, checks and casts were not tried on them"
        return what if self.schema_only else ""

    # both sides as catalogs

    def read(self, connection: Connection) -> Catalog:
        """The catalog of the live database; the connection's settings are afterwards what they were."""
        with session.passing(connection):
            return read(connection, self.schemas)

    def predict(self, metadata: MetaData, connection: Connection, database: Catalog) -> Stated:
        """The catalog that the models would have in such a database."""
        with session.passing(connection):
            return stated(metadata, connection, database, self.server, self.schemas)

    def proof(self, database: Catalog) -> Callable[[Entry, Entry], bool]:
        """Nothing is left to prove: what ``predict`` tells was settled by asking the engine."""
        return lambda old, new: False

    def words(
        self,
        catalog: Catalog,
        conventions: Mapping[str, str] | None = None,
        types: Mapping[str, TypeWords] | None = None,
    ) -> PostgreSQLDeclarations:
        """A catalog as SQLAlchemy says it."""
        return PostgreSQLDeclarations(catalog, conventions, types)

    # statements

    def quote(self, name: str) -> str:
        """A name as it may stand in a statement."""
        return names.quote(name)

    def literal(self, text: str) -> str:
        """A text as it may stand in a statement."""
        return names.literal(text)

    def quote_table(self, spelled: str) -> str:
        """A table as it may stand in a statement."""
        return names.quote_table(spelled)

    def terms(self, key: Entry) -> list[str]:
        """What a key or index lists, its order and operator classes aside, as SQL."""
        columns = key.facts["columns"]
        if not isinstance(columns, tuple):
            return []
        return [names.first_term(term) for term in columns] if key.kind == INDEX else list(map(names.quote, columns))

    def rewrites(self, kind: str, action: str, old: Entry | None, new: Entry | None) -> bool:
        """True when the change copies its table."""
        return rewrites(kind, action, old, new)

    def rename(self, renamings: Sequence[Renaming], catalog: Catalog) -> tuple[list[Statement], list[Statement]]:
        """The statements that rename, and those that rename back; a schema that is not there yet is made."""
        return rename_statements(renamings, catalog)

    def migrate(
        self, before: Catalog, after: Catalog, fills: Fills, labels: Labels
    ) -> tuple[list[Statement], list[Statement]]:
        """The statements from one catalog to the other, and those back."""
        large = frozenset(table for table, rows in before.rows.items() if rows >= self.large_table)
        back_labels = {enum: {new: old for old, new in pairs.items()} for enum, pairs in labels.items()}
        return (
            migration(before, after, fills, large=large, label_renames=labels),
            migration(after, before, back=True, large=large, label_renames=back_labels),
        )

    def runs_alone(self, catalog: Catalog, old: Entry | None, new: Entry | None) -> bool:
        """True for an index on a large table: it is built while others write, which no transaction can hold."""
        made = new is not None and new.kind == INDEX and (old is None or old.facts != new.facts)
        return made and new is not None and catalog.rows.get(new.table, 0) >= self.large_table

    def around_migration(self, statements: Sequence[Statement]) -> tuple[Sequence[Statement], Sequence[Statement]]:
        """What stands before and after the statements in a revision: nothing."""
        return (), ()

    @contextmanager
    def bench(self, connection: Connection, catalog: Catalog) -> Iterator[Bench | None]:
        """An empty copy of the database's schema in a scratch database; None where none may be made."""
        if self.server is None:
            yield None
        else:
            with LazyBench(self.server, connection, self.read) as bench:
                yield bench

    # what the data is asked

    def misfit(self, old: Entry, new: Entry, before: Catalog, after: Catalog) -> str | None:
        """An SQL condition that holds for values of a column that its new type would change or not admit."""
        return misfit(old, new, before, after)

    def table_misfit(self, table: Entry, column: Entry) -> str | None:
        """The same for a table that changes as a whole: nothing here looks at values."""
        return None

    def compatible(self, old: Entry, new: Entry) -> bool:
        """True when a column of the one type may be the other one under a new name."""
        return names.family(str(old.facts["type"])) == names.family(str(new.facts["type"]))

    def example(self, column: Entry, catalog: Catalog) -> str | None:
        """A value that a column's type accepts, as SQL; None where no value is a matter of course."""
        return values.example(column, catalog)

    def collated(self, column: Entry) -> str | None:
        """Keys compare bytes when two texts are equal under a collation, so collations decide nothing about them."""
        return None

    def holds_label(self, enum: Entry, column: Entry, labels: Sequence[str]) -> str | None:
        """A condition for rows of a column that hold one of these labels of an enum."""
        name, listed = names.quote(column.name or ""), ", ".join(map(names.literal, labels))
        declared, spelled = str(column.facts["type"]), names.quote_table(enum.spelled)
        if declared == spelled:
            return f"{name}::text IN ({listed})"
        return f"{name}::text[] && ARRAY[{listed}]" if declared == f"{spelled}[]" else None

    def row_key(self, catalog: Catalog, table: str) -> str:
        """An expression that tells a table's rows apart and orders them."""
        partitioned = catalog.tables[table].facts.get("partition_by") is not None
        return "(tableoid::text || ctid::text)" if partitioned else "ctid"

    # files and rows

    def size_in_bytes(self, connection: Connection) -> int:
        """What a copy of the database takes."""
        return backup.size_in_bytes(connection)

    def backup(self, connection: Connection, path: Path, stop: threading.Event) -> Backup:
        """Dump the database into one file."""
        return backup.backup(connection, path, stop)

    @contextmanager
    def unpacked(self, made: Backup, target: Database, folder: Path, stop: threading.Event) -> Iterator[URL]:
        """Restore a backup into a scratch database, and look whether it holds everything."""
        with ExitStack() as stack:
            with target.reading() as like:
                copy = backup.unpacked(made, self._server(), like, rows=not self.schema_only, stop=stop)
                url = stack.enter_context(copy)
            yield url

    @contextmanager
    def work_copy(self, made: Backup, unpacked: URL, folder: Path) -> Iterator[URL]:
        """A clone of a restored backup."""
        with clone(unpacked) as url:
            yield url

    def lost_values(
        self, after: URL, before: URL, renamings: Sequence[Renaming], filled: Sequence[Overwritten]
    ) -> list[str]:
        """What one database lost of what the other one held, a line for each loss."""
        return lost_values(after, before, renamings, filled)

    def row_counts(self, connection: Connection) -> dict[str, int]:
        """table -> rows."""
        with session.passing(connection):
            return rows.row_counts(connection)

    def sweep(self) -> list[str]:
        """Drop the scratch databases that killed runs left; tells their names."""
        return [] if self.server is None else drop_leftovers(self.server)

    # the target

    def try_the_lock(self, connection: Connection) -> None:
        """Find out whether writing is possible at all: an error says why not."""
        write.try_the_lock(connection)

    def transaction(self, connection: Connection, *, outside: bool = False) -> AbstractContextManager[None]:
        """The one transaction in which a target is changed; ``outside``: each statement is one of its own."""
        return write.transaction(connection, outside=outside)

    def lock_was_busy(self, error: BaseException) -> bool:
        """True for what another try may cure."""
        return write.lock_was_busy(error)

    @contextmanager
    def with_refill(
        self, connection: Connection, before: URL, overwritten: Sequence[Overwritten]
    ) -> Iterator[tuple[list[str], list[str]]]:
        """What brings back from a backup what an upgrade took: statements for before its downgrade, and for after."""
        with open_database(before).reading() as then:
            was = self.read(then)
        needed = refill(was, self.read(connection), overwritten)
        with write.with_refill(connection, before, needed) as statements:
            yield statements

    def restore_into(self, connection: Connection, made: Backup) -> None:
        """Put a whole backup back over the database."""
        restore_into(connection, made)

    def _server(self) -> URL:
        if self.server is None:
            raise BackupError(
                "no scratch database may be made here to prove the backup by restoring it: give --scratch-url"
            )
        return self.server
