"""What names a relationship that was not taken over is taken out, so that nothing needs repair."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from builder.pptx.names import A, P, R

_LISTS = frozenset({f"{{{P}}}{name}" for name in ("controls", "custDataLst")})
"""Lists on slides that may not be empty."""

_LINKS = frozenset({f"{{{A}}}{name}" for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver")})
"""Elements without which the shape or the text is the same, but leads nowhere."""


def remove_lost(root: etree._Element, kept: Collection[str]) -> None:
    """Take out of a presentation what names a relationship that is not among `kept`, and lists that are then empty."""
    lost = [one for one in root.iter(etree.Element) if any(id not in kept for id in _named(one))]
    for element in lost:
        parent = element.getparent()
        if parent is None:
            continue
        parent.remove(element)
        above = parent.getparent()
        if not len(parent) and parent is not root and above is not None:
            above.remove(parent)


def without_lost(root: etree._Element, lost: Collection[str]) -> bytes:
    """Return a slide, layout or other part without its links, controls and graphics that name one of the `lost`."""
    for element in [one for one in root.iter(etree.Element) if any(id in lost for id in _named(one))]:
        whole = element if element.tag in _LINKS else _graphic(element)
        parent = whole.getparent()
        if parent is not None:
            parent.remove(whole)
            above = parent.getparent()
            if parent.tag in _LISTS and not len(parent) and above is not None:
                above.remove(parent)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _graphic(element: etree._Element) -> etree._Element:
    """Return the frame of a graphic whose content is lost, else the element itself."""
    frames = (one for one in element.iterancestors(f"{{{P}}}graphicFrame"))
    return next(frames, element)


def _named(element: etree._Element) -> list[str]:
    return [str(id) for name, id in element.attrib.items() if str(name).startswith(f"{{{R}}}") and id]
