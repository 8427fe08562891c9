"""The first models file for a whole SQLite database, written from its catalog as a person would write it."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import DeclarativeBase

from schemasync_nb.apply.declare import CONVENTIONS, ELSEWHERE, Declarations, Key, TableWords
from schemasync_nb.apply.declare_column import TYPES, ColumnWords, name_words
from schemasync_nb.apply.spelling import (
    INDENT,
    Call,
    Node,
    camel,
    fits,
    flat,
    free,
    identifier,
    laid_out,
    listed,
    plural,
    shown,
    singular,
    snake,
    string,
)
from schemasync_nb.catalog import INDEX, PRIMARY_KEY, TRIGGER, UNIQUE, Catalog, Entry
from schemasync_nb.engines.sqlite.tokens import fold, quote
from schemasync_nb.errors import DatabaseError

DECLARED = '''class Declared(UserDefinedType[Any]):
    """A column type as the database declares it, where SQLAlchemy has none that does."""

    cache_ok = True

    def __init__(self, spelling: str) -> None:
        self.spelling = spelling

    def get_col_spec(self, **kw: Any) -> str:
        return self.spelling'''

MODULES: dict[str, set[str]] = {
    "decimal": {"Decimal"},
    "typing": {"Any"},
    "sqlalchemy": {
        *(name for name, _ in TYPES.values()),
        *("CheckConstraint", "Column", "Computed", "ForeignKey", "ForeignKeyConstraint", "Index", "MetaData"),
        *("PrimaryKeyConstraint", "Table", "UniqueConstraint", "column", "literal_column", "quoted_name", "text"),
    },
    "sqlalchemy.orm": {"DeclarativeBase", "Mapped", "mapped_column", "relationship"},
    "sqlalchemy.types": {"UserDefinedType"},
}
RESERVED = {"Base", "Declared", "datetime", ELSEWHERE, *dir(builtins), *set().union(*MODULES.values())}
"""Names that mean something at the top of the file."""

SPECIAL = {*dir(DeclarativeBase), "metadata", "registry", "type_annotation_map", "list", *MODULES["sqlalchemy.orm"]}
"""Names that mean something inside of a class."""


def generate_models(catalog: Catalog) -> str:
    """The source of a models file that states this catalog, and in a comment at its end what SQLAlchemy cannot say.

    DatabaseError for an engine whose statements cannot be written as models.
    """
    if catalog.engine != "sqlite":
        raise DatabaseError(f"{catalog.engine}: models can be written for SQLite databases only")
    said = Declarations(catalog)
    models = _models(said.tables)
    _relate(said, models)
    blocks = [model.source() for model in models.values()]
    keys = [key for table in said.tables for key in said.keys[table.name]]
    blocks += [_late(key) for key in keys if key.late]
    if absent := [key for key in keys if not key.parent_is_there]:
        blocks.insert(0, _elsewhere(absent))
    if "Declared" in _names(blocks):
        blocks.insert(0, DECLARED)
    blocks.insert(0, _base(said.conventions))
    if unsaid := said.unsaid + [_carried(entry) for entry in catalog.carried]:
        blocks.append("\n".join(["# SQLAlchemy has no words for:", *(f"# - {line}" for line in unsaid)]))
    return "\n\n\n".join([f'"""The tables of the database."""\n\n{_imports(_names(blocks))}', *blocks]) + "\n"


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
        yield f"{INDENT}__tablename__ = {name_words(self.table.name)}"
        items = list(self.table.constraints)
        options = Call("", tuple(f"{string(name)}: {value}" for name, value in self.table.options), "{}")
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
        name = name_words(column.name)
        items: list[Node] = [] if name == string(attribute) else [name]
        items += [] if column.implied else [column.type]
        items += [*column.items, *column.options]
        lead = f"{attribute}: Mapped[{column.python}{' | None' if column.nullable else ''}]"
        return laid_out(Call("mapped_column", tuple(items)), INDENT, f"{lead} = ") if items else INDENT + lead

    def _table(self) -> Iterator[str]:
        items: list[Node] = [name_words(self.table.name), "Base.metadata"]
        for column in self.table.columns:
            null: list[Node] = [] if column.nullable else ["nullable=False"]
            if column.nullable and "primary_key=True" in column.options:
                null = ["nullable=True"]
            items.append(Call("Column", (name_words(column.name), column.type, *column.items, *column.options, *null)))
        items += [*self.table.constraints, *(f"{name}={value}" for name, value in self.table.options)]
        yield laid_out(Call("Table", tuple(items)), lead=f"{self.name} = ")


def _models(tables: Sequence[TableWords]) -> dict[str, _Model]:
    """Every table by its folded name, with the name of its class or variable."""
    taken = set(RESERVED)
    plain = {camel(table.name) for table in tables}
    models: dict[str, _Model] = {}
    for table in tables:
        whole = camel(table.name)
        name = singular(whole)
        if name != whole and name in plain:  # `order` and `orders`
            name = whole
        name = name if table.keyed else identifier(snake(table.name), "table")
        if name in RESERVED:
            name = f"{name}Row" if table.keyed else f"{name}_table"
        name = free(name, taken)
        taken.add(name)
        models[fold(table.name)] = _Model(table, name)
    return models


def _relate(said: Declarations, models: dict[str, _Model]) -> None:
    """Give the models their relationships: where keys overlap or compete, none is better than a wrong one."""
    keys = [key for table in said.tables for key in said.keys[table.name]]
    relations = [relation for key in keys if (relation := _relation(said, key, models))]
    for relation in relations:
        if relation.alone and (back := _back_name(relation)) not in relation.parent.taken:
            relation.back = back
            relation.parent.taken.add(back)
            relation.parent.backward.append(relation)


def _relation(said: Declarations, key: Key, models: dict[str, _Model]) -> _Relation | None:
    child, parent = models[fold(key.table)], models.get(fold(key.parent))
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
    relation = _Relation(key, child, parent, name, _is_unique(said.catalog, key), alone)
    child.forward.append(relation)
    return relation


def _competes(key: Key, said: Declarations) -> bool:
    """True when another key, or an expression, writes the same columns."""
    own = said.catalog.columns(key.table)
    if any(own[fold(name)].facts["generated"] for name in key.columns):
        return True
    return any(other is not key and set(other.columns) & set(key.columns) for other in said.keys[key.table])


def _forward_name(key: Key, child: _Model, alone: bool) -> str | None:
    """``author_id`` -> ``author``; other columns: the parent's name, where no second key could bear it."""
    match = re.fullmatch(r"(.+?)(?:(?i:_id)|(?<=[a-z0-9])I[dD])", key.columns[0])
    if len(key.columns) == 1 and match:
        name = identifier(snake(match[1]), "parent")
    elif alone and key.table != key.parent:
        name = singular(snake(key.parent))
    else:
        return None
    return f"{name}_" if name in child.taken and name not in child.attributes.values() else name


def _back_name(relation: _Relation) -> str:
    if relation.child is relation.parent and relation.name == "parent":
        return "children"
    name = snake(relation.child.table.name)
    name = identifier(singular(name) if relation.one_to_one else plural(name), "children")
    return f"{name}_" if name in SPECIAL else name


def _is_unique(catalog: Catalog, key: Key) -> bool:
    wanted = {quote(fold(name)) for name in key.columns}
    return any(
        set(entry.facts["columns"] or ()) == wanted  # type: ignore[arg-type]
        for entry in catalog.of(key.table, PRIMARY_KEY, UNIQUE, INDEX)
        if entry.kind != INDEX or (entry.facts["unique"] and entry.facts["predicate"] is None)
    )


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


def _late(key: Key) -> str:
    """A key whose target cannot be written as "table.column"."""
    targets = Call("", tuple(key.targets("Base.metadata")), "[]")
    constraint = Call("ForeignKeyConstraint", (listed(key.columns), targets, *key.options()))
    return laid_out(Call(f"Base.metadata.tables[{string(key.table)}].append_constraint", (constraint,)))


def _elsewhere(keys: Iterable[Key]) -> str:
    """The tables that foreign keys refer to and that are not there: SQLAlchemy wants to see them."""
    columns: dict[str, dict[str, None]] = {}
    for key in keys:
        columns.setdefault(key.parent, {}).update(dict.fromkeys(key.parent_columns))
    lines = ["# Foreign keys refer to these, but the database does not have them.", f"{ELSEWHERE} = MetaData()"]
    for table, names in columns.items():
        described: list[Node] = [Call("Column", (name_words(name),)) for name in names]
        lines.append(laid_out(Call("Table", (name_words(table), ELSEWHERE, *described))))
    return "\n".join(lines)


def _carried(entry: Entry) -> str:
    on = f" on {shown(entry.table)}" if entry.kind == TRIGGER else ""
    return f"{entry.kind} {shown(entry.name or '')}{on}"


def _names(sources: Iterable[str]) -> set[str]:
    """The names that these sources read."""
    nodes = (node for source in sources for node in ast.walk(ast.parse(source)))
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def _imports(used: set[str]) -> str:
    """The imports of what is used, as isort sorts them."""
    sections: list[list[str]] = [["import datetime"] if "datetime" in used else [], []]
    for module, offered in MODULES.items():
        names = sorted(offered & used, key=lambda name: (not name.isupper(), name[0].islower(), name))
        line = f"from {module} import {', '.join(names)}"
        if names and not fits(line):
            line = "\n".join([f"from {module} import (", *(f"{INDENT}{name}," for name in names), ")"])
        sections[module.startswith("sqlalchemy")] += [line] if names else []
    return "\n\n".join("\n".join(section) for section in sections if section)
