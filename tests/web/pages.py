"""Web pages for tests: briefings taken to the bytes of their HTML."""

from __future__ import annotations

from pathlib import Path

from builder.compose.web.page import ComposedPage, compose_page
from builder.web.write import write_page
from tests.compose.briefings import Briefing, read_briefing


def compose(briefing: Briefing) -> ComposedPage:
    outcome = compose_page(briefing.world, briefing.resolved, briefing.theme)
    assert outcome.diagnostics == ()
    return outcome.require()


def page_of(file: Path) -> bytes:
    """Return the web page of a content file, in a project of its own."""
    briefing = read_briefing(file)
    return write_page(compose(briefing), briefing.theme, None)
