"""The prompt with which a coding agent starts the loop: it needs nothing but a shell."""

from __future__ import annotations

import shlex

from schemasync_nb.report import count

TEMPLATE = """\
Goal: Align schema and models.

The database {database} may have drifted from its SQLAlchemy models ({models}).
Close the drift with the `schema` command, in a loop of at most {passes}; stop when it says "No schema drift".

Set once:
    {settings}
{notes}
Each pass:
1. Detect
    schema diff --json
   Exit 0: no schema drift, the loop is done. Exit 2: drift. Exit 1: an error, said in one line on stderr.
2. Analyze
    schema analyze --json --decisions decisions.json
   (the first time without --decisions) "changes" tells what would happen to each change, with its hazards and what
   the rows say; "waiting" lists what needs an answer.
3. Decide: write decisions.json, one JSON object of change id -> decision. Every entry of "options" under "waiting" is
   a decision, ready to be copied:
    {{"column:members.email:alter": {{"do": "database", "backfill": "''"}},
     "column:loans.remark:add":     {{"do": "database", "rename_from": "note"}},
     "table:tmp_import:remove":     {{"do": "ignore"}}}}
   "database" migrates the database, "models" patches the models' source ("patch" in the answer of schema analyze shows
   the diff), "ignore" leaves the difference in peace. A backfill in an option is only an example: put the SQL
   expression that is right here.
   Do not guess where data would be lost or invented: ask the person who gave you this task.
4. Apply
    schema run --yes --max-iterations 1 --decisions decisions.json --json
   (without --decisions while there is none) Add --allow DELETES_DATA only when a person agreed that this data may go.
5. Verify
    schema diff --json
After each pass report one short line: pass number, changes found, applied, remaining, status.

Exit codes: 0 in sync; 2 drift remains (undecided, not allowed, or passes ran out); 3 a guardrail refused; 1 error.
Exit condition: "No schema drift" (exit 0), or {passes}, or nothing left that you may decide: say what waits.

Six guardrails hold on every pass, in code; do not work around them:
1. A backup is taken before any change and proved by restoring it.
2. Production is never written to.
3. Every migration is rehearsed and tested on the restored backup before the database sees it.
4. The ORM is shown to work with the new schema first.
5. Every change is logged, for audit and rollback: schema log, schema rollback.
6. Existing data and its constraints are respected: the data is asked first.

No command asks a question when there is no terminal. Help: schema --help, schema run --help.
"""

UNDECLARED = """\
The environment of this database is not declared, and nothing is written until it is: ask the person who gave you this
task, then: export SCHEMASYNC_ENVIRONMENT=development (or staging).
"""
MASKED = """\
The password is left out of this prompt: put it in place of ***.
"""


def prompt(database: str, models: str, environment: str | None, passes: int) -> str:
    """The prompt for one database and its models.

    database     shown as given, so it must be masked already
    environment  None where it is not declared
    """
    settings = {"DATABASE": database, "MODELS": models, "ENVIRONMENT": environment}
    stated = (f"SCHEMASYNC_{name}={shlex.quote(value)}" for name, value in settings.items() if value)
    return TEMPLATE.format(
        database=database,
        models=models,
        passes=count(passes, "pass"),
        settings=f"export {' '.join(stated)}",
        notes=("" if environment else UNDECLARED) + (MASKED if ":***@" in database else ""),
    )
