"""What the options of a command say, what it prints, and whether it may ask."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Any, TextIO

from schemasync_nb.catalog import COLUMN, TABLE
from schemasync_nb.database import explained, masked
from schemasync_nb.detect.drift import ADD
from schemasync_nb.errors import DecisionError, SchemaSyncError
from schemasync_nb.policy import ROWS, SIDES, Policy, read_decisions
from schemasync_nb.report import one_line
from schemasync_nb.settings import settled
from schemasync_nb.sync import SyncLoop

Options = argparse.Namespace
Command = Callable[[Options, TextIO, TextIO], int]

WORKDIR = ".schemasync"
PASSES = 10
SHAPES = {"backfill": "TABLE.COLUMN=SQL", "rename": "OLD=NEW"}


def settings_of(options: Options, *needed: str) -> dict[str, Any]:
    """The settings that hold for this command; DecisionError names one that is needed and was nowhere stated."""
    found = settled({key: getattr(options, key, None) for key in ("database", "models", "environment")})
    for key in needed:
        if found.get(key) is None or found[key] == "":
            raise DecisionError(
                f"no {key} is named: give --{key}, set SCHEMASYNC_{key.upper()}, or [tool.schemasync] {key}"
            )
    return found


def new_loop(options: Options, err: TextIO, *, defaults: bool = True, policy: Policy | None = None) -> SyncLoop:
    """A loop as the options say; it tells what it does on ``err``."""
    settings = settings_of(options, "database", "models")
    loop = SyncLoop(
        settings["database"],
        settings["models"],
        environment=settings.get("environment"),
        max_iterations=passes_of(options),
        policy=policy or _policy(options, settings, defaults=defaults),
        workdir=options.workdir or WORKDIR,
        migrations=getattr(options, "migrations", None),
        scratch_url=options.scratch_url,
        tests=getattr(options, "tests", None),
    )
    loop.tell = teller(err)
    return loop


def passes_of(options: Options) -> int:
    """The limit that was stated, else the usual one."""
    stated = getattr(options, "max_iterations", None)
    return PASSES if stated is None else int(stated)


def _policy(options: Options, settings: Mapping[str, Any], *, defaults: bool) -> Policy:
    allowed = [h.strip() for text in getattr(options, "allow", None) or () for h in text.split(",") if h.strip()]
    decisions = getattr(options, "decisions", None) or {}  # a notebook gives them as an object
    return Policy(
        decisions={**(read_decisions(decisions) if isinstance(decisions, str) else decisions), **_decided(options)},
        allow=allowed or settings.get("allow", ()),
        backfill=_pairs(options, "backfill"),
        renames=_pairs(options, "rename"),
        ignore=settings.get("ignore", ()),
        schemas=settings.get("schemas"),
        defaults=defaults,
        rehearse=getattr(options, "rehearse", None) or ROWS,
    )


def _pairs(options: Options, name: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in getattr(options, name, None) or ():
        left, equals, right = (part.strip() for part in text.partition("="))
        if not (left and equals and right) or (name == "backfill" and "." not in left):
            raise DecisionError(f"--{name} {text!r}: {SHAPES[name]} is expected")
        pairs[left] = right
    return pairs


def _decided(options: Options) -> dict[str, str]:
    decided: dict[str, str] = {}
    for text in getattr(options, "decide", None) or ():
        change_id, _, side = text.rpartition("=")  # an id may have the sign in a quoted name
        if not change_id or side not in SIDES:
            raise DecisionError(f"--decide {text!r}: ID=SIDE is expected, a side is one of {', '.join(SIDES)}")
        decided[change_id] = side
    return decided


def unmatched(loop: SyncLoop) -> Iterator[str]:
    """What was stated for changes that no pass has found: a slip of the pen, or done already."""
    changes, key = loop.seen.values(), loop.catalog().key
    for change_id in loop.policy.decisions:
        if not any(change_id == known or fnmatchcase(known, change_id) for known in loop.seen):
            near = get_close_matches(change_id, loop.seen, 1, 0.8)
            meant = f": did you mean {near[0]}" if near else ""
            yield f"the decision for {change_id} was not used: no such change was found{meant}"
    columns = {f"{change.table}.{change.name}" for change in changes if change.kind == COLUMN}
    for column in loop.policy.backfill:
        if not any(loop.catalog().names(column, known) for known in columns):
            yield f"--backfill {column} was not used: no change of that column was found"
    added = {key(str(c.table if c.kind == TABLE else c.name)) for c in changes if c.action == ADD}
    for old, new in loop.policy.renames.items():
        if key(new.rpartition(".")[2]) not in added and key(new) not in added:
            yield f"--rename {old}={new} was not used: {new} is not to be added"


def tell_unmatched(loop: SyncLoop, err: TextIO) -> None:
    """A note for each decision that did nothing, so that a misspelt one is not taken for done."""
    for note in unmatched(loop):
        print(f"note: {note}", file=err)


# what is printed and asked


def show(value: Any, out: TextIO) -> None:
    """Text as it is; anything else as JSON."""
    text = value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=not _utf8(out), default=str)
    print(text, file=out, flush=True)


def _utf8(out: TextIO) -> bool:
    return (getattr(out, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"


def teller(err: TextIO) -> Callable[[str], None]:
    """What prints a line of progress."""
    return lambda line: print(f"  {one_line(line)}", file=err, flush=True)


def told(error: BaseException) -> str:
    """An error in one line, whatever it is; no password, and nothing that a terminal would obey."""
    if isinstance(error, SchemaSyncError):
        return one_line(masked(str(error)))
    if isinstance(error, KeyboardInterrupt):
        return "interrupted: the database is as it was, or the next run settles it"
    return one_line(f"unexpected {type(error).__name__}: {explained(error)} (SCHEMASYNC_DEBUG=1 shows where)")


def asks(options: Options) -> bool:
    """A question is asked only where somebody can answer it."""
    return not options.yes and not options.json and sys.stdin is not None and sys.stdin.isatty()


def reply_to(question: str, err: TextIO) -> str:
    """What is typed after a question; "" at the end of the input."""
    print(question, end=" ", file=err, flush=True)
    return sys.stdin.readline().strip()


def agreed(question: str, err: TextIO) -> bool:
    """Whether somebody says yes."""
    return reply_to(f"{question} [y/N]", err).lower() in ("y", "yes")
