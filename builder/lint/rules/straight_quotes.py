"""straight-quotes: typewriter's quotation marks that are not set as the author would."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Severity
from builder.lint.finding import Edit, Finding, found_in
from builder.lint.passages import Passage, Role
from builder.lint.quotes import ENGLISH, quotes_of
from builder.lint.subject import Subject

_PAIR = re.compile(r'(?<![\w.,;:!?)\]%"])"(?=\S)([^"\n]*\S)"(?!\w)')
_DECADE = re.compile(r"(?<![\w.,;:!?)\]%])'(?=\d0s\b)")
_CURLY = re.compile("[“”„«»]")
_NOT_TYPESET = frozenset({Role.AXIS, Role.ALT})


def check(subject: Subject) -> Iterator[Finding]:
    """Find straight quotation marks where setting them as English ones is wrong, or makes the file uneven.

    Why: both outputs set `"` and `'` as English typographic marks, so most of them need no change. They do where the
    language has other marks, and before decades ('90s). Where an English file has marks of both kinds, a note says so
    once; the outputs are right.
    """
    marks = quotes_of(subject.document.lang)
    found = [
        finding
        for passage in subject.passages
        if passage.role not in _NOT_TYPESET and '"' in passage.shown
        for finding in _check_pairs(passage, *marks)
    ]
    if marks != ENGLISH:
        yield from found
    elif found and any(_CURLY.search(passage.text) for passage in subject.passages):
        message = "straight quotation marks, where others in this file are typographic"
        edits = tuple(edit for finding in found for edit in finding.edits)
        help = "write “…”; both are printed alike"
        yield Finding(message, found[0].span, help, severity=Severity.NOTE, edits=edits)
    for passage in subject.passages:
        for match in _DECADE.finditer(passage.shown) if "'" in passage.shown else ():
            message = "an apostrophe that would be set as an opening quotation mark"
            yield found_in(passage, *match.span(), message, "write ’", replacement="’")


def _check_pairs(passage: Passage, opening: str, closing: str) -> Iterator[Finding]:
    for match in _PAIR.finditer(passage.shown):
        places = ((match.start(), opening), (match.end() - 1, closing))
        edits = tuple(Edit(passage.scalar, at, at + 1, mark) for at, mark in places)
        message = "straight quotation marks would be set as English ones"
        help = f"write {opening.strip()}…{closing.strip()}"
        yield Finding(message, passage.span(*match.span()), help, edits=edits)
