"""The other direction: the models' sources are edited so that they say what the database has."""

from __future__ import annotations

from schemasync_nb.apply.patch.making import ModelPatch, PatchedFile, make_patch, renames_of
from schemasync_nb.apply.patch.proof import prove
from schemasync_nb.apply.patch.writing import put_in_place, take_back

__all__ = ["ModelPatch", "PatchedFile", "make_patch", "prove", "put_in_place", "renames_of", "take_back"]
