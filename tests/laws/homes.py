"""Where an engine's cases live: databases made, held and compared, by code that shares nothing with the package."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import URL, create_engine, make_url

from ..servers import Server, connect, newest, older
from .cases import Case, merged
from .postgresql import independent as pg_independent
from .postgresql import rows as pg_rows
from .postgresql.dump import Dump, dumped, parsed
from .sqlite import independent, rows


class Home(Protocol):
    """One engine's databases for one case. A database is its URL, with its password.

    with_rows    the case's database
    made         one made straight from its models, after what they refer to without making it
    restored     another, from a dump of it
    state        everything about it, to be compared with itself only
    held/losses  what it holds, and what was lost from one time to another
    differences  what distinguishes it from one made straight from the models
    ask          the rows of a query, each as its values' text
    run          execute a script
    """

    case: Case

    def with_rows(self) -> str: ...
    def made(self) -> str: ...
    def restored(self, url: str) -> str: ...
    def state(self, url: str) -> Any: ...
    def held(self, url: str) -> Any: ...
    def losses(self, before: Any, after: Any, *, through: Any = None) -> list[str]: ...
    def differences(self, url: str, ignore: tuple[str, ...] = ()) -> list[str]: ...
    def ask(self, url: str, query: str) -> list[str]: ...
    def run(self, url: str, script: str) -> None: ...


@contextmanager
def home_of(case: Case, folder: Path) -> Iterator[Home]:
    """The home of a case; its databases are gone afterwards."""
    if case.engine == "sqlite":
        yield SQLiteHome(case, folder)
        return
    server = older() if case.on_older else newest()
    assert server is not None
    home = PostgreSQLHome(case, server)
    try:
        yield home
    finally:
        home.drop_all()


class SQLiteHome:
    """Files in a folder."""

    def __init__(self, case: Case, folder: Path) -> None:
        self.case = case
        self.folder = folder
        self.count = 0

    def _new(self) -> Path:
        self.count += 1
        (self.folder / str(self.count)).mkdir(parents=True)
        return self.folder / str(self.count) / "case.db"

    def with_rows(self) -> str:
        return f"sqlite:///{self.case.make(self._new())}"

    def made(self) -> str:
        url = f"sqlite:///{self._new()}"
        engine = create_engine(url)
        merged(self.case.load()).create_all(engine)
        engine.dispose()
        return url

    def restored(self, url: str) -> str:
        to = self._new()
        if "VIRTUAL TABLE" in self.case.database or "9e999" in self.case.database:
            shutil.copy(path_of(url), to)  # Python's dump writes these in a way that SQLite does not read again
            return f"sqlite:///{to}"
        with closing(sqlite3.connect(path_of(url))) as source, closing(sqlite3.connect(to)) as copy:
            copy.executescript("\n".join(source.iterdump()))
        return f"sqlite:///{to}"

    def state(self, url: str) -> Any:
        path = path_of(url)
        return path.read_bytes(), path.stat().st_mtime_ns, sorted(each.name for each in path.parent.iterdir())

    def held(self, url: str) -> rows.Held:
        return rows.held(path_of(url))

    def losses(self, before: Any, after: Any, *, through: Any = None) -> list[str]:
        return rows.losses(before, after, self.case, through=through)

    def differences(self, url: str, ignore: tuple[str, ...] = ()) -> list[str]:
        have, want = sqlite3.connect(path_of(url)), independent.made(merged(self.case.load()))
        with closing(have), closing(want):
            return independent.differences(have, want, ignore)

    def ask(self, url: str, query: str) -> list[str]:
        with closing(sqlite3.connect(path_of(url))) as connection:

            def literal(value: Any) -> str:
                return str(connection.execute("SELECT quote(?)", (value,)).fetchone()[0])

            return [", ".join(literal(each) for each in row) for row in connection.execute(query)]

    def run(self, url: str, script: str) -> None:
        with closing(sqlite3.connect(path_of(url))) as connection:
            connection.executescript(script)


def path_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


WANTED: dict[tuple[URL, str, str], Dump] = {}
"""Dumps of databases made straight from models: there is no need to make one twice."""


class PostgreSQLHome:
    """Databases of a server; what several cases have in common is made once and cloned."""

    def __init__(self, case: Case, server: Server) -> None:
        self.case = case
        self.server = server
        self.databases: list[URL] = []

    def drop_all(self) -> None:
        for url in self.databases:
            self.server.drop(url)

    def _new(self, template: str = "template0") -> URL:
        self.databases.append(self.server.create(template))
        return self.databases[-1]

    def with_rows(self) -> str:
        base = self.case.from_base
        url = self._new(self.server.template(base) if base else "template0")
        execute(url, self.case.database)
        return text_of(url)

    def made(self) -> str:
        url = self._new()
        metadata = merged(self.case.load())
        schemas = {table.schema for table in metadata.tables.values()}
        schemas |= {getattr(column.type, "schema", None) for t in metadata.tables.values() for column in t.columns}
        script = "".join(f'CREATE SCHEMA IF NOT EXISTS "{name}";' for name in sorted(filter(None, schemas)))
        execute(url, script + self.case.borrowed)
        engine = create_engine(url)
        metadata.create_all(engine)
        engine.dispose()
        return text_of(url)

    def restored(self, url: str) -> str:
        to = self._new()
        with connect(make_url(url)) as connection:
            settings = connection.execute(SETTINGS).fetchall()
        execute(to, dumped(self.server, make_url(url), "--inserts"))
        for name, value in settings:
            execute(to, f'ALTER DATABASE "{to.database}" SET {name} = {value}')
        return text_of(to)

    def state(self, url: str) -> Any:
        return dumped(self.server, make_url(url)), self.held(url).sequences

    def held(self, url: str) -> pg_rows.Held:
        return pg_rows.held(self.server, make_url(url))

    def losses(self, before: Any, after: Any, *, through: Any = None) -> list[str]:
        return pg_rows.losses(before, after, self.case, through=through)

    def differences(self, url: str, ignore: tuple[str, ...] = ()) -> list[str]:
        have = parsed(dumped(self.server, make_url(url), "--schema-only"))
        found = pg_independent.differences(have, self._wanted(), merged(self.case.load()), ignore)
        invalid = self.ask(url, "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid")
        return [*found, *(f"{name}: invalid" for name in invalid)]

    def _wanted(self) -> Dump:
        key = self.server.url, self.case.source(), self.case.borrowed
        if key not in WANTED:
            made = make_url(self.made())
            WANTED[key] = parsed(dumped(self.server, made, "--schema-only"))
        return WANTED[key]

    def ask(self, url: str, query: str) -> list[str]:
        """Asked of a clone, for a query may take a number or insert a row."""
        with connect(self._new(str(make_url(url).database))) as connection:
            for setting in pg_rows.PINNED:
                connection.execute(f"SET {setting.replace('=', ' = ')}".encode())
            result = connection.execute(query.encode()).pgresult
        assert result is not None
        cells = [[result.get_value(row, at) for at in range(result.nfields)] for row in range(result.ntuples)]
        return [", ".join("NULL" if cell is None else cell.decode() for cell in row) for row in cells]

    def run(self, url: str, script: str) -> None:
        execute(make_url(url), script)


SETTINGS = """
SELECT split_part(each, '=', 1), quote_literal(substr(each, strpos(each, '=') + 1)) FROM pg_db_role_setting s, unnest(setconfig) each
WHERE setrole = 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
"""  # noqa: E501


def execute(url: URL, script: str) -> None:
    """Run a script in one transaction; nothing in it is a parameter."""
    if script.strip():
        with connect(url) as connection:
            connection.execute(script.encode())


def text_of(url: URL) -> str:
    return url.render_as_string(hide_password=False)
