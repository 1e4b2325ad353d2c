"""undefined-abbreviation: a short form that the document uses and explains nowhere, though it explains others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Span
from builder.lint.definitions import find_definitions
from builder.lint.finding import Finding
from builder.lint.passages import Passage, Role
from builder.lint.subject import Subject

_SHORT = re.compile(r"(?<![\w.@#/&+’'\u2011-])([A-Z]{2,5})(?=s?(?![\w@#/&+\u2011-]|\.\w|['’][A-Z]))")
_ROMAN = re.compile(r"[IVXLC]+")
_NAME_FOLLOWS = re.compile(r"\s[A-Z][a-z]+")
_KNOWN = frozenset(
    """
    AIDS AM ANOVA BC BCE BMI BSC CD CEO CET CFO CHF CI COO COVID CRO CSV CT CTO DNA DVD ECG EEA EEG EMA EU EUR FAQ FDA
    GB GBP GDP GMT GPS HIV HR HTA HTML HTTP HTTPS ICU ID INC IP IQ IQR IRB ISBN ISO IT JAMA JPEG JPY JSON KPI LLC LTD
    MBA MIT MP MRI MSC NASA NATO NEJM NHS NIH NV OECD OK OR PC PCR PDF PH PHD PIN PLC PM PNG PPT PPTX PR QR RNA RR SA
    SARS SD SE SEM SUV SVG TV UK UN US USA USB USD UTC UV VAT VIP VS WHO WWW XML YAML
    """.split()
)
"""What readers of any field know."""

_MANY = 4
"""More than these are told at once where a document lists no abbreviations."""

_ROLES = frozenset(
    {Role.SUMMARY, Role.PROSE, Role.POINT, Role.ITEM, Role.HEADLINE, Role.LABEL, Role.CAPTION, Role.CELL}
)


def check(subject: Subject) -> Iterator[Finding]:
    """Find short forms of 2 to 5 capitals without an explanation, each once, in documents that explain any.

    Those that everybody knows (DNA, EU), parts of names (MD Anderson) and Roman numbers are let be.
    """
    explained = _explained(subject)
    first: dict[str, Span] = {}
    for passage in subject.passages_of(_ROLES) if explained else ():
        for match in _SHORT.finditer(passage.shown):
            short = match[1]
            if short not in _KNOWN and short not in explained and not _is_name(passage, match):
                first.setdefault(short, passage.span(match.start(1), match.end(1)))
    if len(first) > _MANY and not subject.document.abbreviations:
        short, span = next(iter(first.items()))
        message = f"'{short}' is not explained, nor are {len(first) - 1} others: {', '.join([*first][1:7])} …"
        yield Finding(message, span, "list them under 'abbreviations', each with its long form")
        return
    for short, span in first.items():
        help = (
            f"write '{short}: …' under 'abbreviations', or explain it at its first use: long form ({short})"
        )
        yield Finding(f"'{short}' is not explained", span, help)


def _explained(subject: Subject) -> set[str]:
    """Return the short forms that a document lists or defines, and the parts of those with hyphens: CAR of CAR-T."""
    listed = {item.short for item in subject.document.abbreviations}
    defined = {found.short for passage in subject.passages for found in find_definitions(passage.shown)}
    return listed | defined | {part for short in listed | defined for part in re.split(r"\W+", short)}


def _is_name(passage: Passage, match: re.Match[str]) -> bool:
    """Return whether capitals are a Roman number, the beginning of a name, or part of a text in capitals."""
    if _ROMAN.fullmatch(match[1]) or _NAME_FOLLOWS.match(passage.shown, match.end()):
        return True
    around = passage.shown[max(0, match.start() - 25) : match.start()] + passage.shown[match.end() :][:25]
    letters = [char for char in around if char.isalpha()]
    return len(letters) > 8 and sum(char.isupper() for char in letters) > 0.7 * len(letters)
