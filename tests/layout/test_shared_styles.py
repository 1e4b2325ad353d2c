"""Slides look the same whether their styles were computed for them or for a slide before."""

from __future__ import annotations

import pytest

from builder.layout import shared_styles
from builder.layout.boxes import LaidOutPage
from tests.deck.samples import layouter

CSS = """
body { overflow: hidden; font-size: 20px }
section { --gap: 7px }
section p { margin: var(--gap); width: 10vw; letter-spacing: 1px }
.b p { color: #0d3b56; --gap: 9px }
li::marker { color: #0d3b56 } ul { list-style: inside "-" }
table { border-collapse: collapse; padding: 9px } td { border: 1px solid; padding: 3px }
.note { display: flex } .note p { min-width: 0 }
"""
PARTS = (
    "<p>one <em>two</em> three <a href=#x>four</a></p>",
    "<ol start=3><li>one</li><li value=9 id=x>two<ul><li>three</li></ul></li></ol>",
    "<table><tr><th>a</th><td style='width: 30%'>some words of a cell</td></tr></table>",
    "<div class=note><p>left</p><p lang=de>rechts</p></div>",
    "<div class=b><p>dark</p><table><tr><td>x</td></tr></table></div>",
)
SLIDES = tuple(
    f"<html lang={lang}><body><section class=slide>{first}{second}</section></body></html>"
    for lang in ("en", "de")
    for first in PARTS
    for second in PARTS
)


def page_alone(html: str) -> LaidOutPage:
    return layouter(CSS).lay_out(html)


@pytest.mark.parametrize("limit", [shared_styles.LIMIT, 30])
def test_slides_look_the_same_after_others(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(shared_styles, "LIMIT", limit)
    slides = layouter(CSS)
    for html in SLIDES:
        assert slides.lay_out(html) == page_alone(html), html


def test_what_two_slides_have_in_common_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = shared_styles.SharedStyles()
    monkeypatch.setattr("builder.layout.slide_engine.SharedStyles", lambda: shared)
    slides = layouter(CSS)
    slides.lay_out(SLIDES[0])
    before = len(shared.by_key)
    slides.lay_out(SLIDES[0].replace("one", "other words"))
    assert len(shared.by_key) - before < before / 3
