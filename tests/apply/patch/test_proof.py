"""A patch is proved in a fresh process, whatever names the models; what is wrong with it is told in one line."""

from __future__ import annotations

import importlib
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from schemasync_nb.apply.patch import ModelPatch, prove
from schemasync_nb.database import open_database
from schemasync_nb.detect.detection import detect
from schemasync_nb.engines import engine_for
from schemasync_nb.models import load
from schemasync_nb.policy import Policy

from .opening import Opened, opened, opened_source

TABLES = """
CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(30) NOT NULL, born DATE);
CREATE TABLE toy (id INTEGER NOT NULL PRIMARY KEY, label TEXT);
"""
PETS = """

class Pet(Base):
    __tablename__ = "pet"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20))
"""
TOYS = """

class Toy(Base):
    __tablename__ = "toy"

    id: Mapped[int] = mapped_column(primary_key=True)
"""


@pytest.fixture
def pets(tmp_path: Path) -> Opened:
    return opened_source(TABLES, PETS + TOYS, tmp_path)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_written(pets: Opened, tmp_path: Path) -> None:
    before = files_of(tmp_path)
    patch = pets.patch()
    assert len(patch.changes) == 3
    assert not patch.waits
    assert pets.prove(patch) == ""
    assert files_of(tmp_path) == before


def test_a_part_of_the_changes_is_proved_by_what_is_left(pets: Opened) -> None:
    assert pets.prove(pets.patch("column:pet.name:alter")) == ""


def changed(patch: ModelPatch, old: str, new: str) -> ModelPatch:
    [file] = patch.files
    assert old in file.after
    return replace(patch, files=(replace(file, after=file.after.replace(old, new)),))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("String(30)", "String(31)", "column:pet.name:alter is still there"),
        ("class Toy", "class Toy(", "cannot be used"),
    ],
)
def test_a_wrong_patch_is_not_proved(pets: Opened, old: str, new: str, reason: str) -> None:
    said = pets.prove(changed(pets.patch(), old, new))
    assert reason in said
    assert "\n" not in said


def test_a_change_that_was_not_asked_for_is_told(pets: Opened) -> None:
    patch = pets.patch()
    left = replace(patch, changes=tuple(each for each in patch.changes if "toy" not in each))
    assert "column:toy.label:remove is gone" in pets.prove(left)


def test_a_relationship_that_no_longer_works_is_told(tmp_path: Path) -> None:
    source = TOYS.replace("primary_key=True)", 'primary_key=True)\n    pet: Mapped["Pet"] = relationship()') + PETS
    script = TABLES.replace("label TEXT", "label TEXT")
    found = opened_source(script, source, tmp_path)
    assert "Toy.pet" in found.prove(found.patch("column:pet.born:remove"))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of the caller's own that is imported already, as in a notebook."""
    folder = tmp_path / "zoo_of_the_proof"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "base.py").write_text(
        "from sqlalchemy.orm import DeclarativeBase\n\n\nclass Base(DeclarativeBase):\n    pass\n"
    )
    head = "from sqlalchemy import String\nfrom sqlalchemy.orm import Mapped, mapped_column\n\nfrom .base import Base\n"
    (folder / "pets.py").write_text(head + PETS)
    (folder / "toys.py").write_text(head + TOYS)
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("pets", "toys"):
        importlib.import_module(f"zoo_of_the_proof.{name}")
    yield folder
    for name in [name for name in sys.modules if name.startswith("zoo_of_the_proof")]:
        del sys.modules[name]


def test_models_that_are_a_class_of_several_files(package: Path, tmp_path: Path) -> None:
    base = sys.modules["zoo_of_the_proof.base"]
    found = opened(TABLES, base.Base, tmp_path)
    patch = found.patch()
    assert {file.path.name for file in patch.files} == {"pets.py", "toys.py"}
    assert found.prove(patch) == ""


def test_models_that_are_metadata(package: Path, tmp_path: Path) -> None:
    base = sys.modules["zoo_of_the_proof.base"]
    found = opened(TABLES, base.Base.metadata, tmp_path)
    assert found.prove(found.patch("column:toy.label:remove")) == ""


def test_a_database_in_memory(tmp_path: Path) -> None:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.executescript(TABLES)
    models = opened_source(TABLES, PETS + TOYS, tmp_path).models
    database = open_database(engine)
    drift = detect(database, models, engine_for(database))
    found = Opened(database, models, drift)
    assert prove(found.patch(), drift, database, models, Policy(), None) == ""
    engine.dispose()


def test_models_of_an_alembic_environment(tmp_path: Path) -> None:
    opened_source(TABLES, PETS + TOYS, tmp_path)
    (tmp_path / "alembic.ini").write_text("[alembic]\nscript_location = migrations\nprepend_sys_path = .\n")
    (tmp_path / "migrations" / "versions").mkdir(parents=True)
    (tmp_path / "migrations" / "script.py.mako").write_text("")
    (tmp_path / "migrations" / "env.py").write_text("from models import Base\n\ntarget_metadata = Base.metadata\n")
    (tmp_path / "case.db").unlink()
    found = opened(TABLES, str(tmp_path / "alembic.ini"), tmp_path)
    patch = found.patch()
    assert len(patch.changes) == 3
    assert found.prove(patch) == ""


def test_the_models_can_be_loaded_again(pets: Opened) -> None:
    assert load(pets.models.ref).metadata.tables.keys() == pets.models.metadata.tables.keys()
