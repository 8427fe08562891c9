"""SQLite: the embedded default."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection, Dialect, MetaData

from schemasync_nb.catalog import COLUMN, PRIMARY_KEY, TABLE, Catalog, Entry
from schemasync_nb.engines.engine import Backup, Fills, Overwritten, Renaming
from schemasync_nb.engines.sqlite import write
from schemasync_nb.engines.sqlite.entries import affinity
from schemasync_nb.engines.sqlite.migrate import migration
from schemasync_nb.engines.sqlite.misfits import misfit, table_misfit
from schemasync_nb.engines.sqlite.read import predict, read
from schemasync_nb.engines.sqlite.scratch import Proof, Scratch
from schemasync_nb.engines.sqlite.tokens import quote
from schemasync_nb.engines.statement import Statement
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

    def read(self, connection: Connection) -> Catalog:
        """The catalog of the live database."""
        return read(connection)

    def predict(self, metadata: MetaData, dialect: Dialect, database: Catalog) -> Catalog:
        """The catalog that the models would have in such a database."""
        return predict(metadata, dialect)

    def proof(self, database: Catalog) -> Proof:
        """The proof by asking the engine, for pairs that differ in text."""
        return Proof(database)

    def quote(self, name: str) -> str:
        """A name as it may stand in a statement."""
        return quote(name)

    def rewrites(self, kind: str, action: str, old: Entry | None, new: Entry | None) -> bool:
        """True when the change copies its table: ALTER TABLE knows only ADD COLUMN and RENAME."""
        if kind in (TABLE, "index", COLUMN) and action in ("add", "rename"):
            return False
        return kind not in ("index",) and not (kind == TABLE and action == "remove")

    def rename(
        self, catalog: Catalog, renamings: Sequence[Renaming]
    ) -> tuple[list[Statement], list[Statement], Catalog]:
        """The statements that rename, those that rename back, and the catalog in between, made by SQLite itself."""
        forward: list[Statement] = []
        back: list[Statement] = []
        for each in renamings:
            table = quote(each.table)
            if each.column is None:
                why = f"rename table {each.table} to {each.to}"
                forward.append(
                    Statement(
                        f"ALTER TABLE {table} RENAME TO {quote(each.to)}",
                        why,
                        f"op.rename_table({each.table!r}, {each.to!r})",
                    )
                )
                back.insert(
                    0,
                    Statement(
                        f"ALTER TABLE {quote(each.to)} RENAME TO {table}",
                        f"rename table {each.to} to {each.table}",
                        f"op.rename_table({each.to!r}, {each.table!r})",
                    ),
                )
            else:
                old, new = quote(each.column), quote(each.to)
                forward.append(
                    Statement(
                        f"ALTER TABLE {table} RENAME COLUMN {old} TO {new}",
                        f"rename column {each.table}.{each.column} to {each.to}",
                    )
                )
                back.insert(
                    0,
                    Statement(
                        f"ALTER TABLE {table} RENAME COLUMN {new} TO {old}",
                        f"rename column {each.table}.{each.to} to {each.column}",
                    ),
                )
        with Scratch(catalog) as scratch:
            scratch.run(statement.sql for statement in forward)
            renamed = scratch.read()
        return [FOLLOW, *forward, STAY], [FOLLOW, *back, STAY], renamed

    def migrate(self, before: Catalog, after: Catalog, fills: Fills) -> tuple[list[Statement], list[Statement]]:
        """The statements from one catalog to the other, and those back."""
        return migration(before, after, fills), migration(after, before, back=True)

    def dry_run(self, catalog: Catalog, statements: Sequence[Statement]) -> tuple[Catalog, dict[str, str]]:
        """Run statements on an empty scratch copy: the catalog they leave, and the views and triggers they broke."""
        with Scratch(catalog) as scratch:
            already = scratch.broken()
            scratch.run(["PRAGMA legacy_alter_table=ON"])
            unfit = scratch.mismatch()
            scratch.run(statement.sql for statement in statements)
            if (mismatch := scratch.mismatch()) and not unfit:
                raise MigrationError(mismatch)
            broken = {name: why for name, why in scratch.broken().items() if name not in already}
            return scratch.read(), broken

    def misfit(self, old: Entry, new: Entry) -> str | None:
        """An SQL condition that holds for values of a column that its new type would change or not admit."""
        return misfit(old, new)

    def table_misfit(self, table: Entry, column: Entry) -> str | None:
        """The same for a column of a table that becomes STRICT, or ceases to be."""
        return table_misfit(table, column)

    def compatible(self, old: Entry, new: Entry) -> bool:
        """True when a column of the one type may be the other one under a new name."""
        return affinity(str(old.facts["type"])) == affinity(str(new.facts["type"]))

    def row_key(self, catalog: Catalog, table: str) -> str:
        """An expression that tells a table's rows apart and orders them."""
        if not catalog.tables[catalog.key(table)].facts["without_rowid"]:
            taken = catalog.columns(table)
            return next((name for name in ("rowid", "_rowid_", "oid") if name not in taken), "rowid")
        primary = catalog.of(table, PRIMARY_KEY)[0].facts["columns"]
        return str(primary[0]) if isinstance(primary, tuple) else "rowid"

    def around_migration(self, statements: Sequence[Statement]) -> tuple[Sequence[Statement], Sequence[Statement]]:
        """What stands before and after the statements in a revision, so that it is safe when it runs elsewhere."""
        if not any(statement.sql.startswith(("DROP TABLE", "PRAGMA")) for statement in statements):
            return (), ()
        return (KEYS_OFF, KEYS_ARE_OFF, STAY_FROM_HERE), (FOLLOW_AGAIN,)

    def size_in_bytes(self, connection: Connection) -> int:
        """What a copy of the database takes."""
        return write.size_in_bytes(connection)

    def backup(self, connection: Connection, path: Path) -> Backup:
        """Copy the database into one file."""
        return write.backup(connection, path)

    def restore_copy(self, made: Backup, place: Path) -> str:
        """Restore a backup into a new database at this place, look whether it holds everything, and tell its URL."""
        write.restore_copy(made, place)
        return f"sqlite:///{place}"

    def lost_values(
        self, after: str, before: Path, renamings: Sequence[Renaming], filled: Sequence[Overwritten]
    ) -> list[str]:
        """What the database at this URL lost of what the backup holds, a line for each loss."""
        return write.lost_values(Path(after.removeprefix("sqlite:///")), before, renamings, filled)

    def try_the_lock(self, connection: Connection) -> None:
        """Take the write lock and let it go: an error says who holds it."""
        write.try_the_lock(connection)

    def transaction(self, connection: Connection) -> AbstractContextManager[None]:
        """The one transaction in which a target is changed."""
        return write.transaction(connection)

    def with_refill(
        self, connection: Connection, backup: Path, overwritten: Sequence[Overwritten]
    ) -> AbstractContextManager[tuple[list[str], list[str]]]:
        """What brings back from a backup what an upgrade took: statements for before its downgrade, and for after."""
        return write.with_refill(connection, backup, overwritten)

    def restore_into(self, connection: Connection, path: Path) -> None:
        """Put a whole backup back over the database."""
        write.restore_into(connection, path)

    def row_counts(self, connection: Connection) -> dict[str, int]:
        """table -> rows."""
        return write.row_counts(write.driver_connection(connection))
