"""The notebook's way in: ``%load_ext schemasync_nb``, then ``%schema diff --database engine --models Base``."""

from __future__ import annotations

import shlex
import sys
from typing import Any

from schemasync_nb.cli import COMMANDS, OPTIONS, parser

SHOWN = {"diff": "detect", "analyze": "analyze", "verify": "verify"}
"""Commands whose result shows itself -> the step that gives it."""


def load_ipython_extension(ipython: Any) -> None:
    """Register ``%schema`` and its completion."""

    def schema(line: str) -> Any:
        """Run a schema command; --database and --models take names of this notebook too."""
        return run_line(line, ipython.user_ns)

    ipython.register_magic_function(schema, "line")
    for typed in ("%schema", "schema"):
        ipython.set_hook("complete_command", _complete, str_key=typed)


def run_line(line: str, names: dict[str, Any]) -> Any:
    """Run one line as the shell would, with objects of the notebook as database and models.

    diff, analyze and verify return their result, so that the notebook shows it; the others print. Errors are printed
    in one line, as in the shell.
    """
    from schemasync_nb.commands import COMMANDS as DOING
    from schemasync_nb.commands.options import new_loop, tell_unmatched, told

    try:
        options = parser().parse_args(shlex.split(line))
        for key in ("database", "models"):
            name = getattr(options, key, None)
            if name in names:
                setattr(options, key, names[name])
        if options.command is None:
            parser().print_help()
        elif options.command not in SHOWN or options.json or getattr(options, "out", None):
            DOING[options.command](options, sys.stdout, sys.stdout)
        else:
            loop = new_loop(options, sys.stdout)
            result = getattr(loop, SHOWN[options.command])()
            if options.command == "analyze":
                tell_unmatched(loop, sys.stdout)
            return result
    except SystemExit:  # --help was printed
        pass
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  a person gets a line, not a traceback
        print(f"schema: {told(error)}")
    return None


def _complete(_: Any, event: Any) -> list[str]:
    """The commands, and behind one its options."""
    words = event.text_until_cursor.split()
    if len(words) <= 1 or (len(words) == 2 and not event.text_until_cursor.endswith(" ")):
        return sorted(COMMANDS)
    options = COMMANDS.get(words[1], ("", ()))[1]
    return sorted(flag for option in options for flag in OPTIONS[option][0] if flag.startswith("--"))
