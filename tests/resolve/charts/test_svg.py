"""The vector drawing, read as XML and rendered by resvg."""

import io
import re
from xml.etree import ElementTree

import pytest
import resvg_py
from PIL import Image

from builder.resolve.charts.drawing import BarMark
from builder.resolve.charts.svg import draw_svg
from tests.resolve.charts.samples import CHARTS, PAGE, SLIDE, make, plan, style

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", CHARTS)
def test_every_text_of_the_plan_is_in_the_drawing_once(name: str) -> None:
    found = plan(CHARTS[name])
    root = ElementTree.fromstring(draw_svg(found))
    assert [element.text for element in root.iter(f"{SVG}text")] == [text.text for text in found.texts]


@pytest.mark.parametrize("name", CHARTS)
def test_equal_charts_give_equal_drawings(name: str) -> None:
    assert draw_svg(plan(CHARTS[name], PAGE, 8.5)) == draw_svg(plan(CHARTS[name], PAGE, 8.5))


def test_numbers_have_at_most_two_decimals() -> None:
    drawn = draw_svg(plan(CHARTS["pie"]))
    assert not re.search(r"\d\.\d{3}|e-\d|-0[ \",]", drawn)


def test_the_size_is_that_of_the_plan() -> None:
    root = ElementTree.fromstring(draw_svg(plan(CHARTS["bar"])))
    assert float(root.attrib["width"]) == pytest.approx(12.1 * 96)
    assert root.attrib["viewBox"] == "0 0 871.2 331.2"
    assert root.attrib["font-family"] == "Carlito"


def test_markup_in_data_is_text() -> None:
    found = plan(make("bar", {"arm": ["<b>A & B</b>"], "n": [1]}, "arm", "n"))
    assert "<b>A & B</b>" in {
        element.text for element in ElementTree.fromstring(draw_svg(found)).iter(f"{SVG}text")
    }


def test_a_single_slice_is_a_whole_disc() -> None:
    found = plan(make("pie", {"part": ["all"], "n": [1]}, "part", "n"))
    assert "<circle" in draw_svg(found)


def test_bars_are_where_the_plan_has_them() -> None:
    found = plan(CHARTS["horizontal-bar"])
    png = resvg_py.svg_to_bytes(svg_string=draw_svg(found), background="#ffffff", skip_system_fonts=True)
    image = Image.open(io.BytesIO(bytes(png))).convert("RGB")
    assert image.size == (round(SLIDE.width.px), round(SLIDE.height.px))
    blue = tuple(int(style().series[0].hex[start : start + 2], 16) for start in (0, 2, 4))
    first = next(mark for mark in found.marks if isinstance(mark, BarMark))
    middle = round(first.rect.y.px + first.rect.height.px / 2)
    row = [image.getpixel((x, middle)) == blue for x in range(image.width)]
    assert row.index(True) == pytest.approx(first.rect.x.px, abs=1.5)
    assert sum(row) == pytest.approx(first.rect.width.px, abs=2)
