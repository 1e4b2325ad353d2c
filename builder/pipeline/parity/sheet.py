"""Account for texts on pages and slides, each place once."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from builder.pipeline.parity.text import SHORT, Squeezed


@dataclass(slots=True)
class Sheet:
    """A page or a slide, and which stretches of its text, ascending, have been accounted for."""

    number: int
    squeezed: Squeezed
    taken: list[tuple[int, int]] = field(default_factory=list)

    def take(self, wanted: str, *, on_one_line: bool = False) -> bool:
        """Account for one occurrence of `wanted` (squeezed) that was not accounted for yet."""
        start = self.find(wanted, on_one_line=on_one_line)
        if start is None:
            return False
        self.mark(start, wanted)
        return True

    def find(self, wanted: str, *, on_one_line: bool = False) -> int | None:
        """Return where `wanted` stands that was not accounted for yet.

        A short one that stands on one line goes before one that begins at the end of a line, which may be two texts.
        """
        free = self._find_free(wanted)
        if len(wanted) >= SHORT:
            return next(free, None)
        first = None
        for start in free:
            if not self.squeezed.is_broken(start, start + len(wanted)):
                return start
            first = start if first is None else first
        return None if on_one_line else first

    def mark(self, start: int, found: str) -> None:
        """Account for a text that was found at `start`."""
        insort(self.taken, (start, start + len(found)))

    def free_text(self) -> str:
        """Return the text with a sign that stands in no other in place of what was accounted for."""
        parts, end = [], 0
        for first, last in self.taken:
            parts += [self.squeezed.text[end:first], "\0" * (last - first)]
            end = last
        return "".join((*parts, self.squeezed.text[end:]))

    def _find_free(self, wanted: str) -> Iterator[int]:
        """Yield where `wanted` stands as a whole and was not accounted for yet."""
        start = -1
        while (start := self.squeezed.text.find(wanted, start + 1)) >= 0:
            end = start + len(wanted)
            if self._is_free(start, end) and self._is_whole(start, end):
                yield start

    def _is_free(self, start: int, end: int) -> bool:
        after = bisect_left(self.taken, (start, start))
        is_free_before = not after or self.taken[after - 1][1] <= start
        return is_free_before and (after == len(self.taken) or self.taken[after][0] >= end)

    def _is_whole(self, start: int, end: int) -> bool:
        """Return whether a short text stands there as words and numbers of its own."""
        if end - start >= SHORT:
            return True
        return not self.squeezed.is_joined(start) and not self.squeezed.is_joined(end)


def take_on(sheets: Sequence[Sheet], index: int, wanted: str) -> int:
    """Account for `wanted` where it ends the page at `index` and begins the next; return 2, or 0 where it does not."""
    if index + 1 >= len(sheets):
        return 0
    first, second = sheets[index], sheets[index + 1]
    room = len(wanted) - 1
    above, below = first.free_text()[-room:], second.free_text()[:room]
    start = (above + below).find(wanted)
    if start < 0:
        return 0
    head, tail = wanted[: len(above) - start], wanted[len(above) - start :]
    first.mark(len(first.squeezed.text) - len(head), head)
    second.mark(0, tail)
    return 2


def take_across(sheets: Sequence[Sheet], index: int, wanted: str) -> int:
    """Account for `wanted` where it begins on the page at `index` and goes on over the next.

    Return how many pages it is on, or 0.

    At each break it ends one page, or begins the next, or a good part of it is on each: what else stands at the foot
    of a page, such as footnotes, is read after it.
    """
    if index + 1 >= len(sheets):
        return 0
    first, second = sheets[index], sheets[index + 1]
    for head in _heads(first, _longest_start(wanted, first.free_text())):
        tail = wanted[len(head) :]
        start = first.find(head) if _is_break(first, second, head, tail) else None
        if start is None:
            continue
        further = 1 if second.take(tail) else take_across(sheets, index + 1, tail)
        if further:
            first.mark(start, head)
            return further + 1
    return 0


def _heads(sheet: Sheet, longest: str) -> Iterator[str]:
    """Yield what of a text may end a page: `longest` up to the last end of a line, then all of it.

    Why: what is read next may begin like the rest of the text, as an entry "Clinical trials" after "… and".
    """
    start = sheet.find(longest) if longest else None
    if start is None:
        return
    end = start + len(longest)
    line_end = sheet.squeezed.last_break(start, end)
    if start < line_end < end < len(sheet.squeezed.text):
        yield longest[: line_end - start]
    yield longest


def _is_break(first: Sheet, second: Sheet, head: str, tail: str) -> bool:
    at_the_break = first.squeezed.text.endswith(head) or second.squeezed.text.startswith(tail)
    return at_the_break or min(len(head), len(tail)) >= SHORT


def _longest_start(wanted: str, text: str) -> str:
    """Return the longest start of `wanted` that `text` has, but not all of it."""
    low, high = 0, len(wanted) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in text else (low, middle - 1)
    return wanted[:low]
