"""A reference deck as a frozen model: masters, layouts and placeholders, in the file's own names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.units import Rect, Size

TITLES = frozenset({"title", "ctrTitle"})
FOOTERS = frozenset({"dt", "ftr", "sldNum", "hdr"})
TEXTS = frozenset({"body", "obj"})
"""Types that take running text (ECMA-376 part 1, 19.7.10); one without a type is `obj`."""


@dataclass(frozen=True, slots=True)
class ReferencePlaceholder:
    """A placeholder of a layout.

    Attributes:
        type: ST_PlaceholderType. rect: its own, else that of the master; None where neither gives one.
    """

    type: str
    idx: int
    name: str
    rect: Rect | None

    @property
    def is_area(self) -> bool:
        """Whether it is one of the places for a slide's main content."""
        return self.type not in TITLES | FOOTERS | {"subTitle"} and self.rect is not None


@dataclass(frozen=True, slots=True)
class ReferenceLayout:
    """A layout.

    Attributes:
        kind: ST_SlideLayoutType, which does not depend on the language of the file; empty where it has none.
        part: name of its part in the package. master: number of its master, from 1.
    """

    name: str
    kind: str
    part: str
    master: int
    placeholders: tuple[ReferencePlaceholder, ...]

    @property
    def has_title(self) -> bool:
        """Whether there is a place for a title."""
        return any(placeholder.type in TITLES for placeholder in self.placeholders)

    @property
    def areas(self) -> tuple[ReferencePlaceholder, ...]:
        """The places for a slide's main content, in the order of the file."""
        return tuple(placeholder for placeholder in self.placeholders if placeholder.is_area)


@dataclass(frozen=True, slots=True)
class ReferenceMaster:
    """A slide master with the theme that it uses.

    Attributes:
        colors: six hexadecimal digits by slot (dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink).
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
