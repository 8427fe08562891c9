"""Make what lies in the folders beside this file anew, from what is published.

    python make_dumps.py POSTGRESQL_URL [NAME ...]

Needs uv with the Pythons that packages.toml names, and a server (the oldest in use) with its pg_dump on PATH, on which
databases may be made. Rows are made up, and are the same each time.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, make_url

HERE = Path(__file__).parent
DATABASE = "schemasync_test_packages"
# What a dump says about the server and the program that wrote it
NOISE = re.compile(r"^(--.*|SET .*|SELECT pg_catalog\.set_config.*|\\(un)?restrict.*)?$")


def environment(folder: Path, python: str, *requirements: str) -> Path:
    """A new environment with these packages; its Python."""
    subprocess.run(["uv", "venv", "--quiet", "--python", python, folder], check=True)
    interpreter = folder / "bin" / "python"
    subprocess.run(["uv", "pip", "install", "--quiet", "--python", interpreter, *requirements], check=True)
    return interpreter


@contextmanager
def new_database(server: URL) -> Iterator[URL]:
    """A database on the server, dropped in the end."""
    plain = server.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
        connection.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield server.set(database=DATABASE)
        finally:
            connection.execute(f"DROP DATABASE {DATABASE}")


def shown(url: URL, driver: str) -> str:
    return url.set(drivername=f"postgresql+{driver}").render_as_string(hide_password=False)


def sqlite_text(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return "".join(f"{line}\n" for line in connection.iterdump())


def postgresql_text(url: URL) -> str:
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    options = ["--inserts", "--rows-per-insert=100", "--no-owner", "--no-privileges"]
    done = subprocess.run(["pg_dump", *options, plain], check=True, capture_output=True, text=True)
    return "".join(f"{line}\n" for line in done.stdout.splitlines() if not NOISE.match(line))


def make(package: dict[str, Any], server: URL, scratch: Path) -> None:
    """All of one package's files, its decisions aside."""
    name, folder = package["name"], HERE / package["name"]
    real = folder / "real.py"
    old = environment(scratch / f"{name}-old", package["python"], *package["old"])
    new = environment(scratch / f"{name}-new", "3.11", *package["new"], "psycopg[binary]")
    fill = [old, "-W", "ignore", HERE / "old_release.py", real]
    write = [new, "-W", "ignore", HERE / "new_release.py", real, folder / "models.py.txt"]
    file = scratch / f"{name}-old.db"
    subprocess.run([*fill, f"sqlite:///{file}", *package.get("never_null", ())], check=True, cwd=scratch)
    (folder / "old.sqlite.sql").write_text(sqlite_text(file), "utf-8")
    with new_database(server) as url:
        subprocess.run([*fill, shown(url, "psycopg2"), *package.get("never_null", ())], check=True, cwd=scratch)
        (folder / "old.postgresql.sql").write_text(postgresql_text(url), "utf-8")
    file = scratch / f"{name}-new.db"
    with new_database(server) as url:
        subprocess.run([*write, f"sqlite:///{file}", shown(url, "psycopg")], check=True, cwd=scratch)
        (folder / "new.postgresql.sql").write_text(postgresql_text(url), "utf-8")
    (folder / "new.sqlite.sql").write_text(sqlite_text(file), "utf-8")


def main(server: str, *names: str) -> None:
    packages = tomllib.loads((HERE / "packages.toml").read_text("utf-8"))["package"]
    for package in packages:
        if not names or package["name"] in names:
            with tempfile.TemporaryDirectory() as scratch:
                make(package, make_url(server), Path(scratch))


if __name__ == "__main__":
    main(*sys.argv[1:])
