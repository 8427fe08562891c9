"""What holds for every random pair on every engine: with every decision made and every hazard allowed, the loop ends
in sync and loses nothing; with some decisions, what waits is asked and holds nothing else up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, note, settings
from sqlalchemy import MetaData

import schemasync_nb as ss

from .cases import Case
from .homes import Home
from .pairs import Pair, Palette, case_of, decision

PATIENT = settings(deadline=None, database=None, print_blob=True, suppress_health_check=list(HealthCheck))
USUAL = settings(PATIENT, max_examples=20, derandomize=True, phases=[Phase.explicit, Phase.generate])
MANY = settings(PATIENT, max_examples=1500)


def loop_of(url: str, models: MetaData, folder: Path, decisions: Mapping[str, Any], allow: list[str]) -> ss.SyncLoop:
    policy = ss.Policy(decisions=decisions, allow=allow)
    return ss.SyncLoop(url, models, environment="development", policy=policy, workdir=folder / "work")


def no_phantom(home: Home, models: MetaData) -> None:
    """A database that was made from the models has no drift."""
    assert [change.id for change in ss.detect_drift(home.made(), models).changes] == []


def converges(palette: Palette, pair: Pair, home: Home, models: tuple[MetaData, MetaData], folder: Path) -> None:
    """From one schema to another: at most 10 passes, nothing lost, an independent comparison finds nothing, and the
    way back leads back."""
    url = home.with_rows()
    old, new = models
    before = home.held(url)
    note(f"database: {before.schema}")
    assert ss.detect_drift(url, old).changes == ()

    decisions: dict[str, dict[str, str]] = {}
    passes, applied, status = 0, 0, "waiting"
    fingerprint = loop_of(url, new, folder, {}, []).detect().fingerprint
    while status == "waiting":
        loop = loop_of(url, new, folder, decisions, ["DELETES_DATA", "IRREVERSIBLE"])
        asked = [change.id for change in loop.detect().changes if change.id not in decisions]
        assert asked or not decisions, f"{loop.state.reason}: {loop.questions}"
        decisions |= {change_id: decision(palette, change_id, pair) for change_id in asked}
        loop.policy = loop.policy.deciding(decisions)
        state = loop.run()
        status, passes = state.status, passes + len(state.passes)
        applied += sum(1 for each in state.passes if each.applied)
        note(f"{status} {state.reason} {[each.line() for each in state.passes]}")
    assert status == "in_sync", state.reason
    assert passes <= 10

    after = home.held(url)
    assert home.losses(before, after) == []
    assert home.differences(url) == []

    for _ in range(applied):
        loop_of(url, new, folder, {}, []).rollback()
    assert loop_of(url, new, folder, {}, []).detect().fingerprint == fingerprint
    assert home.losses(before, home.held(url), through=after) == []


def settles(palette: Palette, pair: Pair, some: int, home: Home, models: MetaData, folder: Path) -> None:
    """With no decision, or some: in sync or waiting; what waits is asked or hangs on what is; nothing is lost."""
    url = home.with_rows()
    before = home.held(url)
    changes = ss.detect_drift(url, models).changes
    ids = [change.id for at, change in enumerate(changes) if some >> at % 8 & 1]
    decisions = {each: decision(palette, each, pair) for each in ids}
    first = loop_of(url, models, folder, decisions, ["IRREVERSIBLE"])
    state = first.run()
    note(f"{state.status} {state.reason} {[each.line() for each in state.passes]}")
    assert state.status in ("in_sync", "waiting"), state.reason
    assert bool(first.remaining) == (state.status == "waiting") == bool(first.questions)
    went_in = decisions.keys() - {change.id for change in first.remaining}
    named = {old: new for old, new in pair.renames if {f"table:{new}:add", f"column:{new}:add"} & went_in}
    home.case = replace(home.case, renamed=named)
    after = home.held(url)
    assert home.losses(before, after) == []
    if state.status == "in_sync":
        assert home.differences(url) == []
    again = loop_of(url, models, folder, decisions, ["IRREVERSIBLE"]).run()
    assert (again.status, sum(each.applied for each in again.passes)) == (state.status, 0), again.reason
    assert home.held(url) == after


def keeping_all(palette: Palette, pair: Pair) -> Case:
    """The case of a pair in which nothing may be lost but what is generated."""
    return replace(case_of(palette, pair), lost=[f"{palette.schema}{spec.name}.g" for spec in pair.before])
