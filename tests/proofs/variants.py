"""Variants of a deck as people make them in PowerPoint."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from builder.pptx.archive import read_archive, write_archive
from builder.pptx.names import A, P

NAMESPACES = {"a": A, "p": P}
KEPT_OF_RUNS = frozenset({"lang", "altLang", "b", "i", "u", "strike", "baseline", "noProof", "dirty"})
"""What Reset Slide leaves to runs: their language, and what the author stressed, raised or lowered."""

KEPT_OF_PARAGRAPHS = frozenset({"lvl", "rtl"})
FILLED = "//p:sp[p:nvSpPr/p:nvPr/p:ph] | //p:pic[p:nvPicPr/p:nvPr/p:ph]"


def change_slides(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """Return the deck with every slide's root element changed."""
    return change_parts(data, "ppt/slides/slide", change)


def change_parts(data: bytes, prefix: str, change: Callable[[etree._Element], None]) -> bytes:
    members = read_archive(data)
    for name, content in members.items():
        if name.startswith(prefix) and name.endswith(".xml"):
            root = etree.fromstring(content)
            change(root)
            members[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_archive(members)


def reset(data: bytes) -> bytes:
    """Return the deck after Reset Slide on each: placeholders have neither places nor formats of their own."""
    return change_slides(data, _reset)


def _reset(root: etree._Element) -> None:
    for shape in root.xpath(FILLED, namespaces=NAMESPACES):
        for properties in shape.xpath(
            "p:spPr | p:txBody/a:bodyPr | p:txBody/a:lstStyle", namespaces=NAMESPACES
        ):
            _empty(properties, frozenset())
        for properties in shape.iter(f"{{{A}}}pPr"):
            _empty(properties, KEPT_OF_PARAGRAPHS)
        for properties in shape.iter(f"{{{A}}}rPr", f"{{{A}}}endParaRPr"):
            _empty(properties, KEPT_OF_RUNS, f"{{{A}}}hlinkClick")


def _empty(element: etree._Element, attributes: frozenset[str], child: str = "") -> None:
    for name in set(element.attrib) - attributes:
        del element.attrib[name]
    for inner in list(element):
        if inner.tag != child:
            element.remove(inner)


def recolored(data: bytes, colors: Mapping[str, str]) -> bytes:
    """Return the deck with other colours in its theme parts, and nothing else changed."""

    def change(root: etree._Element) -> None:
        for slot, value in colors.items():
            [color] = root.xpath(f"//a:clrScheme/a:{slot}/a:srgbClr", namespaces=NAMESPACES)
            color.set("val", value)

    return change_parts(data, "ppt/theme/theme", change)
