"""Named drift scenarios, as data: each folder here holds one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Scenario:
    """One way in which the sample database came to differ from its models, on one engine.

    level      1 (one small thing) to 5 (two years of hot fixes)
    happened   what was done to the database, in a line
    look_for   what a learner should see
    expect     the ids of the changes that detection reports
    outcome    ``in_sync`` or ``waiting``: how ``schema run --yes`` ends when it is told nothing else
    allow      the hazards to allow when the decisions are used
    sql        the drift, as SQL for a freshly built database
    decisions  a decisions file with which the loop ends in sync; None where it needs none
    repair     SQL by which a person puts the rows right that are in the way; None where that is not the way on
    """

    name: str
    level: int
    title: str
    happened: str
    look_for: str
    expect: tuple[str, ...]
    outcome: str
    allow: tuple[str, ...]
    sql: Path
    decisions: Path | None
    repair: Path | None


def scenarios(engine: str = "sqlite") -> tuple[Scenario, ...]:
    """The scenarios that an engine can show, the easy ones first."""
    found = (_read(file.parent, engine) for file in Path(__file__).parent.glob(f"*/drift.{engine}.sql"))
    return tuple(sorted(found, key=lambda scenario: (scenario.level, scenario.name)))


def scenario(name: str, engine: str = "sqlite") -> Scenario:
    """The scenario of that name; ValueError names those that exist."""
    known = {scenario.name: scenario for scenario in scenarios(engine)}
    if name not in known:
        raise ValueError(f"scenario {name!r} does not exist: choose one of {', '.join(known)}")
    return known[name]


def _read(folder: Path, engine: str) -> Scenario:
    stated = tomllib.loads((folder / "scenario.toml").read_text(encoding="utf-8"))
    expect = stated.get("expect", ())
    if engine == "postgresql":
        expect = [re.sub(r"^(\w+):", r"\1:public.", change) for change in expect]
    stated = {**stated, "expect": expect} | stated.get(engine, {})  # an engine's own table has the last word
    return Scenario(
        name=folder.name,
        level=stated["level"],
        title=stated["title"],
        happened=stated["happened"],
        look_for=stated["look_for"],
        expect=tuple(stated["expect"]),
        outcome=stated["outcome"],
        allow=tuple(stated.get("allow", ())),
        sql=folder / f"drift.{engine}.sql",
        decisions=_existing(folder / f"decisions.{engine}.json"),
        repair=_existing(folder / f"repair.{engine}.sql"),
    )


def _existing(file: Path) -> Path | None:
    return file if file.exists() else None
