"""Both decks as a screen reader meets them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import etree

from builder.pptx.archive import read_archive
from builder.pptx.inspect import inspect_deck
from builder.pptx.names import A, P
from builder.pptx.reading.model import DeckReading, ReadShape, ReadSlide, ShapeKind
from builder.units import Length, Rect
from tests.proofs.conftest import Judged
from tests.proofs.variants import change_slides

TITLES = ("title", "ctrTitle")
SPOKEN = (ShapeKind.PICTURE, ShapeKind.CHART, ShapeKind.TABLE)
NEAR = Length.from_pt(3)
"""Frames may overlap by their insets."""


@cache
def read(data: bytes) -> DeckReading:
    return inspect_deck(data)


def disorder(shapes: tuple[ReadShape, ...]) -> Iterator[str]:
    """Yield each shape that stands above, or left of, the one that is read before it; the title is read first."""
    spoken = [shape for shape in shapes if not shape.decorative and shape.placeholder not in TITLES]
    for before, after in itertools.pairwise(spoken):
        if _precedes(after.rect, before.rect):
            yield f"'{after.name}' is read after '{before.name}'"
    for shape in shapes:
        yield from disorder(shape.shapes)


def _precedes(one: Rect, other: Rect) -> bool:
    """Return whether `one` ends above the other, and not right of it, or left of it on the same height."""
    above = one.bottom <= other.y + NEAR
    below = one.y >= other.bottom - NEAR
    left = one.right <= other.x + NEAR
    right = one.x >= other.right - NEAR
    return (above and not right) or (left and not above and not below)


def test_reading_order_is_the_visual_order(example: Judged) -> None:
    found = {
        number: faults
        for number, slide in enumerate(read(example.data).slides, 1)
        if (faults := list(disorder(slide.shapes)))
    }
    assert found == {}


def test_the_title_is_read_first(example: Judged) -> None:
    for slide in read(example.data).slides:
        spoken = [shape for shape in slide.shapes if not shape.decorative]
        assert spoken[0].placeholder in TITLES


def test_titles_are_there_and_unique(example: Judged) -> None:
    titles = Counter(slide.title for slide in read(example.data).slides)
    assert "" not in titles
    assert [title for title, times in titles.items() if times > 1] == []


def reverse(root: etree._Element) -> None:
    tree = root.find(f".//{{{P}}}spTree")
    shapes = tree[2:]
    for shape in reversed(shapes):
        tree.append(shape)


def test_the_test_of_reading_order_can_fail(card: Judged) -> None:
    slides = read(change_slides(card.data, reverse)).slides
    assert all(list(disorder(slide.shapes)) for slide in slides if len(slide.shapes) > 3)


def all_shapes(slide: ReadSlide) -> Iterator[ReadShape]:
    stack = list(slide.shapes)
    while stack:
        shape = stack.pop()
        yield shape
        stack.extend(shape.shapes)


def test_what_is_no_text_has_an_alternative_text_or_is_decorative(example: Judged) -> None:
    for slide in read(example.data).slides:
        for shape in all_shapes(slide):
            if shape.kind in SPOKEN:
                assert shape.alt, shape.name
            elif shape.kind is not ShapeKind.GROUP:
                assert shape.decorative != bool(shape.text) or bool(shape.placeholder), shape.name


def test_alternative_texts_of_charts_say_what_the_data_say(example: Judged) -> None:
    """At least one value of the chart stands in its alternative text."""
    charts = [
        shape
        for slide in read(example.data).slides
        for shape in all_shapes(slide)
        if shape.kind is ShapeKind.CHART
    ]
    assert charts
    for chart in charts:
        assert any(f"{number:g}" in chart.alt for number in chart.numbers), chart.alt


def parts_of(data: bytes, *prefixes: str) -> Iterator[tuple[str, etree._Element]]:
    for name, content in read_archive(data).items():
        if name.startswith(prefixes) and name.endswith(".xml"):
            yield name, etree.fromstring(content)


@pytest.mark.parametrize(
    "prefix", ["ppt/slides/slide", "ppt/notesSlides/notesSlide", "ppt/slideLayouts/slideLayout"]
)
def test_every_run_has_a_language(example: Judged, prefix: str) -> None:
    for name, root in parts_of(example.data, prefix):
        for run in root.iter(f"{{{A}}}r", f"{{{A}}}fld", f"{{{A}}}br"):
            properties = run.find(f"{{{A}}}rPr")
            assert properties is not None, name
            assert properties.get("lang"), name


def test_tables_have_header_rows(example: Judged) -> None:
    tables = [
        table for _, root in parts_of(example.data, "ppt/slides/slide") for table in root.iter(f"{{{A}}}tbl")
    ]
    assert tables
    assert all(table.find(f"{{{A}}}tblPr").get("firstRow") == "1" for table in tables)


def test_marks_that_only_decorate_are_marked_so(example: Judged) -> None:
    bars = [
        shape
        for slide in read(example.data).slides
        for shape in all_shapes(slide)
        if shape.kind is ShapeKind.AUTOSHAPE and not shape.text
    ]
    assert bars
    assert all(bar.decorative and not bar.alt for bar in bars)
