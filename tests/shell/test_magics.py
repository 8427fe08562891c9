"""``%schema`` in a real IPython shell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from schemasync_nb.analyze.plan import Plan
from schemasync_nb.detect.drift import Drift
from schemasync_nb.guard.history import History
from schemasync_nb.loop import LoopState
from schemasync_nb.models import load_models
from schemasync_nb.verify.verification import Verification


@pytest.fixture
def shell(library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    """An IPython with the extension loaded; ``engine`` and ``Base`` are objects of its own."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.run_line_magic("load_ext", "schemasync_nb")
    shell.user_ns["engine"] = engine = create_engine(library.sides[1], poolclass=NullPool)
    shell.user_ns["Base"] = load_models(library.sides[3])
    yield shell
    engine.dispose()
    shell.run_line_magic("reset", "-f")
    InteractiveShell.clear_instance()


OBJECTS = "--database engine --models Base"


@pytest.mark.parametrize(("command", "kind"), [("diff", Drift), ("analyze", Plan), ("verify", Verification)])
def test_objects_of_the_notebook_give_a_result_that_shows_itself(
    command: str, kind: type, shell: InteractiveShell
) -> None:
    result = shell.run_line_magic("schema", f"{command} {OBJECTS}")
    assert isinstance(result, kind)
    assert "column:books.year:add" in str(result) and "<table" in result._repr_html_()


def test_the_result_is_the_value_of_a_cell(shell: InteractiveShell) -> None:
    ran = shell.run_cell(f"drift = %schema diff {OBJECTS}\nlen(drift.changes)")
    assert ran.success and ran.result == 4


def test_urls_and_variables_do_as_well(shell: InteractiveShell, library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(shell.run_line_magic("schema", f"diff {' '.join(library.sides)}").changes) == 4
    monkeypatch.setenv("SCHEMASYNC_DATABASE", library.sides[1])
    monkeypatch.setenv("SCHEMASYNC_MODELS", library.sides[3])
    assert len(shell.run_line_magic("schema", "diff").changes) == 4


def test_run_shows_its_progress_as_text(
    shell: InteractiveShell, library: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    fill = "--backfill \"authors.name='nobody'\""
    state = shell.run_line_magic("schema", f"run {OBJECTS} --yes {fill} --workdir work")
    assert isinstance(state, LoopState) and state.status == "waiting"
    out, err = capsys.readouterr()
    assert "backup passed" in out and "pass 1: 4 found, 3 applied, 1 remaining" in out and "? Shall column" in out
    assert err == "" and library.ask("SELECT name FROM authors") == [("Austen",), ("nobody",)]


def test_the_steps_that_write_give_their_results(shell: InteractiveShell, library: Any) -> None:
    before = library.ask("SELECT * FROM authors")
    decided = "--decide column:authors.name:alter=ignore --decide column:books.note:remove=ignore"
    applied = shell.run_line_magic("schema", f"apply {OBJECTS} --yes {decided}")
    assert sorted(applied.changes) == ["column:books.year:add", "index:books.ix_books_title:add"]
    state = shell.run_line_magic("schema", f"run {OBJECTS} --yes {decided}")
    assert isinstance(state, LoopState) and state.status == "in_sync"
    history = shell.run_line_magic("schema", "log --database engine")
    assert isinstance(history, History) and "applied" in str(history)
    undone = shell.run_line_magic("schema", f"rollback {OBJECTS}")
    assert len(undone.changes) == 2 and library.ask("SELECT * FROM authors") == before
    assert len(shell.run_line_magic("schema", f"diff {OBJECTS}").changes) == 4


def test_names_may_have_attributes_and_come_from_variables(
    shell: InteractiveShell, library: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.user_ns["app"] = SimpleNamespace(engine=shell.user_ns["engine"], models=[shell.user_ns["Base"]])
    shell.user_ns["url"] = library.sides[1]
    for sides in ("app.engine --models app.models", "url --models Base", "$url --models Base", "{url} --models Base"):
        assert len(shell.run_line_magic("schema", f"diff --database {sides}").changes) == 4
    monkeypatch.setenv("SCHEMASYNC_DATABASE", "engine")
    monkeypatch.setenv("SCHEMASYNC_MODELS", "Base")
    assert len(shell.run_line_magic("schema", "diff").changes) == 4


def test_decisions_may_be_a_dict_of_the_notebook(shell: InteractiveShell, library: Any) -> None:
    shell.user_ns["decided"] = {"column:books.note:remove": {"do": "database"}}
    plan = shell.run_line_magic("schema", f"analyze {OBJECTS} --decisions decided --allow DELETES_DATA")
    assert {item.change.id: item.state for item in plan.items}["column:books.note:remove"] == "goes in"
    Path("decided").write_text('{"column:books.note:remove": "ignore"}')
    shell.user_ns["decided"] = 3
    assert len(shell.run_line_magic("schema", f"analyze {OBJECTS} --decisions decided").drift.ignored) == 1


def test_the_extension_is_taken_out_whole(shell: InteractiveShell) -> None:
    shell.run_line_magic("unload_ext", "schemasync_nb")
    assert "schema" not in shell.magics_manager.magics["line"]
    assert "diff" not in completions(shell, "%schema di")
    shell.run_line_magic("load_ext", "schemasync_nb")
    assert "diff" in completions(shell, "%schema di")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("diff --database engin --models Base", "did you mean engine"),
        ("diff --database engine --models Bse", "did you mean Base"),
        ("run --database engine --models Base --decide column:books.note:remove", "ID=SIDE"),
        ("nonsense", "'nonsense'"),
        ("diff --nonsense", "--nonsense"),
        ("diff --database sqlite:///missing.db --models Base", "there is no file"),
        ("diff --database engine --models 'm", "quotation"),
        ("diff --database engine --models nothing:Base", "nothing"),
        ("diff --database Base --models Base", "not a database"),
        ("diff --databse postgresql://ann:s3cr3t@host/db", "ann:***@host"),
    ],
)
def test_errors_are_one_line(line: str, said: str, shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    assert shell.run_line_magic("schema", line) is None
    out, err = capsys.readouterr()
    (complaint,) = out.splitlines()
    assert complaint.startswith("schema: ") and said.lower() in complaint.lower() and err == ""


def test_help(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    for line in ("", "--help"):
        assert shell.run_line_magic("schema", line) is None
        assert "exit codes" in capsys.readouterr().out
    shell.run_line_magic("schema", "diff --help")
    assert "--database URL" in capsys.readouterr().out


def test_json_and_files_as_in_the_shell(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    assert shell.run_line_magic("schema", f"diff {OBJECTS} --json") is None
    assert '"in_sync": false' in capsys.readouterr().out
    shell.run_line_magic("schema", f"analyze {OBJECTS} --out plan.json")
    assert Path("plan.json").exists()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("%schema di", "diff"),
        ("%schema ", "rollback"),
        ("%schema run --dec", "--decisions"),
        ("%schema diff ", "--database"),
        ("schema di", "diff"),
    ],
)
def test_completion(typed: str, offered: str, shell: InteractiveShell) -> None:
    assert offered in completions(shell, typed)


def test_completion_offers_only_what_the_command_takes(shell: InteractiveShell) -> None:
    offered = completions(shell, "%schema diff --")
    assert "--json" in offered and "--backfill" not in offered


def completions(shell: InteractiveShell, typed: str) -> list[str]:
    """What is offered at the end of what was typed."""
    assert shell.Completer is not None
    with provisionalcompleter():
        return [each.text.strip() for each in shell.Completer.completions(typed, len(typed))]


def test_no_other_magic_is_registered(shell: InteractiveShell) -> None:
    """Other extensions have %sql, %diff and %plan."""
    known = InteractiveShell().magics_manager.magics
    magics = shell.magics_manager.magics
    assert (set(magics["line"]) - set(known["line"]), magics["cell"].keys()) == ({"schema"}, known["cell"].keys())
