"""Footnotes stand on the page of their call, whatever the page is full of."""

import random

import pytest

from builder.compose.report import ComposedReport
from builder.diagnostics import Outcome, Span
from builder.layout.report import ReportPages, lay_out_report
from builder.layout.weasy import weasyprint
from tests.compose.briefings import EVERY_BLOCK, read_briefing

pytestmark = pytest.mark.render

SHEET = """
@page { size: 100mm 150mm; margin: 10mm; @footnote { margin-top: 8pt; border-top: 1pt solid } }
html { font: 10pt/13pt Carlito } body { orphans: 2; widows: 2 } h2 { break-after: avoid } p { margin: 0 0 6pt }
figure { break-inside: avoid; height: 50mm; margin: 0 0 6pt }
.nobreak { white-space: nowrap } sup { font-size: .7em; line-height: 0 }
.footnote { float: footnote; footnote-policy: line; font-size: 8pt; line-height: 10pt; white-space: normal }
.footnote::footnote-call, .footnote::footnote-marker { content: "" }
.contents a::after { content: " " target-counter(attr(href), page) }
"""
WORDS = (
    "cells that were given once stayed in the blood of two patients for months after lymphodepletion".split()
)


def call(mark: str, text: str) -> str:
    note = f'<span class="footnote" id="fn-{mark}"><a href="#fnref-{mark}">{mark}</a> {text}</span>'
    return (
        f'<span class="nobreak">word<sup id="fnref-{mark}"><a href="#fn-{mark}">{mark}</a></sup>{note}</span>'
    )


def write_body(seed: int) -> str:
    """Return pages of headings, figures and paragraphs with footnotes of one to ten lines."""
    chance = random.Random(seed)
    parts, count = [], 0
    for number in range(40):
        if number % 5 == 4:
            parts.append(chance.choice((f'<h2 id="h-{number}">Heading</h2>', "<figure><p>x</p></figure>")))
        text = []
        for _ in range(chance.randint(10, 110)):
            text.append(chance.choice(WORDS))
            if chance.random() < 0.03:
                count += 1
                text.append(call(str(count), " ".join(chance.choices(WORDS, k=chance.choice((4, 20, 70))))))
        parts.append(f"<p>{' '.join(text)}</p>")
    ids = [part[8:].partition('"')[0] for part in parts if part.startswith("<h2")]
    contents = "".join(f'<a href="#{name}">{name}</a> ' for name in ids)
    return f'<p class="contents">{contents}</p>' + "".join(parts)


def lay_out(body: str, spans: dict[str, Span] | None = None) -> Outcome[ReportPages]:
    head = f"<head><title>t</title><style>{SHEET}</style></head>"
    html = f'<!doctype html><html lang="en">{head}<body>{body}</body></html>'
    report = ComposedReport(html, {"s": SHEET}, {}, spans or {})
    return lay_out_report(report, read_briefing(EVERY_BLOCK).theme)


def strayed(outcome: Outcome[ReportPages]) -> dict[str, tuple[int, int | None]]:
    """Return the pages of each call and its note where those are not the same."""
    assert outcome.diagnostics == ()
    pages = outcome.require()
    calls = {name[6:]: page for name, page in pages.anchors.items() if name.startswith("fnref-")}
    assert len(calls) > 20
    places = {mark: (page, pages.anchors.get(f"fn-{mark}")) for mark, page in calls.items()}
    return {mark: place for mark, place in places.items() if place[0] != place[1]}


@pytest.mark.parametrize("seed", range(3))
def test_every_note_is_on_the_page_of_its_call(seed: int) -> None:
    assert strayed(lay_out(write_body(seed))) == {}


def test_the_engine_alone_would_let_some_stray(monkeypatch: pytest.MonkeyPatch) -> None:
    block, context = weasyprint.layout.block, weasyprint.layout.LayoutContext
    monkeypatch.setattr(block, "_linebox_layout", block._linebox_layout.__closure__[0].cell_contents)
    original = context._update_footnote_area.__closure__[0].cell_contents
    monkeypatch.setattr(context, "_update_footnote_area", original)
    assert strayed(lay_out(write_body(1))) != {}


def test_a_note_taller_than_its_page_is_an_error_in_its_line() -> None:
    span = Span.at("content/x.yaml", 7, 3)
    outcome = lay_out(f"<p>{call('1', 'cells ' * 900)}</p><p>After</p>", {"fn-1": span})
    (fault,) = outcome.diagnostics
    assert (fault.code, fault.span) == ("B702", span)
    assert "mm taller" in fault.message
    assert lay_out(f"<p>{call('1', 'cells ' * 300)}</p>").diagnostics == ()


def test_the_room_of_footnotes_is_no_gap_to_be_filled() -> None:
    page = f"<p>{'cells ' * 160}{call('1', 'in the blood ' * 50)}</p>"
    text = f'<p style="break-inside: avoid">{"blood " * 150}</p>'
    outcome = lay_out(f'{page}<figure id="fig"><p>x</p></figure>{text}')
    assert outcome.diagnostics == ()
    anchors = outcome.require().anchors
    assert (anchors["fn-1"], anchors["fig"]) == (1, 2)
