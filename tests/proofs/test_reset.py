"""Reset Slide changes nothing that can be seen: placeholders have their places and styles from their layouts."""

from collections.abc import Callable

import pytest
from lxml import etree
from PIL import Image, ImageChops

from builder.deck.model import FontRole, Run, Slide
from builder.pptx.names import A
from tests.deck.samples import leaves, paragraphs_of
from tests.proofs.conftest import Judged, Render
from tests.proofs.variants import FILLED, NAMESPACES, change_slides, reset

TOLERANCE = 0.0002
"""Share of a slide's pixels."""

TOLERANCE_WITH_CODE = 0.005
"""The same where code stands in a placeholder: it loses its typeface, which no layout can give to single words."""

TITLE = "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]"
VISIBLE = 48
"""Steps of 256 by which a channel must differ."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ visibly."""
    red, green, blue = ImageChops.difference(one, other).split()
    largest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(largest.histogram()[VISIBLE + 1 :]) / (one.width * one.height)


@pytest.mark.render
def test_reset_changes_nothing_that_can_be_seen(example: Judged, render: Render) -> None:
    pairs = zip(render(example.data), render(reset(example.data)), strict=True)
    differences = [difference(*pair) for pair in pairs]
    assert len(differences) == len(example.deck.slides)
    changed = {
        number: share
        for number, (share, slide) in enumerate(zip(differences, example.deck.slides, strict=True), 1)
        if share > (TOLERANCE_WITH_CODE if has_code(slide) else TOLERANCE)
    }
    assert changed == {}


def has_code(slide: Slide) -> bool:
    runs = (run for shape in leaves(slide.shapes) for node in paragraphs_of(shape) for run in node.runs)
    return any(isinstance(run, Run) and run.style.font is FontRole.MONOSPACE for run in runs)


def move(root: etree._Element) -> None:
    """Give the title a place of its own, one inch lower."""
    [properties] = root.xpath(TITLE + "/p:spPr", namespaces=NAMESPACES)
    place = etree.SubElement(properties, f"{{{A}}}xfrm")
    etree.SubElement(place, f"{{{A}}}off", x="612648", y="1554480")
    etree.SubElement(place, f"{{{A}}}ext", cx="10917000", cy="987552")


def shrink(root: etree._Element) -> None:
    """Set the title in a smaller size."""
    for properties in root.xpath(TITLE + "//a:rPr", namespaces=NAMESPACES):
        properties.set("sz", "2000")


@pytest.mark.render
@pytest.mark.parametrize("override", [move, shrink])
def test_the_reset_test_can_fail(
    card: Judged, render: Render, override: Callable[[etree._Element], None]
) -> None:
    changed = render(change_slides(card.data, override))
    assert all(difference(*pair) > TOLERANCE for pair in zip(changed, render(card.data), strict=True))


def test_placeholders_say_nothing_that_reset_would_take_but_the_typeface_of_code(example: Judged) -> None:
    """Runs of code name their typeface; all else is the layout's."""
    before: list[bytes] = []
    after: list[bytes] = []

    def collect(found: list[bytes]) -> Callable[[etree._Element], None]:
        def add(root: etree._Element) -> None:
            for face in root.xpath("//a:rPr/a:latin | //a:rPr/a:cs", namespaces=NAMESPACES):
                if face.get("typeface") == "Courier New":
                    face.getparent().remove(face)
            found.extend(etree.tostring(shape) for shape in root.xpath(FILLED, namespaces=NAMESPACES))

        return add

    change_slides(example.data, collect(before))
    change_slides(reset(example.data), collect(after))
    assert before == after
