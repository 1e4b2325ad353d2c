"""A reference deck and its matches, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.cli.console import count
from builder.deck.reference.kept import ReferenceSlide
from builder.deck.reference.match import Match
from builder.deck.reference.model import ReferenceDeck, ReferencePlaceholder
from builder.units import Length, Rect

TYPES = {
    "title": "title",
    "ctrTitle": "title, centred",
    "subTitle": "subtitle",
    "body": "text",
    "obj": "content",
    "pic": "picture",
    "tbl": "table",
    "dgm": "diagram",
    "clipArt": "clip art",
    "dt": "date",
    "ftr": "footer",
    "sldNum": "slide number",
    "sldImg": "slide image",
    "hdr": "header",
}
"""The types of placeholders in the words of PowerPoint's menus, where those differ."""


def list_deck(deck: ReferenceDeck) -> Iterator[str]:
    """Yield what the deck is, its masters, and each layout with its placeholders."""
    size = f"{_inches(deck.size.width)} x {_inches(deck.size.height)} in"
    yield f"{deck.name}: slides of {size}, {count(len(deck.layouts), 'layout')}, {count(deck.slides, 'slide')}"
    for number, master in enumerate(deck.masters, 1):
        fonts = f"{master.headings or 'none'} (headings), {master.body or 'none'} (text)"
        yield f"master {number} {master.name!r}: {fonts}"
    if deck.embedded_fonts:
        yield f"embedded fonts: {', '.join(deck.embedded_fonts)}"
    for number, layout in enumerate(deck.layouts, 1):
        yield ""
        of_master = f" (master {layout.master})" if len(deck.masters) > 1 else ""
        yield f"{number:>3} {layout.name}{of_master}"
        yield from (_placeholder(placeholder) for placeholder in layout.placeholders)


def list_matches(matches: Sequence[Match]) -> Iterator[str]:
    """Yield where each layout of ours goes, and why."""
    ours = max(len(match.name) for match in matches)
    theirs = max(len(match.layout.name) for match in matches)
    yield "our layouts would go on:"
    for match in matches:
        yield f"    {match.name:<{ours}}  {match.layout.name:<{theirs}}  {match.reason.value}"


def list_slides(slides: Sequence[ReferenceSlide]) -> Iterator[str]:
    """Yield the slides with the numbers that `reference-slides` asks for, and what makes each hard to reach."""
    yield "its slides, which 'reference-slides: {first: …, last: …}' keeps:"
    for slide in slides:
        lacks = [*(["hidden"] if slide.hidden else []), *([] if slide.title else ["no title"])]
        if slide.undescribed:
            lacks.append(f"{count(len(slide.undescribed), 'object')} without alternative text")
        said = f"({', '.join(lacks)})" if lacks else ""
        yield f"{slide.number:>7}  {' '.join(filter(None, (slide.title, said)))}"


def _placeholder(placeholder: ReferencePlaceholder) -> str:
    kind = TYPES.get(placeholder.type, placeholder.type)
    place = _place(placeholder.rect) if placeholder.rect else "no place"
    return f"      {kind:<16}{place:<34}{placeholder.name}".rstrip()


def _place(rect: Rect) -> str:
    return f"{_inches(rect.width)} x {_inches(rect.height)} in at {_inches(rect.x)}, {_inches(rect.y)}"


def _inches(length: Length) -> str:
    return f"{length.inches:.2f}"
