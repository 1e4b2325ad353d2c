"""BibTeX and BibLaTeX text in, raw CSL items with their places out.

Field names: BibLaTeX manual 2.2; their CSL counterparts as reference managers export them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import ResolveStringReferencesMiddleware
from bibtexparser.middlewares.enclosing import RemoveEnclosingMiddleware
from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import DuplicateBlockKeyBlock, Entry
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

from builder.diagnostics import Diagnostics, Span

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # its findings become diagnostics

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "conference": "paper-conference",
    "dataset": "dataset",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "manual": "report",
    "mastersthesis": "thesis",
    "patent": "patent",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
}
_FIELDS = {
    "address": "publisher-place",
    "booktitle": "container-title",
    "chapter": "chapter-number",
    "doi": "DOI",
    "edition": "edition",
    "eid": "number",
    "institution": "publisher",
    "isbn": "ISBN",
    "issn": "ISSN",
    "issue": "issue",
    "journal": "container-title",
    "journaltitle": "container-title",
    "langid": "language",
    "location": "publisher-place",
    "organization": "publisher",
    "pages": "page",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "publisher": "publisher",
    "school": "publisher",
    "series": "collection-title",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    "type": "genre",
    "url": "URL",
    "volume": "volume",
}
_NAMES = ("author", "editor", "translator")
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), 1)}
_MARKUP = (
    (re.compile(r"\\(?:emph|textit)\{([^{}]*)\}"), r"<i>\1</i>"),
    (re.compile(r"\\textbf\{([^{}]*)\}"), r"<b>\1</b>"),
    (re.compile(r"\\textsuperscript\{([^{}]*)\}|\$\^\{?([^{}$]*)\}?\$"), r"<sup>\1\2</sup>"),
    (re.compile(r"\\textsubscript\{([^{}]*)\}|\$_\{?([^{}$]*)\}?\$"), r"<sub>\1\2</sub>"),
)
_URL = re.compile(r"https?://[^\s{}]+")


def read_bibtex(text: str, name: str, diagnostics: Diagnostics) -> list[tuple[Mapping[str, object], Span]]:
    """Return the items of a BibTeX file; an entry that cannot be read is reported and left out."""
    stack = [ResolveStringReferencesMiddleware(), RemoveEnclosingMiddleware()]
    library = parse_string(text, parse_stack=stack)
    lines = text.split("\n")
    items: list[tuple[Mapping[str, object], Span]] = []
    unread = [
        Span.at(name, (block.start_line or 0) + 1, 1)
        for block in library.failed_blocks
        if not isinstance(block, DuplicateBlockKeyBlock)
    ]
    for entry in _entries(library):
        span = _span(entry, name, lines)
        try:
            items.append((_item(entry), span))
        except Exception:  # what LaTeX from anywhere brings its reader to raise: RecursionError, KeyError, …
            unread.append(span)
    for span in unread:
        help = "check its braces, commas and quotes"
        diagnostics.error("B511", "BibTeX entry cannot be read", span, help=help)
    return items


def _entries(library: Library) -> list[Entry]:
    repeated = [
        block.ignore_error_block
        for block in library.failed_blocks
        if isinstance(block, DuplicateBlockKeyBlock)
    ]
    entries = [*library.entries, *(block for block in repeated if isinstance(block, Entry))]
    return sorted(entries, key=lambda entry: entry.start_line or 0)


def _span(entry: Entry, name: str, lines: list[str]) -> Span:
    line = entry.start_line or 0
    column = lines[line].find(entry.key) if line < len(lines) else -1
    return Span.at(name, line + 1, column + 1 if column >= 0 else 1, max(len(entry.key), 1))


def _item(entry: Entry) -> dict[str, object]:
    fields = {field.key.lower(): str(field.value) for field in entry.fields}
    item: dict[str, object] = {"id": entry.key, "type": _type(entry.entry_type.lower(), fields)}
    for field, variable in _FIELDS.items():
        if field in fields:
            item.setdefault(
                variable, fields[field].strip() if field in ("url", "doi") else _plain(fields[field])
            )
    title = ": ".join(_plain(fields[part]) for part in ("title", "subtitle") if part in fields)
    item.update(title=title, issued=_date(fields))
    if "number" in fields:
        item.setdefault("issue" if item["type"] == "article-journal" else "number", _plain(fields["number"]))
    for role in _NAMES:
        if role in fields:
            item[role] = _names(fields[role])
    if "urldate" in fields:
        item["accessed"] = _plain(fields["urldate"])
    url = _URL.search(fields.get("howpublished", ""))
    if url:
        item.setdefault("URL", url[0])
    if fields.get("eprinttype", "").lower() == "pubmed":
        item.setdefault("PMID", fields.get("eprint"))
    return item


def _type(entry_type: str, fields: Mapping[str, str]) -> str:
    online = "url" in fields or "http" in fields.get("howpublished", "")
    return _TYPES.get(entry_type, "webpage" if online else "document")


def _plain(value: str) -> str:
    for pattern, replacement in _MARKUP:
        value = pattern.sub(replacement, value)
    text: str = LatexNodes2Text(keep_comments=False).latex_to_text(value)
    return " ".join(text.replace("{", "").replace("}", "").split())


def _date(fields: Mapping[str, str]) -> object:
    if fields.get("date"):
        return _plain(fields["date"])
    year = _plain(fields.get("year", ""))
    if not year.isdecimal():
        return {"literal": year} if year else None
    month = _plain(fields.get("month", "")).lower()
    number = int(month) if month.isdecimal() else _MONTHS.get(month[:3])
    day = _plain(fields.get("day", ""))
    parts = [int(year), *([number] if number else []), *([int(day)] if number and day.isdecimal() else [])]
    return {"date-parts": [parts]}


def _names(value: str) -> list[dict[str, str]]:
    names = []
    for written in split_multiple_persons_names(value):
        try:
            parts = parse_single_name_into_parts(written)
        except InvalidNameError:
            names.append({"literal": _plain(written)})
            continue
        if written.startswith("{") and written.endswith("}"):
            names.append({"literal": _plain(written)})
            continue
        given, particle, family, suffix = (
            _plain(" ".join(part)) for part in (parts.first, parts.von, parts.last, parts.jr)
        )
        if not given and family == "others":
            names.append({"literal": "et al."})
            continue
        name = {"given": given, "non-dropping-particle": particle, "family": family, "suffix": suffix}
        names.append({part: text for part, text in name.items() if text})
    return names
