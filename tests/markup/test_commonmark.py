"""CommonMark's inline part: one case or more for each rule of the specification (0.31, chapter 6).

The expected HTML follows from the specification's wording; the cases are ours.
"""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from builder.diagnostics import Diagnostics
from builder.markup import parse_inlines
from tests.markup.shown import as_html, locate_in

Html = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 6.1 code spans
        ("`dose`", "<code>dose</code>"),
        ("`` a ` b ``", "<code>a ` b</code>"),
        ("`  a  `", "<code> a </code>"),
        ("` `", "<code> </code>"),
        ("`a\nb`", "<code>a b</code>"),
        ("`*a*`", "<code>*a*</code>"),
        (r"`a\`b`", r"<code>a\</code>b`"),
        ("``a`", "``a`"),
        ("*a`*`", "*a<code>*</code>"),
        # 6.2 emphasis
        ("*a b*", "<em>a b</em>"),
        ("a * b *", "a * b *"),
        ("a*b*c", "a<em>b</em>c"),
        ("_a_b", "_a_b"),
        ("a_b_c", "a_b_c"),
        ("_(a)_.", "<em>(a)</em>."),
        ("*a_", "*a_"),
        ("**a b**", "<strong>a b</strong>"),
        ("__a__", "<strong>a</strong>"),
        ("a__b__c", "a__b__c"),
        ("** a**", "** a**"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("***a***", "<em><strong>a</strong></em>"),
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("**a *b***", "<strong>a <em>b</em></strong>"),
        ("*a*b**", "<em>a</em>b**"),
        ("**a*", "*<em>a</em>"),
        ("*a**b*", "<em>a**b</em>"),
        ("*a `b*`", "*a <code>b*</code>"),
        ("**a<https://b.org/?x=**>", '**a<a href="https://b.org/?x=**">https://b.org/?x=**</a>'),
        ("«*a*»", "«<em>a</em>»"),
        ("*5 %*-a", "<em>5 %</em>-a"),
        # 6.3 links
        ("[a](https://b.org)", '<a href="https://b.org">a</a>'),
        ('[a](https://b.org "title")', '<a href="https://b.org">a</a>'),
        ("[a](<https://b.org/c d>)", '<a href="https://b.org/c%20d">a</a>'),
        ("[a](https://b.org/c d)", "[a](https://b.org/c d)"),
        ("[a](https://b.org/(c))", '<a href="https://b.org/(c)">a</a>'),
        (r"[a](https://b.org/\))", '<a href="https://b.org/)">a</a>'),
        ("[a](#id)", '<a href="#id">a</a>'),
        ("[a](https://b.org?c=3#d)", '<a href="https://b.org?c=3#d">a</a>'),
        ("[a] (https://b.org)", "[a] (https://b.org)"),
        ("[a [b] c](#d)", '<a href="#d">a [b] c</a>'),
        ("[a](#b)](#c)", '<a href="#b">a</a>](#c)'),
        ("[a [b](#c) d](#e)", '[a <a href="#c">b</a> d](#e)'),
        ("[*a](#b)*", '<a href="#b">*a</a>*'),
        ("*[a*](#b)", '*<a href="#b">a*</a>'),
        ("[a`](#b)`", "[a<code>](#b)</code>"),
        (r"[a\](#b)", "[a](#b)"),
        ("[**a** `b`](#c)", '<a href="#c"><strong>a</strong> <code>b</code></a>'),
        # 6.5 autolinks
        ("<https://a.org/b?c=d&e>", '<a href="https://a.org/b?c=d&amp;e">https://a.org/b?c=d&amp;e</a>'),
        ("<me@example.org>", '<a href="mailto:me@example.org">me@example.org</a>'),
        ("<https://a.org/b c>", "&lt;https://a.org/b c&gt;"),
        ("<>", "&lt;&gt;"),
        ("https://a.org", "https://a.org"),
        # 6.7 and 6.8 line breaks
        ("a  \nb", "a<br />\nb"),
        ("a\\\nb", "a<br />\nb"),
        ("a     \n     b", "a<br />\nb"),
        ("a\nb", "a b"),
        ("a \n b", "a b"),
        ("*a  \nb*", "<em>a<br />\nb</em>"),
        ("`a  \nb`", "<code>a   b</code>"),
        ("a\\", "a\\"),
        # 2.4 backslash escapes, 2.5 entities
        (r"\*a\* \_ \` \[ \] \\ \# \> \- \. \! \| \~ \^ \@", "*a* _ ` [ ] \\ # &gt; - . ! | ~ ^ @"),
        (r"\a \5 \α", r"\a \5 \α"),
        (r"\\*a*", "\\<em>a</em>"),
        ("&auml; &#8805; &#x2265; &nbsp;x", "ä ≥ ≥ \xa0x"),
        ("&unknown; &amp", "&amp;unknown; &amp;amp"),
        ("&#42;a&#42;", "*a*"),
        ("`&auml;`", "<code>&amp;auml;</code>"),
        # 6.9 text
        ("1 < 2 > 0 & \"x\" 'y'", "1 &lt; 2 &gt; 0 &amp; &quot;x&quot; 'y'"),
        ("TGF-β ≥ 5 µg · mL⁻¹", "TGF-β ≥ 5 µg · mL⁻¹"),
        ("a   b", "a   b"),
    ],
)
def test_rule(text: str, expected: str, html: Html) -> None:
    assert html(text) == expected


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet="ab *_`[]()<>\\&;!#\n\"'.-", max_size=40))
def test_without_our_additions_it_is_what_markdown_it_gives(text: str) -> None:
    """markdown-it-py passes all of CommonMark's own examples; ours must differ in nothing but links."""
    expected = MarkdownIt("commonmark", {"html": False}).renderInline(text.strip())
    if "<a " in expected or "<img" in expected or "](" in text:
        return
    found = as_html(parse_inlines(text, locate_in(text), Diagnostics()))
    assert re.sub(r"\s+", " ", found) == re.sub(r"\s+", " ", expected)
