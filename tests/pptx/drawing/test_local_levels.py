"""A placeholder whose text is smaller than its layout's says so once for each level, and what differs from that."""

from builder.deck.model import Break, Bullet, Paragraph, ParagraphStyle, Run, RunStyle
from builder.pptx.drawing.frame import restyling_body
from builder.pptx.drawing.styles import all_levels
from tests.pptx.drawing.test_text import canvas
from tests.pptx.markup import parse

LEVELS = all_levels((
    ParagraphStyle(bullet=Bullet("•"), space_before_pt=6.0, line_pitch_pt=29.3, run=RunStyle(size_pt=24.0)),
    ParagraphStyle(bullet=Bullet("–"), line_pitch_pt=24.4, run=RunStyle(size_pt=20.0)),
))  # fmt: skip
SMALL = ParagraphStyle(line_pitch_pt=22.0, run=RunStyle(size_pt=18.0))


def item(text: str, size_pt: float | None = None, level: int = 0, **style) -> Paragraph:
    run = Run(text, RunStyle(size_pt=size_pt))
    return Paragraph((run,), level, ParagraphStyle(**{"line_pitch_pt": 22.0, "run": SMALL.run, **style}))


def written(*paragraphs: Paragraph):
    return parse(restyling_body("p:txBody", paragraphs, LEVELS, canvas()))


def test_the_size_of_most_text_is_said_once() -> None:
    body = written(item("One of them."), item("Another one.", 18.0), item("Small.", 9.0))
    (level,) = body.find("{*}lstStyle")
    assert level.tag.endswith("lvl1pPr")
    assert level.find("{*}defRPr").get("sz") == "1800"
    assert level.find("{*}lnSpc/{*}spcPts").get("val") == "2200"
    assert [run.get("sz") for run in body.iter("{*}rPr")] == [None, None, "900"]
    assert list(body.iter("{*}pPr")) == []


def test_levels_without_text_say_nothing() -> None:
    same = ParagraphStyle(line_pitch_pt=24.4)
    body = written(Paragraph((Run("Below."),), 1, same))
    assert len(body.find("{*}lstStyle")) == 0


def test_a_paragraph_that_is_not_like_the_others_says_how() -> None:
    body = written(item("One."), item("Two."), item("Other.", space_before_pt=12.0))
    (level,) = body.find("{*}lstStyle")
    assert level.find("{*}spcBef") is None
    (properties,) = body.iter("{*}pPr")
    assert properties.find("{*}spcBef/{*}spcPts").get("val") == "1200"


def test_line_breaks_and_empty_text_do_no_harm() -> None:
    body = written(Paragraph((Run("One"), Break(), Run("two")), 0, SMALL), Paragraph(()))
    assert len(list(body.iter("{*}p"))) == 2
    assert len(written().find("{*}lstStyle")) == 0
