"""What a SQLite catalog states, in SQLAlchemy's words: its tables, columns and constraints as Python source."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

import sqlalchemy as sa

from schemasync_nb.catalog import FOREIGN_KEY, INDEX, PRIMARY_KEY, UNIQUE, Entry
from schemasync_nb.engines.declarations import Declarations, terms
from schemasync_nb.engines.spelling import Call, Node, shown, string
from schemasync_nb.engines.sqlite.parse import ConstraintText, parse_index, parse_table
from schemasync_nb.engines.sqlite.tokens import QUOTED, STRING, WORD, fold, quote, text_of, tokens, unquote
from schemasync_nb.engines.sqlite.words_column import DIALECT, TYPES, column_type, default_text
from schemasync_nb.engines.words import ColumnWords, ConstraintWords, Inline, TableWords

STRICT_IS_SAID = "strict" in dict(DIALECT.construct_arguments or ())[sa.Table]  # since SQLAlchemy 2.0.37


class SQLiteDeclarations(Declarations):
    """Every table of a SQLite catalog."""

    dialect = DIALECT
    modules: ClassVar = {"sqlalchemy": {name for name, _ in TYPES.values()}}

    def column(self, entry: Entry) -> ColumnWords:
        """What an entry states of the column itself; its constraints are the table's."""
        clause = parse_table(f"CREATE TABLE t ({entry.sql})").columns[0]
        type_, python = column_type(entry, clause)
        column = ColumnWords(entry.name or "", type_, python, not entry.facts["not_null"])
        if clause.generated:
            sql = self.sql_string(text_of(clause.generated))
            column.items.append(Call("Computed", (sql, f"persisted={clause.stored}")))
        if entry.facts["default"] is not None:
            text = default_text(clause.default)
            default = f"server_default={string(text)}" if text is not None else None
            column.options.append(default or self.sql_text(text_of(clause.default), "server_default="))
        column.options += self.stated(sqlite_on_conflict_not_null=entry.facts["on_conflict"])
        return column

    def constraint(self, entry: Entry) -> ConstraintWords:
        """A key, check or index."""
        if entry.kind == PRIMARY_KEY:
            return self._primary_key(entry)
        if entry.kind == FOREIGN_KEY:
            return self.foreign_key(entry)
        if entry.kind == UNIQUE:
            return self._unique(entry)
        if entry.kind == INDEX:
            return self._index(entry)
        sql = self.sql_string(text_of(_constraint(entry).expression))
        return ConstraintWords(Call("CheckConstraint", (sql, *self.stated(name=self.name(entry)))))

    def own_options(self, entry: Entry, table: TableWords) -> None:
        """WITHOUT ROWID and STRICT."""
        if entry.facts["without_rowid"]:
            table.options.append(("sqlite_with_rowid", "False"))
        if entry.facts["strict"] and STRICT_IS_SAID:
            table.options.append(("sqlite_strict", "True"))
        elif entry.facts["strict"]:
            table.unsaid.append(f"table {shown(entry.table)}: STRICT, before SQLAlchemy 2.0.37")

    def place(self, spelled: str) -> tuple[str, str | None]:
        """The table's name; there are no schemas."""
        return spelled, None

    def column_names(self, entry: Entry) -> list[str]:
        """The folded names of a constraint's columns, without order and collation."""
        if entry.kind == FOREIGN_KEY:
            return list(terms(entry))
        return [fold(unquote(next(token for token in term if token.text != "("))) for term in _constraint(entry).terms]

    def key_options(self, entry: Entry, name: str | None) -> list[Node]:
        """The keyword arguments of a foreign key."""
        facts = entry.facts
        options = self.stated(name=name, ondelete=facts["on_delete"], onupdate=facts["on_update"])
        return options + (["deferrable=True", 'initially="DEFERRED"'] if facts["deferred"] else [])

    def defers(self, entry: Entry) -> bool:
        """True when a foreign key is looked at when all rows are there."""
        return bool(entry.facts["deferred"])

    def leaves_unnamed(self, entry: Entry) -> bool:
        """A name is nobody's but the one who stated it."""
        return not entry.name

    def meaningless(self, entry: Entry) -> str | None:
        """Why a foreign key cannot be said at all; None where it can."""
        columns, parent_columns = terms(entry), terms(entry, "parent_columns")
        if len(columns) == len(parent_columns) and all((self.parent(entry), *parent_columns)):
            return None
        return f"foreign key of table {shown(entry.table)}: {entry.sql!r} means a key that is not there"

    def parent(self, entry: Entry) -> str:
        """The table that a foreign key refers to, as it is spelled there, or else by the key."""
        there = self.catalog.tables.get(str(entry.facts["parent"]))
        return there.table if there else _constraint(entry).parent

    def parent_column_names(self, entry: Entry) -> list[str]:
        """The columns that a foreign key refers to, as they are spelled there, or else by the key."""
        as_typed = {fold(name): name for name in _constraint(entry).parent_columns}
        columns = terms(entry, "parent_columns")
        return [self.spelled(self.parent(entry), as_typed.get(name, name)) for name in columns]

    def is_plain(self, entry: Entry) -> bool:
        """True when a constraint lists nothing but columns."""
        return entry.kind == FOREIGN_KEY or list(terms(entry)) == [quote(name) for name in self.column_names(entry)]

    def quote(self, name: str) -> str:
        """A name as an index lists it."""
        return quote(name)

    def name_words(self, name: str) -> str:
        """A name to be given to something; marked where it needs quotes and SQLAlchemy would not see it."""
        bare = DIALECT.identifier_preparer.quote(name) == name
        if bare and (name in ("nothing", "returning") or unquote(tokens(name)[0]) != name):  # a word and a line break
            return f"quoted_name({string(name)}, quote=True)"
        return string(name)

    def _primary_key(self, entry: Entry) -> ConstraintWords:
        where = f"primary key of table {shown(entry.table)}"
        conflict, name = entry.facts["on_conflict"], self.name(entry)
        there = self.catalog.columns(entry.table)
        columns = [there[column] for column in self.column_names(entry)]
        unsaid = []
        if not self.is_plain(entry):
            unsaid.append(f"{where}: the order or collation in {entry.sql!r}")
        if entry.facts["autoincrement"]:
            if entry.name:
                unsaid.append(f"{where}: the name {shown(entry.name)}, because of AUTOINCREMENT")
            keyed = any(columns[0].name in key.columns for key in self.keys[entry.table])
            if keyed or self.column(columns[0]).type != "Integer":
                unsaid.append(f"{where}: AUTOINCREMENT, because its column has a collation or a foreign key")
            name = None
        names = [column.name or "" for column in columns]
        in_order = [column for column in there.values() if column in columns] == columns
        as_table = name or not in_order or (conflict and len(columns) > 1)
        items = [string(column) for column in names] + self.stated(name=name, sqlite_on_conflict=conflict)
        options = ("primary_key=True", *self.stated(sqlite_on_conflict_primary_key=conflict))
        nullable = [column.name or "" for column in columns if not column.facts["not_null"]]
        return ConstraintWords(
            Call("PrimaryKeyConstraint", tuple(items)),
            inline=() if as_table else tuple(Inline(column, options=options) for column in names),
            beside=tuple(Inline(column, options=("nullable=True",)) for column in nullable),
            options=(("sqlite_autoincrement", "True"),) if entry.facts["autoincrement"] else (),
            unsaid=tuple(unsaid),
        )

    def _unique(self, entry: Entry) -> ConstraintWords:
        conflict, name = entry.facts["on_conflict"], self.name(entry)
        names = [self.spelled(entry.table, column) for column in self.column_names(entry)]
        items: list[Node] = [string(column) for column in names]
        if not self.is_plain(entry):  # past SQLAlchemy's quoting
            written = [string(text_of(term)) for term in _constraint(entry).terms]
            items = [Call("column", (Call("quoted_name", (term, "quote=False")),)) for term in written]
        inline = (Inline(names[0], options=("unique=True", *self.stated(sqlite_on_conflict_unique=conflict))),)
        options = self.stated(name=name, sqlite_on_conflict=conflict)
        call = Call("UniqueConstraint", (*items, *options))
        return ConstraintWords(call, inline if self._is_said_by_its_column(entry) else ())

    def _is_said_by_its_column(self, unique: Entry) -> bool:
        rivals = [other for other in self.catalog.of(unique.table, UNIQUE) if terms(other) == terms(unique)]
        plain = self.is_plain(unique) and not self.name(unique)
        return plain and len(rivals) == 1 and len(terms(unique)) == 1

    def _index(self, entry: Entry) -> ConstraintWords:
        if not entry.name:
            return ConstraintWords(None, unsaid=(f"table {shown(entry.table)}: {entry.sql!r} has an empty name",))
        index = parse_index(entry.sql)
        there = {fold(name): column.name or "" for name, column in self.catalog.columns(entry.table).items()}
        listed = [term[:-1] if len(term) > 1 and term[-1].is_word("ASC") else term for term in index.terms]
        plain = [
            there.get(fold(unquote(term[0]))) if len(term) == 1 and term[0].kind in (WORD, QUOTED, STRING) else None
            for term in listed
        ]
        items: list[Node] = [self.name_words(entry.name)]
        items += [
            string(name) if name else self.sql_text(text_of(term)) for name, term in zip(plain, listed, strict=True)
        ]
        unique = ("unique=True",) if index.unique else ()
        items += unique
        items += [self.sql_text(text_of(index.predicate), "sqlite_where=")] if index.predicate else []
        call = Call("Index", tuple(items))
        if len(plain) == 1 and plain[0] and not index.predicate and entry.name == f"ix_{entry.table}_{plain[0]}":
            uniques = self.catalog.of(entry.table, UNIQUE)
            # with both, SQLAlchemy would make one unique index of the two
            if not any(self._is_said_by_its_column(u) and self.column_names(u) == [fold(plain[0])] for u in uniques):
                return ConstraintWords(call, (Inline(plain[0], options=("index=True", *unique)),))
        return ConstraintWords(call)


@lru_cache(maxsize=10_000)
def _constraint(entry: Entry) -> ConstraintText:
    return parse_table(f"CREATE TABLE t ({entry.sql})").constraints[0]
