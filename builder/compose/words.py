"""The words that a layout adds to the author's, and dates in full."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

ANY_NUMBER = "000"
"""What stands for the number of a page or slide until both outputs are laid out."""

WORDS = {
    "abbreviations": "Abbreviations",
    "about": "About this briefing",
    "briefing": "Briefing",
    "calls": "Back to the call of note",
    "caution": "Caution",
    "chart": "Chart",
    "contents": "Contents",
    "edition": "Edition",
    "figure": "Figure",
    "key": "Key point",
    "key_messages": "Key messages",
    "keywords": "Keywords",
    "lof": "Figures",
    "lot": "Tables",
    "note": "Note",
    "notes": "Notes",
    "of": "of",
    "page": "Page",
    "pointer_to_page": f"Briefing p. {ANY_NUMBER}",
    "pointer_to_slide": f"Slide {ANY_NUMBER}",
    "references": "References",
    "returns": "Back to the citation of reference",
    "skip": "Skip to the text",
    "table": "Table",
    "top": "Back to the top",
}

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def long_date(value: date | None, lang: str) -> str:
    """Return "November 22, 2026" in American English, "22 November 2026" in other English, else ISO's form."""
    if value is None:
        return ""
    month = MONTHS[value.month - 1]
    if lang == "en" or lang.startswith("en-US"):
        return f"{month} {value.day}, {value.year}"
    return f"{value.day} {month} {value.year}" if lang.startswith("en") else value.isoformat()


def join_numbers(numbers: Iterable[int]) -> str:
    """Return "3", "3–5" or "2, 4–5"; nothing where there are none. Numbers ascend."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
