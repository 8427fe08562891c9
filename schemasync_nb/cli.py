"""The terminal's way in: ``schema``. A thin shell over SyncLoop that takes its streams and returns its code."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import redirect_stdout
from typing import Any, NoReturn, TextIO

from schemasync_nb.errors import ERROR, IN_SYNC, SchemaSyncError

ABOUT = """\
See and close the drift between a live database and its SQLAlchemy models.

detect -> analyze -> apply -> verify -> again (at most 10 passes), until there
is no schema drift."""

MORE = """\
exit codes: 0 in sync, 2 drift, 3 a guardrail refused, 1 error

settings: options win over the variables SCHEMASYNC_DATABASE,
SCHEMASYNC_MODELS and SCHEMASYNC_ENVIRONMENT, and those over [tool.schemasync]
in the pyproject.toml of this folder (database, models, environment, schemas,
ignore, allow)

examples:
  schema demo                   see it work on a sample database
  schema diff --database sqlite:///library.db --models app/models.py:Base
  schema run --yes              database and models from the variables
  schema COMMAND --help         what a command does and takes"""


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
    "environment": (
        ("--environment",),
        {"metavar": "E", "help": "development, staging or production (read-only); a SQLite file is development"},
    ),
    "workdir": (("--workdir",), {"metavar": "DIR", "help": "backups, revisions and log (default .schemasync)"}),
    "scratch": (
        ("--scratch-url",),
        {"metavar": "URL", "help": "a server for scratch databases; without it they lie beside the database"},
    ),
    "json": (("--json",), {"action": "store_true", "help": "print one JSON value; progress goes to stderr"}),
    "passes": (("--max-iterations",), {"type": int, "metavar": "N", "help": "passes at most (default 10)"}),
    "yes": (("--yes",), {"action": "store_true", "help": "take every default decision, ask nothing"}),
    "allow": (
        ("--allow",),
        {"action": "append", "metavar": "HAZARD[,..]", "help": "let DELETES_DATA or IRREVERSIBLE go in"},
    ),
    "decisions": (("--decisions",), {"metavar": "FILE", "help": "JSON: change id -> decision"}),
    "decide": (
        ("--decide",),
        {"action": "append", "metavar": "ID=SIDE", "help": "what becomes of a change, or of those that a pattern fits"},
    ),
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
    "rehearse": (
        ("--rehearse",),
        {"choices": ("rows", "schema"), "help": "schema: restore no rows for the rehearsal, where they are too many"},
    ),
    "out": (("--out",), {"metavar": "FILE", "help": "write it to this file"}),
    "plan": (
        ("plan",),
        {"nargs": "?", "metavar": "PLAN", "help": "a plan saved by schema analyze --out, applied as it is"},
    ),
    "backup": (
        ("backup",),
        {"nargs": "?", "metavar": "BACKUP", "help": "a backup's file name (default: the last one)"},
    ),
    "name": (("name",), {"nargs": "?", "metavar": "SCENARIO", "help": "default: two_years_of_hot_fixes"}),
    "list": (("--list",), {"action": "store_true", "help": "tell the scenarios"}),
    "folder": (("--folder",), {"metavar": "DIR", "help": "where to put it"}),
    "keep": (("--no-run",), {"action": "store_true", "help": "only build the drifted database, do not run the loop"}),
    "engine": (("--engine",), {"choices": ("sqlite", "postgresql"), "help": "where to build it (default sqlite)"}),
    "server": (
        ("--server",),
        {"metavar": "URL", "help": "a PostgreSQL server, else SCHEMASYNC_DEMO_SERVER, else one that is started here"},
    ),
    "stop": (("--stop",), {"action": "store_true", "help": "stop the server that was started for this folder"}),
    "jupyter": (("jupyter",), {"nargs": "*", "metavar": "-- OPTION", "help": "JupyterLab's own options, behind --"}),
}
SIDES = ("database", "models", "environment", "workdir", "scratch", "json")
DECIDING = ("yes", "allow", "decisions", "decide", "backfill", "rename", "migrations")

COMMANDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "diff": ("tell the drift; writes nothing", SIDES),
    "run": (
        "the loop: passes until there is no drift or a person is needed",
        (*SIDES, *DECIDING, "passes", "tests", "rehearse"),
    ),
    "analyze": ("decide, ask the data, and plan one pass; writes nothing", (*SIDES, *DECIDING, "out")),
    "apply": ("back up, rehearse and make one pass", ("plan", *SIDES, *DECIDING, "tests", "rehearse")),
    "verify": ("read the database again and try the ORM on it", SIDES),
    "status": ("where the loop stands with this database", ("database", "environment", "workdir", "json")),
    "log": ("the audit log, its chain checked", ("database", "workdir", "json")),
    "backups": ("the backups of this database", ("database", "workdir", "json")),
    "restore": (
        "put a whole backup back; first says what that discards",
        ("backup", "database", "environment", "workdir", "scratch", "yes", "json"),
    ),
    "rollback": ("back to before the last applied pass", (*SIDES, "yes")),
    "clean": (
        "remove the rehearsal copies and scratch databases that killed runs left",
        ("database", "environment", "workdir", "scratch", "json"),
    ),
    "models": ("write a first models file for a whole database", ("database", "out")),
    "prompt": (
        "print the prompt with which a coding agent starts the loop",
        ("database", "models", "environment", "passes"),
    ),
    "lab": ("open JupyterLab with the lessons copied here", ("folder", "jupyter")),
    "demo": (
        "build the sample database with a drift scenario and run the loop on it",
        ("name", "list", "folder", "keep", "engine", "server", "stop"),
    ),
}

EXAMPLES = {
    "diff": """\
  schema diff --database sqlite:///library.db --models app/models.py:Base
  schema diff --json | jq -r '.changes[].id'
exit codes: 0 in sync, 2 drift, 1 error""",
    "run": """\
  schema run --yes
  schema run --yes --decisions decisions.json --allow DELETES_DATA
  schema run --yes --decide column:members.fax:remove=ignore
  schema run --yes --backfill "loans.due_on=date(loaned_on, '+21 days')"
  schema run --yes --rename members.telephone=phone --tests "pytest -q"
A decisions file maps the ids of changes to what is decided:
  {"column:members.fax:remove": {"do": "database"},
   "column:loans.due_on:alter": {"do": "database", "backfill": "loaned_on"},
   "column:members.phone:add": {"do": "database", "rename_from": "telephone"},
   "table:loans_2023:remove": {"do": "ignore"}}
Without --yes each change is asked for in a terminal, and waits where there is
none.
exit codes: 0 in sync; 2 drift remains (undecided, not allowed, or passes ran
out); 3 a guardrail refused; 1 error""",
    "analyze": """\
  schema analyze
  schema analyze --decisions decisions.json --out plan.json
  schema apply plan.json        once somebody has read it
exit codes: 0 in sync, 2 there is something to do, 1 error""",
    "apply": """\
  schema apply plan.json        this plan and no other: refused when database,
                                rows, models or file changed since
  schema apply --yes            one pass, planned now
exit codes: 0 in sync, 2 drift remains, 3 a guardrail refused, 1 error""",
    "verify": """\
  schema verify
exit codes: 0 in sync, 2 drift, 3 in sync but the ORM fails, 1 error""",
    "status": """\
  schema status --json""",
    "log": """\
  schema log
  schema log --json | jq -r '.[] | select(.event == "applied") | .sql[]'""",
    "backups": """\
  schema backups""",
    "restore": """\
  schema backups                what there is
  schema restore library-20260314T101112131-pass1.db --yes""",
    "rollback": """\
  schema rollback --yes         the last pass; again for the one before
Rows written since are kept; what the pass dropped comes back from its backup.
Without --yes a terminal is asked.
exit codes: 0 rolled back, 3 refused, 1 error""",
    "clean": """\
  schema clean""",
    "models": """\
  schema models --database sqlite:///library.db --out models.py""",
    "prompt": """\
  schema prompt --database sqlite:///library.db --models app/models.py:Base""",
    "lab": """\
  schema lab --folder lessons
  schema lab -- --no-browser --port 9999""",
    "demo": """\
  schema demo
  schema demo --list
  schema demo renamed_column --folder play --no-run
  schema demo renamed_column --engine postgresql
  schema demo --stop            the server that the line above may have started""",
}


def parser() -> argparse.ArgumentParser:
    """The command line; ``schema --help`` is documentation."""
    raw = argparse.RawDescriptionHelpFormatter
    top = _Parser(prog="schema", description=ABOUT, epilog=MORE, formatter_class=raw, allow_abbrev=False)
    top.add_argument("--version", action="store_true", help="tell the version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)
    for name, (about, options) in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=about,
            description=f"{about[0].upper()}{about[1:]}.",
            epilog=f"examples:\n{EXAMPLES[name]}",
            formatter_class=raw,
            allow_abbrev=False,
        )
        for option in options:
            flags, how = OPTIONS[option]
            command.add_argument(*flags, **how)
    return top


def main(argv: Sequence[str] | None = None, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run one command and return its exit code. Errors are one line on ``err``; never a traceback, never a password."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    out, err = out or sys.stdout, err or sys.stderr
    for stream in (out, err):
        if stream in (sys.stdout, sys.stderr) and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a character still shows the line
    try:
        code = _run(arguments, out, err)
        out.flush()
        return code
    except BrokenPipeError:  # who read the output has gone; nothing more can be said, not even at the exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERROR
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  a person gets a line, not a traceback
        from schemasync_nb.commands.options import show, told
        from schemasync_nb.database import masked

        if os.environ.get("SCHEMASYNC_DEBUG"):
            print(masked(traceback.format_exc()), file=err)
        if isinstance(error, Usage) and arguments[:1] == ["run"] and "--json" in arguments:
            from schemasync_nb.commands.steps import run_json

            show(run_json(None, "failed", told(error)), out)
        print(f"schema: {told(error)}", file=err)
        return error.exit_code if isinstance(error, SchemaSyncError) else ERROR


def _run(arguments: Sequence[str], out: TextIO, err: TextIO) -> int:
    try:
        with redirect_stdout(out):  # where argparse prints --help
            options = parser().parse_args(arguments)
    except SystemExit as done:  # --help
        return int(done.code or 0)
    if options.version:
        from importlib.metadata import version

        print(f"schemasync-nb {version('schemasync-nb')}", file=out)
        return IN_SYNC
    if options.command is None:
        raise Usage(f"no command is named: use one of {', '.join(COMMANDS)} (see schema --help)")
    from schemasync_nb.commands import COMMANDS as DOING

    return DOING[options.command](options, out, err)


if __name__ == "__main__":
    sys.exit(main())
