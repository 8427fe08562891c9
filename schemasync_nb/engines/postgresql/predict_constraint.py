"""Constraints and indexes of the models -> the entries that the server would state."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Constraint,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.schema import Column
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import TextClause, UnaryExpression

from schemasync_nb.catalog import CHECK, EXCLUDE, FOREIGN_KEY, INDEX, PRIMARY_KEY, UNIQUE, Entry, Fact
from schemasync_nb.engines.postgresql.ddl import Speller, clipped
from schemasync_nb.engines.postgresql.names import quote, quote_table
from schemasync_nb.engines.postgresql.predict_column import Guess, mentioned

# Operator classes of the server's own that are the default of no type (postgresql.org/docs, "Operator Classes").
BUILT_IN_CLASSES = ("text_pattern_ops", "varchar_pattern_ops", "bpchar_pattern_ops", "jsonb_path_ops")
_EXCLUDING = {"=": "btree gist", "&&": "gist", "<>": "gist", "-|-": "gist"}
_PLAIN_TERM = re.compile(r"([a-z_][a-z0-9_]*)(?: (asc|desc))?(?: (nulls first|nulls last))?", re.IGNORECASE).fullmatch
_ENDING = re.compile(r"(?: asc| desc)(?: nulls (?:first|last))?$| nulls (?:first|last)$", re.IGNORECASE).search
_OPTION = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z_]+").fullmatch
Types = Callable[[], Mapping[str, str]]
"""Columns of the table whose type is certain -> that type; asked only where it matters."""

_SETS = re.compile(r"(SET (?:NULL|DEFAULT)) ?\(([^()]+)\)", re.IGNORECASE).fullmatch


def constraint_guess(constraint: Constraint, of: Table, table: str, speller: Speller, types: Types) -> Guess | None:
    """The entry of a constraint; None where somebody else says what it is."""
    if type(constraint) not in _MAKERS or speller.customised(type(constraint)):
        return None
    return _MAKERS[type(constraint)](constraint, of, table, speller, types)


def options(given: Mapping[str, Any]) -> tuple[tuple[str, ...], bool]:
    """(storage parameters as reloptions keep them, all of them are certain)."""
    texts = {
        name: "true" if value is None or value is True else "false" if value is False else str(value)
        for name, value in given.items()
    }
    certain = all(_OPTION(value) and name == name.lower() and "." not in name for name, value in texts.items())
    return tuple(sorted(f"{name}={value}" for name, value in texts.items())), certain


def _dialect_option(item: Any, name: str) -> Any:
    return item.dialect_options["postgresql"].get(name)


def _deferrable(constraint: Constraint) -> str:
    if (constraint.initially or "").upper() == "DEFERRED":
        return "initially deferred"
    return "deferrable" if constraint.deferrable else ""


def _defers(constraint: Constraint) -> str:
    return {"": "", "deferrable": " DEFERRABLE"}.get(_deferrable(constraint), " DEFERRABLE INITIALLY DEFERRED")


def _included(item: Any) -> tuple[str, ...]:
    names = _dialect_option(item, "include") or ()
    return tuple(clipped(item.table.c[each].name if isinstance(each, str) else each.name) for each in names)


def _sql(name: str | None, clause: str) -> str:
    return f"CONSTRAINT {quote(name)} {clause}" if name else clause


def _listed(names: tuple[str, ...]) -> str:
    return f"({', '.join(map(quote, names))})"


def _key(constraint: Any, of: Table, table: str, speller: Speller, _: Types) -> Guess | None:
    primary = isinstance(constraint, PrimaryKeyConstraint)
    first = primary and constraint._implicit_generated
    columns = tuple(clipped(c.name) for c in (constraint.columns_autoinc_first if first else constraint.columns))
    included = _included(constraint)
    facts: dict[str, Fact] = {
        "columns": columns,
        "include": included,
        "deferrable": _deferrable(constraint),
        "comment": constraint.comment or None,
    }
    clause = "PRIMARY KEY" if primary else "UNIQUE"
    if not primary:
        facts["nulls_not_distinct"] = _dialect_option(constraint, "nulls_not_distinct") is True
        clause += " NULLS NOT DISTINCT" if facts["nulls_not_distinct"] else ""
    clause += f" {_listed(columns)}{f' INCLUDE {_listed(included)}' if included else ''}{_defers(constraint)}"
    name = speller.name(constraint)
    uses = frozenset((table, column) for column in (*columns, *included))
    return Guess(Entry(PRIMARY_KEY if primary else UNIQUE, table, name, facts, _sql(name, clause), uses))


def _foreign_key(constraint: ForeignKeyConstraint, of: Table, table: str, speller: Speller, _: Types) -> Guess | None:
    if _dialect_option(constraint, "not_valid"):
        return None  # within CREATE TABLE it means nothing, after it it does
    parent = speller.table(constraint.referred_table)
    columns = tuple(clipped(element.parent.name) for element in constraint.elements)
    parent_columns = tuple(clipped(element.column.name) for element in constraint.elements)
    actions = [(" ".join(said.upper().split()) if said else "") for said in (constraint.onupdate, constraint.ondelete)]
    if sets := _SETS((constraint.ondelete or "").strip()):
        actions[1] = f"{sets[1].upper()} {_listed(tuple(_unquoted(name) for name in sets[2].split(',')))}"
    on_update, on_delete = ("" if action == "NO ACTION" else action for action in actions)
    match = (constraint.match or "").lower()
    facts: dict[str, Fact] = {
        "columns": columns,
        "parent": parent,
        "parent_columns": parent_columns,
        "match": "" if match == "simple" else match,
        "on_update": on_update,
        "on_delete": on_delete,
        "deferrable": _deferrable(constraint),
        "not_valid": False,
        "comment": constraint.comment or None,
    }
    clause = f"FOREIGN KEY {_listed(columns)} REFERENCES {quote_table(parent)}{_listed(parent_columns)}"
    clause += " MATCH FULL" if facts["match"] == "full" else ""
    clause += f" ON UPDATE {on_update}" if on_update else ""
    clause += f" ON DELETE {on_delete}" if on_delete else ""
    name = speller.name(constraint)
    uses = {(table, column) for column in columns} | {(parent, column) for column in ("", *parent_columns)}
    sql = _sql(name, clause + _defers(constraint))
    return Guess(Entry(FOREIGN_KEY, table, name, facts, sql, frozenset(uses)))


def _unquoted(name: str) -> str:
    name = name.strip()
    return name[1:-1].replace('""', '"') if name.startswith('"') else name.lower()


def _check(constraint: CheckConstraint, of: Table, table: str, speller: Speller, types: Types) -> Guess | None:
    said = speller.expression(constraint.sqltext)
    facts: dict[str, Fact] = {
        "expression": said,
        "no_inherit": False,
        "not_valid": False,  # within CREATE TABLE, saying NOT VALID means nothing
        "not_enforced": False,
        "comment": (constraint.comment or None) if constraint in of.constraints else None,  # a column's are not set
    }
    name = speller.name(constraint)
    uses = mentioned(said, table, of)
    entry = Entry(CHECK, table, name, facts, _sql(name, f"CHECK ({said})"), uses)
    return Guess(entry, ("expression",))


def _exclude(constraint: ExcludeConstraint, of: Table, table: str, speller: Speller, types: Types) -> Guess | None:
    """EXCLUDE over plain columns of built-in types is certain, everything else is for the server to state."""
    terms, certain = [], constraint.where is None and not constraint.ops
    for expression, name, operator in constraint._render_exprs:
        plain = isinstance(expression, Column) and name in types()
        certain &= plain and constraint.using in _EXCLUDING.get(operator, "")
        terms.append(f"{quote(str(name)) if certain else speller.expression(expression)} WITH {operator}")
    definition = f"EXCLUDE USING {constraint.using.lower()} ({', '.join(terms)})"
    if constraint.where is not None:
        definition += f" WHERE ({speller.expression(constraint.where)})"
    facts: dict[str, Fact] = {
        "definition": definition,
        "deferrable": _deferrable(constraint),
        "comment": constraint.comment or None,
    }
    name = speller.name(constraint)
    uses = mentioned(definition, table, of)
    entry = Entry(EXCLUDE, table, name, facts, _sql(name, definition + _defers(constraint)), uses)
    return Guess(entry, () if certain else ("definition",))


_MAKERS: dict[type, Callable[..., Guess | None]] = {
    PrimaryKeyConstraint: _key,
    UniqueConstraint: _key,
    ForeignKeyConstraint: _foreign_key,
    CheckConstraint: _check,
    ExcludeConstraint: _exclude,
}


def index_guess(index: Index, table: str, speller: Speller, types: Types) -> Guess | None:
    """The entry of an index; None where somebody else says what it is."""
    if speller.customised(type(index)) or index.table is None:
        return None
    open_: list[str] = []
    method = (_dialect_option(index, "using") or "btree").lower()
    classes = _dialect_option(index, "ops") or {}
    terms = []
    for expression in index.expressions:
        term, certain = _term(expression, speller, types, method)
        operator_class = classes.get(getattr(expression, "key", None))
        if operator_class:
            certain &= operator_class in BUILT_IN_CLASSES and term == quote(term.strip('"'))
            term = f"{term} {operator_class}"
        terms.append(term)
        if not certain and "columns" not in open_:
            open_.append("columns")
    where = _dialect_option(index, "where")
    said = None if where is None else speller.expression(_clause(where))
    if said is not None:
        open_.append("predicate")
    stored, certain = options(_dialect_option(index, "with") or {})
    if not certain:
        open_.append("options")
    included = _included(index)
    facts: dict[str, Fact] = {
        "unique": bool(index.unique),
        "method": method,
        "columns": tuple(terms),
        "include": included,
        "predicate": said,
        "nulls_not_distinct": _dialect_option(index, "nulls_not_distinct") is True,
        "options": stored,
        "invalid": False,
    }
    name = speller.name(index)
    uses = {(table, clipped(column.name)) for column in index.columns} | {(table, column) for column in included}
    uses |= mentioned(" ".join([*terms, said or ""]), table, index.table)
    return Guess(Entry(INDEX, table, name, facts, index_sql(table, name, facts), frozenset(uses)), tuple(open_))


def index_sql(table: str, name: str | None, facts: Mapping[str, Any]) -> str:
    """The statement that makes an index."""
    sql = f"CREATE {'UNIQUE ' if facts['unique'] else ''}INDEX {quote(name or '')} ON {quote_table(table)}"
    sql += f" USING {facts['method']} ({', '.join(facts['columns'])})"
    sql += f" INCLUDE {_listed(facts['include'])}" if facts["include"] else ""
    sql += " NULLS NOT DISTINCT" if facts["nulls_not_distinct"] else ""
    sql += f" WITH ({', '.join(facts['options'])})" if facts["options"] else ""
    return sql + (f" WHERE {facts['predicate']}" if facts["predicate"] else "")


def _clause(where: Any) -> Any:
    return TextClause(where) if isinstance(where, str) else where


_ORDERS = {
    operators.desc_op: "DESC",
    operators.asc_op: "ASC",
    operators.nulls_first_op: "NULLS FIRST",
    operators.nulls_last_op: "NULLS LAST",
}


def _term(expression: Any, speller: Speller, types: Types, method: str) -> tuple[str, bool]:
    """(an index key as the server prints it, it is certain)."""
    orders: list[str] = []
    while isinstance(expression, UnaryExpression) and expression.modifier in _ORDERS:
        orders.insert(0, _ORDERS[expression.modifier])
        expression = expression.element
    if isinstance(expression, Column):
        return quote(clipped(expression.name)) + _order(orders), True
    said = speller.expression(expression)
    if not orders and (plain := _PLAIN_TERM(said)) and plain[1].lower() in types():
        orders = [word.upper() for word in plain.groups()[1:] if word]
        return quote(plain[1].lower()) + _order(orders), True
    if isinstance(expression, TextClause) and (ending := _ENDING(said)):
        said, orders = said[: ending.start()], [word for word in _ORDERS.values() if word in ending.group().upper()]
    return f"({said}){_order(orders)}", False


def _order(orders: list[str]) -> str:
    nulls = next((order for order in orders if order.startswith("NULLS")), None)
    if "DESC" in orders:
        return " DESC" + ("" if nulls in (None, "NULLS FIRST") else f" {nulls}")
    return "" if nulls in (None, "NULLS LAST") else f" {nulls}"
