"""What waits is asked, and every option that is offered can be taken: from Python, and by a decisions file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import schemasync_nb as ss

from ..servers import PASSWORD
from .cases import DRIFT, Case, everywhere, ids
from .homes import home_of

WAITING = [case for case in DRIFT if case.outcome == "waiting" and not case.unasked]
SQLITES = [
    pytest.param(case, id=ids(case), marks=[] if at % 6 == 0 else pytest.mark.torture)
    for at, case in enumerate(case for case in WAITING if case.engine == "sqlite")
]
TRIED = [*SQLITES, *everywhere((case for case in WAITING if case.engine == "postgresql"), every=6)]


@pytest.mark.parametrize("case", TRIED)
def test_every_option_can_be_taken(case: Case, tmp_path: Path) -> None:
    """An option ends in sync, or asks on; it never fails, and "ignore" settles."""
    models = case.load()
    with home_of(case, tmp_path) as home:

        def loop(url: str, number: str, policy: ss.Policy) -> ss.SyncLoop:
            work = tmp_path / f"work-{number}"
            running = ss.SyncLoop(url, models, environment="development", policy=policy, workdir=work)
            running.run()
            return running

        asked = loop(home.with_rows(), "asked", ss.Policy(decisions=case.decisions, allow=case.allow))
        for number in range(max(len(question.options) for question in asked.questions)):
            url = home.with_rows()

            def run(decisions: dict[str, dict[str, str]], url: str = url, number: int = number) -> ss.SyncLoop:
                policy = ss.Policy(decisions={**case.decisions, **decisions}, allow=["DELETES_DATA", "IRREVERSIBLE"])
                return loop(url, str(number), policy)

            decisions = {q.id: q.options[min(number, len(q.options) - 1)] for q in asked.questions}
            running = run(decisions)
            assert running.state.status in ("in_sync", "waiting"), (decisions, running.state.reason)
            if all(decision["do"] == "ignore" for decision in decisions.values()):
                while running.questions:  # what hung on an ignored change is asked next
                    further = {question.id: {"do": "ignore"} for question in running.questions}
                    assert not further.keys() & decisions.keys()
                    decisions |= further
                    running = run(decisions)
                assert running.state.status == "in_sync", running.state.reason
            if running.state.status == "waiting":
                left = {change.id for change in running.remaining}
                patched = {change_id for change_id, decision in decisions.items() if decision["do"] == "models"}
                assert left <= patched or running.questions, (decisions, left, "remain and nothing is asked")


def schema(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = str(Path(sys.executable).with_name("schema"))
    return subprocess.run([script, *arguments], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


ASKED = [
    "NOT NULL over NULLs waits",
    "a likely rename of a column is asked, not assumed",
    "rows that have no key are numbered by their rowids",
]


@pytest.mark.parametrize("case", everywhere(case for case in DRIFT if case.name in ASKED))
def test_the_shell_asks_and_takes_the_answer(case: Case, tmp_path: Path) -> None:
    """``run --json`` exits 2 with its questions; the first option of each, put into a file as it is, leads to 0."""
    (tmp_path / "models.py").write_text(case.source(), encoding="utf-8")
    with home_of(case, tmp_path / "home") as home:
        url = home.with_rows()
        before = home.held(url)
        models, work = f"{tmp_path / 'models.py'}:metadata", str(tmp_path / "work")
        sides = ["--database", url, "--models", models, "--workdir", work]

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
        assert home.held(url) == before

        decisions = {question["id"]: question["options"][0] for question in result["waiting"]}
        (tmp_path / "decisions.json").write_text(json.dumps(decisions))
        taken = schema(*run, "--decisions", str(tmp_path / "decisions.json"), "--allow", "DELETES_DATA")
        assert taken.returncode == 0, taken.stdout + taken.stderr
        assert json.loads(taken.stdout)["status"] == "in_sync"
        assert schema("diff", *sides).returncode == 0
        assert not any(PASSWORD in each.stdout + each.stderr for each in (told, asked, taken))
