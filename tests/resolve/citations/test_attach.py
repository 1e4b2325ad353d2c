import pytest

from builder.diagnostics import Span
from builder.model.inline import CitationMark, Emphasis, Footnote, Superscript, Text
from builder.resolve.citations.attach import attach_raised_marks

MARK = CitationMark((Superscript((Text("1"),)),), ("a",))
NOTE = Footnote((Text("n"),), Span.at("content/a.yaml", 1, 1), "a")
COMMA = Superscript((Text(","),))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((Text("cells "), MARK, Text(". More")), (Text("cells."), MARK, Text(" More"))),
        ((Text("cells "), MARK, Text(", and")), (Text("cells,"), MARK, Text(" and"))),
        ((Text("cells "), MARK, Text("; but")), (Text("cells"), MARK, Text("; but"))),
        ((Text("cells"), MARK, Text(".")), (Text("cells."), MARK)),
        ((Text("cells "), MARK), (Text("cells"), MARK)),
        ((Emphasis((Text("x"),)), MARK, Text(". Y")), (Emphasis((Text("x"),)), Text("."), MARK, Text(" Y"))),
        ((Text("a "), MARK, Text(" b")), (Text("a"), MARK, Text(" b"))),
        ((Text("a"), NOTE, Text(" "), MARK, Text(". b")), (Text("a."), NOTE, COMMA, MARK, Text(" b"))),
        ((Text("a "), MARK, NOTE, Text(".")), (Text("a."), MARK, COMMA, NOTE)),
        ((Text("a"), NOTE, NOTE, Text(", b")), (Text("a,"), NOTE, COMMA, NOTE, Text(" b"))),
    ],
)
def test_raised_numbers_stand_at_their_word_and_after_its_stop(before, after):
    assert attach_raised_marks(before, citations=True) == after


def test_calls_of_footnotes_are_raised_whatever_citations_are():
    number = CitationMark((Text("(1)"),), ("a",))
    before = (Text("a "), number, Text(" "), NOTE, Text(". b"))
    after = (Text("a "), number, Text("."), NOTE, Text(" b"))
    assert attach_raised_marks(before, citations=False) == after


def test_only_raised_styles_move_anything(draft, inlines):
    def shown(csl):
        block = draft.text(Text("cells "), inlines.cite("Liu2020"), Text("."))
        content = draft.resolve(block, csl=csl).require().document.sections[0].content[0].prose[0].content
        return "".join(inlines.show(n.content) if isinstance(n, CitationMark) else n.text for n in content)

    assert shown("vancouver") == "cells (1)."
    assert shown("nature") == "cells.^1^"
