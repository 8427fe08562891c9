"""The harness itself: a real notebook, a real kernel, a real click."""

from __future__ import annotations

import asyncio

import pytest
from playwright.sync_api import expect

from .lab import LabPage, notebook_of

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]

HTML = """
class Greeting:
    def _repr_html_(self):
        return "<b style='color: var(--jp-content-font-color1)'>drawn as HTML</b>"

Greeting()
"""
WIDGET = """
import ipywidgets

button, label = ipywidgets.Button(description="Press"), ipywidgets.Label("not yet")
button.on_click(lambda _: setattr(label, "value", "pressed in the kernel"))
ipywidgets.VBox([button, label])
"""


def test_a_click_in_the_page_reaches_the_kernel_and_comes_back(lab: LabPage) -> None:
    lab.open(notebook_of(HTML, "print(6 * 7)", WIDGET))
    lab.run_all()
    assert lab.output(0).locator("b").inner_text() == "drawn as HTML"
    assert lab.text(1) == "42"
    expect(lab.output(2)).to_contain_text("not yet")
    lab.output(2).get_by_role("button", name="Press").click()
    expect(lab.output(2)).to_contain_text("pressed in the kernel")
    lab.screenshot("harness-light")
    lab.dark()
    lab.screenshot("harness-dark")
    assert not lab.errors


def test_the_browser_leaves_no_event_loop_behind_for_other_tests() -> None:
    async def answer() -> int:
        return 42

    assert asyncio.run(answer()) == 42
