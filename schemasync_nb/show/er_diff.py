"""The schema before and after in one entity-relationship picture, with what changes told apart."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from textwrap import wrap

from schemasync_nb.detect.drift import ADD, REMOVE, SYMBOLS, Drift
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.report import count, cut
from schemasync_nb.show.dot import Picture, font, html_table, label, node_id, tooltip
from schemasync_nb.show.er_table import NAME, Side, box_label, box_lines, exists, shift
from schemasync_nb.show.merge import ENDS, Box, Reference, merge, references
from schemasync_nb.show.palette import FAINT, FONT, INK, LINE, PAPER, QUIET, TONES
from schemasync_nb.show.wording import change_words, line_words, object_words

LISTED = 24
"""Tables that the caption names among those that are not shown; it counts the others."""
CAPTION_WIDTH = 110

GRAPH = {
    "rankdir": "LR", "bgcolor": "transparent", "fontname": FONT, "nodesep": "0.2", "ranksep": "0.4", "labelloc": "t",
    "labeljust": "l",
}  # fmt: skip


def er_diff(
    drift: Drift,
    *,
    focus: str | None = None,
    hops: int = 1,
    max_tables: int = 40,
    only_changed: bool = False,
    side: Side = "diff",
) -> Picture:
    """The changed tables and their neighbours, before and after merged into one graph.

    focus         a table whose relation tree is shown, whatever changes in it
    hops          foreign keys to follow from the changed tables, or from ``focus``
    max_tables    the rest is listed with counts
    only_changed  no unchanged neighbours
    side          "before" or "after" alone, for side by side

    SchemaSyncError where ``focus`` is neither in the database nor in the models.
    """
    boxes = {key: box for key, box in merge(drift).items() if exists(box.table, side)}
    edges = [r for r in references(boxes) if exists(r.line, side) and (side == "diff" or r.version in ("", side))]
    middle = _middle(boxes, focus and drift.database.key(focus), only_changed)
    distances = _distances(middle, edges, 0 if only_changed else hops)
    ranked = sorted(distances, key=lambda key: (distances[key], key))
    shown = {key: boxes[key] for key in sorted(ranked[:max_tables])}
    drawn = [r for r in edges if r.child in shown and r.parent in shown]

    rest = _rest(box for key, box in boxes.items() if key not in shown)

    picture = Picture("drift", graph_attr={**GRAPH, "label": _caption(drift, side, rest)})
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
        _draw(picture, reference, side)
    changed_first = sorted(shown.values(), key=lambda box: not box.changes)
    picture.summary = (drift.headline(), *(line for box in changed_first for line in box_lines(box)), *rest)
    return picture


def _middle(boxes: dict[str, Box], focus: str | None, only_changed: bool) -> list[str]:
    """The tables of interest: the focus, else what changes, else (nothing does) all."""
    if focus is None:
        changed = [key for key, box in boxes.items() if box.changes]
        return changed if changed or only_changed else list(boxes)
    named = [key for key, box in boxes.items() if focus in box.table.keys]
    if named:
        return named
    close = get_close_matches(focus, boxes, n=3) or sorted(boxes)[:3]
    about = f"did you mean {', '.join(close)}?" if close else "there are no tables at all"
    raise SchemaSyncError(f"table {focus!r} is neither in the database nor in the models: {about}")


def _distances(middle: list[str], edges: list[Reference], hops: int) -> dict[str, int]:
    """Table -> how many foreign keys it is away from the middle."""
    neighbours: dict[str, list[str]] = {}
    for edge in edges:
        neighbours.setdefault(edge.child, []).append(edge.parent)
        neighbours.setdefault(edge.parent, []).append(edge.child)
    distances = dict.fromkeys(middle, 0)
    for hop in range(1, hops + 1):
        for key in [key for key, distance in distances.items() if distance == hop - 1]:
            for other in neighbours.get(key, ()):
                distances.setdefault(other, hop)
    return distances


def _draw(picture: Picture, reference: Reference, side: Side) -> None:
    """An edge for each pair of columns; the first carries the label."""
    line = reference.line
    mark = REMOVE if reference.version == "before" and side == "diff" else line.mark
    words = line_words(line) if line.mark else object_words(line.entry)
    for position, (child, parent) in enumerate(reference.pairs):
        picture.edge(
            f"{node_id(reference.child)}:{node_id(child)}",
            f"{node_id(reference.parent)}:{node_id(parent)}",
            label=_edge_label(reference, mark, side) if mark and position == 0 else None,
            color=TONES[mark].line,
            style={"": "solid", REMOVE: "dashed"}.get(mark, "bold"),
            tooltip=tooltip([words]),
        )


def _edge_label(reference: Reference, mark: str, side: Side) -> str:
    """The symbol, and what becomes what where the foreign key keeps its ends."""
    pairs = [] if mark in (ADD, REMOVE) else change_words(reference.line, without=("name", *ENDS))
    words = "<BR/>".join(shift(*pair, side, between="<BR/>→ ") for pair in pairs)
    symbol = font(f"<B>{SYMBOLS[mark]}</B>", TONES[mark].ink, 11)
    cells = f"<TR><TD>{symbol}</TD>{f'<TD>{words}</TD>' if words else ''}</TR>"
    return html_table(cells, BORDER=1, COLOR=TONES[mark].line, BGCOLOR=TONES[mark].paper, CELLPADDING=2)


def _rest(boxes: Iterable[Box]) -> list[str]:
    """What is not shown, with counts, the changed tables first: lines of a caption."""
    ranked = sorted(boxes, key=lambda box: (-box.changes, box.table.entry.table.lower()))
    if not ranked:
        return []
    names = [cut(box.table.entry.table, NAME) for box in ranked[:LISTED]]
    counts = [f" ({count(box.changes, 'change')})" if box.changes else "" for box in ranked[:LISTED]]
    more = f" and {len(ranked) - LISTED:,} more" if len(ranked) > LISTED else ""
    listed = ", ".join(name + changes for name, changes in zip(names, counts, strict=True))
    return wrap(f"{count(len(ranked), 'table')} not shown: {listed}{more}", CAPTION_WIDTH)


def _caption(drift: Drift, side: Side, rest: list[str]) -> str:
    """What is shown, how its colours, symbols and lines are read, and what is not shown."""
    title = {"diff": drift.headline(), "before": "Before: the database", "after": "After: as the models state it"}[side]
    words = {"add": "added", "remove": "removed (dashed)", "alter": "altered", "rename": "renamed"}
    cells = [f'<TD ALIGN="LEFT">{font(f"<B>{label(cut(title, 100))}</B>", INK, 11)}</TD>']
    for mark, text in words.items():
        ink, paper, _ = TONES[mark]
        cells.append(f'<TD BGCOLOR="{paper}">{font(f"<B>{SYMBOLS[mark]}</B> {text}", ink, 10)}</TD>')
    cells.append(f"<TD>{font('unchanged', FAINT, 10)}</TD>")
    rows = [f'<TR><TD COLSPAN="{len(cells)}" ALIGN="LEFT">{font(label(line), QUIET, 9)}</TD></TR>' for line in rest]
    return html_table(f"<TR>{''.join(cells)}</TR>{''.join(rows)}", CELLSPACING=4, CELLPADDING=1, BGCOLOR=PAPER)
