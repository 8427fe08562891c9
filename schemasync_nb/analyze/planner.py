"""From drift to a plan: decide each change, ask the data, let what hangs on an open question wait with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from schemasync_nb.analyze.compose import compose, dangling
from schemasync_nb.analyze.explain import explain, safer
from schemasync_nb.analyze.plan import GOES_IN, IGNORED, WAITS, Finding, Item, Plan, Question
from schemasync_nb.analyze.plan import MODELS as TO_MODELS
from schemasync_nb.analyze.preflight import backfill_faults, obstacles, preflight
from schemasync_nb.analyze.questions import example, question_for
from schemasync_nb.analyze.renames import Candidate, candidates
from schemasync_nb.catalog import COLUMN, INDEX, PRIMARY_KEY, TABLE, UNIQUE, Catalog
from schemasync_nb.detect.drift import ADD, REMOVE, RENAME, Change, Drift
from schemasync_nb.detect.hazards import with_hazards
from schemasync_nb.detect.pairing import change as make_change
from schemasync_nb.engines.engine import Engine, Fill, Renaming
from schemasync_nb.engines.statement import Statement
from schemasync_nb.errors import DecisionError, MigrationError
from schemasync_nb.policy import DATABASE, MODELS, NEED_ALLOWING, Decision, Policy

PATCHING = "the models' source must be changed by hand: patching it is not built yet"


def make_plan(drift: Drift, engine: Engine, connection: Connection, policy: Policy) -> Plan:
    """The plan of one pass. Only reads: what it would execute is tried on an empty scratch copy."""
    return _Planner(drift, engine, connection, policy).plan()


@dataclass
class _Case:
    """One change while it is being judged; ``reason`` is set when it must wait."""

    change: Change
    decision: Decision | None
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    question: Question | None = None

    @property
    def goes_in(self) -> bool:
        return not self.reason and self.decision is not None and self.decision.do == DATABASE


@dataclass
class _Renames:
    """The renames that were decided: what is renamed, and the changes that become one."""

    renamings: list[Renaming] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    absorbed: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)


class _Planner:
    def __init__(self, drift: Drift, engine: Engine, connection: Connection, policy: Policy) -> None:
        self.drift = drift
        self.engine = engine
        self.connection = connection
        self.policy = policy
        self.database = drift.database
        self.candidates = candidates(drift, engine, connection)

    def plan(self) -> Plan:
        renames = self._renames()
        cases = [_Case(change, Decision(DATABASE)) for change in renames.changes]
        cases += [self._case(change, renames) for change in self.drift.changes if change.id not in renames.absorbed]
        forward, back, renamed = self._rename(renames)
        wanted, upgrade, downgrade = self._settle(cases, renamed)
        if renames.renamings:
            upgrade, downgrade = [*forward, *upgrade], [*downgrade, *back]
        fills = self._fills([case for case in cases if case.goes_in])
        items = [self._item(case) for case in cases]
        items += [
            Item(change, self.policy.decisions.get(change.id), IGNORED, "", explain(change), "")
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

    def _renames(self) -> _Renames:
        found = _Renames()
        for change in self.drift.changes:
            old_name = self._rename_from(change)
            if old_name is not None:
                self._rename_of(change, old_name, found)
        return found

    def _rename_from(self, change: Change) -> str | None:
        if change.action != ADD or change.kind not in (TABLE, COLUMN):
            return None
        decision = self.policy.decisions.get(change.id)
        if decision is not None:
            return str(decision.rename_from) if decision.do == DATABASE and decision.rename_from else None
        key = self.database.key
        new = key(f"{change.table}.{change.name}" if change.kind == COLUMN else change.table)
        for old, to in self.policy.renames.items():
            prefix = old.rpartition(".")[0]
            full = to if change.kind == TABLE or "." in to or not prefix else f"{prefix}.{to}"
            if key(full) == new:
                return old
        return None

    def _rename_of(self, added: Change, old_name: str, found: _Renames) -> None:
        key = self.database.key
        table, _, column = old_name.rpartition(".")
        wanted = key(column if added.kind == COLUMN else old_name)
        for removed in self.drift.changes:
            if removed.action != REMOVE or removed.kind != added.kind or removed.id in found.absorbed:
                continue
            if added.kind == COLUMN and (
                key(removed.table) != key(added.table)
                or key(removed.name) != wanted
                or (table and key(table) != key(removed.table))
            ):
                continue
            if added.kind == TABLE and key(removed.table) != wanted:
                continue
            assert added.new is not None and removed.old is not None
            renaming = Renaming(
                removed.old.table,
                removed.old.name if added.kind == COLUMN else None,
                added.new.name or "" if added.kind == COLUMN else added.new.table,
            )
            found.renamings.append(renaming)
            found.changes.append(with_hazards(make_change(RENAME, removed.old, added.new), self.engine))
            found.absorbed |= {removed.id, added.id}
            found.tables |= {key(removed.table), key(added.table)}
            return
        raise DecisionError(
            f"decision for {added.id}: nothing named {old_name!r} is there to be renamed; "
            "name what the database has and the models do not"
        )

    def _rename(self, renames: _Renames) -> tuple[list[Statement], list[Statement], Catalog]:
        if not renames.renamings:
            return [], [], self.database
        return self.engine.rename(self.database, renames.renamings)

    def _case(self, change: Change, renames: _Renames) -> _Case:
        key = self.database.key
        decision = self.policy.decisions.get(change.id)
        mentioned = {key(change.table)} | {
            table for entry in (change.old, change.new) if entry is not None for table, _ in entry.uses
        }
        if mentioned & renames.tables:
            return _Case(change, decision, reason="it follows in the next pass, after the rename")
        findings = preflight(change, self.database, self.engine, self.connection)
        case = _Case(change, decision, findings)
        pairs = self.candidates.get(change.id, [])
        backfill = self._backfill(change, decision)
        stuck = list(findings)
        if findings and backfill is not None and self._fillable(change):
            stuck = list(backfill_faults(change, backfill, self.database, self.engine, self.connection))
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
            case.question = question_for(change, pairs, stuck, case.reason, self._offer(change, stuck))
        return case

    def _offer(self, change: Change, stuck: list[Finding]) -> str | None:
        """A backfill that could put the rows right: for one column, where no two rows would get one value that must be
        unique."""
        found = obstacles(change, self.database, self.engine)
        columns = {obstacle.column for obstacle in found}
        column = next(iter(columns), None)
        if len(columns) != 1 or column is None or any(obstacle.repeats for obstacle in found):
            return None
        stated = self.drift.models.columns(change.table).get(self.database.key(column))
        if change.kind != COLUMN:
            return None if stated is None or stated.facts["not_null"] else "NULL"
        keys = self.drift.models.of(change.table, UNIQUE, PRIMARY_KEY, INDEX)
        alone = any(k.facts["columns"] == (self.engine.quote(column),) and k.facts.get("unique", True) for k in keys)
        return None if alone and sum(finding.count for finding in stuck) > 1 else example(change)

    def _backfill(self, change: Change, decision: Decision | None) -> str | None:
        if decision is not None and decision.backfill:
            return decision.backfill
        key = self.database.key
        if change.kind != COLUMN:
            return None
        name = f"{change.table}.{change.name}"
        renamed = self.policy.decisions.get(f"{COLUMN}:{name}:{ADD}")  # the rename said it, under the id of its add
        stated = {key(column): sql for column, sql in self.policy.backfill.items()}
        return stated.get(key(name)) or (renamed.backfill if renamed is not None else None)

    def _fillable(self, change: Change) -> bool:
        return all(obstacle.column for obstacle in obstacles(change, self.database, self.engine))

    def _by_default(self, change: Change, pairs: list[Candidate], stuck: list[Finding]) -> bool:
        """What loses or invents nothing goes to the database; the rest is for a person to say."""
        loses = any(hazard in NEED_ALLOWING for hazard in change.hazards)
        return not (loses or pairs or stuck)

    def _open(self, change: Change, pairs: list[Candidate], stuck: list[Finding]) -> str:
        if pairs:
            olds = " or ".join(pair.removed.name or pair.removed.table for pair in pairs)
            return f"it may be {olds} under a new name"
        if stuck:
            return stuck[0].problem
        return "it deletes data: somebody must say so"

    def _obstacle(self, change: Change, stuck: list[Finding]) -> str:
        forbidden = [h for h in change.hazards if h in NEED_ALLOWING and h not in self.policy.allow]
        if forbidden:
            return f"{forbidden[0]} is not allowed: allow it (--allow {forbidden[0]}) or decide otherwise"
        return stuck[0].problem if stuck else ""

    # what follows from it

    def _settle(self, cases: list[_Case], renamed: Catalog) -> tuple[Catalog, list[Statement], list[Statement]]:
        """Let changes wait until what is left makes a whole: nothing dangles, nothing breaks, SQLite accepts it."""
        while True:
            going = [
                case for case in cases if (case.goes_in and case.change.action != RENAME) or self._inner_rename(case)
            ]
            wanted = compose(renamed, self.drift.models, (case.change for case in going))
            if self._hold_back_dangling(going, wanted, renamed):
                continue
            upgrade, downgrade = self.engine.migrate(renamed, wanted, self._fills(going))
            try:
                reached, broken = self._try(renamed, upgrade, downgrade)
            except MigrationError as error:
                self._hold_back_culprits(going, renamed, error)
                continue
            if broken and self._hold_back_broken(going, broken, renamed):
                continue
            return reached, upgrade, downgrade

    def _try(
        self, start: Catalog, upgrade: list[Statement], downgrade: list[Statement]
    ) -> tuple[Catalog, dict[str, str]]:
        """There and back on an empty scratch copy; MigrationError when either way fails."""
        reached, broken = self.engine.dry_run(start, upgrade)
        returned, _ = self.engine.dry_run(reached, downgrade)
        if returned.fingerprint != start.fingerprint:
            raise MigrationError("the way back would not restore the schema as it was")
        return reached, broken

    def _inner_rename(self, case: _Case) -> bool:
        """Renames of indexes and constraints are composed; those of tables and columns came before."""
        return case.goes_in and case.change.action == RENAME and case.change.kind not in (TABLE, COLUMN)

    def _fills(self, going: list[_Case]) -> dict[tuple[str, str], Fill]:
        key = self.database.key
        fills: dict[tuple[str, str], Fill] = {}
        for case in going:
            backfill = case.decision.backfill if case.decision else None
            if not backfill:
                continue
            for obstacle in obstacles(case.change, self.database, self.engine):
                if obstacle.column:
                    place = key(case.change.table), key(obstacle.column)
                    known = f"{fills[place].where} OR " if place in fills else ""
                    fills[place] = Fill(backfill, f"{known}({obstacle.where})")
            if case.change.kind == COLUMN and case.change.action == ADD:
                fills[key(case.change.table), key(case.change.name)] = Fill(backfill)
        return fills

    def _hold_back_dangling(self, going: list[_Case], wanted: Catalog, before: Catalog) -> bool:
        already = {(e.kind, e.table, e.sql, miss) for e, miss in dangling(before).values()}
        held = False
        for entry, miss in dangling(wanted).values():
            if (entry.kind, entry.table, entry.sql, miss) in already:
                continue
            table, column = miss
            missing = f"{table}.{column}" if column else table
            for case in going:
                change = case.change
                made_by = change.new is entry or (
                    change.kind == TABLE and change.action == ADD and entry in self.drift.models.of(change.table)
                )
                takes = change.action == REMOVE and self._is(change, table, column)
                if made_by and self._is_settled(table, column):
                    case.reason = f"it needs {missing}, which does not come into the database"
                    case.question = question_for(change, [], [], case.reason)
                elif made_by:
                    case.reason = f"it needs {missing}, which is not decided"
                elif takes:
                    case.reason = f"{entry.kind.replace('_', ' ')} {entry.name or entry.sql} still uses {missing}"
                held = held or made_by or takes
        return held

    def _is_settled(self, table: str, column: str) -> bool:
        """True when what would make this table or column was ignored, or is for the models' source."""
        adds = [c for c in (*self.drift.ignored, *self.drift.changes) if c.action == ADD and self._is(c, table, column)]
        decisions = [self.policy.decisions.get(change.id) for change in adds]
        ignored = any(change in self.drift.ignored for change in adds)
        return ignored or any(decision is not None and decision.do == MODELS for decision in decisions)

    def _is(self, change: Change, table: str, column: str) -> bool:
        """True when the change is of this table as a whole, or of this column."""
        key = self.database.key
        name = key(change.name) if change.kind == COLUMN else ""
        return change.kind in (TABLE, COLUMN) and key(change.table) == table and name in ("", column)

    def _hold_back_broken(self, going: list[_Case], broken: dict[str, str], before: Catalog) -> bool:
        """A view or trigger that would no longer compile keeps what it mentions as it is."""
        held = False
        for entry in before.carried:
            if entry.name not in broken:
                continue
            names = {name for name, _ in entry.uses}
            touching = [c for c in going if self._touches(c.change, names)] or going
            for case in touching:
                case.reason = f"{entry.kind} {entry.name} would break: {broken[entry.name]}; change it first"
                held = True
        return held

    def _touches(self, change: Change, names: set[str]) -> bool:
        if change.action == ADD or change.kind not in (TABLE, COLUMN):
            return False
        return self.database.key(change.name if change.kind == COLUMN else change.table) in names

    def _hold_back_culprits(self, going: list[_Case], start: Catalog, error: MigrationError) -> None:
        """The changes that fail by themselves wait with the engine's reason; when none does, all of them."""
        if not going:
            raise error
        reasons: dict[str, str] = {}
        for case in going:
            wanted = compose(start, self.drift.models, [case.change])
            try:
                self._try(start, *self.engine.migrate(start, wanted, self._fills([case])))
            except MigrationError as alone:
                reasons[case.change.id] = str(alone)
        for case in going:
            if not reasons or case.change.id in reasons:
                case.reason = reasons.get(case.change.id, str(error))

    def _item(self, case: _Case) -> Item:
        state = GOES_IN if case.goes_in else WAITS
        reason = case.reason
        if case.decision is not None and case.decision.do == MODELS and not reason:
            state, reason = TO_MODELS, PATCHING
        return Item(case.change, case.decision, state, reason, explain(case.change), safer(case.change), case.findings)
