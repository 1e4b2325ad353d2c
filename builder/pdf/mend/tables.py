"""Tables: every header says what it heads, and can be found by its ID (ISO 14289-1, 7.5; ISO 32000-1, 14.7.2)."""

from __future__ import annotations

import pikepdf

from builder.pdf.mend.tree import Element


def mend_tables(pdf: pikepdf.Pdf, root: Element) -> None:
    """Give headers their Scope (WeasyPrint#2508) and the file the index of IDs that `Headers` need.

    A header whose row has data heads that row; WeasyPrint 70.0 writes only the IDs.
    """
    identifiers: dict[bytes, pikepdf.Object] = {}
    for row in (element for element in root.walk() if element.tag == "TR"):
        heads_row = any(cell.tag == "TD" for cell in row.elements)
        for header in (cell for cell in row.elements if cell.tag == "TH"):
            header.object.A.Scope = pikepdf.Name.Row if heads_row else pikepdf.Name.Column
            if "/ID" in header.object:
                identifiers[bytes(header.object.ID)] = header.object
    if identifiers:
        names = [part for name in sorted(identifiers) for part in (pikepdf.String(name), identifiers[name])]
        limits = [pikepdf.String(min(identifiers)), pikepdf.String(max(identifiers))]
        node = pdf.make_indirect(pikepdf.Dictionary(Names=names, Limits=limits))
        pdf.Root.StructTreeRoot.IDTree = pikepdf.Dictionary(Kids=[node])
