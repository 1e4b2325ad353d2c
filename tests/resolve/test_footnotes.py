from dataclasses import replace

import pytest

from builder.diagnostics import Span
from builder.model.block import Output
from builder.model.inline import Citation, CitationMark, CitedItem, Emphasis, Footnote, Text
from builder.model.prose import Paragraph
from builder.resolve.footnotes import mark_footnotes


def note(line: int, *content) -> Footnote:
    return Footnote(content or (Text(f"note {line}"),), Span.at("content/a.yaml", line, 5))


def marks(document) -> dict[int, str]:
    """Return the mark of the footnote on each line."""
    found = {}

    def walk(content):
        for node in content:
            if isinstance(node, Footnote):
                found[node.span.start.line] = node.mark
            walk(getattr(node, "content", ()))

    for prose in (
        document.abstract,
        document.disclosure,
        *(b.prose for s in document.sections for b in s.content),
    ):
        for paragraph in prose:
            walk(paragraph.content)
    return found


def test_letters_follow_the_report_and_then_what_only_the_deck_has(draft):
    document = draft.document(
        draft.text(Text("a"), note(3), only=Output.DECK),
        draft.text(Emphasis((Text("b"), note(4))), note(5)),
    )
    abstract = (Paragraph((Text("c"), note(9)), draft.document().span),)
    document = replace(document, abstract=abstract, disclosure=(Paragraph((note(2),), document.span),))
    assert marks(mark_footnotes(document)) == {9: "a", 4: "b", 5: "c", 2: "d", 3: "e"}


@pytest.mark.parametrize(("count", "last"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")])
def test_letters_go_on_after_z(draft, count, last):
    document = draft.document(draft.text(*(note(line + 1) for line in range(count))))
    assert list(marks(mark_footnotes(document)).values())[-1] == last


def test_works_cited_in_a_footnote_are_numbered_where_it_is_called(draft, inlines):
    cited = Citation(
        (CitedItem("Liu2020", Span.at("content/a.yaml", 1, 1)),), Span.at("content/a.yaml", 1, 1)
    )
    block = draft.text(Text("a"), note(3, Text("see "), cited), inlines.cite("Marin2024"))
    resolved = draft.resolve(block).require()
    assert [entry.key for entry in resolved.references] == ["Liu2020", "Marin2024"]
    content = resolved.document.sections[0].content[0].prose[0].content
    assert isinstance(content[1].content[1], CitationMark)
    assert content[1].mark == "a"
