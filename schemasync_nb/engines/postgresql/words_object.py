"""Enums, domains and sequences of a PostgreSQL catalog in SQLAlchemy's words."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.base import PGDialect

from schemasync_nb.catalog import COLUMN, DOMAIN, ENUM, SEQUENCE, Catalog, Entry, Fact
from schemasync_nb.engines.declarations import terms
from schemasync_nb.engines.postgresql.names import quote, quote_table, split
from schemasync_nb.engines.postgresql.predict_column import sequence_row
from schemasync_nb.engines.postgresql.words_sql import readable
from schemasync_nb.engines.postgresql.words_type import Types
from schemasync_nb.engines.spelling import Call, Node, camel, free, identifier, shown, singular, snake, string
from schemasync_nb.engines.words import ObjectWords, TypeWords

METADATA = "metadata=Base.metadata"

Sql = Callable[[str, str], Node]
"""(SQL, keyword) -> what SQLAlchemy takes as SQL, behind the keyword."""

_NOT_MADE = "create_type=False"
_CHECK = re.compile(r'(?P<name>"(?:[^"]|"")+"|\w+) CHECK \((?P<sql>.*)\)', re.DOTALL)
_INTEGERS = {"smallint": "SmallInteger", "integer": "Integer", "bigint": "BigInteger"}


class Objects:
    """What is found on the way through the objects of a catalog.

    types   learns what stands for each enum and domain
    found   those that the file makes, in an order in which that can be done
    unsaid  a line for each thing that SQLAlchemy cannot say
    """

    def __init__(self, catalog: Catalog, types: Types, sql: Sql) -> None:
        self.catalog = catalog
        self.types = types
        self.sql = sql
        self.found: list[ObjectWords] = []
        self.unsaid: list[str] = []

    def share(self, reserved: Iterable[str]) -> None:
        """Give each a name in the file, none of these."""
        taken = {*reserved, *(singular(camel(split(table)[1])) for table in self.catalog.tables)}
        columns = {entry.name or "" for entry in self.catalog.entries if entry.kind == COLUMN}
        used = self._used_by(COLUMN) - self._used_by(DOMAIN)  # which are made before tables
        for entry in _ordered(self.catalog):
            name = entry.name or ""
            attached = [] if entry.spelled in used else [METADATA]
            if entry.kind == ENUM:
                words = self._shared_enum(entry, _name(camel(name), "enum", taken), attached)
            elif entry.kind == DOMAIN:
                words = self._shared_domain(entry, _name(camel(name), "type", taken), attached)
            else:
                name = _name(snake(name), "sequence", taken | columns)
                words = ObjectWords(entry, name, sequence_call(entry, [*self._schema(entry), METADATA]))
            taken.add(words.name)
            self.found.append(words)

    def inline(self) -> None:
        """Say each whole where it is used, but for those for which something stands already."""
        given = dict(self.types.named)
        for entry in _ordered(self.catalog):
            if entry.kind == ENUM:
                words = TypeWords(enum_call(entry, self._schema(entry)), "str")
            elif entry.kind == DOMAIN:
                words = self._domain(entry, self._schema(entry))
            else:
                continue
            self.types.named[quote_table(entry.spelled)] = words
            self.types.named.update(given)

    def call(self, entry: Entry) -> Call | None:
        """One by itself, without its MetaData; None where SQLAlchemy has no words for all of it."""
        options = self._schema(entry)
        if entry.kind == DOMAIN:
            words = self._domain(entry, options).type
            return words if isinstance(words, Call) and _NOT_MADE not in words.items else None
        return enum_call(entry, options) if entry.kind == ENUM else sequence_call(entry, options)

    def _used_by(self, kind: str) -> set[str]:
        return {name for e in self.catalog.entries if e.kind == kind for name, column in e.uses if not column}

    def _schema(self, entry: Entry) -> list[str]:
        schema, _ = split(entry.spelled)
        # SQLAlchemy takes a name that a type of the server's has for that type
        plain = schema == self.types.schema and (entry.kind == SEQUENCE or entry.name not in PGDialect.ischema_names)
        return [] if plain else [f"schema={string(schema)}"]

    def _shared_enum(self, entry: Entry, name: str, attached: list[str]) -> ObjectWords:
        labels = terms(entry, "labels")
        options = self._schema(entry)
        if attached or not _are_members(labels):
            self.types.named[quote_table(entry.spelled)] = TypeWords(name, "str")
            return ObjectWords(entry, name, enum_call(entry, [*options, *attached]))
        self.types.named[quote_table(entry.spelled)] = TypeWords(enum_call(entry, options, name), name)
        return ObjectWords(entry, name, None, labels)

    def _shared_domain(self, entry: Entry, name: str, attached: list[str]) -> ObjectWords:
        call, python = self._domain(entry, [*self._schema(entry), *attached])
        self.types.named[quote_table(entry.spelled)] = TypeWords(name, python)
        assert isinstance(call, Call)
        return ObjectWords(entry, name, call)

    def _domain(self, entry: Entry, options: list[str]) -> TypeWords:
        """A domain; one of which SQLAlchemy cannot say all is left to somebody else to make."""
        facts = entry.facts
        base = self.types.words(str(facts["type"]))
        items: list[Node] = [string(entry.name or ""), base.type]
        checks = terms(entry, "checks")
        check = _CHECK.fullmatch(checks[0]) if checks else None
        named = check is not None and check["name"] != quote(f"{entry.name}_check")
        lines = []
        # a name given together with NOT NULL goes to that
        if len(checks) > 1 or (checks and check is None) or (named and facts["not_null"]):
            lines.append(f"domain {shown(entry.spelled)}: {', '.join(checks)}")
        if facts["collation"] and "." in str(facts["collation"]):
            lines.append(f"domain {shown(entry.spelled)}: its collation {facts['collation']}")
        if lines:
            self.unsaid += lines
            items += [option for option in options if option != METADATA]
            return TypeWords(Call("DOMAIN", (*items, _NOT_MADE)), base.python)
        items += [f"collation={string(str(facts['collation']))}"] if facts["collation"] else []
        items += [self.sql(str(facts["default"]), "default=")] if facts["default"] is not None else []
        items += ["not_null=True"] if facts["not_null"] else []
        if check is not None:
            items += [f"constraint_name={string(unquoted(check['name']))}"] if named else []
            items.append(self.sql(readable(check["sql"], {"VALUE": str(facts["type"])}), "check="))
        return TypeWords(Call("DOMAIN", (*items, *options)), base.python)


def _ordered(catalog: Catalog) -> Iterator[Entry]:
    """Enums, then domains after those that they are based on, then sequences."""
    yield from (entry for entry in catalog.entries if entry.kind == ENUM)
    waiting = [entry for entry in catalog.entries if entry.kind == DOMAIN]
    while waiting:
        names = {(entry.spelled, "") for entry in waiting}
        ready = [entry for entry in waiting if not entry.uses & (names - {(entry.spelled, "")})] or waiting
        yield from ready
        waiting = [entry for entry in waiting if entry not in ready]
    yield from (entry for entry in catalog.entries if entry.kind == SEQUENCE)


def _name(name: str, kind: str, taken: set[str]) -> str:
    """A name of its own; where it would be taken, one that says what it is."""
    wanted = identifier(name, kind)
    if wanted in taken:
        wanted += kind.capitalize() if wanted[:1].isupper() else f"_{kind}"
    return free(wanted, taken)


def enum_call(entry: Entry, options: Iterable[str], members: str | None = None) -> Call:
    """An enum by its labels, or by the Python Enum that has them."""
    labels = [string(label) for label in terms(entry, "labels")] if members is None else [members]
    return Call("Enum", (*labels, f"name={string(entry.name or '')}", *options))


def _are_members(labels: tuple[str, ...]) -> bool:
    """True when labels may be the names of the members of a Python Enum."""
    return bool(labels) and all(
        label.isidentifier()
        and label.isascii()
        and not keyword.iskeyword(label)
        and not label.startswith("_")
        and label not in ("mro", "name", "value")
        for label in labels
    )


def sequence_call(entry: Entry, options: Iterable[str]) -> Call:
    """A sequence with what of it is not as it is by default."""
    type_ = str(entry.facts["type"])
    data_type = [] if type_ == "bigint" else [f"data_type={_INTEGERS[type_]}"]
    stated = sequence_options(entry.facts, type_)
    return Call("Sequence", (string(entry.name or ""), *data_type, *stated, *options))


def sequence_options(facts: Mapping[str, Fact], type_: str) -> list[str]:
    """The options of a sequence or an identity that are not as they are by default."""
    said: list[str] = []
    usual = sequence_row("", "", sa.Sequence("", increment=int(str(facts["increment"]))), type_)
    limits = sequence_row(
        "",
        "",
        sa.Sequence(
            "", increment=usual.increment, minvalue=int(str(facts["minimum"])), maxvalue=int(str(facts["maximum"]))
        ),
        type_,
    )
    said += [f"start={facts['start']}"] if facts["start"] != limits.start else []
    said += [f"increment={facts['increment']}"] if facts["increment"] != 1 else []
    said += [f"minvalue={facts['minimum']}"] if facts["minimum"] != usual.minimum else []
    said += [f"maxvalue={facts['maximum']}"] if facts["maximum"] != usual.maximum else []
    said += [f"cache={facts['cache']}"] if facts["cache"] != 1 else []
    return said + (["cycle=True"] if facts["cycle"] else [])


def unquoted(name: str) -> str:
    """A name as it is, of what the server prints."""
    return name[1:-1].replace('""', '"') if name.startswith('"') else name
