"""Laws 1, 6 and 7, and the pairs that must be told apart or must not."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

import schemasync_nb as ss

from .cases import DIFFERENT, DRIFT, SAME, Case, ids, merged

EVERY = [*DRIFT, *DIFFERENT]


def found(path: Path, models: Any) -> list[str]:
    return sorted(change.id for change in ss.detect_drift(f"sqlite:///{path}", models).changes)


def dumped_and_restored(path: Path, to: Path) -> Path:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as copy:
        copy.executescript("\n".join(source.iterdump()))
    return to


@pytest.mark.parametrize("case", SAME, ids=ids)
def test_spellings_of_one_schema_are_no_drift(case: Case, tmp_path: Path) -> None:
    """Anything found in another spelling of the same schema is a phantom."""
    path, models = case.make(tmp_path / "case.db"), case.load()
    drift = ss.detect_drift(f"sqlite:///{path}", models)
    assert [(change.id, change.attributes) for change in drift.changes] == []
    assert drift.in_sync and drift.exact
    assert found(dumped_and_restored(path, tmp_path / "restored.db"), models) == []


@pytest.mark.parametrize("case", DIFFERENT, ids=ids)
def test_near_misses_are_drift(case: Case, tmp_path: Path) -> None:
    """A wrong "equal" is the worst bug there is."""
    ids_found = found(case.make(tmp_path / "case.db"), case.load())
    assert ids_found
    assert {change_id.split(":")[0] for change_id in ids_found} <= {"table", *case.about} or ids_found == case.expect


@pytest.mark.parametrize("case", EVERY, ids=ids)
def test_law_1(case: Case, tmp_path: Path) -> None:
    """detect(x, x) is empty; a database just made from the models, or dumped and restored, has no drift."""
    models = case.load()
    made = tmp_path / "made.db"
    engine = create_engine(f"sqlite:///{made}")
    merged(models).create_all(engine)
    engine.dispose()
    assert found(made, models) == []
    restored = dumped_and_restored(made, tmp_path / "restored.db")
    assert found(restored, models) == []
    fingerprints = [ss.SyncLoop(f"sqlite:///{path}", models).detect().fingerprint for path in (made, restored)]
    assert fingerprints[0] == fingerprints[1]


# Python's dump writes virtual tables and infinity in a way that SQLite does not read again
DUMPABLE = [case for case in EVERY if "VIRTUAL TABLE" not in case.database and "9e999" not in case.database]


@pytest.mark.parametrize("case", DUMPABLE, ids=ids)
def test_law_1_of_what_drifted(case: Case, tmp_path: Path) -> None:
    """A dump and a restore change nothing in what is found."""
    path, models = case.make(tmp_path / "case.db"), case.load()
    assert found(dumped_and_restored(path, tmp_path / "restored.db"), models) == found(path, models)


def state_of(path: Path) -> Any:
    return path.read_bytes(), path.stat().st_mtime_ns, sorted(os.listdir(path.parent))


@pytest.mark.parametrize("case", [*DRIFT[::3], *SAME[::5]], ids=ids)
def test_law_6(case: Case, tmp_path: Path) -> None:
    """detect, analyze and rehearse never change the target; the same for everything when environment is production."""
    (tmp_path / "data").mkdir()
    path, models = case.make(tmp_path / "data" / "case.db"), case.load()
    before = state_of(path)
    policy = ss.Policy(decisions=case.decisions, allow=case.allow)
    loop = ss.SyncLoop(f"sqlite:///{path}", models, policy=policy, workdir=tmp_path / "work")
    loop.detect()
    loop.analyze()
    assert state_of(path) == before
    production = ss.SyncLoop(
        f"sqlite:///{path}", models, environment="production", policy=policy, workdir=tmp_path / "work"
    )
    drifted = bool(production.detect().changes)
    state = production.run()
    assert state.status == ("refused" if drifted else "in_sync")
    assert state_of(path) == before


def test_law_6_where_the_rehearsal_fails(tmp_path: Path) -> None:
    """A plan that only the real rows refuse is refused before the target is touched."""
    (tmp_path / "data").mkdir()
    case = next(case for case in DRIFT if case.name == "a default is changed")
    path = case.make(tmp_path / "data" / "case.db")
    before = state_of(path)
    loop = ss.SyncLoop(f"sqlite:///{path}", case.load(), workdir=tmp_path / "work", tests="exit 7")
    state = loop.run()
    assert state.status == "refused" and "7" in state.reason
    assert state_of(path) == before


def test_law_6_of_a_wal_file(tmp_path: Path) -> None:
    """The same where the last writes still lie in the write-ahead log."""
    path = tmp_path / "case.db"
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.executescript(DRIFT[0].database)
        files = [path, path.with_name("case.db-wal")]
        before = [file.read_bytes() for file in files]
        assert found(path, DRIFT[0].load()) == DRIFT[0].expect
        assert [file.read_bytes() for file in files] == before


HOSTILE = ['<script>alert("1")</script>', "<img src=x onerror=alert(1)>", "'><blink>&amp;", "</style></svg>"]


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", HOSTILE)
def test_law_7(name: str, tmp_path: Path) -> None:
    """What is shown is escaped."""
    path = tmp_path / "hostile.db"
    quoted = '"' + name.replace('"', '""') + '"'
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            f"CREATE TABLE {quoted} ({quoted} TEXT DEFAULT '{name.replace(chr(39), chr(39) * 2)}')"
        )
        connection.executescript(f"INSERT INTO {quoted} VALUES (NULL), ('{name.replace(chr(39), chr(39) * 2)}')")
    space: dict[str, Any] = {"name": name}
    exec(
        "from sqlalchemy import *\nmetadata = MetaData()\n"
        "Table(name, metadata, Column(name, Text, nullable=False), Column(name + '2', Integer, primary_key=True))",
        space,
    )
    loop = ss.SyncLoop(f"sqlite:///{path}", space["metadata"], workdir=tmp_path / "work")
    shown = [loop.detect(), loop.analyze(), *loop.plan.findings, loop.state] if loop.analyze() and loop.plan else []
    assert len(shown) >= 3
    for result in shown:
        html = Tags(result._repr_html_())
        assert not {"script", "img", "blink", "/svg"} & set(html.tags)
        assert not [attribute for attribute in html.attributes if attribute.startswith("on")]
    assert name in Tags(loop.detect()._repr_html_()).text
    assert name in str(loop.detect())
