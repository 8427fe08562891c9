"""The question that a change puts to a person, with its answers ready for the decisions file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from schemasync_nb.analyze.explain import explain
from schemasync_nb.analyze.plan import Finding, Question
from schemasync_nb.analyze.renames import Candidate
from schemasync_nb.catalog import COLUMN, PRIMARY_KEY, TABLE
from schemasync_nb.detect.drift import REMOVE, Change
from schemasync_nb.policy import DATABASE, IGNORE, MODELS


def question_for(
    change: Change, pairs: Sequence[Candidate], stuck: Sequence[Finding], reason: str, backfill: str | None = None
) -> Question:
    """What must be said before the change can go in. Each option is a whole decision object that can go in as it is.

    backfill  an expression that would put the rows right; None where only a person can
    """
    renames = [{"do": DATABASE, "rename_from": _old_name(pair)} for pair in pairs]
    evidence = [*(line for pair in pairs for line in pair.evidence), *(finding.problem for finding in stuck)]
    options: list[dict[str, Any]] = [*renames, *_to_database(stuck, backfill), {"do": MODELS}, {"do": IGNORE}]
    return Question(change.id, _words(change, pairs, stuck, reason, backfill), tuple(options), tuple(evidence))


def refused_question(change: Change, reason: str) -> Question:
    """What is left to say of a change that the engine does not accept as it stands."""
    return Question(change.id, _words(change, [], [], reason, None), ({"do": MODELS}, {"do": IGNORE}))


def _old_name(pair: Candidate) -> str:
    return pair.removed.name or "" if pair.added.kind == COLUMN else pair.removed.table


def _words(
    change: Change, pairs: Sequence[Candidate], stuck: Sequence[Finding], reason: str, backfill: str | None
) -> str:
    thing = change.table if change.kind in (TABLE, PRIMARY_KEY) else f"{change.table}.{change.name}"
    noun = change.kind.replace("_", " ")
    if pairs:
        olds = " or ".join(_old_name(pair) for pair in pairs)
        return f"Is {noun} {thing} the old {olds} renamed, or new? ({'; '.join(pairs[0].evidence)})"
    if stuck:
        way_on = "Which value shall they get?" if backfill else "Put them right, and it goes in; or shall it be left?"
        return f"{noun} {thing}: {stuck[0].problem}. {way_on}"
    if change.action == REMOVE and change.kind in (TABLE, COLUMN):
        return f"Shall {noun} {thing} be dropped with its data? The models do not know it."
    if reason == "it is not decided":
        return f"{explain(change)} Shall it be done?"
    return f"{noun} {thing}: {reason}. What shall be done?"


def _to_database(stuck: Sequence[Finding], backfill: str | None) -> list[dict[str, Any]]:
    if stuck:
        return [{"do": DATABASE, "backfill": backfill}] if backfill else []
    return [{"do": DATABASE}]
