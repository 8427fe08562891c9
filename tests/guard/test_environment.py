"""The declared environment: production is never written to, and what is not declared neither."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import create_engine

from schemasync_nb.database import Database, open_database
from schemasync_nb.errors import Refused, SchemaSyncError
from schemasync_nb.guard.environment import ENVIRONMENTS, require_writable, settle

SERVER = "postgresql+psycopg://reader@localhost/library"


@pytest.fixture
def file() -> Database:
    with closing(sqlite3.connect("library.db")) as connection:
        connection.execute("CREATE TABLE book (title TEXT)")
    return open_database("sqlite:///library.db")


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_what_is_declared_holds(file: Database, environment: str) -> None:
    assert settle(environment, file) == settle(environment.upper(), open_database(SERVER)) == environment


def test_undeclared_sqlite_is_development_and_a_server_is_nothing(file: Database) -> None:
    engine = create_engine("sqlite://")
    assert settle(None, file) == settle(None, open_database(engine)) == "development"
    assert settle(None, open_database(SERVER)) is None
    engine.dispose()


@pytest.mark.parametrize("environment", ["prod", "", "dev", "live"])
def test_an_unknown_name_is_refused_not_guessed(file: Database, environment: str) -> None:
    with pytest.raises(SchemaSyncError, match="use one of development, staging, production") as refused:
        settle(environment, file)
    assert refused.value.exit_code == 1


@pytest.mark.parametrize("environment", ["development", "staging"])
def test_these_may_be_written_to(environment: str) -> None:
    require_writable(environment, "applying revision 1")


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        (
            "production",
            "production is read-only: applying revision 1 was refused: hand the revision to your usual pipeline",
        ),
        (None, "declare the environment"),
        ("unheard of", "declare the environment"),
    ],
)
def test_these_may_not(environment: str | None, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        require_writable(environment, "applying revision 1")
    assert refused.value.exit_code == 3
    assert len(str(refused.value).splitlines()) == 1
