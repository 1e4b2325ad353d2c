"""Artifacts: what the tag tree does not have, running heads and page numbers, is said to be none of the content.

WeasyPrint 70.0 numbers the contents of margin boxes as if they were tagged, but leaves them out of the tree
(WeasyPrint#1836); ISO 14289-1, 7.1 asks for one or the other.
"""

from __future__ import annotations

import re

import pikepdf

from builder.pdf.mend.parents import ParentTree
from builder.pdf.mend.tree import Element

MARKED = re.compile(rb"/\w+\n<</MCID (\d+)>>\nBDC\n")
"""How WeasyPrint begins marked content. Texts are hexadecimal there, so it can be nothing else."""

PAGINATION = b"/Artifact\n<</Type/Pagination>>\nBDC\n"


def leave_out(root: Element, tag: str) -> None:
    """Take elements of a type out of the tree, so that their contents become artifacts."""
    for element in root.walk():
        if any(kid.tag == tag for kid in element.elements):
            element.adopt([kid for kid in element.kids if not (isinstance(kid, Element) and kid.tag == tag)])


def mend_artifacts(pdf: pikepdf.Pdf, root: Element, parents: ParentTree) -> None:
    """Make artifacts of marked contents that no element of the tree has."""
    tagged = {element.object.objgen for element in root.walk()}
    for page in pdf.pages:
        elements = parents.of_page(page)
        loose = {number for number in range(len(elements)) if elements[number].objgen not in tagged}
        if loose:
            _make_artifacts(page, loose)
            for number in loose:
                elements[number] = None


def _make_artifacts(page: pikepdf.Page, numbers: set[int]) -> None:
    def mark(found: re.Match[bytes]) -> bytes:
        return PAGINATION if int(found[1]) in numbers else found[0]

    contents = page.obj.Contents
    contents.write(MARKED.sub(mark, contents.read_bytes()))
