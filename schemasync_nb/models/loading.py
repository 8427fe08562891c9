"""Models, and how a person may refer to them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Index, MetaData, Table
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import registry

from schemasync_nb.database import explained
from schemasync_nb.errors import ModelsError
from schemasync_nb.models.alembic_env import target_metadata
from schemasync_nb.models.importing import (
    all_registries,
    blaming,
    emptied,
    fresh,
    import_file,
    import_module,
    is_ours,
    mappers_of,
    name_of,
    own_modules,
    stamp_of,
)

Named = tuple[str, MetaData]
ACCEPTED = "a DeclarativeBase class, a MetaData, a module or package.module:attr"


@dataclass(frozen=True)
class Models:
    """The models of one database.

    metadata         the tables; the caller's own object where exactly one was given, else all of them in a new one
    registries       the classes mapped onto them, for trying the ORM
    source           what the caller calls them
    files            the source files of the mapped classes, as far as known
    alembic          the ``alembic.ini`` they were taken from, if any ...
    script_location  ... and its script directory
    ref              what loads them again in another process; None where an object was given
    parts            each MetaData that was given
    modules          the caller's own modules, as they were when the models were loaded
    stamps           their files then: path -> (time, size), by which an edit since is seen
    """

    metadata: MetaData
    registries: tuple[registry, ...] = ()
    source: str = ""
    files: tuple[Path, ...] = ()
    alembic: Path | None = None
    script_location: Path | None = None
    ref: str | None = None
    parts: tuple[MetaData, ...] = ()
    modules: Mapping[str, ModuleType] = field(default_factory=dict)
    stamps: Mapping[Path, tuple[int, int]] = field(default_factory=dict)

    def again(self) -> Models:
        """The same models as their files state them now; themselves where no file does. What the caller holds of them
        stays as it was imported. ModelsError where the files cannot be imported."""
        if self.alembic and self.ref:
            return load(self.ref)
        if any(cls.__module__ == "__main__" for cls in _classes(self.registries)):
            return self
        holding = {name: _held_by(module, self.parts) for name, module in self.modules.items() if name != "__main__"}
        files = {name: Path(str(vars(self.modules[name]).get("__file__"))) for name, held in holding.items() if held}
        homes = [name for part in self.parts for name in [n for n in files if id(part) in holding[n]][:1]]
        if len(homes) < len(self.parts):
            return self
        folders = dict.fromkeys(name_of(file)[0] for file in files.values())
        with fresh(self.source, *folders), ExitStack() as bases:
            for base in self._shared_bases(files):
                bases.enter_context(emptied(base))
            modules = {name: import_file(file) for name, file in files.items()}
            found = [
                (holding[home][id(part)], _metadata_of(getattr(modules[home], holding[home][id(part)])))
                for home, part in zip(homes, self.parts, strict=True)
            ]
            named = [(name, metadata) for name, metadata in found if metadata is not None]
            module = modules[homes[0]] if len(modules) == 1 else None
            return replace(_assembled(named, self.source, module, None, self.script_location), ref=self.ref)

    def _shared_bases(self, files: Collection[str]) -> set[type]:
        """The bases that none of these modules states, as SQLModel is, and that hold the caller's own classes.

        ModelsError where modules fill them that cannot be imported anew.
        """
        found = set()
        for cls in _classes(self.registries):
            base = next((each for each in cls.__mro__ if "metadata" in vars(each)), cls)
            emptied_before = not any(getattr(base, "metadata", None) is part for part in self.parts)
            theirs = emptied_before or not is_ours(cls.__module__, self.modules.get(cls.__module__))
            if base.__module__ not in files and theirs:
                if cls.__module__ not in files:
                    way_on = f"give path/to/models.py:{base.__name__}"
                    raise ModelsError(f"{self.source}: {cls.__module__} cannot be imported anew: {way_on}")
                found.add(base)
        return found


def lists_columns(index: Index) -> bool:
    """False for an index that is stated without a column, as SQLAlchemy lets one do: no database could make it."""
    return bool(index.expressions)


def load_models(ref: object) -> MetaData:
    """The MetaData of whatever ``ref`` is: the models that a database is compared with."""
    return load(ref).metadata


def load(ref: object) -> Models:
    """The models that a person refers to; ModelsError in one line when there are none to be had.

    ref  DeclarativeBase class, MetaData, registry, object with ``.metadata``, module, a list of these,
         ``"package.module:attr"``, ``"path/to/models.py:attr"`` or ``"path/to/alembic.ini"``
    """
    if isinstance(ref, Models):
        return ref
    if not isinstance(ref, str | os.PathLike):
        name = _name(ref) if isinstance(ref, type | ModuleType) else "models"
        return replace(_assembled(_found(ref, name), _name(ref)), ref=None)
    text = os.fspath(ref).strip()
    place, attribute = _split(text)
    if place.endswith(".ini"):
        return _from_alembic(_existing(place, text), text)
    if not (place.endswith(".py") or re.search(r"[/\\]", place)):
        if not all(part.isidentifier() for part in place.split(".")):
            raise ModelsError(
                f"{text!r} names no models: give package.module:attr, path/to/models.py:attr or alembic.ini"
            )
        with blaming(text):
            module = import_module(place, text)
            return _assembled(_found(_attribute(module, attribute, text), text), text, module)
    path = _existing(place, text)
    with fresh(text, name_of(path)[0], behind=path.parent):
        module = import_file(path)
        return _assembled(_found(_attribute(module, attribute, text), text), text, module)


def _split(text: str) -> tuple[str, str]:
    """(module or path, attribute); the colon after a drive letter separates nothing."""
    match = re.fullmatch(r"(.{2,}|[^\W\d](?!:.*\.py$)):([^\W\d][\w.]*)", text)
    return (match[1], match[2]) if match else (text.removesuffix(":"), "")


def _existing(place: str, text: str) -> Path:
    path = Path(place).expanduser().resolve()
    if path.is_dir() and (path / "__init__.py").is_file():
        path /= "__init__.py"
    if path.is_file():
        return path
    missing = "that is a folder" if path.is_dir() else f"there is no file {path}"
    raise ModelsError(f"{text}: {missing}: give path/to/models.py:Base or path/to/alembic.ini")


def _attribute(module: ModuleType, attribute: str, text: str) -> object:
    found: Any = module
    for name in filter(None, attribute.split(".")):
        if not hasattr(found, name):
            near = get_close_matches(name, dir(found), 3) or [name for name, _ in _candidates(module)]
            way_on = f"did you mean {' or '.join(near)}" if near else f"give {ACCEPTED}"
            raise ModelsError(f"{text}: there is no {name} in it: {way_on}")
        found = getattr(found, name)
    return found


def _name(ref: object) -> str:
    """How a person would call an object."""
    match ref:
        case list() | tuple():
            return ", ".join(_name(each) for each in ref) or "an empty list"
        case ModuleType():
            return ref.__name__
        case type():
            return f"{ref.__module__}.{ref.__qualname__}"
        case _:
            return type(ref).__name__


def _found(ref: object, name: str) -> list[Named]:
    """Each MetaData in ``ref`` with what to call it."""
    if isinstance(ref, list | tuple):
        names = [_name(each) if isinstance(each, type | ModuleType) else f"{name}[{n}]" for n, each in enumerate(ref)]
        return [found for each, its_name in zip(ref, names, strict=True) for found in _found(each, its_name)]
    if isinstance(ref, ModuleType):
        return [_only_one(ref, name)]
    metadata = _metadata_of(ref)
    if metadata is None:
        raise ModelsError(f"{name}: {_name(ref)} has no metadata: give {ACCEPTED}")
    return [(name, metadata)]


def _metadata_of(value: object) -> MetaData | None:
    table = vars(value).get("__table__") if isinstance(value, type) else None
    if isinstance(table, Table):  # its base may have another by now
        return table.metadata
    try:
        metadata = value if isinstance(value, MetaData) else getattr(value, "metadata", None)
    except RuntimeError:  # a proxy of a web framework, outside a request
        return None
    return metadata if isinstance(metadata, MetaData) else None


def _candidates(module: ModuleType) -> list[Named]:
    """Each MetaData in a module under the best of its names: its declarative base, itself, what has it, a table."""
    best: dict[int, tuple[int, str, MetaData]] = {}
    for name, value in vars(module).items():
        metadata = None if name.startswith("__") else _metadata_of(value)
        if metadata is not None:
            holds_a_table = isinstance(value, Table) or hasattr(value, "__table__")
            rank = 3 if holds_a_table else 0 if isinstance(value, type) else 1 if isinstance(value, MetaData) else 2
            best[id(metadata)] = min(
                best.get(id(metadata), (9, "", metadata)), (rank, name, metadata), key=lambda b: b[0]
            )
    return [(name, metadata) for _, name, metadata in best.values()]


def _held_by(module: ModuleType, parts: Sequence[MetaData]) -> dict[int, str]:
    """Which of these MetaData a module holds, and under which name."""
    wanted = {id(part) for part in parts}
    return {id(metadata): name for name, metadata in _candidates(module) if id(metadata) in wanted}


def _only_one(module: ModuleType, name: str) -> Named:
    candidates = _candidates(module)
    filled = [each for each in candidates if each[1].tables] or candidates
    if not filled:
        raise ModelsError(f"{name}: there is no metadata in module {module.__name__}: give {ACCEPTED}")
    if len(filled) > 1:
        names = ", ".join(each for each, _ in filled)
        raise ModelsError(f"{name}: module {module.__name__} has several metadata ({names}): say which, after a colon")
    return name, filled[0][1]


def _from_alembic(ini: Path, text: str) -> Models:
    stated, scripts = target_metadata(ini)
    found = _found(stated[0] if len(stated) == 1 else stated, f"target_metadata of {text}")
    return _assembled(found, text, None, ini, scripts)


def _assembled(
    found: list[Named],
    source: str,
    module: ModuleType | None = None,
    alembic: Path | None = None,
    script_location: Path | None = None,
) -> Models:
    named = list({id(metadata): (name, metadata) for name, metadata in reversed(found)}.values())[::-1]
    if not any(metadata.tables for _, metadata in named):
        raise ModelsError(f"{source}: no tables in these models: import the modules that define them first")
    modules = own_modules()
    registries = [each for each in all_registries() if any(each.metadata is metadata for _, metadata in named)]
    registries.sort(key=lambda each: sorted(f"{cls.__module__}.{cls.__qualname__}" for cls in _classes([each])))
    return Models(
        metadata=named[0][1] if len(named) == 1 else _merged(named),
        registries=tuple(registries),
        source=source,
        files=_files(registries, module),
        alembic=alembic,
        script_location=script_location,
        ref=source,
        parts=tuple(metadata for _, metadata in named),
        modules=modules,
        stamps={path: stamp_of(path) for path in map(_file, modules.values()) if path and path.is_file()},
    )


def _classes(registries: Iterable[registry]) -> list[type]:
    return [mapper.class_ for each in registries for mapper in mappers_of(each)]


def _files(registries: Iterable[registry], module: ModuleType | None) -> tuple[Path, ...]:
    """Where the mapped classes are defined; for tables without classes, the module that was named."""
    modules = {sys.modules.get(cls.__module__) for cls in _classes(registries)} or {module}
    files = {vars(each).get("__file__") for each in modules if each is not None}
    return tuple(sorted(Path(file).resolve() for file in files if file))


def _file(module: ModuleType) -> Path | None:
    file = vars(module).get("__file__")
    return Path(file).resolve() if isinstance(file, str) else None


def _merged(named: list[Named]) -> MetaData:
    """All tables in one new MetaData, sorted; the given ones are left as they are."""
    owners: dict[str, str] = {}
    for name, metadata in named:
        for key in metadata.tables:
            if key in owners:
                raise ModelsError(
                    f"table {key} is defined twice, in {owners[key]} and in {name}: leave one of them out"
                )
            owners[key] = name
    merged = MetaData()
    for table in sorted(
        (each for _, metadata in named for each in metadata.tables.values()), key=lambda each: each.key
    ):
        merged.naming_convention = table.metadata.naming_convention
        try:
            _copied(table, merged)
        except SQLAlchemyError as error:
            raise ModelsError(explained(error, f"table {table.fullname}")) from None
    if any(metadata.naming_convention != merged.naming_convention for _, metadata in named):
        merged.naming_convention = MetaData().naming_convention  # every name is settled by now
    return merged


def _copied(table: Table, into: MetaData) -> None:
    """Copy a table with what ``to_metadata`` leaves behind: prefixes, the default schema, names that are made late."""
    source = table.metadata
    copy = table.to_metadata(into, referred_schema_fn=lambda _, __, ___, schema: schema or source.schema)
    copy._prefixes = list(table._prefixes)
    for constraint in copy.constraints:
        if constraint.name is not None and not isinstance(constraint.name, str):  # it is made when DDL is compiled
            constraint.name = DefaultDialect().identifier_preparer.format_constraint(constraint, _alembic_quote=False)
