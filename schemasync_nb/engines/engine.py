"""What an engine's place must offer: one Protocol, so that a new engine is one folder and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, Connection, MetaData

from schemasync_nb.catalog import Catalog, Entry
from schemasync_nb.database import Database
from schemasync_nb.engines.declarations import Declarations
from schemasync_nb.engines.statement import Statement
from schemasync_nb.engines.words import TypeWords


@dataclass(frozen=True)
class Renaming:
    """A table (column None) or a column that gets another name."""

    table: str
    column: str | None
    to: str


@dataclass(frozen=True)
class Fill:
    """A value for rows that have none that fits.

    expression  SQL over the row as it was
    where       which rows of the old table; "" is every row (the column is new)
    """

    expression: str
    where: str = ""


Fills = Mapping[tuple[str, str], Fill]
"""(table, column), as the engine tells names apart -> Fill"""


Overwritten = tuple[str, str, str, str]
"""(table, column, expression, where): what a Fill did, as the audit log keeps it."""


@dataclass(frozen=True)
class Backup:
    """A backup file with what proves it.

    sha256      of the file
    size        bytes
    row_counts  table -> rows, counted in the target within the snapshot that was copied
    checksums   table -> a checksum over its rows, from the same snapshot; {} where the file is the database itself
    """

    path: Path
    sha256: str
    size: int
    row_counts: Mapping[str, int]
    checksums: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Stated:
    """What the models state, as this engine would have it.

    exact   False where the engine could not be asked, so that the comparison is approximate
    proofs  how many pairs each proof settled that was tried on the way
    notes   what a reader of the result must know, a line each
    """

    catalog: Catalog
    exact: bool = True
    proofs: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tried:
    """What statements and their way back did to an empty copy of the schema.

    reached   the catalog after the statements
    returned  the catalog after the way back
    broken    views and triggers that the statements broke: name -> why
    """

    reached: Catalog
    returned: Catalog
    broken: Mapping[str, str]


class Bench(Protocol):
    """An empty copy of a database's schema, on which statements are tried."""

    def there_and_back(self, upgrade: Sequence[Statement], downgrade: Sequence[Statement]) -> Tried:
        """Execute both, one after the other, from the schema as it was; MigrationError names what is refused."""


Labels = Mapping[str, Mapping[str, str]]
"""An enum, as ids spell it -> old label -> new label: labels that are renamed, not dropped and added."""


class Engine(Protocol):
    """What the rooms above ask of an engine.

    Everything down to ``row_key`` only reads or tells; ``transaction`` is the one place where a target is written.
    """

    name: str
    transactional: bool
    writes: bool
    rewriting_blocks_reads: bool

    # both sides as catalogs, and what proves a pair equal
    def read(self, connection: Connection) -> Catalog: ...
    def predict(self, metadata: MetaData, connection: Connection, database: Catalog) -> Stated: ...
    def proof(self, database: Catalog) -> Callable[[Entry, Entry], bool]: ...

    # a catalog as models
    def words(
        self,
        catalog: Catalog,
        conventions: Mapping[str, str] | None = None,
        types: Mapping[str, TypeWords] | None = None,
    ) -> Declarations: ...

    # statements
    def quote(self, name: str) -> str: ...
    def literal(self, text: str) -> str: ...
    def quote_table(self, spelled: str) -> str: ...
    def terms(self, key: Entry) -> list[str]: ...
    def rewrites(self, kind: str, action: str, old: Entry | None, new: Entry | None) -> bool: ...
    def rename(self, renamings: Sequence[Renaming], catalog: Catalog) -> tuple[list[Statement], list[Statement]]: ...
    def migrate(
        self, before: Catalog, after: Catalog, fills: Fills, labels: Labels
    ) -> tuple[list[Statement], list[Statement]]: ...
    def runs_alone(self, catalog: Catalog, old: Entry | None, new: Entry | None) -> bool: ...
    def around_migration(self, statements: Sequence[Statement]) -> tuple[Sequence[Statement], Sequence[Statement]]: ...
    def bench(self, connection: Connection, catalog: Catalog) -> AbstractContextManager[Bench | None]: ...

    # what the data is asked
    def misfit(self, old: Entry, new: Entry, before: Catalog, after: Catalog) -> str | None: ...
    def table_misfit(self, table: Entry, column: Entry) -> str | None: ...
    def compatible(self, old: Entry, new: Entry) -> bool: ...
    def collated(self, column: Entry) -> str | None: ...
    def example(self, column: Entry, catalog: Catalog) -> str | None: ...
    def holds_label(self, enum: Entry, column: Entry, labels: Sequence[str]) -> str | None: ...
    def row_key(self, catalog: Catalog, table: str) -> str: ...

    # files and rows
    backup_suffix: str

    @property
    def not_rehearsed(self) -> str: ...

    def size_in_bytes(self, connection: Connection) -> int: ...
    def backup(self, connection: Connection, path: Path, stop: threading.Event) -> Backup: ...
    def unpacked(
        self, made: Backup, target: Database, folder: Path, stop: threading.Event
    ) -> AbstractContextManager[URL]: ...
    def work_copy(self, made: Backup, unpacked: URL, folder: Path) -> AbstractContextManager[URL]: ...
    def lost_values(
        self, after: URL, before: URL, renamings: Sequence[Renaming], filled: Sequence[Overwritten]
    ) -> list[str]: ...
    def row_counts(self, connection: Connection) -> dict[str, int]: ...

    def sweep(self) -> list[str]: ...

    # the target
    def try_the_lock(self, connection: Connection) -> None: ...
    def transaction(self, connection: Connection, *, outside: bool = False) -> AbstractContextManager[None]: ...
    def lock_was_busy(self, error: BaseException) -> bool: ...
    def with_refill(
        self, connection: Connection, before: URL, overwritten: Sequence[Overwritten]
    ) -> AbstractContextManager[tuple[list[str], list[str]]]: ...
    def restore_into(self, connection: Connection, made: Backup) -> None: ...
