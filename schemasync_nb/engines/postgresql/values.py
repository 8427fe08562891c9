"""Rows that a migration itself writes: values that somebody gave, and those that a downgrade brings back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schemasync_nb.catalog import COLUMN, FOREIGN_KEY, INDEX, PRIMARY_KEY, UNIQUE, Catalog, Entry
from schemasync_nb.engines.engine import Fill
from schemasync_nb.engines.postgresql.casts import FLOATS, INTEGERS, TEXTS, Types, parsed
from schemasync_nb.engines.postgresql.columns import converts, filled, spot
from schemasync_nb.engines.postgresql.course import Course, listed
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table
from schemasync_nb.engines.postgresql.numbering import count_on, kind_of
from schemasync_nb.engines.postgresql.order import CREATE, FILL, TIGHTEN, Act, Thing, thing
from schemasync_nb.engines.postgresql.views import quiet
from schemasync_nb.engines.statement import Statement

AT_ONCE = Statement(
    "SET CONSTRAINTS ALL IMMEDIATE", "a deferred check that still waits would keep its table from being altered"
)
DROPPED = "_schemasync_dropped_"
KEY = "_key_"
NUMBER = KEY  # no column has a name of nothing

# A value that says nothing, for a column that must have one.
ZEROS = {
    "boolean": "false",
    "date": "date 'epoch'",
    "timestamp without time zone": "timestamp 'epoch'",
    "timestamp with time zone": "timestamptz 'epoch'",
    "time without time zone": "time '00:00'",
    "time with time zone": "timetz '00:00+00'",
    "interval": "interval '0'",
    "uuid": "'00000000-0000-0000-0000-000000000000'",
    "json": "'null'",
    "jsonb": "'null'",
    "inet": "'0.0.0.0'",
    "cidr": "'0.0.0.0/32'",
    "macaddr": "'00:00:00:00:00:00'",
}
TODAY = {
    "date": "CURRENT_DATE",
    "timestamp without time zone": "CURRENT_TIMESTAMP",
    "timestamp with time zone": "CURRENT_TIMESTAMP",
    "json": "'{}'",
    "jsonb": "'{}'",
}
"""What is rather meant where a person may say something else."""

NUMBERED = {  # the same where no two rows may have one value; {n} is another number for each row
    "date": "date 'epoch' + {n}::integer",
    "timestamp without time zone": "timestamp 'epoch' + {n} * interval '1 second'",
    "timestamp with time zone": "timestamptz 'epoch' + {n} * interval '1 second'",
    "uuid": "md5({n}::text)::uuid",
}


def fill_acts(course: Course, table: str) -> Iterator[Act]:
    """The act that puts decided values into the rows of a table that stays."""
    known, wanted = course.before.columns(table), course.after.columns(table)
    fills = {
        column: fill
        for (of, column), fill in course.fills.items()
        if of == table and column in wanted and converts(course, wanted[column]) is None
    }
    if not fills:
        return
    off, on = quiet(course, table)
    # a person writes 0 or 'x' for a boolean or an enum: the cast is part of the answer
    typed = {name: f"({fill.expression})::{wanted[name].facts['type']}" for name, fill in fills.items()}
    sql = _update(table, {name: Fill(typed[name], _rows(name, f, name in known)) for name, f in fills.items()})
    why = f"fill {', '.join(f'{table}.{name}' for name in fills)}"
    yield Act(
        FILL,
        _told(why, (*off, Statement(sql), *on)),
        leaves=frozenset(thing(column) for column in known.values()),
        needs=frozenset(spot(word, wanted[name]) for name in fills for word in ("added", "loosened")),
        makes=frozenset({filled(table)}),
    )


def _rows(column: str, fill: Fill, existed: bool) -> str:
    return fill.where or (f"{quote(column)} IS NULL" if existed else "")


def _told(why: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(Statement(each.sql, "" if at else why) for at, each in enumerate(statements))


def _update(table: str, fills: dict[str, Fill]) -> str:
    """One UPDATE for all, so that each expression reads the row as it was."""
    if len(fills) == 1:
        (column, fill), *_ = fills.items()
        where = f" WHERE {fill.where}" if fill.where else ""
        return f"UPDATE {quote_table(table)} SET {quote(column)} = {fill.expression}{where}"
    sets = []
    for column, fill in fills.items():
        name = quote(column)
        value = f"CASE WHEN {fill.where} THEN {fill.expression} ELSE {name} END" if fill.where else fill.expression
        sets.append(f"{name} = {value}")
    where = " OR ".join(f"({fill.where})" for fill in fills.values())
    where = f"\nWHERE {where}" if all(fill.where for fill in fills.values()) else ""
    return f"UPDATE {quote_table(table)} SET\n  " + ",\n  ".join(sets) + where


# what a downgrade brings back


def storable(catalog: Catalog, table: str) -> list[Entry]:
    """The columns of a table that hold values, generated ones aside."""
    return [column for column in catalog.of(table, COLUMN) if column.facts["generated"] is None]


@dataclass(frozen=True)
class Link:
    """How a row is known again.

    columns  those of a key that both sides store, else all that both store
    is_key   False: rows that are alike are numbered, and any of them may be any
    """

    columns: tuple[str, ...]
    is_key: bool

    @property
    def saved(self) -> list[str]:
        """What says in the temporary table which row is meant."""
        return [*map(key_name, self.columns), *([] if self.is_key else [NUMBER])]

    def values(self, now: Mapping[str, str]) -> list[str]:
        """The same as terms of a SELECT; ``now``: column -> the text that is there by now, where another one is."""
        texts = [now.get(column) or f"{quote(column)}::text" for column in self.columns]
        named = [f"{text} AS {quote(key_name(column))}" for text, column in zip(texts, self.columns, strict=True)]
        return named if self.is_key else [*named, f"{_nth(texts)} AS {NUMBER}"]

    def update(self, table: str, saved: str, sets: str) -> str:
        """The UPDATE of the rows that a temporary table is about, without more conditions."""
        names = [f"saved.{quote(key_name(name))}" for name in self.columns]
        start, saved = f"UPDATE {quote_table(table)} AS new SET {sets}\nFROM ", f"pg_temp.{quote(saved)} AS saved"
        if self.is_key:
            pairs = zip(self.columns, names, strict=True)
            return f"{start}{saved}\nWHERE {' AND '.join(f'new.{quote(own)}::text = {name}' for own, name in pairs)}"
        own = [f"{quote(name)}::text" for name in self.columns]
        twins = f"SELECT tableoid AS part, ctid AS place, {_whole(own)} AS whole, {_nth(own)} AS nth"
        return (
            f"{start}({twins} FROM {quote_table(table)}) AS twin\n"
            f"JOIN {saved} ON {_whole(names)} = twin.whole AND saved.{NUMBER} = twin.nth\n"
            "WHERE new.tableoid = twin.part AND new.ctid = twin.place"
        )


def _whole(texts: Sequence[str]) -> str:
    """A row as one text, in which NULLs are equal too."""
    return f"ROW({', '.join(texts)})::text"


def _nth(texts: Sequence[str]) -> str:
    return f"row_number() OVER (PARTITION BY {_whole(texts)})::text"


def link(here: Catalog, there: Catalog, table: str) -> Link:
    """How the rows of a table on one side are found on the other one."""
    shared = [c.name or "" for c in storable(here, table) if c.name in {d.name for d in storable(there, table)}]
    sides = (here, there)
    for names in (_keys(side, table, kind) for kind in (PRIMARY_KEY, UNIQUE, INDEX) for side in sides):
        for columns in names:
            if set(columns) <= set(shared):
                return Link(columns, is_key=True)
    return Link(tuple(shared), is_key=False)


def _keys(catalog: Catalog, table: str, kind: str) -> list[tuple[str, ...]]:
    columns = catalog.columns(table)
    unique = (e for e in catalog.of(table, kind) if e.facts.get("unique", True) and e.facts.get("predicate") is None)
    keys = (listed(key, "columns") for key in unique)
    return [key for key in keys if all(name in columns and columns[name].facts["not_null"] for name in key)]


def saved_name(prefix: str, table: str) -> str:
    """The name of the temporary table with what a table lost."""
    name = prefix + table
    if len(name.encode()) <= 63:
        return name
    return f"{name.encode()[:50].decode(errors='ignore')}_{hashlib.sha256(table.encode()).hexdigest()[:8]}"


def key_name(column: str) -> str:
    return (KEY + column).encode()[:63].decode(errors="ignore")


def create_saved(name: str, columns: Sequence[str]) -> str:
    """All values are text there: a type that was dropped need not be there yet."""
    listed_ = ", ".join(f"{quote(column)} text" for column in columns)
    return f"CREATE TEMP TABLE IF NOT EXISTS {quote(name)} ({listed_})"


def lost_columns(here: Catalog, there: Catalog, table: str) -> list[Entry]:
    """Columns that come back with a downgrade and hold values of their own."""
    known = here.columns(table)
    return [column for column in storable(there, table) if column.name not in known]


def bring_back_columns(course: Course, table: str) -> Iterator[Act]:
    """The act of a downgrade that gives columns back their values; without a backup, what may stand in for them."""
    lost = lost_columns(course.before, course.after, table)
    if not lost:
        return
    rows = link(course.before, course.after, table)
    name = saved_name(DROPPED, table)
    off, on = quiet(course, table)
    statements: list[Statement] = [*off]
    if rows.columns:
        create = create_saved(name, [*rows.saved, *(column.name or "" for column in lost)])
        sets = ", ".join(f"{quote(c.name or '')} = saved.{quote(c.name or '')}::{c.facts['type']}" for c in lost)
        statements += [Statement(create), Statement(rows.update(table, name, sets))]
    statements += [s for column in lost if column.facts["not_null"] for s in _stand_in(course, column)]
    statements += [Statement(f"DROP TABLE pg_temp.{quote(name)}")] if rows.columns else []
    why = f"values of {table}'s dropped columns: a rollback puts them here from its backup"
    yield Act(
        TIGHTEN,
        _told(why, (*statements, *on)),
        needs=frozenset(spot("added", column) for column in lost)
        | {(table, column) for column in rows.columns}
        | {use for column in lost for use in _parents(course, column)},
        makes=frozenset({filled(table)}),
    )


def bring_back_rows(course: Course, table: str) -> Act:
    """The act of a downgrade that gives a table back its rows."""
    columns = storable(course.after, table)
    names = [column.name or "" for column in columns]
    saved = quote(saved_name(DROPPED, table))
    values = ", ".join(f"{quote(column.name or '')}::{column.facts['type']}" for column in columns)
    into = f"INSERT INTO {quote_table(table)} ({', '.join(map(quote, names))}) OVERRIDING SYSTEM VALUE"
    statements = [
        Statement(create_saved(saved_name(DROPPED, table), names)),
        Statement(f"{into}\nSELECT {values} FROM pg_temp.{saved}"),
        Statement(f"DROP TABLE pg_temp.{saved}"),
        *(Statement(count_on(column)) for column in columns if kind_of(column) is not None),
    ]
    why = f"the rows of {table}: a rollback puts them here from its backup"
    return Act(CREATE, _told(why, statements), needs=frozenset({(table, "")}), makes=frozenset({filled(table)}))


def _stand_in(course: Course, column: Entry) -> Iterator[Statement]:
    """Values for rows that have none where one must be."""
    table, name = quote_table(column.table), quote(column.name or "")
    type_ = str(column.facts["type"])
    if _is_unique(course.after, column) or kind_of(column) is not None:
        value = _numbered(column, course.types[1])
        fresh = f"SELECT tableoid AS part, ctid AS place, row_number() OVER () AS n FROM {table} WHERE {name} IS NULL"
        yield Statement(
            f"UPDATE {table} AS new SET {name} = ({value})::{type_}\nFROM ({fresh}) AS fresh\n"
            "WHERE new.tableoid = fresh.part AND new.ctid = fresh.place"
        )
        return
    value = _zero(type_, course.types[1])
    for parent, of_parent in _parents(course, column):
        value = f"SELECT {quote(of_parent)} FROM {quote_table(parent)} LIMIT 1"
    yield Statement(f"UPDATE {table} SET {name} = ({value})::{type_} WHERE {name} IS NULL")


def _parents(course: Course, column: Entry) -> list[Thing]:
    """The column that a foreign key of this one alone points to."""
    alone = (key for key in course.after.of(column.table, FOREIGN_KEY) if listed(key, "columns") == (column.name,))
    return [(str(key.facts["parent"]), listed(key, "parent_columns")[0]) for key in alone]


def _is_unique(catalog: Catalog, column: Entry) -> bool:
    keys = catalog.of(column.table, PRIMARY_KEY, UNIQUE, INDEX)
    return any(key.facts.get("unique", True) and listed(key, "columns") == (column.name,) for key in keys)


def _zero(type_: str, types: Types) -> str:
    stored = types.stored(parsed(type_))
    labels = types.labels(stored)
    if stored.array:
        return "'{}'"
    if labels:
        return literal(labels[0])
    if stored.base in ZEROS:
        return ZEROS[stored.base]
    if stored.base in (*INTEGERS, *FLOATS, "numeric", "money"):
        return "0"
    if stored.base.endswith(("range", "multirange")):
        return "'empty'" if not stored.base.endswith("multirange") else "'{}'"
    return f"repeat('0', {stored.modifier[0]})" if stored.base == "bit" and stored.modifier else "''"


def example(column: Entry, catalog: Catalog) -> str | None:
    """A value that the type of a column accepts, as SQL; None where no value is a matter of course."""
    if column.facts["default"] is not None:
        return str(column.facts["default"])
    types = Types.of(catalog)
    type_ = parsed(str(column.facts["type"]))
    domain, stored = types.domain(type_), types.stored(type_)
    if domain is not None and (domain.facts["checks"] or domain.facts["not_null"]):
        return None  # it may refuse whatever is guessed
    if not stored.array and stored.base in TODAY:
        return TODAY[stored.base]
    zero = _zero(str(column.facts["type"]), types)
    known = (*TEXTS, "bytea", "xml", "tsvector", "tsquery", "bit varying")
    return zero if zero != "''" or stored.base in known else None


def _numbered(column: Entry, types: Types) -> str:
    stored = types.stored(parsed(str(column.facts["type"])))
    number = "fresh.n"
    if stored.base in (*INTEGERS, *FLOATS, "numeric"):
        if kind_of(column) is None:
            return f"-{number}"
        return f"{number} + (SELECT coalesce(max({quote(column.name or '')}), 0) FROM {quote_table(column.table)})"
    if stored.base in TEXTS:
        return f"{number}::text"
    return NUMBERED.get(stored.base, _zero(str(column.facts["type"]), types)).format(n=number)
