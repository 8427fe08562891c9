"""The loop itself, and the state from which every picture of it is drawn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any, ClassVar

from schemasync_nb.errors import Refused, SchemaSyncError, Stopped
from schemasync_nb.guard.gate import Gate
from schemasync_nb.report import Report, count

STEPS = ("detect", "analyze", "apply", "verify")

# How a loop stands. The last five are ways out.
READY, RUNNING = "ready", "running"
IN_SYNC, WAITING, EXHAUSTED, REFUSED, FAILED = "in_sync", "waiting", "exhausted", "refused", "failed"
WAYS_OUT = (IN_SYNC, WAITING, EXHAUSTED, REFUSED, FAILED)


@dataclass(frozen=True)
class Pass:
    """One trip round the loop.

    found, applied, remaining  numbers of changes
    status                     how the pass ended: applied, in_sync, waiting, refused, failed
    by_kind                    kind of object -> changes found at the start of the pass
    """

    iteration: int
    found: int
    applied: int
    remaining: int
    status: str
    reason: str = ""
    by_kind: Mapping[str, int] = field(default_factory=dict)
    gates: tuple[Gate, ...] = ()
    revision: str | None = None
    backup: str | None = None
    seconds: float = 0.0

    def line(self) -> str:
        """The pass in one short line."""
        text = f"pass {self.iteration}: {self.found} found, {self.applied} applied, {self.remaining} remaining"
        return f"{text} ({self.status.replace('_', ' ')})"

    def to_json(self) -> dict[str, Any]:
        """The object that ``schema run --json`` prints for a pass."""
        keys = ("iteration", "found", "applied", "remaining", "status")
        return {key: getattr(self, key) for key in keys}


@dataclass(frozen=True)
class LoopState(Report):
    """Where the loop stands: frozen, replaced at every step.

    passes   the trips that ended
    current  the step under way: one of STEPS, or None
    status   ready, running, or the way out that was taken
    gates    guardrails of the pass under way, as far as they ran
    found, going_in  changes of the pass under way, as soon as they are known

    Its frame has a row for each pass: iteration, found, applied, remaining, status, reason, revision, backup (files),
    seconds.
    """

    columns: ClassVar[Mapping[str, type]] = {
        "iteration": int, "found": int, "applied": int, "remaining": int, "status": str, "reason": str,
        "revision": str, "backup": str, "seconds": float,
    }  # fmt: skip

    database: str
    environment: str | None
    max_iterations: int
    passes: tuple[Pass, ...] = ()
    current: str | None = None
    status: str = READY
    reason: str = ""
    gates: tuple[Gate, ...] = ()
    found: int | None = None
    going_in: int | None = None

    def headline(self) -> str:
        words = {IN_SYNC: "no schema drift", EXHAUSTED: "passes ran out"}.get(self.status, self.status)
        reason = f": {self.reason}" if self.reason else ""
        if self.status == EXHAUSTED:
            return f"{words}{reason}"
        return f"{words} after {len(self.passes)} of {count(self.max_iterations, 'pass')}{reason}"

    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                **ended.to_json(),
                "reason": ended.reason,
                "revision": PurePath(ended.revision).name if ended.revision else None,
                "backup": PurePath(ended.backup).name if ended.backup else None,
                "seconds": round(ended.seconds, 2),
            }
            for ended in self.passes
        ]


class Loop:
    """The generic loop: a subclass says what its four steps do, this class goes round until a way out is reached.

    The state is one frozen value; whoever watches hears each new one, from the thread that works.
    """

    def __init__(self, state: LoopState) -> None:
        self.state = state
        self._watchers: list[Callable[[LoopState], None]] = []
        self._began = 0.0
        self._by_kind: Mapping[str, int] = {}
        self.in_pass = self.going_round = False

    # what a subclass fills in

    def found(self) -> Mapping[str, int]:
        """Detect: kind of object -> number of changes; empty ends the loop in sync."""
        raise NotImplementedError

    def planned(self) -> int:
        """Analyze: how many changes can go in now."""
        raise NotImplementedError

    def done(self) -> tuple[int, str | None, str | None, str]:
        """Apply: (changes made, revision, backup, why nothing was done)."""
        raise NotImplementedError

    def left(self) -> tuple[int, bool]:
        """Verify: (changes left, whether anything came nearer)."""
        raise NotImplementedError

    # the way round

    def watch(self, callback: Callable[[LoopState], None]) -> Callable[[], None]:
        """Call back at each change of state; returns what ends it."""
        self._watchers.append(callback)
        return lambda: self._watchers.remove(callback)

    def step(self) -> LoopState:
        """One pass, to its end or to a way out. Errors end in the state: refused or failed, with the reason."""
        self.begin()
        self.in_pass = True
        try:
            self._pass()
        except SchemaSyncError as error:
            self.end_by(error)
        finally:
            self.in_pass = False
        return self.state

    def end_by(self, error: SchemaSyncError) -> None:
        """A pass was cut short."""
        if isinstance(error, Stopped):
            return self.end(WAITING, self.left_over(), 0, self.left_over(), str(error))
        return self.end(REFUSED if isinstance(error, Refused) else FAILED, reason=str(error))

    def begin(self) -> None:
        """A pass begins."""
        self._began = time.perf_counter()
        self._by_kind = {}
        self._move(status=RUNNING, reason="", gates=(), found=None, going_in=None)

    def run(self) -> LoopState:
        """Passes until there is a way out: in sync, waiting for a person, out of passes, refused or failed."""
        self._move(passes=(), status=READY, reason="", gates=())
        self.going_round = True
        try:
            for _ in range(self.state.max_iterations):
                if self.step().status in WAYS_OUT:
                    return self.state
        finally:
            self.going_round = False
        if self.state.status == RUNNING:
            self._move(status=EXHAUSTED, reason=f"drift is left after {count(self.state.max_iterations, 'pass')}")
        return self.state

    def _pass(self) -> None:
        self._by_kind = by_kind = dict(self.found())
        count = sum(by_kind.values())
        self._move(found=count)
        if not count:
            return self.end(IN_SYNC)
        self._move(going_in=self.planned())
        applied, revision, backup, why = self.done()
        if not applied:
            return self.end(WAITING, count, 0, count, why, by_kind)
        remaining, nearer = self.left()
        facts = (count, applied, remaining)
        if not remaining:
            return self.end(IN_SYNC, *facts, "", by_kind, revision, backup)
        if not nearer:
            return self.end(WAITING, *facts, "no progress: the same changes are left", by_kind, revision, backup)
        return self.end(RUNNING, *facts, "", by_kind, revision, backup)

    @contextmanager
    def at(self, step: str) -> Iterator[None]:
        """Say which step is under way."""
        self._move(current=step)
        try:
            yield
        finally:
            self._move(current=None)

    def end(
        self,
        status: str,
        found: int = 0,
        applied: int = 0,
        remaining: int = 0,
        reason: str = "",
        by_kind: Mapping[str, int] | None = None,
        revision: str | None = None,
        backup: str | None = None,
    ) -> None:
        """A pass ended."""
        if status in (REFUSED, FAILED):
            found = remaining = self.left_over()
        ended = Pass(
            iteration=len(self.state.passes) + 1,
            found=found,
            applied=applied,
            remaining=remaining,
            status="applied" if status == RUNNING else status,
            reason=reason,
            by_kind=by_kind or self._by_kind,
            gates=self.state.gates,
            revision=revision,
            backup=backup,
            seconds=time.perf_counter() - self._began,
        )
        self._move(passes=(*self.state.passes, ended), status=status, reason=reason)

    def left_over(self) -> int:
        """How many changes were known when a pass was cut short."""
        return 0

    def saw(self, gate: Gate) -> None:
        """A guardrail of the pass under way closed."""
        self._move(gates=(*self.state.gates, gate))

    def _move(self, **facts: Any) -> None:
        self.state = replace(self.state, **facts)
        for watcher in list(self._watchers):
            watcher(self.state)
