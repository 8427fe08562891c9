"""Published packages as cases: the dump of an old release's schema with rows, and the newest release's models."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..laws.cases import Case

FOLDER = Path(__file__).parent
ENGINES = ("sqlite", "postgresql")


@dataclass(frozen=True, eq=False)
class Published:
    """One package; what its fields mean is said in packages.toml."""

    name: str
    old: list[str]
    python: str
    new: list[str]
    never_null: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    said_twice: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        return FOLDER / self.name

    @property
    def real_models(self) -> Path:
        """The file that imports the package's own models, whichever release is installed."""
        return self.folder / "real.py"

    def decisions_file(self, engine: str) -> Path:
        return self.folder / f"decisions.{engine}.json"

    def decisions(self, engine: str) -> Mapping[str, Any]:
        """What a sensible person says where the loop asks."""
        return json.loads(self.decisions_file(engine).read_text("utf-8"))  # type: ignore[no-any-return]

    def case(self, engine: str) -> Case:
        """From the old release to the newest."""
        decisions = self.decisions(engine)
        schema = "public." if engine == "postgresql" else ""
        return Case(
            self.name,
            (self.folder / f"old.{engine}.sql").read_text("utf-8"),
            self._models(),
            decisions=decisions,
            allow=["DELETES_DATA"],
            lost=list(named(decisions, "remove")),
            filled=list(named(decisions, "alter")),
            overwritten=[schema + column for column in self.overwritten],
            engine=engine,
        )

    def new_schema(self, engine: str) -> Case:
        """The schema that the newest release itself makes, against the same models: the same."""
        script = (self.folder / f"new.{engine}.sql").read_text("utf-8")
        return Case(self.name, script, self._models(), expect=[], engine=engine)

    def differing(self, lines: list[str]) -> list[str]:
        """What another opinion finds different from the models, without the keys that they state twice."""
        return [line for line in lines if not line.startswith(self.said_twice)]

    def _models(self) -> str:
        """The newest release's models as plain tables."""
        return (self.folder / "models.py.txt").read_text("utf-8")


def named(decisions: Mapping[str, Any], action: str) -> Iterator[str]:
    """The tables and columns that these decisions take away, or change with a backfill."""
    for change_id, decision in decisions.items():
        kind, name, its_action = change_id.split(":")
        wanted = kind in ("table", "column") and its_action == action and decision["do"] == "database"
        if wanted and (action == "remove" or "backfill" in decision):
            yield name


def every() -> list[Published]:
    """All packages."""
    listed = tomllib.loads((FOLDER / "packages.toml").read_text("utf-8"))["package"]
    lists = ("never_null", "overwritten", "said_twice")
    return [Published(**{**each, **{name: tuple(each.get(name, ())) for name in lists}}) for each in listed]
