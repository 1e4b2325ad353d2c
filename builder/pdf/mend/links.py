"""Links: each one Link element that has all its annotations (ISO 14289-1, 7.18.5).

WeasyPrint 70.0 gives every box inside a link an annotation of its own, in an element of its own (WeasyPrint#185).
"""

from __future__ import annotations

from typing import TypeGuard

import pikepdf

from builder.pdf.mend.parents import ParentTree
from builder.pdf.mend.tree import Element


def mend_links(root: Element, parents: ParentTree) -> None:
    """Move the annotations of boxes inside a link to the link itself."""
    for element in root.walk():
        link = element.find_above("Link")
        if link is None:
            continue
        annotations = [kid for kid in element.kids if _is_annotation(kid)]
        if annotations:
            element.adopt([kid for kid in element.kids if not _is_annotation(kid)])
            link.adopt([*link.kids, *annotations])
            for reference in annotations:
                parents.set_annotation(reference, link.object)
        if element.tag == "Link":
            element.retag("Span")


def _is_annotation(kid: Element | pikepdf.Object | int) -> TypeGuard[pikepdf.Object]:
    """Tell references to annotations from other kids.

    Why: to compare a pikepdf object with an element would write out the whole tree, each time.
    """
    return isinstance(kid, pikepdf.Object) and "/Obj" in kid
