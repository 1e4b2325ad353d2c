"""Other colours in the theme part recolour every slide; only pictures keep theirs."""

import re
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops

from builder.deck.model import ChartShape, PictureShape, Slide
from builder.pptx.archive import read_archive
from builder.theme.theme import SLOTS
from builder.units import Rect
from tests.deck.samples import leaves
from tests.proofs.conftest import DPI, Judged, Render
from tests.proofs.variants import change_parts, recolored

GREEN = {slot: f"{8 * number:02X}{60 + 15 * number:02X}{8 * number:02X}" for number, slot in enumerate(SLOTS)}
GREEN |= {"lt1": "C8FFC8", "lt2": "B0F0B0", "dk1": "002800", "dk2": "003C00"}
"""Every colour, and so every mixture of them, has more green than red and blue; none of the theme's has."""

LEAST_GREEN = 20
MARGIN_PX = 2
EDGE = 1
"""The last column is the paper beside the slide: 13 1/3 in are 800 pixels and a little."""

FIXED_COLORS = re.compile(rb'<a:(?:srgbClr|sysClr|prstClr|hslClr) val="?([^"/]*)')


def stale(image: Image.Image, kept: Iterator[Rect]) -> int:
    """Return the number of pixels that the new colours do not explain, outside of the rectangles `kept`."""
    shown = image.crop((0, 0, image.width - EDGE, image.height))
    for rect in kept:
        left, top, right, bottom = (
            round(length.inches * DPI) for length in (rect.x, rect.y, rect.right, rect.bottom)
        )
        area = (left - MARGIN_PX, top - MARGIN_PX, right + MARGIN_PX, bottom + MARGIN_PX)
        shown.paste((0, 255, 0), area)
    red, green, blue = shown.split()
    leads = (ImageChops.subtract(green, other) for other in (red, blue))
    return sum(ImageChops.darker(*leads).histogram()[:LEAST_GREEN])


def pictures(slide: Slide) -> Iterator[Rect]:
    return (shape.rect for shape in leaves(slide.shapes) if isinstance(shape, PictureShape))


def has_chart(slide: Slide) -> bool:
    return any(isinstance(shape, ChartShape) for shape in leaves(slide.shapes))


@pytest.mark.render
def test_the_theme_part_alone_recolours_every_slide(example: Judged, render: Render) -> None:
    images = render(recolored(example.data, GREEN))
    left = {
        number: stale(image, pictures(slide))
        for number, (slide, image) in enumerate(zip(example.deck.slides, images, strict=True), 1)
    }
    assert {number: pixels for number, pixels in left.items() if pixels} == {}


@pytest.mark.render
def test_the_restyle_test_can_fail(card: Judged, render: Render) -> None:
    """The old colours are seen on every slide, and one fixed colour on those that have it."""
    for slide, image in zip(card.deck.slides, render(card.data), strict=True):
        assert stale(image, pictures(slide)) > 0
    members = read_archive(card.data)
    [chart] = [name for name, data in members.items() if name.startswith("ppt/charts/chart1.xml")]
    assert b'schemeClr val="accent2"' in members[chart]

    def fix(root):
        for color in root.iter("{*}schemeClr"):
            if color.get("val") == "accent2":
                color.tag = color.tag.replace("schemeClr", "srgbClr")
                color.set("val", "C97A0A")

    images = render(recolored(change_parts(card.data, "ppt/charts/chart1.", fix), GREEN))
    found = [
        number for number, image in enumerate(images) if stale(image, pictures(card.deck.slides[number]))
    ]
    assert found == [next(number for number, slide in enumerate(card.deck.slides) if has_chart(slide))]


def test_no_part_but_the_themes_names_a_colour_by_value(example: Judged) -> None:
    fixed = {
        (name, value)
        for name, data in read_archive(example.data).items()
        if name.endswith(".xml") and not name.startswith("ppt/theme/")
        for value in FIXED_COLORS.findall(data)
    }
    assert fixed == set()
