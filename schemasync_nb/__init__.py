"""See and close the drift between a live database and its SQLAlchemy models, in a loop that a person steers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from schemasync_nb.detect.drift import Change, Drift
    from schemasync_nb.errors import SchemaSyncError
    from schemasync_nb.models import load_models
    from schemasync_nb.policy import Decision, Policy
    from schemasync_nb.sync import SyncLoop, detect_drift

__all__ = ["Change", "Decision", "Drift", "Policy", "SchemaSyncError", "SyncLoop", "detect_drift", "load_models"]

_HOMES = {
    "Change": "schemasync_nb.detect.drift",
    "Decision": "schemasync_nb.policy",
    "Drift": "schemasync_nb.detect.drift",
    "Policy": "schemasync_nb.policy",
    "SchemaSyncError": "schemasync_nb.errors",
    "SyncLoop": "schemasync_nb.sync",
    "detect_drift": "schemasync_nb.sync",
    "load_models": "schemasync_nb.models",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: ``import schemasync_nb`` alone costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


def load_ipython_extension(ipython: Any) -> None:
    """``%load_ext schemasync_nb`` brings the magic ``%schema``."""
    from schemasync_nb.magics import load_ipython_extension

    load_ipython_extension(ipython)


def unload_ipython_extension(ipython: Any) -> None:
    """``%unload_ext schemasync_nb`` takes it out again."""
    from schemasync_nb.magics import unload_ipython_extension

    unload_ipython_extension(ipython)
