"""What is open about predicted entries, settled against what the database states: equal by EXPLAIN, or still open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from schemasync_nb.catalog import COLUMN, INDEX, OF_A_SCHEMA, TABLE, Catalog, Entry, Fact
from schemasync_nb.engines.postgresql.names import quote, spell
from schemasync_nb.engines.postgresql.predict_column import Guess, column_clause
from schemasync_nb.engines.postgresql.predict_constraint import BUILT_IN_CLASSES, index_sql
from schemasync_nb.engines.postgresql.proof import (
    COLLATIONS,
    OPERATOR_CLASSES,
    RECORD,
    Question,
    answers,
    schemas_of,
    spelled_types,
)
from schemasync_nb.engines.postgresql.types import without_modifier

BOOLEAN = "boolean"
_KNOWN_BY_NAME = (COLUMN, TABLE, *OF_A_SCHEMA)
_SUFFIX = re.compile(r"(?: (?:[\w$]+\.)?[a-z_]+_ops)?(?: DESC)?(?: NULLS (?:FIRST|LAST))?$").search
_CLASS = re.compile(r" ([a-z_]+_ops)(?: DESC)?(?: NULLS (?:FIRST|LAST))?$").search
_DOMAIN_CHECK = re.compile(r'((?:"(?:[^"]|"")+"|[^" ]+) )CHECK \((.*)\)', re.DOTALL).fullmatch


class Found:
    """The entries of the database, for finding those that a predicted one may be."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._named: dict[tuple[str, str, str | None], Entry] = {}
        self._all: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._columns: dict[str, dict[str, tuple[str, str | None]]] = {}
        for entry in catalog.entries:
            self._named[entry.kind, entry.table, entry.name] = entry
            self._all[entry.kind, entry.table].append(entry)

    def candidates(self, guess: Guess) -> Sequence[Entry]:
        """What a predicted entry may be in the database: by name, else by definition."""
        entry = guess.entry
        same = self._named.get((entry.kind, entry.table, entry.name))
        if same is not None:
            return (same,)
        if entry.kind in _KNOWN_BY_NAME:
            return ()
        return [
            other
            for other in self._all.get((entry.kind, entry.table), ())
            if all(other.facts.get(name) == value for name, value in entry.facts.items() if name not in guess.open)
        ]

    def spelled_otherwise(self, guess: Guess) -> Sequence[Entry]:
        """The column of the database whose default is not the predicted one: it may mean the same."""
        if guess.entry.kind != COLUMN or guess.entry.facts["default"] is None:
            return ()
        stated = guess.entry.facts["default"]
        return [other for other in self.candidates(guess) if other.facts["default"] not in (None, stated)]

    def columns(self, table: str) -> dict[str, tuple[str, str | None]]:
        """Name -> (type, collation or None) of a table's columns."""
        if table not in self._columns:
            self._columns[table] = {
                name: (str(e.facts["type"]), None if e.facts["collation"] is None else str(e.facts["collation"]))
                for name, e in self.catalog.columns(table).items()
            }
        return self._columns[table]

    def rivals(self, guess: Guess) -> bool:
        """True where something is open about an entry and the database has what may be it."""
        return bool(guess.open and self.candidates(guess))

    def contradicts(self, guess: Guess) -> bool:
        """True where a table that the database has states something else."""
        entry = guess.entry
        same = self._named.get((entry.kind, entry.table, entry.name))
        if guess.open or (same is not None and same.facts == entry.facts):
            return False
        if not (entry.table in self.catalog.tables or entry.kind in OF_A_SCHEMA):
            return False
        candidates = self.candidates(guess)
        if guess.entry.kind in OF_A_SCHEMA and not candidates:
            return False
        return not any(other.facts == guess.entry.facts for other in candidates)


def settled(guesses: Sequence[Guess], found: Found, connection: Connection, path: str) -> tuple[list[Guess], int]:
    """The guesses with what the planner could prove, and how many entries that settled. Only reads.

    path  the search_path in which the models' words are understood
    """
    guesses = with_types(guesses, connection, path)
    tried: list[tuple[int, Entry, int, int]] = []
    questions: list[Question] = []
    for number, guess in enumerate(guesses):
        for candidate in found.candidates(guess) if guess.open else found.spelled_otherwise(guess):
            asked = _questions(guess, candidate, found)
            if asked is not None:
                tried.append((number, candidate, len(questions), len(questions) + len(asked)))
                questions += asked
    equal = answers(connection, questions, path)
    result, proven = list(guesses), 0
    for number, candidate, first, end in tried:
        if result[number] is guesses[number] and all(equal[first:end]):
            result[number] = _as_found(guesses[number], candidate)
            proven += 1
    return result, proven


def with_types(guesses: Sequence[Guess], connection: Connection, path: str) -> list[Guess]:
    """The guesses with the schemas of types, collations and classes, where the database has them. Only reads."""
    types = {str(guess.entry.facts["type"]) for guess in guesses if "type" in guess.open}
    collations = {str(guess.entry.facts["collation"]).strip('"') for guess in guesses if "collation" in guess.open}
    classes = {
        match[1]
        for guess in guesses
        if guess.entry.kind == INDEX and "columns" in guess.open
        for term in _tuple(guess.entry.facts["columns"])
        if (match := _CLASS(term))
    }
    named = _Named(
        spelled_types(connection, sorted(types), path) if types else {},
        schemas_of(connection, COLLATIONS, collations) if collations else {},
        schemas_of(connection, OPERATOR_CLASSES, classes) if classes else {},
    )
    return [named.applied(guess) if guess.open else guess for guess in guesses]


@dataclass(frozen=True)
class _Named:
    """What only the database knows: spelled type -> as printed; name of a collation, of a class -> schema."""

    types: Mapping[str, str]
    collations: Mapping[str, str]
    classes: Mapping[str, str]

    def applied(self, guess: Guess) -> Guess:
        entry, facts, open_ = guess.entry, dict(guess.entry.facts), list(guess.open)
        if "type" in open_ and facts["type"] in self.types:
            facts["type"] = self.types[str(facts["type"])]
            open_.remove("type")
        if "collation" in open_ and (name := str(facts["collation"]).strip('"')) in self.collations:
            schema = self.collations[name]
            facts["collation"] = name if schema == "pg_catalog" else spell(schema, name)
            open_.remove("collation")
        sql = f"{quote(entry.name or '')} {column_clause(facts)}" if entry.kind == COLUMN else entry.sql
        if entry.kind == INDEX and "columns" in open_:
            terms = _tuple(facts["columns"])
            facts["columns"] = tuple(self._with_class(term) for term in terms)
            if not any(term.startswith("(") or self._lacks(term) for term in terms):
                open_.remove("columns")
            sql = index_sql(entry.table, entry.name, facts)
        if facts == entry.facts:
            return guess
        return Guess(Entry(entry.kind, entry.table, entry.name, facts, sql, entry.uses), tuple(open_))

    def _lacks(self, term: str) -> bool:
        match = _CLASS(term)
        return match is not None and match[1] not in self.classes and match[1] not in BUILT_IN_CLASSES

    def _with_class(self, term: str) -> str:
        match = _CLASS(term)
        if match is None or match[1] not in self.classes:
            return term
        return f"{term[: match.start()]} {quote(self.classes[match[1]])}.{term[match.start(1) :]}"


def _tuple(fact: Fact) -> tuple[str, ...]:
    return fact if isinstance(fact, tuple) else ()


def _as_found(guess: Guess, candidate: Entry) -> Guess:
    entry = guess.entry
    taken = guess.open or ("default",)
    facts = {name: candidate.facts[name] if name in taken else fact for name, fact in entry.facts.items()}
    sql = entry.sql
    if facts == candidate.facts:
        sql = candidate.sql
        if entry.name is None and candidate.name is not None:
            sql = sql.removeprefix(f"CONSTRAINT {quote(candidate.name)} ")
    return Guess(Entry(entry.kind, entry.table, entry.name, facts, sql, entry.uses | candidate.uses))


def _questions(guess: Guess, candidate: Entry, found: Found) -> list[Question] | None:
    """What must be proven for the open facts to be those of the candidate; None where that cannot be asked."""
    entry, asked = guess.entry, []
    for name in guess.open or ("default",):
        one, other = entry.facts[name], candidate.facts[name]
        if one == other:
            continue
        match entry.kind, name, one, other:
            case "column", ("default" | "generated"), str(), str():
                columns = found.columns(entry.table) if name == "generated" else {}
                asked.append(Question(one, other, without_modifier(str(candidate.facts["type"])), columns))
            case (("check" | "index"), ("expression" | "predicate"), str(), str()):
                asked.append(Question(one, other, BOOLEAN, found.columns(entry.table)))
            case "exclude", "definition", str(), str():
                (head, _, where), (same, _, other_where) = one.partition(" WHERE ("), other.partition(" WHERE (")
                if head != same or not (where and other_where):
                    return None
                asked.append(Question(where[:-1], other_where[:-1], BOOLEAN, found.columns(entry.table)))
            case "index", "columns", tuple(), tuple():
                terms = _terms(one, other, found.columns(entry.table))
                if terms is None:
                    return None
                asked += terms
            case "domain", "default", str(), str():
                asked.append(Question(one, other, without_modifier(str(candidate.facts["type"])), {}))
            case "domain", "checks", tuple(), tuple():
                checks = _domain_checks(one, other, str(candidate.facts["type"]))
                if checks is None:
                    return None
                asked += checks
            case _:
                return None
    return asked


def _terms(
    ours: Iterable[str], theirs: Iterable[str], columns: Mapping[str, tuple[str, str | None]]
) -> list[Question] | None:
    """The keys of an index, pair by pair; what follows an expression (class, order) must be the same text."""
    ours, theirs = list(ours), list(theirs)
    if len(ours) != len(theirs):
        return None
    asked = []
    for one, other in zip(ours, theirs, strict=True):
        if one == other:
            continue
        match = _SUFFIX(one)
        suffix = match.group() if match else ""
        if not other.endswith(suffix):
            return None
        asked.append(Question(one.removesuffix(suffix), other.removesuffix(suffix), RECORD, columns))
    return asked


def _domain_checks(ours: Iterable[str], theirs: Iterable[str], type_: str) -> list[Question] | None:
    """The checks of a domain by name; in them VALUE is read as the one column there is."""
    named = [{m[1]: m[2] for m in map(_DOMAIN_CHECK, checks) if m} for checks in (ours, theirs)]
    if named[0].keys() != named[1].keys():
        return None
    value = {"value": (type_, None)}
    return [Question(one, named[1][name], BOOLEAN, value) for name, one in named[0].items()]
