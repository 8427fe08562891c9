"""One table of the entity-relationship picture: its HTML-like label and its changes as text."""

from __future__ import annotations

from typing import Literal

from schemasync_nb.catalog import PRIMARY_KEY
from schemasync_nb.detect.drift import ADD, REMOVE, RENAME, SYMBOLS
from schemasync_nb.report import contrast, count, cut
from schemasync_nb.show.dot import font, html_table, label, node_id
from schemasync_nb.show.merge import Box, Line
from schemasync_nb.show.palette import BAND, FAINT, INK, PAPER, QUIET, TONES
from schemasync_nb.show.wording import change_words, column_words, line_words, object_words

Side = Literal["diff", "before", "after"]

NAME, WORDS = 40, 44
"""Characters of a name and of a definition that a picture shows; tooltips say more."""


def box_label(box: Box, ports: set[str], rows_for: list[Line], side: Side) -> str:
    """Head, the columns that matter, a count of the others, and what else changes.

    ports     columns at which an edge ends
    rows_for  changed foreign keys that no edge shows
    """
    dim = not box.changes
    shown = [line for line in box.columns if exists(line, side)]
    matter = [line for line in shown if line.mark or line.key in ports | box.primary_key]
    rows = [_head(box, side)]
    rows += [_row("", box.table.mark, shift(*pair, side), "") for pair in change_words(box.table)]
    rows += [_column_row(box, line, side, dim) for line in matter]
    if len(shown) > len(matter):
        rows.append(_row("", "", font(count(len(shown) - len(matter), "unchanged column"), FAINT, 9), ""))
    for line in (*box.others, *rows_for):
        # A primary key that comes or goes with its table is said by the marks of its columns.
        told = not line.mark or (line.entry.kind == PRIMARY_KEY and line.mark == box.table.mark)
        if exists(line, side) and not told:
            rows.append(_object_row(line, side))
    border = TONES[box.table.mark].line if box.table.mark else FAINT if dim else QUIET
    return html_table("".join(rows), BORDER=1 if dim else 2, COLOR=border, BGCOLOR=PAPER)


def box_lines(box: Box) -> list[str]:
    """The table and its changes as plain text."""
    name = box.table.entry.table
    if box.table.mark in (ADD, REMOVE):
        return [f"{SYMBOLS[box.table.mark]} {name}"]
    changes = [f"{SYMBOLS[line.mark]} {name}: {line_words(line)}" for line in box.lines if line.mark]
    return changes or [f"  {name}: {count(len(box.columns), 'column')}, unchanged"]


def exists(line: Line, side: Side) -> bool:
    """Whether there is such an object on that side."""
    return (side != "before" or line.before is not None) and (side != "after" or line.after is not None)


def shift(old: str, new: str, side: Side, between: str = " → ") -> str:
    """What becomes what; of one side alone, its own."""
    before, after = map(label, contrast(old, new, WORDS))
    if side != "diff":
        return font(before if side == "before" else f"<B>{after}</B>", INK, 10)
    return f"{font(f'<S>{before}</S>', TONES[REMOVE].ink, 10)}{between}{font(f'<B>{after}</B>', INK, 10)}"


def _head(box: Box, side: Side) -> str:
    mark = box.table.mark
    names = [entry.table for entry in (box.table.before, box.table.after) if entry]
    symbol = font(f"<B>{SYMBOLS[mark]}</B>", TONES[mark].ink, 12) + " " if mark else ""
    cells = f'<TD ALIGN="LEFT">{symbol}{_name(names, mark, side, INK if box.changes else QUIET, 12)}</TD>'
    if box.changes and mark not in (ADD, REMOVE):
        cells += f'<TD ALIGN="RIGHT">{font(count(box.changes, "change"), QUIET, 9)}</TD>'
    fill = TONES[mark].paper if mark else BAND if box.changes else PAPER
    return f'<TR><TD PORT="{node_id("")}" BGCOLOR="{fill}">{_spread(cells, 5)}</TD></TR>'


def _column_row(box: Box, line: Line, side: Side, dim: bool) -> str:
    names = [entry.name or "" for entry in (line.before, line.after) if entry]
    groups = (("PK", box.primary_key), ("FK", box.referring))
    keys = " ".join(mark for mark, group in groups if group.intersection(line.keys))
    marks = f" {font(f'<B>{keys}</B>', FAINT if dim else QUIET, 8)}" if keys else ""
    pairs = change_words(line)
    if pairs:
        words = '<BR ALIGN="RIGHT"/>'.join(shift(*pair, side) for pair in pairs)
    else:
        stated = label(cut(column_words(line.entry, whole=line.mark == ADD), WORDS))
        words = font(f"<S>{stated}</S>" if line.mark == REMOVE else stated, FAINT if dim else QUIET, 10)
    name = _name(names, line.mark, side, QUIET if dim else INK, 11)
    return _row(node_id(line.key), line.mark, name + marks, words)


def _name(names: list[str], mark: str, side: Side, ink: str, size: int) -> str:
    """A name; of a renamed object the old one struck through, then the new one."""

    def styled(text: str, struck: bool) -> str:
        words = label(cut(text, NAME))
        words = f"<B>{words}</B>" if size > 11 else words
        return font(f"<S>{words}</S>" if struck else words, TONES[REMOVE].ink if struck else ink, size)

    if mark == RENAME and side == "diff":
        return f"{styled(names[0], True)} → {styled(names[-1], False)}"
    return styled(names[0 if side == "before" else -1], mark == REMOVE)


def _object_row(line: Line, side: Side) -> str:
    """A constraint or index that changes, under the columns."""
    if line.before and line.after:
        kind = font(label(line.entry.kind.replace("_", " ").upper()), INK, 10)
        names = [entry.name or "(unnamed)" for entry in (line.before, line.after)]
        named = names != ["(unnamed)"] * 2
        title = f"{kind} {_name(names, line.mark, side, INK, 10)}" if named else kind
        # Indented by as much as the symbol takes.
        shifts = "".join(f'<BR ALIGN="LEFT"/>{_symbol("")}{shift(*pair, side)}' for pair in change_words(line))
        return _row("", line.mark, f'{title}{shifts}<BR ALIGN="LEFT"/>', "")
    words = label(cut(object_words(line.entry), WORDS))
    text = font(f"<S>{words}</S>", TONES[REMOVE].ink, 10) if line.mark == REMOVE else font(words, INK, 10)
    return _row("", line.mark, text, "")


def _row(port: str, mark: str, left: str, right: str) -> str:
    cells = f'<TD ALIGN="LEFT" BALIGN="LEFT">{_symbol(mark)}{left}</TD>'
    if right:
        cells += f'<TD ALIGN="RIGHT" BALIGN="RIGHT">{right}</TD>'
    fill = f' BGCOLOR="{TONES[mark].paper}"' if mark else ""
    anchor = f' PORT="{port}"' if port else ""
    return f"<TR><TD{anchor}{fill}>{_spread(cells, 3)}</TD></TR>"


def _symbol(mark: str) -> str:
    # A fixed-width face, so that what follows stands in one line whatever the symbol is.
    text = f"<B>{SYMBOLS.get(mark, '&#160;')}</B>"
    return f'<FONT FACE="Courier" POINT-SIZE="11" COLOR="{TONES[mark].ink}">{text}</FONT> '


def _spread(cells: str, padding: int) -> str:
    """Cells over the whole width of a row. They are one cell to the outside, so that an edge may end at either side."""
    return html_table(f"<TR>{cells}</TR>", inner=True, CELLPADDING=padding)
