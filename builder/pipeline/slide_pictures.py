"""Each slide as a PDF of one page: what a preview shows of the deck.

A slide is drawn again only if what it shows has changed; the others come from the store.
"""

from __future__ import annotations

from dataclasses import replace

from builder.compose.prints import PrintDeck, compose_print
from builder.deck.printed import print_deck
from builder.layout.prints import lay_out_print
from builder.model.prints import Print
from builder.model.resolved import ResolvedDocument
from builder.store import hash_of_files
from builder.theme.theme import Theme
from builder.world import World


def draw_slides(world: World, resolved: ResolvedDocument, theme: Theme) -> tuple[bytes, ...]:
    """Return the slides of a document that has been built; what there was to tell of them has been told then."""
    deck = print_deck(world, resolved, theme).require()
    fonts = hash_of_files(theme.font_files)
    return tuple(_draw(world, resolved, theme, fonts, deck, number) for number in range(len(deck.slides)))


def _draw(
    world: World, resolved: ResolvedDocument, theme: Theme, fonts: bytes, deck: PrintDeck, index: int
) -> bytes:
    slide = deck.slides[index]
    drawings = {address: data for address, data in deck.drawings.items() if address in slide.html}
    alone = replace(deck, slides=(slide,), drawings=drawings, links={})
    composed = compose_print(world, resolved, theme, Print.SLIDES, alone).require()
    store = world.store
    key = store.key("slide-picture", composed.html, fonts, *drawings.values()) if store else ""
    data = store.find(key) if store else None
    if data is None:
        data = lay_out_print(composed, theme).require().paint(b"preview").require()
        if store:
            store.keep(key, data)
    return data
