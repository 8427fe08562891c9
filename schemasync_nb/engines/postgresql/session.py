"""A session in which everything is printed in one way, whoever asks; and asking it literally."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from schemasync_nb.engines.postgresql.names import literal

# What changes how the server prints names, constants and expressions (postgresql.org/docs, "Client Connection
# Defaults"), and what keeps a read from waiting or from being slow.
SETTINGS = {
    "search_path": "",  # so every name outside of pg_catalog is printed with its schema
    "quote_all_identifiers": "off",
    "standard_conforming_strings": "on",
    "timezone": "UTC",
    "datestyle": "ISO, YMD",
    "intervalstyle": "postgres",
    "bytea_output": "hex",
    "extra_float_digits": "1",
    "lc_monetary": "C",
    "xmloption": "content",
    "xmlbinary": "base64",
    "jit": "off",  # compiling a query on the catalogs takes longer than running it
    "lock_timeout": "3s",
    "statement_timeout": "60s",
}

PASSING = "schemasync_passing"

_PIN = ", ".join(f"set_config({literal(name)}, {literal(to)}, true)" for name, to in SETTINGS.items())


def pinned(connection: Connection) -> int:
    """Sets what is printed how, until the end of the transaction that is open; the server's major version."""
    row = connection.exec_driver_sql(f"SELECT current_setting('server_version_num')::int / 10000, {_PIN}").one()
    return int(row[0])


def ask(connection: Connection, sql: str) -> Sequence[Sequence[Any]]:
    """The rows of a query, executed as it is written: no per cent sign or colon in it is a placeholder."""
    return connection.exec_driver_sql(sql, execution_options={"no_parameters": True}).all()


@contextmanager
def passing(connection: Connection) -> Iterator[None]:
    """A pinned session that is afterwards what it was, in the open transaction, or in one of its own."""
    try:
        connection.exec_driver_sql(f"SAVEPOINT {PASSING}")
        end = [f"ROLLBACK TO SAVEPOINT {PASSING}", f"RELEASE SAVEPOINT {PASSING}"]
    except DBAPIError as error:
        if "transaction block" not in str(error.orig):  # no_active_sql_transaction (25P01)
            raise
        connection.exec_driver_sql("BEGIN READ ONLY")
        end = ["ROLLBACK"]
    try:
        pinned(connection)
        yield
    finally:
        for statement in end:
            connection.exec_driver_sql(statement)
