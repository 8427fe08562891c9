"""Random expressions in CHECKs, partial indexes and generated columns: what is called equal must mean the same."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import CheckConstraint, Column, Computed, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.types import REAL

import schemasync_nb as ss

PATIENT = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
USUAL = settings(PATIENT, max_examples=80, derandomize=True, phases=[Phase.explicit, Phase.generate])
MANY = settings(PATIENT, max_examples=8000)

LITERALS = [
    "0",
    "1",
    "1.0",
    "2",
    "10",
    "0.3",
    "0.30000000000000004",
    "1e3",
    "'x'",
    "'X'",
    "'1'",
    "'a''b'",
    "''",
    "'\"a\"'",
    "x'00'",
    "x'0001'",
    "x'0002'",
    "X'41'",
    "NULL",
    "'2'",
    "9007199254740993",
    "9007199254740993.0",
    "9007199254740992.0",
]
NAMES = {
    "a": ["a", "A", '"a"', "[a]", "t.a", '"t"."A"', "`a`"],
    "b": ["b", "B", '"b"', "T.b"],
    "r": ["r", '"r"'],
    "d": ["d", "[D]"],
}
INFIX = [
    "=",
    "<>",
    "<",
    ">",
    "<=",
    ">=",
    "AND",
    "OR",
    "+",
    "-",
    "*",
    "||",
    "IS",
    "IS NOT",
    "LIKE",
    "GLOB",
    "%",
    "&",
    "/",
]
SPELLED = {
    "=": ["=", "=="],
    "<>": ["<>", "!="],
    "AND": ["AND", "and"],
    "OR": ["OR", "Or"],
    "LIKE": ["LIKE", "like"],
    "IS": ["IS", "is"],
}
FUNCTIONS = ["length", "lower", "upper", "abs", "typeof", "NOT", "-", "+"]
SUFFIXES = ["COLLATE NOCASE", "COLLATE RTRIM", "IS NULL", "NOTNULL"]


@dataclass(frozen=True)
class Node:
    """A term of an expression: what it is, and its parts."""

    kind: str
    says: str
    parts: tuple[Node, ...] = ()

    def sql(self, draw: Any) -> str:
        """One of its spellings."""
        inner = [part.sql(draw) for part in self.parts]
        spelled = {
            "column": lambda: draw(st.sampled_from(NAMES[self.says])),
            "literal": lambda: self.says,
            "infix": lambda: f"({inner[0]}) {draw(st.sampled_from(SPELLED.get(self.says, [self.says])))} ({inner[1]})",
            "function": lambda: f"{self.says}({inner[0]})",
            "suffix": lambda: f"({inner[0]}) {self.says}",
            "in": lambda: f"({inner[0]}) {self.says} ({', '.join(inner[1:])})",
            "cast": lambda: f"CAST({inner[0]} AS {self.says})",
            "between": lambda: f"({inner[0]}) BETWEEN ({inner[1]}) AND ({inner[2]})",
            "case": lambda: f"CASE WHEN {inner[0]} THEN {inner[1]} ELSE {inner[2]} END",
        }[self.kind]()
        if self.kind in ("column", "literal") or not draw(st.booleans()):
            return str(spelled)
        return draw(st.sampled_from(["({})", "(({}))", "( /* ) */ {} )"])).format(spelled)


def leaves() -> st.SearchStrategy[Node]:
    return st.sampled_from([*(Node("column", name) for name in NAMES), *(Node("literal", each) for each in LITERALS)])


def grown(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    two, three = st.tuples(nodes, nodes), st.tuples(nodes, nodes, nodes)
    return st.one_of(
        st.builds(Node, st.just("infix"), st.sampled_from(INFIX), two),
        st.builds(Node, st.just("function"), st.sampled_from(FUNCTIONS), st.tuples(nodes)),
        st.builds(Node, st.just("suffix"), st.sampled_from(SUFFIXES), st.tuples(nodes)),
        st.builds(Node, st.just("in"), st.sampled_from(["IN", "NOT IN"]), three),
        st.builds(Node, st.just("cast"), st.sampled_from(["INTEGER", "TEXT", "REAL", "BLOB"]), st.tuples(nodes)),
        st.builds(Node, st.just("between"), st.just(""), three),
        st.builds(Node, st.just("case"), st.just(""), three),
    )


TREES = st.recursive(leaves(), grown, max_leaves=6)


@st.composite
def twins(draw: Any) -> tuple[str, str]:
    """Two spellings of one expression."""
    tree = draw(TREES)
    return tree.sql(draw), tree.sql(draw)


@st.composite
def near_misses(draw: Any) -> tuple[str, str]:
    """Two expressions that differ in one leaf or one sign, or not at all."""
    tree = draw(TREES)

    def changed(node: Node) -> Node:
        if node.kind == "column":
            return draw(leaves())
        if node.kind == "literal":
            return Node("literal", draw(st.sampled_from(LITERALS)))
        if node.kind == "infix" and draw(st.booleans()):
            return Node("infix", draw(st.sampled_from(INFIX)), node.parts)
        if node.kind == "infix" and node.parts[0].kind == "infix" and draw(st.booleans()):  # (a ? b) ? c -> a ? (b ? c)
            (left, right), last = node.parts[0].parts, node.parts[1]
            return Node("infix", node.parts[0].says, (left, Node("infix", node.says, (right, last))))
        at = draw(st.integers(0, len(node.parts) - 1))
        return Node(node.kind, node.says, (*node.parts[:at], changed(node.parts[at]), *node.parts[at + 1 :]))

    return tree.sql(draw), changed(tree).sql(draw)


COLUMNS = "a INTEGER, b TEXT COLLATE NOCASE, r REAL, d"
VALUES = list(
    product(
        [None, 0, 1, 2, "x"],
        [None, "", "x", "X", "1", "a'b"],
        [None, 0.3, 0.30000000000000004, 1.0],
        [None, b"\x00\x01", b"\x00\x02", "x ", 1],
    )
)


def meanings(expressions: tuple[str, str]) -> list[list[Any]]:
    """What two expressions give on every row, with storage classes."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE t ({COLUMNS})")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", VALUES)
        return [
            [(type(value), repr(value)) for (value,) in connection.execute(f"SELECT ({sql}) FROM t")]
            for sql in expressions
        ]


def told_apart(expressions: tuple[str, str], place: str) -> bool | None:
    """Whether detect finds the two different; None where SQLite does not take them there."""
    old, new = expressions
    extra = {"check": f", CONSTRAINT c CHECK ({old})", "generated": f", g INTEGER AS ({old})", "predicate": ""}[place]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.db"
        with closing(sqlite3.connect(path)) as connection:
            try:
                connection.execute(f"CREATE TABLE t (id INTEGER PRIMARY KEY, {COLUMNS}{extra})")
                if place == "predicate":
                    connection.execute(f"CREATE INDEX i ON t (id) WHERE {old}")
            except sqlite3.Error:
                return None
            connection.commit()
        escaped = new.replace(":", "\\:")
        parts: list[Any] = {
            "check": lambda: [CheckConstraint(escaped, name="c")],
            "generated": lambda: [Column("g", Integer, Computed(escaped))],
            "predicate": lambda: [Index("i", "id", sqlite_where=text(escaped))],
        }[place]()
        metadata = MetaData()
        Table(
            "t",
            metadata,
            Column("id", Integer, primary_key=True),
            Column("a", Integer),
            Column("b", Text(collation="NOCASE")),
            Column("r", REAL),
            Column("d", LargeBinary),
            *parts,
        )
        ids = {change.id for change in ss.detect_drift(f"sqlite:///{path}", metadata).changes} - {"column:t.d:alter"}
        assert ids <= {"check:t.c:alter", "column:t.g:alter", "index:t.i:alter"}
        return bool(ids)


def equal_means_equal(expressions: tuple[str, str], place: str) -> None:
    apart = told_apart(expressions, place)
    if apart is False:
        old, new = meanings(expressions)
        assert old == new, expressions


PLACES = st.sampled_from(["check", "generated", "predicate"])


@USUAL
@given(near_misses(), PLACES)
def test_what_is_called_equal_means_the_same(expressions: tuple[str, str], place: str) -> None:
    """A wrong "equal" is the worst bug there is: on every row both give the same value of the same storage class."""
    equal_means_equal(expressions, place)


@USUAL
@given(twins(), PLACES)
def test_spellings_of_one_expression_are_equal(expressions: tuple[str, str], place: str) -> None:
    """Parentheses, letter case, quotes and comments are no drift."""
    assert told_apart(expressions, place) in (False, None), expressions


@pytest.mark.torture
@MANY
@given(near_misses(), PLACES)
def test_much_of_what_is_called_equal_means_the_same(expressions: tuple[str, str], place: str) -> None:
    """The same, often."""
    equal_means_equal(expressions, place)


@pytest.mark.torture
@MANY
@given(twins(), PLACES)
def test_many_spellings_of_one_expression_are_equal(expressions: tuple[str, str], place: str) -> None:
    """The same, often."""
    assert told_apart(expressions, place) in (False, None), expressions
