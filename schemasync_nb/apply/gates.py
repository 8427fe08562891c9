"""The guardrails of a pass, as they close: told, kept, and the end of the pass where one refuses."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NoReturn

from sqlalchemy import Connection, event

from schemasync_nb.errors import Refused, Stopped
from schemasync_nb.guard.gate import PASSED, REFUSED, SKIPPED, Gate


@dataclass
class Gates:
    """Where every guardrail of one pass is recorded.

    stop  set by another thread: acts between two statements
    tell  hears what is being done, a line at a time
    seen  hears each gate as it closes
    """

    stop: threading.Event = field(default_factory=threading.Event)
    tell: Callable[[str], None] = lambda line: None
    seen: Callable[[Gate], None] = lambda gate: None
    closed: list[Gate] = field(default_factory=list)

    def passed(self, name: str, detail: str, start: float) -> None:
        """A guardrail that began at ``start`` (of ``time.perf_counter``) held."""
        self.close(Gate(name, PASSED, detail, time.perf_counter() - start))

    def skipped(self, name: str, detail: str) -> None:
        """There was nothing for a guardrail to do."""
        self.close(Gate(name, SKIPPED, detail))

    def refuse(self, name: str, detail: str, start: float) -> NoReturn:
        """A guardrail did not hold: the pass ends."""
        self.close(Gate(name, REFUSED, detail, time.perf_counter() - start))
        raise AssertionError("a gate that refused has raised")

    def close(self, gate: Gate, *, stoppable: bool = True) -> None:
        """Record a gate; Refused is raised by one that refused, Stopped where somebody asked for it.

        stoppable  False for the gate after the last write: it is too late to stop, and what is there must be told
        """
        self.closed.append(gate)
        self.seen(gate)
        self.tell(f"{gate.name} {gate.outcome}: {gate.detail}")
        if stoppable:
            self.check_stop()
        if gate.outcome == REFUSED:
            raise Refused(f"{gate.name}: {gate.detail}")

    def check_stop(self) -> None:
        """Stopped, where somebody asked for it."""
        if self.stop.is_set():
            raise Stopped("stopped: the target is as it was")

    @contextmanager
    def stoppable(self, connection: Connection) -> Iterator[None]:
        """Stop acts between two statements: the transaction is rolled back as a whole."""

        def look(*_: object) -> None:
            self.check_stop()

        event.listen(connection, "before_cursor_execute", look)
        try:
            yield
        finally:
            event.remove(connection, "before_cursor_execute", look)
