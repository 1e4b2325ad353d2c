"""The parent tree: from marked content and annotations to their structure elements (ISO 32000-1, 14.7.4.4)."""

from __future__ import annotations

import pikepdf

from builder.pdf.mend.tree import Element


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

    def move(
        self, kid: Element | pikepdf.Object | int, old: pikepdf.Object, new: pikepdf.Object
    ) -> Element | pikepdf.Object | int:
        """Return what is a kid of the element `old` as one of `new`, which may begin on another page.

        Of content on another page than its own an element names the page (MCR; ISO 32000-1, 14.7.4.2).
        """
        if isinstance(kid, int):
            page = old.Pg
            self._numbers[self._places[int(page.StructParents)]][kid] = new
            if page.objgen != new.Pg.objgen:
                return pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page, MCID=kid)
        elif isinstance(kid, pikepdf.Object):
            self.set_annotation(kid, new)
        return kid
