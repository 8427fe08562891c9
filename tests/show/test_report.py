"""Reports: text, HTML and frames are made from the same rows, and nothing in a row is markup."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, ClassVar

import pandas as pd
import pytest

from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.report import (
    CELL_WIDTH,
    FOLDED_FROM,
    Report,
    changes_html,
    code_html,
    contrast,
    differences_text,
    marked,
    page,
    stylesheet,
    table_html,
    table_text,
    value_text,
    visible,
)

HARMLESS = {"class", "open"}


@dataclass(frozen=True)
class Loans(Report):
    """A report as any room would write one."""

    columns: ClassVar[Mapping[str, type]] = {"": str, "book": str, "copies": int}
    books: tuple[tuple[str, int], ...] = ()

    def headline(self) -> str:
        return f"{len(self.books)} loans"

    def rows(self) -> list[dict[str, Any]]:
        return [{"": "+", "book": book, "copies": copies} for book, copies in self.books]


class Brief(Loans):
    in_text: ClassVar = ("book",)


class Reader(HTMLParser):
    """What a page says: its text, row by row, and its elements."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.rows.append("")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.rows:
            self.rows[-1] += data


def body(drift: Drift) -> str:
    return changes_html(drift.rows(), [change.attributes for change in drift.changes])


def test_a_report_is_a_headline_and_an_aligned_table() -> None:
    loans = Loans((("Emma", 3), ("Oblomov", 12)))
    assert str(loans) == "2 loans\n   book     copies\n+  Emma          3\n+  Oblomov      12"


def test_a_report_without_rows_is_its_headline() -> None:
    assert str(Loans()) == "0 loans"
    assert Reader(Loans()._repr_html_().removeprefix(f"<style>{stylesheet()}</style>")).text.strip() == "0 loans"


def test_plain_text_may_show_fewer_columns() -> None:
    assert str(Brief((("Emma", 3),))) == "1 loans\nbook\nEmma"


def test_repr_is_short_although_dataclass_makes_one() -> None:
    assert repr(Loans((("Emma", 3),) * 1000)) == "<Loans: 1000 loans>"


def test_wide_characters_keep_columns_in_line() -> None:
    lines = table_text([{"a": "日本", "b": "x"}, {"a": "cafe\u0301", "b": "x"}]).splitlines()
    assert lines == ["a     b", "日本  x", "cafe\u0301  x"]


def test_prose_is_cut_and_one_long_word_is_not() -> None:
    prose, word = "word " * 40, "column:" + "x" * 100 + ":add"
    text = table_text([{"prose": prose, "id": word}])
    assert word in text and prose not in text
    assert all(len(line) <= CELL_WIDTH + 2 + len(word) for line in text.splitlines())


def test_a_column_that_says_nothing_is_not_shown_but_stays_in_the_frame() -> None:
    rows = [{"a": 1, "b": None}]
    assert "b" not in table_text(rows) and "<th>b</th>" not in table_html(rows)


def test_views_are_given_as_they_are_asked_for() -> None:
    loans = Loans((("Emma", 3),))
    assert set(loans._repr_mimebundle_()) == {"text/plain", "text/html"}
    assert set(loans._repr_mimebundle_(include=["text/plain", "image/png"])) == {"text/plain"}
    assert set(loans._repr_mimebundle_(exclude=["text/plain"])) == {"text/html"}
    assert loans._repr_mimebundle_()["text/plain"] == str(loans)


@pytest.mark.parametrize("books", [(), (("Emma", 3),)])
def test_a_frame_has_its_columns_and_types_whatever_its_rows(books: tuple[tuple[str, int], ...]) -> None:
    frame = Loans(books).to_frame()
    assert list(frame.columns) == ["symbol", "book", "copies"]
    assert pd.api.types.is_string_dtype(frame["book"]) and pd.api.types.is_integer_dtype(frame["copies"])
    assert len(frame) == len(books)


def test_a_frame_keeps_what_is_missing_missing() -> None:
    frame = Brief(((None, 1), ("Emma", 2))).to_frame()  # type: ignore[arg-type]
    assert frame["book"].isna().tolist() == [True, False]


def test_text_and_html_say_the_same(case: str, drifts: dict[str, Drift]) -> None:
    """Law: what a row says in text, it says in HTML, in the same order."""
    drift = drifts[case]
    for rows in (drift.rows(), [{"n": 1, "ok": True, "none": None, "many": ("a", "b")}]):
        told = Reader(table_html(rows)).rows[1:] if rows else []
        assert len(told) == len(rows)
        for line, row in zip(told, rows, strict=True):
            assert line.strip() == "".join(map(value_text, row.values())).strip()


def test_grouped_changes_say_every_value_of_their_rows(case: str, drifts: dict[str, Drift]) -> None:
    drift = drifts[case]
    reader = Reader(body(drift))
    told = [line for line in reader.rows if not line.startswith("changedifference")]
    assert len(told) == len(drift.changes)
    for change, line in zip(drift.changes, told, strict=True):
        said = [change.symbol, change.action, change.id, change.name, change.before, change.after, *change.hazards]
        assert all(value_text(value) in line for value in said)
        assert all(value_text(value) in line for _, *values in change.attributes for value in values)
        assert value_text(change.table) in reader.text


def test_grouped_changes_look_as_they_did(
    case: str, drifts: dict[str, Drift], golden: Callable[[str, str], None]
) -> None:
    golden(f"drift_{case}.html", body(drifts[case]))


@pytest.mark.parametrize("view", [body, lambda drift: drift._repr_html_(), lambda drift: table_html(drift.rows())])
def test_hostile_names_are_text(view: Callable[[Drift], str], drifts: dict[str, Drift]) -> None:
    """Law 7: what is shown is escaped."""
    reader = Reader(view(drifts["hostile"]))
    assert "script" not in reader.tags and reader.attributes <= HARMLESS
    assert "<script>alert(1)</script>" in reader.text and "&lt;b&gt;&amp;&#60;" in reader.text
    assert "⟨U+202E⟩reversed" in reader.text and "␛[31mred␀" in reader.text
    assert "\u202e" not in reader.text and "\x1b" not in reader.text


def test_hostile_names_keep_a_plain_text_row_in_one_line(drifts: dict[str, Drift]) -> None:
    drift = drifts["hostile"]
    assert len(str(drift).splitlines()) == 2 + len(drift.changes)
    assert not {"\x1b", "\x00", "\u202e"} & set(str(drift))


def test_what_cannot_be_seen_is_made_visible() -> None:
    assert visible("a\rb\x7f\u200b\ud800é\u00a0") == "a␍b⟨U+007F⟩⟨U+200B⟩⟨U+D800⟩é\u00a0"


def test_the_changed_part_is_marked_and_nothing_is_lost() -> None:
    assert marked("VARCHAR(50) NULL", "VARCHAR(80) NULL") == (
        "VARCHAR(<del>50</del>) NULL",
        "VARCHAR(<ins>80</ins>) NULL",
    )
    for old, new in (("", "x"), ("a b", ""), ("<a>", "<b>"), ("w " * 500, "v " * 500)):
        assert tuple(Reader(text).text for text in marked(old, new)) == (old, new)


def test_a_long_difference_is_shown_where_it_is() -> None:
    same = "status in ('available', 'on_loan', 'lost', "
    old, new = contrast(f"{same}'sold')", f"{same}'given', 'sold')", 30)
    assert (old, new) == ("…lost', 'sold')", "…lost', 'given', 'sold')")
    assert contrast("a", "b", 24) == ("a", "b")
    assert contrast("member_id, loaned_on", "member_id, loaned_on DESC", 24) == ("…loaned_on", "…loaned_on DESC")


def test_differences_in_words() -> None:
    said = differences_text([("not_null", False, True), ("default", None, "0"), ("columns", ("a",), ("a", "b"))])
    assert said == "not null: no → yes; default: none → 0; columns: a → a, b"


def test_highlighted_source_is_the_source() -> None:
    source = "op.execute(\"SELECT '<b>' || x\")  # é\n\n"
    assert Reader(code_html(source, "python")).text.rstrip("\n") == source.rstrip("\n")
    assert '<span class="s' in code_html(source, "python")


def test_a_thousand_changes_stay_usable(big: Callable[..., Drift]) -> None:
    """Grouped, folded, counted, and small enough to be kept in a notebook."""
    drift = big(1000)
    html = body(drift)
    assert html.count("<details><summary><b>") == 1000 and "<details open>" not in html
    assert "<details open>" in body(big(FOLDED_FROM - 1))
    assert len(html) < 1_000_000 and len(str(drift)) < 300_000
    assert all(f"column:t{number:04}.c3:alter" in Reader(html).text for number in (0, 999))


def test_one_stylesheet_and_no_script(drifts: dict[str, Drift]) -> None:
    html = page("x", body(drifts["mixed"]))
    assert html.count("<style>") == 1 and "<script" not in html and "</style" not in stylesheet()


def test_it_reads_without_colour(drifts: dict[str, Drift]) -> None:
    """Symbol and word stand in the text, old and new in elements that browsers tell apart by themselves."""
    html = body(drifts["column_altered"])
    assert "~alter column title" in Reader(html).text
    assert {"del", "ins", "details", "table"} <= Reader(html).tags


def test_a_change_of_a_renamed_object_names_both(drifts: dict[str, Drift]) -> None:
    (change,) = drifts["column_renamed"].changes
    assert isinstance(change, Change) and change.symbol == "→"
    assert "name joined → joined_on" in Reader(body(drifts["column_renamed"])).text


def test_reports_do_without_the_notebook_until_they_are_shown() -> None:
    late = {"pandas", "IPython", "pygments", "graphviz", "ipywidgets", "matplotlib"}
    code = f"import sys, schemasync_nb.detect.drift; print({late} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
