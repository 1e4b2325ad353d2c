"""A sheet: the shapes of one part, with what they need from their layout."""

from __future__ import annotations

from dataclasses import dataclass

from builder.deck.model import LayoutPlaceholder
from builder.pptx.canvas import Canvas
from builder.pptx.drawing.identity import placeholder
from builder.pptx.drawing.numbering import ShapeNumbers
from builder.pptx.xml import Xml, tag


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where shapes are put down.

    Attributes:
        placeholders: of the layout that a slide stands on; none for shapes that belong to a layout.
        on_layout: the shapes are a layout's own decorations.
    """

    canvas: Canvas
    numbers: ShapeNumbers
    placeholders: tuple[LayoutPlaceholder, ...] = ()
    on_layout: bool = False

    def find_placeholder(self, idx: int | None) -> LayoutPlaceholder | None:
        """Return the layout's placeholder of that index, if there is one."""
        return next((found for found in self.placeholders if found.idx == idx), None)

    def require_placeholder(self, idx: int) -> LayoutPlaceholder:
        """Return the layout's placeholder of that index.

        Raises:
            LookupError: the layout has none; the slide was compiled for another one.
        """
        found = self.find_placeholder(idx)
        if found is None:
            raise LookupError(f"placeholder {idx}")
        return found

    def application_properties(self, filled: LayoutPlaceholder | None = None) -> Xml:
        """Return what binds a shape to the placeholder that it fills, if it fills one."""
        reference = placeholder(filled.kind, filled.file_idx) if filled else None
        return tag("p:nvPr", reference, userDrawn=self.on_layout or None)
