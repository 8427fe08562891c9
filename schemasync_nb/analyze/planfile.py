"""A plan as a file: saved, reviewed, and applied as it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from schemasync_nb.analyze.plan import Plan
from schemasync_nb.errors import DecisionError, SchemaSyncError
from schemasync_nb.policy import Policy

FORMAT = 1
AGAIN = "run schema analyze again"
WAS_EDITED = "the file, the models or the rows changed"
DIFFERENT = {"fingerprint": "the database's schema changed", "fingerprint_after": "the models or the file changed"}


def plan_to_json(plan: Plan, policy: Policy) -> dict[str, Any]:
    """The plan as an object: what a reviewer reads, and what is needed to make the very same plan again."""
    return {
        "format": FORMAT,
        "database": plan.drift.where,
        "fingerprint": plan.fingerprint,
        "fingerprint_after": plan.wanted.fingerprint,
        "summary": plan.headline(),
        "changes": [
            {
                "id": item.change.id,
                "state": item.state,
                "decision": item.decision.to_json() if item.decision else None,
                "explanation": item.explanation,
                "hazards": list(item.hazards),
                "reason": item.reason,
                "safer": item.safer,
                "findings": [{"problem": finding.problem, "query": finding.query} for finding in item.findings],
            }
            for item in plan.items
        ],
        "waiting": [question.to_json() for question in plan.questions],
        "upgrade": [statement.sql for statement in plan.upgrade],
        "downgrade": [statement.sql for statement in plan.downgrade],
        "patch": plan.patch.diff() if plan.patch else "",
        "policy": policy.to_json(),
    }


def save_plan(plan: Plan, policy: Policy, path: str | Path) -> None:
    """Write a plan file."""
    text = json.dumps(plan_to_json(plan, policy), indent=2, ensure_ascii=False, default=str) + "\n"
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise DecisionError(f"plan file {path}: it cannot be written: {error.strerror}") from error


def read_plan(path: str | Path) -> dict[str, Any]:
    """Read a plan file; DecisionError names the file and the fault."""
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"plan file {path}: {getattr(error, 'strerror', None) or error}") from error
    except json.JSONDecodeError as error:
        raise DecisionError(f"plan file {path}: not JSON: {error.msg} at line {error.lineno}") from error
    needed = {
        "format": int,
        "database": str,
        "fingerprint": str,
        "fingerprint_after": str,
        "upgrade": list,
        "downgrade": list,
        "policy": dict,
    }
    if not isinstance(found, dict) or any(not isinstance(found.get(key), kind) for key, kind in needed.items()):
        raise DecisionError(f"plan file {path}: it is no plan: make one with schema analyze --out {path}")
    if found["format"] != FORMAT:
        raise DecisionError(f"plan file {path}: its format is {found['format']}, this version reads {FORMAT}: {AGAIN}")
    return found


def policy_of(saved: dict[str, Any], path: str | Path) -> Policy:
    """The policy under which a plan file was made."""
    stated = saved["policy"]
    kinds = {key: type(value) if value is not None else (list, type(None)) for key, value in Policy().to_json().items()}
    wrong = next((key for key in stated if key not in kinds or not isinstance(stated[key], kinds[key])), None)
    try:
        if wrong is None:
            return Policy(**stated)
        fault = f"{wrong!r} is not as it is written there"
    except SchemaSyncError as error:
        fault = str(error)
    raise DecisionError(f"plan file {path}: its policy cannot be read: {fault}: {AGAIN}")


def require_same(saved: dict[str, Any], plan: Plan, policy: Policy, path: str | Path) -> None:
    """Refuse a plan file that is not, word for word, the plan for what is there now; says what is different."""
    now = json.loads(json.dumps(plan_to_json(plan, policy), default=str))
    different = next((key for key in now if saved.get(key) != now[key]), None)
    if different == "database":
        other = f"it was made for {saved['database']}, not for {now['database']}"
        raise DecisionError(f"plan file {path}: {other}: {AGAIN}")
    if different is not None:
        raise DecisionError(f"plan file {path}: {DIFFERENT.get(different, WAS_EDITED)} since it was made: {AGAIN}")
