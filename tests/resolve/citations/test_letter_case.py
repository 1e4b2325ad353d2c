import pytest

from builder.resolve.citations.letter_case import folded, sentence_case, title_case


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("the design of everyday things", "The Design of Everyday Things"),
        ("a tale of two cities: the end of it", "A Tale of Two Cities: The End of It"),
        ("off-the-shelf mRNA vaccines", "Off-the-Shelf mRNA Vaccines"),
        ("66th ASH meeting, abstract 95", "66th ASH Meeting, Abstract 95"),
        ("ISPOR 2025", "ISPOR 2025"),
        ("THE WHOLE TITLE IN CAPITALS", "The Whole Title in Capitals"),
        ("the role of \ue004in vitro\ue00f tests", "The Role of \ue004in vitro\ue00f Tests"),
    ],
)
def test_title_case(written, title):
    assert title_case(written) == title


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("the design of NK cells", "The design of NK cells"),
        ("Use of CAR-Transduced Cells", "Use of CAR-Transduced Cells"),
        ("THE WHOLE TITLE IN CAPITALS", "The whole title in capitals"),
        ("“quoted” words", "“Quoted” words"),
        ("123", "123"),
    ],
)
def test_sentence_case(written, sentence):
    assert sentence_case(written) == sentence


def test_accents_and_quotation_marks_do_not_decide_the_order():
    names = ["Zhu", "Østby", "Kärre", "Khurana", "“Dual"]
    assert sorted(names, key=folded) == ["“Dual", "Kärre", "Khurana", "Østby", "Zhu"]
