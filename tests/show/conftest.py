"""Drifts made by hand from small catalogs, and the golden files they are compared with.

``UPDATE_GOLDEN=1 pytest tests/show`` writes the golden files anew; the diff is then read by a person.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from schemasync_nb.catalog import Catalog, Entry
from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.engines.postgresql.entries import enum_entry, schema_entry

GOLDEN = Path(__file__).with_name("golden")


def table(name: str, **facts: object) -> Entry:
    facts = {"strict": False, "without_rowid": False} | facts
    return Entry("table", name, None, facts, f"CREATE TABLE {name} (\n  ...\n)")


def column(of: str, name: str, type: str = "INTEGER", **facts: object) -> Entry:
    facts = {
        "type": type, "not_null": False, "default": None, "collation": None, "generated": None, "stored": None,
        "on_conflict": None,
    } | facts  # fmt: skip
    sql = f"{name} {type}" + (" NOT NULL" if facts["not_null"] else "")
    sql += f" DEFAULT {facts['default']}" if facts["default"] else ""
    return Entry("column", of, name, facts, sql)


def primary_key(of: str, *columns: str, autoincrement: bool = False) -> Entry:
    facts = {"columns": columns, "autoincrement": autoincrement}
    return Entry("primary_key", of, None, facts, f"PRIMARY KEY ({', '.join(columns)})")


def foreign_key(of: str, columns: str, parent: str, parent_columns: str = "id", **facts: object) -> Entry:
    """``columns`` and ``parent_columns`` are separated by bars."""
    facts = {
        "columns": tuple(columns.lower().split("|")), "parent": parent.lower(),
        "parent_columns": tuple(parent_columns.lower().split("|")),
        "on_delete": None, "on_update": None, "deferred": False,
    } | facts  # fmt: skip
    sql = f"FOREIGN KEY ({columns}) REFERENCES {parent} ({parent_columns})"
    sql += f" ON DELETE {facts['on_delete']}" if facts["on_delete"] else ""
    return Entry("foreign_key", of, None, facts, sql)


def index(of: str, name: str, *columns: str, unique: bool = False, predicate: str | None = None) -> Entry:
    sql = f"CREATE {'UNIQUE ' if unique else ''}INDEX {name} ON {of} ({', '.join(columns)})"
    sql += f" WHERE {predicate}" if predicate else ""
    return Entry("index", of, name, {"unique": unique, "columns": columns, "predicate": predicate}, sql)


def check(of: str, name: str | None, expression: str) -> Entry:
    named = f"CONSTRAINT {name} " if name else ""
    return Entry("check", of, name, {"expression": expression}, f"{named}CHECK ({expression})")


def unique(of: str, name: str | None, *columns: str) -> Entry:
    facts = {"columns": columns, "on_conflict": None}
    return Entry("unique", of, name, facts, f"UNIQUE ({', '.join(columns)})")


def library() -> list[Entry]:
    """A small lending library: branches, members, books, copies, loans."""
    return [
        table("branches"), column("branches", "id", not_null=True), column("branches", "name", "VARCHAR(80)"),
        column("branches", "city", "VARCHAR(80)"), primary_key("branches", "id"),
        table("members"), column("members", "id", not_null=True),
        column("members", "name", "VARCHAR(80)", not_null=True), column("members", "email", "VARCHAR(120)"),
        column("members", "joined", "DATE"),
        column("members", "branch_id"), primary_key("members", "id"),
        foreign_key("members", "branch_id", "branches"), index("members", "ix_members_email", "email", unique=True),
        table("books"), column("books", "id", not_null=True), column("books", "title", "VARCHAR(50)"),
        column("books", "isbn", "CHAR(13)"), column("books", "published", "DATE"), column("books", "pages"),
        primary_key("books", "id"), check("books", "ck_pages", "pages > 0"), index("books", "ix_books_title", "title"),
        table("copies"), column("copies", "book_id", not_null=True), column("copies", "number", not_null=True),
        column("copies", "branch_id"), column("copies", "condition", "VARCHAR(20)", default="'good'"),
        primary_key("copies", "book_id", "number"), foreign_key("copies", "book_id", "books"),
        foreign_key("copies", "branch_id", "branches"),
        table("loans"), column("loans", "id", not_null=True), column("loans", "member_id"), column("loans", "book_id"),
        column("loans", "copy_number"), column("loans", "due", "DATE"), primary_key("loans", "id"),
        foreign_key("loans", "member_id", "members"),
        foreign_key("loans", "book_id|copy_number", "copies", "book_id|number"),
        table("fines"), column("fines", "id", not_null=True), column("fines", "loan_id"),
        column("fines", "amount", "NUMERIC(8, 2)"), primary_key("fines", "id"),
        foreign_key("fines", "loan_id", "loans"),
    ]  # fmt: skip


Identity = tuple[str, str, str]


def identity(entry: Entry) -> Identity:
    """What an object is paired by: its name, else (foreign keys, uniques) its columns; a table has one primary key."""
    unnamed = ",".join(entry.facts.get("columns", ())) if entry.kind in ("foreign_key", "unique") else ""
    return (entry.kind, entry.table.lower(), (entry.name or unnamed).lower())


def drift(
    before: list[Entry], after: list[Entry], renames: dict[Identity, Identity] | None = None, engine: str = "sqlite"
) -> Drift:
    """Pair two lists of entries as simply as can be: by kind, table and name, and by the renames that are given."""
    renames = renames or {}
    moved = {old[1]: new[1] for old, new in renames.items() if old[0] == "table"}
    unpaired = {identity(entry): entry for entry in after}
    pairs: list[tuple[Entry | None, Entry | None]] = []
    for entry in before:
        home = replace(entry, table=moved.get(entry.table.lower(), entry.table))
        key = renames.get(identity(entry), identity(home if entry.kind != "table" else entry))
        pairs.append((entry, unpaired.pop(key, None)))
    pairs += [(None, entry) for entry in unpaired.values()]
    whole = {
        (old or new).table.lower(): True for old, new in pairs if (old or new).kind == "table" and not (old and new)
    }
    changes = []
    for old, new in pairs:
        entry = new or old
        if entry.kind != "table" and entry.table.lower() in whole:
            continue
        if old and new and identity(old) in renames:
            action = "rename"
        elif old and new:
            action = "alter"
        else:
            action = "remove" if old else "add"
        if action == "alter" and old.facts == new.facts:
            continue
        name = f".{entry.name}" if entry.name else ""
        hazards = ("DELETES_DATA",) if action == "remove" and entry.kind in ("table", "column") else ()
        identifier = f"{entry.kind}:{entry.table}{name}:{action}"
        changes.append(Change(identifier, entry.kind, action, entry.table, entry.name, old, new, hazards))
    changes.sort(key=lambda change: (change.table, change.id))
    sides = (Catalog(engine, tuple(entries), folds=engine == "sqlite") for entries in (before, after))
    return Drift(tuple(changes), *sides)


def without(entries: list[Entry], *gone: Identity) -> list[Entry]:
    return [entry for entry in entries if identity(entry) not in gone and ("*", entry.table, "") not in gone]


def swapped(entries: list[Entry], *new: Entry) -> list[Entry]:
    """Entries in which those with the same identity are replaced and the others come last."""
    by_identity = {identity(entry): entry for entry in new}
    kept = [by_identity.pop(identity(entry), entry) for entry in entries]
    return [*kept, *by_identity.values()]


HOSTILE = (
    "<script>alert(1)</script>",
    '"]; x',
    'it\'s "quoted" `so` [so]',
    "two\nlines\\n\\",
    "\u202ereversed\u202c",
    "&lt;b&gt;&amp;&#60;",
    "\x1b[31mred\x00",
    "emoji 👨\u200d👩\u200d👧 ok",
    "العربية",
    "x" * 63,
)


def hostile() -> Drift:
    """Every hostile text as the name of a table, a column and an index, and inside a default and a type."""
    before, after = [], []
    for name in HOSTILE:
        parent = HOSTILE[0]
        side = [
            table(name),
            column(name, "id"),
            primary_key(name, "id"),
            column(name, name, "TEXT", default=f"'{name}'"),
        ]
        before += [*side, foreign_key(name, name, parent, "id"), index(name, name, name)]
        after += [*side[:3], column(name, name, f"TEXT {name}", default=f"'{name}!'")]
        after += [foreign_key(name, name, parent, "id", on_delete=name), index(name, name, f"{name} DESC")]
    return drift(before, after)


def many(tables: int, columns: int = 12, *, tangled: bool = False) -> Drift:
    """A change in each of ``tables`` tables, each of which refers to the one before it; ``tangled``: to any two."""
    before: list[Entry] = []
    for number in range(tables):
        name = f"t{number:04}"
        before += [table(name), column(name, "id", not_null=True), primary_key(name, "id"), column(name, "previous_id")]
        before += [column(name, f"c{i}", "VARCHAR(20)") for i in range(columns - 2)]
        if tangled:
            before += [foreign_key(name, "previous_id", f"t{number * 7919 % tables:04}")]
            before += [foreign_key(name, "c1", f"t{(number * number + 7) % tables:04}")]
        elif number:
            before += [foreign_key(name, "previous_id", f"t{number - 1:04}")]
    return drift(before, [replace(e, facts={**e.facts, "type": "TEXT"}) if e.name == "c3" else e for e in before])


def clinic() -> Drift:
    """PostgreSQL's own kinds of object: schemas, enums, a domain, sequences, identity, an exclusion."""

    def pg(name: str, type: str, *uses: str, of: str = "public.visit", **facts: object) -> Entry:
        facts = {
            "type": type, "not_null": False, "default": None, "generated": None, "stored": True, "identity": None,
            "serial": None, "collation": None, "comment": None,
        } | facts  # fmt: skip
        used = frozenset({(of, ""), *((each, "") for each in uses)})
        return Entry("column", of, name, facts, f"{name} {type}", used)

    def pg_table(name: str) -> Entry:
        facts = {"partition_by": None, "unlogged": False, "options": (), "inherits": (), "comment": None}
        return Entry("table", name, None, facts, f"CREATE TABLE {name} (\n    ...\n)")

    def domain(type: str) -> Entry:
        facts = {"type": type, "not_null": False, "default": None, "collation": None, "checks": ()}
        return Entry("domain", "public", "money", facts, f"CREATE DOMAIN public.money AS {type}")

    def sequence(name: str, increment: int = 1) -> Entry:
        facts = {
            "type": "bigint", "start": 1, "increment": increment, "minimum": 1, "maximum": 2**63 - 1, "cache": 1,
            "cycle": False,
        }  # fmt: skip
        by = f" INCREMENT BY {increment}" if increment != 1 else ""
        return Entry("sequence", "public", name, facts, f"CREATE SEQUENCE public.{name}{by}")

    own = ("start=1", "increment=1", "minimum=1", "maximum=2147483647", "cache=1", "cycle=no")
    kept = [
        pg_table("public.visit"), pg("id", "integer", serial=("type=integer", *own), not_null=True),
        pg("state", "public.state", "public.state"), pg("room", "integer"),
        pg("kind", "public.kind", "public.kind"), enum_entry("public", "kind", ["a", "b"]),
        primary_key("public.visit", "id"),
    ]  # fmt: skip
    definition = {"definition": "EXCLUDE USING gist (room WITH =)", "deferrable": "", "comment": None}
    apart = Entry("exclude", "public.visit", "apart", definition, "CONSTRAINT apart EXCLUDE USING gist (room WITH =)")
    before = [
        *kept, pg("price", "public.money", "public.money"), pg("number", "integer", identity=("by default", *own)),
        domain("numeric(8,2)"), enum_entry("public", "state", ["open", "done", "lost"]), sequence("ticket"),
        sequence("unused"), apart,
    ]  # fmt: skip
    after = [
        *kept, pg("price", "public.money", "public.money"), pg("number", "integer", identity=("always", *own)),
        domain("numeric(10,2)"), enum_entry("public", "state", ["open", "closed", "lost", "done"]),
        sequence("ticket", 5), schema_entry("audit"), pg_table("audit.entry"),
        pg("who", "public.who", "public.who", of="audit.entry"), enum_entry("public", "who", ["staff", "patient"]),
    ]  # fmt: skip
    return drift(before, after, engine="postgresql")


def _cases() -> dict[str, Drift]:
    base = library()
    authors = [
        table("authors"), column("authors", "id", not_null=True), primary_key("authors", "id"),
        column("authors", "name", "VARCHAR(80)", not_null=True),
    ]  # fmt: skip
    title = column("books", "title", "VARCHAR(200)", not_null=True, default="'untitled'")
    renamed_table = [
        replace(e, table="readers", sql=e.sql.replace("members", "readers")) if e.table == "members" else e
        for e in swapped(base, foreign_key("loans", "member_id", "readers"))
    ]
    mixed = swapped(
        without(base, ("*", "fines", ""), ("column", "books", "pages"), ("check", "books", "ck_pages")),
        *authors, title, column("books", "author_id"), foreign_key("books", "author_id", "authors"),
        foreign_key("copies", "book_id", "books", on_delete="CASCADE"),
        index("members", "ix_members_email", "lower(email)", unique=True, predicate="email IS NOT NULL"),
        column("members", "nickname", "VARCHAR(40)"), index("loans", "ix_loans_due", "due DESC"),
    )  # fmt: skip
    mixed = [e for e in mixed if e.name != "joined"] + [column("members", "joined_on", "DATE")]
    cases = {
        "in_sync": drift(base, base),
        "column_added": drift(base, swapped(base, column("loans", "returned", "DATE", default="NULL"))),
        "column_removed": drift(base, without(base, ("column", "members", "joined"))),
        "column_altered": drift(base, swapped(base, title)),
        "column_renamed": drift(
            base,
            [column("members", "joined_on", "DATE") if e.name == "joined" else e for e in base],
            {("column", "members", "joined"): ("column", "members", "joined_on")},
        ),
        "table_added": drift(base, [*base, *authors, foreign_key("authors", "id", "branches")]),
        "table_removed": drift(base, without(base, ("*", "fines", ""))),
        "table_renamed": drift(base, renamed_table, {("table", "members", ""): ("table", "readers", "")}),
        "table_made_strict": drift(base, swapped(base, table("fines", strict=True))),
        "keys_and_indexes": drift(
            base,
            swapped(
                without(base, ("check", "books", "ck_pages")),
                primary_key("loans", "id", autoincrement=True), unique("books", "uq_isbn", "isbn"),
                index("books", "ix_books_title", "title DESC", predicate="title IS NOT NULL"),
            ),
        ),
        "foreign_keys": drift(
            base,
            swapped(
                without(base, ("foreign_key", "copies", "branch_id"), ("foreign_key", "members", "branch_id")),
                foreign_key("loans", "member_id", "members", on_delete="CASCADE"),
                foreign_key("fines", "id", "members"), foreign_key("fines", "loan_id", "books"),
            ),
        ),
        "mixed": drift(
            base, mixed, {("column", "members", "joined"): ("column", "members", "joined_on")},
        ),
        "hostile": hostile(),
        "clinic": clinic(),
    }  # fmt: skip
    return cases


CASES = _cases()


@pytest.fixture(params=sorted(CASES))
def case(request: pytest.FixtureRequest) -> str:
    """The name of each hand-made drift, in turn."""
    return str(request.param)


@pytest.fixture
def drifts() -> dict[str, Drift]:
    """The hand-made drifts by name."""
    return CASES


@pytest.fixture
def big() -> Callable[..., Drift]:
    """A drift with as many tables as one asks for."""
    return many


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name; write it where UPDATE_GOLDEN is set."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path.name} is missing: UPDATE_GOLDEN=1 writes it"
        assert text == path.read_text(encoding="utf-8"), f"{name} differs: UPDATE_GOLDEN=1 writes it anew"

    return compare
