"""The notebook's way in: ``%load_ext schemasync_nb``, then ``%schema diff --database engine --models Base``."""

from __future__ import annotations

import shlex
import sys
from typing import Any

from schemasync_nb.cli import COMMANDS, OPTIONS, parser
from schemasync_nb.errors import SchemaSyncError

REPORTS = ("diff", "analyze", "verify")


def load_ipython_extension(ipython: Any) -> None:
    """Register ``%schema`` and its completion."""
    from IPython.core.magic import register_line_magic

    def schema(line: str) -> Any:
        """Run a schema command; --database and --models take names of this notebook too."""
        return run_line(line, ipython.user_ns)

    register_line_magic(schema)
    ipython.set_hook("complete_command", _complete, str_key="%schema")


def run_line(line: str, names: dict[str, Any]) -> Any:
    """Run one line as the shell would, with objects of the notebook as database and models.

    diff, analyze and verify return their result, so that the notebook shows it; the others print. Errors are printed
    in one line, as in the shell.
    """
    from schemasync_nb.commands import COMMANDS as DOING
    from schemasync_nb.commands import new_loop

    try:
        options = parser().parse_args(shlex.split(line))
        for key in ("database", "models"):
            name = getattr(options, key, None)
            if name in names:
                setattr(options, key, names[name])
        if options.command in REPORTS and not options.json:
            loop = new_loop(options, sys.stdout)
            return {"diff": loop.detect, "analyze": loop.analyze, "verify": loop.verify}[options.command]()
        if options.command is None:
            parser().print_help()
        else:
            DOING[options.command](options, sys.stdout, sys.stdout)
    except SystemExit:  # --help was printed
        pass
    except (SchemaSyncError, ValueError) as error:  # ValueError: quotes that do not close
        print(f"schema: {error}")
    return None


def _complete(_: Any, event: Any) -> list[str]:
    words = event.line.split()
    if len(words) <= 1 or (len(words) == 2 and not event.line.endswith(" ")):
        return sorted(COMMANDS)
    options = COMMANDS.get(words[1], ("", ()))[1]
    return sorted(flag for option in options for flag in OPTIONS[option][0] if flag.startswith("--"))
