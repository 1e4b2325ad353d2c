"""Text that is hard to read: B610 for colours that are too near to what is behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from builder.deck.model import Deck
from builder.deck.shown_text import ShownText, shown_texts
from builder.diagnostics import Diagnostic, Severity, Span
from builder.resolve.charts.look import Paint
from builder.resolve.charts.style import contrast
from builder.theme.theme import Theme

LEAST = 4.5
LEAST_LARGE = 3.0
"""Ratios that text needs (WCAG 2.2, 1.4.3)."""

LARGE_PT = 18.0
LARGE_BOLD_PT = 14.0
LONGEST_SHOWN = 30
KNOWN_RATIOS = 1024


def check_contrast(deck: Deck, theme: Theme) -> Iterator[Diagnostic]:
    """Yield B610 once for each two colours, at the line of the theme that says the text's."""
    for (color, background), shown in _too_near(shown_texts(deck)).items():
        name, behind = (_find_name(value, theme) for value in (color, background))
        ratio = _ratio(color, background)
        yield Diagnostic(
            "B610",
            f"text in '{name or color}' on '{behind or background}' has a contrast of {ratio:.1f}:1",
            theme.places.get(name),
            help="make the darker of the two darker, or give the text another colour in the theme's style sheet",
            label=_example(shown),
            severity=Severity.WARNING,
        )


def check_contrast_on(deck: Deck, reference: str, span: Span | None) -> Iterator[Diagnostic]:
    """Yield B610 once for each two colours on a reference deck, and B322 for what it paints that is no one colour."""
    texts = tuple(shown_texts(deck))
    for (color, background), shown in _too_near(texts).items():
        yield Diagnostic(
            "B610",
            f"text in '#{color}' on '#{background}' has a contrast of {_ratio(color, background):.1f}:1",
            span,
            help=f"change one of the two in '{reference}', layout '{shown.layout}': View > Slide Master",
            label=_example(shown),
            severity=Severity.WARNING,
        )
    unknown = dict.fromkeys(shown.layout for shown in texts if shown.background is None)
    if unknown:
        names = ", ".join(f"'{name}'" for name in unknown)
        yield Diagnostic(
            "B322",
            f"contrast is not checked on the layout{'s' * (len(unknown) > 1)} {names} of '{reference}'",
            span,
            help="a picture, gradient or pattern lies behind the text; look at those slides",
            severity=Severity.NOTE,
        )


def _too_near(texts: Iterable[ShownText]) -> dict[tuple[str, str], ShownText]:
    """Return the first text of each two colours that are too near to each other."""
    seen: dict[tuple[str, str], ShownText] = {}
    for shown in texts:
        if shown.background and _ratio(shown.color, shown.background) < needed_ratio(shown):
            seen.setdefault((shown.color, shown.background), shown)
    return seen


def _example(shown: ShownText) -> str:
    return f"needs {needed_ratio(shown):g}:1; such as '{_short(shown.text)}' on '{_short(shown.where)}'"


def needed_ratio(shown: ShownText) -> float:
    """Return the contrast that a text of its size and weight needs."""
    large = shown.size_pt >= (LARGE_BOLD_PT if shown.bold else LARGE_PT)
    return LEAST_LARGE if large else LEAST


@lru_cache(KNOWN_RATIOS)
def _ratio(color: str, background: str) -> float:
    return contrast(Paint("", color), Paint("", background))


def _find_name(value: str, theme: Theme) -> str:
    return next((name for name, own in theme.colors.items() if own.upper() == value), "")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1].rstrip()}…"
