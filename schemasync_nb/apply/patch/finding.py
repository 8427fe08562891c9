"""Where the models state a constraint or an index: in a list, in a column, or in a statement of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import libcst as cst

from schemasync_nb.apply.patch.definition import Definition
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.places import ColumnPlace, TablePlace
from schemasync_nb.apply.patch.reading import called
from schemasync_nb.apply.patch.source import Source, Waits
from schemasync_nb.apply.patch.table_args import TableArgs, signs_of
from schemasync_nb.catalog import CHECK, EXCLUDE, FOREIGN_KEY, INDEX, PRIMARY_KEY, UNIQUE, Entry
from schemasync_nb.engines.spelling import Call, Phrase

HEADS = {
    PRIMARY_KEY: "PrimaryKeyConstraint",
    UNIQUE: "UniqueConstraint",
    FOREIGN_KEY: "ForeignKeyConstraint",
    CHECK: "CheckConstraint",
    EXCLUDE: "ExcludeConstraint",
    INDEX: "Index",
}
FLAGS = {UNIQUE: "unique", INDEX: "index", PRIMARY_KEY: "primary_key"}
"""What a column says where the constraint is its own alone."""


@dataclass(frozen=True)
class Stated:
    """Where the models state a constraint: in a list, in a statement of its own, or in its columns.

    call     the call that states it; None where columns do
    columns  the definitions that do
    """

    source: Source
    call: cst.Call | None = None
    args: TableArgs | None = None
    columns: tuple[Definition, ...] = ()


def find(spelled: str, entry: Entry, editing: Editing) -> Stated:
    """Where an entry of the models is stated; Waits where it is not written out."""
    table = editing.locator.table(spelled)
    args = TableArgs(table, editing.names(table.source), editing.style(table).prefix)
    listed = [call for call in args.calls() if called(call) == HEADS[entry.kind]]
    ways: list[Callable[[cst.Call], bool]] = [
        lambda call: _name(call, entry) is not None and _named(call, entry, editing),
        lambda call: _lists(call, entry, editing),
        lambda call: entry.kind == CHECK and _reads_alike(call, entry, editing),
    ]
    for way in ways:
        if found := [call for call in listed if way(call)]:
            if way is ways[2] and len(found) > 1:
                raise Waits(f"{table.source.place(found[1])}: two CHECKs of {spelled} read alike: name them")
            return Stated(table.source, found[0], args)
    if columns := tuple(_in_columns(spelled, entry, editing)):
        return Stated(columns[0].source, columns=columns)
    for source, call in _standalone(entry, editing):
        if _named(call, entry, editing):
            return Stated(source, call)
    where = _elsewhere(table, entry, editing)
    raise Waits(
        f"{where}: {entry.sql.partition(' (')[0] if entry.name else entry.sql} is not written out in the models"
    )


def _elsewhere(table: TablePlace, entry: Entry, editing: Editing) -> str:
    """The nearest place for what is not found: an Annotated type that states it, else the table."""
    for column in columns_of(entry, editing) if entry.kind != CHECK else ():
        try:
            place = editing.locator.column(entry.table, column)
        except Waits:
            continue
        if alias := editing.locator.alias(place):
            return alias
        return place.source.place(place.node)
    return table.source.place(table.node)


def _name(call: cst.Call, entry: Entry) -> str | None:
    """The name that is written in a call."""
    if entry.kind == INDEX:
        first = call.args[0].value if call.args and call.args[0].keyword is None else None
    else:
        first = next((arg.value for arg in call.args if arg.keyword and arg.keyword.value == "name"), None)
    if isinstance(first, cst.Call) and first.args:  # conv("..."), quoted_name("...")
        first = first.args[0].value
    return str(first.evaluated_value) if isinstance(first, cst.SimpleString) else None


def _named(call: cst.Call, entry: Entry, editing: Editing) -> bool:
    name, key = _name(call, entry), editing.drift.models.key
    if name is None or entry.name is None:
        return False
    return key(name) == key(entry.name) or key(editing.by_convention(entry, name)) == key(entry.name)


def _lists(call: cst.Call, entry: Entry, editing: Editing) -> bool:
    """True when an unnamed call lists the columns, or says the words, of an entry."""
    if _name(call, entry) is not None:
        return False
    if entry.kind == CHECK:
        return _signs(call) in [signs_of(text) for text in _spellings(entry, editing)]
    key = editing.drift.models.key
    args = [arg.value for arg in call.args if arg.keyword is None]
    if entry.kind == FOREIGN_KEY and args and isinstance(args[0], cst.List | cst.Tuple):
        args = [element.value for element in args[0].elements]
    if entry.kind == INDEX:
        args = args[1:]
    names = columns_of(entry, editing)
    return len(args) == len(names) and all(
        key(meaning(arg)) in {key(way(entry.table, name)) for way in (editing.listed, editing.attribute)}
        for arg, name in zip(args, names, strict=True)
    )


def _reads_alike(call: cst.Call, entry: Entry, editing: Editing) -> bool:
    """True when an unnamed CHECK has the words of an entry, whatever the engine made of its signs."""
    words = [sign for sign in _signs(call) or () if _is_word(sign)]
    spellings = [[sign for sign in signs_of(text) if _is_word(sign)] for text in _spellings(entry, editing)]
    return _name(call, entry) is None and words in spellings


def _spellings(entry: Entry, editing: Editing) -> list[str]:
    """The expression of a CHECK as the engine spells it, and as a person does."""
    call = editing.stated.constraint(entry).call
    first = call.items[0] if call else ""
    while isinstance(first, Call):
        first = first.items[0]
    return [str(entry.facts["expression"]), first.text if isinstance(first, Phrase) else first]


def _signs(call: cst.Call) -> list[str] | None:
    """The words and signs of a CHECK's text; None where it is no text."""
    text = _text(call.args[0].value if call.args else None)
    return None if text is None else signs_of(text)


def _is_word(sign: str) -> bool:
    return sign[0] == "_" or sign[0].isalnum()


def _text(node: cst.BaseExpression | None) -> str | None:
    """The text of a literal, or of ``text("...")``."""
    if isinstance(node, cst.Call) and node.args:
        node = node.args[0].value
    if isinstance(node, cst.SimpleString | cst.ConcatenatedString):
        value = node.evaluated_value
        return value if isinstance(value, str) else None
    return None


def _in_columns(spelled: str, entry: Entry, editing: Editing) -> Iterator[Definition]:
    names = columns_of(entry, editing) if entry.kind != CHECK else list(editing.drift.models.columns(spelled))
    if entry.kind not in (PRIMARY_KEY, CHECK) and len(names) != 1:
        return
    if entry.kind == INDEX and not all(name in editing.drift.models.columns(spelled) for name in names):
        return  # an expression
    for name in names:
        try:
            place = editing.locator.column(spelled, name)
        except Waits:
            if entry.kind == CHECK:
                continue
            raise
        definition = editing.definition(place)
        if entry.kind == CHECK:
            there = definition.item("CheckConstraint")
            call = there.value if there else None
            ways = (_named, _lists, _reads_alike)
            says = isinstance(call, cst.Call) and any(way(call, entry, editing) for way in ways)
        elif entry.kind == FOREIGN_KEY:
            says = definition.item("ForeignKey") is not None
        else:
            says = entry.kind in FLAGS and definition.keyword(FLAGS[entry.kind]) is not None
        if says:
            _refuse_shared(place, editing)
            yield definition


def columns_of(entry: Entry, editing: Editing) -> list[str]:
    """The columns that a constraint or index lists; an expression stands for itself."""
    if entry.kind != INDEX:
        return editing.stated.column_names(entry)
    listed = entry.facts["columns"]
    return [re.sub(r'^"((?:[^"]|"")*)".*$', r"\1", str(term)) for term in (listed if isinstance(listed, tuple) else ())]


def _refuse_shared(place: ColumnPlace, editing: Editing) -> None:
    if place.owner is not None and place.owner != place.table.place:
        others = [each.fullname for each in editing.locator.users(place.owner)]
        others = [each for each in others if each != place.table.table.fullname]
        if others:
            where = place.source.place(place.statement)
            raise Waits(f"{where}: {others[0]} has it from {'.'.join(place.owner.names)} too")


def _standalone(entry: Entry, editing: Editing) -> Iterator[tuple[Source, cst.Call]]:
    """The calls of Index that are statements at the top of a file."""
    if entry.kind != INDEX:
        return
    for source in editing.locator.all_sources(b"Index"):
        for statement in source.module.body:
            for call in calls_in(statement):
                if called(call) == "Index":
                    yield source, call


def calls_in(statement: cst.CSTNode) -> list[cst.Call]:
    """The calls that a simple statement consists of."""
    if not isinstance(statement, cst.SimpleStatementLine):
        return []
    values = [part.value for part in statement.body if isinstance(part, cst.Expr | cst.Assign)]
    return [value for value in values if isinstance(value, cst.Call)]


def meaning(node: cst.BaseExpression) -> str:
    """A column by its name, however it is written; other arguments as they are."""
    if isinstance(node, cst.SimpleString):
        return str(node.evaluated_value)
    if isinstance(node, cst.Attribute):
        return node.attr.value
    return cst.Module([]).code_for_node(node)
