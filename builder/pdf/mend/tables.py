"""Tables: every header says what it heads (ISO 14289-1, 7.5)."""

from __future__ import annotations

import pikepdf

from builder.pdf.mend.tree import Element


def mend_tables(root: Element) -> None:
    """Give headers their Scope (WeasyPrint#2508); a header whose row has data heads that row."""
    for row in (element for element in root.walk() if element.tag == "TR"):
        heads_row = any(cell.tag == "TD" for cell in row.elements)
        for header in (cell for cell in row.elements if cell.tag == "TH"):
            header.object.A.Scope = pikepdf.Name.Row if heads_row else pikepdf.Name.Column
