"""What renames in the models bring about by themselves, told from both catalogs before a file is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

import sqlalchemy as sa

from schemasync_nb.apply.patch.conventions import renamed_by_convention
from schemasync_nb.apply.patch.sqltext import ColumnNames
from schemasync_nb.catalog import COLUMN, INDEX, PRIMARY_KEY, TABLE, Catalog, Entry, Fact, spell
from schemasync_nb.detect.drift import ADD, REMOVE, Change, Drift
from schemasync_nb.detect.pairing import numbered, pair
from schemasync_nb.engines.engine import Engine
from schemasync_nb.models import Models

Pair = tuple[Change, Change]
"""(what the models call by its old name, what the database calls by its new one)."""


def followers(names: NewNames, drift: Drift) -> set[str]:
    """The ids of the changes that are gone when the models use the new names; the renames' own among them."""
    found = {change.id for pair in names.pairs for change in pair}
    others = [change for change in drift.changes if change.id not in found]
    for change in others if names.pairs else ():
        if change.new is None:
            continue
        for other in [change] if change.old else others:
            if other.old is not None and (other is change or other.new is None) and names.same(change.new, other.old):
                found |= {change.id, other.id}
                break
    return found


def foretold(
    drift: Drift, settled: Collection[str], renames: Iterable[Pair], models: Models, engine: Engine
) -> tuple[Change, ...]:
    """What a detection finds when the models have the database's side of these changes.

    A table that is compared under its new name for the first time may differ in more than its name.
    """
    names = NewNames((pair for pair in renames if pair[0].id in settled), drift.models, models, engine.quote)
    whole = {change.id for pair in names.pairs for change in pair if change.kind == TABLE}
    made = [change for change in drift.changes if change.id in settled and change.id not in whole]
    keyed = _in_keys(made)
    if not names.pairs and not keyed:
        return tuple(change for change in drift.changes if change.id not in settled)
    key, database = drift.models.key, drift.database
    gone = {id(change.new) for change in made}
    gone_tables = {key(change.table) for change in made if (change.kind, change.action) == (TABLE, ADD)}
    entries = []
    for entry in drift.models.entries:
        if id(entry) in gone or key(entry.table) in gone_tables:
            continue
        if (key(entry.table), key(entry.name)) in keyed and entry.kind == COLUMN:
            there = database.columns(entry.table).get(key(entry.name), entry)
            entry = replace(entry, facts={**entry.facts, "not_null": there.facts["not_null"]})
        entries.append(names.entry(entry))
    for change in made:
        if change.old is not None:
            is_whole = (change.kind, change.action) == (TABLE, REMOVE)
            entries += database.of(change.old.table) if is_whole else [change.old]
    changes, _ = pair(database, drift.models.replace(entries), engine.proof(database))
    return numbered(changes)


def _in_keys(made: Iterable[Change]) -> set[tuple[str, str]]:
    """The columns whose NOT NULL came or went with a primary key."""
    keys = [change for change in made if change.kind == PRIMARY_KEY]
    return {use for change in keys for entry in (change.old, change.new) if entry is not None for use in entry.uses}


class NewNames:
    """The database's names for what the models call otherwise: tables, and each table's columns."""

    def __init__(self, pairs: Iterable[Pair], catalog: Catalog, models: Models, quote: Callable[[str], str]) -> None:
        self.pairs = tuple(pairs)
        self.catalog = catalog
        self.models = models
        self.key = catalog.key
        self.quote = quote
        self.tables: dict[str, str] = {}
        self.columns: dict[str, dict[str, str]] = {}
        self._whole: dict[tuple[str, str], Entry] = {}
        for added, removed in self.pairs:
            assert added.new is not None and removed.old is not None
            table = self.key(added.table)
            if added.kind == TABLE:
                self.tables[table] = removed.old.table
            else:
                self.columns.setdefault(table, {})[self.key(added.new.name)] = removed.old.name or ""
                self._whole[table, self.key(added.new.name)] = removed.old

    def entry(self, entry: Entry) -> Entry:
        """An entry of the models with the new names; a renamed column is the database's."""
        if entry.kind == COLUMN and (whole := self._whole.get((self.key(entry.table), self.key(entry.name)))):
            return whole
        facts = {name: self._fact(name, entry) for name in entry.facts}
        uses = frozenset((self._table_key(table), self._column_key(table, name)) for table, name in entry.uses)
        name = self._derived.get((self.key(entry.table), self.key(entry.name)), entry.name)
        return replace(entry, table=self._table(entry.table), name=name, facts=facts, uses=uses)

    def same(self, new: Entry, old: Entry) -> bool:
        """True when an entry of the models, with the new names, is the database's."""
        renamed = self.entry(new)
        is_named = not renamed.name or self.key(renamed.name) == self.key(old.name)
        there = (new.kind, self.key(renamed.table)) == (old.kind, self.key(old.table))
        return there and is_named and renamed.facts == old.facts

    @cached_property
    def _derived(self) -> dict[tuple[str, str], str]:
        """(table, name) of what a naming convention names -> its new name."""
        found = {}
        for table in self.models.metadata.tables.values() if self.pairs else ():
            for old, new in renamed_by_convention(table, self._new_name).items():
                found[self._key_of(table), self.key(old)] = new
        return found

    def _new_name(self, table: sa.Table, column: str) -> str:
        own = self._key_of(table)
        if column:
            return self.columns.get(own, {}).get(self.key(column), "")
        spelled = self.tables.get(own, "")
        name = spelled.partition(".")[2] if self.catalog.default_schema else spelled
        return name[1:-1].replace('""', '"') if name.startswith('"') else name

    def _key_of(self, table: sa.Table) -> str:
        schema = table.schema or self.catalog.default_schema
        return self.key(spell(schema, table.name) if schema else table.name)

    def _table(self, spelled: str) -> str:
        return self.tables.get(self.key(spelled), spelled)

    def _table_key(self, table: str) -> str:
        return self.key(self._table(table))

    def _column_key(self, table: str, column: str) -> str:
        return self.key(self.columns.get(table, {}).get(column, column))

    def _fact(self, name: str, entry: Entry) -> Fact:
        fact = entry.facts[name]
        if name == "parent":
            return self._table_key(str(fact))
        owner = str(entry.facts.get("parent")) if name == "parent_columns" else self.key(entry.table)
        names = self.columns.get(owner)
        if not names or name not in _NAMING:
            return fact
        if isinstance(fact, tuple):
            return tuple(self._renamed(each, owner, names, plain=entry.kind != INDEX) for each in fact)
        return self._renamed(fact, owner, names) if isinstance(fact, str) else fact

    def _renamed(self, text: str, table: str, names: Mapping[str, str], *, plain: bool = False) -> str:
        if plain and text in names:
            return self.key(names[text])
        folded = {old: self.key(new) for old, new in names.items()}
        return ColumnNames(folded, {table}, self.key, self.quote, quotes_stay=False).renamed(text)


_NAMING = {*("columns", "parent_columns", "include"), *("expression", "generated", "predicate", "definition")}
"""Facts that name columns, by themselves or in SQL."""
