"""The ER diff as a picture whose tables can be clicked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.show.dot import Picture, node_id

MODULE = Path(__file__).with_name("schema_picture.js")


class SchemaPicture(anywidget.AnyWidget):
    """Shows a picture of the schema; a click on a table is told by the table's key, with whether it adds to others.

    drawn   HTML: the picture, or a list where nothing can draw it
    marked  nodes that are framed
    """

    _esm = MODULE.read_text(encoding="utf-8")  # not as a path: that would be watched for edits where it is told to
    drawn = traitlets.Unicode().tag(sync=True)
    marked: traitlets.List[str] = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, picked: Callable[[str, bool], None]) -> None:
        super().__init__()
        self._picked = picked
        self._tables: dict[str, str] = {}
        self.on_msg(self._told)
        self.show(None, None)

    def show(self, picture: Picture | None, drift: Drift | None) -> None:
        """Show the picture of a drift; None: there is none yet."""
        names = {*drift.database.tables, *drift.models.tables} if drift else set()
        self._tables = {node_id(name): name for name in names}
        self.drawn = picture.inline() if picture else '<div class="ssnb">Detect shows the schema.</div>'

    def mark(self, tables: Iterable[str]) -> None:
        """Frame these tables, by their keys."""
        self.marked = sorted(set(map(node_id, tables)))

    def has(self, table: str) -> bool:
        """Whether the picture has a node for the table."""
        return f"<title>{node_id(table)}</title>" in self.drawn

    def _told(self, _: Any, content: dict[str, Any], __: Any) -> None:
        table = self._tables.get(str(content.get("picked")))
        if table is not None:
            self._picked(table, bool(content.get("more")))


def table_of(change: Change, drift: Drift) -> str:
    """The key of the table that a change is about, as the picture knows it: a renamed one by its new name."""
    entry = change.new or change.old
    return drift.database.key(entry.table if entry else change.table)
