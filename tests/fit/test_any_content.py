"""Slides of any content, rendered by LibreOffice without shrinking: no word leaves its frame or meets another."""

import itertools
import random
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from builder.deck.model import Deck
from builder.model.document import Section
from builder.model.inline import Text
from builder.pptx.variant import without_autofit
from builder.pptx.write import write_deck
from tests.deck.samples import build, built
from tests.deck.strategies import REFERENCES, sections
from tests.fit.frames import frames_of
from tests.fit.judge import strays
from tests.fit.rendering import RenderedSlide, Word, render

pytestmark = [pytest.mark.render, pytest.mark.slow]

SECTIONS = 45
LEAST_SLIDES = 40
SMALLEST_UNIQUE = 4
"""Letters of the shortest word that is made unique, so that it is missed in its frame and found in no other."""


def any_sections() -> list[Section]:
    """Return sections drawn at random, the same each time, of which each alone makes a deck that fits."""
    drawn: list[Section] = []

    @settings(
        max_examples=SECTIONS, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(sections())
    def collect(section: Section) -> None:
        drawn.append(section)

    collect()
    letters = random.Random(1)
    unique = [_with_unique_words(section, letters, set()) for section in drawn if section.content]
    return [section for section in unique if build(section, references=REFERENCES).value]


def _with_unique_words(node: object, letters: random.Random, used: set[str]) -> object:
    """Return a node of the document with its longer words replaced by others of as many letters."""
    if isinstance(node, Text):
        return Text(" ".join(_unique(word, letters, used) for word in node.text.split(" ")))
    if isinstance(node, tuple):
        return tuple(_with_unique_words(item, letters, used) for item in node)
    if is_dataclass(node) and not isinstance(node, type):
        parts = {field.name: getattr(node, field.name) for field in fields(node)}
        changed = {
            name: _with_unique_words(value, letters, used)
            for name, value in parts.items()
            if isinstance(value, tuple)
        }
        return replace(node, **changed)
    return node


def _unique(word: str, letters: random.Random, used: set[str]) -> str:
    if len(word) < SMALLEST_UNIQUE or not word.isalpha():
        return word
    while (made := "".join(letters.choices("aeiounrstlmcdk", k=len(word)))) in used:
        continue
    used.add(made)
    return made


@pytest.fixture(scope="module")
def deck() -> Deck:
    deck = built(*any_sections(), references=REFERENCES)
    assert len(deck.slides) >= LEAST_SLIDES
    return deck


@pytest.fixture(scope="module")
def rendered(
    deck: Deck, tmp_path_factory: pytest.TempPathFactory, soffice: Path, pdftotext: Path
) -> tuple[RenderedSlide, ...]:
    return render(without_autofit(write_deck(deck)), tmp_path_factory.mktemp("any"), soffice, pdftotext)


def test_no_word_leaves_its_frame(deck: Deck, rendered: tuple[RenderedSlide, ...]) -> None:
    found = {
        slide.key: words
        for slide, page in zip(deck.slides, rendered, strict=True)
        if (words := strays(page, frames_of(slide)))
    }
    assert found == {}


def test_no_word_meets_another(deck: Deck, rendered: tuple[RenderedSlide, ...]) -> None:
    found = {
        slide.key: words
        for slide, page in zip(deck.slides, rendered, strict=True)
        if (words := meetings(page))
    }
    assert found == {}


def test_words_that_left_their_frames_are_found(deck: Deck, rendered: tuple[RenderedSlide, ...]) -> None:
    """The negative control: the same words, an inch and a half further down."""
    moved = [replace(page, words=tuple(_moved(word) for word in page.words)) for page in rendered]
    found = [strays(page, frames_of(slide)) for slide, page in zip(deck.slides, moved, strict=True)]
    assert all(found)


def _moved(word: Word) -> Word:
    return replace(word, top=word.top + 108, bottom=word.bottom + 108)


def test_words_that_meet_are_found() -> None:
    words = Word("one", 10, 10, 40, 22), Word("two", 35, 14, 60, 26), Word("three", 10, 21, 40, 33)
    assert meetings(RenderedSlide(100, 100, words)) == ["'one' meets 'two'"]


def meetings(page: RenderedSlide) -> list[str]:
    """Return the pairs of words of which each covers a good part of the other's letters."""
    return [
        f"'{one.text}' meets '{other.text}'"
        for one, other in itertools.combinations(page.words, 2)
        if min(one.right, other.right) - max(one.left, other.left) > 2
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5 * min(_height(one), _height(other))
    ]


def _height(word: Word) -> float:
    return word.bottom - word.top
