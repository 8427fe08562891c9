"""A run is shown again in a real JupyterLab, by a kernel that did not make it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

import schemasync_nb as ss

from .lab import LabPage, notebook_of
from .widgets import place_of, tab

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]


def test_a_slider_goes_through_the_passes_of_another_kernel(lab: LabPage, tmp_path: Path) -> None:
    place = place_of("two_years_of_hot_fixes", tmp_path)
    sides = (f"sqlite:///{place.database}", f"{place.models}:Base")
    workdir = str(place.folder / ".schemasync")
    ended = ss.SyncLoop(*sides, workdir=workdir).run()
    assert [done.status for done in ended.passes] == ["applied", "waiting"]

    lab.open(notebook_of(f"import schemasync_nb as ss\nss.SyncLoop(*{sides!r}, workdir={workdir!r}).replay()"))
    lab.run_cell(0)
    shown = lab.output(0)
    expect(shown).to_contain_text(ended.passes[0].line())
    expect(shown.locator(".picture svg").first).to_contain_text("✓ Verify")
    lab.screenshot("replay-light")
    shown.get_by_role("slider").first.focus()
    lab.page.keyboard.press("ArrowRight")
    expect(shown).to_contain_text(ended.passes[1].line())
    expect(shown.locator(".picture svg").first).to_contain_text("waiting")
    tab(shown, "Changes")
    expect(shown.locator(".groups summary").first).to_be_visible()
    lab.dark()
    lab.screenshot("replay-dark")
    assert not lab.errors
