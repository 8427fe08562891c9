"""The schema before and after in one entity-relationship picture, with what changes told apart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from textwrap import wrap

from schemasync_nb.catalog import COLUMN
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, RENAME, SYMBOLS, Drift
from schemasync_nb.report import count, cut
from schemasync_nb.show.dot import Picture, font, html_table, label, node_id, tooltip
from schemasync_nb.show.er_table import ARROW, BORDERS, NAME, box_label, box_lines, shift, title
from schemasync_nb.show.merge import ENDS, Box, Reference
from schemasync_nb.show.palette import FAINT, FONT, INK, LINE, PAPER, QUIET, TONES
from schemasync_nb.show.selection import MAX_TABLES, Side, select
from schemasync_nb.show.wording import change_words, line_words, object_words

LISTED = 24
"""Tables that the caption names among those that are not shown; it counts the others."""
CAPTION_WIDTH = 110
ROW = 4
"""How many boxes without any line stand side by side."""
LEGEND = {ADD: "added", REMOVE: "removed (dashed)", ALTER: "altered (double)", RENAME: "renamed (dotted)"}

STYLES = {ADD: "bold", REMOVE: "dashed", ALTER: "solid", RENAME: "dotted"}
"""action -> line of a foreign key; solid where nothing happens, and double where it is altered"""

GRAPH = {
    "rankdir": "LR", "bgcolor": "transparent", "fontname": FONT, "nodesep": "0.2", "ranksep": "0.4", "labelloc": "t",
    "labeljust": "l",
}  # fmt: skip

LARGE = 100
"""Boxes from which on a fine layout would take minutes."""
QUICK = {
    "splines": "line", "nslimit": "0.1", "nslimit1": "0.1", "mclimit": "0.01", "searchsize": "5", "remincross": "false",
}  # fmt: skip


def er_diff(
    drift: Drift,
    *,
    focus: str | None = None,
    hops: int = 1,
    max_tables: int = MAX_TABLES,
    only_changed: bool = False,
    side: Side = "diff",
) -> Picture:
    """The changed tables and their neighbours, before and after merged into one graph.

    focus         a table, or a type, whose relation tree is shown, whatever changes in it; its schema may be left out
    hops          foreign keys to follow from the changed tables, or from ``focus``
    max_tables    the rest is listed with counts
    only_changed  no unchanged neighbours
    side          "before" or "after" alone, for side by side

    SchemaSyncError where ``focus`` is neither in the database nor in the models, or an option cannot be used.
    """
    seen = select(drift, focus=focus, hops=hops, max_tables=max_tables, only_changed=only_changed, side=side)
    shown, drawn = seen.shown, seen.references
    rest = _rest(seen.rest)

    layout = GRAPH | (QUICK if len(shown) > LARGE else {})
    picture = Picture("drift", graph_attr={**layout, "label": _caption(drift, side, rest)})
    picture.attr("node", shape="plain", fontname=FONT)
    picture.attr("edge", fontname=FONT, color=LINE, arrowsize="0.7", dir="both", arrowtail="crow", arrowhead="tee")
    ports: dict[str, set[str]] = {key: set() for key in shown}
    for reference in drawn:
        ports[reference.child] |= {child for child, _ in reference.pairs}
        ports[reference.parent] |= {parent for _, parent in reference.pairs}
    as_edge = {id(reference.line) for reference in drawn}
    for key, box in shown.items():
        as_row = [line for line in box.foreign_keys if id(line) not in as_edge]
        picture.node(node_id(key), label=box_label(box, ports[key], as_row, side), tooltip=tooltip(box_lines(box)))
    for reference in drawn:
        if reference.is_key:
            _draw_key(picture, reference, side)
        else:
            _draw_use(picture, reference, title(shown[reference.parent]))
    _line_up(picture, [key for key in shown if not ports[key]])
    changed_first = sorted(shown.values(), key=lambda box: not box.changes)
    picture.summary = (drift.headline(), *(line for box in changed_first for line in box_lines(box)), *rest)
    return picture


def _line_up(picture: Picture, alone: list[str]) -> None:
    """What nothing refers to would stand in one tall column: put it in rows."""
    for start in range(0, len(alone), ROW):
        row = alone[start : start + ROW]
        for left, right in pairwise(row):
            picture.edge(node_id(left), node_id(right), style="invis")


def _draw_key(picture: Picture, reference: Reference, side: Side) -> None:
    """An edge for each pair of columns; the first carries the label."""
    line, mark = reference.line, reference.mark
    words = line_words(line) if line.mark else object_words(line.entry)
    for position, (child, parent) in enumerate(reference.pairs):
        picture.edge(
            f"{node_id(reference.child)}:{node_id(child)}",
            f"{node_id(reference.parent)}:{node_id(parent)}",
            label=_edge_label(reference, side) if mark and position == 0 else None,
            color=_edge_color(mark),
            style=STYLES.get(mark, "solid"),
            tooltip=tooltip([words]),
        )


def _draw_use(picture: Picture, reference: Reference, used: str) -> None:
    """From a column to the type or sequence that it uses: fine dots, without the signs of a foreign key."""
    ((child, _),) = reference.pairs
    user = reference.line.entry
    name = f"{user.table}.{user.name}" if user.kind == COLUMN else user.spelled
    picture.edge(
        f"{node_id(reference.child)}:{node_id(child)}",
        f"{node_id(reference.parent)}:{node_id('')}",
        color=TONES[reference.mark].line,
        style="dashed" if reference.mark == REMOVE else "dotted",
        penwidth="1.5",
        arrowtail="none",
        arrowhead="vee",
        tooltip=tooltip([f"{name} uses {used}"]),
    )


def _edge_color(mark: str) -> str:
    """What is altered is a double line."""
    color = TONES[mark].line
    return f"{color}:{color}" if mark == ALTER else color


def _edge_label(reference: Reference, side: Side) -> str:
    """The symbol, and what becomes what where the foreign key keeps its ends."""
    mark = reference.mark
    pairs = [] if mark in (ADD, REMOVE) else change_words(reference.line, without=("name", *ENDS))
    words = "<BR/>".join(shift(*pair, side, between=f"<BR/>{ARROW}") for pair in pairs)
    symbol = font(f"<B>{SYMBOLS[mark]}</B>", TONES[mark].ink, 11)
    cells = f"<TR><TD>{symbol}</TD>{f'<TD>{words}</TD>' if words else ''}</TR>"
    return html_table(cells, BORDER=1, COLOR=TONES[mark].line, BGCOLOR=TONES[mark].paper, CELLPADDING=2)


def _rest(boxes: Iterable[Box]) -> list[str]:
    """What is not shown, with counts, the changed first: lines of a caption."""
    ranked = sorted(boxes, key=lambda box: (-box.changes, title(box).lower()))
    if not ranked:
        return []
    names = [cut(title(box), NAME) for box in ranked[:LISTED]]
    counts = [f" ({count(box.changes, 'change')})" if box.changes else "" for box in ranked[:LISTED]]
    more = f" and {len(ranked) - LISTED:,} more" if len(ranked) > LISTED else ""
    listed = ", ".join(name + changes for name, changes in zip(names, counts, strict=True))
    what = count(len(ranked), "table" if all(box.is_table for box in ranked) else "object")
    return wrap(f"{what} not shown: {listed}{more}", CAPTION_WIDTH)


def _caption(drift: Drift, side: Side, rest: list[str]) -> str:
    """What is shown, how its colours, symbols and lines are read, and what is not shown."""
    words = {"diff": drift.headline(), "before": "Before: the database", "after": "After: as the models state it"}[side]
    cells = []
    for mark, said in LEGEND.items():
        ink, paper, line = TONES[mark]
        style = f'BORDER="1" COLOR="{line}" STYLE="{BORDERS.get(mark, "solid")}" BGCOLOR="{paper}"'
        cells.append(f"<TD {style}>{font(f'<B>{SYMBOLS[mark]}</B>&#160;{said}', ink, 10)}</TD>")
    cells.append(f"<TD>{font('unchanged', FAINT, 10)}</TD>")
    headline = font(f"<B>{label(cut(words, 100))}</B>", INK, 11)
    legend = html_table(f"<TR>{''.join(cells)}</TR>", inner=True, CELLSPACING=4, CELLPADDING=3)
    lines = (headline, legend, *(font(label(line), QUIET, 9) for line in rest))  # side by side they would be cut
    rows = "".join(f'<TR><TD ALIGN="LEFT">{line}</TD></TR>' for line in lines)
    return html_table(rows, CELLPADDING=2, BGCOLOR=PAPER)
