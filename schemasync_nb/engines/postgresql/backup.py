"""Backups: made by pg_dump in the snapshot that is counted, and proved by restoring them into a scratch database."""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, Connection
from sqlalchemy.exc import SQLAlchemyError

from schemasync_nb.database import ask as execute
from schemasync_nb.database import open_database
from schemasync_nb.engines.engine import Backup
from schemasync_nb.engines.postgresql.archive import Archive
from schemasync_nb.engines.postgresql.programs import environment, programs_for, run
from schemasync_nb.engines.postgresql.queries import SYSTEM_SCHEMA, of_extension
from schemasync_nb.engines.postgresql.roles import is_superuser, same_server
from schemasync_nb.engines.postgresql.rows import proof
from schemasync_nb.engines.postgresql.servers import connected, scratch_database
from schemasync_nb.engines.postgresql.write import transaction
from schemasync_nb.errors import BackupError
from schemasync_nb.guard.durable import sync_folder
from schemasync_nb.report import count

# Never in a copy: what would make it take part in replication.
REPLICATION = ("--no-publications", "--no-subscriptions")
ROLELESS = ("--no-owner", "--no-privileges")
HAS_RIGHTS = f"""
SELECT pg_catalog.format('%s %s', CASE relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, c.oid::regclass)
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_class", "c.oid")}
UNION ALL SELECT pg_catalog.format('function %s', p.oid::regproc)
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE NOT {SYSTEM_SCHEMA} AND NOT {of_extension("pg_proc", "p.oid")}
UNION ALL SELECT pg_catalog.format('policy %s', polname) FROM pg_catalog.pg_policy
LIMIT 1
"""
# What only a superuser may make: how its lines in an archive's contents begin, behind their numbers.
SUPERUSERS = ("EVENT TRIGGER - ", "COMMENT - EVENT TRIGGER ")
SUPERUSERS_EXTENSIONS = "SELECT DISTINCT name FROM pg_catalog.pg_available_extension_versions WHERE superuser"
UNFILLED = (
    "SELECT c.oid::pg_catalog.regclass::text FROM pg_catalog.pg_class c"
    " WHERE c.relkind = 'm' AND NOT c.relispopulated ORDER BY c.oid"
)
HAS_PUBLIC = "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public')"


def size_in_bytes(connection: Connection) -> int:
    """What a copy of the database takes."""
    return int(execute(connection, "SELECT pg_catalog.pg_database_size(pg_catalog.current_database())").scalar_one())


def backup(connection: Connection, path: Path, stop: threading.Event | None = None) -> Backup:
    """Have pg_dump write the database into one file, with row counts and checksums of the very same snapshot.

    ``connection`` is in a repeatable-read transaction; a half-made file never stays.
    """
    what = f"backup {path}: "
    partial = path.with_name(path.name + ".partial")
    programs = programs_for(server_major(connection))
    try:
        snapshot = execute(connection, "SELECT pg_catalog.pg_export_snapshot()").scalar_one()
        counts, checksums = proof(connection)
        partial.touch(mode=0o600)
        options = ["--format=custom", "--compress=1", "--no-password", "--lock-wait-timeout=5s"]
        command = [programs["pg_dump"], *options, f"--snapshot={snapshot}", f"--file={partial}"]
        run(command, environment(connection), stop, what)
        _sync(partial)
        os.replace(partial, path)
        sync_folder(path.parent)
    except SQLAlchemyError as error:
        raise BackupError(f"{what}{open_database(connection).explained(error)}; nothing was changed") from error
    except OSError as error:
        raise BackupError(f"{what}{error.strerror}; nothing was changed") from error
    finally:
        partial.unlink(missing_ok=True)
    return Backup(path, sha256(path), path.stat().st_size, counts, checksums)


@contextmanager
def unpacked(
    made: Backup,
    server: URL,
    like: Connection | None = None,
    *,
    rows: bool = True,
    stop: threading.Event | None = None,
) -> Iterator[URL]:
    """A scratch database that holds a backup, once it was seen to hold all of it; BackupError when it does not.

    like  a connection to the database that was backed up: encoding, locale, settings and roles
    rows  False: the schema alone, and nothing is compared but the file
    """
    require_unchanged(made)
    with scratch_database(server, like) as url:
        if like is not None and not execute(like, HAS_PUBLIC).scalar_one():
            with connected(url) as connection:
                execute(connection, "DROP SCHEMA public")  # pg_dump takes it for granted
        _restored(made, url, options_for(url, like) if like is not None else (), rows, stop)
        if rows:
            with open_database(url).reading() as connection:
                require_equal(made, connection)
        yield url


def _restored(made: Backup, url: URL, options: Sequence[str], rows: bool, stop: threading.Event | None) -> None:
    with connected(url) as connection:
        major = server_major(connection)
        archive = archive_of(made, connection)
        contents = for_this_role(archive.contents(), connection)
        if archive.programs.major == major:
            archive.restore(contents, [*REPLICATION, *options], rows=rows, stop=stop)
        else:
            with transaction(connection), told_of(made, connection):  # newer programs do not restore into older servers
                archive.pour(connection, contents, [*REPLICATION, *options], rows=rows, stop=stop)
        if not rows:
            fill_views(connection)


def fill_views(connection: Connection) -> None:
    """Refresh the materialized views of a copy without rows: nothing may be made from one that was never filled."""
    left: list[str] = []
    while (views := execute(connection, UNFILLED).scalars().all()) != left:
        left = list(views)
        for view in left:
            with suppress(SQLAlchemyError):  # it asks one that comes later, or rows that are not there
                execute(connection, f"REFRESH MATERIALIZED VIEW {view}")


def archive_of(made: Backup, connection: Connection) -> Archive:
    """A backup's file, with what restores it over this connection's database."""
    programs = programs_for(server_major(connection))
    return Archive(made.path, programs, environment(connection), f"backup {made.path}: ")


@contextmanager
def told_of(made: Backup, connection: Connection) -> Iterator[None]:
    """What the driver says inside is a BackupError about this backup."""
    try:
        yield
    except (SQLAlchemyError, connection.dialect.loaded_dbapi.Error) as error:
        raise BackupError(f"backup {made.path}: {open_database(connection).explained(error)}") from error


def for_this_role(contents: Sequence[str], connection: Connection) -> list[str]:
    """An archive's contents without what only a superuser may make, where this connection's role is none."""
    if is_superuser(connection):
        return list(contents)
    trusted = " AND NOT trusted" if server_major(connection) >= 13 else ""
    extensions = execute(connection, f"{SUPERUSERS_EXTENSIONS}{trusted}").scalars()
    left_out = [
        *SUPERUSERS,
        *(f"{kind}{name} " for name in extensions for kind in ("EXTENSION - ", "COMMENT - EXTENSION ")),
    ]
    return [line for line in contents if not re.sub(r"^\d+; \d+ \d+ ", "", line).startswith(tuple(left_out))]


def require_unchanged(made: Backup) -> None:
    """BackupError when the file is not the one that was made."""
    try:
        found = sha256(made.path)
    except OSError as error:
        raise BackupError(f"backup {made.path}: {error.strerror}; nothing was changed") from None
    if found != made.sha256:
        raise BackupError(f"backup {made.path}: its checksum changed since it was made; nothing was changed")


def require_equal(made: Backup, connection: Connection) -> None:
    """BackupError when a database does not hold the rows that were backed up; ``connection`` is in a transaction."""
    counts, checksums = proof(connection)
    for table in sorted({*counts, *made.row_counts}):
        found, wanted = counts.get(table, "no"), made.row_counts.get(table, "no")
        if found != wanted:
            rows = count(counts[table], "row") if table in counts else "no rows"
            why = f"table {table} has {rows} in the restored copy, {wanted} when it was backed up"
        elif checksums[table] != made.checksums.get(table):
            why = f"table {table} has other values in the restored copy than when it was backed up"
        else:
            continue
        raise BackupError(f"backup {made.path}: {why}; nothing was changed")


def server_major(connection: Connection) -> int:
    """The server's major version."""
    return int(execute(connection, "SHOW server_version_num").scalar_one()) // 10000


def sha256(path: Path) -> str:
    """The checksum of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def options_for(url: URL, like: Connection) -> Sequence[str]:
    """What pg_restore leaves out of a copy of this connection's database: what the server of the copy does not have.

    BackupError where that would make another schema of it.
    """
    with connected(url) as connection:
        if same_server(connection, like):
            return ()
        if is_superuser(connection):  # and so the roles were lent
            return ("--no-tablespaces",)
    what = execute(like, HAS_RIGHTS).scalar()
    if what is None:
        return (*ROLELESS, "--no-tablespaces")
    raise BackupError(
        f"{what} has an owner and privileges, which {url.username} cannot give on the scratch server: give a "
        "--scratch-url whose role is a superuser there"
    )


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
