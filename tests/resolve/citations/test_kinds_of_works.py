"""Books, chapters, web pages, reports, preprints, and how many authors are named, worked out from the guides.

Guides as in `test_reference_lists`; Citing Medicine, chapters 2, 4 and 25; AMA 3.12 to 3.15; APA 9.8 and 10.2 to 10.16;
Nature's formatting guide. A case that is marked as failing says what the style or its processor cannot do yet.
"""

import pytest

from builder.diagnostics import Span
from builder.resolve.bibliography.work import Work, checked_item
from builder.resolve.citations.processor import Processor
from builder.resolve.citations.rendered import entry_inlines, read_rendered

PAUL = [{"family": "Paul", "given": "William E."}]
BOOK = {"type": "book", "publisher": "Lippincott", "publisher-place": "Philadelphia", "issued": "2013"}
WHO = "https://www.who.int/cancer"
ITEMS = {
    "book": {
        **BOOK,
        "title": "Janeway’s immunobiology",
        "author": [{"family": "Murphy", "given": "Kenneth"}, {"family": "Weaver", "given": "Casey"}],
        "edition": 9,
    },
    "edited": {
        **BOOK,
        "title": "Fundamental immunology",
        "editor": [*PAUL, {"family": "Roe", "given": "Ann"}],
    },
    "chapter": {
        **BOOK,
        "type": "chapter",
        "title": "Natural killer cells",
        "author": [{"family": "Smith", "given": "Jane"}],
        "container-title": "Fundamental immunology",
        "editor": PAUL,
        "edition": 7,
        "page": "395-428",
    },
    "web": {
        "type": "webpage",
        "title": "Cancer",
        "author": [{"literal": "World Health Organization"}],
        "issued": "2025-02-03",
        "accessed": "2026-11-22",
        "URL": WHO,
    },
    "report": {
        "type": "report",
        "title": "Annual plan",
        "author": [{"literal": "National Cancer Institute"}],
        "publisher": "NCI",
        "publisher-place": "Bethesda",
        "number": 12,
        "issued": "2024",
    },
    "preprint": {
        "type": "article",
        "title": "Early NK data",
        "author": [{"family": "Roe", "given": "Ann"}],
        "publisher": "bioRxiv",
        "genre": "preprint",
        "issued": "2024-01-05",
        "DOI": "10.1101/2024.01.05.1",
    },
    "pubmed": {  # as PubMed exports it
        "type": "article-journal",
        "title": "A trial",
        "author": [{"family": "Liu", "given": "Enli"}],
        "container-title": "The New England journal of medicine",
        "container-title-short": "N Engl J Med",
        "volume": "382",
        "issue": "6",
        "page": "545-553",
        "issued": "2020-02-06",
    },
}
EXPECTED = {
    "vancouver": {
        "book": "Murphy K, Weaver C. Janeway’s immunobiology. 9th ed. Philadelphia: Lippincott; 2013.",
        "edited": "Paul WE, Roe A, editors. Fundamental immunology. Philadelphia: Lippincott; 2013.",
        "chapter": "Smith J. Natural killer cells. In: Paul WE, editor. Fundamental immunology. 7th ed. Philadelphia: "
        "Lippincott; 2013. p. 395–428.",
        "report": "National Cancer Institute. Annual plan. Bethesda: NCI; 2024. Report no.: 12.",
        "pubmed": "Liu E. A trial. N Engl J Med. 2020 Feb 6;382(6):545–53.",
    },
    "ama": {
        "book": "Murphy K, Weaver C. Janeway’s Immunobiology. 9th ed. Lippincott; 2013.",
        "edited": "Paul WE, Roe A, eds. Fundamental Immunology. Lippincott; 2013.",
        "chapter": "Smith J. Natural killer cells. In: Paul WE, ed. Fundamental Immunology. 7th ed. Lippincott; "
        "2013:395-428.",
        "web": f"World Health Organization. Cancer. February 3, 2025. Accessed November 22, 2026. {WHO}",
        "report": "National Cancer Institute. Annual Plan. NCI; 2024.",
        "preprint": "Roe A. Early NK data. bioRxiv. Preprint posted online January 5, 2024. doi:10.1101/2024.01.05.1",
        "pubmed": "Liu E. A trial. N Engl J Med. 2020;382(6):545-553.",
    },
    "apa": {
        "book": "Murphy, K., & Weaver, C. (2013). Janeway’s immunobiology (9th ed.). Lippincott.",
        "edited": "Paul, W. E., & Roe, A. (Eds.). (2013). Fundamental immunology. Lippincott.",
        "chapter": "Smith, J. (2013). Natural killer cells. In W. E. Paul (Ed.), Fundamental immunology (7th ed., "
        "pp. 395–428). Lippincott.",
        "web": f"World Health Organization. (2025, February 3). Cancer. {WHO}",
        "report": "National Cancer Institute. (2024). Annual plan (No. 12). NCI.",
        "preprint": "Roe, A. (2024). Early NK data [Preprint]. bioRxiv. https://doi.org/10.1101/2024.01.05.1",
        "pubmed": "Liu, E. (2020). A trial. The New England Journal of Medicine, 382(6), 545–553.",
    },
    "nature": {
        "preprint": "Roe, A. Early NK data. Preprint at https://doi.org/10.1101/2024.01.05.1 (2024).",
        "pubmed": "Liu, E. A trial. N. Engl. J. Med. 382, 545–553 (2020).",
    },
}
FALLS_SHORT = [
    (
        "vancouver",
        "web",
        f"World Health Organization. Cancer [Internet]. 2025 Feb 3 [cited 2026 Nov 22]. Available from: {WHO}",
        "the style gives the year alone of a page's date",
    ),
    (
        "nature",
        "book",
        "Murphy, K. & Weaver, C. Janeway’s Immunobiology (Lippincott, Philadelphia, 2013).",
        "the style sets a full stop before the bracket",
    ),
    (
        "nature",
        "edited",
        "Paul, W. E. & Roe, A. (eds) Fundamental Immunology (Lippincott, Philadelphia, 2013).",
        "the style leaves out the editors of a whole book",
    ),
    (
        "nature",
        "chapter",
        "Smith, J. in Fundamental Immunology (ed. Paul, W. E.) 395–428 (Lippincott, Philadelphia, 2013).",
        "the style adds the chapter's title and keeps the book's letter case",
    ),
]
CASES = [
    *(
        pytest.param(style, key, expected, id=f"{style}-{key}")
        for style, entries in EXPECTED.items()
        for key, expected in entries.items()
    ),
    *(
        pytest.param(
            style,
            key,
            expected,
            id=f"{style}-{key}",
            marks=pytest.mark.xfail(reason=reason, strict=True),
        )
        for style, key, expected, reason in FALLS_SHORT
    ),
]
SURNAMES = (
    "Abel Berg Chan Diaz Eder Finn Gray Hahn Ivey Jung Kerr Lowe Moss Nash Orr Page Quin Reed Shaw Todd Ueda Vega"
).split()


@pytest.fixture
def show(style, inlines):
    def entry(name, item):
        work = Work("k", checked_item({"id": "k", **item}), Span.at("content/b.json", 1, 1))
        processor = Processor(style(name), [work], 1, "en-US")
        return inlines.show(
            entry_inlines(read_rendered(processor.entry(0), processor.punctuation_in_quotes), work.item)
        )

    return entry


@pytest.mark.parametrize(("name", "key", "expected"), CASES)
def test_a_kind_of_work_reads_as_the_guide_has_it(show, name, key, expected):
    assert show(name, ITEMS[key]) == expected


@pytest.mark.parametrize(
    ("name", "count", "expected"),
    [
        ("vancouver", 6, "Abel A, Berg A, Chan A, Diaz A, Eder A, Finn A. A"),
        ("vancouver", 7, "Abel A, Berg A, Chan A, Diaz A, Eder A, Finn A, et al. A"),
        ("ama", 6, "Abel A, Berg A, Chan A, Diaz A, Eder A, Finn A. A"),
        ("ama", 7, "Abel A, Berg A, Chan A, et al. A"),
        ("nature", 5, "Abel, A., Berg, A., Chan, A., Diaz, A. & Eder, A. A"),
        ("nature", 6, "Abel, A. et al. A"),
        ("apa", 2, "Abel, A., & Berg, A. (2020). A"),
        ("apa", 20, ", ".join(f"{name}, A." for name in SURNAMES[:19]) + ", & Todd, A. (2020). A"),
        ("apa", 21, ", ".join(f"{name}, A." for name in SURNAMES[:19]) + ", … Ueda, A. (2020). A"),
        ("apa", 22, ", ".join(f"{name}, A." for name in SURNAMES[:19]) + ", … Vega, A. (2020). A"),
    ],
)
def test_as_many_authors_are_named_as_the_guide_says(show, name, count, expected):
    authors = [{"family": surname, "given": "A."} for surname in SURNAMES[:count]]
    assert show(name, {**ITEMS["pubmed"], "author": authors}).startswith(f"{expected} trial. ")
