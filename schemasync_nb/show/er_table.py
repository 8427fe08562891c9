"""One box of the entity-relationship picture, a table or a type: its HTML-like label and its changes as text."""

from __future__ import annotations

from difflib import SequenceMatcher

from schemasync_nb.catalog import ENUM, PRIMARY_KEY
from schemasync_nb.detect.drift import ADD, ALTER, REMOVE, RENAME, SYMBOLS
from schemasync_nb.report import contrast, count, cut
from schemasync_nb.show.dot import font, html_table, label, node_id
from schemasync_nb.show.merge import Box, Line, fact_names
from schemasync_nb.show.palette import BAND, FAINT, INK, PAPER, QUIET, TONES
from schemasync_nb.show.selection import Side, exists
from schemasync_nb.show.wording import change_words, column_words, line_words, object_words, own_words

ARROW = font("&#160;→&#160;", INK, 10)  # a plain space beside a change of font is not drawn

BORDERS = {REMOVE: "dashed", RENAME: "dotted"}
"""action -> line round a table or type; solid for the others"""
NAME, WORDS, SHIFT = 40, 44, 32
"""Characters of a name, a definition, and each side of a change that a picture shows; tooltips say more."""
LABELS = 12
"""Labels that do not change which an enum shows; it counts the others."""


def box_label(box: Box, ports: set[str], rows_for: list[Line], side: Side) -> str:
    """Head, the columns that matter, a count of the others, and what else changes.

    ports     columns at which an edge ends
    rows_for  changed foreign keys that no edge shows
    """
    dim = not box.changes
    shown = [line for line in box.columns if exists(line, side)]
    matter = [line for line in shown if line.mark or line.key in ports | box.primary_key]
    rows = [_head(box, side)]
    without = ("name", "labels") if box.own.entry.kind == ENUM else ("name",)
    rows += [_row("", box.own.mark, shift(*pair, side), "") for pair in change_words(box.own, without)]
    rows += [] if box.is_table else _own_rows(box.own, side)
    rows += [_column_row(box, line, side, dim) for line in matter]
    if len(shown) > len(matter):
        rows.append(_row("", "", font(count(len(shown) - len(matter), "unchanged column"), FAINT, 9), ""))
    for line in (*box.others, *rows_for):
        # A primary key that comes or goes with its table is said by the marks of its columns.
        told = not line.mark or (line.entry.kind == PRIMARY_KEY and line.mark == box.own.mark)
        if exists(line, side) and not told:
            rows.append(_object_row(line, side))
    border = TONES[box.own.mark].line if box.own.mark else FAINT if dim else QUIET
    style = BORDERS.get(box.own.mark, "solid")
    return html_table("".join(rows), BORDER=1 if dim else 2, COLOR=border, STYLE=style, BGCOLOR=PAPER)


def box_lines(box: Box) -> list[str]:
    """The table or object and its changes as plain text."""
    name, mark = title(box), box.own.mark
    if mark in (ADD, REMOVE):
        return [f"{SYMBOLS[mark]} {name if box.is_table else line_words(box.own)}"]
    if not box.is_table:
        shifts = ", ".join(" → ".join(pair) for pair in change_words(box.own, ()))
        return [f"{SYMBOLS[mark]} {name}: {shifts}" if mark else f"  {name}, unchanged"]
    changes = [f"{SYMBOLS[line.mark]} {name}: {line_words(line)}" for line in box.lines if line.mark]
    return changes or [f"  {name}: {count(len(box.columns), 'column')}, unchanged"]


def title(box: Box) -> str:
    """A table by its name, another object by its kind and name."""
    entry = box.own.entry
    return entry.spelled if box.is_table else f"{entry.kind} {entry.spelled}"


def shift(old: str, new: str, side: Side, between: str = ARROW) -> str:
    """What becomes what; of one side alone, its own."""
    before, after = map(label, contrast(old, new, SHIFT))
    if side != "diff":
        return font(before if side == "before" else f"<B>{after}</B>", INK, 10)
    return f"{font(f'<S>{before}</S>', TONES[REMOVE].ink, 10)}{between}{font(f'<B>{after}</B>', INK, 10)}"


def _own_rows(line: Line, side: Side) -> list[str]:
    """What a type or sequence says: an enum its labels, each with what happens to it."""
    words = own_words(line.entry) if not change_words(line, ("name", "labels")) else ""
    rows = [_row("", line.mark if line.mark in (ADD, REMOVE) else "", _plain(words, line.mark), "")] if words else []
    if line.entry.kind != ENUM:
        return rows
    labels = [each for each in _labels(line) if {"before": ADD, "after": REMOVE}.get(side) != each[0]]
    kept = [label for mark, label in labels if not mark]
    folded = set(kept[LABELS:])
    rows += [_row("", mark, _plain(name, mark), "") for mark, name in labels if name not in folded]
    return [*rows, *([_row("", "", font(count(len(folded), "unchanged label"), FAINT, 9), "")] if folded else [])]


def _labels(line: Line) -> list[tuple[str, str]]:
    """(mark, label) in order; one that moved is altered, and stands where it will be."""
    old, new = (fact_names(entry, "labels") if entry else () for entry in (line.before, line.after))
    found = []
    for _, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[start:end] == new[first:last]:
            found += [("", label) for label in new[first:last]]
            continue
        found += [(REMOVE, label) for label in old[start:end] if label not in new]
        found += [(ALTER if label in old else ADD, label) for label in new[first:last]]
    return found


def _plain(words: str, mark: str) -> str:
    text = label(cut(words, WORDS))
    return font(f"<S>{text}</S>", TONES[REMOVE].ink, 10) if mark == REMOVE else font(text, INK, 10)


def _head(box: Box, side: Side) -> str:
    mark = box.own.mark
    names = [entry.spelled for entry in (box.own.before, box.own.after) if entry]
    symbol = font(f"<B>{SYMBOLS[mark]}</B>", TONES[mark].ink, 12) + " " if mark else ""
    symbol += "" if box.is_table else font(label(box.own.entry.kind), QUIET, 9) + " "
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
        return f"{styled(names[0], True)}{ARROW}{styled(names[-1], False)}"
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
    return _row("", line.mark, _plain(object_words(line.entry), line.mark), "")


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
