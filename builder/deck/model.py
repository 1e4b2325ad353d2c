"""The slide model: what a deck shows, in the terms of presentations, before any file format.

Everything that a designer decides (rectangles, sizes, colours) came from the theme's templates through the
layout engine; a writer only has to put it down. None in a style means: inherit it from the placeholder's
layout, or from the presentation's defaults.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeAlias

from builder.model.resolved import Picture
from builder.resolve.charts.plan import ChartPlan
from builder.units import Length, Rect, Size


@dataclass(frozen=True, slots=True)
class ThemeColor:
    """A colour by its slot in the theme: dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink."""

    slot: str


@dataclass(frozen=True, slots=True)
class RgbColor:
    """A colour that the theme has no slot for: six hexadecimal digits."""

    value: str


Color: TypeAlias = ThemeColor | RgbColor


class FontRole(Enum):
    """The theme's typefaces; a deck names them by role, never by family."""

    HEADINGS = "major"
    BODY = "minor"
    MONOSPACE = "monospace"


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A hyperlink out of the deck."""

    href: str


@dataclass(frozen=True, slots=True)
class SlideLink:
    """A hyperlink to the slide with this key."""

    slide_key: str


LinkTarget: TypeAlias = ExternalLink | SlideLink


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How characters look.

    Attributes:
        size_pt: in points; of raised and lowered text that of the text around it, since programs set it smaller.
        baseline: share of the font size that the text is raised, negative for subscripts.
        highlight: the colour behind marked text.
    """

    font: FontRole | None = None
    size_pt: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    color: Color | None = None
    baseline: float | None = None
    highlight: Color | None = None
    underline: bool | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style."""

    text: str
    style: RunStyle = RunStyle()
    link: LinkTarget | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


class FieldKind(Enum):
    """Text that the presentation program fills in."""

    SLIDE_NUMBER = "slidenum"
    DATE = "datetime"


@dataclass(frozen=True, slots=True)
class Field:
    """A field; `text` is what it shows until the program fills it in."""

    kind: FieldKind
    text: str
    style: RunStyle = RunStyle()


RunNode: TypeAlias = Run | Break | Field


class ParagraphAlign(Enum):
    """How a paragraph's lines stand; names of DrawingML's ST_TextAlignType."""

    LEFT = "l"
    CENTER = "ctr"
    RIGHT = "r"
    JUSTIFY = "just"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A list marker: a character, or DrawingML's name of a numbering such as arabicPeriod.

    Invariant: exactly one of `character` and `numbering` is set.
    """

    character: str | None = None
    numbering: str | None = None
    start_at: int = 1
    color: Color | None = None


@dataclass(frozen=True, slots=True)
class NoBullet:
    """No list marker, where the placeholder's level would have one."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph looks.

    Attributes:
        line_spacing: share of the font's natural line height (1.0 is "single").
        line_pitch_pt: distance of baselines in points, whatever the font; stands for `line_spacing` where it is given.
        margin_left: of the text; indent: of the first line from there, negative for a hanging bullet.
        run: defaults of its runs.
        rtl: true where the paragraph is read from right to left; never false.
    """

    align: ParagraphAlign | None = None
    bullet: Bullet | NoBullet | None = None
    margin_left: Length | None = None
    indent: Length | None = None
    line_spacing: float | None = None
    line_pitch_pt: float | None = None
    space_before_pt: float | None = None
    space_after_pt: float | None = None
    run: RunStyle = RunStyle()
    rtl: bool | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `level` counts from 0.

    Attributes:
        line_texts: the lines as the layout engine broke them; for tests and reports, never written.
    """

    runs: tuple[RunNode, ...]
    level: int = 0
    style: ParagraphStyle = ParagraphStyle()
    line_texts: tuple[str, ...] = ()


class Anchor(Enum):
    """Where text stands in its frame; names of DrawingML's ST_TextAnchoringType."""

    TOP = "t"
    MIDDLE = "ctr"
    BOTTOM = "b"


@dataclass(frozen=True, slots=True)
class Insets:
    """Space between a frame's edges and its text."""

    left: Length = Length(0)
    top: Length = Length(0)
    right: Length = Length(0)
    bottom: Length = Length(0)


@dataclass(frozen=True, slots=True)
class TextFrame:
    """Text in a shape.

    Attributes:
        text_height: the height of the text as laid out, without insets; fit is judged with it.
    """

    paragraphs: tuple[Paragraph, ...]
    insets: Insets = Insets()
    anchor: Anchor = Anchor.TOP
    text_height: Length = Length(0)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour and width."""

    color: Color
    width: Length
    dash: str = "solid"


class PlaceholderKind(Enum):
    """Kinds of placeholders; names of PresentationML's ST_PlaceholderType."""

    TITLE = "title"
    CENTER_TITLE = "ctrTitle"
    SUBTITLE = "subTitle"
    BODY = "body"
    OBJECT = "obj"
    CHART = "chart"
    TABLE = "tbl"
    PICTURE = "pic"
    DATE = "dt"
    FOOTER = "ftr"
    SLIDE_NUMBER = "sldNum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What every shape has.

    Attributes:
        name: shown in the selection pane, unique on its slide.
        alt: alternative text; empty for shapes whose text speaks for itself.
        decorative: a reader of the screen may skip it.
        block: path of the content block that it shows, or empty.
    """

    name: str
    rect: Rect
    alt: str = ""
    decorative: bool = False
    block: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceholderText(Shape):
    """Text in a placeholder of the slide's layout; takes style from there, and its place where `rect` is the same.

    `idx` names the layout's placeholder (see `LayoutPlaceholder`).
    """

    kind: PlaceholderKind
    idx: int
    text: TextFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShape(Shape):
    """A text box, or an autoshape when it has a fill, a stroke or a form of its own.

    Attributes:
        geometry: DrawingML's preset name, such as rect, roundRect, ellipse, chevron, homePlate.
        corner: radius of a roundRect.
    """

    geometry: str = "rect"
    corner: Length = Length(0)
    fill: Color | None = None
    stroke: Stroke | None = None
    text: TextFrame | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Shape):
    """A straight line or connector across the diagonal of `rect`; glued where `begin` and `end` name shapes.

    Attributes:
        begin, end: (name of a shape on the slide, connection site: 0 top, 1 left, 2 bottom, 3 right).
        arrow: whether it ends in an arrow head.
    """

    stroke: Stroke
    begin: tuple[str, int] | None = None
    end: tuple[str, int] | None = None
    arrow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Shape):
    """Shapes that move together; their rectangles are the slide's, not the group's."""

    shapes: tuple[SlideShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShape(Shape):
    """A picture, as large as it can be in the middle of `rect`; an SVG is written as vector with its PNG as fallback.

    `idx` names the layout's placeholder that it fills, if any; it then has the place of that.
    """

    picture: Picture
    idx: int | None = None


@dataclass(frozen=True, slots=True)
class CellBorders:
    """Lines of a cell; None: no line."""

    left: Stroke | None = None
    top: Stroke | None = None
    right: Stroke | None = None
    bottom: Stroke | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell at its place in the grid.

    Attributes:
        column, row: its upper left grid place. header: a row or column header.
    """

    row: int
    column: int
    text: TextFrame
    colspan: int = 1
    rowspan: int = 1
    fill: Color | None = None
    borders: CellBorders = CellBorders()
    header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape(Shape):
    """A table; `rect` is the sum of the widths and heights."""

    column_widths: tuple[Length, ...]
    row_heights: tuple[Length, ...]
    cells: tuple[TableCell, ...]
    header_row: bool = True
    header_column: bool = False
    idx: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartShape(Shape):
    """A native chart in `rect`, drawn after its plan."""

    plan: ChartPlan
    idx: int | None = None


SlideShape: TypeAlias = PlaceholderText | TextShape | Line | Group | PictureShape | TableShape | ChartShape


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide; `shapes` are in reading order, which is also the z-order.

    Attributes:
        key: unique; what `SlideLink` points to.
        layout: name of a `SlideLayout`.
        title: plain text of its title, unique in the deck.
        notes: paragraphs of the speaker notes.
        section: title of the section that it belongs to, for the program's own section list.
        blocks: paths of the content blocks that its face or notes show.
    """

    key: str
    layout: str
    title: str
    shapes: tuple[SlideShape, ...]
    notes: tuple[Paragraph, ...] = ()
    section: str = ""
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayoutPlaceholder:
    """A placeholder of a layout.

    Attributes:
        idx: unique in the layout; 0 is the title.
        levels: style of each list level, from level 0; a title has one.
        prompt: what an empty one shows in the editor.
        written_idx: its index in the reference deck that it belongs to, where there is one. slide_rect: where slides
            put it, if elsewhere than the layout does.
    """

    kind: PlaceholderKind
    idx: int
    name: str
    rect: Rect
    levels: tuple[ParagraphStyle, ...]
    insets: Insets = Insets()
    anchor: Anchor = Anchor.TOP
    prompt: str = ""
    written_idx: int | None = None
    slide_rect: Rect | None = None

    @property
    def file_idx(self) -> int:
        """The index that slides are written with."""
        return self.idx if self.written_idx is None else self.written_idx


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A layout: placeholders, and shapes that every slide on it shows behind its own.

    Attributes:
        name: the theme's name, such as content-compact. title: the name shown to people, such as "Content, compact".
        kind: PresentationML's ST_SlideLayoutType (title, obj, twoObj, secHead, titleOnly, blank, …).
        background: None for the master's. part: its part in the reference deck, where there is one.
        backdrop: what that paints behind text, back to front; None for what is not one known colour.
        colors: of its master, where that is not the one that gives the deck its theme.
    """

    name: str
    title: str
    kind: str
    placeholders: tuple[LayoutPlaceholder, ...]
    decorations: tuple[SlideShape, ...] = ()
    background: Color | None = None
    part: str = ""
    backdrop: tuple[tuple[Rect, str | None], ...] = ()
    colors: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class DeckFont:
    """A typeface of the deck: the name written for presentation programs.

    Attributes:
        east_asian, complex_script: for those scripts (21.1.2.3.1, 21.1.2.3.3); empty where the program is to choose.
    """

    role: FontRole
    name: str
    east_asian: str = ""
    complex_script: str = ""


@dataclass(frozen=True, slots=True)
class DeckTheme:
    """What the deck's theme part says.

    `colors` maps each of the twelve slots (see `ThemeColor`) to six hexadecimal digits.
    """

    name: str
    colors: dict[str, str]
    fonts: tuple[DeckFont, ...]


@dataclass(frozen=True, slots=True)
class DeckProperties:
    """What the document properties say."""

    title: str
    subtitle: str = ""
    author: str = ""
    keywords: str = ""
    lang: str = "en-US"
    date: date | None = None
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole presentation; the first layout is the one that the master takes its defaults from."""

    size: Size
    theme: DeckTheme
    layouts: tuple[SlideLayout, ...]
    slides: tuple[Slide, ...]
    properties: DeckProperties = field(default_factory=lambda: DeckProperties(""))

    def layout(self, name: str) -> SlideLayout:
        """Return the layout called `name`, which exists."""
        return next(layout for layout in self.layouts if layout.name == name)
