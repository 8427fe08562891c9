"""From decided changes to statements: what cannot join the others waits, until what is left makes a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemasync_nb.analyze.cases import Case, Renames, renamed_label
from schemasync_nb.analyze.compose import compose, dangling
from schemasync_nb.analyze.preflight import obstacles
from schemasync_nb.analyze.questions import question_for, refused_question
from schemasync_nb.catalog import COLUMN, ENUM, OF_A_SCHEMA, TABLE, Catalog, spell
from schemasync_nb.detect.drift import ADD, REMOVE, RENAME, Change, Drift
from schemasync_nb.detect.hazards import labels
from schemasync_nb.engines.engine import Bench, Engine, Fill, Labels, Tried
from schemasync_nb.engines.statement import Statement
from schemasync_nb.errors import MigrationError, Refused
from schemasync_nb.policy import MODELS, Policy


class Settling:
    """Settles which of the decided changes go in together, and by which statements.

    bench  where statements are tried; None: nowhere, so that only what dangles is seen
    """

    def __init__(self, drift: Drift, engine: Engine, policy: Policy, bench: Bench | None) -> None:
        self.drift = drift
        self.engine = engine
        self.policy = policy
        self.bench = bench
        self.database = drift.database

    def settle(self, cases: list[Case], renames: Renames) -> tuple[Catalog, list[Statement], list[Statement]]:
        """Let changes wait until what is left makes a whole: nothing dangles, nothing breaks, the engine accepts it."""
        renamed = self._renamed(renames)
        while True:
            going = [
                case for case in cases if (case.goes_in and case.change.action != RENAME) or self._inner_rename(case)
            ]
            if self._hold_back_lonely(going, renames):
                continue
            wanted = compose(renamed, self.drift.models, (case.change for case in going))
            if self._hold_back_dangling(going, wanted, renamed):
                continue
            try:
                tried, upgrade, downgrade = self._try(going, renamed, renames)
            except MigrationError as error:
                self._hold_back_culprits(going, renamed, renames, error)
                continue
            if tried.broken and self._hold_back_broken(going, tried.broken, renamed):
                continue
            return tried.reached, upgrade, downgrade

    def _renamed(self, renames: Renames) -> Catalog:
        """The catalog between the renames and the other changes, as the engine itself makes it."""
        if not renames.renamings:
            return self.database
        renames.forward, renames.back = self.engine.rename(renames.renamings, self.database)
        if self.bench is None:
            raise Refused("a rename cannot be planned where no scratch database may be made: give --scratch-url")
        return self.bench.there_and_back(renames.forward, renames.back).reached

    def _try(
        self, going: Sequence[Case], renamed: Catalog, renames: Renames
    ) -> tuple[Tried, list[Statement], list[Statement]]:
        """There and back on an empty scratch copy; MigrationError when either way fails."""
        wanted = compose(renamed, self.drift.models, (case.change for case in going))
        upgrade, downgrade = self.engine.migrate(renamed, wanted, self.fills(going), self._labels(going))
        upgrade, downgrade = [*renames.forward, *upgrade], [*downgrade, *renames.back]
        if not upgrade or self.bench is None:
            return Tried(wanted, self.database, {}), upgrade, downgrade
        tried = self.bench.there_and_back(upgrade, downgrade)
        if tried.returned.fingerprint != self.database.fingerprint:
            raise MigrationError("the way back would not restore the schema as it was")
        return tried, upgrade, downgrade

    def _hold_back_lonely(self, going: list[Case], renames: Renames) -> bool:
        """What no transaction may hold follows in a pass of its own, when the rest is done."""
        lonely = [c for c in going if self.engine.runs_alone(self.database, c.change.old, c.change.new)]
        if len(lonely) == len(going) and not renames.renamings:
            return False
        for case in lonely:
            case.reason = "it is made while others write, so it follows in a pass of its own"
        return bool(lonely)

    def _labels(self, going: Sequence[Case]) -> Labels:
        """Labels that are renamed in place: those a person named, and those that no row holds."""
        found: dict[str, dict[str, str]] = {}
        for case in going:
            old, new = case.change.old, case.change.new
            if case.change.kind != ENUM or old is None or new is None or case.decision is None:
                continue
            gone, come = (sorted(set(labels(a)) - set(labels(b))) for a, b in ((old, new), (new, old)))
            renamed = renamed_label(case.change, case.decision)
            in_place = len(gone) == len(come) == 1 and labels(old).index(gone[0]) == labels(new).index(come[0])
            if renamed is None and in_place and not case.findings:
                renamed = gone[0], come[0]
            if renamed is not None:
                found[old.spelled] = dict([renamed])
        return found

    def _inner_rename(self, case: Case) -> bool:
        """Renames of indexes and constraints are composed; those of tables and columns came before."""
        return case.goes_in and case.change.action == RENAME and case.change.kind not in (TABLE, COLUMN)

    def fills(self, going: Sequence[Case]) -> dict[tuple[str, str], Fill]:
        key = self.database.key
        fills: dict[tuple[str, str], Fill] = {}
        for case in going:
            backfill = case.decision.backfill if case.decision else None
            if not backfill:
                continue
            for obstacle in obstacles(case.change, self.drift, self.engine):
                if obstacle.column:
                    place = key(obstacle.table or case.change.table), key(obstacle.column)
                    known = f"{fills[place].where} OR " if place in fills else ""
                    fills[place] = Fill(backfill, f"{known}({obstacle.where})")
            if case.change.kind == COLUMN and case.change.action == ADD:
                fills[key(case.change.table), key(case.change.name)] = Fill(backfill)
        return fills

    def _hold_back_dangling(self, going: list[Case], wanted: Catalog, before: Catalog) -> bool:
        models = self.drift.models
        already = {(e.kind, e.table, e.sql, miss) for e, miss in dangling(before, models).values()}
        held = False
        for entry, miss in dangling(wanted, models, before).values():
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
                    name = f"{entry.table}.{entry.name}" if entry.kind == COLUMN else entry.name or entry.sql
                    case.reason = f"{entry.kind.replace('_', ' ')} {name} still uses {missing}"
                held = held or made_by or takes
        return held

    def _is_settled(self, table: str, column: str) -> bool:
        """True when what would make this table or column was ignored, or is for the models' source."""
        adds = [c for c in (*self.drift.ignored, *self.drift.changes) if c.action == ADD and self._is(c, table, column)]
        decisions = [self.policy.decision(change.id) for change in adds]
        ignored = any(change in self.drift.ignored for change in adds)
        return ignored or any(decision is not None and decision.do == MODELS for decision in decisions)

    def _is(self, change: Change, table: str, column: str) -> bool:
        """True when the change is of this table as a whole, or of this column; or of this type, sequence, schema."""
        key = self.database.key
        if change.kind in OF_A_SCHEMA:
            return (spell(change.table, change.name) if change.name else change.table, "") == (table, column)
        name = key(change.name) if change.kind == COLUMN else ""
        return change.kind in (TABLE, COLUMN) and key(change.table) == table and name in ("", column)

    def _hold_back_broken(self, going: list[Case], broken: Mapping[str, str], before: Catalog) -> bool:
        """A view or trigger that would no longer compile keeps what it mentions as it is."""
        held = False
        for entry in before.carried:
            if entry.name is None or entry.name not in broken:
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

    def _hold_back_culprits(self, going: list[Case], renamed: Catalog, renames: Renames, error: MigrationError) -> None:
        """The changes that cannot join the others wait with the engine's reason.

        Halves are tried first, so that few culprits cost few tries; what fails is tried again when more has gone in,
        because a change may need another one.
        """
        accepted: list[Case] = []
        reasons: dict[str, str] = {}

        def join(some: list[Case]) -> None:
            try:
                self._try([*accepted, *some], renamed, renames)
            except MigrationError as why:
                if len(some) > 1:
                    join(some[: len(some) // 2])
                    join(some[len(some) // 2 :])
                else:
                    reasons[some[0].change.id] = str(why)
            else:
                accepted.extend(some)

        left = going
        while left:
            known = len(accepted)
            join(left)
            left = [case for case in going if case not in accepted]
            if len(accepted) == known:
                break
        if not left:
            raise error
        for case in left:
            case.reason = reasons.get(case.change.id, str(error))
            case.question = refused_question(case.change, case.reason)
