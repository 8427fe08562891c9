"""A catalog with some changes made: what the database will be, before anything is executed."""

from __future__ import annotations

from collections.abc import Iterable

from schemasync_nb.catalog import COLUMN, DOMAIN, SCHEMA, TABLE, Catalog, Entry
from schemasync_nb.detect.drift import ADD, REMOVE, Change
from schemasync_nb.errors import MigrationError


def compose(database: Catalog, models: Catalog, changes: Iterable[Change]) -> Catalog:
    """The database's catalog after the changes; what does not change stays where it stands."""
    entries = list(database.entries)
    carried = list(database.carried)
    for change in changes:
        if change.kind == TABLE and change.action == ADD:
            entries += models.of(change.table)
        elif change.kind == TABLE and change.action == REMOVE:
            gone = database.key(change.table)
            entries = [e for e in entries if database.key(e.table) != gone]
            carried = [e for e in carried if not (e.table and database.key(e.table) == gone)]  # a view has no table
        elif change.kind == SCHEMA and any(e.kind == SCHEMA and e.table == change.table for e in entries):
            continue  # a rename into it has made it
        elif change.old is None:
            assert change.new is not None
            entries.insert(_place(entries, database, change.new), change.new)
        else:
            at = _standing(entries, database, change.old)
            entries[at : at + 1] = [change.new] if change.new is not None else []
    return database.replace(entries, carried)


def _standing(entries: list[Entry], database: Catalog, old: Entry) -> int:
    """Where an entry stands; a rename may have made the catalog anew and its text another one."""
    named = (old.kind, database.key(old.table), database.key(old.name))
    alike = [at for at, e in enumerate(entries) if (e.kind, database.key(e.table), database.key(e.name)) == named]
    same = [at for at in alike if entries[at].facts == old.facts]
    if not (same or alike):
        raise MigrationError(f"{old.kind} {old.name or old.table}: it is no longer there: detect again")
    return (same or alike)[0]


def _place(entries: list[Entry], database: Catalog, new: Entry) -> int:
    """A new column goes behind the last column of its table, everything else to the end."""
    if new.kind != COLUMN:
        return len(entries)
    key = database.key(new.table)
    places = [at for at, e in enumerate(entries) if e.kind == COLUMN and database.key(e.table) == key]
    return (places[-1] + 1) if places else len(entries)


def dangling(catalog: Catalog, *sources: Catalog) -> dict[int, tuple[Entry, tuple[str, str]]]:
    """Entries that mention what the catalog does not have: id(entry) -> (entry, what it misses).

    A type that none of the sources has either (an extension's, a composite one) is not the catalog's to have.
    """
    found: dict[int, tuple[Entry, tuple[str, str]]] = {}
    for entry in catalog.entries:
        for use in entry.uses:
            foreign = entry.kind in (COLUMN, DOMAIN) and not use[1] and not any(use in side.known for side in sources)
            if use not in catalog.known and not foreign:
                found[id(entry)] = (entry, use)
    return found
