"""Which values a column's new type would change, or not admit: as conditions to ask the data with.

A condition holds for such values, is false for NULL, and raises no error on any value: what could raise stands behind
a CASE that let only harmless values through.
"""

from __future__ import annotations

import re

from schemasync_nb.catalog import Catalog, Entry
from schemasync_nb.engines.postgresql.casts import (
    FLOATS,
    INTEGERS,
    NUMBERS,
    STAMP,
    STAMP_UTC,
    TEXTS,
    Type,
    Types,
    converted,
    parsed,
    unconvertible,
)
from schemasync_nb.engines.postgresql.names import literal, quote

DATE = r"(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
CLOCK = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d{fraction})?"
ZONE = r"( ?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?))?"
YES = ("true", "tru", "tr", "t", "yes", "ye", "y", "on", "1")
NO = ("false", "fals", "fal", "fa", "f", "no", "n", "off", "of", "0")
UUID = "^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})$"
DECIMAL = r"^-?(0|[1-9]\d*)(\.\d+)?$"
FLOAT = r"^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d{1,3})?$"
IPV4 = r"(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}"
IPV6 = r"(?!(.*:){8})([0-9a-f]{1,4}(:[0-9a-f]{1,4})*)?::([0-9a-f]{1,4}(:[0-9a-f]{1,4})*)?"
IPV6 += r"|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}"
# Well-formed UTF-8 without a zero byte, in hexadecimal (unicode.org, table 3-7).
UTF8 = (
    "^(0[1-9a-f]|[1-7].|(c[2-9a-f]|d.)[89ab].|e0[ab].[89ab].|e[1-9a-cef]([89ab].){2}|ed[89].[89ab]."
    "|f0[9ab].([89ab].){2}|f[1-3]([89ab].){3}|f48.([89ab].){2})*$"
)
NESTED = 12  # levels of text that is asked whether it is JSON; what is deeper does not pass


def misfit(old: Entry, new: Entry, before: Catalog | None = None, after: Catalog | None = None) -> str | None:
    """A condition that holds for the values that do not fit the new type; None when every value does.

    before, after  where enum and domain types are looked up
    """
    types = str(old.facts["type"]), str(new.facts["type"])
    return unfit(quote(old.name or ""), *types, Types.of(before), Types.of(after))


def unfit(value: str, old_type: str, new_type: str, olds: Types, news: Types) -> str | None:
    """The same for an expression of one type that becomes another."""
    old, new = olds.stored(parsed(old_type)), parsed(new_type)
    domain = news.domain(new)
    if domain is not None and not new.array and not old.array:
        return _unfit_for_domain(value, old, domain, olds, news)
    if old.array and new.array:
        if unconvertible(old.element, new.element, olds, news):
            return f"cardinality({value}) > 0"
        step = _of_element(old.element, new.element, olds, news)
        return step and f"EXISTS (SELECT FROM unnest({value}) AS element WHERE {step})"
    if old.array or new.array:
        return None if new.base in TEXTS and not new.array and not new.modifier else _any(value)
    condition = _scalar(value, old, new, olds, news)
    return condition and f"{value} IS NOT NULL AND ({condition})"


def _any(value: str) -> str:
    return f"{value} IS NOT NULL"


def _listed(labels: tuple[str, ...] | list[str]) -> str:
    return ", ".join(map(literal, labels))


def _unfit_for_domain(value: str, old: Type, domain: Entry, olds: Types, news: Types) -> str | None:
    base = str(domain.facts["type"])
    step = unfit(value, old.text, base, olds, news)
    checks = domain.facts["checks"]
    assert isinstance(checks, tuple)
    inner = f"({converted(value, old.text, base, olds, news) or value})::{base}"
    bodies = [check[check.index("CHECK (") + 6 :].removesuffix(" NOT VALID") for check in checks]
    failing = [f"NOT coalesce({_with_value(body, inner)}, true)" for body in bodies]
    failing += ["false"] if not failing else []
    condition = " OR ".join(failing)
    if step is not None:
        condition = f"CASE WHEN {step} THEN true ELSE {condition} END"
    if domain.facts["not_null"]:
        return f"{value} IS NULL OR {condition}"
    return None if condition == "false" else f"{value} IS NOT NULL AND ({condition})"


def _with_value(check: str, value: str) -> str:
    """A domain's check with an expression in the place of VALUE."""
    return re.sub(r"'(?:[^']|'')*'|\bVALUE\b", lambda m: value if m[0] == "VALUE" else m[0], check)


def _of_element(old: Type, new: Type, olds: Types, news: Types) -> str | None:
    if {old.base, new.base} == {STAMP, STAMP_UTC}:
        return "true"  # an array's elements are converted in the session's time zone, whatever that is
    return unfit("element", old.text, new.text, olds, news)


def _scalar(value: str, old: Type, new: Type, olds: Types, news: Types) -> str | None:
    labels, known = news.labels(new), olds.labels(old)
    if unconvertible(old, new, olds, news):
        return "true"
    if labels is not None:
        if known is not None and set(known) <= set(labels):
            return None
        return f"{value}::text NOT IN ({_listed(labels)})" if labels else "true"
    if new.base in TEXTS:
        return _unfit_for_text(value, old, new, olds, news)
    if known is not None:
        return _text_misfit(f"{value}::text", new)
    if old.base in TEXTS:
        return _text_misfit(f"{value}::text", new)
    if old.text == new.text:
        return None
    if new.base == "boolean" and old.base in NUMBERS:
        return f"{value} NOT IN (0, 1)"
    if new.base in NUMBERS and old.base in NUMBERS:
        return _number_misfit(value, old, new)
    if new.base == "jsonb" and old.base == "json":
        return _not_for_jsonb(f"{value}::text")
    return _time_misfit(value, old, new)


def _unfit_for_text(value: str, old: Type, new: Type, olds: Types, news: Types) -> str | None:
    length = new.modifier[0] if new.modifier else None
    if new.base == "name":
        length = 63
    if old.base == "bytea":
        bad = f"encode({value}, 'hex') !~ '{UTF8}'"
        inner = f"length(convert_from({value}, 'UTF8')) > {length}"
        return bad if length is None else f"CASE WHEN {bad} THEN true ELSE {inner} END"
    if length is None:
        return None
    if old.base in TEXTS and old.base != "text" and old.modifier and old.modifier[0] <= length:
        return None
    text = converted(value, old.text, "text", olds, news) or f"{value}::text"
    return f"length({text}) > {length}"


def _text_misfit(text: str, new: Type) -> str | None:
    base = new.base
    if base in INTEGERS:
        return _guarded(text, r"^(0|-?[1-9]\d{0,18})$", _out_of_range(f"{text}::numeric", base))
    if base == "numeric":
        fits = _unfit_for_numeric(f"{text}::numeric", new)
        return _guarded(text, DECIMAL, f"length({text}) > 900" if fits is None else fits, "length({0}) <= 900")
    if base in FLOATS:
        number = f"{text}::numeric"
        inner = f"NOT {_safe_float(number, base)}"
        changed = f"{text}::{base}::text::numeric <> {number}"
        return _guarded(text, FLOAT, f"CASE WHEN {inner} THEN true ELSE {changed} END", "length({0}) <= 300")
    if base == "boolean":
        return f"lower(btrim({text})) NOT IN ({_listed(YES + NO)})"
    if base == "uuid":
        return f"lower({text}) !~ '{UUID}'"
    if base in ("json", "jsonb"):
        broken = _broken_json(text)
        return broken if base == "json" else f"{broken} OR {_not_for_jsonb(text)}"
    if base in ("date", STAMP, STAMP_UTC, "time without time zone", "time with time zone"):
        return _no_moment(text, new)
    if base == "inet":
        return f"{text} !~* '^({IPV4}(/(3[0-2]|[12]?\\d))?|({IPV6})(/(12[0-8]|1[01]\\d|\\d?\\d))?)$'"
    if base == "interval":
        unit = "(year|mon|month|week|day|hour|minute|second)s?"
        clock = r"[+-]?\d{1,6}:[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"
        return f"{text} !~ '^([+-]?\\d{{1,6}} {unit}( |$))*({clock})?$' OR {text} = ''"
    return None  # the type of an extension, or one whose forms no pattern tells: the rehearsal will say


def _guarded(text: str, pattern: str, condition: str, also: str = "") -> str:
    harmless = f"lower({text}) ~ '{pattern}'" + (f" AND {also.format(text)}" if also else "")
    return f"CASE WHEN {harmless} THEN {condition} ELSE true END"


def _out_of_range(number: str, base: str) -> str:
    return f"{number} NOT BETWEEN {-INTEGERS[base]} AND {INTEGERS[base] - 1}"


def _unfit_for_numeric(number: str, new: Type) -> str | None:
    if not new.modifier:
        return None
    precision, scale = (*new.modifier, 0)[:2]
    return f"{number} <> 'NaN' AND ({number} <> round({number}, {scale}) OR abs({number}) >= 1e{precision - scale})"


def _safe_float(number: str, base: str) -> str:
    smallest, largest = ("1e-37", "3.4e38") if base == "real" else ("1e-300", "1e300")
    return f"({number} = 0 OR abs({number}) BETWEEN {smallest} AND {largest})"


def _number_misfit(value: str, old: Type, new: Type) -> str | None:
    if new.base in INTEGERS:
        if old.base in INTEGERS:
            return None if INTEGERS[old.base] <= INTEGERS[new.base] else _out_of_range(value, new.base)
        limit = INTEGERS[new.base]
        return f"{value} <> floor({value}) OR NOT ({value} >= {-limit} AND {value} < {limit})"
    if new.base == "numeric":
        if old.base in FLOATS:
            infinite = f"{value} IN ('Infinity', '-Infinity')"
            inner = _unfit_for_numeric(f"{value}::text::numeric", new)
            return f"CASE WHEN {infinite} THEN true ELSE {inner or 'false'} END"
        if old.base == "numeric" and _contains(new, old):
            return None
        return _unfit_for_numeric(f"{value}::numeric", new)
    if old.base == "real":
        return None
    if old.base == "smallint" or (old.base == "integer" and new.base == "double precision"):
        return None
    if old.base in INTEGERS:
        return f"{value}::{new.base}::text::numeric <> {value}"
    if old.base == "numeric":
        changed = f"{value}::{new.base}::text::numeric <> {value}"
        return f"{value} <> 'NaN' AND CASE WHEN {_safe_float(value, new.base)} THEN {changed} ELSE true END"
    special = f"{value} IN ('NaN', 'Infinity', '-Infinity')"
    changed = f"{value}::real::text <> {value}::text"
    return f"CASE WHEN {special} THEN false WHEN {_safe_float(value, 'real')} THEN {changed} ELSE true END"


def _contains(new: Type, old: Type) -> bool:
    if not new.modifier or not old.modifier:
        return not new.modifier
    (precision, scale), (was, fraction) = (*new.modifier, 0)[:2], (*old.modifier, 0)[:2]
    return scale >= fraction and precision - scale >= was - fraction


def _time_misfit(value: str, old: Type, new: Type) -> str | None:
    if new.base == "date":
        stamp = f"({value} AT TIME ZONE 'UTC')" if old.base == STAMP_UTC else value
        return f"{stamp}::date::timestamp <> {stamp}" if old.base in (STAMP, STAMP_UTC) else None
    if old.base == "date":
        return f"isfinite({value}) AND {value} > '294276-12-31'" if new.base in (STAMP, STAMP_UTC) else "true"
    if new.base.startswith("time ") and old.base in (STAMP, STAMP_UTC):
        return "true"  # the day would be lost
    coarser = new.modifier and (not old.modifier or new.modifier < old.modifier)
    if coarser and new.base in (STAMP, STAMP_UTC, "time without time zone", "time with time zone"):
        keyword = "time" if new.base.startswith("time ") else "timestamp"
        zone = " with time zone" if old.base.endswith("with time zone") else ""
        return f"{value}::{keyword}({new.modifier[0]}){zone} <> {value}"
    return None


def _no_moment(text: str, new: Type) -> str:
    digits = new.modifier[0] if new.modifier else 6
    clock = CLOCK.format(fraction=rf"(\.\d{{1,{digits}}})?" if digits else "")
    if new.base.startswith("time "):
        return f"{text} !~ '^{clock}{ZONE if new.base.endswith('with time zone') else ''}$'"
    zone = ZONE if new.base == STAMP_UTC else ""
    pattern = f"^{DATE}$" if new.base == "date" else f"^{DATE}([ T]{clock}{zone})?$"
    first = f"(substr({text}, 1, 7) || '-01')::date"
    last = f"extract(day FROM {first} + interval '1 month' - interval '1 day')"
    day = f"substr({text}, 9, 2)::integer"
    return f"CASE WHEN {text} ~ '{pattern}' THEN {day} > {last} ELSE true END"


def _not_for_jsonb(text: str) -> str:
    """jsonb takes no zero character, no half of a surrogate pair and no number beyond numeric's range."""
    unescaped = rf"regexp_replace({text}, '\\\\', '', 'g')"
    pairs = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    halves = rf"regexp_replace({unescaped}, '{pairs}', '', 'g') ~ '\\u([dD][89a-fA-F]|0000)'"
    bare = rf"""regexp_replace({text}, '"([^"\\]|\\.)*"', '', 'g') ~ '[eE][+-]?\d{{5}}'"""
    return f"{halves} OR {bare}"


def _broken_json(text: str) -> str:
    """Every JSON value in the text is folded to ``V`` from the inside out: of a whole one, ``V`` alone is left."""
    string = r'"([^"\\\x01-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"'
    scalar = r"(?<![\w.+-])(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)(?![\w.+-])"
    folded = text
    for pattern, to in ((string, "S"), (scalar, "V"), (r"[ \t\n\r]+", "")):
        folded = f"regexp_replace({folded}, '{pattern}', '{to}', 'g')"
    for _ in range(NESTED):
        folded = rf"regexp_replace({folded}, '\[([VS](,[VS])*)?\]|\{{(S:[VS](,S:[VS])*)?\}}', 'V', 'g')"
    return f"regexp_replace({text}, '{string}', '', 'g') ~ '[SV]' OR {folded} NOT IN ('S', 'V')"
