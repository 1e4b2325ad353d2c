"""Computed CSS values in the terms of slides."""

import pytest

from builder.deck.look import color_of, font_role, full_run_style, run_style_beyond, stroke_of
from builder.deck.model import FontRole, RgbColor, RunStyle, Stroke, ThemeColor
from builder.layout.boxes import Edge, TextStyle
from builder.theme.theme import SLOTS
from builder.units import Length
from tests.deck.samples import clinical


def test_every_slot_of_the_theme_is_found_by_its_colour():
    theme = clinical()
    assert [color_of(theme.slot_color(slot).lower(), theme) for slot in SLOTS] == [
        ThemeColor(slot) for slot in SLOTS
    ]


def test_other_colours_stay_fixed():
    assert color_of("123456", clinical()) == RgbColor("123456")


@pytest.mark.parametrize(
    ("style", "dash"), [("solid", "solid"), ("dashed", "dash"), ("dotted", "sysDot"), ("double", "solid")]
)
def test_borders_are_strokes(style, dash):
    edge = Edge(Length.from_pt(1), "0B324A", style)
    assert stroke_of(edge, clinical()) == Stroke(ThemeColor("dk2"), Length.from_pt(1), dash)


@pytest.mark.parametrize(
    ("family", "role"),
    [
        ("Caladea", FontRole.HEADINGS), ("Carlito", FontRole.BODY), ("Liberation Mono", FontRole.MONOSPACE),
        ("Papyrus", FontRole.BODY),
    ],
)  # fmt: skip
def test_families_are_roles(family, role):
    assert font_role(family, clinical()) is role


TEXT = TextStyle("Carlito", 15.0, bold=False, italic=True, color="0B324A")


def test_a_run_says_everything():
    assert full_run_style(TEXT, clinical()) == RunStyle(
        FontRole.BODY, 15.0, bold=False, italic=True, color=ThemeColor("dk2")
    )


def test_a_raised_run_has_another_size():
    raised = TextStyle("Carlito", 10.0, bold=False, italic=False, color="0B324A", vertical_align="super")
    style = full_run_style(raised, clinical(), 15.0)
    assert (style.size_pt, style.baseline) == (15.0, 0.3)


def test_only_what_differs_is_said():
    base = full_run_style(TEXT, clinical())
    assert run_style_beyond(base, base) == RunStyle()
    bold = RunStyle(FontRole.BODY, 15.0, bold=True, italic=True, color=RgbColor("123456"))
    assert run_style_beyond(bold, base) == RunStyle(bold=True, color=RgbColor("123456"))
