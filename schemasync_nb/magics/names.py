"""Names of the notebook where the shell takes a URL, a reference to models or a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, MetaData
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from schemasync_nb.errors import DecisionError
from schemasync_nb.settings import settled

DATABASES = (Engine, Connection, AsyncEngine, AsyncConnection, URL)


def named(options: argparse.Namespace, names: Mapping[str, Any]) -> None:
    """Put the objects in the place of their names, in the options and where a variable or setting gives one.

    DecisionError when a plain word is no name here but nearly one.
    """
    if not hasattr(options, "database"):
        return
    settings = settled({key: getattr(options, key, None) for key in ("database", "models")})
    for key, fits in (("database", is_database), ("models", is_models), ("decisions", is_decisions)):
        text = settings.get(key, getattr(options, key, None))
        if not isinstance(text, str) or (key == "models" and not hasattr(options, key)):
            continue
        found = resolved(text, names)
        if found is not None and (key != "decisions" or fits(found)):
            setattr(options, key, found)
        elif text.isidentifier() and not Path(text).exists():
            near = get_close_matches(text, fitting(names, fits), 1)
            if near:
                raise DecisionError(f"--{key} {text}: this notebook has no such name: did you mean {near[0]}")


def resolved(text: str, names: Mapping[str, Any]) -> Any:
    """The object that a name or dotted name stands for; None when there is none."""
    first, *attributes = text.split(".")
    found = names.get(first) if first.isidentifier() else None
    for attribute in attributes:
        found = getattr(found, attribute, None)
    return found


def fitting(names: Mapping[str, Any], fits: Any) -> Iterator[str]:
    """The notebook's own names whose objects fit."""
    for name, value in list(names.items()):
        if not name.startswith("_"):
            with suppress(Exception):  # an object that cannot be looked at, such as a proxy without its application
                if fits(value):
                    yield name


def is_database(value: Any) -> bool:
    """Whether a database can be opened by it."""
    if isinstance(value, str) and "://" in value:
        with suppress(ArgumentError):
            return bool(make_url(value).drivername)
    return isinstance(value, DATABASES)


def is_models(value: Any) -> bool:
    """Whether it holds all models: a base, a MetaData, an object with one, a list of them; not a single class."""
    if isinstance(value, list | tuple):
        return bool(value) and all(map(is_models, value))
    return isinstance(getattr(value, "metadata", value), MetaData) and not hasattr(value, "__table__")


def is_decisions(value: Any) -> bool:
    """Whether it is what a decisions file holds."""
    return isinstance(value, Mapping) and all(isinstance(key, str) and ":" in key for key in value)
