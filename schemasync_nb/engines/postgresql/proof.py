"""Expressions that the planner prints alike: EXPLAIN of both in one go, on rows that exist nowhere.

Nothing is executed and no table is touched: each pair is planned over a row of NULLs of its columns' types. What the
planner may replace by its result (a user's immutable function on constants, a user's SQL function) forbids the proof:
``f(1)`` and ``2`` would print alike.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from schemasync_nb.engines.postgresql.names import literal, quote, quote_table
from schemasync_nb.engines.postgresql.queries import FIRST_OWN
from schemasync_nb.engines.postgresql.session import ask

RECORD = ""
"""The type of a question whose sides are compared as they are, without a cast."""

BATCH = 200

_QUOTED = re.compile(r"""('(?:[^']|'')*'|"(?:[^"]|"")*")""")
_WORD = re.compile(r'"((?:[^"]|"")+)"|([^\W\d][\w$]*)')
_NOW = re.compile(r"\b(?:CURRENT_TIMESTAMP|transaction_timestamp\(\))(?!\()")

# Functions that the planner replaces by their body (language sql) or by their result (immutable, of constants). Those
# in C are an extension's: what they make of constants is what they mean.
REPLACED = f"""
SELECT p.oid FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
 WHERE p.oid >= {FIRST_OWN} AND (l.lanname = 'sql' OR (p.provolatile = 'i' AND l.lanname NOT IN ('c', 'internal')))"""

FORBIDDEN = f"""
WITH replaced AS ({REPLACED})
SELECT 'function', p.proname::text FROM pg_proc p JOIN replaced r USING (oid)
UNION SELECT 'operator', o.oprname::text FROM pg_operator o JOIN replaced r ON r.oid = o.oprcode
UNION SELECT 'cast', '' FROM pg_cast c JOIN replaced r ON r.oid = c.castfunc"""


@dataclass(frozen=True)
class Question:
    """Do two expressions mean the same?

    columns  name -> (type, collation or None) of what they may mention
    type     what both are cast to, so that a constant is read as it is where it stands; RECORD for no cast
    """

    one: str
    other: str
    type: str
    columns: Mapping[str, tuple[str, str | None]]


def answers(connection: Connection, questions: Sequence[Question], path: str) -> list[bool]:
    """True where the planner prints both sides alike. Only reads.

    path  the search_path in which the models' words are understood
    """
    if not questions:
        return []
    forbidden = _Forbidden(connection)
    alike: dict[str, list[int]] = defaultdict(list)  # tables repeat one another: the same is asked once
    for number, question in enumerate(questions):
        if not forbidden.in_(question.one) and not forbidden.in_(question.other):
            alike[_sides(question)].append(number)
    by_type: dict[str, dict[int, list[int]]] = defaultdict(dict)
    for numbers in alike.values():
        by_type[questions[numbers[0]].type][numbers[0]] = numbers
    equal = [False] * len(questions)
    for asked in by_type.values():
        first = list(asked)
        for start in range(0, len(first), BATCH):
            for proven in _proven(connection, questions, first[start : start + BATCH], path):
                for number in asked[proven]:
                    equal[number] = True
    return equal


class _Forbidden:
    """What may not occur in an expression of this database for the proof to hold."""

    def __init__(self, connection: Connection) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        for kind, name in ask(connection, FORBIDDEN):
            names[kind].add(name)
        self.words = names["function"] | {"select"}
        self.operators = names["operator"]
        self.everything = bool(names["cast"])

    def in_(self, expression: str) -> bool:
        operators = any(operator in expression for operator in self.operators)
        return self.everything or operators or not self.words.isdisjoint(_words(expression))


@lru_cache(maxsize=4_096)
def _words(expression: str) -> frozenset[str]:
    """The names in an expression, as the server reads them; keywords too."""
    return frozenset(quoted.replace('""', '"') or plain.lower() for quoted, plain in _WORD.findall(expression))


def _proven(connection: Connection, questions: Sequence[Question], numbers: Sequence[int], path: str) -> list[int]:
    """Those of the questions that hold; where one is refused by the server, the others are asked without it."""
    branches = [f"SELECT {number}, {_sides(questions[number])}" for number in numbers]
    plan = _planned(connection, "\nUNION ALL\n".join(branches), path)
    if plan is not None:
        printed = {int(output[0]): output[1:] for output in _outputs(plan) if output[0].isdecimal()}
        return [number for number in numbers if number in printed and _alike(*printed[number])]
    if len(numbers) == 1:
        return []
    half = len(numbers) // 2
    proven = _proven(connection, questions, numbers[:half], path)
    return proven + _proven(connection, questions, numbers[half:], path)


def _sides(question: Question) -> str:
    """Both expressions over a row of what they mention, as the rest of a SELECT."""
    words = _words(question.one) | _words(question.other)
    row = [
        f"NULL::{type_}{_collate(collation)} AS {quote(name)}"
        for name, (type_, collation) in question.columns.items()
        if name in words
    ]
    # a line break ends whatever comment an expression may end with
    sides = (
        f"ROW({side}\n)" if question.type == RECORD else f"({side}\n)::{question.type}"
        for side in (question.one, question.other)
    )
    # OFFSET keeps the planner from putting the NULLs into the expressions
    return f"{', '.join(sides)} FROM (SELECT {', '.join(row) or '1'} OFFSET 0) AS t"


def _collate(collation: str | None) -> str:
    if collation is None:
        return ""
    return f" COLLATE {quote_table(collation) if '.' in collation else quote(collation)}"


def _planned(connection: Connection, query: str, path: str) -> Any:
    """The plan of a query, or None where the server refuses it."""
    savepoint = connection.begin_nested()
    try:
        _look_in(connection, path)
        (said,) = ask(connection, f"EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) {query}")[0]
    except DBAPIError as error:
        if error.connection_invalidated:
            raise
        return None
    finally:
        savepoint.rollback()
    return json.loads(said) if isinstance(said, str) else said


def _look_in(connection: Connection, path: str) -> None:
    """Set the search_path; the end of the savepoint sets it back."""
    ask(connection, f"SELECT set_config('search_path', {literal(path)}, true)")


def _outputs(plan: Any) -> Iterable[list[str]]:
    """What each node of a plan puts out, where it puts out a number and two expressions."""
    if isinstance(plan, list):
        for each in plan:
            yield from _outputs(each)
    elif isinstance(plan, dict):
        if len(output := plan.get("Output", ())) == 3:
            yield output
        for part in ("Plan", "Plans"):
            yield from _outputs(plan.get(part))


def _alike(one: str, other: str) -> bool:
    return one == other or _with_one_now(one) == _with_one_now(other)


def _with_one_now(printed: str) -> str:
    """CURRENT_TIMESTAMP and transaction_timestamp() are now() (postgresql.org/docs, "Current Date/Time")."""
    parts = _QUOTED.split(printed)
    return "".join(part if place % 2 else _NOW.sub("now()", part) for place, part in enumerate(parts))


VISIBLE_TYPES = f"""
SELECT t.typname, quote_ident(n.nspname) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
 WHERE t.oid >= {FIRST_OWN} AND pg_type_is_visible(t.oid) AND t.typname = ANY ({{names}})"""


def spelled_types(connection: Connection, spelled: Sequence[str], path: str) -> dict[str, str]:
    """DDL's spelling of a type -> as format_type prints it, for those that this database has. Only reads."""
    printed = {}
    for text in spelled:
        plan = _planned(connection, f"SELECT 0, NULL::{text}, NULL::{text}", path)
        for _, one, _ in _outputs(plan) if plan else ():
            printed[text] = one.removeprefix("NULL::")
    names = {text: _first_name(one) for text, one in printed.items()}
    savepoint = connection.begin_nested()
    _look_in(connection, path)
    schemas = dict(map(tuple, ask(connection, VISIBLE_TYPES.format(names=_array(names.values())))))
    savepoint.rollback()
    # what the path makes visible is printed without its schema there, and with it in a pinned session
    return {
        text: f"{schemas[name]}.{printed[text]}" if name in schemas else printed[text] for text, name in names.items()
    }


def _first_name(printed: str) -> str:
    match = re.match(r'("(?:[^"]|"")+"|[\w$]+)(?!\.)(?:$|\W)', printed)
    return match[1].strip('"').replace('""', '"') if match else ""


def _array(names: Iterable[str]) -> str:
    return f"ARRAY[{', '.join(map(literal, names))}]::text[]"


COLLATIONS = """
SELECT c.collname, n.nspname FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
 WHERE c.collname = ANY ({names}) AND c.collencoding IN (-1, (
       SELECT encoding FROM pg_database WHERE datname = current_database()))"""

OPERATOR_CLASSES = """
SELECT c.opcname, n.nspname FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace
 WHERE c.opcname = ANY ({names}) AND n.nspname <> 'pg_catalog' AND NOT c.opcdefault"""


def schemas_of(connection: Connection, query: str, names: Iterable[str]) -> dict[str, str]:
    """Name -> its schema, for those collations or operator classes that only one has. Only reads."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, schema in ask(connection, query.format(names=_array(names))):
        found[name].add(schema)
    return {
        name: "pg_catalog" if "pg_catalog" in schemas else min(schemas)
        for name, schemas in found.items()
        if len(schemas) == 1 or "pg_catalog" in schemas
    }


def search_path(connection: Connection, default_schema: str) -> str:
    """Where the models' own session looks for names, as far as a pinned one can tell. Only reads."""
    ((path,),) = ask(connection, "SELECT reset_val FROM pg_settings WHERE name = 'search_path'")
    return f"{quote(default_schema)}, {path}" if path else quote(default_schema)
