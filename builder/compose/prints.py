"""Compose the deck for paper: finished slides, with their notes and sources, to the HTML of one PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

import builder
from builder.compose.environment import make_environment, read_style_sheets
from builder.compose.html import prose
from builder.compose.rendering import render_template
from builder.compose.report import ComposedReport
from builder.compose.words import long_date
from builder.diagnostics import Diagnostics, Outcome
from builder.model.inline import plain_text
from builder.model.prints import Print
from builder.model.prose import Paragraph, Prose
from builder.model.resolved import ReferenceEntry, ResolvedDocument
from builder.theme.theme import Theme
from builder.units import Size
from builder.world import World

STYLE_SHEET = "print/print.css"
LINK_INSIDE = re.compile(r'<a(?: class="[^"]*")? href="#([^"]*)">(.*?)</a>', re.DOTALL)
"""A link into the document, as the filter `prose` writes it; links do not nest."""

SHORTEST_S = 10
"""Time that a slide is shown at least, in seconds."""

MM_OF_WIDTH = {2: 160.0, 3: 104.0, 4: 86.0, 6: 86.0}
"""Width of a slide on a handout, by the number on a page."""

SCRIPT_MM = 62.0


@dataclass(frozen=True, slots=True)
class PrintSlide:
    """A slide as it is printed.

    Attributes:
        html: its `section`. sources: the works cited on it and in its notes, by number.
    """

    number: int
    html: Markup
    notes: Prose
    sources: tuple[ReferenceEntry, ...]


@dataclass(frozen=True, slots=True)
class PrintDeck:
    """All that is printed of a deck.

    Attributes:
        style_sheets: of the slides, by their names as shown to people.
        drawings: what `diptych:` addresses stand for.
        links: the id of the slide that shows each id of the document.
    """

    slides: tuple[PrintSlide, ...]
    size: Size
    style_sheets: Mapping[str, str]
    drawings: Mapping[str, bytes]
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A slide as templates see it; it comes up at `start` and stays for `length`, both as `m:ss`."""

    number: int
    html: Markup
    notes: Markup
    sources: tuple[ReferenceEntry, ...]
    start: str
    length: str


def compose_print(
    world: World, resolved: ResolvedDocument, theme: Theme, what: Print, deck: PrintDeck
) -> Outcome[ComposedReport]:
    """Return the deck as pages of HTML.

    Diagnostics: B401, a template has a fault.
    """
    found = Diagnostics()
    document = resolved.document
    sheets = {**deck.style_sheets, **read_style_sheets(world, theme, (STYLE_SHEET,), found)}
    handout = document.deck.handout
    width = SCRIPT_MM if what is Print.SCRIPT else MM_OF_WIDTH[handout.slides]
    scale = width / deck.size.width.mm
    context = {
        "document": document,
        "numeric": resolved.numeric,
        "date": long_date(document.date, document.lang),
        "styles": tuple(sheets.values()),
        "generator": f"Diptych {builder.__version__}",
        "what": what.value,
        "slides": tuple(_sheets(deck, document.deck.words_per_minute)),
        "paper": "letter" if document.report.paper == "letter" else "A4",
        "slide_width_px": deck.size.width.px,
        "slide_height_px": deck.size.height.px,
        "width_mm": width,
        "height_mm": deck.size.height.mm * scale,
        "scale": scale,
        "per_page": handout.slides,
        "beside": handout.beside,
        "words_per_minute": document.deck.words_per_minute,
    }
    html = render_template(make_environment(world, theme), f"print/{what.value}.html.j2", context, found)
    if html is None:
        return found.outcome(None)
    return found.outcome(ComposedReport(html, sheets, deck.drawings, {}))


def _sheets(deck: PrintDeck, words_per_minute: int) -> Iterator[Sheet]:
    """Yield each slide with its time: that of its notes, read aloud."""
    start_s = 0
    for slide in deck.slides:
        length_s = max(SHORTEST_S, round(_count_words(slide.notes) * 60 / words_per_minute))
        notes = _lead_to_slides(prose(slide.notes), deck.links)
        yield Sheet(slide.number, slide.html, notes, slide.sources, _clock(start_s), _clock(length_s))
        start_s += length_s


def _lead_to_slides(html: Markup, links: Mapping[str, str]) -> Markup:
    """Make links into the document links to the slides that show their targets; those of no slide are plain text."""

    def lead(found: re.Match[str]) -> str:
        target = links.get(found[1])
        return f'<a href="#{target}">{found[2]}</a>' if target else found[2]

    return Markup(LINK_INSIDE.sub(lead, html))


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _count_words(prose: Prose) -> int:
    """Return how many words are spoken."""
    return sum(
        (0 if node.aside else len(plain_text(node.content).split()))
        if isinstance(node, Paragraph)
        else sum(_count_words(item) for item in node.items)
        for node in prose
    )
