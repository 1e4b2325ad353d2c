"""Footnotes as pandoc writes them."""

import pytest

from builder.diagnostics import Diagnostics
from builder.markup import parse_inlines, parse_prose
from builder.model.inline import Footnote
from builder.model.prose import Paragraph
from tests.markup.shown import as_html, locate_in


def read(text: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a text that may have footnotes, and the codes of its faults."""
    diagnostics = Diagnostics()
    prose = parse_prose(text, locate_in(text), diagnostics, footnotes=True)
    shown = [as_html(node.content) for node in prose if isinstance(node, Paragraph)]
    return shown, [found.code for found in diagnostics]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Given^[once] to all.", ["Given<note>once</note> to all."]),
        ("*Given^[**once** [@a]]*", ["<em>Given<note><strong>once</strong> <cite>a</cite></note></em>"]),
        ("a^[see [1] and [b](https://a.org)]", ['a<note>see [1] and <a href="https://a.org">b</a></note>']),
        ("2^[a]^ and ^[@a]^", ["2<sup>[a]</sup> and <sup><cite>a</cite></sup>"]),
        (r"\^[a] `^[b]`", ["^[a] <code>^[b]</code>"]),
        ("a[^1] b\n\n[^1]: *x*\n  y", ["a<note><em>x</em> y</note> b"]),
        ("[^1]: x\n[^2]: y\n\na[^2][^1]", ["a<note>y</note><note>x</note>"]),
        ("a[^1]\n[^1]:\n  x\n\nb", ["a<note>x</note>", "b"]),
        ("a[^1] b[^1]\n\n[^1]: x", ["a<note>x</note> b<note>x</note>"]),
        ("[^18^F]FDG", ["[<sup>18</sup>F]FDG"]),
        (r"\[^a] [^ a] [^]", ["[^a] [^ a] [^]"]),
    ],
)
def test_footnotes(text: str, paragraphs: list[str]) -> None:
    assert read(text) == (paragraphs, [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a[^x]", ["B242"]),
        ("a\n\n[^x]: b", ["B243"]),
        ("a[^x]\n\n[^x]: b\n[^x]: c", ["B244"]),
        ("a^[b^[c]]", ["B245"]),
        ("a[^x]\n\n[^x]: b [^y]\n[^y]: c", ["B245", "B243"]),
        ("a^[ ]", ["B246"]),
        ("a^[b", ["B246"]),
        ("a[^x]\n\n[^x]: b\n\n\n    c", ["B247"]),
        ("a[^x]\n\n[^x]: b\n\n  c", []),
    ],
)
def test_refused(text: str, codes: list[str]) -> None:
    assert read(text)[1] == codes


def test_places() -> None:
    text = "\n  a^[b *c*] d[^key]\n\n  [^key]: e @f"
    (paragraph,) = parse_prose(text, locate_in(text), Diagnostics(), footnotes=True)
    assert isinstance(paragraph, Paragraph)
    notes = [node for node in paragraph.content if isinstance(node, Footnote)]
    assert [(note.span.start.line, note.span.start.column) for note in notes] == [(2, 4), (2, 14)]
    assert [(note.span.end.line, note.span.end.column) for note in notes] == [(2, 12), (2, 20)]
    reference = notes[1].content[-1]
    assert (reference.span.start.line, reference.span.start.column) == (4, 13)  # type: ignore[union-attr]


def test_text_keeps_what_is_in_a_refused_footnote() -> None:
    diagnostics = Diagnostics()
    nodes = parse_inlines("a^[see [@x]]", locate_in(""), diagnostics)
    assert [found.code for found in diagnostics] == ["B245"]
    assert as_html(nodes) == "a<sup>see <cite>x</cite></sup>"
