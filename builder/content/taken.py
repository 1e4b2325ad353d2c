"""What YAML takes for something else than text without calling it an error: names, tags, comments, block headers."""

from __future__ import annotations

import re

from builder.content.source import Source
from builder.diagnostics import Diagnostics, Span

_QUOTE_IT = "put the value in quotes, or write '|' and the text on the next line"
_GLUED_COMMENT = re.compile(r"[ \t]+(#[^\s#!][^\n]*)")
_WORD = re.compile(r"[^\s,\[\]{}]*")


def report_anchor(name: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report a name for a value (`&name`) that is never repeated, so that it was meant as text (B104)."""
    message = f"'&{name}' at the start of a value is taken by YAML as a name and not shown"
    diagnostics.error("B104", message, span, help=_QUOTE_IT)


def report_alias(name: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report a repeated value (`*name`) that there is none of (B112)."""
    message = f"'*{name}' repeats a value named '&{name}', and there is none before it"
    diagnostics.error("B112", message, span, help=f"{_QUOTE_IT}, if the text starts with '*'")


def report_tag(source: Source, start: int, diagnostics: Diagnostics) -> None:
    """Report the tag (`!tag`) of the node at an offset (B112)."""
    at = source.text.find("!", start)
    word = _WORD.match(source.text, at)
    tag = word[0] if word is not None else "!"
    message = f"'{tag}' at the start of a value is taken by YAML as a tag"
    help_line = "put the value in quotes if the text starts with '!', else remove the tag"
    diagnostics.error("B112", message, source.span_at(at, len(tag)), help=help_line)


def report_second_document(span: Span, diagnostics: Diagnostics) -> None:
    """Report the marker that starts a second document (B112)."""
    help_line = "a content file is one document: remove the line, or indent it if it is part of a text"
    diagnostics.error("B112", "'---' starts a second document", span, help=help_line)


def check_block_header(value: str, header: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report an empty block scalar whose header has a digit, as in `>5`, which was meant as text (B104)."""
    if not value and any(char.isdigit() for char in header):
        message = f"'{header}' starts a block of text, and the block is empty"
        help_line = f"put the value in quotes if it starts with '{header[0]}'"
        diagnostics.error("B104", message, span, help=help_line)


def check_comment(source: Source, end: int, diagnostics: Diagnostics) -> None:
    """Warn of a comment behind the plain scalar that ends at an offset, if it looks like text (B115)."""
    match = _GLUED_COMMENT.match(source.text, end)
    if match is None:
        return
    span = source.span_at(match.start(1), len(match[1].rstrip()))
    message = "the value ends here: YAML takes what follows ' #' as a comment"
    help_line = "put the value in quotes, or write a space after '#' if a comment is meant"
    diagnostics.warning("B115", message, span, help=help_line)
