"""Both outputs, at the same time where that can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.model.block import Output
from builder.model.resolved import ResolvedDocument
from builder.pipeline.branch import CAN_FORK, branch
from builder.pipeline.log import Observer, RunLog, observe_nothing
from builder.pipeline.panels import Panel, make_deck, make_report
from builder.theme.theme import Theme
from builder.world import State, World

MakePanels = Callable[[ResolvedDocument, Theme], tuple[Panel, ...]]
MAKERS = {Output.REPORT: make_report, Output.DECK: make_deck}


@contextmanager
def open_outputs(
    world: World, outputs: tuple[Output, ...], observe: Observer, *, fit_only: bool = False
) -> Iterator[MakePanels]:
    """Give what makes the outputs: written and inspected, or with `fit_only` laid out and no further.

    The deck, which takes longer, is made in a process of its own; its world is this one as it is now, and what it
    reads is added to this one.
    """

    def make(output: Output, resolved: ResolvedDocument, theme: Theme) -> Panel:
        return MAKERS[output](world, resolved, theme, RunLog(observe, output), fit_only=fit_only)

    if len(outputs) < 2 or not CAN_FORK:
        yield lambda resolved, theme: tuple(make(output, resolved, theme) for output in outputs)
        return

    def make_in_branch(job: tuple[ResolvedDocument, Theme]) -> tuple[Panel, dict[Path, State]]:
        deck = make_deck(world, *job, RunLog(observe_nothing, Output.DECK), fit_only=fit_only)
        return deck, world.reads

    with branch(_load_deck_libraries, make_in_branch) as deck_branch:

        def make_both(resolved: ResolvedDocument, theme: Theme) -> tuple[Panel, ...]:
            deck_branch.give((resolved, theme))
            report = make(Output.REPORT, resolved, theme)
            deck, reads = deck_branch.result()
            world.note(reads)
            return report, deck

        yield make_both


def load_libraries() -> None:
    """Load what both outputs need into this process, from which further ones are forked."""
    import builder.layout.report  # noqa: F401

    _load_deck_libraries()


def _load_deck_libraries() -> None:
    import builder.deck.build
    import builder.layout.slide_engine
    import builder.pptx.inspect
    import builder.pptx.write  # noqa: F401
