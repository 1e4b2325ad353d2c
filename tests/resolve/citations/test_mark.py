import pytest

from builder.model.inline import CitationMark, Link, Superscript, Text
from builder.resolve.citations.mark import Citer
from builder.resolve.citations.processor import Processor


@pytest.fixture(scope="module")
def cite(works, style, inlines):
    """Return the mark of works, named by their numbers from 1, as text; `*` before a number adds a locator."""
    citers = {}
    cited = list(works.values())

    def mark(name, numbers, **fields):
        if name not in citers:
            processor = Processor(style(name), cited, len(cited), "en-US")
            indexes = {work.key: index for index, work in enumerate(cited)}
            citers[name] = Citer(processor, indexes, style(name).numeric)
        citation = inlines.cite(*(cited[number - 1].key for number in numbers), **fields)
        return citers[name].mark(citation.items)

    return mark


@pytest.mark.parametrize(
    ("numbers", "vancouver", "raised"),
    [
        ([1], "(1)", "^1^"),
        ([1, 2], "(1,2)", "^1,2^"),
        ([1, 2, 3], "(1–3)", "^1–3^"),
        ([3, 1, 2], "(1–3)", "^1–3^"),
        ([2, 4, 5, 6], "(2,4–6)", "^2,4–6^"),
        ([1, 3, 5], "(1,3,5)", "^1,3,5^"),
        ([1, 2, 4, 5], "(1,2,4,5)", "^1,2,4,5^"),
        ([9, 10, 11, 12, 3], "(3,9–12)", "^3,9–12^"),
        ([1, 2, 3, 7, 8, 9], "(1–3,7–9)", "^1–3,7–9^"),
        ([2, 2, 1], "(1,2)", "^1,2^"),
    ],
)
def test_numbers_are_sorted_and_collapsed(cite, inlines, numbers, vancouver, raised):
    assert inlines.show(cite("vancouver", numbers).content) == vancouver
    for name in ("vancouver-superscript", "ama", "nature"):
        assert inlines.show(cite(name, numbers).content) == raised


def test_each_number_links_to_its_entry_and_all_works_are_named(cite):
    mark = cite("nature", [1, 2, 3, 5])
    (raised,) = mark.content
    assert isinstance(raised, Superscript)
    assert raised.content == (
        Link("#ref-Liu2020", (Text("1"),)),
        Text("–"),
        Link("#ref-Ghobadi2025", (Text("3"),)),
        Text(","),
        Link("#ref-Laskowski2022", (Text("5"),)),
    )
    assert mark.keys == ("Liu2020", "Marin2024", "Ghobadi2025", "Laskowski2022")


@pytest.mark.parametrize(
    ("name", "locator", "shown"),
    [
        ("ama", "p. 3", "^1(p3)^"),
        ("ama", "pp. 3-5", "^1(pp3-5)^"),
        ("ama", "12", "^1(p12)^"),
        ("vancouver", "p. 3", "(1, p. 3)"),
        ("vancouver", "pp. 3-5", "(1, pp. 3–5)"),
        ("nature", "Table 2", "^1, Table 2^"),
        ("apa", "p. 3", "(E. Liu et al., 2020, p. 3)"),
        ("apa", "pp. 3-5", "(E. Liu et al., 2020, pp. 3–5)"),
        ("apa", "chap. 2", "(E. Liu et al., 2020, Chapter 2)"),
        ("apa", "see the appendix", "(E. Liu et al., 2020, see the appendix)"),
    ],
)
def test_locators_are_never_lost(cite, inlines, name, locator, shown):
    assert inlines.show(cite(name, [1], locator=locator).content) == shown


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([5], "(Laskowski et al., 2022)"),
        ([2, 1], "(E. Liu et al., 2020; Marin et al., 2024)"),
        ([4, 1, 13], "(E. Liu et al., 2018, 2020; S. Liu et al., 2021)"),
        ([22], "(Khurana & Lin, 2022)"),
        ([8], "(Kärre et al., 1986)"),
        ([21, 20], "(U.S. Food and Drug Administration, 2025, 2026)"),
    ],
)
def test_apa_cites_author_and_year(cite, inlines, numbers, shown):
    assert inlines.show(cite("apa", numbers).content) == shown


def test_the_author_may_be_left_out_and_a_word_put_before(cite, inlines):
    assert inlines.show(cite("apa", [5], suppress_author=True).content) == "(2022)"
    assert inlines.show(cite("apa", [5], prefix="see").content) == "(see Laskowski et al., 2022)"
    assert inlines.show(cite("vancouver", [5], prefix="see", locator="p. 4").content) == "(see 5, p. 4)"


def test_works_of_one_author_and_year_get_letters(draft, inlines):
    item = {"type": "book", "author": [{"family": "Roe", "given": "A"}], "issued": {"date-parts": [[2020]]}}
    references = tuple({**item, "id": key, "title": title} for key, title in (("x", "Zebra"), ("y", "Ape")))
    outcome = draft.resolve(draft.text(inlines.cite("x", "y")), references=references, csl="apa")
    resolved = outcome.require()
    assert inlines.marks(resolved.document) == ["(Roe, 2020a, 2020b)"]
    assert [inlines.show(entry.entry) for entry in resolved.references] == [
        "Roe, A. (2020a). Ape.",
        "Roe, A. (2020b). Zebra.",
    ]
    assert not resolved.numeric


def test_sources_of_blocks_have_their_mark_too(draft, inlines):
    table = draft.table(source=inlines.items("Marin2024", "Liu2020", "Ghobadi2025", "Nobody"))
    outcome = draft.resolve(table)
    resolved = outcome.require()
    mark = resolved.source_mark(resolved.document.sections[0].content[0].source)
    assert isinstance(mark, CitationMark)
    assert inlines.show(mark.content) == "(1–3)"
    assert [found.code for found in outcome.diagnostics] == ["B510"]


def test_unknown_works_are_reported_with_the_nearest_key(draft, inlines):
    outcome = draft.resolve(draft.text(inlines.cite("Liu2O20", "Marin2024")))
    (found,) = outcome.diagnostics
    assert (found.code, found.message, found.span) == (
        "B510",
        "citation of unknown work 'Liu2O20'",
        inlines.span,
    )
    assert found.help == "did you mean 'Liu2020'?"
    assert inlines.marks(outcome.require().document) == ["(1)"]
