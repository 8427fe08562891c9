"""The cases themselves: their SQL and their models are valid, and a second opinion agrees on what differs."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from .cases import DIFFERENT, DRIFT, SAME, Case, ids, merged
from .independent import differences, made


def seen_from_outside(case: Case, tmp_path: Path) -> list[str]:
    with closing(sqlite3.connect(case.make(tmp_path / "case.db"))) as have, closing(made(merged(case.load()))) as want:
        return differences(have, want)


@pytest.mark.parametrize("case", [*DRIFT, *DIFFERENT], ids=ids)
def test_a_drift_case_differs_where_it_says_so(case: Case, tmp_path: Path) -> None:
    assert bool(seen_from_outside(case, tmp_path)) == (case.expect != [])


@pytest.mark.parametrize("case", SAME, ids=ids)
def test_a_pair_of_spellings_does_not_differ(case: Case, tmp_path: Path) -> None:
    assert seen_from_outside(case, tmp_path) == []


@pytest.mark.parametrize("case", DRIFT, ids=ids)
def test_a_case_is_consistent(case: Case) -> None:
    assert case.outcome in ("in_sync", "waiting")
    assert (case.outcome == "waiting") == bool(case.waits or case.some_remain)
    assert case.expect is not None and case.expect == sorted(case.expect)
    assert set(case.waits) <= set(case.expect)
    assert case.waits == sorted(case.waits)
