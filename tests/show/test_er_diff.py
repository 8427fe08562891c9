"""The ER picture: what is in it, how it is marked, and that no name can break it."""

from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from graphviz.backend import dot_command

from schemasync_nb.detect.drift import Drift
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.report import one_line, visible
from schemasync_nb.show.dot import Picture, svg
from schemasync_nb.show.er_diff import LISTED, er_diff
from schemasync_nb.show.merge import merge, references

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def drawn(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(svg(picture))


def nodes(picture: Picture) -> list[str]:
    """The ids of what is drawn as a node, sorted."""
    groups = drawn(picture).iter(f"{SVG}g")
    return sorted(str(g.findtext(f"{SVG}title")) for g in groups if g.get("class") == "node")


def texts(picture: Picture) -> set[str]:
    return {"".join(element.itertext()).strip() for element in drawn(picture).iter(f"{SVG}text")}


def tooltips(picture: Picture) -> str:
    return "\n".join(element.get(f"{XLINK}title", "") for element in drawn(picture).iter(f"{SVG}a"))


def test_pictures_look_as_they_did(case: str, drifts: dict[str, Drift], golden: Callable[[str, str], None]) -> None:
    # A row a line, so that a difference can be read.
    golden(f"er_{case}.dot", er_diff(drifts[case]).source.replace("<TR>", "\n<TR>"))


@pytest.mark.parametrize("side", ["before", "after"])
def test_sides_look_as_they_did(side: str, drifts: dict[str, Drift], golden: Callable[[str, str], None]) -> None:
    golden(f"er_mixed_{side}.dot", er_diff(drifts["mixed"], side=side).source.replace("<TR>", "\n<TR>"))  # type: ignore[arg-type]


def test_changed_tables_and_their_neighbours_are_shown(drifts: dict[str, Drift]) -> None:
    assert nodes(er_diff(drifts["column_altered"])) == ["books", "copies"]
    assert nodes(er_diff(drifts["column_altered"], hops=2)) == ["books", "branches", "copies", "loans"]
    assert nodes(er_diff(drifts["column_altered"], only_changed=True)) == ["books"]
    assert nodes(er_diff(drifts["in_sync"], only_changed=True)) == []


def test_without_drift_the_whole_schema_is_shown(drifts: dict[str, Drift]) -> None:
    assert nodes(er_diff(drifts["in_sync"])) == ["books", "branches", "copies", "fines", "loans", "members"]


def test_what_is_not_shown_is_listed_with_counts(drifts: dict[str, Drift], big: Callable[..., Drift]) -> None:
    assert "4 tables not shown: branches, fines, loans, members" in texts(er_diff(drifts["column_altered"]))
    caption = " ".join(sorted(t for t in texts(er_diff(big(100))) if "change)" in t or "not shown" in t or "more" in t))
    assert "60 tables not shown" in caption and f"and {60 - LISTED} more" in caption and "(1 change)" in caption


def test_a_focus_shows_a_relation_tree_whatever_changes(drifts: dict[str, Drift]) -> None:
    assert nodes(er_diff(drifts["column_altered"], focus="Fines")) == ["fines", "loans"]
    assert nodes(er_diff(drifts["table_renamed"], focus="members", hops=0)) == ["readers"]


def test_a_focus_that_does_not_exist_is_refused_in_one_line(drifts: dict[str, Drift]) -> None:
    with pytest.raises(SchemaSyncError) as refusal:
        er_diff(drifts["mixed"], focus="lones")
    assert (
        str(refusal.value) == "table 'lones' is neither in the database nor in the models: did you mean loans, fines?"
    )


def test_columns_that_do_not_change_are_folded_but_keys_stay(drifts: dict[str, Drift]) -> None:
    said = texts(er_diff(drifts["column_altered"], only_changed=True))
    assert {"id", "title", "3 unchanged columns"} <= said and not {"pages", "isbn"} & said


def test_what_is_removed_stays_visible_and_struck_through(drifts: dict[str, Drift]) -> None:
    elements = drawn(er_diff(drifts["table_removed"])).iter(f"{SVG}text")
    struck = {"".join(e.itertext()) for e in elements if e.get("text-decoration") == "line-through"}
    assert {"fines", "amount", "NUMERIC(8, 2)"} <= struck


def test_old_and_new_stand_side_by_side(drifts: dict[str, Drift]) -> None:
    said = texts(er_diff(drifts["column_altered"]))
    assert {"VARCHAR(50)", "VARCHAR(200)", "NULL", "NOT NULL", "no default", "DEFAULT 'untitled'"} <= said
    assert {"joined", "joined_on"} <= texts(er_diff(drifts["column_renamed"]))


def test_tooltips_say_old_and_new(drifts: dict[str, Drift]) -> None:
    assert "~ books: column title: VARCHAR(50) → VARCHAR(200), NULL → NOT NULL" in tooltips(er_diff(drifts["mixed"]))
    assert "no ON DELETE → ON DELETE CASCADE" in tooltips(er_diff(drifts["foreign_keys"]))


def test_edges_end_at_the_columns_they_bind(drifts: dict[str, Drift]) -> None:
    source = er_diff(drifts["in_sync"]).source
    assert "loans:book_id -> copies:book_id" in source and "loans:copy_number -> copies:number" in source


def test_changed_edges_are_told_apart_by_line_and_symbol(drifts: dict[str, Drift]) -> None:
    lines = {line.split(" [")[0].strip(): line for line in er_diff(drifts["foreign_keys"]).source.splitlines()}
    assert "style=bold" in lines["fines:id -> members:id"] and "<B>+</B>" in lines["fines:id -> members:id"]
    assert "style=dashed" in lines["copies:branch_id -> branches:id"]
    assert "<B>-</B>" in lines["copies:branch_id -> branches:id"]
    assert "<B>~</B>" in lines["loans:member_id -> members:id"] and "CASCADE" in lines["loans:member_id -> members:id"]
    assert "style=solid" in lines["copies:book_id -> books:id"]
    # A foreign key that gets another parent is there as it was and as it will be.
    assert "style=dashed" in lines["fines:loan_id -> loans:id"] and "style=bold" in lines["fines:loan_id -> books:id"]


def test_a_changed_foreign_key_without_its_parent_in_the_picture_is_a_row(drifts: dict[str, Drift]) -> None:
    picture = er_diff(drifts["foreign_keys"], focus="copies", hops=0)
    assert any("FOREIGN KEY (branch_id)" in text for text in texts(picture))


def test_before_and_after_show_one_side_each(drifts: dict[str, Drift]) -> None:
    before, after = (er_diff(drifts["mixed"], side=side) for side in ("before", "after"))
    assert "fines" in nodes(before) and "authors" not in nodes(before)
    assert "authors" in nodes(after) and "fines" not in nodes(after)
    assert "VARCHAR(50)" in texts(before) and "VARCHAR(200)" not in texts(before)
    assert "VARCHAR(200)" in texts(after) and "VARCHAR(50)" not in texts(after)
    assert "joined" in texts(before) and "joined_on" in texts(after)


def test_columns_of_a_renamed_table_keep_their_edges(drifts: dict[str, Drift]) -> None:
    boxes = merge(drifts["table_renamed"])
    found = {(r.child, r.parent, r.pairs) for r in references(boxes)}
    assert ("loans", "readers", (("member_id", "id"),)) in found
    assert ("readers", "branches", (("branch_id", "id"),)) in found


def programs() -> list[str]:
    """What can draw on this machine; graphviz-pure always can."""
    pure = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
    assert pure
    return [pure, *filter(None, [shutil.which("dot")])]


def test_hostile_names_neither_break_nor_enter_the_picture(
    drifts: dict[str, Drift], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 7: every name is text in the picture, and only that."""
    drift = drifts["hostile"]
    names = {entry.table for entry in drift.database.entries}
    for program in programs():
        monkeypatch.setattr(dot_command, "DOT_BINARY", Path(program))
        root = drawn(er_diff(drift))
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {"svg", "g", "title", "polygon", "text", "path", "a", "polyline", "ellipse"}
        assert not any(key.endswith("href") or key.startswith("on") for e in root.iter() for key in e.attrib)
        groups = [g for g in root.iter(f"{SVG}g") if g.get("class") == "node"]
        assert len(groups) == len(names)
        said = {"".join(element.itertext()) for element in root.iter(f"{SVG}text")}
        for name in names - {"x" * 63}:
            # Spaces are drawn as spaces that do not break.
            assert one_line(name) in {text.replace("\u00a0", " ") for text in said}, visible(name)


def test_five_hundred_tables_stay_readable(big: Callable[..., Drift]) -> None:
    drift = big(500)
    assert len(nodes(er_diff(drift))) == 40
    assert len(svg(er_diff(drift))) < 400_000
    assert len(nodes(er_diff(drift, max_tables=500))) == 500
