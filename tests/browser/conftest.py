"""One JupyterLab for the whole run, one fresh browser page for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .lab import LabPage, LabServer, lab_page


@pytest.fixture(scope="session")
def lab_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabServer]:
    server = LabServer(tmp_path_factory.mktemp("lab"))
    yield server
    server.stop()


@pytest.fixture
def lab(lab_server: LabServer, pytestconfig: pytest.Config) -> Iterator[LabPage]:
    with lab_page(lab_server, pytestconfig.rootpath / "test-artifacts") as page:
        yield page
