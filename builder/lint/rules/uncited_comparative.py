"""uncited-comparative: a comparison of what was found, and nothing that says by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.passages import Passage, Role
from builder.lint.subject import Subject

_ROLES = frozenset({Role.PROSE, Role.SUMMARY, Role.POINT, Role.ITEM, Role.HEADLINE})
_QUALITY = (
    r"safer|higher|lower|greater|fewer|longer|shorter|faster|slower|cheaper|stronger|"
    r"weaker|larger|smaller|more often|less often|"
    r"(?:more|less) (?:effective|efficient|toxic|potent|durable|accurate|reliable|common|frequent|"
    r"likely|severe|expensive|costly|profitable|productive|safe|persistent|active)(?:ly)?"
)
_COMPARED = re.compile(
    rf"\b(?P<than>(?:{_QUALITY})\b[^.;:!?\n\ue000-\ue003]{{0,60}}?\bthan\b)"
    rf"|\b(?P<good>(?:better|worse)(?: [\w-]+)? than\b)"
    rf"|\b(?P<verb>(?:is|are|was|were|proved|proves|seems?|appears?) (?:\w+ )?(?:superior|inferior) to\b)"
    rf"|\b(?P<beat>outperform(?:s|ed)?|outlast(?:s|ed)?|outlive[sd]?)\b"
    rf"|\b(?P<before>(?:[Cc]ompared (?:with|to)|[Rr]elative to) [^.;:!?\n\ue000-\ue003]{{0,80}}?\b(?:{_QUALITY})\b)"
    rf"|\b(?P<against>(?:{_QUALITY})\b[^.;:!?\n\ue000-\ue003]{{0,50}}?"
    rf"\b(?:compared (?:with|to)|versus|vs\.?|against)(?=\s))"
)
_BOUND = re.compile(
    r"\b(?:no|not|never|any|can|could|may|might|would|should|must|whether|if|to be|rather|hope|expect|"
    r"want|plan|aim|than (?:half|\d+|expected|planned|necessary|needed|before|usual|"
    r"(?:an?|one|two|three|four|five|six|ten) (?:half|third|quarter|dozen|seconds?|minutes?|hours?|days?|weeks?|"
    r"months?|years?|decades?|hundred|thousand|million|patients?|people)))\b",
    re.IGNORECASE,
)
"""Words of what is not said to be so, and of bounds: no more than 5, longer than a year."""


def check(subject: Subject) -> Iterator[Finding]:
    """Find statements that one thing is better, safer, higher or the like than another, without a source.

    A citation in the paragraph, row or block is one; a headline has those of its section.
    """
    if not subject.is_english:
        return
    evidence = subject.evidence
    for passage in subject.passages_of(_ROLES):
        summed_up = passage.role is Role.HEADLINE and evidence.has_section(passage.section)
        if not summed_up and not evidence.covers_block(passage):
            for start, end in passage.paragraphs:
                if not evidence.covers(passage, start, end):
                    yield from _check(passage, start, end)


def _check(passage: Passage, start: int, end: int) -> Iterator[Finding]:
    for match in _COMPARED.finditer(passage.shown, start, end):
        around = passage.shown[max(start, match.start() - 40) : min(end, match.end() + 12)]
        if not _BOUND.search(around):
            words = " ".join(match[0].split())
            message = f"'{words}' compares without a source"
            yield found_in(passage, *match.span(), message, "cite who found it: [@key]")
