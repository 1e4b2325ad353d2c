"""straight-quotes: typewriter's quotation marks that are not set as the author would."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.passages import Passage, Role
from builder.lint.quotes import ENGLISH, quotes_of
from builder.lint.subject import Subject

_PAIR = re.compile(r'(?<![\w.,;:!?)\]%"])"(?=\S)([^"\n]*\S)"(?!\w)')
_LONE = re.compile(r'"')
_DECADE = re.compile(r"(?<![\w.,;:!?)\]%])'(?=\d0s\b)")
_CURLY = re.compile("[“”„«»]")
_NOT_TYPESET = frozenset({Role.AXIS, Role.ALT})


def check(subject: Subject) -> Iterator[Finding]:
    """Find straight quotation marks where setting them as English ones is wrong or makes the document uneven.

    Why: both outputs set `"` and `'` as English typographic marks, so most of them need no change. They do where the
    language has other marks, where the document has typographic marks elsewhere, and before decades ('90s).
    """
    opening, closing = quotes_of(subject.document.lang)
    uneven = any(_CURLY.search(passage.text) for passage in subject.passages)
    foreign = (opening, closing) != ENGLISH
    for passage in subject.passages:
        if passage.role in _NOT_TYPESET:
            continue
        if (uneven or foreign) and '"' in passage.shown:
            yield from _check_pairs(passage, opening, closing, foreign=foreign)
        for match in _DECADE.finditer(passage.shown) if "'" in passage.shown else ():
            message = "an apostrophe that would be set as an opening quotation mark"
            yield found_in(passage, *match.span(), message, "write ’", replacement="’")


def _check_pairs(passage: Passage, opening: str, closing: str, *, foreign: bool) -> Iterator[Finding]:
    why = "where the language has others" if foreign else "where others in this document are typographic"
    for match in _PAIR.finditer(passage.shown):
        for at, mark in ((match.start(), opening), (match.end() - 1, closing)):
            message = f"straight quotation mark, {why}"
            yield found_in(passage, at, at + 1, message, f"write {mark.strip()}", replacement=mark)
