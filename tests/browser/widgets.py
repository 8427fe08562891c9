"""The widget as a person meets it: its parts by their words, in a JupyterLab page."""

from __future__ import annotations

import io
import re
from pathlib import Path

from playwright.sync_api import Locator, expect

import schemasync_nb as ss
from schemasync_nb.lessons import Place, sample

from .lab import PATIENCE

expect.set_options(timeout=PATIENCE * 1000)


def place_of(scenario: str, folder: Path) -> Place:
    """The sample database with a scenario's drift."""
    return sample(scenario, folder, io.StringIO())


def drift_of(place: Place) -> ss.Drift:
    """What the test's own process reads from the file."""
    return ss.detect_drift(f"sqlite:///{place.database}", f"{place.models}:Base")


def shows_widget(place: Place, **options: object) -> str:
    """The source of a cell that shows the widget of a new loop."""
    said = "".join(f", {name}={value!r}" for name, value in options.items())
    return (
        "import schemasync_nb as ss\n"
        f"loop = ss.SyncLoop('sqlite:///{place.database}', {f'{place.models}:Base'!r}, "
        f"workdir={str(place.folder / '.schemasync')!r}{said})\n"
        "widget = loop.widget()\nwidget"
    )


def button(widget: Locator, name: str) -> Locator:
    """By its words: its name for a screen reader has the icon's character in front."""
    return widget.locator("button", has_text=re.compile(rf"^{name}$"))


def press(widget: Locator, name: str, words: str | re.Pattern[str]) -> None:
    """Clicks, and waits until the widget says these words and is at rest again."""
    button(widget, name).click()
    expect(said(widget)).to_contain_text(words)
    expect(button(widget, "Stop")).to_be_disabled()


def said(widget: Locator) -> Locator:
    """The widget's last word."""
    return widget.locator(".ssnb[role=status]")


def tab(widget: Locator, name: str) -> None:
    """Brings a tab to the front."""
    widget.get_by_role("tab", name=name).click()


def rows(widget: Locator) -> Locator:
    """The rows of the table of changes that are on its page."""
    return widget.locator("table.ssnb-changes tbody tr")


def row(widget: Locator, *words: str) -> Locator:
    """The row that has all of these words."""
    found = rows(widget)
    for each in words:
        found = found.filter(has_text=each)
    return found


def details(widget: Locator) -> Locator:
    """What is told of the selected changes."""
    return widget.locator(".ssnb-details")


def choose(widget: Locator, option: str) -> None:
    """Answers the question that is in view."""
    asks = widget.locator(".ssnb-asks")
    asks.get_by_text(option, exact=True).click()
    button(asks, "Decide").click()


def table_in_schema(widget: Locator, name: str) -> Locator:
    """A table of the ER picture."""
    return widget.locator(".ssnb-schema g.node").filter(
        has=widget.page.locator("title", has_text=re.compile(f"^{name}$"))
    )
