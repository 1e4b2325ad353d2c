"""The fit policy: 2 % of the measure and 5 % of the text's height are spare."""

import pytest

from builder.deck.fit import (
    Frame,
    excess_height,
    excess_width,
    heighten,
    ink_of,
    room_bottom,
    widen,
)
from builder.deck.model import Insets, ParagraphAlign
from builder.units import Length, Rect
from tests.deck.samples import lay_out

LEFT, CENTER, RIGHT = ParagraphAlign.LEFT, ParagraphAlign.CENTER, ParagraphAlign.RIGHT


def rect(x, y, width, height):
    return Rect(*map(Length, (x, y, width, height)))


def insets(left=0, top=0, right=0, bottom=0):
    return Insets(*map(Length, (left, top, right, bottom)))


# A measure of 980 is written 1,000 wide: 20 more. x, width, left and right inset of the frame that is written.
@pytest.mark.parametrize(
    ("align", "padding", "may_grow", "expected"),
    [
        (LEFT, (0, 0), True, (100, 1000, 0, 0)),
        (RIGHT, (0, 0), True, (80, 1000, 0, 0)),
        (CENTER, (0, 0), True, (90, 1000, 0, 0)),
        (LEFT, (0, 0), False, (100, 980, 0, 0)),
        (LEFT, (50, 50), True, (100, 1080, 50, 30)),
        (LEFT, (50, 50), False, (100, 1080, 50, 30)),
        (RIGHT, (50, 50), False, (100, 1080, 30, 50)),
        (CENTER, (50, 50), False, (100, 1080, 40, 40)),
        (LEFT, (50, 5), True, (100, 1050, 50, 0)),
        (LEFT, (50, 5), False, (100, 1035, 50, 0)),
        (CENTER, (4, 50), True, (94, 1040, 0, 40)),
    ],
)
def test_a_frame_is_widened_where_lines_end(align, padding, may_grow, expected):
    left, right = padding
    given = rect(100, 100, 980 + left + right, 50)
    frame = widen(given, insets(left, 7, right, 8), align, may_grow=may_grow)
    assert (frame.rect.x, frame.rect.width, frame.insets.left, frame.insets.right) == expected
    assert (frame.rect.y, frame.rect.height, frame.insets.top, frame.insets.bottom) == (100, 50, 7, 8)


# Text of 200 needs 210.
@pytest.mark.parametrize(
    ("height", "bottom", "may_grow", "expected"),
    [
        (300, 0, True, (300, 0)),
        (210, 0, True, (210, 0)),
        (200, 0, True, (210, 0)),
        (200, 0, False, (200, 0)),
        (220, 20, True, (220, 10)),
        (220, 20, False, (220, 10)),
        (204, 4, True, (210, 0)),
        (204, 4, False, (204, 0)),
    ],
)
def test_a_frame_is_heightened_below_its_text(height, bottom, may_grow, expected):
    given = Frame(rect(0, 0, 100, height + 30), insets(1, 30, 2, bottom))
    frame = heighten(given, Length(200), may_grow=may_grow)
    assert (frame.rect.height - 30, frame.insets.bottom) == expected
    assert (frame.rect.y, frame.rect.width, frame.insets.top) == (0, 100, 30)


CSS = "div { position: absolute; left: 0; top: 0; width: 200px; height: 100px } p { line-height: 20px }"


def frame_of(body, css=""):
    return lay_out(f"<div>{body}</div>", CSS + css).boxes[0]


def px(value):
    return pytest.approx(value * 9525, abs=2)


def test_text_leaves_a_twentieth_of_a_frame_free():
    assert room_bottom(frame_of("")) == px(95)
    assert excess_height(frame_of("<p>a</p>" * 4)) == px(80 - 95)
    assert excess_height(frame_of("<p>a</p>" * 5)) == px(5)
    assert excess_height(frame_of("<p>a</p>" * 8)) == px(65)


def test_a_chart_may_fill_its_frame():
    css = "i { display: block; height: 100px }"
    assert excess_height(frame_of("<i data-chart=x></i>", css)) == 0
    assert excess_height(frame_of("<i data-chart=x></i>", css + "i { margin-top: 3px }")) == px(3)


def test_paint_may_fill_its_frame_too():
    assert excess_height(frame_of("<p>a</p>", "p { height: 100px; background: #eee }")) == 0


def test_filled_boxes_keep_the_spare_height_of_their_text():
    """Text of 60 px needs 63: a filled box cannot grow, so what its padding lacks is missing."""
    for padding, lack in ((5, 0), (3, 0), (2, 1), (0, 3)):
        css = f"section p {{ padding-bottom: {padding}px; background: #eee }}"
        body = "<p>a<br>b<br>c</p>"
        assert max(0, excess_height(frame_of(body, css))) == px(lack)
    assert excess_height(frame_of("<p>a<br>b<br>c</p>")) < 0


def test_ink_is_text_paint_and_objects():
    body = "<p>a</p><p class=b></p><p class=c data-chart=x></p><p class=d></p>"
    css = "p { height: 10px } .b { background: #eee } .b, .c { margin-left: 30px; width: 90px } .d { height: 50px }"
    ink = ink_of(frame_of(body, css))
    assert (ink.bottom, ink.right, ink.text_bottom) == (px(30), px(120), px(20))


def test_ink_of_nothing_is_nothing():
    ink = ink_of(frame_of(""))
    assert (ink.bottom, ink.right, ink.text_bottom) == (0, 0, 0)


@pytest.mark.parametrize(
    ("body", "css", "excess"),
    [
        ("<p class=x></p>", ".x { width: 230px; height: 9px; background: #eee }", 30),
        ("<p class=x></p>", ".x { width: 200px; height: 9px; background: #eee }", 0),
        ("<table><td class=x>", "table { border-spacing: 0 } td { padding: 0 } table { width: 240px }", 40),
    ],
)
def test_what_sticks_out_on_the_right_is_too_wide(body, css, excess):
    assert max(0, excess_width(frame_of(body, css))) == px(excess)


def test_a_word_wider_than_its_box_is_too_wide_though_its_frame_has_room():
    narrow = "p { width: 20px } .right { text-align: right; direction: rtl } .hang { margin-left: 100px }"
    [word] = frame_of("<p>Immunotherapy</p>", narrow).boxes
    over = word.lines[0].rect.width - word.content.width
    assert over > 0
    for kind in ("", "hang", "right"):
        assert excess_width(frame_of(f"<p class='{kind}'>Immunotherapy</p>", narrow)) == over
    assert excess_width(frame_of("<p>Immunotherapy</p>")) == 0
