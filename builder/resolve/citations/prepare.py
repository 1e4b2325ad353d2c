"""Make of a CSL item what the processor takes, with what published reference lists are known to lack."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from citeproc.source import Date, DateRange, LiteralDate, Name, Reference
from citeproc.string import String

from builder.resolve.bibliography.work import DATE_VARIABLES, NAME_VARIABLES, CslItem
from builder.resolve.citations.journals import abbreviated_title
from builder.resolve.citations.markup import from_tags, without_marks

FILLER = "\ue0e0"  # a name that nobody reads, see `_people`
_FILLERS = 30  # more names than any style prints before "et al."
_NAME_PARTS = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix"}
_UNNAMED = {"et al", "others", "and others"}
_INITIALS = re.compile(r"^[^\W\d_a-z]{2,4}$")
_SUPPLEMENT = re.compile(r"^suppl(?:ement)?s?\.?\s+(\w+)$", re.IGNORECASE)
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def prepare(key: str, item: CslItem, language: str, knows_supplements: bool) -> Reference:
    """Return the processor's view of a CSL item that `checked_item` has passed."""
    values: dict[str, object] = {}
    for variable, value in _completed(item, knows_supplements).items():
        name = variable.replace("-", "_")
        if variable in NAME_VARIABLES:
            values[name] = _people(value)
        elif variable in DATE_VARIABLES:
            date = _date(value)
            if date is not None:
                values[name] = date
        else:
            values[name] = String(typeset(str(value)))
    values.setdefault("language", language)
    reference = Reference(key, _type(item))
    reference.update(values)
    return reference


def typeset(text: str) -> str:
    """Return an item's text with its tags as marks and typographic quotation marks."""
    text = from_tags(html.unescape(without_marks(text)))
    text = re.sub(r"(?<=\w)'|'(?=\d\ds?\b)", "’", text)
    text = re.sub(r'(?<![\w”.,!?])"(?=\S)', "“", text).replace('"', "”")
    return re.sub(r"(?<!\w)'(?=\w)", "‘", text).replace("'", "’")


def bare_doi(doi: str) -> str:
    """Return a DOI without the resolver's address."""
    return _DOI.sub("", doi.strip())


def _type(item: CslItem) -> str:
    if item["type"] in ("chapter", "paper-conference") and "container-title" not in item:
        return "webpage" if "URL" in item else "document"  # else styles print "In:" and nothing after it
    return str(item["type"])


def _completed(item: CslItem, knows_supplements: bool) -> CslItem:
    complete = {variable: value for variable, value in item.items() if variable != "type"}
    if "DOI" in item:
        complete["DOI"] = bare_doi(str(item["DOI"]))
    if "event-title" in item:
        complete["event"] = item["event-title"]
    journal = abbreviated_title(item)
    if journal:
        complete["container-title-short"] = journal
    supplement = _SUPPLEMENT.match(str(item.get("issue", "")))
    if supplement and knows_supplements and "supplement-number" not in item:
        del complete["issue"]
        complete["supplement-number"] = supplement[1]
    return complete


def _people(value: object) -> list[Name]:
    """Return names; a list that says "et al." is filled up, so that the style shortens it by its own rule.

    `read_rendered` takes out the fillers that a style shows.
    """
    people: list[Name] = []
    for entry in value if isinstance(value, list) else []:
        whole = str(entry.get("literal") or entry.get("family") or "")
        if whole.casefold().rstrip(".") in _UNNAMED and "given" not in entry:
            return [*people, *(Name(family=FILLER) for _ in range(_FILLERS))]
        people.append(_person(entry))
    return people


def _person(entry: Mapping[str, str]) -> Name:
    if entry.get("literal"):
        return Name(literal=typeset(entry["literal"]))
    parts = {part: typeset(text) for part, text in entry.items() if part in _NAME_PARTS}
    if "family" not in parts:
        return Name(literal=parts.get("given", ""))
    if _INITIALS.match(parts.get("given", "")):
        parts["given"] = " ".join(parts["given"])  # "HA" is two names, not one
    return Name(**parts)


def _date(value: object) -> Date | DateRange | LiteralDate | None:
    if not isinstance(value, Mapping):
        return None
    written = value.get("date-parts")
    dates = [_single_date(parts, value) for parts in written] if isinstance(written, list) else []
    if len(dates) > 1:
        return DateRange(begin=dates[0], end=dates[1])
    if dates:
        return dates[0]
    return LiteralDate(typeset(str(value["literal"]))) if value.get("literal") else None


def _single_date(parts: list[int], value: Mapping[str, object]) -> Date:
    date: dict[str, int] = {"year": parts[0]}
    if len(parts) > 1 and 1 <= parts[1] <= 12:
        date["month"] = parts[1]
        if len(parts) > 2 and 1 <= parts[2] <= 31:
            date["day"] = parts[2]
    elif str(value.get("season", "")) in "1234" and value.get("season"):
        date["season"] = int(str(value["season"]))
    return Date(circa=bool(value.get("circa")), **date)
