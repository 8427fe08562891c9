"""Random pairs of PostgreSQL schemas: with all decided and allowed, the loop ends in sync and loses nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ...servers import newest
from ..cases import Case
from ..homes import PostgreSQLHome
from ..pairs import Pair, case_of, pairs_of
from ..random_pairs import MANY, USUAL, converges, keeping_all, no_phantom, settles
from .pairs import POSTGRESQL, PairCase, database_of, metadata_of

pytestmark = pytest.mark.needs("postgresql")
PAIRS = pairs_of(POSTGRESQL)
FEW = settings(USUAL, max_examples=2)
OFTEN = settings(MANY, max_examples=300)


@contextmanager
def home_of(case: Case, pair: Pair) -> Iterator[PostgreSQLHome]:
    server = newest()
    assert server is not None
    told = replace(case, database=database_of(pair), engine="postgresql", reworded=True)
    home = PostgreSQLHome(PairCase(**vars(told), pair=pair), server)
    try:
        yield home
    finally:
        home.drop_all()


def check(pair: Pair) -> None:
    models = metadata_of(pair.before), metadata_of(pair.after)
    with tempfile.TemporaryDirectory() as folder, home_of(case_of(POSTGRESQL, pair), pair) as home:
        no_phantom(home, models[1])
        converges(POSTGRESQL, pair, home, models, Path(folder))


def check_some(pair: Pair, some: int) -> None:
    with tempfile.TemporaryDirectory() as folder, home_of(keeping_all(POSTGRESQL, pair), pair) as home:
        settles(POSTGRESQL, pair, some, home, metadata_of(pair.after), Path(folder))


@FEW
@given(PAIRS, st.integers(0, 255))
def test_random_pairs_with_some_decisions(pair: Pair, some: int) -> None:
    """What cannot be decided alone waits and holds nothing else up."""
    check_some(pair, some)


@pytest.mark.torture
@OFTEN
@given(PAIRS, st.integers(0, 255))
def test_many_random_pairs_with_some_decisions(pair: Pair, some: int) -> None:
    """The same, often."""
    check_some(pair, some)


@FEW
@given(PAIRS)
def test_random_pairs(pair: Pair) -> None:
    """From one schema to another: at most 10 passes, nothing lost, an independent comparison finds nothing, and the
    way back leads back."""
    check(pair)


@pytest.mark.torture
@OFTEN
@given(PAIRS)
def test_many_random_pairs(pair: Pair) -> None:
    """The same, often."""
    check(pair)
