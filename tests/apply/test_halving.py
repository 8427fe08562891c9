"""The most of several changes that can be proved together is found by few tries."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemasync_nb.apply.halving import most_of

UNITS = st.lists(st.integers(0, 60), unique=True, min_size=1, max_size=40)


@given(UNITS, st.sets(st.integers(0, 60), max_size=4), st.booleans())
def test_what_is_left_holds_and_each_that_is_out_has_its_fault(units: list[int], bad: set[int], named: bool) -> None:
    def fault_of(part: Sequence[int]) -> tuple[str, Sequence[int]]:
        found = [each for each in part if each in bad]
        return (f"{found[0]} is bad", found[:1] if named else ()) if found else ("", ())

    faults = most_of(units, fault_of)
    assert set(faults) == bad & set(units)
    assert all(fault == f"{each} is bad" for each, fault in faults.items())


def test_of_two_that_exclude_each_other_the_first_stays() -> None:
    def fault_of(part: Sequence[str]) -> tuple[str, Sequence[str]]:
        return ("not both", ()) if {"a", "d"} <= set(part) else ("", ())

    assert most_of("abcd", fault_of) == {"d": "not both"}


@pytest.mark.parametrize(("named", "most"), [(True, 3), (False, 16)])
def test_one_fault_among_many_costs_few_tries(named: bool, most: int) -> None:
    tried = []

    def fault_of(part: Sequence[int]) -> tuple[str, Sequence[int]]:
        tried.append(part)
        return ("it", (77,) if named else ()) if 77 in part else ("", ())

    assert list(most_of(range(100), fault_of)) == [77]
    assert len(tried) <= most
