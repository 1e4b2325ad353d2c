"""Characters that no content may hold."""

from __future__ import annotations

import pytest

from builder.content.characters import check_characters, find_forbidden
from builder.content.source import Source
from builder.diagnostics import Diagnostics


@pytest.mark.parametrize("char", ["\u202d", "\u202e"])
def test_what_would_show_figures_in_another_order_is_refused(char: str) -> None:
    found = Diagnostics()
    assert not check_characters(Source.from_text("a.yaml", f"title: {char}32 %"), found)
    (fault,) = found
    assert fault.code == "B102"
    assert fault.span is not None
    assert (fault.span.start.line, fault.span.start.column) == (1, 8)
    assert find_forbidden(f"{char}32 %") is not None


@pytest.mark.parametrize("char", ["\u200e", "\u200f", "\u2067", "\u2069", "\u202b", "\u202c"])
def test_marks_and_isolates_of_direction_are_text(char: str) -> None:
    assert check_characters(Source.from_text("a.yaml", f"title: {char}32 %"), Diagnostics())
    assert find_forbidden(f"{char}32 %") is None
