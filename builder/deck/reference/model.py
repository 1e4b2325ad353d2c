"""A reference deck as a frozen model: masters, layouts and placeholders, in the file's own names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.deck.model import Anchor, Insets
from builder.units import Length, Rect, Size

TITLES = frozenset({"title", "ctrTitle"})
FOOTERS = frozenset({"dt", "ftr", "sldNum", "hdr"})
OBJECTS = frozenset({"tbl", "chart", "pic"})
TEXTS = frozenset({"body", "obj"})
"""Types that take running text (ECMA-376 part 1, 19.7.10); one without a type is `obj`."""


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How the text of a list level looks, as far as it takes room.

    Attributes:
        line_share: of the font's natural height; line_pt, which is exact, stands for it where it is given.
        margin: of the text from the frame's inner edge. color: six hexadecimal digits, None for the theme's text.
    """

    size_pt: float = 18.0
    bold: bool = False
    capitals: bool = False
    line_share: float = 1.0
    line_pt: float | None = None
    before_pt: float = 0.0
    margin: Length = Length(0)
    color: str | None = None


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Something that is painted behind text; `color` is None for pictures, gradients and what is not computed here."""

    rect: Rect
    color: str | None


DEFAULT_INSETS = Insets(Length(91_440), Length(45_720), Length(91_440), Length(45_720))
"""Of frames that say nothing else (ECMA-376 part 1, 21.1.2.1.1)."""


@dataclass(frozen=True, slots=True)
class ReferencePlaceholder:
    """A placeholder of a layout.

    Attributes:
        type: ST_PlaceholderType. rect: its own, else that of the master; None where neither gives one.
        levels: of its text, from the first. upright: its lines run from top to bottom. paint: what it is filled with.
    """

    type: str
    idx: int
    name: str
    rect: Rect | None
    levels: tuple[LevelStyle, ...] = (LevelStyle(),)
    insets: Insets = DEFAULT_INSETS
    anchor: Anchor = Anchor.TOP
    upright: bool = False
    paint: Backdrop | None = None

    @property
    def is_area(self) -> bool:
        """Whether it is one of the places for a slide's main content."""
        return self.type in TEXTS | OBJECTS and self.rect is not None and not self.upright


@dataclass(frozen=True, slots=True)
class ReferenceLayout:
    """A layout.

    Attributes:
        kind: ST_SlideLayoutType, which does not depend on the language of the file; empty where it has none.
        part: name of its part in the package. master: number of its master, from 1.
        backdrop: what is painted on it, from back to front; the first covers the slide.
    """

    name: str
    kind: str
    part: str
    master: int
    placeholders: tuple[ReferencePlaceholder, ...]
    backdrop: tuple[Backdrop, ...] = ()

    @property
    def has_title(self) -> bool:
        """Whether there is a place for a title."""
        return self.find(*TITLES) is not None

    def find(self, *types: str) -> ReferencePlaceholder | None:
        """Return the first placeholder of one of these types that has a place."""
        return next(
            (one for one in self.placeholders if one.type in types and one.rect and not one.upright), None
        )

    @property
    def areas(self) -> tuple[ReferencePlaceholder, ...]:
        """The places for a slide's main content, in the order of the file."""
        return tuple(placeholder for placeholder in self.placeholders if placeholder.is_area)


@dataclass(frozen=True, slots=True)
class ReferenceMaster:
    """A slide master with the theme that it uses.

    Attributes:
        colors: six hexadecimal digits by slot (dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink), as the
            master's colour map hands them to slides.
        headings, body: names of the Latin typefaces.
    """

    name: str
    part: str
    colors: Mapping[str, str]
    headings: str
    body: str


@dataclass(frozen=True, slots=True)
class ReferenceDeck:
    """A reference deck; `name` is its file as shown to people, `slides` counts those that it has."""

    name: str
    size: Size
    masters: tuple[ReferenceMaster, ...]
    layouts: tuple[ReferenceLayout, ...]
    slides: int
    embedded_fonts: tuple[str, ...] = ()
