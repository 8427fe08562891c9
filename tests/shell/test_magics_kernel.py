"""``%schema`` in a real kernel, as JupyterLab, VS Code and the others talk to one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client import BlockingKernelClient, KernelManager

PATIENCE = 60  # seconds

IMPORTS = """\
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, String, Table, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
%load_ext schemasync_nb
"""
DATABASE = """\
import shutil, sqlite3
from contextlib import closing
with closing(sqlite3.connect("shop.db")) as shop:
    shop.executescript(\"\"\"
        CREATE TABLE authors (id INTEGER NOT NULL PRIMARY KEY, nom VARCHAR(80) NOT NULL);
        CREATE TABLE books (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(200) NOT NULL, note TEXT,
                            author_id INTEGER NOT NULL REFERENCES authors (id));
        INSERT INTO authors VALUES (1, 'Austen');
        INSERT INTO books VALUES (1, 'Emma', 'lent', 1);
    \"\"\")
shutil.copy("shop.db", "closed.db")
engine = create_engine("sqlite:///shop.db")
url = "sqlite:///shop.db"
"""
BASE = """\
class Base(DeclarativeBase):
    pass
"""
AUTHOR = """\
class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    books: Mapped[list["Book"]] = relationship(back_populates="author")
"""
BOOK = """\
class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.id"))
    author: Mapped[Author] = relationship(back_populates="books")
"""
SIDES = "--database engine --models Base"


class Kernel:
    """A kernel and what it answers."""

    def __init__(self, client: BlockingKernelClient) -> None:
        self.client = client

    def run(self, cell: str) -> list[dict[str, Any]]:
        """The outputs of a cell, as a front end gets them."""
        outputs: list[dict[str, Any]] = []
        self.client.execute_interactive(cell, timeout=PATIENCE, output_hook=outputs.append, stop_on_error=False)
        kinds = ("stream", "display_data", "execute_result", "error")
        return [output["content"] for output in outputs if output["msg_type"] in kinds]

    def said(self, cell: str) -> str:
        """All that a cell shows, as text."""
        outputs = self.run(cell)
        return "\n".join(
            str(each.get("text") or each.get("data", {}).get("text/plain") or each["evalue"]) for each in outputs
        )

    def offered(self, typed: str) -> list[str]:
        """What stands in the cell, up to the cursor at its end, after each of the offers was taken."""
        reply = self.client.complete(typed, reply=True, timeout=PATIENCE)["content"]
        start, end = reply["cursor_start"], reply["cursor_end"]
        return [typed[:start] + match + typed[end:] for match in reply["matches"]]

    def help(self, code: str) -> str:
        reply = self.client.inspect(code, reply=True, timeout=PATIENCE)["content"]
        return str(reply["data"]["text/plain"])


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    home = tmp_path_factory.mktemp("kernel")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPYTHONDIR", str(home / "ipython"))
        patch.setenv("JUPYTER_PREFER_ENV_PATH", "1")
        manager = KernelManager(kernel_name="python3")
        manager.start_kernel(cwd=str(home), extra_arguments=["--IPKernelApp.log_level=ERROR"])
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=PATIENCE)
        kernel = Kernel(client)
        assert kernel.said(IMPORTS + DATABASE) == ""
        yield kernel
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        manager.cleanup_resources()


@pytest.fixture(autouse=True)
def models(kernel: Kernel) -> None:
    """The models of the notebook as they were at first."""
    assert kernel.said(BASE + AUTHOR + BOOK) == ""


def test_the_drift_is_the_value_of_the_cell_in_html_and_text(kernel: Kernel) -> None:
    (shown,) = kernel.run(f"%schema diff {SIDES}")
    assert {"text/plain", "text/html"} == set(shown["data"])
    assert "column:authors.name:add" in shown["data"]["text/plain"]
    assert kernel.said("sorted(_.to_frame()['action'])") == "['add', 'remove', 'remove']"
    assert kernel.said(f"drift = %schema diff {SIDES}\nprint(len(drift.changes))") == "3\n"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("%schema di", "%schema diff"),
        ("schema ana", "schema analyze"),
        ("drift = %schema di", "drift = %schema diff"),
        ("x = 1\n%schema ro", "x = 1\n%schema rollback"),
        ("%schema diff --data", "%schema diff --database"),
        ("%schema diff --database eng", "%schema diff --database engine"),
        ("%schema diff --database u", "%schema diff --database url"),
        (f"%schema diff {SIDES[:-2]}", f"%schema diff {SIDES}"),
        ("%schema run --environment st", "%schema run --environment staging"),
        ("%schema run --allow DEL", "%schema run --allow DELETES_DATA"),
        ("%schema run --allow DELETES_DATA,I", "%schema run --allow DELETES_DATA,IRREVERSIBLE"),
        ("%schema run --rehearse s", "%schema run --rehearse schema"),
        ("%schema demo renamed_c", "%schema demo renamed_column"),
        (f"%schema run {SIDES} --backfill bo", f"%schema run {SIDES} --backfill books."),
        (f"%schema run {SIDES} --backfill books.ti", f"%schema run {SIDES} --backfill books.title="),
        ("%schema run --rename authors.n", "%schema run --rename authors.nom=name"),
        ("%schema run --decide column:books.n", "%schema run --decide column:books.note:remove="),
        ("%schema run --decide column:books.note:remove=i", "%schema run --decide column:books.note:remove=ignore"),
        ('%schema run --decide "column:aut', '%schema run --decide "column:authors.name:add='),
    ],
)
def test_what_is_offered_stands_in_its_place_when_it_is_taken(typed: str, offered: str, kernel: Kernel) -> None:
    kernel.run(f"%schema diff {SIDES}")
    assert offered in kernel.offered(typed)


def test_only_what_fits_is_offered(kernel: Kernel) -> None:
    typed = "%schema diff --database "
    assert kernel.offered(typed) == [f"{typed}{name}" for name in ("engine", "url")]
    assert kernel.offered("%schema diff --models ") == ["%schema diff --models Base"]
    options = kernel.offered("%schema diff --")
    assert "%schema diff --json" in options and "%schema diff --backfill" not in options
    assert "%schema diff --json --json" not in kernel.offered("%schema diff --json --")
    assert "%schema run --rename a=b --rename" in kernel.offered("%schema run --rename a=b --")


def test_other_lines_are_completed_as_ever(kernel: Kernel) -> None:
    assert "engine.dialect" in kernel.offered("engine.dial")
    kernel.run("schema_of = {}")
    assert "schema_of" in kernel.offered("schema_o")
    Path(kernel.said("import os; print(os.getcwd())").strip(), "my_decisions.json").touch()
    assert "%schema run --decisions my_decisions.json" in kernel.offered("%schema run --decisions my_")


def test_help(kernel: Kernel) -> None:
    assert "%schema diff --database engine --models Base" in kernel.help("%schema")
    assert "exit codes" in kernel.help("%schema")


def test_a_notebook_opens_no_second_one(kernel: Kernel) -> None:
    assert kernel.said("%schema lab") == "schema: lab: a notebook is open already: type schema lab in a terminal\n"


# --- models that are defined in cells -------------------------------------------------------------------------------


def test_running_the_cell_again_with_another_class_is_picked_up(kernel: Kernel) -> None:
    more = BOOK.replace("    author:", "    isbn: Mapped[str | None] = mapped_column(String(13))\n    author:")
    assert kernel.said(BASE + AUTHOR + more) == ""
    assert "column:books.isbn:add" in kernel.said(f"%schema diff {SIDES}")
    assert kernel.said(BASE + AUTHOR + BOOK) == ""
    assert "isbn" not in kernel.said(f"%schema diff {SIDES}")


def test_the_loop_runs_to_its_end_on_models_of_cells_and_objects(kernel: Kernel) -> None:
    kernel.run('decided = {"column:books.note:remove": "ignore"}')
    sides = "--database sqlite:///closed.db --models Base"
    *_, waits = kernel.run(f"%schema run {sides} --yes")
    assert "waiting" in waits["data"]["text/plain"] and "text/html" in waits["data"]
    *_, state = kernel.run(f"%schema run {sides} --yes --rename authors.nom=name --decisions decided")
    assert state["data"]["text/plain"].startswith("no schema drift after")
    assert "applied" in kernel.said("%schema log --database sqlite:///closed.db")
    *_, undone = kernel.run(f"%schema rollback {sides}")
    assert "Rolled back 1 change" in undone["data"]["text/plain"]


def test_a_class_run_again_on_the_same_base_is_told_the_way_on(kernel: Kernel) -> None:
    said = kernel.said(BOOK)
    assert "already defined" in said and "schema: a class cannot be defined twice on one Base" in said
    assert kernel.said("Base.registry.dispose(); Base.metadata.clear()") == kernel.said(AUTHOR + BOOK) == ""
    assert "3 changes: 1 to add" in kernel.said(f"%schema diff {SIDES}")


def test_extend_existing_leaves_nothing_of_an_earlier_run_in_silence(kernel: Kernel) -> None:
    """SQLAlchemy only adds: a column, an index, a CHECK that the cell no longer states would stay."""
    extending = """\
import warnings; warnings.simplefilter("ignore")
class Book(Base):
    __tablename__ = "books"
    __table_args__ = (CheckConstraint("id > 0"), {"extend_existing": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.id"))
    author: Mapped[Author] = relationship(back_populates="books")
"""
    fewer = extending.replace('CheckConstraint("id > 0"), ', "")
    assert kernel.said(BASE + AUTHOR + extending) == ""
    kernel.run(f"drift = %schema diff {SIDES}")
    stated = "sorted(change.id for change in drift.changes)"
    first = kernel.said(stated)
    assert "index:books.ix_books_title:add" in first and "check:books" in first
    assert kernel.said(extending) == kernel.said(extending) == ""
    kernel.run(f"drift = %schema diff {SIDES}")
    assert kernel.said(stated) == first
    kernel.run(fewer)
    assert "note: table" not in kernel.said(f"drift = %schema diff {SIDES}")
    assert "check:books" not in kernel.said(stated)
    kernel.run(fewer.replace("    author_id", "    isbn: Mapped[str | None]\n    author_id"))
    kernel.run(fewer)
    assert "note: table books: its cell no longer states isbn" in kernel.said(f"%schema diff {SIDES}")
    kernel.run(BASE + AUTHOR + extending)
    assert "note: table" not in kernel.said(f"%schema diff {SIDES}")


def test_core_tables_of_a_cell(kernel: Kernel) -> None:
    table = 'Table("authors", metadata, Column("id", Integer, primary_key=True), Column("nom", String(80)));'
    assert kernel.said("metadata = MetaData()\n" + table) == ""
    assert "table:books:remove" in kernel.said("%schema diff --database url --models metadata")
    assert "already defined" in kernel.said(table)
