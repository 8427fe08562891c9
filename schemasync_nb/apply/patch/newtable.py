"""The text of a new call of Table, written as the file writes its others."""

from __future__ import annotations

import libcst as cst
from libcst.helpers import get_full_name_for_node

from schemasync_nb.apply.patch.editing import Editing
from schemasync_nb.apply.patch.names import Names
from schemasync_nb.apply.patch.places import TablePlace
from schemasync_nb.apply.patch.source import Source
from schemasync_nb.apply.patch.style import style_of
from schemasync_nb.engines.spelling import Call, Node, flat, identifier, laid_out, snake, string
from schemasync_nb.engines.words import TableWords


def table_text(words: TableWords, near: TablePlace, editing: Editing) -> str:
    """``name = Table("name", metadata, Column(...), ...)``."""
    names = editing.names(near.source)
    prefix = style_of(near).prefix
    items: list[Node] = [editing.said.name_words(words.name), METADATA]
    for column in words.columns:
        null: list[Node] = [] if column.nullable or "primary_key=True" in column.options else ["nullable=False"]
        name = editing.said.name_words(column.name)
        items.append(Call("Column", (name, column.type, *column.items, *column.options, *null)))
    items += [*words.constraints, *(f"{name}={flat(value)}" for name, value in options(words, near))]
    variable = identifier(snake(words.name), "table")
    text = written(Call("Table", tuple(items)), names, prefix, lead=f"{variable} = ")
    return text.replace(METADATA, metadata_of(near))


METADATA = "THE_METADATA_OF_THE_FILE"


def options(words: TableWords, near: TablePlace) -> list[tuple[str, Node]]:
    """The table's options; a schema only where the models' own is another."""
    schema: list[tuple[str, Node]] = (
        [("schema", string(words.schema))] if words.schema and words.schema != near.table.metadata.schema else []
    )
    return [*(each for each in words.options if each[0] != "schema"), *schema]


def written(node: Node, names: Names, prefix: str, *, lead: str = "", indent: str = "") -> str:
    """An expression laid out behind its lead, in the words of a file; further lines are indented from there."""
    text = laid_out(node, indent, lead).removeprefix(indent + lead)
    lines = [line.removeprefix(indent) for line in text.split("\n")]
    return lead + cst.Module([]).code_for_node(names.expression("\n".join(lines), prefix))


def metadata_of(near: TablePlace) -> str:
    """What the other tables of the file give as their MetaData."""
    if near.cls is None and len(near.call.args) > 1:
        return near.source.code(near.call.args[1].value)
    base = near.place.node.bases[0].value if near.place else None
    return f"{get_full_name_for_node(base) if base else 'Base'}.metadata"


def in_block(text: str, source: Source) -> str:
    """Lines as they stand in a class."""
    indent = source.module.default_indent
    return "\n".join(indent + line if line else line for line in text.split("\n"))
