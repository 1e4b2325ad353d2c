"""A work that can be cited, and the checks that make a CSL item of what an author's program wrote.

CSL items: https://github.com/citation-style-language/schema, `csl-data.json`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from builder.content.characters import describe_character, find_forbidden, find_long_word
from builder.diagnostics import Span
from builder.limits import LONGEST_TEXT, LONGEST_WORD

CslItem: TypeAlias = dict[str, object]

_NAMES = (
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director editor-translator executive-producer guest host illustrator interviewer narrator "
    "organizer original-author performer producer recipient reviewed-author script-writer series-creator "
    "translator"
)
_DATES = "accessed available-date container event-date issued original-date submitted"
_OWNER_ONLY = "note annote abstract keyword categories custom id citation-key citation-label"
NAME_VARIABLES = frozenset(_NAMES.split())
DATE_VARIABLES = frozenset(_DATES.split())
_ALIASES = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
}
_INTERNAL = frozenset(_OWNER_ONLY.split())
_NO_YEAR = 100_000
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


class MalformedItem(Exception):
    """A CSL item that cannot be understood; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work that can be cited; `span` is its place in the file that defines it."""

    key: str
    item: CslItem
    span: Span


def checked_item(raw: Mapping[str, object]) -> CslItem:
    """Return a CSL item whose names, dates and texts have the types that a processor expects.

    `note`, `annote`, `abstract` and what else is for its owner's eyes is left out, and so is what is empty.

    Raises:
        MalformedItem: a value has the wrong type, or a character that no output can hold.
    """
    item: CslItem = {"type": str(raw.get("type") or "document")}
    for given, value in raw.items():
        variable = _ALIASES.get(given, given)
        if variable in _INTERNAL or variable == "type" or value is None or value in ("", []):
            continue
        _check_characters(given, value)
        if variable in NAME_VARIABLES:
            item[variable] = _checked_names(given, value)
        elif variable in DATE_VARIABLES:
            date = _date(given, value)
            if date:
                item[variable] = date
        elif isinstance(value, (str, int, float)):
            item[variable] = _checked_text(given, str(value).strip())
    return item


def _check_characters(variable: str, value: object) -> None:
    left = [value]
    while left:
        part = left.pop()
        if isinstance(part, str) and (match := find_forbidden(part)):
            raise MalformedItem(f"'{variable}' has {describe_character(match[0])}")
        if isinstance(part, (Mapping, list)):
            left += part.values() if isinstance(part, Mapping) else part


def _checked_text(variable: str, text: str) -> str:
    if len(text) > LONGEST_WORD and (len(text) > LONGEST_TEXT or find_long_word(text)):
        raise MalformedItem(f"'{variable}' has {len(text):,} characters")
    return text


def _checked_names(variable: str, value: object) -> list[dict[str, str]]:
    entries = value if isinstance(value, list) else [value]
    names: list[dict[str, str]] = []
    for entry in entries:
        if isinstance(entry, str):
            names.append({"literal": _checked_text(variable, entry)})
        elif isinstance(entry, Mapping) and any(entry.get(part) for part in ("family", "literal", "given")):
            parts = {str(part): str(text) for part, text in entry.items() if text not in (None, "")}
            names.append({part: _checked_text(variable, text) for part, text in parts.items()})
        else:
            raise MalformedItem(
                f"'{variable}' must be a list of names with 'family' and 'given', or 'literal'"
            )
    return names


def _date(variable: str, value: object) -> dict[str, object]:
    if isinstance(value, Mapping):
        parts = value.get("date-parts")
        if parts is not None:
            return {**_extras(value), "date-parts": _date_parts(variable, parts)} if parts != [[]] else {}
        written = value.get("literal") or value.get("raw") or value.get("year")
        return _written_date(str(written), value) if written else {}
    if isinstance(value, (str, int)):
        return _written_date(str(value), {})
    raise MalformedItem(
        f"'{variable}' must be a date, such as 2026-11-22 or {{date-parts: [[2026, 11, 22]]}}"
    )


def _written_date(text: str, value: Mapping[str, object]) -> dict[str, object]:
    match = _ISO_DATE.match(text.strip())
    if match is None:
        return {**_extras(value), "literal": text.strip()}
    parts = [int(part) for part in match.groups() if part]
    for finer in ("month", "day"):
        number = str(value.get(finer) or "")
        if len(parts) == ("month", "day").index(finer) + 1 and number.isdecimal():
            parts.append(int(number))
    return {**_extras(value), "date-parts": [parts]}


def _extras(value: Mapping[str, object]) -> dict[str, object]:
    return {name: value[name] for name in ("circa", "season") if value.get(name)}


def _date_parts(variable: str, parts: object) -> list[list[int]]:
    try:
        dates = [[int(part) for part in date if part not in (None, "")] for date in parts]  # type: ignore[attr-defined]
    except (TypeError, ValueError, OverflowError):
        dates = [[_NO_YEAR]]
    if any(abs(part) >= _NO_YEAR for date in dates for part in date):
        raise MalformedItem(f"'{variable}' must have date-parts of numbers, such as [[2026, 11, 22]]")
    return [date for date in dates if date]
