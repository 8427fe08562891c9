"""The notebook's way in: ``%load_ext schemasync_nb``, then ``%schema diff --database engine --models Base``."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Mapping
from typing import Any

from schemasync_nb.cli import parser
from schemasync_nb.errors import DecisionError
from schemasync_nb.magics.cells import Cells
from schemasync_nb.magics.completion import completer
from schemasync_nb.magics.names import named

HELP = """\
{about}

In a notebook --database and --models take names of the notebook too, --decisions a dict of it:

  %schema diff --database engine --models Base
  drift = %schema diff --database engine --models Base

diff, analyze, apply, verify, run, rollback and log give their result, which shows itself and is the value of the
cell; nothing is asked: what needs a person waits. Tab completes commands, options, names, tables and change ids."""

_loaded: dict[int, Callable[[], None]] = {}  # the id of a shell -> what takes the extension out of it


def load_ipython_extension(ipython: Any) -> None:
    """Register ``%schema``, its completion, and what watches over models that are defined in cells."""
    unload_ipython_extension(ipython)
    magic = Magic(ipython)
    matcher = completer(magic)

    def schema(line: str) -> Any:
        return magic.run(line)

    schema.__doc__ = HELP.format(about=parser().format_help())
    ipython.register_magic_function(schema, "line")
    ipython.Completer.custom_matchers.append(matcher)
    magic.cells.watch()

    def unload() -> None:
        magic.cells.unwatch()
        ipython.Completer.custom_matchers.remove(matcher)
        ipython.magics_manager.magics["line"].pop("schema", None)

    _loaded[id(ipython)] = unload


def unload_ipython_extension(ipython: Any) -> None:
    """Take all of it out again."""
    _loaded.pop(id(ipython), lambda: None)()


class Magic:
    """``%schema`` in one shell.

    loop  the last loop that a line made, whose tables and changes are offered for completion; None before
    """

    def __init__(self, ipython: Any) -> None:
        self.ipython = ipython
        self.cells = Cells(ipython)
        self.loop: Any = None

    @property
    def names(self) -> Mapping[str, Any]:
        """The notebook's own names."""
        names: Mapping[str, Any] = self.ipython.user_ns
        return names

    def run(self, line: str) -> Any:
        """Run one line as the shell would; errors are printed in one line, as there."""
        from schemasync_nb.commands.options import told

        try:
            return self._run(line)
        except SystemExit:  # --help was printed
            pass
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  a person gets a line, not a traceback
            print(f"schema: {told(error)}")
        return None

    def _run(self, line: str) -> Any:
        from schemasync_nb.commands import COMMANDS
        from schemasync_nb.magics.results import RESULTS

        options = parser().parse_args(shlex.split(line))
        if options.version:
            options.command = None
        named(options, self.names)
        if options.command is None:
            return parser().print_help()
        if options.command == "lab" and hasattr(self.ipython, "kernel"):
            raise DecisionError("lab: a notebook is open already: type schema lab in a terminal")
        if options.command not in RESULTS or _as_in_the_shell(options):
            COMMANDS[options.command](options, sys.stdout, sys.stdout)
            return None
        return RESULTS[options.command](options, self)


def _as_in_the_shell(options: argparse.Namespace) -> bool:
    """Whether text, JSON or a file was asked for, and not an object."""
    return bool(options.json or getattr(options, "out", None) or getattr(options, "plan", None))
