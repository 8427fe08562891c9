"""A patch: edits of the models' sources that settle changes, made in memory, shown before anything is written."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import libcst as cst

from schemasync_nb.apply.patch.columns import COLUMN_EDITS
from schemasync_nb.apply.patch.constraints import CONSTRAINT_EDITS, replace_constraint
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.enums import ENUM_EDITS
from schemasync_nb.apply.patch.finding import HEADS
from schemasync_nb.apply.patch.follow import NewNames, Pair, followers
from schemasync_nb.apply.patch.layout import break_long
from schemasync_nb.apply.patch.objects import OBJECT_EDITS, drop_unused_objects, following
from schemasync_nb.apply.patch.removal import referring_first
from schemasync_nb.apply.patch.renaming import rename_column
from schemasync_nb.apply.patch.source import Source, Waits
from schemasync_nb.apply.patch.tables import TABLE_EDITS, rename_table
from schemasync_nb.catalog import COLUMN, DOMAIN, ENUM, OF_A_SCHEMA, SCHEMA, SEQUENCE, TABLE
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, Change, Drift
from schemasync_nb.engines.engine import Engine
from schemasync_nb.errors import DatabaseError
from schemasync_nb.models import Models
from schemasync_nb.policy import Decision
from schemasync_nb.report import Report, code_html, count, fold, table_html, text_html

Edit = Callable[[Change, Editing], None]

EDITS: Mapping[str, Mapping[str, Edit]] = {
    COLUMN: COLUMN_EDITS,
    TABLE: TABLE_EDITS,
    ENUM: {**OBJECT_EDITS, **ENUM_EDITS},
    DOMAIN: OBJECT_EDITS,
    SEQUENCE: OBJECT_EDITS,
    **dict.fromkeys(HEADS, CONSTRAINT_EDITS),
}
"""Kind of object -> what must happen to the database -> the edit of the models that does the inverse."""


RENAMES: Mapping[str, Callable[[Change, Change, Editing], None]] = {COLUMN: rename_column, TABLE: rename_table}
"""Kind of object -> the edit of the models that gives it the database's name."""


UNFORESEEN = (
    *(LookupError, AssertionError, StopIteration, TypeError, ValueError, AttributeError),
    cst.CSTValidationError,
)
"""What an edit meets where a source is written in a way that nobody thought of: that change waits, the others go in."""


@dataclass(frozen=True)
class PatchedFile:
    """A file before and after, line ends as they are in it."""

    path: Path
    before: str
    after: str
    encoding: str = "utf-8"


@dataclass(frozen=True)
class ModelPatch(Report):
    """What would be changed in the sources of the models; nothing is written by making it.

    changes  ids that the patch settles
    waits    change id -> why it cannot be settled in the source, with file and line
    cells    for models in a notebook: the new text of each cell
    renames  what got the database's name, and may differ in more once it is compared by it
    """

    changes: tuple[str, ...]
    files: tuple[PatchedFile, ...]
    waits: Mapping[str, str] = field(default_factory=dict)
    cells: tuple[str, ...] = ()
    renames: tuple[Pair, ...] = ()

    columns = dict.fromkeys(("change", "state", "reason"), str)

    def diff(self) -> str:
        """The unified diff of all files."""
        paths = [each.path for each in self.files]
        root = Path(os.path.commonpath([path.parent for path in paths])) if paths else Path.cwd()
        root = Path.cwd() if all(path.is_relative_to(Path.cwd()) for path in paths) else root
        return "".join(_diff(each, each.path.relative_to(root).as_posix()) for each in self.files)

    def headline(self) -> str:
        parts = [f"{count(len(self.changes), 'change')} to the models in {count(len(self.files), 'file')}"]
        parts += [f"{count(len(self.cells), 'cell')} to put in by hand"] if self.cells else []
        parts += [f"{len(self.waits)} waiting"] if self.waits else []
        return "; ".join(parts)

    def rows(self) -> list[dict[str, Any]]:
        done = [{"change": change, "state": "in the patch", "reason": ""} for change in self.changes]
        return done + [{"change": change, "state": "waits", "reason": why} for change, why in self.waits.items()]

    def __str__(self) -> str:
        return "\n".join(filter(None, (super().__str__(), self.diff().rstrip("\n"), *self.cells)))

    def body_html(self) -> str:
        diff = self.diff()
        shown_diff = fold(text_html("diff"), code_html(diff, "diff"), unfolded=True) if diff else ""
        cells = "".join(code_html(cell, "python") for cell in self.cells)
        return table_html(self.rows()) + shown_diff + cells


def _diff(file: PatchedFile, name: str) -> str:
    lines = difflib.unified_diff(
        file.before.splitlines(keepends=True), file.after.splitlines(keepends=True), f"a/{name}", f"b/{name}"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def make_patch(
    drift: Drift,
    changes: Sequence[Change],
    decisions: Mapping[str, Decision],
    models: Models,
    engine: Engine,
) -> ModelPatch:
    """The patch that makes the models say what the database has, as far as these changes go. Only reads files."""
    return _Making(Editing(drift, changes, decisions, models, engine)).patch()


class _Making:
    def __init__(self, editing: Editing) -> None:
        self.editing = editing
        self.waits, self.done = editing.waits, editing.done
        self._tables = referring_first(editing.models)

    def patch(self) -> ModelPatch:
        renames = renames_of(self.editing.changes, self.editing.decisions, self.editing.drift)
        absorbed = {change.id for pair in renames for change in pair}
        for added, removed in renames:
            self._try((added, removed), lambda a=added, r=removed: RENAMES[a.kind](a, r, self.editing))  # type: ignore[misc]
        made = tuple(pair for pair in renames if pair[0].id in self.done)
        for pair in renames:
            absorbed |= self._waiting_with(pair) if pair not in made else set()
        self._use(NewNames(made, self.editing.drift.models, self.editing.models, self.editing.engine.quote))
        for gone, come in self._replacements():
            if {gone.id, come.id} & self.editing.settled:
                continue
            absorbed |= {gone.id, come.id}
            self._try((gone, come), lambda g=gone, c=come: replace_constraint(g, c, self.editing))  # type: ignore[misc]
        for change in sorted(self.editing.changes, key=self._turn):
            if change.kind in OF_A_SCHEMA:  # they come last, and most with what uses them
                self.editing.settled |= following(self.editing)
            if change.id not in absorbed and change.id not in self.editing.settled:
                self._try((change,), lambda c=change: self._edit(c))  # type: ignore[misc]
        self.editing.settled |= following(self.editing)
        drop_unused_objects(self.editing)
        for settled in self.editing.settled:
            self.waits.pop(settled, None)
            self.done[settled] = None
        changed = [source for source in self.editing.locator.sources.values() if source.changed]
        for source in changed:
            break_long(source)
            self.editing.names(source).drop_unused()
        ids = [change.id for change in self.editing.drift.changes]
        return ModelPatch(
            changes=tuple(each for each in ids if each in self.done),
            files=tuple(_patched(source) for source in changed if source.path),
            waits={each: self.waits[each] for each in ids if each in self.waits},
            cells=tuple(source.after for source in changed if source.path is None),
            renames=made,
        )

    def _waiting_with(self, pair: Pair) -> set[str]:
        """What mentions either name of what is not renamed waits for the same reason."""
        key = self.editing.drift.database.key
        named = {(key(each.table), key(each.name) if each.kind == COLUMN else "") for each in pair}
        found = set()
        for change in self.editing.changes:
            uses = {use for entry in (change.old, change.new) if entry is not None for use in entry.uses}
            if uses & named and change.id not in self.done:
                self.waits[change.id] = self.waits[pair[0].id]
                found.add(change.id)
        return found

    def _use(self, names: NewNames) -> None:
        """What follows from the renames by itself is settled; the other changes are made beside the new names."""
        self.editing.settled |= followers(names, self.editing.drift)
        if names.pairs:
            self.editing.use(names)

    def _edit(self, change: Change) -> None:
        edit = EDITS.get(change.kind, {}).get(change.action)
        if edit is None:
            what = change.kind.replace("_", " ")
            raise Waits(f"{self.editing.locator.somewhere}: the source cannot be changed for a {what} here")
        edit(change, self.editing)

    def _turn(self, change: Change) -> tuple[int, int]:
        """What lists columns goes before them and comes after them; columns come in the database's order."""
        comes = change.action == REMOVE
        if change.kind in OF_A_SCHEMA and change.action != ALTER:
            order = 7 if change.kind != SCHEMA else 8
        elif change.kind in (TABLE, *OF_A_SCHEMA):
            order = 0 if change.action != ADD else 6
        elif change.kind == COLUMN:
            order = 3 if comes else 2
        else:  # one that changes makes room in a column for one that comes
            order = 1 if change.action == ADD else 5 if comes else 4
        if change.kind == TABLE and change.action == ADD:
            return order, self._place_in_order(change)
        entries = self.editing.drift.database.entries
        return order, next((at for at, entry in enumerate(entries) if entry is change.old), 0)

    def _place_in_order(self, change: Change) -> int:
        try:
            return self._tables.index(self.editing.locator.model_table(change.table).fullname)
        except Waits:  # its own edit says why
            return 0

    def _place_of(self, change: Change) -> str:
        try:
            table = self.editing.locator.table(change.table)
            return table.source.place(table.node)
        except (Waits, *UNFORESEEN):
            return self.editing.locator.somewhere

    def _try(self, changes: Sequence[Change], edit: Callable[[], None]) -> None:
        """Make an edit; where it cannot be made, all sources are as they were before it."""
        sources = dict(self.editing.locator.sources)
        modules = {source: source.module for source in sources.values()}
        settled = set(self.editing.settled)
        added = dict(self.editing.locator.added)
        try:
            edit()
        except (Waits, DatabaseError, *UNFORESEEN) as reason:
            if isinstance(reason, UNFORESEEN):
                reason = Waits(
                    f"{self._place_of(changes[0])}: it is written in a way that cannot be edited: {reason!r}"
                )
            for source in self.editing.locator.sources.values():
                source.module = modules.get(source, source.original)
            self.editing.settled = settled
            self.editing.locator.added = added
            self.waits |= {change.id: str(reason) for change in changes}
        else:
            self.done |= dict.fromkeys(change.id for change in changes)

    def _replacements(self) -> list[tuple[Change, Change]]:
        """(constraint of the models, constraint of the database) where one of a kind takes the place of another."""
        found = []
        for kind in HEADS:
            for table in dict.fromkeys(change.table for change in self.editing.changes):
                own = [change for change in self.editing.changes if (change.kind, change.table) == (kind, table)]
                gone, come = ([each for each in own if each.action == action] for action in (ADD, REMOVE))
                if len(gone) == len(come) == 1:
                    found.append((gone[0], come[0]))
        return found


def renames_of(
    changes: Sequence[Change], decisions: Mapping[str, Decision], drift: Drift
) -> list[tuple[Change, Change]]:
    """(the add that is in truth a rename, the removal of the old name)."""
    key = drift.database.key
    found = []
    for added in changes:
        decision = decisions.get(added.id)
        if added.kind not in RENAMES or added.action != ADD or decision is None or not decision.rename_from:
            continue
        old = decision.rename_from.rpartition(".")[2]
        for removed in drift.changes:
            if removed.kind != added.kind or removed.action != REMOVE:
                continue
            if added.kind == TABLE and drift.database.names(decision.rename_from, removed.table):
                found.append((added, removed))
            same = added.kind == COLUMN and key(removed.table) == key(added.table)
            if same and key(removed.name) in (key(old), key(decision.rename_from)):
                found.append((added, removed))
    return found


def _patched(source: Source) -> PatchedFile:
    assert source.path is not None
    return PatchedFile(source.path, source.before, source.after, source.encoding)
