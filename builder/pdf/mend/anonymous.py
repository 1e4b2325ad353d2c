"""Headings, paragraphs and captions: none inside one of its kind, where it would be read out twice.

WeasyPrint 70.0 tags the anonymous boxes in an element as the element itself (WeasyPrint#2482): a heading whose number
stands beside it would contain another heading.
"""

from __future__ import annotations

from builder.pdf.mend.tree import Element

UNNESTED = frozenset(("H1", "H2", "H3", "H4", "H5", "H6", "P", "Caption"))


def mend_anonymous_boxes(root: Element) -> None:
    """Make mere boxes of elements in others of the same type."""
    for element in root.walk():
        if element.tag in UNNESTED and element.find_above(element.tag):
            element.retag("NonStruct")
