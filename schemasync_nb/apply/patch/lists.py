"""Arguments of a call, elements of a tuple, list or dict, names of an import: one comes or goes, the layout stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import libcst as cst

Listing = TypeVar("Listing", bound=cst.CSTNode)

BLANK = cst.SimpleWhitespace("")
SPACE = cst.SimpleWhitespace(" ")


def items(listing: Any) -> Sequence[Any]:
    """The arguments or elements."""
    there: Sequence[Any] = getattr(listing, _field(listing))
    return there


def inserted(listing: Listing, item: Any, at: int | None = None) -> Listing:
    """The listing with one item more, at the end unless ``at`` says where; laid out as its neighbours are."""
    there = list(items(listing))
    if not there:
        return _with(listing, [item])
    between = _between(listing)
    if at is not None and at < len(there):
        there.insert(at, item.with_changes(comma=cst.Comma(whitespace_after=between)))
        return _with(listing, there)
    last = there[-1]
    after, has_comma = _after_last(listing)
    there[-1] = _bare(last).with_changes(comma=cst.Comma(whitespace_after=_merged(after, between)))
    return _closed(_with(listing, [*there, item]), _quiet(after), has_comma and not _was_forced(listing))


def removed(listing: Listing, at: int) -> Listing:
    """The listing without one of its items, and without the comment behind it."""
    there = list(items(listing))
    if len(there) == 1:
        emptied = _with(listing, [])
        return emptied.with_changes(whitespace_before_args=BLANK) if isinstance(emptied, cst.Call) else emptied
    if at < len(there) - 1:
        kept = [*there[:at], *there[at + 1 :]]
        return _with(listing, kept)
    after, has_comma = _after_last(listing)
    before = there[at - 1].comma
    told = before.whitespace_after if isinstance(before, cst.Comma) else BLANK
    return _closed(_with(listing, there[:at]), _merged(told, _quiet(after)), has_comma)


def replaced(listing: Listing, at: int, item: Any) -> Listing:
    """The listing with another item in an item's place."""
    there = list(items(listing))
    kept = {"comma": there[at].comma}
    if isinstance(there[at], cst.Arg):
        kept["whitespace_after_arg"] = there[at].whitespace_after_arg
    there[at] = item.with_changes(**kept)
    return _with(listing, there)


def is_broken(listing: Any) -> bool:
    """True when the items stand on lines of their own."""
    return isinstance(_before_first(listing), cst.ParenthesizedWhitespace)


def broken(listing: Listing, *, each: bool) -> Listing:
    """The listing over several lines: the items on one line in between, or each on its own."""
    inner = cst.ParenthesizedWhitespace(indent=True, last_line=cst.SimpleWhitespace("    "))
    outer = cst.ParenthesizedWhitespace(indent=True)
    between: Any = inner if each else SPACE
    there = [_bare(item).with_changes(comma=cst.Comma(whitespace_after=between)) for item in items(listing)]
    listing = _with(listing, there)
    listing = _opened(listing, inner)
    return _closed(listing, outer, each)


def _field(listing: Any) -> str:
    return "args" if isinstance(listing, cst.Call) else "names" if isinstance(listing, cst.ImportFrom) else "elements"


def _with(listing: Listing, there: Sequence[Any]) -> Listing:
    return listing.with_changes(**{_field(listing): there})


def _bare(item: Any) -> Any:
    return item.with_changes(whitespace_after_arg=BLANK) if isinstance(item, cst.Arg) else item


def _before_first(listing: Any) -> Any:
    if isinstance(listing, cst.Call):
        return listing.whitespace_before_args
    opening = _bracket(listing, "l")
    return opening.whitespace_after if opening else BLANK


_BRACKETS: dict[type, str] = {cst.List: "bracket", cst.Dict: "brace"}


def _bracket(listing: Any, side: str) -> Any:
    """The opening (``l``) or closing (``r``) bracket; None where there is none."""
    found = getattr(listing, side + _BRACKETS.get(type(listing), "par"))
    if isinstance(found, list | tuple):  # of a tuple
        return found[-1 if side == "l" else 0] if found else None
    return found


def _with_bracket(listing: Listing, side: str, bracket: Any) -> Listing:
    if isinstance(listing, cst.Tuple):
        own = list(getattr(listing, side + "par"))
        own[-1 if side == "l" else 0] = bracket
        return listing.with_changes(**{side + "par": own})
    return listing.with_changes(**{side + _BRACKETS.get(type(listing), "par"): bracket})


def _opened(listing: Listing, blanks: Any) -> Listing:
    """The listing with these blanks behind its opening bracket."""
    if isinstance(listing, cst.Call):
        return listing.with_changes(whitespace_before_args=blanks)
    return _with_bracket(listing, "l", _bracket(listing, "l").with_changes(whitespace_after=blanks))


def _between(listing: Any) -> Any:
    """The blanks between two items, without comments."""
    there = items(listing)
    if len(there) > 1 and isinstance(there[-2].comma, cst.Comma):
        return _quiet(there[-2].comma.whitespace_after)
    return _quiet(_before_first(listing)) if is_broken(listing) else SPACE


def _was_forced(listing: Any) -> bool:
    """True for the comma without which a tuple of one would be none."""
    return isinstance(listing, cst.Tuple) and len(listing.elements) == 1 and not is_broken(listing)


def _after_last(listing: Any) -> tuple[Any, bool]:
    """(the blanks and the comment before the closing bracket, whether a comma stands before them)."""
    last = items(listing)[-1]
    has_comma = isinstance(last.comma, cst.Comma)
    if has_comma and isinstance(listing, cst.Call | cst.ImportFrom):
        return last.comma.whitespace_after, True
    return (last.whitespace_after_arg if isinstance(listing, cst.Call) else _closing(listing)), has_comma


def _closing(listing: Any) -> Any:
    closing = _bracket(listing, "r")
    return closing.whitespace_before if closing else BLANK


def _closed(listing: Listing, blanks: Any, comma: bool) -> Listing:
    """The listing with these blanks before its closing bracket."""
    there = list(items(listing))
    last = _bare(there[-1])
    if isinstance(listing, cst.Call):
        if comma:
            there[-1] = last.with_changes(comma=cst.Comma(whitespace_after=blanks))
        else:
            there[-1] = last.with_changes(comma=cst.MaybeSentinel.DEFAULT, whitespace_after_arg=blanks)
        return _with(listing, there)
    if isinstance(listing, cst.ImportFrom) and comma:
        there[-1] = last.with_changes(comma=cst.Comma(whitespace_after=blanks))
        return _with(listing, there)
    alone = isinstance(listing, cst.Tuple) and len(there) == 1
    there[-1] = last.with_changes(comma=cst.Comma() if comma or alone else cst.MaybeSentinel.DEFAULT)
    listing = _with(listing, there)
    closing = _bracket(listing, "r")
    return _with_bracket(listing, "r", closing.with_changes(whitespace_before=blanks)) if closing else listing


def _quiet(blanks: Any) -> Any:
    """Blanks without comments and empty lines."""
    if not isinstance(blanks, cst.ParenthesizedWhitespace):
        return blanks
    line = cst.TrailingWhitespace(newline=blanks.first_line.newline)
    return blanks.with_changes(first_line=line, empty_lines=[])


def _merged(told: Any, layout: Any) -> Any:
    """The comment of the one in the layout of the other."""
    if not isinstance(told, cst.ParenthesizedWhitespace) or not isinstance(layout, cst.ParenthesizedWhitespace):
        return told if isinstance(told, cst.ParenthesizedWhitespace) and told.first_line.comment else layout
    return layout.with_changes(first_line=told.first_line, empty_lines=told.empty_lines)
