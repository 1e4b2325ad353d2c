"""How much room a page of the briefing has for a chart, so that none is taller than its page."""

from __future__ import annotations

import math

from builder.model.block import Chart
from builder.model.inline import plain_text
from builder.units import Length

MEASURES_MM = {"a4": 128.0, "letter": 128.0, "a5": 116.0}
"""Width of the text column by paper, as in the style sheets of the theme `clinical`."""

HEIGHTS_MM = {"a4": 255.0, "letter": 237.4, "a5": 173.0}
"""Height of the text area by paper, as there."""

CAPTION_LINE_PT = 11.0
CHARACTERS_PER_MM = 0.65
"""Of a caption's lines, rather too few than too many."""

SPACE_PT = 33.0
"""Above a figure, between it and its caption, and for the line that the citation may take."""


def tallest_chart(chart: Chart, paper: str) -> Length:
    """Return the greatest height of a chart that leaves room for its caption on its page."""
    texts = (plain_text(chart.title) + plain_text(chart.caption), plain_text(chart.note))
    per_line = MEASURES_MM[paper] * CHARACTERS_PER_MM
    lines = sum(math.ceil(len(text) / per_line) for text in texts)
    return Length.from_pt(Length.from_mm(HEIGHTS_MM[paper]).pt - SPACE_PT - lines * CAPTION_LINE_PT)
