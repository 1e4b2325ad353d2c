from hypothesis import given
from hypothesis import strategies as st

from builder.deck.model import (
    Bullet,
    FontRole,
    NoBullet,
    ParagraphAlign,
    ParagraphStyle,
    RgbColor,
    RunStyle,
    ThemeColor,
)
from builder.pptx.drawing.styles import DEFAULT, LEVELS, all_levels, differing, merge, own_levels
from builder.units import Length


def optional(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


RUNS = st.builds(
    RunStyle,
    font=optional(st.sampled_from(FontRole)),
    size_pt=optional(st.sampled_from([12.0, 18.0])),
    bold=optional(st.booleans()),
    color=optional(st.sampled_from([ThemeColor("dk1"), RgbColor("FF0000")])),
)
STYLES = st.builds(
    ParagraphStyle,
    align=optional(st.sampled_from(ParagraphAlign)),
    bullet=optional(st.sampled_from([NoBullet(), Bullet("•"), Bullet(numbering="arabicPeriod")])),
    margin_left=optional(st.sampled_from([Length(0), Length(5)])),
    line_spacing=optional(st.sampled_from([1.0, 1.2])),
    run=RUNS,
)


@given(STYLES, STYLES)
def test_what_differs_and_what_is_inherited_make_the_whole(
    style: ParagraphStyle, inherited: ParagraphStyle
) -> None:
    base = merge(inherited, DEFAULT)
    assert merge(differing(style, base), base) == merge(style, base)


@given(STYLES)
def test_a_style_does_not_differ_from_itself(style: ParagraphStyle) -> None:
    base = merge(style, DEFAULT)
    assert differing(base, base) == ParagraphStyle()


def test_the_last_level_serves_those_below() -> None:
    levels = all_levels((ParagraphStyle(line_spacing=1.1), ParagraphStyle(line_spacing=1.2)))
    assert [level.line_spacing for level in levels] == [1.1] + [1.2] * (LEVELS - 1)
    assert all(level.run.size_pt is not None for level in levels)


def test_a_placeholder_of_one_level_writes_one() -> None:
    assert len(own_levels((ParagraphStyle(),))) == 1
    assert len(own_levels((ParagraphStyle(), ParagraphStyle()))) == LEVELS
