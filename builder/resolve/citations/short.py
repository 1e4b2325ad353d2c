"""The short form of a work for the foot of a slide: "Liu, N Engl J Med 2020"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.resolve.bibliography.work import CslItem
from builder.resolve.citations.journals import abbreviated_title
from builder.resolve.citations.markup import read_marks
from builder.resolve.citations.prepare import typeset

_LONGEST_TITLE = 48  # characters; the foot of a slide is one line for three works
_LONGEST_NAME = 34
_LETTERED_YEAR = re.compile(r"\b\d{4}([a-z])\b")
_SERIAL = {"article-journal", "article-magazine", "article-newspaper", "review", "paper-conference"}


def short_form(key: str, item: CslItem, letter: str = "") -> str:
    """Return who, where and when, as far as the item says: author or title, journal, year.

    `letter` is what tells the work apart from others of its author and year.
    """
    where, year = _journal(item), _year(item)
    named = bool(year) and where.endswith(year)
    where_and_when = f"{where}{letter}" if named else f"{where} {year}{letter}".strip()
    return ", ".join(part for part in (_who(key, item), where_and_when) if part)


def brief_form(key: str, item: CslItem, letter: str = "") -> str:
    """Return who and when, as far as the item says."""
    return f"{_who(key, item)} {_year(item)}{letter}".strip()


def year_letter(citation: str) -> str:
    """Return the letter after the year of a citation such as "Liu et al., 2020a"; nothing where there is none."""
    found = _LETTERED_YEAR.search(citation)
    return found[1] if found else ""


def _who(key: str, item: CslItem) -> str:
    return _first_author(item) or _clipped(_plain(item.get("title-short") or item.get("title") or key))


def _first_author(item: CslItem) -> str:
    for role in ("author", "editor"):
        names = item.get(role)
        if isinstance(names, list) and names and isinstance(names[0], Mapping):
            name = names[0]
            family = " ".join(
                part
                for part in (name.get("non-dropping-particle"), name.get("family"))
                if isinstance(part, str)
            )
            return _brief(_plain(name.get("literal") or family or name.get("given") or ""))
    return ""


def _journal(item: CslItem) -> str:
    abbreviated = abbreviated_title(item)
    if abbreviated:
        return _plain(abbreviated.replace(".", ""))
    title = _brief(_plain(item.get("container-title", "")))
    return title if item.get("type") in _SERIAL and len(title) <= _LONGEST_TITLE else ""


def _year(item: CslItem) -> str:
    issued = item.get("issued")
    if not isinstance(issued, Mapping):
        return ""
    parts = issued.get("date-parts")
    return str(parts[0][0]) if isinstance(parts, list) and parts else _plain(issued.get("literal", ""))


def _brief(name: str) -> str:
    """Return a name without its parts after a comma where it is long: a centre's agency, an abstract's meeting."""
    return name if len(name) <= _LONGEST_NAME else name.split(",")[0]


def _clipped(title: str) -> str:
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def _plain(value: object) -> str:
    return "".join(char.text for char in read_marks(typeset(str(value))))
