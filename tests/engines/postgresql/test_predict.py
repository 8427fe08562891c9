"""What is predicted without asking is what the server makes of it; what is not known for certain is left open."""

from __future__ import annotations

from itertools import product

import psycopg
import pytest
from sqlalchemy import URL, Column, Integer, MetaData, Numeric, String, Table, Text, UniqueConstraint
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CheckConstraint

from schemasync_nb.catalog import Catalog, Entry
from schemasync_nb.engines.postgresql.ddl import Speller
from schemasync_nb.engines.postgresql.defaults import predicted_default
from schemasync_nb.engines.postgresql.predict import Prediction, predict
from schemasync_nb.engines.postgresql.read import read
from schemasync_nb.engines.postgresql.types import format_type, without_modifier
from schemasync_nb.errors import ModelsError

from ...servers import connect
from .comparing import make
from .reading import reading, run
from .stated_models import by_convention, everything

TYPES = """
    TEXT|VARCHAR(50)|VARCHAR|CHAR(3)|INTEGER|SMALLINT|BIGINT|NUMERIC|NUMERIC(10, 2)|NUMERIC(4, 0)|FLOAT|REAL|BOOLEAN|
    JSON|JSONB|UUID|DATE|TIMESTAMP WITHOUT TIME ZONE|TIMESTAMP(3) WITH TIME ZONE|TIMESTAMP WITH TIME ZONE|TEXT[]|
    VARCHAR(50)[]|INTEGER[]|CHAR(3)[]|BIT(3)[]|mood|mood[]|BYTEA|INTERVAL|TIME WITHOUT TIME ZONE|BIT(3)|MONEY|INET|OID
"""
DEFAULTS = r"""
    'x'|''|'a''b'|'a\b'|'é'|'ok'|' x'|'x '|'0'|'1'|'-1'|'1.5'|'-1.50'|'1.50'|'007'|'-0'|'0.0'|'-0.0'|'0.00001'|
    '123456789'|'99999'|'NaN'|0|1|-1|-0|007|1.5|-1.5|0.0|-0.0|1.50|0.10|1e3|32768|2147483647|2147483648|-2147483648|3000000000|
    -3000000000|99999999999999999999|true|FALSE|'true'|'t'|'no'|'TRUE'|now()|NOW()|CURRENT_TIMESTAMP|current_timestamp|
    CURRENT_DATE|localtimestamp|clock_timestamp()|statement_timestamp()|transaction_timestamp()|gen_random_uuid()|'{}'|
    '[]'|'null'|'{"a": 1}'|'{"a":1}'|'[1, 2]'|'{1,2}'|'{}'::jsonb|'{}'::json|'x'::text|'x'::varchar|
    'x'::character varying|'{}'::text[]|'{}'::varchar[]|'0'::integer|'-5'::integer|'1'::bigint|'12.5'::numeric|
    '1.5'::double precision|'true'::boolean|'2020-01-01'|'2020-1-1'|'0001-01-01'|'9999-12-31'|'2020-01-01 00:00:00'|
    '2020-01-01 00:00:00'::timestamp|'12345678-1234-1234-1234-123456789abc'|'12345678-1234-1234-1234-123456789ABC'|
    '1 day'|NULL
"""
PRINTED = """
    SELECT format_type(a.atttypid, a.atttypmod), pg_get_expr(d.adbin, d.adrelid)
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = 'public.t'::regclass AND a.attnum = 1"""


def test_a_predicted_default_is_what_the_server_prints(empty: URL) -> None:
    """Every type with every default that the server admits: predicted alike or left open."""
    wrong, possible, predicted = [], 0, 0
    with connect(empty) as connection:
        connection.execute("CREATE TYPE mood AS ENUM ('ok', 'x')")
        connection.execute("SET timezone = 'UTC'")
        for type_, default in product(*(map(str.strip, words.split("|")) for words in (TYPES, DEFAULTS))):
            enum = type_.startswith("mood")
            known = f"public.{type_}" if enum else format_type(type_)
            assert known is not None, type_
            try:
                with connection.transaction():
                    connection.execute(f"CREATE TABLE public.t (c {type_} DEFAULT {default})".encode())
                    connection.execute("SET LOCAL search_path = ''")
                    row = connection.execute(PRINTED).fetchone()
                    connection.execute("DROP TABLE public.t")
            except (psycopg.DataError, psycopg.ProgrammingError):
                continue
            assert row is not None
            assert row[0] == known
            guess = predicted_default(default, known, enum)
            possible += 1
            predicted += guess is not None
            if guess not in (None, row[1]):
                wrong.append(f"{type_} DEFAULT {default}: {row[1]}, not {guess}")
    assert wrong == []
    assert predicted > possible / 3


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("character varying(50)", "character varying"),
        ("numeric(10,2)[]", "numeric[]"),
        ("timestamp(3) with time zone", "timestamp with time zone"),
        ("bit(5)", '"bit"'),
        ("bit varying(5)", "bit varying"),
        ("character(3)[]", "bpchar[]"),
        ("interval day to second(3)", "interval"),
        ("public.geometry(Point,4326)", "public.geometry"),
    ],
)
def test_a_cast_without_modifier_cuts_nothing(printed: str, bare: str) -> None:
    assert without_modifier(printed) == bare


@pytest.mark.parametrize("models", [everything, by_convention])
def test_what_is_settled_is_what_create_all_makes(empty: URL, models: object) -> None:
    """No prediction that claims to be certain differs from what the server states."""
    assert callable(models)
    run(empty, "CREATE SCHEMA sales")
    make(models(), empty)
    found, prediction = both(models(), empty)
    wrong = [guess.entry for guess in prediction.guesses if not guess.open and not stated_in(found, guess.entry)]
    assert wrong == []
    assert sum(not guess.open for guess in prediction.guesses) > len(prediction.guesses) * 0.7


def test_plain_models_are_predicted_whole(empty: URL) -> None:
    """Tables as most people write them leave nothing open but their CHECKs."""
    metadata = MetaData()
    for n in range(5):
        Table(
            f"t{n}",
            metadata,
            Column("id", Integer, primary_key=True),
            Column("code", String(20), nullable=False, index=True),
            Column("price", Numeric(10, 2), server_default="0"),
            Column("note", Text),
            UniqueConstraint("code"),
            CheckConstraint("price >= 0", name=f"price_{n}"),
        )
    make(metadata, empty)
    found, prediction = both(metadata, empty)
    assert {guess.entry.kind for guess in prediction.guesses if guess.open} == {"check"}
    assert len(found.entries) == len(prediction.guesses)


def test_schemas_are_translated(empty: URL) -> None:
    """What schema_translate_map says holds for tables, types, keys and defaults."""
    run(empty, "CREATE SCHEMA sales; CREATE SCHEMA tenant")
    metadata = everything()
    for name in ("heir", "defaults"):  # text is not translated, neither in INHERITS nor in a default
        metadata.remove(metadata.tables[name])
    options = {"schema_translate_map": {None: "tenant", "sales": "public"}}
    make(metadata, empty, options)
    with reading(empty) as connection:
        translated = connection.execution_options(**options)
        found = read(translated)
        prediction = predict(metadata, Speller(translated), found, frozenset())
    wrong = [guess.entry for guess in prediction.guesses if not guess.open and not stated_in(found, guess.entry)]
    assert wrong == []
    assert found.tables.keys() >= {"tenant.types", "public.parent"}


def test_what_somebody_else_spells_is_left_open(empty: URL) -> None:
    """A @compiles may say anything: the table is made, not predicted."""

    class Odd(CheckConstraint):
        inherit_cache = True

    @compiles(Odd)
    def spelled(element: Odd, compiler: object, **kw: object) -> str:
        return "CHECK (true)"

    metadata = MetaData()
    Table("odd", metadata, Column("id", Integer, primary_key=True), Odd("id > 0"))
    Table("even", metadata, Column("id", Integer, primary_key=True))
    prediction = both(metadata, empty)[1]
    assert set(prediction.opaque) == {"public.odd"}
    assert {guess.entry.table for guess in prediction.guesses} == {"public", "public.even"}


def test_the_models_are_left_as_they_are(empty: URL) -> None:
    """Predicting plays create_all; what that does to foreign keys of circles is undone."""
    metadata = everything()
    keys = [key for table in metadata.tables.values() for key in table.foreign_key_constraints]
    before = [key._create_rule for key in keys]
    both(metadata, empty)
    assert [key._create_rule for key in keys] == before


def test_what_postgresql_cannot_express_is_said(empty: URL) -> None:
    metadata = MetaData()
    Table("t", metadata, Column("id", Integer, primary_key=True), Column("x"))
    with pytest.raises(
        ModelsError, match=r"table public\.t: PostgreSQL cannot express it: Can't generate DDL for NullType"
    ):
        both(metadata, empty)


def both(metadata: MetaData, url: URL) -> tuple[Catalog, Prediction]:
    with reading(url) as connection:
        found = read(connection)
        return found, predict(metadata, Speller(connection), found, frozenset())


def stated_in(found: Catalog, entry: Entry) -> bool:
    return any(
        other.kind == entry.kind and other.name == (entry.name or other.name) and other.facts == entry.facts
        for other in found.of(entry.table)
    )
