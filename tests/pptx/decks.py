"""Decks written by hand: a test card with one of everything, and decks of any length."""

import struct
import zlib
from datetime import date

from builder.deck.model import (
    Anchor,
    Break,
    Bullet,
    CellBorders,
    ChartShape,
    Deck,
    DeckFont,
    DeckProperties,
    DeckTheme,
    ExternalLink,
    Field,
    FieldKind,
    FontRole,
    Group,
    Insets,
    LayoutPlaceholder,
    Line,
    NoBullet,
    Paragraph,
    ParagraphAlign,
    ParagraphStyle,
    PictureShape,
    PlaceholderKind,
    PlaceholderText,
    RgbColor,
    Run,
    RunStyle,
    Slide,
    SlideLayout,
    SlideLink,
    SlideShape,
    Stroke,
    TableCell,
    TableShape,
    TextFrame,
    TextShape,
    ThemeColor,
)
from builder.model.block import ChartKind
from builder.model.resolved import Picture
from builder.resolve.charts.plan import Axis, ChartPlan, ChartStyle, ColumnNames, Paint, Point, Series
from builder.units import Length, Rect, Size

SIZE = Size(Length.from_inches(13 + 1 / 3), Length.from_inches(7.5))
COLORS = {
    "dk1": "1A1A1A", "lt1": "FFFFFF", "dk2": "0B3954", "lt2": "EEF2F5", "accent1": "087E8B", "accent2": "D98E04",
    "accent3": "6B7A86", "accent4": "3C6E71", "accent5": "8C4A4A", "accent6": "284B63", "hlink": "0A66C2",
    "folHlink": "5B4B8A",
}  # fmt: skip
INK, PAPER, BLUE, PALE = ThemeColor("dk1"), ThemeColor("lt1"), ThemeColor("dk2"), ThemeColor("lt2")
TEAL, AMBER, GREY = ThemeColor("accent1"), ThemeColor("accent2"), ThemeColor("accent3")


def inches(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(*(Length.from_inches(value) for value in (x, y, width, height)))


INHERITED = ParagraphStyle()


def text(value: str, level: int = 0, style: ParagraphStyle = INHERITED, **run: object) -> Paragraph:
    return Paragraph((Run(value, RunStyle(**run)),), level, style)


def frame(*paragraphs: Paragraph, anchor: Anchor = Anchor.TOP, inset: float = 0.0) -> TextFrame:
    side = Length.from_inches(inset)
    return TextFrame(paragraphs, Insets(side, side, side, side), anchor)


TITLE = LayoutPlaceholder(
    kind=PlaceholderKind.TITLE,
    idx=0,
    name="Title",
    rect=inches(0.75, 0.55, 11.83, 1.1),
    levels=(
        ParagraphStyle(
            line_spacing=0.95, run=RunStyle(font=FontRole.HEADINGS, size_pt=30, bold=True, color=BLUE)
        ),
    ),
    anchor=Anchor.BOTTOM,
    prompt="One sentence that says what this slide shows",
)
BODY_RECT = inches(0.75, 1.95, 11.83, 4.5)
FOOT = LayoutPlaceholder(
    PlaceholderKind.FOOTER,
    11,
    "Footer",
    inches(0.75, 6.9, 9, 0.3),
    (ParagraphStyle(run=RunStyle(size_pt=11, color=GREY)),),
)
NUMBER = LayoutPlaceholder(
    PlaceholderKind.SLIDE_NUMBER,
    12,
    "Slide number",
    inches(11.58, 6.9, 1, 0.3),
    (ParagraphStyle(align=ParagraphAlign.RIGHT, run=RunStyle(size_pt=11, color=GREY)),),
)
DATE = LayoutPlaceholder(
    PlaceholderKind.DATE,
    10,
    "Date",
    inches(9.9, 6.9, 1.6, 0.3),
    (ParagraphStyle(run=RunStyle(size_pt=11, color=GREY)),),
)


def list_levels(size_pt: float) -> tuple[ParagraphStyle, ...]:
    return tuple(
        ParagraphStyle(
            bullet=Bullet("•" if level == 0 else "–", color=TEAL),
            margin_left=Length.from_pt(18 * (level + 1)),
            indent=Length.from_pt(-18),
            line_spacing=1.0,
            space_before_pt=8.0 if level == 0 else 4.0,
            run=RunStyle(size_pt=size_pt - 2 * level),
        )
        for level in range(3)
    )


def placeholder(
    kind: PlaceholderKind, name: str, rect: Rect = BODY_RECT, size_pt: float = 20, idx: int = 1
) -> LayoutPlaceholder:
    return LayoutPlaceholder(kind, idx, name, rect, list_levels(size_pt))


def layout(name: str, title: str, kind: str, *placeholders: LayoutPlaceholder, **more: object) -> SlideLayout:
    return SlideLayout(name, title, kind, placeholders, **more)


RULE = Line(
    name="Rule", rect=inches(0.75, 6.8, 11.83, 0), stroke=Stroke(GREY, Length.from_pt(0.5)), decorative=True
)
HALF_LEFT, HALF_RIGHT = inches(0.75, 1.95, 5.7, 4.5), inches(6.88, 1.95, 5.7, 4.5)
COVER_TITLE = LayoutPlaceholder(
    PlaceholderKind.CENTER_TITLE,
    0,
    "Title",
    inches(0.75, 2.2, 11, 1.4),
    (ParagraphStyle(run=RunStyle(font=FontRole.HEADINGS, size_pt=44, bold=True, color=PAPER)),),
    anchor=Anchor.BOTTOM,
)
COVER_SUBTITLE = LayoutPlaceholder(
    PlaceholderKind.SUBTITLE,
    1,
    "Subtitle",
    inches(0.75, 3.7, 11, 0.9),
    (ParagraphStyle(run=RunStyle(size_pt=22, color=PALE)),),
)
OBJECT = PlaceholderKind.OBJECT
LAYOUTS = (
    layout(
        "content",
        "Content",
        "obj",
        TITLE,
        placeholder(OBJECT, "Content"),
        DATE,
        FOOT,
        NUMBER,
        decorations=(RULE,),
    ),
    layout(
        "title",
        "Title",
        "title",
        COVER_TITLE,
        COVER_SUBTITLE,
        background=BLUE,
        decorations=(TextShape(name="Bar", rect=inches(0.75, 2.0, 1, 0.05), fill=AMBER, decorative=True),),
    ),
    layout(
        "content-compact",
        "Content, compact",
        "cust",
        TITLE,
        placeholder(OBJECT, "Content", size_pt=16),
        FOOT,
        NUMBER,
    ),
    layout(
        "two-columns",
        "Two columns",
        "twoObj",
        TITLE,
        placeholder(OBJECT, "Left", HALF_LEFT, idx=1),
        placeholder(OBJECT, "Right", HALF_RIGHT, idx=2),
        FOOT,
        NUMBER,
    ),
    layout("title-only", "Title only", "titleOnly", TITLE, FOOT, NUMBER),
    layout("table", "Table", "tbl", TITLE, placeholder(PlaceholderKind.TABLE, "Table", idx=13), FOOT, NUMBER),
    layout(
        "figure",
        "Figure",
        "cust",
        TITLE,
        placeholder(PlaceholderKind.PICTURE, "Figure", inches(0.75, 1.95, 6, 4.5), idx=14),
        NUMBER,
    ),
    layout("blank", "Blank", "blank"),
)
THEME = DeckTheme(
    "Clinical",
    COLORS,
    (
        DeckFont(FontRole.HEADINGS, "Cambria"),
        DeckFont(FontRole.BODY, "Calibri"),
        DeckFont(FontRole.MONOSPACE, "Courier New"),
    ),
)
PROPERTIES = DeckProperties(
    "The <test> card & more",
    "One of everything",
    "A. Author",
    "test, card",
    "en-GB",
    date(2026, 11, 22),
    "3.1",
)


def title(value: str, *more: Run | Break) -> PlaceholderText:
    return PlaceholderText(
        name="Title",
        rect=TITLE.rect,
        kind=PlaceholderKind.TITLE,
        idx=0,
        text=TextFrame((Paragraph((Run(value), *more)),)),
    )


def body(
    *paragraphs: Paragraph, idx: int = 1, rect: Rect = BODY_RECT, name: str = "Content"
) -> PlaceholderText:
    return PlaceholderText(
        name=name, rect=rect, kind=PlaceholderKind.OBJECT, idx=idx, text=TextFrame(paragraphs)
    )


def foot(value: str, number: int) -> tuple[PlaceholderText, ...]:
    field = Paragraph((Field(FieldKind.SLIDE_NUMBER, str(number)),))
    return (
        PlaceholderText(
            name="Footer", rect=FOOT.rect, kind=PlaceholderKind.FOOTER, idx=11, text=TextFrame((text(value),))
        ),
        PlaceholderText(
            name="Slide number",
            rect=NUMBER.rect,
            kind=PlaceholderKind.SLIDE_NUMBER,
            idx=12,
            text=TextFrame((field,)),
        ),
    )


def png(width: int, height: int, gray: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + bytes([gray]) * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


RASTER = Picture("image/png", "grey.png", 60, 45, png(60, 45, 160))
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 45" width="60" height="45">
<rect width="60" height="45" fill="#EEF2F5"/><circle cx="30" cy="22" r="15" fill="#087E8B"/></svg>"""
VECTOR = Picture("image/svg+xml", "circle.svg", 60, 45, SVG, png(60, 45, 200))


def cover() -> Slide:
    return Slide(
        key="cover",
        layout="title",
        title="The test card",
        section="",
        shapes=(
            PlaceholderText(
                name="Title",
                rect=COVER_TITLE.rect,
                kind=PlaceholderKind.CENTER_TITLE,
                idx=0,
                text=frame(text("The test card")),
            ),
            PlaceholderText(
                name="Subtitle",
                rect=COVER_SUBTITLE.rect,
                kind=PlaceholderKind.SUBTITLE,
                idx=1,
                text=frame(text("One of everything")),
            ),
        ),
        notes=(
            text("Welcome."),
            text("first", style=ParagraphStyle(bullet=Bullet("•"))),
            text("Thanks.", italic=True),
        ),
    )


def runs() -> Slide:
    nodes = (
        Run("Plain, "),
        Run("bold", RunStyle(bold=True)),
        Run(", "),
        Run("italic", RunStyle(italic=True)),
        Run(", "),
        Run("code()", RunStyle(font=FontRole.MONOSPACE)),
        Run(", IL"),
        Run("2", RunStyle(baseline=-0.25)),
        Run(", 10"),
        Run("6", RunStyle(baseline=0.3)),
        Run(", "),
        Run("marked", RunStyle(highlight=AMBER)),
        Run(", "),
        Run("amber", RunStyle(color=RgbColor("9a6700"))),
        Run(", "),
        Run("out", link=ExternalLink("https://example.org/a b?x=1&y=2")),
        Run(", "),
        Run("to the table", RunStyle(color=INK), link=SlideLink("table")),
        Break(),
        Run("after a break; TGF-β ≥ 3 <b>&amp;"),
    )
    numbered = ParagraphStyle(bullet=Bullet(numbering="arabicPeriod", color=TEAL))
    return Slide(
        key="runs",
        layout="content",
        title="Every kind of run",
        section="Text",
        shapes=(
            title(
                "Every kind of run stands in one placeholder, and the headline runs on to a second line of it"
            ),
            body(
                Paragraph(nodes),
                text("Second level", 1),
                text("Third level", 2),
                text("numbered", style=numbered),
                text("numbered", style=numbered),
                text(
                    "No marker",
                    style=ParagraphStyle(bullet=NoBullet(), margin_left=Length(0), indent=Length(0)),
                ),
                text("Same as the layout", style=ParagraphStyle(run=RunStyle(size_pt=20)), size_pt=20),
            ),
            PlaceholderText(
                name="Date",
                rect=DATE.rect,
                kind=PlaceholderKind.DATE,
                idx=10,
                text=frame(text("22 November 2026")),
            ),
            *foot("Liu 2020; Marin 2024", 2),
        ),
        notes=(Paragraph((Run("See "), Run("the table", link=SlideLink("table")), Run("."))),),
    )


def card(name: str, x: float, heading: str, value: str) -> TextShape:
    return TextShape(
        name=name,
        rect=inches(x, 2.4, 3, 2),
        geometry="roundRect",
        corner=Length.from_pt(8),
        fill=PALE,
        stroke=Stroke(TEAL, Length.from_pt(1.5)),
        text=frame(
            text(heading, size_pt=20.0, bold=True, color=BLUE),
            text(value, style=ParagraphStyle(space_before_pt=4.0), size_pt=16.0),
            inset=0.15,
        ),
    )


def shapes() -> Slide:
    arrow = Stroke(GREY, Length.from_pt(1.5))
    cards = Group(
        name="Steps",
        rect=inches(0.75, 2.4, 11, 2),
        shapes=(
            card("Step 1", 0.75, "Recognise", "The CAR binds its antigen"),
            card("Step 2", 4.75, "Lyse", "Perforin opens the membrane"),
            card("Step", 8.75, "Signal", "IFN-γ recruits others"),
            Line(
                name="Arrow",
                rect=inches(3.75, 3.4, 1, 0),
                stroke=arrow,
                begin=("Step 1", 3),
                end=("Step 2", 1),
                arrow=True,
            ),
            Line(
                name="Arrow",
                rect=inches(7.75, 3.4, 1, 0),
                stroke=arrow,
                begin=("Step 2", 3),
                end=("Step", 1),
                arrow=True,
            ),
        ),
    )
    return Slide(
        key="shapes",
        layout="title-only",
        title="Shapes are native and grouped",
        section="Shapes",
        shapes=(
            title("Shapes are native and grouped"),
            cards,
            TextShape(
                name="Label", rect=inches(0.75, 5, 4, 0.5), text=frame(text("A text box", size_pt=18.0))
            ),
            TextShape(
                name="Dot", rect=inches(6, 5, 0.5, 0.5), geometry="ellipse", fill=AMBER, decorative=True
            ),
            TextShape(
                name="Chevron",
                rect=inches(7, 4.9, 3, 0.8),
                geometry="chevron",
                fill=BLUE,
                text=frame(
                    text(
                        "Chevron",
                        style=ParagraphStyle(align=ParagraphAlign.CENTER),
                        size_pt=16.0,
                        color=PAPER,
                    ),
                    anchor=Anchor.MIDDLE,
                ),
            ),
            Line(
                name="Dashes",
                rect=inches(0.75, 6.2, 11, 0),
                stroke=Stroke(TEAL, Length.from_pt(1), "dash"),
                decorative=True,
            ),
            *foot("", 3)[1:],
        ),
    )


def table() -> Slide:
    heavy, hair = Stroke(BLUE, Length.from_pt(1.5)), Stroke(GREY, Length.from_pt(0.5))
    inset = Insets(*(Length.from_pt(6),) * 4)

    def cell(
        row: int,
        column: int,
        value: str,
        *,
        bold: bool = False,
        align: ParagraphAlign | None = None,
        **more: object,
    ) -> TableCell:
        paragraph = (
            (text(value, style=ParagraphStyle(align=align), size_pt=14.0, bold=bold),) if value else ()
        )
        return TableCell(row, column, TextFrame(paragraph, inset, Anchor.MIDDLE), **more)

    under, below = CellBorders(bottom=heavy), CellBorders(bottom=hair)
    right = ParagraphAlign.RIGHT
    cells = (
        cell(0, 0, "Trial", bold=True, header=True, borders=under, rowspan=2),
        cell(0, 1, "Patients", bold=True, header=True, colspan=2),
        cell(0, 3, "Note", bold=True, header=True, borders=under, rowspan=2),
        cell(1, 1, "n", bold=True, header=True, align=right, borders=under),
        cell(1, 2, "%", bold=True, header=True, align=right, borders=under),
        cell(2, 0, "Liu 2020", header=True, borders=below),
        cell(2, 1, "11", align=right, borders=below),
        cell(2, 2, "73", align=right, borders=below, fill=PALE),
        cell(2, 3, "", borders=below),
        cell(3, 0, "Marin 2024", header=True, borders=below),
        cell(3, 1, "37 (may include those of Liu 2020)", colspan=2, rowspan=2, fill=PALE, borders=below),
        cell(3, 3, "first in human", borders=below),
        cell(4, 0, "Lei 2025", header=True, borders=below),
        cell(4, 3, "", borders=below),
    )
    widths = tuple(Length.from_inches(width) for width in (3, 2, 2, 4))
    heights = tuple(Length.from_pt(height) for height in (30, 30, 30, 30, 30))
    shape = TableShape(
        name="Trials",
        rect=inches(0.75, 2.0, 11, 150 / 72),
        alt="Trials by number of patients",
        column_widths=widths,
        row_heights=heights,
        cells=cells,
        header_column=True,
        idx=13,
    )
    return Slide(
        key="table",
        layout="table",
        title="Spans and borders survive",
        section="Shapes",
        shapes=(title("Spans and borders survive"), shape, *foot("Source: none", 4)),
    )


def pictures() -> Slide:
    return Slide(
        key="pictures",
        layout="figure",
        title="Pictures are vectors where they can be",
        section="Shapes",
        shapes=(
            title("Pictures are vectors where they can be"),
            PictureShape(
                name="Circle",
                rect=inches(0.75, 1.95, 6, 4.5),
                picture=VECTOR,
                alt='A "teal" circle\non grey',
                idx=14,
            ),
            PictureShape(name="Grey", rect=inches(7.5, 1.95, 2, 1.5), picture=RASTER, alt="A grey field"),
            PictureShape(
                name="Grey again", rect=inches(10, 1.95, 2, 1.5), picture=RASTER, alt="A grey field, again"
            ),
        ),
    )


def two_columns() -> Slide:
    left, right = LAYOUTS[3].placeholders[1:3]
    return Slide(
        key="columns",
        layout="two-columns",
        title="Two columns",
        section="Text",
        shapes=(
            title("Two columns"),
            body(text("Left one"), text("deeper", 1), rect=left.rect),
            body(text("Right one"), rect=right.rect, idx=2, name="Right"),
        ),
    )


def deck(*slides: Slide) -> Deck:
    return Deck(SIZE, THEME, LAYOUTS, slides, PROPERTIES)


def sample_deck(*more: Slide) -> Deck:
    """Return the deck with one of everything but charts."""
    blank = Slide("blank", "blank", "Blank", ())
    return deck(cover(), runs(), shapes(), table(), pictures(), two_columns(), blank, *more)


def long_deck(count: int) -> Deck:
    """Return a deck of `count` slides of text with notes and links."""

    def slide(number: int) -> Slide:
        shown: tuple[SlideShape, ...] = (
            title(f"Slide {number}"),
            body(text("One"), Paragraph((Run("back", link=SlideLink("slide-1")),))),
            *foot(f"Source {number}", number),
        )
        return Slide(
            f"slide-{number}",
            "content",
            f"Slide {number}",
            shown,
            (text(f"Notes {number}"),),
            f"Section {number // 10}",
        )

    return deck(*(slide(number) for number in range(1, count + 1)))


def chart() -> Slide:
    """Return a slide with a bar chart of three values."""
    blue, grey, paper = Paint("accent1", "087E8B"), Paint("accent3", "6B7A86"), Paint("lt1", "FFFFFF")
    size = Size(Length.from_inches(11), Length.from_inches(4.5))
    plan = ChartPlan(
        kind=ChartKind.BAR,
        size=size,
        style=ChartStyle("Carlito", "Calibri", (), 14, blue, grey, grey, blue, paper, (blue, grey)),
        plot=inches(0.6, 0.3, 10, 3.8),
        categories=("2023", "2024", "2025"),
        series=(Series("Trials", tuple(Point(value, blue) for value in (12.0, 30.5, None)), blue),),
        value_axis=Axis(0, 40, 10, "0"),
        names=ColumnNames("Year", value="Trials"),
    )
    rect = Rect(BODY_RECT.x, BODY_RECT.y, size.width, size.height)
    shape = ChartShape(name="Trials by year", rect=rect, plan=plan, alt="Trials rose")
    return Slide("chart", "title-only", "Trials rose", (title("Trials rose"), shape), section="Charts")
