"""From the parts of a statement to Entries: where two spellings of one thing become one set of facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from schemasync_nb.catalog import COLUMN, INDEX, PRIMARY_KEY, TABLE, Entry, Fact
from schemasync_nb.engines.sqlite.parse import (
    ColumnText,
    ConstraintText,
    IndexText,
    TableText,
    parse_index,
    parse_table,
)
from schemasync_nb.engines.sqlite.tokens import (
    NUMBER,
    QUOTED,
    STRING,
    WORD,
    Token,
    canonical,
    fold,
    literal,
    names_in,
    quote,
    text_of,
    tokens,
    unquote,
    without_outer_parentheses,
)

Tokens = Sequence[Token]
Collations = tuple[tuple[str, str], ...]
"""(name, collation) of a table's columns: all that an index takes from them."""


@lru_cache(maxsize=20_000)
def table_entries(sql: str) -> tuple[Entry, ...]:
    """The entries of one CREATE TABLE: the table, its columns, its constraints. Equal texts are read once."""
    table = parse_table(sql)
    return _Entries(table).all(sql)


def affinity(declared: str) -> str:
    """The affinity of a declared type (sqlite.org/datatype3.html, section 3.1)."""
    declared = declared.upper()
    if "INT" in declared:
        return "INTEGER"
    if any(word in declared for word in ("CHAR", "CLOB", "TEXT")):
        return "TEXT"
    if not declared or "BLOB" in declared:
        return "BLOB"
    if any(word in declared for word in ("REAL", "FLOA", "DOUB")):
        return "REAL"
    return "NUMERIC"


class _Entries:
    def __init__(self, table: TableText) -> None:
        self.table = table
        self.key = fold(table.name)
        self.columns = {fold(column.name): column for column in table.columns}
        self.primary = next((c for c in table.constraints if c.kind == PRIMARY_KEY), None)
        self.primary_columns = [self._term_column(term) for term in self.primary.terms] if self.primary else []
        self.rowid_column = self._rowid_column()

    def all(self, sql: str) -> tuple[Entry, ...]:
        facts: dict[str, Fact] = {"strict": self.table.strict, "without_rowid": self.table.without_rowid}
        found = [Entry(TABLE, self.table.name, None, facts, sql)]
        found += [self._column(column) for column in self.table.columns]
        # SQLite itself merges a UNIQUE that is stated twice; a repeated CHECK or key says nothing new either. The
        # named one is kept: a name may be what the models state.
        stated: list[Entry] = [getattr(self, f"_{each.kind}")(each) for each in self.table.constraints]
        meanings = [(entry.kind, *entry.facts.values()) for entry in stated]
        named = {meaning for meaning, entry in zip(meanings, stated, strict=True) if entry.name}
        for at, (meaning, entry) in enumerate(zip(meanings, stated, strict=True)):
            if entry.name or (meaning not in named and meaning not in meanings[:at]):
                found.append(entry)
        return tuple(found)

    def _rowid_column(self) -> str | None:
        """The column that is the rowid: a lone INTEGER key, not inline DESC (lang_createtable.html#rowid)."""
        if self.primary is None or self.table.without_rowid or len(self.primary_columns) != 1:
            return None
        column = self.columns.get(self.primary_columns[0])
        if column is None or text_of(column.type).upper() != "INTEGER":
            return None
        inline_desc = self.primary.inline and self.primary.terms[0][-1].is_word("DESC")
        return None if inline_desc else self.primary_columns[0]

    def _term_column(self, term: Tokens) -> str:
        parts = [token for token in term if not token.is_word("ASC", "DESC")]
        if len(parts) > 2 and parts[-2].is_word("COLLATE"):
            parts = parts[:-2]
        first = without_outer_parentheses(parts)[0]
        return fold(unquote(first)) if first.kind in (WORD, QUOTED, STRING) else ""

    def _expression(self, parts: Tokens) -> str:
        return canonical(parts, self.key, self.columns)

    def _uses(self, *parts: Tokens) -> frozenset[tuple[str, str]]:
        return frozenset((self.key, name) for part in parts for name in names_in(part) if name in self.columns)

    def _column(self, column: ColumnText) -> Entry:
        key = fold(column.name)
        # the rowid and every key column of a WITHOUT ROWID or STRICT table cannot be NULL, stated or not
        implied = key == self.rowid_column or (
            key in self.primary_columns and (self.table.without_rowid or self.table.strict)
        )
        declared = text_of(column.type)
        facts: dict[str, Fact] = {
            "type": _type(column.type),
            "not_null": column.not_null or implied,
            "default": self._default(column, declared),
            "collation": None if fold(column.collation or "binary") == "binary" else fold(column.collation or ""),
            "generated": self._expression(column.generated) if column.generated else None,
            "stored": column.stored if column.generated else None,
            "on_conflict": column.on_conflict,
        }
        return Entry(COLUMN, self.table.name, column.name, facts, column_sql(column), self._uses(column.generated))

    def _default(self, column: ColumnText, declared: str) -> str | None:
        parts = without_outer_parentheses(column.default)
        if not parts or (len(parts) == 1 and parts[0].is_word("NULL")):
            return None
        kind = affinity(declared)
        if len(parts) == 1 and parts[0].kind in (WORD, QUOTED):
            word = parts[0]
            if word.is_word("TRUE", "FALSE"):  # since 3.23 these are 1 and 0
                parts = [Token(NUMBER, "1" if word.is_word("TRUE") else "0", False)]
            elif not word.is_word("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME"):
                return literal(unquote(word))  # a bare word is a string here
        sign, value = ("", parts[0]) if len(parts) == 1 else (parts[0].text, parts[-1])
        if len(parts) <= 2 and value.kind in (STRING, NUMBER) and sign in ("", "+", "-"):
            text = ("-" if sign == "-" else "") + (unquote(value) if value.kind == STRING else value.text)
            if kind in ("INTEGER", "REAL", "NUMERIC") and (number := _number(text)) is not None:
                return number  # '0' and 0 are stored alike under a numeric affinity (datatype3.html, section 3)
            if kind == "TEXT" and value.kind == NUMBER and text.isdigit() and str(int(text)) == text:
                return literal(text)  # and 0 as '0' under TEXT
        return self._expression(parts)

    def _terms(self, constraint: ConstraintText) -> tuple[str, ...]:
        return tuple(self._term(term) for term in constraint.terms)

    def _term(self, term: Tokens) -> str:
        """One indexed column or expression with what differs from the default: ``name COLLATE nocase DESC``."""
        parts = list(term)
        descending = False
        if parts[-1].is_word("ASC", "DESC"):
            descending = parts.pop().is_word("DESC")
        collation = None
        if len(parts) > 2 and parts[-2].is_word("COLLATE"):
            collation = fold(unquote(parts[-1]))
            parts = parts[:-2]
        parts = without_outer_parentheses(parts)
        if len(parts) == 1 and parts[0].kind in (WORD, QUOTED, STRING) and fold(unquote(parts[0])) in self.columns:
            column = self.columns[fold(unquote(parts[0]))]
            text = quote(fold(column.name))
            if collation == fold(column.collation or "binary"):
                collation = None  # an index takes its column's collation unasked
        else:
            text = self._expression(parts)
        return text + (f" COLLATE {collation}" if collation else "") + (" DESC" if descending else "")

    def without_own_collation(self, term: Tokens) -> Tokens:
        """A term without the collation that its column has anyway: it must follow when the column's changes."""
        end = len(term) - 1 if term[-1].is_word("ASC", "DESC") else len(term)
        if end < 3 or not term[end - 2].is_word("COLLATE"):
            return term
        shorter = [*term[: end - 2], *term[end:]]
        return shorter if self._term(shorter) == self._term(term) else term

    def _list(self, terms: Sequence[Tokens]) -> str:
        return ", ".join(_term_sql(self.without_own_collation(term)) for term in terms)

    def _primary_key(self, constraint: ConstraintText) -> Entry:
        columns = self._terms(constraint)
        if self.rowid_column:
            columns = (quote(self.rowid_column),)  # its order says nothing
        facts: dict[str, Fact] = {
            "columns": columns,
            "autoincrement": constraint.autoincrement,
            "on_conflict": constraint.on_conflict,
        }
        sql = f"PRIMARY KEY ({self._list(constraint.terms)}{' AUTOINCREMENT' if constraint.autoincrement else ''})"
        return self._constraint(constraint, facts, sql + _on_conflict(constraint.on_conflict))

    def _unique(self, constraint: ConstraintText) -> Entry:
        facts: dict[str, Fact] = {"columns": self._terms(constraint), "on_conflict": constraint.on_conflict}
        sql = f"UNIQUE ({self._list(constraint.terms)}){_on_conflict(constraint.on_conflict)}"
        return self._constraint(constraint, facts, sql)

    def _check(self, constraint: ConstraintText) -> Entry:
        facts: dict[str, Fact] = {"expression": self._expression(constraint.expression)}
        return self._constraint(constraint, facts, f"CHECK ({text_of(constraint.expression)})")

    def _foreign_key(self, constraint: ConstraintText) -> Entry:
        facts: dict[str, Fact] = {
            "columns": tuple(fold(name) for name in constraint.columns),
            "parent": fold(constraint.parent),
            # () is the parent's own key, settled when the whole catalog is known
            "parent_columns": tuple(fold(name) for name in constraint.parent_columns),
            "on_delete": constraint.on_delete,
            "on_update": constraint.on_update,
            "deferred": constraint.deferred,
        }
        own = ", ".join(quote(name) for name in constraint.columns)
        sql = f"FOREIGN KEY ({own}) REFERENCES {quote(constraint.parent)}"
        if constraint.parent_columns:
            sql += f" ({', '.join(quote(name) for name in constraint.parent_columns)})"
        sql += f" ON DELETE {constraint.on_delete}" if constraint.on_delete else ""
        sql += f" ON UPDATE {constraint.on_update}" if constraint.on_update else ""
        sql += " DEFERRABLE INITIALLY DEFERRED" if constraint.deferred else ""
        uses = {(self.key, fold(name)) for name in constraint.columns} | {(fold(constraint.parent), "")}
        uses |= {(fold(constraint.parent), fold(name)) for name in constraint.parent_columns}
        return self._constraint(constraint, facts, sql, frozenset(uses))

    def _constraint(
        self,
        constraint: ConstraintText,
        facts: dict[str, Fact],
        sql: str,
        uses: frozenset[tuple[str, str]] = frozenset(),
    ) -> Entry:
        stated = f"CONSTRAINT {quote(constraint.name)} {sql}" if constraint.name else sql
        uses = uses or self._uses(*constraint.terms, constraint.expression)
        return Entry(constraint.kind, self.table.name, constraint.name, facts, stated, uses)


def column_sql(column: ColumnText) -> str:
    """A column's clause as it was typed, without the constraints that were lifted to the table's level."""
    clause = quote(column.name)
    clause += f" {text_of(column.type)}" if column.type else ""
    if column.default:
        clause += f" DEFAULT {text_of(column.default)}"
    if column.not_null:
        clause += " NOT NULL" + _on_conflict(column.on_conflict)
    if column.collation:
        clause += f" COLLATE {quote(column.collation)}"
    if column.generated:
        clause += f" GENERATED ALWAYS AS ({text_of(column.generated)}) {'STORED' if column.stored else 'VIRTUAL'}"
    return clause


@lru_cache(maxsize=40_000)
def index_entry(sql: str, collations: Collations) -> Entry:
    """The entry of one CREATE INDEX on a table with these columns. Equal texts are read once."""
    index = parse_index(sql)
    columns = [ColumnText(name, collation=collation) for name, collation in collations]
    reader = _Entries(TableText(index.table, columns, [], strict=False, without_rowid=False))
    facts: dict[str, Fact] = {
        "unique": index.unique,
        "columns": tuple(reader._term(term) for term in index.terms),
        "predicate": reader._expression(index.predicate) if index.predicate else None,
    }
    terms = [reader.without_own_collation(term) for term in index.terms]
    stated = text_of(tokens(sql)) if terms == index.terms else _index_sql(index, terms)
    return Entry(INDEX, index.table, index.name, facts, stated, reader._uses(*index.terms, index.predicate))


def _index_sql(index: IndexText, terms: Sequence[Tokens]) -> str:
    unique = "UNIQUE " if index.unique else ""
    where = f" WHERE {text_of(index.predicate)}" if index.predicate else ""
    listed = ", ".join(text_of(term) for term in terms)
    return f"CREATE {unique}INDEX {quote(index.name)} ON {quote(index.table)} ({listed}){where}"


def _type(parts: Tokens) -> str:
    """A declared type in one spelling: upper case, one blank between words, none inside parentheses' edges."""
    text = ""
    for token in parts:
        word = unquote(token) if token.kind in (QUOTED, STRING) else token.text
        glue = " " if text and token.kind in (WORD, QUOTED, STRING) and not text.endswith("(") else ""
        text += glue + ({",": ", "}.get(word, word.upper()))
    return text


_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


def _number(text: str) -> str | None:
    """One spelling of a number: ``0.00`` and ``0`` are one value under a numeric affinity; None for other text."""
    text = text.strip(" \t\n\f\r")
    if _NUMBER.fullmatch(text) is None:
        return None
    value = Decimal(text)
    whole = value == value.to_integral_value() and abs(value) < 2**63  # beyond that SQLite keeps a float
    return str(int(value)) if whole else repr(float(value))


def _term_sql(term: Tokens) -> str:
    first = term[0]
    plain = quote(unquote(first)) if first.kind in (WORD, QUOTED, STRING) else first.text
    return plain + (" " + text_of(term[1:]) if len(term) > 1 else "")


def _on_conflict(action: str | None) -> str:
    return f" ON CONFLICT {action}" if action else ""
