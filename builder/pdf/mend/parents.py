"""The parent tree: from marked content and annotations to their structure elements (ISO 32000-1, 14.7.4.4)."""

from __future__ import annotations

import pikepdf


class ParentTree:
    """The parent tree of a PDF, a single node as WeasyPrint writes it."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        self._places = {int(self._numbers[place]): place + 1 for place in range(0, len(self._numbers), 2)}

    def of_page(self, page: pikepdf.Page) -> pikepdf.Object:
        """Return the elements of a page's marked contents, by their number."""
        return self._numbers[self._places[int(page.obj.StructParents)]]

    def set_annotation(self, reference: pikepdf.Object, element: pikepdf.Object) -> None:
        """Make `element` the one that the annotation of an OBJR is in."""
        self._numbers[self._places[int(reference.Obj.StructParent)]] = element
