"""A value for a column that somebody must fill, where a type is what its name says."""

from __future__ import annotations

from schemasync_nb.catalog import Entry


def example(column: Entry) -> str:
    """An expression that is at least of the right type; a person puts the right value in its place."""
    if column.facts.get("default") is not None:
        return str(column.facts["default"])
    kind = str(column.facts["type"]).upper()
    if any(word in kind for word in ("INT", "NUM", "REAL", "FLOA", "DOUB", "DEC", "BOOL")):
        return "0"
    if "DATETIME" in kind or "TIMESTAMP" in kind:
        return "CURRENT_TIMESTAMP"
    return "CURRENT_DATE" if "DATE" in kind else "''"
