"""Types of a PostgreSQL catalog in SQLAlchemy's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import sqlalchemy as sa

from schemasync_nb.engines.postgresql.names import quote, quote_table
from schemasync_nb.engines.spelling import Call, string
from schemasync_nb.engines.words import TypeWords

PLAIN = {
    "bigint": TypeWords("BigInteger", "int"),
    "boolean": TypeWords("Boolean", "bool"),
    "bytea": TypeWords("LargeBinary", "bytes"),
    "character varying": TypeWords("String", "str"),
    "cidr": TypeWords("CIDR", "str"),
    "date": TypeWords("Date", "datetime.date"),
    "daterange": TypeWords("DATERANGE", "Range[datetime.date]"),
    "double precision": TypeWords("Double", "float"),
    "inet": TypeWords("INET", "str"),
    "int4range": TypeWords("INT4RANGE", "Range[int]"),
    "int8range": TypeWords("INT8RANGE", "Range[int]"),
    "integer": TypeWords("Integer", "int"),
    "interval": TypeWords("Interval", "datetime.timedelta"),
    "json": TypeWords("JSON", "Any"),
    "jsonb": TypeWords("JSONB", "Any"),
    "macaddr": TypeWords("MACADDR", "str"),
    "macaddr8": TypeWords("MACADDR8", "str"),
    "money": TypeWords("MONEY", "str"),
    "numeric": TypeWords("Numeric", "Decimal"),
    "numrange": TypeWords("NUMRANGE", "Range[Decimal]"),
    "oid": TypeWords("OID", "int"),
    "real": TypeWords("REAL", "float"),
    "regclass": TypeWords("REGCLASS", "str"),
    "regconfig": TypeWords("REGCONFIG", "str"),
    "smallint": TypeWords("SmallInteger", "int"),
    "text": TypeWords("Text", "str"),
    "time with time zone": TypeWords(Call("Time", ("timezone=True",)), "datetime.time"),
    "time without time zone": TypeWords("Time", "datetime.time"),
    "timestamp with time zone": TypeWords(Call("DateTime", ("timezone=True",)), "datetime.datetime"),
    "timestamp without time zone": TypeWords("DateTime", "datetime.datetime"),
    "tsquery": TypeWords("TSQUERY", "str"),
    "tsrange": TypeWords("TSRANGE", "Range[datetime.datetime]"),
    "tstzrange": TypeWords("TSTZRANGE", "Range[datetime.datetime]"),
    "tsvector": TypeWords("TSVECTOR", "str"),
    "uuid": TypeWords("Uuid", "uuid.UUID"),
    "datemultirange": TypeWords("DATEMULTIRANGE", "list[Range[datetime.date]]"),
    "int4multirange": TypeWords("INT4MULTIRANGE", "list[Range[int]]"),
    "int8multirange": TypeWords("INT8MULTIRANGE", "list[Range[int]]"),
    "nummultirange": TypeWords("NUMMULTIRANGE", "list[Range[Decimal]]"),
    "tsmultirange": TypeWords("TSMULTIRANGE", "list[Range[datetime.datetime]]"),
    "tstzmultirange": TypeWords("TSTZMULTIRANGE", "list[Range[datetime.datetime]]"),
}
"""A type as format_type prints it without a modifier -> how SQLAlchemy says it."""

EXTENSIONS = {"citext": TypeWords("CITEXT", "str"), "hstore": TypeWords("HSTORE", "dict[str, str | None]")}
"""Types of extensions, without their schema."""

_NAMES = {words.type.head if isinstance(words.type, Call) else str(words.type) for words in PLAIN.values()}

GENERIC = {name for name in _NAMES if hasattr(sa, name)}
GENERIC |= {"CHAR", "Enum", "FetchedValue", "Identity", "Sequence", "func"}
"""What is imported from sqlalchemy."""

OWN = {name for name in _NAMES if not hasattr(sa, name)} | {"CITEXT", "HSTORE"}
OWN |= {"ARRAY", "BIT", "DOMAIN", "ExcludeConstraint", "INTERVAL", "Range", "TIME", "TIMESTAMP"}
"""What is imported from sqlalchemy.dialects.postgresql."""

TEXTS = ("text", "character varying", "character", "bpchar")
_MODIFIED = re.compile(r"(?P<base>[a-z0-9 ]+?)\((?P<arguments>-?\d+(?:,-?\d+)?)\)(?P<zone> with(?:out)? time zone)?")
_INTERVAL = re.compile(r"interval(?P<fields> [a-z ]+)?(?:\((?P<precision>\d)\))?")


@dataclass
class Types:
    """Types by what format_type prints.

    named   enum or domain, as printed -> what stands for it
    schema  the connection's own, in which extensions' types need no schema
    """

    named: dict[str, TypeWords] = field(default_factory=dict)
    schema: str = "public"

    def words(self, printed: str, collation: str | None = None) -> TypeWords:
        """A type; ``collation`` is that of the column where it is not the type's own, as facts state it."""
        if printed.endswith("[]"):
            element = self.words(printed[:-2])
            if collation is None:
                return TypeWords(Call("ARRAY", (element.type,)), f"list[{element.python}]")
            return _declared(printed, collation, f"list[{element.python}]")
        if found := self.named.get(printed):
            return found if collation is None else _declared(printed, collation, found.python)
        found = self._extension(printed) or _built_in(printed)
        if collation is None:
            return found
        head, items = (found.type.head, found.type.items) if isinstance(found.type, Call) else (found.type, ())
        if "." in collation or head not in ("String", "Text", "CHAR"):
            return _declared(printed, collation, found.python)
        return TypeWords(Call(str(head), (*items, f"collation={string(collation)}")), found.python)

    def _extension(self, printed: str) -> TypeWords | None:
        schema, _, name = printed.rpartition(".")
        return EXTENSIONS.get(name) if schema in (quote(self.schema), "") else None


def _built_in(printed: str) -> TypeWords:
    if plain := PLAIN.get(printed):
        return plain
    if interval := _INTERVAL.fullmatch(printed):
        fields = [f"fields={string(interval['fields'].strip().upper())}"] if interval["fields"] else []
        precision = [f"precision={interval['precision']}"] if interval["precision"] else []
        return TypeWords(Call("INTERVAL", (*fields, *precision)), "datetime.timedelta")
    match = _MODIFIED.fullmatch(printed)
    arguments = match["arguments"].split(",") if match else []
    base = (match["base"] if match else printed) + ((match["zone"] or "") if match else "")
    match base:
        case "numeric":
            return TypeWords(Call("Numeric", tuple(arguments)), "Decimal")
        case "character varying":
            return TypeWords(Call("String", tuple(arguments)), "str")
        case "character":
            return TypeWords(Call("CHAR", tuple(arguments)), "str")
        case "bit":
            return TypeWords(Call("BIT", tuple(arguments)), "str")
        case "bit varying":
            return TypeWords(Call("BIT", (*arguments, "varying=True")), "str")
        case "timestamp with time zone" | "timestamp without time zone":
            return TypeWords(Call("TIMESTAMP", _moment(base, arguments)), "datetime.datetime")
        case "time with time zone" | "time without time zone":
            return TypeWords(Call("TIME", _moment(base, arguments)), "datetime.time")
    return _declared(printed, None, "Any")


def _moment(base: str, arguments: list[str]) -> tuple[str, ...]:
    zone = ("timezone=True",) if base.endswith("with time zone") else ()
    return (*zone, f"precision={arguments[0]}")


def _declared(printed: str, collation: str | None, python: str) -> TypeWords:
    spelling = printed
    if collation is not None:
        spelling += f" COLLATE {quote_table(collation) if '.' in collation else quote(collation)}"
    return TypeWords(Call("Declared", (string(spelling),)), python)
