"""Where columns and constraints are found, beyond the golden cases."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from schemasync_nb.models import load

from .opening import Opened, opened, opened_source


def after(found: Opened, *ids: str) -> str:
    patch = found.patch(*ids)
    assert patch.waits == {}
    assert set(patch.changes) == set(ids or [change.id for change in found.drift.changes])
    [file] = patch.files
    return file.after


def test_a_column_of_a_joined_class_is_its_own(tmp_path: Path) -> None:
    source = """

class Pet(Base):
    __tablename__ = "pet"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "pet"}


class Dog(Pet):
    __tablename__ = "dog"

    id: Mapped[int] = mapped_column(ForeignKey("pet.id"), primary_key=True)
    trick: Mapped[str] = mapped_column(String(9))
    __mapper_args__ = {"polymorphic_identity": "dog"}


class Cat(Pet):
    lives: Mapped[int | None]
    __mapper_args__ = {"polymorphic_identity": "cat"}
"""
    script = """
    CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, kind VARCHAR NOT NULL, lives BIGINT, name VARCHAR(7));
    CREATE TABLE dog (id INTEGER NOT NULL PRIMARY KEY REFERENCES pet (id), trick VARCHAR(20) NOT NULL, age INTEGER);
    """
    text = after(opened_source(script, source, tmp_path))
    assert "    trick: Mapped[str] = mapped_column(String(20))\n    age: Mapped[int | None]\n" in text
    assert "    lives: Mapped[int | None] = mapped_column(BigInteger)\n" in text
    assert "    kind: Mapped[str]\n    name: Mapped[str | None] = mapped_column(String(7))\n" in text


def test_a_column_inside_of_another_call(tmp_path: Path) -> None:
    source = """

from sqlalchemy.orm import column_property, deferred


class Pet(Base):
    __tablename__ = "pet"

    id = Column(Integer, primary_key=True)
    name = column_property(Column(String(20)))
    story = deferred(Column("tale", String(20), nullable=False))
"""
    script = "CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(30), tale VARCHAR(20));"
    text = after(opened_source(script, source, tmp_path))
    assert "    name = column_property(Column(String(30)))\n" in text
    assert '    story = deferred(Column("tale", String(20)))\n' in text


CONVENTIONS = """

Base.metadata.naming_convention = {
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "index_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
}


class Pet(Base):
    __tablename__ = "pet"
    __table_args__ = (CheckConstraint("age > 0", name="aged"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    age: Mapped[int | None]
    name: Mapped[str | None] = mapped_column(String(9), index=True)
"""


def test_a_check_that_the_models_name_by_a_convention_goes(tmp_path: Path) -> None:
    script = """
    CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, age INTEGER, name VARCHAR(9));
    CREATE INDEX index_pet_name ON pet (name);
    """
    text = after(opened_source(script, CONVENTIONS, tmp_path))
    assert "__table_args__" not in text


def test_names_that_come_from_the_database_are_whole(tmp_path: Path) -> None:
    """A convention does not make another name of one that the database has."""
    script = """
    CREATE TABLE pet (
        id INTEGER NOT NULL PRIMARY KEY, age INTEGER, name VARCHAR(9),
        CONSTRAINT ck_pet_aged CHECK (age > 0),
        CONSTRAINT ck_pet_short CHECK (age < 99),
        CONSTRAINT sane CHECK (age < 100),
        CONSTRAINT uq_pet_name UNIQUE (name)
    );
    CREATE INDEX index_pet_name ON pet (name);
    CREATE INDEX index_pet_age ON pet (age);
    """
    found = opened_source(script, CONVENTIONS, tmp_path)
    patch = found.patch()
    assert patch.waits == {}
    (tmp_path / "models.py").write_text(patch.files[0].after)
    [*left] = opened_source_again(found, tmp_path)
    assert left == []


def opened_source_again(found: Opened, folder: Path) -> list[str]:
    from schemasync_nb.detect.detection import detect
    from schemasync_nb.engines import engine_for

    models = load(str(folder / "models.py"))
    return [change.id for change in detect(found.database, models, engine_for(found.database)).changes]


def test_a_type_of_the_project_waits(tmp_path: Path) -> None:
    source = """

from sqlalchemy import TypeDecorator


class Email(TypeDecorator):
    impl = String(50)
    cache_ok = True


class Pet(Base):
    __tablename__ = "pet"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(Email)
"""
    script = "CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, owner VARCHAR(80) NOT NULL);"
    patch = opened_source(script, source, tmp_path).patch()
    assert patch.files == ()
    assert "models.py:21: the type of column owner is the project's own Email" in patch.waits["column:pet.owner:alter"]


def test_models_of_a_library_wait(tmp_path: Path) -> None:
    """Only the caller's own files are changed."""
    importlib.import_module("schemasync_nb.lessons")
    source = """

class Pet(Base):
    __tablename__ = "pet"

    id: Mapped[int] = mapped_column(primary_key=True)
"""
    found = opened_source("CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, a TEXT);", source, tmp_path)
    names = [name for name in found.models.modules if name.startswith(("sqlalchemy", "schemasync_nb", "json"))]
    assert names == []
    assert "models" in found.models.modules


@pytest.mark.parametrize("decided", [("column:pet.a:remove",), ("column:pet.a:remove", "unique:pet.a:remove")])
def test_a_constraint_of_a_new_column_comes_when_it_is_asked_for(decided: tuple[str, ...], tmp_path: Path) -> None:
    source = """

class Pet(Base):
    __tablename__ = "pet"

    id: Mapped[int] = mapped_column(primary_key=True)
"""
    found = opened_source("CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(5) UNIQUE);", source, tmp_path)
    unique = ", unique=True" if len(decided) == 2 else ""
    assert f"    a: Mapped[str | None] = mapped_column(String(5){unique})\n" in after(found, *decided)


NOTEBOOK = """
import sys, types
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
sys.modules["__main__"] = shell.user_module
for cell in CELLS:
    shell.run_cell(cell, store_history=True).raise_error()
"""


def test_models_in_a_cell_are_offered_as_text(tmp_path: Path) -> None:
    """The last cell that states the class is what is edited; nothing is written, and it is not proved elsewhere."""
    import subprocess

    head = (
        "from sqlalchemy import String\n"
        "from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\n"
        "class Base(DeclarativeBase): pass"
    )
    model = (
        "class Pet(Base):\n    __tablename__ = 'pet'\n\n    id: Mapped[int] = mapped_column(primary_key=True)  # mine\n"
    )
    use = (
        "from pathlib import Path\nfrom tests.apply.patch.opening import opened\n"
        "found = opened('CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(5));', Base, Path('.'))\n"
        "patch = found.patch()\nassert patch.waits == {}, patch.waits\nassert patch.files == ()\n"
        "assert 'cell' in found.prove(patch)\nprint(patch.cells[0])"
    )
    script = tmp_path / "run.py"
    script.write_text(f"CELLS = {[head, model, use]!r}\n{NOTEBOOK}")
    root = Path(__file__).parents[3]
    code = f"import sys; sys.path.append({str(root)!r}); exec(open({str(script)!r}).read())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr + done.stdout
    assert model.rstrip() + "\n    a: Mapped[str | None] = mapped_column(String(5))\n" in done.stdout


def test_a_table_that_other_models_of_the_process_have_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (
        "from sqlalchemy import Column, Integer, MetaData, Table\n\nmetadata = MetaData()\n"
        'Table("pet", metadata, Column("id", Integer, primary_key=True))\n'
    )
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("shop_tables", "clinic_tables"):
        (tmp_path / f"{name}.py").write_text(source)
        monkeypatch.setitem(sys.modules, name, importlib.import_module(name))
    script = "CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, age INTEGER);"
    found = opened(script, sys.modules["clinic_tables"], tmp_path)
    [file] = found.patch().files
    assert file.path.name == "clinic_tables.py" and 'Column("age", Integer)' in file.after


def test_of_two_checks_of_the_same_words_the_right_one_goes(tmp_path: Path) -> None:
    source = """

class Pet(Base):
    __tablename__ = "pet"
    __table_args__ = (CheckConstraint("(lives) <= 0"), CheckConstraint("lives >= 0"))

    id: Mapped[int] = mapped_column(primary_key=True)
    lives: Mapped[int | None]
"""
    script = "CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, lives INTEGER, CHECK (lives <= 0))"
    text = after(opened_source(script, source, tmp_path))
    assert '    __table_args__ = (CheckConstraint("(lives) <= 0"),)\n' in text
