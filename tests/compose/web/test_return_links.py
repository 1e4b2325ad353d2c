import pytest

from builder.compose.web.return_links import ReturnLinks, _letter
from builder.model.inline import Text
from builder.model.resolved import ReferenceEntry


def entry(key: str, number: int) -> ReferenceEntry:
    return ReferenceEntry(key, number, (Text(key),), f"{key} & al., 2020", "", frozenset())


def test_each_citation_gets_a_place_and_each_work_knows_its_places() -> None:
    liu, marin = entry("Liu", 1), entry("Marin", 2)
    links = ReturnLinks((liu, marin))
    html = links.marked('<a href="#ref-Liu">1</a>, <a class="place" href="#ref-Marin">2</a>')
    html += links.marked('<a href="#ref-Liu">1</a>')
    assert [html.count(f'id="{place}"') for place in ("cited-1-1", "cited-2-1", "cited-1-2")] == [1, 1, 1]
    assert links.places(liu) == (("cited-1-1", "a"), ("cited-1-2", "b"))
    assert links.places(marin) == (("cited-2-1", "a"),)


def test_a_citation_says_which_work_it_leads_to() -> None:
    html = ReturnLinks((entry("Liu", 1),)).marked('<a href="#ref-Liu">1</a>')
    assert 'title="Liu &amp; al., 2020"' in html
    assert 'role="doc-biblioref"' in html


def test_other_links_and_works_that_are_not_listed_stay_as_they_are() -> None:
    html = '<a href="#fig-car">Figure 1</a><a href="#ref-Unlisted">9</a><a class="address" href="https://x.org">x</a>'
    assert ReturnLinks((entry("Liu", 1),)).marked(html) == html


def test_a_work_that_nothing_cites_has_no_places() -> None:
    assert ReturnLinks((entry("Liu", 1),)).places(entry("Liu", 1)) == ()


@pytest.mark.parametrize(("number", "letter"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba")])
def test_letters_go_on_after_z(number: int, letter: str) -> None:
    assert _letter(number) == letter
