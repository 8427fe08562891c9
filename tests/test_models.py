"""The models: every way of naming them, errors that say whose they are, and files read anew after an edit."""

from __future__ import annotations

import gc
import logging
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Enum,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_base, mapped_column, registry
from sqlalchemy.schema import CreateIndex, CreateTable

from schemasync_nb.errors import ModelsError
from schemasync_nb.models import Models, load, load_models
from schemasync_nb.models.importing import mappers_of

BASE = """
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table
class Base(DeclarativeBase):
    pass
"""


def book(name: str = "book", column: str = "title") -> str:
    return f"""
class {name.title()}(Base):
    __tablename__ = "{name}"
    id: Mapped[int] = mapped_column(primary_key=True)
    {column}: Mapped[str]
"""


def write(path: str, *parts: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(parts))
    return file.resolve()


@pytest.fixture(autouse=True)
def interpreter_as_before() -> Iterator[None]:
    path, modules, writes = sys.path[:], dict(sys.modules), sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # so that dotted imports of these short-lived files leave no cache either
    yield
    sys.path[:], sys.dont_write_bytecode = path, writes
    for name in sys.modules.keys() - modules.keys():
        del sys.modules[name]
    sys.modules.update(modules)


def tables(ref: object) -> list[str]:
    return sorted(load_models(ref).tables)


def columns(ref: object, table: str = "book") -> list[str]:
    return list(load_models(ref).tables[table].columns.keys())


def refusal(ref: object) -> str:
    with pytest.raises(ModelsError) as refused:
        load(ref)
    assert len(str(refused.value).splitlines()) == 1
    assert refused.value.__cause__ is None
    return str(refused.value)


# --- objects --------------------------------------------------------------------------------------------------------


class Base(DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)


def test_every_object_that_has_metadata_is_accepted_and_not_copied() -> None:
    as_module = ModuleType("as_module")
    vars(as_module).update(Base=Base, Book=Book, also=Base.metadata)
    as_db = types.SimpleNamespace(metadata=Base.metadata)
    for ref in (Base, Base.metadata, Base.registry, Book, as_db, [Base], (Base, Base.metadata), as_module, load(Base)):
        models = load(ref)
        assert isinstance(models, Models)
        assert models.metadata is Base.metadata
        assert models.registries == (Base.registry,)
        assert models.files == (Path(__file__).resolve(),)


def test_a_classic_base_and_an_imperative_registry_are_known_by_their_metadata() -> None:
    classic = declarative_base()
    type("Pen", (classic,), {"__tablename__": "pen", "id": Column(Integer, primary_key=True)})
    assert load(classic).registries == (classic.registry,)
    mapping = registry(metadata=MetaData())
    table = Table("ink", mapping.metadata, Column("id", Integer, primary_key=True))
    mapping.map_imperatively(type("Ink", (), {}), table)
    assert load(mapping.metadata).registries == (mapping,)


def test_tables_without_classes_have_no_registry() -> None:
    metadata = MetaData()
    Table("pen", metadata, Column("id", Integer))
    assert (load(metadata).registries, load(metadata).files) == ((), ())


@pytest.mark.parametrize("ref", [MetaData(), [MetaData(), MetaData()], registry(), [], ()])
def test_models_without_tables_are_refused(ref: object) -> None:
    """Never a proposal to drop everything."""
    assert "no tables in these models" in refusal(ref)


@pytest.mark.parametrize("ref", [None, 3, object(), {"a": MetaData()}, [Base, 3], sys])
def test_what_has_no_metadata_is_refused(ref: object) -> None:
    assert "no metadata" in refusal(ref)


# --- several --------------------------------------------------------------------------------------------------------


def stated(metadata: MetaData) -> dict[str, list[str]]:
    """The lines of each table's DDL with its indexes."""
    return {
        key: sorted(  # constraints come in no order that could be kept
            line.strip(" ,\t")
            for statement in (CreateTable(table), *map(CreateIndex, table.indexes))
            for line in str(statement).splitlines()
        )
        for key, table in metadata.tables.items()
    }


CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def shelf(prefix: str, **options: Any) -> MetaData:
    metadata = MetaData(**options)
    Table(f"{prefix}_shelf", metadata, Column("id", Integer, primary_key=True), Column("room", String, unique=True))
    Table(
        f"{prefix}_book",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("shelf", ForeignKey(f"{options.get('schema', '')}.{prefix}_shelf.id".lstrip(".")), index=True),
        Column("lent", Boolean(create_constraint=True)),
        Column("kind", Enum("a", "b", create_constraint=True)),
        Column("pages", Integer),
        UniqueConstraint("shelf", "pages"),
        CheckConstraint("pages > 0"),
        Index(None, "pages", sqlite_where=Column("lent") == 1),
        prefixes=["TEMPORARY"],
        sqlite_with_rowid=False,
    )
    return metadata


@pytest.mark.parametrize(
    "options",
    [
        ({}, {}),
        ({"naming_convention": CONVENTION}, {"naming_convention": CONVENTION}),
        ({"naming_convention": CONVENTION}, {}),
        ({}, {"naming_convention": CONVENTION}),
        ({"schema": "one"}, {"schema": "two"}),
    ],
)
def test_merging_keeps_every_statement_and_leaves_the_given_ones_alone(options: tuple[Any, Any]) -> None:
    given = [shelf("a", **options[0]), shelf("b", **options[1])]
    before = [stated(metadata) for metadata in given]
    merged = load_models(given)
    assert stated(merged) == before[0] | before[1]
    assert list(merged.tables) == sorted(merged.tables)
    assert [stated(metadata) for metadata in given] == before
    assert not any(merged is metadata for metadata in given)


def test_a_foreign_key_from_one_to_the_other_is_resolved() -> None:
    one, other = MetaData(), MetaData()
    Table("shelf", one, Column("id", Integer, primary_key=True))
    Table("book", other, Column("shelf", ForeignKey("shelf.id")))
    merged = load_models([one, other])
    assert [table.name for table in merged.sorted_tables] == ["shelf", "book"]


def test_a_table_that_two_define_is_refused_by_name() -> None:
    assert "is defined twice, in models[0] and in models[1]" in refusal([shelf("a"), shelf("a")])
    write("one.py", BASE, book())
    write("two.py", BASE, book())
    write("both.py", "import one, two\ntargets = [one.Base, two.Base]")
    assert "book is defined twice, in one.Base and in two.Base" in refusal("both.py:targets")


# --- by name --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ref",
    [
        "shop.models:Base",
        "shop.models",
        "shop.models:Base.metadata",
        "shop.models:holder.inner.db",
        "shop.models:targets",
    ],
)
def test_a_module_by_its_dotted_name_in_the_current_folder(ref: str) -> None:
    write("shop/__init__.py")
    file = write(
        "shop/models.py",
        BASE,
        book(),
        "from types import SimpleNamespace as N\nholder = N(inner=N(db=N(metadata=Base.metadata)))\ntargets = [Base]",
    )
    models = load(ref)
    assert (list(models.metadata.tables), models.source, models.files) == (["book"], ref, (file,))


@pytest.mark.parametrize(
    "place", ["shop/models.py", "./shop/models.py", "shop/../shop/models.py", "{here}/shop/models.py"]
)
@pytest.mark.parametrize("attribute", ["", ":Base", ":Base.metadata"])
def test_a_file(place: str, attribute: str) -> None:
    file = write("shop/models.py", BASE, book())
    ref = place.format(here=Path.cwd()) + attribute
    assert load(ref).files == (file,)
    assert tables(ref) == ["book"]
    assert tables(Path(place.format(here=Path.cwd()))) == ["book"]


def test_a_package_by_its_folder() -> None:
    write("shop/__init__.py", "from shop.base import Base\nfrom . import books")
    write("shop/base.py", BASE)
    file = write("shop/books.py", "from shop.base import *\n", book())
    assert load("./shop:Base").files == (file,)


def test_a_file_of_tables_without_classes_is_itself_the_source() -> None:
    file = write("tables.py", BASE, "metadata = MetaData()\nbook = Table('book', metadata, Column('id', Integer))")
    assert load("tables.py").files == (file,)
    assert load("tables.py:metadata").registries == ()


def test_a_folder_with_spaces_and_colons_is_no_obstacle() -> None:
    write("my: shop/models.py", BASE, book())
    assert tables("my: shop/models.py") == tables("my: shop/models.py:Base") == ["book"]


@pytest.mark.parametrize(
    "ref", [r"C:\shop\models.py", r"C:\shop\models.py:Base", "C:/shop/models.py:Base", "C:models.py"]
)
def test_a_drive_letter_is_no_separator(ref: str) -> None:
    assert "there is no file" in refusal(ref)
    assert ref.removesuffix(":Base") in refusal(ref)


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("shop.py:Bass", "there is no Bass in it: did you mean Base"),
        ("shop.py:Base.tables", "there is no tables in it"),
        ("shop.py:number", "int has no metadata"),
        ("shop.py:Empty", "no tables in these models"),
        ("several.py", "several metadata (First, second)"),
        ("nothing.py", "there is no metadata in module nothing"),
        ("missing.py:Base", "there is no file"),
        ("a_folder/", "is a folder"),
        ("nosuch:Base", "there is no module nosuch"),
        ("nosuch.models:Base", "there is no module nosuch"),
        ("shop.Base", "did you mean shop:Base"),
        ("shop.models:Base", "there is no module shop.models"),
        ("not a name", "names no models"),
        ("", "names no models"),
        ("missing/alembic.ini", "there is no file"),
    ],
)
def test_a_bad_reference_is_refused_with_a_way_on(ref: str, said: str) -> None:
    write("shop.py", BASE, book(), "number = 3\nclass Empty(DeclarativeBase): pass")
    write(
        "several.py",
        BASE,
        "class First(DeclarativeBase): pass\nTable('a', First.metadata, Column('x', Integer))\n",
        "second = MetaData()\nTable('b', second, Column('x', Integer))",
    )
    write("nothing.py", "from sqlalchemy import MetaData")
    Path("a_folder").mkdir()
    assert said in refusal(ref)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("x = 1\nnosuchname\n", "models.py:2: NameError: name 'nosuchname' is not defined"),
        ("import nosuchlibrary", "models.py:1: ModuleNotFoundError: No module named 'nosuchlibrary'"),
        ("import sibling", "sibling.py:2: ZeroDivisionError: division by zero"),
        ("import json\njson.loads('{')", "models.py:2: JSONDecodeError"),
        ("\n\nclass (", "models.py:3: SyntaxError: invalid syntax"),
        ("import sys\nsys.exit(3)", "models.py:2: SystemExit: 3"),
        ("import os\nos.environ['NO_SUCH_URL']", "models.py:2: KeyError: 'NO_SUCH_URL'"),
        ("raise AssertionError", "models.py:1: AssertionError: correct"),
        ("raise ValueError('postgresql://me:s3cr3t@host/db\\nis down')", "postgresql://me:***@host/db is down"),
        (
            BASE + book() + book().replace("Book", "Tome"),
            "models.py:12: InvalidRequestError: Table 'book' is already defined",
        ),
    ],
)
@pytest.mark.parametrize("ref", ["models.py:Base", "models:Base", "alembic.ini"])
def test_an_import_that_fails_says_where_in_whose_code(ref: str, source: str, said: str) -> None:
    write("models.py", source)
    write("sibling.py", "\n1 / 0")
    write("alembic.ini", "[alembic]\nscript_location = migrations\nprepend_sys_path = .")
    write("migrations/env.py", "from models import Base")
    assert said in refusal(ref).replace(f"{Path.cwd()}/", "")
    assert refusal(ref).startswith(f"{ref if ref != 'alembic.ini' else Path(ref).resolve()}: importing it failed at ")


def test_what_the_users_code_prints_is_kept_from_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """There a program reads JSON."""
    write("shop.py", BASE, book(), "print('hello')")
    load("shop.py:Base")
    load("shop:Base")
    assert capsys.readouterr() == ("", "hello\nhello\n")


# --- again ----------------------------------------------------------------------------------------------------------


def test_a_file_is_read_anew_after_an_edit_with_its_siblings() -> None:
    """Even when an edit is of the same length and in the same second, as Python's own caches do not notice."""
    write("shop/common.py", BASE)
    write("shop/models.py", "from common import *\nimport shelves", book(column="title"))
    write("shop/shelves.py", "from common import *", book("shelf", "place"))
    first = load("shop/models.py:Base")
    assert columns(first) == ["id", "title"]
    write("shop/models.py", "from common import *\nimport shelves", book(column="topic"))
    write("shop/shelves.py", "from common import *", book("shelf", "floor"))
    second = load("shop/models.py:Base")
    assert columns(second) == ["id", "topic"]
    assert columns(second, "shelf") == ["id", "floor"]
    assert columns(first) == ["id", "title"]
    assert not list(Path("shop").rglob("*.pyc"))
    for each in (*first.registries, *second.registries):
        each.configure(cascade=True)


def test_models_that_were_loaded_first_still_work_after_the_same_file_is_loaded_again() -> None:
    """Two loops in one notebook: the classes of the first are nowhere else but in what it holds."""
    key = '    shelf_id = Column(ForeignKey("shelf.id"))\n    shelf = relationship("Shelf")\n'
    write("models.py", BASE, book("shelf"), book("copy"), key)
    first = load("models.py:Base")
    second = load("models.py:Base")
    gc.collect()
    for models in (first, second):
        (each,) = models.registries
        each.configure()
        assert sorted(mapper.class_.__name__ for mapper in mappers_of(each)) == ["Copy", "Shelf"]


def test_files_of_the_same_name_do_not_meet() -> None:
    for shop, column in (("one", "title"), ("two", "topic")):
        write(f"{shop}/common.py", BASE)
        write(f"{shop}/models.py", "from common import *", book(column=column))
    one, two = load("one/models.py:Base"), load("two/models.py:Base")
    assert (columns(one), columns(two)) == (["id", "title"], ["id", "topic"])
    assert columns("one/models.py:Base") == ["id", "title"]
    write("models.py", BASE, book(column="heading"))
    assert columns("models:Base") == ["id", "heading"]


def test_siblings_can_still_be_imported_later() -> None:
    write("shop/later.py", "from common import Base as found")
    write("shop/common.py", BASE)
    write("shop/models.py", "from common import *\ndef late():\n    import later\n    return later.found", book())
    load("shop/models.py:Base")
    models = sys.modules["models"]
    assert models.late() is models.Base


def test_the_callers_own_modules_are_left_to_the_caller() -> None:
    write("models.py", BASE, book())
    sys.path.insert(0, str(Path.cwd()))
    import models  # type: ignore[import-not-found]

    write("models.py", BASE, book(column="topic"))
    assert columns("models.py:Base") == ["id", "topic"]
    assert sys.modules["models"] is models
    assert columns(models) == ["id", "title"]
    write("elsewhere/models.py", BASE, book(column="heading"))
    assert columns("elsewhere/models.py:Base") == ["id", "heading"]
    assert sys.modules["models"] is models


def test_a_failed_import_leaves_nothing_behind() -> None:
    write("shop/common.py", BASE)
    write("shop/models.py", "import common\n1 / 0")
    before = set(sys.modules)
    refusal("shop/models.py")
    assert set(sys.modules) == before
    write("shop/models.py", "from common import *", book())
    assert tables("shop/models.py") == ["book"]


@pytest.mark.parametrize("name", ["types", "statistics", "sqlalchemy", "pytest", "schemasync_nb"])
def test_a_file_with_a_librarys_name_does_not_stand_in_for_it(name: str) -> None:
    library = sys.modules.get(name)
    write(f"{name}.py", BASE, book(), "import types, sqlalchemy\nassert types.ModuleType and sqlalchemy.MetaData")
    assert tables(f"{name}.py:Base") == ["book"]
    assert sys.modules.get(name) is library


def test_a_file_in_a_package_has_its_relative_imports_and_hides_no_library() -> None:
    write("app/__init__.py")
    write("app/db/__init__.py")
    write("app/db/base.py", BASE)
    write("app/db/colorsys.py", "raise ImportError('this is not the library')")
    write(
        "app/db/models.py", "from .base import *\nimport app.db.base, colorsys\nassert app.db.base.Base is Base", book()
    )
    models = load("app/db/models.py:Base")
    assert [cls.__module__ for cls in (mapper.class_ for mapper in mappers_of(models.registries[0]))] == [
        "app.db.models"
    ]
    import base  # type: ignore[import-not-found]  # the file's own folder is importable too

    assert base.Base is not None


def test_a_module_that_its_package_imports_is_loaded_once() -> None:
    write("app/__init__.py", "from app import models")
    write("app/models.py", BASE, book())
    assert tables("app/models.py:Base") == ["book"]


def test_an_environment_inside_the_folder_is_not_read_anew() -> None:
    write("shop/models.py", "import heavy", BASE, book())
    write("shop/.venv/lib/site-packages/heavy.py", "loaded = []")
    sys.path.insert(0, str(Path("shop/.venv/lib/site-packages").resolve()))
    import heavy  # type: ignore[import-not-found]

    load("shop/models.py:Base")
    load("shop/models.py:Base")
    assert sys.modules["heavy"] is heavy


def test_a_file_that_adds_to_a_base_of_another_library_is_read_anew() -> None:
    """As models made with SQLModel do: its one MetaData outlives the file."""
    write("site-packages/orm_library.py", BASE)
    sys.path.insert(0, str(Path("site-packages").resolve()))
    for column in ("title", "topic", "topic"):
        shelf = f'shelves: Mapped[list["Shelf"]] = relationship(back_populates="book")\n{book("shelf", "place")}'
        backwards = (
            'book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))\n    book: Mapped["Book"] = relationship()\n'
        )
        write("models.py", "from orm_library import *", book(column=column), f"    {shelf}", f"    {backwards}")
        models = load("models.py:Base")
        assert columns(models) == ["id", column]
        assert sorted(mapper.class_.__name__ for mapper in mappers_of(models.registries[0])) == ["Book", "Shelf"]
        models.registries[0].configure(cascade=True)


def test_classes_on_a_base_of_another_library_are_read_anew_beside_those_that_the_caller_holds() -> None:
    write("site-packages/library_of_bases.py", BASE)
    sys.path[:0] = [str(Path("site-packages").resolve()), str(Path().resolve())]
    write("held_by_the_caller.py", "from library_of_bases import *", book())
    import held_by_the_caller as held  # type: ignore[import-not-found]

    models = load(held.Book)
    for column in ("topic", "theme"):
        write("held_by_the_caller.py", "from library_of_bases import *", book(column=column))
        models = models.again()
        assert columns(models) == ["id", column]
        models.registries[0].configure(cascade=True)
    assert list(held.Base.metadata.tables["book"].columns.keys()) == ["id", "title"]
    assert held.Book.__table__ is held.Base.metadata.tables["book"]


# --- alembic.ini ----------------------------------------------------------------------------------------------------


def alembic(
    folder: str, template: str = "generic", target: str = "from models import Base\ntarget_metadata = Base.metadata"
) -> Path:
    """What `alembic init` writes, with the one line changed that its manual says to change."""
    write(f"{folder}/models.py", BASE, book())
    config = Config(f"{folder}/alembic.ini", stdout=open("/dev/null", "w"))  # noqa: SIM115
    command.init(config, f"{folder}/alembic", template=template)
    config.stdout.close()
    env = Path(folder, "alembic", "env.py")
    env.write_text(env.read_text().replace("target_metadata = None", target))
    ini = Path(folder, "alembic.ini")
    ini.write_text(ini.read_text().replace("driver://user:pass@localhost/dbname", "sqlite:///never.db"))
    return ini.resolve()


@pytest.mark.parametrize("template", ["generic", "async"])
@pytest.mark.parametrize("beside", [True, False])
def test_an_alembic_ini_gives_its_target_metadata(
    template: str, beside: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ini = alembic("shop", template)
    if beside:
        monkeypatch.chdir("shop")
    capfd.readouterr()
    logger = logging.getLogger("of.the.caller")
    models = load("alembic.ini" if beside else "shop/alembic.ini")
    assert list(models.metadata.tables) == ["book"]
    assert (models.alembic, models.script_location) == (ini, ini.parent / "alembic")
    assert models.files == (ini.parent / "models.py",)
    assert len(models.registries) == 1
    assert capfd.readouterr() == ("", "")
    assert not logger.disabled
    assert not list(Path.cwd().rglob("never.db"))


def test_the_models_of_an_alembic_ini_are_read_anew_after_an_edit() -> None:
    alembic("shop")
    assert columns("shop/alembic.ini") == ["id", "title"]
    write("shop/models.py", BASE, book(column="topic"))
    assert columns("shop/alembic.ini") == ["id", "topic"]


def test_target_metadata_may_be_a_list() -> None:
    alembic("shop", target="import models, more\ntarget_metadata = [models.Base.metadata, more.Base.metadata]")
    write("shop/more.py", BASE, book("shelf"))
    assert tables("shop/alembic.ini") == ["book", "shelf"]


ONLINE_ONLY = """
from alembic import context
from sqlalchemy import create_engine
from models import Base
{top}
with create_engine("sqlite:///never.db").connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()
"""


def test_an_env_that_knows_no_offline_mode_does_not_connect() -> None:
    alembic("shop")
    write("shop/alembic/env.py", ONLINE_ONLY.format(top="target_metadata = Base.metadata"))
    assert tables("shop/alembic.ini") == ["book"]
    write("shop/alembic/env.py", ONLINE_ONLY.format(top=""))
    assert "target_metadata" in refusal("shop/alembic.ini")
    assert not list(Path.cwd().rglob("never.db"))


def test_an_env_that_fails_after_it_told_its_models_is_good_enough() -> None:
    alembic("shop")
    env = Path("shop/alembic/env.py")
    env.write_text(env.read_text() + "\ncontext.get_bind()")
    assert tables("shop/alembic.ini") == ["book"]


def test_no_migration_is_run() -> None:
    alembic("shop")
    write("shop/alembic/versions/1_first.py", "revision = '1'\ndown_revision = None\ndef upgrade(): 1 / 0")
    assert tables("shop/alembic.ini") == ["book"]


def test_settings_in_pyproject_are_followed() -> None:
    alembic("shop")
    Path("shop/alembic").rename("shop/migrations")
    Path("shop/lib").mkdir()
    Path("shop/models.py").rename("shop/lib/models.py")
    write("shop/alembic.ini", "[alembic]\nsqlalchemy.url = sqlite:///never.db")
    toml = '[tool.alembic]\nscript_location = "%(here)s/migrations"\nprepend_sys_path = ["lib"]\n'
    write("shop/pyproject.toml", toml)
    assert tables("shop/alembic.ini") == ["book"]


@pytest.mark.parametrize(
    ("ini", "env", "said"),
    [
        ("nothing of the kind", "", "correct the file"),
        ("[alembic]", "", "script_location"),
        ("[alembic]\nscript_location = nowhere", "", "Path doesn't exist"),
        ("[alembic]\nscript_location = scripts", None, "there is no"),
        ("[alembic]\nscript_location = scripts", "target_metadata = None", "target_metadata in"),
        ("[alembic]\nscript_location = scripts", "target_metadata = 3", "int has no metadata"),
        (
            "[alembic]\nscript_location = scripts",
            "import sqlalchemy as s\ntarget_metadata = s.MetaData()",
            "no tables in",
        ),
    ],
)
def test_an_alembic_ini_that_names_no_models_is_refused(ini: str, env: str | None, said: str) -> None:
    write("alembic.ini", ini)
    Path("scripts").mkdir()
    if env is not None:
        write("scripts/env.py", env)
    assert said in refusal("alembic.ini")
