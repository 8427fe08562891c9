"""What a migration must touch beside that which differs: types, columns, keys and views that hang on each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from schemasync_nb.catalog import (
    CHECK,
    COLUMN,
    CONSTRAINTS,
    DOMAIN,
    ENUM,
    FOREIGN_KEY,
    INDEX,
    OF_A_SCHEMA,
    PRIMARY_KEY,
    UNIQUE,
    Catalog,
    Entry,
)
from schemasync_nb.engines.engine import Fills
from schemasync_nb.engines.postgresql.carried import COMPRESSION, INDEX_COMMENT, STORAGE
from schemasync_nb.engines.postgresql.casts import Types, parsed
from schemasync_nb.engines.postgresql.names import quote_table
from schemasync_nb.engines.postgresql.naming import meaning
from schemasync_nb.engines.postgresql.order import Thing, Things, thing
from schemasync_nb.engines.postgresql.types import FIXED

Pair = tuple[Entry | None, Entry | None]


@dataclass
class Course:
    """Two catalogs, what else steers a migration from the one to the other, and what follows from them.

    replaced  columns that are dropped and added again
    retyped   columns whose type or collation is altered
    remade    enums and domains that cannot be altered: another one takes the name
    again     keys, indexes and carried objects that are dropped and made again, whether they differ or not
    """

    before: Catalog
    after: Catalog
    fills: Fills = field(default_factory=dict)
    back: bool = False
    large: frozenset[str] = frozenset()
    label_renames: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    replaced: set[Thing] = field(default_factory=set)
    retyped: set[Thing] = field(default_factory=set)
    remade: set[str] = field(default_factory=set)
    again: set[Thing] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.kept = [key for key in self.before.tables if key in self.after.tables]
        self.columns = {key: _pairs(self.before.of(key, COLUMN), self.after.of(key, COLUMN)) for key in self.kept}
        self.keys = {key: _key_pairs(self.before, self.after, key) for key in self.kept}
        self.loose = _pairs(_of_schemas(self.before), _of_schemas(self.after))
        self.types = Types.of(self.before), Types.of(self.after)
        self.carried = _pairs(*(_borne(*side) for side in zip((self.before, self.after), self.types, strict=True)))
        self._remake_types()
        self._alter_columns()
        while self._spread():
            pass

    # what differs

    def _remake_types(self) -> None:
        for old, new in self.loose:
            if old is not None and new is not None and not alterable_type(old, new, self.renamed_labels(new)):
                self.remade.add(thing(new)[0])

    def renamed_labels(self, enum: Entry) -> Mapping[str, str]:
        """Old label -> new label, as somebody decided it for this enum."""
        return self.label_renames.get(thing(enum)[0], {})

    def _alter_columns(self) -> None:
        for pairs in self.columns.values():
            for old, new in pairs:
                if old is None or new is None:
                    continue
                if _is_replaced(old, new):
                    self.replaced.add(thing(new))
                elif (old.facts["type"], old.facts["collation"]) != (new.facts["type"], new.facts["collation"]):
                    self.retyped.add(thing(new))

    @cached_property
    def dropped(self) -> Things:
        """Tables, columns, types, sequences and carried objects that are not there afterwards."""
        found = {(key, "") for key in self.before.tables if key not in self.after.tables}
        found |= {thing(column) for key, _ in found for column in self.before.of(key, COLUMN)}
        for pairs in (*self.columns.values(), self.loose, self.carried):
            found |= {thing(old) for old, new in pairs if old is not None and new is None}
        return frozenset(found)

    @cached_property
    def rebuilt(self) -> Things:
        """Constraints and indexes that say something else afterwards, under the same name."""
        pairs = (pair for pairs in self.keys.values() for pair in pairs)
        return frozenset(thing(o) for o, n in pairs if o is not None and n is not None and not alterable_key(o, n))

    # what hangs on it

    def _spread(self) -> bool:
        """Mark what must go along with what is marked so far; True when something was."""
        size = self._marked()
        unstable = self.dropped | self.replaced | self.retyped | {(name, "") for name in self.remade} | self.rebuilt
        gone = {each for each in self.dropped if each[1]} | self.replaced
        for old, new in self.loose:
            if old is not None and new is not None and old.kind == DOMAIN and self.mentions_remade(old):
                self.remade.add(thing(new)[0])
        for pairs in self.columns.values():
            for old, new in pairs:
                if old is not None and new is not None:
                    self._spread_to_column(old, new, unstable)
        for old, new in self.carried:
            if old is not None and self._is_unstable(old, new, unstable):
                self.again.add(thing(old))
        for pairs in self.keys.values():
            for old, new in pairs:
                if old is not None and new is not None and self._key_goes_along(old, gone):
                    self.again.add(thing(old))
        return self._marked() > size

    def _marked(self) -> int:
        return len(self.replaced) + len(self.retyped) + len(self.remade) + len(self.again)

    def _spread_to_column(self, old: Entry, new: Entry, unstable: Things | set[Thing]) -> None:
        if thing(new) in self.replaced:
            return
        if old.facts["generated"] is not None and (
            (old.uses - {thing(old), (old.table, "")}) & unstable or self.mentions_remade(old)
        ):
            self.replaced.add(thing(new))
            self.retyped.discard(thing(new))
        elif str(old.facts["type"]) in self._remade_spellings:
            self.retyped.add(thing(new))

    def _is_unstable(self, old: Entry, new: Entry | None, unstable: Things | set[Thing]) -> bool:
        if new is not None and old.facts != new.facts:
            return True
        return bool((old.uses - {thing(old)}) & (self.again | unstable)) or self.mentions_remade(old)

    def _key_goes_along(self, old: Entry, gone: set[Thing]) -> bool:
        if old.uses & gone or self.mentions_remade(old):
            return True
        if old.kind != FOREIGN_KEY:
            return False
        ends = {(old.table, column) for column in listed(old, "columns")}
        ends |= {(str(old.facts["parent"]), column) for column in listed(old, "parent_columns")}
        return any(self._changes_base(end) for end in ends & self.retyped) or any(
            self.is_dropped(key, twin) for key, twin in self.keys_of(str(old.facts["parent"]), old)
        )

    def _changes_base(self, column: Thing) -> bool:
        """True when a foreign key could not bind this column while the other side is not altered yet."""
        types = [str(side.columns(column[0])[column[1]].facts["type"]) for side in (self.before, self.after)]
        olds, news = self.types
        return olds.stored(parsed(types[0])).base != news.stored(parsed(types[1])).base or types[0] in (
            self._remade_spellings
        )

    def keys_of(self, table: str, foreign_key: Entry) -> Iterator[tuple[Entry, Entry | None]]:
        """The keys over those columns of a table that a foreign key points to."""
        wanted = set(listed(foreign_key, "parent_columns"))
        for old, new in self.keys.get(table, []):
            if old is not None and is_key(old) and set(listed(old, "columns")) == wanted:
                yield old, new

    # what is asked of it

    def is_dropped(self, old: Entry, new: Entry | None) -> bool:
        """True for a constraint, index or carried object that must go, even if it comes again."""
        return new is None or thing(old) in self.again or not alterable_key(old, new)

    def inherited(self, entry: Entry) -> Entry | None:
        """The same column or check of a parent table, which hands on what happens to it."""
        tables = [table for side in (self.before, self.after) if (table := side.tables.get(entry.table)) is not None]
        parents = [parent for parent in listed(tables[0], "inherits") if parent in listed(tables[-1], "inherits")]
        twins = [e for side in (self.before, self.after) for p in parents for e in side.of(p, entry.kind)]
        named = (twin for twin in twins if twin.name == entry.name)
        return next(named, None) if entry.kind in (CHECK, COLUMN) else None

    @property
    def _remade_spellings(self) -> set[str]:
        quoted = {quote_table(name) for name in self.remade}
        return quoted | {f"{name}[]" for name in quoted}

    def mentions_remade(self, entry: Entry) -> bool:
        """True when the text of an object names a type that is made anew."""
        return any((name, "") in entry.uses or _mentions(entry, name) for name in self.remade)

    def default_goes(self, old: Entry, new: Entry) -> bool:
        """True when a column's default must be away while its type changes."""
        if old.facts["default"] is None:
            return False
        named = any(re.search(_name_pattern(name), str(old.facts["default"])) for name in self.remade)
        return thing(new) in self.retyped or named or new.facts["default"] is None


def listed(entry: Entry, fact: str) -> tuple[str, ...]:
    """A fact that is a tuple."""
    value = entry.facts[fact]
    return value if isinstance(value, tuple) else ()


def is_key(entry: Entry) -> bool:
    """True for what a foreign key may point to."""
    if entry.kind == INDEX:
        return bool(entry.facts["unique"]) and entry.facts["predicate"] is None
    return entry.kind in (PRIMARY_KEY, UNIQUE)


def alterable_key(old: Entry, new: Entry) -> bool:
    """True when a constraint or an index becomes the other one without being dropped."""
    if old.kind != new.kind:
        return False
    was, becomes = meaning(old), meaning(new)
    changed = {name for name in {*was, *becomes} if was.get(name) != becomes.get(name)}
    if changed == {"not_valid"}:
        return not becomes["not_valid"]
    return not changed or (changed == {"deferrable"} and old.kind == FOREIGN_KEY)


def alterable_type(old: Entry, new: Entry, renamed: Mapping[str, str]) -> bool:
    """True when a type becomes the other one in place."""
    if old.kind != new.kind:
        return False
    if old.kind == ENUM:
        labels = [renamed.get(label, label) for label in listed(old, "labels")]
        return is_within(labels, listed(new, "labels"))
    if old.kind == DOMAIN:
        return all(old.facts[name] == new.facts[name] for name in ("type", "collation"))
    return True


def is_within(few: list[str], many: tuple[str, ...]) -> bool:
    """True when the labels are among the others, in the same order."""
    rest = iter(many)
    return all(label in rest for label in few)


def _is_replaced(old: Entry, new: Entry) -> bool:
    """True when only dropping the column and adding it makes it the other one."""
    was, becomes = old.facts["generated"], new.facts["generated"]
    if becomes is None:
        return was is not None and not old.facts["stored"]
    return (was, old.facts["stored"], old.facts["type"]) != (becomes, new.facts["stored"], new.facts["type"])


def _of_schemas(catalog: Catalog) -> list[Entry]:
    return [entry for entry in catalog.entries if entry.kind in OF_A_SCHEMA]


def _pairs(olds: list[Entry] | tuple[Entry, ...], news: list[Entry] | tuple[Entry, ...]) -> list[Pair]:
    """Old and new of one name; what is on one side only comes with None."""
    by_thing = {(new.kind, thing(new)): new for new in news}
    pairs: list[Pair] = [(old, by_thing.pop((old.kind, thing(old)), None)) for old in olds]
    return pairs + [(None, new) for new in by_thing.values()]


def _borne(catalog: Catalog, types: Types) -> list[Entry]:
    """What is carried, but for what its column, constraint or index can have no longer."""
    things = {thing(entry) for entry in catalog.entries if entry.kind in (COLUMN, *CONSTRAINTS, INDEX)}
    aside = {thing(entry) for entry in catalog.entries if entry.kind == COLUMN and not _is_fixed(entry, types)}
    has = {INDEX_COMMENT: things, STORAGE: aside, COMPRESSION: aside}
    return [entry for entry in catalog.carried if entry.kind not in has or entry.uses <= has[entry.kind]]


def _is_fixed(column: Entry, types: Types) -> bool:
    type_ = types.stored(parsed(str(column.facts["type"])))
    return not type_.array and (type_.base in FIXED or types.labels(type_) is not None)


def _key_pairs(before: Catalog, after: Catalog, table: str) -> list[Pair]:
    """Constraints and indexes: of one name first, then what only bears another name."""
    pairs = _pairs(before.of(table, *CONSTRAINTS, INDEX), after.of(table, *CONSTRAINTS, INDEX))
    gone = [old for old, new in pairs if old is not None and new is None]
    come = [new for old, new in pairs if old is None and new is not None]
    both = [pair for pair in pairs if None not in pair]
    for new in come:
        old = next((o for o in gone if o.kind == new.kind and meaning(o) == meaning(new)), None)
        if old is not None:
            gone.remove(old)
        both.append((old, new))
    return both + [(old, None) for old in gone]


def _name_pattern(name: str) -> str:
    return rf'(?<![\w".]){re.escape(quote_table(name))}(?![\w"])'


def _mentions(entry: Entry, name: str) -> bool:
    return re.search(_name_pattern(name), entry.sql) is not None


def with_type_renamed(catalog: Catalog, old: str, new: str) -> Catalog:
    """The catalog as it reads when a type has another name."""

    def renamed(entry: Entry) -> Entry:
        if (old, "") not in entry.uses and not _mentions(entry, old):
            return entry
        pattern, to = _name_pattern(old), quote_table(new).replace("\\", "\\\\")

        def told(text: str) -> str:
            return re.sub(pattern, to, text)

        facts = {
            name: told(fact) if isinstance(fact, str) else tuple(map(told, fact)) if isinstance(fact, tuple) else fact
            for name, fact in entry.facts.items()
        }
        uses = frozenset((new, "") if use == (old, "") else use for use in entry.uses)
        return replace(entry, facts=facts, sql=told(entry.sql), uses=uses)

    return catalog.replace(map(renamed, catalog.entries), map(renamed, catalog.carried))
