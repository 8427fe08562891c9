"""From one PostgreSQL catalog to another, as statements.

Every difference becomes acts that say what they need, end and make; their order follows from that. The way back is the
same function with its catalogs exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from schemasync_nb.catalog import CONSTRAINTS, SCHEMA, TRIGGER, Catalog
from schemasync_nb.engines.engine import Fills, Renaming
from schemasync_nb.engines.postgresql.columns import column_acts
from schemasync_nb.engines.postgresql.course import Course
from schemasync_nb.engines.postgresql.enums import loose_acts, renamed_types
from schemasync_nb.engines.postgresql.keys import key_acts
from schemasync_nb.engines.postgresql.names import quote, quote_table, spell, split
from schemasync_nb.engines.postgresql.naming import named
from schemasync_nb.engines.postgresql.order import Act, ordered
from schemasync_nb.engines.postgresql.tables import alter_acts, create_acts, drop_acts
from schemasync_nb.engines.postgresql.values import AT_ONCE, bring_back_columns, bring_back_rows, fill_acts
from schemasync_nb.engines.postgresql.views import carried_acts
from schemasync_nb.engines.statement import Statement


def migration(
    before: Catalog,
    after: Catalog,
    fills: Fills | None = None,
    *,
    back: bool = False,
    large: frozenset[str] = frozenset(),
    label_renames: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Statement]:
    """The statements that lead from one catalog to the other. Nothing is executed.

    back           this is a downgrade: what the upgrade dropped comes from temporary tables that a rollback filled
                   beforehand from its backup; without them, from stand-in values
    large          tables to be locked for moments only: keys and checks go in NOT VALID, indexes CONCURRENTLY
    label_renames  enum, as ids spell it -> old label -> new label
    """
    before, after = named(before, after), named(after, before)
    before, after, acts = renamed_types(before, after)
    course = Course(before, after, fills or {}, back, large, label_renames or {})
    acts += _acts(course)
    statements = ordered(acts)
    if _writes_rows(statements) and _defers(course):
        statements.insert(0, AT_ONCE)
    return statements


def _acts(course: Course) -> Iterator[Act]:
    before, after = course.before, course.after
    yield from loose_acts(course)
    yield from carried_acts(course)
    for key in after.tables:
        if key not in before.tables:
            yield from create_acts(course, key)
            if course.back:
                yield bring_back_rows(course, key)
    for key in course.kept:
        yield from column_acts(course, key)
        yield from key_acts(course, key)
        yield from alter_acts(course, key)
        yield from bring_back_columns(course, key) if course.back else fill_acts(course, key)
    for key in before.tables:
        if key not in after.tables:
            yield from drop_acts(course, key)


def _writes_rows(statements: Sequence[Statement]) -> bool:
    return any(statement.sql.startswith(("UPDATE ", "INSERT ")) for statement in statements)


def _defers(course: Course) -> bool:
    sides = (course.before, course.after)
    constraints = (e for side in sides for e in side.entries if e.kind in CONSTRAINTS)
    triggers = (e for side in sides for e in side.carried if e.kind == TRIGGER)
    return any(e.facts.get("deferrable") for e in constraints) or any("CONSTRAINT TRIGGER" in e.sql for e in triggers)


def rename_statements(
    renamings: Sequence[Renaming], catalog: Catalog | None = None
) -> tuple[list[Statement], list[Statement]]:
    """The statements that rename tables and columns, and those that rename back.

    catalog  what is there: a schema that a table moves to and that is not is made, and dropped on the way back
    """
    known = {split(e.table)[0] for e in catalog.entries if e.kind == SCHEMA} if catalog else set()
    forward: list[Statement] = []
    back: list[Statement] = []
    for each in renamings:
        if each.column is not None:
            forward.append(_rename_column(each.table, each.column, each.to))
            back[:0] = [_rename_column(each.table, each.to, each.column)]
            continue
        schema = split(each.to)[0]
        undo: list[Statement] = []
        if catalog is not None and schema not in known:
            known.add(schema)
            forward.append(Statement(f"CREATE SCHEMA {quote(schema)}", f"create schema {schema}"))
            undo = [Statement(f"DROP SCHEMA {quote(schema)}", f"drop schema {schema}")]
        forward += _rename_table(each.table, each.to)
        back[:0] = [*_rename_table(each.to, each.table), *undo]
    return forward, back


def _rename_column(table: str, column: str, to: str) -> Statement:
    sql = f"ALTER TABLE {quote_table(table)} RENAME COLUMN {quote(column)} TO {quote(to)}"
    return Statement(sql, f"rename column {table}.{column} to {to}")


def _rename_table(table: str, to: str) -> list[Statement]:
    (schema, name), (to_schema, to_name) = split(table), split(to)
    statements = []
    why = f"rename table {table} to {to}"
    if to_schema != schema:
        statements.append(Statement(f"ALTER TABLE {quote_table(table)} SET SCHEMA {quote(to_schema)}", why))
        why = ""
    if to_name != name:
        moved = quote_table(spell(to_schema, name))
        op = f"op.rename_table({name!r}, {to_name!r}, schema={to_schema!r})"
        statements.append(Statement(f"ALTER TABLE {moved} RENAME TO {quote(to_name)}", why, op))
    return statements
