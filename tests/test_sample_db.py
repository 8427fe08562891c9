"""The sample database: the same every time, clean, and drifted exactly as its scenarios say."""

from __future__ import annotations

import datetime
import importlib
import importlib.util
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import URL, create_engine, create_mock_engine, select
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from .servers import Server, connect

SHIPPED = importlib.util.find_spec("schemasync_nb.sample_db") is not None  # else it lies at the root
SAMPLE = "schemasync_nb.sample_db" if SHIPPED else "sample_db"

build_module = importlib.import_module(f"{SAMPLE}.build")
build = build_module.build
FOLDER = Path(build_module.__file__).parent
scenarios = importlib.import_module(f"{SAMPLE}.scenarios").scenarios
SCENARIOS, ON_SERVER = scenarios(), scenarios("postgresql")
KINDS = r"(table|column|primary_key|foreign_key|unique|check|index|enum)"
CHANGE_ID = re.compile(KINDS + r":(?:public\.)?(\w+)(\.\w+)?:(add|remove|alter)")


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as built, to be read only."""
    return build(tmp_path_factory.mktemp("pristine") / "library.db")


@pytest.fixture(scope="module")
def models() -> ModuleType:
    """models.py loaded by its path alone, as somebody's own file would be."""
    spec = importlib.util.spec_from_file_location("models_by_path", FOLDER / "models.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=SCENARIOS, ids=[scenario.name for scenario in SCENARIOS])
def scenario(request: pytest.FixtureRequest) -> Any:
    """Each scenario in turn."""
    return request.param


@pytest.fixture(scope="module")
def drifted(scenario: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as the scenario leaves it, to be read only."""
    return build(tmp_path_factory.mktemp("drifted") / "library.db", scenario.name)


def ask(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def statements(path: Path) -> dict[str, list[str]]:
    """Table -> its own statement and those of its indexes; views and triggers are left out."""
    found: dict[str, list[str]] = {}
    for table, sql in ask(
        path, "SELECT tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'index') ORDER BY name"
    ):
        if sql and not table.startswith("sqlite_"):
            found.setdefault(table, []).append(sql)
    return found


# ---------------------------------------------------------------- the build


def test_the_same_file_in_every_process(tmp_path: Path) -> None:
    """Neither the hash seed nor the day on which it is built shows in the sample."""
    code = f"import sys; from pathlib import Path; from {SAMPLE}.build import build; build(Path(sys.argv[1]))"
    dumps = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.db"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-W", "error", "-c", code, path], check=True, env=environment)
        with closing(sqlite3.connect(path)) as connection:
            dumps.append("\n".join(connection.iterdump()))
    assert dumps[0] == dumps[1]


def test_some_twenty_thousand_clean_rows(pristine: Path, models: ModuleType) -> None:
    counts = {table: ask(pristine, f"SELECT count(*) FROM {table}")[0][0] for table in models.Base.metadata.tables}
    assert 19_000 < sum(counts.values()) < 22_000
    assert 12 <= len(counts) <= 15 and min(counts.values()) > 0
    assert ask(pristine, "PRAGMA foreign_key_check") == []
    assert ask(pristine, "PRAGMA integrity_check") == [("ok",)]


def test_the_tables_are_those_that_create_all_makes(pristine: Path, models: ModuleType, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'made.db'}")
    models.Base.metadata.create_all(engine)
    engine.dispose()
    assert statements(pristine) == statements(tmp_path / "made.db")


@pytest.mark.parametrize(
    "clause",
    [
        r"AUTOINCREMENT",
        r"WITHOUT ROWID",
        r'COLLATE "?NOCASE',
        r"\) STORED",
        r"GENERATED ALWAYS AS \(round\(amount - paid, 2\)\), ",  # neither is said: virtual
        r"DEFERRABLE INITIALLY DEFERRED",
        r"ON DELETE CASCADE ON UPDATE CASCADE",
        r"ON CONFLICT IGNORE",
        r"CONSTRAINT ck_loans_due_on CHECK",
        r", CHECK \(",
        r"IN \('available', 'on_loan', 'in_repair', 'lost'\)",
        r"PRIMARY KEY \(branch_id, number\)",
        r"FOREIGN KEY\(branch_id, room_number\) REFERENCES rooms \(branch_id, number\)",
        r"FOREIGN KEY\(manager_id\) REFERENCES staff \(id\)",
        r"UNIQUE \(last_name, first_name, born\)",
        r"UNIQUE INDEX uq_loans_copy_id_open ON loans \(copy_id\) WHERE returned_on IS NULL",
        r"loaned_on DESC",
        r"\(lower\(email\)\)",
        r"JSON DEFAULT '\{\}'",
        r"NUMERIC\(8, 2\)",
        r"BOOLEAN DEFAULT \(?1",
        r"DEFAULT \(?CURRENT_TIMESTAMP",
    ],
)
def test_every_feature_of_sqlite_is_there(pristine: Path, clause: str) -> None:
    """What models can state about a SQLite table stands somewhere in the sample."""
    text = " ".join(sql for sqls in statements(pristine).values() for sql in sqls)
    assert re.search(clause, re.sub(r"\s+", " ", text))


def test_an_existing_file_is_kept_unless_it_may_go(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_text("mine")
    with pytest.raises(FileExistsError, match=r"library\.db exists: "):
        build(path)
    assert path.read_text() == "mine"
    (tmp_path / "library.db-wal").write_text("of the old file")
    assert build(path, overwrite=True) == path
    assert ask(path, "SELECT count(*) FROM branches") == [(6,)]
    assert [file.name for file in tmp_path.iterdir()] == ["library.db"]


def test_a_failed_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half-made, and what was there before is still there."""
    with pytest.raises(ValueError, match=r"scenario 'no_such' does not exist: choose one of dropped_index, "):
        build(tmp_path / "library.db", "no_such")
    path, bad = tmp_path / "library.db", tmp_path / "bad.sql"
    path.write_text("mine")
    bad.write_text("DROP TABLE no_such;")
    monkeypatch.setattr(build_module, "EXTRAS", bad)
    with pytest.raises(sqlite3.OperationalError):
        build(path, overwrite=True)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bad.sql", "library.db"]
    assert path.read_text() == "mine"


# ---------------------------------------------------------------- models and extras


def test_models_by_path_read_every_row(pristine: Path, models: ModuleType) -> None:
    """Loaded with nothing but their path, the models map onto the sample: every entity, and a walk along the keys."""
    models.Base.registry.configure(cascade=True)  # not every mapper of the process: other tests leave some
    engine = create_engine(f"sqlite:///{pristine}")
    with Session(engine) as session:
        for mapper in models.Base.registry.mappers:
            assert session.scalars(select(mapper.class_).limit(50)).all()
        payment = session.scalars(select(models.Payment)).first()
        loan = payment.fine.loan
        assert loan in loan.member.loans
        assert loan.copy.book.credits[0].author.last_name
        assert loan.member.branch.head.branch is loan.member.branch
        assert {report.manager for report in loan.member.branch.head.reports} == {loan.member.branch.head}
        assert payment.fine.outstanding == payment.fine.amount - payment.fine.paid
        assert session.scalars(select(models.Genre).where(models.Genre.name == "poetry")).one().parent.name == "Arts"
    engine.dispose()


def test_models_compile_for_postgresql(models: ModuleType) -> None:
    """No column type, default or index of the models is SQLite's own."""
    made: list[str] = []
    engine = create_mock_engine(
        "postgresql+psycopg://", lambda ddl, *_, **__: made.append(str(ddl.compile(dialect=engine.dialect)))
    )
    engine.dialect.supports_virtual_generated_columns = True  # as PostgreSQL 18 does
    models.Base.metadata.create_all(engine, checkfirst=False)
    text = "\n".join(made)
    assert "CREATE TYPE staff_role AS ENUM" in text and "WHERE returned_on IS NULL" in text
    assert "NOCASE" not in text and "ROWID" not in text


def test_the_view_lists_what_is_overdue(pristine: Path) -> None:
    overdue = ask(pristine, "SELECT loan_id, due_on, days_overdue FROM overdue_loans ORDER BY days_overdue")
    expected = ask(
        pristine, "SELECT count(*) FROM loans WHERE returned_on IS NULL AND due_on < (SELECT max(loaned_on) FROM loans)"
    )
    assert len(overdue) == expected[0][0] > 10
    assert overdue[0][2] >= 1


def test_a_copy_follows_its_loan(tmp_path: Path) -> None:
    """The triggers: lent, a copy is on loan; returned, it is available."""
    path = build(tmp_path / "library.db")
    with closing(sqlite3.connect(path)) as connection:
        (copy_id,) = connection.execute("SELECT id FROM copies WHERE status = 'available'").fetchone()
        status = f"SELECT status FROM copies WHERE id = {copy_id}"
        loan = "INSERT INTO loans (copy_id, member_id, loaned_on, due_on) VALUES (?, 1, '2025-07-01', '2025-07-22')"
        loan_id = connection.execute(loan, [copy_id]).lastrowid
        assert connection.execute(status).fetchone() == ("on_loan",)
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            connection.execute(loan, [copy_id])  # still out
        connection.execute("UPDATE loans SET returned_on = '2025-07-09' WHERE id = ?", [loan_id])
        assert connection.execute(status).fetchone() == ("available",)


# ---------------------------------------------------------------- scenarios


def test_scenarios_are_graded() -> None:
    levels = [scenario.level for scenario in SCENARIOS]
    assert levels == sorted(levels) and set(levels) == {1, 2, 3, 4, 5} and len(levels) >= 14
    assert [scenario.name for scenario in SCENARIOS if scenario.level == 5] == ["two_years_of_hot_fixes"]
    assert len({CHANGE_ID.fullmatch(change)[2] for change in SCENARIOS[-1].expect}) > 8
    folders = {folder.name for folder in (FOLDER / "scenarios").iterdir() if folder.is_dir()} - {"__pycache__"}
    assert folders == {scenario.name for scenario in (*SCENARIOS, *ON_SERVER)}


@pytest.mark.parametrize(
    "scenario",
    [pytest.param(each, id=f"{each.sql.stem}-{each.name}") for each in (*SCENARIOS, *ON_SERVER)],
)
def test_a_scenario_is_complete(scenario: Any) -> None:
    """Every text is there and short; ids are ids; what waits has decisions, each for a change that is expected."""
    for text in (scenario.title, scenario.happened, scenario.look_for):
        assert text and "\n" not in text and len(text) < 160
    assert scenario.sql.is_file()
    assert scenario.outcome in ("in_sync", "waiting")
    assert set(scenario.allow) <= {"DELETES_DATA", "IRREVERSIBLE"}
    assert len(set(scenario.expect)) == len(scenario.expect)
    assert all(CHANGE_ID.fullmatch(change) for change in scenario.expect)
    assert all((":public." in change) == (scenario in ON_SERVER) for change in scenario.expect)
    assert (scenario.decisions is not None) == (scenario.outcome == "waiting")
    if scenario.decisions:
        decisions = json.loads(scenario.decisions.read_text(encoding="utf-8"))
        assert decisions and decisions.keys() <= set(scenario.expect)
        for decision in decisions.values():
            assert decision["do"] in ("database", "models", "ignore")
            assert decision.keys() <= {"do", "backfill", "rename_from"}
    assert (FOLDER / "README.md").read_text(encoding="utf-8").count(f"`{scenario.name}`") == 1


def test_a_scenario_touches_the_tables_it_says(scenario: Any, pristine: Path, drifted: Path) -> None:
    """Its SQL runs, changes the statements of just the tables it names, and leaves file, view and triggers sound."""
    before, after = statements(pristine), statements(drifted)
    touched = {table for table in before.keys() | after.keys() if before.get(table) != after.get(table)}
    assert touched
    if scenario.expect:  # else it is the same schema in other words
        assert touched == {CHANGE_ID.fullmatch(change)[2] for change in scenario.expect}
    assert ask(drifted, "PRAGMA foreign_key_check") == []
    assert ask(drifted, "PRAGMA integrity_check") == [("ok",)]
    assert ask(drifted, "SELECT count(*) FROM overdue_loans") == ask(pristine, "SELECT count(*) FROM overdue_loans")
    assert ask(drifted, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == [(2,)]


@pytest.fixture
def empty(pristine: Path) -> Iterator[sqlite3.Connection]:
    """The sample's tables as the models state them, without rows or triggers."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for sqls in statements(pristine).values():
            for sql in sorted(sqls, key=lambda sql: " INDEX " in sql):
                connection.execute(sql)
        yield connection


def in_the_way(connection: sqlite3.Connection, drifted: Path) -> list[Any]:
    """What stops the rows of a drifted sample from going into the models' tables; rolled back again."""

    def columns(schema: str, table: str) -> list[str]:
        return [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?, ?)", (table, schema))]

    problems: list[Any] = []
    connection.execute("ATTACH ? AS drifted", [str(drifted)])
    tables = "SELECT name FROM {}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    there = {row[0].lower() for row in connection.execute(tables.format("drifted"))}
    for (table,) in connection.execute(tables.format("main")).fetchall():
        if table in there:
            common = set(map(str.lower, columns("drifted", table)))
            names = ", ".join(name for name in columns("main", table) if name in common)
            try:
                connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM drifted.{table}")
            except sqlite3.IntegrityError as error:
                problems.append(error)
    problems += connection.execute("PRAGMA main.foreign_key_check").fetchall() if not problems else []
    connection.rollback()
    connection.execute("DETACH drifted")
    return problems


def test_rows_are_in_the_way_just_where_it_is_said(
    scenario: Any, drifted: Path, empty: sqlite3.Connection, tmp_path: Path
) -> None:
    """What ends in sync unasked has no row that the models would refuse; what is to be repaired has, until it is."""
    if scenario.outcome == "in_sync":
        assert in_the_way(empty, drifted) == []
    if scenario.repair:
        assert in_the_way(empty, drifted)
        repaired = shutil.copy(drifted, tmp_path / "repaired.db")
        with closing(sqlite3.connect(repaired)) as connection:
            connection.executescript(scenario.repair.read_text(encoding="utf-8"))
        assert in_the_way(empty, repaired) == []


# ---------------------------------------------------------------- on PostgreSQL

on_server = pytest.mark.needs("postgresql")


@pytest.fixture(scope="module")
def pristine_on_server(postgresql: Server) -> Iterator[URL]:
    """The sample as built on a server, to be read only and to be copied."""
    url = build_module.build_on_server(postgresql.url.set(database=f"test_sample_{os.getpid():x}"))
    yield url
    postgresql.drop(url)


def ask_server(url: URL, sql: str) -> list[Any]:
    with closing(connect(url)) as connection:
        return connection.execute(sql).fetchall()


OBJECTS = """
SELECT c.relname, concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                            a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON (adrelid, adnum) = (c.oid, attnum)
 WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL SELECT relname, relpersistence::text FROM pg_class
 WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
UNION ALL SELECT conrelid::regclass::text, concat_ws(' ', conname, pg_get_constraintdef(oid)) FROM pg_constraint
 WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION ALL SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT typname, string_agg(enumlabel, ' ' ORDER BY enumsortorder)
  FROM pg_enum JOIN pg_type t ON t.oid = enumtypid GROUP BY typname"""


def objects(url: URL) -> dict[str, set[str]]:
    """Table or enum -> what its catalog says; views and triggers are left out."""
    found: dict[str, set[str]] = {}
    for name, text in ask_server(url, OBJECTS):
        found.setdefault(name, set()).add(text)
    return found


@on_server
def test_the_same_rows_on_both_engines(pristine: Path, pristine_on_server: URL, models: ModuleType) -> None:
    """Read through the models, row by row; numbers are given out from where the rows end."""
    file = create_engine(f"sqlite:///{pristine}")
    server = create_engine(pristine_on_server, poolclass=NullPool)
    for table in models.Base.metadata.sorted_tables:
        read = select(table).order_by(*table.primary_key.columns)
        with file.connect() as ours, server.connect() as theirs:
            assert ours.execute(read).all() == theirs.execute(read).all()
    file.dispose()
    with server.connect() as connection:
        branch = {"code": "NEW", "name": "New", "address": "1 New Street", "opened_on": datetime.date(2025, 7, 1)}
        connection.execute(models.Branch.__table__.insert(), branch)
        assert connection.execute(select(models.Branch.id).where(models.Branch.code == "NEW")).scalar_one() == 7
        connection.rollback()


@on_server
@pytest.mark.parametrize(
    "known",
    [
        "jsonb",
        "staff_role",
        "serial",
        "identity",
        "stored or virtual",
        "include",
        "comment",
        "deferrable",
    ],
)
def test_every_feature_of_postgresql_is_there(known: str, pristine_on_server: URL) -> None:
    """What the same models state about a PostgreSQL database alone."""
    questions = {
        "jsonb": "SELECT 1 FROM pg_attribute WHERE attrelid = 'events'::regclass AND atttypid = 'jsonb'::regtype",
        "staff_role": "SELECT 1 FROM pg_enum WHERE enumtypid = 'staff_role'::regtype AND enumlabel = 'volunteer'",
        "serial": "SELECT 1 WHERE pg_get_serial_sequence('loans', 'id') = 'public.loans_id_seq'",
        "identity": "SELECT 1 FROM pg_attribute WHERE attrelid = 'payments'::regclass AND attidentity = 'd'",
        "stored or virtual": "SELECT 1 FROM pg_attribute WHERE attrelid = 'fines'::regclass AND attgenerated <> ''",
        "include": "SELECT 1 FROM pg_indexes WHERE indexdef LIKE '%(due_on) INCLUDE (member_id) WHERE%'",
        "comment": "SELECT 1 WHERE col_description('members'::regclass, 2) LIKE '%leading zeros%'",
        "deferrable": "SELECT 1 FROM pg_constraint WHERE conrelid = 'branches'::regclass AND condeferred",
    }
    assert ask_server(pristine_on_server, questions[known])


@on_server
def test_an_existing_database_is_kept_unless_it_may_go(pristine_on_server: URL, postgresql: Server) -> None:
    with pytest.raises(FileExistsError, match="exists: "):
        build_module.build_on_server(pristine_on_server)
    with postgresql.database() as url:
        assert build_module.build_on_server(url, "missing_table", overwrite=True) == url
        assert "opening_hours" not in objects(url)


@on_server
def test_a_failed_build_on_a_server_leaves_nothing(
    postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = postgresql.url.set(database=f"test_failed_{os.getpid():x}")
    with pytest.raises(ValueError, match=r"scenario 'genres_by_case' does not exist: choose one of dropped_index, "):
        build_module.build_on_server(url, "genres_by_case")
    bad = tmp_path / "bad.sql"
    bad.write_text("SELECT 1 % 2; DROP TABLE no_such;")
    monkeypatch.setattr(build_module, "EXTRAS_POSTGRESQL", bad)
    with pytest.raises(ProgrammingError, match="no_such"):
        build_module.build_on_server(url)
    asked = f"SELECT datname FROM pg_database WHERE datname LIKE '{url.database}%'"
    assert ask_server(postgresql.url, asked) == []


@on_server
def test_a_file_is_the_same_after_a_build_on_a_server(pristine: Path, pristine_on_server: URL, tmp_path: Path) -> None:
    """The models are nobody's scratchpad: what is made of them elsewhere leaves no mark on them."""
    assert statements(build(tmp_path / "library.db")) == statements(pristine)


@on_server
def test_a_copy_follows_its_loan_on_a_server(pristine_on_server: URL) -> None:
    with closing(connect(pristine_on_server)) as connection, connection.transaction(force_rollback=True):
        found = connection.execute("SELECT id FROM copies WHERE status = 'available'").fetchone()
        assert found
        loan = "INSERT INTO loans (copy_id, member_id, loaned_on, due_on) VALUES (%s, 1, '2025-07-01', '2025-07-22')"
        status = "SELECT status FROM copies WHERE id = %s"
        connection.execute(loan, found)
        assert connection.execute(status, found).fetchone() == ("on_loan",)
        connection.execute("UPDATE loans SET returned_on = '2025-07-09' WHERE copy_id = %s", found)
        assert connection.execute(status, found).fetchone() == ("available",)


@on_server
@pytest.mark.parametrize("scenario", [pytest.param(each, id=each.name) for each in ON_SERVER])
def test_a_scenario_touches_the_tables_it_says_on_a_server(
    scenario: Any, postgresql: Server, pristine_on_server: URL
) -> None:
    """The same as on SQLite: just the tables that it names, and the view lists what it listed."""
    overdue = "SELECT count(*) FROM overdue_loans"
    before = objects(pristine_on_server)
    with postgresql.database(template=str(pristine_on_server.database)) as url:
        build_module.execute_on_server(url, [scenario.sql])
        after = objects(url)
        touched = {table for table in before.keys() | after.keys() if before.get(table) != after.get(table)}
        assert touched
        if scenario.expect:
            assert touched == {CHANGE_ID.fullmatch(change)[2] for change in scenario.expect}
        assert ask_server(url, overdue) == ask_server(pristine_on_server, overdue)
        assert ask_server(url, "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal") == [(2,)]
        if scenario.repair:
            build_module.execute_on_server(url, [scenario.repair])
