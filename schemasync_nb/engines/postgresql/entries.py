"""From rows of the catalogs to Entries: tables, columns, constraints, indexes, types and sequences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from schemasync_nb.catalog import (
    CHECK,
    COLUMN,
    DOMAIN,
    ENUM,
    EXCLUDE,
    FOREIGN_KEY,
    INDEX,
    PRIMARY_KEY,
    SCHEMA,
    SEQUENCE,
    TABLE,
    UNIQUE,
    Entry,
    Fact,
)
from schemasync_nb.engines.postgresql.names import literal, quote, quote_table, spell, spell_part

Row = Sequence[Any]
Uses = frozenset[tuple[str, str]]

_ACTIONS = {"a": "", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}
_MATCHES = {"s": "", "f": "full", "p": "partial"}
_DEFERS = {"": "", "deferrable": " DEFERRABLE", "initially deferred": " DEFERRABLE INITIALLY DEFERRED"}
_SERIALS = {"smallint": "smallserial", "integer": "serial", "bigint": "bigserial"}
_BOUNDS = {"smallint": 2**15 - 1, "integer": 2**31 - 1, "bigint": 2**63 - 1}

# In what pg_get_indexdef prints: a quoted name, a string (its quotes and backslashes are doubled), or what separates.
_MARKS = re.compile(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|[(),]')
_FIRST_NAME = re.compile(r'"(?:[^"]|"")*"|[^\s"]+')


@dataclass
class Known:
    """What objects are called, by oid: only what becomes an entry is in it.

    tables     table -> spelled
    columns    table -> number -> name
    types      enum or domain, or an array of it -> spelled
    sequences  standalone sequence -> spelled
    domains    oids of domains
    mentioned  (catalog, oid, number) -> what it depends on: (catalog, oid, column)
    """

    tables: dict[int, str] = field(default_factory=dict)
    columns: dict[int, dict[int, str]] = field(default_factory=dict)
    types: dict[int, str] = field(default_factory=dict)
    sequences: dict[int, str] = field(default_factory=dict)
    domains: set[int] = field(default_factory=set)
    mentioned: dict[tuple[str, int, int], list[tuple[str, int, str | None]]] = field(default_factory=dict)

    def uses(self, catalog: str, oid: int, number: int = 0) -> set[tuple[str, str]]:
        """The entries that an object depends on; what is no entry (a function, a range type) is left out."""
        found = set()
        for what, other, column in self.mentioned.get((catalog, oid, number), ()):
            if what == "pg_class" and other in self.tables:
                found.add((self.tables[other], column or ""))
            elif what == "pg_class" and other in self.sequences:
                found.add((self.sequences[other], ""))
            elif what == "pg_type" and other in self.types:
                found.add((self.types[other], ""))
        return found


def schema_entry(name: str) -> Entry:
    return Entry(SCHEMA, spell_part(name), None, {}, f"CREATE SCHEMA {quote(name)}")


def enum_entry(schema: str, name: str, labels: Iterable[str]) -> Entry:
    facts: dict[str, Fact] = {"labels": tuple(labels)}
    listed = ", ".join(literal(label) for label in labels)
    sql = f"CREATE TYPE {quote(schema)}.{quote(name)} AS ENUM ({listed})"
    return Entry(ENUM, spell_part(schema), name, facts, sql, frozenset({(spell_part(schema), "")}))


def domain_entry(row: Row, uses: set[tuple[str, str]]) -> Entry:
    _, schema, name, _, _, _, base, not_null, default, collation_schema, collation, checks, _ = row
    facts: dict[str, Fact] = {
        "type": base,
        "not_null": not_null,
        "default": default,
        "collation": _collation(collation_schema, collation),
        "checks": tuple(sorted(checks)),
    }
    sql = f"CREATE DOMAIN {quote(schema)}.{quote(name)} AS {base}"
    sql += f" COLLATE {_quoted_collation(collation_schema, collation)}" if collation else ""
    sql += f" DEFAULT {default}" if default is not None else ""
    sql += " NOT NULL" if not_null else ""
    sql += "".join(f" CONSTRAINT {check}" for check in sorted(checks))
    return Entry(DOMAIN, spell_part(schema), name, facts, sql, frozenset({(spell_part(schema), ""), *uses}))


@dataclass(frozen=True)
class SequenceRow:
    """A row of the sequences' query."""

    oid: int
    schema: str
    name: str
    type: str
    start: int
    increment: int
    minimum: int
    maximum: int
    cache: int
    cycle: bool
    table: int | None
    column: int | None
    internal: bool | None
    draws: str

    def options(self) -> tuple[str, ...]:
        """As the facts of an identity or serial column state them."""
        return (
            f"start={self.start}",
            f"increment={self.increment}",
            f"minimum={self.minimum}",
            f"maximum={self.maximum}",
            f"cache={self.cache}",
            f"cycle={'yes' if self.cycle else 'no'}",
        )

    def clauses(self) -> str:
        """Those options that are not what they are by default, as SQL."""
        bound = _BOUNDS[self.type]
        up = self.increment > 0
        minimum, maximum = (1, bound) if up else (-bound - 1, -1)
        parts = [f"INCREMENT BY {self.increment}"] if self.increment != 1 else []
        parts += [f"MINVALUE {self.minimum}"] if self.minimum != minimum else []
        parts += [f"MAXVALUE {self.maximum}"] if self.maximum != maximum else []
        parts += [f"START WITH {self.start}"] if self.start != (self.minimum if up else self.maximum) else []
        parts += [f"CACHE {self.cache}"] if self.cache != 1 else []
        parts += ["CYCLE"] if self.cycle else []
        return " ".join(parts)


def sequence_entry(row: SequenceRow, known: Known) -> Entry:
    facts: dict[str, Fact] = {
        "type": row.type,
        "start": row.start,
        "increment": row.increment,
        "minimum": row.minimum,
        "maximum": row.maximum,
        "cache": row.cache,
        "cycle": row.cycle,
    }
    sql = f"CREATE SEQUENCE {quote(row.schema)}.{quote(row.name)}"
    sql += f" AS {row.type}" if row.type != "bigint" else ""
    sql += f" {clauses}" if (clauses := row.clauses()) else ""
    uses = {(spell_part(row.schema), "")}
    if row.table in known.tables:  # OWNED BY: it goes when its column goes
        uses |= {(known.tables[row.table], ""), (known.tables[row.table], known.columns[row.table][row.column or 0])}
    return Entry(SEQUENCE, spell_part(row.schema), row.name, facts, sql, frozenset(uses))


@dataclass(frozen=True)
class Sequences:
    """Sequences that belong to columns: (table, number of the column) -> sequence."""

    identity: Mapping[tuple[int, int], SequenceRow]
    owned: Mapping[tuple[int, int], Sequence[SequenceRow]]

    def serial(self, table: int, number: int, default: str | None) -> SequenceRow | None:
        """The sequence of a serial column: owned by it, and its next value is the whole default."""
        of_column = self.owned.get((table, number), ())
        return next((sequence for sequence in of_column if sequence.draws == default), None)


def column_entry(row: Row, known: Known, sequences: Sequences) -> Entry:
    (table, number, name, type_oid, type_, not_null, invalid, default_oid, expression, generated, identity) = row[:11]
    collation_schema, collation, comment = row[11:]
    spelled = known.tables[table]
    default: str | None = None if generated else expression
    own = sequences.identity.get((table, number)) if identity else None
    serial = sequences.serial(table, number, default) if default is not None and default[:7] == "nextval" else None
    if serial is not None:
        default = None
    elif default is not None and default[:6] == "NULL::" and type_oid not in known.domains:
        default = None  # on a domain it overrides the domain's own
    facts: dict[str, Fact] = {
        "type": type_,
        # the server refuses new NULLs, and may hold old ones: neither True nor False
        "not_null": "not valid" if invalid else not_null,
        "default": default,
        "generated": expression if generated else None,
        "stored": generated != "v",
        "identity": ("always" if identity == "a" else "by default", *own.options()) if own else None,
        "serial": (f"type={serial.type}", *serial.options()) if serial else None,
        "collation": _collation(collation_schema, collation) if collation else None,
        "comment": comment,
    }
    sql = f"{quote(name)} {_SERIALS.get(type_, type_) if serial else type_}"
    if collation:
        sql += f" COLLATE {_quoted_collation(collation_schema, collation)}"
    if default is not None:
        sql += f" DEFAULT {default}"
    elif generated:
        sql += f" GENERATED ALWAYS AS ({expression}) {'VIRTUAL' if generated == 'v' else 'STORED'}"
    elif own:
        clauses = own.clauses()
        sql += f" GENERATED {'ALWAYS' if identity == 'a' else 'BY DEFAULT'} AS IDENTITY"
        sql += f" ({clauses})" if clauses else ""
    if not_null and not invalid:
        sql += " NOT NULL"
    uses = {(spelled, "")}
    if type_oid in known.types:
        uses.add((known.types[type_oid], ""))
    if default_oid is not None:
        uses |= known.uses("pg_attrdef", default_oid) | known.uses("pg_class", table, number)
    return Entry(COLUMN, spelled, name, facts, sql, frozenset(uses))


def _collation(schema: str | None, name: str | None) -> str | None:
    if schema is None or name is None:
        return None
    return name if schema == "pg_catalog" else spell(schema, name)


def _quoted_collation(schema: str, name: str) -> str:
    return quote(name) if schema == "pg_catalog" else f"{quote(schema)}.{quote(name)}"


def table_entry(row: Row, known: Known, parts: Sequence[Entry], relations: Mapping[int, str]) -> Entry:
    """A table; the statement for showing it lists its columns and constraints."""
    _, schema, oid, _, _, unlogged, _, _, options, partition_by, inherits, _, comment = row
    spelled = known.tables[oid]
    parents = tuple(relations[parent] for parent in inherits)
    facts: dict[str, Fact] = {
        "partition_by": partition_by,
        "unlogged": unlogged,
        "options": tuple(sorted(options)),
        "inherits": parents,
        "comment": comment,
    }
    listed = ",\n".join(f"    {part.sql}" for part in parts if part.kind != INDEX)
    sql = f"CREATE {'UNLOGGED ' if unlogged else ''}TABLE {quote_table(spelled)} (\n{listed}\n)"
    sql += f" INHERITS ({', '.join(map(quote_table, parents))})" if parents else ""
    sql += f" PARTITION BY {partition_by}" if partition_by else ""
    sql += f" WITH ({', '.join(sorted(options))})" if options else ""
    uses = {(spell_part(schema), ""), *((known.tables[parent], "") for parent in inherits if parent in known.tables)}
    return Entry(TABLE, spelled, None, facts, sql, frozenset(uses))


def constraint_entry(row: Row, known: Known, parents: Mapping[int, str]) -> Entry:
    """A key, check or exclusion; ``parents`` spells every table, also such as are no entries."""
    (oid, index, table, name, kind, key, definition, deferrable, deferred, valid, no_inherit, parent) = row[:12]
    (parent_names, parent_key, match, on_update, on_delete, set_columns, expression) = row[12:19]
    (index_key, one_null, enforced, period, comment) = row[19:]
    spelled, names = known.tables[table], known.columns[table]
    columns = tuple([names[number] for number in key or () if number])
    uses = {(spelled, column) for column in columns}
    defers = "" if not deferrable else "initially deferred" if deferred else "deferrable"
    facts: dict[str, Fact]
    if kind == "f":
        if parent_names is None:
            of_parent = known.columns[parent]
            parent_names = [of_parent[number] for number in parent_key]
        sets = f" ({', '.join(quote(names[number]) for number in set_columns)})" if set_columns else ""
        facts = {
            "columns": columns,
            "parent": parents[parent],
            "parent_columns": tuple(parent_names),
            "match": _MATCHES[match],
            "on_update": _ACTIONS[on_update],
            "on_delete": _ACTIONS[on_delete] + sets,
            "deferrable": defers,
            "not_valid": not valid,
            "comment": comment,
        }
        if not enforced:  # since 18; no model can say so, hence only stated where it is so
            facts["not_enforced"] = True
        if parent in known.tables:
            uses.add((parents[parent], ""))
            uses.update((parents[parent], column) for column in parent_names)
        entry_kind = FOREIGN_KEY
    elif kind in "pu":
        included = [names[int(number)] for number in index_key.split()[len(columns) :]]
        uses.update((spelled, column) for column in included)
        facts = {"columns": columns, "include": tuple(included), "deferrable": defers, "comment": comment}
        if kind == "u":
            facts["nulls_not_distinct"] = one_null
        entry_kind = PRIMARY_KEY if kind == "p" else UNIQUE
        definition = definition or _key_definition(entry_kind, facts)
    elif kind == "c":
        facts = {
            "expression": expression,
            "no_inherit": no_inherit,
            "not_valid": not valid,
            "not_enforced": not enforced,
            "comment": comment,
        }
        uses |= known.uses("pg_constraint", oid)
        entry_kind = CHECK
    else:
        stated = definition.removesuffix(" DEFERRABLE INITIALLY DEFERRED").removesuffix(" DEFERRABLE")
        facts = {"definition": stated, "deferrable": defers, "comment": comment}
        uses |= known.uses("pg_constraint", oid) | known.uses("pg_class", index)
        uses.discard((spelled, ""))
        entry_kind = EXCLUDE
    if period:  # since 18: WITHOUT OVERLAPS, PERIOD; as not_enforced above
        facts["period"] = True
    return Entry(entry_kind, spelled, name, facts, f"CONSTRAINT {quote(name)} {definition}", frozenset(uses))


def _key_definition(kind: str, facts: Mapping[str, Fact]) -> str:
    def listed(fact: str) -> str:
        names = facts[fact]
        assert isinstance(names, tuple)
        return f"({', '.join(map(quote, names))})"

    sql = "PRIMARY KEY " if kind == PRIMARY_KEY else "UNIQUE "
    sql += "NULLS NOT DISTINCT " if facts.get("nulls_not_distinct") else ""
    sql += listed("columns") + (f" INCLUDE {listed('include')}" if facts["include"] else "")
    return sql + _DEFERS[str(facts["deferrable"])]


def index_entry(row: Row, known: Known) -> Entry:
    oid, table, name, unique, method, key, n_keys, pretty, printed, definition, predicate = row[:11]
    one_null, options, invalid = row[11:]
    spelled, names = known.tables[table], known.columns[table]
    numbers = [int(number) for number in key.split()]
    columns = [names[number] if number else None for number in numbers[:n_keys]]
    included = [names[number] for number in numbers[n_keys:]]
    facts: dict[str, Fact] = {
        "unique": unique,
        "method": method,
        "columns": _index_columns(definition, columns, pretty or (), printed or ()),
        "include": tuple(included),
        "predicate": predicate,
        "nulls_not_distinct": one_null,
        "options": tuple(sorted(options or ())),
        "invalid": invalid,
    }
    uses = {(spelled, column) for column in (*columns, *included) if column is not None}
    if pretty or predicate is not None:
        uses |= known.uses("pg_class", oid) - {(spelled, "")}
    stated = f"CREATE {'UNIQUE ' if unique else ''}INDEX {quote(name)} ON "
    if definition.startswith(f"{stated}ONLY "):  # of a partitioned table: its partitions are meant too
        definition = stated + definition[len(stated) + 5 :]
    return Entry(INDEX, spelled, name, facts, definition, frozenset(uses))


def _index_columns(
    definition: str, columns: Sequence[str | None], pretty: Sequence[str], printed: Sequence[str]
) -> tuple[str, ...]:
    """Each key with the collation, operator class and order that the server finds worth stating.

    Only the whole statement says which are not the default ones; expressions are taken as ``pretty`` shows them.
    """
    quoted = [quote(column) for column in columns if column is not None]
    plain = len(quoted) == len(columns) and '"' not in definition and "'" not in definition
    if plain and f" ({', '.join(quoted)})" in definition:
        return tuple(quoted)
    expressions = iter(zip(pretty, printed, strict=True))
    terms = []
    for column, text in zip(columns, _key_list(definition), strict=True):
        if column is None:
            shown, stated = next(expressions)
            terms.append(shown + text.removeprefix(stated))
        else:
            first = _FIRST_NAME.match(text)
            terms.append(quote(column) + (text[first.end() :] if first else ""))
    return tuple(terms)


def _key_list(definition: str) -> list[str]:
    """The comma-separated texts in the first parentheses of a CREATE INDEX."""
    depth = start = 0
    texts = []
    for mark in _MARKS.finditer(definition):
        sign = mark.group()
        if sign == "(":
            depth += 1
            start = mark.end() if depth == 1 else start
        elif sign in (",", ")") and depth == 1:
            texts.append(definition[start : mark.start()].strip())
            start = mark.end()
        if sign == ")":
            depth -= 1
            if depth == 0:
                break
    return texts
