"""A report that is laid out again to fill its pages: as if for the first time, and only the last layout is kept."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import Any

import pytest

from builder.layout import report, report_source
from builder.layout.fonts import theme_fonts
from builder.layout.placement import Move
from builder.layout.progress import PageProgress, tell_nothing
from builder.layout.report_source import ReportSource
from tests.deck.samples import clinical


def source_of(body: str) -> ReportSource:
    style = "<style>html { line-height: 20px } p + p { text-indent: 30px }</style>"
    return ReportSource(style + body, {}, theme_fonts(clinical()))


def positions(document: Any) -> list[tuple[str, float, float]]:
    boxes = document.pages[0]._page_box.descendants()
    return [(box.text, box.position_x, box.position_y) for box in boxes if hasattr(box, "text")]


def test_a_pass_after_a_change_is_like_the_first_of_what_was_changed() -> None:
    source = source_of("<p>one</p><p>two</p><p id=three>three</p>")
    source.lay_out()
    first, *_ = source.root.iter("p")
    parent = next(element for element in source.root.iter() if first in list(element))
    parent.remove(first)
    parent.append(first)
    again = source.lay_out()
    fresh = source_of("<p>two</p><p id=three>three</p><p>one</p>").lay_out()
    assert positions(again) == positions(fresh)
    assert again.pages[0].anchors == fresh.pages[0].anchors


def test_pages_of_an_earlier_pass_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    source = source_of("<p>one</p><p>two</p>")
    first, second = source.root.iter("p")
    passes: list[weakref.ref[Any]] = []

    def plan_once(pages: Sequence[Any], _moved: set[Any]) -> tuple[Move, ...]:
        passes.append(weakref.ref(pages[0]._page_box))
        return () if len(passes) > 1 else (Move(first, second),)

    monkeypatch.setattr(report, "plan_moves", plan_once)
    monkeypatch.setattr(report_source, "FEW_PAGES", 0)
    document = report._lay_out(source, PageProgress(tell_nothing, source.root, 2))
    assert [kept() is document.pages[0]._page_box for kept in passes] == [False, True]
    assert passes[0]() is None
