"""Footnotes in the tag tree, as a screen reader has them."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from tests.compose.briefings import write_content
from tests.pdf.conftest import Printed, print_briefing
from tests.pdf.mend.test_mend import NO_FAULTS
from tests.pdf.tagged import find_faults, open_tagged, read_aloud

pytestmark = pytest.mark.render

CONTENT = """\
title: T
abstract: "Few^[Eleven.] patients."
sections:
  - title: First
    content:
      - text: |
          Given once[^dose] to all, *and seen^[By phone.]* again.

          - In a list^[Of one.]

          Last.

          [^dose]: 10^7^ cells for each kg.
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return print_briefing(write_content(tmp_path_factory.mktemp("notes"), CONTENT))


@pytest.fixture
def file(printed: Printed, tmp_path: Path) -> Path:
    path = tmp_path / "notes.pdf"
    path.write_bytes(printed.data)
    return path


def elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


def test_checkers_find_no_fault(file: Path) -> None:
    assert find_faults(file) - NO_FAULTS.keys() == set()


def test_notes_are_read_after_the_paragraph_that_calls_them(file: Path) -> None:
    with open_tagged(file) as document:
        spoken = " ".join(read_aloud(document).split())
    assert "Fewa patients.a Eleven." in spoken
    assert "Given onceb to all, and seenc again.b 107 cells for each kg.c By phone." in spoken
    assert "In a listdd Of one." in spoken
    assert spoken.endswith("Of one. Last.")


def test_each_note_has_an_id_a_label_and_a_link_both_ways(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        tree = list(elements(pdf.Root.StructTreeRoot.K[0]))
        notes = [element for element in tree if element.S == "/Note"]
        index = [str(name) for name in pdf.Root.StructTreeRoot.IDTree.Kids[0].Names[::2]]
        assert [str(note.ID) for note in notes] == ["fn-a", "fn-b", "fn-c", "fn-d"]
        assert {str(note.ID) for note in notes} <= set(index)
        for note in notes:
            kinds = [str(element.S) for element in elements(note)]
            assert kinds[:3] == ["/Note", "/Lbl", "/Link"]
            assert str(note.P.S) in ("/P", "/LBody", "/LI")
        calls = [element for element in tree if element.S == "/Reference"]
        assert [str(call.ID) for call in calls] == ["fnref-a", "fnref-b", "fnref-c", "fnref-d"]
        assert all(call.K[0].S == "/Link" for call in calls)
        said = {str(note.Contents) for page in pdf.pages for note in page.Annots}
    assert {"Footnote b, page 1", "Call of footnote b, page 1"} <= said
