"""Blocks of every kind: from their shapes to the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from builder.content.common_keys import CommonKeys, read_common_keys
from builder.content.read_chart import read_chart
from builder.content.read_table import read_table
from builder.content.reading import Reading
from builder.content.schema import blocks as shapes
from builder.content.schema.common import BlockShape
from builder.content.schema.parts import EventShape, ItemShape, PointShape, StatShape
from builder.content.schema.shape import Shape
from builder.model import block as model
from builder.model.inline import plain_text

_NOT_INSIDE = {"columns": ("columns", "slide", "page-break"), "slide": ("slide", "page-break")}
_ONLY = {"slide": model.Output.DECK, "page-break": model.Output.REPORT}


def read_blocks(content: Iterable[BlockShape] | None, path: str, reading: Reading) -> tuple[model.Block, ...]:
    """Return the blocks of the content at `path`."""
    return tuple(_read_block(shape, f"{path}/{index}", reading) for index, shape in enumerate(content or ()))


def _read_block(shape: BlockShape, path: str, reading: Reading) -> model.Block:
    """Return one block; one whose faults leave nothing to show is a text block without text, of the same id."""
    reading = reading.at(path)
    _check_place(shape, reading)
    common = read_common_keys(shape, path, reading)
    block = _READERS[shape.kind](shape, common, reading)
    return block if block is not None else model.TextBlock(**common, prose=())


def _check_place(shape: BlockShape, reading: Reading) -> None:
    """Report a block inside one that cannot hold it (B215), or for the output that does not show it (B204)."""
    outer = next((kind for kind in reading.inside if shape.kind in _NOT_INSIDE[kind]), None)
    if outer is not None:
        reading.diagnostics.error(
            "B215",
            f"'{shape.kind}' cannot stand inside '{outer}'",
            shape.key_of(shape.kind).span,
            help="move it to the content of the section",
        )
    only = _ONLY.get(shape.kind)
    if only is not None and shape.only not in (None, only):
        message = f"'{shape.kind}' is for the {only.value} only"
        reading.diagnostics.error("B204", message, shape.value_of("only").span, help="remove 'only'")


def _check_once(outer: BlockShape, inner: Shape, reading: Reading, *keys: str) -> None:
    """Report keys that are written both inside and beside a block's kind (B214)."""
    for key in keys:
        if getattr(outer, key) is not None and getattr(inner, key) is not None:
            message = f"'{key}' is given twice: inside '{outer.kind}' and beside it"
            reading.diagnostics.error("B214", message, outer.key_of(key).span, help="remove one of the two")


def _read_text(shape: shapes.TextShape, common: CommonKeys, reading: Reading) -> model.Block:
    return model.TextBlock(**common, prose=reading.prose(shape.text, footnotes=True))


def _read_points(shape: shapes.PointsShape, common: CommonKeys, reading: Reading) -> model.Block:
    return model.Points(**common, points=tuple(_read_point(point, reading) for point in shape.points))


def _read_point(shape: PointShape, reading: Reading) -> model.Point:
    below = tuple(_read_point(point, reading) for point in shape.points or ())
    return model.Point(reading.inlines(shape.text), below, shape.node.span)


def _read_item(shape: ItemShape, reading: Reading) -> model.Item:
    return model.Item(reading.inlines(shape.title), reading.inlines(shape.text), shape.node.span)


def _read_steps(shape: shapes.StepsShape, common: CommonKeys, reading: Reading) -> model.Block:
    return model.Steps(**common, items=tuple(_read_item(item, reading) for item in shape.steps))


def _read_cards(shape: shapes.CardsShape, common: CommonKeys, reading: Reading) -> model.Block:
    return model.Cards(**common, items=tuple(_read_item(item, reading) for item in shape.cards))


def _read_stats(shape: shapes.StatsShape, common: CommonKeys, reading: Reading) -> model.Block:
    return model.Stats(**common, items=tuple(_read_stat(stat, reading) for stat in shape.stats))


def _read_stat(shape: StatShape, reading: Reading) -> model.Stat:
    value, cited = reading.figure(shape.value)
    source = reading.cited(shape.source)
    more = (item for item in cited if item.key not in {work.key for work in source})
    return model.Stat(value, reading.inlines(shape.label), (*source, *more), shape.node.span)


def _read_table(shape: shapes.TableBlockShape, common: CommonKeys, reading: Reading) -> model.Block | None:
    """Return a table; its alternative text is its caption, or else its title, where none is written."""
    found = read_table(shape.table, shape.key_of("table"), reading)
    if found is None:
        return None
    columns, rows = found
    common["alt"] = common["alt"] or plain_text(common["caption"] or common["title"]).strip()
    table = shape.table
    if table.landscape and "columns" in reading.inside:
        message = "a table inside 'columns' cannot have landscape pages of its own"
        help_line = "move it to the content of the section, or remove 'landscape'"
        reading.diagnostics.error("B251", message, table.key_of("landscape").span, help=help_line)
    return model.Table(
        **common,
        columns=columns,
        rows=rows,
        row_headers=table.row_headers is not False,
        landscape=bool(table.landscape),
    )


def _read_chart(shape: shapes.ChartBlockShape, common: CommonKeys, reading: Reading) -> model.Block | None:
    return read_chart(shape.chart, common, reading)


def _read_figure(shape: shapes.FigureShape, common: CommonKeys, _reading: Reading) -> model.Block:
    return model.Figure(**common, file=shape.figure.value, file_span=shape.figure.span)


def _read_timeline(shape: shapes.TimelineShape, common: CommonKeys, reading: Reading) -> model.Block:
    return model.Timeline(**common, events=tuple(_read_event(event, reading) for event in shape.timeline))


def _read_event(shape: EventShape, reading: Reading) -> model.Event:
    title, text = reading.inlines(shape.title), reading.inlines(shape.text)
    return model.Event(reading.line(shape.date), title, text, shape.node.span)


def _read_callout(shape: shapes.CalloutBlockShape, common: CommonKeys, reading: Reading) -> model.Block:
    callout = shape.callout
    _check_once(shape, callout, reading, "title")
    common["title"] = common["title"] or reading.inlines(callout.title)
    kind = callout.kind or model.CalloutKind.NOTE
    return model.Callout(**common, kind=kind, prose=reading.prose(callout.text))


def _read_quote(shape: shapes.QuoteBlockShape, common: CommonKeys, reading: Reading) -> model.Block:
    quote = shape.quote
    _check_once(shape, quote, reading, "source")
    common["source"] = common["source"] or reading.cited(quote.source)
    return model.Quote(**common, prose=reading.prose(quote.text), by=reading.inlines(quote.by))


def _read_columns(shape: shapes.ColumnsShape, common: CommonKeys, reading: Reading) -> model.Block:
    within = replace(reading, inside=(*reading.inside, "columns"))
    total = sum(part.width or 0 for part in shape.columns)
    if total > 1.0001:
        message = f"the widths of the columns come to {total * 100:.0f} %"
        reading.diagnostics.error("B226", message, common["span"], help="make them 100 % or less")
    parts = (
        model.ColumnPart(
            read_blocks(part.content, f"{common['path']}/columns/{index}/content", within),
            part.width,
            part.node.span,
        )
        for index, part in enumerate(shape.columns)
    )
    return model.Columns(**common, parts=tuple(parts))


def _read_slide(shape: shapes.SlideShape, common: CommonKeys, reading: Reading) -> model.Block:
    slide = shape.slide
    _check_once(shape, slide, reading, "title", "layout", "notes")
    common["title"] = common["title"] or reading.inlines(slide.title)
    common["layout"] = common["layout"] or slide.layout
    common["notes"] = common["notes"] or reading.prose(slide.notes)
    common["only"] = model.Output.DECK
    within = replace(reading, inside=(*reading.inside, "slide"))
    return model.SlideBlock(
        **common, content=read_blocks(slide.content, f"{common['path']}/slide/content", within)
    )


def _read_page_break(_shape: shapes.PageBreakShape, common: CommonKeys, _reading: Reading) -> model.Block:
    common["only"] = model.Output.REPORT
    return model.PageBreak(**common)


_READERS: dict[str, Callable[[Any, CommonKeys, Reading], model.Block | None]] = {
    "text": _read_text,
    "points": _read_points,
    "steps": _read_steps,
    "cards": _read_cards,
    "stats": _read_stats,
    "table": _read_table,
    "chart": _read_chart,
    "figure": _read_figure,
    "timeline": _read_timeline,
    "callout": _read_callout,
    "quote": _read_quote,
    "columns": _read_columns,
    "slide": _read_slide,
    "page-break": _read_page_break,
}
