"""proportion-count-mismatch: a count and the share beside it that disagree, such as 8 of 11 (63 %)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Severity
from builder.lint.expanded import Expanded, expand
from builder.lint.finding import Finding, found_in
from builder.lint.passages import Passage
from builder.lint.sentences import Stretch
from builder.lint.shares import decimals_of, rounds_to, show_share
from builder.lint.subject import Subject

_COUNT = r"(?<![\d.,/–-])(?P<count>\d{1,3}(?:,\d{3})+|\d+)\s?(?:of|out of|/)\s?(?:the |all |these )?"
_TOTAL = r"(?P<total>\d{1,3}(?:,\d{3})+|\d+)(?![\d.,/–-]\d)"
_SHARE = r"(?P<share>\d+(?:\.\d+)?)\s?(?:%|per ?cent)"
_FORMS = (
    re.compile(rf"{_COUNT}{_TOTAL}(?:[ -][a-z][\w-]*){{0,4}},?\s?[(\[]\s?{_SHARE}\s?(?=[)\];,])"),
    re.compile(
        rf"(?<![\d.–-]){_SHARE}\s?[(\[]\s?(?:n\s?=\s?)?{_COUNT}{_TOTAL}(?:[ -][a-z][\w-]*){{0,2}}\s?(?=[)\];,])"
    ),
    re.compile(rf"{_COUNT}{_TOTAL}\s?(?:=|,? or|,? i\.e\.,?)\s?{_SHARE}"),
)
_MORE = re.compile(
    rf"{_COUNT}{_TOTAL}[ -](?P<who>patients|participants|subjects|people|cases|customers|sites|centers)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Find shares that are not their count divided by its total, and counts above their total.

    8 of 11 is 73 %, 72.7 % or 72.73 %; both ways to round a half are right.
    """
    for passage in subject.passages:
        expanded = expand(passage, subject.claims)
        if passage.has_digits or expanded.text is not passage.shown:
            yield from _check_passage(passage, expanded)


def _check_passage(passage: Passage, expanded: Expanded) -> Iterator[Finding]:
    text = expanded.text
    told: set[int] = set()
    for form in _FORMS if "%" in text or "cent" in text else ():
        for match in form.finditer(text):
            count, total, share = _number(match["count"]), _number(match["total"]), match["share"]
            if total and not rounds_to(count / total * 100, share) and match.start("share") not in told:
                told.add(match.start("share"))
                right = show_share(count, total, decimals_of(share))
                message = f"{count} of {total} is {right} %, not {share} %"
                place = expanded.locate(*match.span("share"))
                yield _error(passage, place, message, "correct the count or the share")
    for match in _MORE.finditer(text) if " of " in text else ():
        if _number(match["count"]) > _number(match["total"]):
            message = f"{match['count']} cannot be of {match['total']}"
            place = expanded.locate(match.start(), match.end("total"))
            yield _error(passage, place, message, "correct one of the two numbers")


def _error(passage: Passage, place: Stretch, message: str, help: str) -> Finding:
    return found_in(passage, *place, message, help, severity=Severity.ERROR)


def _number(text: str) -> int:
    return int(text.replace(",", ""))
