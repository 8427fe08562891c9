"""A small drifted library, and the shell in both of its forms: called in this process, and as the console script."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from schemasync_nb.cli import main

MODELS = """\
from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.id"))
    year: Mapped[int | None]
    __table_args__ = (Index("ix_books_title", "title"),)
"""

IN_SYNC = """\
CREATE TABLE authors (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(80) NOT NULL);
CREATE TABLE books (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(200) NOT NULL,
    author_id INTEGER NOT NULL REFERENCES authors (id), year INTEGER);
CREATE INDEX ix_books_title ON books (title);
INSERT INTO authors VALUES (1, 'Austen'), (2, 'Joyce');
INSERT INTO books VALUES (1, 'Emma', 1, 1815), (2, 'Ulysses', 2, 1922);
"""

DRIFTED = """\
CREATE TABLE authors (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(80));
CREATE TABLE books (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(200) NOT NULL,
    author_id INTEGER NOT NULL REFERENCES authors (id), note TEXT);
INSERT INTO authors VALUES (1, 'Austen'), (2, NULL);
INSERT INTO books VALUES (1, 'Emma', 1, 'lent'), (2, 'Ulysses', 2, NULL);
"""

INDEX, YEAR = "index:books.ix_books_title:add", "column:books.year:add"
NOTE, NAME = "column:books.note:remove", "column:authors.name:alter"


@dataclass(frozen=True)
class Library:
    """A database file with its models."""

    path: Path
    models: Path

    @property
    def sides(self) -> list[str]:
        """The two options that name them."""
        return ["--database", f"sqlite:///{self.path}", "--models", f"{self.models}:Base"]

    def execute(self, script: str) -> None:
        with closing(sqlite3.connect(self.path)) as connection:
            connection.executescript(script)

    def ask(self, sql: str) -> list[Any]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql).fetchall()

    def bytes(self) -> bytes:
        return self.path.read_bytes()


@dataclass(frozen=True)
class Ran:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """All of stdout as one JSON value."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on stderr, of a command that did nothing."""
        (line,) = self.err.splitlines()
        assert line.startswith("schema: ") and "Traceback" not in line
        return line


@pytest.fixture
def make_library(tmp_path: Path) -> Callable[..., Library]:
    def make(script: str = DRIFTED, models: str = MODELS, name: str = "library") -> Library:
        library = Library(tmp_path / f"{name}.db", tmp_path / f"{name}_models.py")
        library.models.write_text(models)
        library.execute(script)
        return library

    return make


@pytest.fixture
def library(make_library: Callable[..., Library]) -> Library:
    """Four changes: an index and a column that go in by default, values to delete, and a NULL under NOT NULL."""
    return make_library()


@pytest.fixture
def in_sync(make_library: Callable[..., Library]) -> Library:
    return make_library(IN_SYNC)


@pytest.fixture
def schema(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """``main`` with streams of its own; nothing may go past them."""

    def run(*arguments: object) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        code = main([str(each) for each in arguments], out, err)
        assert capfd.readouterr() == ("", "")
        return Ran(code, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def console() -> Callable[..., Ran]:
    """The installed console script, with no terminal anywhere."""

    def run(*arguments: object, **variables: str) -> Ran:
        done = subprocess.run(
            [SCRIPT, *map(str, arguments)],
            env=os.environ | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


SCRIPT = Path(sys.executable).parent / "schema"


@pytest.fixture
def script() -> Path:
    """Where the console script lies."""
    return SCRIPT


@pytest.fixture
def listing(tmp_path: Path) -> Callable[[], dict[str, Any]]:
    """Every file and folder of the test with its mode and content, to be compared before and after."""

    def look() -> dict[str, Any]:
        return {
            str(path.relative_to(tmp_path)): (path.stat().st_mode, path.read_bytes() if path.is_file() else None)
            for path in tmp_path.rglob("*")
        }

    return look
