"""Finished slides for paper: the HTML that was proven to fit, with its charts and pictures drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree
from markupsafe import Markup

from builder.compose.outline import plan_slides
from builder.compose.prints import PrintDeck, PrintSlide
from builder.compose.slides import SlideComposer
from builder.compose.sources import cited_keys
from builder.deck.blocks import blocks_in
from builder.deck.build import SIZES, alternative_text, links_of, with_unique_titles
from builder.deck.fill import LaidOutSlide, SlideFiller
from builder.diagnostics import Diagnostics, Outcome
from builder.layout.boxes import Box
from builder.layout.slides import SlideLayouter
from builder.layout.time_limit import tell_if_stopped
from builder.model.block import Block, Chart
from builder.model.resolved import ResolvedDocument
from builder.resolve.charts.planner import plan_chart
from builder.resolve.charts.style import chart_style
from builder.resolve.charts.svg import draw_svg
from builder.resolve.numbering import spans_of
from builder.theme.theme import Theme
from builder.units import Size
from builder.world import World

RUNNING = ("footer", "slide-number")
"""Placeholders that repeat on each slide. As `article` they get a tag that nothing else has, and become artifacts."""

POINTER = "pointer"
"""The placeholder that names a page of the briefing: the deck alone has it, because prints are handed out alone."""


def print_deck(world: World, resolved: ResolvedDocument, theme: Theme) -> Outcome[PrintDeck]:
    """Return the slides of a document, filled and proven to fit, ready for paper.

    Diagnostics: B730, the layout takes too long; those of the layout.
    """
    found = Diagnostics()
    deck: PrintDeck | None = None
    with tell_if_stopped(found, spans_of(resolved.document)):
        deck = _print(world, resolved, theme, found)
    return found.outcome(deck)


def _print(world: World, resolved: ResolvedDocument, theme: Theme, found: Diagnostics) -> PrintDeck | None:
    composer = SlideComposer(world, resolved, theme, found)
    size = SIZES[resolved.document.deck.size]
    sheets = composer.style_sheets()
    filler = SlideFiller(composer, SlideLayouter(theme, sheets, size, found, world.store), found)
    slides = with_unique_titles(
        [slide for plan in plan_slides(resolved) for slide in filler.fill(plan)], filler
    )
    if found.failed:
        return None
    links = links_of(slides, [f"slide-{number}" for number in range(1, len(slides) + 1)])
    printer = _Printer(resolved, theme, composer, links)
    printed = tuple(printer.print(slide, number) for number, slide in enumerate(slides, 1))
    return PrintDeck(printed, size, sheets, printer.drawings, links)


@dataclass(frozen=True, slots=True)
class _Printer:
    """Turns laid-out slides into printed ones, and keeps what is drawn on them."""

    resolved: ResolvedDocument
    theme: Theme
    composer: SlideComposer
    links: Mapping[str, str]
    drawings: dict[str, bytes] = field(default_factory=dict)

    def print(self, slide: LaidOutSlide, number: int) -> PrintSlide:
        html = self.composer.compose(slide.face)
        assert html is not None  # it was composed before, with the same face
        section = next(etree.fromstring(html, etree.HTMLParser()).iter("section"))
        section.set("id", f"slide-{number}")
        blocks = {block.path: block for block in blocks_in(slide.face.plan.blocks)}
        boxes = {path: box for box in slide.page.root.walk() if (path := _drawn(box.attributes))}
        for element in list(section.iter("*")):
            self._finish(element, number, blocks, boxes)
        plan = slide.face.plan
        keys = set(cited_keys((slide.face.title, plan.blocks, plan.notes)))
        return PrintSlide(
            number=number,
            html=Markup(etree.tostring(section, encoding="unicode", method="html", with_tail=False)),
            notes=plan.notes,
            sources=tuple(entry for entry in self.resolved.references if entry.key in keys),
        )

    def _finish(
        self, element: etree._Element, number: int, blocks: Mapping[str, Block], boxes: Mapping[str, Box]
    ) -> None:
        placeholder = element.get("data-placeholder")
        if element.tag == "h1" and number > 1:
            element.tag = "h2"  # the first slide has the document's title
        elif placeholder == POINTER:
            _remove(element)
        elif placeholder in RUNNING:
            element.tag = "article"
            if placeholder == "slide-number":
                element.text = str(number)
        elif element.tag == "a":
            self._lead(element)
        elif path := _drawn(element):
            element.append(self._draw(blocks[path], boxes[path], f"diptych:slide-{number}/{path}"))
        elif element.tag == "p" and not "".join(map(str, element.itertext())).strip():
            _remove(element)

    def _lead(self, link: etree._Element) -> None:
        """Make a link into the document one to the slide that shows its target; without one, it leads nowhere."""
        href = link.get("href", "")
        if not href.startswith("#"):
            return
        target = self.links.get(href[1:])
        if target is None:
            link.tag = "span"
            del link.attrib["href"]
        else:
            link.set("href", f"#{target}")

    def _draw(self, block: Block, box: Box, address: str) -> etree._Element:
        if isinstance(block, Chart):
            style = chart_style(self.theme, box.style.text.size_pt)
            plan = plan_chart(block, Size(box.content.width, box.content.height), style)
            self.drawings[address] = draw_svg(plan).encode()
        else:
            self.drawings[address] = self.resolved.pictures[block.path].data
        image = etree.Element("img", src=address, alt=alternative_text(block))
        image.set("style", "display: block; width: 100%; height: 100%; object-fit: contain")
        return image


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _drawn(attributes: Mapping[str, str] | etree._Element) -> str:
    """Return the path of the chart or picture that belongs into an element, empty where none does."""
    return attributes.get("data-chart", "") or attributes.get("data-picture", "")
