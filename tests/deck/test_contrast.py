"""Every text stands out from what is behind it, or is told of at the theme's line."""

from dataclasses import replace

import pytest

from builder.deck.contrast import check_contrast, needed_ratio
from builder.deck.model import (
    Deck,
    DeckFont,
    DeckTheme,
    FontRole,
    Paragraph,
    PictureShape,
    PlaceholderKind,
    PlaceholderText,
    RgbColor,
    Run,
    RunStyle,
    Slide,
    SlideShape,
    TextFrame,
    TextShape,
    ThemeColor,
)
from builder.deck.shown_text import ShownText, shown_texts
from builder.theme.theme import SLOTS
from builder.units import Length, Rect
from tests.deck.samples import (
    PICTURE,
    built,
    callout,
    chart,
    clinical,
    clinical_layouts,
    points,
    section,
    stats,
    table,
)

COLORS = {slot: clinical().slot_color(slot) for slot in SLOTS}
THEME = DeckTheme("clinical", COLORS, (DeckFont(FontRole.BODY, "Calibri"),))
PALE = RgbColor("DDDDDD")


def rect(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(*(Length.from_inches(value) for value in (x, y, width, height)))


def frame(text: str, **style) -> TextFrame:
    return TextFrame((Paragraph((Run(text, RunStyle(**{"size_pt": 12.0, **style})),)),))


def deck(*shapes: SlideShape, layout: str = "blank") -> Deck:
    slides = (Slide("s", layout, "A title", shapes),)
    return Deck(built().size, THEME, clinical_layouts(), slides)


def faults(*shapes: SlideShape, layout: str = "blank") -> list[str]:
    return [found.message for found in check_contrast(deck(*shapes, layout=layout), clinical())]


def box(text: str = "", fill=None, place: Rect | None = None, **style) -> TextShape:
    return TextShape(
        name=text, rect=place or rect(1, 2, 4, 1), fill=fill, text=frame(text, **style) if text else None
    )


def test_all_layouts_of_the_theme_can_be_read() -> None:
    assert faults() == []
    prompts = [
        shown
        for shown in shown_texts(deck())
        if shown.where in {layout.title for layout in clinical_layouts()}
    ]
    assert {shown.where for shown in prompts} == {layout.title for layout in clinical_layouts()}


def test_a_fault_stands_at_the_colour_in_the_theme() -> None:
    [found] = check_contrast(deck(box("amber", color=ThemeColor("accent2"))), clinical())
    assert (found.code, found.severity.value) == ("B610", "warning")
    assert found.message == "text in 'amber' on 'paper' has a contrast of 3.3:1"
    assert found.label == "needs 4.5:1; such as 'amber' on 'A title'"
    assert found.span == clinical().places["amber"]
    assert found.span.path.endswith("_brand.yml")


def test_each_two_colours_are_told_once() -> None:
    found = faults(
        box("one", color=PALE),
        box("two", color=PALE),
        box("three", fill=ThemeColor("dk2"), color=ThemeColor("dk1")),
    )
    assert found == [
        "text in 'DDDDDD' on 'paper' has a contrast of 1.4:1",
        "text in 'text' on 'ink' has a contrast of 1.1:1",
    ]


@pytest.mark.parametrize(
    ("size_pt", "bold", "needed"),
    [(12, False, 4.5), (17.9, False, 4.5), (18, False, 3), (14, True, 3), (13.9, True, 4.5)],
)
def test_large_text_needs_less(size_pt: float, bold: bool, needed: float) -> None:
    assert needed_ratio(ShownText("a", "000000", "FFFFFF", size_pt, bold, "")) == needed


def test_text_is_judged_by_what_was_painted_behind_it() -> None:
    white = ThemeColor("lt1")
    panel = box(fill=ThemeColor("dk2"), place=rect(0, 0, 8, 6))
    assert faults(panel, box("on it", color=white)) == []
    assert faults(box("before it", color=white), panel) != []
    assert faults(panel, box("beside it", color=white, place=rect(9, 2, 2, 1))) != []
    assert faults(box("marked", color=white, highlight=ThemeColor("dk2"))) == []


def test_text_over_a_picture_is_not_judged() -> None:
    picture = PictureShape(name="Picture", rect=rect(0, 0, 8, 6), picture=PICTURE)
    assert faults(picture, box("on it", color=ThemeColor("lt1"))) == []


def test_placeholders_have_the_colours_of_their_layout() -> None:
    title = PlaceholderText(
        name="Title", rect=rect(1, 2, 4, 1), kind=PlaceholderKind.TITLE, idx=0, text=frame("a")
    )
    assert faults(title, layout="section") == []
    dark = replace(title, text=frame("a", color=ThemeColor("dk1")))
    assert faults(dark, layout="section") == ["text in 'text' on 'ink' has a contrast of 1.1:1"]


def test_blocks_of_the_theme_can_be_read() -> None:
    """Building says nothing, as `built` asserts; charts and cells are among what it reads."""
    made = built(
        section("A", chart()), section("B", points("a"), callout("b", title="c")), section("C", stats(("1", "a"))),
        section("D", table(("a", "b"), [("c", "d")])),
    )  # fmt: skip
    texts = {shown.text for shown in shown_texts(made)}
    assert texts >= {"Liu", "73", "a", "b", "c", "d", "1"}
