"""The law of patches over the cases of PostgreSQL, on its newest server."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from ...laws.cases import DIFFERENT, POSTGRESQL_DRIFT, Case, ids
from ...laws.homes import home_of
from .law import what_does_not_wait_is_gone
from .opening import opened_at

AFTERWARDS = "statements behind the tables change what these state"
OPEN = {
    "the clinics' keys become bigint throughout": AFTERWARDS,
    "the clinics' patients get other columns, under views, a policy and grants": AFTERWARDS,
    "roles of the clinics are put in another order and one is renamed": AFTERWARDS,
    "the clinics count otherwise": AFTERWARDS,
    "rules of the clinics grow stricter than some rows are": AFTERWARDS,
    "the clinics lose what nobody needs, when that was decided and allowed": AFTERWARDS,
}
"""Case -> why the law does not hold for it."""

EVERY = 9
"""One case in so many is part of an ordinary run: some 35 of them."""


def cases() -> list[ParameterSet]:
    found = []
    for case in [*POSTGRESQL_DRIFT, *(case for case in DIFFERENT if case.engine == "postgresql")]:
        marks = [pytest.mark.needs("postgresql")]
        marks += [pytest.mark.xfail(reason=OPEN[case.name], strict=True)] if case.name in OPEN else []
        marks += [pytest.mark.torture] if len(found) % EVERY else []
        found.append(pytest.param(case, id=ids(case), marks=marks))
    return found


@pytest.mark.parametrize("case", cases())
def test_what_does_not_wait_is_gone(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "models.py"
    path.write_text(case.source(), "utf-8")
    with home_of(case, tmp_path) as home:
        what_does_not_wait_is_gone(opened_at(home.with_rows(), str(path)), path, case.decisions)
