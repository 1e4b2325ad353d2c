"""Documents built by hand for the deck, and short ways to lay them out with the theme `clinical`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from builder.compose.outline import plan_slides
from builder.compose.slides import SlideComposer
from builder.deck.build import SIZES, assemble_deck
from builder.deck.contrast import check_contrast
from builder.deck.fill import LaidOutSlide, SlideFiller
from builder.deck.model import Deck, Group, Paragraph, Run, Slide, SlideLayout, SlideShape, TableShape
from builder.deck.prototypes import find_slide, read_layouts
from builder.deck.text import TextContext
from builder.diagnostics import Diagnostic, Diagnostics, Outcome, Span
from builder.layout.boxes import Box
from builder.layout.slides import SlideLayouter
from builder.model.block import (
    Align,
    Block,
    Callout,
    CalloutKind,
    Cards,
    Cell,
    Chart,
    ChartKind,
    Column,
    ColumnPart,
    Columns,
    DataColumn,
    Datum,
    Event,
    Figure,
    Item,
    Point,
    Points,
    Quote,
    Row,
    SlideBlock,
    Stat,
    Stats,
    Steps,
    Table,
    TextBlock,
    Timeline,
)
from builder.model.document import DeckSettings, Document, Section
from builder.model.inline import CitationMark, Inlines, Superscript, Text
from builder.model.prose import Paragraph as ProseParagraph
from builder.model.prose import Prose
from builder.model.resolved import Picture, ReferenceEntry, ResolvedDocument
from builder.theme.places import package_templates
from builder.theme.read import read_theme
from builder.theme.theme import Theme
from builder.world import World

ROOT = Path(__file__).resolve().parents[2]
FILE = "content/sample.yaml"
SPAN = Span.at(FILE, 1, 1)
WORDS = "natural killer cells recognise what tumours hide and kill without being told which antigen to look for".split()
PICTURE = Picture("image/svg+xml", "car.svg", 400, 300, b"<svg xmlns='http://www.w3.org/2000/svg'/>")

B = TypeVar("B", bound=Block)


def words(text: str | Inlines) -> Inlines:
    """Return text as inlines; nothing for no text."""
    return ((Text(text),) if text else ()) if isinstance(text, str) else text


def sentence(length: int, start: int = 0) -> str:
    """Return `length` words, the first of them with a capital."""
    chosen = (WORDS[(start + number) % len(WORDS)] for number in range(length))
    return " ".join(chosen).capitalize()


def prose(*paragraphs: str | Inlines) -> Prose:
    return tuple(ProseParagraph(words(text), SPAN) for text in paragraphs)


def cite(*keys: str) -> CitationMark:
    return CitationMark((Superscript(words(str(len(keys)))),), keys)


def block(kind: type[B], /, **fields: Any) -> B:
    """Return a block; its path, id and line are filled in by `section`."""
    for name in ("title", "caption", "by", "note"):
        if name in fields:
            fields[name] = words(fields[name])
    if "notes" in fields:
        fields["notes"] = prose(fields["notes"])
    return kind(**{"path": "", "span": SPAN, "id": "", **fields})


def point(text: Any) -> Point:
    """Return a list item from its text, or from its text and the items below it."""
    content, below = text if isinstance(text, tuple) and isinstance(text[-1], list) else (text, [])
    return Point(words(content), tuple(point(item) for item in below), SPAN)


def points(*items: Any, **fields: Any) -> Points:
    return block(Points, points=tuple(point(item) for item in items), **fields)


def callout(text: str | Inlines, **fields: Any) -> Callout:
    return block(Callout, prose=prose(text), **{"kind": CalloutKind.NOTE, **fields})


def quote(text: str, **fields: Any) -> Quote:
    return block(Quote, prose=prose(text), **fields)


def text(*paragraphs: str, **fields: Any) -> TextBlock:
    return block(TextBlock, prose=prose(*paragraphs), **fields)


def _items(items: Sequence[tuple[str, str]]) -> tuple[Item, ...]:
    return tuple(Item(words(title), words(content), SPAN) for title, content in items)


def steps(*items: tuple[str, str], **fields: Any) -> Steps:
    return block(Steps, items=_items(items), **fields)


def cards(*items: tuple[str, str], **fields: Any) -> Cards:
    return block(Cards, items=_items(items), **fields)


def stats(*items: tuple[str, str], **fields: Any) -> Stats:
    made = tuple(Stat(words(value), words(label), (), SPAN) for value, label in items)
    return block(Stats, items=made, **fields)


def timeline(*events: tuple[str, str, str], **fields: Any) -> Timeline:
    made = tuple(Event(date, words(title), words(content), SPAN) for date, title, content in events)
    return block(Timeline, events=made, **fields)


def cell(content: Any) -> Cell:
    return content if isinstance(content, Cell) else Cell(words(content), SPAN)


def table(columns: Sequence[str | Column], rows: Sequence[Sequence[Any]], **fields: Any) -> Table:
    return block(
        Table,
        columns=tuple(item if isinstance(item, Column) else Column(words(item)) for item in columns),
        rows=tuple(Row(tuple(cell(content) for content in row), SPAN) for row in rows),
        **fields,
    )


def figure(**fields: Any) -> Figure:
    return block(Figure, **{"file": "car.svg", "file_span": SPAN, "alt": "A receptor", **fields})


def chart(**fields: Any) -> Chart:
    data = (
        DataColumn("trial", tuple(Datum(name, None, SPAN) for name in ("Liu", "Marin", "Lei"))),
        DataColumn("share", tuple(Datum(f"{value:g}", value, SPAN) for value in (73.0, 48.6, 60.0))),
    )
    given = {"kind": ChartKind.BAR, "data": data, "x": "trial", "y": ("share",), "alt": "Bars", **fields}
    return block(Chart, **given)


def columns(*parts: Sequence[Block], **fields: Any) -> Columns:
    return block(Columns, parts=tuple(ColumnPart(tuple(part), None, SPAN) for part in parts), **fields)


def slide(*content: Block, **fields: Any) -> SlideBlock:
    return block(SlideBlock, content=content, **fields)


def section(title: str, *content: Block, sections: Sequence[Section] = (), **fields: Any) -> Section:
    """Return a section; without a headline it has its title for one, as a loaded section does."""
    for name in ("headline",):
        fields[name] = words(fields.get(name, title))
    if "notes" in fields:
        fields["notes"] = prose(fields["notes"])
    return Section(
        **{"path": "", "id": "", "title": words(title), "span": SPAN, "content": content, **fields},
        sections=tuple(sections),
    )


def document(*sections: Section, **fields: Any) -> Document:
    """Return a document whose sections and blocks have the paths, ids and lines that a loaded one has."""
    lines = count(2)
    placed = tuple(_placed(item, f"sections/{number}", lines) for number, item in enumerate(sections))
    for name in ("title", "subtitle"):
        fields[name] = words(fields.get(name, "A talk" if name == "title" else ""))
    fields["key_messages"] = tuple(words(message) for message in fields.get("key_messages", ()))
    fields["abstract"] = prose(*fields["abstract"]) if "abstract" in fields else ()
    return Document(file=FILE, span=SPAN, sections=placed, **fields)


def _placed(item: Section, path: str, lines: count[int]) -> Section:
    span = Span.at(FILE, next(lines), 1)
    content = _placed_blocks(item.content, f"{path}/content", lines)
    below = tuple(_placed(child, f"{path}/sections/{n}", lines) for n, child in enumerate(item.sections))
    own = {"path": path, "id": item.id or path.replace("/", "-"), "span": span}
    return replace(item, **own, content=content, sections=below)


def _placed_blocks(blocks: Sequence[Block], path: str, lines: count[int]) -> tuple[Block, ...]:
    return tuple(_placed_block(item, f"{path}/{number}", lines) for number, item in enumerate(blocks))


def _placed_block(item: Block, path: str, lines: count[int]) -> Block:
    own: dict[str, Any] = {"path": path, "id": item.id or path.replace("/", "-")}
    own["span"] = Span.at(FILE, next(lines), 9, 6)
    if isinstance(item, SlideBlock):
        own["content"] = _placed_blocks(item.content, f"{path}/slide/content", lines)
    if isinstance(item, Columns):
        own["parts"] = tuple(
            replace(part, content=_placed_blocks(part.content, f"{path}/columns/{n}/content", lines))
            for n, part in enumerate(item.parts)
        )
    return replace(item, **own)


def reference(key: str, number: int, entry: str = "", **fields: Any) -> ReferenceEntry:
    from builder.model.block import Output

    shown = words(entry or f"Author {key}. A title. Journal. 2020;1:{number}.")
    return ReferenceEntry(
        key,
        number,
        shown,
        f"{key}, J, 2020",
        f"{key} 2020",
        **{"outputs": frozenset({Output.DECK}), **fields},
    )


def resolved(
    *sections: Section, references: Sequence[ReferenceEntry] = (), numeric: bool = True, **fields: Any
) -> ResolvedDocument:
    made = document(*sections, **fields)
    pictures = dict.fromkeys(_figures(made), PICTURE)
    return ResolvedDocument(made, tuple(references), pictures, numeric=numeric)


def _figures(node: object) -> list[str]:
    from builder.deck.blocks import blocks_in

    def sections_in(sections: Sequence[Section]) -> list[Section]:
        return [each for item in sections for each in (item, *sections_in(item.sections))]

    assert isinstance(node, Document)
    blocks = [found for item in sections_in(node.sections) for found in blocks_in(item.content)]
    return [found.path for found in blocks if isinstance(found, Figure)]


@cache
def clinical() -> Theme:
    return read_theme(world(), "clinical", None).require()


def world() -> World:
    return World(ROOT, (package_templates(),))


@cache
def clinical_layouts(size: str = "16:9") -> tuple[SlideLayout, ...]:
    """Return the theme's layouts; reading them takes longer than a small deck's slides."""
    made = Bench(deck=DeckSettings(size=size))
    return read_layouts(made.composer, made.layouter, clinical())


def build(*sections: Section, **fields: Any) -> Outcome[Deck]:
    """Return the deck of these sections."""
    made = Bench(*sections, **fields)
    layouts = clinical_layouts(made.resolved.document.deck.size)
    size = SIZES[made.resolved.document.deck.size]
    deck = assemble_deck(made.resolved, clinical(), layouts, made.filler, size)
    made.found.extend(check_contrast(deck, clinical()) if deck else ())
    return made.found.outcome(deck)


def built(*sections: Section, **fields: Any) -> Deck:
    """Return a deck that must build without a word."""
    outcome = build(*sections, **fields)
    assert not outcome.diagnostics, outcome.diagnostics
    return outcome.require()


def faults(*sections: Section, **fields: Any) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a deck that must not build."""
    outcome = build(*sections, **fields)
    assert outcome.value is None
    return outcome.diagnostics


def content_slides(*sections: Section, **fields: Any) -> tuple[Slide, ...]:
    """Return the slides of a deck that must build, without its title slide."""
    return built(*sections, **fields).slides[1:]


class Bench:
    """Lays out slides of one document one by one."""

    def __init__(self, *sections: Section, **fields: Any) -> None:
        self.resolved = resolved(*sections, **fields)
        self.found = Diagnostics()
        self.composer = SlideComposer(world(), self.resolved, clinical(), self.found)
        size = SIZES[self.resolved.document.deck.size]
        self.layouter = SlideLayouter(clinical(), self.composer.style_sheets(), size, self.found)
        self.filler = SlideFiller(self.composer, self.layouter, self.found)

    def fill(self) -> tuple[LaidOutSlide, ...]:
        return tuple(slide for plan in plan_slides(self.resolved) for slide in self.filler.fill(plan))


@cache
def _plain_layouter(css: str) -> SlideLayouter:
    base = "section { font: 20px/30px Carlito } p, ul, ol, h1 { margin: 0; padding: 0 } "
    return layouter(base + css)


def layouter(css: str, size: str = "16:9") -> SlideLayouter:
    """Return what lays out slides with rules of a test's own."""
    return SlideLayouter(clinical(), {"test.css": css}, SIZES[size], Diagnostics())


def lay_out(body: str, css: str = "") -> Box:
    """Return the box of a slide with `body`, in Carlito of 15 pt with lines of 22.5 pt, 96 pixels to the inch."""
    html = f"<html><body><section class=slide>{body}</section></body></html>"
    return find_slide(_plain_layouter(css).lay_out(html).root)


def context(**links: str) -> TextContext:
    return TextContext(clinical(), links)


def leaves(shapes: Sequence[SlideShape]) -> list[SlideShape]:
    """Return the shapes on a slide, those in groups instead of the groups."""
    return [
        leaf for shape in shapes for leaf in (leaves(shape.shapes) if isinstance(shape, Group) else (shape,))
    ]


def all_shapes(shapes: Sequence[SlideShape]) -> list[SlideShape]:
    """Return the shapes on a slide, groups and what is in them."""
    return [
        inner
        for shape in shapes
        for inner in (shape, *(all_shapes(shape.shapes) if isinstance(shape, Group) else ()))
    ]


def paragraphs_of(shape: SlideShape) -> tuple[Paragraph, ...]:
    """Return all text of a shape."""
    if isinstance(shape, TableShape):
        return tuple(node for cell in shape.cells for node in cell.text.paragraphs)
    frame = getattr(shape, "text", None)
    return frame.paragraphs if frame else ()


def plain(node: Paragraph) -> str:
    return "".join(
        run.text if isinstance(run, Run) else "\n" for run in node.runs if not hasattr(run, "kind")
    )


def face_text(shown: Slide) -> list[str]:
    """Return the paragraphs on a slide's face, in reading order."""
    return [plain(node) for shape in leaves(shown.shapes) for node in paragraphs_of(shape)]


def find(shown: Slide, name: str) -> Any:
    """Return the shape of a slide with this name."""
    return next(shape for shape in leaves(shown.shapes) if shape.name == name)


__all__ = [name for name in dir() if not name.startswith("_")] + ["Align"]
