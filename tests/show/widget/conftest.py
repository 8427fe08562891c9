"""Widgets over real loops on databases of their own."""

from __future__ import annotations

import html
import io
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData

import schemasync_nb as ss
from schemasync_nb.lessons import Place, sample
from schemasync_nb.show.widget import LoopWidget

PATIENCE = 60

MakeWidget = Callable[..., LoopWidget]


@pytest.fixture
def make_widget() -> Iterator[MakeWidget]:
    """A widget over a new loop; at the end of the test all are stopped and closed."""
    made: list[LoopWidget] = []

    def make(url: str, models: Any, **options: Any) -> LoopWidget:
        made.append(ss.SyncLoop(url, models, **options).widget())
        return made[-1]

    yield make
    for widget in made:
        widget.loop.stop()
        assert widget.wait(PATIENCE)
        widget.close()


@pytest.fixture
def place(tmp_path: Path) -> Callable[[str], Place]:
    """Build the sample database with a scenario's drift."""
    return lambda scenario: sample(scenario, tmp_path, io.StringIO())


@pytest.fixture
def library(place: Callable[[str], Place], make_widget: MakeWidget) -> Callable[..., LoopWidget]:
    """A widget over the sample database with a scenario's drift."""

    def make(scenario: str, **options: Any) -> LoopWidget:
        built = place(scenario)
        return make_widget(built.url, f"{built.models}:Base", **options)

    return make


@pytest.fixture
def over_sql(tmp_path: Path, make_widget: MakeWidget) -> Callable[..., LoopWidget]:
    """A widget over an SQLite database made by a script, and models made by code."""

    def make(script: str, models: MetaData, **options: Any) -> LoopWidget:
        file = tmp_path / "made.db"
        with closing(sqlite3.connect(file)) as connection:
            connection.executescript(script)
        return make_widget(f"sqlite:///{file}", models, **options)

    return make


def press(widget: LoopWidget, name: str) -> None:
    """Press a button and wait until its work is over."""
    widget.buttons[name].click()
    assert widget.wait(PATIENCE)


def text(source: str) -> str:
    """What a person reads of a piece of HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", source))


def said(widget: LoopWidget) -> str:
    """The widget's last word, as HTML."""
    return str(widget._message.value)


def states(widget: LoopWidget) -> dict[str, str]:
    """Change id -> its state in the table."""
    return dict(zip(widget.table._ids, widget.table._frame["state"], strict=True))


def everything(widget: LoopWidget) -> str:
    """The HTML of every part of the widget."""
    parts, found = [widget], []
    while parts:
        part = parts.pop()
        found += [str(getattr(part, name, "")) for name in ("value", "drawn", "description", "_dt_args")]
        parts.extend(getattr(part, "children", ()))
    return "\n".join(found)
