"""Colours of charts: by slot where the theme has one, and readable."""

import pytest

from builder.resolve.charts.look import Paint
from builder.resolve.charts.style import contrast, name_paints, readable_on
from tests.resolve.charts.samples import clinical, style


def test_colours_name_their_slots() -> None:
    theme = clinical()
    look = style()
    for paint in (look.ink, look.muted, look.grid, look.accent, look.paper, *look.series):
        assert paint.slot == (theme.find_slot(paint.hex) or "")
    assert (look.paper.slot, look.ink.slot) == ("lt1", "dk1")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("000000", "FFFFFF", 21),
        ("FFFFFF", "FFFFFF", 1),
        ("767676", "FFFFFF", 4.54),
        ("777777", "FFFFFF", 4.48),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast(Paint("", first), Paint("", second)) == pytest.approx(ratio, abs=0.005)


def test_text_is_readable_on_whatever_it_stands() -> None:
    look = style()
    for paint in look.series:
        assert contrast(readable_on(paint, look), paint) >= 4
    for count in range(1, 7):
        assert all(contrast(paint, look.paper) >= 4.5 for paint in name_paints(look.series[:count], look))


def test_names_are_coloured_all_or_none() -> None:
    look = style()
    dark, light = Paint("", "0F5E8C"), Paint("", "93A4AF")
    assert name_paints((dark, dark), look) == (dark, dark)
    assert name_paints((dark, light), look) == (look.ink, look.ink)
