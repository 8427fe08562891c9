"""Facts of the catalog in the words of SQL, for pictures that have little room."""

from __future__ import annotations

from collections.abc import Collection

from schemasync_nb.catalog import Entry, Fact
from schemasync_nb.show.merge import Line

# attribute -> (said where the fact is stated, said where it is not)
PHRASES = {
    "name": ("{}", "unnamed"),
    "type": ("{}", "no type"),
    "not_null": ("NOT NULL", "NULL"),
    "default": ("DEFAULT {}", "no default"),
    "collation": ("COLLATE {}", "no COLLATE"),
    "generated": ("AS ({})", "not generated"),
    "stored": ("STORED", "VIRTUAL"),
    "on_conflict": ("ON CONFLICT {}", "no ON CONFLICT"),
    "autoincrement": ("AUTOINCREMENT", "no AUTOINCREMENT"),
    "strict": ("STRICT", "not STRICT"),
    "without_rowid": ("WITHOUT ROWID", "with rowid"),
    "unique": ("UNIQUE", "not UNIQUE"),
    "columns": ("({})", "no columns"),
    "predicate": ("WHERE {}", "no WHERE"),
    "expression": ("({})", "no expression"),
    "parent": ("→ {}", "no parent"),
    "parent_columns": ("({})", "its key"),
    "on_delete": ("ON DELETE {}", "no ON DELETE"),
    "on_update": ("ON UPDATE {}", "no ON UPDATE"),
    "deferred": ("DEFERRED", "not DEFERRED"),
}


def phrase(attribute: str, value: Fact) -> str:
    """A fact as SQL would say it; an attribute that is not known here is named."""
    words = attribute.replace("_", " ")
    stated, absent = PHRASES.get(attribute, (f"{words} {{}}", f"no {words}"))
    if value is None or value is False or value == ():
        return absent
    return stated.format(", ".join(value) if isinstance(value, tuple) else value)


def column_words(entry: Entry, *, whole: bool) -> str:
    """A column's type; ``whole`` adds whatever else is stated for it."""
    kind = str(entry.facts.get("type") or "")
    if not whole:
        return kind
    return " ".join([kind, *(phrase(name, value) for name, value in entry.facts.items() if name != "type" and value)])


def object_words(entry: Entry) -> str:
    """A constraint or index in one line: what it is, its name, what it says."""
    stated = [phrase(name, value) for name, value in entry.facts.items() if value and name != "unique"]
    kind = "UNIQUE INDEX" if entry.facts.get("unique") else entry.kind.replace("_", " ").upper()
    return " ".join(filter(None, (kind, entry.name, *stated)))


def change_words(line: Line, without: Collection[str] = ("name",)) -> list[tuple[str, str]]:
    """(before, after) in words, for each attribute that differs and is not said elsewhere in the picture."""
    return [(phrase(name, old), phrase(name, new)) for name, old, new in line.attributes if name not in without]


def line_words(line: Line) -> str:
    """An object and what happens to it, in one line of plain text."""
    entry = line.entry
    name = " ".join(filter(None, (entry.kind.replace("_", " "), entry.name)))
    if line.before and line.after:
        return f"{name}: " + ", ".join(f"{phrase(a, old)} → {phrase(a, new)}" for a, old, new in line.attributes)
    if entry.kind == "table":
        return f"table {entry.table}"
    if entry.kind == "column":
        return f"{name} {column_words(entry, whole=True)}"
    return object_words(entry)
