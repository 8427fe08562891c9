"""Models written for a whole database: they say the same as the database, and read as if a person wrote them."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import os
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, inspect
from sqlalchemy.dialects import mysql
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from schemasync_nb.apply.generate import generate_models, reserved
from schemasync_nb.catalog import Catalog
from schemasync_nb.detect.detection import compare
from schemasync_nb.engines.engine import Stated
from schemasync_nb.engines.generic import Generic
from schemasync_nb.engines.spelling import identifier, plural, singular, string
from schemasync_nb.engines.sqlite import SQLite, words
from schemasync_nb.engines.sqlite.read import predict, read
from schemasync_nb.errors import DatabaseError
from schemasync_nb.policy import Policy

HERE = Path(__file__).parent
KITCHEN = HERE / "kitchen"
SCHEMAS = tomllib.loads((HERE / "schemas.toml").read_text("utf-8"))["schema"]
DRIFT_CASES = [
    {"name": f"{file.stem}: {case['name']}", "sql": case["database"]}
    for file in sorted((HERE.parent / "cases" / "sqlite").glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]

SHIPPED = importlib.util.find_spec("schemasync_nb.sample_db") is not None  # else it lies at the root
build = importlib.import_module(f"{'schemasync_nb.sample_db' if SHIPPED else 'sample_db'}.build").build

each_schema = pytest.mark.parametrize("schema", SCHEMAS, ids=[schema["name"] for schema in SCHEMAS])
each_drift_case = pytest.mark.parametrize("case", DRIFT_CASES, ids=[case["name"] for case in DRIFT_CASES])


def written(database: Catalog) -> str:
    """The models file of a SQLite catalog."""
    return generate_models(SQLite().words(database))


def catalog(sql: str) -> Catalog:
    """What the reader reads from the database that a script makes."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(sql)
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        with engine.connect() as opened:
            return read(opened)


@contextmanager
def imported(source: str) -> Iterator[Any]:
    """The source as a fresh module; its mappers are gone afterwards."""
    module = ModuleType(f"generated_{uuid4().hex}")
    sys.modules[module.__name__] = module  # annotations are looked up in modules
    try:
        exec(compile(source, f"<{module.__name__}>", "exec"), module.__dict__)
        yield module
    finally:
        if "Base" in module.__dict__:
            module.Base.registry.dispose()
        del sys.modules[module.__name__]


def differences(database: Catalog, models: Catalog) -> list[str]:
    """The ids of the changes between the two."""
    return sorted(change.id for change in compare(database, Stated(models), SQLite(), Policy(), "x").changes)


def remaining(database: Catalog, source: str) -> list[str]:
    """The ids of the changes between a database and the models in a source.

    The models are configured and created too, any warning being an error: that must come to the same.
    """
    engine = create_engine("sqlite://")
    with imported(source) as module, engine.connect() as connection:
        module.Base.registry.configure()
        module.Base.metadata.create_all(connection)
        found = differences(database, predict(module.Base.metadata, engine.dialect))
        assert differences(database, read(connection)) == found
    engine.dispose()
    return found


def unsaid(source: str) -> list[str]:
    """What the file says that it does not say."""
    _, _, comment = source.partition("\n# SQLAlchemy has no words for:\n")
    return [line.removeprefix("# - ") for line in comment.splitlines()]


@each_schema
def test_models_have_no_drift(schema: dict[str, Any]) -> None:
    """The law: detect(database, generated) is empty, but for what the file says that it cannot say."""
    database = catalog(schema["sql"])
    source = written(database)
    assert remaining(database, source) == sorted(schema.get("remains", []))
    lines, expected = unsaid(source), schema.get("unsaid", [])
    assert len(lines) == len(expected)
    assert all(line.startswith(start) for line, start in zip(lines, expected, strict=True)), lines


@each_drift_case
def test_models_of_the_drift_cases_have_no_drift(case: dict[str, str]) -> None:
    database = catalog(case["sql"])
    source = written(database)
    tables_left = {change.split(":")[1].partition(".")[0] for change in remaining(database, source)}
    lines = unsaid(source)[: -len(database.carried) or None]
    assert all(any(f"table {table}:" in line for line in lines) for table in tables_left)
    assert len(tables_left) == len(lines)


@each_schema
def test_models_are_written_as_a_person_would(schema: dict[str, Any]) -> None:
    source = written(catalog(schema["sql"]))
    for piece in schema.get("contains", []):
        assert piece in source
    for piece in schema.get("lacks", []):
        assert piece not in source


def test_a_whole_file() -> None:
    source = written(catalog((KITCHEN / "database.sql").read_text("utf-8")))
    assert source == (KITCHEN / "models.py.txt").read_text("utf-8")


@pytest.mark.parametrize("scenario", [None, "two_years_of_hot_fixes"])
def test_models_of_the_sample_database_have_no_drift(scenario: str | None, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{build(tmp_path / 'library.db', scenario)}")
    with engine.connect() as connection:
        database = read(connection)
    engine.dispose()
    source = written(database)
    assert remaining(database, source) == []
    assert len(unsaid(source)) == len(database.carried)


def test_relationships_find_rows_and_write_them() -> None:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with imported((KITCHEN / "models.py.txt").read_text("utf-8")) as module, Session(engine) as session:
        module.Base.metadata.create_all(engine)
        assert inspect(module.Cook).relationships["profile"].uselist is False
        cook = module.Cook(name="Ada", profile=module.Profile(photo=b"x"))
        soup = module.Recipe(title="Soup", cook=cook, steps=[module.Step(number=1, what="Boil.")])
        soup.children.append(module.Recipe(title="Cold soup", cook=cook))
        cook.favourite = soup  # the two rows refer to each other
        session.add(soup)
        session.commit()
        session.expire_all()
        assert cook.favourite.steps[0].recipe is soup
        assert soup.children[0].parent is soup
        assert cook.profile.cook is soup.cook is cook
    engine.dispose()


def test_rows_are_written_past_a_key_to_a_table_that_is_not_there() -> None:
    source = written(catalog("CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id))"))
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with imported(source) as module, Session(engine) as session:
        module.Base.metadata.create_all(engine)
        session.add(module.A(b_id=1))
        session.commit()
    engine.dispose()


def test_another_engine_is_refused() -> None:
    with pytest.raises(DatabaseError, match="SQLite and PostgreSQL databases only"):
        Generic(mysql.dialect()).words(Catalog("mysql", ()))


def test_strict_is_told_of_where_sqlalchemy_cannot_say_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "STRICT_IS_SAID", False)
    database = catalog("CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT")
    source = written(database)
    assert remaining(database, source) == ["table:a:alter"]
    assert unsaid(source) == ["table a: STRICT, before SQLAlchemy 2.0.37"]


def test_the_text_is_the_same_every_time(tmp_path: Path) -> None:
    """Sets have an order of their own in every process: none of it may show."""
    program = (
        "import sqlite3, sys; from sqlalchemy import create_engine;"
        "from schemasync_nb.apply.generate import generate_models; from schemasync_nb.engines.sqlite import SQLite;"
        "engine = create_engine('sqlite:///' + sys.argv[1]);"
        "sqlite = SQLite();"
        "sys.stdout.buffer.write(generate_models(sqlite.words(sqlite.read(engine.connect()))).encode())"
    )
    path = build(tmp_path / "library.db")
    texts = {
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(texts) == 1


@pytest.fixture(scope="module")
def every_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the models of every schema."""
    folder = tmp_path_factory.mktemp("models")
    for number, schema in enumerate([*SCHEMAS, *DRIFT_CASES]):
        (folder / f"models_{number}.py").write_text(written(catalog(schema["sql"])), "utf-8")
    (folder / "kitchen.py").write_text((KITCHEN / "models.py.txt").read_text("utf-8"), "utf-8")
    return folder


@pytest.mark.parametrize("command", [("format", "--diff"), ("check", "--select=E4,E7,E9,F,I,UP,W", "--ignore=E741")])
def test_ruff_would_change_nothing(command: tuple[str, ...], every_file: Path) -> None:
    """A name such as l is the database's business; everything else is as `ruff format` and isort leave it."""
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", str(every_file)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_mypy_finds_nothing(every_file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", str(every_file / "cache"), "."],
        cwd=every_file,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


# ---------------------------------------------------------------- names and texts of any kind

NASTY = ["'", '"', '"""', "'''", "\\", "\n", "a\r\nb", ":x", "::", "\\:x", "%(x)s", "%", "{x}", "#", "`", "[", "]", ";"]
NASTY += [
    "text",
    "class",
    "None",
    "metadata",
    "__init__",
    "_sa_",
    "Mapped",
    "int",
    "list",
    "a.b",
    "a b",
    "ﬁ",
    "²",
    "\u202e",
]
signs = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=4)
texts = st.lists(st.sampled_from(NASTY) | signs, min_size=1, max_size=4).map("".join)


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@st.composite
def scripts(draw: st.DrawFn) -> str:
    """Two tables that refer to each other, with names, defaults and expressions of any text."""

    def name() -> str:
        return quoted(draw(texts))

    def value() -> str:
        return literal(draw(texts))

    tables = draw(st.lists(texts, min_size=2, max_size=2, unique_by=str.lower))
    columns = [draw(st.lists(texts, min_size=4, max_size=4, unique_by=str.lower)) for _ in tables]
    types, keys = st.sampled_from(["INTEGER", "INT", "TEXT"]), st.sampled_from(["", "PRIMARY KEY", "NOT NULL"])
    statements = []
    for table, own, other, theirs in zip(tables, columns, reversed(tables), reversed(columns), strict=True):
        first, second, third, fourth = map(quoted, own)
        clauses = [
            f"{first} {draw(types)} {draw(keys)}",
            f"{second} TEXT DEFAULT {value()} COLLATE NOCASE",
            f"{third} VARCHAR(5) AS ({second} || {value()}) STORED UNIQUE",
            f"{fourth} DATE REFERENCES {quoted(other)} ({quoted(theirs[0])})",
            f"CONSTRAINT {name()} CHECK ({first} <> {value()} OR {second} <> {value()})",
            f"CONSTRAINT {name()} UNIQUE ({first}, {second} DESC)",
            f"FOREIGN KEY ({first}, {second}) REFERENCES {quoted(other)} ({quoted(theirs[0])}, {quoted(theirs[1])})",
        ]
        terms = f"{first}, ({second} || {value()}) DESC"
        statements.append(f"CREATE TABLE {quoted(table)} ({', '.join(clauses)});")
        statements.append(f"CREATE INDEX {name()} ON {quoted(table)} ({terms}) WHERE {third} <> {value()};")
    return "\n".join([*statements, f"CREATE VIEW {quoted(draw(texts))} AS SELECT 1;"])


@settings(max_examples=60, deadline=None)
@given(scripts())
def test_any_text_is_inert(script: str) -> None:
    """Whatever names and texts hold, the source is Python that calls nothing but SQLAlchemy, and has no drift."""
    try:
        database = catalog(script)
    except sqlite3.Error:
        assume(False)
    source = written(database)
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    assert {call.id for call in calls if isinstance(call, ast.Name)} <= reserved(SQLite().words(database))
    assert remaining(database, source) == []


@given(texts)
def test_a_string_is_read_back(text: str) -> None:
    assert ast.literal_eval(string(text)) == text
    assert "\n" not in string(text)


@given(texts)
def test_an_identifier_is_one(text: str) -> None:
    name = identifier(text, "column")
    ast.parse(f"{name}: int")
    assert not name.startswith("__")
    assert name != text or ast.parse(name, mode="eval").body.id == text  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("loan", "loans"), ("copy", "copies"), ("day", "days"), ("box", "boxes"), ("branch", "branches"),
        ("dish", "dishes"), ("address", "addresses"), ("status", "statuses"), ("bus", "buses"), ("house", "houses"),
        ("case", "cases"),
        ("database", "databases"), ("person", "people"), ("order_item", "order_items"), ("hour", "hours"),
        ("analysis", "analyses"), ("index", "indices"), ("hero", "heroes"), ("movie", "movies"), ("tie", "ties"),
        ("alias", "aliases"), ("shelf", "shelves"), ("user", "users"), ("cause", "causes"), ("size", "sizes"),
        ("news", "news"), ("series", "series"), ("staff", "staff"), ("ORDER", "ORDERS"),
    ],
)  # fmt: skip
def test_singular_and_plural(one: str, many: str) -> None:
    assert singular(many) == one
    assert singular(one) == one
    assert plural(many) == many
    if many != "indices" and one.islower():
        assert plural(one) in (many, f"{one}s")
