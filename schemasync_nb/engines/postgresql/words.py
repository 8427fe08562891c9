"""What a PostgreSQL catalog states, in SQLAlchemy's words: its tables, columns and constraints as Python source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from schemasync_nb.catalog import CHECK, COLUMN, EXCLUDE, FOREIGN_KEY, PRIMARY_KEY, SCHEMA, UNIQUE, Catalog, Entry
from schemasync_nb.engines.declarations import Declarations, terms
from schemasync_nb.engines.postgresql.defaults import INTEGERS, nextval
from schemasync_nb.engines.postgresql.exclusion import exclusion
from schemasync_nb.engines.postgresql.names import quote, split
from schemasync_nb.engines.postgresql.naming import server_names
from schemasync_nb.engines.postgresql.words_column import column_words
from schemasync_nb.engines.postgresql.words_object import Objects
from schemasync_nb.engines.postgresql.words_sql import readable
from schemasync_nb.engines.postgresql.words_type import GENERIC, OWN, Types
from schemasync_nb.engines.spelling import Call, Node, headed, listed, shown, string
from schemasync_nb.engines.words import ELSEWHERE, RESERVED, ColumnWords, ConstraintWords, Inline, TableWords, TypeWords

LONGEST = 63  # bytes of a name; SQLAlchemy shortens an automatic one that is longer in a way of its own
VIRTUAL_IS_SAID = hasattr(postgresql.dialect, "supports_virtual_generated_columns")  # since SQLAlchemy 2.1
STORED_IS_SAID = "with" in dict(postgresql.dialect.construct_arguments or ())[sa.Table]  # since SQLAlchemy 2.1
_CLAUSES = {
    "invalid": "it is invalid, its making having failed",
    "no_inherit": "NO INHERIT",
    "not_enforced": "NOT ENFORCED",
    "not_valid": "NOT VALID",
    "period": "PERIOD or WITHOUT OVERLAPS",
}


class PostgreSQLDeclarations(Declarations):
    """Every table, enum, domain and sequence of a PostgreSQL catalog."""

    dialect = postgresql.dialect(paramstyle="qmark")  # type: ignore[no-untyped-call]
    modules: ClassVar = {"sqlalchemy": GENERIC, "sqlalchemy.dialects.postgresql": OWN}

    def __init__(
        self,
        catalog: Catalog,
        conventions: Mapping[str, str] | None = None,
        types: Mapping[str, TypeWords] | None = None,
    ) -> None:
        """Without types, the file names its enums, domains and sequences; with them, it says the others in place."""
        self.schema = catalog.default_schema or "public"
        self.types = Types({} if types is None else dict(types), self.schema)
        self.sequences: dict[str, str] = {}
        objects = Objects(catalog, self.types, self._sql)
        if types is None:
            objects.share(RESERVED | GENERIC | OWN)
            for words in objects.found:
                if words.entry.kind == "sequence":
                    self.sequences[nextval(*split(words.entry.spelled))] = words.name
        else:
            objects.inline()
        self.objects = objects.found
        self._objects = objects
        self._unsaid_objects = objects.unsaid
        super().__init__(catalog, conventions)

    def object_call(self, entry: Entry) -> Call | None:
        """An enum, domain or sequence by itself, without its MetaData; None where SQLAlchemy has no words for it."""
        return self._objects.call(entry)

    def unsaid_objects(self) -> list[str]:
        """Domains that SQLAlchemy cannot make, and schemas in which it would make nothing."""
        stated = {self.schema, *(split(table)[0] for table in self.catalog.tables)}
        stated |= {split(words.entry.spelled)[0] for words in self.objects}
        empty = [e.table for e in self.catalog.entries if e.kind == SCHEMA and split(f"{e.table}.x")[0] not in stated]
        return self._unsaid_objects + [f"schema {shown(name)}: it holds no table" for name in empty]

    # tables and columns

    def place(self, spelled: str) -> tuple[str, str | None]:
        """(name, schema) of a table; no schema where it is the connection's own."""
        schema, name = split(spelled)
        return name, None if schema == self.schema else schema

    def own_options(self, entry: Entry, table: TableWords) -> None:
        """What a table's own entry states."""
        facts = entry.facts
        options: list[tuple[str, Node]] = [("schema", string(table.schema))] if table.schema else []
        options += [("comment", string(str(facts["comment"])))] if facts["comment"] is not None else []
        options += [("prefixes", '["UNLOGGED"]')] if facts["unlogged"] else []
        if facts["partition_by"] is not None:
            options.append(("postgresql_partition_by", string(str(facts["partition_by"]))))
        if facts["options"] and STORED_IS_SAID:
            options.append(("postgresql_with", _stored(entry)))
        elif facts["options"]:
            said = ", ".join(terms(entry, "options"))
            table.unsaid.append(f"table {shown(entry.table)}: WITH ({said}), before SQLAlchemy 2.1")
        if parents := [self.place(parent) for parent in terms(entry, "inherits")]:
            if all(schema is None for _, schema in parents):
                options.append(("postgresql_inherits", Call("", tuple(string(name) for name, _ in parents))))
                table.after += [name for name, _ in parents]
            else:  # SQLAlchemy takes their names without schemas
                names = ", ".join(shown(parent) for parent in terms(entry, "inherits"))
                table.unsaid.append(f"table {shown(entry.table)}: INHERITS {names}")
        table.options += options

    def column(self, entry: Entry) -> ColumnWords:
        """What an entry states of the column itself; its constraints are the table's."""
        counts = self._counts(entry) is not False
        column = column_words(entry, self.types, self._sql, self.sequences, counts=counts)
        column.options += self._numbering(entry)
        if entry.facts["generated"] is not None:
            sql = self.sql_string(self._readable(entry, str(entry.facts["generated"])))
            if entry.facts["stored"] or VIRTUAL_IS_SAID:
                column.items.append(Call("Computed", (sql, f"persisted={entry.facts['stored']}")))
            else:
                where = f"column {shown(f'{entry.table}.{entry.name}')}"
                column.unsaid.append(f"{where}: GENERATED ALWAYS AS ... VIRTUAL, before SQLAlchemy 2.1")
        return column

    def _counts(self, column: Entry) -> bool | None:
        """How a column of a primary key comes by its numbers: SQLAlchemy makes it a serial, True where it is told to.

        None where it does so unasked, False where it does not.
        """
        key = next(iter(self.catalog.of(column.table, PRIMARY_KEY)), None)
        if key is None or column.name not in terms(key) or column.facts["type"] not in INTEGERS:
            return False
        serial = [e.name for e in self.catalog.of(column.table, COLUMN) if e.name in terms(key) and e.facts["serial"]]
        if column.name not in serial[:1]:
            return False
        return None if len(terms(key)) == 1 and not self._refers(column) else True

    def _refers(self, column: Entry) -> bool:
        return any(column.name in terms(key) for key in self.catalog.of(column.table, FOREIGN_KEY))

    # constraints

    def constraint(self, entry: Entry) -> ConstraintWords:
        """A key, check, exclusion or index."""
        if entry.kind == FOREIGN_KEY:
            return self.foreign_key(entry)
        makers = {PRIMARY_KEY: self._primary_key, UNIQUE: self._unique, CHECK: self._check, EXCLUDE: self._exclude}
        return makers.get(entry.kind, self._index)(entry)

    def column_names(self, entry: Entry) -> list[str]:
        """The columns of a constraint."""
        return list(terms(entry))

    def defers(self, entry: Entry) -> bool:
        """True when a foreign key is looked at when all rows are there."""
        return entry.facts["deferrable"] == "initially deferred"

    def leaves_unnamed(self, entry: Entry) -> bool:
        """True when the name is one that the server would choose; what has a comment must be named."""
        return not entry.facts.get("comment") and entry.name in server_names(entry)

    def quote(self, name: str) -> str:
        """A name as an index lists it."""
        return quote(name)

    def key_options(self, entry: Entry, name: str | None) -> list[Node]:
        """The keyword arguments of a foreign key."""
        facts = entry.facts
        options = self.stated(name=name, ondelete=facts["on_delete"], onupdate=facts["on_update"])
        options += self.stated(match=str(facts["match"]).upper())
        return options + _defers(entry) + self.stated(comment=facts["comment"])

    def _unsaid(self, entry: Entry, *facts: str) -> tuple[str, ...]:
        """A line for these facts where they are so."""
        what = f"{entry.kind.replace('_', ' ')} {shown(entry.name or '')} of table {shown(entry.table)}"
        return tuple(f"{what}: {_CLAUSES[fact]}" for fact in facts if entry.facts.get(fact))

    def foreign_key(self, entry: Entry, metadata: str = ELSEWHERE) -> ConstraintWords:
        """A foreign key; ``metadata`` is where tables are that cannot be named in a string."""
        words = super().foreign_key(entry, metadata)
        if not entry.facts["not_valid"]:
            unsaid = self._unsaid(entry, "not_enforced", "period")
            return ConstraintWords(words.call, words.inline, unsaid=unsaid)
        assert words.call is not None  # SQLAlchemy says NOT VALID, which counts only where the key is added later
        added = [] if "use_alter=True" in words.call.items else ["use_alter=True"]
        call = Call(words.call.head, (*words.call.items, "postgresql_not_valid=True", *added))
        return ConstraintWords(call, unsaid=self._unsaid(entry, "not_enforced", "period"))

    def _primary_key(self, entry: Entry) -> ConstraintWords:
        name, names = self.name(entry), list(terms(entry))
        there = self.catalog.columns(entry.table)
        options = [*self._key_options(entry)]
        numbering = {column: self._numbering(there[column]) for column in names}
        in_order = [column for column in there if column in names] == names
        told = [column for column, said in numbering.items() if said == ("autoincrement=True",)]
        as_table = bool(name or options) or not in_order or (told and told != names[:1])
        return ConstraintWords(
            Call("PrimaryKeyConstraint", (*map(string, names), *self.stated(name=name), *options)),
            inline=()
            if as_table
            else tuple(Inline(column, options=("primary_key=True", *numbering[column])) for column in names),
            beside=tuple(Inline(column, options=said) for column, said in numbering.items() if said),
            unsaid=self._unsaid(entry, "period"),
        )

    def _numbering(self, column: Entry) -> tuple[str, ...]:
        """What a column of a primary key says of where its numbers come from."""
        key = next(iter(self.catalog.of(column.table, PRIMARY_KEY)), None)
        if (counts := self._counts(column)) is not False:
            return ("autoincrement=True",) if counts else ()
        facts = column.facts
        numeric = facts["type"] in INTEGERS or str(facts["type"]).endswith(",0)")
        given = any(facts[fact] is not None for fact in ("default", "identity", "serial", "generated"))
        alone = key is not None and terms(key) == (column.name,)
        if alone and numeric and not given and not self._refers(column):
            return ("autoincrement=False",)
        return ()

    def _key_options(self, entry: Entry) -> list[Node]:
        options = _defers(entry)
        if terms(entry, "include"):
            options.append(_keyword("postgresql_include", terms(entry, "include")))
        if entry.facts.get("nulls_not_distinct"):
            options.append("postgresql_nulls_not_distinct=True")
        return options + self.stated(comment=entry.facts["comment"])

    def _unique(self, entry: Entry) -> ConstraintWords:
        name, names, options = self.name(entry), terms(entry), self._key_options(entry)
        call = Call("UniqueConstraint", (*map(string, names), *self.stated(name=name), *options))
        inline = (Inline(names[0], options=("unique=True",)),) if self._is_said_by_its_column(entry) else ()
        return ConstraintWords(call, inline, unsaid=self._unsaid(entry, "period"))

    def _is_said_by_its_column(self, unique: Entry) -> bool:
        rivals = [other for other in self.catalog.of(unique.table, UNIQUE) if terms(other) == terms(unique)]
        plain = not self.name(unique) and not self._key_options(unique)
        return plain and len(rivals) == 1 and len(terms(unique)) == 1

    def _check(self, entry: Entry) -> ConstraintWords:
        sql = self.sql_string(self._readable(entry, str(entry.facts["expression"])))
        options = self.stated(name=self.name(entry), comment=entry.facts["comment"])
        unsaid = self._unsaid(entry, "no_inherit", "not_valid", "not_enforced")
        return ConstraintWords(Call("CheckConstraint", (sql, *options)), unsaid=unsaid)

    def _exclude(self, entry: Entry) -> ConstraintWords:
        found = exclusion(str(entry.facts["definition"]))
        where = f"exclude {shown(entry.name or '')} of table {shown(entry.table)}"
        if found is None:
            return ConstraintWords(None, unsaid=(f"{where}: {entry.facts['definition']}",))
        columns = {quote(name): name for name in self.catalog.columns(entry.table)}
        pairs: list[Node] = [
            Call("", (string(columns[term]) if term in columns else self._sql(term), string(operator)))
            for term, operator in found.terms
        ]
        options = self.stated(name=self.name(entry)) + self.stated(using=found.method if found.method != "gist" else "")
        options += [self._sql(self._readable(entry, found.predicate), "where=")] if found.predicate else []
        unsaid = [f"{where}: {found.rest}"] if found.rest else []
        unsaid += [f"{where}: its comment"] if entry.facts["comment"] is not None else []
        return ConstraintWords(Call("ExcludeConstraint", (*pairs, *options, *_defers(entry))), unsaid=tuple(unsaid))

    def _index(self, entry: Entry) -> ConstraintWords:
        facts = entry.facts
        columns = {quote(name): name for name in self.catalog.columns(entry.table)}
        items: list[Node] = [self.name_words(entry.name or "")]
        classes: list[Node] = []
        for term in terms(entry):
            column, _, operator_class = term.partition(" ")
            if column in columns and _is_operator_class(operator_class):
                items.append(string(columns[column]))
                classes.append(f"{string(columns[column])}: {string(operator_class)}")
            else:
                items.append(
                    string(columns[term]) if term in columns else self._sql(self._readable(entry, term, bare=False))
                )
        unique = ["unique=True"] if facts["unique"] else []
        options: list[Node] = []
        options += [f"postgresql_using={string(str(facts['method']))}"] if facts["method"] != "btree" else []
        options += [Call("postgresql_ops=", tuple(classes), "{}")] if classes else []
        options += [_keyword("postgresql_include", terms(entry, "include"))] if facts["include"] else []
        options += ["postgresql_nulls_not_distinct=True"] if facts["nulls_not_distinct"] else []
        options += [headed("postgresql_with=", _stored(entry))] if facts["options"] else []
        if facts["predicate"] is not None:
            options.append(self._sql(self._readable(entry, str(facts["predicate"])), "postgresql_where="))
        call = Call("Index", (*items, *unique, *options))
        unsaid = self._unsaid(entry, "invalid")
        name = columns.get(terms(entry)[0])
        if name is not None and len(terms(entry)) == 1 and not options and entry.name == self._automatic(entry, name):
            uniques = [u for u in self.catalog.of(entry.table, UNIQUE) if terms(u) == (name,)]
            # with both, SQLAlchemy would make one unique index of the two
            if not any(map(self._is_said_by_its_column, uniques)):
                return ConstraintWords(call, (Inline(name, options=("index=True", *unique)),), unsaid=unsaid)
        return ConstraintWords(call, unsaid=unsaid)

    def _automatic(self, entry: Entry, column: str) -> str | None:
        """The name that ``index=True`` brings."""
        table, schema = self.place(entry.table)
        parts = [schema.replace(".", "_")] if schema else []
        name = "_".join(["ix", *parts, table, column])
        return name if len(name.encode()) <= LONGEST else None

    # SQL

    def _readable(self, entry: Entry, sql: str, *, bare: bool = True) -> str:
        """An expression about a table as a person types it; ``bare``: without parentheses around all of it."""
        columns = self.catalog.columns(entry.table).values()
        types = {
            quote(column.name or ""): str(column.facts["type"]) for column in columns if not column.facts["collation"]
        }
        return readable(sql, types, bare=bare)

    def _sql(self, sql: str, keyword: str = "") -> Node:
        return self.sql_text(sql, keyword)


def _is_operator_class(words: str) -> bool:
    return words.replace(".", "_").isidentifier() and words != "DESC"


def _stored(entry: Entry) -> Call:
    """Storage parameters."""
    pairs = (option.partition("=") for option in terms(entry, "options"))
    said = (f"{string(name)}: {value if value.isdecimal() else string(value)}" for name, _, value in pairs)
    return Call("", tuple(said), "{}")


def _keyword(option: str, names: tuple[str, ...]) -> Call:
    return Call(f"{option}=", listed(names).items, "[]")


def _defers(entry: Entry) -> list[Node]:
    return {
        "": [],
        "deferrable": ["deferrable=True"],
        "initially deferred": ["deferrable=True", 'initially="DEFERRED"'],
    }[str(entry.facts["deferrable"])]  # type: ignore[return-value]
