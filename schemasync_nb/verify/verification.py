"""Verification: the target read again after a pass, and the ORM tried on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from schemasync_nb.detect.drift import Drift
from schemasync_nb.guard.gate import Gate
from schemasync_nb.report import Report


@dataclass(frozen=True)
class Verification(Report):
    """What is left after a pass: the residual drift, and whether the ORM works with the database as it now is.

    Its frame is the drift's.
    """

    columns = Drift.columns
    in_text = Drift.in_text

    drift: Drift
    orm: Gate

    @property
    def in_sync(self) -> bool:
        """True when no drift is left."""
        return self.drift.in_sync

    def headline(self) -> str:
        return f"{self.drift.headline()}; ORM check {self.orm.outcome}: {self.orm.detail}"

    def rows(self) -> list[dict[str, Any]]:
        return self.drift.rows()

    def body_html(self) -> str:
        return self.drift.body_html()
