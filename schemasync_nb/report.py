"""Results that show themselves: rows() is the one source of text, HTML and frames.

The functions below the class are pure renderers: they take plain values, escape everything and give a piece of HTML,
so that a result whose rows are not enough can put its own body together from them.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar

from schemasync_nb.catalog import OF_A_SCHEMA

if TYPE_CHECKING:
    import pandas as pd

Rows = Sequence[Mapping[str, Any]]
Difference = tuple[str, Any, Any]
"""(attribute, old, new)"""

MARKS = {"+": "add", "-": "remove", "~": "alter", "→": "rename"}
CELL_WIDTH, VALUE_WIDTH = 66, 24
"""Characters after which prose and SQL, and each side of a difference, are cut in plain text."""
CONTEXT = 8
"""Characters that are kept before a difference, so that one sees where in a long text it lies."""
FOLDED_FROM = 40
"""Changes from which on the groups of a table start folded."""
LONG_CODE = 160
MARKED_TOKENS = 400


class Report:
    """A result that is its own report.

    columns  column -> type of its values, in order: what ``to_frame`` has, also where there are no rows; {} where the
             rows come from somebody's table
    in_text  the columns that plain text shows, where all of them would be too wide
    """

    columns: ClassVar[Mapping[str, type]] = {}
    in_text: ClassVar[Sequence[str]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        # Set before @dataclass looks at the class: it leaves a __repr__ alone that is there already.
        if "__repr__" not in cls.__dict__:
            cls.__repr__ = Report.__repr__  # type: ignore[method-assign]

    def headline(self) -> str:
        """The result in one line."""
        raise NotImplementedError

    def rows(self) -> list[dict[str, Any]]:
        """The result's rows, column -> plain value; every view of the result is made from these."""
        raise NotImplementedError

    def body_html(self) -> str:
        """What stands under the headline in HTML; a result whose rows are not enough says it here."""
        return table_html(self.rows())

    def to_frame(self) -> pd.DataFrame:
        """The rows as a frame, one for each row of the report; an empty result keeps its columns.

        The column of symbols is called ``symbol``. Texts are of dtype ``str``, whole numbers ``Int64``, other numbers
        ``float64``, times ``datetime64`` in UTC; what is not known is missing.
        """
        import pandas as pd

        rows = self.rows()
        if not self.columns:
            return pd.DataFrame(rows).rename(columns={"": "symbol"})
        series = {name: _series([row.get(name) for row in rows], kind) for name, kind in self.columns.items()}
        return pd.DataFrame(series).rename(columns={"": "symbol"})

    def __str__(self) -> str:
        rows = [{name: row.get(name) for name in self.in_text or row} for row in self.rows()]
        return "\n".join(filter(None, (one_line(self.headline()), table_text(rows))))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {one_line(self.headline())}>"

    def _repr_html_(self) -> str:
        return page(self.headline(), self.body_html())

    def _repr_mimebundle_(
        self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None
    ) -> dict[str, str]:
        views = {"text/plain": self.__str__, "text/html": self._repr_html_}
        wanted = (set(views) if include is None else set(include)) - set(exclude or ())
        return {mime: view() for mime, view in views.items() if mime in wanted}


def _series(values: list[Any], kind: type) -> pd.Series[Any]:
    import pandas as pd

    if kind is datetime:
        return pd.Series(pd.to_datetime(values, utc=True, format="ISO8601"))
    if kind is str:
        values = [value if value is None else value_text(value) for value in values]
    return pd.Series(values, dtype={int: "Int64", float: "float64"}.get(kind, kind))


# -- text -------------------------------------------------------------------------------------------------------------


def visible(text: str) -> str:
    """Text with what a reader cannot see made visible: control characters, bidirectional overrides, lone surrogates."""
    return "".join(_visible(c) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)


def _visible(character: str) -> str:
    code = ord(character)
    if character in "\n\t":
        return character
    return chr(0x2400 + code) if code < 0x20 else f"⟨U+{code:04X}⟩"


def one_line(text: str) -> str:
    """Visible text with its line breaks and tabs as spaces."""
    return re.sub(r"\s*\n\s*|\t", " ", visible(text))


def value_text(value: Any) -> str:
    """A plain value as a person reads it; None is the empty string."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {value_text(each)}" for key, each in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(value_text, value))
    return visible(str(value))


def shown_columns(rows: Rows) -> list[str]:
    """The columns that say something in at least one row, in their order; text and HTML show these."""
    names = dict.fromkeys(name for row in rows for name in row)
    return [name for name in names if any(value_text(row.get(name)) for row in rows)]


def text_width(text: str) -> int:
    """How many character cells a terminal uses for a text."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in ("Mn", "Me") for c in text)


def cut(text: str, limit: int) -> str:
    """A text in one line of at most ``limit`` characters; ``…`` stands for what is left out."""
    line = one_line(text)
    return line if len(line) <= limit else line[: limit - 1] + "…"


def contrast(old: str, new: str, limit: int) -> tuple[str, str]:
    """Two texts of at most ``limit`` characters that show where the whole ones differ."""
    old, new = one_line(old), one_line(new)
    if max(len(old), len(new)) <= limit:
        return old, new
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(same - CONTEXT, 0)
    while start and same - start < limit // 2 and re.fullmatch(r"\w\w", old[start - 1 : start + 1]):
        start -= 1
    lead = "…" if start else ""
    return cut(lead + old[start:], limit), cut(lead + new[start:], limit)


def differences_text(differing: Iterable[Difference]) -> str:
    """What becomes what, attribute by attribute, in one line."""
    parts = []
    for attribute, old, new in differing:
        before, after = contrast(value_text(old) or "none", value_text(new) or "none", VALUE_WIDTH)
        parts.append(f"{attribute.replace('_', ' ')}: {before} → {after}")
    return "; ".join(parts)


def table_text(rows: Rows) -> str:
    """Rows as an aligned plain text table; "" for no rows."""
    names = shown_columns(rows)
    lines = [names, *([_text_cell(row.get(name)) for name in names] for row in rows)]
    widths = [max(map(text_width, column)) for column in zip(*lines, strict=True)]
    right = [any(_is_number(row.get(name)) for row in rows) for name in names]

    def fill(text: str, width: int, to_the_right: bool) -> str:
        space = " " * (width - text_width(text))
        return space + text if to_the_right else text + space

    return "\n".join("  ".join(map(fill, line, widths, right)).rstrip() for line in lines if line)


def _text_cell(value: Any) -> str:
    text = value_text(value)
    # One long word is an id or a path, which is worth nothing when it is cut.
    return cut(text, CELL_WIDTH) if re.search(r"\s", text) else text


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


# -- HTML -------------------------------------------------------------------------------------------------------------


@cache
def stylesheet() -> str:
    """The CSS of every output."""
    return files("schemasync_nb").joinpath("report.css").read_text(encoding="utf-8")


def page(headline: str, body: str) -> str:
    """A whole output: the stylesheet, the headline, and a body that is HTML already."""
    top = f'<p class="headline">{html.escape(one_line(headline))}</p>'
    return f'<style>{stylesheet()}</style>\n<div class="ssnb">\n{top}\n{body}</div>'


def text_html(value: Any) -> str:
    """A plain value, escaped."""
    return html.escape(value_text(value))


def table_html(rows: Rows) -> str:
    """Rows as an HTML table; "" for no rows."""
    names = shown_columns(rows)
    if not names:
        return ""
    cells = [[_cell(name, _breakable(row.get(name)), _is_number(row.get(name))) for name in names] for row in rows]
    return _table(names, [(MARKS.get(row.get("", ""), ""), line) for row, line in zip(rows, cells, strict=True)])


def _breakable(value: Any) -> str:
    """Escaped text in which a long word, such as an id or a path, may go on in the next line."""
    return re.sub(r"(?<=[:._/])(?=\w)", "<wbr>", text_html(value))


def _cell(name: str, content: str, number: bool = False) -> str:
    kind = ' class="mark"' if name == "" else ' class="number"' if number else ""
    return f"<td{kind}>{content}</td>"


def _table(names: Sequence[str], lines: Iterable[tuple[str, Sequence[str]]]) -> str:
    head = "".join(f"<th>{text_html(name)}</th>" for name in names)
    body = "".join(f'<tr class="{kind}">{"".join(cells)}</tr>\n' for kind, cells in lines)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>\n"


def fold(summary: str, body: str, *, unfolded: bool = False) -> str:
    """HTML behind a line, itself HTML, that opens it."""
    return f"<details{' open' if unfolded else ''}><summary>{summary}</summary>{body}</details>"


def list_html(items: Iterable[str]) -> str:
    """Lines as a list; "" for none."""
    lines = "".join(f"<li>{html.escape(one_line(item))}</li>\n" for item in items)
    return f"<ul>\n{lines}</ul>\n" if lines else ""


def code_html(source: str, language: str) -> str:
    """Source text, highlighted: ``language`` is a Pygments name (``python``, ``sql``)."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name

    lines = highlight(visible(source), get_lexer_by_name(language, stripnl=False), HtmlFormatter(nowrap=True))
    return f'<pre class="source">{lines}</pre>\n'


def changes_html(rows: Rows, differences: Iterable[Sequence[Difference]]) -> str:
    """Changes grouped by table, each with what it was and what it will be.

    ``rows`` have the columns "", action, kind, table, name, database, models, hazards and id; ``differences`` says for
    each row which attributes differ (none: the whole object comes or goes).
    """
    lines = (
        (heading(row["kind"], row["table"]), row[""], [_cell(*cell) for cell in _change_cells(row, differing)])
        for row, differing in zip(rows, differences, strict=True)
    )
    return _groups("changes", ["", "change", "difference", "hazards"], lines, len(rows))


def grouped_html(rows: Rows, headings: Iterable[str]) -> str:
    """Rows as one table for each heading, in the order in which they come; folded where there are many."""
    names = shown_columns(rows)
    lines = (
        (title, row.get("", ""), [_cell(name, _breakable(row.get(name)), _is_number(row.get(name))) for name in names])
        for row, title in zip(rows, headings, strict=True)
    )
    return _groups("rows", names, lines, len(rows))


def heading(kind: str, table: str) -> str:
    """Under what a change is grouped: its table, or the schema of a type or sequence."""
    return f"schema {table}" if kind in OF_A_SCHEMA else table


def _groups(kind: str, names: Sequence[str], lines: Iterable[tuple[str, str, list[str]]], number: int) -> str:
    """Lines of (heading, symbol, cells) as tables under headings that say what is in them."""
    grouped: dict[str, list[tuple[str, list[str]]]] = {}
    for title, symbol, cells in lines:
        grouped.setdefault(title, []).append((symbol, cells))
    sections = []
    for title, members in grouped.items():
        counts = Counter(symbol for symbol, _ in members)
        badges = "".join(f' <span class="badge {MARKS[s]}">{s}{counts[s]}</span>' for s in MARKS if counts[s])
        summary = f"<b>{text_html(title)}</b> {count(len(members), 'change')}{badges}"
        table = _table(names, [(MARKS.get(symbol, ""), cells) for symbol, cells in members])
        sections.append(fold(summary, table, unfolded=number < FOLDED_FROM))
    body = "\n".join(sections)
    return f'<div class="groups {kind}">\n{body}\n</div>\n' if sections else ""


def count(number: int, noun: str) -> str:
    """``1 change``, ``2 changes``, ``2 indexes``."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """More than one of it."""
    if noun.endswith(("s", "x")):
        return f"{noun}es"
    return f"{re.sub('(?<![aeiou])y$', 'ie', noun)}s"


def _change_cells(row: Mapping[str, Any], differing: Sequence[Difference]) -> Iterable[tuple[str, str]]:
    yield "", text_html(row[""])
    kind = text_html(row["kind"].replace("_", " "))
    name = f" <b>{text_html(row['name'])}</b>" if row["name"] else ""
    yield "change", f"{text_html(row['action'])} {kind}{name}<br><code>{_breakable(row['id'])}</code>"
    yield "difference", _difference_html(row["database"], row["models"], differing)
    yield "hazards", text_html(row["hazards"])


def _difference_html(before: str | None, after: str | None, differing: Sequence[Difference]) -> str:
    if before is None or after is None:
        tag = "ins" if before is None else "del"
        return _code(value_text(after if before is None else before), tag)
    statements = " → ".join(f"<code>{each}</code>" for each in marked(before, after))
    if not differing:
        return statements
    return "".join(f"<div>{_attribute_html(*each)}</div>" for each in differing) + fold("SQL", statements)


def _attribute_html(attribute: str, old: Any, new: Any) -> str:
    name = f'<span class="attribute">{text_html(attribute.replace("_", " "))}</span>'
    texts = [value_text(value) or "none" for value in (old, new)]
    return f"{name} {' → '.join(f'<code>{each}</code>' for each in marked(*texts))}"


def _code(text: str, tag: str) -> str:
    code = f"<{tag}><code>{html.escape(text)}</code></{tag}>"
    return code if len(text) <= LONG_CODE else fold(f"<code>{html.escape(cut(text, LONG_CODE // 2))}</code>", code)


def marked(old: str, new: str) -> tuple[str, str]:
    """Both texts as HTML, with the words that differ in ``<del>`` and ``<ins>``."""
    before, after = (re.findall(r"\w+|\s+|.", value_text(text)) for text in (old, new))
    if len(before) + len(after) > MARKED_TOKENS:
        steps = [("replace", 0, len(before), 0, len(after))]
    else:
        steps = list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())

    def join(tokens: list[str], tag: str, spans: Iterable[tuple[str, int, int]]) -> str:
        parts = ((step, html.escape("".join(tokens[start:end]))) for step, start, end in spans if end > start)
        return "".join(part if step == "equal" else f"<{tag}>{part}</{tag}>" for step, part in parts)

    return (
        join(before, "del", [(step, a, b) for step, a, b, _, _ in steps]),
        join(after, "ins", [(step, c, d) for step, _, _, c, d in steps]),
    )
