"""Types as DDL spells them -> as format_type prints them, wherever that is certain without asking."""

from __future__ import annotations

import re
from functools import lru_cache

# What DDL may say -> what pg_catalog.format_type says (postgresql.org/docs, "Data Types", table of aliases).
_PLAIN = {
    "bigint": "bigint", "int8": "bigint", "integer": "integer", "int": "integer", "int4": "integer",
    "smallint": "smallint", "int2": "smallint", "boolean": "boolean", "bool": "boolean",
    "double precision": "double precision", "float8": "double precision", "real": "real", "float4": "real",
}  # fmt: skip
_SAME = """
    text bytea date uuid json jsonb inet cidr macaddr macaddr8 money oid regclass regconfig tsvector tsquery xml
    jsonpath point line lseg box path polygon circle name pg_lsn
    int4range int8range numrange daterange tsrange tstzrange
    int4multirange int8multirange nummultirange datemultirange tsmultirange tstzmultirange
"""
_FIXED = """
    boolean "char" name smallint integer bigint real oid money uuid date interval tid xid xid8 cid oidvector
    int2vector regproc regprocedure regoper regoperator regclass regtype regconfig regdictionary regnamespace
    regrole regcollation point lseg box line circle macaddr macaddr8 pg_lsn tsquery aclitem
"""
FIXED = frozenset(_FIXED.split()) | {
    "double precision",
    *(f"time{kind} with{zone} time zone" for kind in ("", "stamp") for zone in ("", "out")),
}
"""Types whose values lie in their row, plain, and nowhere else (pg_type.typstorage = 'p')."""

_PLAIN |= {name: name for name in _SAME.split()}
_LENGTH = {  # name -> (printed name, length when none is given)
    "varchar": ("character varying", None), "character varying": ("character varying", None),
    "char varying": ("character varying", None), "char": ("character", "1"), "character": ("character", "1"),
    "nchar": ("character", "1"), "bpchar": ("character", None), "bit": ("bit", "1"),
    "bit varying": ("bit varying", None), "varbit": ("bit varying", None),
}  # fmt: skip
_TIME = {"timestamp": "timestamp", "time": "time", "timestamptz": "timestamp", "timetz": "time"}
_NUMERIC = ("numeric", "decimal", "dec")

_SPELLED = re.compile(
    r"(?P<base>[a-z_][a-z0-9_ ]*?) ?"
    r"(?:\((?P<arguments>[0-9, -]*)\))?"
    r"(?P<zone> with time zone| without time zone)?"
    r"(?P<dimensions>(?:\[\d*\])*)",
    re.IGNORECASE,
).fullmatch
_COLLATED = re.compile(
    r'(?P<type>.+?) COLLATE (?P<collation>(?:"(?:[^"]|"")+"|\w+)(?:\.(?:"(?:[^"]|"")+"|\w+))?)'
).fullmatch
_INTERVAL = re.compile(
    r"interval(?P<fields> (?:year|month|day|hour|minute|second)(?: to (?:month|hour|minute|second))?)?"
    r" ?(?:\((?P<precision>[0-6])\))?(?P<dimensions>(?:\[\d*\])*)",
    re.IGNORECASE,
).fullmatch
_TYPMOD = re.compile(r"(?<=[a-z\"])\([^()]*\)")


@lru_cache(maxsize=4_096)
def format_type(spelled: str) -> str | None:
    """What format_type prints for a built-in type that DDL spells so; None where only the server knows."""
    if interval := _INTERVAL(spelled):
        fields, precision = (interval["fields"] or "").lower(), interval["precision"]
        if precision and fields and not fields.endswith("second"):
            return None
        return f"interval{fields}{f'({precision})' if precision else ''}{_array(interval['dimensions'])}"
    match = _SPELLED(spelled)
    if match is None:
        return None
    base = _of_base(match["base"].lower(), match["arguments"], (match["zone"] or "").lower())
    return None if base is None else base + _array(match["dimensions"])


def _array(dimensions: str) -> str:
    return "[]" if dimensions else ""  # the number of dimensions and their sizes are not kept


def _of_base(base: str, arguments: str | None, zone: str) -> str | None:
    numbers = [] if arguments is None else [part.strip() for part in arguments.split(",")]
    if not all(part.isdigit() for part in numbers):
        return None
    if base in _TIME:
        if len(numbers) > 1 or (numbers and int(numbers[0]) > 6) or (zone and base.endswith("tz")):
            return None
        precision = f"({int(numbers[0])})" if numbers else ""
        return f"{_TIME[base]}{precision}{' with time zone' if base.endswith('tz') else zone or ' without time zone'}"
    if zone:
        return None
    if base in _NUMERIC:
        match numbers:
            case []:
                return "numeric"
            case [precision]:
                return f"numeric({int(precision)},0)"
            case [precision, scale]:
                return f"numeric({int(precision)},{int(scale)})"
        return None
    if base == "float":
        if len(numbers) > 1 or (numbers and not 1 <= int(numbers[0]) <= 53):
            return None
        return "real" if numbers and int(numbers[0]) <= 24 else "double precision"
    if base in _LENGTH:
        name, default = _LENGTH[base]
        if len(numbers) > 1 or (base == "bpchar" and not numbers):
            return None
        length = numbers[0] if numbers else default
        return name if length is None else f"{name}({int(length)})"
    return None if numbers else _PLAIN.get(base)


def split_collation(spelled: str) -> tuple[str, str | None]:
    """(type, collation as DDL spells it, or None)."""
    match = _COLLATED(spelled) if " COLLATE " in spelled else None
    return (match["type"], match["collation"]) if match else (spelled, None)


@lru_cache(maxsize=4_096)
def without_modifier(printed: str) -> str:
    """A printed type without its length, precision or scale: what a cast to it cannot cut or round.

    A bare ``bit`` or ``character`` would mean a length of 1, so they come as the server prints them in constants.
    """
    bare = _TYPMOD.sub("", printed)
    match bare.removesuffix("[]"):
        case "bit":
            return bare.replace("bit", '"bit"')
        case "character":
            return bare.replace("character", "bpchar")
    return re.sub(r"^interval .*?(\[\])?$", r"interval\1", bare)
