"""The prompt with which a coding agent starts the loop: it needs nothing but a shell."""

from __future__ import annotations

import shlex

TEMPLATE = """\
Goal: Align schema and models.

The database {database} has drifted from its SQLAlchemy models ({models}). Close the drift with the `schema` command,
in a loop of at most {passes} passes, and stop when it says "No schema drift".

Set once:
    export SCHEMASYNC_DATABASE={database_quoted} SCHEMASYNC_MODELS={models_quoted} SCHEMASYNC_ENVIRONMENT={environment}

Each pass:
1. Detect:   schema diff --json            exit 0: no schema drift, done. 2: drift. 1: an error, said in one line.
2. Analyze:  schema analyze --json         every change with hazards, what the data says, what waits for an answer.
3. Decide:   write decisions.json for what waits: a JSON object, change id -> decision. Each "waiting" entry lists its
             options; every option is a decision, ready to be copied:
                 {{"column:members.email:alter": {{"do": "database", "backfill": "''"}},
                  "column:loans.remark:add":     {{"do": "database", "rename_from": "note"}},
                  "table:tmp_import:remove":     {{"do": "ignore"}}}}
             "database" migrates the database, "models" is for you to do in the models' source, "ignore" leaves it.
             Do not guess where data would be lost or invented: ask the person who gave you this task.
4. Apply:    schema run --yes --decisions decisions.json --json
             add --allow DELETES_DATA only when a person agreed that this data may go.
5. Verify:   schema diff --json
After each pass report one short line: pass number, changes found, applied, remaining, status.

Exit codes: 0 in sync; 2 drift remains (undecided, not allowed, or passes ran out); 3 a guardrail refused; 1 error.
Exit condition: "No schema drift" (exit 0), or {passes} passes, or nothing left that you may decide: say what waits.

Six guardrails hold on every pass, in code; do not work around them:
1. A backup is taken before any change and proved by restoring it.
2. Production is never written to.
3. Every migration is rehearsed on the restored backup before the database sees it.
4. The ORM is shown to work with the new schema first.
5. Every change is logged, for audit and rollback: schema log, schema rollback.
6. Existing data and its constraints are respected: the data is asked first.

No command asks a question when there is no terminal. Help: schema --help, schema run --help.
"""


def prompt(database: str, models: str, environment: str, passes: int) -> str:
    """The prompt for one database and its models; ``database`` is shown as given, so it must be masked already."""
    return TEMPLATE.format(
        database=database,
        models=models,
        environment=environment,
        passes=passes,
        database_quoted=shlex.quote(database),
        models_quoted=shlex.quote(models),
    )
