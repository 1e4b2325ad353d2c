"""Decks of charts: one slide for each sample, the chart over all of the body."""

from functools import cache

from builder.deck.model import ChartShape, Deck, DeckFont, DeckTheme, FontRole, Slide
from builder.pptx.write import write_deck
from builder.resolve.charts.plan import ChartPlan
from builder.theme.theme import SLOTS
from builder.units import Length, Rect
from tests.pptx.decks import LAYOUTS, SIZE, title
from tests.resolve.charts.samples import CHARTS, SLIDE, clinical, plan

RECT = Rect(Length.from_inches(0.6), Length.from_inches(1.6), SLIDE.width, SLIDE.height)
FONTS = (
    DeckFont(FontRole.HEADINGS, "Cambria"),
    DeckFont(FontRole.BODY, "Calibri"),
    DeckFont(FontRole.MONOSPACE, "Courier New"),
)


def deck_of(plans: dict[str, ChartPlan]) -> bytes:
    theme = DeckTheme("clinical", {slot: clinical().slot_color(slot) for slot in SLOTS}, FONTS)
    slides = tuple(
        Slide(name, "title-only", name, (title(name), ChartShape(name=name, rect=RECT, alt=name, plan=found)))
        for name, found in plans.items()
    )
    return write_deck(Deck(SIZE, theme, LAYOUTS, slides))


@cache
def plans() -> dict[str, ChartPlan]:
    return {name: plan(chart) for name, chart in CHARTS.items()}


@cache
def charts_deck() -> bytes:
    return deck_of(plans())
