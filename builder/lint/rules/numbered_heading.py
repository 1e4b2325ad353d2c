"""numbered-heading: a number typed before the title of a section, which has one by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.passages import Role
from builder.lint.subject import Subject
from builder.resolve.numbering import number

_TYPED = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<stop>[.)]?)\s+(?=\S)")


def check(subject: Subject) -> Iterator[Finding]:
    """Find titles of sections such as "1. Opening"; one such as "2.1 Cells" only where that is its number."""
    numbers = number(subject.document).sections
    for passage in subject.passages_of({Role.HEADING}):
        match = None if passage.block else _TYPED.match(passage.shown)
        own = numbers.get(passage.section)
        if match and own and (match["stop"] or ("." in own and match["number"] == own)):
            message = f"this title is printed with its number twice: {own} {passage.text.strip()}"
            help = f"write '{passage.text[match.end() :].strip()}'; sections are numbered by themselves"
            yield found_in(passage, match.start("number"), match.end(), message, help, replacement="")
