"""What becomes of a column's values when its type changes: the expression that converts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from schemasync_nb.catalog import DOMAIN, ENUM, Catalog, Entry
from schemasync_nb.engines.postgresql.names import quote, quote_table
from schemasync_nb.engines.postgresql.order import thing

TEXTS = ("text", "character varying", "character", "bpchar", "name")
INTEGERS = {"smallint": 2**15, "integer": 2**31, "bigint": 2**63}
FLOATS = ("real", "double precision")
NUMBERS = (*INTEGERS, "numeric", *FLOATS)
STAMP, STAMP_UTC = "timestamp without time zone", "timestamp with time zone"
# Between these and the others there is no cast, so that no value can be converted.
APART = (*NUMBERS, "boolean", "date", STAMP, STAMP_UTC, "interval", "json", "jsonb", "uuid", "bytea")
CLOCKS = ("time without time zone", "time with time zone")
APART += (*CLOCKS, "inet", "cidr", "macaddr", "xml", "tsvector", "bit", "bit varying")


@dataclass(frozen=True)
class Type:
    """A type as format_type prints it, taken apart: ``numeric(10,2)[]`` -> numeric, (10, 2), an array."""

    text: str
    base: str
    modifier: tuple[int, ...] = ()
    array: bool = False

    @property
    def element(self) -> Type:
        """The type of an array's elements."""
        return parsed(self.text.removesuffix("[]"))


_TYPE = re.compile(r"(?P<base>.+?)(?:\((?P<modifier>-?\d+(?:,-?\d+)?)\))?(?P<zone> with(?:out)? time zone)?").fullmatch


@lru_cache(maxsize=4_096)
def parsed(text: str) -> Type:
    """A printed type taken apart."""
    match = _TYPE(text.removesuffix("[]"))
    if match is None:
        return Type(text, text)
    modifier = tuple(int(number) for number in (match["modifier"] or "").split(",") if number)
    base = match["base"] + (match["zone"] or "")
    return Type(text, "interval" if base.startswith("interval") else base, modifier, text.endswith("[]"))


@dataclass(frozen=True)
class Types:
    """Enum and domain types, by how a column prints them."""

    known: dict[str, Entry]

    @classmethod
    def of(cls, *catalogs: Catalog | None) -> Types:
        """Those of some catalogs; where two have one type, the earlier one counts."""
        known: dict[str, Entry] = {}
        for catalog in catalogs:
            for entry in catalog.entries if catalog else ():
                if entry.kind in (ENUM, DOMAIN):
                    known.setdefault(quote_table(thing(entry)[0]), entry)
        return cls(known)

    def labels(self, type_: Type) -> tuple[str, ...] | None:
        """The labels of an enum; None for other types."""
        entry = self.known.get(type_.base)
        labels = entry.facts["labels"] if entry and entry.kind == ENUM else None
        return labels if isinstance(labels, tuple) else None

    def domain(self, type_: Type) -> Entry | None:
        """The domain that a type is; None for other types."""
        entry = self.known.get(type_.base)
        return entry if entry and entry.kind == DOMAIN else None

    def stored(self, type_: Type) -> Type:
        """The type under a domain, or the type itself."""
        domain = self.domain(type_)
        return self.stored(parsed(str(domain.facts["type"]))) if domain and not type_.array else type_


def using(old: Entry, new: Entry, before: Catalog | None = None, after: Catalog | None = None) -> str | None:
    """The USING expression for a column's change of type; None where the assignment cast does it.

    before, after  where enum and domain types are looked up
    """
    column = quote(old.name or "")
    return converted(column, str(old.facts["type"]), str(new.facts["type"]), Types.of(before), Types.of(after))


def converted(value: str, old_type: str, new_type: str, olds: Types, news: Types) -> str | None:
    """An expression of one type as an expression of the other; None where an assignment converts it."""
    old, new = olds.stored(parsed(old_type)), news.stored(parsed(new_type))
    if old.array != new.array:
        if old.array:
            return None if new.base in TEXTS else f"NULL::{new_type}"
        return f"{value}::text::{new_type}" if old.base in TEXTS else f"NULL::{new_type}"
    if news.domain(parsed(new_type)) is not None and not new.array:
        return f"({_scalar(value, old, new, olds, news) or value})::{new_type}"
    if old.array or new.array:
        return _array(value, old, new, olds, news)
    return _scalar(value, old, new, olds, news)


def _array(value: str, old: Type, new: Type, olds: Types, news: Types) -> str | None:
    if unconvertible(old.element, new.element, olds, news):
        return f"CASE WHEN {value} IS NOT NULL THEN '{{}}'::{new.text} END"  # only empty ones are not misfits
    if olds.labels(old) is not None or news.labels(new) is not None:
        return f"{value}::text[]::{new.text}"
    step = _scalar("x", old.element, new.element, olds, news)
    return None if step is None else f"{value}::{new.text}"


def _scalar(value: str, old: Type, new: Type, olds: Types, news: Types) -> str | None:
    labels = news.labels(new) is not None
    if unconvertible(old, new, olds, news):
        return f"NULL::{new.text}"
    if olds.labels(old) is not None:
        return None if new.base in TEXTS else f"{value}::text::{new.text}"
    if old.base == new.base and not labels:
        return None
    if old.base in TEXTS:
        return None if new.base in TEXTS else _from_text(value, old, new)
    pair = old.base, new.base
    if old.base == "boolean" and new.base in NUMBERS:
        whole = f"CASE WHEN {value} THEN 1 WHEN NOT {value} THEN 0 END"
        return f"{value}::integer" if new.base == "integer" else whole
    if old.base in NUMBERS and new.base == "boolean":
        return f"{value} <> 0"
    if old.base in FLOATS and new.base == "numeric":
        return f"{value}::text::{new.text}"  # the cast itself keeps 15 digits of a float, its text has them all
    if pair in ((STAMP, STAMP_UTC), (STAMP_UTC, STAMP)):
        return f"{value} AT TIME ZONE 'UTC'"
    if pair == (STAMP_UTC, "date"):
        return f"({value} AT TIME ZONE 'UTC')::date"
    if pair == ("date", STAMP_UTC):
        return f"{value}::timestamp AT TIME ZONE 'UTC'"
    if pair in ((STAMP_UTC, "time without time zone"), (STAMP_UTC, "time with time zone")):
        return f"({value} AT TIME ZONE 'UTC')::{new.text}"
    if new.base in TEXTS:
        return _to_text(value, old)
    if pair in (("json", "jsonb"), ("jsonb", "json")):
        return f"{value}::{new.text}"
    if labels:
        return f"{value}::text::{new.text}"
    return None if {old.base, new.base} <= {*NUMBERS, "date", STAMP} else f"{value}::{new.text}"


def unconvertible(old: Type, new: Type, olds: Types, news: Types) -> bool:
    """True for two types between which no value can be converted."""
    if olds.labels(old) is not None or news.labels(new) is not None:
        return "bytea" in (old.base, new.base)
    if old.base == new.base or not {old.base, new.base} <= {*APART}:
        return False
    kin = ({*NUMBERS, "boolean"}, {"json", "jsonb"}, {"inet", "cidr"}, {"bit", "bit varying"})
    if any({old.base, new.base} <= alike for alike in (*kin, set(CLOCKS), {"date", STAMP, STAMP_UTC})):
        return False
    return not (old.base in (STAMP, STAMP_UTC) and new.base in CLOCKS)


def _from_text(value: str, old: Type, new: Type) -> str:
    text = f"{value}::text"
    if new.base == STAMP_UTC:
        zoned = "':\\d\\d(\\.\\d+)? ?(Z|[+-]\\d\\d(:?\\d\\d)?)$'"
        stamp = f"{text}::{new.text}"
        return f"CASE WHEN {text} ~ {zoned} THEN {stamp} ELSE {text}::timestamp AT TIME ZONE 'UTC' END"
    if new.base == "bytea":
        return f"convert_to({text}, 'UTF8')"
    return f"{text if old.base.startswith('char') else value}::{new.text}"  # a char(n) is padded


def _to_text(value: str, old: Type) -> str | None:
    if old.base == "bytea":
        return f"convert_from({value}, 'UTF8')"
    if old.base == STAMP_UTC:
        stamp = f"({value} AT TIME ZONE 'UTC')::text"
        return f"CASE WHEN isfinite({value}) THEN {stamp} || '+00' ELSE {value}::text END"
    return None
