import pytest

from builder.deck.build import SIZES
from builder.layout.boxes import LaidOutPage
from builder.layout.slides import PAGE_HEIGHTS
from builder.units import Length
from tests.deck.samples import layouter


@pytest.mark.parametrize("name", SIZES)
def test_a_slide_has_its_size_on_a_page_that_never_ends(name):
    size = SIZES[name]
    page = layouter("", name).lay_out("<section class=slide><p>x</p></section>")
    assert isinstance(page, LaidOutPage)
    assert page.size.width == size.width
    assert page.size.height == size.height * PAGE_HEIGHTS
    slide = next(box for box in page.root.walk() if box.tag == "section")
    assert (slide.rect.width, slide.rect.height) == (size.width, size.height)
    assert (slide.rect.x, slide.rect.y) == (0, 0)


def test_the_style_sheet_is_used_on_every_slide():
    slides = layouter("p { font-size: 40px }")
    for _ in range(2):
        root = slides.lay_out("<section class=slide><p>x</p></section>").root
        paragraph = next(box for box in root.walk() if box.tag == "p")
        assert paragraph.style.text.size_pt == 30.0


def test_tokens_are_lost_but_their_values_stay():
    root = (
        layouter(":root { --ink: #0b324a } p { color: var(--ink) }")
        .lay_out("<section class=slide><p>x</p></section>")
        .root
    )
    assert next(box for box in root.walk() if box.tag == "p").style.text.color == "0B324A"


def test_positions_are_on_the_slide_not_on_the_page():
    css = "p { position: absolute; right: 0; bottom: 0; width: 96px; height: 96px; margin: 0 }"
    size = SIZES["4:3"]
    root = layouter(css, "4:3").lay_out("<section class=slide><p>x</p></section>").root
    corner = next(box for box in root.walk() if box.tag == "p").rect
    assert corner.right == size.width
    assert corner.bottom == size.height
    assert corner.width == Length.from_inches(1)


def test_what_is_wrong_in_a_style_is_told_of_each_slide():
    slides = layouter(":root { --odd: 1 of 2 } p { margin-left: var(--odd) }")
    told = []
    for word in ("x", "y"):
        before = len(tuple(slides._found))
        slides.lay_out(f"<section class=slide><p>{word}</p></section>")
        told.append([one.code for one in slides._found][before:])
    assert told == [["B402"], ["B402"]]
