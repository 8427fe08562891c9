"""models, prompt, lab and demo: where a newcomer or an agent begins."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest


def test_models_for_a_whole_database_say_what_the_database_says(
    in_sync: Any, schema: Callable[..., Any], listing: Callable[[], Any]
) -> None:
    database = in_sync.sides[:2]
    ran = schema("models", *database, "--out", "generated.py")
    assert (ran.code, ran.err) == (0, "") and "schema diff" in ran.out
    assert Path("generated.py").read_text() == schema("models", *database).out
    assert schema("diff", *database, "--models", "generated.py:Base").code == 0
    before = listing()
    assert "exists already" in schema("models", *database, "--out", "generated.py").complaint
    assert "missing/x.py" in schema("models", *database, "--out", "missing/x.py").complaint
    assert listing() == before


# --- the kickoff prompt ---------------------------------------------------------------------------------------------


def test_the_prompt_says_what_an_agent_must_know(library: Any, schema: Callable[..., Any]) -> None:
    ran = schema("prompt", *library.sides, "--max-iterations", "7")
    assert (ran.code, ran.err) == (0, "")
    for said in (
        "Align schema and models",
        "No schema drift",
        "at most 7 passes",
        "schema diff",
        "decisions.json",
        "Exit codes: 0 in sync; 2 drift",
        "Six guardrails",
        library.sides[1],
        library.sides[3],
        "SCHEMASYNC_ENVIRONMENT=development",
    ):
        assert said in ran.out
    assert len(re.findall(r"^\d\. ", ran.out.split("Six guardrails")[1], re.M)) == 6
    assert max(map(len, ran.out.split("Each pass:")[1].splitlines())) <= 120


def test_no_password_and_no_environment_is_made_up_for_a_server(schema: Callable[..., Any]) -> None:
    line = ["prompt", "--database", "postgresql://ann:s3cr3t@host/db", "--models", "m:Base"]
    ran = schema(*line)
    assert ran.code == 0 and "s3cr3t" not in ran.out and "in place of ***" in ran.out
    assert "SCHEMASYNC_ENVIRONMENT=development SC" not in ran.out and "not declared" in ran.out
    assert "SCHEMASYNC_ENVIRONMENT=staging" in schema(*line, "--environment", "staging").out


@pytest.mark.slow
def test_an_agent_with_nothing_but_a_shell_can_follow_the_prompt(
    make_library: Callable[..., Any], schema: Callable[..., Any], script: Path
) -> None:
    """Word for word: what is indented as a command is run, what it says to copy is copied, until the exit condition."""
    library = make_library(
        """\
        CREATE TABLE authors (id INTEGER NOT NULL PRIMARY KEY, nom VARCHAR(80));
        CREATE TABLE books (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(200) NOT NULL,
            author_id INTEGER NOT NULL REFERENCES authors (id), note TEXT);
        INSERT INTO authors VALUES (1, 'Austen'), (2, 'Joyce');
        INSERT INTO books VALUES (1, 'Emma', 1, 'lent'), (2, 'Ulysses', 2, NULL);"""
    )
    text = schema("prompt", *library.sides).out
    commands = [line.strip() for line in text.splitlines() if re.match(r" {4}(export|schema) ", line)]
    settings, detect, analyze, apply, verify = commands
    passes = int(re.findall(r"at most (\d+) passes", text)[0])
    environment = os.environ | {"PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}"}

    def shell(command: str) -> tuple[int, Any]:
        if not Path("decisions.json").exists():
            command = command.replace(" --decisions decisions.json", "")
        done = subprocess.run(
            ["sh", "-c", f"{settings}\n{command}"],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, 2), done.stderr
        return done.returncode, json.loads(done.stdout)

    decisions: dict[str, Any] = {}
    agreed = ""
    for _ in range(passes):
        code, _found = shell(detect)
        if code == 0:
            break
        for question in shell(analyze)[1]["waiting"]:
            decisions[question["id"]] = question["options"][0]
            agreed = " --allow DELETES_DATA"  # the person who was asked agrees
        Path("decisions.json").write_text(json.dumps(decisions))
        done = shell(apply + agreed)[1]
        assert len(done["passes"]) == 1 and done["passes"][0]["applied"] > 0
        shell(verify)
    assert shell(detect)[0] == 0
    assert decisions["column:authors.name:add"] == {"do": "database", "rename_from": "nom"}
    assert library.ask("SELECT name FROM authors") == [("Austen",), ("Joyce",)]


# --- demo and lab ---------------------------------------------------------------------------------------------------


def test_demo_tells_its_scenarios(schema: Callable[..., Any]) -> None:
    lines = [line for line in schema("demo", "--list").out.splitlines() if not line.startswith(" ")]
    assert len(lines) == 25 and lines == sorted(lines)


@pytest.mark.slow
def test_demo_builds_and_closes_the_drift(console: Callable[..., Any]) -> None:
    ran = console("demo")
    assert ran.code == 0 and "Two years of hot fixes" in ran.out and "No schema drift" in ran.out.splitlines()[-1]
    assert "pass 1:" in ran.err and "pass 2:" in ran.err
    again = console("demo")
    assert again.code == 1 and "exists already" in again.complaint


def test_demo_shows_a_question_that_only_a_person_can_answer_and_then_answers_it(schema: Callable[..., Any]) -> None:
    ran = schema("demo", "year_as_text", "--folder", "play")
    assert ran.code == 0 and "? " in ran.out and "puts the rows right" in ran.out
    assert sorted(path.name for path in Path("play").iterdir()) == [
        ".schemasync",
        "models.py",
        "year_as_text.db",
        "year_as_text.decisions.json",
        "year_as_text.repair.sql",
    ]


def test_demo_to_play_with(schema: Callable[..., Any]) -> None:
    assert schema("demo", "renamed_column", "--no-run", "--folder", "play").code == 0
    sides = ["--database", "sqlite:///play/renamed_column.db", "--models", "play/models.py:Base"]
    assert len(schema("diff", *sides, "--json").json["changes"]) == 2
    assert "did you mean renamed_column" in schema("demo", "renamed_colum").complaint
    Path("file").touch()
    assert "another --folder" in schema("demo", "--folder", "file/play").complaint


@pytest.mark.slow
def test_lab_copies_the_lessons_and_starts_jupyterlab(console: Callable[..., Any]) -> None:
    """Started for real with JupyterLab's own shortest way out: it tells its version."""
    from schemasync_nb.lessons import shipped

    lessons = {path.name for path in shipped("notebooks").glob("*.ipynb")}
    ran = console("lab", "--folder", "lessons", "--", "--version")
    assert ran.code == 0 and re.search(r"^\d+\.\d+\.\d+$", ran.out, re.M)
    assert {path.name for path in Path("lessons").iterdir()} == lessons
    for lesson in lessons:
        Path("lessons", lesson).write_text("mine")
    again = console("lab", "--folder", "lessons", "--", "--version")
    assert again.out.count("stays as it is") == len(lessons)
    assert all(Path("lessons", lesson).read_text() == "mine" for lesson in lessons)


@pytest.mark.slow
def test_lab_serves_the_lessons(script: Path, tmp_path: Path) -> None:
    from schemasync_nb.lessons import shipped

    root = ["--allow-root"] if os.geteuid() == 0 else []
    options = ["--no-browser", "--ServerApp.port=0", "--IdentityProvider.token=secret", *root]
    places = {name: str(tmp_path / name) for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
    with (tmp_path / "log").open("w") as log:
        lab = subprocess.Popen(
            [script, "lab", "--folder", "lessons", "--", *options],
            env=os.environ | places,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        url = address(tmp_path, lab)
        with urlopen(f"{url}api/contents/?token=secret") as answer:  # the server's own word
            served = {each["name"] for each in json.load(answer)["content"]}
        assert served >= {path.name for path in shipped("notebooks").glob("*.ipynb")}
        with urlopen(f"{url}lab?token=secret") as page:
            assert b"JupyterLab" in page.read()
    finally:
        os.killpg(lab.pid, signal.SIGTERM)
        lab.wait(timeout=30)


def address(home: Path, lab: subprocess.Popen[bytes]) -> str:
    """Where the server says that it listens."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and lab.poll() is None:
        for note in (home / "JUPYTER_RUNTIME_DIR").glob("jpserver-*.json"):
            with suppress(json.JSONDecodeError):  # still being written
                return str(json.loads(note.read_text())["url"])
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{(home / 'log').read_text()}")


def test_lab_says_what_to_install(schema: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert "schemasync-nb[lab]" in schema("lab").complaint
