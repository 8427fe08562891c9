"""PostgreSQL's own programs: which are taken, what they are told and what they may not tell."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import URL

from schemasync_nb.engines.postgresql.programs import FOLDER, environment, installed, output, programs_for, run
from schemasync_nb.engines.postgresql.servers import connected
from schemasync_nb.errors import BackupError, Stopped

from ...servers import newest, wheel


def fake(folder: Path, major: int) -> Path:
    """Programs that only tell a version."""
    folder.mkdir(parents=True)
    for name in ("pg_dump", "pg_restore"):
        (folder / name).write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {major}.3 (Somebody)'\n")
        (folder / name).chmod(0o755)
    return folder


def test_the_wheels_programs_are_found_without_any_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    programs = wheel()
    assert programs in [each.folder for each in installed()]


def test_the_servers_own_version_is_taken_else_the_lowest_newer_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [fake(tmp_path / str(major), major) for major in (93, 91, 95)]
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "pg_dump").symlink_to(folders[0] / "pg_dump")
    monkeypatch.setenv("PATH", os.pathsep.join(map(str, (tmp_path / "half", *folders))))
    assert programs_for(93).folder == folders[0]
    assert programs_for(92).folder == folders[0]
    assert programs_for(91)["pg_restore"] == str(folders[1] / "pg_restore")


def test_none_that_fits_says_what_there_is_and_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fake(tmp_path / "mine", 12)
    monkeypatch.setenv(FOLDER, str(folder))
    with pytest.raises(BackupError) as refused:
        programs_for(13)
    assert f"installed: 12 in {folder}" in str(refused.value)
    assert "postgresql-client-13" in str(refused.value)
    monkeypatch.setenv(FOLDER, str(tmp_path))
    with pytest.raises(BackupError, match="installed: there is none"):
        programs_for(13)


@pytest.fixture
def url() -> URL:
    server = newest()
    assert server is not None
    return server.url


def test_a_program_connects_as_the_connection_did(url: URL, tmp_path: Path) -> None:
    """Also from a URL that says all of it in its query, and whatever the environment says otherwise."""
    query = {
        "host": url.host or "",
        "port": str(url.port),
        "application_name": "me",
        "options": "-c search_path=pg_catalog",
    }
    with connected(
        URL.create(url.drivername, url.username, url.password, database="postgres", query=query)
    ) as connection:
        variables = environment(connection)
    assert variables["PGPASSWORD"] == url.password
    assert variables["PGOPTIONS"] == "-c search_path=pg_catalog"
    program = programs_for(18)["pg_dump"]
    run([program, "--schema-only", f"--file={tmp_path / 'made'}"], {"PGDATABASE": "x", **variables})
    assert "PostgreSQL database dump complete" in (tmp_path / "made").read_text()


def test_what_a_program_complains_of_is_one_line_without_a_password(url: URL) -> None:
    with connected(url) as connection:
        variables = environment(connection) | {"PGPASSWORD": "wr0ng:secret", "PGDATABASE": "no wr0ng:secret"}
    program = programs_for(18)["pg_dump"]
    with pytest.raises(BackupError, match=r"backup x: pg_dump: .*authentication failed") as refused:
        run([program], variables, what="backup x: ")
    said = str(refused.value)
    assert len(said.splitlines()) == 1
    assert "wr0ng" not in said
    with pytest.raises(BackupError, match="authentication failed"), output([program], variables) as lines:
        lines.read()
    with pytest.raises(BackupError, match="No such file"):
        run(["/nowhere/pg_dump"], {})


def test_a_program_is_stopped() -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        run([sys.executable, "-c", "import time; time.sleep(600)"], {}, stop)


def test_who_stops_reading_ends_the_program() -> None:
    endless = [sys.executable, "-c", "while True: print('x' * 1000)"]
    with pytest.raises(ValueError, match="enough"), output(endless, {}) as lines:
        lines.readline()
        raise ValueError("enough")
