"""Runs loops in child processes and kills them at a chosen step, one JSON object a line in and out.

In   {"url", "folder", "act", "fatal", "while"}: FOLDER's parent holds models.py and policy.json, FOLDER the work
     directory; ACT is ``run`` or ``rollback``; FATAL is what ``Steps`` takes, null for no death; WHILE a query: death
     comes when it first tells a row, asked again and again from the fatal step on
Out  {"status", "reason", "steps"}, or {"killed": signal}

Steps are told as ``sql WHERE statement``, WHERE being target, scratch or maintenance; as ``subprocess.Popen [...]``,
``open PATH`` and so on.
"""

from __future__ import annotations

import json
import sys
import threading
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, event, make_url

import schemasync_nb as ss

sys.path.insert(0, str(Path(__file__).parents[1]))
from crashing import Steps, in_child, kill


def traced(steps: Steps, target: str) -> None:
    """Let every statement on every engine be a step."""

    def hear(connection: Connection, cursor: Any, statement: str, *_: object) -> None:
        name = str(connection.engine.url.database)
        where = "target" if name == target else "scratch" if name.startswith("schemasync_scratch_") else "maintenance"
        steps.step(f"sql {where} {statement}")

    event.listen(Engine, "before_cursor_execute", hear)


def loop(asked: dict[str, Any]) -> ss.SyncLoop:
    folder = Path(asked["folder"])
    policy = ss.Policy(**json.loads((folder.parent / "policy.json").read_text()))
    models = f"{folder.parent / 'models.py'}:models"
    return ss.SyncLoop(asked["url"], models, environment="development", policy=policy, workdir=folder / "work")


def act(asked: dict[str, Any]) -> dict[str, Any]:
    """In this process, which dies when that is asked."""
    steps = Steps(Path(asked["folder"]), asked["fatal"], partial(kill_while, asked) if asked["while"] else kill)
    traced(steps, str(make_url(asked["url"]).database))
    if asked["act"] == "rollback":
        loop(asked).rollback()
        return {"status": "rolled back", "reason": "", "steps": steps.made}
    state = loop(asked).run()
    return {"status": state.status, "reason": state.reason, "steps": steps.made}


def kill_while(asked: dict[str, Any]) -> None:
    """Look from a thread of its own at what the server does, and die in the midst of it."""
    url = make_url(asked["url"]).set(drivername="postgresql").render_as_string(hide_password=False)

    def look() -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            while not connection.execute(asked["while"].encode()).fetchall():
                pass
            kill()

    threading.Thread(target=look, daemon=True).start()


def main() -> None:
    import schemasync_nb.engines.postgresql.engine
    import schemasync_nb.sync  # noqa: F401 - what a run imports is imported once for all children

    for line in sys.stdin:
        print(json.dumps(in_child(partial(act, json.loads(line)))), flush=True)


if __name__ == "__main__":
    main()
