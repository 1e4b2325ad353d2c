"""Renderers: diagnostics as text for people, and as data for programs.

Every renderer takes the diagnostics and a function that returns the lines of a source file, and sorts by file and
place, so that equal faults give equal output.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.render.github import render_github
from builder.diagnostics.render.json import render_json
from builder.diagnostics.render.sarif import render_sarif
from builder.diagnostics.render.short import render_short
from builder.diagnostics.render.text import ReadLines, render_text

Renderer: TypeAlias = Callable[[Iterable[Diagnostic], ReadLines], str]

RENDERERS: dict[str, Renderer] = {
    "text": render_text,
    "short": render_short,
    "json": render_json,
    "github": render_github,
    "sarif": render_sarif,
}

__all__ = [
    "RENDERERS",
    "ReadLines",
    "Renderer",
    "render_github",
    "render_json",
    "render_sarif",
    "render_short",
    "render_text",
]
