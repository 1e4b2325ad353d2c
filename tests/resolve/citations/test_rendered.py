import pytest

from builder.resolve.citations.rendered import entry_inlines, read_rendered


@pytest.mark.parametrize(
    ("joined", "read"),
    [
        ("Nkarta, Inc.. Title", "Nkarta, Inc. Title"),
        ("Why now?. Journal", "Why now? Journal"),
        ("2022. . Blood", "2022. Blood"),
        ("Roe A,, et al", "Roe A, et al"),
        ("Vol 3 , p. 4", "Vol 3, p. 4"),
        ("one  two", "one two"),
        ("Wait... what", "Wait... what"),
        ("p < .05 and", "p < .05 and"),
        ("Journal 131, (2021).", "Journal 131 (2021)."),
        ("a “quoted”. b", "a “quoted”. b"),
    ],
)
def test_slips_of_punctuation_are_mended(joined, read):
    assert "".join(char.text for char in read_rendered(joined, False)) == read


def test_punctuation_moves_into_quotation_marks_where_the_locale_says_so():
    assert "".join(char.text for char in read_rendered("“Title”, 2020", True)) == "“Title,” 2020"


def test_a_doi_is_given_once(inlines):
    item = {"DOI": "10.1/a(b)"}
    marked = "Journal https://doi.org/10.1/a(b) (2020) doi:10.1/a(b)."
    assert (
        inlines.show(entry_inlines(read_rendered(marked, False), item))
        == "Journal https://doi.org/10.1/a(b) (2020)."
    )


def test_trial_numbers_and_addresses_are_links(inlines):
    content = entry_inlines(read_rendered("NCT03056339 at https://example.org/a_(b).", False), {})
    hrefs = [node.href for node in content if hasattr(node, "href")]
    assert hrefs == ["https://clinicaltrials.gov/study/NCT03056339", "https://example.org/a_(b)"]
    assert inlines.show(content) == "NCT03056339 at https://example.org/a_(b)."
