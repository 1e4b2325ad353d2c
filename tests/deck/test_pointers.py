from builder.deck.layouts import PLACEHOLDERS
from builder.deck.model import (
    Deck,
    DeckTheme,
    Paragraph,
    PlaceholderKind,
    PlaceholderText,
    Run,
    Slide,
    TextFrame,
)  # fmt: skip
from builder.deck.pointers import point_to_pages, slides_of
from builder.units import Length, Rect, Size

RECT = Rect(Length(0), Length(0), Length(9), Length(9))


def shape(name: str, text: str) -> PlaceholderText:
    frame = TextFrame((Paragraph((Run(text),), line_texts=(text,)),))
    idx = PLACEHOLDERS[name].idx
    return PlaceholderText(name=name, rect=RECT, kind=PlaceholderKind.BODY, idx=idx, text=frame)


def slide(key: str, *blocks: str) -> Slide:
    shapes = (shape("body", "000 cells"), shape("pointer", "Briefing p. 000"))
    return Slide(key=key, layout="content", title=key, shapes=shapes, blocks=blocks)


def deck(*slides: Slide) -> Deck:
    return Deck(Size(Length(9), Length(9)), DeckTheme("t", {}, {}), (), slides)


def texts(pointed: Deck) -> list[list[str]]:
    paragraphs = [[shape.text.paragraphs[0] for shape in slide.shapes] for slide in pointed.slides]
    assert all(p.line_texts == (p.runs[0].text,) for shown in paragraphs for p in shown)
    return [[paragraph.runs[0].text for paragraph in shown] for shown in paragraphs]


def test_a_slide_points_to_the_page_of_its_first_block_that_has_one() -> None:
    made = deck(slide("k", "only-deck", "b", "c"), slide("l", "only-deck"), slide("section"))
    assert texts(point_to_pages(made, {"b": 4, "c": 9, "section": 2, "l": 7})) == [
        ["000 cells", "Briefing p. 4"],
        ["000 cells"],
        ["000 cells", "Briefing p. 2"],
    ]


def test_the_slide_of_a_block_is_the_first_that_shows_it() -> None:
    made = deck(slide("k"), slide("l", "a"), slide("m", "a", "b"))
    assert slides_of(made, start=0) == {"a": 2, "b": 3}
    assert slides_of(made, start=4) == {"a": 6, "b": 7}
