"""The master's five placeholders, taken from the layouts, and what each layout's placeholder inherits from them."""

from __future__ import annotations

from dataclasses import replace

from builder.deck.model import (
    Anchor,
    Deck,
    LayoutPlaceholder,
    ParagraphAlign,
    ParagraphStyle,
    PlaceholderKind,
    RunStyle,
)
from builder.units import Length, Rect, Size

_SOURCES = {
    PlaceholderKind.TITLE: (PlaceholderKind.TITLE, PlaceholderKind.CENTER_TITLE),
    PlaceholderKind.BODY: (PlaceholderKind.OBJECT, PlaceholderKind.BODY, PlaceholderKind.SUBTITLE),
    PlaceholderKind.DATE: (PlaceholderKind.DATE,),
    PlaceholderKind.FOOTER: (PlaceholderKind.FOOTER,),
    PlaceholderKind.SLIDE_NUMBER: (PlaceholderKind.SLIDE_NUMBER,),
}
"""Each of the master's placeholders, and the kinds of the layouts' that it is made after, best first."""

_NAMES = {
    PlaceholderKind.TITLE: "Title Placeholder",
    PlaceholderKind.BODY: "Text Placeholder",
    PlaceholderKind.DATE: "Date Placeholder",
    PlaceholderKind.FOOTER: "Footer Placeholder",
    PlaceholderKind.SLIDE_NUMBER: "Slide Number Placeholder",
}
_SHARES = {
    PlaceholderKind.TITLE: (0.06, 0.06, 0.88, 0.16),
    PlaceholderKind.BODY: (0.06, 0.24, 0.88, 0.64),
    PlaceholderKind.DATE: (0.06, 0.93, 0.22, 0.05),
    PlaceholderKind.FOOTER: (0.33, 0.93, 0.34, 0.05),
    PlaceholderKind.SLIDE_NUMBER: (0.72, 0.93, 0.22, 0.05),
}
"""Left, top, width and height as shares of the slide, for what no layout has."""

_ALIGNS = {PlaceholderKind.FOOTER: ParagraphAlign.CENTER, PlaceholderKind.SLIDE_NUMBER: ParagraphAlign.RIGHT}


def master_placeholders(deck: Deck) -> dict[PlaceholderKind, LayoutPlaceholder]:
    """Return title, body, date, footer and slide number: the first layout's, else another's, else a plain one."""
    return {
        kind: replace(
            _find(deck, kind) or _plain(kind, deck.size), kind=kind, idx=idx, name=_NAMES[kind], prompt=""
        )
        for idx, kind in enumerate(_SOURCES)
    }


def family(kind: PlaceholderKind) -> PlaceholderKind:
    """Return the kind of the master's placeholder that one of a layout inherits from."""
    if kind is PlaceholderKind.CENTER_TITLE:
        return PlaceholderKind.TITLE
    return kind if kind in _SOURCES else PlaceholderKind.BODY


def _find(deck: Deck, kind: PlaceholderKind) -> LayoutPlaceholder | None:
    """Return what the first layout that has one offers: of the best kind, and of these the one of least index."""
    sources = _SOURCES[kind]
    for layout in deck.layouts:
        found = [own for own in layout.placeholders if own.kind in sources]
        if found:
            return min(found, key=lambda own: (sources.index(own.kind), own.idx))
    return None


def _plain(kind: PlaceholderKind, size: Size) -> LayoutPlaceholder:
    left, top, width, height = _SHARES[kind]
    rect = Rect(
        Length(round(left * size.width)),
        Length(round(top * size.height)),
        Length(round(width * size.width)),
        Length(round(height * size.height)),
    )
    small = RunStyle(size_pt=12.0) if kind in tuple(_SOURCES)[2:] else RunStyle()
    style = ParagraphStyle(align=_ALIGNS.get(kind), run=small)
    return LayoutPlaceholder(kind, 0, _NAMES[kind], rect, (style,), anchor=Anchor.MIDDLE)
