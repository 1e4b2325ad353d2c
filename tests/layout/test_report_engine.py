"""Reports share an engine as long as fonts and style sheets are the same, and not for ever."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builder.compose.report import ComposedReport
from builder.diagnostics import Diagnostic
from builder.layout.progress import PageProgress, tell_nothing
from builder.layout.report import lay_out_report
from builder.layout.report_engine import MOST_REPORTS, ReportEngine, engine_for
from builder.layout.weasy import weasyprint
from builder.theme.theme import Theme
from tests.deck.samples import clinical

STYLE = "p { color: red }"


@pytest.fixture
def theme() -> Theme:
    return clinical()


def source(style: str = STYLE) -> Any:
    return weasyprint.HTML(
        string=f"<style>{style}</style><style media=print>p {{ margin: 0 }}</style><p>x</p>"
    )


def engine(theme: Theme, style: str = STYLE) -> ReportEngine:
    return engine_for(theme, source(style).etree_element)


def test_the_last_engine_serves_reports_with_its_style_sheets_and_fonts(theme: Theme) -> None:
    first = engine(theme)
    assert engine(theme) is first
    assert engine(theme, "p { color: blue }") is not first
    again = engine(theme)
    assert again is not first
    assert engine(replace(theme, body=theme.headings)) is not again


def test_style_sheets_for_all_media_are_taken_out_of_the_html(theme: Theme) -> None:
    html = source()
    engine_for(theme, html.etree_element)
    assert [one.get("media") for one in html.etree_element.iter("style")] == ["print"]


def test_one_that_complained_is_not_used_again(theme: Theme) -> None:
    faulty = "p { no-such-thing: 1 }"
    assert engine(theme, faulty) is not engine(theme, faulty)


def test_what_it_learned_is_forgotten_at_last(theme: Theme) -> None:
    first = engine(theme)
    for _ in range(MOST_REPORTS):
        html = source()
        assert engine_for(theme, html.etree_element) is first
        first.lay_out(html, PageProgress(tell_nothing, html.etree_element))
    assert engine(theme) is not first


@pytest.mark.render
@pytest.mark.parametrize("name", ["margin-left", "outline-color"], ids=["laid out", "painted"])
def test_what_is_wrong_in_a_style_is_told_of_each_report(name: str, theme: Theme) -> None:
    style = f":root {{ --odd: 1 of 2 }} p {{ outline: 1px solid; {name}: var(--odd) }}"
    html = f"<html lang=en><head><title>t</title><style>{style}</style></head><body><p>x</p></body></html>"

    def told() -> list[Diagnostic]:
        laid_out = lay_out_report(ComposedReport(html, {"report.css": style}, {}, {}), theme)
        return [*laid_out.diagnostics, *laid_out.require().paint(b"x").diagnostics]

    first = told()
    assert {one.code for one in first} == {"B402"}
    assert told() == first
