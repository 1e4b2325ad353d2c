"""Texts are compared by what they say, not by how they are set."""

from __future__ import annotations

import pytest

from builder.pipeline.parity.text import Sheet, squeeze, take_across


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("treatment of cells", "treat\u2010\nment  of\u00a0cells"),
        ("treatment", "treat\x02\nment"),
        ("treatment", "treat\u00adment"),
        ("CAR-NK cells", "CAR\u2011NK cells"),
        ("CD19-directed", "CD19\u2011\ndirected"),
        ("CD19-directed", "CD19\x02\ndirected"),
        ("the first flow", "the \ufb01rst \ufb02ow"),
        ('it\'s "so"', "it’s “so”"),
        ("12-15 of -4", "12–15 of −4"),
        ("so---or 12--15 -- so", "so—or 12–15 – so"),
        ("3 x 10...", "3 × 10…"),
        ("5'-UTR", "5′-UTR"),
        ("10^9".replace("^9", "⁹"), "109"),
        ("Cafe\u0301", "CAFÉ"),
        ("a mark\N{LEFT-TO-RIGHT MARK}", "a mark"),
    ],
)
def test_the_same_text_however_it_is_set(written: str, set_: str) -> None:
    assert squeeze(written).text == squeeze(set_).text


@pytest.mark.parametrize(
    ("one", "other"), [("-5", "5"), ("C -101", "C 101"), ("1.5", "15"), ("5%", "5"), ("10-15", "1015")]
)
def test_numbers_that_differ_stay_different(one: str, other: str) -> None:
    assert squeeze(one).text != squeeze(other).text


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
    assert take_across((first, second), wanted)


def test_a_last_word_elsewhere_on_the_next_sheet_does_not_complete_a_text() -> None:
    first = Sheet(1, squeeze("Figure 1. The caption of a figure 1. More text."))
    second = Sheet(2, squeeze("And here is a figure 0. More text."))
    assert not take_across((first, second), squeeze("The caption of a figure 0").text)


def test_a_text_that_lacks_its_middle_is_not_on_two_sheets() -> None:
    first = Sheet(1, squeeze("The paragraph begins"))
    second = Sheet(2, squeeze("the next one."))
    assert not take_across(
        (first, second), squeeze("The paragraph begins here and ends on the next one.").text
    )


def test_a_text_may_go_on_over_several_sheets_with_their_footnotes_between() -> None:
    texts = ("This text begins here. a A note.", "goes on, and on b Another.", "to its end. c And one.")
    sheets = tuple(Sheet(number, squeeze(text)) for number, text in enumerate(texts, 1))
    wanted = squeeze("This text begins here. goes on, and on to its end.").text
    assert take_across(sheets, wanted) == 3
    assert not any(sheet.take(squeeze("goes on, and on").text) for sheet in sheets)
    assert take_across(sheets[:2], wanted) == 0


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
