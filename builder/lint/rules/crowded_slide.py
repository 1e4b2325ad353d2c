"""crowded-slide: more words on one slide than an audience reads while somebody speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.lint.finding import Finding
from builder.lint.subject import Subject
from builder.lint.words import count_words
from builder.model.block import (
    Block,
    Callout,
    Cards,
    Output,
    Points,
    Quote,
    SlideBlock,
    Stats,
    Steps,
    Timeline,
)
from builder.model.document import Section

_FLOWING = (Points, Stats, Callout, Quote)
_ALONE = (Steps, Cards, Timeline)


def check(subject: Subject) -> Iterator[Finding]:
    """Find blocks that come to more words on a slide than `lint: {slide-words: …}` allows.

    Points, tiles, callouts and quotations that share a slide are counted together. Tables, charts and figures are not
    counted: theirs are looked up, not read.
    """
    limit = subject.document.lint.slide_words
    for section in subject.sections.values():
        for blocks in _slides(section):
            words = sum(count_words(replace(block, notes=(), alt="", source=())) for block in blocks)
            if words > limit:
                message = f"about {words} words on one slide; the limit is {limit}"
                help = "cut words, give some of it a slide of its own with 'title: …', or move it to 'text'"
                yield Finding(message, blocks[0].span, help)


def _slides(section: Section) -> Iterator[tuple[Block, ...]]:
    """Yield the blocks that share a slide (DESIGN, section 3)."""
    flowing: tuple[Block, ...] = ()
    for block in section.content:
        if not block.shown_in(Output.DECK):
            continue
        if isinstance(block, _FLOWING):
            if flowing and block.title and not isinstance(block, Callout):
                yield flowing
                flowing = ()
            flowing = (*flowing, block)
        elif isinstance(block, SlideBlock):
            yield tuple(inner for inner in block.content if isinstance(inner, (*_FLOWING, *_ALONE)))
        elif isinstance(block, _ALONE):
            yield (block,)
    if flowing:
        yield flowing
