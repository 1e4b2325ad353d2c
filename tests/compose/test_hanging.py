import pytest
from markupsafe import Markup

from builder.compose.hanging import hang
from builder.compose.html import prose
from builder.compose.inlines import inlines
from builder.diagnostics import Span
from builder.model.inline import Emphasis, Text
from builder.model.prose import Paragraph


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“Above all.”", "“"),
        ("“‘Above’ all.”", "“‘"),
        ("„Vor allem.“", "„"),
        ("»Vor allem.«", "»"),
        ("”Framför allt.”", "”"),
        ("«\u202fAvant tout.\u202f»", "«\u202f"),
        ("「何よりも」", "「"),
        ('"Above all."', "“"),
    ],
)
def test_marks_that_open_a_text_hang(text: str, marks: str) -> None:
    html = inlines((Text(text),))
    hung = hang(html)
    assert hung.startswith(f'<span class="hanging">{marks}</span>')
    assert hung.striptags() == html.striptags()


def test_they_hang_inside_of_the_first_paragraph_and_of_stress() -> None:
    first, second = (
        Paragraph((Emphasis((Text(f"“{word}”"),)),), Span.at("x.yaml", 1, 1)) for word in ("Above", "all")
    )
    assert hang(prose((first, second))) == (
        '<p><em><span class="hanging">“</span>Above”</em></p><p><em>“all”</em></p>'
    )


@pytest.mark.parametrize("text", ["", "Above “all”", "’Tis", "(“Above”)", "“", "<“Above”>", "5″"])
def test_what_begins_with_no_mark_stays(text: str) -> None:
    html = inlines((Text(text),))
    assert hang(html) == html


def test_html_stays_html() -> None:
    assert isinstance(hang(Markup("“a")), Markup)
