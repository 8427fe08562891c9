"""The models: whatever a person calls them, loaded into one MetaData."""

from __future__ import annotations

from schemasync_nb.models.loading import Models, lists_columns, load, load_models

__all__ = ["Models", "lists_columns", "load", "load_models"]
