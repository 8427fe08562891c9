"""The terminal's way in: ``schema``. A thin shell over SyncLoop that takes its streams and returns its code."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn, TextIO

from schemasync_nb.errors import ERROR, IN_SYNC, SchemaSyncError

ABOUT = """\
See and close the drift between a live database and its SQLAlchemy models.

detect -> analyze -> apply -> verify -> again (at most 10 passes), until there is no schema drift.
Exit codes: 0 in sync, 2 drift, 3 a guardrail refused, 1 error.

Settings: options win over SCHEMASYNC_DATABASE, SCHEMASYNC_MODELS, SCHEMASYNC_ENVIRONMENT, and those over
[tool.schemasync] in the pyproject.toml of this folder (database, models, environment, schemas, ignore, allow)."""


class Usage(SchemaSyncError):
    """The command line cannot be understood."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(f"{message} (see {self.prog} --help)")


Option = tuple[tuple[str, ...], dict[str, Any]]

OPTIONS: dict[str, Option] = {
    "database": (("--database",), {"metavar": "URL", "help": "database URL, such as sqlite:///library.db"}),
    "models": (
        ("--models",),
        {"metavar": "REF", "help": "package.module:attr, path/to/models.py:attr, or alembic.ini"},
    ),
    "environment": (("--environment",), {"metavar": "E", "help": "development, staging or production (read-only)"}),
    "workdir": (("--workdir",), {"metavar": "DIR", "help": "backups, revisions and log (default .schemasync)"}),
    "scratch": (("--scratch-url",), {"metavar": "URL", "help": "a server for scratch databases (not used by SQLite)"}),
    "json": (("--json",), {"action": "store_true", "help": "print one JSON object; progress goes to stderr"}),
    "passes": (("--max-iterations",), {"type": int, "metavar": "N", "help": "passes at most (default 10)"}),
    "yes": (("--yes",), {"action": "store_true", "help": "take every default decision, ask nothing"}),
    "allow": (
        ("--allow",),
        {"action": "append", "metavar": "HAZARD[,..]", "help": "let DELETES_DATA or IRREVERSIBLE go in"},
    ),
    "decisions": (("--decisions",), {"metavar": "FILE", "help": "JSON: change id -> decision"}),
    "backfill": (
        ("--backfill",),
        {"action": "append", "metavar": "TABLE.COLUMN=SQL", "help": "a value for the rows that are in the way"},
    ),
    "rename": (
        ("--rename",),
        {"action": "append", "metavar": "OLD=NEW", "help": "this add is a rename: table or table.column"},
    ),
    "tests": (("--tests",), {"metavar": "CMD", "help": "must succeed on the rehearsed database (SCHEMASYNC_DATABASE)"}),
    "migrations": (
        ("--migrations",),
        {"metavar": "DIR", "help": "your own Alembic script directory, for the revisions"},
    ),
    "out": (("--out",), {"metavar": "FILE", "help": "write here instead of to the terminal"}),
    "plan": (
        ("plan",),
        {"nargs": "?", "metavar": "PLAN", "help": "a plan saved by schema analyze --out, applied as it is"},
    ),
    "backup": (
        ("backup",),
        {"nargs": "?", "metavar": "BACKUP", "help": "a backup's file name (default: the last one)"},
    ),
    "name": (("name",), {"nargs": "?", "metavar": "SCENARIO", "help": "which scenario (default: the first)"}),
    "list": (("--list",), {"action": "store_true", "help": "tell the scenarios"}),
    "folder": (("--folder",), {"metavar": "DIR", "help": "where to put it"}),
    "keep": (("--no-run",), {"action": "store_true", "help": "only build the drifted database, do not run the loop"}),
}
SIDES = ("database", "models", "environment", "workdir", "scratch", "json")
DECIDING = ("yes", "allow", "decisions", "backfill", "rename", "migrations")

COMMANDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "diff": ("tell the drift; writes nothing", SIDES),
    "run": ("the loop: passes until there is no drift or a person is needed", (*SIDES, *DECIDING, "passes", "tests")),
    "analyze": ("decide, ask the data, and plan one pass; writes nothing", (*SIDES, *DECIDING, "out")),
    "apply": ("back up, rehearse and make one pass", ("plan", *SIDES, *DECIDING, "tests")),
    "verify": ("read the database again and try the ORM on it", SIDES),
    "status": ("where the loop stands with this database", ("database", "environment", "workdir", "json")),
    "log": ("the audit log, its chain checked", ("database", "workdir", "json")),
    "backups": ("the backups of this database", ("database", "workdir", "json")),
    "restore": (
        "put a whole backup back; first says what that discards",
        ("backup", "database", "environment", "workdir", "yes", "json"),
    ),
    "rollback": ("back to before the last applied pass", (*SIDES, "yes")),
    "clean": ("drop scratch databases and rehearsal copies that killed runs left", ("workdir", "json")),
    "models": ("write a first models file for a whole database", ("database", "out")),
    "prompt": (
        "print the prompt with which a coding agent starts the loop",
        ("database", "models", "environment", "passes"),
    ),
    "lab": ("open JupyterLab with the lessons copied here", ("folder",)),
    "demo": (
        "build the sample database with a drift scenario and run the loop on it",
        ("name", "list", "folder", "keep"),
    ),
}


def parser() -> argparse.ArgumentParser:
    """The command line; ``schema --help`` is documentation."""
    top = _Parser(prog="schema", description=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter)
    top.add_argument("--version", action="store_true", help="tell the version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, (about, options) in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        for option in options:
            flags, how = OPTIONS[option]
            command.add_argument(*flags, **how)
    return top


def main(argv: Sequence[str] | None = None, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run one command and return its exit code. Errors are one line on ``err``; never a traceback, never a password."""
    out, err = out or sys.stdout, err or sys.stderr
    try:
        options = parser().parse_args(argv)
        if options.version:
            from importlib.metadata import version

            print(f"schemasync-nb {version('schemasync-nb')}", file=out)
            return IN_SYNC
        if options.command is None:
            parser().print_help(out)
            return ERROR
        from schemasync_nb.commands import COMMANDS as DOING

        return DOING[options.command](options, out, err)
    except SystemExit as done:  # --help
        return int(done.code or 0)
    except SchemaSyncError as error:
        print(f"schema: {error}", file=err)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERROR
    except KeyboardInterrupt:
        print("schema: interrupted; the database is as it was, or the next run finishes it", file=err)
        return ERROR
    except Exception as error:  # noqa: BLE001 - the last line of defence: a person gets a line, not a traceback
        if os.environ.get("SCHEMASYNC_DEBUG"):
            traceback.print_exc(file=err)
        from schemasync_nb.database import explained

        print(
            f"schema: unexpected {type(error).__name__}: {explained(error)} (SCHEMASYNC_DEBUG=1 shows where)", file=err
        )
        return ERROR


if __name__ == "__main__":
    sys.exit(main())
