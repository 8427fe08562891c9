"""Scratch databases on a server: made, cloned, dropped whatever happens; leftovers of killed runs are found.

A scratch is alive as long as the connection that made it holds its advisory lock: the server lets go of that by itself
when the process is killed. Its name carries a checksum of itself, so that nobody else's database is taken for ours even
in the moment before its comment is there.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress

from sqlalchemy import URL, Connection
from sqlalchemy.exc import SQLAlchemyError

from schemasync_nb.database import ask as execute
from schemasync_nb.database import open_database
from schemasync_nb.engines.postgresql import roles
from schemasync_nb.engines.postgresql.names import literal, quote
from schemasync_nb.engines.postgresql.session import ask
from schemasync_nb.errors import DatabaseError

PREFIX = "schemasync_scratch_"
COMMENT = "schemasync_nb: scratch database, dropped by the run that made it or by the next one"
LOCK_CLASS = 0x53594E43
"""The first half of the advisory locks that say that a scratch is in use; the second half comes from its name."""

LISTED = f"""
SELECT d.datname,
       pg_catalog.shobj_description(d.oid, 'pg_database'),
       EXISTS (SELECT FROM pg_catalog.pg_locks l
               WHERE l.locktype = 'advisory' AND l.classid = {LOCK_CLASS} AND l.objsubid = 2 AND l.granted
                 AND l.objid::bigint = ('x' || pg_catalog.substr(d.datname, {len(PREFIX) + 1}, 7))::bit(28)::int)
FROM pg_catalog.pg_database d
WHERE d.datname ~ '^{PREFIX}[0-9a-f]{{24}}$' AND pg_catalog.pg_has_role(d.datdba, 'USAGE')
ORDER BY 1
"""

SETTINGS = """
SELECT s.setting
FROM pg_catalog.pg_db_role_setting r CROSS JOIN LATERAL pg_catalog.unnest(r.setconfig) WITH ORDINALITY s(setting, n)
WHERE r.setdatabase = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
  AND r.setrole IN (0, (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = session_user))
ORDER BY r.setrole, s.n
"""


@contextmanager
def connected(url: URL) -> Iterator[Connection]:
    """A connection in driver autocommit, closed afterwards; what the driver says becomes a DatabaseError."""
    with _opened(url) as connection, _in_one_line(url):
        yield connection


@contextmanager
def scratch_database(server: URL, like: Connection | None = None) -> Iterator[URL]:
    """A new empty database on a server, dropped afterwards; tells its URL.

    like  a connection whose database's encoding, locale and settings it gets, and whose roles are lent to its server
    """
    options, settings = (_options(like), _settings(like)) if like is not None else ("", [])

    def create(connection: Connection, name: str) -> None:
        execute(connection, f"CREATE DATABASE {name} TEMPLATE template0{options}")
        for setting, value in settings:
            _set(connection, name, setting, value)
        if like is not None:
            roles.lend(connection, like)

    with _made(server, create) as url:
        yield url


@contextmanager
def clone(source: URL) -> Iterator[URL]:
    """A copy of a scratch database, dropped afterwards; whoever is connected to the source is disconnected."""
    original = source.database or ""
    if not _is_ours(original):
        raise DatabaseError(f"{original}: only a scratch database can be cloned: its connections are ended")

    def create(connection: Connection, name: str) -> None:
        _disconnect(connection, original)
        execute(connection, f"CREATE DATABASE {name} TEMPLATE {original}")

    with _made(source, create) as url:
        yield url


def leftovers(server: URL) -> list[str]:
    """Scratch databases that killed runs left behind, by name; only reads."""
    with _maintenance(server) as connection, _in_one_line(server):
        return _leftovers(connection)


def drop_leftovers(server: URL) -> list[str]:
    """Drop what killed runs left behind; tells the names of those that are gone."""
    dropped = []
    with _maintenance(server) as connection, _in_one_line(server):
        for name in _leftovers(connection):
            with suppress(SQLAlchemyError):  # another role's session is in it: the next run's turn
                _drop(connection, name)
                dropped.append(name)
        roles.drop_lent(connection)
    return dropped


def may_create(connection: Connection) -> str:
    """Why no scratch database can be made on this connection's server; "" when one can. Only reads."""
    ((standby, role, allowed, read_only),) = ask(
        connection,
        "SELECT pg_catalog.pg_is_in_recovery(), session_user::text, rolcreatedb OR rolsuper,"
        " (SELECT reset_val = 'on' AND source NOT IN ('database', 'database user', 'session')"
        "  FROM pg_catalog.pg_settings WHERE name = 'default_transaction_read_only')"
        " FROM pg_catalog.pg_roles WHERE rolname = session_user",
    )
    if standby:
        return "the server is a read-only standby: give a scratch URL on another one"
    if not allowed:
        return f"role {role} may not create databases: ALTER ROLE {quote(role)} CREATEDB, or give a scratch URL"
    if read_only:
        return "sessions are read-only by default (default_transaction_read_only): give a scratch URL on another server"
    return ""


@contextmanager
def _made(server: URL, create: Callable[[Connection, str], None]) -> Iterator[URL]:
    name = _new_name()
    with _maintenance(server) as connection:
        try:
            with _in_one_line(server):
                execute(connection, f"SELECT pg_catalog.pg_advisory_lock({LOCK_CLASS}, {_lock_key(name)})")
                create(connection, name)
                execute(connection, f"COMMENT ON DATABASE {name} IS {literal(COMMENT)}")
            yield server.set(database=name)
        finally:
            try:
                _drop(connection, name)
                roles.return_lent(connection)
            except SQLAlchemyError:  # that connection was lost, or is busy with what was interrupted
                with _maintenance(server) as another, _in_one_line(server):
                    _drop(another, name)


@contextmanager
def _maintenance(server: URL) -> Iterator[Connection]:
    """A connection to a database that is none of ours: the server's own, else the one that the URL names."""
    with ExitStack() as stack:
        connection = _first_opened(stack, server)
        if _version(connection) >= 14:
            execute(connection, "SET idle_session_timeout = 0")  # it idles for as long as the scratch lives
        yield connection


def _first_opened(stack: ExitStack, server: URL) -> Connection:
    *others, last = dict.fromkeys(("postgres", "template1", server.database or "postgres"))
    for name in others:
        with suppress(DatabaseError):  # it may not be there, or not be for this role
            return stack.enter_context(_opened(server.set(database=name)))
    return stack.enter_context(_opened(server.set(database=last)))


@contextmanager
def _opened(url: URL) -> Iterator[Connection]:
    with _in_one_line(url):
        connection = open_database(url).source.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    with connection:
        yield connection


@contextmanager
def _in_one_line(url: URL) -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise DatabaseError(open_database(url).explained(error)) from None


def _new_name() -> str:
    token = secrets.token_hex(8)
    return PREFIX + token + _check(token)


def _check(token: str) -> str:
    return hashlib.sha256((PREFIX + token).encode()).hexdigest()[:8]


def _is_ours(name: str) -> bool:
    found = re.fullmatch(PREFIX + "([0-9a-f]{16})([0-9a-f]{8})", name)
    return found is not None and _check(found[1]) == found[2]


def _lock_key(name: str) -> int:
    return int(name.removeprefix(PREFIX)[:7], 16)


def _leftovers(connection: Connection) -> list[str]:
    rows = ask(connection, LISTED)
    return [name for name, comment, alive in rows if not alive and _is_ours(name) and comment in (COMMENT, None)]


def _drop(connection: Connection, name: str) -> None:
    if _version(connection) >= 13:
        execute(connection, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    else:
        _disconnect(connection, name)
        execute(connection, f"DROP DATABASE IF EXISTS {name}")


def _disconnect(connection: Connection, name: str) -> None:
    execute(
        connection,
        "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity"
        f" WHERE datname = {literal(name)} AND pid <> pg_catalog.pg_backend_pid()",
    )


def _options(like: Connection) -> str:
    """Encoding and locale of a connection's database, as CREATE DATABASE takes them; pg_database's columns moved."""
    version = _version(like)
    locale = "d.datlocale" if version >= 17 else "d.daticulocale" if version >= 15 else "NULL"
    (row,) = ask(
        like,
        "SELECT pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate, d.datctype,"
        f" {'d.datlocprovider' if version >= 15 else 'NULL'}, {locale}, {'d.daticurules' if version >= 16 else 'NULL'}"
        " FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()",
    )
    encoding, collate, ctype, provider, name, rules = row
    options = [("ENCODING", encoding), ("LC_COLLATE", collate), ("LC_CTYPE", ctype)]
    if provider:
        options.append(("LOCALE_PROVIDER", {"c": "libc", "i": "icu", "b": "builtin"}[provider]))
    if name:
        options.append(("BUILTIN_LOCALE" if provider == "b" else "ICU_LOCALE", name))
    if rules:
        options.append(("ICU_RULES", rules))
    return "".join(f" {keyword} {literal(value)}" for keyword, value in options)


def _settings(like: Connection) -> list[tuple[str, str]]:
    """What ALTER DATABASE ... SET gave to a connection's database; that it may only be read is its own affair."""
    pairs = [setting.partition("=") for (setting,) in ask(like, SETTINGS)]
    return [(name, value) for name, _, value in pairs if name != "default_transaction_read_only"]


def _set(connection: Connection, database: str, setting: str, value: str) -> None:
    """Give a setting to a database; FROM CURRENT takes lists (search_path) in whatever spelling they have."""
    with suppress(
        SQLAlchemyError
    ):  # a superuser's setting, or one of a module that is not loaded: the copy goes without
        execute(connection, f"SELECT pg_catalog.set_config({literal(setting)}, {literal(value)}, false)")
        execute(connection, f"ALTER DATABASE {database} SET {_setting_name(setting)} FROM CURRENT")
    with suppress(SQLAlchemyError):
        execute(connection, f"RESET {_setting_name(setting)}")


def _setting_name(setting: str) -> str:
    return ".".join(quote(part) for part in setting.split("."))


def _version(connection: Connection) -> int:
    return int((connection.dialect.server_version_info or (0,))[0])
