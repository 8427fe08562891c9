"""The database that is compared and changed: how it is named, opened for reading and opened for writing."""

from __future__ import annotations

from schemasync_nb.database.asking import ask, failing_alone
from schemasync_nb.database.target import Database, open_database
from schemasync_nb.database.wording import explained, masked

__all__ = ["Database", "ask", "explained", "failing_alone", "masked", "open_database"]
