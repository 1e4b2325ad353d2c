"""A layout that takes too long ends with the block that it had in hand; all of its parts share one time."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.compose.report import ComposedReport
from builder.deck.build import SIZES, build_deck
from builder.deck.printed import print_deck
from builder.diagnostics import Diagnostic, Diagnostics, Span
from builder.layout import time_limit
from builder.layout.prints import lay_out_print
from builder.layout.report import lay_out_report
from builder.layout.slides import SlideLayouter
from builder.layout.time_limit import LayoutTime, LayoutTooLong, tell_if_stopped
from builder.theme.theme import Theme
from tests.compose.briefings import EVERY_BLOCK, read_briefing, write_content

pytestmark = pytest.mark.render

SHORT, LONG = Span.at("content/x.yaml", 7, 3), Span.at("content/x.yaml", 9, 3)
TEXT = f"<p>{'Cells that were given once were found for twelve months. ' * 200}" * 160
HEAD = "<head><title>t</title><style>@page { size: 120mm 60000mm }</style></head>"
BODY = f"<body><div data-block=short><p>One</div><div data-block=long>{TEXT}</div></body>"
REPORT = ComposedReport(
    f"<!doctype html><html lang=en>{HEAD}{BODY}</html>", {}, {}, {"short": SHORT, "long": LONG}
)
"""Few pages, or one in a hundred runs would end while the style of a page is looked up, which is no block's."""


@pytest.fixture(autouse=True)
def little_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Why without garbage collection: where the time is over while it cleans up, Python ignores that till later."""
    monkeypatch.setattr(time_limit, "LONGEST_LAYOUT_S", 1)
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="module")
def theme() -> Theme:
    return read_briefing(EVERY_BLOCK).theme


def work_for(seconds: float) -> None:
    """Take time of the processor; looks at the clock alone would take that of the system, which no limit counts."""
    start = time.process_time()
    while time.process_time() - start < seconds:
        sum(range(10_000))


def the_fault(diagnostics: tuple[Diagnostic, ...]) -> Diagnostic:
    (fault,) = diagnostics
    assert fault.code == "B730"
    return fault


@pytest.mark.parametrize("lay_out", [lay_out_report, lay_out_print])
def test_pages_that_take_too_long_name_the_block(lay_out, theme: Theme) -> None:
    outcome = lay_out(REPORT, theme)
    assert outcome.value is None
    fault = the_fault(outcome.diagnostics)
    assert fault.span == LONG
    assert "shorter" in fault.help


@pytest.mark.parametrize("make", [build_deck, print_deck])
def test_slides_that_take_too_long_name_the_block(make, tmp_path: Path) -> None:
    points = "".join(
        f"          - Cells that were given once were found, {number}\n" for number in range(2000)
    )
    head = (
        "title: T\nsections:\n  - title: Few\n    content: [{points: [One]}]\n  - title: Many\n    content:\n"
    )
    briefing = read_briefing(write_content(tmp_path, f"{head}      - points:\n{points}"))
    outcome = make(briefing.world, briefing.resolved, briefing.theme)
    assert outcome.value is None
    fault = the_fault(outcome.diagnostics)
    assert fault.span is not None
    assert fault.span.start.line == 7


def test_pages_that_take_too_long_to_paint_are_not_written(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time_limit, "LONGEST_LAYOUT_S", 100)
    pages = lay_out_report(replace(REPORT, html=REPORT.html[: len(REPORT.html) // 8]), theme).require()
    monkeypatch.setattr(time_limit, "LONGEST_LAYOUT_S", 0.05)
    painted = pages.paint(b"x")
    assert painted.value is None
    the_fault(painted.diagnostics)


def test_all_parts_of_a_layout_share_one_time() -> None:
    spending = LayoutTime()
    with spending.spend():
        work_for(0.7)
    with pytest.raises(LayoutTooLong), spending.spend():
        work_for(0.7)


def test_what_no_block_is_to_blame_for_is_told_without_a_place() -> None:
    found = Diagnostics()
    with tell_if_stopped(found, {}), LayoutTime().spend():
        work_for(10)
    (fault,) = found
    assert fault.span is None
    assert "theme" in fault.help


BROKEN = '[data-block="long"] { background-image: attr(data-block url) }'
"""WeasyPrint 70.0 takes it, and ends with an AssertionError when the page is laid out."""


def test_a_style_that_the_engine_fails_at_is_told(theme: Theme) -> None:
    html = REPORT.html.replace("</style>", f"{BROKEN}</style>")
    outcome = lay_out_report(replace(REPORT, html=html[: html.index("<p>Cells") + 200]), theme)
    assert outcome.value is None
    (fault,) = outcome.diagnostics
    assert fault.code == "B731"
    assert "clinical" in fault.help


def test_a_style_of_slides_that_the_engine_fails_at_is_told(theme: Theme) -> None:
    found = Diagnostics()
    sheet = BROKEN.replace("long", "short")
    with tell_if_stopped(found, {}):
        SlideLayouter(theme, {"deck.css": sheet}, SIZES["16:9"], found).lay_out(REPORT.html)
    (fault,) = found
    assert fault.code == "B731"


def test_an_error_of_our_own_is_not_put_down_to_the_engine() -> None:
    with pytest.raises(ZeroDivisionError), LayoutTime().spend():
        _ = 1 / 0
