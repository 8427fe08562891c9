"""A column of the models that gets the database's name, with all in the sources that calls it by its old one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import libcst as cst
import sqlalchemy as sa

from schemasync_nb.apply.patch.columns import own_place
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.places import ClassPlace, TablePlace
from schemasync_nb.apply.patch.reading import table_calls, target_of
from schemasync_nb.apply.patch.references import model_sources, rename_in_lists, retarget, reword
from schemasync_nb.apply.patch.restating import restate
from schemasync_nb.apply.patch.source import Source, Waits, inside
from schemasync_nb.apply.patch.sqltext import ColumnNames, literals, parts_of, texts_of
from schemasync_nb.catalog import COLUMN
from schemasync_nb.detect.drift import ADD, Change
from schemasync_nb.engines.spelling import string


def rename_column(added: Change, removed: Change, editing: Editing) -> None:
    """The attribute or key stays, so that no code breaks; the column gets the database's name, and all else it has."""
    assert added.new is not None and removed.old is not None
    place = own_place(added, editing.locator.column(added.table, added.new.name or ""), editing)
    definition = editing.definition(place)
    old, new = added.new.name or "", removed.old.name or ""
    if place.owner is None and definition.keyword("key") is None:  # so that table.c keeps its name
        definition.set_keyword("key", string(old))
    definition.set_name(new)
    renaming = _Renaming(place.table, old, new, editing)
    renaming.in_texts()
    if place.owner is not None:
        key = place.table.table.key
        retarget(editing.locator, f"{key}.{old}", f"{key}.{new}", whole=False)
        renaming.in_lists()
    renamed = replace(place, name=new)
    if added.new.facts != removed.old.facts:
        restate(place if place.owner else renamed, added.new, removed.old, editing)
    editing.locator.added[editing.locator.catalog.key(added.table), editing.locator.catalog.key(new)] = renamed
    editing.renamed.append((place.table.table, old, new))


@dataclass(frozen=True)
class _Renaming:
    """One column's two names, and where its table is stated."""

    table: TablePlace
    old: str
    new: str
    editing: Editing

    def in_texts(self) -> None:
        """SQL in checks, generated columns and indexes uses the new name; Waits where such SQL is not written out."""
        earlier = [self._names(old, new) for table, old, new in self.editing.renamed if table is self.table.table]
        names, anew = self._names(self.old, self.new), {}
        for text in texts_of(self.table.table):
            for each in earlier:
                text = each.renamed(text)
            if (renamed := names.renamed(text)) != text:
                anew[text] = renamed
        unread, found = "", set()
        for source, node, owner in list(self._stating()) if anew else ():
            keeper = self._keeper(owner)
            for literal in list(literals(node)):
                parts = parts_of(literal)
                text = "".join(str(part.evaluated_value) for part in parts or ())
                here = {was for was, now in anew.items() if text in (was, now)}
                if here and not keeper:
                    found |= here
                    if text in anew:
                        reword(source, parts or [], names.edits(text))
                elif here:
                    unread = f"{source.place(literal)}: {keeper} has it too and keeps the name"
                elif parts is None:
                    unread = unread or source.place(literal)
        for text in sorted(anew.keys() - found):
            where = unread or self.table.source.place(self.table.node)
            raise Waits(f"{where}: {text!r} mentions column {self.old}: rename that there by hand")

    def in_lists(self) -> None:
        """Constraints and indexes list the column anew."""
        for source, node, owner in list(self._stating()):
            if not self._keeper(owner):
                rename_in_lists(source, node, self.old, self.new)

    def _names(self, old: str, new: str) -> ColumnNames:
        key = self.editing.locator.catalog.key
        return ColumnNames({key(old): new}, {key(self.table.table.name)}, key, self.editing.engine.quote)

    def _stating(self) -> Iterator[tuple[Source, cst.CSTNode, ClassPlace | None]]:
        """(source, node, class) of what states something of the table: its class with those it is made of, or its call;
        and the statements about it."""
        table = self.table
        if table.place is None:
            yield table.source, table.call, None
        else:
            for place in self.editing.locator.class_places(table):
                yield place.source, place.node, place
        if (name := self._variable()) is None:
            return
        for source in list(model_sources(self.editing.locator)):
            if source is table.source or self.editing.names(source).origin(name) is not None:
                for statement in source.module.body:
                    if _is_about(statement, name):
                        yield source, statement, None

    def _variable(self) -> str | None:
        """What the file calls the table, or its class."""
        if self.table.cls is not None:
            return self.table.cls.__name__
        call = self.table.call
        for statement in self.table.source.module.body:
            for part in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
                if isinstance(part, cst.Assign | cst.AnnAssign) and part.value is call:
                    return target_of(part)
        return None

    def _keeper(self, owner: ClassPlace | None) -> str:
        """Another table that has the column from this class and keeps its name; "" where there is none."""
        if owner is None or owner == self.table.place:
            return ""
        for table in self.editing.locator.users(owner):
            if table is not self.table.table and self.old in table.c and not self._is_renamed_too(table):
                return table.fullname
        return ""

    def _is_renamed_too(self, table: sa.Table) -> bool:
        key = self.editing.locator.catalog.key
        for change in self.editing.changes:
            decision = self.editing.decisions.get(change.id)
            if change.kind == COLUMN and change.action == ADD and decision is not None and decision.rename_from:
                same = key(change.name) == key(self.old) and decision.rename_from.rpartition(".")[2] == self.new
                if same and self.editing.locator.model_table(change.table) is table:
                    return True
        return False


def _is_about(statement: cst.CSTNode, name: str) -> bool:
    """True for a statement that calls something with a table: ``Index("by_day", invoice.c.day)``."""
    if not isinstance(statement, cst.SimpleStatementLine) or any(True for _ in table_calls(statement)):
        return False
    calls = [each for each in inside(statement) if isinstance(each, cst.Call)]
    return any(isinstance(each, cst.Name) and each.value == name for call in calls for each in inside(call))
