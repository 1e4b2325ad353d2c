"""Stages 5 to 8 of the briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.block import Output
from builder.pdf.attachment import Attachment
from builder.pipeline.attachments import attachments_of
from builder.pipeline.kept_comparison import compare_once
from builder.pipeline.kept_report import KeptReport
from builder.pipeline.panels import Draft, Panel, Places, finished, stopped
from builder.pipeline.parity.expected import expect
from builder.pipeline.stages import COMPOSE, INSPECT, LAY_OUT, WRITE

if TYPE_CHECKING:
    from builder.compose.report import ComposedReport
    from builder.layout.report import ReportPages


class ReportDraft(Draft):
    """The briefing on its way; what an earlier build kept of it is neither laid out nor written again."""

    _report: ComposedReport | None = None
    _pages: ReportPages | None = None
    _kept = KeptReport(None, ())
    _attachments: tuple[Attachment, ...] = ()

    def lay_out(self) -> Places:
        """Return the pages of the blocks."""
        with self._log.stage(COMPOSE):
            from builder.compose.report import compose_report

            self._report = self._log.keep(compose_report(self._world, self._resolved, self._theme))
        document = self._resolved.document
        if self._report is None:
            return {}
        self._attachments = attachments_of(self._world, document)
        attached = tuple(part for one in self._attachments for part in (one.name, one.data))
        self._kept = KeptReport.of(self._world.store, self._report, self._theme, document.file, *attached)
        if not document.pointers:
            return {}
        places = self._kept.find_places()
        if places is None:
            self._lay_out(self._report)
            places = self._pages.places_of(document) if self._pages else {}
            self._kept.keep_places(places, self._log)
        return places

    def finish(self, others: Places) -> Panel:
        """Write the pages, with the numbers of the slides beside figures and tables, and read them back."""
        if self._report is None or self._log.has_errors():
            return stopped(Output.REPORT, self._log)
        slides = {path: others[path] for path in sorted(self._report.pointers & others.keys())}
        data = self._kept.find(slides)
        if data is None:
            data = self._write(self._report, slides)
            self._kept.keep(slides, data, self._log)
        if data is None or self._log.has_errors() or self._fit_only:
            return stopped(Output.REPORT, self._log)
        with self._log.stage(INSPECT):
            from builder.pipeline.parity.report_file import compare_report

            expected = expect(self._resolved, Output.REPORT)
            comparison, pages = compare_once(self._world.store, expected, data, compare_report)
        return finished(Output.REPORT, self._log, self._theme, data, pages, comparison, {})

    def _lay_out(self, report: ComposedReport) -> None:
        with self._log.stage(LAY_OUT):
            from builder.layout.report import lay_out_report

            self._pages = self._log.keep(lay_out_report(report, self._theme, self._log.tell))

    def _write(self, report: ComposedReport, slides: Places) -> bytes | None:
        """Return the briefing as PDF; None where it has errors."""
        if self._pages is None:
            self._lay_out(report)
        if self._pages is None or self._log.has_errors():
            return None
        with self._log.stage(WRITE):
            from builder.pdf.write import write_report

            self._pages.point_to_slides(slides)
            document = self._resolved.document
            written = write_report(
                self._take_pages(self._pages),
                document.file,
                self._resolved.missing_glyphs,
                bleed=document.report.bleed,
                attachments=self._attachments,
            )
            return self._log.keep(written)

    def _take_pages(self, pages: ReportPages) -> ReportPages:
        """Return the pages and hold them no longer, so that they can be let go while the file is written."""
        self._pages = None
        return pages
