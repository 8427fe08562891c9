"""What each ``schema`` command does. Every function takes its options and streams and returns its exit code."""

from __future__ import annotations

from schemasync_nb.commands import record, steps, ways_in
from schemasync_nb.commands.options import Command

COMMANDS: dict[str, Command] = {
    command.__name__: command
    for command in (
        steps.diff,
        steps.run,
        steps.analyze,
        steps.apply,
        steps.verify,
        record.status,
        record.log,
        record.backups,
        record.restore,
        record.rollback,
        record.clean,
        ways_in.models,
        ways_in.prompt,
        ways_in.lab,
        ways_in.demo,
    )
}
