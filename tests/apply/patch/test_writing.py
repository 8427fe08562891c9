"""A patch is put into the files whole, and taken back whole."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from schemasync_nb.apply.patch import ModelPatch, PatchedFile, put_in_place, take_back
from schemasync_nb.errors import Refused
from schemasync_nb.guard.workdir import WorkDir


def patch_of(path: Path, after: str, encoding: str = "utf-8") -> ModelPatch:
    return ModelPatch(("column:t.a:remove",), (PatchedFile(path, path.read_bytes().decode(encoding), after, encoding),))


@pytest.fixture
def models(tmp_path: Path) -> Path:
    path = tmp_path / "models.py"
    path.write_bytes(b"# old\r\n")
    return path


def test_the_file_keeps_its_mode_and_its_line_ends(models: Path, tmp_path: Path) -> None:
    models.chmod(0o640)
    facts = put_in_place(patch_of(models, "# new\r\n"), WorkDir(tmp_path / "work"))
    assert models.read_bytes() == b"# new\r\n"
    assert stat.S_IMODE(models.stat().st_mode) == 0o640
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".models")] == []
    take_back(facts)
    assert models.read_bytes() == b"# old\r\n"
    assert stat.S_IMODE(models.stat().st_mode) == 0o640


def test_the_old_file_lies_in_a_private_place(models: Path, tmp_path: Path) -> None:
    [fact] = put_in_place(patch_of(models, "# new\n"), WorkDir(tmp_path / "work"))
    backup = Path(fact["backup"])
    assert backup.read_bytes() == b"# old\r\n"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


def test_a_link_stays_a_link(models: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.py"
    link.symlink_to(models)
    facts = put_in_place(patch_of(link, "# new\n"), WorkDir(tmp_path / "work"))
    assert link.is_symlink()
    assert models.read_bytes() == b"# new\n"
    take_back(facts)
    assert link.is_symlink()
    assert models.read_bytes() == b"# old\r\n"


def test_the_encoding_stays(tmp_path: Path) -> None:
    path = tmp_path / "models.py"
    path.write_bytes("\ufeff# müde\n".encode())
    facts = put_in_place(patch_of(path, "# wach, schön\n", "utf-8-sig"), WorkDir(tmp_path / "work"))
    assert path.read_bytes() == "\ufeff# wach, schön\n".encode()
    take_back(facts)
    assert path.read_bytes() == "\ufeff# müde\n".encode()


def test_a_file_that_was_changed_since_is_refused(models: Path, tmp_path: Path) -> None:
    patch = patch_of(models, "# new\n")
    models.write_bytes(b"# mine\n")
    with pytest.raises(Refused, match="changed since the patch was made"):
        put_in_place(patch, WorkDir(tmp_path / "work"))
    assert models.read_bytes() == b"# mine\n"
    assert not (tmp_path / "work").exists()


def test_a_read_only_file_is_refused_before_any_is_written(models: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.py"
    other.write_bytes(b"# other\n")
    other.chmod(0o444)
    both = (*patch_of(models, "# new\n").files, *patch_of(other, "# new\n").files)
    with pytest.raises(Refused, match="it is read-only"):
        put_in_place(ModelPatch((), both), WorkDir(tmp_path / "work"))
    assert models.read_bytes() == b"# old\r\n"


def test_a_failure_between_two_files_leaves_both_old(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk's last word decides: the second rename fails, the first file is put back."""
    other = tmp_path / "other.py"
    other.write_bytes(b"# other\n")
    replace = os.replace

    def failing(source: str, to: Path) -> None:
        if Path(to) == other:
            raise OSError(28, "No space left on device")
        replace(source, to)

    monkeypatch.setattr(os, "replace", failing)
    both = (*patch_of(models, "# new\n").files, *patch_of(other, "# new\n").files)
    with pytest.raises(Refused, match="No space left"):
        put_in_place(ModelPatch((), both), WorkDir(tmp_path / "work"))
    assert (models.read_bytes(), other.read_bytes()) == (b"# old\r\n", b"# other\n")


def test_what_was_edited_after_the_patch_is_not_overwritten(models: Path, tmp_path: Path) -> None:
    facts = put_in_place(patch_of(models, "# new\n"), WorkDir(tmp_path / "work"))
    models.write_bytes(b"# new and mine\n")
    with pytest.raises(Refused, match="changed since the patch"):
        take_back(facts)
    assert models.read_bytes() == b"# new and mine\n"


def test_a_second_taking_back_does_nothing(models: Path, tmp_path: Path) -> None:
    facts = put_in_place(patch_of(models, "# new\n"), WorkDir(tmp_path / "work"))
    take_back(facts)
    take_back(facts)
    assert models.read_bytes() == b"# old\r\n"
