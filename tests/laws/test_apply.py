"""Laws 2, 3 and 4 over every drift case, and what waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import schemasync_nb as ss

from .cases import DIFFERENT, DRIFT, POSTGRESQL_DRIFT, SQLITE_DRIFT, Case, everywhere
from .homes import Home, home_of
from .postgresql.around import furnish
from .sqlite.around import surround


@dataclass(frozen=True)
class Trip:
    """A case's database before, after a run, after a second run, and after the way back; and what was lost between."""

    case: Case
    found: list[str]
    status: str
    reason: str
    questions: dict[str, tuple[dict[str, Any], ...]]
    remaining: list[str]
    seen_before: list[str]
    seen_after: list[str]
    lost: list[str]
    asked: list[list[str]]
    again: tuple[str, int]
    changed_again: bool
    fingerprint: str
    rolled_back: str | None
    lost_on_the_way_back: list[str]


def trip(case: Case, home: Home, folder: Path) -> Trip:
    """There, there again, and back."""
    url = home.with_rows()
    models = case.load()

    def loop() -> ss.SyncLoop:
        policy = ss.Policy(decisions=case.decisions, allow=case.allow)
        return ss.SyncLoop(url, models, environment="development", policy=policy, workdir=folder / "work")

    before = home.held(url)
    seen_before = home.differences(url)
    found = sorted(change.id for change in ss.detect_drift(url, models).changes)
    first = loop()
    fingerprint = first.detect().fingerprint
    state = first.run()
    questions = {question.id: question.options for question in first.questions}
    after = home.held(url)
    seen_after = home.differences(url, tuple(change_id.split(":")[1] for change_id in case.ignored))
    asked = [home.ask(url, query[0]) for query in case.after]
    remaining = sorted(change.id for change in ss.detect_drift(url, models).changes)
    second = loop().run()
    again = (second.status, sum(each.applied for each in second.passes))
    after_again = home.held(url)
    rolled_back = None
    for each in state.passes:
        if each.applied:
            back = loop()
            back.rollback()
            rolled_back = back.detect().fingerprint
    return Trip(
        case, found, state.status, state.reason, questions, remaining, seen_before, seen_after,
        home.losses(before, after), asked, again, after_again != after, fingerprint, rolled_back,
        home.losses(before, home.held(url), through=after),
    )  # fmt: skip


EVERY = everywhere([*DRIFT, *DIFFERENT], every=4)
AROUND = [
    *(pytest.param(each, id=each.name, marks=pytest.mark.torture) for each in map(surround, SQLITE_DRIFT)),
    *(
        pytest.param(*each.values, id=each.id, marks=[*each.marks, pytest.mark.torture])
        for each in everywhere(map(furnish, POSTGRESQL_DRIFT))
    ),
]


@pytest.fixture(scope="module", params=[*EVERY, *AROUND])
def made_trip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trip]:
    folder = tmp_path_factory.mktemp("case")
    with home_of(request.param, folder) as home:
        yield trip(request.param, home, folder)


def test_a_case_ends_as_it_says(made_trip: Trip) -> None:
    """What loses or invents nothing goes in; what cannot be decided alone waits, with its question and its options."""
    case = made_trip.case
    assert bool(made_trip.seen_before) == (case.expect != [])
    if case.expect is not None:
        assert made_trip.found == case.expect
    else:
        assert {change_id.split(":")[0] for change_id in made_trip.found} == set(case.about)
    assert made_trip.status == case.outcome, made_trip.reason
    assert made_trip.reason.count("\n") == 0
    if case.some_remain:
        assert made_trip.remaining
    else:
        assert made_trip.remaining == sorted([*case.waits, *case.ignored])
    if case.outcome == "waiting":
        assert made_trip.questions or case.unasked
        assert set(made_trip.questions) <= {*made_trip.remaining}
        assert all(
            len(options) >= 2 and all("do" in option for option in options) for options in made_trip.questions.values()
        )


def test_law_2(made_trip: Trip) -> None:
    """After apply, detect is empty, and an independent comparison agrees, and a second apply does nothing."""
    case = made_trip.case
    if case.outcome == "in_sync":
        assert made_trip.remaining == case.ignored
        assert made_trip.seen_after == []
    assert made_trip.again == (case.outcome, 0)
    assert not made_trip.changed_again
    assert made_trip.asked == [expected[1:] for expected in case.after]


def test_law_3(made_trip: Trip) -> None:
    """No row is lost: every column that exists before and after keeps its values, row for row, unless the user allowed
    that loss. Views, triggers and functions are still there."""
    assert made_trip.lost == []


def test_law_4(made_trip: Trip) -> None:
    """Downgrade restores the fingerprint from before, and rollback what was dropped."""
    if made_trip.rolled_back is not None:
        assert made_trip.rolled_back == made_trip.fingerprint
    assert made_trip.lost_on_the_way_back == []
