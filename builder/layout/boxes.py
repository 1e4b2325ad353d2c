"""What the layout engine says of a page, in our own types.

Names are those of CSS 2, chapter 8 and 9: a box has a border box (`rect`) and a content box; a line box holds
fragments of text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from builder.units import Length, Rect, Size


class BoxKind(Enum):
    """What a box is, as far as a compiler of boxes must tell them apart."""

    BLOCK = "block"
    TABLE = "table"
    ROW_GROUP = "row group"
    ROW = "row"
    CELL = "cell"
    MARKER = "list marker"
    REPLACED = "replaced element"


@dataclass(frozen=True, slots=True)
class Edge:
    """One side of a border; `color` is six hexadecimal digits."""

    width: Length
    color: str
    style: str


@dataclass(frozen=True, slots=True)
class Sides:
    """Four lengths, clockwise."""

    top: Length
    right: Length
    bottom: Length
    left: Length


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Computed values that characters have.

    Attributes:
        family: the first font family asked for.
        vertical_align: super, sub, or baseline for all else.
        href: of the nearest link around the text, or empty. background: of the inline box, or None.
    """

    family: str
    size_pt: float
    bold: bool
    italic: bool
    color: str
    underline: bool = False
    vertical_align: str = "baseline"
    href: str = ""
    background: str | None = None


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text on one line; `parent_size_pt` is the font size around a superscript or subscript."""

    text: str
    style: TextStyle
    rect: Rect
    parent_size_pt: float


@dataclass(frozen=True, slots=True)
class ForcedBreak:
    """A `br`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line box; `space_after` tells whether a collapsed space stood at the break after it."""

    rect: Rect
    parts: tuple[Fragment | ForcedBreak, ...]
    space_after: bool = False

    @property
    def text(self) -> str:
        """The characters on the line."""
        return "".join(part.text for part in self.parts if isinstance(part, Fragment))


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """Computed values that a box has; colours are six hexadecimal digits, None is transparent.

    Attributes:
        line_height_pt: the used line height of its text.
    """

    text: TextStyle
    background: str | None
    border_top: Edge | None
    border_right: Edge | None
    border_bottom: Edge | None
    border_left: Edge | None
    radius: Length
    padding: Sides
    text_align: str
    vertical_align: str
    line_height_pt: float

    @property
    def decorated(self) -> bool:
        """Whether the box paints anything of its own."""
        edges = (self.border_top, self.border_right, self.border_bottom, self.border_left)
        return self.background is not None or any(edges)


@dataclass(frozen=True, slots=True)
class Box:
    """A box and what is in it, in document order.

    Attributes:
        tag: of its element. attributes: of its element; empty for anonymous boxes.
        rect: the border box. content: the content box.
        spans: (colspan, rowspan) and grid: (column) of a cell.
    """

    kind: BoxKind
    tag: str
    attributes: Mapping[str, str]
    rect: Rect
    content: Rect
    style: BoxStyle
    children: tuple[Box | Line, ...] = field(repr=False)
    spans: tuple[int, int] = (1, 1)
    grid: int = 0

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The child boxes."""
        return tuple(child for child in self.children if isinstance(child, Box))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The line boxes directly inside."""
        return tuple(child for child in self.children if isinstance(child, Line))

    def walk(self) -> Iterator[Box]:
        """Yield this box and all below it, in document order."""
        waiting = [self]
        while waiting:
            box = waiting.pop()
            yield box
            waiting += (child for child in reversed(box.children) if isinstance(child, Box))

    def find(self, attribute: str) -> Iterator[Box]:
        """Yield the boxes below that have an attribute, outermost first."""
        return (box for box in self.walk() if attribute in box.attributes)


@dataclass(frozen=True, slots=True)
class LaidOutPage:
    """A page: its size and its root box."""

    size: Size
    root: Box


Node: TypeAlias = Box | Line
