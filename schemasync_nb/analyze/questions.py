"""The question that a change puts to a person, with its answers ready for the decisions file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from schemasync_nb.analyze.explain import explain
from schemasync_nb.analyze.plan import Finding, Question
from schemasync_nb.analyze.renames import Candidate
from schemasync_nb.catalog import COLUMN, TABLE
from schemasync_nb.detect.drift import REMOVE, Change
from schemasync_nb.policy import DATABASE, IGNORE, MODELS


def question_for(change: Change, pairs: Sequence[Candidate], stuck: Sequence[Finding], reason: str) -> Question:
    """What must be said before the change can go in. Each option is a whole decision object."""
    renames = [{"do": DATABASE, "rename_from": _old_name(pair)} for pair in pairs]
    evidence = [*(line for pair in pairs for line in pair.evidence), *(finding.problem for finding in stuck)]
    options: list[dict[str, Any]] = [*renames, *_to_database(change, stuck), {"do": MODELS}, {"do": IGNORE}]
    return Question(change.id, _words(change, pairs, stuck, reason), tuple(options), tuple(evidence))


def _old_name(pair: Candidate) -> str:
    return pair.removed.name or "" if pair.added.kind == COLUMN else pair.removed.table


def _words(change: Change, pairs: Sequence[Candidate], stuck: Sequence[Finding], reason: str) -> str:
    thing = change.table if change.kind == TABLE else f"{change.table}.{change.name}"
    noun = change.kind.replace("_", " ")
    if pairs:
        olds = " or ".join(_old_name(pair) for pair in pairs)
        return f"Is {noun} {thing} the old {olds} renamed, or new? ({'; '.join(pairs[0].evidence)})"
    if stuck:
        return f"{noun} {thing}: {stuck[0].problem}. What shall become of them?"
    if change.action == REMOVE and change.kind in (TABLE, COLUMN):
        return f"Shall {noun} {thing} be dropped with its data? The models do not know it."
    if reason == "it is not decided":
        return f"{explain(change)} Shall it be done?"
    return f"{noun} {thing}: {reason}. What shall be done?"


def _to_database(change: Change, stuck: Sequence[Finding]) -> list[dict[str, Any]]:
    if not stuck:
        return [{"do": DATABASE}]
    if change.kind != COLUMN and change.kind not in ("foreign_key", "check"):
        return [{"do": DATABASE}]  # after the rows were put right
    return [{"do": DATABASE, "backfill": _example(change)}]


def _example(change: Change) -> str:
    """A backfill that is at least of the right type; a person puts the right value in its place."""
    entry = change.new
    if entry is None or change.kind != COLUMN:
        return "NULL"
    if entry.facts.get("default") is not None:
        return str(entry.facts["default"])
    kind = str(entry.facts["type"]).upper()
    numeric = any(word in kind for word in ("INT", "NUM", "REAL", "FLOA", "DOUB", "DEC", "BOOL"))
    if numeric:
        return "0"
    if "DATETIME" in kind or "TIMESTAMP" in kind:
        return "CURRENT_TIMESTAMP"
    return "CURRENT_DATE" if "DATE" in kind else "''"
