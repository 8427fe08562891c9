"""The loop and its steps: diff, analyze, apply, verify, run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TextIO

from schemasync_nb.analyze.plan import Plan, Question
from schemasync_nb.analyze.planfile import plan_to_json, policy_of, read_plan, require_same, save_plan
from schemasync_nb.commands.options import (
    Options,
    agreed,
    asks,
    new_loop,
    reply_to,
    show,
    tell_unmatched,
    told,
)
from schemasync_nb.commands.text import drift_text, plan_text, question_text
from schemasync_nb.errors import DRIFT, ERROR, IN_SYNC, REFUSED, DecisionError, Refused
from schemasync_nb.guard.gate import REFUSED as GATE_REFUSED
from schemasync_nb.loop import FAILED, WAITING, LoopState
from schemasync_nb.loop import IN_SYNC as LOOP_IN_SYNC
from schemasync_nb.loop import REFUSED as LOOP_REFUSED
from schemasync_nb.report import count
from schemasync_nb.sync import SyncLoop

CODES = {LOOP_IN_SYNC: IN_SYNC, LOOP_REFUSED: REFUSED, FAILED: ERROR}


def diff(options: Options, out: TextIO, err: TextIO) -> int:
    """The drift."""
    drift = new_loop(options, err).detect()
    show(drift.to_json() if options.json else drift_text(drift), out)
    return IN_SYNC if drift.in_sync else DRIFT


def analyze(options: Options, out: TextIO, err: TextIO) -> int:
    """The plan of one pass."""
    loop = new_loop(options, err)
    plan = loop.analyze()
    tell_unmatched(loop, err)
    if options.out:
        save_plan(plan, loop.policy, options.out)
    show(plan_to_json(plan, loop.policy) if options.json else plan_text(plan), out)
    if options.out and not options.json:
        show(f"\nSaved: schema apply {options.out} applies it as it is.", out)
    return IN_SYNC if plan.drift.in_sync else DRIFT


def apply(options: Options, out: TextIO, err: TextIO) -> int:
    """One pass, by a saved plan or by one made now."""
    if options.plan:
        loop, plan = _saved(options, err)
    else:
        loop = new_loop(options, err, defaults=options.yes or asks(options))
        loop.recover()
        plan = loop.analyze()
        tell_unmatched(loop, err)
        if asks(options) and (plan.going_in or plan.to_models):
            show(plan_text(plan), out)
            if not agreed(f"Make {_changes(plan)}?", err):
                return DRIFT
    applied = loop.apply(plan)
    left = loop.detect()
    if options.json:
        facts = {
            "applied": applied.changes,
            "reason": applied.reason,
            "remaining": [change.to_json() for change in left.changes],
            "waiting": [question.to_json() for question in plan.questions],
            "revision": applied.revision.path if applied.revision else None,
            "backup": applied.backup,
        }
        show(facts, out)
        return IN_SYNC if left.in_sync else DRIFT
    show(applied.headline(), out)
    show(drift_text(left), out)
    for question in plan.questions:
        show(f"\n{question_text(question)}", out)
    return IN_SYNC if left.in_sync else DRIFT


def _saved(options: Options, err: TextIO) -> tuple[SyncLoop, Any]:
    """A loop under a saved plan's policy, and the plan as it was saved; refused when it would be another one now."""
    for name in ("allow", "decisions", "decide", "backfill", "rename"):
        if getattr(options, name):
            raise DecisionError(f"--{name}: {options.plan} is applied as it is: say this to schema analyze instead")
    saved = read_plan(options.plan)
    loop = new_loop(options, err, policy=policy_of(saved, options.plan))
    loop.recover()
    plan = loop.analyze()
    require_same(saved, plan, loop.policy, options.plan)
    return loop, plan


def verify(options: Options, out: TextIO, err: TextIO) -> int:
    """Drift and ORM, read anew. With drift the ORM may well fail; without, its failure is a guardrail's refusal."""
    verification = new_loop(options, err).verify()
    gate = verification.orm
    if options.json:
        show({**verification.drift.to_json(), "orm": {"outcome": gate.outcome, "detail": gate.detail}}, out)
    else:
        show(f"{drift_text(verification.drift)}\nORM check {gate.outcome}: {gate.detail}", out)
    if not verification.in_sync:
        return DRIFT
    return REFUSED if gate.outcome == GATE_REFUSED else IN_SYNC


def run(options: Options, out: TextIO, err: TextIO) -> int:
    """The whole loop."""
    loop: SyncLoop | None = None
    try:
        loop = new_loop(options, err, defaults=options.yes)
        loop.watch(Passes(err))
        state = loop.run()
        asked: set[str] = set()
        while state.status == WAITING and asks(options) and _answered(loop, asked, out, err):
            state = loop.run()
        if state.status not in (LOOP_REFUSED, FAILED):
            tell_unmatched(loop, err)
    except BaseException as error:
        if options.json:
            show(run_json(loop, LOOP_REFUSED if isinstance(error, Refused) else FAILED, told(error)), out)
        raise
    if options.json:
        show(run_json(loop, state.status, state.reason), out)
    else:
        _show_end(loop, state, out)
    if state.status in (LOOP_REFUSED, FAILED):
        print(f"schema: {state.reason}", file=err)
    return CODES.get(state.status, DRIFT)


class Passes:
    """Prints each pass as it ends."""

    def __init__(self, err: TextIO) -> None:
        self.err = err
        self.told = 0

    def __call__(self, state: LoopState) -> None:
        if len(state.passes) < self.told:
            self.told = 0
        for ended in state.passes[self.told :]:
            if ended.found or ended.status == LOOP_IN_SYNC:  # else it failed before it found anything
                print(ended.line(), file=self.err, flush=True)
        self.told = len(state.passes)


def run_json(loop: SyncLoop | None, status: str, reason: str) -> dict[str, Any]:
    """The object of ``run --json``; without a loop, what can be said of one that could not begin."""
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
    if state.status in (LOOP_REFUSED, FAILED):  # said on stderr
        return
    if state.status == LOOP_IN_SYNC and loop.drift is not None:
        show(f"{loop.drift.headline()} (pass {len(state.passes)} of at most {state.max_iterations})", out)
        return
    headline = state.headline()
    show(headline[:1].upper() + headline[1:], out)
    if loop.plan is not None:
        show(plan_text(loop.plan), out)
    elif loop.drift is not None:
        show(drift_text(loop.drift), out)
    if loop.questions:
        before = "" if loop.policy.defaults else "schema run --yes takes every default decision. "
        show(f"\n{before}Answer in a JSON object of such lines: schema run --yes --decisions FILE", out)


def _answered(loop: SyncLoop, asked: set[str], out: TextIO, err: TextIO) -> bool:
    """Ask on the terminal: first for what loses and invents nothing, all at once, then each question that was not
    asked before. False when nothing was said.
    """
    cautious = loop.policy
    loop.policy = replace(cautious, defaults=True)
    plan = loop.analyze()
    answered = False
    if plan.going_in or plan.to_models:
        show(plan_text(plan), out)
        answered = agreed(f"\nMake {_changes(plan)}?", err)
    if not answered:
        loop.policy = cautious
    undecided = loop.policy
    for question in plan.questions:
        if question.id not in asked:
            asked.add(question.id)
            answered = _decided(loop, question, err) or answered
    plan = loop.analyze()
    if loop.policy != undecided and plan.patch and plan.patch.diff():  # nobody's source is written unseen
        show(plan.patch.diff(), out)
        if not agreed("Write this into the models' source?", err):
            loop.policy = undecided
            return False
    return answered


def _changes(plan: Plan) -> str:
    """What a plan would change, and where."""
    numbers = ((len(plan.going_in), plan.drift.where), (len(plan.to_models), "the models' source"))
    return " and ".join(f"{count(number, 'change')} to {where}" for number, where in numbers if number)


def _decided(loop: SyncLoop, question: Question, err: TextIO) -> bool:
    print(f"\n? {question.question}", file=err)
    for number, option in enumerate(question.options, 1):
        print(f"  {number}  {', '.join(f'{key}: {value}' for key, value in option.items())}", file=err)
    reply = reply_to("  number, or Enter to leave it open:", err)
    if not (reply.isdecimal() and 1 <= int(reply) <= len(question.options)):
        return False
    option = dict(question.options[int(reply) - 1])
    example = option.get("backfill")
    if example:
        option["backfill"] = reply_to(f"  SQL expression, or Enter for {example}:", err) or example
    loop.decide(question.id, option)
    return True
