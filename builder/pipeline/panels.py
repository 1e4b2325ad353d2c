"""Stages 5 to 8: from the resolved document and its theme to an output's bytes, read back and compared.

`make_report` and `make_deck` need nothing of each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic
from builder.model.block import Output
from builder.model.resolved import ResolvedDocument
from builder.pipeline.kept_report import KeptReport
from builder.pipeline.log import RunLog, Timing
from builder.pipeline.parity.compare import Comparison, compare
from builder.pipeline.parity.expected import expect
from builder.pipeline.parity.losses import loss_diagnostics
from builder.pipeline.stages import COMPOSE, INSPECT, LAY_OUT, WRITE
from builder.theme.theme import Theme
from builder.world import World

if TYPE_CHECKING:
    from builder.compose.report import ComposedReport


@dataclass(frozen=True, slots=True)
class Panel:
    """One output.

    Attributes:
        data: the file's bytes; None if it has errors, or if only its fit was asked for.
        sheets: how many pages or slides it has. places: the numbers of those that show each section and block.
        losses: what the file does not say though the document does: faults of ours.
        report: what the file is made of, as counts. notes: of a deck, what the speaker says to each slide.
        kept: the slides of a reference deck, by their numbers in the deck, each with its number in that file.
    """

    output: Output
    data: bytes | None = None
    sheets: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    losses: tuple[Diagnostic, ...] = ()
    timings: tuple[Timing, ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    report: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[int, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def make_report(
    world: World, resolved: ResolvedDocument, theme: Theme, log: RunLog, *, fit_only: bool = False
) -> Panel:
    """Return the briefing."""
    with log.stage(COMPOSE):
        from builder.compose.report import compose_report

        report = log.keep(compose_report(world, resolved, theme))
    if report is None:
        return _stopped(Output.REPORT, log)
    kept = KeptReport(world.store, report, theme, resolved.document.file)
    data = kept.find()
    if data is None:
        data = _write_report(report, resolved, theme, log)
        kept.keep(data, log)
    if data is None or log.has_errors() or fit_only:
        return _stopped(Output.REPORT, log)
    with log.stage(INSPECT):
        from builder.pdf.inspect import inspect_pdf
        from builder.pipeline.parity.readings import report_sheets

        sheets = report_sheets(inspect_pdf(data))
        comparison = compare(expect(resolved, Output.REPORT), sheets, broken=True)
    return _finished(Output.REPORT, log, data, len(sheets), comparison, {})


def _write_report(
    report: ComposedReport, resolved: ResolvedDocument, theme: Theme, log: RunLog
) -> bytes | None:
    """Return the laid-out briefing as PDF; None where it has errors."""
    with log.stage(LAY_OUT):
        from builder.layout.report import lay_out_report

        pages = log.keep(lay_out_report(report, theme))
    if pages is None or log.has_errors():
        return None
    with log.stage(WRITE):
        from builder.pdf.write import write_report

        document = resolved.document
        return log.keep(
            write_report(pages, document.file, resolved.missing_glyphs, bleed=document.report.bleed)
        )


def make_deck(
    world: World, resolved: ResolvedDocument, theme: Theme, log: RunLog, *, fit_only: bool = False
) -> Panel:
    """Return the deck; its slides are composed as they are laid out, so the two stages are timed as one."""
    with log.stage(LAY_OUT):
        from builder.deck.build import build_deck
        from builder.deck.reference.kept import NO_SLIDES
        from builder.pipeline.reference import find_brand

        brand = log.keep(find_brand(world, resolved.document))
        deck = None if log.has_errors() else log.keep(build_deck(world, resolved, theme, brand))
    if deck is None or log.has_errors() or fit_only:
        return _stopped(Output.DECK, log)
    with log.stage(WRITE):
        from builder.pptx.reference.write import write_into
        from builder.pptx.write import write_deck

        data = write_into(deck, brand.members, brand.kept) if brand else write_deck(deck)
    with log.stage(INSPECT):
        from builder.pipeline.parity.readings import deck_sheets
        from builder.pptx.inspect import inspect_deck

        kept = brand.kept if brand else NO_SLIDES
        start = len(kept.first)
        reading = inspect_deck(data, slice(start, start + len(deck.slides)))
        sheets = deck_sheets(reading)
        comparison = compare(expect(resolved, Output.DECK), sheets)
    finished = _finished(Output.DECK, log, data, len(sheets), comparison, asdict(reading.editability))
    places = kept.places(len(sheets))
    notes = tuple(slide.notes_text for slide in reading.slides)
    return replace(finished, sheets=len(sheets) + len(places), kept=places, notes=notes)


def _stopped(output: Output, log: RunLog) -> Panel:
    return Panel(output, diagnostics=tuple(log.diagnostics), timings=tuple(log.timings))


def _finished(
    output: Output, log: RunLog, data: bytes, sheets: int, comparison: Comparison, report: Mapping[str, int]
) -> Panel:
    return Panel(
        output=output,
        data=data,
        sheets=sheets,
        diagnostics=tuple(log.diagnostics),
        losses=loss_diagnostics(output, comparison.losses),
        timings=tuple(log.timings),
        places=comparison.places,
        report=report,
    )
