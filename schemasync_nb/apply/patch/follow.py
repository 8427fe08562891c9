"""What follows from a rename by itself: keys, constraints and indexes that are the same but for the new name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from schemasync_nb.catalog import TABLE, Catalog, Entry, Fact
from schemasync_nb.detect.drift import Change, Drift

Pair = tuple[Change, Change]
"""(what the models call by its old name, what the database calls by its new one)."""


def followers(renames: Iterable[Pair], drift: Drift) -> set[str]:
    """The ids of the changes that are gone when the models use the new names; the renames' own among them."""
    pairs = list(renames)
    names = _Names(pairs, drift.models)
    found = {change.id for pair in pairs for change in pair}
    others = [change for change in drift.changes if change.id not in found]
    for change in others if pairs else ():
        if change.new is None:
            continue
        for other in [change] if change.old else others:
            if other.old is not None and (other is change or other.new is None) and names.same(change.new, other.old):
                found |= {change.id, other.id}
                break
    return found


class _Names:
    """New names for old ones: of tables, and of each table's columns."""

    def __init__(self, pairs: Iterable[Pair], catalog: Catalog) -> None:
        self.key = catalog.key
        self.tables: dict[str, str] = {}
        self.columns: dict[str, dict[str, str]] = {}
        for added, removed in pairs:
            assert added.new is not None and removed.old is not None
            if added.kind == TABLE:
                self.tables[self.key(added.table)] = self.key(removed.table)
            else:
                own = self.columns.setdefault(self.key(added.table), {})
                own[self.key(added.new.name)] = self.key(removed.old.name)

    def same(self, new: Entry, old: Entry) -> bool:
        """True when an entry of the models, with the new names, is the database's."""
        table = self.key(new.table)
        if new.kind != old.kind or self.tables.get(table, table) != self.key(old.table):
            return False
        return {name: self._fact(name, new, table) for name in new.facts} == dict(old.facts)

    def _fact(self, name: str, entry: Entry, table: str) -> Fact:
        fact = entry.facts[name]
        if name == "parent":
            return self.tables.get(str(fact), fact)
        owner = str(entry.facts.get("parent")) if name == "parent_columns" else table
        columns = self.columns.get(self.key(owner), {})
        if isinstance(fact, str):
            return _renamed(fact, columns)
        return tuple(_renamed(each, columns) for each in fact) if isinstance(fact, tuple) else fact


def _renamed(text: str, names: Mapping[str, str]) -> str:
    """SQL with other words for some of its words."""
    return re.sub(r"\w+", lambda match: names.get(match[0], match[0]), text)
