"""Prose: paragraphs and lists, and what stands in them, with places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.diagnostics import Diagnostics, Position, Span
from builder.markup import parse_prose
from builder.model.inline import CrossReference, Emphasis, Text
from builder.model.prose import Paragraph, Prose, ProseList
from tests.markup.shown import as_html, locate_in


def parse(text: str) -> Prose:
    diagnostics = Diagnostics()
    prose = parse_prose(text, locate_in(text), diagnostics)
    assert list(diagnostics) == []
    return prose


def outline(prose: Prose) -> list[object]:
    """Return paragraphs as HTML, and lists as lists that begin with their first number."""
    return [
        as_html(node.content)
        if isinstance(node, Paragraph)
        else [node.start, *(outline(item) for item in node.items)]
        for node in prose
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc\n", ["a b", "c"]),
        ("- a\n- b\n", [[None, ["a"], ["b"]]]),
        ("* a\n\n  more\n* b", [[None, ["a", "more"], ["b"]]]),
        ("3. a\n4. b\n", [[3, ["a"], ["b"]]]),
        ("1. a\n   - b\n     1. c\n2. d\n", [[1, ["a", [None, ["b", [1, ["c"]]]]], ["d"]]]),
        ("In 2020\n1986. was not\n", ["In 2020 1986. was not"]),
        ("a\n- b\n\nc", ["a", [None, ["b"]], "c"]),
        ("    indented is no code\n", ["indented is no code"]),
        ("[a]: https://b.org\n", ["[a]: https://b.org"]),
        ("<div>\nx\n</div>", ["&lt;div&gt; x &lt;/div&gt;"]),
        (r"\# a", ["# a"]),
        ("#5 and -3\n", ["#5 and -3"]),
        ("", []),
        (" \n\n", []),
    ],
)
def test_structure(text: str, expected: list[object]) -> None:
    assert outline(parse(text)) == expected


def test_places_in_nested_lists_and_continued_lines() -> None:
    text = "a\n\n- b\n  see *@fig-a*\n  1. c @fig-b\n\n   lazy @fig-c  \n"
    prose = parse(text)
    first, listing = prose[0], prose[1]
    assert first.span == Span.at("t.md", 1, 1)
    assert isinstance(listing, ProseList)
    assert listing.span.start == Position(3, 1)
    outer, inner, last = listing.items[0]
    assert isinstance(outer, Paragraph)
    assert outer.span == Span("t.md", Position(3, 3), Position(4, 15))
    assert outer.content[1] == Emphasis((CrossReference("fig-a", Span.at("t.md", 4, 8, 6)),))
    assert isinstance(inner, ProseList)
    (numbered,) = inner.items[0]
    assert isinstance(numbered, Paragraph)
    assert numbered.content == (Text("c "), CrossReference("fig-b", Span.at("t.md", 5, 8, 6)))
    assert isinstance(last, Paragraph)
    assert last.content[1] == CrossReference("fig-c", Span.at("t.md", 7, 9, 6))


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a\n\n## b\n", "heading inside text", 3),
        ("b\n===\n", "heading inside text", 1),
        ("a\n\n> b\n", "quotation inside text", 3),
        ("a\n\n***\n", "rule inside text", 3),
        ("```\nb\n```\n", "code listing inside text", 1),
        ("a\n\n| b | c |\n|---|---|\n| 1 | 2 |\n", "table inside text", 3),
        ("- a\n\n  # b\n", "heading inside text", 3),
    ],
)
def test_refused(text: str, message: str, line: int) -> None:
    diagnostics = Diagnostics()
    parse_prose(text, locate_in(text), diagnostics)
    (found,) = diagnostics
    assert (found.code, found.message) == ("B230", message)
    assert found.span is not None
    assert found.span.start.line == line
    assert found.help


def test_text_of_refused_blocks_is_still_checked() -> None:
    text = "> see [@a; b]\n"
    diagnostics = Diagnostics()
    parse_prose(text, locate_in(text), diagnostics)
    assert [diagnostic.code for diagnostic in diagnostics] == ["B230", "B233"]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet="ab1. \t*-+_`[]()<>\\&;!#\n|=~^@\r>", max_size=60))
def test_any_text_is_read_and_references_stand_where_they_are_said_to(text: str) -> None:
    lines = text.split("\n")

    def check(prose: Prose) -> None:
        for node in prose:
            if isinstance(node, ProseList):
                for item in node.items:
                    check(item)
                continue
            for inline in node.content:
                if isinstance(inline, CrossReference):
                    start, end = inline.span.start, inline.span.end
                    assert lines[start.line - 1][start.column - 1 : end.column - 1] == f"@{inline.label}"

    check(parse_prose(text, locate_in(text), Diagnostics()))
