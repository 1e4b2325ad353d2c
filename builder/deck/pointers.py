"""Tell at the foot of each slide on which page of the briefing its matter stands, once both are laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from builder.compose.words import ANY_NUMBER
from builder.deck.layouts import PLACEHOLDERS
from builder.deck.model import Deck, Paragraph, PlaceholderText, Run, Slide, SlideShape

POINTER = PLACEHOLDERS["pointer"].idx


def point_to_pages(deck: Deck, pages: Mapping[str, int]) -> Deck:
    """Return the deck with the page of the first of each slide's blocks that has one; without a pointer elsewhere.

    `pages` are by the paths of blocks, and of the sections whose slides show none.
    """
    return replace(deck, slides=tuple(_pointed(slide, pages) for slide in deck.slides))


def slides_of(deck: Deck, *, start: int) -> dict[str, int]:
    """Return the number of the first slide that shows each block, by its path; `start` slides come before ours."""
    numbers: dict[str, int] = {}
    for number, slide in enumerate(deck.slides, start + 1):
        for path in slide.blocks:
            numbers.setdefault(path, number)
    return numbers


def _pointed(slide: Slide, pages: Mapping[str, int]) -> Slide:
    page = next((pages[path] for path in slide.blocks or (slide.key,) if path in pages), None)
    shapes = tuple(found for shape in slide.shapes if (found := _filled(shape, page)))
    return replace(slide, shapes=shapes)


def _filled(shape: SlideShape, page: int | None) -> SlideShape | None:
    """Return a shape, the pointer with its number; None for a pointer to nowhere."""
    if not isinstance(shape, PlaceholderText) or shape.idx != POINTER:
        return shape
    if page is None:
        return None
    paragraphs = tuple(_numbered(paragraph, str(page)) for paragraph in shape.text.paragraphs)
    return replace(shape, text=replace(shape.text, paragraphs=paragraphs))


def _numbered(paragraph: Paragraph, number: str) -> Paragraph:
    runs = (
        replace(run, text=run.text.replace(ANY_NUMBER, number)) if isinstance(run, Run) else run
        for run in paragraph.runs
    )
    lines = (line.replace(ANY_NUMBER, number) for line in paragraph.line_texts)
    return replace(paragraph, runs=tuple(runs), line_texts=tuple(lines))
