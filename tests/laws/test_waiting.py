"""What waits is asked, and every option that is offered can be taken: from Python, and by a decisions file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import schemasync_nb as ss

from .cases import DRIFT, Case
from .rows import held

WAITING = [case for case in DRIFT if case.outcome == "waiting" and not case.unasked]
TRIED = [
    pytest.param(case, id=case.name, marks=[] if at % 6 == 0 else pytest.mark.torture)
    for at, case in enumerate(WAITING)
]


@pytest.mark.parametrize("case", TRIED)
def test_every_option_can_be_taken(case: Case, tmp_path: Path) -> None:
    """An option ends in sync, or asks on; it never fails, and "ignore" settles."""
    models = case.load()

    def run(number: int, decisions: dict[str, dict[str, str]]) -> ss.SyncLoop:
        path = tmp_path / f"{number}.db"
        if not path.exists():
            case.make(path)
        policy = ss.Policy(decisions={**case.decisions, **decisions}, allow=["DELETES_DATA", "IRREVERSIBLE"])
        loop = ss.SyncLoop(f"sqlite:///{path}", models, policy=policy, workdir=tmp_path / f"work-{number}")
        loop.run()
        return loop

    asked = ss.SyncLoop(
        f"sqlite:///{case.make(tmp_path / 'asked.db')}",
        models,
        policy=ss.Policy(decisions=case.decisions, allow=case.allow),
        workdir=tmp_path / "work",
    )
    asked.run()
    for number in range(max(len(question.options) for question in asked.questions)):
        decisions = {q.id: q.options[min(number, len(q.options) - 1)] for q in asked.questions}
        loop = run(number, decisions)
        assert loop.state.status in ("in_sync", "waiting"), (decisions, loop.state.reason)
        if all(decision["do"] == "ignore" for decision in decisions.values()):
            while loop.questions:  # what hung on an ignored change is asked next
                further = {question.id: {"do": "ignore"} for question in loop.questions}
                assert not further.keys() & decisions.keys()
                decisions |= further
                loop = run(number, decisions)
            assert loop.state.status == "in_sync", loop.state.reason
        if loop.state.status == "waiting":
            left = {change.id for change in loop.remaining}
            patched = {change_id for change_id, decision in decisions.items() if decision["do"] == "models"}
            assert left <= patched or loop.questions, (decisions, left, "remain and nothing is asked")


def schema(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = str(Path(sys.executable).with_name("schema"))
    return subprocess.run([script, *arguments], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


@pytest.mark.parametrize("name", ["NOT NULL over NULLs waits", "a likely rename of a column is asked, not assumed"])
def test_the_shell_asks_and_takes_the_answer(name: str, tmp_path: Path) -> None:
    """``run --json`` exits 2 with its questions; the first option of each, put into a file as it is, leads to 0."""
    case = next(case for case in DRIFT if case.name == name)
    path = case.make(tmp_path / "case.db")
    (tmp_path / "models.py").write_text(case.source(), encoding="utf-8")
    before = held(path)
    sides = [
        "--database",
        f"sqlite:///{path}",
        "--models",
        f"{tmp_path / 'models.py'}:metadata",
        "--workdir",
        str(tmp_path / "work"),
    ]

    told = schema("diff", *sides, "--json")
    assert told.returncode == 2, told.stderr
    assert sorted(change["id"] for change in json.loads(told.stdout)["changes"]) == case.expect
    run = ["run", *sides, "--environment", "development", "--yes", "--json"]
    asked = schema(*run)
    assert asked.returncode == 2, asked.stderr
    result = json.loads(asked.stdout)
    assert result["status"] == "waiting"
    assert sorted(change["id"] for change in result["remaining"]) == case.waits
    assert {question["id"] for question in result["waiting"]} <= set(case.waits)
    assert held(path) == before

    decisions = {question["id"]: question["options"][0] for question in result["waiting"]}
    (tmp_path / "decisions.json").write_text(json.dumps(decisions))
    taken = schema(*run, "--decisions", str(tmp_path / "decisions.json"), "--allow", "DELETES_DATA")
    assert taken.returncode == 0, taken.stdout + taken.stderr
    assert json.loads(taken.stdout)["status"] == "in_sync"
    assert schema("diff", *sides).returncode == 0
