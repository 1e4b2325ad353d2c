"""uncited-studies: studies, trials or experts that show something, and none of them is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.passages import Role
from builder.lint.subject import Subject

_ROLES = frozenset({Role.PROSE, Role.SUMMARY, Role.POINT, Role.ITEM})
_STUDIES = re.compile(
    r"\b(?:(?:[Ss]everal|[Mm]any|[Mm]ost|[Rr]ecent|[Ee]arly|[Pp]revious|[Vv]arious|[Nn]umerous|[Cc]linical|[Ss]ome) )*"
    r"(?:[Ss]tudies|[Tt]rials|[Ii]nvestigations|[Rr]esearch(?:ers)?|[Ss]cientists|[Ee]xperts|[Aa]nalysts|"
    r"[Ee]vidence|[Ff]indings|[Ss]urveys|[Ll]iterature) "
    r"(?:(?:have|has) (?:also |recently |consistently |clearly )?"
    r"(?:shown|found|demonstrated|suggested|indicated|confirmed)"
    r"|(?:also |clearly |consistently |strongly )?"
    r"(?:shows?|suggests?|indicates?|demonstrates?|finds?|found|confirms?|proves?|agrees?|believes?|estimates?)\b)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Find "studies suggest" and the like in a paragraph, row or block that cites nothing. English only."""
    evidence = subject.evidence
    for passage in subject.passages_of(_ROLES) if subject.is_english else ():
        if evidence.covers_block(passage):
            continue
        for start, end in passage.paragraphs:
            for match in _STUDIES.finditer(passage.shown, start, end):
                if not evidence.covers(passage, start, end):
                    words = " ".join(match[0].split())
                    message = f"'{words}', and none is cited"
                    yield found_in(passage, *match.span(), message, "cite them: [@key; @other]")
