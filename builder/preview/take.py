"""Take a snapshot of a build: what its preview shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.diagnostics import Diagnostic
from builder.diagnostics.order import sort_diagnostics
from builder.diagnostics.render import render_text
from builder.model.block import Output
from builder.model.inline import plain_text
from builder.model.resolved import ResolvedDocument
from builder.pipeline.build import Result
from builder.pipeline.panels import Panel
from builder.pipeline.parity.expected import expect
from builder.pipeline.slide_pictures import draw_slides
from builder.preview.snapshot import Fault, Part, Snapshot


def take_snapshot(result: Result, file: str, seconds: float) -> Snapshot:
    """Return what a build brought; `file` is the content file as its diagnostics name it."""
    faults = sort_diagnostics((*result.diagnostics, *result.losses))
    told = Snapshot(
        file=file,
        lines=tuple(result.read_lines(file)),
        seconds=seconds,
        faults=tuple(_fault(fault, result) for fault in faults),
    )
    panels = {panel.output: panel for panel in result.panels}
    if result.publication is None or result.prepared is None:
        return told
    resolved, theme = result.prepared
    return replace(
        told,
        title=plain_text(resolved.document.title),
        briefing=panels[Output.REPORT].data,
        slides=draw_slides(result.world, resolved, theme),
        notes=panels[Output.DECK].notes,
        parts=tuple(_parts(resolved, panels[Output.REPORT], panels[Output.DECK], file)),
    )


def take_failure(file: str, seconds: float) -> Snapshot:
    """Return what a build brought that failed for no fault of the content's, which the terminal tells."""
    message = "the build failed; the terminal says why"
    return Snapshot(file, (), seconds, (Fault("error", "", message, "", 0, 0, f"error: {message}\n"),))


def _fault(diagnostic: Diagnostic, result: Result) -> Fault:
    span = diagnostic.span
    return Fault(
        severity=diagnostic.severity.value,
        code=diagnostic.code,
        message=diagnostic.message,
        path=span.path if span else "",
        line=span.start.line if span else 0,
        column=span.start.column if span else 0,
        text=render_text([diagnostic], result.read_lines, colour=False),
    )


def _parts(resolved: ResolvedDocument, report: Panel, deck: Panel, file: str) -> Iterator[Part]:
    """Yield the parts that stand in the content file, by line."""
    found = {
        expected.path: Part(expected.word, expected.span.start.line)
        for output in Output
        for expected in expect(resolved, output)
        if expected.span.path == file
    }
    for path, part in sorted(found.items(), key=lambda entry: entry[1].line):
        pages, slides = report.places.get(path, ()), deck.places.get(path, ())
        if pages or slides:
            yield replace(part, pages=tuple(pages), slides=tuple(slides))
