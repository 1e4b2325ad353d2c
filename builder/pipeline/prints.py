"""Prints of the deck and of the briefing, of those that were asked for: stages 5 to 8 of the one, 7 of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic, Severity
from builder.model.block import Output
from builder.model.document import DeckSettings
from builder.model.prints import Print
from builder.model.resolved import ResolvedDocument
from builder.model.web import Web
from builder.pipeline.log import RunLog
from builder.pipeline.panels import Panel
from builder.pipeline.stages import LAY_OUT, WRITE
from builder.theme.theme import Theme
from builder.world import World

if TYPE_CHECKING:
    from builder.compose.prints import PrintDeck


@dataclass(frozen=True, slots=True)
class Printed:
    """A print of either panel, or the web page."""

    what: Print | Web
    data: bytes
    pages: int


def make_prints(
    world: World,
    resolved: ResolvedDocument,
    theme: Theme,
    wanted: tuple[Print, ...],
    log: RunLog,
    panels: Sequence[Panel],
) -> tuple[Printed, ...]:
    """Return the prints that are wanted; those of the briefing are made of its bytes in `panels`."""
    of_deck = tuple(what for what in wanted if what.of is Output.DECK)
    of_report = tuple(what for what in wanted if what.of is Output.REPORT)
    told = any(panel.output is Output.DECK for panel in panels)
    report = next((panel.data for panel in panels if panel.output is Output.REPORT), None)
    prints = _print_deck(world, resolved, theme, of_deck, log, told=told) if of_deck else ()
    if of_report and report is not None:
        prints += _print_report(report, resolved, theme, of_report, log)
    return prints


def _print_deck(
    world: World,
    resolved: ResolvedDocument,
    theme: Theme,
    wanted: tuple[Print, ...],
    log: RunLog,
    *,
    told: bool,
) -> tuple[Printed, ...]:
    """Return prints of the deck; with `told`, what there is to say of its slides has been said of the deck."""
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


def _print_report(
    report: bytes, resolved: ResolvedDocument, theme: Theme, wanted: tuple[Print, ...], log: RunLog
) -> tuple[Printed, ...]:
    """Return prints of the briefing.

    Diagnostics: B710, of a proof, series of one chart that look alike in grey.
    """
    with log.stage(WRITE):
        from builder.compose.report_charts import check_charts_in_grey
        from builder.pdf.inspect import inspect_pdf
        from builder.pdf.paper.booklet import impose
        from builder.pdf.paper.grey import make_grey

        makers = {Print.BOOKLET: impose, Print.PROOF: make_grey}
        files = {what: makers[what](report) for what in wanted}
        if Print.PROOF in wanted:
            log.diagnostics.extend(check_charts_in_grey(resolved.document, theme))
        return tuple(Printed(what, data, len(inspect_pdf(data).pages)) for what, data in files.items())


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
