from builder.compose.spoken import spoken
from builder.diagnostics import Span
from builder.model.inline import Emphasis, Footnote, Superscript, Text
from builder.model.prose import Paragraph, ProseList

SPAN = Span.at("content/x.yaml", 1, 1)


def note(mark: str) -> Footnote:
    return Footnote((Text(f"of {mark}"),), SPAN, mark)


def test_footnotes_follow_all_that_is_spoken() -> None:
    item = (Paragraph((Emphasis((Text("x"), note("b"))),), SPAN),)
    prose = (Paragraph((Text("Said"), note("a"), Text(".")), SPAN), ProseList((item,), None, SPAN))
    raised = [Superscript((Text(mark),)) for mark in "ab"]
    assert spoken(prose) == (
        Paragraph((Text("Said"), raised[0], Text(".")), SPAN),
        ProseList(((Paragraph((Emphasis((Text("x"), raised[1])),), SPAN),),), None, SPAN),
        Paragraph((Text("Note a: "), Text("of a")), SPAN, aside=True),
        Paragraph((Text("Note b: "), Text("of b")), SPAN, aside=True),
    )


def test_prose_without_footnotes_is_as_it_was() -> None:
    prose = (Paragraph((Text("Said."),), SPAN),)
    assert spoken(prose) == prose
