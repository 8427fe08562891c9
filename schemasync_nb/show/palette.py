"""The colours of every picture: told apart by people who see few colours, and never the only sign of anything."""

from __future__ import annotations

from typing import NamedTuple

FONT = "Verdana"  # every drawing program knows its widths, and what stands in for it (FACES) is hardly wider
FACES = "Verdana,DejaVu Sans,Geneva,sans-serif"
INK, QUIET, FAINT = "#1f2328", "#5b6570", "#8a94a0"
PAPER, BAND = "#ffffff", "#e9edf2"
LINE = "#8a94a0"  # seen on white and on black: what lies on the transparent ground must be


class Tone(NamedTuple):
    """A hue in three strengths: text on paper, the paper, and a line on any ground."""

    ink: str
    paper: str
    line: str


GREEN = Tone("#00664f", "#dcf5ec", "#1a9c78")
RED = Tone("#a8321a", "#fce5dd", "#dd5a35")
AMBER = Tone("#7d5200", "#fff0cb", "#c08410")
BLUE = Tone("#0b5a94", "#deeefb", "#3a8fd0")
GREY = Tone(QUIET, PAPER, LINE)

TONES = {"add": GREEN, "remove": RED, "alter": AMBER, "rename": BLUE, "": GREY}
"""action -> tone; "" where nothing happens"""
