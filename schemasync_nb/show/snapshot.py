"""What the audit log keeps of a pass, as compact JSON: how it went, its drift, and the schema that a picture shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from schemasync_nb.catalog import COLUMN, DOMAIN, PRIMARY_KEY, TABLE, Catalog, Entry, Fact
from schemasync_nb.detect.drift import Change, Drift
from schemasync_nb.guard.gate import Gate
from schemasync_nb.loop import EXHAUSTED, RUNNING, WAYS_OUT, LoopState, Pass
from schemasync_nb.report import count
from schemasync_nb.show.selection import select

USERS = (COLUMN, DOMAIN, PRIMARY_KEY)
"""Kinds of object of which a picture shows what they use."""
FACTS = ("found", "applied", "remaining", "status", "reason", "revision", "backup", "seconds")
"""What of a Pass is told as it is."""


def snapshot(drift: Drift) -> dict[str, Any]:
    """The drift for JSON: its changes whole, what does not change where the picture shows its table, else table names.

    ``restored`` makes a drift of it that has the same rows and the same picture.
    """
    key = drift.database.key
    seen = {name for box in select(drift).shown.values() for name in box.own.keys}
    old = {change.old for change in drift.changes if change.old}
    kept = [e for e in drift.database.entries if e in old or e.kind == TABLE or key(e.table) in seen]
    position = {entry: at for at, entry in enumerate(kept)}
    return {
        "changes": [
            {
                **_named(change),
                "hazards": list(change.hazards),
                "old": position[change.old] if change.old else None,
                "new": _told(change.new) if change.new else None,
            }
            for change in drift.changes
        ],
        "ignored": [_named(change) for change in drift.ignored],
        "database": [_told(entry, whole=entry in old) for entry in kept],
        "models": [
            _told(part, whole=False)
            for change in drift.changes
            if change.new and not change.old and change.kind == TABLE and key(change.new.table) in seen
            for part in drift.models.of(change.new.table)
            if part.kind != TABLE
        ],
        "not_compared": dict(drift.database.not_compared),
        "engine": drift.database.engine,
        "folds": drift.database.folds,
        "where": drift.where,
        "exact": drift.exact,
        "notes": list(drift.notes),
    }


def restored(told: Mapping[str, Any]) -> Drift:
    """The drift that a snapshot tells; its catalogs hold what the picture shows, and no more."""
    entries = [_entry(each) for each in told["database"]]
    changes = tuple(_change(each, entries) for each in told["changes"])
    stated = [*(change.new for change in changes if change.new), *map(_entry, told["models"])]
    return Drift(
        changes,
        Catalog(told["engine"], tuple(entries), not_compared=told["not_compared"], folds=told["folds"]),
        Catalog(told["engine"], tuple(stated), folds=told["folds"]),
        told["where"],
        tuple(_change(each, entries) for each in told["ignored"]),
        exact=told["exact"],
        notes=tuple(told["notes"]),
    )


def _named(change: Change) -> dict[str, Any]:
    return {name: getattr(change, name) for name in ("id", "kind", "action", "table", "name")}


def _change(told: Mapping[str, Any], entries: list[Entry]) -> Change:
    facts = {**told, "hazards": tuple(told.get("hazards", ()))}
    old, new = told.get("old"), told.get("new")
    return Change(**{**facts, "old": None if old is None else entries[old], "new": _entry(new) if new else None})


def _told(entry: Entry, *, whole: bool = True) -> list[Any]:
    facts = {name: value for name, value in entry.facts.items() if whole or value}
    uses = sorted(entry.uses) if entry.kind in USERS else []
    return [entry.kind, entry.table, entry.name, facts, entry.sql if whole else "", uses]


def _entry(told: list[Any]) -> Entry:
    kind, table, name, facts, sql, uses = told
    stated: dict[str, Fact] = {
        attribute: tuple(value) if isinstance(value, list) else value for attribute, value in facts.items()
    }
    return Entry(kind, table, name, stated, sql, frozenset((of, column) for of, column in uses))


def told_pass(state: LoopState, drift: Drift) -> dict[str, Any]:
    """What the audit log keeps of the latest pass: how it went, and the drift that it began with.

    ``moments`` makes states and drifts of such entries.
    """
    ended = state.passes[-1]
    return {
        "pass": ended.iteration,
        "max_iterations": state.max_iterations,
        "environment": state.environment,
        "going_in": state.going_in,
        **{name: getattr(ended, name) for name in FACTS},
        "by_kind": dict(ended.by_kind),
        "gates": [[gate.name, gate.outcome, gate.detail, gate.seconds] for gate in ended.gates],
        "outcome": ended.line(),
        "drift": snapshot(drift),
    }


@dataclass(frozen=True)
class Moment:
    """The end of a pass, as it was then.

    state  of the loop
    drift  with which the pass began
    at     when it ended, ISO 8601 in UTC; "" for what was not logged
    """

    state: LoopState
    drift: Drift
    at: str = ""


def runs(entries: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Entries of passes, run by run: each run begins with pass 1."""
    found: list[list[Mapping[str, Any]]] = []
    for entry in entries:
        if entry["pass"] == 1 or not found:
            found.append([])
        found[-1].append(entry)
    return found


def moments(entries: Iterable[Mapping[str, Any]], database: str) -> list[Moment]:
    """The passes of one run as they ended, oldest first; ``database`` as it is shown."""
    found: list[Moment] = []
    passes: tuple[Pass, ...] = ()
    for entry in entries:
        gates = tuple(Gate(*gate) for gate in entry["gates"])
        passes += (Pass(entry["pass"], by_kind=entry["by_kind"], gates=gates, **{name: entry[name] for name in FACTS}),)
        most = entry["max_iterations"]
        status, reason = entry["status"], entry["reason"]
        if status not in WAYS_OUT and entry["pass"] == most:
            status, reason = EXHAUSTED, f"drift is left after {count(most, 'pass')}"
        elif status not in WAYS_OUT:
            status = RUNNING
        state = LoopState(
            database,
            entry["environment"],
            most,
            passes,
            status=status,
            reason=reason,
            gates=gates,
            going_in=entry["going_in"],
        )
        found.append(Moment(state, restored(entry["drift"]), entry.get("at", "")))
    return found
