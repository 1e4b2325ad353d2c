"""The briefing of every block and that of the CAR-NK content, written once."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.layout.report import ReportPages, lay_out_report
from builder.model.resolved import ResolvedDocument
from builder.pdf.inspect import inspect_pdf
from builder.pdf.reading import PdfReading
from builder.pdf.write import write_report
from tests.compose.briefings import EVERY_BLOCK, read_briefing


@dataclass(frozen=True)
class Printed:
    resolved: ResolvedDocument
    pages: ReportPages
    data: bytes
    reading: PdfReading


def print_briefing(file: Path) -> Printed:
    briefing = read_briefing(file)
    laid_out = lay_out_report(briefing.compose(), briefing.theme)
    assert laid_out.diagnostics == ()
    written = write_report(laid_out.require(), briefing.resolved.document.file)
    assert written.diagnostics == ()
    return Printed(briefing.resolved, laid_out.require(), written.require(), inspect_pdf(written.require()))


@pytest.fixture(scope="session")
def every_block() -> Printed:
    return print_briefing(EVERY_BLOCK)


@pytest.fixture(scope="session")
def car_nk(root: Path) -> Printed:
    return print_briefing(root / "content" / "car-nk.yaml")


@pytest.fixture(params=["every_block", "car_nk"])
def printed(request: pytest.FixtureRequest) -> Printed:
    """Return either briefing."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Printed)
    return found
