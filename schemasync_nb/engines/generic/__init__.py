"""Dialects that have no place of their own: compared by SQLAlchemy's reflection, approximately; never written to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NoReturn

from sqlalchemy import URL, Connection, Dialect, MetaData

from schemasync_nb.catalog import COLUMN, PRIMARY_KEY, Catalog, Entry
from schemasync_nb.database import Database
from schemasync_nb.engines.declarations import Declarations
from schemasync_nb.engines.engine import Backup, Bench, Fills, Labels, Overwritten, Renaming, Stated
from schemasync_nb.engines.example import example
from schemasync_nb.engines.generic.predict import stated
from schemasync_nb.engines.generic.read import read
from schemasync_nb.engines.generic.shapes import quoted_table
from schemasync_nb.engines.statement import Statement
from schemasync_nb.engines.words import TypeWords
from schemasync_nb.errors import DatabaseError, Refused

ROLLS_BACK_DDL = ("mssql", "duckdb")


class Generic:
    """What can be known of a dialect through SQLAlchemy; what would write is refused.

    schemas  the schemas that are compared; None: all but the system's, or the connection's own where that is the
             database or the user
    """

    writes = False
    rewriting_blocks_reads = False
    backup_suffix = ""
    not_rehearsed = ""

    def __init__(self, dialect: Dialect, schemas: Iterable[str] | None = None) -> None:
        self.dialect = dialect
        self.name = dialect.name
        self.transactional = dialect.name in ROLLS_BACK_DDL
        self.schemas = None if schemas is None else tuple(schemas)

    # both sides as catalogs

    def read(self, connection: Connection) -> Catalog:
        """The catalog of the live database."""
        return read(connection, self.schemas)

    def predict(self, metadata: MetaData, connection: Connection, database: Catalog) -> Stated:
        """What the models state, as far as it can be compared with what was reflected."""
        return stated(metadata, connection, database, self.schemas)

    def proof(self, database: Catalog) -> Callable[[Entry, Entry], bool]:
        """Nothing can be proved: what may be equal is stated as it was found."""
        return lambda old, new: False

    # words

    def words(
        self,
        catalog: Catalog,
        conventions: Mapping[str, str] | None = None,
        types: Mapping[str, TypeWords] | None = None,
    ) -> Declarations:
        """DatabaseError: what reflection leaves out cannot be said."""
        raise DatabaseError(
            f"{self.name}: models can be written for SQLite and PostgreSQL databases only: "
            "sqlacodegen writes a file that says most of it"
        )

    def quote(self, name: str) -> str:
        """A name as it may stand in a statement."""
        return self.dialect.identifier_preparer.quote(name)

    def literal(self, text: str) -> str:
        """A text as it may stand in a statement."""
        return "'" + text.replace("'", "''") + "'"

    def quote_table(self, spelled: str) -> str:
        """A table as it may stand in a statement."""
        return quoted_table(self.dialect, spelled)

    def terms(self, key: Entry) -> list[str]:
        """What a key or index lists, as SQL."""
        columns = key.facts["columns"]
        return [self.quote(column) for column in columns] if isinstance(columns, tuple) else []

    # what is not known is not claimed

    def rewrites(self, kind: str, action: str, old: Entry | None, new: Entry | None) -> bool:
        """True when the change may copy its table: another type does."""
        if kind != COLUMN or old is None or new is None:
            return False
        return old.facts["type"] != new.facts["type"]

    def runs_alone(self, catalog: Catalog, old: Entry | None, new: Entry | None) -> bool:
        """Nothing is run."""
        return False

    def misfit(self, old: Entry, new: Entry, before: Catalog, after: Catalog) -> str | None:
        """Which values a type admits is not known here."""
        return None

    def table_misfit(self, table: Entry, column: Entry) -> str | None:
        """No table as a whole restricts its values."""
        return None

    def compatible(self, old: Entry, new: Entry) -> bool:
        """True when a column of the one type may be the other one under a new name."""
        return old.facts["type"] == new.facts["type"]

    def example(self, column: Entry, catalog: Catalog) -> str | None:
        """A value that a column's type accepts, as SQL."""
        return example(column)

    def collated(self, column: Entry) -> str | None:
        """Collations are not compared."""
        return None

    def holds_label(self, enum: Entry, column: Entry, labels: Sequence[str]) -> str | None:
        """Enums are no objects of their own here."""
        return None

    def row_key(self, catalog: Catalog, table: str) -> str:
        """An expression that tells a table's rows apart: its key's first column, or any."""
        key = next((self.terms(entry)[0] for entry in catalog.of(table, PRIMARY_KEY)), None)
        return key or self.quote(next(iter(catalog.columns(table)), ""))

    # planning says what would change, not how

    def migrate(
        self, before: Catalog, after: Catalog, fills: Fills, labels: Labels
    ) -> tuple[list[Statement], list[Statement]]:
        """No statements: there is none that this would stand for."""
        return [], []

    def around_migration(self, statements: Sequence[Statement]) -> tuple[Sequence[Statement], Sequence[Statement]]:
        """Nothing."""
        return (), ()

    @contextmanager
    def bench(self, connection: Connection, catalog: Catalog) -> Iterator[Bench | None]:
        """There is nowhere to try a statement."""
        yield None

    def sweep(self) -> list[str]:
        """Nothing is left behind where nothing is made."""
        return []

    def lock_was_busy(self, error: BaseException) -> bool:
        """No lock is taken."""
        return False

    # what would write, or serve a write

    def rename(self, renamings: Sequence[Renaming], catalog: Catalog) -> tuple[list[Statement], list[Statement]]:
        """Refused."""
        self._refuse()

    def size_in_bytes(self, connection: Connection) -> int:
        """Refused."""
        self._refuse()

    def backup(self, connection: Connection, path: Path, stop: threading.Event) -> Backup:
        """Refused."""
        self._refuse()

    def unpacked(
        self, made: Backup, target: Database, folder: Path, stop: threading.Event
    ) -> AbstractContextManager[URL]:
        """Refused."""
        self._refuse()

    def work_copy(self, made: Backup, unpacked: URL, folder: Path) -> AbstractContextManager[URL]:
        """Refused."""
        self._refuse()

    def lost_values(
        self, after: URL, before: URL, renamings: Sequence[Renaming], filled: Sequence[Overwritten]
    ) -> list[str]:
        """Refused."""
        self._refuse()

    def row_counts(self, connection: Connection) -> dict[str, int]:
        """Refused."""
        self._refuse()

    def try_the_lock(self, connection: Connection) -> None:
        """Refused."""
        self._refuse()

    def transaction(self, connection: Connection, *, outside: bool = False) -> AbstractContextManager[None]:
        """Refused."""
        self._refuse()

    def with_refill(
        self, connection: Connection, before: URL, overwritten: Sequence[Overwritten]
    ) -> AbstractContextManager[tuple[list[str], list[str]]]:
        """Refused."""
        self._refuse()

    def restore_into(self, connection: Connection, made: Backup) -> None:
        """Refused."""
        self._refuse()

    def _refuse(self) -> NoReturn:
        raise Refused(
            f"{self.name}: nothing is applied, backed up or restored here yet, because schemas are compared by "
            "reflection alone, which is approximate: use the drift for an Alembic revision of your own"
        )
