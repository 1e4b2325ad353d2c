import re
from pathlib import Path

import pytest
from lxml import etree

from builder.compose.web.charts import WebChart, draw_web_charts
from builder.diagnostics import Diagnostics
from tests.compose.briefings import Briefing, read_briefing, write_content

CHART = """
title: Charts
sections:
  - title: One
    content:
      - chart: {{type: horizontal-bar, data: {{name: [{names}], value: [3, 5]}}, x: name, y: value}}
        id: fig-one
        alt: "Bars: <3 & 5>."
"""


def drawn(folder: Path, names: str) -> tuple[Briefing, WebChart]:
    briefing = read_briefing(write_content(folder, CHART.format(names=names)))
    charts = draw_web_charts(briefing.resolved.document, briefing.theme, Diagnostics())
    return briefing, next(iter(charts.values()))


def test_both_drawings_are_pictures_with_the_authors_text_in_the_colours_of_the_page(tmp_path: Path) -> None:
    briefing, chart = drawn(tmp_path, "short, brief")
    for drawing, window in ((chart.wide, "wide"), (chart.narrow, "narrow")):
        svg = etree.fromstring(drawing)
        assert (svg.get("class"), svg.get("role"), svg.get("aria-label")) == (window, "img", "Bars: <3 & 5>.")
        assert "short" in "".join(svg.itertext())
        assert not re.search(r"#[0-9A-Fa-f]{3}", drawing)
        assert set(re.findall(r"var\(--color-([\w-]+)\)", drawing)) <= set(briefing.theme.colors)
        assert "font-family" not in drawing


def test_the_narrow_drawing_is_as_wide_as_a_telephone(tmp_path: Path) -> None:
    _, chart = drawn(tmp_path, "short, brief")
    assert float(etree.fromstring(chart.narrow).get("width")) == 320


@pytest.mark.parametrize("name", ["a name of many words " * 12, "x" * 90])
def test_there_is_no_narrow_drawing_where_names_would_be_shortened(tmp_path: Path, name: str) -> None:
    _, chart = drawn(tmp_path, f"{name}, brief")
    assert chart.narrow == ""
