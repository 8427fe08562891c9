"""Keys, uniques, checks and indexes of the models that come, go or change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import libcst as cst

from schemasync_nb.apply.patch import lists
from schemasync_nb.apply.patch.definition import Arguments, Definition, with_keyword
from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.finding import FLAGS, Stated, calls_in, find, meaning
from schemasync_nb.apply.patch.names import Names
from schemasync_nb.apply.patch.reading import called
from schemasync_nb.apply.patch.relationships import refuse_needed, tell_apart
from schemasync_nb.apply.patch.source import Source, Waits
from schemasync_nb.apply.patch.table_args import TableArgs
from schemasync_nb.apply.patch.type_checks import column_of, relabel, unstate_check
from schemasync_nb.catalog import CHECK, FOREIGN_KEY, INDEX, PRIMARY_KEY, Entry
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, RENAME, Change
from schemasync_nb.engines.spelling import Call, flat, string
from schemasync_nb.engines.words import ConstraintWords, Inline


def add_constraint(change: Change, editing: Editing) -> None:
    """The database has it, the models get it: in its column where that can say it, else in the table's list."""
    assert change.old is not None
    words = editing.words(change.old, editing.said)
    _refuse_what_cannot_be(change.old, words, editing)
    _add(change.table, change.old, words, editing)


def remove_constraint(change: Change, editing: Editing) -> None:
    """The models state it, the database does not have it."""
    assert change.new is not None
    if (column := column_of(change.new, editing)) is not None:
        unstate_check(change.new, column, editing)
        return
    _remove(find(change.table, change.new, editing), change.new, editing)


def replace_constraint(gone: Change, come: Change, editing: Editing) -> None:
    """One of the database's takes the place of one of the models'."""
    alter_constraint(replace(come, new=gone.new), editing)


def alter_constraint(change: Change, editing: Editing) -> None:
    """It is said as the database has it, where it stands if that place can say it."""
    assert change.old is not None and change.new is not None
    if (column := column_of(change.new, editing)) is not None:
        relabel(change, column, editing)
        return
    said, stated = editing.words(change.old, editing.said), editing.words(change.new, editing.stated)
    _refuse_what_cannot_be(change.old, said, editing)
    found = find(change.table, change.new, editing)
    before = {source: source.module for source in editing.locator.sources.values()}
    if found.call is not None and said.call is not None and stated.call is not None:
        if found.call and called(found.call) == said.call.head.rpartition(".")[2]:
            _restate(change.table, found, said.call, stated.call, editing)
        else:
            _restate_item(found, said, stated, editing)
    elif found.columns and change.old.kind == FOREIGN_KEY and _one_column(said) == _one_column(stated) is not None:
        _restate_item(found, said, stated, editing)
    else:
        _remove(found, change.new, editing)
        _add(change.table, change.old, said, editing)
    _alter_options(change, said, stated, editing)
    if all(source.reads_as(before.get(source, source.original)) for source in editing.locator.sources.values()):
        differing = ", ".join(name for name, *_ in change.attributes)
        where = found.source.place(found.call or found.columns[0].place.node)
        raise Waits(f"{where}: SQLAlchemy has no words for {differing} of it")


def _refuse_what_cannot_be(entry: Entry, words: ConstraintWords, editing: Editing) -> None:
    """Waits where the models could not say the whole of it, or would refer to a table that they do not have."""
    table = editing.locator.table(entry.table)
    editing.refuse_unsaid(words.unsaid, table.source, table.node)
    if entry.kind == FOREIGN_KEY and not editing.locator.has_table(*editing.said.place(editing.said.parent(entry))):
        where = table.source.place(table.node)
        raise Waits(f"{where}: it refers to table {entry.facts['parent']}, which the models do not have")


# a constraint that comes


def _add(spelled: str, entry: Entry, words: ConstraintWords, editing: Editing) -> None:
    table = editing.locator.table(spelled)
    args = TableArgs(table, editing.names(table.source), editing.style(table).prefix)
    inline = words.inline if _may_stand_inline(spelled, words, editing) else ()
    if inline:
        for each in inline:
            _say_inline(spelled, each, editing)
    elif words.call is not None:
        args.add(words.call)
    elif not words.options:
        raise Waits(f"{table.source.place(table.node)}: SQLAlchemy cannot say {entry.sql}")
    if entry.kind == FOREIGN_KEY:
        tell_apart(entry, editing)
    for name, value in words.options:
        args.set_option(name, flat(value))


def _may_stand_inline(spelled: str, words: ConstraintWords, editing: Editing) -> bool:
    """False where a column is another class's too, or the models would give an index another name or a key another
    order."""
    if len(words.inline) > 1:
        wanted = [each.column for each in words.inline]
        there = [column.name for column in editing.locator.model_table(spelled).columns if column.name in wanted]
        if there != wanted[: len(there)]:
            return False
    for each in words.inline:
        place = editing.locator.column(spelled, each.column)
        if place.owner is not None and place.owner != place.table.place:
            return False
        if "index=True" in each.options and not editing.plain_index_names:
            return False
        flags = {name for name in ("index", "unique") if f"{name}=True" in each.options}
        if len(flags) == 1 and editing.definition(place).keyword(*{"index", "unique"} - flags) is not None:
            return False  # with both, SQLAlchemy makes one unique index of the two
    return bool(words.inline)


def _say_inline(spelled: str, inline: Inline, editing: Editing) -> None:
    definition = editing.definition(editing.locator.column(spelled, inline.column))
    for item in inline.items:
        definition.add_item(flat(item))
    for option in sorted(inline.options, key=lambda each: flat(each).startswith("index=")):  # unique=True, index=True
        name, _, value = flat(option).partition("=")
        definition.set_keyword(name, value)
        if name == "primary_key" and value == "True" and definition.annotation is None:
            definition.set_keyword("nullable", None)


# a constraint that goes


def _remove(found: Stated, entry: Entry, editing: Editing) -> None:
    if entry.kind == FOREIGN_KEY:
        refuse_needed(entry, editing)
    if found.args is not None and found.call is not None:
        found.args.remove(found.call)
    elif found.columns:
        for definition in found.columns:
            _unsay(definition, entry, editing)
    elif found.call is not None:
        _drop_statement(found.source, found.call)
    for name, _ in editing.stated.constraint(entry).options:
        table = editing.locator.table(entry.table)
        TableArgs(table, editing.names(table.source), "").set_option(name, None)


def _unsay(definition: Definition, entry: Entry, editing: Editing) -> None:
    if entry.kind == FOREIGN_KEY:
        typed = definition.type is None and definition.annotation is None
        definition.set_item("ForeignKey", None)
        if typed:
            column = editing.drift.models.columns(entry.table)[editing.drift.models.key(definition.place.name)]
            definition.set_type(flat(editing.stated.column(column).type))
    elif entry.kind == CHECK:
        definition.set_item("CheckConstraint", None)
    else:
        definition.set_keyword(FLAGS[entry.kind], None)
        if entry.kind == PRIMARY_KEY and definition.annotation is None and definition.keyword("nullable") is None:
            there = editing.drift.database.columns(entry.table).get(editing.drift.database.key(definition.place.name))
            if there is not None and there.facts["not_null"]:  # which the key implied
                definition.set_keyword("nullable", "False")
        if entry.kind == INDEX and definition.keyword("unique") is not None and entry.facts.get("unique"):
            definition.set_keyword("unique", None)
    definition.bare()


def _drop_statement(source: Source, call: cst.Call) -> None:
    """Take out the statement at the top of a file that makes an index."""
    body = list(source.module.body)
    at = next(n for n, each in enumerate(body) if call in calls_in(each))
    after = body[at + 1] if at + 1 < len(body) else None
    if after is not None and at == 0:
        body[at + 1] = after.with_changes(leading_lines=[])
    del body[at]
    source.replace(source.module, source.module.with_changes(body=body))


# a constraint that changes


def _restate(spelled: str, found: Stated, said: Call, stated: Call, editing: Editing) -> None:
    """Change the arguments in which the two differ."""
    assert found.call is not None
    table_prefix = found.args.prefix if found.args else ""
    names = editing.names(found.source)
    wanted, there = (_arguments(call) for call in (said, stated))
    call = found.call
    positional = [each for each in wanted if each[0] is None]
    classes = [dict(each).get("postgresql_ops") for each in (wanted, there)]  # they may stand in the terms as well
    if positional != [each for each in there if each[0] is None] or classes[0] != classes[1]:
        columns = {*editing.drift.models.columns(spelled), *editing.drift.database.columns(spelled)}
        attributes = {editing.listed(spelled, name): editing.attribute(spelled, name) for name in columns}
        call = _repositioned(call, [text for _, text in positional], attributes, names, table_prefix)
    call = _with_keywords(call, wanted, there, names, table_prefix)
    if found.args is None and not any(isinstance(arg.value, cst.Attribute) for arg in call.args):
        raise Waits(f"{found.source.place(found.call)}: without a column, SQLAlchemy cannot tell whose index it is")
    found.source.replace(found.call, call)


def restated(call: cst.Call, said: Call, stated: Call, names: Names, prefix: str) -> cst.Call:
    """A call with other arguments where two in plain words differ; what they have in common stays as it is written."""
    wanted, there = (_arguments(each) for each in (said, stated))
    positional = [text for name, text in wanted if name is None]
    if positional != [text for name, text in there if name is None]:
        call = _repositioned(call, positional, {}, names, prefix)
    return _with_keywords(call, wanted, there, names, prefix)


def _with_keywords(call: cst.Call, wanted: Arguments, there: Arguments, names: Names, prefix: str) -> cst.Call:
    for keyword in dict.fromkeys(name for name, _ in [*there, *wanted] if name):
        value = dict(wanted).get(keyword)
        if value != dict(there).get(keyword):
            call = with_keyword(call, keyword, names.expression(value, prefix) if value is not None else None)
    return call


def _repositioned(
    call: cst.Call, wanted: list[str], attributes: Mapping[str, str], names: Names, prefix: str
) -> cst.Call:
    """The call with other positional arguments; those that stay are as they are written.

    attributes  what lists call a column -> what its class, or ``table.c``, calls it
    """
    there = [arg for arg in call.args if arg.keyword is None]
    owner = _attribute_owner(there)
    values = []
    for text in wanted:
        new = names.expression(text, prefix)
        name = meaning(cst.parse_expression(text))
        alike = {name, attributes.get(name, name) if owner else name}
        same = next((arg.value for arg in there if meaning(arg.value) in alike), None)
        if same is None and owner and isinstance(new, cst.SimpleString) and text is not wanted[0]:
            attribute = attributes.get(name, name)
            is_plain = attribute.isidentifier()
            new = cst.parse_expression(f"{owner}.{attribute}" if is_plain else f"{owner}[{string(attribute)}]")
        values.append(same or new)
    for at, value in enumerate(values):
        if at < len(there):
            if value is not there[at].value:
                call = lists.replaced(call, at, call.args[at].with_changes(value=value))
        else:
            call = lists.inserted(call, cst.Arg(value), at)
    for at in range(len(there) - 1, len(values) - 1, -1):
        call = lists.removed(call, at)
    return call


def _attribute_owner(args: list[cst.Arg]) -> str:
    """``invoice.c`` where columns are written as its attributes; "" where they are strings."""
    for arg in args:
        if isinstance(arg.value, cst.Attribute):
            return cst.Module([]).code_for_node(arg.value.value)
    return ""


def _restate_item(found: Stated, said: ConstraintWords, stated: ConstraintWords, editing: Editing) -> None:
    """A ForeignKey in a column."""
    wanted = next((item for each in said.inline for item in each.items if isinstance(item, Call)), None)
    there = next((item for each in stated.inline for item in each.items if isinstance(item, Call)), None)
    if wanted is None or there is None or not found.columns:
        raise Waits(f"{found.source.place(found.columns[0].place.node)}: it cannot be said there")
    found.columns[0].restate("ForeignKey", _arguments(wanted), _arguments(there))


def _alter_options(change: Change, said: ConstraintWords, stated: ConstraintWords, editing: Editing) -> None:
    wanted, there = ({name: flat(value) for name, value in words.options} for words in (said, stated))
    for name in dict.fromkeys([*there, *wanted]):
        if wanted.get(name) != there.get(name):
            table = editing.locator.table(change.table)
            prefix = editing.style(table).prefix
            TableArgs(table, editing.names(table.source), prefix).set_option(name, wanted.get(name))


def _one_column(words: ConstraintWords) -> str | None:
    """The column that can state a constraint by itself."""
    return words.inline[0].column if words.inline else None


def _arguments(call: Call) -> Arguments:
    """(keyword or None, source) for each argument of a call in plain words."""
    parsed = cst.parse_expression(flat(call))
    assert isinstance(parsed, cst.Call)
    code = cst.Module([]).code_for_node
    return [(arg.keyword.value if arg.keyword else None, code(arg.value)) for arg in parsed.args]


CONSTRAINT_EDITS = {
    REMOVE: add_constraint,
    ADD: remove_constraint,
    ALTER: alter_constraint,
    RENAME: alter_constraint,
}
"""What must happen to the database -> what happens to the models instead."""
