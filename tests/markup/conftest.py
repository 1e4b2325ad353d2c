"""Markdown parsed at line 1, column 1 of a file, and shown again as HTML."""

from collections.abc import Callable

import pytest

from builder.diagnostics import Diagnostics
from builder.markup import parse_inlines
from tests.markup.shown import as_html, locate_in


@pytest.fixture
def html() -> Callable[[str], str]:
    """A function that gives Markdown as HTML and fails on a diagnostic."""

    def parse(text: str) -> str:
        diagnostics = Diagnostics()
        nodes = parse_inlines(text, locate_in(text), diagnostics)
        assert list(diagnostics) == []
        return as_html(nodes)

    return parse
