"""malformed-identifier: a DOI, PMID or trial number in text that cannot be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.subject import Subject

_TRIAL = re.compile(r"(?<![A-Za-z])NCT[ \-]?\d+")
_TRIAL_NUMBER = re.compile(r"NCT\d{8}")
_DOI = re.compile(r"(?:\bdoi:\s?|doi\.org/)(?P<doi>[^\s()\[\]<>;,\"]+)", re.IGNORECASE)
_DOI_FORM = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_PMID = re.compile(r"\bPMID:?\s?(?P<pmid>\w*\d[\w.]*)")
_PMID_FORM = re.compile(r"[1-9]\d{0,7}")


def check(subject: Subject) -> Iterator[Finding]:
    """Find what says that it is an identifier and has not the form of one, in text and in the targets of links."""
    for passage in subject.passages:
        text = passage.text
        for match in _TRIAL.finditer(text) if "NCT" in text else ():
            if not _TRIAL_NUMBER.fullmatch(match[0]):
                message = f"'{match[0]}' is not a trial number"
                help = "it is NCT and 8 digits, such as NCT03056339"
                yield found_in(passage, *match.span(), message, help)
        for match in _DOI.finditer(text) if "doi" in text.lower() else ():
            if not _DOI_FORM.fullmatch(match["doi"].rstrip(".")):
                message = f"'{match['doi']}' is not a DOI"
                yield found_in(passage, *match.span("doi"), message, "a DOI looks like 10.1056/NEJMoa1910607")
        for match in _PMID.finditer(text) if "PMID" in text else ():
            if not _PMID_FORM.fullmatch(match["pmid"].rstrip(".")):
                message = f"'{match['pmid']}' is not a PMID"
                yield found_in(
                    passage, *match.span("pmid"), message, "a PMID has 1 to 8 digits, such as 32023374"
                )
