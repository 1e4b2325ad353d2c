"""Lines are as wide and as high as the engine itself finds them, however many of a style there are."""

from __future__ import annotations

from typing import Any

import pytest

from builder.layout.fonts import theme_fonts
from builder.layout.weasy import weasyprint
from tests.deck.samples import clinical

STYLES = (
    "font-size: 13px", "font-weight: 700", "font-style: italic", "font-family: Liberation Sans", "line-height: normal",
    "line-height: 1.7", "line-height: 40px", "line-height: calc(1em + 3px)", "letter-spacing: 2px", "word-spacing: 9px",
    "font-kerning: none", "font-variant-ligatures: none", "font-variant-ligatures: common-ligatures contextual",
    "font-variant-numeric: tabular-nums lining-nums", "font-variant-caps: small-caps", "font-variant-position: super",
    "font-feature-settings: 'smcp' 1, 'kern' 0", "font-variant-east-asian: jis78 ruby", "font-stretch: condensed",
    "font-variation-settings: 'wght' 300", "font-language-override: 'DEU'", "text-decoration: underline",
    "height: 2lh; width: 5ch",
)  # fmt: skip
TEXT = "Offices of two natural killer cells AVAVA 2026 fit no ffi line that is not wide"
line_break: Any = weasyprint.text.line_break


def measures(css: str) -> list[tuple[Any, ...]]:
    """Return the measures of all boxes of a paragraph that is set twice and of what is set in it."""
    texts = 2 * f'<p style="{css}">{TEXT} <em>{TEXT}</em></p>'
    html = f"<style>p {{ width: 150px; font-family: Carlito }}</style>{texts}"
    page = weasyprint.HTML(string=html).render(font_config=theme_fonts(clinical())).pages[0]
    boxes = page._page_box.descendants()
    return [
        (type(box), box.position_x, box.position_y, box.width, box.height, getattr(box, "baseline", None))
        for box in boxes
    ]


@pytest.mark.parametrize("css", STYLES)
def test_lines_are_the_engines_own(css: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = measures(css)
    monkeypatch.setattr(line_break.Layout, "setup", line_break.Layout.setup.__wrapped__)
    monkeypatch.setattr(line_break, "strut", line_break.strut.__wrapped__)
    for module in (weasyprint.css.units, weasyprint.css.computed_values, weasyprint.layout.inline):
        monkeypatch.setattr(module, "strut", line_break.strut)
    assert ours == measures(css)
    assert len(ours) > 20


def test_a_font_is_described_once_for_a_style(monkeypatch: pytest.MonkeyPatch) -> None:
    described: list[Any] = []
    original = weasyprint.text.fonts.unicode_to_char_p

    def note(text: str) -> Any:
        described.append(text)
        return original(text)

    monkeypatch.setattr(weasyprint.text.fonts, "unicode_to_char_p", note)
    assert len(measures("font-size: 13px")) > 20
    assert 0 < len(described) < 8
