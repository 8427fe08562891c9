"""What the edits of one patch share: both sides in SQLAlchemy's words, the sources, who is settled."""

from __future__ import annotations

import importlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import libcst as cst
import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator, TypeEngine, UserDefinedType

from schemasync_nb.apply.patch.definition import Definition
from schemasync_nb.apply.patch.enum_types import enum_classes
from schemasync_nb.apply.patch.follow import NewNames
from schemasync_nb.apply.patch.keys import with_keys, with_targets
from schemasync_nb.apply.patch.locate import Locator
from schemasync_nb.apply.patch.names import Names
from schemasync_nb.apply.patch.places import ClassPlace, ColumnPlace, TablePlace
from schemasync_nb.apply.patch.reading import classes_in
from schemasync_nb.apply.patch.source import Source, Waits
from schemasync_nb.apply.patch.sqlmodels import FieldDefinition
from schemasync_nb.apply.patch.style import Style, style_of
from schemasync_nb.catalog import CHECK, FOREIGN_KEY, INDEX, PRIMARY_KEY, UNIQUE, Entry
from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.engines.declarations import Declarations
from schemasync_nb.engines.engine import Engine
from schemasync_nb.engines.spelling import Call, Node, flat, string
from schemasync_nb.engines.words import ConstraintWords, TypeWords, key_in_metadata
from schemasync_nb.models import Models
from schemasync_nb.policy import Decision

CONVENTION_KINDS = {"pk": PRIMARY_KEY, "uq": UNIQUE, "fk": FOREIGN_KEY}
SHORT = {CHECK: "ck", UNIQUE: "uq", FOREIGN_KEY: "fk", PRIMARY_KEY: "pk", INDEX: "ix"}
"""Kind -> its key in a naming convention."""
_KNOWN_PARTS = {"table_name": "t", "column_0_name": "c", "column_0_N_name": "c", "referred_table_name": "r"}


class Editing:
    """The state of one patch while it is made.

    said     the database in SQLAlchemy's words: what the models are to say
    stated   the models in SQLAlchemy's words: what they say now
    done     ids of changes that were edited
    waits    change id -> why it cannot be
    settled  ids of changes that an edit settled along with its own
    renamed  (table of the models, old name, new name) of its columns
    """

    def __init__(
        self,
        drift: Drift,
        changes: Sequence[Change],
        decisions: Mapping[str, Decision],
        models: Models,
        engine: Engine,
    ) -> None:
        self.drift = drift
        self.changes = tuple(changes)
        self.decisions = decisions
        self.models = models
        self.engine = engine
        self.locator = Locator(models, drift.database)
        self.done: dict[str, None] = {}
        self.waits: dict[str, str] = {}
        self.settled: set[str] = set()
        self.renamed: list[tuple[sa.Table, str, str]] = []
        self._names: dict[Source, Names] = {}
        self._styles: dict[tuple[Source, str], Style] = {}
        self.new_tables: dict[str, ClassPlace] = {}

    @cached_property
    def said(self) -> Declarations:
        return self.engine.words(self.drift.database, self.conventions, self._own_enums[0])

    @cached_property
    def stated(self) -> Declarations:
        return self.engine.words(self.drift.models, self.conventions, self._own_enums[0])

    @cached_property
    def _own_enums(self) -> tuple[dict[str, TypeWords], set[type]]:
        return enum_classes(self.models.metadata, self.drift.models, self.engine)

    @cached_property
    def conventions(self) -> dict[str, str]:
        """The naming conventions of the models by kind, as far as names can be foretold from them."""
        found = {}
        for key, pattern in (self.models.metadata.naming_convention or {}).items():
            kind = CONVENTION_KINDS.get(key) if isinstance(key, str) else None
            if kind and isinstance(pattern, str):
                try:
                    pattern % _KNOWN_PARTS
                except KeyError:
                    continue
                found[kind] = pattern
        return found

    def use(self, names: NewNames) -> None:
        """From here on the models are what they are with these new names."""
        _ = self._own_enums  # which are known by the names of the loaded models
        entries = {id(entry): names.entry(entry) for entry in self.drift.models.entries}
        self.changes, changes = (
            tuple(replace(each, new=entries.get(id(each.new), each.new)) for each in changes)
            for changes in (self.changes, self.drift.changes)
        )
        models = self.drift.models.replace(entries.values())
        self.drift = replace(self.drift, models=models, changes=changes)
        vars(self).pop("stated", None)

    def names(self, source: Source) -> Names:
        """The names of a source."""
        if source not in self._names:
            here = {names[0] for names, *_ in classes_in(source)}
            modules: dict[str, Collection[str]] = dict(self.said.modules)
            modules |= {cls.__module__: {cls.__name__} for cls in self._own_enums[1] if cls.__name__ not in here}
            self._names[source] = Names(source, modules)
        return self._names[source]

    def spelled(self, table: sa.Table) -> str:
        """The name in ids of a table of the models."""
        entries = self.drift.models.tables.values()
        return next(entry.table for entry in entries if self.locator.model_table(entry.table) is table)

    def style(self, table: TablePlace) -> Style:
        """How a table's columns are written."""
        key = (table.source, table.table.fullname)
        if key not in self._styles:
            self._styles[key] = style_of(table)
        return self._styles[key]

    def definition(self, place: ColumnPlace) -> Definition:
        """The definition of a column, in its file's style."""
        style, names = self.style(place.table), self.names(place.source)
        kind = FieldDefinition if style.sqlmodel and place.owner is not None else Definition
        return kind(place, names, style)

    # names of columns

    def listed(self, spelled: str, name: str) -> str:
        """What the lists of a table's constraints and indexes call a column: its key, which may be another name."""
        column, old = self._column(spelled, name)
        if column is None:
            return name
        keeps = old == name or column.key != column.name or self.locator.table(spelled).place is None
        return column.key if keeps else name

    def attribute(self, spelled: str, name: str) -> str:
        """What a table's class calls a column, or ``.c`` of a table that is written as a call."""
        column, _ = self._column(spelled, name)
        if column is None or (place := self.locator.table(spelled)).place is None:
            return self.listed(spelled, name)
        return self.locator.attribute(place, column.key)

    def _column(self, spelled: str, name: str) -> tuple[sa.Column[object] | None, str]:
        """(the column as it was loaded, the name that it had then) by the name that it has now."""
        try:
            table = self.locator.model_table(spelled)
        except Waits:  # it is new
            return None, name
        key = self.locator.catalog.key
        old = next((was for of, was, now in self.renamed if of is table and key(now) == key(name)), name)
        return next((column for column in table.columns if key(column.name) == key(old)), None), old

    def refuse_unsaid(self, unsaid: Sequence[str], source: Source, node: cst.CSTNode) -> None:
        """Waits where SQLAlchemy cannot say the whole of something: the rest would still be another than it is."""
        if unsaid:
            raise Waits(f"{source.place(node)}: SQLAlchemy has no words for {unsaid[0]}")

    # names by convention

    @property
    def plain_index_names(self) -> bool:
        """True when ``index=True`` makes the name that SQLAlchemy makes by itself."""
        return self.models.metadata.naming_convention.get("ix") == sa.MetaData().naming_convention["ix"]

    def by_convention(self, entry: Entry, name: str) -> str:
        """The whole name of a constraint that is stated with a part of it."""
        before, after = self._around(entry)
        return f"{before}{name}{after}"

    def words(self, entry: Entry, side: Declarations) -> ConstraintWords:
        """A constraint in SQLAlchemy's words, with the name that the models' convention makes its whole name of."""
        words = side.constraint(entry)
        if words.call is not None:
            words = self._with_keys(words, words.call, entry, side)
        before, after = self._around(entry)
        name = entry.name or ""
        if words.call is None or not (before or after):
            return words
        if name.startswith(before) and name.endswith(after) and len(name) > len(before + after):
            stated: Node = f"name={string(name[len(before) : len(name) - len(after)])}"
        else:
            stated = Call("name=conv", (string(name),))
        items = tuple(stated if flat(item).startswith("name=") else item for item in words.call.items)
        if stated not in items and name and entry.kind == CHECK:  # the pattern needs one
            items = (*items, stated)
        return replace(words, call=replace(words.call, items=items))

    def _with_keys(self, words: ConstraintWords, call: Call, entry: Entry, side: Declarations) -> ConstraintWords:
        """The same with columns as SQLAlchemy finds them: by key."""
        call = with_keys(call, lambda name: self.listed(entry.table, name))
        if entry.kind != FOREIGN_KEY:
            return replace(words, call=call)
        parent = side.parent(entry)
        table = key_in_metadata(*side.place(parent))
        names = {name: self.listed(parent, name) for name in side.parent_column_names(entry)}
        targets = {f"{table}.{name}": f"{table}.{key}" for name, key in names.items() if name != key}
        inline = tuple(
            replace(each, items=tuple(with_targets(item, targets) for item in each.items)) for each in words.inline
        )
        made = with_targets(call, targets)
        assert isinstance(made, Call)
        return replace(words, call=made, inline=inline)

    def _around(self, entry: Entry) -> tuple[str, str]:
        """What the models' convention puts before and behind the name that a constraint is stated with."""
        pattern = self.models.metadata.naming_convention.get(SHORT.get(entry.kind, ""))
        if not isinstance(pattern, str) or "%(constraint_name)s" not in pattern:
            return "", ""
        try:
            filled = pattern % {"constraint_name": "\0", "table_name": self.said.place(entry.table)[0]}
        except KeyError:
            return "", ""
        before, _, after = filled.partition("\0")
        return before, after

    # types

    def own_type(self, table: sa.Table, column: str) -> str | None:
        """The name of the project's own type of a column; None where SQLAlchemy's or a plain one stands there."""
        kind = self._type_of(table, column)
        module = type(kind).__module__.partition(".")[0]
        if isinstance(kind, TypeDecorator | UserDefinedType) and module not in ("sqlalchemy", "sqlmodel"):
            return type(kind).__name__
        return None

    def makes_check(self, table: sa.Table, column: str) -> bool:
        """True for an Enum or a Boolean that makes a CHECK."""
        return bool(getattr(self._type_of(table, column), "create_constraint", False))

    def _type_of(self, table: sa.Table, column: str) -> TypeEngine[object] | None:
        return next((each.type for each in table.columns if each.name == column), None)

    def compiled(self, node: Node | TypeEngine[object] | type) -> str | None:
        """What a type is called in this engine's words; None where that cannot be told."""
        try:
            kind = node if isinstance(node, TypeEngine | type) else eval(flat(node), self._sqlalchemy)  # noqa: S307  our own words
            return str(sa.types.to_instance(kind).compile(dialect=self.said.dialect))
        except Exception:  # noqa: BLE001  a word that is not there means no more than that
            return None

    @cached_property
    def _sqlalchemy(self) -> dict[str, object]:
        found = dict(vars(sa))
        for module, names in self.said.modules.items():
            loaded = importlib.import_module(module)
            found |= {name: getattr(loaded, name) for name in names if hasattr(loaded, name)}
        return found
