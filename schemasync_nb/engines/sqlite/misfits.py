"""Which values a column's new type would change, or not admit: as conditions to ask the data with."""

from __future__ import annotations

from schemasync_nb.catalog import Entry
from schemasync_nb.engines.sqlite.entries import affinity
from schemasync_nb.engines.sqlite.tokens import quote

NUMERIC = ("INTEGER", "REAL", "NUMERIC")

# What a STRICT table admits besides NULL (sqlite.org/stricttables.html, section 2).
ADMITTED = {
    "INT": ("integer",),
    "INTEGER": ("integer",),
    "REAL": ("real", "integer"),
    "TEXT": ("text", "integer", "real"),
    "BLOB": ("blob",),
    "ANY": ("blob", "text", "integer", "real"),
}


def misfit(old: Entry, new: Entry) -> str | None:
    """A condition that holds for the values that do not fit the new type; None when every value does."""
    column = quote(old.name or "")
    declared = str(new.facts["type"])
    before, after = affinity(str(old.facts["type"])), affinity(declared)
    conditions: list[str] = []
    if after in NUMERIC and before not in NUMERIC:
        conditions.append(_becomes_another(column, before, after))
        if _is_number(declared):
            conditions.append(f"(typeof({column}) IN ('text', 'blob') AND NOT {_looks_numeric(column)})")
    if after == "INTEGER" and before in ("REAL", "NUMERIC"):
        conditions.append(f"(typeof({column}) = 'real' AND {column} <> CAST({column} AS INTEGER))")
    if after == "REAL":  # a float holds whole numbers up to 2^53
        conditions.append(f"(typeof({column}) = 'integer' AND CAST(CAST({column} AS REAL) AS INTEGER) <> {column})")
    if after == "TEXT" and before == "BLOB":  # a number would be a text from then on, on the way back too
        conditions.append(f"typeof({column}) IN ('integer', 'real')")
    if after == "TEXT" and before in NUMERIC:  # a float is written with fifteen digits
        conditions.append(f"(typeof({column}) = 'real' AND CAST(CAST({column} AS TEXT) AS REAL) <> {column})")
    length = _length(declared)
    if length is not None and after == "TEXT":
        conditions.append(f"length({column}) > {length}")
    word = declared.partition("(")[0]
    if reads := {"JSON": "json_valid({0})", "DATE": "date({0})", "DATETIME": "datetime({0})"}.get(word):
        conditions.append(f"({column} IS NOT NULL AND coalesce({reads.format(column)}, 0) IS 0)")
    return " OR ".join(conditions) or None


def table_misfit(table: Entry, column: Entry) -> str | None:
    """A condition for values of a column that do not fit when its table becomes STRICT (as ``table`` says), or that
    would change when it ceases to be: ANY keeps text as it is only in a STRICT table."""
    name, declared = quote(column.name or ""), str(column.facts["type"])
    if not table.facts["strict"]:
        return _becomes_another(name, "BLOB", "NUMERIC") if declared == "ANY" else None
    admitted = ", ".join(f"'{kind}'" for kind in ("null", *ADMITTED.get(declared, ())))
    return f"typeof({name}) NOT IN ({admitted})"


def _looks_numeric(column: str) -> str:
    """Comparing applies the numeric affinity to a text that is a number as a whole (datatype3.html, section 4.2)."""
    return f"(CAST({column} AS NUMERIC) = {column})"


def _becomes_another(column: str, before: str, after: str) -> str:
    """'007' would become 7 under a numeric affinity, for good; '7' becomes 7, and '7' again where it was a TEXT's."""
    condition = f"typeof({column}) = 'text' AND {_looks_numeric(column)}"
    if before == "TEXT":
        number = "REAL" if after == "REAL" else "NUMERIC"  # a float says '3' as '3.0'
        condition += f" AND CAST(CAST({column} AS {number}) AS TEXT) IS NOT CAST({column} AS TEXT)"
    return f"({condition})"


def _is_number(declared: str) -> bool:
    """A type that is named for numbers; DATE and JSON have a numeric affinity too, but hold text."""
    return any(word in declared for word in ("INT", "REAL", "FLOA", "DOUB", "NUM", "DEC", "BOOL"))


def _length(declared: str) -> int | None:
    inside = declared.partition("(")[2].rstrip(")").strip()
    return int(inside) if inside.isdigit() else None
