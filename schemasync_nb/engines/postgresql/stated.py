"""What the models state, as the server would have it: predicted, proven by EXPLAIN, made in a scratch database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace

from sqlalchemy import URL, Connection, MetaData

from schemasync_nb.catalog import CHECK, COLUMN, DOMAIN, EXCLUDE, INDEX, OF_A_SCHEMA, VIEWS, Catalog, Entry
from schemasync_nb.engines.engine import Stated
from schemasync_nb.engines.postgresql.ddl import Speller, with_stubs
from schemasync_nb.engines.postgresql.materialise import CannotAsk, Making, made
from schemasync_nb.engines.postgresql.names import spell_part, split
from schemasync_nb.engines.postgresql.predict import predict
from schemasync_nb.engines.postgresql.predict_column import Guess
from schemasync_nb.engines.postgresql.proof import search_path
from schemasync_nb.engines.postgresql.servers import may_create, scratch_database
from schemasync_nb.engines.postgresql.settle import Found, settled
from schemasync_nb.errors import DatabaseError

EXPRESSIONS = {
    COLUMN: ("generated",),  # a default is asked about anyway
    CHECK: ("expression",),
    EXCLUDE: ("definition",),
    INDEX: ("columns", "predicate"),
    DOMAIN: ("default", "checks"),
}


def stated(
    metadata: MetaData,
    connection: Connection,
    found: Catalog,
    server: URL | None,
    schemas: Collection[str] | None = None,
) -> Stated:
    """What the models would be in this database. The database is only read.

    found    what it holds
    server   where a scratch database may be made; None where none may
    schemas  those that are compared; None for all
    """
    speller = Speller(connection)
    whole, stubs = with_stubs(metadata)
    prediction = predict(whole, speller, found, stubs)
    path = search_path(connection, speller.default_schema)
    how = path, server, None if schemas is None else frozenset(schemas)
    last = _last.get(how)
    if last is not None and last[0] is found and last[1] == prediction.guesses and not prediction.opaque:
        return last[2]
    making = Making(whole, frozenset(), prediction, speller, path)
    result = _settled(making, connection, found, server, schemas)
    _last.clear()
    if result.exact:  # what stood in the way of asking may be gone the next time
        _last[how] = found, prediction.guesses, result
    return result


_last: dict[object, tuple[Catalog, tuple[Guess, ...], Stated]] = {}
"""What was stated last, and of what: the database's catalog, which is the same object where nothing changed, and what
the models say. What opaque tables become is decided by others than these."""


def _settled(
    making: Making, connection: Connection, found: Catalog, server: URL | None, schemas: Collection[str] | None
) -> Stated:
    """What is open about the predictions, proven or made."""
    prediction, path = making.prediction, making.path
    known = Found(found)
    guesses, proven = settled(prediction.guesses, known, connection, path)
    proofs = {"engine": proven} if proven else {}
    entries = [guess.entry for guess in guesses]
    notes: list[str] = []

    aside = _aside(entries, prediction.opaque, found, schemas)
    unsure = [*prediction.opaque, *(guess.entry.table for guess in guesses if known.rivals(guess))]
    asked = [guess.entry.table for guess in guesses if guess.open or known.contradicts(guess)]
    unsure, asked = ([t for t in dict.fromkeys(some) if t not in aside] for some in (unsure, unsure + asked))
    if asked:
        tables = frozenset(prediction.tables.keys() & set(asked))
        result, why_not = _made(replace(making, tables=tables), connection, found, server)
        if not why_not:
            as_found, proven = _as_found(result, known, connection, path)
            entries = _merged(entries, as_found, tables)
            proofs |= {"scratch": len(result), "engine": proofs.get("engine", 0) + proven}
        elif unsure:
            notes.append(f"approximate: the server was not asked about {_some(unsure)}: {why_not}")
            entries += [entry for table in prediction.opaque for entry in found.of(table)]  # nothing is stated of these
    exact = not notes
    entries += _lent(entries, found)
    if schemas is not None:
        outside = sorted({_schema(entry) for entry in entries} - {*schemas})
        entries = [entry for entry in entries if _schema(entry) not in outside]
        notes += [f"schema {schema} of the models is not compared" for schema in outside]
    return Stated(Catalog("postgresql", tuple(entries), folds=False), exact, proofs, tuple(notes))


def _aside(
    entries: Iterable[Entry], opaque: Iterable[str], found: Catalog, schemas: Collection[str] | None
) -> frozenset[str]:
    """Tables that are not compared: what is a view in the database or no table of ours, what lies in other schemas."""
    views = {entry.name or "" for entry in found.carried if entry.kind in VIEWS}
    tables = {*opaque, *(entry.table for entry in entries if entry.kind not in OF_A_SCHEMA)}
    return frozenset(
        views
        | found.apart.keys()
        | {table for table in tables if schemas is not None and split(table)[0] not in schemas}
    )


def _made(making: Making, connection: Connection, found: Catalog, server: URL | None) -> tuple[list[Entry], str]:
    """(what the scratch database states, "") or (nothing, why there is none)."""
    if server is None:
        return [], "no scratch database may be made here"
    own = connection.engine.url
    if (server.host, server.port) == (own.host, own.port) and (why_not := may_create(connection)):
        return [], why_not
    why_not = ""
    # listeners may refer to what no text of the models names; but what they make themselves must not be there
    for everything in (False, True) if making.prediction.opaque else (False,):
        with ExitStack() as stack:
            try:
                scratch = stack.enter_context(scratch_database(server, like=connection))
            except DatabaseError as error:
                return [], str(error)
            try:
                return made(making, connection, found, scratch, everything), ""
            except CannotAsk as error:
                why_not = why_not or str(error)
    return [], why_not


def _as_found(result: list[Entry], known: Found, connection: Connection, path: str) -> tuple[list[Entry], int]:
    """What was made, in the database's words where that means the same; and how many entries that settled."""
    retyped = [_is_retyped(entry, known.catalog) for entry in result]
    asked = [_as_guess(entry) for entry, other in zip(result, retyped, strict=True) if not other]
    guesses, proven = settled(asked, known, connection, path)
    told = iter(guesses)
    return [entry if other else next(told).entry for entry, other in zip(result, retyped, strict=True)], proven


def _is_retyped(entry: Entry, found: Catalog) -> bool:
    """True for a column of another type: what its default means there says nothing here."""
    twin = found.columns(entry.table).get(entry.name or "") if entry.kind == COLUMN else None
    return twin is not None and twin.facts["type"] != entry.facts["type"]


def _as_guess(entry: Entry) -> Guess:
    """What was made, open where it holds an expression: the database may have the same in other words."""
    return Guess(entry, tuple(name for name in EXPRESSIONS.get(entry.kind, ()) if entry.facts[name]))


def _merged(entries: list[Entry], result: list[Entry], tables: frozenset[str]) -> list[Entry]:
    """The predicted entries, but for what was made: that is as the server states it."""
    stated = {(entry.kind, entry.table, entry.name): entry for entry in result if entry.kind in OF_A_SCHEMA}
    kept = [
        stated.get((entry.kind, entry.table, entry.name), entry)
        for entry in entries
        if entry.kind in OF_A_SCHEMA or entry.table not in tables
    ]
    return kept + [entry for entry in result if entry.kind not in OF_A_SCHEMA]


def _lent(entries: list[Entry], found: Catalog) -> list[Entry]:
    """Types and sequences that the models refer to without making them: nothing about them is stated."""
    stated = {(entry.kind, entry.table, entry.name) for entry in entries}
    mentioned = {name for entry in entries for name, column in entry.uses if not column}
    return [
        entry
        for entry in found.entries
        if entry.kind in OF_A_SCHEMA
        and (entry.kind, entry.table, entry.name) not in stated
        and f"{entry.table}.{spell_part(entry.name or '')}" in mentioned
    ]


def _schema(entry: Entry) -> str:
    return split(f"{entry.table}.x" if entry.kind in OF_A_SCHEMA else entry.table)[0]


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"
