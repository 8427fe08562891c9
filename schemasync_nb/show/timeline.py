"""Drift per pass, as a plot."""

from __future__ import annotations

from io import StringIO
from itertools import cycle

from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from schemasync_nb.loop import LoopState
from schemasync_nb.report import visible
from schemasync_nb.show.palette import BAND, FAINT, GREEN, INK, PAPER, QUIET

COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a6d00", "#5b6570")
"""For kinds of object, in the order in which they are met; told apart by most eyes, and by their hatches by all."""
HATCHES = ("", "//", "..", "xx", "\\\\", "++", "oo")  # one fewer than colours: no pair comes twice in 56 kinds


class Plot(Figure):
    """A figure that shows itself in a notebook without any global plotting state."""

    def _repr_svg_(self) -> str:
        # Ids from a fixed salt and no date: the same state gives the same bytes.
        with rc_context({"svg.hashsalt": "schemasync", "svg.fonttype": "path"}):
            stream = StringIO()
            self.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
        text = stream.getvalue()
        return text[text.index("<svg") :]


def timeline(state: LoopState) -> Plot:
    """Changes found at the start of each pass, stacked by kind of object, and what is left after the last."""
    plot = Plot(figsize=(max(5.0, 2.4 + 0.8 * len(state.passes)), 2.8), layout="constrained", facecolor=PAPER)
    axes = plot.add_subplot(facecolor=PAPER)
    labels = [f"pass {done.iteration}" for done in state.passes]
    heights: dict[str, list[float]] = {}
    for position, done in enumerate(state.passes):
        untold = {"kind not told": done.found - sum(done.by_kind.values())}
        for kind, number in {**done.by_kind, **untold}.items():
            heights.setdefault(kind, [0.0] * len(labels))[position] = number
    bottoms = [0.0] * len(labels)
    kinds = [kind for kind in heights if any(heights[kind])]
    for kind, color, hatch in zip(kinds, cycle(COLORS), cycle(HATCHES), strict=False):
        axes.bar(labels, heights[kind], 0.6, bottoms, color=color, hatch=hatch, edgecolor=PAPER, label=_words(kind))
        bottoms = [bottom + height for bottom, height in zip(bottoms, heights[kind], strict=True)]
    totals = [done.found for done in state.passes]
    if state.passes:
        totals.append(state.passes[-1].remaining)
        axes.bar(["left"], totals[-1:], 0.6, color=BAND, edgecolor=FAINT, linestyle="--")
    for position, total in enumerate(totals):
        color = GREEN.ink if total == 0 else INK
        axes.text(position, total, f"{total:,}", ha="center", va="bottom", color=color, fontweight="bold")
    axes.set_title("Drift at the start of each pass" if totals else "No pass yet", loc="left", color=INK, fontsize=11)
    axes.set_ylim(0, 1.15 * max(totals, default=1) or 1)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel("changes", color=QUIET)
    axes.tick_params(colors=QUIET, length=0, labelbottom=bool(totals))
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.spines["bottom"].set_color(FAINT)
    if kinds:
        axes.legend(frameon=False, fontsize=9, labelcolor=INK, loc="upper left", bbox_to_anchor=(1, 1))
    return plot


def _words(kind: str) -> str:
    # A dollar sign would start a formula, an underscore would hide it from the legend.
    return visible(kind).replace("$", r"\$").replace("_", " ")
