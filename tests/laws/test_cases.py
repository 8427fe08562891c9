"""The cases themselves: their SQL and their models are valid, and a second opinion agrees on what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import DIFFERENT, DRIFT, SAME, Case, everywhere, ids
from .homes import home_of


def seen_from_outside(case: Case, folder: Path) -> list[str]:
    with home_of(case, folder) as home:
        return home.differences(home.with_rows())


# on PostgreSQL an ordinary run sees the same on the way through laws 1 to 4
@pytest.mark.parametrize("case", everywhere([*DRIFT, *DIFFERENT], every=20))
def test_a_drift_case_differs_where_it_says_so(case: Case, tmp_path: Path) -> None:
    assert bool(seen_from_outside(case, tmp_path)) == (case.expect != [])


@pytest.mark.parametrize("case", everywhere(SAME, every=5))
def test_a_pair_of_spellings_does_not_differ(case: Case, tmp_path: Path) -> None:
    seen = seen_from_outside(case, tmp_path)
    assert seen == [] or case.beyond


@pytest.mark.parametrize("case", DRIFT, ids=ids)
def test_a_case_is_consistent(case: Case) -> None:
    assert case.outcome in ("in_sync", "waiting")
    assert (case.outcome == "waiting") == bool(case.waits or case.some_remain)
    assert case.expect is not None and case.expect == sorted(case.expect)
    assert set(case.waits) <= set(case.expect)
    assert case.waits == sorted(case.waits)
