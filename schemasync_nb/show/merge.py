"""A schema before and after as one: tables whose objects are each marked with what happens to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from schemasync_nb.catalog import COLUMN, FOREIGN_KEY, PRIMARY_KEY, TABLE, Entry, Fact
from schemasync_nb.detect.drift import ADD, REMOVE, RENAME, Change, Drift

ENDS = ("columns", "parent", "parent_columns")
"""The facts of a foreign key that say where it begins and ends."""


@dataclass(frozen=True)
class Line:
    """An object, before and after.

    keys        its names as the engine tells names apart, before and after (a table's own line: the table's)
    mark        the action that makes the one into the other; "" where both are the same
    attributes  (attribute, before, after) for each that differs
    """

    before: Entry | None
    after: Entry | None
    keys: tuple[str, ...]
    mark: str = ""
    attributes: tuple[tuple[str, Fact, Fact], ...] = ()

    @property
    def entry(self) -> Entry:
        """The object as it will be, or as it was where it goes."""
        entry = self.after or self.before
        assert entry is not None  # a line is made from at least one
        return entry

    @property
    def key(self) -> str:
        """Its last name."""
        return self.keys[-1]


@dataclass
class Box:
    """A table, before and after: itself, its columns, its foreign keys, and its other objects."""

    table: Line
    columns: list[Line] = field(default_factory=list)
    foreign_keys: list[Line] = field(default_factory=list)
    others: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> Iterator[Line]:
        """Every object, the table itself first."""
        yield self.table
        yield from self.columns
        yield from self.foreign_keys
        yield from self.others

    @property
    def changes(self) -> int:
        """How many objects change; a table that comes or goes is one."""
        return 1 if self.table.mark in (ADD, REMOVE) else sum(bool(line.mark) for line in self.lines)

    @property
    def primary_key(self) -> set[str]:
        """Keys of the columns in a primary key, before or after."""
        primary = [line.entry for line in self.others if line.entry.kind == PRIMARY_KEY]
        used = {column for entry in primary for _, column in entry.uses}
        return used | {column for entry in primary for column in fact_names(entry, "columns")}

    @property
    def referring(self) -> set[str]:
        """Keys of the columns in a foreign key."""
        return {column for line in self.foreign_keys for column in fact_names(line.entry, "columns")}

    def port(self, column: str) -> str:
        """The last name of the column that has, or had, a key; "" (the table itself) where there is none."""
        return next((line.key for line in self.columns if column in line.keys), "")

    def put(self, line: Line) -> None:
        """Add an object where its kind belongs."""
        shelf = {COLUMN: self.columns, FOREIGN_KEY: self.foreign_keys}.get(line.entry.kind, self.others)
        shelf.append(line)


@dataclass(frozen=True)
class Reference:
    """A foreign key between two boxes.

    pairs    (column of the child, column of the parent), by their last names
    version  "before" or "after" where its ends change and there are two of it; else ""
    """

    line: Line
    child: str
    parent: str
    pairs: tuple[tuple[str, str], ...]
    version: str = ""


def merge(drift: Drift) -> dict[str, Box]:
    """Boxes by the key of their table, sorted; a renamed one stands under its new name. Ignored changes do not show."""
    return _Merging(drift).boxes()


class _Merging:
    def __init__(self, drift: Drift) -> None:
        self.drift = drift
        self.key = drift.database.key
        self.by_old = {self._identity(change.old): change for change in drift.changes if change.old}
        self.renamed = {
            self.key(change.old.table): self.key(change.new.table)
            for change in drift.changes
            if change.kind == TABLE and change.action == RENAME and change.old and change.new
        }

    def boxes(self) -> dict[str, Box]:
        found = self._tables()
        for entry in self.drift.database.entries:
            box = found.get(self._home(entry))
            if box and entry.kind != TABLE:
                box.put(self._line(entry, None, REMOVE) if box.table.mark == REMOVE else self._existing(entry))
        for entry in self._added():
            box = found.get(self.key(entry.table))
            if box:
                box.put(self._line(None, entry, ADD))
        return dict(sorted(found.items()))

    def _tables(self) -> dict[str, Box]:
        existing = (entry for entry in self.drift.database.entries if entry.kind == TABLE)
        found = {self._home(entry): Box(self._existing(entry)) for entry in existing}
        for change in self.drift.changes:
            if change.kind == TABLE and change.action == ADD and change.new:
                found[self.key(change.new.table)] = Box(self._line(None, change.new, ADD))
        return found

    def _added(self) -> Iterator[Entry]:
        """What a table that comes brings with it, and what comes to the others."""
        new = [change.new for change in self.drift.changes if change.action == ADD and change.new]
        whole = {self.key(entry.table) for entry in new if entry.kind == TABLE}
        for entry in new:
            if entry.kind == TABLE:
                yield from (part for part in self.drift.models.of(entry.table) if part.kind != TABLE)
            elif self.key(entry.table) not in whole:
                yield entry

    def _existing(self, entry: Entry) -> Line:
        change = self.by_old.get(self._identity(entry))
        if change is None:
            return self._line(entry, entry)
        return self._line(entry, change.new, change.action, change)

    def _line(self, before: Entry | None, after: Entry | None, mark: str = "", change: Change | None = None) -> Line:
        named = [entry.table if entry.kind == TABLE else entry.name for entry in (before, after) if entry]
        return Line(before, after, tuple(map(self.key, named)), mark, change.attributes if change else ())

    def _home(self, entry: Entry) -> str:
        key = self.key(entry.table)
        return self.renamed.get(key, key)

    def _identity(self, entry: Entry) -> tuple[str, ...]:
        return (entry.kind, self.key(entry.table), self.key(entry.name) if entry.name else entry.sql)


def references(boxes: dict[str, Box]) -> list[Reference]:
    """Every foreign key between two boxes; one whose ends change is there twice, as it was and as it will be."""
    home = {name: key for key, box in boxes.items() for name in box.table.keys}
    found = []
    for child, box in boxes.items():
        for line in box.foreign_keys:
            was, will = (_reference(boxes, home, child, line, entry) for entry in (line.before, line.after))
            moved = was and will and (was.parent, was.pairs) != (will.parent, will.pairs)
            if was and will and moved:
                found += [replace(was, version="before"), replace(will, version="after")]
            else:
                found += [reference for reference in (will or was,) if reference]
    return found


def _reference(
    boxes: dict[str, Box], home: dict[str, str], child: str, line: Line, entry: Entry | None
) -> Reference | None:
    parent = home.get(str(entry.facts.get("parent"))) if entry else None
    if entry is None or parent is None:
        return None
    ends = zip_longest(fact_names(entry, "columns"), fact_names(entry, "parent_columns"), fillvalue="")
    pairs = tuple((boxes[child].port(a), boxes[parent].port(b)) for a, b in ends)
    return Reference(line, child, parent, pairs)


def fact_names(entry: Entry, attribute: str) -> tuple[str, ...]:
    """A fact that lists names."""
    value = entry.facts.get(attribute)
    return value if isinstance(value, tuple) else ()
