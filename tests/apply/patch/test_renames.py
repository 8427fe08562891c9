"""A column with another name: what the sources say of it in SQL, in lists and by key, follows or waits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

import schemasync_nb as ss
from schemasync_nb.apply.patch.follow import foretold
from schemasync_nb.detect.detection import detect
from schemasync_nb.engines import engine_for
from schemasync_nb.models import load

from .law import what_does_not_wait_is_gone
from .opening import opened_source

IMPORTS = "from sqlalchemy import Computed, UniqueConstraint, desc, func, literal_column, text\n"
TABLE = "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, regal INTEGER NOT NULL"
CLASS = (
    IMPORTS
    + """

class Book(Base):
    __tablename__ = "book"
    __table_args__ = (%s,)

    id: Mapped[int] = mapped_column(primary_key=True)
    shelf: Mapped[int]
"""
)
CALL = (
    IMPORTS
    + """
metadata = MetaData()
book = Table("book", metadata, Column("id", Integer, primary_key=True), Column("shelf", Integer, nullable=False), %s)
"""
)
INDEXED = CLASS.replace("shelf: Mapped[int]", "shelf: Mapped[int] = mapped_column(index=True)")
KEYED = CALL.replace('Column("shelf", Integer', 'Column("shelf", Integer, key="place"')


@dataclass(frozen=True)
class Case:
    """Models in which column ``shelf`` of table ``book`` is called ``regal``.

    database  what follows the columns in its CREATE TABLE
    has       lines or parts of them that the patched source has
    waits     what waits, as part of the reason for it
    """

    source: str
    database: str = ")"
    has: list[str] = field(default_factory=list)
    waits: str = ""


def in_class(item: str, database: str, *has: str, waits: str = "") -> Case:
    return Case(CLASS % item, database, list(has), waits)


def in_call(item: str, database: str, *has: str, waits: str = "") -> Case:
    return Case(CALL % item, database, list(has), waits)


CASES = {
    "a text beside a string literal, a comment and a longer word": in_class(
        """CheckConstraint("shelf > 0 AND shelf_id <> 'shelf' /* shelf */")""",
        ", shelf_id TEXT, CHECK (regal > 0 AND shelf_id <> 'shelf'))",
        '''"regal > 0 AND shelf_id <> 'shelf' /* shelf */"''',
    ),
    "a function, a cast and a table of that name": in_class(
        """CheckConstraint("book.shelf + abs(shelf) > CAST(\\"shelf\\" AS shelf)", name="odd")""",
        ', CONSTRAINT "odd" CHECK (book.regal + abs(regal) > CAST("regal" AS shelf)))',
        """'book.regal + abs(regal) > CAST("regal" AS shelf)'""",
    ),
    "quotes that stay": in_class(
        """CheckConstraint('"shelf" > 0 OR `shelf` < 9'), CheckConstraint(r"SHELF <> 3")""",
        ', CHECK ("regal" > 0 OR `regal` < 9), CHECK (regal <> 3))',
        """CheckConstraint('"regal" > 0 OR `regal` < 9')""",
        'CheckConstraint(r"regal <> 3")',
    ),
    "a text over several literals and lines": in_class(
        'CheckConstraint("shelf > 0 AND "\n        "shelf < 9"), CheckConstraint("""\n  shelf <> 5\n""")',
        ", CHECK (regal > 0 AND regal < 9), CHECK (regal <> 5))",
        'CheckConstraint("regal > 0 AND "\n        "regal < 9")',
        'CheckConstraint("""\n  regal <> 5\n""")',
    ),
    "an index with an expression and a predicate": in_class(
        'Index("by_shelf", text("abs(shelf)"), "shelf", sqlite_where=text("shelf > 1"))',
        "); CREATE INDEX by_shelf ON book (abs(regal), regal) WHERE regal > 1",
        'Index("by_shelf", text("abs(regal)"), "regal", sqlite_where=text("regal > 1"))',
    ),
    "a list names a column by its key": in_call(
        'UniqueConstraint("shelf"), Index("by_shelf", "shelf", "id")',
        ", UNIQUE (regal)); CREATE INDEX by_shelf ON book (regal, id)",
        'Column("regal", Integer, nullable=False, key="shelf"), UniqueConstraint("shelf"), Index("by_shelf", "shelf"',
    ),
    "a statement of its own": Case(
        CALL % 'comment="shelf"' + 'Index("by_shelf", book.c.shelf, sqlite_where=text("shelf > 1"))\n',
        "); CREATE INDEX by_shelf ON book (regal) WHERE regal > 1",
        ['Index("by_shelf", book.c.shelf, sqlite_where=text("regal > 1"))', 'comment="shelf"'],
    ),
    "a statement of its own about a class": Case(
        CLASS % '{"comment": "shelf"}' + '\n\nIndex("by_shelf", Book.shelf, sqlite_where=text("shelf > 1"))\n',
        "); CREATE INDEX by_shelf ON book (regal) WHERE regal > 1",
        ['Index("by_shelf", Book.shelf, sqlite_where=text("regal > 1"))'],
    ),
    "another table has such a column and such a text": Case(
        CLASS % 'CheckConstraint("shelf > 0")'
        + '\n\nclass Box(Base):\n    __tablename__ = "box"\n    __table_args__ = (CheckConstraint("shelf > 0"),)\n\n'
        + "    id: Mapped[int] = mapped_column(primary_key=True)\n    shelf: Mapped[int]\n",
        ", CHECK (regal > 0));"
        "CREATE TABLE box (id INTEGER NOT NULL PRIMARY KEY, shelf INTEGER NOT NULL, CHECK (shelf > 0))",
        ['(CheckConstraint("regal > 0"),)', '(CheckConstraint("shelf > 0"),)'],
    ),
    "a mixin has the column and the text": Case(
        IMPORTS + "from sqlalchemy.orm import declared_attr\n\n\nclass Placed:\n"
        '    shelf: Mapped[int] = mapped_column(CheckConstraint("shelf > 0"))\n\n'
        "    @declared_attr.directive\n    def __table_args__(cls):\n"
        '        return (Index(f"by_{cls.__name__}", "shelf", sqlite_where=text("shelf > 1")),)\n\n\n'
        'class Book(Placed, Base):\n    __tablename__ = "book"\n\n'
        "    id: Mapped[int] = mapped_column(primary_key=True)\n",
        ", CHECK (regal > 0)); CREATE INDEX by_Book ON book (regal) WHERE regal > 1",
        ['"regal", CheckConstraint("regal > 0")', '"regal", sqlite_where=text("regal > 1")'],
    ),
    "a value in an index is no column": in_class(
        'Index("by_shelf", func.coalesce(text("shelf"), "shelf"), desc("shelf"))',
        "); CREATE INDEX by_shelf ON book (coalesce(regal, 'shelf'), regal DESC)",
        'Index("by_shelf", func.coalesce(text("regal"), "shelf"), desc("regal"))',
    ),
    "a mixin has the text, and another table keeps the name": Case(
        IMPORTS + "from sqlalchemy.orm import declared_attr\n\n\nclass Placed:\n"
        "    id: Mapped[int] = mapped_column(primary_key=True)\n    shelf: Mapped[int]\n\n"
        "    @declared_attr.directive\n    def __table_args__(cls):\n"
        '        return (CheckConstraint("shelf > 0"),)\n\n\n'
        'class Book(Placed, Base):\n    __tablename__ = "book"\n\n\n'
        'class Box(Placed, Base):\n    __tablename__ = "box"\n',
        ", CHECK (regal > 0));"
        "CREATE TABLE box (id INTEGER NOT NULL PRIMARY KEY, shelf INTEGER NOT NULL, CHECK (shelf > 0))",
        waits="models.py:17: box has it too and keeps the name: 'shelf > 0' mentions column shelf",
    ),
    "a constant": Case(
        (CLASS % "CheckConstraint(RULE)").replace("\n\nclass Book", '\nRULE = "shelf > 0"\n\n\nclass Book'),
        ", CHECK (regal > 0))",
        waits="models.py:14: 'shelf > 0' mentions column shelf: rename that there by hand",
    ),
    "a text that is put together": in_call(
        'CheckConstraint(f"{\'shelf\'} > 0"), Index("by_shelf", "shelf"), UniqueConstraint("shelf", "id")',
        ", CHECK (regal > 0), UNIQUE (regal, id)); CREATE INDEX by_shelf ON book (regal)",
        waits="'shelf > 0' mentions column shelf",
    ),
    "an index that gets more columns": in_call(
        'Index("by_shelf", "shelf")',
        "); CREATE INDEX by_shelf ON book (regal, id)",
        'Index("by_shelf", "shelf", "id")',
    ),
    "an index by a column's key gets more columns": Case(
        KEYED % 'Index("by_shelf", "id")',
        "); CREATE INDEX by_shelf ON book (regal, id)",
        ['key="place"', 'Index("by_shelf", "place", "id")'],
    ),
    "an unnamed constraint by keys gets another column": Case(
        KEYED % 'UniqueConstraint("place")', ", UNIQUE (regal, id))", ['UniqueConstraint("place", "id")']
    ),
    "an index by attributes gets more columns": Case(
        CLASS % '{"comment": "shelf"}' + '\n\nIndex("by_shelf", Book.id)\n',
        "); CREATE INDEX by_shelf ON book (regal, id)",
        ['Index("by_shelf", Book.shelf, Book.id)'],
    ),
    "a foreign key to a column by its key": Case(
        (CALL % 'UniqueConstraint("shelf")')
        + 'Table("box", metadata, Column("place", Integer), Column("at", Integer))\n',
        ", UNIQUE (regal));CREATE TABLE box (place INTEGER REFERENCES book (regal), at INTEGER REFERENCES book (id))",
        ['Column("place", Integer, ForeignKey("book.shelf"))', 'Column("at", Integer, ForeignKey("book.id"))'],
    ),
    "a unique constraint that is renamed too": in_class(
        'UniqueConstraint("shelf", name="one_shelf")',
        ", CONSTRAINT one_regal UNIQUE (regal))",
        'UniqueConstraint("regal", name="one_regal")',
    ),
    "an index that the column states": Case(
        INDEXED % '{"comment": "books"}',
        "); CREATE INDEX ix_book_shelf ON book (regal)",
        ['Index("ix_book_shelf", "regal")', 'shelf: Mapped[int] = mapped_column("regal")'],
    ),
    "an index that the column states is renamed too": Case(
        INDEXED % '{"comment": "books"}',
        "); CREATE INDEX ix_book_regal ON book (regal)",
        ['mapped_column("regal", index=True)'],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_names_the_column_follows(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    found = opened_source(f"{TABLE}{case.database};", case.source, tmp_path)
    patch = found.patch(rename_from={"column:book.shelf:add": "regal"})
    if case.waits:
        assert case.waits in patch.waits["column:book.shelf:add"]
        assert patch.waits.keys() == {change.id for change in found.drift.changes}
        return
    assert patch.waits == {}
    [file] = patch.files
    assert [piece for piece in case.has if piece not in file.after] == [], file.after
    file.path.write_text(file.after, "utf-8")
    left = detect(found.database, load(str(file.path)), engine_for(found.database)).changes
    assert [change.id for change in left] == []


READER = "CREATE TABLE reader (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(10), born DATE%s);"
MEMBER = """

class Member(Base):
    __tablename__ = "member"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), index=True)
"""


def test_what_a_renamed_table_differs_in_is_foretold(tmp_path: Path) -> None:
    """Under the new name it is compared for the first time: its changes are new, and nothing else may appear."""
    found = opened_source(READER % "" + "CREATE INDEX ix_member_name ON reader (name);", MEMBER, tmp_path)
    patch = found.patch(rename_from={"table:member:add": "reader"})
    assert patch.changes == ("table:member:add", "table:reader:remove")
    engine = engine_for(found.database)
    left = foretold(found.drift, patch.changes, patch.renames, found.models, engine)
    expected = ["column:reader.born:remove", "column:reader.name:alter", "index:reader.ix_reader_name:rename"]
    assert [change.id for change in left] == expected
    assert found.prove(patch) == ""
    [file] = patch.files
    wrong = replace(patch, files=(replace(file, after=file.after.replace("String(80)", "String(81)")),))
    assert found.prove(wrong) == "with the patch column:reader.name:alter is another change than before"


def test_what_a_renamed_table_differs_in_goes_in_with_the_next_pass(tmp_path: Path) -> None:
    found = opened_source(READER % "", MEMBER, tmp_path)
    rename = {"table:member:add": {"do": "models", "rename_from": "reader"}}
    policy = ss.Policy(decisions={**rename, "*": "models"})
    loop = ss.SyncLoop(found.database.url, str(tmp_path / "models.py"), policy=policy, workdir=str(tmp_path / "work"))
    assert loop.run().status == "in_sync"
    assert [(each.found, each.applied, each.remaining) for each in loop.state.passes] == [(2, 2, 3), (3, 3, 0)]
    source = (tmp_path / "models.py").read_text("utf-8")
    assert '__tablename__ = "reader"' in source and "name: Mapped[str | None] = mapped_column(String(10))" in source


CONVENTION = """
    metadata = MetaData(naming_convention={
        "ix": "ix_%(column_0_label)s", "pk": "pk_%(table_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    })


class Member(Base):
    __tablename__ = "member"
    __table_args__ = (CheckConstraint("length(name) > 1", name="long"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), index=True)
    mail: Mapped[str] = mapped_column(String(80), unique=True)


class Loan(Base):
    __tablename__ = "loan"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
"""
BY_CONVENTION = """
CREATE TABLE {table} (id INTEGER NOT NULL, {name} VARCHAR(80) NOT NULL, {mail} VARCHAR(80) NOT NULL,
    CONSTRAINT pk_{named} PRIMARY KEY (id), CONSTRAINT uq_{named}_{unique} UNIQUE ({mail}),
    CONSTRAINT ck_{named}_long CHECK (length({name}) > 1));
CREATE INDEX ix_{named}_{index} ON {table} ({name});
CREATE TABLE loan (id INTEGER NOT NULL, member_id INTEGER NOT NULL, CONSTRAINT pk_loan PRIMARY KEY (id),
    CONSTRAINT fk_loan_member_id_{named} FOREIGN KEY (member_id) REFERENCES {table} (id));
"""
MEMBER_SIDE = {"table": "member", "named": "member", "name": "name", "index": "name", "mail": "mail", "unique": "mail"}
TABLE_RENAMED = {"table:member:add": {"rename_from": "reader"}}
COLUMNS_RENAMED = {
    "column:member.name:add": {"rename_from": "title"},
    "column:member.mail:add": {"rename_from": "email"},
}


@pytest.mark.parametrize(
    ("side", "decisions"),
    [
        ({"table": "reader"}, TABLE_RENAMED),
        ({"table": "reader", "named": "reader"}, TABLE_RENAMED),
        ({"name": "title", "mail": "email"}, COLUMNS_RENAMED),
        ({"name": "title", "mail": "email", "index": "title", "unique": "email"}, COLUMNS_RENAMED),
    ],
)
def test_names_by_convention(side: dict[str, str], decisions: dict[str, Any], tmp_path: Path) -> None:
    """They follow the new names in the models; the database may have kept them."""
    found = opened_source(BY_CONVENTION.format(**{**MEMBER_SIDE, **side}), CONVENTION, tmp_path)
    what_does_not_wait_is_gone(found, tmp_path / "models.py", decisions)
