"""Decks of any content fit, or say what does not."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.deck.model import Deck, PlaceholderKind, PlaceholderText
from builder.model.block import Cell
from tests.deck import samples
from tests.deck.geometry import misfits
from tests.deck.samples import SPAN, all_shapes, build, section, sentence, words

TITLES = (PlaceholderKind.TITLE, PlaceholderKind.CENTER_TITLE)
FIGURE_TITLES = st.one_of(st.just(""), st.integers(1, 14).map(lambda length: sentence(length)))


@st.composite
def texts(draw: st.DrawFn, longest: int) -> str:
    """Draw words, short more often than long ones; some have markup of their own length."""
    length = draw(st.one_of(st.integers(1, 6), st.integers(1, longest)))
    return sentence(length, draw(st.integers(0, 15)))


def items(longest: int) -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(texts(4), texts(longest))


@st.composite
def tables(draw: st.DrawFn) -> object:
    width, height = draw(st.integers(1, 6)), draw(st.integers(1, 24))
    rows = [[draw(texts(14)) for _ in range(width)] for _ in range(height)]
    if width > 1 and height > 1 and draw(st.booleans()):
        rows[0][0] = Cell(words(rows[0][0]), SPAN, rowspan=2)
        rows[1] = rows[1][1:]
    return samples.table([draw(texts(3)) for _ in range(width)], rows, caption=draw(FIGURE_TITLES))


def lists(longest: int = 40) -> st.SearchStrategy[object]:
    inner = st.lists(texts(12), max_size=3)
    item = st.one_of(texts(longest), st.tuples(texts(longest), inner))
    return st.lists(item, min_size=1, max_size=16).map(lambda drawn: samples.points(*drawn))


BLOCKS = {
    "points": lists(),
    "callout": texts(60).map(samples.callout),
    "quote": texts(50).map(samples.quote),
    "stats": st.lists(
        st.tuples(st.sampled_from(["8 of 11", "48.6%", "86"]), texts(14)), min_size=1, max_size=7
    ).map(lambda drawn: samples.stats(*drawn)),
    "steps": st.lists(items(30), min_size=1, max_size=8).map(lambda drawn: samples.steps(*drawn)),
    "cards": st.lists(items(40), min_size=1, max_size=8).map(lambda drawn: samples.cards(*drawn)),
    "table": tables(),
    "chart": FIGURE_TITLES.map(lambda caption: samples.chart(caption=caption)),
    "figure": FIGURE_TITLES.map(lambda caption: samples.figure(caption=caption)),
    "timeline": st.lists(
        st.tuples(st.sampled_from(["2020", "Jan 2021"]), texts(5), texts(30)), min_size=1, max_size=12
    ).map(lambda drawn: samples.timeline(*drawn)),
    "columns": st.lists(lists(20), min_size=2, max_size=3).map(
        lambda drawn: samples.columns(*[[part] for part in drawn])
    ),
}
BLOCKS["slide"] = st.lists(
    st.one_of([BLOCKS[kind] for kind in BLOCKS if kind != "columns"]), min_size=1, max_size=3
).map(lambda drawn: samples.slide(*drawn))


@st.composite
def sections(draw: st.DrawFn) -> object:
    blocks = draw(st.lists(st.one_of(list(BLOCKS.values())), min_size=0, max_size=4))
    return section(draw(texts(4)), *blocks, headline=draw(texts(16)))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), print_blob=False)
@given(drawn=st.lists(sections(), min_size=1, max_size=3), messages=st.lists(texts(25), max_size=5))
def test_a_deck_fits_or_says_what_does_not(drawn, messages):
    outcome = build(*drawn, key_messages=tuple(messages))
    if outcome.value is None:
        assert {found.code for found in outcome.diagnostics} == {"B601"}
        assert all(found.span and found.help and found.label for found in outcome.diagnostics)
        return
    check(outcome.value)


def check(deck: Deck) -> None:
    assert misfits(deck) == []
    titles = Counter(slide.title for slide in deck.slides)
    assert [title for title, number in titles.items() if number > 1 or not title] == []
    for slide in deck.slides:
        holders = [
            shape for shape in slide.shapes if isinstance(shape, PlaceholderText) and shape.kind in TITLES
        ]
        assert len(holders) == 1
        for shape in slide.shapes:
            assert not isinstance(shape, PlaceholderText) or "".join(map(str, shape.text.paragraphs))
        names = Counter(shape.name for shape in all_shapes(slide.shapes))
        assert [name for name, number in names.items() if number > 1] == []
