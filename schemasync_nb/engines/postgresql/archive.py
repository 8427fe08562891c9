"""An archive that pg_dump made: what is in it, and its way into a database, by pg_restore or through a connection."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection

from schemasync_nb.engines.postgresql.programs import Programs, output, run
from schemasync_nb.errors import BackupError, Stopped

OBJECT = (b"-- Name: ", b"-- Data for Name: ")


@dataclass(frozen=True)
class Archive:
    """An archive with what reads it.

    variables  the connection, as the programs want it
    what       how it is called in errors
    """

    path: Path
    programs: Programs
    variables: Mapping[str, str]
    what: str

    def contents(self) -> list[str]:
        """A line for each object in it, in the order of restoring; lines that start with a semicolon are comments."""
        command = [self.programs["pg_restore"], "--list", str(self.path)]
        with output(command, self.variables, self.what) as lines:
            return lines.read().decode(errors="surrogateescape").splitlines()

    def restore(
        self, contents: Sequence[str], options: Sequence[str], *, rows: bool = True, stop: threading.Event | None = None
    ) -> None:
        """Have pg_restore put these objects into the database that the variables name; the first error ends it."""
        quickly = {**self.variables, "PGOPTIONS": f"{self.variables.get('PGOPTIONS', '')} -c synchronous_commit=off"}
        with _listed(contents) as file:
            command = [self.programs["pg_restore"], "--exit-on-error", "--no-password", f"--use-list={file}"]
            command += [f"--dbname=dbname={_conninfo(self.variables['PGDATABASE'])}", *options]
            run([*command, *([] if rows else ["--schema-only"]), str(self.path)], quickly, stop, self.what)

    def pour(
        self,
        connection: Connection,
        contents: Sequence[str],
        options: Sequence[str],
        *,
        rows: bool = True,
        stop: threading.Event | None = None,
    ) -> None:
        """Execute what these objects are made of in the transaction that is open on this connection of psycopg's.

        The session keeps the settings that pg_restore's script makes: use it for nothing else.
        """
        driver: Any = connection.connection.driver_connection
        if not hasattr(driver, "pgconn"):
            raise BackupError(f"{self.what}{connection.dialect.driver} cannot restore it: use postgresql+psycopg")
        version = driver.info.server_version // 10000
        with _listed(contents) as file:
            script = [self.programs["pg_restore"], "--file=-", "--single-transaction", f"--use-list={file}", *options]
            for section in ("pre-data", *(("data",) if rows else ()), "post-data"):
                with output([*script, f"--section={section}", str(self.path)], self.variables, self.what) as lines:
                    if section == "data":
                        _pour_rows(driver, lines, version, self.what, stop)
                    else:
                        driver.execute(_without_frame(lines.read(), version))


def _pour_rows(driver: Any, lines: IO[bytes], version: int, what: str, stop: threading.Event | None) -> None:
    """Execute the data section: single statements, each line of SQL alone, and COPY with its rows behind it."""
    statements: list[bytes] = []
    for line in lines:
        if line.startswith(b"COPY ") and line.endswith(b" FROM stdin;\n"):
            driver.execute(_without_frame(b"".join(statements), version))
            statements.clear()
            with driver.cursor() as cursor, cursor.copy(line.rstrip(b";\n")) as copy:
                for row in _until_end(lines):
                    copy.write(row)
            if stop is not None and stop.is_set():
                raise Stopped(f"{what}stopped")
        else:
            statements.append(line)
    driver.execute(_without_frame(b"".join(statements), version))


def _until_end(lines: Iterator[bytes]) -> Iterator[bytes]:
    """A COPY's rows in larger pieces, up to the line that ends it."""
    piece: list[bytes] = []
    size = 0
    for line in lines:
        if line == b"\\.\n":
            break
        piece.append(line)
        size += len(line)
        if size > 1 << 20:
            yield b"".join(piece)
            piece, size = [], 0
    yield b"".join(piece)


def _without_frame(script: bytes, version: int) -> bytes:
    """A script without what is psql's alone, what an older server does not know, and its own BEGIN and COMMIT.

    All of that stands before the first object and behind the last one, each on its line.
    """
    lines = script.splitlines(keepends=True)
    while lines and (lines[-1] in (b"\n", b"--\n", b"COMMIT;\n") or lines[-1].startswith((b"-- ", b"\\unrestrict "))):
        lines.pop()
    first = next((at for at, line in enumerate(lines) if line.startswith(OBJECT)), len(lines))
    unknown = [b"BEGIN;\n", *([b"SET transaction_timeout = 0;\n"] if version < 17 else [])]
    before = [line for line in lines[:first] if line not in unknown and not line.startswith(b"\\restrict ")]
    return b"".join((*before, *lines[first:]))


def _conninfo(name: str) -> str:
    """A value in a connection string."""
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


@contextmanager
def _listed(contents: Sequence[str]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "contents")
        file.write_text("\n".join(contents) + "\n", encoding="utf-8", errors="surrogateescape")
        yield str(file)
