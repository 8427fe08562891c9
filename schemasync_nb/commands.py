"""What each ``schema`` command does. Every function takes its options and streams and returns its exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TextIO

from schemasync_nb.analyze.plan import Question
from schemasync_nb.analyze.planfile import plan_to_json, policy_of, read_plan, require_same, save_plan
from schemasync_nb.apply.application import Application
from schemasync_nb.apply.restore import discards
from schemasync_nb.apply.restore import restore as restore_backup
from schemasync_nb.database import masked, open_database
from schemasync_nb.errors import DRIFT, ERROR, IN_SYNC, REFUSED, DecisionError, Refused, SchemaSyncError
from schemasync_nb.guard.audit import AuditLog
from schemasync_nb.guard.environment import settle
from schemasync_nb.guard.gate import REFUSED as GATE_REFUSED
from schemasync_nb.guard.history import History
from schemasync_nb.guard.workdir import WorkDir
from schemasync_nb.loop import FAILED, LoopState
from schemasync_nb.loop import IN_SYNC as LOOP_IN_SYNC
from schemasync_nb.loop import REFUSED as LOOP_REFUSED
from schemasync_nb.policy import Policy, read_decisions
from schemasync_nb.settings import settled
from schemasync_nb.sync import SyncLoop

Options = argparse.Namespace
Command = Callable[[Options, TextIO, TextIO], int]

WORKDIR = ".schemasync"
CODES = {LOOP_IN_SYNC: IN_SYNC, LOOP_REFUSED: REFUSED, FAILED: ERROR}


# what the options say


def _settings(options: Options, *needed: str) -> dict[str, Any]:
    stated = {key: getattr(options, key, None) for key in ("database", "models", "environment")}
    found = settled(stated)
    for key in needed:
        if not found.get(key):
            raise DecisionError(
                f"no {key} is named: give --{key}, set SCHEMASYNC_{key.upper()}, or [tool.schemasync] {key}"
            )
    return found


def _pairs(options: Options, name: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in getattr(options, name, None) or ():
        left, equals, right = text.partition("=")
        if not (equals and left.strip() and right.strip()):
            raise DecisionError(
                f"--{name} {text!r}: {'TABLE.COLUMN=SQL' if name == 'backfill' else 'OLD=NEW'} is expected"
            )
        pairs[left.strip()] = right.strip()
    return pairs


def _policy(options: Options, settings: Mapping[str, Any], *, defaults: bool) -> Policy:
    allowed = [h.strip() for text in getattr(options, "allow", None) or () for h in text.split(",") if h.strip()]
    decisions = getattr(options, "decisions", None)
    return Policy(
        decisions=read_decisions(decisions) if decisions else {},
        allow=allowed or settings.get("allow", ()),
        backfill=_pairs(options, "backfill"),
        renames=_pairs(options, "rename"),
        ignore=settings.get("ignore", ()),
        schemas=settings.get("schemas"),
        defaults=defaults,
    )


def new_loop(options: Options, err: TextIO, *, defaults: bool = True, policy: Policy | None = None) -> SyncLoop:
    """A loop as the options say; it tells what it does on ``err``."""
    settings = _settings(options, "database", "models")
    loop = SyncLoop(
        settings["database"],
        settings["models"],
        environment=settings.get("environment"),
        max_iterations=10 if getattr(options, "max_iterations", None) is None else options.max_iterations,
        policy=policy or _policy(options, settings, defaults=defaults),
        workdir=options.workdir or WORKDIR,
        migrations=getattr(options, "migrations", None),
        scratch_url=options.scratch_url,
        tests=getattr(options, "tests", None),
    )
    loop.tell = lambda line: print(f"  {line}", file=err, flush=True)
    return loop


def _show(value: Any, out: TextIO) -> None:
    print(value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False, default=str), file=out)


def _asks(options: Options) -> bool:
    """A question is asked only where somebody can answer it."""
    return not options.yes and not options.json and sys.stdin is not None and sys.stdin.isatty()


# the loop's steps


def diff(options: Options, out: TextIO, err: TextIO) -> int:
    """The drift."""
    drift = new_loop(options, err).detect()
    _show(drift.to_json() if options.json else str(drift), out)
    return IN_SYNC if drift.in_sync else DRIFT


def analyze(options: Options, out: TextIO, err: TextIO) -> int:
    """The plan of one pass."""
    loop = new_loop(options, err)
    plan = loop.analyze()
    if options.out:
        save_plan(plan, loop.policy, options.out)
    _show(plan_to_json(plan, loop.policy) if options.json else str(plan), out)
    if not options.json:
        for question in plan.questions:
            _show_question(question, out)
        if options.out:
            _show(f"Saved: schema apply {options.out} applies it as it is.", out)
    return IN_SYNC if plan.drift.in_sync else DRIFT


def apply(options: Options, out: TextIO, err: TextIO) -> int:
    """One pass, by a saved plan or by one made now."""
    if options.plan:
        saved = read_plan(options.plan)
        loop = new_loop(options, err, policy=policy_of(saved, options.plan))
        loop.recover()
        plan = loop.analyze()
        require_same(saved, plan, options.plan)
    else:
        loop = new_loop(options, err, defaults=options.yes or _asks(options))
        loop.recover()
        plan = loop.analyze()
        if _asks(options) and plan.going_in:
            _show(str(plan), out)
            if not _agreed(f"Apply {len(plan.going_in)} changes to {loop.target.shown}?", err):
                return DRIFT
    applied = loop.apply(plan)
    left = loop.detect()
    if options.json:
        facts = {
            "applied": list(applied.changes),
            "reason": applied.reason,
            "remaining": [c.to_json() for c in left.changes],
        }
        _show(
            {**facts, "revision": str(applied.revision.path) if applied.revision else None, "backup": applied.backup},
            out,
        )
    else:
        _show(str(applied), out)
        _show(left.headline(), out)
    return IN_SYNC if left.in_sync else DRIFT


def verify(options: Options, out: TextIO, err: TextIO) -> int:
    """Drift and ORM, read anew."""
    verification = new_loop(options, err).verify()
    broken = verification.orm.outcome == GATE_REFUSED
    if options.json:
        orm = {"outcome": verification.orm.outcome, "detail": verification.orm.detail}
        _show({**verification.drift.to_json(), "orm": orm}, out)
    else:
        _show(str(verification), out)
    return IN_SYNC if verification.in_sync and not broken else DRIFT


def run(options: Options, out: TextIO, err: TextIO) -> int:
    """The whole loop."""
    loop: SyncLoop | None = None
    try:
        loop = new_loop(options, err, defaults=options.yes)
        unwatch = loop.watch(_Passes(err))
        state = loop.run()
        while _asks(options) and loop.questions and state.status not in CODES:
            if not _answer(loop, out, err):
                break
            state = loop.run()
        unwatch()
    except SchemaSyncError as error:
        if options.json:
            _show(_run_json(loop, "refused" if isinstance(error, Refused) else "failed", str(error)), out)
        raise
    if options.json:
        _show(_run_json(loop, state.status, state.reason), out)
    else:
        _show_end(loop, state, out)
    if state.status in (LOOP_REFUSED, FAILED):
        print(f"schema: {state.reason}", file=err)
    return CODES.get(state.status, DRIFT)


class _Passes:
    """Prints each pass as it ends."""

    def __init__(self, err: TextIO) -> None:
        self.err = err
        self.told = 0

    def __call__(self, state: LoopState) -> None:
        if len(state.passes) < self.told:
            self.told = 0
        for ended in state.passes[self.told :]:
            print(ended.line(), file=self.err, flush=True)
        self.told = len(state.passes)


def _run_json(loop: SyncLoop | None, status: str, reason: str) -> dict[str, Any]:
    passes = loop.state.passes if loop else ()
    return {
        "status": status,
        "iterations": len(passes),
        "passes": [ended.to_json() for ended in passes],
        "remaining": [change.to_json() for change in loop.remaining] if loop else [],
        "waiting": [question.to_json() for question in loop.questions] if loop and status != LOOP_IN_SYNC else [],
        "revisions": [ended.revision for ended in passes if ended.revision],
        "backups": [ended.backup for ended in passes if ended.backup],
        "reason": reason,
    }


def _show_end(loop: SyncLoop, state: LoopState, out: TextIO) -> None:
    if state.status == LOOP_IN_SYNC:
        _show(f"{state.headline()[:1].upper()}{state.headline()[1:]}", out)
        return
    _show(state.headline(), out)
    if loop.plan is not None and state.status not in CODES:
        _show(str(loop.plan), out)
        for question in loop.questions:
            _show_question(question, out)


def _show_question(question: Question, out: TextIO) -> None:
    print(f"\n? {question.id}\n  {question.question}", file=out)
    for option in question.options:
        print(f"    {json.dumps({question.id: option}, ensure_ascii=False)}", file=out)


def _answer(loop: SyncLoop, out: TextIO, err: TextIO) -> bool:
    """Ask every open question on the terminal; False when nothing was answered."""
    answered = False
    for question in loop.questions:
        print(f"\n? {question.question}", file=err)
        for number, option in enumerate(question.options, 1):
            print(f"  {number}  {json.dumps(option, ensure_ascii=False)}", file=err)
        print("  number, or Enter to leave it open: ", end="", file=err, flush=True)
        reply = sys.stdin.readline().strip()
        if reply.isdigit() and 1 <= int(reply) <= len(question.options):
            loop.decide(question.id, question.options[int(reply) - 1])
            answered = True
    return answered


def _agreed(question: str, err: TextIO) -> bool:
    print(f"{question} [y/N] ", end="", file=err, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


# what was done


def _history(options: Options) -> tuple[WorkDir, History, str]:
    target = open_database(_settings(options, "database")["database"])
    workdir = WorkDir(options.workdir or WORKDIR)
    entries = AuditLog(workdir).entries(target.identity) if workdir.path.exists() else []
    return workdir, History(tuple(entries)), target.shown


def log(options: Options, out: TextIO, err: TextIO) -> int:
    """The audit log of this database."""
    workdir, history, _ = _history(options)
    notes = AuditLog(workdir).check() if workdir.path.exists() else ()
    for note in notes:
        print(f"note: {note}", file=err)
    _show(list(history.entries) if options.json else str(history), out)
    return IN_SYNC


def backups(options: Options, out: TextIO, err: TextIO) -> int:
    """The backups of this database that are still there."""
    _, history, shown = _history(options)
    rows = [{key: entry[key] for key in ("backup", "at", "size", "rows", "sha256")} for entry in history.backups]
    if options.json:
        _show(rows, out)
    else:
        _show(f"{len(rows)} backups of {shown}", out)
        for row in rows:
            print(f"{row['at']}  {row['size']:>12,} bytes  {row['rows']:>10,} rows  {row['backup']}", file=out)
    return IN_SYNC


def status(options: Options, out: TextIO, err: TextIO) -> int:
    """Where things stand, from the log alone."""
    _, history, shown = _history(options)
    last = next(
        (e for e in reversed(history.entries) if e["event"] in ("applied", "downgraded", "refused", "restored")), None
    )
    facts = {
        "database": shown,
        "environment": _settings(options).get("environment"),
        "entries": len(history.entries),
        "backups": len(history.backups),
        "last": {key: last.get(key) for key in ("event", "at", "who", "pass", "changes", "outcome")} if last else None,
    }
    if options.json:
        _show(facts, out)
    else:
        told = (
            f"{last['event']} at {last['at']} by {last['who']}: {', '.join(last.get('changes', []))}"
            if last
            else "nothing was done yet"
        )
        _show(f"{shown}\n{facts['entries']} log entries, {facts['backups']} backups\nlast: {told}", out)
    return IN_SYNC


def rollback(options: Options, out: TextIO, err: TextIO) -> int:
    """Back to before the last applied pass."""
    loop = new_loop(options, err)
    if _asks(options) and not _agreed(f"Roll back the last pass on {loop.target.shown}?", err):
        return DRIFT
    applied = loop.rollback()
    _show(
        {"undone": list(applied.changes), "backup": applied.backup}
        if options.json
        else f"Rolled back {len(applied.changes)} changes",
        out,
    )
    return IN_SYNC


def restore(options: Options, out: TextIO, err: TextIO) -> int:
    """A whole backup, put back."""
    settings = _settings(options, "database")
    target = open_database(settings["database"])
    workdir, history, _ = _history(options)
    application = Application(target, None, settle(settings.get("environment"), target), workdir)
    application.tell = lambda line: print(f"  {line}", file=err, flush=True)
    entry = history.backup(options.backup)
    lines = discards(application, entry)
    for line in (
        f"{entry['backup']} of {entry['at']}:",
        *(lines or ["same schema, same row counts; changed values go back"]),
    ):
        print(f"  {line}", file=err)
    if not options.yes and not (_asks(options) and _agreed("Put it back and discard this?", err)):
        raise Refused(f"{target.shown}: nothing was restored: agree to what is discarded with --yes")
    done = restore_backup(application, entry)
    _show({"restored": entry["backup"], "discarded": lines} if options.json else done, out)
    return IN_SYNC


def clean(options: Options, out: TextIO, err: TextIO) -> int:
    """What killed runs left in the work directory."""
    workdir = WorkDir(options.workdir or WORKDIR)
    before = _rehearsals(workdir)
    if before:
        with workdir.scratch():  # making a new one sweeps the old ones away
            pass
    gone = sorted(before - _rehearsals(workdir))
    _show({"removed": gone} if options.json else f"{len(gone)} leftover rehearsal copies removed", out)
    return IN_SYNC


def _rehearsals(workdir: WorkDir) -> set[str]:
    return {str(folder) for folder in (workdir.path / "scratch").glob("rehearsal-*")}


# ways in


def models(options: Options, out: TextIO, err: TextIO) -> int:
    """A first models file."""
    from schemasync_nb.apply.generate import generate_models
    from schemasync_nb.engines import engine_for

    target = open_database(_settings(options, "database")["database"])
    with target.reading() as connection:
        text = generate_models(engine_for(target.dialect_name).read(connection))
    if not options.out:
        print(text, end="", file=out)
        return IN_SYNC
    path = Path(options.out)
    if path.exists():
        raise DecisionError(f"{path}: it exists already and is not overwritten: name another --out")
    path.write_text(text, encoding="utf-8")
    _show(f"Wrote {path}: schema diff --models {path}:Base tells whether it says what the database says.", out)
    return IN_SYNC


def prompt(options: Options, out: TextIO, err: TextIO) -> int:
    """The kickoff prompt."""
    from schemasync_nb.show.prompt import prompt as text

    settings = _settings(options, "database", "models")
    passes = 10 if options.max_iterations is None else options.max_iterations
    environment = settings.get("environment") or "development"
    print(text(masked(str(settings["database"])), settings["models"], environment, passes), end="", file=out)
    return IN_SYNC


def lab(options: Options, out: TextIO, err: TextIO) -> int:
    """JupyterLab on a copy of the lessons."""
    from schemasync_nb.lessons import open_lab

    return open_lab(Path(options.folder or "."), out)


def demo(options: Options, out: TextIO, err: TextIO) -> int:
    """The sample database, drifted, and the loop on it."""
    from schemasync_nb.lessons import sample, tell_scenarios

    if options.list:
        return tell_scenarios(out)
    place = sample(options.name, Path(options.folder or "schemasync-demo"), out)
    if options.no_run:
        return IN_SYNC
    arguments = argparse.Namespace(
        database=f"sqlite:///{place.database}",
        models=f"{place.models}:Base",
        environment="development",
        workdir=str(place.folder / WORKDIR),
        scratch_url=None,
        json=False,
        yes=True,
        allow=["DELETES_DATA"] if place.decisions else None,
        decisions=str(place.decisions) if place.decisions else None,
        max_iterations=None,
    )
    return run(arguments, out, out)


COMMANDS: dict[str, Command] = {
    name: globals()[name]
    for name in [
        "diff",
        "run",
        "analyze",
        "apply",
        "verify",
        "status",
        "log",
        "backups",
        "restore",
        "rollback",
        "clean",
        "models",
        "prompt",
        "lab",
        "demo",
    ]
}
