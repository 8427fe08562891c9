"""The user's own Alembic script directory: the revision joins it, and Alembic itself can go both ways by it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def project(library: Any, script: Path) -> Path:
    """A project as ``alembic init`` makes it, its first revision applied."""
    alembic = str(script.with_name("alembic"))
    subprocess.run([alembic, "init", "migrations"], check=True, capture_output=True)
    ini = Path("alembic.ini")
    ini.write_text(re.sub(r"(?m)^sqlalchemy\.url = .*", f"sqlalchemy.url = sqlite:///{library.path}", ini.read_text()))
    for line in (["revision", "-m", "first", "--rev-id", "first"], ["upgrade", "head"]):
        subprocess.run([alembic, *line], check=True, capture_output=True)
    return Path("migrations")


def test_the_revision_joins_the_users_own(
    project: Path, library: Any, script: Path, console: Callable[..., Any]
) -> None:
    ran = console("run", *library.sides, "--yes", "--json", "--migrations", project)
    assert [each["applied"] for each in ran.json["passes"]] == [2, 0]
    (revision,) = map(Path, ran.json["revisions"])
    assert revision.resolve().parent == (project / "versions").resolve()
    assert re.search(r"down_revision.* = ['\"]first['\"]", revision.read_text())
    (current,) = library.ask("SELECT version_num FROM alembic_version")
    alembic = str(script.with_name("alembic"))
    heads = subprocess.run([alembic, "heads"], check=True, capture_output=True, text=True).stdout
    assert heads.split()[0] == current[0] and current[0] in revision.name
    # and Alembic itself can go down and up again by it
    subprocess.run([alembic, "downgrade", "-1"], check=True, capture_output=True)
    assert len(console("diff", *library.sides, "--json").json["changes"]) == 4
    subprocess.run([alembic, "upgrade", "head"], check=True, capture_output=True)
    assert len(console("diff", *library.sides, "--json").json["changes"]) == 2


def test_a_rollback_takes_the_version_back(project: Path, library: Any, schema: Callable[..., Any]) -> None:
    schema("run", *library.sides, "--yes", "--migrations", project)
    assert schema("rollback", *library.sides, "--yes").code == 0
    assert library.ask("SELECT version_num FROM alembic_version") == [("first",)]


def test_a_database_behind_the_head_is_refused(
    project: Path, library: Any, script: Path, schema: Callable[..., Any]
) -> None:
    line = [str(script.with_name("alembic")), "revision", "-m", "second", "--rev-id", "second"]
    subprocess.run(line, check=True, capture_output=True)
    before = library.bytes()
    ran = schema("run", *library.sides, "--yes", "--json", "--migrations", project)
    assert ran.code == 3 and "alembic upgrade head" in ran.json["reason"]
    assert library.bytes() == before and len(list((project / "versions").glob("*.py"))) == 2


@pytest.mark.parametrize("folder", ["missing", "."])
def test_a_folder_that_is_no_script_directory(
    folder: str, library: Any, schema: Callable[..., Any], listing: Callable[[], Any]
) -> None:
    before = listing()
    ran = schema("run", *library.sides, "--yes", "--migrations", folder)
    assert ran.code == 1 and "alembic init" in ran.complaint and listing() == before
