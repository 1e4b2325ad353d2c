"""The judge of decks can fail."""

from dataclasses import replace

import pytest

from builder.deck.model import PlaceholderText, TableShape
from builder.units import Length
from tests.deck.geometry import faults_of
from tests.deck.samples import built, chart, points, section, stats, table


@pytest.fixture(scope="module")
def deck():
    return built(section("T", points("one"), stats(("1", "a")), table(["A"], [["b"]]), chart()))


def shape_of(slide, kind):
    return next(shape for shape in slide.shapes if isinstance(shape, kind))


def changed(deck, number, kind, change):
    """Return the deck with one shape of a slide changed."""
    slide = deck.slides[number]
    target = shape_of(slide, kind)
    shapes = tuple(change(shape) if shape is target else shape for shape in slide.shapes)
    slides = (*deck.slides[:number], replace(slide, shapes=shapes), *deck.slides[number + 1 :])
    return replace(deck, slides=slides)


def grown(shape):
    return replace(shape, text=replace(shape.text, text_height=Length(shape.rect.height)))


def test_a_sound_deck_has_no_faults(deck):
    assert faults_of(deck) == []


CHANGES = {
    "is full to": (1, PlaceholderText, grown),
    "leaves the slide": (
        1,
        PlaceholderText,
        lambda shape: replace(shape, rect=replace(shape.rect, x=Length(-20_000))),
    ),
    "2 shapes are called": (1, PlaceholderText, lambda shape: replace(shape, name="Text")),
    "0 title placeholders": (1, PlaceholderText, lambda shape: replace(shape, kind=None)),
    "is empty": (1, PlaceholderText, lambda shape: replace(shape, text=replace(shape.text, paragraphs=()))),
    "too small": (2, TableShape, lambda shape: replace(shape, rect=replace(shape.rect, height=Length(9)))),
    "row 0, column 0 is full": (
        2,
        TableShape,
        lambda shape: replace(shape, row_heights=(Length(9), Length(9))),
    ),
    "overlap by": (2, TableShape, lambda shape: replace(shape, rect=replace(shape.rect, y=Length(800_000)))),
}


@pytest.mark.parametrize(("fault", "change"), CHANGES.items(), ids=CHANGES)
def test_every_fault_is_found(deck, fault, change):
    broken = changed(deck, *change)
    assert any(fault in found for found in faults_of(broken)), faults_of(broken)


def test_titles_and_keys_that_repeat_are_found(deck):
    twice = replace(deck, slides=(*deck.slides, deck.slides[1]))
    assert faults_of(twice)[0] == "the title 'T' stands 2 times"
    assert "stands 2 times" in faults_of(twice)[1]


def test_a_title_that_says_something_else_is_found(deck):
    slides = (deck.slides[0], replace(deck.slides[1], title="U"), *deck.slides[2:])
    assert "the title placeholder says 'T', not 'U'" in faults_of(replace(deck, slides=slides))[0]
