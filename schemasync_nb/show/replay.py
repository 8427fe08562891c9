"""A run again: a slider through its passes, each shown as it was when it ended."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import ipywidgets as ui

from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.report import count, fold, one_line, page, stylesheet, text_html
from schemasync_nb.show.dot import CANNOT_DRAW, Picture, svg
from schemasync_nb.show.er_diff import er_diff
from schemasync_nb.show.flow import flow
from schemasync_nb.show.snapshot import Moment, moments, runs

PAUSE = 2000
"""Milliseconds for which each pass is shown when it plays."""


class View(NamedTuple):
    """A pass as HTML."""

    headline: str
    flow: str
    schema: str
    table: str


class Replay(ui.VBox):  # type: ignore[misc]  # ipywidgets ships no types
    """A slider, the flow diagram, and the drift as picture and as table.

    moments  the passes, oldest first
    slider   its ``value`` is the pass that is shown, from 1
    """

    def __init__(self, passes: Sequence[Moment], title: str) -> None:
        self.moments = tuple(passes)
        self.title = title
        self._views: dict[int, View] = {}
        last = len(self.moments)
        self.slider = ui.IntSlider(1, 1, last, description="pass", continuous_update=False)
        play = ui.Play(value=1, min=1, max=last, interval=PAUSE, show_repeat=False)
        ui.jslink((play, "value"), (self.slider, "value"))
        self._headline, self._flow, self._schema, self._table = (ui.HTML() for _ in range(4))
        tabs = ui.Tab([self._schema, self._table], titles=("Schema", "Changes"))
        style = ui.HTML(f"<style>{stylesheet()}</style>")
        super().__init__([style, ui.HBox([play, self.slider]), self._headline, self._flow, tabs])
        self.add_class("ssnb-replay")
        self.slider.observe(lambda _: self._show(), names="value")
        self._show()

    @property
    def moment(self) -> Moment:
        """The pass that is shown."""
        at: int = self.slider.value
        return self.moments[at - 1]

    def _show(self) -> None:
        at = self.slider.value
        if at not in self._views:
            self._views[at] = _view(self.moment)
        view = self._views[at]
        self._headline.value, self._flow.value, self._schema.value, self._table.value = view

    def static_html(self) -> str:
        """Every pass as a page that needs neither kernel nor browser code; the last one is unfolded."""
        passes = [
            fold(
                text_html(_line(moment)),
                f"{_image(flow(moment.state))}\n{_image(er_diff(moment.drift))}\n{moment.drift.body_html()}",
                unfolded=moment is self.moments[-1],
            )
            for moment in self.moments
        ]
        return page(self.title, "\n".join(passes))

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        text = "\n".join(map(one_line, (self.title, *map(_line, self.moments))))
        return bundle | {"text/plain": text, "text/html": self.static_html()}


def replay(entries: Iterable[Mapping[str, Any]], database: str, run: int = -1) -> Replay:
    """One run of those that entries of the audit log tell; SchemaSyncError where there is no such run.

    run  counted as a list counts: 0 is the first, -1 the latest
    """
    known = runs(entries)
    if not known:
        raise SchemaSyncError(f"{database}: no pass is known here yet, so none can be replayed: run the loop first")
    try:
        passes = moments(known[run], database)
    except IndexError:
        raise SchemaSyncError(f"{database}: run {run} is not among the {len(known)} that are known") from None
    when = f", {passes[0].at[:16].replace('T', ' ')} UTC" if passes[0].at else ""
    which = range(1, len(known) + 1)[run]
    return Replay(passes, f"{database}: run {which} of {len(known)}{when}, {count(len(passes), 'pass')}")


def _view(moment: Moment) -> View:
    return View(
        f'<div class="ssnb"><p class="headline">{text_html(_line(moment))}</p></div>',
        flow(moment.state).inline(),
        er_diff(moment.drift).inline(),
        f'<div class="ssnb">{moment.drift.body_html()}</div>',
    )


def _line(moment: Moment) -> str:
    ended = moment.state.passes[-1]
    return ": ".join(filter(None, (ended.line(), ended.reason)))


def _image(picture: Picture) -> str:
    try:
        drawn = base64.b64encode(svg(picture).encode()).decode()
    except CANNOT_DRAW:
        return picture.inline()
    said = picture.summary[0] if picture.summary else picture.name
    return f'<img alt="{text_html(one_line(str(said)))}" src="data:image/svg+xml;base64,{drawn}">'
