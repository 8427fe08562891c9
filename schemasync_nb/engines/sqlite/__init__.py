"""SQLite: the embedded default."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, MetaData

from schemasync_nb.catalog import COLUMN, PRIMARY_KEY, TABLE, Catalog, Entry
from schemasync_nb.database import Database
from schemasync_nb.engines.engine import Backup, Bench, Fills, Labels, Overwritten, Renaming, Stated, Tried
from schemasync_nb.engines.example import example
from schemasync_nb.engines.sqlite import write
from schemasync_nb.engines.sqlite.entries import affinity
from schemasync_nb.engines.sqlite.migrate import migration, rowid_column
from schemasync_nb.engines.sqlite.misfits import misfit, table_misfit
from schemasync_nb.engines.sqlite.read import predict, read
from schemasync_nb.engines.sqlite.scratch import Proof, Scratch
from schemasync_nb.engines.sqlite.tokens import fold, literal, quote
from schemasync_nb.engines.sqlite.words import SQLiteDeclarations
from schemasync_nb.engines.statement import Statement
from schemasync_nb.engines.words import TypeWords
from schemasync_nb.errors import MigrationError

# ALTER TABLE RENAME carries views, triggers and keys along only without the legacy switch that rebuilds need.
FOLLOW = Statement(
    "PRAGMA legacy_alter_table=OFF", "a rename is followed by the views, triggers and keys that mention it"
)
STAY = Statement("PRAGMA legacy_alter_table=ON", "a rebuild is not")

# Run by itself, a revision must not replace a table while its keys are enforced: every child row would go.
KEYS_OFF = Statement("PRAGMA foreign_keys=OFF", "tables are replaced: their keys must not be enforced meanwhile")
KEYS_ARE_OFF = Statement(
    "",
    op='if not op.get_context().as_sql and op.get_bind().exec_driver_sql("PRAGMA foreign_keys").scalar():\n'
    '    raise RuntimeError("foreign keys are enforced: run this on a connection with PRAGMA foreign_keys=OFF")',
)


STAY_FROM_HERE = Statement(STAY.sql)
FOLLOW_AGAIN = Statement(FOLLOW.sql, "as it is by default")


class SQLite:
    """What the rooms above need to know of SQLite; everything here is pure or reads."""

    name = "sqlite"
    transactional = True
    writes = True
    rewriting_blocks_reads = False
    backup_suffix = ".db"
    not_rehearsed = ""

    def read(self, connection: Connection) -> Catalog:
        """The catalog of the live database."""
        return read(connection)

    def predict(self, metadata: MetaData, connection: Connection, database: Catalog) -> Stated:
        """The catalog that the models would have in such a database."""
        return Stated(predict(metadata, connection.dialect))

    def proof(self, database: Catalog) -> Proof:
        """The proof by asking the engine, for pairs that differ in text."""
        return Proof(database)

    def words(
        self,
        catalog: Catalog,
        conventions: Mapping[str, str] | None = None,
        types: Mapping[str, TypeWords] | None = None,
    ) -> SQLiteDeclarations:
        """A catalog as SQLAlchemy says it."""
        return SQLiteDeclarations(catalog, conventions)

    def quote(self, name: str) -> str:
        """A name as it may stand in a statement."""
        return quote(name)

    def literal(self, text: str) -> str:
        """A text as it may stand in a statement."""
        return literal(text)

    def quote_table(self, spelled: str) -> str:
        """A table as it may stand in a statement."""
        return quote(spelled)

    def terms(self, key: Entry) -> list[str]:
        """What a key or index lists, its order aside, as SQL."""
        columns = key.facts["columns"]
        return [term.removesuffix(" DESC") for term in columns] if isinstance(columns, tuple) else []

    def rewrites(self, kind: str, action: str, old: Entry | None, new: Entry | None) -> bool:
        """True when the change copies its table: ALTER TABLE knows only ADD COLUMN and RENAME."""
        if kind in (TABLE, "index", COLUMN) and action in ("add", "rename"):
            return False
        return kind not in ("index",) and not (kind == TABLE and action == "remove")

    def rename(self, renamings: Sequence[Renaming], catalog: Catalog) -> tuple[list[Statement], list[Statement]]:
        """The statements that rename, and those that rename back."""
        forward = [_renamed(each.table, each.column, each.to) for each in renamings]
        back = [
            _renamed(each.to, None, each.table) if each.column is None else _renamed(each.table, each.to, each.column)
            for each in reversed(renamings)
        ]
        return [FOLLOW, *forward, STAY], [FOLLOW, *back, STAY]

    def migrate(
        self, before: Catalog, after: Catalog, fills: Fills, labels: Labels
    ) -> tuple[list[Statement], list[Statement]]:
        """The statements from one catalog to the other, and those back; SQLite has no enums, so no labels."""
        return migration(before, after, fills), migration(after, before, back=True)

    def runs_alone(self, catalog: Catalog, old: Entry | None, new: Entry | None) -> bool:
        """True for a change that no transaction may hold: none here."""
        return False

    def around_migration(self, statements: Sequence[Statement]) -> tuple[Sequence[Statement], Sequence[Statement]]:
        """What stands before and after the statements in a revision, so that it is safe when it runs elsewhere."""
        if not any(statement.sql.startswith(("DROP TABLE", "PRAGMA")) for statement in statements):
            return (), ()
        return (KEYS_OFF, KEYS_ARE_OFF, STAY_FROM_HERE), (FOLLOW_AGAIN,)

    @contextmanager
    def bench(self, connection: Connection, catalog: Catalog) -> Iterator[Bench]:
        """An empty copy in memory."""
        yield SQLiteBench(catalog)

    def misfit(self, old: Entry, new: Entry, before: Catalog, after: Catalog) -> str | None:
        """An SQL condition that holds for values of a column that its new type would change or not admit."""
        return misfit(old, new)

    def table_misfit(self, table: Entry, column: Entry) -> str | None:
        """The same for a column of a table that becomes STRICT, or ceases to be."""
        return table_misfit(table, column)

    def compatible(self, old: Entry, new: Entry) -> bool:
        """True when a column of the one type may be the other one under a new name."""
        return affinity(str(old.facts["type"])) == affinity(str(new.facts["type"]))

    def example(self, column: Entry, catalog: Catalog) -> str | None:
        """A value that a column's type accepts, as SQL; a row's own number where the column is to hold it."""
        own = rowid_column(catalog, fold(column.table)) == fold(column.name or "")
        return "rowid" if own else example(column)

    def collated(self, column: Entry) -> str | None:
        """The column compared by its collation, as an expression; None where that decides nothing about keys."""
        return f"{quote(column.name or '')} COLLATE {column.facts['collation'] or 'BINARY'}"

    def holds_label(self, enum: Entry, column: Entry, labels: Sequence[str]) -> str | None:
        """A condition for rows that hold one of these labels: SQLite has no enums."""
        return None

    def row_key(self, catalog: Catalog, table: str) -> str:
        """An expression that tells a table's rows apart and orders them."""
        if not catalog.tables[catalog.key(table)].facts["without_rowid"]:
            taken = catalog.columns(table)
            return next((name for name in ("rowid", "_rowid_", "oid") if name not in taken), "rowid")
        primary = catalog.of(table, PRIMARY_KEY)[0].facts["columns"]
        return str(primary[0]) if isinstance(primary, tuple) else "rowid"

    def size_in_bytes(self, connection: Connection) -> int:
        """What a copy of the database takes."""
        return write.size_in_bytes(connection)

    def backup(self, connection: Connection, path: Path, stop: threading.Event) -> Backup:
        """Copy the database into one file."""
        return write.backup(connection, path)

    @contextmanager
    def unpacked(self, made: Backup, target: Database, folder: Path, stop: threading.Event) -> Iterator[URL]:
        """A database that holds what a backup holds: here the backup is one itself."""
        yield _url(made.path)

    @contextmanager
    def work_copy(self, made: Backup, unpacked: URL, folder: Path) -> Iterator[URL]:
        """Restore a backup into a new database that may be written to, and look whether it holds everything."""
        place = folder / "rehearsal.db"
        write.restore_copy(made, place)
        yield _url(place)

    def lost_values(
        self, after: URL, before: URL, renamings: Sequence[Renaming], filled: Sequence[Overwritten]
    ) -> list[str]:
        """What one database lost of what the other one held, a line for each loss."""
        return write.lost_values(_path(after), _path(before), renamings, filled)

    def row_counts(self, connection: Connection) -> dict[str, int]:
        """table -> rows."""
        return write.row_counts(write.driver_connection(connection))

    def sweep(self) -> list[str]:
        """Remove scratch databases that killed runs left: SQLite's lie in the work directory, which sweeps itself."""
        return []

    def try_the_lock(self, connection: Connection) -> None:
        """Take the write lock and let it go: an error says who holds it."""
        write.try_the_lock(connection)

    def transaction(self, connection: Connection, *, outside: bool = False) -> AbstractContextManager[None]:
        """The one transaction in which a target is changed."""
        return write.transaction(connection)

    def lock_was_busy(self, error: BaseException) -> bool:
        """True for what another try may cure: nothing here, the driver has waited already."""
        return False

    def with_refill(
        self, connection: Connection, before: URL, overwritten: Sequence[Overwritten]
    ) -> AbstractContextManager[tuple[list[str], list[str]]]:
        """What brings back from a backup what an upgrade took: statements for before its downgrade, and for after."""
        return write.with_refill(connection, _path(before), overwritten)

    def restore_into(self, connection: Connection, made: Backup) -> None:
        """Put a whole backup back over the database."""
        write.restore_into(connection, made.path)


class SQLiteBench:
    """An empty copy in memory of a catalog, made anew for each try."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def there_and_back(self, upgrade: Sequence[Statement], downgrade: Sequence[Statement]) -> Tried:
        """Execute both; MigrationError names the statement that SQLite refuses, or the key that no longer works."""
        with Scratch(self.catalog) as scratch:
            already, unfit = scratch.broken(), scratch.mismatch()
            scratch.run(["PRAGMA legacy_alter_table=ON"])
            scratch.run(statement.sql for statement in upgrade)
            if (mismatch := scratch.mismatch()) and not unfit:
                raise MigrationError(mismatch)
            broken = {name: why for name, why in scratch.broken().items() if name not in already}
            reached = scratch.read()
            scratch.run(statement.sql for statement in downgrade)
            return Tried(reached, scratch.read(), broken)


def _renamed(table: str, column: str | None, to: str) -> Statement:
    start = f"ALTER TABLE {quote(table)} RENAME"
    if column is None:
        op = f"op.rename_table({table!r}, {to!r})"
        return Statement(f"{start} TO {quote(to)}", f"rename table {table} to {to}", op)
    return Statement(f"{start} COLUMN {quote(column)} TO {quote(to)}", f"rename column {table}.{column} to {to}")


def _url(path: Path) -> URL:
    return URL.create("sqlite", database=str(path))


def _path(url: URL) -> Path:
    return Path(url.database or "")
