"""The loop as a diagram, made from its state and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schemasync_nb.guard.gate import PASSED, REFUSED, SKIPPED, Gate
from schemasync_nb.loop import EXHAUSTED, FAILED, IN_SYNC, READY, STEPS, WAITING, WAYS_OUT, LoopState, Pass
from schemasync_nb.report import count, cut
from schemasync_nb.show.dot import Picture, font, html_table, label, tooltip
from schemasync_nb.show.palette import AMBER, BLUE, FAINT, FONT, GREEN, GREY, INK, LINE, PAPER, QUIET, RED, Tone

GATES = ("backup", "restore", "rehearse", "orm", "tests", "fingerprint")
"""Guardrails in the order in which they stand between the plan and the target."""

SIGNS = {PASSED: ("✓", GREEN), REFUSED: ("✗", RED), SKIPPED: ("–", GREY), "": ("○", GREY)}
"""outcome -> sign and tone; "" is a gate that was not run"""

TONES = {IN_SYNC: GREEN, WAITING: AMBER, EXHAUSTED: AMBER, REFUSED: RED, FAILED: RED}
"""way out -> tone"""
STARTS = {REFUSED: "gates", FAILED: "apply"}
"""way out -> where it leaves the loop; the others leave it at the end of a pass"""
DECISION = "drift?"
REASON_WIDTH = 120
DOTS = 20
"""Passes at most that are shown as a dot each."""

GRAPH = {
    "rankdir": "LR", "bgcolor": "transparent", "fontname": FONT, "nodesep": "0.12", "ranksep": "0.22", "labelloc": "t",
    "labeljust": "l",
}  # fmt: skip


def flow(state: LoopState, *, caption: bool = True) -> Picture:
    """Detect, analyze, the guardrails, apply, verify and the way out, as they ran in the latest pass."""
    ended = _ended(state)
    number = passes_used(state)
    gates = _gates(ended.gates if ended else state.gates)
    ran = _ran(state, ended, gates)
    lit = "gates" if state.current == "apply" and "apply" not in ran else state.current
    decided = ended if ended and ended.status not in STARTS else None

    picture = Picture("loop", graph_attr={**GRAPH, "label": _caption(state, number) if caption else ""})
    picture.attr("node", shape="plain", fontname=FONT)
    picture.attr("edge", fontname=FONT, color=LINE, arrowsize="0.6")
    for step in STEPS:
        picture.node(step, label=_step(step, ran, lit), group="line")
    picture.node("gates", label=_gates_label(gates, lit), tooltip=tooltip(_gate_lines(gates)), group="line")
    tone = GREEN if decided else GREY
    picture.node(DECISION, label=f"<{font('drift<BR/>left?', tone.ink, 9)}>", shape="diamond", style="filled",
                 group="line", fillcolor=tone.paper, color=tone.line, margin="0.01", height="0.7")  # fmt: skip
    for way in WAYS_OUT:
        picture.node(way, label=_out(way, taken=state.status == way))

    found = _count(ended.found if ended else state.found, "found")
    going_in = _count(decided.applied if decided else state.going_in, "going in")
    remaining = _count(decided.remaining if decided else None, "remaining")
    kinds = kind_words(ended.by_kind if ended else {})
    _edge(picture, "detect", "analyze", "analyze" in ran, found, kinds)
    _edge(picture, "analyze", "gates", lit == "gates" or any(gate.outcome for gate in gates), going_in)
    _edge(picture, "gates", "apply", "apply" in ran)
    _edge(picture, "apply", "verify", "verify" in ran)
    whole = bool(decided) and "verify" in ran
    _edge(picture, "verify", DECISION, whole, remaining if whole else None)
    if decided and not whole:  # nothing went in: straight from where the pass stopped
        _edge(picture, "analyze" if "analyze" in ran else "detect", DECISION, True, remaining)
    _draw_way_back(picture, number, state.max_iterations)
    for way in WAYS_OUT:
        taken = state.status == way
        picture.edge(STARTS.get(way, DECISION), way, **_line(TONES[way] if taken else GREY, taken))
    lines = (f"{p.line()}{f': {kinds}' if (kinds := kind_words(p.by_kind)) else ''}" for p in state.passes)
    picture.summary = (state.headline(), *lines, *_gate_lines(gates))
    return picture


def kind_words(by_kind: Mapping[str, int]) -> str:
    """``2 tables, 1 enum``."""
    return ", ".join(count(number, kind.replace("_", " ")) for kind, number in by_kind.items())


def _draw_way_back(picture: Picture, number: int, passes: int) -> None:
    """From the decision to the next pass. Drawn from left to right with the arrows at the tails, as the steps are."""
    again = number > 1
    tone = GREEN if again else GREY
    words = f"again: pass {number} of {passes}" if again else f"again, up to {count(passes, 'pass')}"
    picture.node("again", label=_box(font(words, tone.ink, 9), tone, 1, padding=3))
    with picture.subgraph(graph_attr={"rank": "same"}) as level:
        level.node("gates")
        level.node("again")
    picture.edge("detect:s", "again", dir="back", **_line(tone, again))
    picture.edge("again", f"{DECISION}:s", dir="back", **_line(tone, again))


def passes_used(state: LoopState) -> int:
    """Passes that ended, and the one under way."""
    return len(state.passes) + (_ended(state) is None and (state.current is not None or bool(state.gates)))


def _ended(state: LoopState) -> Pass | None:
    """The latest pass where it is over: nothing is under way, and no guardrail ran since."""
    last = state.passes[-1] if state.passes else None
    is_over = state.current is None and state.status != READY and state.gates in ((), last.gates if last else ())
    return last if is_over else None


def _gates(ran: Iterable[Gate]) -> list[Gate]:
    """Every gate there is; one that was not run has the outcome "", one that is not known here comes last."""
    outcomes = {gate.name: gate for gate in ran}
    return [outcomes.pop(name, Gate(name, "")) for name in GATES] + list(outcomes.values())


def _ran(state: LoopState, ended: Pass | None, gates: list[Gate]) -> set[str]:
    """The steps that were begun in the latest pass; what applying begins with is the guardrails."""
    if state.current:
        begun = set(STEPS[: STEPS.index(state.current) + 1])
        return begun - {"apply"} if state.current == "apply" and not all(gate.outcome for gate in gates) else begun
    if ended is None:  # steps made one by one
        known = {"detect": state.found, "analyze": state.going_in, "apply": state.gates or None}
        return {step for step, value in known.items() if value is not None}
    if ended.applied:
        return set(STEPS)
    return {"detect", "analyze"} if ended.found else {"detect"}


def _gate_lines(gates: Iterable[Gate]) -> list[str]:
    return [
        f"{SIGNS[gate.outcome][0]} {gate.name}: {', '.join(filter(None, (gate.outcome or 'not run', gate.detail)))}"
        for gate in gates
    ]


# -- how it looks -----------------------------------------------------------------------------------------------------


def _step(step: str, ran: set[str], current: str | None) -> str:
    lit = step == current
    tone = AMBER if lit else GREEN if step in ran else GREY
    sign = "▶ " if lit else "✓ " if step in ran else ""
    words = font(f"<B>{sign}{step.capitalize()}</B>", tone.ink if step in ran else FAINT, 12)
    return _box(words, tone, 3 if lit else 1, padding=8)


def _gates_label(gates: list[Gate], lit: str | None) -> str:
    rows = [f'<TR><TD COLSPAN="2" ALIGN="LEFT">{font("<B>guardrails</B>", QUIET, 9)}</TD></TR>']
    for gate in gates:
        sign, tone = SIGNS[gate.outcome]
        name = label(cut(gate.name, 20))
        ink = tone.ink if gate.outcome else FAINT
        fill = f' BGCOLOR="{tone.paper}"' if gate.outcome == REFUSED else ""
        sign = font(f"<B>{sign}</B>", ink, 10)
        rows.append(f'<TR><TD{fill}>{sign}</TD><TD ALIGN="LEFT"{fill}>{font(name, ink, 10)}</TD></TR>')
    if lit == "gates":
        return _box(html_table("".join(rows), inner=True, CELLPADDING=2), AMBER, 3, padding=4)
    border = RED.line if any(gate.outcome == REFUSED for gate in gates) else LINE
    inside = html_table("".join(rows), inner=True, CELLPADDING=2)
    return _box(inside, Tone(INK, PAPER, border), 1, padding=4)


def _out(way: str, *, taken: bool) -> str:
    words = "passes ran out" if way == EXHAUSTED else way.replace("_", " ")
    tone = TONES[way] if taken else GREY
    text = font(f"<B>{words}</B>" if taken else words, tone.ink if taken else FAINT, 11 if taken else 9)
    return _box(text, tone, 3 if taken else 1, padding=5 if taken else 3)


def _box(words: str, tone: Tone, border: int, padding: int) -> str:
    row = f"<TR><TD>{words}</TD></TR>"
    return html_table(row, BORDER=border, STYLE="ROUNDED", COLOR=tone.line, BGCOLOR=tone.paper, CELLPADDING=padding)


def _line(tone: Tone, strong: bool) -> dict[str, str]:
    return {"color": tone.line, "penwidth": "2.5" if strong else "0.8", "style": "solid" if strong else "dashed"}


def _edge(picture: Picture, tail: str, head: str, went: bool, words: str | None = None, about: str = "") -> None:
    tone = GREEN if went else GREY
    told = {"tooltip": tooltip([about]), "labeltooltip": tooltip([about])} if about else {}
    picture.edge(tail, head, label=_chip(words, tone) if words else None, **_line(tone, went), **told)


def _count(number: int | None, what: str) -> str | None:
    return None if number is None else f"{number:,} {what}"


def _chip(words: str, tone: Tone) -> str:
    """Words on their own ground, which the page does not give them."""
    return html_table(f"<TR><TD>{font(label(words), tone.ink, 9)}</TD></TR>", BGCOLOR=tone.paper, CELLPADDING=2)


def _caption(state: LoopState, number: int) -> str:
    """Where it runs, how many passes are used, and how it stands."""
    dots = "●" * min(number, state.max_iterations) + "○" * max(state.max_iterations - number, 0)
    environment = state.environment or "environment not declared"
    production = environment == "production"
    words = "PRODUCTION: read-only" if production else environment
    tone = RED if production else BLUE
    cells = [
        f"<TD>{font(f'<B>{label(cut(state.database, 60))}</B>', INK, 11)}</TD>",
        f'<TD BGCOLOR="{tone.paper}">{font(f"<B>{label(words)}</B>", tone.ink, 10)}</TD>',
        f"<TD>{font(f'pass {number} of {state.max_iterations}' if number else 'no pass yet', QUIET, 10)}</TD>",
        *([f"<TD>{font(dots, GREEN.line, 10)}</TD>"] if state.max_iterations <= DOTS else []),
    ]
    # A table of its own, or a long reason below would draw its cells apart.
    rows = [html_table(f"<TR>{''.join(cells)}</TR>", inner=True, CELLSPACING=3, CELLPADDING=2)]
    if state.reason:
        rows.append(font(label(cut(state.reason, REASON_WIDTH)), QUIET, 9))
    return html_table("".join(f'<TR><TD ALIGN="LEFT">{row}</TD></TR>' for row in rows), CELLPADDING=2, BGCOLOR=PAPER)
