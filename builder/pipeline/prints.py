"""Stages 5 to 8 of the deck on paper, for those prints that were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic, Severity
from builder.model.document import DeckSettings
from builder.model.prints import Print
from builder.model.resolved import ResolvedDocument
from builder.pipeline.log import RunLog
from builder.pipeline.stages import LAY_OUT, WRITE
from builder.theme.theme import Theme
from builder.world import World

if TYPE_CHECKING:
    from builder.compose.prints import PrintDeck


@dataclass(frozen=True, slots=True)
class Printed:
    """A print of the deck."""

    what: Print
    data: bytes
    pages: int


def make_prints(
    world: World,
    resolved: ResolvedDocument,
    theme: Theme,
    wanted: tuple[Print, ...],
    log: RunLog,
    *,
    told: bool,
) -> tuple[Printed, ...]:
    """Return prints of the deck; with `told`, what there is to say of its slides has been said of the deck."""
    if not wanted:
        return ()
    log.diagnostics += unprinted(resolved.document.deck)
    with log.stage(LAY_OUT):
        from builder.deck.printed import print_deck

        filled = print_deck(world, resolved, theme)
        deck = filled.value if told else log.keep(filled)
    if deck is None:
        return ()
    with log.stage(WRITE):
        return tuple(_write(world, resolved, theme, wanted, deck, log))


def unprinted(settings: DeckSettings) -> list[Diagnostic]:
    """Return B321 if the deck has slides that no print shows."""
    kept = (*settings.slides_first, *settings.slides_last)
    message = "slides that are kept from the reference deck are not printed"
    help = "print them from PowerPoint; slides PDF, handout and script show ours"
    return [Diagnostic("B321", message, one.span, help, severity=Severity.NOTE) for one in kept[:1]]


def _write(
    world: World,
    resolved: ResolvedDocument,
    theme: Theme,
    wanted: tuple[Print, ...],
    deck: PrintDeck,
    log: RunLog,
) -> Iterator[Printed]:
    from builder.pdf.inspect import inspect_pdf
    from builder.pdf.prints import write_print

    for what in wanted:
        data = log.keep(write_print(world, resolved, theme, what, deck))
        if data is not None:
            yield Printed(what, data, len(inspect_pdf(data).pages))
