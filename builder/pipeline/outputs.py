"""Both outputs, at the same time where that can be."""

from __future__ import annotations

from pathlib import Path

from builder.model.block import Output
from builder.model.resolved import ResolvedDocument
from builder.pipeline.branch import CAN_FORK, branch
from builder.pipeline.log import Observer, RunLog, observe_nothing
from builder.pipeline.panels import Panel, make_deck, make_report
from builder.theme.theme import Theme
from builder.world import State, World

MAKERS = {Output.REPORT: make_report, Output.DECK: make_deck}


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
