"""Abbreviations of journal titles, as in the NLM Catalog, with the periods that ISO 4 has.

Styles that want none strip them. A journal that the table does not have keeps its full title: a wrong
abbreviation is worse than none.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from builder.resolve.bibliography.work import CslItem


def abbreviated_title(item: CslItem) -> str:
    """Return the abbreviation that the item gives, else the table's, else an empty string.

    One without periods, as PubMed exports it, gets those of the table.
    """
    given = str(item.get("container-title-short", "")).strip()
    if given:
        return given if "." in given else _with_periods().get(given, given)
    return _table().get(_folded(str(item.get("container-title", ""))), "")


@cache
def _table() -> dict[str, str]:
    file = resources.files("builder.resolve") / "journal-abbreviations.json"
    titles: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return {_folded(title): short for title, short in titles.items()}


@cache
def _with_periods() -> dict[str, str]:
    return {short.replace(".", ""): short for short in _table().values()}


def _folded(title: str) -> str:
    words = title.casefold().replace("&amp;", "and").replace("&", "and").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
