"""What was written is read back, by another library."""

import io
from dataclasses import astuple
from typing import Any

import pptx
import pytest

from builder.pptx.archive import read_archive, write_archive
from builder.pptx.inspect import inspect_deck
from builder.pptx.reading.model import DeckReading, ReadLink, ReadShape, ShapeKind
from builder.pptx.reading.shapes import layout_places
from builder.pptx.write import write_deck
from builder.remembered import forget_everything
from builder.units import Rect
from tests.pptx.decks import BODY_RECT, LAYOUTS, TITLE, chart, deck, inches, sample_deck


@pytest.fixture(scope="module")
def reading(sample: bytes) -> DeckReading:
    return inspect_deck(sample)


def named(shapes: tuple[ReadShape, ...], name: str) -> ReadShape:
    return next(shape for shape in shapes if shape.name == name)


def test_slides_come_back_in_order_with_layout_and_section(reading: DeckReading) -> None:
    deck = sample_deck()
    assert [slide.layout for slide in reading.slides] == [
        next(layout.title for layout in LAYOUTS if layout.name == slide.layout) for slide in deck.slides
    ]
    assert [slide.section for slide in reading.slides[1:6]] == ["Text", "Shapes", "Shapes", "Shapes", "Text"]
    assert reading.layouts == tuple(layout.title for layout in LAYOUTS)


def test_titles_are_those_of_title_placeholders(reading: DeckReading) -> None:
    assert reading.slides[0].title == "The test card"
    assert reading.slides[3].title == "Spans and borders survive"
    assert reading.slides[6].title == ""


def test_text_comes_back_with_levels_and_breaks(reading: DeckReading) -> None:
    body = named(reading.slides[1].shapes, "Content")
    assert [paragraph.level for paragraph in body.paragraphs] == [0, 1, 2, 0, 0, 0, 0]
    assert body.paragraphs[0].text.endswith("to the table\nafter a break; TGF-β ≥ 3 <b>&amp;")


def test_inherited_places_come_from_the_layout(reading: DeckReading) -> None:
    assert named(reading.slides[1].shapes, "Content").rect == BODY_RECT
    assert named(reading.slides[1].shapes, "Title").rect == TITLE.rect
    assert named(reading.slides[4].shapes, "Circle").rect == inches(0.75, 1.95, 6, 4.5)


def test_groups_are_read_with_their_members(reading: DeckReading) -> None:
    steps = named(reading.slides[2].shapes, "Steps")
    assert steps.kind is ShapeKind.GROUP
    assert [shape.kind for shape in steps.shapes] == [ShapeKind.AUTOSHAPE] * 3 + [ShapeKind.CONNECTOR] * 2
    assert "Perforin opens the membrane" in steps.text
    assert isinstance(steps.rect, Rect)


def test_tables_are_read_cell_by_cell(reading: DeckReading) -> None:
    table = named(reading.slides[3].shapes, "Trials")
    assert table.cells[0] == ("Trial", "Patients", "", "Note")
    assert table.cells[3][1] == "37 (may include those of Liu 2020)"
    assert (table.kind, table.alt, table.placeholder) == (
        ShapeKind.TABLE,
        "Trials by number of patients",
        "tbl",
    )


def test_alternative_texts_and_decoration(reading: DeckReading) -> None:
    assert named(reading.slides[4].shapes, "Circle").alt == 'A "teal" circle\non grey'
    assert named(reading.slides[2].shapes, "Dot").decorative
    assert not named(reading.slides[2].shapes, "Label").decorative


def test_links_lead_where_they_should(reading: DeckReading) -> None:
    assert named(reading.slides[1].shapes, "Content").links == (
        ReadLink("out", "https://example.org/a%20b?x=1&y=2"),
        ReadLink("to the table", 4),
    )


def test_notes_come_back(reading: DeckReading) -> None:
    assert reading.slides[0].notes_text == "Welcome.\nfirst\nThanks."
    assert reading.slides[2].notes == ()


def test_the_editability_report_counts(reading: DeckReading) -> None:
    report = reading.editability
    assert (report.tables, report.charts, report.pictures, report.shapes) == (1, 0, 3, 9)
    assert report.placeholders == sum(
        bool(shape.placeholder) for slide in reading.slides for shape in slide.shapes
    )


def test_overrides_are_what_differs_from_the_layout(reading: DeckReading) -> None:
    overrides = {slide.title: sum(shape.overrides for shape in slide.shapes) for slide in reading.slides}
    assert overrides.pop(
        "Every kind of run stands in one placeholder, and the headline runs on to a second line of it"
    )
    assert set(overrides.values()) == {0}


def test_charts_are_read_by_their_names_and_numbers() -> None:
    (slide,) = inspect_deck(write_deck(deck(chart()))).slides
    shape = named(slide.shapes, "Trials by year")
    assert (shape.kind, shape.alt) == (ShapeKind.CHART, "Trials rose")
    assert {"Trials", "2023", "2024", "2025"} <= set(shape.series_texts)
    assert shape.numbers == (12.0, 30.5)


CHANGES = {
    "slide": ("ppt/slides/slide1.xml", b"<a:t>", b"<a:t>Other "),
    "links": ("ppt/slides/_rels/slide2.xml.rels", b'Target="http', b'Target="ftp'),
    "notes": ("ppt/notesSlides/notesSlide1.xml", b"<a:t>", b"<a:t>Other "),
    "layout": ("ppt/slideLayouts/slideLayout1.xml", b'<p:cSld name="', b'<p:cSld name="Other '),
    "chart": ("ppt/charts/chart1.xml", b"<c:v>", b"<c:v>9"),
    "picture": ("ppt/media/image1.png", b"IEND", b"IENd"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_since_it_was_read_is_read_again(change: tuple[str, bytes, bytes]) -> None:
    name, old, new = change
    data = write_deck(sample_deck(chart()))
    members = read_archive(data)
    assert old in members[name]
    changed = write_archive(members | {name: members[name].replace(old, new)})
    before, after = inspect_deck(data), inspect_deck(changed)
    assert before != after
    forget_everything()
    assert after == inspect_deck(changed)


@pytest.mark.parametrize("data", [None, write_deck(sample_deck())], ids=["python-pptx's", "ours"])
def test_places_of_layouts_are_those_that_they_have_or_inherit(data: bytes | None) -> None:
    presentation = pptx.Presentation(io.BytesIO(data) if data else None)
    inherited: dict[Any, Rect] = {}
    for layout in presentation.slide_layouts:
        own: Any = layout.placeholders
        lengths = {
            each.placeholder_format.idx: [each.left, each.top, each.width, each.height] for each in own
        }
        places = layout_places(layout, inherited)
        assert {index: [*astuple(place)] for index, place in places.items()} == lengths
    assert inherited
