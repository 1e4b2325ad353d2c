"""Paragraphs and sentences of masked text, as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from builder.lint.markup import CITED

Stretch: TypeAlias = tuple[int, int]

_BREAK = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-+*]|\d{1,3}[.)])[ \t])")
_END = re.compile(rf"[.!?]['\"”’»)\]]*(?:\s*{CITED}+)?(?=\s+[^\s])")
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|cf|et al|ca|approx|Fig|Figs|Eq|No|Nos|Vol|Dr|Prof|Mr|Mrs|Ms|St|Inc|Ltd|Co|Corp|pp?|"
    r"resp|incl|excl|max|min|avg|est|U\.S|U\.K)|\b[A-Z])\.$"
)


def paragraphs(text: str) -> Iterator[Stretch]:
    """Yield the paragraphs and list items of `text`."""
    start = 0
    for match in _BREAK.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def sentences(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the sentences of a paragraph; a citation behind a full stop belongs to what it follows.

    A full stop within a number, after an abbreviation, or before a small letter ends no sentence.
    """
    begin = start
    for match in _END.finditer(text, start, end):
        following = text[match.end() : end].lstrip()[:1]
        stop = text[begin : match.start() + 1]
        if following.islower() or _NO_END.search(stop[-12:]):
            continue
        yield begin, match.end()
        begin = match.end() + (len(text[match.end() : end]) - len(text[match.end() : end].lstrip()))
    if text[begin:end].strip():
        yield begin, end
