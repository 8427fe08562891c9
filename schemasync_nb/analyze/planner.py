"""From drift to a plan: decide each change, ask the data, let what hangs on an open question wait with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from sqlalchemy import Connection

from schemasync_nb.analyze.cases import Case, Renames, renamed_label
from schemasync_nb.analyze.explain import explain, explain_for_models, safer
from schemasync_nb.analyze.plan import GOES_IN, IGNORED, WAITS, Finding, Item, Plan
from schemasync_nb.analyze.plan import MODELS as TO_MODELS
from schemasync_nb.analyze.preflight import backfill_faults, obstacles, preflight
from schemasync_nb.analyze.questions import question_for
from schemasync_nb.analyze.renames import Candidate, candidates
from schemasync_nb.analyze.settling import Settling
from schemasync_nb.catalog import (
    COLUMN,
    ENUM,
    FOREIGN_KEY,
    OF_A_SCHEMA,
    TABLE,
)
from schemasync_nb.detect.drift import ADD, REMOVE, RENAME, Change, Drift
from schemasync_nb.detect.hazards import labels, with_hazards
from schemasync_nb.detect.pairing import change as make_change
from schemasync_nb.engines.engine import Bench, Engine, Renaming
from schemasync_nb.errors import DecisionError
from schemasync_nb.policy import DATABASE, MODELS, NEED_ALLOWING, Decision, Policy


def make_plan(drift: Drift, engine: Engine, connection: Connection, policy: Policy, *, ask_rows: bool = True) -> Plan:
    """The plan of one pass. Only reads: what it would execute is tried on an empty scratch copy.

    ask_rows  False: for statements that no row here will see
    """
    with engine.bench(connection, drift.database) as bench:
        return _Planner(drift, engine, connection, policy, bench, ask_rows).plan()


class _Planner:
    def __init__(
        self, drift: Drift, engine: Engine, connection: Connection, policy: Policy, bench: Bench | None, ask_rows: bool
    ) -> None:
        self.drift = drift
        self.engine = engine
        self.connection = connection
        self.policy = policy
        self.database = drift.database
        self.bench = bench
        self.ask_rows = ask_rows
        self.candidates = candidates(drift, engine, connection) if ask_rows else {}
        self.renamed_in_models = frozenset(self._renamed_in_models())

    def plan(self) -> Plan:
        renames = self._renames()
        cases = [Case(change, Decision(DATABASE)) for change in renames.changes]
        cases += [self._case(change, renames) for change in self.drift.changes if change.id not in renames.absorbed]
        settling = Settling(self.drift, self.engine, self.policy, self.bench)
        wanted, upgrade, downgrade = settling.settle(cases, renames)
        fills = settling.fills([case for case in cases if case.goes_in])
        items = [self._item(case) for case in cases]
        items += [
            Item(change, self.policy.decision(change.id), IGNORED, "", explain(change), "")
            for change in self.drift.ignored
        ]
        questions = tuple(case.question for case in cases if case.question and not case.goes_in)
        return Plan(
            self.drift,
            tuple(items),
            questions,
            wanted,
            tuple(upgrade),
            tuple(downgrade),
            tuple(renames.renamings),
            tuple((*place, fill.expression, fill.where) for place, fill in fills.items()),
        )

    # what is decided

    def _renames(self) -> Renames:
        found = Renames()
        for change in self.drift.changes:
            old_name = self._rename_from(change)
            if old_name is not None:
                self._rename_of(change, old_name, found)
        return found

    def _rename_from(self, change: Change) -> str | None:
        if change.action != ADD or change.kind not in (TABLE, COLUMN):
            return None
        decision = self.policy.decision(change.id)
        if decision is not None:
            return str(decision.rename_from) if decision.do == DATABASE and decision.rename_from else None
        new = f"{change.table}.{change.name}" if change.kind == COLUMN else change.table
        for old, to in self.policy.renames.items():
            prefix = old.rpartition(".")[0]
            full = to if change.kind == TABLE or "." in to or not prefix else f"{prefix}.{to}"
            if self.database.names(full, new):
                return old
        return None

    def _rename_of(self, added: Change, old_name: str, found: Renames) -> None:
        removed = self._renamed(added, old_name, found.absorbed)
        assert added.new is not None and removed.old is not None
        renaming = Renaming(
            removed.old.table,
            removed.old.name if added.kind == COLUMN else None,
            added.new.name or "" if added.kind == COLUMN else added.new.table,
        )
        found.renamings.append(renaming)
        change = make_change(RENAME, removed.old, added.new)
        found.changes.append(with_hazards(change, self.engine, self.database, self.drift.models))
        found.absorbed |= {removed.id, added.id}
        found.tables |= {self.database.key(removed.table), self.database.key(added.table)}

    def _renamed_in_models(self) -> Iterator[str]:
        """Removals that go with adds: what the models call otherwise, and shall call as the database does."""
        for change in self.drift.changes:
            decision = self.policy.decision(change.id) if change.action == ADD else None
            if decision is not None and decision.do == MODELS and decision.rename_from:
                yield self._renamed(change, decision.rename_from, frozenset()).id

    def _renamed(self, added: Change, old_name: str, absorbed: Collection[str]) -> Change:
        """The removal that is in truth the same object under its old name."""
        key, names = self.database.key, self.database.names
        table, _, column = old_name.rpartition(".")
        removals = [
            c for c in self.drift.changes if c.action == REMOVE and c.kind == added.kind and c.id not in absorbed
        ]
        removals.sort(
            key=lambda c: c.table.rpartition(".")[0] != added.table.rpartition(".")[0]
        )  # its own schema first
        for removed in removals:
            if added.kind == COLUMN and (
                key(removed.table) != key(added.table)
                or key(removed.name) not in (key(column), key(old_name))
                or (table and key(removed.name) != key(old_name) and not names(table, removed.table))
            ):
                continue
            if added.kind == TABLE and not names(old_name, removed.table):
                continue
            return removed
        raise DecisionError(
            f"decision for {added.id}: nothing named {old_name!r} is there to be renamed; "
            "name what the database has and the models do not"
        )

    def _case(self, change: Change, renames: Renames) -> Case:
        key = self.database.key
        decision = Decision(MODELS) if change.id in self.renamed_in_models else self.policy.decision(change.id)
        mentioned = {key(change.table)} | {
            table for entry in (change.old, change.new) if entry is not None for table, _ in entry.uses
        }
        if mentioned & renames.tables:
            return Case(change, decision, reason="it follows in the next pass, after the rename")
        findings = preflight(change, self.drift, self.engine, self.connection) if self.ask_rows else ()
        case = Case(change, decision, findings)
        pairs = self.candidates.get(change.id, [])
        backfill = self._backfill(change, decision)
        stuck = list(findings)
        if change.kind == ENUM and decision is not None and renamed_label(change, decision) is not None:
            stuck = []  # the rows keep their label under its new name
        if findings and backfill is not None and self._fillable(change):
            stuck = list(backfill_faults(change, backfill, self.drift, self.engine, self.connection))
            case.findings = (*findings, *stuck)
        harmless = self._by_default(change, pairs, stuck)
        if decision is None and harmless and self.policy.defaults:
            case.decision = Decision(DATABASE, backfill)
        elif decision is not None and decision.do == DATABASE and backfill and not decision.backfill:
            case.decision = replace(decision, backfill=backfill)
        if case.decision is None:
            case.reason = "it is not decided" if harmless else self._open(change, pairs, stuck)
        elif case.decision.do == MODELS:
            case.reason = ""
        elif case.decision.do == DATABASE:
            case.reason = self._obstacle(change, stuck)
        if case.reason:
            case.question = question_for(change, pairs, stuck, case.reason, self._offer(change))
        return case

    def _offer(self, change: Change) -> str | None:
        """A backfill that would put the rows right as it stands; a person puts the right value in its place."""
        found = obstacles(change, self.drift, self.engine)
        columns = {obstacle.column for obstacle in found}
        column = next(iter(columns), None)
        if len(columns) != 1 or column is None or any(obstacle.repeats for obstacle in found):
            return None
        if change.kind == ENUM and change.new is not None:
            return self.engine.literal(next(iter(labels(change.new)), ""))
        stated = self.drift.models.columns(change.table).get(self.database.key(column))
        if change.kind != COLUMN:
            return None if stated is None or stated.facts["not_null"] else "NULL"
        offered = self._first_parent(change.table, column)
        if offered is None and change.new is not None:
            offered = self.engine.example(change.new, self.drift.models)
        if offered is None:
            return None
        faults = backfill_faults(change, offered, self.drift, self.engine, self.connection)
        return None if faults else offered

    def _first_parent(self, table: str, column: str) -> str | None:
        """A value for a foreign key that has a row to point to."""
        for key in self.drift.models.of(table, FOREIGN_KEY):
            parent, theirs = str(key.facts["parent"]), key.facts["parent_columns"]
            if key.facts["columns"] == (column,) and isinstance(theirs, tuple) and parent in self.database.tables:
                return f"(SELECT min({self.engine.quote(theirs[0])}) FROM {self.engine.quote_table(parent)})"
        return None

    def _backfill(self, change: Change, decision: Decision | None) -> str | None:
        if decision is not None and decision.backfill:
            return decision.backfill
        if change.kind != COLUMN:
            return None
        name = f"{change.table}.{change.name}"
        renamed = self.policy.decision(f"{COLUMN}:{name}:{ADD}")  # the rename said it, under the id of its add
        stated = next((sql for column, sql in self.policy.backfill.items() if self.database.names(column, name)), None)
        return stated or (renamed.backfill if renamed is not None else None)

    def _fillable(self, change: Change) -> bool:
        return all(obstacle.column for obstacle in obstacles(change, self.drift, self.engine))

    def _by_default(self, change: Change, pairs: list[Candidate], stuck: list[Finding]) -> bool:
        """What loses or invents nothing goes to the database; the rest is for a person to say."""
        loses = any(hazard in NEED_ALLOWING for hazard in change.hazards)
        return not (loses or pairs or stuck or self._is_anothers(change))

    def _is_anothers(self, change: Change) -> bool:
        """True for a type in a schema that the models do not use: it may be somebody else's."""
        theirs = change.kind in OF_A_SCHEMA and not self.drift.models.of(change.table)
        return theirs and change.action == REMOVE

    def _open(self, change: Change, pairs: list[Candidate], stuck: list[Finding]) -> str:
        if pairs:
            olds = " or ".join(pair.removed.name or pair.removed.table for pair in pairs)
            return f"it may be {olds} under a new name"
        if stuck:
            return stuck[0].problem
        if self._is_anothers(change):
            return f"schema {change.table} is not the models': somebody must say so"
        return "it deletes data: somebody must say so"

    def _obstacle(self, change: Change, stuck: list[Finding]) -> str:
        forbidden = [h for h in change.hazards if h in NEED_ALLOWING and h not in self.policy.allow]
        if forbidden:
            return f"{forbidden[0]} is not allowed: allow it (--allow {forbidden[0]}) or decide otherwise"
        return stuck[0].problem if stuck else ""

    def _item(self, case: Case) -> Item:
        change, decision = case.change, case.decision
        if decision is not None and decision.do == MODELS and not case.reason:
            return Item(change, decision, TO_MODELS, "", explain_for_models(change, decision.rename_from), "")
        state = GOES_IN if case.goes_in else WAITS
        return Item(change, decision, state, case.reason, explain(change), safer(change), case.findings)
