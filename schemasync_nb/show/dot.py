"""The way from a graph to a picture, decided in this one place."""

from __future__ import annotations

import hashlib
import html
import os
import re
import shutil
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import graphviz
from graphviz.backend import dot_command

from schemasync_nb.report import cut, fold, list_html, one_line, page, visible
from schemasync_nb.show.palette import FACES, FONT

OPTION = "SCHEMASYNC_DOT"
"""Environment variable: the program that draws, in place of the one that would be found."""

SMALLEST = 0.65
"""Of its own width, how narrow a picture may become in a page."""
CANNOT_DRAW = (graphviz.ExecutableNotFound, graphviz.CalledProcessError)


class Picture(graphviz.Digraph):  # type: ignore[misc]  # graphviz ships no types
    """A graphviz graph that shows itself as SVG, and as text where nothing on the machine can draw.

    summary  what the picture says, line by line
    """

    summary: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_program()

    def _repr_image_svg_xml(self) -> str:
        return svg(self)

    def _repr_mimebundle_(
        self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None, **_: Any
    ) -> dict[str, Any]:
        text = "\n".join(map(one_line, self.summary))
        try:
            bundle = super()._repr_mimebundle_(include, exclude)
        except CANNOT_DRAW as error:
            text += f"\n(not drawn: {cut(str(error), 160)})\n{visible(self.source)}"
            bundle = {"text/html": page(self._headline, self._listed())}
        bundle["text/plain"] = text
        wanted = set(bundle) if include is None else set(include) | {"text/html"} & set(bundle)
        return {mime: view for mime, view in bundle.items() if mime in wanted - set(exclude or ())}

    def inline(self) -> str:
        """The picture as part of a page, with its tooltips; a list where nothing can draw it."""
        try:
            return f'<div class="ssnb"><div class="picture">{_legible(svg(self))}</div></div>'
        except CANNOT_DRAW:
            return f'<div class="ssnb">{self._listed()}</div>'

    @property
    def _headline(self) -> str:
        return self.summary[0] if self.summary else str(self.name)

    def _listed(self) -> str:
        source = fold("DOT", f'<pre class="source">{html.escape(visible(self.source))}</pre>')
        why = "<p>No program to draw with was found: install Graphviz, or <code>pip install graphviz-pure</code>.</p>\n"
        return list_html(self.summary[1:]) + why + source


def choose_program() -> None:
    """Point the graphviz package at a program that is there: the option, ``dot``, graphviz-pure; else leave it as is.

    What somebody else set there stays.
    """
    asked = os.environ.get(OPTION)
    if asked:
        dot_command.DOT_BINARY = Path(asked)
    elif str(dot_command.DOT_BINARY) == "dot" and not shutil.which("dot"):
        # A kernel that was started by its full path does not have its environment's scripts on PATH.
        pure = shutil.which("graphviz-pure") or shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
        if pure:
            dot_command.DOT_BINARY = Path(pure)


def svg(graph: graphviz.Digraph) -> str:
    """The graph as one ``<svg>`` element, for a file or for a page; raises as ``graph.pipe`` does.

    Ids come from the graph's own text: two pictures in a page share one only where they are the same picture.
    """
    drawn: str = graph.pipe(format="svg", encoding="utf-8", quiet=True)
    element = re.sub(r"<!--.*?-->\n?", "", drawn[drawn.index("<svg") :], flags=re.DOTALL)
    prefix = "ssnb-" + hashlib.sha256(graph.source.encode()).hexdigest()[:10]
    element = element.replace(f'font-family="{FONT}"', f'font-family="{FACES}"')
    return re.sub(r'(<\w+ id=")', rf"\1{prefix}-", element)


def _legible(drawn: str) -> str:
    """A page makes a wide picture narrower, but not so much that nobody can read it: from there on it is scrolled."""
    wide = re.match(r'<svg width="(\d+)pt"', drawn)
    least = f' style="min-width: {int(wide[1]) * SMALLEST:.0f}pt"' if wide else ""
    return drawn.replace("<svg", f"<svg{least}", 1)


def label(text: object) -> str:
    """Text for an HTML-like label: one line, everything visible, nothing of it markup."""
    return html.escape(one_line(str(text))) or "&#160;"


def html_table(rows: str, *, inner: bool = False, **attributes: object) -> str:
    """Rows as a label, or as a table inside of one; without attributes there are no lines and no space."""
    plain = {"BORDER": 0, "CELLBORDER": 0, "CELLSPACING": 0, "CELLPADDING": 0} | attributes
    stated = "".join(f' {name}="{value}"' for name, value in plain.items())
    return f"<TABLE{stated}>{rows}</TABLE>" if inner else f"<<TABLE{stated}>{rows}</TABLE>>"


def font(text: str, color: str, size: int) -> str:
    """Text that is escaped already, in a colour and a size."""
    return f'<FONT COLOR="{color}" POINT-SIZE="{size}">{text}</FONT>'


def tooltip(lines: Iterable[str]) -> str:
    """Lines for a ``tooltip`` attribute: graphviz reads backslashes and entities there, so both are escaped."""
    text: str = graphviz.escape(html.escape("\n".join(map(one_line, lines)), quote=False))
    return text


def node_id(name: str) -> str:
    """A name as a DOT identifier or port: itself where it is plain, else a stable stand-in of plain characters."""
    if re.fullmatch(r"[a-z_][a-z0-9_.]*", name):
        return name
    return "x" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]
