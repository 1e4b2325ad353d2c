"""Elements have the styles that the engine itself computes, whatever like them was styled before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.layout.fetcher import MemoryFetcher
from builder.layout.fonts import ThemeFonts, theme_fonts
from builder.layout.known_rules import HINTS
from builder.layout.shared_styles import SharedStyles
from builder.layout.weasy import weasyprint
from tests.deck.samples import clinical

CSS = """
:root { --gap: 7px } body { overflow: hidden; color: #123 } p { margin: var(--gap) } .a { font-size: 1.5em; --gap: 2px }
.b { border: 3px solid; padding: 5px; position: relative } .b > * { border: inherit }
.c { padding: inherit; width: 50% }
p + p { text-indent: 1em } p:last-child { color: red } div:empty { display: none } li:nth-child(2) { font-weight: 700 }
[data-x] { letter-spacing: 1px } [data-x="2"]::before { content: attr(data-x) } .a ::before { color: blue }
li::marker { color: green } .note { float: footnote } .a .b p { line-height: 2 } em:first-child::after { content: "!" }
div:has(> em) { text-align: right } .d { display: flex; text-decoration: underline } .b .d { --gap: inherit }
ul { list-style: inside "-" } table { border-collapse: collapse; padding: 9px } td { padding: 3px }
"""
ATTRIBUTES = (
    "", " class=a", " class=b", " class=c", " class='a d'", " class=note", " data-x=1", " data-x=2", " id=x",
    " style='color: teal'", " align=right", " border=1 rules=all", " nowrap", " type=a", " lang=de", " value=4",
)  # fmt: skip


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tag = st.sampled_from(("p", "div", "em", "ul", "li", "table", "td"))
    return st.builds("<{0}{1}>{2}</{0}>".format, tag, st.sampled_from(ATTRIBUTES), inside)


BODIES = st.recursive(
    st.sampled_from(("", "words")), lambda inside: st.lists(element(inside), max_size=4).map("".join)
)


def styles(body: str, fonts: ThemeFonts) -> list[dict[Any, Any]]:
    """Return all that is computed, for each element and its pseudo-elements in the order of the document."""
    html = f"<html lang=en><head><style>{CSS}</style></head><body><section>{body}</section></body></html>"
    source = weasyprint.HTML(string=html, base_url="diptych:", url_fetcher=MemoryFetcher({}))
    options = {**weasyprint.DEFAULT_OPTIONS, "stylesheets": (), "presentational_hints": True}
    build = weasyprint.document.Document._build_layout_context
    style_for = build(source, fonts, weasyprint.css.counters.CounterStyle(), {}, options).style_for
    names = weasyprint.css.INITIAL_VALUES
    return [
        {(pseudo, name): style[name] for pseudo in (None, "before", "after", "marker", "footnote-call")
         if (style := style_for.get_computed_styles().get((node, pseudo))) for name in names}
        for node in source.etree_element.iter()
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(BODIES, min_size=1, max_size=4))
def test_styles_are_the_engines_own(bodies: list[str]) -> None:
    plain, fonts = theme_fonts(clinical()), theme_fonts(clinical())
    fonts.shared_styles = SharedStyles()
    for body in bodies:
        fonts.shared_styles.begin_document()
        for ours, own in zip(styles(body, fonts), styles(body, plain), strict=True):
            shown = {key: value for key, value in own.items() if key in ours}
            assert ours == shown
            assert {pseudo for pseudo, _ in own.keys() - ours.keys()} <= {"marker", "footnote-call"}


def test_hints_are_of_attributes_that_are_looked_for() -> None:
    file = Path(weasyprint.css.__file__).with_name("html5_ph.css")
    text = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)
    selectors = [part for rule in re.findall(r"([^{}]+)\{", text) for part in re.split(r",(?![^(]*\))", rule)]
    assert len(selectors) > 50
    for selector in selectors:
        named = set(re.findall(r"\[([a-z]+)", selector))
        assert named, selector
        assert named <= HINTS


def test_what_is_known_is_not_styled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    styled: list[str] = []
    style_for = weasyprint.css.StyleFor
    compute = style_for.set_computed_styles

    def note(self: Any, element: Any, *args: Any, **named: Any) -> None:
        styled.append(getattr(element, "tag", "@page"))
        compute(self, element, *args, **named)

    fonts = theme_fonts(clinical())
    fonts.shared_styles = SharedStyles()
    monkeypatch.setattr(style_for, "set_computed_styles", note)
    sheets = [weasyprint.CSS(string=CSS, font_config=fonts)]
    rows = "<tr><td>one</td><td>two</td></tr>" * 20
    for count in (1, 0):
        styled.clear()
        fonts.shared_styles.begin_document()
        source = weasyprint.HTML(string=f"<html><body><section><table>{rows}</table></section></body></html>")
        source.render(stylesheets=sheets, font_config=fonts)
        assert styled.count("td") <= count * 12
