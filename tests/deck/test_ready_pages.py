"""The samples that come with the program are those that it would lay out itself."""

from __future__ import annotations

import pytest

from builder.deck.build import build_deck
from builder.deck.layouts import LAYOUTS
from builder.diagnostics import Diagnostics
from builder.layout import ready_pages, slides
from builder.layout.boxes import LaidOutPage
from builder.layout.ready_pages import FILE, find_ready_page, key_of, platform_versions
from builder.layout.slide_engine import SlideEngine
from builder.remembered import forget_everything
from tests.deck.ready_pages import lay_out_samples
from tests.deck.samples import clinical, resolved, section, world

VERSIONS = FILE.read_text("utf-8").partition("\n")[0]


@pytest.mark.skipif(
    platform_versions() != VERSIONS,
    reason="they were laid out with other versions, and are not used with these",
)
def test_they_are_what_is_laid_out_here() -> None:
    pages = lay_out_samples()
    assert len(pages) > len(LAYOUTS)
    for key, page in pages.items():
        assert find_ready_page(key) == page, "the samples of layouts changed: run `make fix`"
    assert FILE.read_bytes() == ready_pages.write_ready_pages(pages), "run `make fix`"


def test_another_part_or_version_has_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_of(("css", "html"))
    assert key_of(("cssh", "tml")) != key
    assert find_ready_page(key) is None
    monkeypatch.setattr(ready_pages, "platform_versions", lambda: "others")
    assert key_of(("css", "html")) != key


def test_a_deck_is_the_same_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made = resolved(section("T"))
    deck = build_deck(world(), made, clinical()).require()
    laid_out: list[str] = []
    lay_out = SlideEngine.lay_out

    def note(self: SlideEngine, html: str, found: Diagnostics) -> LaidOutPage:
        laid_out.append(html)
        return lay_out(self, html, found)

    monkeypatch.setattr(SlideEngine, "lay_out", note)
    monkeypatch.setattr(slides, "find_ready_page", lambda _key: None)
    forget_everything()
    assert build_deck(world(), made, clinical()).require() == deck
    assert len(laid_out) >= len(LAYOUTS)
