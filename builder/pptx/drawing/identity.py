"""What every shape says about itself: identifier, name, alternative text, and which placeholder it fills."""

from __future__ import annotations

from builder.deck.model import PlaceholderKind, Shape
from builder.pptx.names import ADEC
from builder.pptx.xml import Xml, tag

_SMALL = {
    PlaceholderKind.DATE: "half",
    PlaceholderKind.FOOTER: "quarter",
    PlaceholderKind.SLIDE_NUMBER: "quarter",
}


def identity(number: int, name: str, shape: Shape | None = None) -> Xml:
    """Return the non-visual properties of a shape."""
    extension = _decorative() if shape and shape.decorative else None
    description = shape.alt if shape and not shape.decorative else None
    return tag("p:cNvPr", extension, id=number, name=name, descr=description or None)


def placeholder(kind: PlaceholderKind, idx: int, *, prompted: bool = False) -> Xml:
    """Return the reference that binds a shape to the layout's placeholder of the same kind and index."""
    return tag(
        "p:ph",
        type=None if kind is PlaceholderKind.OBJECT else kind.value,
        sz=_SMALL.get(kind),
        idx=idx or None,
        hasCustomPrompt=prompted or None,
    )


def _decorative() -> Xml:
    mark = tag("adec:decorative", val=True, **{"xmlns:adec": ADEC})
    return tag("a:extLst", tag("a:ext", mark, uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"))
