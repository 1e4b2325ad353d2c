"""Places of characters of values."""

from builder.diagnostics import Position, Span
from builder.markup import TextMap, TextRun, map_line


def test_line() -> None:
    assert map_line("a", 3, 5).locate(2, 4) == Span.at("a", 3, 7, 2)


def test_runs_on_several_lines_and_escapes() -> None:
    text_map = TextMap("a", (TextRun(0, 1, 10), TextRun(3, 1, 13, 6), TextRun(4, 1, 19), TextRun(6, 2, 5)))
    assert text_map.locate(3, 4) == Span.at("a", 1, 13, 6)
    assert text_map.locate(2, 5) == Span("a", Position(1, 12), Position(1, 20))
    assert text_map.locate(5, 8) == Span("a", Position(1, 20), Position(2, 7))
    assert text_map.locate(6, 6) == Span("a", Position(2, 5), Position(2, 5))
