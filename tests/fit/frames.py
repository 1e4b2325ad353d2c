"""The text frames of a deck as we mean them: where they stand, and the lines that we broke their text into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.deck.model import (
    ChartShape,
    Field,
    Group,
    Paragraph,
    PictureShape,
    PlaceholderText,
    Run,
    Slide,
    SlideShape,
    TableShape,
    TextShape,
)
from builder.units import Length, Rect


@dataclass(frozen=True)
class Frame:
    """A shape or table cell with text; without paragraphs, a chart or a picture."""

    name: str
    rect: Rect
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return " ".join(plain(paragraph) for paragraph in self.paragraphs)

    @property
    def is_object(self) -> bool:
        """Whether it is a chart or a picture, whose words are its own."""
        return not self.paragraphs

    @property
    def is_number(self) -> bool:
        """Whether it holds the slide number, which the renderer fills in."""
        return any(isinstance(run, Field) for paragraph in self.paragraphs for run in paragraph.runs)


def plain(paragraph: Paragraph) -> str:
    """Return a paragraph's characters."""
    return "".join(run.text if isinstance(run, Run | Field) else " " for run in paragraph.runs)


def frames_of(slide: Slide) -> tuple[Frame, ...]:
    """Return the frames of a slide, in reading order."""
    return tuple(frame for shape in slide.shapes for frame in _frames(shape))


def _frames(shape: SlideShape) -> Iterator[Frame]:
    match shape:
        case Group(shapes=shapes):
            for inner in shapes:
                yield from _frames(inner)
        case PlaceholderText(name=name, rect=rect, text=text):
            yield Frame(name, rect, text.paragraphs)
        case TextShape(name=name, rect=rect, text=text) if text:
            yield Frame(name, rect, text.paragraphs)
        case TableShape():
            yield from _cells(shape)
        case ChartShape(name=name, rect=rect) | PictureShape(name=name, rect=rect):
            yield Frame(name, rect, ())


def _cells(table: TableShape) -> Iterator[Frame]:
    lefts = [table.rect.x + sum(table.column_widths[:index]) for index in range(len(table.column_widths) + 1)]
    tops = [table.rect.y + sum(table.row_heights[:index]) for index in range(len(table.row_heights) + 1)]
    for cell in table.cells:
        left, right = lefts[cell.column], lefts[cell.column + cell.colspan]
        top, bottom = tops[cell.row], tops[cell.row + cell.rowspan]
        rect = Rect(Length(left), Length(top), Length(right - left), Length(bottom - top))
        yield Frame(f"{table.name} {cell.row}/{cell.column}", rect, cell.text.paragraphs)
