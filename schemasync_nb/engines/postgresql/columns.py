"""Columns: added, dropped, retyped, and what else of them is altered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemasync_nb.catalog import PRIMARY_KEY, Entry
from schemasync_nb.engines.engine import Fill
from schemasync_nb.engines.postgresql.casts import converted
from schemasync_nb.engines.postgresql.course import Course, listed
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table
from schemasync_nb.engines.postgresql.numbering import (
    adopt,
    adopted,
    alter,
    alter_numbering,
    hand_over,
    is_plain_serial,
    kind_of,
    own_relation,
    release,
    released,
    start_numbering,
    stop_numbering,
)
from schemasync_nb.engines.postgresql.order import (
    ADD,
    DROP_COLUMNS,
    LOOSEN,
    NOTHING,
    RETYPE,
    TIGHTEN,
    Act,
    Thing,
    thing,
)
from schemasync_nb.engines.statement import Statement

_COLLATE = re.compile(r' COLLATE ((?:"(?:[^"]|"")+"|\w+)(?:\.(?:"(?:[^"]|"")+"|\w+))?)').search


def column_acts(course: Course, table: str) -> Iterator[Act]:
    """The acts on the columns of a table that stays."""
    for old, new in course.columns[table]:
        if new is None or (old is not None and thing(new) in course.replaced):
            assert old is not None
            if new is not None and new.facts["generated"] is None:
                yield _made_plain(old, new)
                continue
            yield _drop(course, old)
        if new is not None and (old is None or thing(new) in course.replaced):
            yield from _add(course, new)
        elif old is not None and new is not None:
            yield from _alter(course, old, new)
    yield from _retype(course, table)


def filled(table: str) -> Thing:
    """All rows of the table have the values that the migration gives them."""
    return f"filled {table}", ""


def spot(word: str, column: Entry) -> Thing:
    """A stage on a column's way."""
    return f"{word} {column.table}", column.name or ""


def without_key(table: str) -> Thing:
    """The primary key as it was is away."""
    return f"without key {table}", ""


def bare(column: Entry) -> str:
    """Name, type and collation."""
    return f"{quote(column.name or '')} {column.facts['type']}{collation(column)}"


def collation(column: Entry) -> str:
    if column.facts["collation"] is None:
        return ""
    match = _COLLATE(column.sql)
    return f" COLLATE {match[1] if match else quote(str(column.facts['collation']))}"


def needs_numbering(column: Entry) -> bool:
    """True for a serial column for which the word ``serial`` does not say all."""
    return kind_of(column) == "serial" and not is_plain_serial(column)


def definition(column: Entry) -> str:
    """A column as CREATE TABLE and ADD COLUMN take it; what ``needs_numbering`` still lacks its sequence."""
    if needs_numbering(column):
        return bare(column) + (" NOT NULL" if column.facts["not_null"] else "")
    return column.sql


def comment(column: Entry) -> Statement:
    place = f"{quote_table(column.table)}.{quote(column.name or '')}"
    text = column.facts["comment"]
    return Statement(f"COMMENT ON COLUMN {place} IS {'NULL' if text is None else literal(str(text))}")


def _drop(course: Course, column: Entry) -> Act:
    twin = course.inherited(column)  # it goes with its parent's, unless it was declared here too
    exists = "IF EXISTS " if twin is not None else ""
    sql = f"ALTER TABLE {quote_table(column.table)} DROP COLUMN {exists}{quote(column.name or '')}"
    own = thing(column)
    return Act(
        DROP_COLUMNS,
        (Statement(sql, f"drop column {column.table}.{column.name}"),),
        leaves=column.uses - {own, (column.table, "")},
        ends=frozenset({own}),
        frees=own_relation(column) | {own},
        takes=frozenset({thing(twin)} if twin is not None else ()),
    )


def _made_plain(old: Entry, new: Entry) -> Act:
    """What was computed when it was read is stored from now on."""
    table, name, aside = quote_table(new.table), quote(new.name or ""), quote("_schemasync_" + (new.name or ""))
    return Act(
        RETYPE,
        (
            Statement(
                f"ALTER TABLE {table} ADD COLUMN {aside} {new.facts['type']}{collation(new)}",
                f"column {new.table}.{new.name}: its values are stored from now on",
            ),
            Statement(f"UPDATE {table} SET {aside} = {name}"),
            Statement(f"ALTER TABLE {table} DROP COLUMN {name}"),
            Statement(f"ALTER TABLE {table} RENAME COLUMN {aside} TO {name}"),
            *(_settled(None, new, set_default=True) or ()),
        ),
        leaves=old.uses - {thing(old)},
        ends=frozenset({thing(old)}),
        needs=new.uses - {thing(new)},
        makes=frozenset({thing(new)}),
    )


def is_filled(course: Course, column: Entry) -> bool:
    """True when values are put into a column after it was added and before it is made what it shall be."""
    place = column.table, column.name or ""
    return place in course.fills or (course.back and column.facts["generated"] is None)


def _add(course: Course, column: Entry) -> Iterator[Act]:
    own = thing(column)
    table = quote_table(column.table)
    needs = (column.uses - {own}) | {(column.table, "")}
    twin = course.inherited(column)
    exists = "IF NOT EXISTS " if twin is not None else ""
    if twin is not None:
        needs |= {thing(twin)}
    why = f"add column {column.table}.{column.name}"
    said = (comment(column),) if column.facts["comment"] is not None else ()
    if not is_filled(course, column):
        statements = [Statement(f"ALTER TABLE {table} ADD COLUMN {exists}{definition(column)}", why)]
        if needs_numbering(column):
            statements += map(Statement, start_numbering(column, course.before, course.after))
        yield Act(ADD, (*statements, *said), needs=needs, makes=frozenset({own}), takes=frozenset({own}))
        return
    default = column.facts["default"]
    usual = f" DEFAULT {default}" if course.back and default is not None else ""
    yield Act(
        ADD,
        (Statement(f"ALTER TABLE {table} ADD COLUMN {exists}{bare(column)}{usual}", why),),
        needs=needs,
        makes=frozenset({spot("added", column)}),
        takes=frozenset({own}),
    )
    statements = _settled(None, column, set_default=not usual)
    if kind_of(column) is not None:
        statements += map(Statement, start_numbering(column, course.before, course.after))
    yield Act(
        TIGHTEN,
        tuple(statements),
        needs=frozenset({spot("added", column), filled(column.table)}),
        makes=frozenset({own}),
    )


def _alter(course: Course, old: Entry, new: Entry) -> Iterator[Act]:
    yield from _loosen(course, old, new)
    statements: list[Statement] = []
    away = course.default_goes(old, new)
    default = new.facts["default"]
    set_default = default is not None and (away or old.facts["default"] != default)
    statements += _settled(old, new, set_default=set_default)
    statements += [Statement(sql) for sql in _numbering(course, old, new)]
    if statements:
        if not statements[0].why:
            why = f"column {new.table}.{new.name}: {_differences(old, new)}"
            statements[0] = Statement(statements[0].sql, why)
        own = frozenset({thing(new)})
        yield Act(
            TIGHTEN,
            tuple(statements),
            leaves=frozenset(use for use in old.uses if not use[1]),
            needs=(new.uses - own)
            | {filled(new.table), spot("loosened", new)}
            | (own if own & course.retyped else set()),
        )


def _differences(old: Entry, new: Entry) -> str:
    changed = [name for name, fact in new.facts.items() if old.facts[name] != fact]
    return ", ".join(name.replace("_", " ") for name in changed) or "its default, around its type"


def _settled(old: Entry | None, new: Entry, *, set_default: bool) -> list[Statement]:
    """Statements for NOT NULL, default and comment, once the values are there."""
    statements = []
    if new.facts["not_null"] and (old is None or old.facts["not_null"] is not True):
        statements.append(Statement(f"{alter(new)} SET NOT NULL"))
    if set_default and new.facts["default"] is not None:
        statements.append(Statement(f"{alter(new)} SET DEFAULT {new.facts['default']}"))
    if (old.facts["comment"] if old else None) != new.facts["comment"]:
        statements.append(comment(new))
    return statements


def _numbering(course: Course, old: Entry, new: Entry) -> Iterator[str]:
    was, becomes = kind_of(old), kind_of(new)
    sequence = adopted(old, new, course.before, course.after)
    if sequence is not None:
        yield from adopt(sequence, old, new)
    elif becomes is None:
        return
    elif was is None:
        yield from start_numbering(new, course.before, course.after)
    elif was != becomes:
        yield hand_over(old, new, course.before, course.after)
    else:
        yield from alter_numbering(old, new)


def _loosen(course: Course, old: Entry, new: Entry) -> Iterator[Act]:
    """What is in the way of other values or another type goes first."""
    statements: list[Statement] = []
    why = f"column {old.table}.{old.name}: {_differences(old, new)}"
    needs: set[Thing] = set()
    makes = {spot("loosened", old)}
    if old.facts["generated"] is not None and new.facts["generated"] is None:
        statements.append(Statement(f"{alter(old)} DROP EXPRESSION", why))
    sequence = released(old, new, course.before, course.after)
    if sequence is not None:
        statements += [Statement(sql, why) for sql in release(sequence, old)]
        makes.add(thing(sequence))
    elif kind_of(old) is not None and kind_of(new) is None:
        statements += [Statement(sql, why) for sql in stop_numbering(old)]
    kept = adopted(old, new, course.before, course.after) is not None
    if course.default_goes(old, new) and not kept:
        statements.append(Statement(f"{alter(old)} DROP DEFAULT", why))
    if old.facts["not_null"] and not new.facts["not_null"]:
        statements.append(Statement(f"{alter(old)} DROP NOT NULL", why))
        if any(old.name in listed(key, "columns") for key in course.before.of(old.table, PRIMARY_KEY)):
            needs.add(without_key(old.table))
    if statements:
        statements = [s if at == 0 else Statement(s.sql) for at, s in enumerate(statements)]
        leaves = old.uses - {thing(old)}
        frees = own_relation(old) if kind_of(new) is None and sequence is None else NOTHING
        yield Act(LOOSEN, tuple(statements), leaves, needs=frozenset(needs), makes=frozenset(makes), frees=frees)


def converts(course: Course, column: Entry) -> Fill | None:
    """The fill that goes into the USING of a column's new type: both read the row as it was.

    What asks other rows (a SELECT) cannot stand there; it is an UPDATE beforehand.
    """
    fill = course.fills.get((column.table, column.name or ""))
    if fill is None or thing(column) not in course.retyped:
        return None
    return None if re.search(r"\bselect\b", fill.expression + fill.where, re.IGNORECASE) else fill


def _retype(course: Course, table: str) -> Iterator[Act]:
    """One ALTER TABLE for all columns: the table is copied once, and what compares two of them always fits."""
    both = [(o, n) for o, n in course.columns[table] if o is not None and n is not None]
    pairs = [(o, n) for o, n in both if thing(n) in course.retyped and course.inherited(n) is None]
    if not pairs:
        return
    clauses = [_type_clause(course, old, new) for old, new in pairs]
    sql = f"ALTER TABLE {quote_table(table)}\n  " + ",\n  ".join(clauses)
    told = [f"{old.name} from {_typed(old)} to {_typed(new)}" for old, new in pairs]
    own = frozenset(each for _, new in pairs for each in _with_heirs(course, new))
    yield Act(
        RETYPE,
        (Statement(sql, f"change type in {table}: {', '.join(told)}"),),
        leaves=frozenset(use for old, _ in pairs for use in old.uses) - own - {(table, "")},
        ends=own,
        needs=(frozenset() if course.back else frozenset({filled(table)}))  # what comes back is in the new types
        | {spot("loosened", new) for _, new in pairs}
        | {use for _, new in pairs for use in new.uses if use not in own and not use[1]},
        makes=own,
    )


def _with_heirs(course: Course, column: Entry) -> Iterator[Thing]:
    """A column, and those of child tables that change with it."""
    yield thing(column)
    for child, table in course.after.tables.items():
        if column.table in listed(table, "inherits") and child in course.kept:
            yield child, column.name or ""


def _typed(column: Entry) -> str:
    collated = column.facts["collation"]
    return f"{column.facts['type']}" + (f" collate {collated}" if collated is not None else "")


def _type_clause(course: Course, old: Entry, new: Entry) -> str:
    name, type_ = quote(new.name or ""), str(new.facts["type"])
    olds, news = course.types
    remade = any((each, "") in new.uses for each in course.remade)
    using = converted(name, str(old.facts["type"]), type_, olds, news)
    if remade and using is None:
        using = f"{name}::text{'[]' if type_.endswith('[]') else ''}::{type_}"
    fill = converts(course, new)
    if fill is not None:
        where = fill.where or f"{name} IS NULL"
        using = f"CASE WHEN {where} THEN ({fill.expression})::{type_} ELSE ({using or name})::{type_} END"
    clause = f"ALTER COLUMN {name} TYPE {type_}{collation(new)}"
    return clause + (f" USING {using}" if using else "")
