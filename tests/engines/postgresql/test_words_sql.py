"""Expressions as the server prints them become what a person types; what that is, the laws prove on a server."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemasync_nb.engines.postgresql.words_sql import readable

TYPES = {
    "name": "character varying(20)",
    "body": "text",
    "price": "numeric(8,2)",
    "number": "integer",
    "state": "public.state",
    '"K k"': "character varying",
    "day": "date",
}

SIMPLER = {
    "(price >= (0)::numeric)": "price >= 0",
    "((number >= 1) AND (number <= 5))": "number BETWEEN 1 AND 5",
    "((name)::text = 'x'::text)": "name = 'x'",
    "((\"K k\")::text ~~ 'it''s%'::text)": "\"K k\" LIKE 'it''s%'",
    "((name)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))": "name IN ('a', 'b')",
    "((name)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))": (
        "name IN ('a', 'b')"
    ),
    "(state <> ALL (ARRAY['a'::public.state, 'b'::public.state]))": "state NOT IN ('a', 'b')",
    "((body IS NULL) OR ((number > 1) AND (day > '2020-01-01'::date)))": (
        "body IS NULL OR (number > 1 AND day > '2020-01-01')"
    ),
    "(((name)::text || ' '::text) || body)": "name || ' ' || body",
    "round((price - (1)::numeric), 2)": "round(price - 1, 2)",
    "(lower((name)::text) = ')('::text)": "lower(name) = ')('::text",
}
KEPT = (
    "(name)::text",  # an index on it is none on the column
    "number = ANY (ARRAY[number, 2])",
    "'a'::text = 'b'::text",
    "(name)::character(3) = 'abc'::bpchar",
    "(body)::integer > 1",
    "number > ('-1'::integer)::numeric",
    "unknown >= (0)::numeric",
    "number IN (SELECT (1)::numeric)",
    "broken (",
    "broken ]",
)


@pytest.mark.parametrize("printed", SIMPLER)
def test_what_the_server_infers_is_left_out(printed: str) -> None:
    assert readable(printed, TYPES) == SIMPLER[printed]


@pytest.mark.parametrize("printed", KEPT)
def test_what_is_not_known_stays(printed: str) -> None:
    assert readable(printed, TYPES) == printed


@given(st.text())
def test_constants_stay_as_they_are(text: str) -> None:
    constant = "'" + text.replace("'", "''") + "'"
    assert readable(f"(body = {constant}::text)", TYPES) == f"body = {constant}"
    quoted = '"' + (text or "x").replace('"', '""') + '"'
    assert readable(f"({quoted} IS NULL)", TYPES) == f"{quoted} IS NULL"
