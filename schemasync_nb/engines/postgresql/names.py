"""Names of PostgreSQL: how they are spelled in ids, and how they are quoted in SQL."""

from __future__ import annotations

import re
from functools import lru_cache

# Every keyword of PostgreSQL 18 that is not UNRESERVED (SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'):
# older servers know fewer, and a name that is quoted without need means the same.
_KEYWORDS = """
    all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case
    cast char character check coalesce collate collation column concurrently constraint create cross current_catalog
    current_date current_role current_schema current_time current_timestamp current_user dec decimal default
    deferrable desc distinct do else end except exists extract false fetch float for foreign freeze from full grant
    greatest group grouping having ilike in initially inner inout int integer intersect interval into is isnull join
    json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize
    json_table json_value lateral leading least left like limit localtime localtimestamp merge_action national
    natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay
    placing position precision primary real references returning right row select session_user setof similar
    smallint some substring symmetric system_user table tablesample then time timestamp to trailing treat trim true
    union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat
    xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
"""
KEYWORDS = frozenset(_KEYWORDS.split())

_PLAIN = re.compile(r"[a-z_][a-z0-9_]*").fullmatch
_FIRST_PART = re.compile(r'"(?:[^"]|"")*"|[^."]*').match


def spell_part(name: str) -> str:
    """One name as ids spell it: in double quotes only where a dot or a double quote would mislead."""
    return f'"{name.replace(chr(34), chr(34) * 2)}"' if "." in name or '"' in name else name


@lru_cache(maxsize=65_536)
def spell(schema: str, name: str) -> str:
    """The spelling of a table, type or sequence in ids: ``public.orders``, ``public."a.b"``."""
    return f"{spell_part(schema)}.{spell_part(name)}"


@lru_cache(maxsize=65_536)
def split(spelled: str) -> tuple[str, str]:
    """(schema, name) of a spelling that ``spell`` made."""
    first = _FIRST_PART(spelled)
    end = first.end() if first else 0
    return _plain(spelled[:end]), _plain(spelled[end + 1 :])


def _plain(part: str) -> str:
    return part[1:-1].replace('""', '"') if part.startswith('"') else part


@lru_cache(maxsize=65_536)
def quote(name: str) -> str:
    """An identifier as the server's quote_identifier prints it: in double quotes only where it must be."""
    if _PLAIN(name) and name not in KEYWORDS:
        return name
    return f'"{name.replace(chr(34), chr(34) * 2)}"'


@lru_cache(maxsize=65_536)
def quote_table(spelled: str) -> str:
    """A spelled table, type or sequence as SQL says it: always with its schema, quoted as needed."""
    schema, name = split(spelled)
    return f"{quote(schema)}.{quote(name)}"


def literal(text: str) -> str:
    """A string constant; with backslashes it is an E'' one, which no setting reads differently."""
    quoted = "'" + text.replace("'", "''") + "'"
    return "E" + quoted.replace("\\", "\\\\") if "\\" in text else quoted


def first_term(key: str) -> str:
    """The column or expression that an index lists, without its operator class, collation and order."""
    if key.startswith('"'):
        quoted = _FIRST_PART(key)
        end = quoted.end() if quoted else len(key)
    else:
        end = 0
        while end < len(key) and (key[end].isalnum() or key[end] in "_$."):
            end += 1
    if key[end : end + 1] == "(":  # an expression in parentheses, or a function's call
        depth, at, inside = 0, end, ""
        while at < len(key):
            character = key[at]
            if inside:
                inside = "" if character == inside else inside
            elif character in "'\"":
                inside = character
            else:
                depth += (character == "(") - (character == ")")
            at += 1
            if depth == 0 and not inside:
                break
        end = at
    return key[:end]


# Types that hold the same sort of values, so that one may be the other under a new name.
FAMILIES = {
    "number": ("smallint", "integer", "bigint", "numeric", "real", "double precision", "money"),
    "text": ("character varying", "character", "text", "citext"),
    "moment": ("timestamp", "date"),
    "time": ("time", "interval"),
    "json": ("json", "jsonb"),
    "bits": ("bit", "bit varying"),
}


def family(printed: str) -> str:
    """The family of a type as format_type prints it; other types are each a family of their own."""
    base = re.sub(r"\(.*?\)| with(out)? time zone", "", printed)
    element = base.removesuffix("[]")
    found = next((name for name, types in FAMILIES.items() if element in types), element)
    return found + base[len(element) :]
