"""The lengths of a box are those that the engine itself finds, the second time too."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from builder.layout.used_values import NAMES
from builder.layout.weasy import weasyprint

HTML = """<style>
  p { width: 30%; padding: 1em 5%; border: 1px solid; margin: auto 3px; min-width: 9px }
  .sized { box-sizing: border-box; height: 50%; max-height: 40px }
  td { padding: 2px } .collapsed { border-collapse: collapse } .collapsed td { border: 3px solid }
</style>
<p>plain</p><p class=sized>sized</p><table><tr><td>cell</td></tr></table>
<table class=collapsed><tr><td>cell</td></tr></table>"""
resolve_percentages: Any = weasyprint.layout.percent.resolve_percentages


@pytest.fixture(scope="module")
def boxes() -> list[Any]:
    """Every box of a small page."""
    page = weasyprint.HTML(string=HTML).render().pages[0]
    return [box for box in page._page_box.descendants() if hasattr(box, "style")]


@pytest.mark.parametrize("width", [100.0, 217.3])
@pytest.mark.parametrize("height", [50.0, "auto"])
def test_they_are_the_engines_own(boxes: list[Any], width: float, height: float | str) -> None:
    assert len(boxes) > 10
    for box in boxes:
        for _ in range(2):
            known, computed = box.copy(), box.copy()
            resolve_percentages(known, (width, height))
            resolve_percentages.__wrapped__(computed, (width, height))
            assert _lengths(known) == _lengths(computed)


def test_what_is_no_box_is_left_to_the_engine(boxes: list[Any]) -> None:
    placeholder = SimpleNamespace(style=boxes[0].style, margin_width=lambda: 0)
    resolve_percentages(placeholder, containing_block=(10, 10))
    assert placeholder.width == boxes[0].style["width"]


def _lengths(box: Any) -> dict[str, object]:
    return {name: getattr(box, name, None) for name in NAMES}
