"""A revision that tells an Alembic history what the database and its models know already.

Somebody changed the database by hand, and the models follow it: a database that is made from the history would still
lack the change. The revision makes it there; here it is only noted as done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from alembic.script import ScriptDirectory
from alembic.util.pyfiles import load_python_file
from sqlalchemy import Connection

from schemasync_nb.analyze.plan import Plan
from schemasync_nb.analyze.planner import make_plan
from schemasync_nb.detect.drift import Drift
from schemasync_nb.engines.engine import Engine
from schemasync_nb.engines.statement import Statement
from schemasync_nb.errors import Refused, SchemaSyncError
from schemasync_nb.policy import DATABASE, NEED_ALLOWING, Decision, Policy

Way = tuple[tuple[Statement, ...], tuple[Statement, ...]]


def way_to(drift: Drift, decided: Mapping[str, Decision], engine: Engine, connection: Connection) -> Way:
    """The statements from the models' side of these changes to the database's, and back; both empty where the engine
    cannot be shown to come back. Only reads."""
    decisions = {change_id: Decision(DATABASE, None, said.rename_from) for change_id, said in decided.items()}
    theirs = replace(drift, changes=tuple(change for change in drift.changes if change.id in decided))
    try:
        policy = Policy(decisions, allow=NEED_ALLOWING, defaults=False)
        plan = make_plan(theirs, engine, connection, policy, ask_rows=False)
    except SchemaSyncError:
        return (), ()
    return (plan.downgrade, plan.upgrade) if _is_whole(plan) else ((), ())


def _is_whole(plan: Plan) -> bool:
    return len(plan.going_in) == len(plan.items) and not plan.outside


def is_followed(path: Path) -> bool:
    """Whether another revision of its script directory follows this one."""
    scripts = ScriptDirectory(str(path.parent.parent), messaging_opts={"quiet": True})
    revision = scripts.get_revision(load_python_file(str(path.parent), path.name).revision)
    return bool(revision and revision.nextrev)


def note(connection: Connection, path: Path, *, done: bool) -> None:
    """Note a revision in the database's version table as done, or as not done; Refused where another one is noted."""
    module = load_python_file(str(path.parent), path.name)
    old, new = (module.down_revision, module.revision) if done else (module.revision, module.down_revision)
    versions = sa.table("alembic_version", sa.column("version_num"))
    found = [row.version_num for row in connection.execute(versions.select())]
    if found != ([old] if old else []):
        raise Refused(f"{path}: the database stands at revision {', '.join(found) or 'none'}, not at {old}")
    if not old:
        connection.execute(versions.insert().values(version_num=new))
    elif not new:
        connection.execute(versions.delete())
    else:
        connection.execute(versions.update().values(version_num=new))
