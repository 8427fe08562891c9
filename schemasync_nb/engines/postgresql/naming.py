"""Names for what the models leave unnamed: those that the server itself would choose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from schemasync_nb.catalog import CHECK, CONSTRAINTS, EXCLUDE, FOREIGN_KEY, INDEX, PRIMARY_KEY, Catalog, Entry, Fact
from schemasync_nb.engines.postgresql.exclusion import exclusion
from schemasync_nb.engines.postgresql.names import quote, split
from schemasync_nb.engines.postgresql.order import Thing, names

LONGEST = 63  # bytes of a name (NAMEDATALEN - 1)
LABELS = {PRIMARY_KEY: "pkey", "unique": "key", FOREIGN_KEY: "fkey", CHECK: "check", EXCLUDE: "excl", INDEX: "idx"}


def named(catalog: Catalog, other: Catalog) -> Catalog:
    """The catalog with a name for every constraint and index: where the other side has the same thing under a name
    that is free here, that one; else the one that the server would choose.
    """
    nameless = [entry for entry in catalog.entries if entry.name is None and entry.kind in LABELS]
    if not nameless:
        return catalog
    taken = {each for entry in catalog.entries if entry.name and entry.kind in LABELS for each in names(entry)}
    taken |= {(f"relation {schema}", name) for schema, name in map(split, catalog.tables)}
    given: dict[int, Entry] = {}
    for entry in nameless:
        twins = (e for e in other.of(entry.table, entry.kind) if e.name and meaning(e) == meaning(entry))
        candidates = (_with_name(entry, twin.name or "") for twin in twins)
        found = next((candidate for candidate in candidates if not names(candidate) & taken), None)
        given[id(entry)] = found or _first_free(entry, taken)
        taken |= names(given[id(entry)])
    return catalog.replace(given.get(id(entry), entry) for entry in catalog.entries)


def meaning(entry: Entry) -> dict[str, Fact]:
    """What an object is, its comment aside."""
    return {name: fact for name, fact in entry.facts.items() if name != "comment"}


def _first_free(entry: Entry, taken: set[Thing]) -> Entry:
    table = split(entry.table)[1]
    for number in range(10_000):
        label = LABELS[entry.kind] + (str(number) if number else "")
        candidate = _with_name(entry, chosen(table, _middle(entry), label))
        if not names(candidate) & taken:
            return candidate
    raise AssertionError("ten thousand names are taken")


def server_names(entry: Entry) -> frozenset[str]:
    """The names that the server would choose for a constraint, were those before them taken."""
    table, middle = split(entry.table)[1], _middle(entry)
    labels = (LABELS[entry.kind] + (str(number) if number else "") for number in range(10))
    return frozenset(chosen(table, middle, label) for label in labels)


def _middle(entry: Entry) -> str:
    """What stands between the table and the label (ChooseIndexNameAddition, ChooseForeignKeyConstraintNameAddition)."""
    if entry.kind == PRIMARY_KEY:
        return ""
    if entry.kind == CHECK:
        own = sorted({column for table, column in entry.uses if table == entry.table and column})
        return own[0] if len(own) == 1 else ""
    if entry.kind == EXCLUDE:
        found = exclusion(str(entry.facts["definition"]))
        parts: Iterable[str] = [_word(term) for term, _ in found.terms] if found else ()
    else:
        columns, included = entry.facts["columns"], entry.facts.get("include") or ()
        assert isinstance(columns, tuple) and isinstance(included, tuple)
        parts = (*(columns if entry.kind in CONSTRAINTS else map(_word, columns)), *included)
    return _cut("_".join(parts), LONGEST)


def _word(term: str) -> str:
    """A term of an index in its name: a column, a function, or ``expr``."""
    function = re.match(r"(?:[\w\"]+\.)?(\w+)\(", term)
    plain = re.match(r'"((?:[^"]|"")+)"|(\w+)(?: |$)', term)
    if function:
        return function[1]
    return (plain[1] or plain[2]).replace('""', '"') if plain else "expr"


def chosen(first: str, second: str, label: str) -> str:
    """``first_second_label``, the longer of the two cut until it fits, as makeObjectName does it."""
    room = LONGEST - len(label.encode()) - 1 - (1 if second else 0)
    one, two = len(first.encode()), len(second.encode())
    while one + two > room:
        if one > two:
            one -= 1
        else:
            two -= 1
    return "_".join(part for part in (_cut(first, one), _cut(second, two), label) if part)


def _cut(name: str, size: int) -> str:
    return name.encode()[:size].decode(errors="ignore")


def _with_name(entry: Entry, name: str) -> Entry:
    if entry.kind == INDEX:
        return replace(entry, name=name, sql=re.sub(r" INDEX (?=ON )", f" INDEX {quote(name)} ", entry.sql, count=1))
    return replace(entry, name=name, sql=f"CONSTRAINT {quote(name)} {entry.sql}")


def free_relation(schema: str, table: str, column: str, label: str, *catalogs: Catalog) -> str:
    """A name for a new relation that none of the catalogs' tables, sequences and indexes has."""
    taken = {name for relation, name in _relations(catalogs) if relation == f"relation {schema}"}
    number = 0
    while (name := chosen(table, column, label + (str(number) if number else ""))) in taken:
        number += 1
    return name


def _relations(catalogs: Iterable[Catalog]) -> Iterable[Thing]:
    for catalog in catalogs:
        for entry in catalog.entries:
            if entry.kind in ("table", "sequence"):
                schema, name = split(entry.table)
                yield f"relation {schema}", entry.name if entry.kind == "sequence" and entry.name else name
            elif entry.kind in LABELS and entry.name:
                yield from names(entry)
