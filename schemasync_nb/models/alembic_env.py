"""The models that an Alembic environment names, without running a migration or connecting to a database."""

from __future__ import annotations

import logging.config
import sys
import threading
import warnings
from collections.abc import Iterator
from configparser import Error as ConfigError
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine, event

from schemasync_nb.database import explained
from schemasync_nb.errors import ModelsError
from schemasync_nb.models.importing import fresh, prepared


class _Connecting(BaseException):
    """Raised where an ``env.py`` would connect; a BaseException, so that no ``except Exception`` there swallows it."""


def target_metadata(ini: Path) -> tuple[list[Any], Path]:
    """(what ``env.py`` gives as target_metadata, the script directory)."""
    config, script, folders = _configured(ini)
    env = Path(script.dir).resolve() / "env.py"
    if not env.is_file():
        raise ModelsError(f"{ini}: there is no {env}: correct script_location")
    seen: list[Any] = []
    with fresh(str(ini), *folders):
        module, execute = prepared("env_py", env)

        def configure(*args: Any, target_metadata: Any = None, **options: Any) -> None:
            seen.append(target_metadata)

        context = EnvironmentContext(config, script, as_sql=True)
        nothing = {name: lambda *args, **options: None for name in ("run_migrations", "execute")}
        vars(context).update(configure=configure, begin_transaction=nullcontext, **nothing)
        with _no_connections(), _logging_left_alone(), context:
            try:
                execute(module)
            except _Connecting:
                pass  # an env.py without an offline mode; what it states at its top is known by now
            except Exception:
                if not seen:
                    raise
        stated = [each for each in seen or [vars(module).get("target_metadata")] if each is not None]
    flat = [one for each in stated for one in (each if isinstance(each, list | tuple) else [each])]
    if not flat:
        raise ModelsError(f"{ini}: target_metadata in {env} is None: set it to your models' metadata there")
    return flat, env.parent


def _configured(ini: Path) -> tuple[Config, ScriptDirectory, list[Path]]:
    """What Alembic's own command makes of the file beside it, and the folders from which its ``env.py`` imports."""
    toml = ini.with_name("pyproject.toml")
    config = Config(str(ini), toml_file=str(toml) if toml.is_file() else None)
    path = sys.path[:]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of older files: their owner's business
            location = config.get_alembic_option("script_location")
            if location and ":" not in location and not Path(location).is_dir():
                config.set_main_option("script_location", str(ini.parent / location).replace("%", "%%"))
            script = ScriptDirectory.from_config(config)
        imports_from = sys.path[: len(sys.path) - len(path)]
    except (ConfigError, CommandError, ValueError) as error:
        raise ModelsError(f"{explained(error, str(ini))}: correct the file") from None
    finally:
        sys.path[:] = path
    folders = [ini.parent, *(ini.parent / entry for entry in imports_from)]
    return config, script, list(dict.fromkeys(folder.resolve() for folder in folders if folder.is_dir()))


@contextmanager
def _no_connections() -> Iterator[None]:
    """No engine of any kind connects in this thread."""
    here = threading.get_ident()

    def refuse(*args: object) -> None:
        if threading.get_ident() == here:
            raise _Connecting

    event.listen(Engine, "do_connect", refuse)
    try:
        yield
    finally:
        event.remove(Engine, "do_connect", refuse)


@contextmanager
def _logging_left_alone() -> Iterator[None]:
    """The ``fileConfig`` that every ``env.py`` calls would silence the caller's own loggers."""
    kept = {name: getattr(logging.config, name) for name in ("fileConfig", "dictConfig")}
    vars(logging.config).update({name: lambda *args, **options: None for name in kept})
    try:
        yield
    finally:
        vars(logging.config).update(kept)
