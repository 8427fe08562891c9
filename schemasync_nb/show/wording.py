"""Facts of the catalog in the words of SQL, for pictures that have little room."""

from __future__ import annotations

from collections.abc import Collection

from schemasync_nb.catalog import COLUMN, OF_A_SCHEMA, TABLE, Entry, Fact
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
    "identity": ("IDENTITY {}", "no IDENTITY"),
    "serial": ("serial", "not serial"),
    "on_conflict": ("ON CONFLICT {}", "no ON CONFLICT"),
    "autoincrement": ("AUTOINCREMENT", "no AUTOINCREMENT"),
    "strict": ("STRICT", "not STRICT"),
    "without_rowid": ("WITHOUT ROWID", "with rowid"),
    "unlogged": ("UNLOGGED", "logged"),
    "partition_by": ("PARTITION BY {}", "not partitioned"),
    "inherits": ("INHERITS ({})", "no parents"),
    "options": ("WITH ({})", "no options"),
    "unique": ("UNIQUE", "not UNIQUE"),
    "method": ("USING {}", "no method"),
    "columns": ("({})", "no columns"),
    "include": ("INCLUDE ({})", "no INCLUDE"),
    "predicate": ("WHERE {}", "no WHERE"),
    "nulls_not_distinct": ("NULLS NOT DISTINCT", "NULLS DISTINCT"),
    "invalid": ("INVALID", "valid"),
    "expression": ("({})", "no expression"),
    "definition": ("{}", "no definition"),
    "parent": ("→ {}", "no parent"),
    "parent_columns": ("({})", "its key"),
    "match": ("MATCH {}", "MATCH simple"),
    "on_delete": ("ON DELETE {}", "no ON DELETE"),
    "on_update": ("ON UPDATE {}", "no ON UPDATE"),
    "deferred": ("DEFERRED", "not DEFERRED"),
    "deferrable": ("{}", "not deferrable"),
    "not_valid": ("NOT VALID", "valid"),
    "not_enforced": ("NOT ENFORCED", "enforced"),
    "no_inherit": ("NO INHERIT", "inherited"),
    "labels": ("({})", "no labels"),
    "checks": ("{}", "no checks"),
    "start": ("START {}", "no START"),
    "increment": ("INCREMENT BY {}", "no INCREMENT"),
    "minimum": ("MINVALUE {}", "no MINVALUE"),
    "maximum": ("MAXVALUE {}", "no MAXVALUE"),
    "cache": ("CACHE {}", "no CACHE"),
    "cycle": ("CYCLE", "no CYCLE"),
}
USUAL = {"method": "btree", "start": 1, "increment": 1, "cache": 1}
"""Facts that are not worth a word where nothing about them changes."""
UNSAID = ("minimum", "maximum")
"""Facts that are said only where they change."""


def phrase(attribute: str, value: Fact) -> str:
    """A fact as SQL would say it; an attribute that is not known here is named."""
    words = attribute.replace("_", " ")
    stated, absent = PHRASES.get(attribute, (f"{words} {{}}", f"no {words}"))
    if value is False or value in (None, "", ()):
        return absent
    if attribute == "identity" and isinstance(value, tuple):
        value = value[0]
    return stated.format(", ".join(value) if isinstance(value, tuple) else value)


def column_words(entry: Entry, *, whole: bool) -> str:
    """A column's type; ``whole`` adds whatever else is stated for it."""
    kind = str(entry.facts.get("type") or "")
    return " ".join([kind, *_stated(entry, "type")]) if whole else kind


def object_words(entry: Entry) -> str:
    """A constraint, index, type or sequence in one line: what it is, its name, what it says."""
    kind = "UNIQUE INDEX" if entry.facts.get("unique") else entry.kind.replace("_", " ").upper()
    stated = " ".join(_stated(entry, "unique"))
    if stated.startswith(f"{kind} "):
        stated = stated.removeprefix(f"{kind} ")
    return " ".join(filter(None, (kind, entry.name, stated)))


def own_words(entry: Entry) -> str:
    """What a type or sequence is, without its kind and name; its labels, which are said one by one, aside."""
    return " ".join(_stated(entry, "labels"))


def _stated(entry: Entry, without: str) -> list[str]:
    facts = {name: value for name, value in entry.facts.items() if name not in (without, *UNSAID)}
    if not facts.get("generated"):
        facts.pop("stored", None)
    said = {name: value for name, value in facts.items() if value and value != USUAL.get(name)}
    return [phrase(name, value) for name, value in said.items()]


def shift_words(attribute: str, old: Fact, new: Fact) -> tuple[str, str]:
    """(before, after) of a fact that changes; of a column's own sequence, the options that differ alone."""
    if attribute in ("identity", "serial") and isinstance(old, tuple) and isinstance(new, tuple):
        return _options(attribute, old, new), _options(attribute, new, old)
    if attribute == "parent":
        return str(old), str(new)
    return phrase(attribute, old), phrase(attribute, new)


def _options(attribute: str, of: tuple[str, ...], other: tuple[str, ...]) -> str:
    return " ".join([attribute, *(option for option in of if option not in other)])


def change_words(line: Line, without: Collection[str] = ("name",)) -> list[tuple[str, str]]:
    """(before, after) in words, for each attribute that differs and is not said elsewhere in the picture."""
    return [shift_words(*each) for each in line.attributes if each[0] not in without]


def line_words(line: Line) -> str:
    """An object and what happens to it, in one line of plain text."""
    entry = line.entry
    name = " ".join(filter(None, (entry.kind.replace("_", " "), entry.name)))
    if line.before and line.after:
        return f"{name}: " + ", ".join(" → ".join(shift_words(*each)) for each in line.attributes)
    if entry.kind == TABLE:
        return f"table {entry.table}"
    if entry.kind in OF_A_SCHEMA:
        return " ".join(filter(None, (entry.kind, entry.spelled, own_words(entry))))
    if entry.kind == COLUMN:
        return f"{name} {column_words(entry, whole=True)}"
    return object_words(entry)
