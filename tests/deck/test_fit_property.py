"""Decks of any content fit, with nothing lost, or say what does not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.block import Block, Columns, Point, Points, SlideBlock
from tests.deck.geometry import faults_of
from tests.deck.samples import build, face_text, words
from tests.deck.strategies import REFERENCES, sections, texts

MARK = re.compile(r"§(\d+)§")


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
