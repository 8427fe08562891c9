"""A guardrail as it really ran."""

from __future__ import annotations

from dataclasses import dataclass

PASSED, REFUSED, SKIPPED = "passed", "refused", "skipped"


@dataclass(frozen=True)
class Gate:
    """One guardrail as it really ran in a pass.

    name     backup, restore, rehearse, orm, tests, fingerprint
    outcome  passed, refused or skipped
    detail   what was seen, in a few words
    seconds  how long it took
    """

    name: str
    outcome: str
    detail: str = ""
    seconds: float = 0.0
