"""hyphen-for-minus: a hyphen or dash before a number, where a minus sign is meant and is not set by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.subject import Subject

MINUS = "\u2212"
_UNIT = r"\s?(?:°\s?[CF]\b|K\b|%|‰|mV\b|dB\b|eV\b|mmHg\b|kcal\b|log\b|SD\b|points?\b)"
_WRONG = re.compile(
    rf"(?:(?<=\s)|(?<=[(\[])|^)(?:–|—)\s?(?=\d+(?:\.\d+)?{_UNIT})"
    rf"|(?<=\bto )-\s(?=\d+(?:\.\d+)?{_UNIT})"
    rf"|(?<=[ (\[])(?<!\n )-\s(?=\d+(?:\.\d+)?\s?°)"
    rf"|(?<=[a-z]:)-(?=\d)"
)
_DASH = re.compile(r"[–—]\s?\d|-\s\d|:-\d")
_RANGE_BEFORE = re.compile(r"(?:\d|[%°CF])\s*$")


def check(subject: Subject) -> Iterator[Finding]:
    """Find minus signs typed as a dash, or as a hyphen with a space behind it: –5 °C, - 80 °C.

    Why: both outputs set a hyphen right before a number as a minus sign, so -5 °C needs no change.
    """
    for passage in subject.passages:
        if not passage.has_digits or _DASH.search(passage.shown) is None:
            continue
        for match in _WRONG.finditer(passage.shown):
            if _RANGE_BEFORE.search(passage.shown, 0, match.start()):
                continue
            message = f"'{match[0].strip()}' before a number, where a minus sign is meant"
            yield found_in(passage, *match.span(), message, f"write {MINUS}", replacement=MINUS)
