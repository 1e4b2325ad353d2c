"""Clean what the processor has joined, link its identifiers, and make inlines of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from builder.model.inline import Inlines
from builder.resolve.bibliography.work import CslItem
from builder.resolve.citations.markup import Char, read_marks, to_inlines
from builder.resolve.citations.prepare import FILLER, bare_doi

_DRESSED_FILLER = re.compile(
    rf"[\ue000-\ue004]({FILLER}[.,]?)\ue00f"
)  # a style's formatting around each name
_BETWEEN = r"(?:[\s,;&…]|\band\b)*"
_FILLED_UP = re.compile(
    rf"(?P<gap>{_BETWEEN}){FILLER}(?:{_BETWEEN}{FILLER})*(?P<term>[\s,]*[\ue000-\ue00f]*et[\s\u00a0]al)?"
)
# What is dropped where two parts of an entry meet: a second space, the lesser of two marks, and the comma
# that Nature's style puts after a volume without pages.
_SUPERFLUOUS = re.compile(
    r"(?<=\s)\s|\s(?=[,.])(?![,.]\d)|(?<=[.?!]”)\.|(?<=[?!.…])\.(?!\.)|(?<=[,;]),|,(?=\.)"
    r"|,(?=\s\(\d{4}\)\.?$)"
)
_OUTSIDE_QUOTES = re.compile(r"”[.,]")
_DOI_PREFIXES = ("https://doi.org/", "doi: ", "doi:")
_TRIAL = re.compile(r"\bNCT\d{8}\b")
_ADDRESS = re.compile(r"https?://[^\s<>]+[^\s<>.,;:)\]]")


def read_rendered(marked: str, punctuation_in_quotes: bool) -> list[Char]:
    """Return the characters of what the processor rendered, with its slips of punctuation mended."""
    while FILLER in marked and _DRESSED_FILLER.search(marked):
        marked = _DRESSED_FILLER.sub(r"\1", marked)
    chars = read_marks(_FILLED_UP.sub(_shortened, marked))
    while dropped := _superfluous("".join(char.text for char in chars)):
        chars = [char for index, char in enumerate(chars) if index not in dropped]
    return _inside_quotes(chars) if punctuation_in_quotes else chars


def entry_inlines(chars: list[Char], item: CslItem) -> Inlines:
    """Return an entry with links on its DOI, PMID, PMCID, trial number and address."""
    chars = _without_second_doi(chars, bare_doi(str(item.get("DOI", ""))))
    text = "".join(char.text for char in chars)
    hrefs: list[str] = []
    for start, end, href in _identifiers(text, item):
        if all(char.link is None for char in chars[start:end]):
            chars[start:end] = [replace(char, link=len(hrefs)) for char in chars[start:end]]
            hrefs.append(href)
    return to_inlines(_trimmed(chars), hrefs)


def _superfluous(text: str) -> set[int]:
    ellipses = [match.span() for match in re.finditer(r"\.{3,}", text)]
    return {
        match.start()
        for match in _SUPERFLUOUS.finditer(text)
        if not any(start <= match.start() < end for start, end in ellipses)
    }


def _shortened(match: re.Match[str]) -> str:
    return match["term"] if match["term"] else ", et al."


def _inside_quotes(chars: list[Char]) -> list[Char]:
    text = "".join(char.text for char in chars)
    for match in _OUTSIDE_QUOTES.finditer(text):
        first = match.start()
        chars[first], chars[first + 1] = chars[first + 1], chars[first]
    return chars


def _without_second_doi(chars: list[Char], doi: str) -> list[Char]:
    """Return an entry that gives a DOI once; Nature's style gives it twice where there is no volume."""
    text = "".join(char.text for char in chars)
    for start, end in reversed(list(_places(text, doi, _DOI_PREFIXES))[1:]):
        del chars[start - (text[start - 1 : start] == " ") : end]
    return chars


def _identifiers(text: str, item: CslItem) -> Iterator[tuple[int, int, str]]:
    """Yield the places of what can be looked up, and where."""
    doi, url = bare_doi(str(item.get("DOI", ""))), str(item.get("URL", ""))
    pmid, pmcid = str(item.get("PMID", "")), str(item.get("PMCID", ""))
    for start, end in _places(text, doi, _DOI_PREFIXES):
        yield start, end, f"https://doi.org/{quote(doi, safe='/:();._-')}"
    if url.startswith(("https://", "http://")):
        for start, end in _places(text, url, ()):
            yield start, end, url
    for start, end in _places(text, pmid, ("PMID: ",)):
        if text.startswith("PMID: ", start):
            yield start, end, f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    for start, end in _places(text, pmcid, ("PMCID: ",)):
        yield start, end, f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/"
    for match in _TRIAL.finditer(text):
        yield match.start(), match.end(), f"https://clinicaltrials.gov/study/{match[0]}"
    for match in _ADDRESS.finditer(text):
        closed = "(" in match[0] and text[match.end() : match.end() + 1] == ")"
        yield match.start(), match.end() + closed, text[match.start() : match.end() + closed]


def _places(text: str, identifier: str, prefixes: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where an identifier stands, from the prefix before it on."""
    end = 0
    while identifier and (start := text.find(identifier, end)) >= 0:
        end = start + len(identifier)
        prefix = next((prefix for prefix in prefixes if text.endswith(prefix, 0, start)), "")
        yield start - len(prefix), end


def _trimmed(chars: list[Char]) -> list[Char]:
    start, end = 0, len(chars)
    while start < end and chars[start].text.isspace():
        start += 1
    while end > start and chars[end - 1].text.isspace():
        end -= 1
    return chars[start:end]
