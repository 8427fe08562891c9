"""Constraints and indexes: dropped, renamed, validated, made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from schemasync_nb.catalog import CHECK, FOREIGN_KEY, INDEX, PRIMARY_KEY, Catalog, Entry
from schemasync_nb.engines.postgresql.columns import filled, without_key
from schemasync_nb.engines.postgresql.course import Course, is_key, listed
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table, spell, split
from schemasync_nb.engines.postgresql.naming import meaning
from schemasync_nb.engines.postgresql.order import (
    DROP_KEYS,
    FOREIGN_KEYS,
    INDEXES,
    KEYS,
    NOTHING,
    OUTSIDE,
    Act,
    Thing,
    Things,
    names,
    thing,
)
from schemasync_nb.engines.statement import Statement

WORDS = {PRIMARY_KEY: "primary key", FOREIGN_KEY: "foreign key", "exclude": "exclusion"}


def key_acts(course: Course, table: str) -> Iterator[Act]:
    """The acts on the constraints and indexes of a table that stays."""
    for old, new in course.keys[table]:
        if old is not None and (new is None or course.is_dropped(old, new)):
            if not _rebuilt_outside(course, old, new):
                yield drop(course, old)
            if new is not None:
                yield from make(course, new, replaces=old)
        elif new is not None and old is None:
            yield from make(course, new)
        elif old is not None and new is not None:
            yield from _alter(course, old, new)


def drop(course: Course, old: Entry) -> Act:
    """The act that drops a constraint or an index."""
    table = quote_table(old.table)
    twin = course.inherited(old)
    if old.kind == INDEX:
        statement = Statement(f"DROP INDEX {_if_there(old)}", _why("drop", old), _drop_index_op(old))
    else:
        exists = "IF EXISTS " if twin is not None else ""
        statement = Statement(f"ALTER TABLE {table} DROP CONSTRAINT {exists}{quote(old.name or '')}", _why("drop", old))
    leaves = old.uses
    if old.kind == FOREIGN_KEY:
        leaves |= pointed_to(course.before, old)
    return Act(
        DROP_KEYS,
        (statement,),
        leaves=leaves,
        ends=frozenset({thing(old)}),
        makes=frozenset({without_key(old.table)} if old.kind == PRIMARY_KEY else ()),
        frees=names(old),
        takes=names(twin) if twin is not None else NOTHING,
    )


def pointed_to(catalog: Catalog, foreign_key: Entry) -> Things:
    """The keys that serve a foreign key in its parent."""
    wanted = set(listed(foreign_key, "parent_columns"))
    parent = str(foreign_key.facts["parent"])
    keys = (key for key in catalog.of(parent, PRIMARY_KEY, "unique", INDEX) if is_key(key))
    return frozenset(thing(key) for key in keys if set(listed(key, "columns")) == wanted)


def make(course: Course, new: Entry, replaces: Entry | None = None) -> Iterator[Act]:
    """The act that makes a constraint or an index; on a large table in a way that locks for a moment only.

    None for an index that was never finished: nothing makes one on purpose.
    """
    if new.facts.get("invalid"):
        return
    needs = new.uses | {filled(new.table)}
    if (twin := course.inherited(new)) is not None:
        needs |= {thing(twin)}
    if new.kind == FOREIGN_KEY:
        needs |= {(str(new.facts["parent"]), ""), *pointed_to(course.after, new), filled(str(new.facts["parent"]))}
    same = replaces is not None and meaning(replaces) == meaning(new)
    gently = new.table in course.large and not same and not course.after.tables[new.table].facts["partition_by"]
    if new.kind == INDEX:
        outside = gently and not _is_needed(course.after, new)
        yield _make_index(new, needs, outside, replaces if _rebuilt_outside(course, replaces, new) else None)
        return
    sql = f"ALTER TABLE {quote_table(new.table)} ADD {new.sql}"
    if gently and new.kind in (CHECK, FOREIGN_KEY) and not new.facts["not_valid"] and not new.facts.get("not_enforced"):
        sql += " NOT VALID"
    why = _why("add", new) if not same else f"{_words(new)}, as it was"
    statements = [Statement(sql, why)]
    if new.facts["comment"] is not None:
        statements.append(comment(new))
    yield Act(
        FOREIGN_KEYS if new.kind == FOREIGN_KEY else KEYS,
        tuple(statements),
        needs=needs,
        makes=frozenset({thing(new)}),
        takes=names(new),
    )


def _rebuilt_outside(course: Course, old: Entry | None, new: Entry | None) -> bool:
    """True for an invalid index on a large table: it is dropped and built again without blocking writers."""
    if old is None or new is None or old.kind != INDEX or new.table not in course.large:
        return False
    return bool(old.facts["invalid"]) and not new.facts["invalid"] and not _is_needed(course.after, new)


def _is_needed(catalog: Catalog, index: Entry) -> bool:
    """True when a foreign key points to the columns of a unique index, so that it cannot wait."""
    return any(thing(index) in pointed_to(catalog, e) for e in catalog.entries if e.kind == FOREIGN_KEY)


def _make_index(new: Entry, needs: Things, outside: bool, invalid: Entry | None) -> Act:
    sql = re.sub(r"^(CREATE (?:UNIQUE )?INDEX .*? ON )ONLY ", r"\1", new.sql)  # as the partitioned are printed
    statements = []
    if outside:
        sql = re.sub(r"^(CREATE (?:UNIQUE )?INDEX) ", r"\1 CONCURRENTLY ", sql)
        if invalid is not None:
            drop = f"DROP INDEX CONCURRENTLY {_if_there(invalid)}"
            statements.append(Statement(drop, _why("drop", invalid), outside=True))
    op = None if outside else _create_index_op(new)
    statements.append(Statement(sql, _why("create", new), op, outside))
    return Act(
        OUTSIDE if outside else INDEXES,
        tuple(statements),
        needs=needs,
        makes=frozenset({thing(new)}),
        takes=names(new),
    )


def _if_there(index: Entry) -> str:
    """An index that is dropped; a copy that a dump made has none that was never finished."""
    name = quote_table(spell(split(index.table)[0], index.name or ""))
    return f"IF EXISTS {name}" if index.facts["invalid"] else name


def _alter(course: Course, old: Entry, new: Entry) -> Iterator[Act]:
    statements: list[Statement] = []
    table, name = quote_table(new.table), quote(new.name or "")
    if old.name != new.name:
        if new.kind == INDEX:
            index = quote_table(spell(split(old.table)[0], old.name or ""))
            sql = f"ALTER INDEX {index} RENAME TO {name}"
        else:
            sql = f"ALTER TABLE {table} RENAME CONSTRAINT {quote(old.name or '')} TO {name}"
        why = f"rename {_words(old)} to {new.name}"
        yield Act(DROP_KEYS, (Statement(sql, why),), needs=frozenset(), frees=names(old), takes=names(new))
    if old.facts.get("deferrable") != new.facts.get("deferrable"):
        how = {"": "NOT DEFERRABLE", "deferrable": "DEFERRABLE INITIALLY IMMEDIATE"}
        defers = how.get(str(new.facts["deferrable"]), "DEFERRABLE INITIALLY DEFERRED")
        statements.append(Statement(f"ALTER TABLE {table} ALTER CONSTRAINT {name} {defers}", _why("alter", new)))
    if old.facts.get("not_valid") and not new.facts["not_valid"]:
        statements.append(Statement(f"ALTER TABLE {table} VALIDATE CONSTRAINT {name}", _why("validate", new)))
    if old.facts.get("comment") != new.facts.get("comment"):
        statements.append(replace(comment(new), why=f"comment on {_words(new)}"))
    if statements:
        needs: set[Thing] = {filled(new.table)}
        if new.kind == FOREIGN_KEY:
            needs.add(filled(str(new.facts["parent"])))
        yield Act(FOREIGN_KEYS, tuple(statements), needs=frozenset(needs))


def comment(new: Entry) -> Statement:
    """The comment of a constraint."""
    text = new.facts["comment"]
    said = "NULL" if text is None else literal(str(text))
    return Statement(f"COMMENT ON CONSTRAINT {quote(new.name or '')} ON {quote_table(new.table)} IS {said}")


def _why(verb: str, entry: Entry) -> str:
    return f"{verb} {_words(entry)}"


def _words(entry: Entry) -> str:
    return f"{WORDS.get(entry.kind, entry.kind)} {entry.name} on {entry.table}"


def _drop_index_op(index: Entry) -> str:
    schema, table = split(index.table)
    there = ", if_exists=True" if index.facts["invalid"] else ""
    return f"op.drop_index({index.name!r}, table_name={table!r}, schema={schema!r}{there})"


def _create_index_op(index: Entry) -> str | None:
    """The Alembic operation, where it says exactly what the statement says."""
    facts, columns = index.facts, listed(index, "columns")
    more = facts["predicate"], facts["nulls_not_distinct"], facts["include"], facts["options"]
    plain = all(re.fullmatch(r"[a-z_][a-z0-9_]*", term) for term in columns)
    if any(more) or facts["method"] != "btree" or not plain:
        return None
    schema, table = split(index.table)
    rest = f"unique={facts['unique']!r}, schema={schema!r}"
    return f"op.create_index({index.name!r}, {table!r}, {list(columns)!r}, {rest})"
