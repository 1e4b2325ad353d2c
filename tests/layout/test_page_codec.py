"""Pages survive being written and read, to the last digit."""

from __future__ import annotations

import dataclasses
import json

import pytest

from builder.layout.boxes import (
    Box,
    BoxKind,
    BoxStyle,
    ForcedBreak,
    Fragment,
    LaidOutPage,
    Line,
    Sides,
    TextStyle,
)
from builder.layout.page_codec import decode_page, encode_page
from builder.units import Length, Rect, Size
from tests.deck.samples import layouter

HTML = """<section class=slide data-x='"é&lt;'><h1>A title<br>in two lines, <em>one</em> <a href='#x'>link</a></h1>
<ul><li>One<ul><li>Two H<sub>2</sub>O</ul></ul>
<table><tr><td colspan=2>x<td rowspan=2 style='background: #123456'>y<tr><td>1<td>2</table>
<p style='border: 1px solid red; border-left: 0; border-radius: 3px; padding: 1px 2px 3px 4px'>framed</p></section>"""


@pytest.mark.render
def test_a_page_of_everything_comes_back_equal() -> None:
    page = layouter("p { font: bold italic 7.3pt/1.27 Carlito; text-align: right }").lay_out(HTML)
    again = decode_page(encode_page(page))
    assert again == page
    assert repr(again) == repr(page)
    assert [repr(box.children) for box in again.root.walk()] == [
        repr(box.children) for box in page.root.walk()
    ]
    assert encode_page(again) == encode_page(page)


def small() -> LaidOutPage:
    rect = Rect(Length(1), Length(2), Length(3), Length(4))
    text = TextStyle("F", 7.1, True, False, "000000")
    none = Sides(*[Length(0)] * 4)
    style = BoxStyle(text, None, None, None, None, None, Length(0), none, "left", "baseline", 0.1 + 0.2)
    line = Line(rect, (Fragment("é\u2028\ud800", text, rect, 1 / 3), ForcedBreak()), True)
    return LaidOutPage(
        Size(Length(5), Length(6)), Box(BoxKind.CELL, "td", {}, rect, rect, style, (line,), (2, 3), 1)
    )


def test_numbers_and_any_text_come_back() -> None:
    assert decode_page(encode_page(small())) == small()


@pytest.mark.parametrize("cls", [Box, BoxStyle, TextStyle, Fragment, Line])
def test_every_value_of_a_page_is_written(cls: type) -> None:
    """A field that is added to a type and not to the codec shows here."""
    counts = {Box: 9, BoxStyle: 11, TextStyle: 9, Fragment: 4, Line: 3}
    assert len(dataclasses.fields(cls)) == counts[cls]


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"texts": [[1]], "styles": [], "size": [1, 2], "root": []}']
)
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, LookupError, TypeError)):
        decode_page(data)


def test_styles_are_written_once() -> None:
    page = small()
    box = page.root
    twice = dataclasses.replace(page, root=dataclasses.replace(box, children=(box, box)))
    assert len(json.loads(encode_page(twice))["styles"]) == 1
