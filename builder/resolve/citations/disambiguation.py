"""Tell works apart that an author-date style would cite alike (CSL 1.0.2, "Disambiguation").

Adding further names to "et al." is not done; the letter after the year tells such works apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from citeproc.source import Name, Reference


def with_initials(references: Sequence[Reference]) -> dict[int, Reference]:
    """Return, by index, the works whose first author shares a family name with another, under name and initials."""
    people: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, reference in enumerate(references):
        first = (reference.get("author") or [{}])[0]
        if first.get("family") and first.get("given"):
            people[first["family"]][_initials(first["given"])].append(index)
    return {
        index: _renamed(references[index], f"{initials} {family}")
        for family, by_initials in people.items()
        if len(by_initials) > 1
        for initials, indexes in by_initials.items()
        for index in indexes
    }


def year_suffixes(order: Sequence[int], cite: Callable[[int], str]) -> dict[int, str]:
    """Return, by index, the letters of works whose citations read alike; `order` is that of the list of references."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index in order:
        alike[cite(index)].append(index)
    groups = [group for group in alike.values() if len(group) > 1]
    return {index: _letters(place) for group in groups for place, index in enumerate(group)}


def _initials(given: str) -> str:
    return " ".join(f"{part[0]}." for part in given.replace(".", " ").split())


def _renamed(reference: Reference, first_author: str) -> Reference:
    copy = Reference(reference.key, reference.type)
    copy.update(reference)
    copy["author"] = [Name(literal=first_author), *reference["author"][1:]]
    return copy


def _letters(place: int) -> str:
    """Return a, b, ... z, aa, ab, ..."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
