"""What a deck says, as read back from the file: plain values, none of the writer's types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from builder.units import Rect


class ShapeKind(Enum):
    """What a shape is to someone who edits the deck."""

    PLACEHOLDER = "placeholder"
    TEXT_BOX = "text box"
    AUTOSHAPE = "autoshape"
    CONNECTOR = "connector"
    GROUP = "group"
    PICTURE = "picture"
    TABLE = "table"
    CHART = "chart"


@dataclass(frozen=True, slots=True)
class ReadLink:
    """A hyperlink: `target` is an address, or the number of a slide of the deck."""

    text: str
    target: str | int


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph's text; `level` counts from 0."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class ReadShape:
    """A shape.

    Attributes:
        rect: where it stands on the slide; of a filled placeholder, its layout's.
        placeholder: type of the placeholder that it fills, or an empty string.
        overrides: places and formats of its own where its layout has them.
        cells: of a table, row by row; places inside merged cells are empty.
        series_texts, numbers: of a chart: names, categories and titles; values. workbook: the numbers in its workbook.
        media: SHA-256 of the files of a picture.
    """

    kind: ShapeKind
    name: str
    alt: str
    decorative: bool
    rect: Rect
    placeholder: str = ""
    overrides: int = 0
    paragraphs: tuple[ReadParagraph, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
    series_texts: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
    workbook: tuple[float, ...] = ()
    media: tuple[str, ...] = ()
    links: tuple[ReadLink, ...] = ()
    shapes: tuple[ReadShape, ...] = ()

    @property
    def text(self) -> str:
        """Every word of the shape, its members and its cells, in reading order."""
        own = [paragraph.text for paragraph in self.paragraphs]
        cells = [cell for row in self.cells for cell in row]
        inner = [shape.text for shape in self.shapes]
        return "\n".join(part for part in (*own, *cells, *self.series_texts, *inner) if part)


@dataclass(frozen=True, slots=True)
class ReadSlide:
    """A slide; `title` is empty where it has no title placeholder."""

    layout: str
    title: str
    shapes: tuple[ReadShape, ...]
    notes: tuple[ReadParagraph, ...] = ()
    section: str = ""

    @property
    def text(self) -> str:
        """Every word on the face of the slide."""
        return "\n".join(shape.text for shape in self.shapes if shape.text)

    @property
    def notes_text(self) -> str:
        """The speaker notes."""
        return "\n".join(paragraph.text for paragraph in self.notes)


@dataclass(frozen=True, slots=True)
class Editability:
    """What there is to edit.

    Attributes:
        placeholders: filled ones. paragraphs: in placeholders, text boxes and autoshapes.
        shapes: text boxes, autoshapes and connectors. overrides: see `ReadShape`.
    """

    placeholders: int
    paragraphs: int
    tables: int
    charts: int
    shapes: int
    pictures: int
    overrides: int


@dataclass(frozen=True, slots=True)
class DeckReading:
    """A deck as read back; `first_number` is the place of the first slide that was looked at."""

    slides: tuple[ReadSlide, ...]
    layouts: tuple[str, ...]
    editability: Editability
    first_number: int = 1
