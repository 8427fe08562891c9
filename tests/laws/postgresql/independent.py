"""A second opinion on two PostgreSQL databases: is the schema of one that of the other?

Compares what ``pg_dump --schema-only`` says of a database with what it says of one that was made straight from the
models. Names that the models leave open are open; column order is nothing; what models cannot state (views, triggers,
functions, policies, extensions, partitions, grants) is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import MetaData
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.sql.schema import Constraint

from .dump import Dump, Key, spelled

NOT_OURS = "alembic_version"


def differences(have: Dump, want: Dump, models: MetaData, ignore: tuple[str, ...] = ()) -> list[str]:
    """What differs, a line each; empty when ``have`` is what ``want`` is. ``ignore``: names that are left out."""
    stated = stated_names(models)
    found = [*of_schemas(have, want)]
    mine, theirs = set(have.tables), set(want.tables)
    for table in sorted(mine | theirs):
        if table.rpartition(".")[2] == NOT_OURS or table in views_of(have):
            continue
        if table not in mine or table not in theirs:
            found.append(f"{table}: only in one of the two")
        else:
            found += [f"{table}{line}" for line in of_a_table(have, want, table, stated)]
    return [line for line in found if not any(line.startswith((f"{name}:", f"{name}.")) for name in ignore)]


def schema_of(table: str) -> str:
    return next(iter(split(table)))


def split(table: str) -> list[str]:
    """A spelled name in its parts."""
    parts, quoted = [""], False
    for sign in table:
        if sign == '"':
            quoted = not quoted
        elif sign == "." and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def known_schemas(want: Dump) -> set[str]:
    """The schemas in which the models have something."""
    return {schema_of(table) for table in want.tables} | {key[0] for key in (*want.types, *want.sequences)}


def views_of(dump: Dump) -> set[str]:
    """The views, which models may be mapped onto."""
    labels = [label.split(" ") for label in dump.carried]
    words = [label[label.index("VIEW") + 1 :] for label in labels if "VIEW" in label[:3] and label[0] == "CREATE"]
    return {spelled(*(part.strip('"') for part in name if part != ".")) for name in words}


def stated_names(models: MetaData) -> set[str]:
    """The names of constraints and indexes that the models state, as they reach the database."""
    preparer = psycopg.dialect().identifier_preparer
    found = set()
    for table in models.tables.values():
        for constraint in table.constraints:
            if (name := constraint_name(constraint)) is not None:
                found.add(name)
        found |= {str(preparer.format_index(index)) for index in table.indexes}
    return {name[1:-1].replace('""', '"') if name.startswith('"') else name for name in found}


def constraint_name(constraint: Constraint) -> str | None:
    if constraint.name is None:
        return None
    name = psycopg.dialect().identifier_preparer.format_constraint(constraint)
    return str(name) if name else None


def of_schemas(have: Dump, want: Dump) -> Iterator[str]:
    """What differs in types, domains and sequences."""
    for mine, theirs in ((have.types, want.types), (have.sequences, want.sequences)):
        for key in sorted(set(mine) | set(theirs)):
            if mine.get(key) != theirs.get(key):
                yield f"{spelled(*key)}: is {mine.get(key)} instead of {theirs.get(key)}"
    for schema in sorted(known_schemas(want) - have.schemas - {"public"}):
        yield f"{schema}: no such schema"


def of_a_table(have: Dump, want: Dump, table: str, stated: set[str]) -> Iterator[str]:
    """What differs between two tables."""
    if have.tables[table] != want.tables[table]:
        yield f": is {have.tables[table]!r} instead of {want.tables[table]!r}"
    mine, theirs = columns_of(have, table), columns_of(want, table)
    for column in sorted(set(mine) | set(theirs)):
        if mine.get(column) != theirs.get(column):
            yield f".{column}: is {mine.get(column)} instead of {theirs.get(column)}"
    yield from of_a_list(constraints_of(have, table), constraints_of(want, table), stated)


def columns_of(dump: Dump, table: str) -> dict[str, dict[str, str]]:
    """column -> aspect -> what is said of it."""
    return {
        key[1]: says | {"comment": dump.comments.get(("column", *key), "")}
        for key, says in dump.columns.items()
        if key[0] == table
    } | {"": {"comment": dump.comments.get(("table", table, ""), "")}}


def constraints_of(dump: Dump, table: str) -> dict[str, str]:
    """name -> what is said of the constraint or index."""
    comments = {key[2]: text for key, text in dump.comments.items() if key[:2] == ("constraint", table)}
    return {
        name: " ".join(filter(None, [says, comments.get(name)]))
        for (of, name), says in dump.listed.items()
        if of == table
    }


def of_a_list(mine: dict[str, str], theirs: dict[str, str], stated: set[str]) -> Iterator[str]:
    """What differs between two tables' constraints and indexes; a name counts where the models state it."""
    left = dict(mine)
    for name in sorted(set(theirs) & stated):
        says = left.pop(name, None)
        if says != theirs[name]:
            yield f".{name}: is {says} instead of {theirs[name]}"
    open_ones = Counter(says for name, says in theirs.items() if name not in stated)
    for name, says in sorted(left.items()):
        if open_ones[says]:
            open_ones[says] -= 1
        else:
            yield f".{name}: {says}: too many"
    for says in sorted(open_ones.elements()):
        yield f".: {says}: missing"


__all__ = ["Key", "differences", "split"]
