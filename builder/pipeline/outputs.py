"""Both outputs, at the same time where that can be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder.model.block import Output
from builder.model.prints import Print
from builder.model.resolved import ResolvedDocument
from builder.model.web import Web
from builder.pipeline.branch import CAN_FORK, branch
from builder.pipeline.log import Observer, RunLog, observe_nothing
from builder.pipeline.panels import Panel, make_deck, make_report
from builder.theme.theme import Theme
from builder.world import State, World

MAKERS = {Output.REPORT: make_report, Output.DECK: make_deck}


def panels_for(wanted: Sequence[Output | Print | Web]) -> tuple[Output, ...]:
    """Return the panels that must be made: those that are wanted, and the briefing for what is made of its pages."""
    return tuple(
        output
        for output in MAKERS
        if output in wanted
        or (output is Output.REPORT and any(isinstance(what, Print) and what.of is output for what in wanted))
    )


def make_panels(
    world: World,
    resolved: ResolvedDocument,
    theme: Theme,
    outputs: tuple[Output, ...],
    observe: Observer,
    *,
    fit_only: bool = False,
) -> tuple[Panel, ...]:
    """Return the outputs: written and inspected, or with `fit_only` laid out and no further.

    The deck, which takes longer, is made in a process of its own; its world is this one as it is now, and what it
    reads is added to this one.
    """

    def make(output: Output, observe: Observer) -> Panel:
        return MAKERS[output](world, resolved, theme, RunLog(observe, output), fit_only=fit_only)

    if len(outputs) < 2 or not CAN_FORK:
        return tuple(make(output, observe) for output in outputs)

    def make_deck_apart() -> tuple[Panel, dict[Path, State]]:
        return make(Output.DECK, observe_nothing), world.reads

    with branch(make_deck_apart) as apart:
        report = make(Output.REPORT, observe)
        deck, reads = apart.result()
    world.note(reads)
    return report, deck
