"""The process that tries a patch: ``python -m schemasync_nb.apply.patch.trial``, asked and answering in JSON.

The new texts are laid over the files while they are imported; neither they nor their bytecode are written.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

from schemasync_nb.apply.patch.proof import told
from schemasync_nb.database import open_database
from schemasync_nb.detect.detection import detect
from schemasync_nb.engines import engine_for
from schemasync_nb.errors import SchemaSyncError
from schemasync_nb.models import Models, load
from schemasync_nb.models.importing import import_module
from schemasync_nb.policy import Policy
from schemasync_nb.verify.orm import MAPPERS, orm_failures


def lay_over(files: dict[str, bytes]) -> None:
    """Every import in this process reads these texts in place of the files."""
    read, stats = SourceFileLoader.get_data, SourceFileLoader.path_stats

    def get_data(self: SourceFileLoader, path: str) -> bytes:
        content = files.get(os.path.realpath(path))
        return read(self, path) if content is None else content

    def path_stats(self: SourceFileLoader, path: Any) -> Any:
        if os.path.realpath(path) in files:
            raise OSError("it is not the text on the disk")  # so that no cached bytecode is taken for it
        return stats(self, path)

    SourceFileLoader.get_data = get_data  # type: ignore[method-assign, assignment]
    SourceFileLoader.path_stats = path_stats  # type: ignore[method-assign]
    sys.dont_write_bytecode = True


def load_again(request: dict[str, Any]) -> Models:
    """The models that another process has, loaded in this one."""
    if "ref" in request:
        return load(request["ref"])
    for module in request["modules"]:
        import_module(module, module)
    parts = [load(ref).metadata for ref in request["refs"]]
    return load(parts[0] if len(parts) == 1 else parts)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The drift that the patched models have, or why they cannot be used."""
    os.chdir(request["folder"])
    sys.path[:] = request["path"]
    lay_over({str(Path(path)): text.encode(encoding) for path, text, encoding in request["files"]})
    database, policy = open_database(request["url"]), Policy(**request["policy"])
    try:
        models = load_again(request)
        with database.reading() as connection:
            if why := orm_failures(models, connection).get(MAPPERS):
                return {"error": why}
        engine = engine_for(database, policy, scratch_url=request["scratch_url"], environment=request["environment"])
        return {"changes": told(detect(database, models, engine, policy).changes)}
    except SchemaSyncError as error:
        return {"error": str(error)}


if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):
        said = answer(json.load(sys.stdin))
    print(json.dumps(said))  # noqa: T201  it is what the process is for
