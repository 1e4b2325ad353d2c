"""Speaker notes from prose."""

import pytest

from builder.deck.model import Break, ExternalLink, Run, RunStyle
from builder.deck.notes import read_notes
from builder.model.inline import (
    Code,
    Emphasis,
    LineBreak,
    Link,
    ReferenceLink,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from builder.model.prose import ProseList
from tests.deck.samples import SPAN, cite, plain, prose, words


def test_every_paragraph_is_one():
    assert [plain(node) for node in read_notes(prose("One.", "Two."))] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("node", "runs"),
    [
        (Emphasis(words("a")), [Run("a", RunStyle(italic=True))]),
        (Strong((Emphasis(words("a")),)), [Run("a", RunStyle(bold=True, italic=True))]),
        (Superscript(words("a")), [Run("a", RunStyle(baseline=0.3))]),
        (Subscript(words("a")), [Run("a", RunStyle(baseline=-0.25))]),
        (Code("a-b"), [Run("a-b")]),
        (LineBreak(), [Break()]),
        (Link("https://example.org/", words("a")), [Run("a", link=ExternalLink("https://example.org/"))]),
        (Link("#here", words("a")), [Run("a")]),
        (ReferenceLink("Figure 2", "fig"), [Run("Figure 2")]),
        (cite("K"), [Run("1", RunStyle(baseline=0.3))]),
    ],
)
def test_inlines_are_runs(node, runs):
    [paragraph] = read_notes(prose((node,)))
    assert list(paragraph.runs) == runs


def test_text_is_typeset_with_plain_hyphens():
    [paragraph] = read_notes(prose('CAR-NK cells, 12-15 of "them"'))
    assert plain(paragraph) == "CAR-NK cells, 12–15 of “them”"


def test_lists_have_marks_and_levels():
    inner = ProseList((prose("c"),), None, SPAN)
    listed = ProseList(((*prose("a", "b"), inner), prose("d")), 3, SPAN)
    assert [plain(node) for node in read_notes((listed,))] == ["3. a", "b", "• c", "4. d"]


def test_a_link_in_a_list():
    listed = ProseList((prose((Text("a "), Link("mailto:a@example.org", words("b")))),), None, SPAN)
    [paragraph] = read_notes((listed,))
    assert [run.text for run in paragraph.runs] == ["• ", "a ", "b"]
