"""Models patched to their database's side: every case, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from schemasync_nb.apply.patch import ModelPatch, make_patch, prove, put_in_place, take_back
from schemasync_nb.database import Database, open_database
from schemasync_nb.detect.detection import detect
from schemasync_nb.detect.drift import Drift
from schemasync_nb.engines import engine_for
from schemasync_nb.engines.engine import Engine
from schemasync_nb.guard.workdir import WorkDir
from schemasync_nb.models import Models, load
from schemasync_nb.policy import MODELS, Policy

from .patch_cases import CASES, PatchCase, contents, everywhere


@dataclass(frozen=True)
class Opened:
    """A case's database, and how to compare models with it."""

    case: PatchCase
    database: Database
    engine: Engine

    def drift(self, folder: Path) -> tuple[Drift, Models]:
        """The drift from the models in this folder, whose classes fit together."""
        models = load(str(folder / self.case.models))
        for registry in models.registries:
            registry.configure()
        return detect(self.database, models, self.engine), models

    def ids(self, folder: Path) -> list[str]:
        return sorted(change.id for change in self.drift(folder)[0].changes)

    def patch(self, folder: Path) -> tuple[ModelPatch, Drift, Models]:
        """The patch that the case's decisions ask for."""
        drift, models = self.drift(folder)
        decisions = self.case.decisions
        changes = [change for change in drift.changes if change.id in decisions and decisions[change.id].do == MODELS]
        if self.case.later:
            with (folder / self.case.models).open("a", encoding="utf-8") as file:
                file.write(self.case.later)
        return make_patch(drift, changes, decisions, models, self.engine), drift, models


@pytest.fixture
def opened(case: PatchCase, tmp_path: Path) -> Iterator[Opened]:
    with case.database(tmp_path / "case.db") as url:
        database = open_database(url)
        yield Opened(case, database, engine_for(database))


@pytest.fixture
def folder(case: PatchCase, tmp_path: Path) -> Path:
    """The models as their author has them."""
    folder = case.lay_out(tmp_path / "models")
    if case.read_only:
        for path in folder.rglob("*.py"):
            path.chmod(0o444)
    return folder


@pytest.mark.parametrize("case", everywhere(whole=False, every=4))
def test_what_is_expected_has_no_drift(case: PatchCase, opened: Opened, folder: Path, tmp_path: Path) -> None:
    """What a case expects is right by itself: the drift is there before, and afterwards only what waits or remains."""
    before = opened.ids(folder)
    assert set(case.decisions) <= set(before)
    assert before != opened.ids(case.lay_out_expected(tmp_path / "expected")) or not case.expected
    assert opened.ids(tmp_path / "expected") == sorted([*case.remains, *case.waits])


@pytest.mark.parametrize("case", everywhere())
def test_patch(case: PatchCase, opened: Opened, folder: Path) -> None:
    """The files are patched as expected and no other; nothing is written; afterwards there is no drift."""
    patch, drift, _ = opened.patch(folder)
    found = contents(folder)
    after = {file.path.relative_to(folder).as_posix(): file.after for file in patch.files}
    texts = {name: text.encode(encoding_of(found[name])) for name, text in after.items()}
    assert texts == case.expected, dict(patch.waits)
    assert sorted(patch.waits) == sorted(case.waits)
    for change_id, piece in case.waits.items():
        assert piece in patch.waits[change_id]
        assert "\n" not in patch.waits[change_id]
    assert set(case.decisions) - set(patch.changes) == {*case.remains, *case.waits} & set(case.decisions)
    assert contents(folder) == found
    assert set(patch.changes) <= {change.id for change in drift.changes}


@pytest.mark.parametrize("case", [param for param in everywhere(every=8) if param.values[0].expected])
def test_patch_is_proved_put_in_place_and_taken_back(
    case: PatchCase, opened: Opened, folder: Path, tmp_path: Path
) -> None:
    found = contents(folder)
    patch, drift, models = opened.patch(folder)
    assert prove(patch, drift, opened.database, models, Policy(), None) == ""
    assert contents(folder) == found
    facts = put_in_place(patch, WorkDir(tmp_path / "work"))
    assert contents(folder) == {**found, **case.expected}
    assert opened.ids(folder) == sorted([*case.remains, *case.waits])
    take_back(facts)
    assert contents(folder) == found


def encoding_of(source: bytes) -> str:
    return "latin-1" if b"latin-1" in source else "utf-8-sig" if source.startswith(b"\xef\xbb\xbf") else "utf-8"


def test_the_cases_are_read() -> None:
    assert len(CASES) > 150
    assert all(case.expected or case.waits for case in CASES)
    assert {path.name for path in CASES[0].folder.parent.iterdir()} == {case.folder.name for case in CASES}
