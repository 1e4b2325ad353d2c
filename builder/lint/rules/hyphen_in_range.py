"""hyphen-in-range: a hyphen between two numbers, where a dash is meant and is not set by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.subject import Subject

EN_DASH = "–"
_UNIT = (
    r"(?:%|‰|°C|[kmµμn]?[gLlmM]|[kM]?Pa|k?Da|[kMG]?Hz|mmHg|Gy|IU|U|h|min|s|x|kb|bp|million|billion|bn|k|"
    r"days?|weeks?|months?|years?|hours?|minutes?|points?|patients)"
)
_N = r"\d+(?:[.,]\d+)*"
_SPACED = re.compile(rf"(?<![\w.,/:)\]–-])({_N}\s?%?)(\s-\s)({_N})(?=\s?{_UNIT}(?!\w))")
_GLUED = re.compile(
    rf"(?<![\w.,/:)\]–-])({_N}%?)(-)({_N})(?=(?:mg|µg|μg|ng|kg|g|mL|ml|mM|µM|nM|mm|cm|km|kDa|kb|bp|kPa)(?!\w))"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Find ranges of quantities with a hyphen between spaces, or with the unit glued on: 10 - 20 %, 5-10mg.

    Why: both outputs set 10-20 as a range by themselves.
    """
    for passage in subject.passages:
        if not passage.has_digits or "-" not in passage.shown:
            continue
        for form in (_SPACED, _GLUED):
            for match in form.finditer(passage.shown):
                if _rises(match[1], match[3]):
                    message = f"'{match[1]}{match[2]}{match[3]}': a hyphen in a range"
                    help = f"write {match[1].strip()}{EN_DASH}{match[3]}"
                    yield found_in(passage, *match.span(2), message, help, replacement=EN_DASH)


def _rises(low: str, high: str) -> bool:
    """Return whether two numbers are a range; where the second is smaller, something is subtracted."""
    return _value(low) < _value(high)


def _value(text: str) -> float:
    return float(text.rstrip("% ").replace(",", "").rstrip(".") or 0)
