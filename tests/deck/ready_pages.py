"""Lay out the samples of the layouts of the bundled themes, and write them for the package; run by `make fix`."""

from __future__ import annotations

from dataclasses import replace

from builder.compose.slides import SlideComposer
from builder.deck.build import SIZES
from builder.deck.layouts import LAYOUTS
from builder.diagnostics import Diagnostics
from builder.layout.boxes import LaidOutPage
from builder.layout.ready_pages import FILE, write_ready_pages
from builder.layout.slides import SlideLayouter
from builder.model.document import DeckSettings
from tests.deck.samples import clinical, resolved, section, world


def lay_out_samples() -> dict[str, LaidOutPage]:
    """Return the page of each layout at each size, in English, by the key that it has in the package."""
    pages = {}
    for size in SIZES:
        made = resolved(section("T"))
        made = replace(made, document=replace(made.document, deck=DeckSettings(size=size)))
        found = Diagnostics()
        composer = SlideComposer(world(), made, clinical(), found)
        layouter = SlideLayouter(clinical(), composer.style_sheets(), SIZES[size], found)
        for name in LAYOUTS:
            html = composer.compose_sample(name.template, compact=name.compact)
            assert html is not None
            pages[layouter.key_of_sample(html)] = layouter.lay_out(html)
        assert not tuple(found)
    return pages


if __name__ == "__main__":
    FILE.write_bytes(write_ready_pages(lay_out_samples()))
