"""Text measured from font files, judged by Pillow's renderer."""

import pytest
from PIL import ImageFont

from builder.resolve.charts.metrics import Ruler, find_file
from tests.resolve.charts.samples import style


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["Liu 2020, cord blood", "n = 269", "−12.5%", "TGF-β ≥ 3 µg", "AVATAR"])
def test_widths_are_those_of_a_renderer(text: str, bold: bool) -> None:
    file = find_file(style().files, bold)
    font = ImageFont.truetype(str(file), 1000, layout_engine=ImageFont.Layout.BASIC)
    assert Ruler(style(10)).width(text, bold).pt == pytest.approx(font.getlength(text) / 100, rel=0.01)


def test_bold_is_another_file() -> None:
    assert find_file(style().files, False).name == "Carlito-Regular.ttf"
    assert find_file(style().files, True).name == "Carlito-Bold.ttf"


def test_a_line_is_as_high_as_calibris() -> None:
    assert Ruler(style(100)).line.pt == pytest.approx(122.07, abs=0.01)


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    ruler = Ruler(style(10))
    assert ruler.width("n\u00a0=\u00a0269") == ruler.width("n = 269")


def test_what_the_font_lacks_has_a_width_too() -> None:
    ruler = Ruler(style(10))
    assert ruler.width("細胞").pt == pytest.approx(20)


def test_wrapping_breaks_at_spaces_only() -> None:
    ruler = Ruler(style(10))
    assert ruler.wrap("any grade of neurologic events", ruler.em(6)) == (
        "any grade of",
        "neurologic",
        "events",
    )
    assert ruler.wrap("neurologic", ruler.em(1)) == ("neurologic",)


def test_cutting_leaves_an_ellipsis() -> None:
    ruler = Ruler(style(10))
    assert ruler.cut("ZUMA-1", ruler.em(10)) == "ZUMA-1"
    shown = ruler.cut("Progression before infusion", ruler.em(6))
    assert shown.endswith("…")
    assert ruler.width(shown) <= ruler.em(6)
