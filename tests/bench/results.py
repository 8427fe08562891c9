"""What was measured, as a table in the terminal, as JSON, and as a plot."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

MARKS = {
    "alembic": "Alembic produce_migrations",
    "cold": "detect_drift, first call",
    "warm": "detect_drift, second call",
    "read": "its reading of the catalog",
}


@dataclass(frozen=True)
class Result:
    """One way of comparing one database.

    changed    how many tables of it differ from the models
    seconds    the least of all repetitions
    megabytes  by which the peak of the process rose; None for what ran elsewhere
    to_alembic seconds as a part of Alembic's for the same database; None where that was not measured
    """

    engine: str
    tables: int
    changed: int
    way: str
    seconds: float
    megabytes: float | None
    to_alembic: float | None


def table(results: Sequence[Result]) -> str:
    """The results side by side, as text."""
    lines = [f"{'engine':<12}{'tables':>7}{'changed':>9}  {'way':<28}{'seconds':>9}{'/ Alembic':>11}{'MB':>8}"]
    for each in results:
        ratio = "" if each.to_alembic is None else f"{each.to_alembic:.3f}"
        memory = "" if each.megabytes is None else f"{each.megabytes:.0f}"
        name = MARKS.get(each.way, each.way)
        lines.append(
            f"{each.engine:<12}{each.tables:>7}{each.changed:>9}  {name:<28}{each.seconds:>9.3f}{ratio:>11}{memory:>8}"
        )
    return "\n".join(lines)


def save(results: Sequence[Result], folder: Path) -> None:
    """Write ``results.json`` and ``results.png`` into a folder."""
    folder.mkdir(exist_ok=True)
    (folder / ".gitignore").write_text("*\n")
    (folder / "results.json").write_text(json.dumps([asdict(each) for each in results], indent=1) + "\n")
    plot([each for each in results if not each.changed], folder / "results.png")


def plot(results: Sequence[Result], file: Path) -> None:
    """Time and memory over the number of tables, an engine a column."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    engines = sorted({each.engine for each in results}, reverse=True)
    figure = Figure(figsize=(5.2 * len(engines), 7.5), layout="constrained")
    axes = figure.subplots(2, len(engines), squeeze=False, sharex=True, sharey="row")
    ways = list(dict.fromkeys(each.way for each in results))
    for column, engine in enumerate(engines):
        for row, (measure, title) in enumerate((("seconds", "seconds"), ("megabytes", "MB above the models"))):
            axis = axes[row][column]
            for at, way in enumerate(ways):
                found = [each for each in results if each.engine == engine and each.way == way]
                points = [(each.tables, getattr(each, measure)) for each in found]
                points = [(x, y) for x, y in points if y is not None and (row == 0 or y > 0)]
                if points:
                    axis.plot(*zip(*points, strict=True), "o-", color=f"C{at}", label=MARKS.get(way, way))
            axis.set_xscale("log")
            axis.set_yscale("log")
            axis.grid(True, which="both", alpha=0.2)
            axis.set_title(f"{engine}: {title}")
            if row:
                axis.set_xlabel("tables of 15 columns")
            else:
                axis.legend(fontsize="small")
    FigureCanvasAgg(figure).print_png(file)
