"""The frame around the rooms: what is installed, what an import costs, what the tracked files may not say."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
import sqlalchemy

import schemasync_nb

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "schemasync_nb"
# The shells and faces may know the notebook's libraries; the rooms below them serve a server without any.
ABOVE_AND_SHOW = {"__init__.py", "cli.py", "magics", "sync.py", "show"}
NOTEBOOK_LIBRARIES = {"IPython", "anywidget", "graphviz", "ipywidgets", "itables", "matplotlib", "pandas"}


@pytest.mark.needs("wheel")
def test_what_is_tested_is_the_installed_wheel() -> None:
    assert Path(schemasync_nb.__file__).is_relative_to(sysconfig.get_path("purelib"))


@pytest.mark.needs("wheel")
def test_a_subprocess_also_gets_the_installed_wheel() -> None:
    assert Path(python("import schemasync_nb; print(schemasync_nb.__file__)")).is_relative_to(
        sysconfig.get_path("purelib")
    )


def test_sqlalchemy_is_the_version_asked_for() -> None:
    assert sqlalchemy.__version__.startswith(os.environ.get("SCHEMASYNC_TEST_SQLALCHEMY", "2."))


def test_the_wheel_has_the_package_the_sample_and_the_notebooks_and_nothing_else(tmp_path: Path) -> None:
    """Each source file lies in the wheel at its place; tests, backups and caches do not."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    expected = {
        str(PurePosixPath("schemasync_nb", *path.relative_to(PACKAGE if folder == "schemasync_nb" else ROOT).parts))
        for folder in ("schemasync_nb", "sample_db", "notebooks")
        for path in tracked(folder)
    }
    assert inside == expected
    assert "schemasync_nb/py.typed" in inside


def test_importing_the_package_is_light_and_quiet() -> None:
    """The public names are lazy: `import schemasync_nb` loads no notebook library, and warns of nothing."""
    loaded = python(
        "import sys, schemasync_nb; print(*{name.partition('.')[0] for name in sys.modules})", "-W", "error"
    )
    assert not NOTEBOOK_LIBRARIES & set(loaded.split())


def module_level_imports(statements: list[ast.stmt]) -> Iterator[str]:
    """Top names that are imported when the module is: everywhere but inside functions and `if TYPE_CHECKING`."""
    for statement in statements:
        match statement:
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                pass
            case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING"), orelse=orelse):
                yield from module_level_imports(orelse)
            case _:
                parts = (child for child in ast.iter_child_nodes(statement))
                blocks = [
                    part.body if isinstance(part, ast.ExceptHandler | ast.match_case) else [part] for part in parts
                ]
                yield from module_level_imports(
                    [part for block in blocks for part in block if isinstance(part, ast.stmt)]
                )


def test_module_level_imports_are_found_wherever_they_run() -> None:
    source = """
import a.b
if x:
    from c import d
else:
    import e
try:
    import f
except ImportError:
    import g
class C:
    import h
if typing.TYPE_CHECKING:
    import hidden
else:
    import i
def function():
    import hidden
from . import hidden
"""
    assert list(module_level_imports(ast.parse(source).body)) == list("acefghi")


def rooms() -> list[str]:
    modules = {path.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob("*.py")}
    return sorted(modules - ABOVE_AND_SHOW)


@pytest.mark.parametrize("room", rooms())
def test_below_show_no_module_needs_a_notebook_library_to_be_imported(room: str) -> None:
    found = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in [PACKAGE / room, *(PACKAGE / room).rglob("*.py")]
        if path.is_file()
        for name in module_level_imports(ast.parse(path.read_text()).body)
        if name in NOTEBOOK_LIBRARIES
    }
    assert not found


# Written apart, so that this file does not hold what it looks for
HOSTS = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "deb.debian" + ".org", "registry." + "yarnpkg"]
MACHINE_PATHS = ["/" + place for place in ("work/", "root/", "home/", "Users/", "opt/wheels")]


def test_no_tracked_file_names_a_registry_or_a_place_on_one_machine() -> None:
    told = re.compile("|".join([*map(re.escape, HOSTS), *(rf"(?<![\w.*~{{}}-]){re.escape(p)}" for p in MACHINE_PATHS)]))
    found = {
        f"{path.relative_to(ROOT)}:{number}: {hit[0]}"
        for path in tracked(".")
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if (hit := told.search(line))
    }
    assert not found


def tracked(folder: str) -> list[Path]:
    """Files that git tracks or would track: a new file counts before it is added."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def python(code: str, *options: str) -> str:
    return subprocess.run(
        [sys.executable, *options, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()
