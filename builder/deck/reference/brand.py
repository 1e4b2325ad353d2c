"""A reference deck with its matches, and the theme as it is on it: its colours, its fonts."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, replace

from builder.deck.reference.kept import NO_SLIDES, KeptSlides
from builder.deck.reference.match import Match
from builder.deck.reference.model import ReferenceDeck, ReferenceLayout, ReferenceMaster
from builder.diagnostics import Diagnostics, Span
from builder.theme.shades import color_of_slot, name_colors
from builder.theme.stand_ins import find_stand_in
from builder.theme.theme import SLOTS, Theme, Typeface

SPACING_EM = 0.12
"""What is added to each letter where the font is a guess: a quarter of the width of a letter."""

GREY = 0.25
"""Saturation below which a colour of the theme is a neutral one, which becomes a shade of text or paper."""

_NEUTRAL = ((0.75, "lt1 85"), (0.5, "dk1 50+50"), (0.0, "dk1 65+35"))
"""Shades for neutral colours, by the least lightness that they are for."""


@dataclass(frozen=True, slots=True)
class Brand:
    """What a deck is built into.

    Attributes:
        members: of the reference deck's archive. span: where the content names it. kept: slides of its own that stay.
    """

    deck: ReferenceDeck
    matches: tuple[Match, ...]
    members: Mapping[str, bytes]
    span: Span | None = None
    kept: KeptSlides = NO_SLIDES

    @property
    def layouts(self) -> dict[str, ReferenceLayout]:
        """The reference deck's layouts by the names of our templates."""
        return {match.name: match.layout for match in self.matches}

    @property
    def master(self) -> ReferenceMaster:
        """The master of the layout that most slides go on."""
        return self.deck.masters[self.layouts["content"].master - 1]


def brand_theme(theme: Theme, brand: Brand, found: Diagnostics) -> tuple[Theme, float]:
    """Return the theme in the colours and fonts of a reference deck, and what to add to each letter, in font sizes.

    Diagnostics: B317, a font that is not among the theme's; what is measured instead.
    """
    master = brand.master
    headings, body = (_find_face(theme, name) for name in (master.headings, master.body))
    for name in dict.fromkeys(
        name for name, face in ((master.headings, headings), (master.body, body)) if face is None
    ):
        found.warning(
            "B317", f"'{brand.deck.name}' asks for the font '{name}', which is not here", brand.span,
            help=f"'{theme.body.family}' was measured instead, each letter a quarter wider; check the slides",
        )  # fmt: skip
    colors = {name: _color(value, theme, master.colors) for name, value in theme.colors.items()}
    colors |= {
        theme.slots[slot]: master.colors[slot] for slot in SLOTS if not _is_neutral_accent(theme, slot)
    }
    changed = replace(
        theme,
        colors=colors,
        headings=replace(headings or theme.body, office=master.headings),
        body=replace(body or theme.body, office=master.body),
        shades=name_colors(colors.values(), master.colors),
        places={},
    )
    return changed, 0.0 if headings and body else SPACING_EM


def _find_face(theme: Theme, name: str) -> Typeface | None:
    """Return a typeface with the metrics of a font: one of the theme's, else one of those that always are here."""
    faces = (theme.body, theme.headings, theme.monospace)
    own = (face for face in faces if name.casefold() in (face.office.casefold(), face.family.casefold()))
    return next(own, None) or find_stand_in(name, theme.body)


def _is_neutral_accent(theme: Theme, slot: str) -> bool:
    return slot.startswith("accent") and _saturation(theme.slot_color(slot)) < GREY


def _color(value: str, theme: Theme, own: Mapping[str, str]) -> str:
    """Return what a colour of the theme is on the reference deck."""
    slot = next((slot for slot in SLOTS if theme.slot_color(slot).upper() == value.upper()), None)
    if slot and not _is_neutral_accent(theme, slot):
        return own[slot]
    if _saturation(value) >= GREY:
        return own["accent1"]
    shade = next(shade for least, shade in _NEUTRAL if _lightness(value) >= least)
    return color_of_slot(shade, own)


def _saturation(value: str) -> float:
    return _hls(value)[2]


def _lightness(value: str) -> float:
    return _hls(value)[1]


def _hls(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)
