import re

from builder.compose.html import prose, sentence
from builder.compose.inlines import inlines
from builder.compose.typography import NO_BREAK_SPACE
from builder.diagnostics import Span
from builder.model.inline import (
    CitationMark,
    Code,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    ReferenceLink,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from builder.model.prose import Paragraph, Prose, ProseList

SPAN = Span.at("content/x.yaml", 1, 1)


def html(*nodes: Inline) -> str:
    return str(inlines(nodes))


def words(markup: str) -> str:
    """Return the characters of HTML without its tags."""
    return re.sub(r"<[^>]+>", "", markup)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),), SPAN)


def test_author_text_is_never_markup() -> None:
    assert html(Text("<b>1</b> & more")) == "&lt;b&gt;1&lt;/b&gt; &amp; more"
    assert html(Code("a < b")) == "<code>a &lt; b</code>"
    assert html(Link('https://x.org/?a="&b', (Text("here"),))) == (
        '<a class="address" href="https://x.org/?a=&#34;&amp;b">here</a>'
    )


def test_elements() -> None:
    assert (
        html(Emphasis((Strong((Text("a"),)),)), LineBreak(), Text("b")) == "<em><strong>a</strong></em><br>b"
    )


def test_terms_are_held_together_with_plain_hyphens() -> None:
    assert html(Text("the CAR-NK cell")) == 'the <span class="nobreak">CAR-NK</span> cell'


def test_raised_and_lowered_text_stays_with_its_word() -> None:
    assert html(Text("about 10"), Superscript((Text("-7"),)), Text(" cells")) == (
        'about <span class="nobreak">10<sup>−7</sup></span> cells'
    )
    assert html(Text("H"), Subscript((Text("2"),)), Text("O is")) == (
        '<span class="nobreak">H<sub>2</sub>O</span> is'
    )


def test_a_citation_stays_with_its_word_and_leads_to_its_work() -> None:
    mark = CitationMark((Superscript((Link("#ref-a", (Text("1"),)),)),), ("a",))
    assert html(Text("was found"), mark, Text(", and")) == (
        'was <span class="nobreak">found<span class="citation"><sup><a class="place" href="#ref-a">1</a></sup></span>,'
        "</span> and"
    )


def test_a_citation_without_links_leads_to_its_first_work() -> None:
    mark = CitationMark((Text("(Alpha and Beta, 2020; Gamma, 2022)"),), ("a", "b"))
    assert html(mark) == (
        '<span class="citation"><a href="#ref-a">(Alpha and Beta, 2020; Gamma, 2022)</a></span>'
    )


def test_cross_references_do_not_break() -> None:
    assert html(ReferenceLink("Figure 2", "fig-x")) == (
        f'<a class="reference" href="#fig-x">Figure{NO_BREAK_SPACE}2</a>'
    )


def test_addresses_and_entries_are_not_typeset() -> None:
    address = "https://x.org/a-1-2/3-4"
    assert words(html(Link(address, (Text(address),)))) == address
    assert str(inlines((Text("J Lett. 2020;3:1-5"),), data=True)) == "J Lett. 2020;3:1-5"


def test_prose() -> None:
    content: Prose = (
        paragraph("Two things:"),
        ProseList(((paragraph("a"), ProseList(((paragraph("b"),),), None, SPAN)),), 3, SPAN),
    )
    assert str(prose(content)) == (
        '<p class="lead-in">Two things:</p><ol start="3"><li>a<ul><li>b</li></ul></li></ol>'
    )


def test_a_sentence_ends_once() -> None:
    assert str(sentence((Text("It rose"),))) == "It rose."
    assert str(sentence((Text("Did it?"),))) == "Did it?"


def test_a_footnote_follows_its_call_and_each_leads_to_the_other() -> None:
    note = Footnote((Text("10 of 11"),), SPAN, "b")
    assert html(Text("all given"), note, Text(" once")) == (
        'all <span class="nobreak">given'
        '<sup class="footnote-call" id="fnref-b" data-name="Call of footnote b"><a href="#fn-b">b</a></sup>'
        '<span class="footnote" id="fn-b" data-name="Footnote b"><span class="footnote-mark">'
        '<a href="#fnref-b">b </a></span>10 of 11</span></span> once'
    )
