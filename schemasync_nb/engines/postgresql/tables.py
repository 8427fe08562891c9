"""Tables as a whole: created, dropped, altered."""

from __future__ import annotations

from collections.abc import Iterator

from schemasync_nb.catalog import CHECK, COLUMN, CONSTRAINTS, FOREIGN_KEY, INDEX, Catalog, Entry
from schemasync_nb.engines.postgresql import keys
from schemasync_nb.engines.postgresql.columns import comment, definition, filled, needs_numbering
from schemasync_nb.engines.postgresql.course import Course, listed
from schemasync_nb.engines.postgresql.names import literal, quote_table, split
from schemasync_nb.engines.postgresql.naming import meaning
from schemasync_nb.engines.postgresql.numbering import own_relation, start_numbering
from schemasync_nb.engines.postgresql.order import (
    CREATE,
    DROP_CARRIED,
    DROP_TABLES,
    NOTHING,
    SETTLE,
    Act,
    Thing,
    Things,
    names,
    thing,
)
from schemasync_nb.engines.statement import Statement
from schemasync_nb.errors import MigrationError


def create_table(catalog: Catalog, key: str) -> str:
    """The CREATE TABLE of one table from its entries, without foreign keys and indexes."""
    table = catalog.tables[key]
    parents = listed(table, "inherits")
    lines = [definition(column) for column in catalog.of(key, COLUMN) if not _is_inherited(catalog, column, parents)]
    lines += [constraint.sql for constraint in _inline(catalog, key)]
    body = "".join(f"\n  {line}," for line in lines).removesuffix(",")
    sql = f"CREATE {'UNLOGGED ' if table.facts['unlogged'] else ''}TABLE {quote_table(table.table)} ({body}\n)"
    sql += f" INHERITS ({', '.join(map(quote_table, parents))})" if parents else ""
    sql += f" PARTITION BY {table.facts['partition_by']}" if table.facts["partition_by"] else ""
    options = listed(table, "options")
    return sql + (f" WITH ({', '.join(options)})" if options else "")


def _inline(catalog: Catalog, key: str) -> list[Entry]:
    """The constraints that CREATE TABLE states; one that is not valid can only be added."""
    parents = listed(catalog.tables[key], "inherits")
    return [
        constraint
        for constraint in catalog.of(key, *CONSTRAINTS)
        if constraint.kind != FOREIGN_KEY
        and not constraint.facts.get("not_valid")
        and not _is_inherited(catalog, constraint, parents)
    ]


def _is_inherited(catalog: Catalog, entry: Entry, parents: tuple[str, ...]) -> bool:
    """True when a parent table has the same column or check."""
    if entry.kind not in (COLUMN, CHECK):
        return False
    same = (twin for parent in parents for twin in catalog.of(parent, entry.kind) if twin.name == entry.name)
    return any(meaning(twin) == meaning(entry) for twin in same)


def create_acts(course: Course, key: str) -> Iterator[Act]:
    """The acts that make a table with its constraints and indexes; foreign keys come when all tables are there."""
    after = course.after
    table = after.tables[key]
    inline = _inline(after, key)
    columns = after.of(key, COLUMN)
    made = {thing(table), *map(thing, columns), *map(thing, inline)}
    statements = [Statement(create_table(after, key), f"create table {table.table}")]
    for column in columns:
        if needs_numbering(column):
            statements += map(Statement, start_numbering(column, course.before, after))
    statements += _comments(table, columns, inline)
    needs = {use for entry in (table, *columns, *inline) for use in entry.uses}
    for parent in listed(table, "inherits"):
        needs |= {(parent, ""), *map(thing, after.of(parent, COLUMN))}
    own = {thing(table), *(name for constraint in inline for name in names(constraint)), _relation(table)}
    yield Act(CREATE, tuple(statements), needs=frozenset(needs - made), makes=frozenset(made), takes=frozenset(own))
    later = [entry for entry in after.of(key, *CONSTRAINTS, INDEX) if entry not in inline]
    parents = listed(table, "inherits")
    for entry in later:
        if not _is_inherited(after, entry, parents):
            yield from keys.make(course, entry)


def _comments(table: Entry, columns: list[Entry], constraints: list[Entry]) -> Iterator[Statement]:
    if table.facts["comment"] is not None:
        yield _comment(table)
    yield from (comment(column) for column in columns if column.facts["comment"] is not None)
    yield from (keys.comment(each) for each in constraints if each.facts["comment"] is not None)


def _comment(table: Entry) -> Statement:
    text = table.facts["comment"]
    said = "NULL" if text is None else literal(str(text))
    return Statement(f"COMMENT ON TABLE {quote_table(table.table)} IS {said}")


def _relation(table: Entry) -> Thing:
    schema, name = split(table.table)
    return f"relation {schema}", name


def drop_acts(course: Course, key: str) -> Iterator[Act]:
    """The acts that drop a table; its foreign keys go first where the parent is dropped too and points back."""
    before = course.before
    table = before.tables[key]
    entries = before.of(key)
    leaves = {use for entry in entries for use in entry.uses if use[0] != key}
    for foreign_key in before.of(key, FOREIGN_KEY):
        parent = str(foreign_key.facts["parent"])
        if parent != key and parent not in course.after.tables and key in _ancestors(before, parent):
            yield keys.drop(course, foreign_key)
            leaves -= {use for use in foreign_key.uses if use[0] == parent}
        else:
            leaves |= {use for use in keys.pointed_to(before, foreign_key) if use[0].split(" ", 1)[1] != key}
    leaves |= {use for each in before.carried if each.table == key for use in each.uses if use[0] != key}
    schema, name = split(table.table)
    op = f"op.drop_table({name!r}, schema={schema!r})"
    yield Act(
        DROP_TABLES,
        (Statement(f"DROP TABLE {quote_table(table.table)}", f"drop table {table.table}", op),),
        leaves=frozenset(leaves | {(parent, "") for parent in listed(table, "inherits")}),
        ends=frozenset(thing(entry) for entry in entries),
        frees=frozenset({_relation(table), *(name for entry in entries for name in _names(entry))}),
    )


def _names(entry: Entry) -> Things:
    """The names that an entry of a table leaves when it goes."""
    if entry.kind in (*CONSTRAINTS, INDEX):
        return names(entry)
    return own_relation(entry) if entry.kind == COLUMN else NOTHING


def _ancestors(catalog: Catalog, table: str) -> set[str]:
    """The tables that one points to, directly and through others."""
    found: set[str] = set()
    todo = [table]
    while todo:
        for foreign_key in catalog.of(todo.pop(), FOREIGN_KEY):
            parent = str(foreign_key.facts["parent"])
            if parent not in found:
                found.add(parent)
                todo.append(parent)
    return found


def alter_acts(course: Course, key: str) -> Iterator[Act]:
    """The acts on what belongs to a table as a whole: persistence, options, parents, comment."""
    old, new = course.before.tables[key], course.after.tables[key]
    table = quote_table(key)
    if old.facts["partition_by"] != new.facts["partition_by"]:
        raise MigrationError(f"table {key}: PARTITION BY cannot be altered: make a new table and move its rows")
    statements: list[Statement] = []
    was, becomes = ({o.split("=", 1)[0]: o for o in listed(side, "options")} for side in (old, new))
    if away := [name for name in was if name not in becomes]:
        statements.append(Statement(f"ALTER TABLE {table} RESET ({', '.join(away)})"))
    if changed := [option for name, option in becomes.items() if was.get(name) != option]:
        statements.append(Statement(f"ALTER TABLE {table} SET ({', '.join(changed)})"))
    if old.facts["comment"] != new.facts["comment"]:
        statements.append(_comment(new))
    if statements:
        first = Statement(statements[0].sql, f"alter table {key}")
        yield Act(SETTLE, (first, *statements[1:]), needs=frozenset({filled(key)}))
    yield from _parents(course, old, new)
    if old.facts["unlogged"] != new.facts["unlogged"]:
        yield _persist(course, new)


def _parents(course: Course, old: Entry, new: Entry) -> Iterator[Act]:
    """A table leaves its parents as they were, and joins them as they will be: it must have all their columns."""
    table = quote_table(new.table)
    was, becomes = listed(old, "inherits"), listed(new, "inherits")
    for parent in sorted({*was} - {*becomes}):
        statement = Statement(f"ALTER TABLE {table} NO INHERIT {quote_table(parent)}", f"{new.table} leaves {parent}")
        ends = frozenset({(parent, ""), *map(thing, course.before.of(parent, COLUMN))})
        yield Act(DROP_CARRIED, (statement,), leaves=ends)
    for parent in sorted({*becomes} - {*was}):
        statement = Statement(f"ALTER TABLE {table} INHERIT {quote_table(parent)}", f"{new.table} inherits {parent}")
        columns = [*course.after.of(parent, COLUMN), *course.after.of(new.table, COLUMN)]
        gone = {thing(e) for e in course.before.of(parent, COLUMN) if e.name not in course.after.columns(parent)}
        needs = frozenset({(parent, ""), *map(thing, columns)})
        yield Act(DROP_TABLES, (statement,), needs=needs, takes=frozenset(gone))


def _persist(course: Course, new: Entry) -> Act:
    """SET LOGGED or UNLOGGED: a logged table never points to one that is not."""
    unlogged = bool(new.facts["unlogged"])
    needs = {(f"persistence {other}", "") for other in _neighbours(course.after, new.table, children=unlogged)}
    sql = f"ALTER TABLE {quote_table(new.table)} SET {'UNLOGGED' if unlogged else 'LOGGED'}"
    why = f"make table {new.table} {'unlogged' if unlogged else 'logged'}"
    made = frozenset({(f"persistence {new.table}", "")})
    return Act(SETTLE, (Statement(sql, why),), needs=frozenset(needs) - made, makes=made)


def _neighbours(catalog: Catalog, table: str, *, children: bool) -> Iterator[str]:
    for entry in catalog.entries:
        if entry.kind == FOREIGN_KEY:
            ends = entry.table, str(entry.facts["parent"])
            if ends[children] == table:
                yield ends[not children]
