"""What Tab offers behind ``%schema``: commands, options, their values, names of the notebook, tables and change ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from IPython.core.completer import SimpleCompletion, context_matcher

from schemasync_nb.catalog import COLUMN, TABLE
from schemasync_nb.cli import COMMANDS, OPTIONS
from schemasync_nb.detect.drift import ADD, REMOVE
from schemasync_nb.guard.environment import ENVIRONMENTS
from schemasync_nb.lessons import scenarios
from schemasync_nb.magics.names import fitting, is_database, is_decisions, is_models, resolved
from schemasync_nb.policy import NEED_ALLOWING, SIDES

if TYPE_CHECKING:
    from schemasync_nb.magics import Magic

LINE = re.compile(r"\s*(?:[\w.,\s]+=\s*)?%?schema\s+(?P<typed>.*)", re.DOTALL)
REPEATED = "append"


def completer(magic: Magic) -> Any:
    """A matcher for ``Completer.custom_matchers``; on other lines it offers nothing and keeps nobody out."""

    @context_matcher()  # type: ignore[untyped-decorator]  # IPython leaves it untyped
    def schema_matcher(context: Any) -> dict[str, Any]:
        line = LINE.fullmatch(context.text_until_cursor)
        if line is None:
            return {"completions": []}
        *words, fragment = re.split(r"\s+", line["typed"])
        fragment = fragment.lstrip("\"'")
        kind, found = _offered(words, fragment, magic)
        fitting = sorted({text for text in found if text.startswith(fragment)})
        return {
            "completions": [SimpleCompletion(text=text, type=kind) for text in fitting],
            "matched_fragment": fragment,
            "suppress": bool(fitting),  # else a path may be meant, which IPython completes
            "ordered": True,
        }

    return schema_matcher


def _offered(words: list[str], fragment: str, magic: Magic) -> tuple[str, Iterable[str]]:
    """(what it is, all candidates) for the word after these words."""
    if not words:
        return "command", COMMANDS
    taken = COMMANDS.get(words[0], ("", ()))[1]
    flags = {flag: option for option in taken for flag in OPTIONS[option][0] if flag.startswith("--")}
    option = flags.get(words[-1])
    if option and OPTIONS[option][1].get("action", REPEATED) == REPEATED:  # it takes a value
        return "value", _values(option, fragment, words, magic)
    if words[0] == "demo" and not fragment.startswith("-"):
        return "scenario", [*(each.name for each in scenarios()), *flags]
    again = {flag for flag, name in flags.items() if OPTIONS[name][1].get("action") == REPEATED}
    return "option", {*flags} - ({*words} - again) | {"--help"}


def _values(option: str, fragment: str, words: list[str], magic: Magic) -> Iterable[str]:
    choices: Iterable[str] = OPTIONS[option][1].get("choices", ())
    if option in VALUES:
        return VALUES[option](fragment, words, magic)
    return choices


def _hazards(fragment: str, words: list[str], magic: Magic) -> Iterator[str]:
    earlier = fragment[: fragment.rfind(",") + 1]
    return (earlier + hazard for hazard in NEED_ALLOWING if hazard not in earlier)


def _decisions(fragment: str, words: list[str], magic: Magic) -> Iterator[str]:
    """The id of each change that was found last, then what can be decided of it."""
    for change in _changes(magic):
        yield from (f"{change.id}={do}" for do in SIDES) if f"{change.id}=" in fragment else [f"{change.id}="]


def _backfills(fragment: str, words: list[str], magic: Magic) -> Iterator[str]:
    for table, columns in _tables(words, magic):
        if fragment.startswith(f"{table}."):
            yield from (f"{table}.{column}=" for column in columns)
        else:
            yield f"{table}."


def _renames(fragment: str, words: list[str], magic: Magic) -> Iterator[str]:
    """Each pair of a thing that goes and one of its kind that comes in the same place."""
    changes = [change for change in _changes(magic) if change.kind in (COLUMN, TABLE)]
    for old in (change for change in changes if change.action == REMOVE):
        for new in (change for change in changes if change.action == ADD and change.kind == old.kind):
            if old.kind == TABLE:
                yield f"{old.table}={new.table}"
            elif old.table == new.table:
                yield f"{old.table}.{old.name}={new.name}"


def _changes(magic: Magic) -> tuple[Any, ...]:
    drift = magic.loop.drift if magic.loop else None
    return (*drift.changes, *drift.ignored) if drift else ()


def _tables(words: list[str], magic: Magic) -> Iterator[tuple[str, Iterable[str]]]:
    """Each table of the models that the line names, else of the last loop's, with its columns."""
    models = words[words.index("--models") + 1] if "--models" in words[:-1] else ""
    held = resolved(models, magic.names)
    if not is_models(held):
        held = magic.loop.models.metadata if magic.loop else []
    parts: Iterable[Any] = held if isinstance(held, list | tuple) else [held]
    for part in parts:
        for key, table in getattr(part, "metadata", part).tables.items():
            yield key, table.columns.keys()


VALUES: dict[str, Callable[[str, list[str], Magic], Iterable[str]]] = {
    "database": lambda fragment, words, magic: fitting(magic.names, is_database),
    "models": lambda fragment, words, magic: fitting(magic.names, is_models),
    "decisions": lambda fragment, words, magic: fitting(magic.names, is_decisions),
    "environment": lambda fragment, words, magic: ENVIRONMENTS,
    "allow": _hazards,
    "decide": _decisions,
    "backfill": _backfills,
    "rename": _renames,
}
