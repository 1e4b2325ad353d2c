"""What layouts paint behind text, against colours as PowerPoint shows them and pixels as LibreOffice does."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest
from lxml import etree
from PIL import Image
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.presentation import Presentation
from pptx.util import Inches

from builder.deck.reference.model import ReferenceLayout
from builder.pptx.names import A, P, R
from builder.pptx.reference.read import read_reference
from builder.theme.theme import SLOTS
from tests.office import render_pdf
from tests.pptx.reference import decks
from tests.pptx.reference.company import picture

NAMESPACES = f'xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"'
TITLE_ONLY = 5


def with_background(fill: str) -> Presentation:
    """The layout for a title alone has a background of its own."""
    deck = decks.default()
    content = deck.slide_layouts[TITLE_ONLY].element.cSld
    content.insert(0, etree.fromstring(f"<p:bg {NAMESPACES}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))
    return deck


def solid(color: str) -> Presentation:
    return with_background(f"<a:solidFill>{color}</a:solidFill>")


def dark() -> Presentation:
    """The master hands the theme's dark colour to slides as their background."""
    deck = decks.default()
    mapping = deck.slide_master.element.find(f"{{{P}}}clrMap")
    mapping.set("bg1", "dk1")
    mapping.set("tx1", "lt1")
    return deck


def banded(kind: str = "shape", *, on_layout: bool = True) -> Presentation:
    """The master has a band, or a picture, behind the title."""
    deck = decks.default()
    # python-pptx adds shapes to slides only
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    place = Inches(0), Inches(0), Inches(10), Inches(1.6)
    if kind == "picture":
        shape = slide.shapes.add_picture(picture(), *place)
    else:
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
        shape.fill.solid()
        shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_2
    if kind == "picture":
        image = slide.part.related_part(shape._element.blipFill.blip.rEmbed)
        shape._element.blipFill.blip.rEmbed = deck.slide_master.part.relate_to(
            image, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
        )
    deck.slide_master.shapes._spTree.insert(2, shape._element)
    if not on_layout:
        deck.slide_layouts[TITLE_ONLY].element.set("showMasterSp", "0")
    return deck


def filled_title() -> Presentation:
    """The master's placeholder for titles is a dark bar."""
    deck = decks.default()
    properties = deck.slide_master.placeholders[0].element.spPr
    properties.append(etree.fromstring(f'<a:solidFill {NAMESPACES}><a:schemeClr val="tx2"/></a:solidFill>'))
    return deck


PAINTED: dict[str, tuple[Callable[[], Presentation], str | None]] = {
    "white": (decks.default, "FFFFFF"),
    "dark": (dark, "000000"),
    "named": (lambda: solid('<a:srgbClr val="12ab34"/>'), "12AB34"),
    "darker by 25 %": (
        lambda: solid('<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>'),
        "376092",
    ),
    "lighter by 60 %": (
        lambda: solid(
            '<a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr>'
        ),
        "B9CDE5",
    ),
    "tinted": (lambda: solid('<a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr>'), "898989"),
    "system colour": (lambda: solid('<a:sysClr val="window" lastClr="FFFFFF"/>'), "FFFFFF"),
    "half transparent": (lambda: solid('<a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr>'), None),
    "gradient": (
        lambda: with_background(
            '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs>'
            '<a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs></a:gsLst><a:lin ang="0"/></a:gradFill>'
        ),
        None,
    ),
    "band": (banded, "C0504D"),
    "band that the layout hides": (lambda: banded(on_layout=False), "FFFFFF"),
    "title that is a bar": (filled_title, "1F497D"),
    "picture": (lambda: banded("picture"), None),
}
"""Colours of Office's own theme as its menus show them, in the middle of where the title stands."""


def layout_of(deck: Presentation) -> ReferenceLayout:
    return read_reference(decks.saved(deck), "brand.pptx").require().layouts[TITLE_ONLY]


def behind_title(layout: ReferenceLayout) -> str | None:
    title = layout.find("title")
    assert title is not None
    assert title.rect is not None
    painted = [one for one in layout.backdrop if one.rect.contains(title.rect)]
    return (title.paint or painted[-1]).color


@pytest.mark.parametrize("name", PAINTED)
def test_the_colour_behind_a_title_is_known_where_it_is_one_colour(name: str) -> None:
    make, expected = PAINTED[name]
    found = behind_title(layout_of(make()))
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert near(found, expected)


def near(one: str, other: str) -> bool:
    """Return whether no channel differs by more than two steps of 256."""
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= 2 for at in (0, 2, 4))


def test_a_layout_may_map_colours_in_its_own_way() -> None:
    deck = decks.default()
    same = " ".join(f'{slot}="{slot}"' for slot in SLOTS[4:])
    override = f'<a:overrideClrMapping bg1="dk2" tx1="lt1" bg2="dk1" tx2="lt2" {same}/>'
    layout = deck.slide_layouts[TITLE_ONLY].element
    old = layout.find(f"{{{P}}}clrMapOvr")
    layout.replace(old, etree.fromstring(f"<p:clrMapOvr {NAMESPACES}>{override}</p:clrMapOvr>"))
    assert behind_title(layout_of(deck)) == "1F497D"


@pytest.mark.render
@pytest.mark.parametrize("name", [name for name, (_, color) in PAINTED.items() if color])
def test_another_program_paints_the_same(name: str, tmp_path: Path, soffice: Path, pdftoppm: Path) -> None:
    deck = pptx.Presentation(io.BytesIO(decks.saved(PAINTED[name][0]())))
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text = " "
    deck.save(str(tmp_path / "deck.pptx"))
    pdf = render_pdf(tmp_path / "deck.pptx", tmp_path, soffice)
    subprocess.run([pdftoppm, "-r", "20", "-png", pdf, tmp_path / "slide"], check=True, timeout=60)
    image = Image.open(max(tmp_path.glob("slide-*.png"))).convert("RGB")
    pixel = image.getpixel((image.width // 2, image.height // 12))
    found = behind_title(layout_of(PAINTED[name][0]()))
    assert found is not None
    assert near(found, "".join(f"{channel:02X}" for channel in pixel))
