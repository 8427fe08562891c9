"""The bench: an empty copy of a database's schema in a scratch database, on which statements are tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from sqlalchemy import URL, Connection
from sqlalchemy.exc import SQLAlchemyError

from schemasync_nb.catalog import Catalog
from schemasync_nb.database import ask, explained
from schemasync_nb.engines.engine import Tried
from schemasync_nb.engines.postgresql.archive import Archive
from schemasync_nb.engines.postgresql.backup import (
    REPLICATION,
    fill_views,
    for_this_role,
    options_for,
    server_major,
)
from schemasync_nb.engines.postgresql.programs import environment, programs_for, run
from schemasync_nb.engines.postgresql.servers import clone, connected, scratch_database
from schemasync_nb.engines.postgresql.write import transaction
from schemasync_nb.engines.statement import Statement
from schemasync_nb.errors import MigrationError


def copy_schema(source: Connection, to: URL) -> None:
    """Copy the schema of one database into an empty one, as a backup and its restore would."""
    programs, what = programs_for(server_major(source)), "the schema's copy: "
    snapshot = ask(source, "SELECT pg_catalog.pg_export_snapshot()").scalar_one()
    with TemporaryDirectory() as folder, connected(to) as copy:
        path = Path(folder) / "schema.dump"
        options = ["--format=custom", "--schema-only", "--no-password", "--lock-wait-timeout=5s"]
        command = [programs["pg_dump"], *options, f"--snapshot={snapshot}", f"--file={path}"]
        run(command, environment(source), None, what)
        major = server_major(copy)
        archive = Archive(path, programs_for(major), environment(copy), what)
        contents = for_this_role(archive.contents(), copy)
        options = [*REPLICATION, *options_for(to, source)]
        if archive.programs.major == major:
            archive.restore(contents, options, rows=False)
        else:
            with transaction(copy):
                archive.pour(copy, contents, options, rows=False)
        fill_views(copy)


class LazyBench:
    """A copy that is made when it is first needed: most plans of a database in sync need none.

    target  a connection to the database whose schema is copied
    read    how its catalog is read
    """

    def __init__(self, server: URL, target: Connection, read: Callable[[Connection], Catalog]) -> None:
        self.server = server
        self.target = target
        self.read = read
        self._stack = ExitStack()
        self._copy: URL | None = None

    def __enter__(self) -> LazyBench:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stack.close()

    def there_and_back(self, upgrade: Sequence[Statement], downgrade: Sequence[Statement]) -> Tried:
        """Execute both and undo everything; MigrationError names the statement that the server refuses."""
        if self._copy is None:
            copy = self._stack.enter_context(scratch_database(self.server, self.target))
            copy_schema(self.target, copy)
            self._copy = copy
        outside = any(statement.outside for statement in (*upgrade, *downgrade))
        with ExitStack() as stack:
            url = stack.enter_context(clone(self._copy)) if outside else self._copy
            connection = stack.enter_context(connected(url))
            if not outside:
                connection.exec_driver_sql("BEGIN")
                stack.callback(connection.exec_driver_sql, "ROLLBACK")
            connection.exec_driver_sql("SET check_function_bodies = off")
            _execute(connection, upgrade)
            reached = self.read(connection)
            _execute(connection, downgrade)
            return Tried(reached, self.read(connection), {})


def _execute(connection: Connection, statements: Sequence[Statement]) -> None:
    for statement in statements:
        try:
            ask(connection, statement.sql)
        except SQLAlchemyError as error:
            raise MigrationError(f"PostgreSQL refuses {_shortened(statement.sql)}: {explained(error)}") from None


def _shortened(sql: str) -> str:
    text = " ".join(sql.split())
    return text if len(text) <= 80 else text[:77] + "..."
