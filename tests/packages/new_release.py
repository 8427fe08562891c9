"""The newest release's models as plain tables, and the schemas that they make: run by make_dumps.py, inside the newest
release's own environment.

    python new_release.py REAL.py MODELS.txt URL ...

What is written is read from the MetaData itself, not from a database, and must make the very same DDL.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

DIALECTS = (sqlite.dialect(), postgresql.dialect())


def spelled_type(of: Any) -> str:
    """A type as Python source, without what a package wraps around it."""
    on = []
    for dialect in DIALECTS:
        inner = of._variant_mapping.get(dialect.name, of)
        while isinstance(inner, sa.types.TypeDecorator):
            inner = inner.load_dialect_impl(dialect)
            inner = inner._variant_mapping.get(dialect.name, inner)
        on.append(repr(inner))
    return on[0] if on[0] == on[1] else f"{on[0]}.with_variant({on[1]}, 'postgresql')"


def spelled_clause(of: Any) -> str:
    """An SQL expression as Python source."""
    if isinstance(of, str):
        return repr(of)
    if isinstance(of, sa.Column):
        return repr(of.name)
    if of.__class__ in (sa.true().__class__, sa.false().__class__):
        return f"{of}()"
    said = of.compile(dialect=DIALECTS[0], compile_kwargs={"literal_binds": True, "include_table": False})
    return f"text({str(said)!r})"


def given(**options: Any) -> list[str]:
    """Those options that are not left out, as keyword arguments."""
    return [f"{name}={value!r}" for name, value in options.items() if value is not None]


def dialect_options(of: Any) -> Iterator[str]:
    """What is stated for SQLite or PostgreSQL alone."""
    for name, value in of.dialect_kwargs.items():
        if name.startswith(("sqlite_", "postgresql_")) and value is not None:
            plain = [getattr(each, "name", each) for each in value] if isinstance(value, list) else value
            yield f"{name}={spelled_clause(plain) if isinstance(plain, sa.ClauseElement) else repr(plain)}"


def column(of: sa.Column[Any]) -> str:
    parts = [repr(of.name), spelled_type(of.type)]
    if of.computed is not None:
        stated = [spelled_clause(of.computed.sqltext), *given(persisted=of.computed.persisted)]
        parts.append(f"Computed({', '.join(stated)})")
    if of.identity is not None:
        numbers = {name: getattr(of.identity, name) for name in ("always", "start", "increment", "cycle")}
        parts.append(f"Identity({', '.join(given(**numbers))})")
    if of.primary_key:
        parts.append("primary_key=True")
        parts += given(autoincrement=None if of.autoincrement == "auto" else of.autoincrement)
    if of.nullable == of.primary_key and of.identity is None:
        parts.append(f"nullable={of.nullable}")
    if isinstance(of.server_default, sa.DefaultClause):
        parts.append(f"server_default={spelled_clause(of.server_default.arg)}")
    return f"Column({', '.join([*parts, *given(comment=of.comment)])})"


def constraint(of: Any) -> str | None:
    name = str(of.name) if isinstance(of.name, str) else None
    deferred = {"deferrable": of.deferrable, "initially": of.initially}
    if isinstance(of, sa.PrimaryKeyConstraint):
        stated = [repr(each.name) for each in of.columns]
        return f"PrimaryKeyConstraint({', '.join([*stated, *given(name=name)])})" if name else None
    if isinstance(of, sa.UniqueConstraint):
        return f"UniqueConstraint({', '.join([*(repr(c.name) for c in of.columns), *given(name=name, **deferred)])})"
    if isinstance(of, sa.CheckConstraint):
        return f"CheckConstraint({', '.join([spelled_clause(of.sqltext), *given(name=name)])})"
    assert isinstance(of, sa.ForeignKeyConstraint), of
    actions = {"onupdate": of.onupdate, "ondelete": of.ondelete, "use_alter": of.use_alter or None}
    parents = [each.target_fullname for each in of.elements]
    options = given(name=name, **actions, **deferred)
    return f"ForeignKeyConstraint({', '.join([repr(of.column_keys), repr(parents), *options])})"


def index(of: sa.Index) -> str:
    options = [*given(unique=of.unique or None), *dialect_options(of)]
    return f"Index({', '.join([repr(str(of.name)), *map(spelled_clause, of.expressions), *options])})"


def table(of: sa.Table) -> Iterator[str]:
    """A table as Python source, one line for each part."""
    yield "Table("
    yield f"    {of.name!r},"
    yield "    metadata,"
    lines = [column(each) for each in of.columns]
    own = sorted(of.constraints, key=lambda each: each._creation_order)
    lines += [line for each in own if not each._type_bound and (line := constraint(each))]
    lines += [index(each) for each in sorted(of.indexes, key=lambda each: str(each.name))]
    lines += [*given(comment=of.comment), *dialect_options(of)]
    yield from (f"    {line}," for line in lines)
    yield ")"


def ddl(metadata: sa.MetaData) -> list[list[str]]:
    """All that the tables are made with, on both engines; in which order constraints are stated is nothing."""
    found = []
    for each in metadata.tables.values():
        for dialect in DIALECTS:
            found.append(str(CreateTable(each).compile(dialect=dialect)))
            found += [str(CreateIndex(one).compile(dialect=dialect)) for one in each.indexes]
    return sorted(sorted(line.rstrip(", ") for line in sql.split("\n")) for sql in found)


def main(real: str, models: str, *urls: str) -> None:
    sys.path[:] = [folder for folder in sys.path if folder and not folder.endswith("tests/packages")]
    metadata = runpy.run_path(real)["metadata"]
    source = "\n".join(line for each in sorted(metadata.tables) for line in table(metadata.tables[each]))
    scope: dict[str, Any] = {"metadata": sa.MetaData()}
    exec("from sqlalchemy import *\n" + source, scope)
    here, there = ddl(metadata), ddl(scope["metadata"])
    assert here == there, next(pair for pair in zip(here, there, strict=False) if pair[0] != pair[1])
    Path(models).write_text(source + "\n", "utf-8")
    for url in urls:
        metadata.create_all(sa.create_engine(url))


if __name__ == "__main__":
    main(*sys.argv[1:])
