"""CREATE TABLE and CREATE INDEX as SQLite stores them, taken apart.

Pragmas do not show AUTOINCREMENT, CHECK, COLLATE, generated expressions, ON CONFLICT, DEFERRABLE, predicates, index
expressions or constraint names, so the stored text is read (sqlite.org/lang_createtable.html). SQLite accepted the
text once, so only valid text needs to be understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from schemasync_nb.engines.sqlite.tokens import (
    QUOTED,
    SIGN,
    STRING,
    WORD,
    Token,
    closing,
    tokens,
    unquote,
)
from schemasync_nb.errors import DatabaseError

Tokens = list[Token]


@dataclass
class ColumnText:
    """A column as it was typed; constraints that hang on it are in ``TableText.constraints``."""

    name: str
    type: Tokens = field(default_factory=list)
    not_null: bool = False
    on_conflict: str | None = None
    default: Tokens = field(default_factory=list)
    collation: str | None = None
    generated: Tokens = field(default_factory=list)
    stored: bool = False


@dataclass
class ConstraintText:
    """A table constraint, or a column's own lifted to the table's level.

    terms      what PRIMARY KEY and UNIQUE list, each a run of tokens
    columns    what FOREIGN KEY lists
    inline     it stood in a column's definition
    """

    kind: str
    name: str | None
    terms: list[Tokens] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    expression: Tokens = field(default_factory=list)
    parent: str = ""
    parent_columns: tuple[str, ...] = ()
    on_delete: str | None = None
    on_update: str | None = None
    deferred: bool = False
    on_conflict: str | None = None
    autoincrement: bool = False
    inline: bool = False


@dataclass
class TableText:
    """A CREATE TABLE statement, taken apart."""

    name: str
    columns: list[ColumnText]
    constraints: list[ConstraintText]
    strict: bool
    without_rowid: bool


@dataclass
class IndexText:
    """A CREATE INDEX statement, taken apart."""

    name: str
    table: str
    unique: bool
    terms: list[Tokens]
    predicate: Tokens


class _Reader:
    """A place in a run of tokens.

    words  the tokens as grammar sees them: keywords in upper case, signs, and "" for what is neither, or is no more
    """

    def __init__(self, parts: Sequence[Token]) -> None:
        self.parts = parts
        self.words = [t.text.upper() if t.kind == WORD else t.text if t.kind == SIGN else "" for t in parts]
        self.words += ("", "")
        self.at = 0

    def peek(self, ahead: int = 0) -> Token:
        where = self.at + ahead
        return self.parts[where] if where < len(self.parts) else Token(SIGN, "", False)

    def next(self, ahead: int = 0) -> str:
        """The keyword or sign that comes next; "" where neither does."""
        return self.words[self.at + ahead]

    def done(self) -> bool:
        return self.at >= len(self.parts)

    def take(self) -> Token:
        token = self.peek()
        self.at = min(self.at + 1, len(self.parts))
        return token

    def accept(self, *words: str) -> bool:
        """Take this run of keywords or signs when it comes next."""
        at = self.at
        for word in words:
            if self.words[at] != word:
                return False
            at += 1
        self.at = at
        return True

    def expect(self, *words: str) -> None:
        if not self.accept(*words):
            raise DatabaseError(f"SQL text: {' '.join(words)} expected, found {self.peek().text!r}")

    def name(self) -> str:
        return unquote(self.take())

    def group(self) -> Tokens:
        """What stands in the parentheses that open here."""
        end = closing(self.parts, self.at)
        inner = list(self.parts[self.at + 1 : end])
        self.at = end + 1
        return inner

    def qualified_name(self) -> str:
        name = self.name()
        return self.name() if self.accept(".") else name


def split_at_commas(parts: Sequence[Token]) -> list[Tokens]:
    """The runs between the commas of the outermost level."""
    runs: list[Tokens] = [[]]
    depth = 0
    for token in parts:
        if token.kind == SIGN:
            if token.text == "," and depth == 0:
                runs.append([])
                continue
            depth += {"(": 1, ")": -1}.get(token.text, 0)
        runs[-1].append(token)
    return runs


def parse_table(sql: str) -> TableText:
    """Take a CREATE TABLE apart; DatabaseError when the text is not one."""
    reader = _Reader(tokens(sql))
    reader.expect("CREATE")
    _ = reader.accept("TEMP") or reader.accept("TEMPORARY")
    reader.expect("TABLE")
    reader.accept("IF", "NOT", "EXISTS")
    table = TableText(reader.qualified_name(), [], [], strict=False, without_rowid=False)
    if reader.next() != "(":
        raise DatabaseError(f"table {table.name}: its SQL text has no column list")
    body = _Reader(reader.group())
    while not body.done():
        if body.accept(","):
            continue
        if _starts_constraint(body):
            _table_constraint(body, table)
        else:
            _column(body, table)
    while not reader.done():
        if reader.accept("WITHOUT"):
            reader.take()
            table.without_rowid = True
        elif reader.accept("STRICT"):
            table.strict = True
        elif not reader.accept(","):
            raise DatabaseError(f"table {table.name}: {reader.peek().text!r} in its SQL text is not understood")
    return table


def _starts_constraint(reader: _Reader) -> bool:
    word = reader.next()
    return (
        word == "CONSTRAINT"
        or (word in ("PRIMARY", "FOREIGN") and reader.next(1) == "KEY")
        or (word in ("UNIQUE", "CHECK") and reader.next(1) == "(")
    )


def _column(reader: _Reader, table: TableText) -> None:
    column = ColumnText(reader.name())
    table.columns.append(column)
    while reader.peek().kind in (WORD, QUOTED, STRING) and not _starts_column_clause(reader):
        column.type.append(reader.take())
    if column.type and reader.next() == "(":
        start = reader.at
        reader.group()
        column.type.extend(reader.parts[start : reader.at])
    while not reader.done() and reader.next() != ",":
        _column_clause(reader, table, column)


def _starts_column_clause(reader: _Reader) -> bool:
    word = reader.next()
    return (
        word in COLUMN_CLAUSES
        or (word == "GENERATED" and reader.next(1) == "ALWAYS")
        or (word == "AS" and reader.next(1) == "(")
    )


COLUMN_CLAUSES = frozenset(
    ("CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES")
)


def _column_clause(reader: _Reader, table: TableText, column: ColumnText) -> None:
    name = reader.name() if reader.accept("CONSTRAINT") else None
    if reader.accept("NOT", "NULL"):
        column.not_null, column.on_conflict = True, _conflict(reader)
    elif reader.accept("NULL"):
        _conflict(reader)
    elif reader.accept("DEFAULT"):
        column.default = _default(reader)
    elif reader.accept("COLLATE"):
        column.collation = reader.name()
    elif reader.accept("GENERATED", "ALWAYS", "AS") or reader.accept("AS"):
        column.generated = reader.group()
        column.stored = reader.accept("STORED")
        reader.accept("VIRTUAL")
    elif reader.accept("PRIMARY", "KEY"):
        # the order is kept: only inline DESC stops an INTEGER key from being the rowid (lang_createtable.html#rowid)
        term = [Token(QUOTED, _quoted(column.name), False)]
        if reader.next() in ("ASC", "DESC"):
            term.append(reader.take()._replace(spaced=True))
        conflict = _conflict(reader)
        auto = reader.accept("AUTOINCREMENT")
        table.constraints.append(
            ConstraintText("primary_key", name, terms=[term], on_conflict=conflict, autoincrement=auto, inline=True)
        )
    elif reader.accept("UNIQUE"):
        term = [Token(QUOTED, _quoted(column.name), False)]
        table.constraints.append(
            ConstraintText("unique", name, terms=[term], on_conflict=_conflict(reader), inline=True)
        )
    elif reader.accept("CHECK"):
        table.constraints.append(ConstraintText("check", name, expression=reader.group(), inline=True))
        _conflict(reader)
    elif reader.accept("REFERENCES"):
        key = ConstraintText("foreign_key", name, columns=(column.name,), inline=True)
        _references(reader, key)
        table.constraints.append(key)
    elif name is None:
        raise DatabaseError(
            f"column {table.name}.{column.name}: {reader.peek().text!r} in its SQL text is not understood"
        )


def _table_constraint(reader: _Reader, table: TableText) -> None:
    name = reader.name() if reader.accept("CONSTRAINT") else None
    if reader.accept("PRIMARY", "KEY"):
        terms = split_at_commas(reader.group())
        # `PRIMARY KEY (id AUTOINCREMENT)` is allowed here too
        auto = terms[-1][-1].is_word("AUTOINCREMENT") and len(terms[-1]) > 1
        if auto:
            terms[-1] = terms[-1][:-1]
        table.constraints.append(
            ConstraintText("primary_key", name, terms=terms, on_conflict=_conflict(reader), autoincrement=auto)
        )
    elif reader.accept("UNIQUE"):
        terms = split_at_commas(reader.group())
        table.constraints.append(ConstraintText("unique", name, terms=terms, on_conflict=_conflict(reader)))
    elif reader.accept("CHECK"):
        table.constraints.append(ConstraintText("check", name, expression=reader.group()))
        _conflict(reader)
    elif reader.accept("FOREIGN", "KEY"):
        key = ConstraintText("foreign_key", name, columns=_names(reader.group()))
        reader.expect("REFERENCES")
        _references(reader, key)
        table.constraints.append(key)
    elif name is None:
        raise DatabaseError(f"table {table.name}: {reader.peek().text!r} in its SQL text is not understood")


def _references(reader: _Reader, key: ConstraintText) -> None:
    key.parent = reader.name()
    if reader.next() == "(":
        key.parent_columns = _names(reader.group())
    while True:
        if reader.accept("ON"):
            event = reader.take().text.upper()
            action = reader.take().text.upper()
            if action in ("SET", "NO"):
                action += " " + reader.take().text.upper()
            if event == "DELETE":
                key.on_delete = None if action == "NO ACTION" else action
            elif event == "UPDATE":
                key.on_update = None if action == "NO ACTION" else action
        elif reader.accept("MATCH"):  # parsed, never enforced (sqlite.org/foreignkeys.html, section 6)
            reader.take()
        elif reader.accept("NOT", "DEFERRABLE") or reader.accept("DEFERRABLE"):
            # everything but DEFERRABLE INITIALLY DEFERRED is immediate (foreignkeys.html, section 4.2)
            negated = reader.next(-2) == "NOT"
            if reader.accept("INITIALLY"):
                key.deferred = reader.take().is_word("DEFERRED") and not negated
        else:
            return


def _conflict(reader: _Reader) -> str | None:
    if not reader.accept("ON", "CONFLICT"):
        return None
    action = reader.take().text.upper()
    return None if action == "ABORT" else action  # ABORT is what SQLite does unasked


def _default(reader: _Reader) -> Tokens:
    if reader.next() == "(":
        start = reader.at
        reader.group()
        return list(reader.parts[start : reader.at])
    sign = [reader.take()] if reader.next() in ("+", "-") else []
    return [*sign, reader.take()]


def _names(parts: Sequence[Token]) -> tuple[str, ...]:
    return tuple(unquote(run[0]) for run in split_at_commas(parts))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def parse_index(sql: str) -> IndexText:
    """Take a CREATE INDEX apart; DatabaseError when the text is not one."""
    reader = _Reader(tokens(sql))
    reader.expect("CREATE")
    unique = reader.accept("UNIQUE")
    reader.expect("INDEX")
    reader.accept("IF", "NOT", "EXISTS")
    name = reader.qualified_name()
    reader.expect("ON")
    table = reader.name()
    terms = split_at_commas(reader.group())
    predicate = list(reader.parts[reader.at :]) if reader.accept("WHERE") else []
    return IndexText(name, table, unique, terms, predicate)
