"""Both outputs, at the same time where that can be, each told where the other shows what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from builder.model.block import Output
from builder.model.resolved import ResolvedDocument
from builder.pipeline.branch import CAN_FORK
from builder.pipeline.deck_draft import DeckDraft
from builder.pipeline.exchange import Swap, exchange
from builder.pipeline.likeness import is_new_report
from builder.pipeline.log import Observer, RunLog, observe_nothing
from builder.pipeline.panels import Draft, Panel, Places
from builder.pipeline.report_draft import ReportDraft
from builder.theme.theme import Theme
from builder.world import State, World

OTHER = {Output.REPORT: Output.DECK, Output.DECK: Output.REPORT}
DRAFTS: Mapping[Output, Callable[..., Draft]] = {Output.REPORT: ReportDraft, Output.DECK: DeckDraft}


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

    Where they point to each other, the other one is laid out even if it is not wanted, so that an output is the same
    whatever is built beside it. One of them is made in a process of its own, whose world is this one as it is now; what
    it reads is added to this one. The one with more to do is made here, where what is remembered of it serves the next
    build: the deck, or a briefing that is another one than in the build before.
    """

    def draft(output: Output, observe: Observer) -> Draft:
        return DRAFTS[output](
            world, resolved, theme, RunLog(observe, output), fit_only=fit_only or output not in outputs
        )

    if not outputs:
        return ()
    long = Output.REPORT if is_new_report(resolved.document) else Output.DECK
    here = long if long in outputs else outputs[0]
    apart = OTHER[here]
    needed = {*outputs, *((apart,) if resolved.document.pointers else ())}
    if len(needed) < 2 or not CAN_FORK:
        drafts = {
            output: draft(output, observe if output in outputs else observe_nothing) for output in needed
        }
        places = {output: one.lay_out() for output, one in drafts.items()}
        return tuple(drafts[output].finish(places.get(OTHER[output], {})) for output in outputs)

    def make_apart(swap: Swap[Places]) -> tuple[Panel | None, dict[Path, State]]:
        own = draft(apart, observe if apart in outputs else observe_nothing)
        others = swap(own.lay_out()) or {}
        return own.finish(others) if apart in outputs else None, world.reads

    with exchange(make_apart) as running:
        own = draft(here, observe)
        panel = own.finish(running.swap(own.lay_out()) or {})
        other, reads = running.result()
    world.note(reads)
    made = {here: panel, apart: other}
    return tuple(found for output in outputs if (found := made[output]))
