"""Texts are found on pages and slides as wholes, each place once."""

from __future__ import annotations

import pytest

from builder.pipeline.parity.sheet import Sheet, take_across, take_on
from builder.pipeline.parity.text import squeeze


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("8 of 11", "8", True),
        ("18 of 11", "8", False),
        ("8.5 of 11", "8", False),
        ("0.8 of 11", "8", False),
        ("in 11. 8 had", "8", True),
        ("CRS was", "CR", False),
        ("CR was", "CR", True),
        ("complete responses", "complete response in ten patients", False),
        ("sowohl", "so", False),
    ],
)
def test_a_short_text_counts_only_as_a_word_or_number_of_its_own(text: str, wanted: str, found: bool) -> None:
    assert Sheet(1, squeeze(text)).take(squeeze(wanted).text) is found


def test_a_minus_after_a_cell_of_letters_is_no_hyphen() -> None:
    assert Sheet(1, squeeze("Control\n\u2212101")).take(squeeze("-101").text)


def test_a_text_is_accounted_for_once() -> None:
    sheet = Sheet(1, squeeze("8 and 8"))
    assert [sheet.take("8"), sheet.take("8"), sheet.take("8")] == [True, True, False]


def test_a_text_may_end_on_the_next_sheet() -> None:
    first = Sheet(1, squeeze("A title. The paragraph begins on this page and"))
    second = Sheet(2, squeeze("ends on the next one. More."))
    wanted = squeeze("The paragraph begins on this page and ends on the next one.").text
    assert not first.take(wanted)
    assert take_across((first, second), 0, wanted)


def test_a_last_word_elsewhere_on_the_next_sheet_does_not_complete_a_text() -> None:
    first = Sheet(1, squeeze("Figure 1. The caption of a figure 1. More text."))
    second = Sheet(2, squeeze("And here is a figure 0. More text."))
    assert not take_across((first, second), 0, squeeze("The caption of a figure 0").text)


def test_a_text_that_lacks_its_middle_is_not_on_two_sheets() -> None:
    first = Sheet(1, squeeze("The paragraph begins"))
    second = Sheet(2, squeeze("the next one."))
    assert not take_across(
        (first, second), 0, squeeze("The paragraph begins here and ends on the next one.").text
    )


def test_a_text_may_go_on_over_several_sheets_with_their_footnotes_between() -> None:
    texts = ("This text begins here. a A note.", "goes on, and on b Another.", "to its end. c And one.")
    sheets = tuple(Sheet(number, squeeze(text)) for number, text in enumerate(texts, 1))
    wanted = squeeze("This text begins here. goes on, and on to its end.").text
    assert take_across(sheets, 0, wanted) == 3
    assert not any(sheet.take(squeeze("goes on, and on").text) for sheet in sheets)
    assert take_across(sheets[:2], 0, wanted) == 0


def test_a_short_text_on_one_line_goes_before_one_that_two_lines_make() -> None:
    sheet = Sheet(1, squeeze("2 x H2O\nTGF-β potent\nH2O TGF-β"))
    assert sheet.take(squeeze("H2O TGF-β").text)
    assert sheet.take(squeeze("2 x H2O").text)
    assert not sheet.take(squeeze("H2O TGF-β").text)


def test_a_short_text_may_run_over_a_line() -> None:
    assert Sheet(1, squeeze("Batches serve\nmany")).take(squeeze("serve many").text)


@pytest.mark.parametrize("before", ["#hashtag", "x^2", "end."])
@pytest.mark.parametrize("point", ["- dash first", "\u2013 dash first", "\u2013 5 of 11"])
def test_a_text_may_begin_with_a_dash(before: str, point: str) -> None:
    assert Sheet(1, squeeze(f"{before}\n{point}\n$x$")).take(squeeze(point).text)


def test_of_two_texts_alike_the_second_may_end_on_the_next_sheet() -> None:
    text = "The same words that stand there twice."
    first, second = (Sheet(1, squeeze(f"{text} {text[:20]} a A note.")), Sheet(2, squeeze(text[20:])))
    wanted = squeeze(text).text
    assert first.take(wanted)
    assert take_across((first, second), 0, wanted) == 2


def test_a_text_goes_on_where_it_ends_a_page_and_begins_the_next() -> None:
    text = "The words that end one page and begin the next."
    wanted = squeeze(text).text
    sheets = (Sheet(1, squeeze(f"A title. {text[:30]}")), Sheet(2, squeeze(f"{text[30:]} More.")))
    assert take_on(sheets, 1, wanted) == 0
    assert take_on(sheets, 0, wanted) == 2
    assert [sheet.free_text().strip("\0") for sheet in sheets] == ["atitle.", "more."]
    assert take_on(sheets, 0, wanted) == 0


def test_a_note_at_the_foot_keeps_a_text_from_going_on() -> None:
    text = "The words that end one page and begin the next."
    sheets = (Sheet(1, squeeze(f"{text[:30]} a A note.")), Sheet(2, squeeze(text[30:])))
    assert take_on(sheets, 0, squeeze(text).text) == 0


def test_what_is_read_next_is_not_taken_for_the_rest_of_a_text_that_begins_alike() -> None:
    wanted = squeeze("It differs in mechanism, manufacturing, and clinical use in two of the centers").text
    first = Sheet(
        1, squeeze("It differs in mechanism, manufacturing, and\nClinical trials 12\nChallenges 14")
    )
    second = Sheet(2, squeeze("clinical use in two of the centers\nMore of it"))
    assert take_across((first, second), 0, wanted) == 2
    assert first.take(squeeze("Clinical trials").text)
