"""Lists: nothing but items in a list, no item outside of one (ISO 14289-1, 7.6).

WeasyPrint 70.0 tags the anonymous boxes of an element as the element itself, so that a list or an item that is laid
out as a table contains another; it makes items of both `dt` and `dd` (WeasyPrint#2482).
"""

from __future__ import annotations

from builder.pdf.mend.tree import Element


def mend_lists(root: Element) -> None:
    """Give every list of the tree below `root` the structure that the standard asks for."""
    for element in root.walk():
        if element.tag == "L":
            _unwrap(element)
            for row in element.elements:
                if row.tag == "Div":
                    _make_item(row)
    for element in root.walk():
        if element.tag == "LI" and element.parent and element.parent.tag != "L":
            _dissolve(element)


def _unwrap(element: Element) -> None:
    """Take lists out from between a list and its items; those beside items are nested ones, and stay."""
    while element.kids and all(isinstance(kid, Element) and kid.tag == "L" for kid in element.kids):
        element.adopt([kid for inner in element.elements for kid in inner.kids])


def _make_item(row: Element) -> None:
    """Make a term and its description one item, with the term as its label."""
    row.retag("LI")
    bodies = [body for item in row.elements for body in item.elements if item.tag == "LI"]
    for body in bodies[:1]:
        body.retag("Lbl")
    if bodies:
        row.adopt(bodies)


def _dissolve(item: Element) -> None:
    """Make an item that is in no list, as for the anonymous boxes of one that is, a mere box."""
    item.retag("NonStruct")
    for body in item.elements:
        if body.tag in {"LBody", "Lbl"}:
            body.retag("NonStruct")
