"""A plan as a real Alembic revision file, and running one by Alembic's own operations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from alembic.util.pyfiles import load_python_file

from schemasync_nb.apply.outcome import Revision
from schemasync_nb.engines.engine import Engine
from schemasync_nb.engines.statement import Statement
from schemasync_nb.errors import DatabaseError, DecisionError, Refused
from schemasync_nb.guard.durable import replace_text
from schemasync_nb.guard.workdir import WorkDir

UPGRADE, DOWNGRADE = "upgrade", "downgrade"
INDENT = "    "


def revisions_in(workdir: WorkDir) -> Path:
    """The work directory's own script directory, for databases that have none: revisions need no env.py there."""
    folder = workdir.revisions()
    template = folder / "script.py.mako"
    if not template.exists():
        template.write_text(
            files("schemasync_nb.apply").joinpath("script.py.mako").read_text(encoding="utf-8"), "utf-8"
        )
    return folder


def require_script_directory(folder: Path) -> None:
    """DecisionError unless Alembic can write revisions into this folder; makes nothing."""
    if not (folder / "script.py.mako").is_file():
        what = "it has no script.py.mako" if folder.is_dir() else "there is no such folder"
        raise DecisionError(f"migrations {folder}: {what}: name the script directory that alembic init made")


def write_revision(
    folder: Path,
    drafts: Path,
    engine: Engine,
    upgrade: Sequence[Statement],
    downgrade: Sequence[Statement],
    message: str,
) -> Revision:
    """Write a revision that follows the head of an Alembic script directory, by the directory's own template, as a
    draft into another folder: until it is applied, it would be a head that no database reaches."""
    locations = [str(folder / "versions"), str(drafts)]
    scripts = ScriptDirectory(str(folder), version_locations=locations, messaging_opts={"quiet": True})
    heads = scripts.get_heads()
    if len(heads) > 1:
        raise Refused(f"{folder}: the migrations have {len(heads)} heads: merge them first (alembic merge heads)")
    revision_id = _new_id(scripts)
    try:
        made = scripts.generate_revision(
            revision_id,
            message,
            head="head",
            version_path=str(drafts),
            upgrades=body(engine, upgrade),
            downgrades=body(engine, downgrade),
            imports="",
            config=None,
        )
    except (CommandError, OSError) as error:
        raise DatabaseError(f"{folder}: the revision cannot be written: {error}") from error
    assert made is not None
    path = Path(made.path)
    return Revision(revision_id, path, path.read_text(encoding="utf-8"))


def put_in_place(revision: Revision) -> None:
    """Write a revision's text where the revision belongs, whole or not at all."""
    try:
        revision.path.parent.mkdir(exist_ok=True)
        replace_text(revision.path, revision.source)
    except OSError as error:
        raise DatabaseError(f"{revision.path}: the revision cannot be written: {error}") from error


def _new_id(scripts: ScriptDirectory) -> str:
    """Readable and sorted by time; a second within the same second counts on."""
    stamp = int(datetime.now(UTC).strftime("%y%m%d%H%M%S"))
    known = {script.revision for script in scripts.walk_revisions()}
    while str(stamp) in known:
        stamp += 1
    return str(stamp)


def body(engine: Engine, statements: Sequence[Statement]) -> str:
    """The lines of an upgrade() or downgrade(), as a template puts them behind four blanks."""
    blocks: list[str] = []
    before, after = engine.around_migration(statements)
    for statement in (*before, *statements, *after):
        lines = [f"# {line}" for line in statement.why.splitlines()]
        if statement.outside:
            lines.append("with op.get_context().autocommit_block():")
        indent = INDENT if statement.outside else ""
        lines += [indent + line for line in (statement.op or _execute(statement.sql)).splitlines()]
        blocks.append(("\n" if statement.why and blocks else "") + "\n".join(lines))
    return "\n".join(blocks).replace("\n", f"\n{INDENT}").replace(f"\n{INDENT}\n", "\n\n")


def _execute(sql: str) -> str:
    """``op.execute`` of a statement; a colon is escaped, because Alembic reads ``:name`` as a parameter."""
    escaped = re.sub(r"(?<![:\w\\]):(?=\w)", r"\\:", sql)
    if str(sa.text(escaped).compile()) != sql:
        return f"op.get_bind().exec_driver_sql({sql!r})"
    lines = escaped.splitlines(keepends=True)
    if len(lines) == 1:
        return f"op.execute({_string(escaped)})"
    return "\n".join(["op.execute(", *(INDENT + _string(line) for line in lines), ")"])


def _string(text: str) -> str:
    quoted = repr(text)
    return f'"{quoted[1:-1]}"' if quoted[0] == "'" and '"' not in text and "'" not in text else quoted


def run_revision(connection: sa.Connection, path: Path, direction: str, *, stamp: bool, outside: bool = False) -> None:
    """Run a revision's upgrade or downgrade on a connection, by Alembic's operations. The caller holds the transaction.

    stamp    the revision belongs to the history that the database's version table follows: note it there
    outside  there is no transaction: the connection is, and stays, in driver autocommit
    """
    module: Any = load_python_file(str(path.parent), path.name)
    context = MigrationContext.configure(connection, opts={"transactional_ddl": True})
    if outside:
        connection.rollback()  # SQLAlchemy's own: it would keep Alembic from its autocommit block
    with Operations.context(context):
        getattr(module, direction)()
    if outside:
        connection.rollback()
        connection.execution_options(isolation_level="AUTOCOMMIT")  # the block has put it back to what the server says
    if stamp:
        versions = sa.table("alembic_version", sa.column("version_num"))
        new = module.revision if direction == UPGRADE else module.down_revision
        connection.execute(versions.delete() if new is None else versions.update().values(version_num=new))


def require_at_head(connection: sa.Connection, folder: Path) -> bool:
    """True when the database follows the migrations in this folder and stands at their head; False when it has no
    version table. Refused when it stands elsewhere: a revision behind the head would not be its next one.
    """
    if not sa.inspect(connection).has_table("alembic_version"):
        return False
    current = MigrationContext.configure(connection).get_current_revision()
    head = ScriptDirectory(str(folder)).get_current_head()
    if current != head:
        raise Refused(
            f"{folder}: the database stands at revision {current}, the head is {head}: run alembic upgrade head first,"
            " or delete the revisions that it shall not have"
        )
    return True
