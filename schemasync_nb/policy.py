"""What a person decided beforehand: which side is right for each change, what is allowed, what is left alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

from schemasync_nb.arguments import by_text, require, texts, unfit
from schemasync_nb.errors import DecisionError

DATABASE, MODELS, IGNORE = "database", "models", "ignore"
SIDES = (DATABASE, MODELS, IGNORE)
ROWS, SCHEMA_ALONE = "rows", "schema"

HAZARDS = {
    "DELETES_DATA": "rows or values are gone afterwards",
    "IRREVERSIBLE": "the way back does not bring everything back",
    "DATA_DEPENDENT": "it fails where a row is in the way",
    "REWRITES_TABLE": "every row is copied",
    "BLOCKS_READS": "readers wait while it runs",
    "BLOCKS_WRITES": "writers wait while it runs",
    "BREAKS_OLD_CODE": "programs written for the old schema fail",
    "NOT_TRANSACTIONAL": "it cannot be rolled back as a whole",
}
NEED_ALLOWING = ("DELETES_DATA", "IRREVERSIBLE")

TAKES = {
    "decisions": 'a mapping such as {"column:orders.note:remove": "database"}',
    "allow": f"a list of hazards, such as {list(NEED_ALLOWING[:1])}",
    "backfill": """a mapping of columns to SQL, such as {"orders.note": "''"}""",
    "renames": 'a mapping of old names to new ones, such as {"orders.note": "orders.remark"}',
    "ignore": 'a list of patterns of change ids, such as ["table:tmp_*"]',
    "schemas": 'a list of names, such as ["public"], or None for all',
    "defaults": "True or False",
    "large_table": "a whole number of rows, such as 1_000_000",
}


@dataclass(frozen=True)
class Decision:
    """What to do with one change: migrate the database, patch the models' source, or leave it.

    backfill     an SQL expression for the rows that are in the way (NULL under NOT NULL, orphans ...)
    rename_from  the old name, where an add is in truth a rename
    """

    do: str
    backfill: str | None = None
    rename_from: str | None = None

    def to_json(self) -> dict[str, str]:
        """The decision as it stands in a decisions file; keys that are not set are left out."""
        stated = {"do": self.do, "backfill": self.backfill, "rename_from": self.rename_from}
        return {key: value for key, value in stated.items() if value is not None}

    @classmethod
    def from_json(cls, change_id: str, value: Any) -> Decision:
        """Read one decision object; DecisionError names the change and what is wrong with it."""
        if isinstance(value, Decision):
            value = value.to_json()
        if isinstance(value, str):
            value = {"do": value}
        if not isinstance(value, Mapping):
            raise DecisionError(f'decision for {change_id}: an object such as {{"do": "database"}} is expected')
        if value.get("do") not in SIDES:
            raise DecisionError(f'decision for {change_id}: "do" is {value.get("do")!r}; use one of {", ".join(SIDES)}')
        texts = {key: value.get(key) for key in ("backfill", "rename_from")}
        for key, text in texts.items():
            if text is not None and not (isinstance(text, str) and text.strip()):
                raise DecisionError(f'decision for {change_id}: "{key}" must be a non-empty string')
        return cls(value["do"], **texts)


def read_decisions(path: str | Path) -> dict[str, Decision]:
    """Read a decisions file: a JSON object of change id -> decision. DecisionError names the file and the fault."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"decisions file {path}: {getattr(error, 'strerror', None) or error}") from error
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise DecisionError(f"decisions file {path}: not JSON: {error.msg} at line {error.lineno}") from error
    if not isinstance(found, dict):
        raise DecisionError(f'decisions file {path}: an object {{"change id": {{"do": ...}}}} is expected')
    try:
        return {change_id: Decision.from_json(change_id, value) for change_id, value in found.items()}
    except DecisionError as error:
        raise DecisionError(f"decisions file {path}: {error}") from None


@dataclass(frozen=True)
class Policy:
    """What holds for a whole loop.

    decisions  change id, or a pattern of ids, -> Decision, or the object that stands for one in a decisions file
    allow      hazards that may go in: DELETES_DATA, IRREVERSIBLE
    backfill   "table.column" -> SQL expression for the rows that are in the way of a change of that column
    renames    "old" -> "new", each a table or table.column
    ignore     patterns of change ids that are left alone: ``table:tmp_*``, ``index:*``
    schemas    the schemas to compare; None is all that are not the system's
    defaults   what loses or invents nothing goes to the database unasked; False: nothing does
    large_table  rows from which a table is treated gently, where the engine can: constraints are validated in a
               transaction of their own, indexes built while others write
    rehearse   "rows": on the restored backup; "schema": on its schema alone, where the rows are too many to restore
    """

    decisions: Mapping[str, Any] = field(default_factory=dict)
    allow: Iterable[str] = ()
    backfill: Mapping[str, str] = field(default_factory=dict)
    renames: Mapping[str, str] = field(default_factory=dict)
    ignore: Iterable[str] = ()
    schemas: Iterable[str] | None = None
    defaults: bool = True
    large_table: int = 1_000_000
    rehearse: str = ROWS

    def __post_init__(self) -> None:
        stated = by_text("decisions", self.decisions, TAKES["decisions"]).items()
        object.__setattr__(self, "decisions", {key: Decision.from_json(key, value) for key, value in stated})
        for name in ("backfill", "renames"):
            for key, text in by_text(name, getattr(self, name), TAKES[name]).items():
                if name == "backfill" and "." not in key:
                    raise unfit(f"a key of {name}", key, TAKES[name])
                if not (isinstance(text, str) and text.strip()):
                    raise unfit(f"{name} of {key!r}", text, TAKES[name])
        for name in ("allow", "ignore", "schemas"):
            if name != "schemas" or self.schemas is not None:
                object.__setattr__(self, name, texts(name, getattr(self, name), TAKES[name]))
        if self.schemas == ():  # comparing nothing would look like no drift
            raise DecisionError(f"schemas is an empty list: give {TAKES['schemas']}")
        require("defaults", self.defaults, bool, TAKES["defaults"])
        require("large_table", self.large_table, int, TAKES["large_table"])
        unknown = [hazard for hazard in self.allow if hazard not in HAZARDS]
        if unknown:
            raise DecisionError(f"allow: {unknown[0]!r} is no hazard; known are {', '.join(HAZARDS)}")
        if self.rehearse not in (ROWS, SCHEMA_ALONE):
            raise DecisionError(f"rehearse: {self.rehearse!r} is neither {ROWS!r} nor {SCHEMA_ALONE!r}")

    def decision(self, change_id: str) -> Decision | None:
        """What is decided for a change: under its own id, else under the first pattern that fits it."""
        stated = self.decisions.get(change_id)
        if stated is None:
            stated = next((said for pattern, said in self._patterns.items() if fnmatchcase(change_id, pattern)), None)
        return stated

    @cached_property
    def _patterns(self) -> Mapping[str, Decision]:
        return {key: said for key, said in self.decisions.items() if any(sign in key for sign in "*?[")}

    def ignores(self, change_id: str) -> bool:
        """True when a decision or a pattern says to leave this change alone."""
        decision = self.decision(change_id)
        if decision is not None:
            return bool(decision.do == IGNORE)
        return any(fnmatchcase(change_id, pattern) or fnmatchcase(change_id, f"{pattern}:*") for pattern in self.ignore)

    def deciding(self, decisions: Mapping[str, Any]) -> Policy:
        """The same policy with more decisions; the later word holds."""
        return replace(self, decisions={**self.decisions, **by_text("decisions", decisions, TAKES["decisions"])})

    def to_json(self) -> dict[str, Any]:
        """The policy as it stands in a saved plan."""
        return {
            "decisions": {change_id: decision.to_json() for change_id, decision in self.decisions.items()},
            "allow": list(self.allow),
            "backfill": dict(self.backfill),
            "renames": dict(self.renames),
            "ignore": list(self.ignore),
            "schemas": list(self.schemas) if self.schemas is not None else None,
            "defaults": self.defaults,
            "large_table": self.large_table,
            "rehearse": self.rehearse,
        }
