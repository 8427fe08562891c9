"""From an old release's schema with rows to the newest release's models, which are kept here as plain tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import schemasync_nb as ss

from ..laws.homes import home_of
from ..laws.test_apply import Trip, trip
from .published import ENGINES, Published, every

PLACES = [
    pytest.param(
        (package, engine),
        id=f"{engine}: {package.name}",
        marks=[pytest.mark.needs("postgresql")] * (engine == "postgresql"),
    )
    for engine in ENGINES
    for package in every()
]


@pytest.mark.parametrize("place", PLACES)
def test_what_the_package_made_is_what_its_models_say(place: tuple[Published, str], tmp_path: Path) -> None:
    """The schema that the newest release made has no drift from its models, and neither does another opinion see any;
    so what is kept here as plain tables is what the package has."""
    package, engine = place
    case = package.new_schema(engine)
    with home_of(case, tmp_path) as home:
        url = home.with_rows()
        assert home.differences(url) == []
        assert [change.id for change in ss.detect_drift(url, case.load()).changes] == []


@pytest.fixture(scope="module", params=PLACES)
def made_trip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trip]:
    package, engine = request.param
    case, folder = package.case(engine), tmp_path_factory.mktemp("package")
    with home_of(case, folder) as home:
        made = trip(case, home, folder)
        yield replace(made, seen_after=package.differing(made.seen_after))


def test_it_comes_in_sync(made_trip: Trip) -> None:
    """Nothing is left to do, another opinion agrees, and a second run does nothing."""
    assert made_trip.seen_before != []
    assert made_trip.found != []
    assert made_trip.status == "in_sync", made_trip.reason
    assert made_trip.remaining == []
    assert made_trip.seen_after == []
    assert made_trip.again == ("in_sync", 0)
    assert not made_trip.changed_again


def test_no_row_is_lost(made_trip: Trip) -> None:
    """Every value is there but what was decided to go."""
    assert made_trip.lost == []


def test_it_goes_back(made_trip: Trip) -> None:
    """The way back restores the old release's schema, and what was dropped with it."""
    assert made_trip.rolled_back == made_trip.fingerprint
    assert made_trip.lost_on_the_way_back == []
