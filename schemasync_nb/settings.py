"""Where the shells' settings come from: options win over variables, those over the pyproject.toml of this folder."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schemasync_nb.database import explained
from schemasync_nb.errors import DecisionError

VARIABLES = {
    "database": "SCHEMASYNC_DATABASE",
    "models": "SCHEMASYNC_MODELS",
    "environment": "SCHEMASYNC_ENVIRONMENT",
}
KEYS = {"database": str, "models": str, "environment": str, "schemas": list, "ignore": list, "allow": list}


def settled(options: Mapping[str, Any], folder: Path | None = None) -> dict[str, Any]:
    """The settings that hold: only those that somebody stated."""
    found = from_pyproject((folder or Path.cwd()) / "pyproject.toml")
    found |= {key: os.environ[name] for key, name in VARIABLES.items() if os.environ.get(name)}
    return found | {key: value for key, value in options.items() if value is not None}


def from_pyproject(path: Path) -> dict[str, Any]:
    """``[tool.schemasync]`` of a pyproject.toml; empty when there is none. DecisionError names what is wrong in it."""
    if not path.exists():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("schemasync", {})
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: it cannot be read: {explained(error)}: correct it") from None
    if not isinstance(table, dict):
        raise DecisionError(f"{path}: [tool.schemasync] must be a table with some of {', '.join(KEYS)}")
    for key, value in table.items():
        if key not in KEYS:
            raise DecisionError(f"{path}: [tool.schemasync] has no setting {key!r}: known are {', '.join(KEYS)}")
        texts = value if KEYS[key] is list and isinstance(value, list) else [value]
        if not isinstance(value, KEYS[key]) or not all(isinstance(text, str) and text for text in texts):
            shape = "a list of strings" if KEYS[key] is list else "a string"
            raise DecisionError(f"{path}: [tool.schemasync] {key} must be {shape}")
    return dict(table)
