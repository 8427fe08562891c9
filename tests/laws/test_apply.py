"""Laws 2, 3 and 4 over every drift case, and what waits."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import schemasync_nb as ss

from .around import surround
from .cases import DIFFERENT, DRIFT, Case, merged
from .independent import differences, made
from .rows import Held, held, losses


@dataclass(frozen=True)
class Trip:
    """A case's database before, after a run, after a second run, and after the way back."""

    case: Case
    path: Path
    before: Held
    found: list[str]
    status: str
    reason: str
    questions: dict[str, tuple[dict[str, Any], ...]]
    after: Held
    remaining: list[str]
    seen_from_outside: list[str]
    asked: list[list[str]]
    again: tuple[str, int]
    after_again: Held
    fingerprint: str
    rolled_back: str | None
    back: Held


def trip(case: Case, folder: Path) -> Trip:
    """There, there again, and back."""
    path = case.make(folder / "case.db")
    models = case.load()

    def loop() -> ss.SyncLoop:
        policy = ss.Policy(decisions=case.decisions, allow=case.allow)
        return ss.SyncLoop(f"sqlite:///{path}", models, policy=policy, workdir=folder / "work")

    before = held(path)
    found = sorted(change.id for change in ss.detect_drift(f"sqlite:///{path}", models).changes)
    first = loop()
    fingerprint = first.detect().fingerprint
    state = first.run()
    questions = {question.id: question.options for question in first.questions}
    after = held(path)
    with closing(sqlite3.connect(path)) as have, closing(made(merged(models))) as want:
        outside = differences(have, want, tuple(change_id.split(":")[1] for change_id in case.ignored))
        asked = [
            [", ".join(quote(have, each) for each in row) for row in have.execute(query[0])] for query in case.after
        ]
    remaining = sorted(change.id for change in ss.detect_drift(f"sqlite:///{path}", models).changes)
    second = loop().run()
    again = (second.status, sum(each.applied for each in second.passes))
    after_again = held(path)
    rolled_back = None
    for each in state.passes:
        if each.applied:
            back = loop()
            back.rollback()
            rolled_back = back.detect().fingerprint
    return Trip(
        case, path, before, found, state.status, state.reason, questions, after, remaining, outside, asked, again,
        after_again, fingerprint, rolled_back, held(path),
    )  # fmt: skip


def quote(connection: sqlite3.Connection, value: Any) -> str:
    return str(connection.execute("SELECT quote(?)", (value,)).fetchone()[0])


EVERY = [*DRIFT, *DIFFERENT]
AROUND = [pytest.param(surround(case), marks=pytest.mark.torture) for case in DRIFT]


@pytest.fixture(scope="module", params=[*EVERY, *AROUND], ids=lambda case: case.name)
def made_trip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Trip:
    return trip(request.param, tmp_path_factory.mktemp("case"))


def test_a_case_ends_as_it_says(made_trip: Trip) -> None:
    """What loses or invents nothing goes in; what cannot be decided alone waits, with its question and its options."""
    case = made_trip.case
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
        assert made_trip.seen_from_outside == []
    assert made_trip.again == (case.outcome, 0)
    assert made_trip.after_again == made_trip.after
    assert made_trip.asked == [expected[1:] for expected in case.after]


def test_law_3(made_trip: Trip) -> None:
    """No row is lost: every column that exists before and after keeps its values, row for row, unless the user allowed
    that loss. Views, triggers and functions are still there."""
    assert losses(made_trip.before, made_trip.after, made_trip.case) == []


def test_law_4(made_trip: Trip) -> None:
    """Downgrade restores the fingerprint from before, and rollback what was dropped."""
    if made_trip.rolled_back is not None:
        assert made_trip.rolled_back == made_trip.fingerprint
    assert losses(made_trip.before, made_trip.back, made_trip.case, through=made_trip.after) == []
