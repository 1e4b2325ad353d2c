"""Reports share an engine as long as fonts and style sheets are the same, and not for ever."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builder.layout.progress import PageProgress, tell_nothing
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
