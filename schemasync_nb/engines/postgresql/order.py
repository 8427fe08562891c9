"""The order of a migration's acts, from what each of them needs, ends and makes."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemasync_nb.catalog import INDEX, Entry
from schemasync_nb.engines.postgresql.names import spell, split
from schemasync_nb.engines.statement import Statement

Thing = tuple[str, str]
"""What acts are about: (table, column), (table or type, ""), and likewise for constraints, indexes, functions."""

Things = frozenset[Thing]
NOTHING: Things = frozenset()


@dataclass(frozen=True)
class Act:
    """Statements that belong together, and what orders them among the others.

    rank    where it stands when nothing else says so
    leaves  it stops using these as they were: before they end
    ends    these are from here on no longer as they were
    needs   it uses these as they will be: after they are made
    makes   these are from here on as they will be
    frees   names that are free from here on
    takes   names that it gives to something new
    """

    rank: int
    statements: tuple[Statement, ...]
    leaves: Things = NOTHING
    ends: Things = NOTHING
    needs: Things = NOTHING
    makes: Things = NOTHING
    frees: Things = NOTHING
    takes: Things = NOTHING


# Where an act stands among those that nothing orders: what is in the way goes first, what depends comes last.
(SCHEMAS, DROP_CARRIED, TYPES, DROP_KEYS, LOOSEN, CREATE, ADD, FILL, RETYPE, TIGHTEN, SETTLE) = range(11)
(KEYS, FOREIGN_KEYS, INDEXES, CARRIED, DROP_COLUMNS, DROP_TABLES, DROP_TYPES, DROP_SCHEMAS, OUTSIDE) = range(11, 20)


def thing(entry: Entry) -> Thing:
    """What an entry is called where others need it: as in the ``uses`` of an entry."""
    if entry.kind == "column":
        return entry.table, entry.name or ""
    if entry.kind == "table":
        return entry.table, ""
    if entry.kind == "schema":
        return entry.table, ""
    if entry.kind in ("enum", "domain", "sequence"):
        return spell(split(entry.table)[0], entry.name or ""), ""
    if not entry.table:  # a view or a function: its name is spelled whole
        return entry.name or "", ""
    return f"{entry.kind} {entry.table}", entry.name or ""


def relation(entry: Entry) -> Thing:
    """The name that an index or a key takes among the relations of its schema."""
    return f"relation {split(entry.table)[0]}", entry.name or ""


def constraint_name(entry: Entry) -> Thing:
    """The name that a constraint takes on its table."""
    return f"constraint {entry.table}", entry.name or ""


def names(entry: Entry) -> Things:
    """The names that a constraint or an index takes."""
    if entry.kind == INDEX:
        return frozenset({relation(entry)})
    if entry.kind in ("primary_key", "unique", "exclude"):
        return frozenset({relation(entry), constraint_name(entry)})
    return frozenset({constraint_name(entry)})


def ordered(acts: Iterable[Act]) -> list[Statement]:
    """The statements of all acts; of those that nothing orders, the lower rank and the earlier act comes first.

    A circle is left for the engine to refuse: its acts come in the order of their ranks.
    """
    acts = sorted(acts, key=lambda act: act.rank)
    after, waiting = _edges(acts)
    ready = [at for at, count in enumerate(waiting) if not count]
    todo = set(range(len(acts)))
    statements: list[Statement] = []
    while todo:
        at = heapq.heappop(ready) if ready else min(todo)
        if at not in todo:
            continue
        todo.remove(at)
        statements += acts[at].statements
        for later in after[at]:
            waiting[later] -= 1
            if not waiting[later]:
                heapq.heappush(ready, later)
    return statements


def _edges(acts: Sequence[Act]) -> tuple[list[set[int]], list[int]]:
    after: list[set[int]] = [set() for _ in acts]
    for earlier, later in (("leaves", "ends"), ("makes", "needs"), ("frees", "takes")):
        followers: dict[Thing, list[int]] = defaultdict(list)
        for at, act in enumerate(acts):
            for each in getattr(act, later):
                followers[each].append(at)
        for at, act in enumerate(acts):
            for each in getattr(act, earlier):
                after[at].update(follower for follower in followers[each] if follower != at)
    waiting = [0] * len(acts)
    for followers_of in after:
        for at in followers_of:
            waiting[at] += 1
    return after, waiting
