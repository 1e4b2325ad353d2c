"""The contract with the layout engine: what its boxes say, in our own types."""

from itertools import pairwise

import pytest

from builder.layout.boxes import Box, BoxKind, Edge, ForcedBreak, Fragment, Line, Sides
from builder.layout.weasy import weasyprint
from builder.units import Length, Rect
from tests.deck.samples import lay_out

SVG = "{http://www.w3.org/2000/svg}svg"


def first(box: Box, tag: str) -> Box:
    """Return the first box of an element that has attributes or no wrapper of its own."""
    return next(inner for inner in box.walk() if inner.tag == tag)


def lines(body: str, css: str = "") -> tuple[Line, ...]:
    """Return the lines of the first paragraph."""
    return first(lay_out(body, css), "p").lines


def fragments(body: str, css: str = "") -> list[Fragment]:
    found = [part for line in lines(body, css) for part in line.parts]
    return [part for part in found if isinstance(part, Fragment)]


def test_the_engine_is_the_one_that_the_reader_was_written_for():
    assert weasyprint.__version__.split(".")[0] == "70"


def test_boxes_have_kinds():
    root = lay_out(
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"
        "<ul><li>c</li></ul><svg width=9 height=9></svg>"
    )
    kinds = {(box.tag, box.kind) for box in root.walk()}
    assert kinds >= {
        ("section", BoxKind.BLOCK), ("table", BoxKind.TABLE), ("thead", BoxKind.ROW_GROUP), ("tr", BoxKind.ROW),
        ("th", BoxKind.CELL), ("td", BoxKind.CELL), ("li", BoxKind.MARKER), (SVG, BoxKind.REPLACED),
    }  # fmt: skip


def test_rectangles_are_in_emu_from_the_slides_corner():
    css = "div { position: absolute; left: 1in; top: 2in; width: 3in; height: 1in; padding: .1in; border: .05in solid }"
    box = first(lay_out("<div>x</div>", css), "div")
    inch = 914_400
    assert box.rect == Rect(*map(Length, (inch, 2 * inch, round(3.3 * inch), round(1.3 * inch))))
    content = (round(1.15 * inch), round(2.15 * inch), 3 * inch, inch)
    assert box.content == Rect(*map(Length, content))
    assert box.style.padding == Sides(*[Length.from_inches(0.1)] * 4)


def test_absolute_boxes_stand_in_document_order_at_their_own_place():
    root = lay_out(
        "<p>one</p><div>two</div><p>three</p>", "div { position: absolute; left: 50px; top: 400px }"
    )
    assert [box.tag for box in root.boxes] == ["p", "div", "p"]
    assert root.boxes[1].rect.x == Length.from_px(50)
    assert root.boxes[1].rect.y == Length.from_px(400)
    assert root.boxes[2].rect.y == Length.from_px(30)


def test_lines_touch_and_have_the_used_line_height():
    found = lines("<p style='width: 100px'>one two three four five six</p>")
    assert len(found) > 1
    assert all(line.rect.height == Length.from_px(30) for line in found)
    assert all(above.rect.bottom == below.rect.y for above, below in pairwise(found))
    assert found[0].rect.width < Length.from_px(100)


@pytest.mark.parametrize(
    ("body", "texts", "spaces"),
    [
        pytest.param("one two", ["one", "two"], [True, False], id="space"),
        pytest.param("one-two", ["one-", "two"], [False, False], id="hyphen"),
        pytest.param("one\n   two", ["one", "two"], [True, False], id="white space of any length"),
        pytest.param("one <b>two</b>", ["one", "two"], [True, False], id="space before an element"),
        pytest.param("<b>one </b>two", ["one", "two"], [True, False], id="space at an element's end"),
        pytest.param("<b>one-</b>two", ["one-", "two"], [False, False], id="hyphen at an element's end"),
        pytest.param("on on-on", ["on", "on-", "on"], [True, False, False], id="words that repeat"),
        pytest.param("one<br>two", ["one", "two"], [False, False], id="forced"),
        pytest.param("one <br>two", ["one", "two"], [False, False], id="forced after a space"),
    ],
)
def test_lines_know_whether_a_space_stood_at_their_break(body, texts, spaces):
    found = lines(f"<p style='width: 1em'>{body}</p>")
    assert [line.text for line in found] == texts
    assert [line.space_after for line in found] == spaces


def test_spaces_at_breaks_are_told_apart_in_the_text_after_a_list_too():
    found = lay_out("<div style='width: 1em'>c-d e<ul><li>a</ul>d e-c</div>")
    texts = [
        (line.text, line.space_after)
        for box in found.walk()
        for line in box.lines
        if box.kind is BoxKind.BLOCK
    ]
    assert texts[:3] == [("c-", False), ("d", True), ("e", False)]
    assert texts[-3:] == [("d", True), ("e-", False), ("c", False)]


def test_capitals_made_by_css_do_not_hide_a_space():
    found = lines("<p style='width: 1em; text-transform: uppercase'>one two-six</p>")
    assert [(line.text, line.space_after) for line in found] == [
        ("ONE", True),
        ("TWO-", False),
        ("SIX", False),
    ]


def test_a_br_is_a_forced_break_on_the_line_that_it_ends():
    found = lines("<p>one<br>two</p>")
    assert [type(part) for part in found[0].parts] == [Fragment, ForcedBreak]
    assert [type(part) for part in found[1].parts] == [Fragment]


def test_text_has_computed_values():
    [plain, strong] = fragments(
        "<p>one <b>two</b></p>", "b { color: #0f5e8c; font-style: italic; text-decoration: underline }"
    )
    assert (plain.style.family, plain.style.size_pt, plain.style.bold) == ("Carlito", 15.0, False)
    assert (strong.style.bold, strong.style.italic, strong.style.underline) == (True, True, True)
    assert strong.style.color == "0F5E8C"
    assert strong.rect.x == plain.rect.right


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("10<sup>6</sup>", [("10", "baseline", 15.0), ("6", "super", 15.0)]),
        ("CO<sub>2</sub>", [("CO", "baseline", 15.0), ("2", "sub", 15.0)]),
        ("a<sup><a href='#r'>1</a>,<i>2</i></sup>", [("a", "baseline", 15.0), *((x, "super", 15.0) for x in "1,2")]),
        ("<span style='font-size: 40px'>a<sup>1</sup></span>", [("a", "baseline", 30.0), ("1", "super", 30.0)]),
    ],
)  # fmt: skip
def test_raised_and_lowered_text_knows_the_size_around_it(body, expected):
    found = fragments(f"<p>{body}</p>", "sup, sub { font-size: 66% }")
    assert [(part.text, part.style.vertical_align, part.parent_size_pt) for part in found] == expected


def test_raised_text_keeps_its_own_size_beside_that_around_it():
    [_, raised] = fragments("<p>10<sup>6</sup></p>", "sup { font-size: 50% }")
    assert raised.style.size_pt == 7.5


def test_links_reach_into_the_elements_inside_of_them():
    found = fragments("<p>a<a href='https://example.org/'>b<b>c</b><sup>d</sup></a>e</p>")
    links = {part.text: part.style.href for part in found}
    assert links == {
        "a": "",
        "b": "https://example.org/",
        "c": "https://example.org/",
        "d": "https://example.org/",
        "e": "",
    }


def test_marks_reach_into_the_elements_inside_of_them():
    found = fragments("<p>a<mark>b<b>c</b></mark></p>", "mark { background: #ffee00 }")
    assert {part.text: part.style.background for part in found} == {"a": None, "b": "FFEE00", "c": "FFEE00"}


def test_list_markers_stand_before_the_text_of_their_item():
    css = "ul { list-style: '–  ' outside; padding-left: 40px } li::marker { color: #0f5e8c }"
    root = lay_out("<ul><li>one<ul><li>two</ul></ul>", css)
    markers = [box for box in root.walk() if box.kind is BoxKind.MARKER]
    assert [marker.lines[0].text.strip() for marker in markers] == ["–", "–"]
    assert [marker.lines[0].parts[0].style.color for marker in markers] == ["0F5E8C", "0F5E8C"]
    assert markers[0].rect.right == Length.from_px(40)
    assert markers[1].rect.right == Length.from_px(80)
    assert [marker.attributes for marker in markers] == [{}, {}]


def test_numbers_of_lists_follow_their_start_and_value():
    root = lay_out("<ol start=3><li>a<li>b<li value=9>c</ol>")
    markers = [box for box in root.walk() if box.kind is BoxKind.MARKER]
    assert [marker.lines[0].text.strip() for marker in markers] == ["3.", "4.", "9."]


def test_every_attribute_is_seen_once():
    body = "<ul data-a><li data-b>one<ul><li>two</ul></li></ul><table data-c><tr data-d><td data-e>x</table>"
    root = lay_out(body)
    for name in "abcde":
        assert len(list(root.find(f"data-{name}"))) == 1
    assert next(root.find("data-c")).kind is BoxKind.TABLE
    anonymous = next(box for box in root.walk() if box.lines and box.lines[0].text == "one")
    assert (anonymous.tag, anonymous.attributes) == ("li", {})


def test_generated_boxes_have_no_attributes():
    root = lay_out("<p data-a>x</p>", "p::before { content: 'y'; display: block }")
    assert len(list(root.find("data-a"))) == 1


def test_cells_know_their_spans_and_column():
    root = lay_out(
        "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>", "table { border-spacing: 0 }"
    )
    cells = {box.lines[0].text: box for box in root.walk() if box.kind is BoxKind.CELL}
    assert {text: (cell.spans, cell.grid) for text, cell in cells.items()} == {
        "a": ((1, 2), 0), "b": ((2, 1), 1), "c": ((1, 1), 1), "d": ((1, 1), 2),
    }  # fmt: skip
    assert cells["a"].rect.bottom == cells["c"].rect.bottom
    assert cells["b"].rect.x == cells["c"].rect.x
    assert cells["b"].rect.right == cells["d"].rect.right


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#0f5e8c", "0F5E8C"), ("rgb(255 0 0)", "FF0000"), ("rgba(0, 0, 0, .5)", "000000"),
        ("hsl(120 100% 25%)", "008000"),
        ("transparent", None), ("rgba(1, 2, 3, 0)", None), ("none", None),
    ],
)  # fmt: skip
def test_colours_are_six_digits_and_transparent_ones_none(written, read):
    assert first(lay_out("<p>x</p>", f"p {{ background: {written} }}"), "p").style.background == read


def test_borders_that_do_not_show_are_none():
    css = "p { color: #00ff00; border-top: 2px solid; border-left: 3px dashed #0000ff; border-right: 4px none #f00;"
    style = first(lay_out("<p>x</p>", css + " border-bottom: 5px solid transparent }"), "p").style
    assert style.border_top == Edge(Length.from_px(2), "00FF00", "solid")
    assert style.border_left == Edge(Length.from_px(3), "0000FF", "dashed")
    assert style.border_right is None
    assert style.border_bottom is None
    assert style.decorated


def test_a_box_without_paint_is_not_decorated():
    assert not first(lay_out("<p>x</p>", "p { padding: 3px; margin: 3px }"), "p").style.decorated


def test_boxes_have_used_values():
    css = "p { text-align: center; line-height: 1.5; font-size: 40px; border-radius: 6px }"
    style = first(lay_out("<p>x</p>", css), "p").style
    assert (style.text_align, style.line_height_pt, style.radius) == ("center", 45.0, Length.from_px(6))
    [cell] = [
        box
        for box in lay_out("<table><td>x</table>", "td { vertical-align: bottom }").walk()
        if box.tag == "td"
    ]
    assert cell.style.vertical_align == "bottom"


def test_inline_pictures_are_boxes_of_their_line():
    root = lay_out("<p>a <svg width=10 height=20></svg> b</p>")
    [svg] = [box for box in root.walk() if box.tag == SVG]
    assert (svg.rect.width, svg.rect.height) == (Length.from_px(10), Length.from_px(20))


def test_nothing_is_broken_over_pages():
    body = "".join(f"<p>{number}</p>" for number in range(200))
    texts = [line.text for box in lay_out(body).walk() for line in box.lines]
    assert texts == [str(number) for number in range(200)]


def test_only_the_themes_fonts_are_used():
    """A family that the theme does not have falls back to one that it has, whatever this machine has installed."""
    [named] = fragments("<p>kill</p>", "p { font-family: 'DejaVu Sans', Carlito }")
    [own] = fragments("<p>kill</p>", "p { font-family: Carlito }")
    assert named.rect.width == own.rect.width
