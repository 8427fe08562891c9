"""Likely renames: an object that goes and one that comes may be one object under another name. Asked, never assumed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from schemasync_nb.catalog import COLUMN, TABLE
from schemasync_nb.database import ask, failing_alone
from schemasync_nb.detect.drift import ADD, REMOVE, Change, Drift
from schemasync_nb.engines.engine import Engine
from schemasync_nb.report import count


@dataclass(frozen=True)
class Candidate:
    """A remove and an add that may be one rename.

    likeness  0 to 1: the better of two candidates is asked first
    evidence  what speaks for it, in words
    """

    removed: Change
    added: Change
    likeness: float
    evidence: tuple[str, ...]


def candidates(drift: Drift, engine: Engine, connection: Connection | None = None) -> dict[str, list[Candidate]]:
    """Likely renames by the id of the add, the likeliest first. With a connection the values are looked at too."""
    found: dict[str, list[Candidate]] = {}
    for added in drift.changes:
        if added.action != ADD or added.kind not in (TABLE, COLUMN):
            continue
        removed = [c for c in drift.changes if c.action == REMOVE and c.kind == added.kind]
        judge = _tables if added.kind == TABLE else _columns
        pairs = [pair for other in removed if (pair := judge(drift, engine, other, added))]
        if connection is not None:
            pairs = [_with_values(engine, connection, pair) for pair in pairs]
        if pairs:
            found[added.id] = sorted(pairs, key=lambda pair: (-pair.likeness, pair.removed.id))
    return found


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a.lower(), b.lower()).ratio()


def _columns(drift: Drift, engine: Engine, removed: Change, added: Change) -> Candidate | None:
    old, new = removed.old, added.new
    assert old is not None and new is not None
    same_table = drift.database.key(removed.table) == drift.database.key(added.table)
    if not same_table or not engine.compatible(old, new) or new.facts.get("generated") != old.facts.get("generated"):
        return None
    evidence = [f"both are {new.facts['type']}"] if old.facts["type"] == new.facts["type"] else []
    names = _likeness(old.name or "", new.name or "")
    if names >= 0.5:
        evidence.append("the names are alike")
    before, after = list(drift.database.columns(old.table)), list(drift.models.columns(new.table))
    at, to = before.index(drift.database.key(old.name)), after.index(drift.models.key(new.name))
    neighbours = set(before[max(at - 1, 0) : at] + before[at + 1 : at + 2]) & set(
        after[max(to - 1, 0) : to] + after[to + 1 : to + 2]
    )
    if neighbours:
        evidence.append(f"both stand next to {', '.join(sorted(neighbours))}")
    if old.facts.get("not_null") == new.facts.get("not_null"):
        evidence.append("both allow NULL" if not new.facts.get("not_null") else "neither allows NULL")
    score = 0.4 * (old.facts["type"] == new.facts["type"]) + 0.4 * names + 0.2 * bool(neighbours)
    return Candidate(removed, added, round(score, 3), tuple(evidence))


def _tables(drift: Drift, engine: Engine, removed: Change, added: Change) -> Candidate | None:
    before, after = set(drift.database.columns(removed.table)), set(drift.models.columns(added.table))
    shared = len(before & after) / max(len(before | after), 1)
    names = _likeness(removed.table, added.table)
    if shared < 0.5:
        return None
    evidence = [f"{len(before & after)} of {count(len(before | after), 'column')} in common"]
    if names >= 0.5:
        evidence.append("the names are alike")
    return Candidate(removed, added, round(0.7 * shared + 0.3 * names, 3), tuple(evidence))


def _with_values(engine: Engine, connection: Connection, pair: Candidate) -> Candidate:
    """Add what the rows say: an object without values has nothing to bring along."""
    table = engine.quote_table(pair.removed.table)
    what = engine.quote(pair.removed.name or "") if pair.removed.kind == COLUMN else "*"
    try:
        with failing_alone(connection):
            held = ask(connection, f"SELECT count({what}) FROM {table}").scalar_one()
            sample: Iterable[object] = ()
            if pair.removed.kind == COLUMN:
                rows = ask(connection, f"SELECT DISTINCT {what} FROM {table} WHERE {what} IS NOT NULL LIMIT 3")
                sample = [row[0] for row in rows]
    except SQLAlchemyError:
        return pair  # evidence only: without it the question is still asked
    holds = count(held, "value" if pair.removed.kind == COLUMN else "row")
    shown = f", such as {', '.join(_short(value) for value in sample)}" if sample else ""
    evidence = (*pair.evidence, f"{pair.removed.name or pair.removed.table} holds {holds}{shown}")
    return Candidate(pair.removed, pair.added, pair.likeness, evidence)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 30 else text[:27] + "..."
