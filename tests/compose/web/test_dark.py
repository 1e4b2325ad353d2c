from dataclasses import replace

import pytest

from builder.compose.web.dark import DARKEST, dark_colors
from builder.resolve.charts.look import Paint
from builder.resolve.charts.style import contrast
from builder.theme.theme import Theme
from tests.compose.briefings import EVERY_BLOCK, read_briefing


@pytest.fixture(scope="module")
def theme() -> Theme:
    return read_briefing(EVERY_BLOCK).theme


def ratio(first: str, second: str) -> float:
    return contrast(Paint("", first), Paint("", second))


def grounds(colors: dict[str, str], theme: Theme) -> list[str]:
    return [colors[theme.slots["lt1"]], colors[theme.slots["lt2"]]]


def test_a_colour_keeps_what_it_can_be_used_for(theme: Theme) -> None:
    dark = dark_colors(theme)
    for name, value in theme.colors.items():
        for use in (3.0, 4.5):
            if ratio(value, theme.slot_color("lt1")) >= use:
                assert min(ratio(dark[name], ground) for ground in grounds(dark, theme)) >= use, name


def test_colours_that_differ_go_on_differing_and_light_and_dark_change_places(theme: Theme) -> None:
    dark = dark_colors(theme)
    assert len(set(dark.values())) == len(set(theme.colors.values()))
    assert dark["paper"] < "202020" < "C0C0C0" < dark["text"]


@pytest.mark.parametrize("yellow", ["FFE600", "FFFF00", "F2E205"])
def test_a_colour_that_the_screen_lacks_at_that_lightness_is_one_that_it_has(
    theme: Theme, yellow: str
) -> None:
    dark = dark_colors(replace(theme, colors={**theme.colors, "bright": yellow}))["bright"]
    red, green, blue = (int(dark[start : start + 2], 16) for start in (0, 2, 4))
    assert red > blue
    assert green > blue


def test_what_charts_highlight_with_stands_out_as_text_does(theme: Theme) -> None:
    dark = dark_colors(theme)
    assert ratio(dark[theme.chart["accent"]], dark["paper"]) >= 4.5


def test_the_colours_of_a_dark_theme_stay(theme: Theme) -> None:
    colors = {**theme.colors, "paper": "101418", "text": "EEEEEE"}
    assert dark_colors(replace(theme, colors=colors)) == colors


def test_paper_is_not_black(theme: Theme) -> None:
    assert DARKEST > 0
    assert dark_colors(theme)["paper"] != "000000"
