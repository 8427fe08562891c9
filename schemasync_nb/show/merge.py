"""A schema before and after as one: tables whose objects are each marked with what happens to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from schemasync_nb.catalog import COLUMN, FOREIGN_KEY, OF_A_SCHEMA, PRIMARY_KEY, SCHEMA, TABLE, Entry, Fact
from schemasync_nb.detect.drift import ADD, REMOVE, RENAME, Change, Drift

ENDS = ("columns", "parent", "parent_columns")
"""The facts of a foreign key that say where it begins and ends."""
BOXED = (TABLE, *OF_A_SCHEMA)
"""Kinds of object that are boxes of their own."""


@dataclass(frozen=True)
class Line:
    """An object, before and after.

    keys        its names as the engine tells names apart, before and after; of what is a box of its own, as ids have it
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
    """A table, or an object that belongs to none (a type, a sequence, a schema), before and after.

    own  the line of the table or object itself
    """

    own: Line
    columns: list[Line] = field(default_factory=list)
    foreign_keys: list[Line] = field(default_factory=list)
    others: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> Iterator[Line]:
        """Every object, the table itself first."""
        yield self.own
        yield from self.columns
        yield from self.foreign_keys
        yield from self.others

    @property
    def is_table(self) -> bool:
        """Whether it is a table, and not a type, a sequence or a schema."""
        return self.own.entry.kind == TABLE

    @property
    def changes(self) -> int:
        """How many objects change; a table that comes or goes is one."""
        return 1 if self.own.mark in (ADD, REMOVE) else sum(bool(line.mark) for line in self.lines)

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
    """A foreign key between two boxes, or the use that a column or domain makes of a type or sequence.

    line     the foreign key, or what makes use
    pairs    (column of the child, column of the parent), by their last names
    version  "before" or "after" where its ends change and there are two of it; else ""
    mark     what happens to it
    """

    line: Line
    child: str
    parent: str
    pairs: tuple[tuple[str, str], ...]
    version: str = ""
    mark: str = ""

    @property
    def is_key(self) -> bool:
        """Whether it is a foreign key."""
        return self.line.entry.kind == FOREIGN_KEY


def merge(drift: Drift) -> dict[str, Box]:
    """Boxes by ``box_key``, sorted; a renamed one stands under its new name. Ignored changes do not show."""
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
        found = {self._box_key(line.entry): Box(line) for line in self._boxed()}
        for entry in self.drift.database.entries:
            box = found.get(self._home(entry))
            if box and entry.kind not in BOXED:
                box.put(self._line(entry, None, REMOVE) if box.own.mark == REMOVE else self._existing(entry))
        for entry in self._added():
            box = found.get(self.key(entry.table))
            if box:
                box.put(self._line(None, entry, ADD))
        return dict(sorted(found.items()))

    def _boxed(self) -> Iterator[Line]:
        yield from (self._existing(entry) for entry in self.drift.database.entries if entry.kind in BOXED)
        for change in self.drift.changes:
            if change.kind in BOXED and change.action == ADD and change.new:
                yield self._line(None, change.new, ADD)

    def _added(self) -> Iterator[Entry]:
        """What a table that comes brings with it, and what comes to the others."""
        new = [change.new for change in self.drift.changes if change.action == ADD and change.new]
        whole = {self.key(entry.table) for entry in new if entry.kind == TABLE}
        for entry in new:
            if entry.kind == TABLE:
                yield from (part for part in self.drift.models.of(entry.table) if part.kind != TABLE)
            elif entry.kind not in BOXED and self.key(entry.table) not in whole:
                yield entry

    def _existing(self, entry: Entry) -> Line:
        change = self.by_old.get(self._identity(entry))
        if change is None:
            return self._line(entry, entry)
        return self._line(entry, change.new, change.action, change)

    def _line(self, before: Entry | None, after: Entry | None, mark: str = "", change: Change | None = None) -> Line:
        named = [entry.spelled if entry.kind in BOXED else entry.name for entry in (before, after) if entry]
        return Line(before, after, tuple(map(self.key, named)), mark, change.attributes if change else ())

    def _box_key(self, entry: Entry) -> str:
        """Its spelling; the kind before it keeps apart what is no table, for an engine may let both have one name."""
        spelled = self.key(entry.spelled)
        return spelled if entry.kind == TABLE else f"{entry.kind}\0{spelled}"

    def _home(self, entry: Entry) -> str:
        key = self.key(entry.table)
        return self.renamed.get(key, key)

    def _identity(self, entry: Entry) -> tuple[str, ...]:
        return (entry.kind, self.key(entry.table), self.key(entry.name) if entry.name else entry.sql)


def references(boxes: dict[str, Box]) -> list[Reference]:
    """Every foreign key between two boxes, and every use of a type or sequence that is a box.

    A foreign key whose ends change is there twice, as it was and as it will be.
    """
    tables = {name: key for key, box in boxes.items() if box.is_table for name in box.own.keys}
    others = {
        name: key
        for key, box in boxes.items()
        if not box.is_table and box.own.entry.kind != SCHEMA
        for name in box.own.keys
    }
    found = []
    for child, box in boxes.items():
        for line in box.foreign_keys:
            was, will = (_reference(boxes, tables, child, line, entry) for entry in (line.before, line.after))
            moved = was and will and (was.parent, was.pairs) != (will.parent, will.pairs)
            if was and will and moved:
                found += [replace(was, version="before", mark=REMOVE), replace(will, version="after")]
            else:
                found += [reference for reference in (will or was,) if reference]
        if others:
            found += [use for line in (box.own, *box.columns) for use in _uses(others, child, line)]
    return found


def _reference(
    boxes: dict[str, Box], tables: dict[str, str], child: str, line: Line, entry: Entry | None
) -> Reference | None:
    parent = tables.get(str(entry.facts.get("parent"))) if entry else None
    if entry is None or parent is None:
        return None
    ends = zip_longest(fact_names(entry, "columns"), fact_names(entry, "parent_columns"), fillvalue="")
    pairs = tuple((boxes[child].port(a), boxes[parent].port(b)) for a, b in ends)
    return Reference(line, child, parent, pairs, mark=line.mark)


def _uses(others: dict[str, str], child: str, line: Line) -> Iterator[Reference]:
    was, will = (
        {others[name] for name, column in entry.uses if not column and name in others} if entry else set()
        for entry in (line.before, line.after)
    )
    port = line.key if line.entry.kind == COLUMN else ""
    for parent in sorted((was | will) - {child}):
        mark = ADD if parent not in was else REMOVE if parent not in will else ""
        yield Reference(line, child, parent, ((port, ""),), {ADD: "after", REMOVE: "before"}.get(mark, ""), mark)


def fact_names(entry: Entry, attribute: str) -> tuple[str, ...]:
    """A fact that lists names."""
    value = entry.facts.get(attribute)
    return value if isinstance(value, tuple) else ()
