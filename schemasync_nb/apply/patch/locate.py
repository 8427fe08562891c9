"""Where the models state a table or a column: file, class or Table(...), statement."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import libcst as cst
from sqlalchemy import MetaData, Table
from sqlalchemy.orm import Mapper

from schemasync_nb.apply.patch.places import ClassPlace, ColumnPlace, TablePlace
from schemasync_nb.apply.patch.reading import (
    arguments,
    assignment,
    called,
    classes_in,
    column_name,
    first_argument,
    function_of,
    makes,
    table_calls,
    target_of,
)
from schemasync_nb.apply.patch.source import Source, Waits, inside, shown
from schemasync_nb.apply.patch.sources import Sources, file_of
from schemasync_nb.catalog import Catalog, spell
from schemasync_nb.models import Models
from schemasync_nb.models.importing import mappers_of


class Locator(Sources):
    """Finds what the models state in their sources; each file is read once."""

    def __init__(self, models: Models, catalog: Catalog) -> None:
        super().__init__(models)
        self.catalog = catalog
        self.added: dict[tuple[str, str], ColumnPlace] = {}
        self._renamed: dict[str, Table] = {}
        self._names: dict[str, str] = {}
        self._mappers = [mapper for each in models.registries for mapper in mappers_of(each)]

    # tables

    def model_table(self, spelled: str) -> Table:
        """The models' table of a name in ids."""
        key = self.catalog.key
        for tables, name in (
            (self._renamed, spelled),
            (self._tables, spelled),
            (self._tables, spelled.replace('"', "")),
        ):
            if (table := tables.get(key(name))) is not None:
                return table
        near = [table for table in self._unqualified if self.catalog.names(table.name, spelled)]
        if len(near) != 1:
            raise Waits(f"{self.somewhere}: table {spelled} is not in the models")
        return near[0]

    @cached_property
    def _tables(self) -> dict[str, Table]:
        tables = self.models.metadata.tables.values()
        found = {self.catalog.key(table.fullname): table for table in reversed(list(tables))}
        if schema := self.catalog.default_schema:  # names with dots and quotes in them
            found |= {spell(table.schema or schema, table.name): table for table in tables}
        return found

    @cached_property
    def _unqualified(self) -> list[Table]:
        return [table for table in self.models.metadata.tables.values() if not table.schema]

    def table(self, spelled: str) -> TablePlace:
        """Where a table is stated; Waits where it is not written out."""
        table = self.model_table(spelled)
        if (mapper := self.mapper(table)) is None:
            return self._core(table)
        cls = mapper.class_
        written = vars(cls).get("__table__") if "__tablename__" not in vars(cls) else None
        place = self.class_place(cls)
        states = assignment(place.node, "__table__") if written is not None else None
        if states is not None:
            source = place.source
            if any(makes(call, table, self._name(table)) for call, _ in table_calls(place.node)):
                return TablePlace(table, source, cls, name=self._name(table))
        if states is not None or self._is_imperative(mapper):
            core = self._core(table)
            return TablePlace(table, core.source, cls, name=core.name)
        return TablePlace(table, place.source, cls, place)

    def has_table(self, name: str, schema: str | None) -> bool:
        """True when the models have a table, or the sources state one by now."""
        wanted = Table(name, MetaData(), schema=schema or self.models.metadata.schema)
        if self.catalog.key(wanted.fullname) in self._tables:
            return True
        for source in self.sources.values():
            if any(makes(call, wanted) for call, _ in source.found(table_calls)):
                return True
            for _, node, _ in classes_in(source):
                statement = assignment(node, "__tablename__")
                part = statement.body[0] if statement else None
                value = part.value if isinstance(part, cst.Assign | cst.AnnAssign) else None
                if isinstance(value, cst.SimpleString) and value.evaluated_value == name:
                    return True
        return False

    def mapper(self, table: Table) -> Mapper[Any] | None:
        """The mapper whose class stands for the table."""
        of_table = [
            each
            for each in self._mappers
            if isinstance(each.local_table, Table) and each.local_table.fullname == table.fullname
        ]
        tops = [each for each in of_table if each.inherits is None or each.inherits not in of_table]
        return tops[0] if tops else None

    def class_place(self, cls: type) -> ClassPlace:
        """Where a class is written; Waits where it is made by a function or in a loop."""
        names = tuple(cls.__qualname__.split("."))
        source = self.source_of(cls)
        found = [(node, around) for path, node, around in classes_in(source) if path == names]
        if "<locals>" in names:
            maker = names[names.index("<locals>") - 1]
            functions = (node for node in inside(source.module) if isinstance(node, cst.FunctionDef))
            function = next((node for node in functions if node.name.value == maker), None)
            where = source.place(function) if function else f"{source.label}:1"
            raise Waits(f"{where}: class {cls.__name__} is made by the function {maker}")
        if not found:
            made = [each for each in inside(source.module) if called(each) == "type" and len(arguments(each)) == 3]
            where = source.place(made[0]) if made else f"{source.label}:{_hint(source, cls.__name__)}"
            raise Waits(f"{where}: class {cls.__name__} is not written out there")
        if len(found) > 1:
            raise Waits(f"{source.place(found[1][0])}: there are two classes {cls.__name__}")
        if found[0][1]:
            raise Waits(f"{source.place(found[0][0])}: class {cls.__name__} is made {found[0][1]}")
        return ClassPlace(source, names)

    def _core(self, table: Table) -> TablePlace:
        near = ""
        found: list[tuple[Source, cst.Call, str]] = []
        for source in self.all_sources(b"Table("):
            for call, around in source.found(table_calls):
                if makes(call, table, self._name(table)):
                    found.append((source, call, around))
                elif not near and not isinstance(first_argument(call), cst.SimpleString):
                    near = source.place(call)
        if len(found) > 1:  # other models of this process may have a table of this name too
            files = self.files_with(table)
            found = [each for each in found if each[0].path in files] or found
        if len(found) == 1 and not found[0][2]:
            source, call, _ = found[0]
            if any(arg.keyword and arg.keyword.value.startswith("autoload") for arg in call.args):
                raise Waits(
                    f"{source.place(call)}: table {table.fullname} is reflected: its columns are not written out"
                )
            return TablePlace(table, source, name=self._name(table))
        if found and found[0][2]:
            raise Waits(f"{found[0][0].place(found[0][1])}: table {table.fullname} is made {found[0][2]}")
        if found:
            raise Waits(f"{found[1][0].place(found[1][1])}: table {table.fullname} is written there a second time")
        where = near or self._near(table)
        raise Waits(f"{where}: table {table.fullname} is not written out as a call of Table with its name")

    def rename(self, table: Table, spelled: str, name: str) -> None:
        """From here on a table is found by the name in ids that the database has for it; the sources say ``name``."""
        self._renamed[self.catalog.key(spelled)] = table
        self._names[table.fullname] = name

    def _name(self, table: Table) -> str:
        """The name that the sources give a table now."""
        return self._names.get(table.fullname, table.name)

    def _is_imperative(self, mapper: Mapper[Any]) -> bool:
        return not any("__tablename__" in vars(base) or "metadata" in vars(base) for base in mapper.class_.__mro__)

    def _near(self, table: Table) -> str:
        """Some place to name for a table that cannot be found."""
        for module in self.models.modules.values():
            for name, value in list(vars(module).items()):
                of = value if isinstance(value, Table) else getattr(value, "__table__", None)
                if isinstance(of, Table) and of.fullname == table.fullname and (file := file_of(module)):
                    source = self.source(file)
                    return f"{source.label}:{_hint(source, name)}"
        return self.somewhere

    @property
    def somewhere(self) -> str:
        """A place to name for what has none of its own."""
        files = self.models.files or tuple(filter(None, map(file_of, self.models.modules.values())))
        return f"{shown(files[0])}:1" if files else self.models.source

    # columns

    def column(self, spelled: str, name: str) -> ColumnPlace:
        """Where a column is stated; Waits where it is not written out."""
        if new := self.added.get((self.catalog.key(spelled), self.catalog.key(name))):
            return new
        table = self.table(spelled)
        column = next((c for c in table.table.columns if self.catalog.key(c.name) == self.catalog.key(name)), None)
        if column is None:
            raise Waits(f"{table.source.place(table.node)}: the models have no column {spelled}.{name}")
        if table.place is None or table.cls is None:
            place = ColumnPlace(table, column.name)
            if not any(column_name(arg.value) == column.name for arg in table.call.args):
                where = table.source.place(_unpacked(table) or table.call)
                raise Waits(f"{where}: column {column.name} is not written out in the Table")
            return place
        attribute = self.attribute(table, column.name)
        return ColumnPlace(table, column.name, self._owner(table, column.name, attribute), attribute)

    def attribute(self, table: TablePlace, column: str) -> str:
        """What the table's class calls a column."""
        mapper = self.mapper(table.table)
        assert mapper is not None
        own = mapper.local_table.c[column]
        if own in mapper._columntoproperty:
            return str(mapper._columntoproperty[own].key)
        for each in mapper.self_and_descendants:  # of a class that shares the table
            if own in each._columntoproperty:
                return str(each._columntoproperty[own].key)
        return column

    def _owner(self, table: TablePlace, column: str, attribute: str) -> ClassPlace:
        mapper = self.mapper(table.table)
        assert mapper is not None and table.place is not None
        lines = [mapper.class_.__mro__, *(each.class_.__mro__ for each in mapper.self_and_descendants)]
        for mro in lines:
            for cls in mro:
                if (source := self.source_if_own(cls)) is None:
                    continue
                place = table.place if cls is table.cls else self._place_if_any(cls, source)
                if place is None:
                    continue
                if (statement := assignment(place.node, attribute)) is not None:
                    _readable(place, statement, attribute)
                    return place
                if (function := function_of(place.node, attribute)) is not None:
                    where = source.place(function)
                    raise Waits(f"{where}: column {column} of {table.table.fullname} is made by a function")
        where = table.source.place(table.node)
        raise Waits(f"{where}: column {column} of {table.table.fullname} is not written out in its class")

    def class_places(self, table: TablePlace) -> list[ClassPlace]:
        """Where the classes stand that state something of a mapped table: its own, those that share it, their bases."""
        mapper = self.mapper(table.table)
        assert mapper is not None
        found: dict[ClassPlace, None] = {}
        for each in mapper.self_and_descendants:
            for cls in each.class_.__mro__ if each.local_table is mapper.local_table else ():
                if (source := self.source_if_own(cls)) is not None and (place := self._place_if_any(cls, source)):
                    found[place] = None
        return list(found)

    def _place_if_any(self, cls: type, source: Source) -> ClassPlace | None:
        names = tuple(cls.__qualname__.split("."))
        return ClassPlace(source, names) if any(path == names for path, *_ in classes_in(source)) else None

    def users(self, owner: ClassPlace) -> list[Table]:
        """The tables of all classes that inherit what a class declares, each with a column of its own."""
        name, module = ".".join(owner.names), owner.source
        tables: dict[str, Table] = {}
        for mapper in self._mappers:
            local = mapper.local_table
            if not isinstance(local, Table):
                continue
            for cls in mapper.class_.__mro__:
                if cls.__qualname__ == name and self.source_if_own(cls) is module:
                    tables[local.fullname] = local
        return list(tables.values())

    def alias(self, place: ColumnPlace) -> str | None:
        """Where the name is assigned that a column's annotation consists of; None where it is no such name."""
        if place.owner is None or not isinstance(place.definition, cst.AnnAssign):
            return None
        words = {each.value for each in inside(place.definition.annotation) if isinstance(each, cst.Name)}
        for statement in place.source.module.body:
            if isinstance(statement, cst.SimpleStatementLine):
                for part in statement.body:
                    if target_of(part) in words:
                        return place.source.place(statement)
        return None


def _readable(place: ClassPlace, statement: cst.SimpleStatementLine, attribute: str) -> None:
    """Waits where a column is the value of something else than a call that states it."""
    part = next(each for each in statement.body if target_of(each) == attribute)
    value = part.value if isinstance(part, cst.Assign | cst.AnnAssign) else None
    if isinstance(part, cst.AnnAssign) and not isinstance(value, cst.Call):
        return
    if value and any(called(each) in ("Column", "mapped_column", "Field") for each in inside(value)):
        return
    raise Waits(f"{place.source.place(statement)}: column {attribute} is not written out there")


def _unpacked(table: TablePlace) -> cst.CSTNode | None:
    """The statement that makes what a call of Table unpacks."""
    stars = [arg.value for arg in table.call.args if arg.star == "*"]
    words = {each.value for star in stars for each in inside(star) if isinstance(each, cst.Name)}
    for statement in table.source.module.body:
        if isinstance(statement, cst.SimpleStatementLine) and any(target_of(part) in words for part in statement.body):
            return statement
    return None


def _hint(source: Source, name: str) -> int:
    """The first line that has a word in it; 1 where none has."""
    lines = source.before.splitlines()
    return next((number for number, line in enumerate(lines, 1) if name in line), 1)
