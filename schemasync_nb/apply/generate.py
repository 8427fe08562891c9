"""The first models file for a whole database, written from its catalog as a person would write it."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import DeclarativeBase

from schemasync_nb.catalog import Entry
from schemasync_nb.engines.declarations import CONVENTIONS, Declarations
from schemasync_nb.engines.spelling import (
    INDENT,
    Call,
    Node,
    camel,
    fits,
    flat,
    free,
    headed,
    identifier,
    laid_out,
    plural,
    shown,
    singular,
    snake,
    string,
)
from schemasync_nb.engines.words import (
    ELSEWHERE,
    MODULES,
    PLAIN_IMPORTS,
    RESERVED,
    ColumnWords,
    Key,
    TableWords,
    key_in_metadata,
)

DECLARED = '''class Declared(UserDefinedType[Any]):
    """A column type as the database declares it, where SQLAlchemy has none that does."""

    cache_ok = True

    def __init__(self, spelling: str) -> None:
        self.spelling = spelling

    def get_col_spec(self, **kw: Any) -> str:
        return self.spelling'''


def reserved(said: Declarations) -> set[str]:
    """Names that mean something at the top of this file."""
    return RESERVED.union(*said.modules.values(), [each.name for each in said.objects])


SPECIAL = {*dir(DeclarativeBase), "metadata", "registry", "type_annotation_map", "list", *MODULES["sqlalchemy.orm"]}
"""Names that mean something inside of a class."""


def generate_models(said: Declarations) -> str:
    """The source of a models file that states a catalog, and in a comment at its end what SQLAlchemy cannot say."""
    models = _models(said)
    _relate(said, models)
    blocks = _objects(said) + [model.source() for model in models.values()]
    keys = [key for table in said.tables for key in said.keys[table.spelled]]
    blocks += [_late(said, key) for key in keys if key.late]
    blocks += [_after(table, name) for table in said.tables for name in table.after]
    if absent := [key for key in keys if not key.parent_is_there]:
        blocks.insert(0, _elsewhere(said, absent))
    if "Declared" in _names(blocks):
        blocks.insert(0, DECLARED)
    blocks.insert(0, _base(said.conventions))
    if unsaid := said.unsaid + [_carried(entry) for entry in said.catalog.carried]:
        blocks.append("\n".join(["# SQLAlchemy has no words for:", *(f"# - {line}" for line in unsaid)]))
    blocks.insert(0, f'"""The tables of the database."""\n\n{_imports(_names(blocks), said.modules)}')
    return "\n\n\n".join(blocks) + "\n"


@dataclass
class _Relation:
    """A relationship that a foreign key makes obvious; back is its name on the other side, where it is as obvious."""

    key: Key
    child: _Model
    parent: _Model
    name: str
    one_to_one: bool
    alone: bool
    back: str | None = None


@dataclass
class _Model:
    """A table as a class, or as a Table where it has no key to map it by; attributes are by the columns' names."""

    said: Declarations
    table: TableWords
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    forward: list[_Relation] = field(default_factory=list)
    backward: list[_Relation] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Name the attributes: first those columns that can keep their names."""
        written = (Call(column.python, (column.type, *column.items, *column.options)) for column in self.table.columns)
        self.taken = SPECIAL | _names(map(flat, written))
        nearest = {column.name: identifier(column.name, "column") for column in self.table.columns}
        for name, attribute in sorted(nearest.items(), key=lambda pair: pair[0] != pair[1]):
            attribute = attribute.removeprefix("_") if attribute.startswith("_sa_") else attribute
            attribute = free(f"{attribute}_", self.taken) if attribute in self.taken else attribute
            self.attributes[name] = attribute
            self.taken.add(attribute)

    def source(self) -> str:
        """The class or the Table."""
        return "\n".join(self._class() if self.table.keyed else self._table())

    def _class(self) -> Iterator[str]:
        yield f"class {self.name}(Base):"
        yield f"{INDENT}__tablename__ = {self.said.name_words(self.table.name)}"
        items = list(self.table.constraints)
        options = Call("", tuple(headed(f"{string(name)}: ", value) for name, value in self.table.options), "{}")
        if self.table.options and items:
            items.append(options)
        if items or self.table.options:
            yield laid_out(Call("", tuple(items)) if items else options, INDENT, "__table_args__ = ")
        yield ""
        yield from (self._attribute(column) for column in self.table.columns)
        if self.forward or self.backward:
            yield ""
        yield from map(_forward, self.forward)
        yield from map(_backward, self.backward)

    def _attribute(self, column: ColumnWords) -> str:
        attribute = self.attributes[column.name]
        name = self.said.name_words(column.name)
        items: list[Node] = [] if name == string(attribute) else [name]
        items += [] if column.implied else [column.type]
        items += [*column.items, *column.options]
        lead = f"{attribute}: Mapped[{column.python}{' | None' if column.nullable else ''}]"
        return laid_out(Call("mapped_column", tuple(items)), INDENT, f"{lead} = ") if items else INDENT + lead

    def _table(self) -> Iterator[str]:
        items: list[Node] = [self.said.name_words(self.table.name), "Base.metadata"]
        for column in self.table.columns:
            null: list[Node] = [] if column.nullable else ["nullable=False"]
            if column.nullable and "primary_key=True" in column.options:
                null = ["nullable=True"]
            name = self.said.name_words(column.name)
            items.append(Call("Column", (name, column.type, *column.items, *column.options, *null)))
        items += [*self.table.constraints, *(headed(f"{name}=", value) for name, value in self.table.options)]
        yield laid_out(Call("Table", tuple(items)), lead=f"{self.name} = ")


def _models(said: Declarations) -> dict[str, _Model]:
    """Every table as its catalog tells names apart, with the name of its class or variable."""
    tables = said.tables
    taken = reserved(said)
    plain = {camel(table.name) for table in tables}
    models: dict[str, _Model] = {}
    for table in tables:
        whole = camel(table.name)
        name = singular(whole)
        if name != whole and name in plain:  # `order` and `orders`
            name = whole
        if table.schema and name in taken:
            name = camel(table.schema) + name
        name = name if table.keyed else identifier(snake(table.name), "table")
        if name in reserved(said):
            name = f"{name}Row" if table.keyed else f"{name}_table"
        name = free(name, taken)
        taken.add(name)
        models[said.catalog.key(table.spelled)] = _Model(said, table, name)
    return models


def _relate(said: Declarations, models: dict[str, _Model]) -> None:
    """Give the models their relationships: where keys overlap or compete, none is better than a wrong one."""
    keys = [key for table in said.tables for key in said.keys[table.spelled]]
    relations = [relation for key in keys if (relation := _relation(said, key, models))]
    for relation in relations:
        if relation.alone and (back := _back_name(relation)) not in relation.parent.taken:
            relation.back = back
            relation.parent.taken.add(back)
            relation.parent.backward.append(relation)


def _relation(said: Declarations, key: Key, models: dict[str, _Model]) -> _Relation | None:
    child, parent = models[said.catalog.key(key.table)], models.get(said.catalog.key(key.parent))
    if parent is None or not key.parent_is_there or not (child.table.keyed and parent.table.keyed):
        return None
    if _competes(key, said) or (child is parent and (len(key.columns) > 1 or key.columns == key.parent_columns)):
        return None
    ends = {key.table, key.parent}
    alone = sum({other.table, other.parent} == ends for end in ends for other in said.keys[end]) == 1
    name = _forward_name(key, child, alone)
    if name is None or name in child.taken:
        return None
    child.taken.add(name)
    relation = _Relation(key, child, parent, name, said.is_unique(key.table, key.columns), alone)
    child.forward.append(relation)
    return relation


def _competes(key: Key, said: Declarations) -> bool:
    """True when another key, or an expression, writes the same columns."""
    own = said.catalog.columns(key.table)
    if any(own[said.catalog.key(name)].facts["generated"] for name in key.columns):
        return True
    return any(other is not key and set(other.columns) & set(key.columns) for other in said.keys[key.table])


def _forward_name(key: Key, child: _Model, alone: bool) -> str | None:
    """``author_id`` -> ``author``; other columns: the parent's name, where no second key could bear it."""
    match = re.fullmatch(r"(.+?)(?:(?i:_id)|(?<=[a-z0-9])I[dD])", key.columns[0])
    if len(key.columns) == 1 and match:
        name = identifier(snake(match[1]), "parent")
    elif alone and key.table != key.parent:
        name = singular(snake(key.parent_name))
    else:
        return None
    return f"{name}_" if name in child.taken and name not in child.attributes.values() else name


def _back_name(relation: _Relation) -> str:
    if relation.child is relation.parent and relation.name == "parent":
        return "children"
    name = snake(relation.child.table.name)
    name = identifier(singular(name) if relation.one_to_one else plural(name), "children")
    return f"{name}_" if name in SPECIAL else name


def _forward(relation: _Relation) -> str:
    key, child, parent = relation.key, relation.child, relation.parent
    items = [] if relation.back is None else [f"back_populates={string(relation.back)}"]
    if not relation.alone:
        items.append(f"foreign_keys={_attributes(child, key.columns)}")
    if child is parent:
        items.append(f"remote_side={_attributes(parent, key.parent_columns)}")
    if key.closes_a_circle:
        items.append("post_update=True")
    null = " | None" if any(column.nullable for column in child.table.columns if column.name in key.columns) else ""
    lead = f"{relation.name}: Mapped[{string(parent.name + null)}] = "
    return laid_out(Call("relationship", tuple(items)), INDENT, lead)


def _backward(relation: _Relation) -> str:
    name = relation.child.name
    kind = f'"{name} | None"' if relation.one_to_one else f'list["{name}"]'
    call = Call("relationship", (f"back_populates={string(relation.name)}",))
    return laid_out(call, INDENT, f"{relation.back}: Mapped[{kind}] = ")


def _attributes(model: _Model, columns: Iterable[str]) -> str:
    """What relationship() evaluates when all classes are there."""
    named = ", ".join(f"{model.name}.{model.attributes[column]}" for column in columns)
    return string(f"[{named}]" if "," in named else named)


def _base(conventions: Mapping[str, str]) -> str:
    head = "class Base(DeclarativeBase):"
    if not conventions:
        return f"{head}\n{INDENT}pass"
    stated = {"ix": "ix_%(column_0_label)s"} | {CONVENTIONS[kind][0]: pattern for kind, pattern in conventions.items()}
    items = tuple(f"{string(kind)}: {string(pattern)}" for kind, pattern in stated.items())
    call = Call("MetaData", (Call("naming_convention=", items, "{}"),))
    return f"{head}\n{laid_out(call, INDENT, 'metadata = ')}"


def _objects(said: Declarations) -> list[str]:
    """The enums, domains and sequences: first what is a class, then what is a variable."""
    classes = [_enum(each.name, each.labels) for each in said.objects if each.labels is not None]
    variables = [laid_out(each.call, lead=f"{each.name} = ") for each in said.objects if each.call is not None]
    return [*classes, *(["\n".join(variables)] if variables else [])]


def _enum(name: str, labels: Iterable[str]) -> str:
    kind = "Enum" if any(label in dir(str) for label in labels) else "StrEnum"
    return "\n".join([f"class {name}(enum.{kind}):", *(f"{INDENT}{label} = {string(label)}" for label in labels)])


def _late(said: Declarations, key: Key) -> str:
    """A key whose target cannot be written as "table.column"."""
    constraint = said.foreign_key(key.entry, "Base.metadata").call
    assert constraint is not None
    table = key_in_metadata(*said.place(key.table))
    return laid_out(Call(f"Base.metadata.tables[{string(table)}].append_constraint", (constraint,)))


def _after(table: TableWords, name: str) -> str:
    """A table that must be made after another one although no key says so."""
    parent = f"Base.metadata.tables[{string(name)}]"
    return f"Base.metadata.tables[{string(table.key)}].add_is_dependent_on({parent})"


def _elsewhere(said: Declarations, keys: Iterable[Key]) -> str:
    """The tables that foreign keys refer to and that are not there: SQLAlchemy wants to see them."""
    columns: dict[tuple[str, str | None], dict[str, None]] = {}
    for key in keys:
        columns.setdefault((key.parent_name, key.parent_schema), {}).update(dict.fromkeys(key.parent_columns))
    lines = ["# Foreign keys refer to these, which are no tables of this file.", f"{ELSEWHERE} = MetaData()"]
    for (table, schema), names in columns.items():
        described: list[Node] = [Call("Column", (said.name_words(name),)) for name in names]
        described += said.stated(schema=schema)
        lines.append(laid_out(Call("Table", (said.name_words(table), ELSEWHERE, *described))))
    return "\n".join(lines)


def _carried(entry: Entry) -> str:
    on = f" on {shown(entry.table)}" if entry.table and entry.table != entry.name else ""
    return f"{entry.kind} {shown(entry.name or '')}{on}"


def _names(sources: Iterable[str]) -> set[str]:
    """The names that these sources read."""
    nodes = (node for source in sources for node in ast.walk(ast.parse(source)))
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def _imports(used: set[str], offered: Mapping[str, Collection[str]]) -> str:
    """The imports of what is used, as isort sorts them."""
    sections: list[list[str]] = [[f"import {name}" for name in PLAIN_IMPORTS if name in used], []]
    for module in sorted(MODULES.keys() | offered.keys()):
        there = MODULES.get(module, set()).union(offered.get(module, ()))
        names = sorted(there & used, key=lambda name: (not name.isupper(), name[0].islower(), name))
        line = f"from {module} import {', '.join(names)}"
        if names and not fits(line):
            line = "\n".join([f"from {module} import (", *(f"{INDENT}{name}," for name in names), ")"])
        sections[module.startswith("sqlalchemy")] += [line] if names else []
    return "\n\n".join("\n".join(section) for section in sections if section)
