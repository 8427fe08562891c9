"""The most of several things that hold together, by trying parts where the whole does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Unit = TypeVar("Unit")


def most_of(
    units: Sequence[Unit], fault_of: Callable[[Sequence[Unit]], tuple[str, Sequence[Unit]]]
) -> Mapping[Unit, str]:
    """Unit -> why it cannot be with the others; empty where all hold together.

    fault_of  ("", ()) for units that hold together; else why they do not, and those of them that the fault names

    What is left when these are taken out was tried as it is. One fault among n units costs some 2 log2 n tries, or
    three where it is named.
    """
    faults: dict[Unit, str] = {}

    def hold(part: Sequence[Unit], kept: Sequence[Unit]) -> list[Unit]:
        """Those of a part that hold together with what is kept."""
        if not part:
            return []
        fault, named = fault_of([*kept, *part])
        if not fault:
            return list(part)
        if len(part) == 1:
            faults[part[0]] = fault
            return []
        suspects = [unit for unit in part if unit in named]
        others = [unit for unit in part if unit not in named]
        if not (suspects and others):
            others, suspects = list(part[: len(part) // 2]), list(part[len(part) // 2 :])
        good = hold(others, kept)
        return good + hold(suspects, [*kept, *good])

    hold(units, ())
    return faults
