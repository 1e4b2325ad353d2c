"""The index of the IDs of structure elements, which `Headers` and Notes need (ISO 32000-1, 14.7.2)."""

from __future__ import annotations

import pikepdf

from builder.pdf.mend.tree import Element


def index_identifiers(pdf: pikepdf.Pdf, root: Element) -> None:
    """Give the file the index of the elements that have an ID."""
    found = {bytes(element.object.ID): element.object for element in root.walk() if "/ID" in element.object}
    if found:
        names = [part for name in sorted(found) for part in (pikepdf.String(name), found[name])]
        limits = [pikepdf.String(min(found)), pikepdf.String(max(found))]
        node = pdf.make_indirect(pikepdf.Dictionary(Names=names, Limits=limits))
        pdf.Root.StructTreeRoot.IDTree = pikepdf.Dictionary(Kids=[node])
