"""Import the user's code as it stands on the disk now, without disturbing what is imported already.

A file is imported under its own name and with its siblings, as Python does from its folder. A notebook does so again
after an edit, and for other files of the same name; therefore what an earlier import of ours left is dropped first, and
modules of the caller's that have these names step aside while it lasts.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import sys
import sysconfig
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import MetaData, Table
from sqlalchemy.orm import Mapper, mapperlib, registry

from schemasync_nb.database import explained
from schemasync_nb.errors import ModelsError

_lock = threading.RLock()
_ours: dict[str, ModuleType] = {}  # what imports of ours put into sys.modules and left there

_PACKAGE = Path(__file__).parents[1]
_FIXED = {"__main__", "__mp_main__", _PACKAGE.name}
_SITE = {"site-packages", "dist-packages"}
_STDLIB = {Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib")}


def import_module(name: str, ref: str) -> ModuleType:
    """A module by its dotted name, from the current folder too; ModelsError says whose error it is when it fails."""
    if not {os.getcwd(), ""} & set(sys.path):
        sys.path.insert(0, os.getcwd())
    with _lock, blaming(ref), redirect_stdout(sys.stderr):
        _drop_ours(known for known in _ours if _top(known) == _top(name))
        importlib.invalidate_caches()
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name is None or not f"{name}.".startswith(f"{error.name}."):
                raise
            raise ModelsError(f"{ref}: there is no module {error.name}: {_other_spelling(name)}") from None


def _other_spelling(name: str) -> str:
    parent, _, last = name.rpartition(".")
    try:
        if parent and hasattr(importlib.import_module(parent), last):
            return f"did you mean {parent}:{last}"
    except ImportError:
        pass
    return "run from the folder that holds it, or give path/to/models.py:Base"


def import_file(path: Path) -> ModuleType:
    """The module of a ``.py`` file; called inside ``fresh`` with the folder that ``name_of`` tells."""
    name = name_of(path)[1]
    parent, _, last = name.rpartition(".")
    package = importlib.import_module(parent) if parent else None
    if name in sys.modules and _file(sys.modules[name]) == path:  # its own package imports it
        return sys.modules[name]
    if name in sys.modules or _hides_a_library(name):
        name = f"{name}_{hashlib.sha256(str(path).encode()).hexdigest()[:8]}"
    module, execute = prepared(name, path)
    sys.modules[name] = module
    try:
        execute(module)
    except BaseException:
        del sys.modules[name]
        raise
    if package:
        setattr(package, last, module)
    return module


def prepared(name: str, path: Path) -> tuple[ModuleType, Callable[[ModuleType], None]]:
    """The module of a file, still empty, and what fills it."""
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ModelsError(f"{path}: it is no Python file: give path/to/models.py:Base")
    return importlib.util.module_from_spec(spec), spec.loader.exec_module


def name_of(path: Path) -> tuple[Path, str]:
    """The folder from which a file is imported, and the dotted name that it has there: packages are climbed."""
    parts = [] if path.stem == "__init__" else [path.stem]
    folder = path.parent
    while (folder / "__init__.py").is_file() and folder.name.isidentifier():
        parts.insert(0, folder.name)
        folder = folder.parent
    return folder, ".".join(parts)


@contextmanager
def fresh(ref: str, *folders: Path, behind: Path | None = None) -> Iterator[None]:
    """What is imported inside from these folders is read anew; the folders stay importable afterwards.

    behind  a folder of lower rank than the libraries: inside a package, a file may well be called ``email.py``
    """
    ahead = list(dict.fromkeys(map(str, folders)))
    last = [str(behind)] if behind and behind not in folders else []
    path = [entry for entry in sys.path if entry not in {*ahead, *last}]
    writes = sys.dont_write_bytecode
    with _lock, blaming(ref):
        names = {
            entry.stem for folder in folders for entry in folder.iterdir() if entry.suffix == ".py" or entry.is_dir()
        }
        aside = {name: module for name, module in sys.modules.items() if _steps_aside(name, module, names, folders)}
        theirs = {name: module for name, module in aside.items() if _ours.get(name) is not module}
        _drop_ours(aside.keys() - theirs.keys())
        for name in theirs:
            del sys.modules[name]
        sys.path[:] = [*ahead, *path, *last]
        sys.dont_write_bytecode = True  # after an edit in the same second, a cache would be taken for current
        importlib.invalidate_caches()
        try:
            with redirect_stdout(sys.stderr):
                yield
            came = {name: module for name, module in sys.modules.items() if _steps_aside(name, module, names, folders)}
            _ours.update(came)
        except BaseException:
            for name in [name for name, module in sys.modules.items() if _steps_aside(name, module, names, folders)]:
                del sys.modules[name]
            raise
        finally:
            sys.modules.update(theirs)
            sys.path[:] = [*path, *ahead, *last]
            sys.dont_write_bytecode = writes


@contextmanager
def emptied(base: Any) -> Iterator[None]:
    """What is imported inside finds a declarative base without tables; afterwards it has those that it had."""
    kept = {name: getattr(base, name) for name in ("metadata", "_sa_registry")}
    metadata = MetaData(schema=base.metadata.schema, naming_convention=base.metadata.naming_convention)
    type_map = base._sa_registry.type_annotation_map
    base.metadata, base._sa_registry = metadata, registry(metadata=metadata, type_annotation_map=type_map)
    try:
        yield
    finally:
        for name, value in kept.items():
            setattr(base, name, value)


@contextmanager
def blaming(ref: str) -> Iterator[None]:
    """Turn what the user's code raises into one line that says where it did."""
    try:
        yield
    except ModelsError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001  the user's code may raise anything
        said = f"{type(error).__name__}: {explained(error)}" if str(error) else type(error).__name__
        raise ModelsError(f"{ref}: importing it failed at {_where(error)}: {said}: correct that first") from None


def _where(error: BaseException) -> str:
    """``file:line`` of the innermost frame in the user's code."""
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        frames.append((error.filename, error.lineno))
    file, line = next((frame for frame in reversed(frames) if not _is_foreign(frame[0])), frames[-1])
    return f"{Path(file).relative_to(Path.cwd()) if Path(file).is_relative_to(Path.cwd()) else file}:{line}"


def own_modules() -> dict[str, ModuleType]:
    """The modules that are neither Python's, nor a library's, nor this package's, by name, in the order of import."""
    found = {}
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__dict__", {}).get("__file__")
        if name == "__main__" or (isinstance(file, str) and not _is_known(file)):
            found[name] = module
    return found


def stamp_of(path: Path) -> tuple[int, int]:
    """What changes when a file is written: its time in nanoseconds, its size in bytes."""
    facts = path.stat()
    return facts.st_mtime_ns, facts.st_size


@cache
def _is_known(file: str) -> bool:
    return _is_foreign(file)


def _is_foreign(file: str) -> bool:
    """Whether a frame is in Python, in a library or in this package."""
    ours = Path(file).is_relative_to(_PACKAGE) and "sample_db" not in Path(file).parts
    return file.startswith("<") or ours or _is_installed(Path(file))


def _is_installed(file: Path) -> bool:
    return not _SITE.isdisjoint(file.parts) or any(file.is_relative_to(folder) for folder in _STDLIB)


def _hides_a_library(name: str) -> bool:
    """Whether a module of this name would stand in the way of a library that may be imported later."""
    spec = importlib.util.find_spec(name) if "." not in name else None
    return _top(name) in sys.stdlib_module_names or bool(spec and spec.origin and _is_installed(Path(spec.origin)))


def _top(name: str) -> str:
    return name.partition(".")[0]


@cache
def _resolved(place: str) -> Path:
    return Path(place).resolve()


def _file(module: ModuleType) -> Path | None:
    """Where a module comes from: a folder for a package without ``__init__.py``, None for what is built in."""
    facts = getattr(module, "__dict__", {})  # getattr on the module itself could set off a lazy import
    places = [facts.get("__file__"), *(facts.get("__path__") or ())]
    return next((_resolved(place) for place in places if isinstance(place, str)), None)


def _steps_aside(name: str, module: ModuleType, names: set[str], folders: tuple[Path, ...]) -> bool:
    """Whether a module has a name that is found in these folders, and comes from one of them or is no library."""
    file = None if _top(name) in _FIXED or _top(name) not in names else _file(module)
    return file is not None and (any(_lies_in(file, folder) for folder in folders) or not _is_installed(file))


def _lies_in(file: Path, folder: Path) -> bool:
    """Whether a file belongs to the code in a folder, and not to an environment that lies there or is the folder."""
    if folder.name in _SITE or not file.is_relative_to(folder):
        return False
    return not _is_installed(file) or (_is_installed(folder) and _SITE.isdisjoint(file.relative_to(folder).parts))


def all_registries() -> list[registry]:
    """Every registry of mapped classes in this process; none where SQLAlchemy no longer tells."""
    return list(getattr(mapperlib, "_all_registries", list)())


def mappers_of(each: registry) -> list[Mapper[Any]]:
    """The mappers of a registry; a class whose definition failed is passed over, where ``registry.mappers`` fails."""
    return [manager.mapper for manager in list(each._managers) if manager.is_mapped]


def is_ours(name: str, module: ModuleType | None) -> bool:
    """True for a module that an import of ours left, False for one that the caller imported."""
    return module is not None and _ours.get(name) is module


def _drop_ours(names: Iterable[str]) -> None:
    """Forget modules that imports of ours left, with the classes they put on another module's base (as on SQLModel)."""
    dropped = {name: _ours.pop(name) for name in list(names)}
    for name, module in dropped.items():
        if sys.modules.get(name) is module:
            del sys.modules[name]
    classes = {id(value) for module in dropped.values() for value in vars(module).values() if isinstance(value, type)}
    for each in all_registries() if classes else ():
        for mapper in [mapper for mapper in mappers_of(each) if id(mapper.class_) in classes]:
            bases = [base for base in mapper.class_.__mro__ if "metadata" in vars(base)]
            if any(base.__module__ not in dropped for base in bases):
                if isinstance(mapper.local_table, Table):
                    each.metadata.remove(mapper.local_table)
                each._managers.pop(mapper.class_manager, None)
                each._dispose_manager_and_mapper(mapper.class_manager)
