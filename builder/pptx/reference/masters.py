"""Slide masters with their themes, and the layouts that they have."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from builder.deck.reference.model import ReferenceLayout, ReferenceMaster
from builder.pptx.names import A, P, RelationshipType
from builder.pptx.reference.archive import SAVE_AGAIN, Unreadable
from builder.pptx.reference.backdrop import read_backdrop
from builder.pptx.reference.colors import find_map, read_colors
from builder.pptx.reference.paint import Palette
from builder.pptx.reference.placeholders import MasterText, read_placeholders
from builder.pptx.reference.tree import PartTree
from builder.units import Size


@dataclass(frozen=True, slots=True)
class OpenMaster:
    """A master while its layouts are read; `number` counts from 1, `scheme` are the colours of its theme."""

    model: ReferenceMaster
    number: int
    sheet: etree._Element
    palette: Palette
    text: MasterText
    scheme: etree._Element


def open_master(tree: PartTree, part: str, number: int) -> OpenMaster:
    """Return a master.

    Raises:
        Unreadable: it lacks a theme, or the theme colours or fonts.
    """
    sheet = tree.sheet(part, "sldMaster")
    theme = tree.related(part, RelationshipType.THEME)
    if theme is None:
        raise Unreadable("has a slide master without a theme", SAVE_AGAIN)
    root = tree.xml(theme)
    scheme, fonts, formats = (
        root.find(f"{{{A}}}themeElements/{{{A}}}{name}") for name in ("clrScheme", "fontScheme", "fmtScheme")
    )
    if scheme is None or fonts is None:
        raise Unreadable("has a theme without colours or fonts", SAVE_AGAIN)
    colors = read_colors(scheme, sheet)
    headings, body = _typeface(fonts, "majorFont"), _typeface(fonts, "minorFont")
    model = ReferenceMaster(root.get("name", ""), part, colors, headings, body)
    palette = Palette(colors, formats)
    return OpenMaster(model, number, sheet, palette, MasterText(sheet, palette), scheme)


def read_layout(tree: PartTree, part: str, master: OpenMaster, size: Size) -> ReferenceLayout:
    """Return a layout of a master, on slides of `size`."""
    root = tree.sheet(part, "sldLayout")
    content = root.find(f"{{{P}}}cSld")
    name = content.get("name", "") if content is not None else ""
    palette = master.palette
    if find_map(root) is not None:
        palette = Palette(read_colors(master.scheme, root), palette.formats)
    return ReferenceLayout(
        name or part.rpartition("/")[2].removesuffix(".xml"),
        root.get("type", ""),
        part,
        master.number,
        read_placeholders(root, master.text),
        read_backdrop(root, master.sheet, palette, size),
    )


def _typeface(fonts: etree._Element, role: str) -> str:
    latin = fonts.find(f"{{{A}}}{role}/{{{A}}}latin")
    return latin.get("typeface", "") if latin is not None else ""
