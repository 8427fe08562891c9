"""The changes as a table that is searched, filtered and selected from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd
from itables.typing import JavascriptFunction
from itables.widget import ITable

from schemasync_nb.report import MARKS
from schemasync_nb.show.widget.standing import Standing

COLUMNS = ("", "table", "object", "difference", "state", "decision", "hazards")
FILTERED = [0, 1, 4, 5, 6]
"""Columns whose values are few, so that they are filtered by a list of them."""
PAGE = 12

COLOUR = f"function (cell, symbol) {{ cell.classList.add('mark', ({json.dumps(MARKS)})[symbol]); }}"
# What is not found is let go: a decision shall fall on what is seen
SELECT_FOUND = "function (event, table) { table.rows().deselect(); table.rows({ search: 'applied' }).select(); }"
LAYOUT = {
    "topStart": {
        "buttons": [
            {"text": "Select all found", "action": JavascriptFunction(SELECT_FOUND)},
            {"extend": "selectNone", "text": "Select none"},
        ]
    },
    "topEnd": "search",
    "bottomStart": "info",
    "bottomEnd": "paging",
}  # what is found by search and filters is selected as a whole: so decisions are made for many at once
OPTIONS: dict[str, Any] = {
    "select": "os",
    "layout": LAYOUT,
    "pageLength": PAGE,
    "lengthMenu": [PAGE, 50, 200],
    "classes": "display compact ssnb-changes",
    "style": "table-layout:auto;width:100%;margin:0",
    "text_in_header_can_be_selected": False,
    "columnDefs": [
        {"targets": FILTERED, "columnControl": ["order", ["searchList"]]},
        {"targets": [2, 3], "columnControl": ["order"]},
        {"targets": 0, "createdCell": JavascriptFunction(COLOUR)},
    ],
    "ordering": {"indicators": False},
    "language": {"search": "Search", "emptyTable": "no changes", "info": "_START_ to _END_ of _TOTAL_ changes"},
    "maxBytes": 0,  # every row: a selection counts rows
    # New rows make a new table in the same element: what was searched for and the page are kept there. The selection is
    # not: rows would be selected while there is no table to ask for them.
    "stateSave": True,
    "stateSaveCallback": JavascriptFunction(
        "function (settings, state) { delete state.select; settings.nTable.ssnbState = state; }"
    ),
    "stateLoadCallback": JavascriptFunction("function (settings) { return settings.nTable.ssnbState || null; }"),
    "warn_on_undocumented_option": False,  # the two callbacks are DataTables' own
}


class ChangesTable(ITable):
    """A row for each change; what a person selects is told by ids.

    picked  called with the ids that were selected in the browser
    """

    def __init__(self, picked: Callable[[tuple[str, ...]], None]) -> None:
        self._ids: tuple[str, ...] = ()
        self._frame = _frame(())
        self._picked = picked
        self._showing = True
        super().__init__(self._frame, **OPTIONS)
        self._showing = False
        self.observe(lambda _: self._pick(), "selected_rows")

    def show(self, known: Sequence[Standing], selected: Iterable[str]) -> None:
        """Show these changes and this selection; nobody is told."""
        frame = _frame(known)
        chosen = set(selected)
        self._showing = True
        try:
            with self.hold_sync():
                ids = tuple(standing.change.id for standing in known)
                rows = [at for at, change_id in enumerate(ids) if change_id in chosen]
                if ids != self._ids or not frame.equals(self._frame):
                    self._ids, self._frame = ids, frame
                    self.update(frame, selected_rows=rows, **OPTIONS)  # all of them: it forgets what is not said
                else:
                    self.selected_rows = rows
        finally:
            self._showing = False

    def _pick(self) -> None:
        if not self._showing:
            self._picked(tuple(self._ids[row] for row in self.selected_rows if row < len(self._ids)))


def _frame(known: Sequence[Standing]) -> pd.DataFrame:
    return pd.DataFrame([standing.row() for standing in known], columns=list(COLUMNS), dtype=str)
