"""An item comes or goes; the layout, and every other comment, stays."""

from __future__ import annotations

import libcst as cst
import pytest

from schemasync_nb.apply.patch import lists


def code(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


def parsed(text: str) -> cst.BaseExpression:
    return cst.parse_expression(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f()", "f(new)"),
        ("f(a)", "f(a, new)"),
        ("f( a )", "f( a, new )"),
        ("f(a, b,)", "f(a, b, new,)"),
        ("f(\n    a,\n    b,\n)", "f(\n    a,\n    b,\n    new,\n)"),
        ("f(\n    a,\n    b\n)", "f(\n    a,\n    b,\n    new\n)"),
        ("f(\n    a,\n    b,  # why\n)", "f(\n    a,\n    b,  # why\n    new,\n)"),
        ("f(\n    a,\n    b  # why\n)", "f(\n    a,\n    b,  # why\n    new\n)"),
        ("f(a,\n  b)", "f(a,\n  b,\n  new)"),
        ("f(\n    a, b\n)", "f(\n    a, b, new\n)"),
        ("(a,)", "(a, new)"),
        ("(\n    a,\n)", "(\n    a,\n    new,\n)"),
        ("(\n    a,  # why\n    b,  # too\n)", "(\n    a,  # why\n    b,  # too\n    new,\n)"),
        ("[a, b]", "[a, b, new]"),
    ],
)
def test_an_item_comes(before: str, after: str) -> None:
    listing = parsed(before)
    item = cst.Arg(cst.Name("new")) if isinstance(listing, cst.Call) else cst.Element(cst.Name("new"))
    assert code(lists.inserted(listing, item)) == after


@pytest.mark.parametrize(
    ("before", "at", "after"),
    [
        ("f(a)", 0, "f()"),
        ("f(\n    a,\n)", 0, "f()"),
        ("f(a, b)", 0, "f(b)"),
        ("f(a, b)", 1, "f(a)"),
        ("f(a, b,)", 1, "f(a,)"),
        ("f(\n    a,\n    b,\n)", 1, "f(\n    a,\n)"),
        ("f(\n    a,  # why\n    b,  # too\n)", 1, "f(\n    a,  # why\n)"),
        ("f(\n    a,  # why\n    b,  # too\n)", 0, "f(\n    b,  # too\n)"),
        ("f(\n    a,\n    b\n)", 1, "f(\n    a\n)"),
        ("(a, b)", 1, "(a,)"),
        ("(a, b)", 0, "(b,)"),
        ("(\n    a,\n    b,\n)", 0, "(\n    b,\n)"),
        ("{1: 2, 3: 4}", 1, "{1: 2}"),
    ],
)
def test_an_item_goes(before: str, at: int, after: str) -> None:
    assert code(lists.removed(parsed(before), at)) == after


def test_a_long_call_is_broken() -> None:
    call = parsed("f(a, b=1)")
    assert code(lists.broken(call, each=False)) == "f(\n    a, b=1\n)"
    assert code(lists.broken(call, each=True)) == "f(\n    a,\n    b=1,\n)"
