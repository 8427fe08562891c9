"""Law: what the database has can be told to the models; a change that cannot be waits, and nothing else moves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schemasync_nb.apply.patch.follow import foretold
from schemasync_nb.apply.patch.proof import told
from schemasync_nb.detect.detection import detect
from schemasync_nb.engines import engine_for
from schemasync_nb.models import load

from .opening import Opened


def what_does_not_wait_is_gone(found: Opened, path: Path, decisions: Mapping[str, Any]) -> None:
    """Every change is decided for the models, which are patched and then compared again.

    path       of the models
    decisions  of the case: those that say what is a rename
    """
    renames = {
        change_id: decision["rename_from"]
        for change_id, decision in decisions.items()
        if isinstance(decision, Mapping) and "rename_from" in decision
    }
    patch = found.patch(rename_from=renames)
    for file in patch.files:
        file.path.write_text(file.after, "utf-8")
    engine = engine_for(found.database)
    left = detect(found.database, load(str(path)), engine).changes
    assert told(left) == told(foretold(found.drift, {*patch.changes}, patch.renames, found.models, engine))
    assert {change.id for change in left} >= {*patch.waits}
    assert patch.renames or {change.id for change in left} == {*patch.waits}
    assert {change.id for change in found.drift.changes} == {*patch.changes, *patch.waits}
    for reason in patch.waits.values():
        assert f"{path.name}:" in reason
