"""What a database's catalogs held when they were last read: nothing is read twice while no row of them is another one.

A row of a system catalog is told by its place and by the transaction that wrote it (postgresql.org/docs, "System
Columns"). What changes in place, against that rule, is no more than the estimates of ``pg_class`` and, before 14, the
flags of indexes; hence the estimates are looked at as well, and older servers are always read.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from sqlalchemy import Connection

from schemasync_nb.catalog import Catalog
from schemasync_nb.engines.postgresql.session import ask

# All that reading asks, or that the server asks itself to print names, types and expressions.
_NAMES = """
    pg_aggregate pg_am pg_attrdef pg_attribute pg_cast pg_class pg_collation pg_constraint pg_db_role_setting
    pg_default_acl pg_depend pg_description pg_enum pg_event_trigger pg_extension pg_foreign_server pg_index pg_inherits
    pg_language pg_namespace pg_opclass pg_operator pg_partitioned_table pg_policy pg_proc pg_publication pg_rewrite
    pg_sequence pg_statistic_ext pg_tablespace pg_trigger pg_ts_config pg_ts_dict pg_type
"""
CATALOGS = tuple(_NAMES.split())
FIRST_VERSION = 14

# The distance to a fixed transaction; what is older than all (initdb's own rows) has no age.
_WRITER = "CASE age(xmin) WHEN 2147483647 THEN 0 ELSE age('3'::xid)::bigint - age(xmin) END"
_STATE = "\nUNION ALL ".join(
    f"SELECT '{name}', count(*), bit_xor(hashtidextended(ctid, {_WRITER})) FROM {name}" for name in CATALOGS
)
QUERY = f"""
{_STATE}
UNION ALL SELECT 'rows', count(*), bit_xor(hashfloat4extended(reltuples, oid::bigint)) FROM pg_class WHERE reltuples > 0
UNION ALL SELECT 'roles', count(*), bit_xor(hashtextextended(rolname::text, oid::bigint)) FROM pg_roles
UNION ALL SELECT current_database() || ' ' || current_user, oid::bigint,
                 extract(epoch FROM pg_postmaster_start_time() - 'epoch'::timestamptz)::numeric * 1000000
            FROM pg_database WHERE datname = current_database()"""

State = tuple[tuple[object, ...], ...]
KEPT = 2
"""Databases of which the last catalog is kept."""

_last: OrderedDict[tuple[object, ...], tuple[State, Catalog]] = OrderedDict()
_lock = Lock()


def state(connection: Connection) -> State:
    """Stands for all that the catalogs hold: equal only when no row of them is another one. Only reads."""
    return tuple(map(tuple, ask(connection, QUERY)))


def unless_seen(connection: Connection, version: int, how: object, read: Callable[[], Catalog]) -> Catalog:
    """The catalog as it was last read, where nothing changed since; else what ``read`` gives.

    version  the server's major version
    how      whatever else the reading hangs on
    """
    ((read_only,),) = ask(connection, "SHOW transaction_read_only")
    if version < FIRST_VERSION or read_only != "on":  # a transaction that writes may never have been
        return read()
    found = state(connection)
    key = (found[-1], how)
    with _lock:
        last = _last.get(key)
    if last is not None and last[0] == found:
        return last[1]
    catalog = read()
    with _lock:
        _last[key] = found, catalog
        _last.move_to_end(key)
        while len(_last) > KEPT:
            _last.popitem(last=False)
    return catalog
