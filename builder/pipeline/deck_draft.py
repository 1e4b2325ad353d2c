"""Stages 5 to 8 of the deck; its slides are composed as they are laid out, so the two stages are timed as one."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from builder.model.block import Output
from builder.pipeline.panels import Draft, Panel, Places, finished, stopped
from builder.pipeline.parity.compare import compare
from builder.pipeline.parity.expected import expect
from builder.pipeline.stages import INSPECT, LAY_OUT, WRITE

if TYPE_CHECKING:
    from builder.deck.model import Deck
    from builder.deck.reference.brand import Brand


class DeckDraft(Draft):
    """The deck on its way."""

    _deck: Deck | None = None
    _brand: Brand | None = None

    def lay_out(self) -> Places:
        """Return the slides of the blocks, the first of each."""
        with self._log.stage(LAY_OUT):
            from builder.deck.build import build_deck
            from builder.deck.pointers import slides_of
            from builder.pipeline.reference import find_brand
            from builder.resolve.pictures.fallbacks import with_fallbacks

            if not self._fit_only:
                self._resolved = with_fallbacks(self._resolved, self._theme.font_files, self._world.store)
            self._brand = self._log.keep(find_brand(self._world, self._resolved.document))
            if not self._log.has_errors():
                outcome = build_deck(self._world, self._resolved, self._theme, self._brand, self._log.tell)
                self._deck = self._log.keep(outcome)
            if self._deck is None or self._log.has_errors():
                return {}
            return slides_of(self._deck, start=len(self._brand.kept.first) if self._brand else 0)

    def finish(self, others: Places) -> Panel:
        """Write the slides, with the page of the briefing at their foot, and read them back."""
        if self._deck is None or self._log.has_errors() or self._fit_only:
            return stopped(Output.DECK, self._log)
        with self._log.stage(WRITE):
            from builder.deck.pointers import point_to_pages

            data = _write(point_to_pages(self._deck, others), self._brand)
        return self._inspect(data, len(self._deck.slides))

    def _inspect(self, data: bytes, count: int) -> Panel:
        with self._log.stage(INSPECT):
            from builder.deck.reference.kept import NO_SLIDES
            from builder.pipeline.parity.readings import deck_sheets
            from builder.pptx.inspect import inspect_deck

            kept = self._brand.kept if self._brand else NO_SLIDES
            start = len(kept.first)
            reading = inspect_deck(data, slice(start, start + count))
            sheets = deck_sheets(reading)
            comparison = compare(expect(self._resolved, Output.DECK), sheets)
        made = finished(
            Output.DECK, self._log, self._theme, data, len(sheets), comparison, asdict(reading.editability)
        )
        places = kept.places(len(sheets))
        notes = tuple(slide.notes_text for slide in reading.slides)
        return replace(made, sheets=len(sheets) + len(places), kept=places, notes=notes)


def _write(deck: Deck, brand: Brand | None) -> bytes:
    if brand:
        from builder.pptx.reference.write import write_into

        return write_into(deck, brand.members, brand.kept)
    from builder.pptx.write import write_deck

    return write_deck(deck)
