"""Whatever one output lacks is found, and blamed on its block."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.diagnostics import Span
from builder.model.block import Output
from builder.model.resolved import Picture
from builder.pipeline.parity.compare import Comparison, compare
from builder.pipeline.parity.drawings import Drawing
from builder.pipeline.parity.expected import Expected, expect, omitted
from builder.pipeline.parity.pieces import Piece
from builder.pipeline.parity.search import SheetReading
from tests.pipeline.parity.samples import resolved

PER_SHEET = 5


def write(parts: tuple[Expected, ...]) -> list[SheetReading]:
    """Return sheets that say all of `parts`."""
    sheets = []
    for number, start in enumerate(range(0, len(parts), PER_SHEET), 1):
        here = parts[start : start + PER_SHEET]
        texts = [piece.text for part in here for piece in part.pieces]
        text = "\n".join((*texts, f"page {number}"))
        drawings = tuple(part.drawing for part in here if part.drawing)
        sheets.append(SheetReading(number, text, drawings))
    return sheets


def lost(comparison: Comparison) -> set[tuple[str, str]]:
    return {(loss.expected.path, loss.text) for loss in comparison.losses}


@pytest.mark.parametrize("output", Output)
def test_an_output_that_says_all_has_no_losses_and_every_block_its_sheet(output: Output) -> None:
    parts = expect(resolved(), output)
    comparison = compare(parts, write(parts))
    assert lost(comparison) == set()
    for index, part in enumerate(parts):
        if part.pieces:
            assert comparison.places[part.path] == (index // PER_SHEET + 1,), part.path


PARTS = [
    (output, part)
    for output in Output
    for part in expect(resolved(), output)
    if part.pieces and part.path != "contents"
]


@pytest.mark.parametrize(("output", "part"), PARTS, ids=[f"{o.value}-{p.word}-{p.path}" for o, p in PARTS])
def test_a_part_taken_out_behind_the_programs_back_is_missed_and_blamed(
    output: Output, part: Expected
) -> None:
    parts = expect(resolved(), output)
    comparison = compare(parts, write(tuple(other for other in parts if other != part)))
    assert {path for path, _ in lost(comparison)} == {part.path}
    assert {text for _, text in lost(comparison)} >= {max((piece.text for piece in part.pieces), key=len)}


def test_a_list_of_contents_does_not_stand_for_the_headings_that_it_lists() -> None:
    parts = expect(resolved(), Output.REPORT)
    assert "contents" in {part.path for part in parts}
    without = write(tuple(part for part in parts if part.path != "contents"))
    assert {text for _, text in lost(compare(parts, without))} == {"All blocks"}


SINGLE = [
    (output, part, index)
    for output, part in PARTS
    for index in range(len(part.pieces))
    if len(part.pieces) > 1
]


@pytest.mark.parametrize(
    ("output", "part", "index"),
    SINGLE,
    ids=[f"{o.value}-{p.path}-{p.pieces[i].text[:20]}" for o, p, i in SINGLE],
)
def test_a_single_text_taken_out_is_missed(output: Output, part: Expected, index: int) -> None:
    parts = expect(resolved(), output)
    shortened = replace(part, pieces=part.pieces[:index] + part.pieces[index + 1 :])
    comparison = compare(parts, write(tuple(shortened if other == part else other for other in parts)))
    assert lost(comparison) == {(part.path, part.pieces[index].text)}


def redrawn(sheets: list[SheetReading], which: str, **changes: object) -> list[SheetReading]:
    """Return the sheets with one of their drawings changed."""
    return [
        replace(
            sheet,
            drawings=tuple(
                replace(found, **changes) if found.alt == which else found for found in sheet.drawings
            ),
        )
        for sheet in sheets
    ]


@pytest.mark.parametrize("output", Output)
def test_a_picture_or_chart_without_its_alternative_text_or_without_ink_is_missed(output: Output) -> None:
    parts = expect(resolved(), output)
    drawn = [part for part in parts if part.drawing]
    assert [part.word for part in drawn] == ["chart", "figure"]
    for part in drawn:
        alt = part.drawing.alt
        assert lost(compare(parts, redrawn(write(parts), alt, alt="Something else"))) == {(part.path, alt)}
        assert lost(compare(parts, redrawn(write(parts), alt, drawn=0))) == {(part.path, alt)}


def test_a_number_that_was_changed_is_missed() -> None:
    parts = expect(resolved(), Output.REPORT)
    changed = [replace(sheet, text=sheet.text.replace("48.6%", "46.8%")) for sheet in write(parts)]
    assert lost(compare(parts, changed)) == {("sections/0/content/8", "48.6%")}


CHART = "Bar chart: Liu 73 percent, Marin 48.6"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"numbers": (73.0, 49.0)}, {"48"}),
        ({"numbers": (73.0,)}, {"48"}),
        ({"cells": (73.0, 49.0, 1.0)}, {"48 in the workbook"}),
        ({"numbers": (), "cells": (48.0,)}, {"73", "48", "73 in the workbook"}),
    ],
)
def test_a_chart_with_another_value_in_the_deck_is_missed(changes, told) -> None:
    parts = expect(resolved(), Output.DECK)
    found = lost(compare(parts, redrawn(write(parts), CHART, **changes)))
    assert found == {("sections/0/content/9", text) for text in told}


def test_a_chart_with_fewer_bars_in_the_report_is_missed() -> None:
    parts = expect(resolved(), Output.REPORT)
    found = lost(compare(parts, redrawn(write(parts), CHART, drawn=1)))
    assert found == {("sections/0/content/9", "1 of 2 values")}


def test_another_file_for_a_picture_of_the_deck_is_missed() -> None:
    picture = Picture("image/png", "receptor.png", 9, 9, b"picture")
    parts = expect(replace(resolved(), pictures={"sections/0/content/10": picture}), Output.DECK)
    assert lost(compare(parts, write(parts))) == set()
    found = lost(compare(parts, redrawn(write(parts), "Drawing of a receptor", files=(("0" * 64, ""),))))
    assert found == {("sections/0/content/10", "receptor.png")}


def test_a_value_of_a_tile_on_the_next_sheet_does_not_stand_for_a_lost_one() -> None:
    pieces = (Piece(("1",), 1), Piece(("file that you write",), 1))
    part = Expected("sections/0", "stats", Span.at("a.yaml", 1, 1), pieces)
    sheets = [SheetReading(1, "file that you write"), SheetReading(2, "1 and other things")]
    assert lost(compare((part,), sheets, broken=True)) == {("sections/0", "1")}


def test_a_word_in_a_drawing_is_not_taken_for_that_of_a_cell_nor_the_other_way() -> None:
    span = Span.at("a.yaml", 1, 1)
    table = Expected("table", "table", span, (Piece(("Forms of charts",), 2), Piece(("48",), 2)))
    chart = Expected("chart", "chart", span, (), Drawing("A chart", pieces=(Piece(("Form",)),)))

    def read(text: str, *words: str) -> SheetReading:
        return SheetReading(1, text, (Drawing("A chart", pieces=tuple(Piece((word,)) for word in words)),))

    whole = read("Forms of charts 48 Form 48", "Form", "48")
    assert lost(compare((table, chart), [whole])) == set()
    assert lost(compare((table, chart), [read("Forms of charts Form 48", "Form", "48")])) == {("table", "48")}
    assert lost(compare((table, chart), [read("Forms of charts 48 48", "48")])) == {("chart", "Form")}


def test_a_short_text_is_not_made_of_two_lines_where_another_sheet_has_it_on_one() -> None:
    span = Span.at("a.yaml", 1, 1)
    points = Expected("points", "points", span, (Piece(("two %",)), Piece(("what stands below it",))))
    headline = Expected("headline", "section", span, (Piece(("at two",)),))
    sheets = [SheetReading(1, "page at\ntwo %\nwhat stands below it"), SheetReading(2, "at two")]
    comparison = compare((points, headline), sheets)
    assert lost(comparison) == set()
    assert comparison.places == {"points": (1,), "headline": (2,)}
    assert lost(compare((points, headline), sheets[:1])) != set()


def test_a_word_that_was_found_elsewhere_does_not_keep_the_rest_of_its_block_from_being_found() -> None:
    span = Span.at("a.yaml", 1, 1)
    parts = (
        Expected("before", "text", span, (Piece(("what stands before it",)),)),
        Expected("tile", "stats", span, (Piece(("potent",), 1), Piece(("2 x",), 1))),
        Expected("after", "text", span, (Piece(("what stands behind it",)),)),
    )
    sheets = ["what stands before it potent", "what", "what", "potent 2 x", "what stands behind it"]
    readings = [SheetReading(number, text) for number, text in enumerate(sheets, 1)]
    assert lost(compare(parts, readings)) == set()
    readings[3] = SheetReading(4, "potent")
    assert lost(compare(parts, readings)) == {("tile", "2 x")}


def test_equal_long_cells_leave_short_ones_their_rows() -> None:
    """Rows of the same words stand on several slides; the number of each may be on another than its words."""
    rows = [
        piece for n in range(1, 9) for piece in (Piece(("the same long words",), n), Piece((str(n * 7),), n))
    ]
    part = Expected("table", "table", Span.at("a.yaml", 1, 1), tuple(rows))
    sheets = [
        SheetReading(
            number, " ".join(f"the same long words {n * 7}" for n in range(first, first - 3, -1) if n)
        )
        for number, first in enumerate((8, 5, 2), 1)
    ]
    assert lost(compare((part,), sheets)) == set()


def test_a_citation_that_went_missing_is_missed() -> None:
    parts = expect(resolved(), Output.DECK)
    changed = [
        replace(sheet, text=sheet.text.replace("They need no priming 1.", "They need no priming."))
        for sheet in write(parts)
    ]
    assert lost(compare(parts, changed)) == {("sections/0/content/0", "They need no priming 1.")}


def test_what_one_output_is_not_to_show_is_declared_and_not_expected_there() -> None:
    document = resolved().document
    assert [path for path, _ in omitted(document, Output.REPORT)] == ["sections/0/content/12"]
    assert list(omitted(document, Output.DECK)) == []
    assert "sections/0/content/12" not in {part.path for part in expect(resolved(), Output.REPORT)}


def test_words_read_from_the_right_may_stand_in_the_order_of_the_page() -> None:
    text = "שלום עולם: a point"
    part = Expected("sections/0", "section", Span.at("a.yaml", 1, 1), (Piece((text,)),))
    assert lost(compare((part,), [SheetReading(1, "עולם שלום: a point")], broken=True)) == set()
    assert lost(compare((part,), [SheetReading(1, "שלום: a point")], broken=True)) == {("sections/0", "עולם")}


REPEATED = [
    ("a paragraph of so many words that it is looked for in the order of the content", "Once"),
    ("another one, no less long, that stands on the same page as the first of them all", "Twice"),
]


def repeated(copies: int, mark: str) -> list[list[list[str]]]:
    """Return the texts of each part of each copy; with a `mark`, each but the first has its number before it."""
    return [
        [[f"{mark.format(copy)}{text}" if copy else text for text in texts] for texts in REPEATED]
        for copy in range(copies)
    ]


def expect_repeated(copies: list[list[list[str]]]) -> tuple[Expected, ...]:
    span = Span.at("a.yaml", 1, 1)
    return tuple(
        Expected(f"{copy}/{index}", "text", span, tuple(Piece((text,)) for text in texts))
        for copy, parts in enumerate(copies)
        for index, texts in enumerate(parts)
    )


def set_repeated(copies: list[list[list[str]]]) -> list[SheetReading]:
    """Return a page for each copy; the first copy begins on a page before that."""
    pages = [" ".join(text for texts in parts for text in texts) for parts in copies]
    pages[:1] = [pages[0][:40], pages[0][40:]]
    return [SheetReading(number, text) for number, text in enumerate(pages, 1)]


@pytest.mark.parametrize("mark", ["", "({}) "])
@pytest.mark.parametrize("empty", [0, 1, 20])
def test_texts_that_stand_there_several_times_are_each_found_in_their_place(mark: str, empty: int) -> None:
    """Where a page ends in the first of several alike, another one is not taken for it, nor after `empty` pages."""
    copies = repeated(12, mark)
    start = Expected("start", "title", Span.at("a.yaml", 1, 1), (Piece(("What stands before",)),))
    pages = ["What stands before", *["-"] * empty, *(sheet.text for sheet in set_repeated(copies))]
    readings = [SheetReading(number, text) for number, text in enumerate(pages, -empty)]
    comparison = compare((start, *expect_repeated(copies)), readings, broken=True)
    assert lost(comparison) == set()
    places = [comparison.places[f"{copy}/{index}"] for copy in range(12) for index in range(2)]
    assert places == [(1, 2), (2,), *[(page,) for page in range(3, 14) for _ in range(2)]]


@pytest.mark.parametrize("mark", ["", "({}) "])
@pytest.mark.parametrize("copy", range(12))
@pytest.mark.parametrize("part", range(2))
def test_of_several_texts_alike_one_that_is_missing_is_missed(mark: str, copy: int, part: int) -> None:
    copies = repeated(12, mark)
    expected = expect_repeated(copies)
    copies[copy][part] = []
    missed = {text.split(") ")[-1] for _, text in lost(compare(expected, set_repeated(copies), broken=True))}
    assert missed >= set(REPEATED[part])


def test_entries_of_a_list_over_many_pages_are_found_whichever_is_looked_for_first() -> None:
    """Longer numbers are looked for first, and stand on the last pages."""
    span = Span.at("a.yaml", 1, 1)
    entries = [f"An entry ({number})" for number in range(1, 120)]
    parts = (
        Expected("title", "title", span, (Piece(("The title of it all",)),)),
        Expected("contents", "list of contents", span, tuple(Piece((entry,)) for entry in entries)),
        Expected("abstract", "abstract", span, (Piece(("What is said first of all",)),)),
    )
    pages = ["The title of it all, and what is said first of all"]
    pages += [" 7 ".join(entries[start : start + 10]) for start in range(0, len(entries), 10)]
    readings = [SheetReading(number, text) for number, text in enumerate(pages, 1)]
    assert lost(compare(parts, readings, broken=True)) == set()
    readings[3] = SheetReading(4, readings[3].text.replace("An entry (25)", ""))
    assert lost(compare(parts, readings, broken=True)) == {("contents", "An entry (25)")}


def test_the_second_paragraph_of_a_text_is_found_over_the_page_rather_than_in_a_copy_of_it() -> None:
    """A figure stands between its two parts, and the copy further on is whole."""
    span = Span.at("a.yaml", 1, 1)
    first, second = (
        "This is the first paragraph of the text " * 2,
        "And this one is the second of the same text " * 2,
    )
    texts = [first, second, f"(2) {first}", f"(2) {second}"]
    parts = tuple(
        Expected(f"{copy}", "text", span, tuple(Piece((text,)) for text in texts[copy * 2 : copy * 2 + 2]))
        for copy in range(2)
    )
    pages = [f"{first} {second[:40]} Figure 1", second[40:], *["-"] * 5, f"{texts[2]} {texts[3]}"]
    comparison = compare(parts, [SheetReading(n, text) for n, text in enumerate(pages, 1)], broken=True)
    assert lost(comparison) == set()
    assert comparison.places == {"0": (1, 2), "1": (8,)}


LIKE = "Cells that were given once were found for twelve months in two"


def parts_of(*texts: str) -> tuple[Expected, ...]:
    span = Span.at("content/x.yaml", 1, 1)
    return tuple(
        Expected(f"sections/0/content/{index}", "text", span, (Piece((text,)),))
        for index, text in enumerate(texts)
    )


@pytest.mark.parametrize("missing", [None, 0, 1, 2])
def test_a_long_text_is_not_taken_for_the_beginning_of_a_longer_one(missing: int | None) -> None:
    texts = [LIKE, f"{LIKE} of the patients", f"{LIKE} of the patients"]
    shown = [texts[1], texts[0], texts[2]]  # the first of them stands behind a longer one
    if missing is not None:
        shown.remove(texts[missing])
    found = compare(parts_of(*texts), [SheetReading(1, shown[0]), SheetReading(2, "\n".join(shown[1:]))])
    assert len(found.losses) == (missing is not None)
