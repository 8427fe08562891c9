"""What the models state is what the database made of them states, and nothing of the target is touched for it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest
from sqlalchemy import (
    URL,
    CheckConstraint,
    Column,
    Integer,
    MetaData,
    Text,
    text,
)
from sqlalchemy.dialects import postgresql as pg

from schemasync_nb.engines.postgresql.read import read
from schemasync_nb.engines.postgresql.stated import stated
from schemasync_nb.errors import ModelsError

from ...servers import Server, connect
from .comparing import compared, make, orders, unequal
from .reading import reading, run
from .stated_models import by_convention, everything


@pytest.mark.parametrize("models", [everything, by_convention])
def test_a_database_made_from_the_models_states_what_they_state(
    empty: URL, server: Server, models: Callable[[], MetaData]
) -> None:
    """Law 1: detect(x, x) is empty."""
    run(empty, "CREATE SCHEMA sales")
    make(models(), empty)
    found, result = compared(models(), empty, server.url)
    assert unequal(found, result.catalog) == []
    assert result.exact
    assert result.notes == ()
    assert result.proofs["engine"] > 0


def test_without_a_scratch_database_only_what_cannot_be_asked_is_approximate(empty: URL) -> None:
    """A child of INHERITS has columns that only the server knows: nothing is stated of it, and that is said."""
    run(empty, "CREATE SCHEMA sales")
    make(everything(), empty)
    found, result = compared(everything(), empty, None)
    assert unequal(found, result.catalog) == []
    assert not result.exact
    assert result.notes == (
        "approximate: the server was not asked about public.heir: no scratch database may be made here",
    )


@pytest.mark.parametrize("models", [everything, by_convention])
def test_models_made_in_scratch_are_stated_as_in_the_target(
    empty: URL, server: Server, models: Callable[[], MetaData]
) -> None:
    """What an empty database lacks is made in scratch where words are open: the same as making it."""
    run(empty, "CREATE SCHEMA sales")
    result = compared(models(), empty, server.url)[1]
    assert result.proofs["scratch"] > 0
    make(models(), empty)
    with reading(empty) as connection:
        assert unequal(read(connection), result.catalog) == []


def test_types_in_use_but_not_made_by_the_models_are_nobodys_drift(empty: URL) -> None:
    run(empty, "CREATE TYPE mood AS ENUM ('ok'); CREATE SEQUENCE drawn; CREATE DOMAIN word AS text")
    mood = pg.ENUM("ok", "more", name="mood", create_type=False)
    word = pg.DOMAIN("word", Text, create_type=False)
    draws = Column("n", Integer, server_default=text("nextval('drawn')"))
    models = orders(Column("mood", mood), Column("word", word), draws)
    make(models, empty)
    found, result = compared(models, empty, None)
    assert unequal(found, result.catalog) == []


def test_a_dump_and_its_restore_are_no_drift(empty: URL, server: Server) -> None:
    """Law 1, the other half: pg_dump rewrites what it prints, and means the same."""
    run(empty, "CREATE SCHEMA sales")
    make(everything(), empty)
    with server.database() as restored:
        address = [
            each.set(drivername="postgresql").render_as_string(hide_password=False) for each in (empty, restored)
        ]
        dumped = subprocess.run([server.program("pg_dump"), address[0]], check=True, capture_output=True)
        quiet = [server.program("psql"), "-qX", "-v", "ON_ERROR_STOP=1", address[1]]
        subprocess.run(quiet, check=True, input=dumped.stdout, stdout=subprocess.DEVNULL)
        found, result = compared(everything(), restored, server.url)
    assert unequal(found, result.catalog) == []
    assert result.exact


def test_a_role_that_may_not_make_databases_gets_an_approximate_answer(empty: URL, server: Server) -> None:
    """It is said, with the reason and the way on; what can be settled without is settled."""
    make(orders(CheckConstraint("qty > 0", name="c")), empty)
    role = f"limited_{empty.database}"
    with connect(server.url) as admin:
        admin.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'secret'".encode())
        try:
            limited = empty.set(username=role, password="secret")
            run(empty, "ALTER TABLE orders DROP CONSTRAINT c; ALTER TABLE orders ADD CONSTRAINT c CHECK (qty > 1)")
            found, result = compared(orders(CheckConstraint("qty > 0", name="c")), limited, limited)
        finally:
            admin.execute(f"DROP ROLE {role}".encode())
    assert not result.exact
    assert result.notes == (
        f"approximate: the server was not asked about public.orders: role {role} may not create databases: "
        f"ALTER ROLE {role} CREATEDB, or give a scratch URL",
    )
    assert len(unequal(found, result.catalog)) == 2


def test_a_scratch_database_is_not_made_where_nothing_is_open(empty: URL) -> None:
    """An address at which there is no server: it is not asked."""
    make(orders(CheckConstraint("qty > 0")), empty)
    nowhere = URL.create("postgresql+psycopg", host="127.0.0.1", port=1, database="none")
    found, result = compared(orders(CheckConstraint("qty > 0")), empty, nowhere)
    assert unequal(found, result.catalog) == []
    assert result.exact
    assert "scratch" not in result.proofs


def test_models_that_postgresql_refuses_are_named(empty: URL, server: Server) -> None:
    with pytest.raises(ModelsError, match='the models cannot be made in a scratch database: column "nothing" does not'):
        compared(orders(CheckConstraint("nothing > 0")), empty, server.url)


def test_only_the_schemas_that_are_compared_are_stated(empty: URL) -> None:
    run(empty, "CREATE SCHEMA sales")
    make(everything(), empty)
    with reading(empty) as connection:
        found = read(connection, ["sales"])
        result = stated(everything(), connection, found, None, ["sales"])
    assert unequal(found, result.catalog) == []
    assert result.exact
    assert result.notes == ("schema public of the models is not compared",)


def test_nothing_of_the_target_is_changed_or_evaluated(empty: URL, server: Server) -> None:
    """The transaction is read-only, the sequence stands where it stood, the settings are what they were."""
    models = orders(Column("n", Integer, server_default=text("nextval('counter') + 0")), Column("x", Text))
    run(empty, "CREATE SEQUENCE counter")
    make(models, empty)
    run(empty, "ALTER TABLE orders ALTER x TYPE varchar(3)")
    with reading(empty) as connection:
        found = read(connection)
        before = connection.exec_driver_sql("SELECT name, setting FROM pg_settings ORDER BY name").all()
        stated(models, connection, found, server.url)
        assert connection.exec_driver_sql("SELECT name, setting FROM pg_settings ORDER BY name").all() == before
        assert connection.exec_driver_sql("SELECT is_called FROM public.counter").scalar() is False
