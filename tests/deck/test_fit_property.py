"""Decks of any content fit, with nothing lost, or say what does not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.block import Block, Cell, Columns, Point, Points, SlideBlock
from builder.model.document import Section
from tests.deck import samples
from tests.deck.geometry import faults_of
from tests.deck.samples import SPAN, build, cite, face_text, reference, section, sentence, words

REFERENCES = [reference(f"K{number}", number) for number in range(1, 30)]
MARK = re.compile(r"§(\d+)§")
DATES = ("2020", "Jan 2021", "22 November 2026", "November 2022 to December 2023")


@st.composite
def texts(draw: st.DrawFn, longest: int, shortest: int = 1) -> str:
    return sentence(draw(st.integers(shortest, longest)), draw(st.integers(0, 15)))


@st.composite
def cited(draw: st.DrawFn, longest: int) -> tuple[object, ...]:
    keys = draw(st.lists(st.sampled_from(REFERENCES), max_size=4, unique=True))
    return words(draw(texts(longest))) + tuple(cite(entry.key) for entry in keys)


def some(strategy: st.SearchStrategy[object], most: int) -> st.SearchStrategy[list[object]]:
    return st.integers(1, most).flatmap(lambda size: st.lists(strategy, min_size=size, max_size=size))


@st.composite
def lists(draw: st.DrawFn, longest: int = 40, most: int = 16) -> Points:
    items = draw(some(cited(longest), most))
    below = [draw(st.lists(texts(12), max_size=3)) if draw(st.booleans()) else [] for _ in items]
    return samples.points(*zip(items, below, strict=True))


@st.composite
def tables(draw: st.DrawFn) -> Block:
    width, height = draw(st.integers(1, 6)), draw(st.integers(1, 20))
    start = draw(st.integers(0, 15))
    rows = [
        [sentence((start + row * column) % 14 + 1, row) for column in range(width)] for row in range(height)
    ]
    if width > 1 and height > 1 and draw(st.booleans()):
        rows[0][0] = Cell(words(rows[0][0]), SPAN, rowspan=2)
        rows[1] = rows[1][1:]
    return samples.table([draw(texts(3)) for _ in range(width)], rows)


ITEMS = st.tuples(texts(4), texts(40))
PLAIN = {
    "points": lists(),
    "callout": texts(60).map(samples.callout),
    "quote": texts(50).map(samples.quote),
    "stats": some(st.tuples(st.sampled_from(["8 of 11", "48.6%", "86"]), texts(14)), 7).map(
        lambda drawn: samples.stats(*drawn)
    ),
    "steps": some(ITEMS, 8).map(lambda drawn: samples.steps(*drawn)),
    "cards": some(ITEMS, 8).map(lambda drawn: samples.cards(*drawn)),
    "table": tables(),
    "chart": texts(20).map(lambda note: samples.chart(note=note)),
    "figure": st.builds(samples.figure),
    "timeline": some(st.tuples(st.sampled_from(DATES), texts(5), texts(30)), 12).map(
        lambda drawn: samples.timeline(*drawn)
    ),
}
HOLDERS = {
    "columns": st.lists(lists(20, 8), min_size=2, max_size=3).map(
        lambda drawn: samples.columns(*[[part] for part in drawn])
    ),
    "slide": st.lists(st.one_of(*PLAIN.values()), min_size=1, max_size=3).map(
        lambda drawn: samples.slide(*drawn)
    ),
}


@st.composite
def sections(draw: st.DrawFn) -> Section:
    blocks = draw(st.lists(st.one_of(*PLAIN.values(), *HOLDERS.values()), max_size=4))
    captioned = [replace(block, caption=words(draw(st.one_of(st.just(""), texts(20))))) for block in blocks]
    return section(draw(texts(4)), *captioned, headline=draw(texts(16)))


def numbered(blocks: tuple[Block, ...], numbers: Iterator[int]) -> tuple[Block, ...]:
    """Return the blocks with a number in front of every point."""
    return tuple(_numbered(block, numbers) for block in blocks)


def _numbered(block: Block, numbers: Iterator[int]) -> Block:
    match block:
        case Points():
            return replace(block, points=tuple(_numbered_point(point, numbers) for point in block.points))
        case SlideBlock():
            return replace(block, content=numbered(block.content, numbers))
        case Columns():
            parts = (replace(part, content=numbered(part.content, numbers)) for part in block.parts)
            return replace(block, parts=tuple(parts))
        case _:
            return block


def _numbered_point(point: Point, numbers: Iterator[int]) -> Point:
    content = (*words(f"§{next(numbers)}§ "), *point.content)
    return replace(
        point, content=content, points=tuple(_numbered_point(below, numbers) for below in point.points)
    )


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(sections(), min_size=1, max_size=2), messages=st.lists(texts(25), max_size=5))
def test_a_deck_fits_or_says_what_does_not(drawn, messages):
    numbers = count(1)
    made = [replace(each, content=numbered(each.content, numbers)) for each in drawn]
    outcome = build(*made, key_messages=tuple(messages), references=REFERENCES)
    if outcome.value is None:
        assert {found.code for found in outcome.diagnostics} == {"B601"}
        assert all(found.span and found.help and found.label for found in outcome.diagnostics)
        return
    assert outcome.diagnostics == ()
    assert faults_of(outcome.value) == []
    shown = [
        int(number)
        for slide in outcome.value.slides
        for text in face_text(slide)
        for number in MARK.findall(text)
    ]
    assert sorted(shown) == list(range(1, next(numbers)))
