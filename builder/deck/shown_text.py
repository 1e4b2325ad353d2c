"""Every text of a deck and its layouts, in its colour, with what is painted behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from builder.deck.model import (
    ChartShape,
    Color,
    Deck,
    Field,
    Group,
    Paragraph,
    ParagraphStyle,
    PictureShape,
    PlaceholderText,
    RgbColor,
    Run,
    RunStyle,
    SlideLayout,
    SlideShape,
    TableShape,
    TextShape,
    ThemeColor,
)
from builder.resolve.charts.drawing import BarMark
from builder.theme.shades import color_of_slot
from builder.units import Length, Rect

DEFAULT_PT = 18.0


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text of one look; colours are six hexadecimal digits.

    Attributes:
        background: None over a picture. where: title of its slide, or name of its layout. layout: name of that.
    """

    text: str
    color: str
    background: str | None
    size_pt: float
    bold: bool
    where: str
    layout: str = ""


def shown_texts(deck: Deck) -> Iterator[ShownText]:
    """Yield the prompts of layouts of ours first, then the texts of the slides in order."""
    for layout in deck.layouts:
        if not layout.part:
            yield from _Page(deck, layout, layout.title).prompts()
    for slide in deck.slides:
        page = _Page(deck, deck.layout(slide.layout), slide.title)
        for shape in slide.shapes:
            yield from page.texts(shape)


@dataclass(slots=True)
class _Page:
    """A slide or layout while its shapes are put down, back to front.

    `painted` has what was painted so far; None stands for a picture, of which nothing is known.
    """

    deck: Deck
    layout: SlideLayout
    where: str
    painted: list[tuple[Rect, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        whole = Rect(Length(0), Length(0), self.deck.size.width, self.deck.size.height)
        self.painted.append((whole, self._value(self.layout.background or ThemeColor("lt1"))))
        self.painted += self.layout.backdrop
        for shape in self.layout.decorations:
            self._paint(shape)

    def prompts(self) -> Iterator[ShownText]:
        for own in self.layout.placeholders:
            for level in own.levels:
                yield self._shown(own.prompt or own.name, level.run, self._behind(own.rect))

    def texts(self, shape: SlideShape) -> Iterator[ShownText]:
        self._paint(shape)
        match shape:
            case Group(shapes=shapes):
                for inner in shapes:
                    yield from self.texts(inner)
            case PlaceholderText(text=text):
                target = next(own for own in self.layout.placeholders if own.idx == shape.idx)
                yield from self._paragraphs(text.paragraphs, self._behind(shape.rect), target.levels)
            case TextShape(text=text) if text:
                yield from self._paragraphs(text.paragraphs, self._behind(shape.rect))
            case TableShape(cells=cells):
                for cell in cells:
                    behind = self._value(cell.fill) if cell.fill else self._behind(shape.rect)
                    yield from self._paragraphs(cell.text.paragraphs, behind)
            case ChartShape():
                yield from self._chart(shape)

    def _paint(self, shape: SlideShape) -> None:
        if isinstance(shape, PictureShape):
            self.painted.append((shape.rect, None))
        elif isinstance(shape, TextShape) and shape.fill:
            self.painted.append((shape.rect, self._value(shape.fill)))

    def _paragraphs(
        self, nodes: tuple[Paragraph, ...], behind: str | None, levels: tuple[ParagraphStyle, ...] = ()
    ) -> Iterator[ShownText]:
        for node in nodes:
            base = levels[min(node.level, len(levels) - 1)].run if levels else RunStyle()
            for run in node.runs:
                if isinstance(run, Run | Field) and run.text.strip():
                    style = _over(run.style, _over(node.style.run, base))
                    marked = self._value(style.highlight) if style.highlight else behind
                    yield self._shown(run.text, style, marked)

    def _shown(self, text: str, style: RunStyle, behind: str | None) -> ShownText:
        color = self._value(style.color or ThemeColor("dk1"))
        size_pt = style.size_pt or DEFAULT_PT
        return ShownText(text, color, behind, size_pt, bool(style.bold), self.where, self.layout.title)

    def _chart(self, shape: ChartShape) -> Iterator[ShownText]:
        bars = [mark for mark in shape.plan.marks if isinstance(mark, BarMark)]
        for placed in shape.plan.texts:
            bar = next((bar for bar in bars if bar.rect.contains(placed.rect)), None)
            behind = bar.paint.hex if bar else self._behind(shape.rect)
            size_pt = shape.plan.style.size_pt
            yield ShownText(
                placed.text, placed.paint.hex, behind, size_pt, placed.bold, self.where, self.layout.title
            )

    def _behind(self, rect: Rect) -> str | None:
        """Return what is painted in the middle of a rectangle."""
        x, y = rect.x + rect.width // 2, rect.y + rect.height // 2
        return next(
            value
            for area, value in reversed(self.painted)
            if area.x <= x <= area.right and area.y <= y <= area.bottom
        )

    def _value(self, color: Color) -> str:
        if isinstance(color, RgbColor):
            return color.value.upper()
        return color_of_slot(color.slot, self.layout.colors or self.deck.theme.colors)


def _over(style: RunStyle, base: RunStyle) -> RunStyle:
    """Return what `style` says of size, weight and colours, else what `base` says."""
    return RunStyle(
        size_pt=style.size_pt or base.size_pt,
        bold=base.bold if style.bold is None else style.bold,
        color=style.color or base.color,
        highlight=style.highlight or base.highlight,
    )
