"""Laid-out boxes as shapes."""

import pytest

from builder.deck.model import (
    Anchor,
    ChartShape,
    Group,
    Insets,
    LayoutPlaceholder,
    Line,
    ParagraphStyle,
    PictureShape,
    PlaceholderKind,
    PlaceholderText,
    RunStyle,
    SlideLayout,
    Stroke,
    TableShape,
    TextShape,
    ThemeColor,
)
from builder.deck.shapes import Compiler, contain
from builder.diagnostics import Diagnostics
from builder.units import Length, Rect
from tests.deck.samples import PICTURE, chart, context, lay_out, leaves, paragraphs_of, plain

PALE, INK, BLUE = ThemeColor("lt2"), ThemeColor("dk2"), ThemeColor("accent1")
BODY = LayoutPlaceholder(
    PlaceholderKind.BODY,
    1,
    "Text",
    Rect(*map(Length.from_inches, (1, 2, 8, 4))),
    (ParagraphStyle(run=RunStyle(size_pt=15.0)),),
)
LAYOUT = SlideLayout("content", "Content", "obj", (BODY,))


def shapes(body, css="", layout=LAYOUT, **things):
    """Return the shapes of a slide with `body`; charts, pictures and alternative texts by the path of their block."""
    given = {"charts": {}, "pictures": {}, "alts": {}, "found": Diagnostics(), **things}
    compiler = Compiler(context(), layout, **given)
    return [shape for box in lay_out(body, css).boxes for shape in compiler.compile(box)]


def rect(x, y, width, height):
    return Rect.from_px(x, y, width, height)


def texts(shape):
    return [plain(node) for node in paragraphs_of(shape)]


def test_text_without_a_placeholder_is_a_text_box():
    [box] = shapes("<div data-block=b><p>one</p><ul><li>two</ul></div>")
    assert isinstance(box, TextShape)
    assert (box.name, box.block, box.fill, box.stroke, box.decorative) == ("Text", "b", None, None, False)
    assert texts(box) == ["one", "two"]


def test_a_text_box_has_spare_room():
    """980 px are written 1,000 wide; 30 px of text 31.5 high."""
    [box] = shapes("<p>one</p>", "p { width: 980px }")
    assert box.rect == rect(0, 0, 1000, 31.5)
    assert box.text.insets == Insets()
    assert box.text.text_height == Length.from_px(30)


def test_a_filled_box_keeps_its_size():
    css = "p { width: 200px; padding: 10px 20px; background: #eef3f7; border: 2px solid #0b324a; border-radius: 8px }"
    [box] = shapes("<p>one</p>", css)
    assert (box.name, box.geometry, box.corner) == ("Box", "roundRect", Length.from_px(8))
    assert (box.fill, box.stroke) == (PALE, Stroke(INK, Length.from_px(2)))
    assert (box.rect.width, box.rect.height) == (Length.from_px(240), Length.from_px(50))
    assert box.text.insets.left == Length.from_px(20)
    assert Length.from_px(15) < box.text.insets.right < Length.from_px(20)
    assert box.text.insets.bottom == Length.from_px(8.5)


def test_borders_on_some_sides_are_bars():
    css = "p { width: 300px; height: 60px; border-top: 3px solid #0f5e8c; border-left: 5px solid #0b324a }"
    top, left, box = shapes("<p>one</p>", css)
    assert (top.rect, top.fill) == (rect(0, 0, 305, 3), BLUE)
    assert (left.rect, left.fill) == (rect(0, 0, 5, 63), INK)
    assert [(bar.name, bar.decorative, bar.text) for bar in (top, left)] == [
        ("Rule", True, None),
        ("Rule 2", True, None),
    ]
    assert (box.stroke, box.fill, texts(box)) == (None, None, ["one"])


def test_paint_without_text_is_decoration():
    [box, rule] = shapes(
        "<div></div>",
        "div { width: 90px; height: 9px; background: #eef3f7; border-bottom: 1px solid #0b324a }",
    )
    assert (box.name, box.decorative, box.text, box.rect) == ("Decoration", True, None, rect(0, 0, 90, 10))
    assert (rule.rect, rule.decorative) == (rect(0, 9, 90, 1), True)


def test_what_shows_nothing_is_nothing():
    assert shapes("<div></div><p></p><div style='height: 50px'></div>") == []


def test_a_box_around_decorated_boxes_is_taken_apart():
    body = "<div><p class=a>one</p><p>two</p></div>"
    first, second = shapes(body, "div { background: #eef3f7 } .a { background: #0b324a }")[1:]
    assert (texts(first), first.fill) == (["one"], INK)
    assert (texts(second), second.fill) == (["two"], None)


def test_text_in_the_middle_or_at_the_bottom():
    css = "p { height: 100px; background: #eef3f7 }"
    found = shapes("<p data-anchor=middle>a</p><p data-anchor=bottom>b</p><p>c</p>", css)
    assert [box.text.anchor for box in found] == [Anchor.MIDDLE, Anchor.BOTTOM, Anchor.TOP]


def test_text_below_the_top_of_its_box_stays_there():
    [box] = shapes(
        "<div><p>one</p></div>", "div { background: #eef3f7; padding-top: 5px } p { margin-top: 20px }"
    )
    assert box.text.insets.top == Length.from_px(25)


def test_shapes_may_have_a_form():
    [box] = shapes("<p data-shape=chevron>one</p>", "p { background: #eef3f7 }")
    assert (box.geometry, texts(box)) == ("chevron", ["one"])


def test_names_are_unique():
    found = shapes(
        "<div data-name=Card>a</div><p>b</p><div data-name=Card>c</div><p>d</p>", "div { background: #eee }"
    )
    assert [shape.name for shape in found] == ["Card", "Text", "Card 2", "Text 2"]


def test_names_that_look_numbered_are_unique_too():
    found = shapes(
        "<p data-name='Step 2'>a</p><p data-name=Step>b</p><p data-name=Step>c</p><p data-name='Step 2'>d</p>"
    )
    assert len({shape.name for shape in found}) == 4


def test_groups_hold_their_shapes():
    css = "div { position: relative; height: 100px } p { position: absolute; top: 10px; width: 98px; height: 40px }"
    body = "<div data-group data-name=Steps data-block=x><p>a</p><p class=b>b</p></div>"
    [group] = shapes(body, css + ".b { left: 300px }", alts={"x": "Two steps"})
    assert isinstance(group, Group)
    assert (group.name, group.block, group.alt) == ("Steps", "x", "Two steps")
    assert [texts(shape) for shape in group.shapes] == [["a"], ["b"]]
    assert group.rect == rect(0, 10, 400, 40)


def test_a_group_of_nothing_is_nothing():
    assert shapes("<div data-group></div>") == []


def test_rows_laid_out_as_tables_are_not_tables():
    css = ".row { display: table; width: 400px } .row div { display: table-cell; background: #eef3f7 }"
    [group] = shapes("<div class=row data-group><div>a</div><div>b</div></div>", css)
    assert [texts(shape) for shape in group.shapes] == [["a"], ["b"]]
    assert [texts(shape) for shape in shapes("<div class=row><div>a</div><div>b</div></div>", css)] == [
        ["a"],
        ["b"],
    ]


CONNECTOR = "i { position: absolute; left: 9px; top: 50px; width: 200px; height: 80px; border-top: 2px dashed #0b324a }"


def test_connectors_glue_to_the_sides_of_shapes():
    [line] = shapes("<i data-connector='Step 1:right Step 2:left' data-arrow></i>", CONNECTOR)
    assert isinstance(line, Line)
    assert (line.begin, line.end, line.arrow, line.decorative) == (("Step 1", 3), ("Step 2", 1), True, True)
    assert line.stroke == Stroke(INK, Length.from_px(2), "dash")
    assert (line.rect.width, line.rect.height) == (Length.from_px(200), 0)


def test_a_connector_may_be_upright_and_free():
    css = CONNECTOR.replace("border-top", "border-left")
    [line] = shapes("<i data-connector></i>", css)
    assert (line.begin, line.end, line.arrow) == (None, None, False)
    assert (line.rect.width, line.rect.height) == (0, Length.from_px(80))


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (100, 100, (150, 20, 100, 100)), (400, 100, (0, 20, 400, 100)), (200, 400, (175, 20, 50, 100)),
        (800, 100, (0, 45, 400, 50)),
    ],
)  # fmt: skip
def test_pictures_keep_their_proportions_in_the_middle_of_their_box(width, height, expected):
    assert contain(rect(0, 20, 400, 100), width, height) == rect(*expected)


OBJECT = "i { display: block; width: 400px; height: 200px }"


def test_pictures():
    [picture] = shapes("<i data-picture=x></i>", OBJECT, pictures={"x": PICTURE}, alts={"x": "A receptor"})
    assert isinstance(picture, PictureShape)
    assert (picture.picture, picture.alt, picture.block, picture.idx) == (PICTURE, "A receptor", "x", None)
    assert picture.rect == contain(rect(0, 0, 400, 200), 400, 300)


def test_charts():
    [shape] = shapes("<i data-chart=x></i>", OBJECT, charts={"x": chart()}, alts={"x": "Bars"})
    assert isinstance(shape, ChartShape)
    assert (shape.rect, shape.alt, shape.block, shape.idx) == (rect(0, 0, 400, 200), "Bars", "x", None)


def test_tables():
    [table] = shapes("<table data-block=x><td>a</table>", alts={"x": "One cell"})
    assert isinstance(table, TableShape)
    assert (table.alt, table.block, table.idx) == ("One cell", "x", None)


def test_text_of_a_placeholder_has_the_layouts_place_and_says_what_differs():
    [shape] = shapes("<div data-placeholder=body data-block=x><p>one <b>two</b></p></div>")
    assert isinstance(shape, PlaceholderText)
    assert (shape.name, shape.kind, shape.idx, shape.rect) == ("Text", PlaceholderKind.BODY, 1, BODY.rect)
    assert shape.block == "x"
    assert [run.style.size_pt for run in shape.text.paragraphs[0].runs] == [None, None]


def test_empty_placeholders_are_left_out():
    assert shapes("<p data-placeholder=body></p><div data-placeholder=body><ul></ul></div>") == []


def test_one_object_fills_its_placeholder():
    body = "<div data-placeholder=body><i data-picture=x></i></div>"
    [picture] = shapes(body, OBJECT, pictures={"x": PICTURE})
    assert picture.idx == 1
    [picture] = shapes(
        body, OBJECT, pictures={"x": PICTURE}, layout=SlideLayout("blank", "Blank", "blank", ())
    )
    assert picture.idx is None


def test_several_objects_fill_none():
    body = "<div data-placeholder=body><i data-picture=x></i><table><td>a</table></div>"
    found = shapes(body, OBJECT, pictures={"x": PICTURE})
    assert [(type(shape), shape.idx) for shape in found] == [(PictureShape, None), (TableShape, None)]


def test_a_picture_alone_in_a_placeholder_has_its_place():
    [picture] = shapes(
        "<div data-placeholder=body><i data-picture=x></i></div>", OBJECT, pictures={"x": PICTURE}
    )
    [target] = LAYOUT.placeholders
    assert picture.rect == target.rect


def test_a_picture_with_text_beside_it_fills_no_placeholder():
    body = "<div data-placeholder=body><div><p>Figure 1</p><i data-picture=x></i></div></div>"
    text, picture = shapes(body, OBJECT, pictures={"x": PICTURE})
    assert (texts(text), type(text), picture.idx) == (["Figure 1"], TextShape, None)
    text, drawn = shapes(body.replace("picture", "chart"), OBJECT, charts={"x": chart()})
    assert (texts(text), drawn.idx) == (["Figure 1"], 1)


def test_what_is_on_the_master_is_not_on_slides():
    body, css = "<div data-master></div><p>a</p>", "div { height: 5px; background: #eef3f7 }"
    assert [texts(shape) for shape in shapes(body, css)] == [["a"]]
    assert len(shapes(body, css, layout=None)) == 2


def test_reading_order_is_document_order():
    css = ".b { position: absolute; top: 0 } div { margin-top: 100px }"
    found = shapes(
        "<div data-placeholder=body><p>a</p></div><p class=b>b</p><div data-group><p>c</p><p>d</p></div>", css
    )
    assert [text for shape in leaves(found) for text in texts(shape)] == ["a", "b", "c", "d"]
