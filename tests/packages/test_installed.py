"""The same way by the shell, with the newest release itself installed: its own mappers, types and listeners."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from ..laws.homes import Home, home_of
from .published import Published
from .test_frozen import PLACES

pytestmark = [pytest.mark.packages, pytest.mark.slow]


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Published], Path]:
    """Gives an environment of a package's own; what it does not have it finds where these tests run."""

    @cache
    def installed(package: Published) -> Path:
        folder = tmp_path_factory.mktemp(package.name) / "environment"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        python = folder / "bin" / "python"
        installer = ["uv", "pip"] if shutil.which("uv") else [sys.executable, "-m", "pip"]
        where = ["--python", str(python)]
        command = [*installer, "install", *where] if installer[0] == "uv" else [*installer, *where, "install"]
        subprocess.run([*command, "--quiet", *package.new], check=True)
        own = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
        here = sysconfig.get_path("purelib")
        (own / "beside.pth").write_text(f"import site; site.addsitedir({here!r})\n", "utf-8")
        return python

    return installed


class Shell:
    """`schema` over one database, with a package's own models."""

    def __init__(self, python: Path, package: Published, engine: str, url: str) -> None:
        self.command = [
            python,
            "-W",
            "ignore",
            "-c",
            "import sys; from schemasync_nb.cli import main; sys.exit(main())",
        ]
        self.decisions = package.decisions_file(engine)
        self.environment = {
            **os.environ,
            "SCHEMASYNC_DATABASE": url,
            "SCHEMASYNC_MODELS": f"{package.real_models}:metadata",
            "SCHEMASYNC_ENVIRONMENT": "development",
        }

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        done = subprocess.run([*self.command, *arguments], env=self.environment, capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    def run(self) -> tuple[int, str, str]:
        return self("run", "--yes", "--json", "--allow", "DELETES_DATA", "--decisions", str(self.decisions))


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Published, str, Home]]:
    package, engine = request.param
    with home_of(package.case(engine), tmp_path) as home:
        yield package, engine, home


def test_there_and_back(place: tuple[Published, str, Home], install: Callable[[Published], Path]) -> None:
    """Laws 2, 3 and 4 with the package's own models: in sync at the end, no row lost, and the way back."""
    package, engine, home = place
    url = home.with_rows()
    shell = Shell(install(package), package, engine, url)
    before = home.held(url)

    code, out, err = shell.run()
    assert code == 0, err + out
    result = json.loads(out)
    assert (result["status"], result["remaining"]) == ("in_sync", [])
    after = home.held(url)
    assert home.losses(before, after) == []
    assert package.differing(home.differences(url)) == []
    assert json.loads(shell("diff", "--json")[1])["changes"] == []

    for _ in [each for each in result["passes"] if each["applied"]]:
        code, out, err = shell("rollback", "--yes")
        assert code == 0, err + out
    assert home.losses(before, home.held(url), through=after) == []
    assert shell.run()[0] == 0
