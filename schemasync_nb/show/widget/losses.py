"""What destroys data is handed to the loop only after the name of its table was typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from schemasync_nb.analyze.plan import WAITS
from schemasync_nb.policy import DATABASE, NEED_ALLOWING
from schemasync_nb.show.widget.standing import ASKS, CONFIRM, Standing


class Losses:
    """Decisions that wait for a name, and the tables whose names were typed."""

    def __init__(self) -> None:
        self._confirmed: set[str] = set()
        self._held: dict[str, tuple[str, Any]] = {}  # decided as -> table, decision

    @property
    def held(self) -> frozenset[str]:
        """Ids whose decisions wait for a name."""
        return frozenset(self._held)

    def hold(self, key: str, standing: Standing | None, decision: Mapping[str, Any]) -> bool:
        """Whether this decision must wait for a name; one that destroys nothing lets go of an earlier one."""
        self._held.pop(key, None)
        waits = standing is not None and standing.destroys and decision.get("do") == DATABASE
        renames = decision.get("rename_from")
        if standing is None or not waits or renames or standing.change.table in self._confirmed:
            return False
        self._held[key] = (standing.change.table, decision)
        return True

    def typed(self, table: str) -> dict[str, Any]:
        """The decisions that waited for this name; it need not be typed again."""
        self._confirmed.add(table)
        given = {key: decision for key, (of, decision) in self._held.items() if of == table}
        self._held = {key: waiting for key, waiting in self._held.items() if key not in given}
        return given

    def let_go(self) -> None:
        """Forget what waits."""
        self._held.clear()

    def asked(self, known: Iterable[Standing]) -> dict[str, list[Standing]]:
        """Table -> what would be destroyed of it, for each name that is still to be typed."""
        found: dict[str, list[Standing]] = {}
        for standing in known:
            decided = standing.destroys and standing.decision is not None and standing.decision.do == DATABASE
            waits = standing.state == CONFIRM or (decided and standing.state in (WAITS, ASKS))
            if waits and standing.change.table not in self._confirmed:
                found.setdefault(standing.change.table, []).append(standing)
        return found

    def hazards(self, known: Iterable[Standing]) -> tuple[str, ...]:
        """The hazards that may be allowed: of everything decided that has one, the table's name was typed."""
        decided = [s for s in known if s.destroys and s.decision is not None and s.decision.do == DATABASE]
        found = []
        for hazard in NEED_ALLOWING:
            tables = {standing.change.table for standing in decided if hazard in standing.change.hazards}
            if tables and tables <= self._confirmed:
                found.append(hazard)
        return tuple(found)
