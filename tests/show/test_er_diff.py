"""The ER picture: what is in it, how it is marked, and that no name can break it."""

from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from graphviz.backend import dot_command

from schemasync_nb.catalog import OF_A_SCHEMA
from schemasync_nb.detect.drift import SYMBOLS, Drift
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.report import one_line, visible
from schemasync_nb.show.dot import Picture, svg
from schemasync_nb.show.er_diff import LISTED, er_diff
from schemasync_nb.show.merge import merge, references
from schemasync_nb.show.palette import AMBER

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def drawn(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(svg(picture))


def nodes(picture: Picture) -> list[str]:
    """The ids of what is drawn as a node, sorted."""
    groups = drawn(picture).iter(f"{SVG}g")
    return sorted(str(g.findtext(f"{SVG}title")) for g in groups if g.get("class") == "node")


def nodes_by_label(picture: Picture) -> set[str]:
    """What the heads of the boxes say."""
    return {next(word for word in words if word not in (*SYMBOLS.values(), *OF_A_SCHEMA)) for words in boxes(picture)}


class Row(NamedTuple):
    mark: str
    text: str


def rows_of(picture: Picture, name: str) -> list[Row]:
    """What stands below the head of a box."""
    (words,) = (words for words in boxes(picture) if name in words[:3])
    below = [word.replace("\u00a0", "") for word in words[words.index("1 change") + 1 :]]
    return [Row(mark, text) for mark, text in zip(below[::2], below[1::2], strict=True)]


def boxes(picture: Picture) -> list[list[str]]:
    """The words in each box, in order; a symbol that is none is a space that does not break."""
    groups = [group for group in drawn(picture).iter(f"{SVG}g") if group.get("class") == "node"]
    said = (["".join(element.itertext()) for element in group.iter(f"{SVG}text")] for group in groups)
    return [[word for word in words if word != " "] for words in said]


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


@pytest.mark.parametrize("options", [{"side": "left"}, {"max_tables": 0}, {"hops": -1}])
def test_an_option_that_cannot_be_used_is_refused(options: dict[str, Any], drifts: dict[str, Drift]) -> None:
    with pytest.raises(SchemaSyncError, match="|".join(options)):
        er_diff(drifts["mixed"], **options)


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
    assert "style=dashed" in lines["fines:loan_id -> loans:id"]
    double = f'color="{AMBER.line}:{AMBER.line}"'
    assert double in lines["fines:loan_id -> books:id"] and double in lines["loans:member_id -> members:id"]


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
    found = {(r.child, r.parent, r.pairs) for r in references(merge(drifts["table_renamed"]))}
    assert ("loans", "readers", (("member_id", "id"),)) in found
    assert ("readers", "branches", (("branch_id", "id"),)) in found


def test_types_sequences_and_schemas_that_change_are_boxes(drifts: dict[str, Drift]) -> None:
    said = texts(er_diff(drifts["clinic"]))
    assert {"enum", "public.state", "domain", "public.money", "sequence", "public.ticket", "schema", "audit"} <= said
    assert {"numeric(8,2)", "numeric(10,2)", "INCREMENT BY 1", "INCREMENT BY 5"} <= said
    assert "public.kind" not in nodes_by_label(er_diff(drifts["clinic"]))


def test_labels_of_an_enum_are_each_marked(drifts: dict[str, Drift]) -> None:
    rows = rows_of(er_diff(drifts["clinic"]), "public.state")
    assert [(row.mark, row.text) for row in rows] == [("", "open"), ("+", "closed"), ("~", "lost"), ("", "done")]


def test_a_column_points_to_the_type_that_changes(drifts: dict[str, Drift]) -> None:
    merged = merge(drifts["clinic"])
    found = {(r.child, r.pairs[0][0], merged[r.parent].own.key, r.mark) for r in references(merged) if not r.is_key}
    assert found == {
        ("public.visit", "state", "public.state", ""),
        ("public.visit", "price", "public.money", ""),
        ("public.visit", "kind", "public.kind", ""),
        ("audit.entry", "who", "public.who", "add"),
    }
    assert "public.visit.state uses enum public.state" in tooltips(er_diff(drifts["clinic"]))


def test_a_focus_may_leave_out_the_schema_and_name_a_type(drifts: dict[str, Drift]) -> None:
    drift = drifts["clinic"]
    assert nodes_by_label(er_diff(drift, focus="entry")) == {"audit.entry", "public.who"}
    assert nodes_by_label(er_diff(drift, focus="kind")) == {"public.kind", "public.visit"}
    with pytest.raises(SchemaSyncError, match=r"did you mean public\.visit\?$"):
        er_diff(drift, focus="visits")


def test_only_what_differs_of_a_columns_sequence_is_said(drifts: dict[str, Drift]) -> None:
    assert "~ public.visit: column number: identity by default → identity always" in er_diff(drifts["clinic"]).summary


def test_what_stands_alone_is_put_in_rows(drifts: dict[str, Drift]) -> None:
    source = er_diff(drifts["clinic"]).source
    alone = {"public.ticket", "public.unused", "audit"}  # sequences and a schema
    assert source.count("style=invis") == len(alone) - 1


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
