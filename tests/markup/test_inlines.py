"""Inline Markdown: our additions, and what is refused."""

from collections.abc import Callable

import pytest

from builder.diagnostics import Diagnostics, Span
from builder.markup import parse_inlines
from builder.markup.text_map import shift
from builder.model.inline import Citation, CitedItem, CrossReference, Emphasis, Text
from tests.markup.shown import locate_in

Html = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10^9^ cells", "10<sup>9</sup> cells"),
        ("IC~50~ of CD8^+^", "IC<sub>50</sub> of CD8<sup>+</sup>"),
        ("H~2~O and x^2^", "H<sub>2</sub>O and x<sup>2</sup>"),
        ("^*a*^", "<sup><em>a</em></sup>"),
        ("**10^9^**", "<strong>10<sup>9</sup></strong>"),
        ("a^b~c~^", "a<sup>b<sub>c</sub></sup>"),
        ("about ~20 and ~30 %", "about ~20 and ~30 %"),
        ("2^a b^", "2^a b^"),
        ("^^ and ~~", "^^ and ~~"),
        ("~~struck~~", "~~struck~~"),
        (r"\^a^ and \~b~", "^a^ and ~b~"),
        ("a^", "a^"),
        ("`x^2^`", "<code>x^2^</code>"),
        ("[x^2^](https://a.org)", '<a href="https://a.org">x<sup>2</sup></a>'),
    ],
)
def test_raised_and_lowered(text: str, expected: str, html: Html) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see @fig-car.", "see <ref>fig-car</ref>."),
        ("@fig-car, @tbl:trials; (@sec_2)", "<ref>fig-car</ref>, <ref>tbl:trials</ref>; (<ref>sec_2</ref>)"),
        ("_@fig-car_ **@a**", "<em><ref>fig-car</ref></em> <strong><ref>a</ref></strong>"),
        ("@fig-: @fig--", "<ref>fig</ref>-: <ref>fig</ref>--"),
        ("@übersicht-2", "<ref>übersicht-2</ref>"),
        ("“@fig-a”—@fig-b", "“<ref>fig-a</ref>”—<ref>fig-b</ref>"),
        ("write to a@b.org", "write to a@b.org"),
        ("first.last+x@b.org", "first.last+x@b.org"),
        ("https://example.org/@user", "https://example.org/@user"),
        (r"\@fig-car", "@fig-car"),
        ("@ 5 mm, @5, @_a", "@ 5 mm, @5, @_a"),
        ("`@fig-car`", "<code>@fig-car</code>"),
        ("<https://a.org/@b>", '<a href="https://a.org/@b">https://a.org/@b</a>'),
    ],
)
def test_cross_references(text: str, expected: str, html: Html) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@Liu2020]", "<cite>Liu2020</cite>"),
        ("cells [@Liu2020; @Marin2024].", "cells <cite>Liu2020; Marin2024</cite>."),
        ("*so [@a]*", "<em>so <cite>a</cite></em>"),
        ("[@a]^2^", "<cite>a</cite><sup>2</sup>"),
        ("^[@a]^", "<sup><cite>a</cite></sup>"),
        ("[a] [x@y.org] [@] [ @ ]", "[a] [x@y.org] [@] [ @ ]"),
        (r"\[@a\]", "[<ref>a</ref>]"),
        ("`[@a]`", "<code>[@a]</code>"),
        ("[x [@a] y]", "[x <cite>a</cite> y]"),
        ("[@a", "[<ref>a</ref>"),
        ("[@a](https://b.org)", '<a href="https://b.org"><ref>a</ref></a>'),
        ("[@a](p. 3)", "<cite>a</cite>(p. 3)"),
    ],
)
def test_citations(text: str, expected: str, html: Html) -> None:
    assert html(text) == expected


def test_citation_carries_places_prefixes_and_locators() -> None:
    text = "ab [see @Liu2020, p. 3;\n-@{10.1/x_y}; cf. @doi:10.1056/NEJMoa1910607. ]"
    (_, citation) = parse_inlines(text, locate_in(text), Diagnostics())
    assert isinstance(citation, Citation)
    assert citation.span.start.column == 4
    assert citation.span.end.line == 2
    assert citation.items == (
        CitedItem("Liu2020", Span.at("t.md", 1, 9, 8), prefix="see", locator="p. 3"),
        CitedItem("10.1/x_y", Span.at("t.md", 2, 2, 11), suppress_author=True),
        CitedItem("doi:10.1056/NEJMoa1910607", Span.at("t.md", 2, 19, 26), prefix="cf.", locator="."),
    )


def test_place_of_a_cross_reference_counts_white_space_in_front() -> None:
    text = "\n  as *in @fig-a*"
    (_, emphasis) = parse_inlines(text, locate_in(text), Diagnostics())
    assert emphasis == Emphasis((Text("in "), CrossReference("fig-a", Span.at("t.md", 2, 10, 6))))


@pytest.mark.parametrize(
    ("text", "codes", "start"),
    [
        ("a ![x](y.svg)", ["B231"], 3),
        ("*a* [x](file.pdf)", ["B232"], 5),
        ("<javascript:alert(1)>", ["B232"], 1),
        ("[](data:image/png;base64,AAAA)", ["B232"], 1),
        ("[@a; b]", ["B233"], 6),
        ("[@a;; @b;]", [], 0),
    ],
)
def test_refused(text: str, codes: list[str], start: int) -> None:
    diagnostics = Diagnostics()
    parse_inlines(text, locate_in(text), diagnostics)
    found = list(diagnostics)
    assert [diagnostic.code for diagnostic in found] == codes
    assert all(diagnostic.span is not None and diagnostic.span.start.column == start for diagnostic in found)


def test_text_of_a_picture_is_kept() -> None:
    assert parse_inlines("![the car](y.svg)", locate_in(""), Diagnostics()) == (Text("the car"),)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_is_nothing(text: str) -> None:
    assert parse_inlines(text, locate_in(text), Diagnostics()) == ()


def test_html_is_text(html: Html) -> None:
    assert html("<b>x</b> &lt; <!-- y -->") == "&lt;b&gt;x&lt;/b&gt; &lt; &lt;!-- y --&gt;"


def test_the_same_text_in_two_places_is_told_in_each() -> None:
    text = "see [@Liu2020] and [a](javascript:b)"
    found = []
    for before in ("", "\n\n"):
        locate, diagnostics = shift(locate_in(before + text), len(before)), Diagnostics()
        nodes = parse_inlines(text, locate, diagnostics)
        (citation,) = (node for node in nodes if isinstance(node, Citation))
        (fault,) = diagnostics
        assert fault.span is not None
        found.append((citation.span.start.line, citation.items[0].span.start.line, fault.span.start.line))
    assert found == [(1, 1, 1), (3, 3, 3)]
