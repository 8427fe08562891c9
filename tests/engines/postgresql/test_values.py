"""Values that are offered where a column must have some."""

from __future__ import annotations

import pytest
from sqlalchemy import URL

from schemasync_nb.engines.postgresql.values import example

from ...servers import connect
from .reading import catalog_of

TYPES = """
CREATE TYPE mood AS ENUM ('sad, or so', 'ok'); CREATE TYPE pair AS (a integer, b text);
CREATE DOMAIN code AS varchar(9); CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%'); CREATE DOMAIN moody AS mood;
CREATE TABLE t (a smallint, b bigint, c numeric(5, 2), d real, e double precision, f money, g boolean, h text, i varchar(3), j char(3), k date,
  l time, m timetz, n timestamp, o timestamptz(3), p interval, q uuid, r json, s jsonb, t inet, u cidr, v macaddr, w bytea, x bit(3), y bit varying(3),
  aa tsvector, ab integer[], ac mood, ad mood[], ae int4range, af code, ag moody, ai name, aj text DEFAULT 'some', ak datemultirange,
  no_1 mail, no_2 pair, no_3 point, no_4 "char");
"""  # noqa: E501


@pytest.fixture
def offered(empty: URL) -> dict[str, tuple[str, str | None]]:
    with connect(empty) as connection:
        connection.execute(TYPES)
    catalog = catalog_of(empty)
    return {name: (str(c.facts["type"]), example(c, catalog)) for name, c in catalog.columns("public.t").items()}


def test_what_is_offered_goes_in(empty: URL, offered: dict[str, tuple[str, str | None]]) -> None:
    assert {name for name, (_, value) in offered.items() if value is None} == {"no_1", "no_2", "no_3", "no_4"}
    with connect(empty) as connection:
        for name, (type_, value) in offered.items():
            if value is not None:
                connection.execute(f"INSERT INTO t ({name}) VALUES (({value})::{type_})")


def test_it_is_what_a_person_may_mean(offered: dict[str, tuple[str, str | None]]) -> None:
    assert [offered[name][1] for name in "gkqsh"] == [
        "false",
        "CURRENT_DATE",
        "'00000000-0000-0000-0000-000000000000'",
        "'{}'",
        "''",
    ]
    assert [offered[name][1] for name in ("ab", "ac", "aj")] == ["'{}'", "'sad, or so'", "'some'::text"]
