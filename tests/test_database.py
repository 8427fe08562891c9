"""The database: what is accepted, that looking never changes anything, and that every failure is one line."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Connection, Engine, MetaData, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import SingletonThreadPool, StaticPool

from schemasync_nb.database import explained, masked, open_database
from schemasync_nb.errors import DatabaseError

SECRET = "s3cr3t"


def query(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE book (title TEXT); INSERT INTO book VALUES ('Emma'), ('Ulysses')")
    return path


@pytest.fixture
def engines() -> Iterator[Callable[..., Engine]]:
    made: list[Engine] = []

    def make(*args: Any, **options: Any) -> Engine:
        made.append(create_engine(*args, **options))
        return made[-1]

    yield make
    for engine in made:
        engine.dispose()


def refusal(database: object) -> str:
    """The one line with which opening or reading this is refused."""
    with pytest.raises(DatabaseError) as refused, open_database(database).reading():
        pass
    assert len(str(refused.value).splitlines()) == 1
    assert SECRET not in str(refused.value)
    assert refused.value.__cause__ is None, "a chained error is printed whole, and may hold what must not be shown"
    return str(refused.value)


def count(connection: Connection) -> Any:
    return connection.exec_driver_sql("SELECT count(*) FROM book").scalar()


# --- what is accepted -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+pysqlite", "sqlite+aiosqlite"])
def test_a_url_is_opened_through_its_sync_twin(library: Path, scheme: str) -> None:
    database = open_database(f"{scheme}:///{library}")
    assert (database.path, database.dialect_name, database.identity) == (library, "sqlite", str(library))
    assert database.shown == f"{scheme}:///{library}"
    with database.reading() as connection:
        assert count(connection) == 2
        assert connection.dialect.driver == "pysqlite"


def test_a_relative_url_keeps_naming_the_same_file_from_another_folder(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database("sqlite:///library.db")
    (library.parent / "elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    with database.reading() as connection:
        assert count(connection) == 2
    assert database.shown == "sqlite:///library.db"


@pytest.mark.parametrize("name", ["two words.db", "100%.db", "a?b#c.db", "bücher.db", "it's.db"])
def test_any_file_name_is_opened(library: Path, name: str) -> None:
    path = library.rename(library.parent / name)
    database = open_database(URL.create("sqlite", database=str(path)))
    with database.reading() as connection:
        assert count(connection) == 2
    assert database.identity == str(path)


def test_a_file_uri_is_opened_and_its_mode_respected(library: Path) -> None:
    database = open_database(f"sqlite:///file:{library}?mode=ro&uri=true")
    assert database.path == library
    with database.reading() as connection:
        assert count(connection) == 2
    with pytest.raises(DatabaseError, match="readonly database"), database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM book")


def test_an_engine_a_connection_and_an_async_engine(library: Path, engines: Callable[..., Engine]) -> None:
    engine = engines(f"sqlite:///{library}")
    with engine.connect() as connection:
        for given in (engine, connection, create_async_engine(f"sqlite+aiosqlite:///{library}")):
            database = open_database(given)
            assert database.path == library
            assert open_database(database) is database
            with database.reading() as opened:
                assert count(opened) == 2


def test_an_engine_with_a_creator_is_known_by_the_file_it_opens(library: Path, engines: Callable[..., Engine]) -> None:
    database = open_database(engines("sqlite://", creator=lambda: sqlite3.connect(library)))
    assert (database.path, database.shown) == (library, f"sqlite:///{library}")


def test_an_empty_file_is_an_empty_database(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with open_database("sqlite:///new.db").reading() as connection:
        assert connection.exec_driver_sql("SELECT * FROM sqlite_master").all() == []


def test_two_spellings_of_a_file_have_one_identity(library: Path) -> None:
    Path("link.db").symlink_to(library)
    spellings = ("sqlite:///library.db", f"sqlite:///{library}", "sqlite:///link.db")
    assert {open_database(url).identity for url in spellings} == {str(library)}


# --- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("library.db", "did you mean sqlite:///library.db"),
        (Path("library.db"), "did you mean sqlite:///library.db"),
        ("sqlite:library.db", "did you mean sqlite:///library.db"),
        ("sqlite:/library.db", "did you mean sqlite:///library.db"),
        ("sqlite://library.db", "did you mean sqlite:///library.db"),
        ("", "did you mean sqlite:///library.db"),
        ("sqlite:///missing.db", "there is no file"),
        ("sqlite:///no/folder/missing.db", "there is no folder"),
        ("sqlite:///library.db/inside.db", "there is no folder"),
        (f"sqlite:///{'x' * 300}.db", "File name too long"),
        ("sqlite:///a_folder", "is a folder"),
        ("sqlite:///notes.txt", "file is not a database"),
        ("sqlite://", "it would be empty"),
        ("sqlite:///:memory:", "it would be empty"),
        ("sqlite+aiosqlite://", "event loop"),
        ("sqlite+pysqlcipher://:s3cr3t@/library.db", "not supported"),
        ("mongodb://reader:s3cr3t@host/db", "use one of sqlite, postgresql, mysql, mariadb"),
        ("postgres://reader:s3cr3t@host/db", "did you mean postgresql"),
        ("reader:s3cr3t@host/db", "is not a database URL"),
        ("postgresql:/reader:s3cr3t@host/db", "is not a database URL"),
        ("postgresql://reader:s3cr3t@host:port/db", "is not a database URL"),
        ("postgresql+nosuch://reader:s3cr3t@host/db", "nosuch is not installed"),
        ("mysql+mysqldb://reader:s3cr3t@host/db", 'pip install "schemasync-nb[mysql]"'),
        ("postgresql+psycopg://reader:s3cr3t@localhost:9/db", "refused"),
        ("postgresql+asyncpg://reader:s3cr3t@localhost:9/db?sslpassword=s3cr3t", "refused"),
        ("mysql+pymysql://reader:s3cr3t@127.0.0.1:9/db", "start the server"),
        (3, "int is not a database"),
        (MetaData(), "MetaData is not a database"),
    ],
)
def test_bad_input_is_refused_in_one_line_and_makes_nothing(library: Path, given: object, said: str) -> None:
    Path("a_folder").mkdir()
    Path("notes.txt").write_text("Dear diary, today I looked for a database and found none. " * 20)
    before = sorted(Path().rglob("*"))
    assert said in refusal(given)
    assert sorted(Path().rglob("*")) == before


def test_a_missing_file_is_looked_for_under_a_like_name(library: Path) -> None:
    Path("libary.py").touch()
    for url in ("sqlite:///libary.db", f"sqlite:///{library.parent}/libary.db"):
        assert refusal(url).endswith(f"/libary.db: did you mean sqlite:///{library}")
    assert f"did you mean sqlite:///{library}" in refusal(f"sqlite://{library}"), "three slashes begin a relative path"


@pytest.mark.needs("postgresql")
@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"database": "postgers"}, 'database "postgers" does not exist: did you mean postgres'),
        (
            {"database": "Zoo 1"},
            'database "Zoo 1" does not exist: correct its name in the URL, or make it: CREATE DATABASE "Zoo 1"',
        ),
        ({"password": SECRET}, 'authentication failed for user "postgres": correct the user or the password'),
        ({"password": None}, "no password supplied: give the password in the URL, in PGPASSWORD or in ~/.pgpass"),
        ({"host": "no.such.host.invalid"}, "correct the host in the URL"),
        ({"port": 9}, "Connection refused: start the server, or correct host and port in the URL"),
        ({"query": {"host": "/nowhere"}}, "No such file or directory: start the server, or name its host in the URL"),
        ({"query": {"sslmode": "require"}}, "does not support SSL, but SSL was required: leave sslmode out of the URL"),
        ({"query": {"sslmod": "prefer"}}, 'invalid connection option "sslmod": correct what follows the ? in the URL'),
    ],
)
def test_a_server_that_cannot_be_reached(postgresql: Any, parts: dict[str, Any], said: str) -> None:
    url = URL.create(**(postgresql.url._asdict() | parts))
    assert said in refusal(url)
    assert len(refusal(url)) < 240


def test_looking_through_an_engine_does_not_make_its_file_either(engines: Callable[..., Engine]) -> None:
    assert "there is no file" in refusal(engines("sqlite:///missing.db"))
    assert not Path("missing.db").exists()


def test_a_file_that_went_away_is_not_made_anew(library: Path) -> None:
    database = open_database("sqlite:///library.db")
    library.unlink()
    with pytest.raises(DatabaseError, match=r"unable to open|there is no file"), database.reading():
        pass
    with pytest.raises(DatabaseError, match="there is no file"), database.writing():
        pass
    assert not library.exists()


def test_an_async_engine_in_memory_is_refused() -> None:
    assert "event loop" in refusal(create_async_engine("sqlite+aiosqlite://"))


# --- reading --------------------------------------------------------------------------------------------------------


def test_reading_cannot_write_and_leaves_no_lock(library: Path) -> None:
    database = open_database("sqlite:///library.db")
    for statement in ("DELETE FROM book", "DROP TABLE book", "CREATE TABLE pen (x)"):
        with pytest.raises(DatabaseError, match="readonly database"), database.reading() as connection:
            connection.exec_driver_sql(statement)
    with closing(sqlite3.connect(library, timeout=0)) as other, other:
        other.execute("INSERT INTO book VALUES ('Dubliners')")
    assert query(library, "SELECT count(*) FROM book") == [(3,)]


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_what_others_write_meanwhile_is_not_seen(library: Path, journal: str) -> None:
    query(library, f"PRAGMA journal_mode={journal}")
    with open_database("sqlite:///library.db").reading() as connection:
        assert count(connection) == 2
        with closing(sqlite3.connect(library, timeout=0)) as other:
            other.execute("INSERT INTO book VALUES ('Dubliners')")
            if journal == "wal":
                other.commit()
            else:
                with pytest.raises(sqlite3.OperationalError):
                    other.commit()
        assert count(connection) == 2
    with open_database("sqlite:///library.db").reading() as connection:
        assert count(connection) == (3 if journal == "wal" else 2)


def test_reading_changes_no_byte_and_leaves_no_file(library: Path) -> None:
    query(library, "PRAGMA journal_mode=wal")
    before = {path.name: path.read_bytes() for path in library.parent.iterdir()}
    with open_database("sqlite:///library.db").reading() as connection:
        count(connection)
    assert {path.name: path.read_bytes() for path in library.parent.iterdir()} == before


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_file_in_a_folder_that_cannot_be_written_is_read(library: Path, journal: str) -> None:
    """By a user whom permission bits stop, which root is not."""
    query(library, f"PRAGMA journal_mode={journal}")
    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to others
    copy = shutil.copy(library, folder / "library.db")
    try:
        os.chmod(copy, 0o444)
        os.chmod(folder, 0o555)
        code = f"""
import os
from schemasync_nb.database import open_database
with open_database("sqlite:///{library}").reading():  # everything is imported while it can be
    pass
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
with open_database("sqlite:///{copy}").reading() as connection:
    print(connection.exec_driver_sql("SELECT count(*) FROM book").scalar())
"""
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert (ran.stdout, ran.stderr) == ("2\n", "")
        assert [path.name for path in folder.iterdir()] == ["library.db"]
    finally:
        os.chmod(folder, 0o755)
        shutil.rmtree(folder)


def test_reading_inside_the_callers_transaction_leaves_it_open(library: Path, engines: Callable[..., Engine]) -> None:
    with engines(f"sqlite:///{library}").connect() as connection:
        connection.execute(text("INSERT INTO book VALUES ('Dubliners')"))
        with open_database(connection).reading() as opened:
            assert opened is connection
            assert count(connection) == 3
            with pytest.raises(DBAPIError):
                connection.exec_driver_sql("DELETE FROM book")
        connection.execute(text("INSERT INTO book VALUES ('Middlemarch')"))
        connection.commit()
    assert query(library, "SELECT count(*) FROM book") == [(4,)]


def state(connection: Connection) -> list[object]:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    pragmas = [driver.execute(f"PRAGMA {name}").fetchall() for name in ("query_only", "busy_timeout")]
    return [connection.in_transaction(), driver.in_transaction, driver.isolation_level, *pragmas]


@pytest.mark.parametrize("level", ["", "IMMEDIATE", None])
@pytest.mark.parametrize("autobegun", [False, True])
@pytest.mark.parametrize("fails", [False, True])
def test_the_callers_connection_is_left_as_it_was(
    library: Path, engines: Callable[..., Engine], level: str | None, autobegun: bool, fails: bool
) -> None:
    engine = engines(f"sqlite:///{library}", connect_args={"isolation_level": level, "timeout": 1})
    with engine.connect() as connection:
        database = open_database(connection)
        if autobegun:
            count(connection)
        before = state(connection)
        for opening in [database.reading] if autobegun else [database.reading, database.writing]:
            try:
                with opening() as opened:
                    opened.exec_driver_sql("SELECT no_such_column FROM book" if fails else "SELECT 1").all()
            except DatabaseError as error:
                assert fails, error
            assert state(connection) == before


def test_a_listener_that_says_begin_does_not_get_in_the_way(library: Path, engines: Callable[..., Engine]) -> None:
    """The listeners that SQLAlchemy's documentation gives for SQLite are in many applications."""
    engine = engines(f"sqlite:///{library}")
    event.listen(engine, "connect", lambda driver, _: setattr(driver, "isolation_level", None))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    database = open_database(engine)
    with database.reading() as connection:
        assert count(connection) == 2
    with database.writing() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql("DELETE FROM book")
        connection.exec_driver_sql("COMMIT")
    with engine.connect() as connection:
        assert state(connection)[2] is None
    assert query(library, "SELECT count(*) FROM book") == [(0,)]


def test_a_transaction_unknown_to_sqlalchemy_is_refused_not_ended(
    library: Path, engines: Callable[..., Engine]
) -> None:
    with engines(f"sqlite:///{library}").connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("DELETE FROM book")
        for opening in (open_database(connection).reading, open_database(connection).writing):
            with pytest.raises(DatabaseError, match="commit or roll back first"), opening():
                pass
        assert driver.in_transaction
        driver.commit()
    assert query(library, "SELECT count(*) FROM book") == [(0,)]


def test_a_locked_database_is_said_to_be_locked(library: Path) -> None:
    with closing(sqlite3.connect(library)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        url = "sqlite:///library.db?timeout=0.1"
        assert refusal(url).endswith("database is locked: close the program that holds it, then run this again")


# --- in memory ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pool", [StaticPool, SingletonThreadPool])
def test_a_database_in_memory_is_read_and_written_through_its_engine(
    engines: Callable[..., Engine], pool: type
) -> None:
    engine = engines("sqlite://", poolclass=pool)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE book (title TEXT)")
    database = open_database(engine)
    assert (database.in_memory, database.path, database.shown) == (True, None, "sqlite://")
    assert database.identity == open_database(engine).identity != open_database(engines("sqlite://")).identity
    with database.writing() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql("INSERT INTO book VALUES ('Emma')")
        connection.exec_driver_sql("COMMIT")
    with database.reading() as connection:
        assert count(connection) == 1


@pytest.mark.parametrize("pool", [StaticPool, SingletonThreadPool])
def test_rows_not_yet_committed_in_memory_survive_a_refused_look(engines: Callable[..., Engine], pool: type) -> None:
    """The pool has one connection: giving ours back would roll back what the caller has open on it."""
    engine = engines("sqlite://", poolclass=pool)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE book (title TEXT)")
    database = open_database(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO book VALUES ('Emma')")
        for opening in (database.reading, database.writing):
            with pytest.raises(DatabaseError, match="commit or roll back first"), opening():
                pass
        assert "commit or roll back first" in refusal(engine)
        connection.commit()
        assert count(connection) == 1


def in_a_thread(work: Callable[[], None]) -> BaseException | None:
    """What the work raised in another thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).exception()


def test_a_worker_thread_reads_and_writes_what_another_opened(library: Path, engines: Callable[..., Engine]) -> None:
    shared = engines("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    for database in (open_database("sqlite:///library.db"), open_database(engines(f"sqlite:///{library}")), shared):

        def work(database: object = database) -> None:
            for opening in (open_database(database).reading, open_database(database).writing):
                with opening() as connection:
                    connection.exec_driver_sql("SELECT 1").all()

        assert in_a_thread(work) is None


@pytest.mark.parametrize(
    "options",
    [
        {"poolclass": SingletonThreadPool},
        {"poolclass": StaticPool, "connect_args": {"check_same_thread": True}},
    ],
)
def test_a_database_in_memory_that_is_bound_to_its_thread_says_so(
    engines: Callable[..., Engine], options: dict[str, Any]
) -> None:
    database = open_database(engines("sqlite://", **options))

    def work() -> None:
        with database.reading():
            pass

    said = str(in_a_thread(work))
    assert "thread" in said
    assert said.endswith("poolclass=StaticPool and connect_args={'check_same_thread': False}")


# --- writing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["url", "engine", "connection"])
def test_ddl_and_rows_are_rolled_back_together_and_committed_together(
    library: Path, engines: Callable[..., Engine], way: str
) -> None:
    engine = engines(f"sqlite:///{library}")
    with engine.connect() as own:
        database = open_database({"url": f"sqlite:///{library}", "engine": engine, "connection": own}[way])
        for ending in ("ROLLBACK", None, "COMMIT"):
            with database.writing() as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                connection.exec_driver_sql("CREATE TABLE pen (ink TEXT)")
                connection.execute(text("INSERT INTO book VALUES ('Dubliners')"))
                connection.exec_driver_sql("ALTER TABLE book ADD COLUMN year INT")
                if ending:
                    connection.exec_driver_sql(ending)
            tables = query(library, "SELECT name FROM sqlite_master")
            assert tables == ([("book",), ("pen",)] if ending == "COMMIT" else [("book",)])
    assert query(library, "SELECT * FROM book WHERE title = 'Dubliners'") == [("Dubliners", None)]


def test_pragmas_work_before_begin(library: Path) -> None:
    """Inside a transaction `foreign_keys` is not switched, in silence."""
    with open_database("sqlite:///library.db").writing() as connection:
        for wanted in (1, 0):
            connection.exec_driver_sql(f"PRAGMA foreign_keys={wanted}")
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == wanted


def test_a_callers_function_is_there_while_writing(library: Path, engines: Callable[..., Engine]) -> None:
    engine = engines(f"sqlite:///{library}")
    event.listen(engine, "connect", lambda driver, _: driver.create_function("shout", 1, str.upper))
    with open_database(engine).writing() as connection:
        assert connection.exec_driver_sql("SELECT shout(title) FROM book").scalars().all() == ["EMMA", "ULYSSES"]


def test_an_open_transaction_is_neither_written_into_nor_ended(library: Path, engines: Callable[..., Engine]) -> None:
    with engines(f"sqlite:///{library}").connect() as connection:
        connection.execute(text("INSERT INTO book VALUES ('Dubliners')"))
        database = open_database(connection)
        with pytest.raises(DatabaseError, match="open transaction: commit or roll back first"), database.writing():
            pass
        connection.commit()
    assert query(library, "SELECT count(*) FROM book") == [(3,)]


@pytest.mark.parametrize("way", ["url", "engine"])
def test_what_is_marked_read_only_is_not_written_even_by_root(
    library: Path, engines: Callable[..., Engine], way: str
) -> None:
    database = open_database(f"sqlite:///{library}" if way == "url" else engines(f"sqlite:///{library}"))
    for path, mode, said in ((library, 0o444, "the file is read-only"), (library.parent, 0o555, "its journal beside")):
        was = path.stat().st_mode
        path.chmod(mode)
        try:
            with pytest.raises(DatabaseError, match=said), database.writing():
                pass
        finally:
            path.chmod(was)


def test_a_lock_is_waited_for_only_so_long(library: Path) -> None:
    database = open_database("sqlite:///library.db")
    with closing(sqlite3.connect(library)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError) as refused, database.writing(lock_wait=0.05) as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
    assert str(refused.value) == (
        "sqlite:///library.db: database is locked: close the program that holds it, then run this again"
    )


# --- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://reader:s3cr3t@host/db",
        "postgresql://:s3cr3t@host/db",
        "see postgresql+psycopg://reader:a:b/s3cr3t@x@host:5432/db for more",
        "mysql://host/db?user=reader&password=s3cr3t",
        "host=h PASSWORD='s3cr3t and more' dbname=d",
        "postgresql://host/db?sslpassword=s3cr3t&sslmode=require",
        "mssql+pyodbc://?odbc_connect=UID%3Da%3BPWD%3Ds3cr3t",
        "api_token=s3cr3t",
    ],
)
def test_passwords_are_masked_and_the_rest_is_kept(given: str) -> None:
    assert SECRET not in masked(given)
    assert "***" in masked(given)


@pytest.mark.parametrize(
    "given",
    ["CREATE TABLE users (password VARCHAR(60), token TEXT)", "sqlite:///C:/a@b/library.db", "at 10:30 to a@b.org"],
)
def test_what_is_no_password_is_left_alone(given: str) -> None:
    assert masked(given) == given


@pytest.mark.parametrize("password", ["s3cr3t", "p@ss/w:rd s3cr3t", "100%s3cr3t"])
def test_a_database_never_shows_its_password(password: str) -> None:
    url = URL.create("postgresql+psycopg", "reader", password, "host", 5433, "db")
    database = open_database(url.update_query_dict({"sslpassword": password}))
    error = RuntimeError(f"password {password} or {url.render_as_string(hide_password=False)} was refused")
    assert database.identity == "postgresql://host:5433/db"
    for seen in (database.shown, database.identity, repr(database), str(database), database.explained(error)):
        assert SECRET not in seen


def test_an_error_is_explained_without_its_statement(library: Path, engines: Callable[..., Engine]) -> None:
    with engines(f"sqlite:///{library}").connect() as connection, pytest.raises(DBAPIError) as raised:
        connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "Alice"})
    assert explained(raised.value) == "no such table: nowhere"
    assert explained(raised.value, "book") == "book: no such table: nowhere"
