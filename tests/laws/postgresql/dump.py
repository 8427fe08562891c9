"""What ``pg_dump --schema-only`` says of a database, statement by statement, in a form in which spelling is gone.

Shares nothing with the package: it knows the dump's own regular language and no catalog. A Dump is split into what
models can state (compared) and everything else (carried), which changes must leave as it is.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import URL

from ...servers import Server

SCAN = re.compile(
    r"""\s+ | --[^\n]*
    | (?P<text>[eE]'(?:[^'\\]|''|\\.)*' | [bBxX]?'(?:[^']|'')*' | \$(?P<tag>\w*)\$.*?\$(?P=tag)\$)
    | (?P<name>"(?:[^"]|"")+")
    | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<word>[^\W\d][\w$]*)
    | (?P<sign>::|[-+*/<>=~!@\#%^&|`?]+|.)""",
    re.VERBOSE | re.DOTALL,
)
OPEN, CLOSE = {"(": ")", "[": "]"}, {")", "]"}
# What a database may set for itself and pg_dump does not set back
PINNED = {"PGOPTIONS": "-c timezone=UTC -c quote_all_identifiers=off -c bytea_output=hex -c xmloption=content"}
Tree = list[Any]
"""Tokens, with what stands in parentheses or brackets as a Tree that begins with its sign."""

# What may stand before a parenthesis without calling it
KEYWORDS = frozenset(
    [
        "AND",
        "OR",
        "NOT",
        "CHECK",
        "WHERE",
        "DEFAULT",
        "IS",
        "LIKE",
        "WHEN",
        "THEN",
        "ELSE",
        "CASE",
        "BETWEEN",
        "USING",
        "AS",
        "BY",
        "SELECT",
        "ON",
        "FROM",
        "DISTINCT",
    ]
)
TEXTUAL = (["text"], ["character", "varying"])
NUMERIC = (["numeric"], ["integer"], ["bigint"], ["smallint"], ["double", "precision"], ["real"])


def tokens(sql: str) -> list[str]:
    """The tokens of an SQL text."""
    return [match.group() for match in SCAN.finditer(sql) if match.lastgroup]


def statements(sql: str) -> Iterator[list[str]]:
    """The statements of a script, each as its tokens; SET and the like are left out."""
    current: list[str] = []
    depth = 0
    for token in tokens("\n".join(line for line in sql.splitlines() if not line.startswith("\\"))):
        depth += (token in OPEN) - (token in CLOSE)
        if token == ";" and not depth:
            if current[0] != "SET" and "set_config" not in current:
                yield current
            current = []
        else:
            current.append(token)
    assert not current, f"no end: {current}"


def tree(listed: list[str]) -> Tree:
    """Tokens as a Tree."""
    stack: list[Tree] = [[]]
    for token in listed:
        if token in OPEN:
            stack.append([token])
        elif token in CLOSE:
            group = stack.pop()
            assert OPEN[group[0]] == token
            stack[-1].append(group)
        else:
            stack[-1].append(token)
    assert len(stack) == 1, f"unbalanced: {listed}"
    return stack[0]


def said(items: Tree) -> str:
    """An expression without what the server may or may not write: casts among texts, parentheses around one thing."""
    return " ".join(flat(plain(items)))


def flat(items: Tree) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield item[0]
            yield from flat(item[1:])
            yield OPEN[item[0]]
        else:
            yield item


def plain(items: Tree) -> Tree:
    """A Tree in its plain form."""
    out: Tree = []
    at = 0
    while at < len(items):
        item = items[at]
        if item == "::":
            end = cast_end(items, at + 1)
            kind = items[at + 1 : end]
            bare = [word for word in kind if word != ["["]]
            if bare in TEXTUAL:
                at = end
                continue
            if bare in NUMERIC and out and is_number(out[-1]):
                out[-1] = out[-1].strip("'")
                at = end
                continue
            out += ["::", *kind]
            at = end
            continue
        if item == "CURRENT_TIMESTAMP":
            out += ["now", ["("]]
        elif isinstance(item, list):
            out.append([item[0], *plain(item[1:])])
        else:
            out.append(item)
        at += 1
    return unwrapped(out)


def cast_end(items: Tree, at: int) -> int:
    """Where the type after ``::`` ends."""
    at += 1
    while at < len(items):
        item = items[at]
        words = item in (".", "varying", "precision", "with", "without", "time", "zone") or items[at - 1] == "."
        if not (words or (isinstance(item, list) and (item == ["["] or is_modifier(item)))):
            break
        at += 1
    return at


def is_modifier(item: Tree) -> bool:
    return item[0] == "(" and all(str(part).isdigit() or part == "," for part in item[1:]) and len(item) > 1


def is_number(token: Any) -> bool:
    return isinstance(token, str) and re.fullmatch(r"'-?[0-9]+(\.[0-9]+)?'", token) is not None


def unwrapped(items: Tree) -> Tree:
    """Without parentheses that hold one thing, that hold but parentheses, or an AND inside of an AND."""
    out: Tree = []
    for item in items:
        called = out and isinstance(out[-1], str) and is_name(out[-1]) and out[-1].upper() not in KEYWORDS
        if isinstance(item, list) and item[0] == "(":
            while len(item) == 2 and isinstance(item[1], list) and item[1][0] == "(":
                item = item[1]
            if len(item) == 2 and not called:
                out.append(item[1])
                continue
            if not called and is_qualified(item[1:]):
                out += item[1:]
                continue
        out.append(item)
    for joint in ("AND", "OR"):
        if joint in out and not {"AND", "OR", "BETWEEN"} - {joint} & set(map(str, out)):
            spliced: Tree = []
            for item in out:
                inner = item[1:] if isinstance(item, list) and item[0] == "(" else []
                if joint in inner and not {"AND", "OR", "BETWEEN"} - {joint} & set(map(str, inner)):
                    spliced += inner
                else:
                    spliced.append(item)
            out = spliced
    return out


def is_qualified(items: Tree) -> bool:
    """True when this is a name with what it belongs to: old . title."""
    names, dots = items[::2], items[1::2]
    return len(items) > 2 and set(map(str, dots)) == {"."} and all(isinstance(n, str) and is_name(n) for n in names)


def is_name(token: str) -> bool:
    return token[0] == '"' or token[0].isalpha() or token[0] == "_"


def bare(token: str) -> str:
    """The name that a token spells."""
    return token[1:-1].replace('""', '"') if token[0] == '"' else token


def spelled(*parts: str) -> str:
    """A name as ids spell it."""
    return ".".join('"' + part.replace('"', '""') + '"' if "." in part or '"' in part else part for part in parts)


def runs(items: Tree) -> list[Tree]:
    """The runs between commas."""
    found: list[Tree] = [[]]
    for item in items:
        if item == ",":
            found.append([])
        else:
            found[-1].append(item)
    return [run for run in found if run]


Key = tuple[str, str]
"""(table or schema as ids spell it, name)"""


@dataclass
class Dump:
    """A schema as its dump tells it.

    schemas    their names
    tables     table -> what is said of the table as a whole
    columns    (table, column) -> aspect -> what is said
    listed     constraints and indexes: (table, name) -> what is said
    types      enums and domains: (schema, name) -> what is said
    sequences  (schema, name) -> options; those of serial columns are the columns'
    comments   (kind, table, name) -> text
    carried    kind and name of a statement that models cannot make -> the statement
    """

    schemas: set[str] = field(default_factory=set)
    tables: dict[str, str] = field(default_factory=dict)
    columns: dict[Key, dict[str, str]] = field(default_factory=dict)
    listed: dict[Key, str] = field(default_factory=dict)
    types: dict[Key, str] = field(default_factory=dict)
    sequences: dict[Key, str] = field(default_factory=dict)
    owned: dict[Key, Key] = field(default_factory=dict)
    comments: dict[tuple[str, str, str], str] = field(default_factory=dict)
    carried: dict[str, list[str]] = field(default_factory=dict)


def dumped(server: Server, url: URL, *options: str) -> str:
    """The text of a dump."""
    plain_url = url.set(drivername="postgresql").render_as_string(hide_password=False)
    command = [server.program("pg_dump"), "--dbname", plain_url, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **PINNED})
    assert done.returncode == 0, done.stderr
    return "\n".join(line for line in done.stdout.splitlines() if not line.startswith("\\"))


def parsed(sql: str) -> Dump:
    """A dump's text as a Dump."""
    dump = Dump()
    for listed in statements(sql):
        Reader(dump, tree(listed)).read()
    settle(dump)
    return dump


class Reader:
    """Puts one statement where it belongs in the dump."""

    def __init__(self, dump: Dump, items: Tree) -> None:
        self.dump = dump
        self.items = items
        self.at = 0

    def word(self, *words: str) -> bool:
        """True, and past them, when these words come next."""
        end = self.at + len(words)
        if self.items[self.at : end] == list(words):
            self.at = end
            return True
        return False

    def name(self) -> list[str]:
        """The name that comes next, in its parts."""
        parts = [bare(self.items[self.at])]
        self.at += 1
        while self.at < len(self.items) and self.items[self.at] == ".":
            parts.append(bare(self.items[self.at + 1]))
            self.at += 2
        return parts

    @property
    def rest(self) -> Tree:
        return self.items[self.at :]

    def read(self) -> None:
        known = (
            self.schema,
            self.table,
            self.alter,
            self.index,
            self.sequence,
            self.owned_by,
            self.type,
            self.comment,
        )
        for attempt in known:
            self.at = 0
            if attempt():
                return
        self.carry()

    def carry(self) -> None:
        """Kept under the words that name it; two functions of one name are two statements of one key."""
        words = list(flat(self.items))
        at = next((n for n, word in enumerate(words) if not word.isupper() or not word.isalpha()), 0)
        label = [*words[:at], *words[at : at + 3]]
        if words[0] in ("CREATE", "ALTER") and "ON" in words and words[1] in ("TRIGGER", "POLICY", "RULE"):
            label += words[words.index("ON") : words.index("ON") + 4]
        self.dump.carried.setdefault(" ".join(label), []).append(said(self.items))

    def schema(self) -> bool:
        if not self.word("CREATE", "SCHEMA"):
            return False
        self.dump.schemas.add(self.name()[0])
        return True

    def table(self) -> bool:
        unlogged = self.word("CREATE", "UNLOGGED", "TABLE")
        if not unlogged and not self.word("CREATE", "TABLE"):
            return False
        table = spelled(*self.name())
        body = self.rest[0][1:]
        self.at += 1
        self.dump.tables[table] = " ".join([*(["UNLOGGED"] if unlogged else []), said(options_in_order(self.rest))])
        for item in runs(body):
            if item[0] == "CONSTRAINT":
                self.constraint(table, item)
            else:
                self.column(table, item)
        return True

    def constraint(self, table: str, item: Tree) -> None:
        name, says = bare(item[1]), item[2:]
        if says[:2] == ["NOT", "NULL"]:
            self.dump.columns[table, bare(says[2])]["not null"] = said(["yes", *says[3:]])
        else:
            self.dump.listed[table, name] = said(says)

    def column(self, table: str, item: Tree) -> None:
        """name type [COLLATE c] [DEFAULT e | GENERATED ...] [[CONSTRAINT n] NOT NULL], as pg_dump orders them."""
        marks = {"COLLATE": "collate", "DEFAULT": "default", "GENERATED": "generated"}
        marks |= {"NOT": "not null", "CONSTRAINT": "not null"}
        says: dict[str, str] = {}
        part: str = "type"
        held: Tree = []
        for token in item[1:]:
            if isinstance(token, str) and token in marks:
                says[part] = said(held)
                part, held = marks[token], []
            else:
                held.append(token)
        says[part] = said(held)
        if "not null" in says:
            says["not null"] = "yes" + (" NO INHERIT" if "INHERIT" in item[-3:] else "")
        self.dump.columns[table, bare(item[0])] = says

    def alter(self) -> bool:
        if not self.word("ALTER", "TABLE"):
            return False
        self.word("ONLY")
        table = spelled(*self.name())
        if self.word("ALTER", "COLUMN"):
            column = self.name()[0]
            says = self.dump.columns.get((table, column))
            if says is None:
                return False
            if self.word("SET", "DEFAULT"):
                says["default"] = said(self.rest)
                return True
            if self.word("ADD", "GENERATED"):
                options = list(flat(self.rest))
                at = options.index("SEQUENCE") if "SEQUENCE" in options else None
                if at is not None:  # SEQUENCE NAME schema . name
                    del options[at : at + 5]
                says["identity"] = " ".join(options)
                return True
            return False
        if self.word("ADD", "CONSTRAINT"):
            self.constraint(table, ["CONSTRAINT", *self.rest])
            return True
        return False

    def index(self) -> bool:
        unique = self.word("CREATE", "UNIQUE", "INDEX")
        if not unique and not self.word("CREATE", "INDEX"):
            return False
        name = self.name()[0]
        assert self.word("ON")
        self.word("ONLY")
        table = spelled(*self.name())
        self.dump.listed[table, name] = " ".join(["UNIQUE INDEX" if unique else "INDEX", said(self.rest)])
        return True

    def sequence(self) -> bool:
        if not (self.word("CREATE", "SEQUENCE") or self.word("CREATE", "UNLOGGED", "SEQUENCE")):
            return False
        schema, name = self.name()
        self.dump.sequences[schema, name] = said(self.rest)
        return True

    def owned_by(self) -> bool:
        if not self.word("ALTER", "SEQUENCE"):
            return False
        schema, name = self.name()
        if not self.word("OWNED", "BY"):
            return False
        *table, column = self.name()
        self.dump.owned[schema, name] = (spelled(*table), column)
        return True

    def type(self) -> bool:
        if self.word("CREATE", "DOMAIN"):
            schema, name = self.name()
            self.dump.types[schema, name] = domain(self.rest)
            return True
        if self.word("CREATE", "TYPE"):
            schema, name = self.name()
            if self.word("AS", "ENUM"):
                self.dump.types[schema, name] = " ".join(flat(self.rest))
                return True
        return False

    def comment(self) -> bool:
        if not self.word("COMMENT", "ON"):
            return False
        text = said(self.items[-1:])
        if self.word("TABLE"):
            self.dump.comments["table", spelled(*self.name()), ""] = text
        elif self.word("COLUMN"):
            *table, column = self.name()
            if (spelled(*table), column) not in self.dump.columns:
                return False
            self.dump.comments["column", spelled(*table), column] = text
        elif self.word("CONSTRAINT"):
            name = self.name()[0]
            assert self.word("ON")
            if self.word("DOMAIN"):
                return False
            self.dump.comments["constraint", spelled(*self.name()), name] = text
        else:
            return False
        return True


def options_in_order(items: Tree) -> Tree:
    """What follows a table's columns, storage options sorted and without the quotes that a value may have."""
    out: Tree = []
    for item in items:
        if out[-1:] == ["WITH"] and isinstance(item, list):
            options = sorted("".join(flat(run)).replace("'", "") for run in runs(item[1:]))
            item = ["(", *options]
        out.append(item)
    return out


def domain(items: Tree) -> str:
    """A domain's type and clauses, its constraints in order of their names; a NOT NULL has none."""
    clauses: list[Tree] = [[]]
    for at, item in enumerate(items):
        if item == "CONSTRAINT" or items[at : at + 2] == ["NOT", "NULL"]:
            clauses.append([])
        clauses[-1].append(item)
    clauses = [clause for clause in clauses if not (clause[:1] == ["CONSTRAINT"] and len(clause) == 2)]
    return " ".join([said(clauses[0]), *sorted(said(clause) for clause in clauses[1:])])


def settle(dump: Dump) -> None:
    """What can be said when the whole was read: serial columns, and partitions, which follow their parent."""
    for sequence, (table, column) in list(dump.owned.items()):
        says = dump.columns.get((table, column), {})
        pattern = r"nextval \( '(.*)' :: regclass \)"
        match = re.fullmatch(pattern, says.get("default", ""))
        if match and [bare(token) for token in tokens(match[1]) if token != "."] == list(sequence):
            says["serial"] = dump.sequences.pop(sequence)
            del says["default"], dump.owned[sequence]
    partitions = set()
    for label, listed in dump.carried.items():
        for statement in listed:
            words = statement.split(" ")
            if label.startswith("ALTER TABLE") and "ATTACH PARTITION" in statement:
                at = words.index("PARTITION")
                partitions.add(spelled(bare(words[at + 1]), bare(words[at + 3])))
    dump.tables = {key: says for key, says in dump.tables.items() if key not in partitions}
    dump.columns = {key: says for key, says in dump.columns.items() if key[0] not in partitions}
    for key, _ in list(dump.listed.items()):
        if key[0] not in dump.tables:  # a partition's, a materialized view's
            dump.carried[f"INDEX {spelled(*key)}"] = [dump.listed.pop(key)]
    dump.comments = {key: says for key, says in dump.comments.items() if key[1] not in partitions}
