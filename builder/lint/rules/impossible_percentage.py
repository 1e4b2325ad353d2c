"""impossible-percentage: a share that no count of the number given beside it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Severity, Span
from builder.lint.expanded import Expanded, expand
from builder.lint.finding import Finding, found_in
from builder.lint.passages import Passage
from builder.lint.shares import is_possible, is_share_of_something
from builder.lint.subject import Subject
from builder.model.block import Chart
from builder.model.claims import Claim
from builder.model.inline import plain_text

_PEOPLE = (
    r"(?:[a-z][\w-]* ){0,2}"
    r"(?:patients|participants|subjects|people|women|men|children|adults|respondents|customers)"
)
_SHARE = r"(?<![\d.–-])(?P<share>\d+(?:\.\d+)?)\s?(?:%|per ?cent)"
_OF = re.compile(rf"{_SHARE} (?:of|in) (?:the |all |these )?(?P<total>\d{{1,3}}) {_PEOPLE}\b")
_AMONG = re.compile(
    rf"\b(?:[Oo]f|[Aa]mong|[Ii]n) (?:the |all |these )?(?P<total>\d{{1,3}}) {_PEOPLE},? (?:only |about )?{_SHARE}"
)
_BESIDE = re.compile(rf"{_SHARE} \([nN]\s?=\s?(?P<total>\d{{1,3}})\)")
_FORMS = (_OF, _AMONG, _BESIDE)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)[\s\u00a0]?%")
_ESTIMATED = re.compile(
    r"\bsurvival\b|\b(?:PFS|OS|EFS|DFS|RFS|DOR)\b|\bestimate|\bKaplan|\bactuarial|\bprobabilit|\bcumulative|\bincidence|"
    r"\bmodel|\badjusted|\bweighted|\bmean\b|\bmedian\b|\baverage|\breduc|\bincreas|\bdecreas|\bchange|\bdifference|"
    r"\bgrowth|\brate of\b|\b(?:about|around|nearly|almost|roughly|approximately|over|under|some)\b|\bconfidence|"
    r"\bCI\b|\bsensitivity|\bspecificity|\byear\b",
    re.IGNORECASE,
)
"""Words of shares that are no count divided by a total, or not said exactly."""


def check(subject: Subject) -> Iterator[Finding]:
    """Find shares that cannot be of the people given beside them: 63 % of 11 patients, where 7 are 64 %.

    "63 % (n = 11)" may also mean that 11 are 63 % of all, so it is told only where that cannot be either.
    Estimates, such as survival at a year, are let be.
    """
    for passage in subject.passages:
        expanded = expand(passage, subject.claims)
        if ("%" in expanded.text or "cent" in expanded.text) and any(f.search(expanded.text) for f in _FORMS):
            for start, end in expanded.sentences():
                yield from _check_sentence(passage, expanded, start, end)
    claimed = frozenset(use.span for use in subject.document.claim_uses)
    for block in subject.blocks.values():
        if isinstance(block, Chart):
            yield from _check_chart(block, claimed)
    for claim in subject.document.claims:
        yield from _check_claim(claim)


def _check_sentence(passage: Passage, expanded: Expanded, start: int, end: int) -> Iterator[Finding]:
    if _ESTIMATED.search(expanded.text, start, end):
        return
    for form in _FORMS:
        for match in form.finditer(expanded.text, start, end):
            share, total = match["share"], int(match["total"])
            if not total or is_possible(share, total):
                continue
            if form is _BESIDE and is_share_of_something(share, total):
                continue
            message, help = _describe(share, total)
            place = expanded.locate(*match.span("share"))
            yield found_in(passage, *place, message, help, severity=Severity.ERROR)


def _check_chart(chart: Chart, claimed: frozenset[Span]) -> Iterator[Finding]:
    """Check a chart that gives the number of people beside each share, but for values that are `claimed`."""
    words = f"{plain_text(chart.caption)} {plain_text(chart.title)} {chart.x_title} {chart.y_title}"
    if chart.n is None or chart.unit.strip() != "%" or _ESTIMATED.search(words):
        return
    severity = (
        Severity.WARNING
    )  # others' shares are often of fewer people than the number printed beside them
    for value, n in zip(chart.column(chart.y[0]).values, chart.column(chart.n).values, strict=True):
        if (
            value.span in claimed
            or value.number is None
            or n.number is None
            or not n.number.is_integer()
            or not 0 < n.number < 1000
        ):
            continue
        if not is_possible(value.text.strip().removesuffix("%").strip(), int(n.number)):
            message, help = _describe(value.text, int(n.number))
            yield Finding(message, value.span, help, severity=severity, holder=chart.span)


def _check_claim(claim: Claim) -> Iterator[Finding]:
    """Check a claim that is a share and says of how many; estimates are known by its statement."""
    value = _PERCENT.fullmatch(plain_text(claim.value))
    if value is None or not claim.n.isdecimal() or not 0 < int(claim.n) < 1000:
        return
    if not is_possible(value[1], int(claim.n)) and not _ESTIMATED.search(plain_text(claim.statement)):
        message, help = _describe(value[1], int(claim.n))
        yield Finding(message, claim.span, help)


def _describe(share: str, total: int) -> tuple[str, str]:
    count = float(share.strip().removesuffix("%")) / 100 * total
    nearest = sorted({int(count), int(count) + 1})
    near = " and ".join(f"{k} of {total} is {k / total * 100:.1f} %" for k in nearest if k <= total)
    return (
        f"no count out of {total} is {share.strip().removesuffix('%').strip()} %",
        near + ": correct one of them",
    )
