"""Every result of a real loop shows itself: text, HTML and frame agree, and no name, default or value is markup."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from pandas.api.types import is_datetime64_any_dtype, is_string_dtype
from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Text, UniqueConstraint, create_engine
from sqlalchemy.engine import Engine
from sqlalchemy.schema import DefaultClause
from sqlalchemy.sql import quoted_name

import schemasync_nb as ss
from schemasync_nb.analyze.plan import Finding, Item, Plan, Preflight
from schemasync_nb.apply.outcome import Applied, Rehearsal, Revision
from schemasync_nb.detect.drift import Drift
from schemasync_nb.guard.history import History
from schemasync_nb.loop import LoopState
from schemasync_nb.report import Report, one_line, stylesheet, value_text
from schemasync_nb.show.dot import svg
from schemasync_nb.verify.verification import Verification

from ..servers import Server
from .conftest import HOSTILE
from .test_report import HARMLESS, Reader

NAMES = [name for name in HOSTILE if "\x00" not in name]


def metadata(*, after: bool) -> MetaData:
    """Hostile names for tables, columns, indexes and defaults; longer, renamed and stricter afterwards."""
    made = MetaData()
    for name in NAMES:
        default = DefaultClause(f"{name}!" if after else name)
        Table(
            quoted_name(name, True),
            made,
            Column("id", Integer, primary_key=True),
            Column(quoted_name(name, True), String(70), server_default=default, nullable=not after),
            Column("again", Text),
            *([Index(quoted_name(f"i{name}"[:63], True), "again")] if after else []),
            *([UniqueConstraint("again")] if after else []),
        )
    return made


def fill(engine: Engine) -> None:
    before = metadata(after=False)
    before.create_all(engine)
    with engine.begin() as connection:
        for table in before.sorted_tables:
            second = list(table.columns)[1]
            for value in ("x", "x"):
                connection.execute(table.insert().values({second: None, table.c.again: f"{value}{NAMES[0]}"}))
    engine.dispose()


@dataclass(frozen=True)
class Walk:
    """One pass, made step by step: every kind of result on the way, pictures, the plan, and a rehearsal that failed."""

    loop: ss.SyncLoop
    plan: Plan
    results: dict[str, Report]
    pictures: dict[str, str]
    refused: Rehearsal


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.needs("postgresql"))])
def walk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """Over a database whose every name is hostile, with rows that are in the way of what the models want."""
    folder = tmp_path_factory.mktemp("hostile")
    if request.param == "sqlite":
        url = f"sqlite:///{folder}/hostile.db"
        fill(create_engine(url))
        yield walked(url, folder)
        return
    server: Server = request.getfixturevalue("postgresql")
    made = server.create()
    fill(create_engine(made))
    yield walked(made.render_as_string(hide_password=False), folder)
    server.drop(made)


def walked(url: str, folder: Path) -> Walk:
    sides = {"database": url, "models": metadata(after=True), "environment": "development"}
    failing = ss.SyncLoop(**sides, workdir=folder / "failing", tests="exit 3")
    with pytest.raises(ss.SchemaSyncError):
        failing.apply()
    loop = ss.SyncLoop(**sides, workdir=folder / "work")
    drift, plan = loop.detect(), loop.analyze()
    pictures = {"drift": svg(loop.er_diff()), **{name: svg(loop.er_diff(focus=name)) for name in NAMES[:3]}}
    applied = loop.apply()
    assert applied.revision
    results: dict[str, Report] = {
        "drift": drift,
        "plan": plan,
        "preflight": plan.preflight,
        "applied": applied,
        "revision": applied.revision,
        "rehearsal": applied.rehearsal,
        "verification": loop.verify(),
        **{f"finding {number}": finding for number, finding in enumerate(plan.findings)},
    }
    results |= {"state": loop.run(), "history": loop.history}
    pictures |= {"left": svg(loop.er_diff()), "flow": svg(loop.flow()), "timeline": loop.timeline()._repr_svg_()}
    return Walk(loop, plan, results, pictures, Rehearsal(failing.state.gates))


def test_nothing_that_is_shown_is_markup(walk: Walk) -> None:
    """Law 7, over every result and picture."""
    kinds = {Drift, Plan, Preflight, Finding, Revision, Rehearsal, Applied, Verification, History, LoopState}
    assert {type(result) for result in walk.results.values()} == kinds
    for name, result in walk.results.items():
        reader = Reader(result._repr_html_().removeprefix(f"<style>{stylesheet()}</style>"))
        assert "script" not in reader.tags and reader.attributes <= HARMLESS, name
        assert not {"\x1b", "\u202e", "\u200d"} & set(reader.text + str(result) + repr(result)), name
    for name, text in walk.pictures.items():
        root = ElementTree.fromstring(text)
        assert not any("script" in element.tag for element in root.iter()), name
        assert not any(key.startswith("on") for element in root.iter() for key in element.attrib), name
    shown = walk.loop.replay()
    pages = [shown.static_html(), *(str(getattr(part, "value", "")) for part in shown.children)]
    assert not any("<script" in page for page in pages)


def test_text_html_and_frame_say_the_same(walk: Walk) -> None:
    """Each value that plain text shows is in the HTML, and each row of the report is one of the frame."""
    for name, result in walk.results.items():
        assert len(result.to_frame()) == len(result.rows()), name
        said = "".join(Reader(result._repr_html_()).text.split())
        assert "".join(one_line(result.headline()).split()) in said, name
        if isinstance(result, Revision):
            continue  # shown by its source
        for row in result.rows():
            for column in result.in_text or row:
                if column == "problem":  # beside its change, as a headline
                    assert "".join(value_text(f"{row['problem']} ({row['change']})").split()) in said
                elif column not in ("difference", "change"):  # told attribute by attribute in HTML
                    assert "".join(value_text(row[column]).split()) in said, (name, column)


def dtypes(frame: pd.DataFrame) -> dict[str, str]:
    """Of each column, which of the kinds that ``Report.to_frame`` documents it is."""

    def kind(series: pd.Series) -> str:  # type: ignore[type-arg]
        if is_datetime64_any_dtype(series.dtype):
            return f"datetime {series.dt.tz}"
        return "str" if is_string_dtype(series.dtype) else str(series.dtype)

    return {str(name): kind(frame[name]) for name in frame}


KINDS = {"str": "str", "int": "Int64", "float": "float64", "datetime": "datetime UTC"}


def test_frames_have_the_columns_and_types_that_are_documented(walk: Walk) -> None:
    nothing: list[Report] = [Preflight(()), History(()), Rehearsal(()), Applied((), ""), LoopState("x", None, 1)]
    for result in (*walk.results.values(), *nothing):
        if isinstance(result, Finding):
            continue  # its rows are a person's data, with that table's columns
        wanted = {name or "symbol": KINDS[kind.__name__] for name, kind in result.columns.items()}
        assert dtypes(result.to_frame()) == wanted, result
        documented = str(type(result).__doc__)
        documented += str(Drift.__doc__) if "Its frame is the drift's" in documented else ""
        assert wanted and all(re.search(rf"\b{name}\b", documented) for name in wanted), type(result).__name__


def test_frames_are_filtered_and_joined(walk: Walk) -> None:
    """Pandas takes them as they are: no warning, no conversion."""
    drift, plan, data = (walk.results[name].to_frame() for name in ("drift", "plan", "preflight"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        joined = drift.merge(plan, left_on="id", right_on="change", suffixes=("", "_plan"))
        joined = joined.merge(data, on="change", how="left")
        waiting = joined[(joined.state == "waits") & (joined.rows > 0)]
    assert set(waiting.kind) == {"column", "unique"} and waiting.rows.sum() == 3 * len(NAMES)


def test_what_is_in_the_way_is_a_result_with_the_rows_themselves(walk: Walk) -> None:
    preflight = walk.plan.preflight
    changes = 2 * len(NAMES)
    assert preflight.headline() == f"The data is in the way of {changes} changes: {changes} findings"
    said = Reader(preflight._repr_html_()).text
    assert "2 rows with NULL" in said and "SELECT" in said and "1 row repeating an earlier one" in said
    assert [row["change"] for row in preflight.rows()] == [finding.change_id for finding in walk.plan.findings]


def test_a_rehearsal_says_what_held_and_what_refused(walk: Walk) -> None:
    assert walk.refused.headline().startswith("Rehearsal of the change on the restored backup: tests refused:")
    held = walk.results["rehearsal"]
    assert isinstance(held, Rehearsal) and held.backup and held.backup.name in held.headline()
    assert held.headline().endswith("5 guardrails held")
    assert [row["check"] for row in held.rows()] == ["backup", "restore", "rehearse", "orm", "tests"]


def test_a_plan_of_a_thousand_changes_stays_usable(big: Callable[..., Drift]) -> None:
    drift = big(1000)
    items = tuple(Item(change, None, "waits", "undecided", "it is made longer", "") for change in drift.changes)
    html = Plan(drift, items, (), drift.models, (), ())._repr_html_()
    assert html.count("<details><summary><b>") == 1000 and "<details open>" not in html and len(html) < 1_000_000
