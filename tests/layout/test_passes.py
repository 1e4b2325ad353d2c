"""Of a report that is laid out again to fill its pages, only the last layout is kept in memory."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import Any

import pytest

from builder.layout import report
from builder.layout.fonts import theme_fonts
from builder.layout.placement import Move
from builder.layout.weasy import weasyprint
from tests.deck.samples import clinical


def test_pages_of_an_earlier_pass_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    source = weasyprint.HTML(string="<style>html { line-height: 20px }</style><p>one</p><p>two</p>")
    first, second = source.etree_element.iter("p")
    passes: list[weakref.ref[Any]] = []

    def plan_once(pages: Sequence[Any], _moved: set[Any]) -> tuple[Move, ...]:
        passes.append(weakref.ref(pages[0]._page_box))
        return () if len(passes) > 1 else (Move(first, second),)

    monkeypatch.setattr(report, "plan_moves", plan_once)
    document = report._render(source, theme_fonts(clinical()))
    assert [kept() is document.pages[0]._page_box for kept in passes] == [False, True]
    assert passes[0]() is None
