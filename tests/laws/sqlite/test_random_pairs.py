"""Random pairs of SQLite schemas: with all decided and allowed, the loop ends in sync and loses nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..homes import SQLiteHome
from ..pairs import Pair, case_of, pairs_of
from ..random_pairs import MANY, USUAL, converges, keeping_all, no_phantom, settles
from .pairs import SQLITE, PairCase, metadata_of

PAIRS = pairs_of(SQLITE)


def check(pair: Pair) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = SQLiteHome(PairCase(**vars(case_of(SQLITE, pair)), pair=pair), Path(folder))
        models = metadata_of(pair.before), metadata_of(pair.after)
        no_phantom(home, models[1])
        converges(SQLITE, pair, home, models, Path(folder))


def check_some(pair: Pair, some: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = SQLiteHome(PairCase(**vars(keeping_all(SQLITE, pair)), pair=pair), Path(folder))
        settles(SQLITE, pair, some, home, metadata_of(pair.after), Path(folder))


@USUAL
@given(PAIRS, st.integers(0, 255))
def test_random_pairs_with_some_decisions(pair: Pair, some: int) -> None:
    """What cannot be decided alone waits and holds nothing else up."""
    check_some(pair, some)


@pytest.mark.torture
@MANY
@given(PAIRS, st.integers(0, 255))
def test_many_random_pairs_with_some_decisions(pair: Pair, some: int) -> None:
    """The same, often."""
    check_some(pair, some)


@USUAL
@given(PAIRS)
def test_random_pairs(pair: Pair) -> None:
    """From one schema to another: at most 10 passes, nothing lost, an independent comparison finds nothing, and the
    way back leads back."""
    check(pair)


@pytest.mark.torture
@MANY
@given(PAIRS)
def test_many_random_pairs(pair: Pair) -> None:
    """The same, often."""
    check(pair)
