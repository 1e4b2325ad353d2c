"""What stands beside a text, such as 'Figure 1' in the margin, is not copied from a viewer in the middle of it."""

from pathlib import Path

import pytest

from builder.model.block import Output
from builder.pdf.inspect import inspect_pdf
from tests.pipeline.parity.projects import make, make_project

pytestmark = pytest.mark.render

TEXT = """
title: T
report: {sides: two, section-starts: recto}
abbreviations: {EBIT: earnings before interest and taxes, CAPEX: capital expenditure}
sections:
  - title: Section σ^2^(φ) of the whole
    content:
      - text: EBIT and CAPEX.
      - chart: {type: line, data: {phase: [0, 90], variance: [0.5, 1]}, x: phase, y: variance, unit: '1'}
        caption: Chart σ^2^(φ) of the quadrature
        alt: Line of the variance.
      - table: {columns: [Phase, Variance], rows: [[φ, '1']]}
        caption: Table σ^2^(φ) of the quadrature
"""


def test_each_text_is_read_in_one_piece(tmp_path: Path) -> None:
    file = tmp_path / "talk.yaml"
    file.write_text(TEXT, "utf-8")
    pages = inspect_pdf(make(make_project(file), Output.REPORT).data).pages
    read = "".join("".join(page.text for page in pages).split())
    for whole in ("Sectionσ2(φ)ofthewhole", "Chartσ2(φ)ofthequadrature", "Tableσ2(φ)ofthequadrature"):
        assert whole in read
    assert "earningsbeforeinterestandtaxes" in read
