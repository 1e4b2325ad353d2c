"""A resolved document with one of every block."""

from __future__ import annotations

from builder.diagnostics import Span
from builder.model.block import (
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
    Output,
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
from builder.model.document import Abbreviation, Author, Document, Section
from builder.model.inline import CitationMark, Emphasis, Inlines, Superscript, Text
from builder.model.prose import Paragraph, Prose
from builder.model.resolved import ReferenceEntry, ResolvedDocument

FILE = "content/sample.yaml"


def span(line: int) -> Span:
    return Span.at(FILE, line, 7, 4)


def words(text: str) -> Inlines:
    return (Text(text),)


def cited(text: str) -> Inlines:
    return (Text(text), Text(" "), CitationMark((Superscript(words("1")),), ("Liu2020",)), Text("."))


def prose(*paragraphs: str) -> Prose:
    return tuple(Paragraph(cited(text), span(1)) for text in paragraphs)


def column(name: str, *values: str) -> DataColumn:
    numbers = [float(value) if value.lstrip("-").isdigit() else None for value in values]
    return DataColumn(
        name, tuple(Datum(value, number, span(1)) for value, number in zip(values, numbers, strict=True))
    )


def blocks() -> tuple[Block, ...]:
    """Return one of every block that both outputs show, then those that only one does."""
    kinds = (_prose_blocks(), _shape_blocks(), _data_blocks(), _picture_blocks())
    return tuple(block for kind in kinds for block in kind)


def _common(index: int) -> dict[str, object]:
    return {"path": f"sections/0/content/{index}", "span": span(20 + index), "id": f"block-{index}"}


def _prose_blocks() -> tuple[Block, ...]:
    return (
        TextBlock(
            **_common(0), prose=prose("Natural killer cells recognise and kill", "They need no priming")
        ),
        Points(
            **_common(1),
            points=(
                Point(
                    cited("Donor cells are mismatched"),
                    (Point(words("yet tolerated"), (), span(1)),),
                    span(1),
                ),
                Point(words("Batches serve many"), (), span(1)),
            ),
        ),
        Callout(
            **_common(2), kind=CalloutKind.KEY, title=words("Not nil"), prose=prose("Five of nine had it")
        ),
        Quote(**_common(3), prose=prose("Above all else show the data"), by=words("Edward Tufte")),
    )


def _shape_blocks() -> tuple[Block, ...]:
    items = (
        Item(words("Recognition"), cited("The receptor binds its antigen"), span(1)),
        Item(words("Killing"), cited("Granules are released"), span(1)),
    )
    stats = (
        Stat(words("8"), words("responders"), (), span(1)),
        Stat(words("11"), words("patients treated"), (), span(1)),
    )
    events = (Event("2020", words("First report"), cited("Eleven patients"), span(1)),)
    others = (
        Item(words("Source"), words("Cord blood or a line"), span(1)),
        Item(words("Batch"), words("One for many patients"), span(1)),
    )
    return (
        Steps(**_common(4), title=words("They kill in two steps"), items=items),
        Cards(**_common(5), items=others),
        Stats(**_common(6), items=stats),
        Timeline(**_common(7), events=events),
    )


def _data_blocks() -> tuple[Block, ...]:
    rows = tuple(
        Row(tuple(Cell(words(text), span(1)) for text in texts), span(1))
        for texts in (("Liu", "8 of 11", "73%"), ("Marin", "18 of 37", "48.6%"))
    )
    return (
        Table(
            **_common(8),
            caption=words("Responses by trial"),
            columns=tuple(Column(words(name)) for name in ("Trial", "Patients", "Share")),
            rows=rows,
        ),
        Chart(
            **_common(9),
            alt="Bar chart: Liu 73 percent, Marin 48.6",
            caption=words("Responses as bars"),
            kind=ChartKind.BAR,
            data=(column("trial", "Liu et al.", "Marin et al."), column("share", "73", "48")),
            x="trial",
            y=("share",),
            note=words("Not a head-to-head comparison"),
        ),
    )


def _picture_blocks() -> tuple[Block, ...]:
    inner = Points(
        path="sections/0/content/11/0/content/0",
        span=span(61),
        id="inner",
        points=(Point(words("A point in the left column"), (), span(61)),),
    )
    handmade = Points(
        path="sections/0/content/12/content/0",
        span=span(71),
        id="handmade",
        points=(Point(words("What do you want to know?"), (), span(71)),),
    )
    return (
        Figure(
            **_common(10),
            alt="Drawing of a receptor",
            caption=(Text("The receptor, "), Emphasis(words("schematic"))),
            file="receptor.svg",
            file_span=span(50),
        ),
        Columns(**_common(11), parts=(ColumnPart((inner,), None, span(60)),)),
        SlideBlock(**_common(12), only=Output.DECK, title=words("Any questions"), content=(handmade,)),
    )


def resolved() -> ResolvedDocument:
    """Return a document with one section that has every block, and one below it."""
    child = Section(
        "sections/0/sections/0", "child", words("A subsection"), (), span(90), notes=prose("Say this")
    )
    section = Section(
        "sections/0", "all", words("All blocks"), words("Every block is shown"), span(10),
        content=blocks(), sections=(child,),
    )  # fmt: skip
    document = Document(
        file=FILE,
        title=words("Cell therapy"),
        span=span(1),
        sections=(section,),
        authors=(Author("A. Writer", "An Institute"),),
        abstract=prose("The abstract says it in short"),
        key_messages=(cited("One message"), cited("Another message")),
        key_messages_span=span(5),
        disclosure=prose("No one paid for this"),
        abbreviations=(Abbreviation("CRS", "cytokine release syndrome", span(8)),),
    )
    entry = ReferenceEntry(
        "Liu2020", 1, words("Liu E, et al. Use of CAR-transduced cells. N Engl J Med. 2020."), "Liu, NEJM 2020",
        "Liu 2020", frozenset(Output),
    )  # fmt: skip
    return ResolvedDocument(document, (entry,), {})
