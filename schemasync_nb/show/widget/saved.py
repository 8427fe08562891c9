"""The static picture that a saved notebook keeps: it needs neither kernel nor browser code."""

from __future__ import annotations

import base64
from importlib.resources import files
from typing import Any

import ipywidgets as ui

from schemasync_nb.loop import LoopState
from schemasync_nb.report import Report, page, stylesheet, text_html
from schemasync_nb.show.dot import CANNOT_DRAW, svg
from schemasync_nb.show.flow import flow
from schemasync_nb.show.widget.header import header_html


class Saved:
    """The output that stands beside the widget's: hidden while the widget lives, brought up to date after each act.

    name  the widget's own id
    """

    def __init__(self, name: str) -> None:
        self._mark = f"ssnb-saved-{name}"
        self._displayed = False

    def style(self) -> ui.HTML:
        """The widget's stylesheet, which also hides the static picture; gone with the widget."""
        own = files("schemasync_nb.show.widget").joinpath("widget.css").read_text(encoding="utf-8")
        return ui.HTML(f"<style>{stylesheet()}\n{own}\n.{self._mark} {{ display: none; }}</style>")

    def display(self, live: dict[str, Any], state: LoopState, last: Report) -> None:
        """Show the widget's own bundle, and the picture under it."""
        from IPython.display import display

        display(live, raw=True)  # type: ignore[no-untyped-call]
        display(self._bundle(state, last), raw=True, display_id=self._mark)  # type: ignore[no-untyped-call]
        self._displayed = True

    def update(self, state: LoopState, last: Report) -> None:
        """Bring the picture up to date, wherever it stands."""
        if self._displayed:
            from IPython.display import update_display

            bundle = self._bundle(state, last)
            update_display(bundle, raw=True, display_id=self._mark)  # type: ignore[no-untyped-call]

    def _bundle(self, state: LoopState, last: Report) -> dict[str, str]:
        return {"text/plain": str(last), "text/html": f'<div class="{self._mark}">{saved_html(state, last)}</div>'}


def saved_html(state: LoopState, last: Report) -> str:
    """The loop as it stands and its last result, as a page."""
    try:
        drawn = base64.b64encode(svg(flow(state)).encode()).decode()
        top = f'<img alt="{text_html(state.headline())}" src="data:image/svg+xml;base64,{drawn}">'
    except CANNOT_DRAW:
        top = header_html(state)
    return page(last.headline(), f"{top}\n{last.body_html()}")
