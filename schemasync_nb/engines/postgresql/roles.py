"""Roles of a database on a server that has none of them: lent for as long as scratch databases live there.

Owners, grants and policies name roles, and roles belong to servers. A superuser of the other server can make them, so
that the copy there is a whole one. They cannot log in, carry a comment, and go with the last scratch database. One
that somebody has given anything since is theirs, and stays.
"""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from schemasync_nb.database import ask as execute
from schemasync_nb.engines.postgresql.names import literal, quote

COMMENT = "schemasync_nb: role of a database that was copied here, dropped with the copy"
LOCK = (0x53594E44, 0)
"""The advisory lock that whoever needs lent roles shares."""

# The server does not note down what depends on the role that initdb made.
NEEDED = """
SELECT pg_catalog.pg_get_userbyid(d.refobjid) FROM pg_catalog.pg_shdepend d
WHERE d.refclassid = 'pg_catalog.pg_authid'::regclass
  AND d.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
UNION SELECT rolname FROM pg_catalog.pg_roles WHERE oid = 10
ORDER BY 1
"""
LENT = f"""
SELECT r.rolname FROM pg_catalog.pg_authid r
WHERE pg_catalog.shobj_description(r.oid, 'pg_authid') = {literal(COMMENT)}
  AND r.rolinherit AND r.rolconnlimit = -1 AND r.rolpassword IS NULL AND r.rolvaliduntil IS NULL
  AND NOT (r.rolcanlogin OR r.rolsuper OR r.rolcreatedb OR r.rolcreaterole OR r.rolreplication OR r.rolbypassrls)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members m WHERE r.oid IN (m.roleid, m.member))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_db_role_setting s WHERE s.setrole = r.oid)
ORDER BY 1
"""
"""Roles just as they were lent: DROP ROLE itself asks only whether something belongs to one."""
STARTED = "SELECT pg_catalog.pg_postmaster_start_time()"
"""Two servers do not start within one microsecond."""


def same_server(one: Connection, other: Connection) -> bool:
    """True when two connections lead to one server."""
    return bool(execute(one, STARTED).scalar_one() == execute(other, STARTED).scalar_one())


def is_superuser(connection: Connection) -> bool:
    """True when this role may do everything."""
    return bool(execute(connection, "SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user").scalar())


def lend(connection: Connection, like: Connection) -> None:
    """Make the roles that a database on another server names, where we may; ``return_lent`` on the same connection."""
    execute(connection, f"SELECT pg_catalog.pg_advisory_lock_shared{LOCK}")
    if not is_superuser(connection) or same_server(connection, like):
        return
    for role in execute(like, NEEDED).scalars().all():
        with suppress(SQLAlchemyError):  # it is there
            name = quote(role)  # in one message: a kill leaves no role without its comment
            execute(connection, f"CREATE ROLE {name} NOLOGIN; COMMENT ON ROLE {name} IS {literal(COMMENT)}")


def return_lent(connection: Connection) -> None:
    """Drop lent roles, unless another scratch database may need them."""
    execute(connection, f"SELECT pg_catalog.pg_advisory_unlock_shared{LOCK}")
    drop_lent(connection)


def drop_lent(connection: Connection) -> None:
    """Drop the roles that nobody needs; those that something belongs to stay."""
    if is_superuser(connection) and execute(connection, f"SELECT pg_catalog.pg_try_advisory_lock{LOCK}").scalar():
        for role in execute(connection, LENT).scalars().all():
            with suppress(SQLAlchemyError):
                execute(connection, f"DROP ROLE {quote(role)}")
        execute(connection, f"SELECT pg_catalog.pg_advisory_unlock{LOCK}")
