import io

import pikepdf
import pytest

from builder.compose.report import ComposedReport
from builder.layout.report import lay_out_report
from tests.compose.briefings import EVERY_BLOCK, read_briefing

pytestmark = pytest.mark.render


def test_an_abbreviation_is_a_span_with_its_expansion_in_the_tag_tree() -> None:
    body = (
        '<p>No <abbr title="interféron γ">IFN</abbr>, <abbr>CRS</abbr>, <strong title="bold">x</strong>.</p>'
    )
    html = f'<!doctype html><html lang="en"><head><title>t</title></head><body>{body}</body></html>'
    pages = lay_out_report(ComposedReport(html, {}, {}, {}), read_briefing(EVERY_BLOCK).theme).require()
    with pikepdf.open(io.BytesIO(pages.paint(b"test").require())) as pdf:
        tagged = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/E" in thing]
        assert [(str(element.S), str(element.E)) for element in tagged] == [("/Span", "interféron γ")]
        assert len(list(tagged[0].K)) == 1
