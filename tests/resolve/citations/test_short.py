import pytest

from builder.resolve.citations.journals import abbreviated_title
from builder.resolve.citations.short import brief_form, short_form, year_letter


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Liu2020", "Liu, N Engl J Med 2020"),
        ("Ghobadi2025", "Ghobadi, Lancet 2025"),
        ("Burger2023", "Burger, Neuro Oncol 2023"),
        ("OLeary2019", "O’Leary, Clin Cancer Res 2019"),
        ("Nkarta2022", "Nkarta, Inc., 2022"),
        ("FDAallo2024", "U.S. Food and Drug Administration, 2024"),
        ("Darrah2024", "Darrah, 66th ASH Annual Meeting 2024"),
        ("iDuo2022", "Dual antigen-targeted off-the-shelf NK cells…, Blood 2022"),
    ],
)
def test_works_have_a_short_form(works, key, expected):
    assert short_form(key, works[key].item) == expected


def test_the_item_knows_its_abbreviation_best():
    item = {"type": "article-journal", "container-title": "The Lancet", "container-title-short": "Lanc."}
    assert abbreviated_title(item) == "Lanc."


def test_articles_and_ampersands_make_no_difference():
    assert (
        abbreviated_title({"container-title": "Journal of Hematology and Oncology"}) == "J. Hematol. Oncol."
    )
    assert abbreviated_title({"container-title": "The New England Journal of Medicine"}) == "N. Engl. J. Med."


def test_an_unknown_journal_keeps_its_title():
    item = {
        "type": "article-journal",
        "container-title": "Acta Imaginaria",
        "issued": {"date-parts": [[1999]]},
    }
    assert short_form("x", {**item, "author": [{"family": "Roe"}]}) == "Roe, Acta Imaginaria 1999"


def test_a_work_without_anything_shows_its_key():
    assert short_form("x", {"type": "book"}) == "x"


def test_works_that_a_citation_tells_apart_by_a_letter_have_it_too():
    letter = year_letter("Roe, 1999b")
    item = {"author": [{"family": "Roe"}], "issued": {"date-parts": [[1999]]}, "type": "book"}
    assert short_form("x", item, letter) == "Roe, 1999b"
    assert brief_form("x", item, letter) == "Roe 1999b"
    assert (
        short_form("x", {**item, "type": "article-journal", "container-title": "J"}, letter) == "Roe, J 1999b"
    )
    assert year_letter("Roe, 1999, p. 12a") == ""
