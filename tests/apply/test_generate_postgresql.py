"""Models written for a whole PostgreSQL database say the same as the database: in its own words, and in pg_dump's."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import schemasync_nb as ss
from schemasync_nb.apply.generate import generate_models, reserved
from schemasync_nb.catalog import UNIQUE
from schemasync_nb.cli import main
from schemasync_nb.database import open_database
from schemasync_nb.engines import engine_for
from schemasync_nb.engines.spelling import flat
from schemasync_nb.engines.words import TypeWords

from ..engines.postgresql.conftest import BEFORE_VERSIONS, BY_VERSION, FEATURES
from ..laws.cases import DIFFERENT, POSTGRESQL_DRIFT, SAME, SQLALCHEMY_21, Case, everywhere
from ..laws.homes import home_of, text_of
from ..servers import Server, connect, newest, older
from .test_generate import imported, unsaid

HERE = Path(__file__).parent
SCHEMAS = tomllib.loads((HERE / "schemas_postgresql.toml").read_text("utf-8"))["schema"]
SCHEMAS = [schema for schema in SCHEMAS if SQLALCHEMY_21 or not schema.get("since_21")]
CASES = [case for case in (*POSTGRESQL_DRIFT, *SAME, *DIFFERENT) if case.engine == "postgresql"]
CASES = [case for case in CASES if "CREATE TABLE" in case.from_base + case.database]  # models without any are refused

SHIPPED = importlib.util.find_spec("schemasync_nb.sample_db") is not None  # else it lies at the root
build = importlib.import_module(f"{'schemasync_nb.sample_db' if SHIPPED else 'sample_db'}.build")


def written(url: str) -> str:
    """The models file of a database."""
    target = open_database(url)
    engine = engine_for(target)
    with target.reading() as connection:
        return generate_models(engine.words(engine.read(connection)))


def found(url: str, source: str) -> ss.Drift:
    """The drift between a database and the models in a source, which is exact."""
    with imported(source) as module:
        module.Base.registry.configure()
        drift = ss.detect_drift(url, module.Base.metadata)
    assert drift.exact
    return drift


def told_of(changes: Any, lines: list[str]) -> bool:
    """True when every change is about something that a line names."""
    return all(any(change.table in line and (change.name or "") in line for line in lines) for change in changes)


def neat(source: str) -> str:
    """What ruff and isort would change; names such as l and I are the database's business."""
    said = ""
    for command in (("format", "--diff"), ("check", "--select=E4,E7,E9,F,I,UP,W", "--ignore=E741,E742")):
        line = [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", "-"]
        done = subprocess.run(line, input=source, capture_output=True, text=True, encoding="utf-8")
        said += "" if done.returncode == 0 else done.stdout + done.stderr
    return said


def as_models(case: Case, source: str) -> Case:
    """The case with these models."""
    database, borrow = case.from_base + case.database, case.borrowed
    return replace(case, base="", database=database, borrow=borrow, models=f"{source}\n\nmetadata = Base.metadata\n")


@pytest.mark.parametrize("case", everywhere(CASES, every=16, older=48))
def test_models_of_the_cases_have_no_drift(case: Case, tmp_path: Path) -> None:
    """The law: detect(database, generated) is empty, but for what the file says that it cannot say.

    And a database made straight from the models has the same schema, as pg_dump tells it.
    """
    with home_of(case, tmp_path) as home:
        url = home.with_rows()
        source = written(url)
        drift = found(url, source)
        lines = unsaid(source)
        assert told_of(drift.changes, lines)
    assert neat(source) == ""
    borrowed = any(line.startswith(("function", "domain")) for line in lines)
    # pg_dump tells DEFAULT NULL from none; the other database has no search path of its own, and 'now' is later there
    apart = borrowed or any(words in case.database for words in ("search_path", "DEFAULT NULL", "'now'"))
    if not apart and not drift.changes:
        with home_of(as_models(case, source), tmp_path) as home:
            assert home.differences(home.with_rows()) == []


@pytest.mark.needs("postgresql")
@pytest.mark.parametrize("schema", SCHEMAS, ids=[schema["name"] for schema in SCHEMAS])
def test_models_have_no_drift(schema: dict[str, Any], tmp_path: Path) -> None:
    """The law over schemas that have what the cases lack; and what a person wants to read is there."""
    case = Case(schema["name"], schema["sql"], "", engine="postgresql")
    with home_of(case, tmp_path) as home:
        url = home.with_rows()
        source = written(url)
        drift = found(url, source)
        lines, expected = unsaid(source), schema.get("unsaid", [])
        assert sorted(change.id for change in drift.changes) == schema.get("remains", []), drift
        assert len(lines) == len(expected), lines
        assert all(line.startswith(start) for line, start in zip(lines, expected, strict=True)), lines
    if not (lines or schema.get("beyond")):
        extensions = "".join(f"{line};" for line in schema["sql"].split(";") if "EXTENSION" in line)
        with home_of(as_models(replace(case, borrow=extensions), source), tmp_path) as home:
            assert home.differences(home.with_rows()) == []
    assert neat(source) == ""
    for piece in schema.get("contains", []):
        assert piece in source
    for piece in schema.get("lacks", []):
        assert piece not in source


@pytest.mark.slow
@pytest.mark.needs("postgresql")
def test_mypy_finds_nothing(postgresql: Server, tmp_path: Path) -> None:
    for number, schema in enumerate(SCHEMAS):
        with postgresql.database() as url:
            with connect(url) as connection:
                connection.execute(schema["sql"].encode())
            (tmp_path / f"models_{number}.py").write_text(written(text_of(url)), "utf-8")
    line = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", str(tmp_path / "cache"), "."]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "version",
    [
        pytest.param(newest, marks=pytest.mark.needs("postgresql")),
        pytest.param(older, marks=[pytest.mark.needs("older postgresql"), pytest.mark.torture]),
    ],
    ids=["newest", "older"],
)
def test_models_of_everything_that_a_server_knows(version: Callable[[], Server | None]) -> None:
    """The law over the database of the reader's tests: what is left is told of, and nothing else is."""
    server = version()
    assert server is not None
    script = FEATURES + BEFORE_VERSIONS
    script += "".join(sql for first, sql in BY_VERSION.items() if server.version >= first)
    with server.database(server.template(script)) as url:
        source = written(text_of(url))
        drift = found(text_of(url), source)
    assert told_of(drift.changes, unsaid(source))
    left = {change.table for change in drift.changes}
    told = [line for line in unsaid(source) if line.split()[0] in ("table", "column", "check", "foreign", "primary")]
    assert all(any(table in line for table in left) for line in told), told


@pytest.mark.needs("postgresql")
@pytest.mark.parametrize("scenario", [None, pytest.param("two_years_of_hot_fixes", marks=pytest.mark.torture)])
def test_models_of_the_sample_database_have_no_drift(scenario: str | None, postgresql: Server) -> None:
    url = build.build_on_server(postgresql.url.set(database=f"test_written_{os.getpid():x}"), scenario)
    try:
        source = written(text_of(url))
        assert found(text_of(url), source).changes == ()
    finally:
        postgresql.drop(url)
    assert neat(source) == ""
    assert "::" not in source.partition("# SQLAlchemy")[0]


@pytest.mark.needs("postgresql")
def test_single_things_are_said_in_place(postgresql: Server) -> None:
    """With types given, those stand where they are used, and every other one is said whole; no name is left out."""
    sql = """
        CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TYPE hue AS ENUM ('red'); CREATE DOMAIN mail AS text CHECK (VALUE <> '');
        CREATE SEQUENCE numbers; CREATE SCHEMA s; CREATE TYPE s.mood AS ENUM ('x');
        CREATE TABLE t (id integer CONSTRAINT pk_t PRIMARY KEY DEFAULT nextval('numbers'), a mood DEFAULT 'ok', b mood[], c hue, d mail, e s.mood,
          f integer CONSTRAINT uq_t_f UNIQUE, g integer CONSTRAINT fk_t_g_t REFERENCES t);
        CREATE INDEX ix_t_f ON t (f) WHERE f > 0;
    """  # noqa: E501
    with postgresql.database() as url:
        with connect(url) as connection:
            connection.execute(sql.encode())
        target = open_database(text_of(url))
        engine = engine_for(target)
        with target.reading() as reading:
            catalog = engine.read(reading)
    said = engine.words(catalog, {}, {"public.hue": TypeWords("Hue", "Hue")})
    columns = {name: said.column(entry) for name, entry in catalog.columns("public.t").items()}
    assert flat(columns["a"].type) == 'Enum("sad", "ok", name="mood")'
    assert flat(columns["b"].type) == 'ARRAY(Enum("sad", "ok", name="mood"))'
    assert (columns["c"].type, columns["c"].python) == ("Hue", "Hue")
    assert flat(columns["d"].type) == """DOMAIN("mail", Text, check=text("VALUE <> ''"))"""
    assert flat(columns["e"].type) == 'Enum("x", name="mood", schema="s")'
    assert [flat(option) for option in columns["id"].options] == [
        """server_default=text("nextval('public.numbers'::regclass)")"""
    ]
    calls = {e.name: said.constraint(e) for e in catalog.of("public.t") if e.kind not in ("table", "column")}
    assert {name: flat(words.call or "") for name, words in calls.items()} == {
        "pk_t": 'PrimaryKeyConstraint("id", name="pk_t")',
        "fk_t_g_t": 'ForeignKeyConstraint(["g"], ["t.id"], name="fk_t_g_t")',
        "uq_t_f": 'UniqueConstraint("f", name="uq_t_f")',
        "ix_t_f": 'Index("ix_t_f", "f", postgresql_where=text("f > 0"))',
    }
    assert [flat(inline.items[0]) for inline in calls["fk_t_g_t"].inline] == ['ForeignKey("t.id", name="fk_t_g_t")']
    named = engine.words(catalog, {UNIQUE: "uq_%(table_name)s_%(column_0_name)s"}, {})
    unique = next(entry for entry in catalog.of("public.t", UNIQUE))
    assert named.constraint(unique).inline[0].options == ("unique=True",)


@pytest.mark.needs("postgresql")
def test_the_search_path_decides_which_schema_goes_without_saying(postgresql: Server) -> None:
    with postgresql.database() as url:
        with connect(url) as connection:
            connection.execute(
                b"CREATE SCHEMA app; CREATE TABLE app.t (id serial PRIMARY KEY); CREATE TABLE u (id serial)"
            )
            connection.execute(f'ALTER DATABASE "{url.database}" SET search_path = app'.encode())
        source = written(text_of(url))
        assert found(text_of(url), source).changes == ()
    assert '"schema": "app"' not in source and 'schema="public"' in source


@pytest.mark.needs("postgresql")
def test_the_command_writes_models_that_say_what_the_database_says(
    postgresql: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with postgresql.database() as url:
        with connect(url) as connection:
            connection.execute(SCHEMAS[0]["sql"].encode())
        database = ["--database", text_of(url)]
        path = tmp_path / f"models_{uuid4().hex}.py"
        assert main(["models", *database, "--out", str(path)]) == 0
        assert main(["diff", *database, "--models", f"{path}:Base", "--workdir", str(tmp_path / "work")]) == 0
    assert "p@ss" not in "".join(capsys.readouterr())


# ---------------------------------------------------------------- names and texts of any kind

SIGNS = ["'", '"', "\\", "\n", ":x", "::", "\\:x", "%(x)s", "%", "{x}", "#", "a.b", "class", "id", "metadata", "index"]
SIGNS += ["Größe", "ﬁ", "E'"]
signs = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=3)
texts = st.lists(st.sampled_from(SIGNS) | signs, min_size=1, max_size=3).map("".join)
names = texts.filter(lambda name: len(name.encode()) < 60)


@st.composite
def scripts(draw: st.DrawFn) -> str:
    """An enum, a domain and two tables of any names, with defaults, labels, comments and expressions of any text."""
    first, second, type_, domain = draw(st.lists(names, min_size=4, max_size=4, unique=True))
    one, two, three = map(quoted, draw(st.lists(names, min_size=3, max_size=3, unique=True)))
    labels = draw(st.lists(names, min_size=1, max_size=2, unique=True))
    some = [literal(draw(texts)) for _ in range(5)]
    return f"""
        CREATE TYPE {quoted(type_)} AS ENUM ({", ".join(map(literal, labels))});
        CREATE DOMAIN {quoted(domain)} AS text DEFAULT {some[0]} CHECK (VALUE <> {some[1]});
        CREATE TABLE {quoted(first)} ({one} serial PRIMARY KEY, {two} {quoted(type_)} DEFAULT {literal(labels[0])}, {three} {quoted(domain)});
        CREATE TABLE {quoted(second)} (
            {one} integer REFERENCES {quoted(first)}, {two} varchar(20) DEFAULT {literal(draw(texts)[:20])}, {three} text UNIQUE,
            CONSTRAINT {quoted(draw(names))} CHECK ({two} <> {some[2]} OR {three} LIKE {some[3]}));
        CREATE INDEX ON {quoted(second)} ({three}, ({two} || {some[4]}) DESC) WHERE {two} <> {some[0]};
        COMMENT ON TABLE {quoted(first)} IS {literal(draw(texts))};
        COMMENT ON COLUMN {quoted(first)}.{two} IS {literal(draw(texts))};
    """  # noqa: E501


@pytest.mark.needs("postgresql")
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(script=scripts())
def test_any_text_is_inert(script: str, postgresql: Server) -> None:
    """Whatever names and texts hold, the source is Python that calls nothing but SQLAlchemy, and has no drift."""
    with postgresql.database() as url:
        try:
            with connect(url) as connection:
                connection.execute(script.encode())
        except psycopg.Error:
            assume(False)
        target = open_database(text_of(url))
        engine = engine_for(target)
        with target.reading() as reading:
            said = engine.words(engine.read(reading))
        source = generate_models(said)
        calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
        assert {call.id for call in calls if isinstance(call, ast.Name)} <= reserved(said)
        assert found(text_of(url), source).changes == ()


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
