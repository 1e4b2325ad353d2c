"""doubled-word: the same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.subject import Subject

_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]{2,})(?:\s+(\1)(?![\w'’-]))+", re.IGNORECASE)
_MEANT = {
    "en": frozenset({"that", "had", "very", "blah", "ha", "bye", "so", "no"}),
    "de": frozenset({"die", "der", "das", "dem", "den", "sie", "sich"}),
    "fr": frozenset({"nous", "vous", "très", "en"}),
    "nl": frozenset({"dat", "die", "zijn", "er"}),
}
"""Words that a language may say twice."""

_LATIN_PHRASE = re.compile(r"\s+(?:vivo|vitro|situ|silico|utero|vacuo|extenso|toto)\b")
_BEGINS = re.compile(r"(?:^|[.!?:\n])\W*$")
_CLEFT = re.compile(r"\b(?:it|that|this|what \w+)\s+$", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Find a word that is written twice, with a capital only where a sentence begins: Baden Baden is a name."""
    meant = _MEANT.get(subject.document.lang.lower().split("-")[0], frozenset())
    for passage in subject.passages:
        for match in _DOUBLED.finditer(passage.shown):
            first, second = match[1], match[2]
            if first.lower() != second or second in meant or _is_meant(passage.shown, match):
                continue
            yield found_in(
                passage,
                match.start(),
                match.end(),
                f"'{first} {second}': the same word twice",
                "remove what is too much",
                replacement=first,
            )


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Return whether it is "The May may be late", "in in vivo models" or "what it is is"."""
    word = match[2]
    if match[1] != word:
        return _BEGINS.search(text, 0, match.start()) is None
    if word == "in":
        return _LATIN_PHRASE.match(text, match.end()) is not None
    return word == "is" and _CLEFT.search(text, 0, match.start()) is not None
