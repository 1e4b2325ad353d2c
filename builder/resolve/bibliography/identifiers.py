"""Check what identifies a work: DOI, PMID, PMCID, and the numbers of trials in its texts.

DOI: ISO 26324 and Crossref's guide to its syntax. PMID: 1 to 8 digits. ClinicalTrials.gov: NCT and 8 digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.diagnostics import Diagnostics
from builder.resolve.bibliography.work import CslItem, Work

_RESOLVER = re.compile(r"^\s*(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_FORMS = {
    "DOI": (re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S*[^\s.,;]"), "a DOI looks like 10.1056/NEJMoa1910607"),
    "PMID": (re.compile(r"[1-9]\d{0,7}"), "a PMID has 1 to 8 digits, such as 32023374"),
    "PMCID": (re.compile(r"PMC\d{1,8}(?:\.\d+)?"), "a PMCID looks like PMC7101242"),
}
_TRIAL = re.compile(r"\bNCT[ \-]?\d+\b")
_TRIAL_NUMBER = re.compile(r"NCT\d{8}")
_UNIQUE = ("DOI", "PMID", "PMCID")


def check_identifiers(works: Iterable[Work], diagnostics: Diagnostics) -> None:
    """Warn of identifiers that lead nowhere (B515) and of two works with the same one (B516).

    Only what a document cites should be given: others' slips in a shared library are not its author's.
    """
    seen: dict[tuple[str, str], Work] = {}
    for work in works:
        for message, help in _faults(work.item):
            diagnostics.warning("B515", f"reference '{work.key}': {message}", work.span, help=help)
        for variable, value in _identities(work.item):
            first = seen.setdefault((variable, value), work)
            if first is not work:
                _report_same(work, first, variable, diagnostics)
                break


def _faults(item: CslItem) -> Iterator[tuple[str, str]]:
    for variable, (form, example) in _FORMS.items():
        value = str(item.get(variable, ""))
        if value and form.fullmatch(_bare(value)) is None:
            yield f"'{value}' is not a {variable}", example
    texts = (text for text in item.values() if isinstance(text, str))
    for written in dict.fromkeys(match[0] for text in texts for match in _TRIAL.finditer(text)):
        if not _TRIAL_NUMBER.fullmatch(written):
            yield f"'{written}' is not a trial number", "it is NCT and 8 digits, such as NCT03056339"


def _identities(item: CslItem) -> Iterator[tuple[str, str]]:
    for variable in _UNIQUE:
        value = _bare(str(item.get(variable, ""))).lower()
        if value:
            yield variable, value


def _report_same(work: Work, first: Work, variable: str, diagnostics: Diagnostics) -> None:
    message = f"reference '{work.key}' has the {variable} of '{first.key}', so the list shows one work twice"
    place = f"{first.span.path}, line {first.span.start.line}"
    help = f"cite one of the two everywhere, or correct the {variable}; the first is in {place}"
    diagnostics.warning("B516", message, work.span, help=help)


def _bare(identifier: str) -> str:
    return _RESOLVER.sub("", identifier).strip()
