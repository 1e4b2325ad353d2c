"""Diagnostics for people: the fact, the source line with a caret, and what to do (DESIGN, section 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeAlias

from builder.diagnostics.diagnostic import Diagnostic, Severity
from builder.diagnostics.order import sort_diagnostics
from builder.diagnostics.render.excerpt import cut_excerpt
from builder.diagnostics.span import Span

ReadLines: TypeAlias = Callable[[str], Sequence[str]]

_RED, _YELLOW, _CYAN, _BLUE, _BOLD, _RESET = (
    "\033[1;31m",
    "\033[1;33m",
    "\033[1;36m",
    "\033[34m",
    "\033[1m",
    "\033[0m",
)
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.NOTE: _CYAN}


def render_text(diagnostics: Iterable[Diagnostic], read_lines: ReadLines, *, colour: bool = False) -> str:
    """Return all diagnostics with a blank line between two; empty if there are none. Each file is read once."""
    read_once = cache(read_lines)
    return "\n".join(_render_one(d, read_once, colour) for d in sort_diagnostics(diagnostics))


def _render_one(diagnostic: Diagnostic, read_lines: ReadLines, colour: bool) -> str:
    def paint(text: str, code: str) -> str:
        return f"{code}{text}{_RESET}" if colour else text

    accent = _COLOURS[diagnostic.severity]
    head = f"{diagnostic.severity.value}[{diagnostic.code}]"
    lines = [paint(head, accent) + paint(f": {diagnostic.message}", _BOLD)]
    gutter = "   "
    if diagnostic.span is not None:
        span = diagnostic.span
        number = str(span.start.line)
        gutter = " " * (len(number) + 1)
        arrow = paint(f"{gutter[1:]}-->", _BLUE)
        lines.append(f"{arrow} {span.path}:{span.start.line}:{span.start.column}")
        source = _find_line(read_lines, span)
        if source is not None:
            excerpt = cut_excerpt(source, span)
            caret = paint("^" * excerpt.extent + (f" {diagnostic.label}" if diagnostic.label else ""), accent)
            bar = paint("|", _BLUE)
            lines.append(f"{gutter}{bar}")
            lines.append(f"{paint(number, _BLUE)} {bar} {excerpt.line}")
            lines.append(f"{gutter}{bar} {' ' * excerpt.indent}{caret}")
    if diagnostic.help:
        lines.append(f"{gutter}{paint('=', _BLUE)} help: {diagnostic.help}")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _find_line(read_lines: ReadLines, span: Span) -> str | None:
    lines = read_lines(span.path)
    return lines[span.start.line - 1] if 0 < span.start.line <= len(lines) else None
