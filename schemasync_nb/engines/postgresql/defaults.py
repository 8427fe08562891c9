"""Defaults as DDL spells them -> as pg_get_expr prints them, wherever that is certain without asking."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from functools import lru_cache

from schemasync_nb.engines.postgresql.names import quote
from schemasync_nb.engines.postgresql.types import format_type, without_modifier

STRING = r"'(?:[^']|'')*'"
_STRING = re.compile(STRING).fullmatch
_CAST_STRING = re.compile(rf"({STRING}) ?:: ?([\w ]+(?:\[\])?)").fullmatch
_INTEGER = re.compile(r"-?(?:0|[1-9]\d*)").fullmatch
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)\.\d+").fullmatch
_NEXTVAL = re.compile(r"nextval\('((?:[^'])+)'(?:::regclass)?\)", re.IGNORECASE).fullmatch
_PART = re.compile(r'"((?:[^"]|"")+)"|([A-Za-z_][A-Za-z0-9_$]*)')

INTEGERS = {"smallint": 2**15, "integer": 2**31, "bigint": 2**63}
NUMBERS = {*INTEGERS, "numeric", "real", "double precision"}
_WORDS = {  # argument-less, and one meaning in every session: spelling -> printed, types that take it
    "now()": ("now()", "time"), "current_timestamp": ("CURRENT_TIMESTAMP", "time"),
    "transaction_timestamp()": ("transaction_timestamp()", "time"), "clock_timestamp()": ("clock_timestamp()", "time"),
    "statement_timestamp()": ("statement_timestamp()", "time"), "localtimestamp": ("LOCALTIMESTAMP", "time"),
    "current_date": ("CURRENT_DATE", "date"), "gen_random_uuid()": ("gen_random_uuid()", "uuid"),
    "true": ("true", "boolean"), "false": ("false", "boolean"),
}  # fmt: skip
_TAKEN_BY = {
    "time": {"timestamp with time zone", "timestamp without time zone", "date"},
    "date": {"timestamp with time zone", "timestamp without time zone", "date"},
    "uuid": {"uuid"},
    "boolean": {"boolean"},
}
_TRUTH = {"true": "true", "t": "true", "1": "true", "yes": "true", "on": "true"}
_TRUTH |= {"false": "false", "f": "false", "0": "false", "no": "false", "off": "false"}


def predicted_default(spelled: str, printed_type: str, is_enum: bool) -> str | None:
    """What pg_get_expr prints for a default of a column; None where only the server knows.

    printed_type  of the column, as format_type prints it
    is_enum       it is an enum type or an array of one
    """
    type_ = printed_type if is_enum else without_modifier(printed_type)
    if _STRING(spelled):
        return string_constant(spelled, type_, is_enum)
    if word := _WORDS.get(spelled.lower()):
        return word[0] if type_ in _TAKEN_BY[word[1]] else None
    if type_ in NUMBERS and (number := number_constant(spelled)):
        return number
    if cast := _CAST_STRING(spelled):
        to = format_type(cast[2].strip())
        if (
            to is not None
            and without_modifier(to) == to
            and (to == type_ or {to, type_} <= {"text", "character varying"})
        ):
            return string_constant(cast[1], to, False)
    return None


def number_constant(spelled: str) -> str | None:
    """What a number prints as: a negative one is a string with a cast, so that the minus binds."""
    if _INTEGER(spelled):
        type_ = next((name for name in ("integer", "bigint") if -INTEGERS[name] <= int(spelled) < INTEGERS[name]), None)
        if type_ is None or spelled == "-0" or int(spelled) in (-(2**31), -(2**63)):
            return None
        return spelled if type_ == "integer" and spelled[0] != "-" else f"'{spelled}'::{type_}"
    if _DECIMAL(spelled) and len(spelled) < 30:
        return spelled if spelled[0] != "-" else f"'{spelled}'::numeric" if float(spelled) else None
    return None


@lru_cache(maxsize=4_096)
def string_constant(quoted: str, type_: str, is_enum: bool) -> str | None:
    """What a string that is read as a value of this type prints as."""
    value = quoted[1:-1].replace("''", "'")
    if is_enum:
        return f"{quoted}::{type_}" if not type_.endswith("[]") or value == "{}" else None
    if ("\\" in value or not value.isascii()) and type_ not in ("text", "character varying", "bpchar"):
        return None
    match type_:
        case "text" | "character varying" | "bpchar" | "json":
            return f"{quoted}::{type_}" if type_ != "json" or _is_json(value) else None
        case "boolean":
            return _TRUTH.get(value)
        case "integer" | "smallint" | "bigint":
            if not _INTEGER(value) or value == "-0" or not -INTEGERS[type_] <= int(value) < INTEGERS[type_]:
                return None
            return value if type_ == "integer" and value[0] != "-" else f"'{value}'::{type_}"
        case "numeric":
            if value in ("-0",) or not (_INTEGER(value) or _DECIMAL(value)) or len(value) > 29:
                return None
            return value if "." in value and value[0] != "-" else f"'{value}'::numeric" if _nonzero(value) else None
        case "real" | "double precision":
            exact = (_INTEGER(value) or (_DECIMAL(value) and value[-1] != "0")) and len(value) <= 6 and value != "-0"
            return f"'{value}'::{type_}" if exact and not re.match(r"-?0\.000", value) else None
        case "jsonb":
            return f"{quoted}::jsonb" if value in ("{}", "[]", "null", "true", "false") else None
        case "uuid":
            return f"{quoted}::uuid" if re.fullmatch(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", value) else None
        case "date":
            return f"{quoted}::date" if _is_moment(value, "%Y-%m-%d") else None
        case "timestamp without time zone":
            return f"{quoted}::{type_}" if _is_moment(value, "%Y-%m-%d %H:%M:%S") else None
    return f"'{{}}'::{type_}" if type_.endswith("[]") and value == "{}" else None


def _nonzero(value: str) -> bool:
    return value[0] != "-" or float(value) != 0


def _is_json(value: str) -> bool:
    try:
        json.loads(value, parse_constant=_refused)
    except ValueError:
        return False
    return True


def _refused(constant: str) -> None:
    raise ValueError(constant)  # Python reads NaN and Infinity, the server does not


def _is_moment(value: str, form: str) -> bool:
    try:
        return date.min.year < datetime.strptime(value, form).year and len(value) == (10 if form == "%Y-%m-%d" else 19)
    except ValueError:
        return False


def sequence_of(spelled: str) -> tuple[str | None, str] | None:
    """(schema or None, name) of the sequence in a bare nextval()."""
    match = _NEXTVAL(spelled)
    if match is None:
        return None
    parts = [whole.replace('""', '"') or plain.lower() for whole, plain in _PART.findall(match[1])]
    if _PART.sub("", match[1]) not in ("", ".") or not 1 <= len(parts) <= 2:
        return None
    return (parts[0] if len(parts) == 2 else None), parts[-1]


def nextval(schema: str, name: str) -> str:
    """How the default of a column that takes its values from a sequence prints."""
    qualified = f"{quote(schema)}.{quote(name)}".replace("'", "''")
    return f"nextval('{qualified}'::regclass)"
