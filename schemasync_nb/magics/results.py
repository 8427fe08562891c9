"""The commands that give an object to a notebook. Progress is printed; the object shows itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from schemasync_nb.commands.options import new_loop, tell_unmatched
from schemasync_nb.commands.record import note_breaks, recorded
from schemasync_nb.commands.steps import Passes
from schemasync_nb.commands.text import question_text
from schemasync_nb.loop import FAILED, REFUSED, WAITING
from schemasync_nb.report import Report
from schemasync_nb.sync import SyncLoop

if TYPE_CHECKING:
    from schemasync_nb.magics import Magic

ANSWER = """
Answer with --rename OLD=NEW, --backfill TABLE.COLUMN=SQL, --decide ID=database (or models, ignore), or --decisions with
a dict of such lines; what deletes data needs --allow DELETES_DATA as well."""


def _loop(options: argparse.Namespace, magic: Magic, *, defaults: bool = True) -> SyncLoop:
    magic.loop = loop = new_loop(options, sys.stdout, defaults=defaults)
    for note in magic.cells.notes(loop.models.metadata):
        print(f"note: {note}")
    return loop


def _diff(options: argparse.Namespace, magic: Magic) -> Report:
    return _loop(options, magic).detect()


def _analyze(options: argparse.Namespace, magic: Magic) -> Report:
    loop = _loop(options, magic)
    plan = loop.analyze()
    tell_unmatched(loop, sys.stdout)
    return plan


def _verify(options: argparse.Namespace, magic: Magic) -> Report:
    return _loop(options, magic).verify()


def _apply(options: argparse.Namespace, magic: Magic) -> Report:
    loop = _loop(options, magic, defaults=options.yes)
    loop.recover()
    plan = loop.analyze()
    tell_unmatched(loop, sys.stdout)
    return loop.apply(plan)


def _run(options: argparse.Namespace, magic: Magic) -> Report:
    """The state at the end; before it, where something waits, the plan and its questions."""
    from IPython.display import display

    loop = _loop(options, magic, defaults=options.yes)
    loop.watch(Passes(sys.stdout))
    state = loop.run()
    if state.status not in (REFUSED, FAILED):
        tell_unmatched(loop, sys.stdout)
    if state.status == WAITING and loop.plan is not None:
        display(loop.plan)  # type: ignore[no-untyped-call]  # IPython leaves it untyped
        for question in loop.questions:
            print(question_text(question))
        if not options.yes:
            print("\n--yes takes every default decision.", end="")
        print(ANSWER)
    return state


def _rollback(options: argparse.Namespace, magic: Magic) -> Report:
    return _loop(options, magic).rollback()


def _log(options: argparse.Namespace, magic: Magic) -> Report:
    _, workdir, history = recorded(options)
    note_breaks(workdir, sys.stdout)
    return history


RESULTS: dict[str, Callable[[argparse.Namespace, Magic], Report]] = {
    "diff": _diff,
    "analyze": _analyze,
    "apply": _apply,
    "verify": _verify,
    "run": _run,
    "rollback": _rollback,
    "log": _log,
}
