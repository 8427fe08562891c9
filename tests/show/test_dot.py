"""The way to a picture: which program draws, what is shown where none does, ids that do not clash."""

from __future__ import annotations

import re
import shutil
import sysconfig
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import graphviz
import pytest
from graphviz.backend import dot_command

from schemasync_nb.detect.drift import Drift
from schemasync_nb.report import stylesheet
from schemasync_nb.show import palette
from schemasync_nb.show.dot import OPTION, SMALLEST, Picture, node_id, svg
from schemasync_nb.show.er_diff import er_diff


@pytest.fixture(autouse=True)
def program_not_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dot_command, "DOT_BINARY", Path("dot"))
    monkeypatch.delenv(OPTION, raising=False)


@pytest.fixture
def no_dot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which no `dot` is installed."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def nothing_draws(no_dot: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine that has no graphviz-pure either."""
    monkeypatch.setattr(sysconfig, "get_path", lambda name: str(tmp_path))


@pytest.mark.usefixtures("no_dot")
def test_without_a_system_dot_graphviz_pure_draws(drifts: dict[str, Drift]) -> None:
    picture = er_diff(drifts["mixed"])
    assert Path(dot_command.DOT_BINARY).name == "graphviz-pure"
    assert "graphviz-pure" in picture.pipe(format="svg", encoding="utf-8")
    assert picture.pipe(format="png").startswith(b"\x89PNG")
    assert picture._repr_mimebundle_()["image/svg+xml"].startswith("<svg")


@pytest.mark.usefixtures("nothing_draws")
def test_where_nothing_draws_the_tables_are_listed_with_the_dot_text(drifts: dict[str, Drift]) -> None:
    bundle = er_diff(drifts["mixed"])._repr_mimebundle_()
    assert "image/svg+xml" not in bundle
    for view in (bundle["text/html"], bundle["text/plain"]):
        assert "+ authors" in view and "digraph drift" in view
    assert "~ books: column title: VARCHAR(50) → VARCHAR(200)" in bundle["text/plain"]
    assert set(er_diff(drifts["mixed"])._repr_mimebundle_(exclude=["text/html"])) == {"text/plain"}
    assert "+ authors" in er_diff(drifts["mixed"]).inline()


@pytest.mark.usefixtures("nothing_draws")
def test_a_list_in_place_of_a_picture_is_escaped(drifts: dict[str, Drift]) -> None:
    bundle = er_diff(drifts["hostile"])._repr_mimebundle_()
    assert "<script" not in bundle["text/html"] and "&lt;script&gt;alert" in bundle["text/html"]


def test_the_option_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
    assert asked
    monkeypatch.setenv(OPTION, asked)
    assert "graphviz-pure" in Picture("x").pipe(format="svg", encoding="utf-8")


@pytest.mark.usefixtures("no_dot")
def test_what_somebody_else_chose_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dot_command, "DOT_BINARY", Path("/opt/own/dot"))
    Picture("x")
    assert str(dot_command.DOT_BINARY) == "/opt/own/dot"


def test_a_picture_is_a_graphviz_object_that_shows_itself(drifts: dict[str, Drift]) -> None:
    picture = er_diff(drifts["column_added"])
    assert isinstance(picture, graphviz.Digraph)
    bundle = picture._repr_mimebundle_()
    assert set(bundle) == {"image/svg+xml", "text/plain"}
    assert bundle["text/plain"].splitlines()[:2] == ["1 change: 1 to add", "+ loans: column returned DATE DEFAULT NULL"]
    assert set(picture._repr_mimebundle_(include=["image/png"])) == {"image/png"}


def test_ids_of_two_pictures_in_a_page_differ_and_are_stable(drifts: dict[str, Drift]) -> None:
    one, other = (svg(er_diff(drifts[name])) for name in ("column_added", "column_removed"))
    ids = [set(re.findall(r'\bid="([^"]+)"', text)) for text in (one, other)]
    assert ids[0] and not ids[0] & ids[1]
    assert svg(er_diff(drifts["column_added"])) == one


def test_an_svg_is_one_element_that_can_stand_in_a_page(drifts: dict[str, Drift]) -> None:
    text = svg(er_diff(drifts["mixed"]))
    assert ElementTree.fromstring(text).tag.endswith("svg") and "<!" not in text and "<?" not in text


def test_plain_names_are_their_own_ids_and_others_get_a_stable_one() -> None:
    assert node_id("public.orders") == "public.orders"
    assert node_id('"]; x') == node_id('"]; x') != node_id("'")
    assert re.fullmatch(r"x[0-9a-f]{10}", node_id("a:b\ud800"))


def test_a_picture_in_a_page_follows_its_theme(drifts: dict[str, Drift]) -> None:
    """Every colour of text and paper that is drawn has a rule of the stylesheet; lines are seen on any ground."""
    on_any_ground = {tone.line for tone in palette.TONES.values()} | {palette.FAINT, "none", "transparent"}
    used = {colour for drift in drifts.values() for colour in re.findall(r'fill="([^"]+)"', svg(er_diff(drift)))}
    assert {colour for colour in used - on_any_ground if f'[fill="{colour}"]' not in stylesheet()} == set()
    assert {palette.INK, palette.BLUE.paper} <= used


@pytest.mark.usefixtures("no_dot")
@pytest.mark.parametrize(("format", "starts"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("dot", b"digraph drift")])
def test_a_picture_is_exported_without_a_system_dot(
    format: str, starts: bytes, drifts: dict[str, Drift], tmp_path: Path
) -> None:
    written = Path(er_diff(drifts["mixed"]).render(tmp_path / "drift", format=format, cleanup=True))
    assert written.read_bytes().startswith(starts) and written.name == f"drift.{format}"
    assert [each.name for each in tmp_path.iterdir()] == [written.name]


@pytest.mark.usefixtures("no_dot")
def test_five_hundred_tables_are_drawn_without_a_system_dot(big: Callable[..., Drift]) -> None:
    drift = big(500, tangled=True)
    assert svg(er_diff(drift)).count('class="node"') == 40
    assert svg(er_diff(drift, max_tables=500)).count('class="node"') == 500


def test_a_wide_picture_in_a_page_stays_legible(drifts: dict[str, Drift]) -> None:
    found = re.search(r'<svg style="min-width: (\d+)pt" width="(\d+)pt"', er_diff(drifts["mixed"]).inline())
    assert found
    least, width = found.groups()
    assert int(least) == round(int(width) * SMALLEST)
