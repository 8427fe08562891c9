"""Law 5: a failure or a kill -9 at any point leaves the target in its old or its new state, or (in a pass that no
transaction can hold) in one from which the next run converges; the journal says which. Nothing is half done in
silence, and the next run clears away what the dead one left."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

import schemasync_nb as ss
from schemasync_nb.engines.postgresql.servers import leftovers

from ...servers import Server, connect, newest
from ..cases import POSTGRESQL_DRIFT, Case
from ..crashing import events_of, silence
from ..homes import PostgreSQLHome, text_of
from .rows import Held

pytestmark = pytest.mark.needs("postgresql")
PLAYER = Path(__file__).with_name("crash_points.py")
BY_NAME = {case.name: case for case in POSTGRESQL_DRIFT}
DROPPED = BY_NAME["a column is removed with the index, the CHECK, the unique and the foreign key on it"]
FILLED = BY_NAME["NULLs are filled by a backfill and NOT NULL goes in"]
CASES = [DROPPED, FILLED]
MANY_ROWS = 20_000
EVERY = 9  # a step takes seconds, and a run has hundreds

# A table on which an index is built while others write, beside a change that a transaction holds.
LARGE = Case(
    "an index is built on a large table",
    f"""
CREATE TABLE reading (id integer PRIMARY KEY, place text, note varchar(20));
INSERT INTO reading SELECT i, 'place number ' || i FROM generate_series(1, {MANY_ROWS}) i;
ANALYZE reading;
""",
    """
Table("reading", metadata, Column("id", Integer, primary_key=True), Column("place", Text), Column("note", String(40)),
      Index("reading_place", "place"))
""",
    engine="postgresql",
)

JOURNAL = r"os\.rename .*journal-"
BEGIN, COMMIT = "sql target BEGIN ISOLATION LEVEL READ COMMITTED", "sql target COMMIT"
CHANGE = r"sql target \s*(ALTER|DROP|CREATE|UPDATE)"
HERE = "datname = current_database()"
DUMPING = f"SELECT FROM pg_stat_activity WHERE application_name = 'pg_dump' AND query LIKE 'COPY%' AND {HERE}"
RESTORING = "SELECT FROM pg_stat_activity WHERE application_name = 'pg_restore' AND query <> ''"
WAITING = f"SELECT FROM pg_stat_progress_create_index WHERE phase LIKE 'waiting%' AND {HERE}"

# where -> the patterns that lead there, what the server must be seen doing then, whether the change may be in
POINTS: dict[str, tuple[list[str], str, bool]] = {
    "before the backup": (["Popen .*pg_dump"], "", False),
    "during pg_dump": (["Popen .*pg_dump"], DUMPING, False),
    "during the backup's restore": (["Popen .*pg_restore"], RESTORING, False),
    "in the rehearsal": ([r"sql scratch \s*(ALTER|DROP|UPDATE)"], "", False),
    "before the journal": ([JOURNAL], "", False),
    "between the journal and the transaction": ([JOURNAL, BEGIN], "", False),
    "in the transaction": ([JOURNAL, BEGIN, CHANGE], "", False),
    "before the commit": ([JOURNAL, BEGIN, CHANGE, COMMIT], "", False),
    "after the commit, before the log": ([JOURNAL, BEGIN, CHANGE, COMMIT, "open .*audit"], "", True),
    "after the log, before the journal is cleared": (
        [JOURNAL, BEGIN, CHANGE, COMMIT, r"os\.remove .*journal-"],
        "",
        True,
    ),
}


class Player:
    """The program that plays loops in processes that die."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def play(
        self, url: str, folder: Path, act: str = "run", fatal: int | list[str] | None = None, doing: str = ""
    ) -> dict[str, Any]:
        asked = {"url": url, "folder": str(folder), "act": act, "fatal": fatal, "while": doing}
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        return told


@pytest.fixture(scope="module")
def player() -> Iterator[Player]:
    with subprocess.Popen(
        [sys.executable, PLAYER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Player(process)
        assert process.stdin
        process.stdin.close()


@dataclass
class Stage:
    """One case, of which each crash gets a database and a folder of its own.

    schemas  the database's before, and after each pass that nothing disturbed
    steps    of an undisturbed act
    """

    case: Case
    home: PostgreSQLHome
    folder: Path
    player: Player
    act: str
    before: Held
    schemas: list[str]
    steps: int

    def new(self, name: str) -> tuple[str, Path]:
        url = text_of(self.home._new(self.home.server.template(self.case.from_base + self.case.database)))
        folder = self.folder / name
        folder.mkdir()
        if self.act == "rollback":
            assert self.player.play(url, folder)["status"] == "in_sync"
        return url, folder


@contextmanager
def stage(case: Case, folder: Path, player: Player, act: str = "run", **policy: Any) -> Iterator[Stage]:
    server = newest()
    assert server is not None
    home = PostgreSQLHome(case, server)
    (folder / "models.py").write_text(case.source() + "\nmodels = metadata\n", encoding="utf-8")
    (folder / "policy.json").write_text(json.dumps({"decisions": case.decisions, "allow": case.allow, **policy}))
    made = Stage(case, home, folder, player, act, None, [], 0)  # type: ignore[arg-type]
    try:
        url, own = made.new("whole")
        made.before = home.held(url)
        made.schemas = [made.before.schema]
        told = player.play(url, own, act, fatal=0)
        assert told["status"] in ("in_sync", "rolled back"), told
        made.steps = told["steps"]
        made.schemas.append(home.held(url).schema)
        yield made
    finally:
        home.drop_all()


def crashed(at: Stage, name: str, fatal: int | list[str], doing: str = "", *, old: bool | None = None) -> None:
    """Crash at a step, look at what is there, and let the next run finish."""
    url, folder = at.new(name)
    home, work = at.home, folder / "work"
    before = home.held(url)
    told = at.player.play(url, folder, at.act, fatal, doing)
    assert told == {"killed": 9}, told
    wait_until_left(at.home.server, url)
    dead = set(leftovers(at.home.server.url))
    left = home.held(url)
    assert left.schema in at.schemas, "half done"
    if old is not None:
        assert (left.schema == before.schema) == old
    assert home.losses(before, left) == [] or at.act == "rollback"
    converges(at, url, folder, len(list(work.glob("journal-*.json"))), dead)


def converges(at: Stage, url: str, folder: Path, journals: int, dead: set[str], also: tuple[str, ...] = ()) -> None:
    """The next run ends in sync, and clears away what the dead one left; and there is a way back."""
    home, work, before = at.home, folder / "work", at.before
    told = at.player.play(url, folder)
    assert told.get("status") == "in_sync", told
    assert list(work.glob("journal-*.json")) == []
    assert list(work.rglob("*.partial")) == []
    assert list((work / "scratch").glob("rehearsal-*")) == []
    assert dead & databases_of(home.server) == set()
    after = home.held(url)
    assert home.losses(before, after) == []
    assert home.differences(url) == []
    loop = ss.SyncLoop(url, at.case.load(), environment="development", workdir=work)
    assert list(silence(loop, journals, also)) == []
    events = events_of(loop)
    for _ in range(events.count("applied") - events.count("downgraded")):
        loop.rollback()
    assert home.losses(before, home.held(url), through=after) == []


def wait_until_left(server: Server, url: str, patience: float = 20) -> None:
    """Until the server has seen that its client is dead: what that one was doing here is over."""
    here = "SELECT FROM pg_stat_activity WHERE datname = %s AND application_name <> 'pg_dump'"
    with connect(server.url) as connection:
        end = time.monotonic() + patience
        while connection.execute(here, [make_url(url).database]).fetchall():
            assert time.monotonic() < end, "a session of the dead process stays"
            time.sleep(0.02)


def databases_of(server: Server) -> set[str]:
    with connect(server.url) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall()}


USUAL = ["during pg_dump", "in the transaction", "after the commit, before the log"]


@pytest.fixture(scope="module")
def with_ballast(tmp_path_factory: pytest.TempPathFactory, player: Player) -> Iterator[Stage]:
    """A case beside a table that takes its time to be dumped and restored."""
    rows = "CREATE TABLE ballast AS SELECT i, repeat(md5(i::text), 20) AS t FROM generate_series(1, 3000) i;"
    table = 'Table("ballast", metadata, Column("i", Integer), Column("t", Text))'
    case = replace(DROPPED, database=f"{DROPPED.database}\n{rows}", models=f"{DROPPED.models}\n{table}\n")
    with stage(case, tmp_path_factory.mktemp("ballast"), player) as at:
        yield at


@pytest.mark.parametrize("where", [pytest.param(p, marks=[] if p in USUAL else pytest.mark.torture) for p in POINTS])
def test_law_5(where: str, with_ballast: Stage) -> None:
    """Killed there: old or new, and the next run converges."""
    patterns, doing, new = POINTS[where]
    crashed(with_ballast, where, patterns, doing, old=not new)


INDEX_BUILT = "sql target CREATE INDEX CONCURRENTLY"


# place -> the patterns that lead there, and whether the index is valid then
PLACES: dict[str, tuple[list[str], bool | None]] = {
    "before the statement": ([JOURNAL, INDEX_BUILT], None),
    "in the statement, which goes on": ([JOURNAL, INDEX_BUILT], True),
    "in the statement, which ends too": ([JOURNAL, INDEX_BUILT], False),
    "after the statement": ([JOURNAL, INDEX_BUILT, "sql target"], True),
    "before the log": ([JOURNAL, INDEX_BUILT, "open .*audit"], True),
}


@pytest.mark.parametrize(
    "place", [pytest.param(p, marks=[] if "ends too" in p else pytest.mark.torture) for p in PLACES]
)
def test_law_5_outside_a_transaction(place: str, tmp_path: Path, player: Player) -> None:
    """Killed around a statement that no transaction can hold: the next run converges from what is there then."""
    patterns, valid = PLACES[place]
    with stage(LARGE, tmp_path, player, large_table=MANY_ROWS // 2) as at, ExitStack() as stack:
        url, folder = at.new("crash")
        in_it = place.startswith("in ")
        if in_it:  # building waits for whoever looks at an older snapshot
            reader = stack.enter_context(connect(make_url(url)))
            reader.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
            reader.execute("SELECT 1")
        assert at.player.play(url, folder, "run", patterns, WAITING if in_it else "") == {"killed": 9}
        if in_it and not valid:
            with connect(make_url(url)) as connection:
                connection.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_progress_create_index WHERE {HERE}")
        if in_it:
            reader.execute("COMMIT")
            reader.close()
        wait_until_left(at.home.server, url)
        dead = set(leftovers(at.home.server.url))
        left = at.home.held(url)
        assert at.home.losses(at.before, left) == (
            [] if valid is not False else ["invalid indexes: ['public.reading_place']"]
        )
        assert ("reading_place" in left.schema) == bool(valid)  # no dump mentions an invalid one
        journals = len(list((folder / "work").glob("journal-*.json")))
        assert journals == 1
        converges(at, url, folder, journals, dead, also=("interrupted",))


@pytest.mark.torture
@pytest.mark.parametrize("act", ["run", "rollback"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_law_5_at_many_steps(case: Case, act: str, tmp_path: Path, player: Player) -> None:
    """Killed at one in so many of its steps."""
    with stage(case, tmp_path, player, act) as at:
        for step in range(1, at.steps + 1, EVERY):
            crashed(at, str(step), step)
