"""broken-numbering: numbers of a list that skip, repeat or slip by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from builder.lint.finding import Finding, found_in
from builder.lint.passages import Passage, Role
from builder.lint.subject import Subject

_ITEM = re.compile(r"([ \t]*)(\d{1,3})[.)][ \t]+(?=\S)")
_NUMBERED = re.compile(r"^[ \t]*\d{1,3}[.)][ \t]", re.MULTILINE)
_INLINE = re.compile(r"(?<!\w)\((\d|[a-h])\)(?=\s)")
_POINTER = re.compile(r"\b(?:see|in|of|from|under|item|point|equation|eq\.)\s+$", re.IGNORECASE)
_SLIPPED = re.compile(r"[.!?][”’\"')]*\s+([A-Z][\w-]*(?:\s+[a-z][\w-]*){0,3})\s*$")
_ROLES = frozenset({Role.PROSE, Role.NOTES, Role.SUMMARY})


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered line; `start` and `end` are of its number, `stop` is where its text ends."""

    indent: int
    number: int
    start: int
    end: int
    stop: int


def check(subject: Subject) -> Iterator[Finding]:
    """Find lists in text whose numbers do not follow each other, and items that end with the heading of the next.

    A list that says 1. on each line is as Markdown allows it.
    """
    for passage in subject.passages_of(_ROLES):
        if _NUMBERED.search(passage.shown) is not None:
            for items in _lists(passage.shown):
                yield from _check_list(passage, items)
        if "(2)" not in passage.shown and "(b)" not in passage.shown:
            continue
        for start, end in passage.paragraphs:
            yield from _check_inline(passage, start, end)


def _lists(text: str) -> Iterator[list[_Item]]:
    """Yield the lists of `text`, each the items of one indentation.

    As in CommonMark, only a 1 begins a list right below a line of text; a paragraph at the margin ends it.
    """
    open_lists: dict[int, list[_Item]] = {}
    at, blank = 0, True
    for line in [*text.split("\n"), "", "end"]:
        match = _ITEM.match(line)
        indent = len(line) - len(line.lstrip())
        if match and (blank or open_lists or match[2] == "1"):
            for deeper in [depth for depth in open_lists if depth > indent]:
                yield open_lists.pop(deeper)
            item = _Item(indent, int(match[2]), at + match.start(2), at + match.end(2) + 1, at + len(line))
            open_lists.setdefault(indent, []).append(item)
        elif line.strip() and blank and not indent:
            yield from open_lists.values()
            open_lists = {}
        at += len(line) + 1
        blank = not line.strip()
    yield from open_lists.values()


def _check_list(passage: Passage, items: list[_Item]) -> Iterator[Finding]:
    numbers = [item.number for item in items]
    if len(numbers) > 1 and set(numbers) == {1}:
        return
    for before, item in pairwise(items):
        if item.number != before.number + 1:
            message = f"list item {item.number} follows item {before.number}"
            help = f"write {before.number + 1}, or see whether an item was lost"
            yield found_in(passage, item.start, item.end, message, help)
        slipped = _SLIPPED.search(passage.shown, before.end, before.stop)
        if slipped is not None:
            message = f"list item {before.number} ends with what looks like the heading of the next"
            help = f"move '{' '.join(slipped[1].split())}' to the beginning of item {item.number}"
            yield found_in(passage, slipped.start(1), slipped.end(1), message, help)


def _check_inline(passage: Passage, start: int, end: int) -> Iterator[Finding]:
    """Find "(1) …, (2) …, (4) …" within a paragraph; other numbers in brackets, as of equations, do not begin at 1."""
    marks = list(_INLINE.finditer(passage.shown, start, end))
    if len(marks) < 3 or marks[0][1] not in ("1", "a") or marks[1][1] not in ("2", "b"):
        return
    for before, mark in pairwise(marks):
        expected = chr(ord(before[1]) + 1)
        if mark[1] != expected and not _POINTER.search(passage.shown, start, mark.start()):
            message = f"({mark[1]}) follows ({before[1]})"
            help = f"write ({expected}), or see whether something was lost"
            yield found_in(passage, mark.start(), mark.end(), message, help)
            return
