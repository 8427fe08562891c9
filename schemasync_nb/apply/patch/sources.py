"""The sources of the models: files and notebook cells, each read once."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from sqlalchemy import MetaData, Table

from schemasync_nb.apply.patch.source import Source, Waits
from schemasync_nb.models import Models
from schemasync_nb.models.importing import stamp_of


class Sources:
    """Reads the sources of the models.

    sources  what was read, by path, or by the name of a cell
    """

    def __init__(self, models: Models) -> None:
        self.models = models
        self.sources: dict[Path | str, Source] = {}

    def all_sources(self, word: bytes) -> Iterator[Source]:
        """The sources of the models in which a word stands."""
        files = dict.fromkeys([*self.models.files, *filter(None, map(file_of, self.models.modules.values()))])
        for file in files:
            try:
                content = file.read_bytes()
            except OSError:
                continue
            if word in content:
                yield self.source(file)
        main = self.models.modules.get("__main__")
        cells = [text for text in vars(main).get("In", ()) if isinstance(text, str)] if main else []
        for number, text in reversed(list(enumerate(cells))):
            if word.decode() in text:
                yield self._read_cell(number, text)

    def files_with(self, table: Table) -> set[Path | None]:
        """The files of the modules that know a table or its MetaData."""
        known = (table, table.metadata)
        modules = self.models.modules.values()
        return {file_of(each) for each in modules if any(value in known for value in _tables_of(each))}

    def _read_cell(self, number: int, text: str) -> Source:
        key = f"cell {number}"
        if key not in self.sources:
            self.sources[key] = Source(text, key)
        return self.sources[key]

    def source(self, path: Path) -> Source:
        """A file, read once."""
        if path not in self.sources:
            self.sources[path] = source = Source.read(path)
            stamp = self.models.stamps.get(path)
            if stamp is not None and stamp != stamp_of(path):
                source.stale = True
        if self.sources[path].stale:
            label = self.sources[path].label
            raise Waits(f"{label}:1: the file was changed since the models were loaded: load them again")
        return self.sources[path]

    def source_of(self, cls: type) -> Source:
        """Where a class is written: a file, or a cell of a notebook."""
        module = self.models.modules.get(cls.__module__)
        if module is None:
            raise Waits(f"{cls.__module__}:1: class {cls.__name__} is a library's")
        if file := file_of(module):
            return self.source(file)
        return self._cell(cls.__qualname__.partition(".")[0], module)

    def source_if_own(self, cls: type) -> Source | None:
        if cls.__module__ not in self.models.modules:
            return None
        return self.source_of(cls)

    def _cell(self, name: str, module: ModuleType) -> Source:
        """The last cell that states a class."""
        cells = [text for text in vars(module).get("In", ()) if isinstance(text, str)]
        for number, text in reversed(list(enumerate(cells))):
            if f"class {name}" in text:
                return self._read_cell(number, text)
        raise Waits(f"class {name} was typed where its source cannot be read: put it in a file")


def _tables_of(module: ModuleType) -> Iterator[Table | MetaData]:
    """The tables in a module's names, and the MetaData, also that of a base."""
    for value in list(vars(module).values()):
        metadata = vars(value).get("metadata") if isinstance(value, type) else None
        for each in (value, metadata):
            if isinstance(each, Table | MetaData):
                yield each


def file_of(module: ModuleType) -> Path | None:
    """The file of a module; None for one that was typed."""
    file = vars(module).get("__file__")
    return Path(file).resolve() if isinstance(file, str) and inspect.ismodule(module) else None
