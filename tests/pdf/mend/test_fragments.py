"""What runs over lines and pages is one element of the tag tree, as poppler reads it."""

from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from tests.compose.briefings import write_content
from tests.pdf.conftest import Printed, print_briefing
from tests.pdf.mend.test_footnotes import elements
from tests.pdf.mend.test_mend import NO_FAULTS
from tests.pdf.structure import Tag, read_structure
from tests.pdf.tagged import find_faults

pytestmark = pytest.mark.render

PARAGRAPHS, ITEMS, ROWS = 8, 7, 20


def numbers(word: str, count: int = 90) -> str:
    """Return words that are nowhere else, in their order."""
    return " ".join(f"{word}{number}" for number in range(count))


TEXT = "\n\n".join(f"          {numbers(f'p{place}n')}[^{place}]" for place in range(PARAGRAPHS))
NOTES = "\n".join(f"          [^{place}]: Note number {place}." for place in range(PARAGRAPHS))
LIST = "\n".join(f"          - {numbers(f'i{place}n')}" for place in range(ITEMS))
TABLE = "\n".join(f"            - [r{place}, {numbers(f'c{place}n', 12)}, x]" for place in range(ROWS))

CONTENT = f"""\
title: T
report: {{paper: a5}}
sections:
  - title: Over pages
    content:
      - text: |
{TEXT}

{LIST}

{NOTES}
      - table:
          columns: [Row, Words, Letter]
          rows:
{TABLE}
            - [tall, {numbers("t", 1000)}, x]
        caption: A table
      - quote: {{text: "{numbers("q", 400)}"}}
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return print_briefing(write_content(tmp_path_factory.mktemp("fragments"), CONTENT))


@pytest.fixture(scope="module")
def file(printed: Printed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fragments") / "fragments.pdf"
    path.write_bytes(printed.data)
    return path


@pytest.fixture(scope="module")
def tree(file: Path, pdfinfo: Path) -> Tag:  # it is needed to read the tree
    return read_structure(pdfinfo, file)


def squeezed(texts: list[str]) -> list[str]:
    return ["".join(text.split()) for text in texts]


def test_checkers_find_no_fault(file: Path) -> None:
    assert find_faults(file) - NO_FAULTS.keys() == set()


def test_a_paragraph_over_pages_is_one_and_its_notes_come_after_it(tree: Tag, printed: Printed) -> None:
    found = squeezed(tree.texts("P"))
    letters = "abcdefghijklmnopqrstuvwxyz"
    for place in range(PARAGRAPHS):
        words = "".join(numbers(f"p{place}n").split())
        assert f"{words}{letters[place]}{letters[place]}Notenumber{place}." in found
    assert printed.pages.page_count > 4


def test_an_item_over_pages_is_one_in_one_list(tree: Tag) -> None:
    lists = [found for found in tree.walk() if found.type == "L" and "i0n0" in found.text]
    assert len(lists) == 1
    items = squeezed(lists[0].texts("LBody"))
    assert items == ["".join(numbers(f"i{place}n").split()) for place in range(ITEMS)]


def test_a_table_over_pages_is_one_with_its_header_once(tree: Tag, file: Path) -> None:
    (table,) = (found for found in tree.walk() if found.type == "Table")
    cells = squeezed(table.texts("TD"))[::2]
    assert cells == [
        *("".join(numbers(f"c{place}n", 12).split()) for place in range(ROWS)),
        "".join(numbers("t", 1000).split()),
    ]
    assert table.texts("TH") == ["Row", "Words", "Letter", *(f"r{place}" for place in range(ROWS)), "tall"]
    with pikepdf.open(file) as pdf:
        tags = list(elements(pdf.Root.StructTreeRoot.K[0]))
        headers = {str(tag.ID): tag for tag in tags if tag.S == "/TH"}
        cells = [tag for tag in tags if tag.S == "/TD"]
        named = [[str(name) for name in tag.A.Headers] for tag in cells if "/Headers" in tag.A]
        assert {str(header.A.Scope) for header in headers.values()} == {"/Row", "/Column"}
    assert len(cells) == 2 * (ROWS + 1)
    assert len(cells) > len(named) > ROWS  # the tall row has pages without the header of the table
    assert all(len(names) == 2 and set(names) <= headers.keys() for names in named)
    assert len({names[1] for names in named}) == 2


def test_a_quotation_over_pages_is_one(tree: Tag) -> None:
    (found,) = tree.texts("BlockQuote")
    assert "".join(numbers("q", 400).split()) in "".join(found.split())


def test_each_content_is_named_once_and_by_its_parent(file: Path) -> None:
    """ISO 32000-1, 14.7.4.4: the parent tree leads from each marked content to the element that has it."""
    with pikepdf.open(file) as pdf:
        root = pdf.Root.StructTreeRoot
        nums = root.ParentTree.Nums
        parents = {int(nums[place]): nums[place + 1] for place in range(0, len(nums), 2)}
        owned: list[tuple[object, int]] = []
        for element in elements(root.K[0]):
            for kid in element.get("/K", []):
                if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != "/MCR":
                    continue
                page, number = (element.Pg, kid) if isinstance(kid, int) else (kid.Pg, kid.MCID)
                owned.append((page.objgen, int(number)))
                assert parents[int(page.StructParents)][int(number)].objgen == element.objgen
        assert len(owned) == len(set(owned)) > 150
        assert not any("Diptych" in key for element in elements(root.K[0]) for key in element)


def test_content_of_one_element_keeps_the_order_of_pages(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        order = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        parted = set()
        for element in elements(pdf.Root.StructTreeRoot.K[0]):
            if element.S not in ("/P", "/LBody", "/TD"):
                continue
            pages = [order[kid.Pg.objgen] for kid in element.K if isinstance(kid, pikepdf.Dictionary)]
            notes = sum(kid.get("/S") == "/Note" for kid in element.K if isinstance(kid, pikepdf.Dictionary))
            text = pages[: len(pages) - notes]
            assert all(after >= before for before, after in pairwise(text))
            parted |= {str(element.S)} if len(set(text)) > 1 else set()
        assert parted == {"/P", "/LBody", "/TD"}
