"""Which object of the database is which object of the models, and which pairs differ."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from schemasync_nb.catalog import (
    CHECK,
    COLUMN,
    CONSTRAINTS,
    EXCLUDE,
    FOREIGN_KEY,
    INDEX,
    OF_A_SCHEMA,
    PRIMARY_KEY,
    SCHEMA,
    SEQUENCE,
    TABLE,
    UNIQUE,
    Catalog,
    Entry,
)
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, RENAME, Change

Proof = Callable[[Entry, Entry], bool]
"""Asks the engine whether two entries mean the same; False when it cannot say so."""

ORDER = (*OF_A_SCHEMA, TABLE, COLUMN, PRIMARY_KEY, "unique", FOREIGN_KEY, CHECK, EXCLUDE, INDEX)


BY_MEANING = {CHECK: "expression", UNIQUE: "columns", EXCLUDE: "definition"}
HOLD_VALUES = (COLUMN, SEQUENCE, SCHEMA)  # under another name, these are renamed only when somebody says so


def pair(database: Catalog, models: Catalog, proof: Proof) -> tuple[tuple[Change, ...], Counter[str]]:
    """The changes that lead from the database to the models, and how many pairs each proof settled as equal."""
    pairing = _Pairing(database, models, proof)
    for key in sorted({*database.tables, *models.tables}):
        pairing.table(database.tables.get(key), models.tables.get(key))
    pairing.schemas()
    return tuple(pairing.changes), pairing.proofs


def change(action: str, old: Entry | None, new: Entry | None) -> Change:
    """A change with its id; the table is spelled as the database has it, the name as the models state it."""
    spelled, stated = old or new, new or old
    assert spelled is not None and stated is not None
    table = stated.table if action == RENAME and stated.kind == TABLE else spelled.table
    named = (new.name if new else None) or (old.name if old else None)
    label = None if stated.kind in (TABLE, PRIMARY_KEY, SCHEMA) else named or label_of(stated)
    change_id = ":".join([stated.kind, f"{table}.{label}" if label else table, action])
    return Change(change_id, stated.kind, action, table, named or label, old, new)


def label_of(entry: Entry) -> str:
    """What stands for the name of an unnamed object: its columns, or the words of its expression."""
    if entry.kind in (CHECK, EXCLUDE):
        words = entry.facts["expression" if entry.kind == CHECK else "definition"]
        text = "_".join(re.findall(r"\w+", str(words).lower())) or entry.kind
    else:
        columns = entry.facts.get("columns")
        terms = columns if isinstance(columns, tuple) else ()
        text = "_".join(re.sub(r'[" ]+', "_", term).strip("_") for term in terms)
    return text if len(text) <= 60 else f"{text[:50]}_{hashlib.sha256(text.encode()).hexdigest()[:6]}"


class _Pairing:
    def __init__(self, database: Catalog, models: Catalog, proof: Proof) -> None:
        self.database = database
        self.models = models
        self.proof = proof
        self.changes: list[Change] = []
        self.proofs: Counter[str] = Counter()

    def table(self, old: Entry | None, new: Entry | None) -> None:
        if old is None or new is None:
            self._differ(ADD if old is None else REMOVE, old, new)
            return
        if not self._same(old, new):
            self._differ(ALTER, old, new)
        olds, news = _by_kind(self.database.of(old.table)), _by_kind(self.models.of(new.table))
        known = (COLUMN, *CONSTRAINTS, INDEX)
        for kind in (*known, *sorted({*olds, *news} - {TABLE, *known})):
            self._kind(olds.get(kind, ()), news.get(kind, ()))

    def schemas(self) -> None:
        """What belongs to no table. A schema that the models do not use is not theirs to judge."""
        mine, theirs = ([e for e in side.entries if e.kind in OF_A_SCHEMA] for side in (self.database, self.models))
        used = {entry.table for entry in theirs}
        for schema in sorted({entry.table for entry in (*mine, *theirs)}):
            for kind in OF_A_SCHEMA:
                olds, news = ([e for e in side if e.kind == kind and e.table == schema] for side in (mine, theirs))
                self._kind(olds if kind != SCHEMA or schema in used else [], news)

    def _kind(self, olds: Iterable[Entry], news: Iterable[Entry]) -> None:
        """Pair by name, then by meaning (a name is compared only where the models state it), then what is left."""
        key = self.database.key
        named: dict[str, list[Entry]] = {}
        for old in olds:
            named.setdefault(key(old.name), []).append(old)
        unnamed, left = named.pop("", []), []
        for new in news:
            same = named.get(key(new.name))
            if not same:
                left.append(new)
            elif not self._same(old := same.pop(0), new):
                self._differ(ALTER, old, new)
        self._unlike(unnamed + [old for same in named.values() for old in same], left)

    def _unlike(self, olds: list[Entry], news: list[Entry]) -> None:
        """The same for what no name pairs."""
        for ask in (lambda o, n: o.facts == n.facts, self.proof):
            for new in sorted(news, key=lambda n: n.name is None, reverse=True):
                candidates = sorted(olds, key=lambda o: o.name is not None)
                old = next((o for o in candidates if new.kind not in HOLD_VALUES and ask(o, new)), None)
                if old is not None:
                    olds.remove(old)
                    news.remove(new)
                    if new.name:
                        self._differ(RENAME, old, new)
                    else:
                        self.proofs["equivalent" if ask is not self.proof else "engine"] += 1
        for new in list(news):
            old = next((o for o in olds if self._is_one_thing(o, new)), None)
            if old is not None:
                olds.remove(old)
                news.remove(new)
                if not self._same(old, new):
                    self._differ(ALTER, old, new)
        for old in olds:
            self._differ(REMOVE, old, None)
        for new in news:
            self._differ(ADD, None, new)

    def _is_one_thing(self, old: Entry, new: Entry) -> bool:
        """A table has one primary key; a foreign key is known by the columns that it binds."""
        if new.kind in (PRIMARY_KEY, SCHEMA):
            return True
        if new.name is None and new.kind in BY_MEANING:  # under the name that the server gave it
            return old.facts[BY_MEANING[new.kind]] == new.facts[BY_MEANING[new.kind]]
        return new.kind == FOREIGN_KEY and old.facts["columns"] == new.facts["columns"]

    def _same(self, old: Entry, new: Entry) -> bool:
        if old.facts == new.facts:
            self.proofs["predicted" if old.sql == new.sql else "equivalent"] += 1
            return True
        if self.proof(old, new):
            self.proofs["engine"] += 1
            return True
        return False

    def _differ(self, action: str, old: Entry | None, new: Entry | None) -> None:
        self.changes.append(change(action, old, new))


def _by_kind(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.kind, []).append(entry)
    return found


def numbered(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes in reading order, each with an id of its own (two unnamed objects may share a label)."""
    ranked = sorted(changes, key=lambda c: (c.table.lower(), ORDER.index(c.kind) if c.kind in ORDER else 9, c.id))
    seen: Counter[str] = Counter()
    found: list[Change] = []
    for each in ranked:
        seen[each.id] += 1
        if seen[each.id] > 1:
            stem, action = each.id.rsplit(":", 1)
            each = replace(each, id=f"{stem}_{seen[each.id]}:{action}")
        found.append(each)
    return tuple(found)
