"""Random pairs of schemas: with every decision made and hazard allowed, the loop ends in sync and loses nothing."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from sqlalchemy import create_engine

import schemasync_nb as ss

from .independent import differences, made
from .pairs import Pair, case_of, decision, make_database, metadata_of, pairs
from .rows import held, losses

PATIENT = settings(deadline=None, database=None, print_blob=True, suppress_health_check=list(HealthCheck))
USUAL = settings(PATIENT, max_examples=20, derandomize=True, phases=[Phase.explicit, Phase.generate])
MANY = settings(PATIENT, max_examples=1500)


def converges(pair: Pair, folder: Path) -> None:
    path, models, case = folder / "pair.db", metadata_of(pair.after), case_of(pair)
    make_database(pair, path)
    before = held(path)
    note(f"database: {sorted(before.schema)}")
    assert ss.detect_drift(f"sqlite:///{path}", metadata_of(pair.before)).changes == ()

    decisions: dict[str, dict[str, str]] = {}
    passes, applied, status = 0, 0, "waiting"
    fingerprint = ss.SyncLoop(f"sqlite:///{path}", models).detect().fingerprint
    while status == "waiting":
        policy = ss.Policy(decisions=decisions, allow=["DELETES_DATA", "IRREVERSIBLE"])
        loop = ss.SyncLoop(f"sqlite:///{path}", models, policy=policy, workdir=folder / "work")
        new = {change.id: decision(change.id, pair) for change in loop.detect().changes if change.id not in decisions}
        assert new or not decisions, f"{loop.state.reason}: {loop.questions}"
        decisions |= new
        loop.policy = policy.deciding(decisions)
        state = loop.run()
        status, passes = state.status, passes + len(state.passes)
        applied += sum(1 for each in state.passes if each.applied)
        note(f"{status} {state.reason} {[each.line() for each in state.passes]}")
    assert status == "in_sync", state.reason
    assert passes <= 10

    after = held(path)
    assert losses(before, after, case) == []
    with closing(sqlite3.connect(path)) as have, closing(made(models)) as want:
        assert differences(have, want) == []

    for _ in range(applied):
        ss.SyncLoop(f"sqlite:///{path}", models, workdir=folder / "work").rollback()
    assert ss.SyncLoop(f"sqlite:///{path}", models).detect().fingerprint == fingerprint
    assert losses(before, held(path), case, through=after) == []


def no_phantom(pair: Pair, folder: Path) -> None:
    path = folder / "made.db"
    engine = create_engine(f"sqlite:///{path}")
    metadata_of(pair.after).create_all(engine)
    engine.dispose()
    assert [change.id for change in ss.detect_drift(f"sqlite:///{path}", metadata_of(pair.after)).changes] == []


def check(pair: Pair) -> None:
    with tempfile.TemporaryDirectory() as folder:
        no_phantom(pair, Path(folder))
        converges(pair, Path(folder))


@USUAL
@given(pairs())
def test_random_pairs(pair: Pair) -> None:
    """From one schema to another: at most 10 passes, nothing lost, an independent comparison finds nothing, and the
    way back leads back."""
    check(pair)


@pytest.mark.torture
@MANY
@given(pairs())
def test_many_random_pairs(pair: Pair) -> None:
    """The same, often."""
    check(pair)
