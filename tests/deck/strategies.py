"""Documents of any content: blocks of every kind with texts of any length."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from builder.model.block import Block, Cell, Points
from builder.model.document import Section
from tests.deck import samples
from tests.deck.samples import SPAN, cite, reference, section, sentence, words

REFERENCES = [reference(f"K{number}", number) for number in range(1, 30)]
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
