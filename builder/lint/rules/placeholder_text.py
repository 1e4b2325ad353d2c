"""placeholder-text: words that were to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.subject import Subject

_PLACEHOLDER = re.compile(
    r"\blorem ipsum\b[^.\n]*|\bdolor sit amet\b"
    r"|\b(?:TODO|FIXME)\b:?"
    r"|(?<![\w-])(?P<short>TBD|TBC|TBA|tbd|tbc|tba)(?![\w-])"
    r"|\?\?\?+"
    r"|\bclick to (?:add|edit) (?:\w+ )?(?:title|subtitle|text|notes)\b"
    r"|[\[<](?:insert|add|placeholder|to be (?:added|completed|confirmed)|citation needed|ref(?:erence)? needed|"
    r"your (?:name|text|company|title))\b[^\]>\n]{0,80}[\]>]"
    r"|(?<![\w,])(?P<blank>[xX]{2,}(?:\.[xX]+)?)(?=\s?(?:%|percent\b|patients\b|participants\b|months?\b|weeks?\b|"
    r"days?\b|years?\b|million\b|billion\b|mg\b|units\b|customers\b|employees\b))"
    r"|(?:(?<=n = )|(?<=n=)|(?<=[$€£]))(?P<sum>[xX]{1,3}(?:[.,][xX]+)*)(?![\w^$])",
    re.IGNORECASE,
)
_PARTS = (
    "lorem ipsum", "dolor sit", "todo", "fixme", "tbd", "tbc", "tba", "???", "click to", "[", "<", "xx", "= x", "=x",
    "$x", "€x", "£x",
)  # fmt: skip
"""One of these is in every match. Why: to look for them takes a fiftieth of the time."""


def check(subject: Subject) -> Iterator[Finding]:
    """Find lorem ipsum, TODO, TBD, `???`, `[insert …]`, and XX where a number belongs.

    TBD and its like are let be where the document lists them as abbreviations (tick-borne disease).
    """
    listed = {item.short.lower() for item in subject.document.abbreviations}
    for passage in subject.passages:
        lowered = passage.shown.lower()
        if not any(part in lowered for part in _PARTS):
            continue
        for match in _PLACEHOLDER.finditer(passage.shown):
            short = match["short"]
            if short is not None and (short.lower() in listed or not (short.isupper() or short.islower())):
                continue
            if match[0].rstrip(":").upper() in ("TODO", "FIXME") and not match[0].rstrip(":").isupper():
                continue
            message = f"'{_shorten(match[0])}' stands for text that is still to be written"
            yield found_in(passage, match.start(), match.end(), message, "write it, or remove the sentence")


def _shorten(text: str) -> str:
    return text if len(text) <= 30 else text[:29].rstrip() + "…"
