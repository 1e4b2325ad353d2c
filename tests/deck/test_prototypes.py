"""Slide layouts, read from the theme's templates."""

from itertools import pairwise

import pytest

from builder.deck.layouts import LAYOUTS, PLACEHOLDERS
from builder.deck.model import Bullet, FontRole, NoBullet, ParagraphAlign, PlaceholderKind, ThemeColor
from builder.deck.prototypes import layout_of
from builder.units import Length, Rect
from tests.deck.samples import clinical_layouts

FOOT = {"footer", "slide-number"}
HEAD = {"kicker", "title", *FOOT}
EXPECTED = {
    "content": {*HEAD, "sources", "body"},
    "title": {"center-title", "subtitle", "details"},
    "section": HEAD,
    "content-above": {*HEAD, "sources", "body"},
    "content-below": {*HEAD, "sources", "body"},
    "two-columns": {*HEAD, "sources", "left", "right", "note"},
    "comparison": {*HEAD, "sources", "left", "right", "left-heading", "right-heading"},
    "table": {*HEAD, "sources", "caption", "table"},
    "chart": {*HEAD, "sources", "caption", "chart", "note"},
    "figure": {*HEAD, "sources", "caption", "picture"},
    "quotation": {*HEAD, "sources", "body"},
    "stats": {*HEAD, "sources"},
    "steps": {*HEAD, "sources"},
    "cards": {*HEAD, "sources"},
    "timeline": {*HEAD, "sources"},
    "references": {*HEAD, "body"},
    "blank": {*HEAD, "sources"},
}
"""The placeholders that a layout must have; more may be there."""


SAME_WHEN_COMPACT = {"stats", "steps", "cards", "timeline", "blank"}
"""Layouts whose text stands in shapes only: there is nothing that a compact layout could set smaller."""

WRITTEN = [name for name in LAYOUTS if not (name.compact and name.template in SAME_WHEN_COMPACT)]


def layout(name):
    return next(layout for layout in clinical_layouts() if layout.name == name)


def placeholder(layout_name, name):
    idx = PLACEHOLDERS[name].idx
    return next(item for item in layout(layout_name).placeholders if item.idx == idx)


def test_every_name_of_the_vocabulary_is_a_layout():
    assert [layout.name for layout in clinical_layouts()] == [name.name for name in WRITTEN]
    assert {layout_of(name.name, clinical_layouts()).name for name in LAYOUTS} == {
        name.name for name in WRITTEN
    }
    assert set(EXPECTED) == {name.template for name in LAYOUTS}


@pytest.mark.parametrize("name", WRITTEN, ids=lambda name: name.name)
def test_layouts_have_their_placeholders(name):
    found = {(item.kind, item.idx) for item in layout(name.name).placeholders}
    assert found >= {
        (PLACEHOLDERS[wanted].kind, PLACEHOLDERS[wanted].idx) for wanted in EXPECTED[name.template]
    }
    assert len(found) == len(layout(name.name).placeholders) == len({idx for _, idx in found})


@pytest.mark.parametrize("name", WRITTEN, ids=lambda name: name.name)
def test_placeholders_are_on_the_slide_and_have_text_styles(name):
    slide = Rect(Length(0), Length(0), Length.from_inches(13 + 1 / 3), Length.from_inches(7.5))
    for item in layout(name.name).placeholders:
        assert slide.contains(item.rect), item.name
        assert item.rect.width > 0
        assert item.rect.height > 0
        for level in item.levels:
            assert level.run.size_pt >= 11
            assert isinstance(level.run.color, ThemeColor)
            assert level.line_pitch_pt or level.line_spacing


@pytest.mark.parametrize("name", [name.name for name in LAYOUTS if not name.compact and name.name != "title"])
def test_every_layout_has_one_title_with_the_typeface_of_headings(name):
    [title] = [item for item in layout(name).placeholders if item.kind is PlaceholderKind.TITLE]
    assert title.idx == 0
    assert title.levels[0].run.font is FontRole.HEADINGS
    assert title.levels[0].run.bold


@pytest.mark.parametrize("name", [name for name in WRITTEN if name.compact], ids=lambda name: name.name)
def test_compact_layouts_hold_more(name):
    """Of smaller type, or of another division of the slide; shapes alone may differ where a layout has no text."""
    roomy, compact = layout(name.template), layout(name.name)
    assert compact.title == f"{roomy.title}, compact"
    assert [item.idx for item in roomy.placeholders] == [item.idx for item in compact.placeholders]
    texts = [item for item in roomy.placeholders if item.name in ("Text", "Left", "Right")]
    for item in texts:
        other = next(each for each in compact.placeholders if each.idx == item.idx)
        assert [level.run.size_pt for level in other.levels] < [level.run.size_pt for level in item.levels]


@pytest.mark.parametrize(
    "name", ["content", "content-compact", "two-columns", "two-columns-compact", "comparison"]
)
def test_lists_have_three_levels_that_get_smaller(name):
    levels = placeholder(name, "left" if name != "content" and "content" not in name else "body").levels
    assert len(levels) >= 3
    assert all(isinstance(level.bullet, Bullet) and level.indent < 0 < level.margin_left for level in levels)
    assert all(one.margin_left < other.margin_left for one, other in pairwise(levels))
    assert all(one.run.size_pt >= other.run.size_pt for one, other in pairwise(levels))
    assert all(level.space_before_pt > 0 for level in levels)


def test_placeholders_are_wider_than_their_text_was_laid_out():
    """The title's measure is 11.7 in; 2 % of what is written is spare."""
    title = placeholder("content", "title")
    assert title.rect.width == pytest.approx(Length.from_inches(11.7 / 0.98), abs=2)


def test_text_at_the_right_edge_grows_to_the_left():
    number = placeholder("content", "slide-number")
    assert number.levels[0].align is ParagraphAlign.RIGHT
    assert number.rect.right == pytest.approx(Length.from_inches(11.67 + 1), abs=Length.from_pt(1))


def test_references_have_a_margin_for_their_written_numbers():
    [level] = placeholder("references", "body").levels[:1]
    assert level.bullet == NoBullet()
    assert level.indent == -level.margin_left < 0


def test_quotations_have_no_bullet_and_a_level_for_who_said_it():
    quotation, by = placeholder("quotation", "body").levels
    assert quotation.bullet == by.bullet == NoBullet()
    assert (quotation.run.italic, quotation.run.font) == (True, FontRole.HEADINGS)
    assert (by.run.italic, by.run.font) == (False, FontRole.BODY)


def test_objects_have_no_insets():
    for name, item in (("table", "table"), ("chart", "chart"), ("figure", "picture")):
        insets = placeholder(name, item).insets
        assert (insets.left, insets.top, insets.right, insets.bottom) == (0, 0, 0, 0)


def test_title_and_section_slides_have_a_background_of_their_own():
    assert {layout(name).background for name in ("title", "section")} == {ThemeColor("dk2")}
    assert layout("content").background == ThemeColor("lt1")


def test_what_every_slide_shows_is_on_the_layout():
    [rule] = layout("title").decorations
    assert rule.decorative
    assert rule.fill == ThemeColor("accent2")
