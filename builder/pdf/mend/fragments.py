"""Fragments: what runs over lines, columns or pages is one element, with all its content in order.

WeasyPrint 70.0 tags each fragment as an element of its own (WeasyPrint#2903): a sentence that runs over a page would be
two paragraphs, a table of two pages two tables. This can go with the version that closes that issue.
"""

from __future__ import annotations

import pikepdf

from builder.pdf.mend.parents import ParentTree
from builder.pdf.mend.tree import Element

REPEATED = frozenset({"THead", "TFoot"})
"""What is set again on each page: read once, and an artifact after that (ISO 14289-1, 7.1)."""


def mend_fragments(root: Element, parents: ParentTree) -> None:
    """Make one element of all fragments of one below `root`; cells name the headers that are left."""
    renamed: dict[str, str] = {}
    _join_kids(root, parents, renamed)
    for table in (element for element in root.walk() if element.tag == "Table"):
        _rename_headers(table, renamed)


def _join_kids(element: Element, parents: ParentTree, renamed: dict[str, str]) -> None:
    """Join the kids of an element that are fragments of one another, then theirs."""
    kept: list[Element | pikepdf.Object | int] = []
    first: dict[tuple[int, str], Element] = {}
    for kid in element.kids:
        whole = _find_whole(kid, kept, first) if isinstance(kid, Element) else None
        if isinstance(kid, Element) and whole:
            _join(whole, kid, parents, renamed)
        else:
            kept.append(kid)
    if len(kept) < len(element.kids):
        element.adopt(kept)
    for kid in element.elements:
        _join_kids(kid, parents, renamed)


def _find_whole(
    part: Element, before: list[Element | pikepdf.Object | int], first: dict[tuple[int, str], Element]
) -> Element | None:
    """Return what `part` goes on, or keep it as the `first` of its source.

    Of the boxes that CSS puts inside of an element there may be several: only the last one is gone on.
    """
    if not part.source:
        return None
    if part.anonymous:
        last = before[-1] if before else None
        same = isinstance(last, Element) and last.anonymous and last.source == part.source
        return last if isinstance(last, Element) and same and last.tag == part.tag else None
    whole = first.setdefault((part.source, part.tag), part)
    return None if whole is part else whole


def _join(whole: Element, part: Element, parents: ParentTree, renamed: dict[str, str]) -> None:
    """Make the content of `part` the end of `whole`, unless it repeats it."""
    if whole.tag in REPEATED:
        for header, again in zip(_headers(whole), _headers(part), strict=True):
            renamed[again.identifier] = header.identifier
        return
    if part.tag == "TH":
        renamed[part.identifier] = whole.identifier
    whole.adopt([*whole.kids, *(parents.move(kid, part.object, whole.object) for kid in part.kids)])


def _headers(element: Element) -> list[Element]:
    return [found for found in element.walk() if found.tag == "TH"]


def _rename_headers(table: Element, renamed: dict[str, str]) -> None:
    """Have cells name the headers that are left.

    Rows that fill a page stand there without the header of the table and name none of its columns. Without Headers, it
    is the Scope of headers that says what they head (ISO 32000-1, 14.8.5.7).
    """
    columns = {
        header.identifier for part in table.elements if part.tag == "THead" for header in _headers(part)
    }
    for cell in table.walk():
        if cell.tag == "TD" and "/Headers" in cell.object.get("/A", {}):
            names = dict.fromkeys(renamed.get(str(name), str(name)) for name in cell.object.A.Headers)
            if columns and columns.isdisjoint(names):
                del cell.object.A.Headers
            elif not renamed.keys().isdisjoint(str(name) for name in cell.object.A.Headers):
                cell.object.A.Headers = pikepdf.Array([pikepdf.String(name) for name in names])
