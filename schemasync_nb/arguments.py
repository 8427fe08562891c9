"""What a caller passes, checked where it comes in: what is of another type would fail far from there, or be taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from schemasync_nb.database import masked
from schemasync_nb.errors import DecisionError

PLAIN = (str, bytes, bool, int, float, type(None))
LONGEST = 60

TAKES = {
    "max_iterations": "a whole number of passes, such as 10",
    "policy": 'a Policy, such as Policy(allow=["DELETES_DATA"])',
    "migrations": "the folder that alembic init made",
    "tests": 'a shell command, such as "pytest -q"',
    "plan": "the plan that analyze() returned",
}
"""What the arguments of a loop take, as an error says it."""


def require(argument: str, value: object, kind: type | tuple[type, ...], takes: str) -> None:
    """DecisionError unless the value is of that kind; True is no number.

    takes  what to give instead, as in ``a shell command, such as "pytest -q"``
    """
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
        raise unfit(argument, value, takes)


def unfit(argument: str, value: object, takes: str) -> DecisionError:
    """The error that names an argument, what it got and what it takes; a value that may hold secrets is not shown."""
    got = " ".join(masked(repr(value)).split())
    short = isinstance(value, PLAIN) and len(got) <= LONGEST
    return DecisionError(f"{argument} is {got if short else f'of type {type(value).__name__}'}: give {takes}")


def texts(argument: str, value: object, takes: str) -> tuple[str, ...]:
    """An iterable of texts, none of them empty; a text alone stands for a list of one."""
    listed = (value,) if isinstance(value, str) else value
    if not isinstance(listed, Iterable) or isinstance(listed, bytes | Mapping):
        raise unfit(argument, value, takes)
    found = tuple(listed)
    for number, text in enumerate(found):
        if not (isinstance(text, str) and text.strip()):
            raise unfit(argument if isinstance(value, str) else f"{argument}[{number}]", text, takes)
    return found


def by_text(argument: str, value: object, takes: str) -> dict[str, Any]:
    """A mapping whose keys are texts, none of them empty."""
    if not isinstance(value, Mapping):
        raise unfit(argument, value, takes)
    for key in value:
        if not (isinstance(key, str) and key.strip()):
            raise unfit(f"a key of {argument}", key, takes)
    return dict(value)
