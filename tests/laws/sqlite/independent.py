"""A second opinion on two SQLite databases: is the schema of one that of the other?

Shares nothing with the package. What the pragmas tell is asked from them; what they leave out (names, CHECKs, conflict
clauses, deferral, collations, expressions) is read from the stored text by a scanner of its own. The second database
is made straight from the models: names that the models leave open are open there, and column order is nothing.
"""

from __future__ import annotations

import re
import sqlite3
import string
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import MetaData, create_engine
from sqlalchemy.pool import StaticPool

LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
SCAN = re.compile(
    r"""\s+ | --[^\n]* | /\*.*?(?:\*/|\Z)
    | (?P<blob>[xX]'[^']*') | (?P<text>'(?:[^']|'')*') | (?P<name>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])
    | (?P<number>0[xX][0-9a-fA-F]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<word>(?:[A-Za-z_]|[^\x00-\x7f])(?:[\w$]|[^\x00-\x7f])*)
    | (?P<sign>\|\||->>?|<<|>>|<=|>=|==|!=|<>|.)""",
    re.VERBOSE | re.DOTALL,
)
Tree = list[Any]
"""Tokens (kind, text), with what stands in parentheses as a Tree of its own."""


def low(name: str) -> str:
    """A name as SQLite compares names."""
    return name.translate(LOWER)


def tree(sql: str) -> Tree:
    """SQL text as a Tree."""
    stack: list[Tree] = [[]]
    for match in SCAN.finditer(sql):
        kind, text = match.lastgroup, match.group()
        if kind == "sign" and text == "(":
            stack.append([])
        elif kind == "sign" and text == ")":
            group = stack.pop()
            stack[-1].append(group)
        elif kind:
            stack[-1].append((kind, text))
    assert len(stack) == 1, f"unbalanced: {sql}"
    return stack[0]


def bare(token: Any) -> str:
    """The name that a token spells, folded."""
    _, text = token
    inner = text[1:-1] if text[0] in "\"'`[" else text
    return low(inner.replace(text[0] * 2, text[0]) if text[0] in "\"'`" else inner)


def word(item: Any) -> str:
    """An unquoted word in lower case, "" for anything else."""
    return low(item[1]) if isinstance(item, tuple) and item[0] == "word" else ""


def runs(items: Tree) -> list[Tree]:
    """The runs between commas."""
    found: list[Tree] = [[]]
    for item in items:
        if item == ("sign", ","):
            found.append([])
        else:
            found[-1].append(item)
    return found


def said(items: Tree, table: str, columns: set[str]) -> tuple[str, ...]:
    """An expression in a form in which spelling is gone; parentheses around the whole are nothing."""
    while len(items) == 1 and isinstance(items[0], list):
        items = items[0]
    signs = {"==": "=", "!=": "<>"}
    out: list[str] = []
    for at, item in enumerate(items):
        after = items[at + 1] if at + 1 < len(items) else None
        if isinstance(item, list):
            out += ["(", *said_inside(item, table, columns), ")"]
        elif item[0] == "sign":
            out.append(signs.get(item[1], item[1]))
        elif item[0] in ("word", "name"):
            name = bare(item)
            known = (
                name in columns
                or after == ("sign", ".")
                or isinstance(after, list)
                or (out and out[-1] in (".", "collate"))
            )
            if item[0] == "name" and item[1][0] == '"' and not known:
                out.append("'" + item[1][1:-1].replace('""', '"').replace("'", "''") + "'")
            elif item[0] == "name" or name in columns:
                out.append('"' + name.replace('"', '""') + '"')
            else:
                out.append(name)
        else:
            out.append(item[1])
    for qualifier in (table, f'"{table}"'):
        while qualifier in out and out[out.index(qualifier) + 1 : out.index(qualifier) + 2] == ["."]:
            del out[out.index(qualifier) : out.index(qualifier) + 2]
    return tuple(out)


def said_inside(items: Tree, table: str, columns: set[str]) -> tuple[str, ...]:
    """The same for what stands in parentheses, where commas part the terms."""
    out: list[str] = []
    for at, run in enumerate(runs(items)):
        out += [",", *said(run, table, columns)] if at else said(run, table, columns)
    return tuple(out)


class Text:
    """What only the stored text of a table tells."""

    def __init__(self, sql: str, table: str, columns: set[str]) -> None:
        items = tree(sql)
        body = next(item for item in items if isinstance(item, list))
        self.table, self.columns = low(table), columns
        self.checks: list[tuple[str | None, tuple[str, ...]]] = []
        self.uniques: list[tuple[str | None, tuple[str, ...], str]] = []
        self.keys: list[tuple[str | None, tuple[str, ...], bool]] = []
        self.primary: tuple[str | None, str, bool] | None = None
        self.column: dict[str, dict[str, Any]] = {}
        for run in runs(body):
            starts = (word(run[0]), word(run[1]) if len(run) > 1 else "")
            grouped = len(run) > 1 and isinstance(run[1], list)
            own = None
            constraint = starts[0] == "constraint" or (starts[0] in ("primary", "foreign") and starts[1] == "key")
            if not constraint and not (starts[0] in ("check", "unique") and grouped):
                own = bare(run[0])
                self.column[own] = {"collation": "binary", "conflict": "abort", "generated": None}
                run = run[1:]
            self._walk(run, own)

    def _walk(self, run: Tree, own: str | None) -> None:
        name: str | None = None
        at = 0

        def group() -> Tree | None:
            nonlocal at
            if at < len(run) and isinstance(run[at], list):
                at += 1
                return run[at - 1]
            return None

        def take(*words: str) -> bool:
            nonlocal at
            if [word(item) for item in run[at : at + len(words)]] == list(words):
                at += len(words)
                return True
            return False

        def conflict() -> str:
            nonlocal at
            if take("on", "conflict"):
                at += 1
                return word(run[at - 1])
            return "abort"

        def names(terms: Tree | None) -> tuple[str, ...]:
            return tuple(bare(term[0]) for term in runs(terms)) if terms else (own or "",)

        while at < len(run):
            if take("constraint"):
                name, at = bare(run[at]), at + 1
                continue
            if take("check"):
                self.checks.append((name, said(group() or [], self.table, self.columns)))
            elif take("unique"):
                columns = names(group())
                self.uniques.append((name, columns, conflict()))
            elif take("primary", "key"):
                listed = group()
                auto = bool(listed) and word(listed[-1]) == "autoincrement"
                _ = take("asc") or take("desc")
                how = conflict()
                self.primary = (name, how, take("autoincrement") or auto)
            elif take("foreign", "key"):
                columns = names(group())
                assert take("references")
                self._references(run, at, name, columns)
            elif take("references"):
                self._references(run, at, name, (own or "",))
            elif own and take("not", "null"):
                self.column[own]["conflict"] = conflict()
            elif own and word(run[at - 1]) != "set" and take("default"):
                at += 2 if run[at] in (("sign", "-"), ("sign", "+")) else 1
            elif own and take("collate"):
                self.column[own]["collation"], at = bare(run[at]), at + 1
            elif own and (take("generated", "always", "as") or (take("as") and isinstance(run[at], list))):
                self.column[own]["generated"] = said(group() or [], self.table, self.columns)
            else:
                at += 1
                continue
            name = None

    def _references(self, run: Tree, at: int, name: str | None, columns: tuple[str, ...]) -> None:
        words = [word(item) for item in run[at:]]
        end = next(
            (i for i, each in enumerate(words) if each in ("constraint", "references", "check", "unique")), len(words)
        )
        clause = " ".join(filter(None, words[:end]))
        deferred = "deferrable initially deferred" in clause and "not deferrable" not in clause
        self.keys.append((name, columns, deferred))


def tables(connection: sqlite3.Connection) -> dict[str, str]:
    """Folded name -> name of every table that is somebody's own."""
    rows = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    names = [name for (name,) in rows if not name.startswith("sqlite_") and low(name) != "alembic_version"]
    return {low(name): name for name in names}


def quoted(name: str) -> str:
    """A name in quotes."""
    return '"' + name.replace('"', '""') + '"'


def default(declared: str, text: str | None) -> Any:
    """What a default puts into a column of this type; for what is not constant, its words."""
    if text is None:
        return "null NULL"
    said_words = said(tree(text), "", set())
    if any(each.startswith("current_") for each in said_words) or any(isinstance(item, list) for item in tree(text)):
        return said_words
    with closing(sqlite3.connect(":memory:")) as probe:
        for form in (text, f"({text})"):
            try:
                probe.execute(f"CREATE TABLE d (c {declared} DEFAULT {form})")
                break
            except sqlite3.OperationalError:
                continue
        probe.execute("INSERT INTO d DEFAULT VALUES")
        return probe.execute("SELECT typeof(c) || ' ' || quote(c) FROM d").fetchone()[0]


def kind_of(declared: str) -> str:
    """A declared type without its spelling."""
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(re.sub(r'["\[\]`]', "", declared).upper().split()))


def shape(connection: sqlite3.Connection, table: str) -> dict[str, Any]:
    """All that is to be said of one table."""
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()[0]
    (without_rowid, strict) = connection.execute(
        "SELECT wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = ?", (table,)
    ).fetchone()
    rows = connection.execute(
        'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)', (table,)
    )
    columns = rows.fetchall()
    names = {low(row[0]) for row in columns}
    text = Text(sql, table, names)
    indexes = connection.execute(
        'SELECT name, "unique", origin, partial FROM pragma_index_list(?)', (table,)
    ).fetchall()
    terms = {
        name: [
            (low(column) if column is not None else None, bool(desc), low(collation))
            for column, desc, collation in connection.execute(
                'SELECT name, "desc", coll FROM pragma_index_xinfo(?) WHERE key = 1', (name,)
            )
        ]
        for name, *_ in indexes
    }
    key = [low(name) for pk, name in sorted((row[4], row[0]) for row in columns if row[4])]
    key_terms = next((terms[name] for name, _, origin, _ in indexes if origin == "pk"), None)
    is_rowid = bool(key) and not without_rowid and key_terms is None
    found: dict[str, Any] = {"table": {"without rowid": without_rowid, "strict": strict}}
    found["primary key"] = {
        "columns": key,
        "terms": None if is_rowid else key_terms,
        "conflict": text.primary[1] if text.primary else "abort",
        "autoincrement": text.primary[2] if text.primary else False,
    }
    if text.primary and text.primary[0]:
        found["primary key name"] = text.primary[0]
    for name, declared, not_null, value, pk, hidden in columns:
        own = text.column[low(name)]
        implied = pk and (is_rowid or without_rowid or strict)
        found[f"column {low(name)}"] = {
            "type": kind_of(declared),
            "not null": bool(not_null or implied),
            "default": default(declared, value),
            "generated": {0: None, 2: "virtual", 3: "stored"}[hidden],
            "expression": own["generated"],
            "collation": own["collation"],
            "conflict": own["conflict"] if not_null else "abort",
        }
    found["checks"] = list(dict.fromkeys(text.checks))
    found["uniques"] = {}
    for name, _, origin, _ in indexes:
        if origin == "u":
            stated = [(n, c) for n, listed, c in text.uniques if sorted(listed) == sorted(t[0] for t in terms[name])]
            assert stated, f"{table}: the text tells nothing of unique {terms[name]}"
            found["uniques"][tuple(terms[name])] = {
                "names": {n for n, _ in stated if n},
                "conflict": {c for _, c in stated},
            }
    found["keys"] = list(foreign_keys(connection, table, text))
    for name, unique, origin, partial in indexes:
        if origin == "c":
            found[f"index {low(name)}"] = index(connection, table, name, unique, partial, terms[name], names)
    return found


def index(
    connection: sqlite3.Connection, table: str, name: str, unique: int, partial: int, terms: list[Any], names: set[str]
) -> dict[str, Any]:
    """All that is to be said of one index."""
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?", (name,)).fetchone()[0]
    items = tree(sql)
    at = next(i for i, item in enumerate(items) if isinstance(item, list))
    expressions = []
    for term, run in zip(terms, runs(items[at]), strict=True):
        if word(run[-1]) in ("asc", "desc"):
            run = run[:-1]
        if len(run) > 2 and word(run[-2]) == "collate":
            run = run[:-2]
        expressions.append(said(run, low(table), names) if term[0] is None else None)
    predicate = said(items[at + 2 :], low(table), names) if partial else None
    return {"unique": unique, "terms": terms, "expressions": tuple(expressions), "predicate": predicate}


def foreign_keys(connection: sqlite3.Connection, table: str, text: Text) -> Iterator[tuple[Any, str | None]]:
    """(what the key says, its name) of each foreign key."""
    grouped: dict[int, list[Any]] = {}
    for row in connection.execute(
        'SELECT id, seq, "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list(?)', (table,)
    ):
        grouped.setdefault(row[0], []).append(row)
    assert len(grouped) == len(text.keys), f"{table}: {len(grouped)} foreign keys, {len(text.keys)} in its text"
    # the pragma lists the last stated first
    for (_, rows), (name, columns, deferred) in zip(sorted(grouped.items()), reversed(text.keys), strict=True):
        rows.sort(key=lambda row: row[1])
        assert [low(row[3]) for row in rows] == list(columns)
        parent = rows[0][2]
        to = [row[4] for row in rows]
        if to[0] is None:
            listed = connection.execute("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (parent,))
            to = [row[0] for row in listed]
        pairs = tuple((low(row[3]), low(target)) for row, target in zip(rows, to, strict=True))
        yield (low(parent), pairs, rows[0][5], rows[0][6], deferred), name


def made(metadata: MetaData) -> sqlite3.Connection:
    """A database in memory, made straight from the models."""
    connection = sqlite3.connect(":memory:")
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    metadata.create_all(engine)
    return connection


def program(connection: sqlite3.Connection, table: str, expression: tuple[str, ...]) -> Any:
    """What SQLite compiles an expression to, with its literals, which EXPLAIN prints shortened."""
    literals = [each for each in expression if each[0] in "'0123456789." or each[:2] in ("x'", "X'")]
    return connection.execute(f"EXPLAIN SELECT ({' '.join(expression)}) FROM {quoted(table)}").fetchall(), literals


def differences(have: sqlite3.Connection, want: sqlite3.Connection, ignore: tuple[str, ...] = ()) -> list[str]:
    """What differs, a line each; empty when ``have`` is what ``want`` is. ``ignore``: tables that are left out."""
    mine, theirs = tables(have), tables(want)
    views = {low(row[0]) for row in have.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    left_out = {low(name) for name in ignore} | views
    found = [
        f"table {name}: only in one of the two" for name in sorted(set(mine) ^ set(theirs)) if name not in left_out
    ]
    for name in sorted((set(mine) & set(theirs)) - left_out):
        found += [f"{name}: {line}" for line in table_differences(have, want, mine[name], theirs[name])]
    return found


def table_differences(have: sqlite3.Connection, want: sqlite3.Connection, mine: str, theirs: str) -> Iterator[str]:
    """What differs between two tables."""

    def same(a: Any, b: Any) -> bool:
        if a == b or not (isinstance(a, tuple) and isinstance(b, tuple)):
            return bool(a == b)
        try:
            return bool(program(want, theirs, a) == program(want, theirs, b))
        except sqlite3.Error:
            return False

    a, b = shape(have, mine), shape(want, theirs)
    named = [(a.pop("checks"), b.pop("checks"), "check", same), (a.pop("keys"), b.pop("keys"), "foreign key", None)]
    checks, keys = named
    yield from listed_differences([(e, n) for n, e in checks[0]], [(e, n) for n, e in checks[1]], "check", same)
    yield from listed_differences(keys[0], keys[1], "foreign key", lambda x, y: x == y)
    a_uniques, b_uniques = a.pop("uniques"), b.pop("uniques")
    if set(a_uniques) != set(b_uniques):
        yield f"uniques {sorted(a_uniques)} instead of {sorted(b_uniques)}"
    for terms in set(a_uniques) & set(b_uniques):
        if (
            not a_uniques[terms]["names"] >= b_uniques[terms]["names"]
            or a_uniques[terms]["conflict"] != b_uniques[terms]["conflict"]
        ):
            yield f"unique {terms}: {a_uniques[terms]} instead of {b_uniques[terms]}"
    name = b.pop("primary key name", None)
    if a.pop("primary key name", name) != name and name is not None:
        yield f"primary key is not named {name}"
    for part in sorted(set(a) | set(b)):
        if part not in a or part not in b:
            yield f"{part}: only in one of the two"
            continue
        for aspect in a[part]:
            x, y = a[part][aspect], b[part][aspect]
            equal = (
                all(map(same, x, y))
                if aspect == "expressions"
                else same(x, y)
                if aspect in ("predicate", "expression")
                else x == y
            )
            if not equal:
                yield f"{part}: {aspect} is {x} instead of {y}"


def listed_differences(mine: list[Any], theirs: list[Any], kind: str, same: Any) -> Iterator[str]:
    """What differs between two lists of (what it says, name); a name counts where the second list states it."""
    left = list(mine)
    for says, name in sorted(theirs, key=lambda each: each[1] is None):
        match = next((each for each in left if same(each[0], says) and name in (None, each[1])), None)
        if match is None:
            yield f"{kind} {name or ''} {says}: missing"
        else:
            left.remove(match)
    for says, name in left:
        yield f"{kind} {name or ''} {says}: too many"
