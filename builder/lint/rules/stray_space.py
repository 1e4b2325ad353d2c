"""stray-space: white space that is too much, or stands before a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.subject import Subject

_BEFORE_STOP = re.compile(r"(?<=[\w)\]”’%])[ \t\u00a0]+(?=[,;](?:\s|$)|[.](?:\s|$)(?!\.))")
_IN_BRACKET = re.compile(r"(?<=\()[ \t]+(?=\S)|(?<=\S)[ \t]+(?=\))")
_MAY_HOLD = re.compile(r"[ \t\u00a0][,;.)]|\([ \t]")
_FRENCH = frozenset({"fr"})


def check(subject: Subject) -> Iterator[Finding]:
    """Find a space before a comma, semicolon or full stop, and inside brackets.

    Several spaces in a row are one in both outputs. French has a space before a semicolon.
    """
    french = subject.document.lang.lower().split("-")[0] in _FRENCH
    for passage in subject.passages:
        if _MAY_HOLD.search(passage.shown) is None:
            continue
        for match in _BEFORE_STOP.finditer(passage.shown):
            sign = passage.shown[match.end()]
            if not (french and sign == ";"):
                message = f"a space before '{sign}'"
                yield found_in(passage, *match.span(), message, "remove it", replacement="")
        for match in _IN_BRACKET.finditer(passage.shown):
            if "\n" not in match[0]:
                yield found_in(passage, *match.span(), "a space inside brackets", "remove it", replacement="")
