"""What of a drift a picture shows: the changed tables and what stands near them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from types import NoneType
from typing import Literal, get_args

from schemasync_nb.arguments import require
from schemasync_nb.detect.drift import Drift
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.show.merge import Box, Line, Reference, merge, references

MAX_TABLES = 40
Side = Literal["diff", "before", "after"]


@dataclass(frozen=True)
class Selection:
    """The boxes to show by their keys, sorted; what is drawn between them; and the boxes that are left out."""

    shown: dict[str, Box]
    references: list[Reference]
    rest: list[Box]


def select(
    drift: Drift,
    *,
    focus: str | None = None,
    hops: int = 1,
    max_tables: int = MAX_TABLES,
    only_changed: bool = False,
    side: Side = "diff",
) -> Selection:
    """The changed tables, or the focus, with those that are so many hops away; see ``er_diff``."""
    if side not in get_args(Side):
        raise SchemaSyncError(f"side {side!r}: use one of {', '.join(get_args(Side))}")
    require("focus", focus, (str, NoneType), 'the name of a table, such as "orders"')
    require("hops", hops, int, "a whole number of foreign keys to follow, such as 1")
    require("max_tables", max_tables, int, f"a whole number of tables, such as {MAX_TABLES}")
    if max_tables < 1 or hops < 0:
        raise SchemaSyncError(f"max_tables={max_tables}, hops={hops}: at least one table, and no hops below 0")
    every = {key: box for key, box in merge(drift).items() if exists(box.own, side)}
    focused = _focused(every, focus, drift) if focus else []
    # Types, sequences and schemas that do not change would hide the tables.
    boxes = {key: box for key, box in every.items() if box.is_table or box.changes or key in focused}
    edges = [r for r in references(boxes) if exists(r.line, side) and (side == "diff" or r.version in ("", side))]
    distances = _distances(focused or _middle(boxes, only_changed), edges, 0 if only_changed else hops)
    ranked = sorted(distances, key=lambda key: (distances[key], key))
    shown = {key: boxes[key] for key in sorted(ranked[:max_tables])}
    drawn = [r for r in edges if r.child in shown and r.parent in shown]
    return Selection(shown, drawn, [box for key, box in boxes.items() if key not in shown])


def exists(line: Line, side: Side) -> bool:
    """Whether there is such an object on that side."""
    return (side != "before" or line.before is not None) and (side != "after" or line.after is not None)


def _middle(boxes: dict[str, Box], only_changed: bool) -> list[str]:
    """The tables of interest: what changes, else (nothing does) all."""
    changed = [key for key, box in boxes.items() if box.changes]
    return changed if changed or only_changed else list(boxes)


def _focused(boxes: dict[str, Box], focus: str, drift: Drift) -> list[str]:
    """The boxes that a person named; refused where there is none."""
    quoted = '"' + focus.replace('"', '""') + '"'  # as ids have a name that is not plain
    given = [(key, name) for key, box in boxes.items() for name in box.own.keys]
    named = [key for key, name in given if any(drift.database.names(each, name) for each in (focus, quoted))]
    if named:
        return named
    names = sorted(box.own.entry.spelled for box in boxes.values() if box.is_table)
    short = {name.rpartition(".")[2]: name for name in reversed(names)} | {name: name for name in names}
    close = list(dict.fromkeys(short[name] for name in get_close_matches(focus, short, n=3))) or names[:3]
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
