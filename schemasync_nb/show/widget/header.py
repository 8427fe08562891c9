"""What is always in view: where this is, what is under way, and what was said last."""

from __future__ import annotations

import html
import traceback
from collections.abc import Iterator
from pathlib import PurePath

from schemasync_nb.database import explained
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.loop import LoopState
from schemasync_nb.report import fold, one_line, text_html
from schemasync_nb.show.flow import passes_used


def header_html(state: LoopState) -> str:
    """Target, environment and passes; production cannot be mistaken."""
    production = state.environment == "production"
    stated = state.environment or "environment not declared"
    words = "PRODUCTION · read-only: nothing is written from here" if production else stated
    badge = f'<span class="badge">{text_html(words)}</span>'  # in front, where no long name breaks it
    used = f"pass {passes_used(state)} of {state.max_iterations}"
    kind = " production" if production else ""
    return f'<div class="ssnb ssnb-where{kind}">{badge} <b>{text_html(state.database)}</b> <span>{used}</span></div>'


def progress_html(state: LoopState, doing: str, act: str, seconds: float) -> str:
    """What is under way: the button, the loop's step, its present act, and the time so far."""
    step = state.current if state.current and state.current != doing else ""
    words = " · ".join(filter(None, (doing.replace("rollback", "roll back").capitalize(), step, one_line(act))))
    return f'<div class="ssnb ssnb-busy"><b>▶ {html.escape(words)}</b> <time>{duration(seconds)}</time></div>'


def duration(seconds: float) -> str:
    """``0.4 s``, ``14 s``, ``2 min 05 s``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def message_html(words: str, *, trouble: bool = False, details: str = "") -> str:
    """The last word in one line, and what there is to know of its reasons behind it."""
    sign, kind = ("✗ ", "trouble") if trouble else ("", "said")
    line = f'<div class="ssnb {kind}" role="status">{sign}{html.escape(one_line(words))}</div>'
    return line + (f'<div class="ssnb">{fold("details", details)}</div>' if details else "")


def error_words(name: str, error: Exception) -> str:
    """An error in one line; what we did not raise on purpose is named as such."""
    if isinstance(error, SchemaSyncError):
        return str(error)
    return f"{name}: unexpected {type(error).__name__}: this is a bug of ours or of a driver, please report the details"


def error_html(error: BaseException) -> str:
    """An error with its causes and where each came up: places, no values, no password."""
    return f'<pre class="source">{html.escape(chr(10).join(_lines(error)))}</pre>'


def _lines(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield one_line(f"{type(error).__name__}: {explained(error)}")
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"    {PurePath(frame.filename).name}:{frame.lineno} in {frame.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
