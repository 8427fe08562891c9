"""Databases for the reader's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from ...servers import Server, newest, older

FEATURES = (Path(__file__).parent / "test_read_features.sql").read_text()

# What only some versions know: (first version, statements).
BY_VERSION = {
    15: """
        CREATE TABLE public.since_15 (a integer, b integer, UNIQUE NULLS NOT DISTINCT (a),
            CONSTRAINT partly FOREIGN KEY (a, b) REFERENCES sales.orders2 ON DELETE SET NULL (b));
        CREATE UNIQUE INDEX one_null ON public.since_15 (b) NULLS NOT DISTINCT;
    """,
    18: """
        CREATE TABLE public.since_18 (a integer, b integer GENERATED ALWAYS AS (a + 1) VIRTUAL, during daterange,
            c integer, CONSTRAINT told CHECK (a > 0) NOT ENFORCED,
            CONSTRAINT key PRIMARY KEY (a, during WITHOUT OVERLAPS),
            CONSTRAINT believed FOREIGN KEY (a, c) REFERENCES sales.orders2 NOT ENFORCED);
        ALTER TABLE public.since_18 ADD CONSTRAINT there NOT NULL c NOT VALID;
        CREATE TABLE public.of_18 (a integer, during daterange,
            FOREIGN KEY (a, PERIOD during) REFERENCES public.since_18 (a, PERIOD during));
    """,
}
BEFORE_VERSIONS = "CREATE TABLE sales.orders2 (id integer, line integer, PRIMARY KEY (id, line));"


@pytest.fixture(params=[newest, older], ids=["newest", "older"])
def server(request: pytest.FixtureRequest) -> Server:
    found: Server | None = request.param()
    if found is None:
        pytest.fail("no such PostgreSQL on this machine")
    return found


@pytest.fixture
def features(server: Server) -> Iterator[URL]:
    """A database with all the features that its server knows."""
    script = FEATURES + BEFORE_VERSIONS
    script += "".join(sql for version, sql in BY_VERSION.items() if server.version >= version)
    with server.database(server.template(script)) as url:
        yield url


@pytest.fixture
def empty(server: Server) -> Iterator[URL]:
    with server.database() as url:
        yield url


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A case that only a newer server can make is none on the older one."""
    wanted = [item for item in items if not _too_new(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in wanted])
    items[:] = wanted


def _too_new(item: pytest.Item) -> bool:
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    cases = getattr(item.module, "CASES", {}) if hasattr(item, "module") else {}
    return parameters.get("three") == "older" and "since" in cases.get(parameters.get("name"), {})
