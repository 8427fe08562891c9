"""Long work in a thread of its own: the kernel stays usable, and the time that it takes is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

TICK = 1.0
"""Seconds between two words about the time."""


class Worker:
    """One call at a time.

    ticked  called every second while a call is under way, from a thread of its own
    """

    def __init__(self, ticked: Callable[[], None]) -> None:
        self._ticked = ticked
        self._thread: threading.Thread | None = None
        self._working = threading.Event()
        self._began = 0.0
        self._took = 0.0

    @property
    def busy(self) -> bool:
        """Whether a call is under way."""
        return self._working.is_set()

    @property
    def seconds(self) -> float:
        """How long the call has been under way, or took."""
        return time.monotonic() - self._began if self.busy else self._took

    def start(self, name: str, call: Callable[[], None], ended: Callable[[], None]) -> None:
        """Call in the thread, then ``ended``, whatever the call raised. The caller sees that none is under way."""
        self._began = time.monotonic()
        self._working.set()
        self._thread = threading.Thread(target=self._work, args=(call, ended), name=f"schemasync {name}", daemon=True)
        self._thread.start()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the call; False where it is still under way after ``timeout`` seconds."""
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout)
        return not self.busy

    def _work(self, call: Callable[[], None], ended: Callable[[], None]) -> None:
        over = threading.Event()
        ticking = threading.Thread(target=self._tick, args=(over,), name="schemasync clock", daemon=True)
        ticking.start()
        try:
            call()
        finally:
            over.set()
            ticking.join()
            self._took = time.monotonic() - self._began
            self._working.clear()
            ended()

    def _tick(self, over: threading.Event) -> None:
        while not over.wait(TICK):
            self._ticked()
