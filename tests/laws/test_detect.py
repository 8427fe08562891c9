"""Laws 1, 6 and 7, and the pairs that must be told apart or must not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import schemasync_nb as ss

from ..servers import PASSWORD
from .cases import DIFFERENT, DRIFT, SAME, SQLITE_DRIFT, Case, everywhere
from .homes import home_of


def found(url: str, models: Any) -> list[str]:
    return sorted(change.id for change in ss.detect_drift(url, models).changes)


@pytest.mark.parametrize("case", everywhere(SAME, older=2))
def test_spellings_of_one_schema_are_no_drift(case: Case, tmp_path: Path) -> None:
    """Anything found in another spelling of the same schema is a phantom."""
    models = case.load()
    with home_of(case, tmp_path) as home:
        url = home.with_rows()
        drift = ss.detect_drift(url, models)
        assert [(change.id, change.attributes) for change in drift.changes] == []
        assert drift.in_sync and drift.exact
        assert found(home.restored(url), models) == []


@pytest.mark.parametrize("case", everywhere(DIFFERENT, older=3))
def test_near_misses_are_drift(case: Case, tmp_path: Path) -> None:
    """A wrong "equal" is the worst bug there is."""
    with home_of(case, tmp_path) as home:
        ids_found = found(home.with_rows(), case.load())
    assert ids_found
    assert {change_id.split(":")[0] for change_id in ids_found} <= {"table", *case.about} or ids_found == case.expect


@pytest.mark.parametrize("case", everywhere([*DRIFT, *DIFFERENT], every=4))
def test_law_1(case: Case, tmp_path: Path) -> None:
    """detect(x, x) is empty; a database just made from the models, or dumped and restored, has no drift."""
    models = case.load()
    with home_of(case, tmp_path) as home:
        made = home.made()
        assert found(made, models) == []
        restored = home.restored(made)
        assert found(restored, models) == []
        fingerprints = [detected(url, models) for url in (made, restored)]
        assert fingerprints[0] == fingerprints[1]


def detected(url: str, models: Any) -> str:
    return ss.SyncLoop(url, models, environment="development").detect().fingerprint


@pytest.mark.parametrize("case", everywhere([c for c in (*DRIFT, *DIFFERENT) if not c.undumped], every=8))
def test_law_1_of_what_drifted(case: Case, tmp_path: Path) -> None:
    """A dump and a restore change nothing in what is found."""
    models = case.load()
    with home_of(case, tmp_path) as home:
        url = home.with_rows()
        assert found(home.restored(url), models) == found(url, models)


@pytest.mark.parametrize("case", everywhere([*DRIFT[::3], *SAME[::5]], every=3))
def test_law_6(case: Case, tmp_path: Path) -> None:
    """detect, analyze and rehearse never change the target; the same for everything when environment is production."""
    models = case.load()
    with home_of(case, tmp_path) as home:
        url = home.with_rows()
        before = home.state(url)
        policy = ss.Policy(decisions=case.decisions, allow=case.allow)

        def loop(environment: str) -> ss.SyncLoop:
            return ss.SyncLoop(url, models, environment=environment, policy=policy, workdir=tmp_path / "work")

        first = loop("development")
        first.detect()
        first.analyze()
        assert home.state(url) == before
        production = loop("production")
        drifted = bool(production.detect().changes)
        state = production.run()
        assert state.status == ("refused" if drifted else "in_sync")
        assert home.state(url) == before


REHEARSED = [case for case in DRIFT if case.name == "a default is changed"]


@pytest.mark.parametrize("case", everywhere(REHEARSED))
def test_law_6_where_the_rehearsal_fails(case: Case, tmp_path: Path) -> None:
    """A plan that only the real rows refuse is refused before the target is touched."""
    with home_of(case, tmp_path) as home:
        url = home.with_rows()
        before = home.state(url)
        loop = ss.SyncLoop(url, case.load(), environment="development", workdir=tmp_path / "work", tests="exit 7")
        state = loop.run()
        assert state.status == "refused" and "7" in state.reason
        assert home.state(url) == before


def test_law_6_of_a_wal_file(tmp_path: Path) -> None:
    """The same where the last writes still lie in the write-ahead log."""
    path = tmp_path / "case.db"
    case = SQLITE_DRIFT[0]
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.executescript(case.database)
        files = [path, path.with_name("case.db-wal")]
        before = [file.read_bytes() for file in files]
        assert found(f"sqlite:///{path}", case.load()) == case.expect
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


def hostile(name: str, engine: str) -> Case:
    """A table, a column, a default and a value, all of this name."""
    quoted, literal = '"' + name.replace('"', '""') + '"', "'" + name.replace("'", "''") + "'"
    database = f"""
        CREATE TABLE {quoted} ({quoted} TEXT DEFAULT {literal});
        INSERT INTO {quoted} VALUES (NULL), ({literal});
    """
    models = (
        f"name = {name!r}"
        + """
Table(name, metadata, Column(name, Text, nullable=False), Column(name + '2', Integer, primary_key=True))
"""
    )
    return Case(name, database, models, engine=engine)


@pytest.mark.parametrize(
    "case", everywhere(hostile(name, each) for name in HOSTILE for each in ("sqlite", "postgresql"))
)
def test_law_7(case: Case, tmp_path: Path) -> None:
    """What is shown is escaped, and shows no password."""
    with home_of(case, tmp_path) as home:
        loop = ss.SyncLoop(home.with_rows(), case.load(), environment="development", workdir=tmp_path / "work")
        shown = [loop.detect(), loop.analyze(), *loop.plan.findings, loop.state] if loop.analyze() and loop.plan else []
        assert len(shown) >= 3
        for result in shown:
            html = Tags(result._repr_html_())
            assert not {"script", "img", "blink", "/svg"} & set(html.tags)
            assert not [attribute for attribute in html.attributes if attribute.startswith("on")]
            assert PASSWORD not in html.text + str(result)
        assert case.name in Tags(loop.detect()._repr_html_()).text
        assert case.name in str(loop.detect())
