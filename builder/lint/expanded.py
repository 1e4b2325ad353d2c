"""A passage as readers meet it: with the values of the claims that it inserts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.lint.markup import CLAIMED, HIDDEN
from builder.lint.passages import Passage
from builder.lint.sentences import Stretch, paragraphs, sentences
from builder.markup.labels import CLAIM
from builder.model.claims import Claim
from builder.model.inline import plain_text


@dataclass(frozen=True, slots=True)
class Expanded:
    """Masked text with values in the place of claims.

    Attributes:
        marks: from each offset of the text on, the offset in the passage and how many characters stand there for one
            of the text: 1, or of a claim's value all at once, as a negative number.
    """

    text: str
    marks: tuple[tuple[int, int, int], ...] = ((0, 0, 1),)

    def locate(self, start: int, end: int) -> Stretch:
        """Return where the characters from `start` up to `end` stand in the passage; a value stands in its braces."""
        return self._locate(start)[0], self._locate(max(start, end - 1))[1]

    def sentences(self) -> Iterator[Stretch]:
        """Yield where the sentences of the text stand."""
        for start, end in paragraphs(self.text):
            yield from sentences(self.text, start, end)

    def _locate(self, offset: int) -> Stretch:
        begins, at, step = self.marks[bisect_right(self.marks, offset, key=_begin) - 1]
        if step < 0:
            return at, at - step
        return at + offset - begins, at + offset - begins + 1


def _begin(mark: tuple[int, int, int]) -> int:
    return mark[0]


def expand(passage: Passage, claims: Mapping[str, Claim]) -> Expanded:
    """Return a passage with the values of its claims."""
    if CLAIMED not in passage.shown:
        return Expanded(passage.shown)
    return _expand(passage, claims)


def _expand(passage: Passage, claims: Mapping[str, Claim]) -> Expanded:
    parts: list[str] = []
    marks: list[tuple[int, int, int]] = []
    length = at = 0
    for match in CLAIM.finditer(passage.text):
        if passage.shown[match.start()] != CLAIMED:
            continue
        value = _value(claims.get(match["claim"]), match["part"] or "value")
        for text, start, step in (
            (passage.shown[at : match.start()], at, 1),
            (value, match.start(), -len(match[0])),
        ):
            if text:
                marks.append((length, start, step))
                parts.append(text)
                length += len(text)
        at = match.end()
    marks.append((length, at, 1))
    return Expanded("".join((*parts, passage.shown[at:])), tuple(marks))


def _value(claim: Claim | None, part: str) -> str:
    if claim is None:
        return HIDDEN
    values = {"value": plain_text(claim.value), "number": claim.number_text, "n": claim.n}
    return values.get(part, HIDDEN)
