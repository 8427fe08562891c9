"""What an engine's place must offer: one Protocol, so that a new engine is one folder and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Dialect, MetaData

from schemasync_nb.catalog import Catalog, Entry
from schemasync_nb.engines.statement import Statement


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
    """

    path: Path
    sha256: str
    size: int
    row_counts: Mapping[str, int]


class Engine(Protocol):
    """What the rooms above ask of an engine.

    Everything down to ``row_key`` only reads or tells; ``transaction`` is the one place where a target is written.
    """

    name: str
    transactional: bool

    def read(self, connection: Connection) -> Catalog: ...
    def predict(self, metadata: MetaData, dialect: Dialect, database: Catalog) -> Catalog: ...
    def proof(self, database: Catalog) -> Callable[[Entry, Entry], bool]: ...
    def quote(self, name: str) -> str: ...
    def rewrites(self, kind: str, action: str, old: Entry | None, new: Entry | None) -> bool: ...
    def rename(
        self, catalog: Catalog, renamings: Sequence[Renaming]
    ) -> tuple[list[Statement], list[Statement], Catalog]: ...
    def migrate(self, before: Catalog, after: Catalog, fills: Fills) -> tuple[list[Statement], list[Statement]]: ...
    def dry_run(self, catalog: Catalog, statements: Sequence[Statement]) -> tuple[Catalog, dict[str, str]]: ...
    def misfit(self, old: Entry, new: Entry) -> str | None: ...
    def table_misfit(self, table: Entry, column: Entry) -> str | None: ...
    def compatible(self, old: Entry, new: Entry) -> bool: ...
    def row_key(self, catalog: Catalog, table: str) -> str: ...

    def around_migration(self, statements: Sequence[Statement]) -> tuple[Sequence[Statement], Sequence[Statement]]: ...
    def size_in_bytes(self, connection: Connection) -> int: ...
    def backup(self, connection: Connection, path: Path) -> Backup: ...
    def restore_copy(self, made: Backup, place: Path) -> str: ...
    def lost_values(
        self, after: str, before: Path, renamings: Sequence[Renaming], filled: Sequence[Overwritten]
    ) -> list[str]: ...
    def try_the_lock(self, connection: Connection) -> None: ...
    def transaction(self, connection: Connection) -> AbstractContextManager[None]: ...
    def with_refill(
        self, connection: Connection, backup: Path, overwritten: Sequence[Overwritten]
    ) -> AbstractContextManager[tuple[list[str], list[str]]]: ...
    def restore_into(self, connection: Connection, path: Path) -> None: ...
    def row_counts(self, connection: Connection) -> dict[str, int]: ...
